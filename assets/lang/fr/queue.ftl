### La file : le tableau, le mois, la liste, le contenu qu'on écrit.

cmd-queue-new = Nouvelle idée (au calendrier : prévue ce jour-là)
key-queue-new = nouveau
cmd-queue-edit = Écrire le contenu
key-queue-edit = écrire
cmd-queue-enter = Ouvrir
cmd-queue-validate = Valider : le plan, puis le contenu
key-queue-validate = valider
cmd-queue-hour = Donner l’heure de publication
key-queue-hour = heure
cmd-queue-forward = Faire avancer (dans le calendrier : un jour plus tard)
key-queue-forward = avancer
cmd-queue-back = Faire reculer (dans le calendrier : un jour plus tôt)
cmd-queue-pause = Mettre en pause : ne part plus, redevient « à créer »
cmd-queue-archive = Archiver le contenu
cmd-queue-clone = Cloner : une nouvelle idée du même contenu
cmd-queue-next-view = Vue suivante : tableau, calendrier, liste
key-queue-next-view = vue
cmd-queue-previous-view = Vue précédente
cmd-queue-today = Aujourd’hui dans le calendrier
cmd-queue-open = Ouvrir la publication dans le navigateur
cmd-queue-copy = Copier le texte
cmd-queue-more = Autres actions : retirer, publié à la main, envois
key-queue-more = autres
cmd-post-done = Terminer : tout est enregistré, voir l’étape suivante
key-post-done = terminer
cmd-post-leave = Quitter, tout est gardé
key-post-leave = garder
cmd-post-next-part = Champ suivant
key-post-next-part = champ suivant
cmd-post-previous-part = Champ précédent
cmd-post-preview = Aperçu de chaque compte, les parties numérotées
key-post-preview = aperçu
cmd-post-outside = Écrire dans votre éditeur
key-post-outside = éditeur
cmd-post-saved = Le contenu est-il enregistré ?

queue-state-idea = idée
queue-state-planned = au plan
queue-state-drafting = à créer
queue-state-in-review = à valider
queue-state-approved = validé
queue-state-scheduled = programmé
queue-state-published = publié
queue-state-archived = archivé

queue-column-ideas = Idées { $count }
queue-column-plan = Plan { $count }
queue-column-create = À créer { $count }
queue-column-validate = À valider { $count }
queue-column-scheduled = Programmé { $count }
queue-column-empty = Rien ici.
queue-list-title = { $count ->
    [one] 1 contenu
   *[other] { $count } contenus
}
queue-empty = Aucun contenu pour l’instant. n note une idée : un titre suffit, le reste viendra. La touche « , » les montre jour par jour.
queue-nothing-chosen = Aucun contenu dans cette colonne. ←→ change de colonne, n note une idée.
queue-untitled = sans titre
queue-day-empty = Rien de prévu ce jour-là. Entrée ou n y prévoit un contenu.
queue-signs = ● publié  ◷ programmé  ? à valider  ○ à créer  ~ plan  ✕ jour chômé  ⚠ à voir

queue-no-post = Aucun contenu ici.
queue-is-out = Ce contenu est déjà en ligne : C le clone pour en refaire un.
queue-not-scheduled = Ce contenu n’est pas programmé.
queue-no-url = Ce contenu n’a pas encore d’adresse en ligne.
queue-at-end = C’est la dernière étape : il part à son heure.
queue-at-start = C’est la première étape ; a l’archive.
queue-has-hour = Ce contenu a une heure : h la change.
queue-leaves-by-itself = Ce contenu part de lui-même sur un compte connecté.

