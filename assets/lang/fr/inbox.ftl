### La boîte, la ronde, la réponse.

cmd-inbox-reply = Répondre au message
key-inbox-reply = répondre
cmd-inbox-close = Archiver sans répondre, et passer au suivant
key-inbox-close = archiver
cmd-inbox-delegate = Déléguer à…
key-inbox-delegate = déléguer
cmd-inbox-snooze = Suspendre jusqu’à…
key-inbox-snooze = suspendre
cmd-inbox-classify = Type et ton
key-inbox-classify = type et ton
cmd-inbox-moderate = Modérer : masquer, bloquer, signaler…
key-inbox-moderate = modérer
cmd-inbox-like = Aimer le message
cmd-inbox-raise = Alerte : remonter en tête de liste, ou redescendre
cmd-inbox-reopen = Rouvrir le message
cmd-inbox-repeat = Répéter la dernière décision
cmd-inbox-win = Bravo : garder cette réussite pour le rapport
key-inbox-win = bravo
cmd-inbox-feedback = Retour à transmettre à un collègue
key-inbox-feedback = retour
cmd-inbox-mark = Sélectionner
key-inbox-mark = sélectionner
cmd-inbox-mark-all = Sélectionner tout ce qui est affiché
cmd-inbox-find = Filtrer
key-inbox-find = filtrer
cmd-inbox-next-view = Vue suivante
key-inbox-next-view = vue
cmd-inbox-previous-view = Vue précédente
cmd-inbox-person = La personne
cmd-inbox-log = Noter un message à la main
cmd-inbox-open = Ouvrir dans le navigateur
cmd-inbox-copy = Copier le message
cmd-inbox-sweep = Commencer ou reprendre la ronde
cmd-inbox-end-sweep = Terminer la ronde maintenant
cmd-inbox-focus = Le message seul, sans la liste
cmd-inbox-why = Délais de réponse : d’où viennent ces chiffres ?
cmd-composer-send = Déposer : la réponse part dans 10 secondes
key-composer-send = envoyer
cmd-composer-leave = Quitter, le brouillon est gardé
key-composer-leave = garder
cmd-composer-editor = Écrire dans votre éditeur
key-composer-editor = éditeur
cmd-composer-saved = Le brouillon est-il enregistré ?

decided-open = { $count ->
    [one] Rouvert : { $author }
   *[other] { $count } messages rouverts
}
decided-answered = Répondu : { $author }
decided-delegated = { $count ->
    [one] Délégué : { $author }
   *[other] { $count } messages délégués
}
decided-snoozed = { $count ->
    [one] Suspendu : { $author }
   *[other] { $count } messages suspendus
}
decided-closed = { $count ->
    [one] Archivé : { $author }
   *[other] { $count } messages archivés
}
decided-hidden = { $count ->
    [one] Modéré : { $author }
   *[other] { $count } messages modérés
}

inbox-no-message = Aucun message ici.
inbox-sweeping = La liste d’une ronde est figée : terminez-la (E) pour changer de vue.
inbox-not-sweeping = Aucune ronde en cours : S en commence une.
inbox-no-contact = Aucun contact à qui déléguer : ajoutez-le dans le Carnet (7).
inbox-already-open = Ce message est déjà à traiter.
inbox-nothing-to-repeat = Rien à répéter pour l’instant.
inbox-no-url = L’adresse de ce message n’est pas connue.
inbox-copied = Message copié.
inbox-answered = Réponse à { $author }
inbox-answered-by-hand = Réponse à { $author } notée
inbox-act-held-like = Aimé dans 10 secondes.
inbox-act-held-delete-answer = Réponse supprimée dans 10 secondes (u annule).
inbox-jumped = { $count ->
    [one] Un message urgent arrive dans la ronde : il vient ensuite.
   *[other] { $count } messages urgents arrivent dans la ronde : ils viennent ensuite.
}
inbox-focus-left = { $count ->
    [0] Plus rien à traiter
    [one] { $count } message à traiter
   *[other] { $count } messages à traiter
}
inbox-focus-leave = z ou Échap montre la liste
inbox-classified = { $count ->
    [one] Noté : { $what }
   *[other] { $count } messages notés : { $what }
}
inbox-raised = alerte
inbox-lowered = sans alerte
inbox-win-kept = Bravo gardé pour le rapport.
inbox-feedback-kept = Retour gardé pour le rapport.
inbox-logged = Message noté.
inbox-delegate-title = Déléguer à qui ?
inbox-delegate-until-title = Réponse attendue quand ?
inbox-snooze-title = Suspendre jusqu’à quand ?
inbox-snooze-typed = Jusqu’à quel jour ? (2026-11-23 ou 23/11)
inbox-class-title = Quel type, quel ton ?
inbox-moderate-title = { $count ->
    [one] Modérer ce message
   *[other] Modérer { $count } messages
}
inbox-hide-here = Masquer ici (le réseau n’en sait rien)
inbox-mute = Ne plus voir cet auteur (masquage)
inbox-block = Bloquer cet auteur
inbox-report = Signaler au serveur
inbox-delete-theirs = Supprimer son message
inbox-delete-ours = Supprimer notre réponse
moderate-not-ours = Ce réseau ne laisse pas supprimer ce qu’un autre a écrit : bloquez son auteur ou signalez-le.
moderate-no-answer = Aucune réponse de votre part n’est en ligne sous ce message.
moderate-rule-title = Quelle règle n’est pas respectée ?
moderate-rule-words = En d’autres mots…
moderate-rule-none = Sans citer de règle
moderate-confirm-hide = Masquer { $count } messages ici ?
moderate-confirm-like = Aimer { $count } messages ?
moderate-confirm-mute = Masquer { $count } messages et ne plus voir leurs auteurs ?
moderate-confirm-block = { $count ->
    [one] Bloquer { $author } ?
   *[other] Bloquer les auteurs de { $count } messages ?
}
moderate-confirm-report = { $count ->
    [one] Signaler { $author } au serveur ?
   *[other] Signaler { $count } messages au serveur ?
}
moderate-confirm-delete-answer = { $count ->
    [one] Supprimer votre réponse à { $author } ?
   *[other] Supprimer vos réponses à { $count } messages ?
}
bulk-open = Rouvrir { $count } messages ?
bulk-answered = Noter { $count } messages comme répondus ?
bulk-delegated = Déléguer { $count } messages ?
bulk-snoozed = Suspendre { $count } messages ?
bulk-closed = Archiver { $count } messages sans répondre ?
bulk-hidden = Masquer { $count } messages ?
confirm-no = Non, ne rien changer
confirm-yes = Oui
moderate-yes = Oui, sans retour une fois parti (dans 10 secondes)
inbox-reason-title = Quelle règle ? (gardée dans le journal)
inbox-feedback-title = À qui transmettre ?
inbox-feedback-nobody = À décider plus tard
inbox-log-title = Noter un message reçu sur…
inbox-log-author = Qui a écrit ?
inbox-log-text = Qu’a dit cette personne ?

