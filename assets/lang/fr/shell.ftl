### Ce qui vaut partout : onglets, commandes communes, avis.

tab-today = Jour
tab-inbox = Boîte
tab-metrics = Mesures
tab-queue = File
tab-watch = Veille
tab-report = Rapport
tab-notebook = Carnet
tab-short-today = J
tab-short-inbox = B
tab-short-metrics = M
tab-short-queue = F
tab-short-watch = V
tab-short-report = R
tab-short-notebook = C

cmd-help = Aide : les touches de cet écran
key-help = aide
cmd-palette = Toutes les commandes
key-palette = commandes
cmd-undo = Annuler la dernière action
key-undo = annuler
cmd-redo = Rétablir ce qui vient d’être annulé
cmd-pull = Relever les messages et les chiffres maintenant
cmd-go = Aller à…
cmd-brands = Changer de marque
cmd-language = Passer à l’anglais
cmd-theme = Changer les couleurs
cmd-tab-today = Jour
cmd-tab-inbox = Boîte
cmd-tab-metrics = Mesures
cmd-tab-queue = File
cmd-tab-watch = Veille
cmd-tab-report = Rapport
cmd-tab-notebook = Carnet
cmd-next-tab = Onglet suivant
cmd-previous-tab = Onglet précédent
cmd-outbox = Voir les envois
cmd-suspend = Revenir au shell
cmd-quit = Quitter
key-quit = quitter
key-shell-dialog-enter = valider
key-shell-dialog-tab = suivant
key-shell-dialog-esc = fermer

theme-auto = celles du terminal
theme-light = claires
theme-dark = sombres
theme-contrast = très contrastées
theme-mono = sans couleur

shell-no-brand = Aucune marque pour l’instant.
shell-no-account = Aucun compte pour l’instant : ouvrez le Carnet (7) pour en ajouter un.
shell-not-loaded = Un instant, la lecture n’est pas terminée.
shell-demo-no-pull = Données d’exemple : rien n’est relevé.
shell-demo-sign = Données d’exemple
shell-demo-not-sent = Données d’exemple : { $act } — rien n’est parti, tout reste sur cette machine.
shell-language-changed = Les écrans sont en français.
shell-theme-changed = Couleurs : { $theme }.
shell-erased-for-good = L’effacement d’une personne ne s’annule pas. u continue avec l’acte d’avant.
shell-nothing-to-undo = Rien à annuler ni à rétablir.
shell-undone = Annulé : { $what }.
shell-left-stays = Cet acte était déjà parti : il reste tel quel, et u repart de lui.
shell-redone = Rétabli : { $what }.
undone-message-open = { $count ->
    [one] rouvert, message de { $author }
   *[other] { $count } messages rouverts
}
undone-message-answered = { $count ->
    [one] répondu, message de { $author }
   *[other] réponse à { $count } messages
}
undone-message-delegated = { $count ->
    [one] délégué, message de { $author }
   *[other] { $count } messages délégués
}
undone-message-snoozed = { $count ->
    [one] suspendu, message de { $author }
   *[other] { $count } messages suspendus
}
undone-message-closed = { $count ->
    [one] archivé, message de { $author }
   *[other] { $count } messages archivés
}
undone-message-hidden = { $count ->
    [one] modéré, message de { $author }
   *[other] { $count } messages modérés
}
undone-message-urgent = { $count ->
    [one] urgence, message de { $author }
   *[other] urgence de { $count } messages
}
undone-message-kind = { $count ->
    [one] type, message de { $author }
   *[other] type de { $count } messages
}
undone-message-tone = { $count ->
    [one] ton, message de { $author }
   *[other] ton de { $count } messages
}
undone-message-labels = { $count ->
    [one] étiquettes, message de { $author }
   *[other] étiquettes de { $count } messages
}
undone-message-logged = { $count ->
    [one] message noté à la main
   *[other] { $count } messages notés à la main
}
undone-message-changed = { $count ->
    [one] modification, message de { $author }
   *[other] modification de { $count } messages
}
undone-thing-post = { $count ->
    [one] contenu
   *[other] { $count } contenus
}
undone-thing-delivery = { $count ->
    [one] envoi
   *[other] { $count } envois
}
undone-thing-reading = { $count ->
    [one] relevé
   *[other] { $count } relevés
}
undone-thing-person = { $count ->
    [one] fiche d’une personne
   *[other] { $count } fiches de personnes
}
undone-thing-saved-reply = { $count ->
    [one] modèle
   *[other] { $count } modèles
}
undone-thing-contact = { $count ->
    [one] contact
   *[other] { $count } contacts
}
undone-thing-account = { $count ->
    [one] compte
   *[other] { $count } comptes
}
undone-thing-brand = { $count ->
    [one] réglage de la marque
   *[other] { $count } réglages de la marque
}
undone-thing-highlight = { $count ->
    [one] élément gardé pour le rapport
   *[other] { $count } éléments gardés pour le rapport
}
undone-thing-section = { $count ->
    [one] texte du rapport
   *[other] { $count } textes du rapport
}
undone-thing-rule = { $count ->
    [one] règle
   *[other] { $count } règles
}
undone-thing-label = { $count ->
    [one] étiquette
   *[other] { $count } étiquettes
}
undone-thing-view = { $count ->
    [one] vue
   *[other] { $count } vues
}
undone-thing-brief = { $count ->
    [one] consigne
   *[other] { $count } consignes
}
undone-thing-promise = { $count ->
    [one] promesse
   *[other] { $count } promesses
}
undone-thing-sweep = { $count ->
    [one] ronde
   *[other] { $count } rondes
}
undone-named = { $thing } « { $name } »
undone-way-made = ajout, { $thing }
undone-way-changed = modification, { $thing }
undone-way-removed = retrait, { $thing }
undone-act = { $count ->
    [one] { $act }
   *[other] { $act } ({ $count })
}
undone-act-of = { $count ->
    [one] { $act }, message de { $author }
   *[other] { $act }, { $count } messages
}
shell-already-left = Trop tard : c’est déjà parti.
shell-came-back = { $count ->
    [one] Un message est revenu à sa date.
   *[other] { $count } messages sont revenus à leur date.
}
shell-desktop-failed = Impossible sur ce poste : { $why }
shell-no-browser = Aucun navigateur ne s’ouvre sur ce poste.
shell-no-browser-do = L’adresse, à copier : { $address }
shell-no-mail = Aucun logiciel de courriel ne s’ouvre sur ce poste.
shell-no-mail-do = Copiez le texte et envoyez-le vous-même.
shell-editor-failed = L’éditeur n’a pas pu s’ouvrir : le texte est inchangé. Réglez la variable EDITOR.
shell-ctrl-c = Ctrl+C encore une fois pour quitter (le brouillon est gardé).
shell-key-unknown = La touche { $key } ne fait rien ici — F1 montre celles qui servent.
shell-paste-nowhere = Rien n’attend de texte ici : le collage est ignoré.
shell-paste-too-long = Trop long pour être collé ici : rien n’est pris, votre texte et votre presse-papiers restent.
shell-paste-cut = Collé en partie : 256 Ko au plus. Le reste est encore dans votre presse-papiers.
shell-go-title = Aller à…
shell-brands-title = Quelle marque ?
shell-help-title = Aide : les touches de cet écran (tapez pour chercher)
shell-palette-title = Toutes les commandes (tapez pour chercher)
shell-offers = Tab : { $words }
shell-new-word = Nouveau mot : Entrée l’ajoute.
shell-too-small = Fenêtre trop petite : { $width } × { $height }. Il en faut au moins { $least-width } × { $least-height }. Rien n’est perdu : agrandissez-la.
shell-watch-later = La veille (flux RSS, recherches, concurrents, alerte) arrivera dans une prochaine version. En attendant, b et f dans la Boîte gardent les réussites et les retours pour le rapport.

