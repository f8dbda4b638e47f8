### La boîte, la ronde, la réponse.

cmd-inbox-reply = Répondre au message
key-inbox-reply = répondre
cmd-inbox-model = Répondre avec un modèle
key-inbox-model = modèle
cmd-inbox-close = Archiver sans répondre, et passer au suivant
key-inbox-close = archiver
cmd-inbox-delegate = Déléguer à…
key-inbox-delegate = déléguer
cmd-inbox-brief = La demande faite à un contact : copier, relancer, noter sa réponse
cmd-inbox-snooze = Suspendre jusqu’à…
key-inbox-snooze = suspendre
cmd-inbox-classify = Type et ton
key-inbox-classify = type et ton
cmd-inbox-accept = Accepter ce que les règles proposent
cmd-inbox-refuse = Laisser ce que les règles proposent
cmd-inbox-moderate = Modérer : masquer, bloquer, signaler…
key-inbox-moderate = modérer
cmd-inbox-like = Aimer le message
cmd-inbox-share = Relayer le message : tel quel, ou avec vos mots
key-inbox-share = relayer
key-inbox-like = aimer
cmd-inbox-raise = Alerte : remonter en tête de liste, ou redescendre
key-inbox-raise = alerte
cmd-inbox-reopen = Rouvrir le message
cmd-inbox-repeat = Répéter la dernière décision
cmd-inbox-win = Bravo : garder cette réussite pour le rapport
key-inbox-win = bravo
cmd-inbox-feedback = Retour à transmettre à un collègue
key-inbox-feedback = retour
cmd-inbox-idea = Idée : en faire une idée de publication
key-inbox-idea = idée
cmd-inbox-mark = Sélectionner
key-inbox-mark = sélectionner
cmd-inbox-mark-all = Sélectionner tout ce qui est affiché
cmd-inbox-find = Filtrer
key-inbox-find = filtrer
cmd-inbox-next-view = Vue suivante
key-inbox-next-view = vue
cmd-inbox-previous-view = Vue précédente
cmd-inbox-person = La personne
key-inbox-person = personne
cmd-inbox-promise = Promettre quelque chose à la personne
cmd-card-note = Écrire la note
key-card-note = note
cmd-card-promise = Nouvelle promesse
key-card-promise = promesse
cmd-card-kind = Qui est cette personne pour la marque ?
key-card-kind = profil
cmd-card-join = Réunir avec une autre fiche (la même personne ailleurs)
key-card-join = réunir
cmd-card-keep = La promesse est tenue
cmd-card-move = Reporter la promesse
cmd-card-more = Séparer, exporter, effacer
key-card-more = séparer, exporter, effacer
cmd-card-open = Ouvrir le message, ou agir sur la promesse
key-card-open = ouvrir
cmd-card-leave = Fermer la fiche
key-card-leave = fermer
cmd-note-leave = Garder la note et la fermer
key-note-leave = garder
cmd-note-saved = La note est-elle enregistrée ?
cmd-inbox-log = Noter un message à la main
cmd-inbox-open = Ouvrir dans le navigateur
cmd-inbox-copy = Copier le message
cmd-inbox-sweep = Commencer ou reprendre la ronde
cmd-inbox-end-sweep = Terminer la ronde maintenant
key-inbox-end-sweep = terminer
cmd-inbox-label = Étiqueter : poser ou retirer des étiquettes
cmd-labels = Étiquettes de la marque : montrer, renommer, retirer
cmd-views = Vues enregistrées : montrer, renommer, retirer
cmd-filter-keep = Garder le filtre et revenir à la liste
key-filter-keep = garder
cmd-filter-clear = Effacer le filtre
key-filter-clear = effacer
cmd-views-save = Enregistrer ce filtre comme vue
key-views-save = enregistrer la vue
cmd-inbox-focus = Le message seul, sans la liste
cmd-inbox-why = Délais de réponse : d’où viennent ces chiffres ?
cmd-composer-send = Déposer : la réponse part dans 10 secondes
key-composer-send = envoyer
cmd-composer-leave = Quitter, le brouillon est gardé
key-composer-leave = garder
cmd-composer-editor = Écrire dans votre éditeur
key-composer-editor = éditeur
cmd-composer-models = Insérer un modèle de réponse
key-composer-models = modèle
cmd-composer-past = Insérer une de vos réponses passées
key-composer-past = vos réponses
cmd-composer-send-now = Envoyer après relecture
key-composer-send-now = envoyer
cmd-composer-back-to-text = Revenir au texte
key-composer-back-to-text = revenir au texte
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
inbox-answered-also = { $count ->
    [one] La réponse vaut aussi pour le message qui précédait.
   *[other] La réponse vaut aussi pour les { $count } messages qui précédaient.
}
inbox-answered-on-hold = Réponse à { $author } gardée : elle ne part pas tant que la marque est en pause
inbox-answered-by-hand = Réponse à { $author } notée
inbox-act-held-like = Aimé dans 10 secondes.
inbox-act-held-repost = { $count ->
    [one] Relayé dans 10 secondes (u annule).
   *[other] { $count } messages relayés dans 10 secondes (u annule).
}
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
inbox-win-kept = Bravo gardé pour le rapport (accord : { $consent }).
inbox-feedback-kept = Retour gardé pour le rapport, texte copié à transmettre.
inbox-idea-kept = Idée ajoutée à la File (4).
inbox-delegate-title = Déléguer à qui ?
inbox-delegate-until-title = Réponse attendue quand ?
inbox-delegate-typed = Réponse attendue quel jour ? (23/11 ou 2026-11-23)
inbox-delegate-what = Demandé : { $what }
inbox-delegate-what-none = Dire ce qui est demandé…
inbox-delegate-way = Transmettre la demande : { $way }
inbox-snooze-title = Suspendre jusqu’à quand ?
inbox-snooze-typed = Jusqu’à quel jour ? (23/11 ou 2026-11-23)
inbox-class-label = étiquette
labels-title = Quelles étiquettes ? (séparées par des virgules)
labels-help = Entrée pose ; -mot retire ; Tab complète.
labels-help-on = Déjà posées : { $labels } (les retaper les retire)
labels-blank = Écrivez un mot : SAV, salon, à relire…
labels-none = Aucune étiquette : t puis e en pose une sur un message.
labels-count = { $count ->
    [0] aucune
    [one] 1 étiquette
   *[other] { $count } étiquettes
}
labels-list-title = Quelle étiquette ?
labels-list-line = { $name } ({ $count ->
    [0] aucun message
    [one] { $count } message
   *[other] { $count } messages
})
labels-ask-title = L’étiquette « { $name } »
labels-used = { $messages ->
    [0] Aucun message
    [one] { $messages } message
   *[other] { $messages } messages
} · { $rules ->
    [0] aucune règle
    [one] { $rules } règle
   *[other] { $rules } règles
} · { $views ->
    [0] aucune vue enregistrée
    [one] { $views } vue enregistrée
   *[other] { $views } vues enregistrées
}
labels-show = { $count ->
    [0] La chercher (aucun message ne la porte)
    [one] Montrer le message qui la porte
   *[other] Montrer les { $count } messages qui la portent
}
labels-rename = La renommer (les règles et les vues suivent)
labels-remove = { $count ->
    [0] La retirer (aucun message ne la porte)
    [one] La retirer (de { $count } message, qui reste)
   *[other] La retirer (de { $count } messages, qui restent)
}
labels-rename-title = Quel nouveau nom ?
labels-rename-help = Les messages la gardent ; les règles et les vues prennent le nouveau nom.
labels-taken = « { $name } » est déjà une étiquette de la marque.
labels-renamed = « { $old } » s’appelle maintenant « { $new } ».
labels-sure-title = { $count ->
    [one] Retirer « { $name } » de { $count } message ?
   *[other] Retirer « { $name } » de { $count } messages ?
}
labels-removed = { $count ->
    [0] « { $name } » retirée.
    [one] « { $name } » retirée de { $count } message.
   *[other] « { $name } » retirée de { $count } messages.
}
labels-removed-rules = { $what } { $rules ->
    [one] { $rules } règle la propose encore : elle la recréerait.
   *[other] { $rules } règles la proposent encore : elles la recréeraient.
}
labels-told = { $count ->
    [one] Étiqueté : { $what }
   *[other] { $count } messages étiquetés : { $what }
}
inbox-moderate-title = { $count ->
    [one] Modérer ce message
   *[other] Modérer { $count } messages
}
inbox-hide-here = Masquer ici (le réseau n’en sait rien)
inbox-hide-there = Masquer ici et sur { $network }, pour tout le monde
inbox-hide-lacks = Masquer ici ({ $network } ne sait pas masquer)
inbox-hide-not-beneath = Masquer ici ({ $network } : sous vos publications seulement)
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
moderate-confirm-hide-there = Masquer { $count } messages ici et, où le réseau le permet, pour tout le monde ?
moderate-confirm-like = Aimer { $count } messages ?
moderate-confirm-repost = Relayer { $count } messages au nom de la marque ?
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
moderate-hidden-there = { $count ->
    [one] Masqué ici ; sur le réseau dans 10 secondes (u annule).
   *[other] { $count } messages masqués ici ; sur le réseau dans 10 secondes (u annule).
}
share-title = { $count ->
    [one] Relayer ce message
   *[other] Relayer { $count } messages
}
share-repost = Relayer tel quel
share-quote = Citer, avec vos mots au-dessus
share-not-public = Ce message n’est pas public : il ne se relaie pas.
share-one-quote = On ne cite qu’un message à la fois : Échap lève les marques.
share-quote-leaves = Votre citation part dans quelques secondes : u la reprend.
share-quote-held = Citation envoyée dans 10 secondes (u annule).
share-no-past = Une citation ne reprend pas vos réponses passées ; Ctrl+T propose vos modèles.
share-composer = { $brand } cite ce message · { $account }
share-composer-short = Citer · { $account }
share-our-quote = Votre citation ({ $stage })
inbox-reason-title = Quelle règle ? (gardée dans le journal)
inbox-feedback-title = À qui transmettre ?
inbox-feedback-nobody = À décider plus tard