queue-lacks-day = Il manque un jour : Maj+→ en donne un.
queue-lacks-plan = Il manque la validation du plan : v la note.
queue-lacks-content = Il manque la validation du contenu : v la note.
queue-lacks-account = Il manque un compte où publier : e, puis Comptes.
queue-lacks-text = Il manque un texte : e l’écrit.
queue-lacks-part = La partie { $part } est vide : écrivez-la, ou enlevez la ligne « --- » qui la sépare.
queue-part-is-out = La partie { $part } est déjà en ligne : rendez-lui son texte, seule la suite peut changer.
queue-part-unknown = On ne sait pas où se trouve la partie { $part } en ligne : relevez (Ctrl+R) puis recommencez, ou publiez la suite à la main.
queue-lacks-hour = Il manque l’heure : h la donne.
queue-too-long = { $count ->
    [one] Trop long d’un caractère pour { $account } ({ $used } sur { $limit }) : raccourcissez-le.
   *[other] Trop long de { $count } caractères pour { $account } ({ $used } sur { $limit }) : raccourcissez-le.
}
queue-part-too-long = { $count ->
    [one] La partie { $part } sur { $of } est trop longue d’un caractère pour { $account } ({ $used } sur { $limit }) : raccourcissez-la.
   *[other] La partie { $part } sur { $of } est trop longue de { $count } caractères pour { $account } ({ $used } sur { $limit }) : raccourcissez-la.
}
queue-too-heavy = Trop lourd pour { $account } : { $used } caractères, mais { $bytes } octets sur { $most }. Un emoji composé en pèse jusqu’à 25 : enlevez-en.
queue-part-too-heavy = La partie { $part } sur { $of } est trop lourde pour { $account } : { $used } caractères, mais { $bytes } octets sur { $most }. Un emoji composé en pèse jusqu’à 25 : enlevez-en.
queue-too-many-files = Trop de fichiers pour { $account } : { $count } sur { $limit }. Enlevez-en.
queue-alt-too-long = Le texte alternatif de { $file } est trop long pour { $account } : { $used } caractères sur { $limit }. Raccourcissez-le.
queue-no-file = Fichier introuvable : { $file }. Remettez-le à sa place, ou enlevez-le du contenu.
queue-file-not-taken = { $account } ne prend pas { $file } : ce n’est pas une image qu’il sait montrer. Enregistrez-la en JPEG ou en PNG.
queue-file-too-large = { $file } est trop lourd pour { $account } : { $used } ko sur { $limit }. Réduisez l’image, puis remplacez le fichier.
queue-on-hold = La marque est en pause : rien n’est programmé. Le Carnet (7) lève la pause.
queue-other-brand = Ce contenu nomme une autre marque : { $name }.

queue-late = N’est pas parti à son heure (x puis e : envois).
queue-unclear = Envoi incertain : Ronde vérifie avant tout nouvel essai (x puis e : envois).
queue-refused = Refusé par le réseau : { $why }
queue-not-left = N’est pas parti : { $why }
queue-broken = Fil interrompu sur { $account } : { $out } sur { $of } en ligne. h programme la suite, à partir de la partie { $next }.
queue-broken-refused = Fil interrompu sur { $account } : { $out } sur { $of } en ligne, partie { $next } refusée ({ $why }). e la corrige, h programme la suite.
queue-blocked = Bloqué : l’autorisation de { $account } a expiré (Carnet, 7).
queue-by-hand = À publier à la main sur { $account } : c copie, puis x « c’est publié ».

queue-new-title = Nouvelle idée
queue-new-on-day = Nouveau contenu pour { $day }
queue-new-help = Un titre pour vous ; il n’est jamais publié.
queue-new-past = { $past } est passé : ce contenu sera prévu pour aujourd’hui. Un titre pour vous ; il n’est jamais publié.
queue-title-empty = Donnez-lui un titre.
queue-noted = Idée notée. e l’écrit.
queue-planned = Contenu prévu. e l’écrit, v valide le plan.
queue-day-title = Pour quel jour ?
queue-day-help = 23/11 ou 2026-11-23
queue-moved = Maintenant : { $state }.
queue-unscheduled = Retiré du programme : rien ne partira, les validations restent.
queue-paused = En pause : rien ne partira, le contenu est de nouveau à créer.
queue-archived = Archivé ({ $key } annule).
queue-cloned = Cloné : une idée du même contenu.
queue-copied = Texte copié.
queue-copy-title = Copier le texte de quel compte ?
queue-open-title = Ouvrir où ?

queue-who-plan = Qui valide le plan ?
queue-who-content = Qui valide le contenu ?
queue-who-myself = Moi, maintenant
queue-who-request = Copier une demande à envoyer
queue-who-pass = Passer outre (la raison est gardée)
queue-words-title = En quels mots ?
queue-words-help = Facultatif : Entrée pour continuer.
queue-reason-title = Pourquoi passer outre ?
queue-reason-help = La raison est gardée dans l’historique.
queue-reason-empty = Une raison est nécessaire.
queue-myself = moi
queue-plan-approved = Plan validé ({ $by }).
queue-content-approved = Contenu validé ({ $by }). h lui donne une heure.
queue-passed-over = Validation passée outre : la raison est gardée.
queue-all-approved = Tout est validé : h donne l’heure.
queue-voided-plan = Modifié après validation : le plan est de nouveau à valider (v).
queue-voided-content = Modifié après validation : le contenu est de nouveau à valider (v).
queue-request-plan = Bonjour, peux-tu valider ce sujet ? « { $title } », prévu le { $day }. Merci !
queue-request-content =
    Bonjour, peux-tu valider ce contenu ? « { $title } », prévu le { $day } :

    { $text }

    Merci !