when-two-hours = Dans 2 heures
when-tomorrow = Demain matin
when-next-working-day = Prochain jour ouvré
when-three-days = Dans 3 jours
when-a-week = Dans une semaine
when-line = { $when } · { $day } { $clock }
when-other = Un autre jour…
when-past = Ce jour est passé.
when-unreadable = Écrivez un jour : 2026-11-23 ou 23/11.

inbox-sweep-title = { $sweep } { $done }/{ $all }
inbox-newcomers = +{ $count } depuis
inbox-order = Urgents, puis anciens
inbox-filter-label = Filtre :
inbox-filtered = Filtre : { $filter } (Échap efface)
inbox-empty = Boîte vide : tout le monde a sa réponse. Ctrl+R relève les comptes.
inbox-empty-filter = Aucun message ne correspond. Échap efface le filtre.
inbox-empty-no-account = Rien à traiter pour l’instant : ajoutez un compte dans le Carnet (7), ou notez un message à la main (n).
inbox-empty-view = Rien dans cette vue.
filter-unknown-key = « { $word } » n’est pas compris : de: réseau: type: ton: état: avant: après:
filter-unknown-value = « { $word } » n’est pas compris : { $allowed }

inbox-outcomes = Comment conclure ce message ?
sweep-left = { $count ->
    [one] encore { $count }
   *[other] encore { $count }
}
sweep-pace = environ { $time } à ce rythme
inbox-you = Vous
inbox-before-edit = Modifié depuis par son auteur. Avant : { $text }
inbox-cut = { $count ->
    [one] … et encore { $count } caractère (c le copie en entier)
   *[other] … et encore { $count } caractères (c le copie en entier)
}
inbox-our-answer = Votre réponse ({ $stage })
inbox-facts = { $kind } · { $tone } · { $visibility }
inbox-waits = Attend depuis { $age }
inbox-works-target = Temps ouvré : { $time } (objectif { $target })
inbox-waits-target = Attend depuis { $time } (objectif { $target })
inbox-delegated-to = → { $name }, retour attendu le { $when }
inbox-snoozed-until = Suspendu jusqu’au { $when }
inbox-was-filtered = Le réseau avait filtré cette mention.
inbox-has-draft = ✎ Une réponse est commencée (Entrée).
inbox-person = Personne
person-kind-since = { $kind }, depuis { $since }
person-exchanges = { $count ->
    [one] { $count } message, { $answered } répondu
   *[other] { $count } messages, { $answered } répondus
}
person-past = Avant

composer-title = { $brand } · { $account } · { $visibility }
composer-kept-sign = enregistré
composer-saving-sign = enregistrement…
composer-is-saved = Déjà enregistré : chaque frappe l’est.
composer-kept = Brouillon gardé.
composer-empty = La réponse est vide.
composer-too-long = { $count ->
    [one] Trop long d’un caractère.
   *[other] Trop long de { $count } caractères.
}
composer-placeholder = { $what } n’est pas rempli.
composer-other-brand = Cette réponse nomme une autre marque : { $name }.
composer-sent-title = Texte copié : collez-le sur place. Est-il envoyé ?
composer-sent-no = Pas encore
composer-sent-yes = Oui, il est envoyé

receipt-title = { $sweep } terminée
receipt-done = { $count ->
    [one] { $count } message en { $lasted }
   *[other] { $count } messages en { $lasted }
}
receipt-read = { $read } lus sur { $listed }
receipt-answered = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
receipt-delegated = { $count ->
    [one] { $count } délégué
   *[other] { $count } délégués
}
receipt-snoozed = { $count ->
    [one] { $count } suspendu
   *[other] { $count } suspendus
}
receipt-closed = { $count ->
    [one] { $count } archivé
   *[other] { $count } archivés
}
receipt-hidden = { $count ->
    [one] { $count } modéré
   *[other] { $count } modérés
}
receipt-waiting = { $count ->
    [0] rien en attente
    [one] { $count } en attente
   *[other] { $count } en attente
}
receipt-next = Bravo. La suite : le relevé des mesures (3). Échap revient à la boîte.
receipt-left = { $count ->
    [one] { $count } message reste. S reprend cette ronde, Échap revient à la boîte.
   *[other] { $count } messages restent. S reprend cette ronde, Échap revient à la boîte.
}