when-two-hours = Dans 2 heures
when-tomorrow = Demain matin
when-next-working-day = Prochain jour ouvré
when-three-days = Dans 3 jours
when-a-week = Dans une semaine
when-line = { $when } · { $day } { $clock }
when-other = Un autre jour…
when-past = Ce jour est passé.
when-unreadable = Écrivez un jour : 23/11 ou 2026-11-23.

inbox-sweep-title = { $sweep } { $done }/{ $all }
inbox-newcomers = +{ $count } depuis
inbox-order = Urgents, puis anciens
inbox-filter-label = Filtre :
inbox-filtered = Filtre : { $filter } (Échap efface)
inbox-empty = Boîte vide : tout le monde a sa réponse. Ctrl+R relève les comptes.
inbox-empty-by-hand = Boîte vide : tout le monde a sa réponse. { $key } note un message reçu ailleurs.
inbox-empty-filter = Aucun message ne correspond. Échap efface le filtre.
inbox-empty-no-account = Rien à traiter pour l’instant : ajoutez un compte dans le Carnet (7). Un compte suivi à la main suffit, et n y note les messages.
inbox-empty-view = Rien dans cette vue.
inbox-not-filtering = Aucun filtre n’est en cours de saisie : / en commence un.
filter-key = « { $word } » n’est pas compris : { $keys }
filter-key-near = « { $word } » : vouliez-vous dire { $near } ? ({ $keys })
filter-value = « { $word } » n’est pas compris : { $allowed }
filter-value-near = « { $word } » : vouliez-vous dire { $near } ? ({ $allowed })
filter-day = « { $word } » n’est pas un jour : écrivez { $example } ou { $other }
filter-label = « { $word } » : aucune étiquette de ce nom, il y a { $labels }
filter-label-near = « { $word } » : vouliez-vous dire { $near } ?
filter-label-none = « { $word } » : pas encore d’étiquette (t puis e en pose une).
filter-without = « { $word } » : le - ne retire que des mots simples.
filter-takes = { $word } { $allowed }
filter-takes-author = { $word } un nom, ou un compte
views-no-filter = Rien à enregistrer : tapez d’abord un filtre (/).
views-none = Aucune vue enregistrée : / filtre, puis Ctrl+S l’enregistre.
views-save-title = Quel nom pour cette vue ?
views-save-help = { $query }
views-title = Quelle vue ?
views-ask-title = La vue « { $name } »
views-show = La montrer
views-rename = La renommer
views-remove = La retirer (les messages restent)
views-rename-title = Quel nouveau nom ?
views-name-blank = Il faut un nom.
views-name-long = Pas plus de { $count } caractères.
views-name-taken = « { $name } » est déjà le nom d’une vue.
views-saved = Vue « { $name } » enregistrée. Les touches , et ; y mènent.
views-changed = Vue « { $name } » mise à jour.
views-removed = Vue « { $name } » retirée.
views-line = Vue : { $name }
closing-in = ferme dans { $time }
closing-in-short = ferme { $time }
closing-since = fermé depuis { $time }
closing-shut = fermé
closing-fact = ◷ Ferme dans { $time } ({ $when })
closing-fact-shut = ◷ Fermé depuis { $time } ({ $when })
closing-warning = { $network } a fermé cette conversation depuis { $since } : il refusera sans doute la réponse.