shell-sent = C’est parti : { $act }.
shell-refused = Le réseau a refusé : { $why }
shell-not-left = N’est pas parti : { $why }
shell-refused-do = Rien n’est publié, votre texte est gardé en brouillon : corrigez-le et renvoyez.
shell-refused-act-do = Rien n’a changé sur le réseau.
shell-refused-back-do = Rien n’a changé sur le réseau. Le message est revenu où il était.
shell-unclear = Pas de réponse claire du réseau : l’envoi est peut-être passé.
shell-unclear-do = Ronde vérifie avant toute chose et ne renverra jamais deux fois.
shell-ask-person = Ce réseau ne permet pas de vérifier si l’envoi est passé.
shell-ask-person-do = Regardez sur place, puis « : envois » pour trancher.
shell-late = L’heure est passée de plus de 15 minutes : « { $words } » n’est pas parti.
shell-late-do = « : envois » pour publier maintenant ou abandonner.
shell-asking = { $count ->
    [one] { $count } envoi vous attend (« : envois »)
   *[other] { $count } envois vous attendent (« : envois »)
}
shell-on-hold = Marque en pause : rien ne part
shell-held = { $count ->
    [one] ◷ { $count } envoi part dans { $seconds } s ({ $key } annuler)
   *[other] ◷ { $count } envois, le prochain dans { $seconds } s ({ $key } annuler)
}
shell-pulling = ⟳ { $done }/{ $all } comptes
shell-pulled-at = ● relevé à { $clock }
shell-pull-trouble = { $count ->
    [one] ⚠ { $count } compte en difficulté (Carnet)
   *[other] ⚠ { $count } comptes en difficulté (Carnet)
}
shell-pulled = { $count ->
    [one] { $count } nouveau message.
   *[other] { $count } nouveaux messages.
}
shell-outbox-title = Derniers envois
shell-outbox-line = { $stage } · { $act } · { $words }
shell-outbox-empty = Aucun envoi pour l’instant.
shell-later = Plus tard
shell-unclear-title = Cet envoi est-il passé ?
shell-unclear-look = Ouvrir le compte pour regarder
shell-unclear-out = Oui, il est en ligne
shell-unclear-absent = Non, l’envoyer maintenant
shell-late-title = Cet envoi a manqué son heure
shell-late-send = Publier maintenant
shell-late-drop = Abandonner l’envoi (le texte reste)
shell-trouble-of = { $account } : { $what }
