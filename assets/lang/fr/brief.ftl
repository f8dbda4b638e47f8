### Ce qui se confie, se note et se garde : demandes aux contacts, messages notés à la main, bravos, retours.

brief-subject = Question de { $author } ({ $brand })
brief-subject-many = { $count } messages à voir ({ $brand })
brief-file = demande
brief-hello = Bonjour { $name },
brief-hello-nobody = Bonjour,
brief-many = { $count } messages adressés à { $brand } attendent votre avis.
brief-instant = { $day } à { $clock }
brief-wrote = { $author } a écrit à { $brand } sur { $network }, { $when } :
brief-quote = « { $text } »
brief-link = Lien : { $url }
brief-asked = Ce qu’il me faut : { $asked }
brief-asked-nothing = Que pouvons-nous lui répondre ?
brief-due = Réponse attendue au plus tard { $when }.
brief-meanwhile = Accusé de réception prêt pour { $author } (c’est moi qui l’envoie) : « { $text } »
brief-thanks = Merci !
brief-chaser-end = Quand pouvez-vous me répondre ? Merci !
brief-acknowledge = Bonjour { $name }, merci pour votre message. Nous posons la question à l’équipe concernée et revenons vers vous au plus tard { $day }.
brief-acknowledge-nobody = Bonjour, merci pour votre message. Nous posons la question à l’équipe concernée et revenons vers vous au plus tard { $day }.
brief-feedback = Voici un retour reçu de notre communauté :
brief-none = Aucune demande ici : d délègue le message.
brief-several-contacts = Ces messages sont confiés à plusieurs personnes : sélectionnez ceux d’une seule.
brief-title = Demande à { $name }
brief-chaser-title = Relance à { $name }
brief-answered = { $name } a répondu : { $text }
brief-no-address = { $name } n’a pas d’adresse : ajoutez-la dans le Carnet (7).
brief-no-address-copied = { $name } n’a pas d’adresse (Carnet, 7) : la demande est copiée à la place.
brief-use-answer = Répondre en partant de sa réponse
brief-copy = Copier
brief-mail = Courriel à { $address }
brief-save = Enregistrer dans un fichier
brief-acknowledge-it = Accuser réception à l’auteur (à relire avant l’envoi)
brief-ask-what = Dire ce qui est demandé…
brief-chase = Relancer { $name }…
brief-paste = Noter la réponse de { $name }…
brief-what-title = Que demandez-vous ?
brief-what-help = Une ligne ; vide : « Que pouvons-nous lui répondre ? »
brief-copied = Pour { $name } : texte copié, à coller où vous vous parlez. D le montre.
brief-later = Confié à { $name } : D montre la demande.
brief-mailed = Courriel pour { $name } ouvert : à relire et à envoyer.
brief-mailed-copied = Trop long pour un courriel prérempli : le texte pour { $name } est copié, collez-le dedans.
brief-mail-too-long = (Le texte complet est dans le presse-papiers : collez-le ici.)
brief-saved = Demande enregistrée : { $path }
brief-not-saved = La demande n’a pas pu être enregistrée : { $why }
brief-not-saved-do = Copiez-la plutôt : D puis c.
brief-postpone-title = Relance partie ? Attendre { $name } jusqu’à quand ?
brief-postponed = { $name } : nouvelle date notée
brief-answer-title = Réponse de { $name }
brief-answer-help = Collez ou écrivez. Ctrl+D note la réponse et rouvre le message ; Échap laisse.
brief-answer-words = Ses mots
brief-answer-empty = Il n’y a pas encore de réponse ici.
brief-answer-kept = Réponse de { $name } notée, le message est à traiter. D puis r la reprend.
brief-acknowledged = Accusé de réception à { $author } : le message reste délégué
brief-way-copy = en la copiant
brief-way-mail = par courriel
brief-way-file = dans un fichier
brief-way-later = plus tard (D)
brief-turn-asked = → Demandé à { $name }, { $at }, pour le { $due }
brief-turn-asked-what = → Demandé à { $name }, { $at }, pour le { $due } : { $asked }
brief-turn-chased = → { $name } : dernière relance { $at }
brief-turn-answered = { $name } a répondu, { $at } :
brief-somebody = un contact
brief-waits = En attente de { $name }, { $waited } ({ $when })
brief-late = { $name } en retard de { $waited } (D relance)
brief-came = { $name } a répondu (D puis r)
brief-row = → { $name } { $waited }
brief-row-full = en attente de { $name }, { $waited }
brief-composer = Accusé, reste délégué · { $brand } · { $account }
hand-title = Noter un message reçu ailleurs
hand-help = Plusieurs messages ? Collez-les ensemble dans Message. Échap garde tout.
hand-account = Reçu sur
hand-author = Qui
hand-words = Message
hand-place = Lien ou lieu
hand-when = Quand
hand-seen = Vu par
hand-kept = Gardé : n reprend ce message.
hand-no-author = Qui a écrit ? Un nom suffit.
hand-no-words = Qu’a dit cette personne ?
hand-bad-when = Une date passée : 16/11/2026 09:12, 16/11 09:12 ou 09:12.
hand-nobody = Sans nom
hand-single = C’est un seul message : revenir à la fiche
hand-found = { $count } messages trouvés pour { $account } (Entrée retire une ligne)
hand-nothing-left = Il ne reste aucun message à noter.
keep-win-title = Garder ce bravo
keep-win-help = Ctrl+D : garder. Sans accord donné, le rapport ne nomme personne.
keep-words = Texte
keep-link = Lien
keep-consent = Accord
keep-where = Où
keep-to = À qui
keep-feedback-help = Ctrl+D : garder pour le rapport et copier le texte à transmettre
keep-form-kept = Gardé : la même touche reprend ce qui est écrit.
keep-no-words = Il n’y a plus de texte à garder.
consent-not-asked = pas demandé
consent-asked = demandé
consent-given = donné
idea-note = { $author } : « { $text } »
unsay-title = C’est parti : on ne peut plus annuler. Supprimer la réponse ?
unsay-leave = La laisser
unsay-delete = La supprimer sur { $network } (dans 10 secondes)
unsay-before = La laisser, et annuler l’acte d’avant
unsay-too-late = Trop tard : c’est déjà parti. Encore u : annuler l’acte d’avant.
brief-chaser = { $count ->
    [one] Je vous ai écrit { $since } à propos de ce message, sans réponse pour l’instant. Son auteur attend depuis { $waited }.
   *[other] Je vous ai écrit { $since } à propos de ces { $count } messages, sans réponse pour l’instant. Le premier attend depuis { $waited }.
}
hand-keep = { $count ->
    [one] Noter ce message
   *[other] Noter ces { $count } messages
}
hand-logged = { $count ->
    [one] Message noté.
   *[other] { $count } messages notés.
}
hand-known = { $count ->
    [one] Ce message était déjà noté.
   *[other] Ces { $count } messages étaient déjà notés.
}
hand-logged-known = { $count ->
    [one] Un message noté, { $known } déjà connus.
   *[other] { $count } messages notés, { $known } déjà connus.
}