inbox-outcomes = Comment conclure ce message ?
inbox-outcomes-card = Échap ferme la fiche et revient au message.
sweep-left = { $count ->
    [one] encore { $count }
   *[other] encore { $count }
}
sweep-pace = environ { $time } à ce rythme
inbox-you = Vous
inbox-before-edit = Avant : { $text }
inbox-cut = { $count ->
    [one] … et encore { $count } caractère (c le copie en entier)
   *[other] … et encore { $count } caractères (c le copie en entier)
}
inbox-our-answer = Votre réponse ({ $stage })
inbox-refused = ✕ Le réseau a refusé ({ $act }) : { $why }
inbox-refused-back = Rien n’a changé sur le réseau ; { $moderate } propose autre chose, dont le masquer ici seulement.
inbox-facts = { $kind } · { $tone } · { $visibility }
inbox-waits = Attend depuis { $age }
inbox-works-target = Temps ouvré : { $time } (objectif { $target })
inbox-waits-target = Attend depuis { $time } (objectif { $target })
inbox-snoozed-until = Suspendu jusqu’au { $when }
inbox-was-filtered = Le réseau avait filtré cette mention.
inbox-has-draft = ✎ Une réponse est commencée (Entrée).
inbox-labels = Étiquettes : { $labels }
inbox-person = Personne
person-kind-since = { $kind }, depuis { $since }
person-exchanges = { $count ->
    [one] { $count } message, dont { $answered } avec réponse
   *[other] { $count } messages, dont { $answered } avec réponse
}
person-past = Avant
inbox-erased = (effacé)
inbox-gone = ✕ N’est plus visible sur le réseau (message supprimé). Ce qui avait été lu :
inbox-gone-answer = Ce message n’existe plus sur le réseau : votre réponse n’est pas partie.
inbox-gone-answer-do = Elle est gardée en brouillon ({ $reply } le rouvre) ; { $close } archive le message.
inbox-gone-act = Ce message n’existe plus sur le réseau : il n’y a plus rien à y faire.
inbox-gone-act-do = { $close } archive le message.
inbox-no-parent = ✕ Message supprimé, ou invisible d’ici : celui auquel on répond.
inbox-edited-at = ✎ Modifié par son auteur après lecture, vu le { $when }.
inbox-edited = ✎ Modifié par son auteur après lecture.
inbox-edited-after-answer = ✎ Modifié après réponse (R rouvre)
inbox-edited-after-end = ✎ Modifié depuis (R rouvre)
inbox-promised = ◷ Promis pour le { $day } : { $text }
card-formerly = auparavant { $names }
card-tone = ton : { $tone } ({ $count } sur { $all })
card-tone-mixed = ton : partagé
card-tone-unknown = ton : —
card-attention = Reçu : { $what }
card-followed = abonnement le { $day }
card-note-title = Note
card-no-note = Rien de noté : e écrit une note.
card-note-begun = ✎ Une note est commencée : e la reprend.
card-note-kept = Note gardée.
card-promises-title = Promesses
card-no-promise = Rien de promis : n note une promesse et son jour.
card-past-title = Échanges
card-nothing-here = Aucun échange ici.
card-no-promise-here = Placez le curseur sur une promesse.
card-kind-title = Qui est cette personne pour la marque ?
card-kind-noted = Noté : { $kind }
card-join-about = La même personne sous un autre nom : cherchez-la par nom ou pseudo, Entrée réunit les fiches.
card-join-nobody = Personne de ce nom.
card-joined = Réunis : { $name } et { $other }.
card-separated = Fiches séparées.
card-more-title = { $name }
card-separate = Séparer { $name }
card-export = Exporter tout ce qui la concerne (JSON)
card-exported = Écrit : { $file }
card-not-exported = L’export n’a pas pu être écrit : { $why }
card-file-name = personne
card-erase = Effacer cette personne…
card-erase-title = Effacer { $name } pour toujours ?
card-erase-no = Non, ne rien effacer
card-erase-yes = { $count ->
    [one] Oui, effacer { $name } et son message
   *[other] Oui, effacer { $name } et ses { $count } messages
}
card-erase-waiting = { $count ->
    [one] { $count } message attend encore : il sera archivé.
   *[other] { $count } messages attendent encore : ils seront archivés.
}
card-erase-figures = Les chiffres restent ; u n’annulera pas.
card-erase-copies = Les copies de Ronde sont remplacées par une neuve.
card-erase-elsewhere = Publications, rapports et exports ne sont pas touchés.
card-erase-choose = Choisissez non (n) ou oui (y).
card-erasing = Effacement en cours…
card-erased = { $count ->
    [one] Effacé : { $count } message vidé. Copies remplacées : { $copies }.
   *[other] Effacé : { $count } messages vidés. Copies remplacées : { $copies }.
}
card-erased-part = Effacé de la base, mais le fichier ou ses copies n’ont pas pu être réécrits : il y reste des traces.
card-erased-part-do = Fermez les autres Ronde, puis relancez : le nettoyage reprend de lui-même.
card-is-erased = Cette personne a été effacée ; ses messages comptent encore, sans texte ni nom.
promise-title = Que promettre à { $name } ?
promise-help = Par exemple : rappeler quand le déca revient
promise-blank = Écrivez ce qui est promis.
promise-day-title = Pour quel jour ?
promise-day = { $when } · { $day }
promise-day-typed = Pour quel jour ? (1/12 ou 2026-12-01)
promise-tomorrow = Demain
promise-working-day = Prochain jour ouvré
promise-week = Dans une semaine
promise-fortnight = Dans deux semaines
promise-month = Dans un mois
promise-what-title = Cette promesse
promise-keep = Tenue
promise-unkeep = Pas encore tenue
promise-move = Reporter
promise-drop = Retirer
promise-made = Promis pour le { $day }
promise-kept = Promesse tenue.
promise-owed-again = Promesse à tenir de nouveau.
promise-moved = Promesse reportée au { $day }
promise-dropped = Promesse retirée.

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
composer-too-heavy = Trop lourd pour ce réseau : { $bytes } octets sur { $most }. Enlevez des emojis.
composer-bytes = { $bytes } octets sur { $most }
composer-placeholder = { $what } n’est pas rempli.
composer-other-brand = Cette réponse nomme une autre marque : { $name }.
composer-sent-title = Texte copié : collez-le sur place. Est-il envoyé ?
composer-sent-no = Pas encore
composer-sent-yes = Oui, il est envoyé
composer-title-short = { $account } · { $brand }
composer-cut = Votre éditeur a rendu plus qu’un message ne peut tenir : la fin manque.
composer-full = La réponse est pleine (256 Ko) : rien de plus n’y entre.
charter-banned = « { $word } » est écarté par la charte (Carnet, page Marque).
second-look-title = Relisez avant d’envoyer
second-look-message = Message de { $author }, de ton négatif
second-look-help = Ctrl+D envoie · sinon, retour
reply-choose = Modèles de réponse · { $language } (tapez pour chercher)
reply-choose-past = Vos réponses passées à des messages semblables
reply-choose-help = Entrée insère · Tab { $language } · Ctrl+G vos réponses passées
reply-choose-past-help = Entrée insère · Ctrl+T modèles
reply-none = Aucun modèle pour l’instant : n en ajoute un dans le Carnet (7), page Modèles. Ctrl+G montre vos réponses passées.
reply-none-match = Rien ne correspond à ce que vous avez tapé.
reply-past-looking = Un instant : vos réponses passées sont parcourues…
reply-past-none = Aucune réponse passée ne va avec ce message. Ctrl+T montre les modèles.
reply-past-asked = à « { $text } »
reply-past-hint = Ctrl+G · déjà répondu à un message semblable : « { $text } »
reply-ask-title = Que mettre pour « { $what } » ?
reply-ask-help = Entrée insère · Échap laisse { $what } à remplir plus tard
tongue-fr = français
tongue-en = anglais

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
    [one] { $count } message reste. S reprend cette ronde, 3 passe au relevé des mesures, Échap revient à la boîte.
   *[other] { $count } messages restent. S reprend cette ronde, 3 passe au relevé des mesures, Échap revient à la boîte.
}