queue-request-copied = Demande copiée : collez-la dans votre messagerie. v notera la réponse.

queue-hour-title = Quand publier ?
queue-hour-help = 23/11 15:00 · heure de { $zone }
queue-hour-unreadable = Écrivez un jour et une heure : 23/11 15:00.
queue-hour-absent = { $typed } n’existe pas ce jour-là (changement d’heure). Entrée pour { $next }.
queue-hour-past = Cette heure est passée.
queue-hour-too-near = C’est dans moins d’une minute : laissez-vous le temps de vous raviser.
queue-hour-to-validate = L’heure a changé : le contenu est de nouveau à valider (v), puis h.
queue-scheduled = Programmé { $day } à { $clock } ({ $key } annule).

queue-more-title = Que faire de ce contenu ?
queue-more-unschedule = Retirer du programme (reste validé)
queue-more-published = C’est publié, à la main
queue-more-outbox = Voir les envois
queue-more-archive = Archiver
queue-next-title = Prochaine étape
queue-next-later = Plus tard : tout est enregistré
queue-next-plan = Faire valider le plan
queue-next-content = Faire valider le contenu
queue-next-hour = Donner l’heure de publication

queue-stands-held = attend son heure
queue-stands-queued = attend son heure
queue-stands-sending = en train de partir
queue-stands-done = en ligne
queue-stands-refused = refusé
queue-stands-unknown = incertain
queue-stands-taken-back = repris
queue-stands-by-hand = à publier à la main
queue-stands-whole = { $of } parties en ligne
queue-stands-parts = { $of } parties, { $state }
queue-stands-part = { $out }/{ $of } en ligne, partie { $part } : { $state }
queue-media = { $count ->
    [one] 1 fichier, texte alternatif ✓
   *[other] { $count } fichiers, textes alternatifs ✓
}
queue-media-bare = { $count ->
    [one] ⚠ 1 fichier sans texte alternatif
   *[other] ⚠ { $count } fichiers sans texte alternatif
}
queue-when = Quand : { $when } ({ $zone })
queue-when-day = Prévu : { $day }
queue-when-never = Sans date
queue-pillar = pilier : { $pillar }
queue-approval-plan = plan
queue-approval-content = contenu
queue-approval-holds = { $what } ✓ { $by } { $day }
queue-approval-passed-over = { $what } : passé outre { $day }
queue-approval-voided = { $what } : modifié depuis, à revalider
queue-approval-missing = { $what } : à valider
queue-then-day = { $key } lui donner un jour
queue-then-plan = { $key } valider le plan
queue-then-write = { $key } écrire le texte et choisir les comptes
queue-then-content = { $key } valider le contenu
queue-then-hour = { $key } donner l’heure
queue-then-leaves = Part de lui-même ; { $key } le met en pause

post-editor-title = { $brand } · { $title }
post-part-title = Titre
post-part-text = Texte
post-part-accounts = Comptes
post-part-media = Fichiers
post-part-day = Jour
post-part-pillar = Pilier
post-part-note = Note
post-own-text = texte à part (Entrée)
post-own-title = Texte pour { $account } seulement ; vide, il reprend le texte commun
post-media-add = + ajouter un fichier (Entrée)
post-media-title = Quel fichier ?
post-media-help = Son chemin, tapé, collé ou déposé ici.
post-media-empty = Donnez le chemin d’un fichier.
post-media-bare = { $path } · texte alternatif : manquant ⚠
post-media-line = { $path } · { $alt }
post-alt-title = Que montre cette image ?
post-alt-help = Le texte alternatif, pour qui ne la voit pas.
post-preview-title = Aperçu, compte par compte
post-preview-no-account = Aucun compte à montrer : cochez-en un dans Comptes (Tab y mène).
post-preview-close = Fermer
post-preview-empty = (vide)
post-preview-file = [{ $file } : { $alt }]
post-preview-bare = [{ $file }, sans texte alternatif]
post-thread-hint = enregistré · une ligne « --- » commence la partie suivante d’un fil
post-account-out = Une partie est déjà en ligne sur ce compte : il reste dans le contenu.
post-edit-voids = Ce contenu est validé : le modifier annule sa validation.
post-outside-text = L’éditeur sert au texte : Tab y va.
post-kept = Contenu gardé.
post-not-kept = Ce contenu ne peut plus être changé : votre texte est dans le presse-papiers.
