### Le carnet : la marque et sa charte, ses comptes, ses contacts, ses modèles.

cmd-notebook-new = Ajouter : marque, compte, contact, modèle, règle
key-notebook-new = ajouter
cmd-notebook-edit = Modifier
key-notebook-edit = modifier
cmd-notebook-next-section = Section suivante
key-notebook-next-section = section
cmd-notebook-previous-section = Section précédente
cmd-notebook-check = Vérifier le compte maintenant
key-notebook-check = vérifier
cmd-notebook-reconnect = Reconnecter le compte
key-notebook-reconnect = reconnecter
cmd-notebook-remove = Retirer
key-notebook-remove = retirer
cmd-notebook-open = Ouvrir le serveur dans le navigateur
cmd-notebook-copy = Copier l’adresse d’autorisation
cmd-notebook-holidays = Ajouter les jours fériés français
cmd-notebook-hold = Mettre la marque en pause, ou lever la pause
cmd-notebook-new-brand = Nouvelle marque
cmd-notebook-keep-text = Garder ce texte
key-notebook-keep-text = garder
cmd-notebook-write-outside = Écrire dans votre éditeur
key-notebook-write-outside = éditeur

notebook-page-brand = Marque
notebook-page-accounts = Comptes
notebook-page-contacts = Contacts
notebook-page-replies = Modèles
notebook-page-line = Carnet : { $name }
notebook-sections-help = , suivante
notebook-no-row = Rien à modifier ici : n ajoute.
notebook-no-account = Choisissez un compte : , mène aux Comptes.
notebook-brand-stays = Une marque ne se retire pas ici : mettez-la en pause.
notebook-leave-as-is = Ne rien changer
notebook-yes = oui
notebook-no = non

notebook-setting-name = Nom
notebook-setting-zone = Fuseau horaire
notebook-setting-hours = Heures
notebook-setting-weekdays = Jours travaillés
notebook-setting-days-off = Jours chômés
notebook-setting-holidays = Jours fériés
notebook-setting-sweeps = Rondes
notebook-setting-targets = Objectifs de réponse
notebook-setting-reports-to = Je rends compte à
notebook-setting-alone = Je valide moi-même
notebook-setting-labels = Étiquettes
notebook-setting-hold = En pause
notebook-setting-colour = Couleur
notebook-help-name = Le nom que vos écrans et vos rapports portent.
notebook-help-zone = Une ville suffit : Paris
notebook-help-hours = 9:00-17:00
notebook-wrong-name = Il faut un nom, et qu’aucune autre marque ne le porte.
notebook-wrong-zone = Ce fuseau n’est pas connu : Europe/Paris, Montréal s’écrit America/Montreal.
notebook-wrong-hours = Écrivez deux heures, la première plus tôt : 9:00-17:00.
notebook-about-name = Entrée change le nom. n ajoute une autre marque : rien n’est partagé entre deux marques.
notebook-about-zone = Les jours commencent et les heures se lisent dans ce fuseau.
notebook-about-hours = Les délais de réponse ne comptent que ces heures.
notebook-about-weekdays = Les délais de réponse ne comptent que ces jours.
notebook-about-days-off = Jours fériés et congés : ni délai, ni ronde manquée. Entrée en ajoute, un par un ou d’un coup pour la France.
notebook-about-holidays = Ni délai ni ronde manquée ces jours-là. Ceux de France sont calculés ; ceux d’ailleurs viennent d’un fichier.
notebook-about-targets = En combien de temps ouvré chaque type attend sa réponse. Jour (F2) et le rapport disent combien l’ont eue à temps.
notebook-about-sweeps = Combien de fois par jour vous passez la boîte en revue.
notebook-about-reports-to = Oriente les objectifs proposés et le ton du rapport.
notebook-about-alone = Oui : v valide sans demander à personne. Non : v demande qui a validé, et la raison si vous passez outre.
notebook-about-labels = Les mots que vous posez sur les messages (t e). Entrée les montre, les renomme ou les retire.
notebook-about-hold = En pause, rien ne part au nom de la marque : ni réponse, ni publication.
notebook-about-colour = Pour distinguer vos marques d’un coup d’œil.

notebook-days-off = { $count ->
    [one] 1 à venir, { $day }
   *[other] { $count } à venir, le prochain { $day }
}
notebook-no-day-off = aucun à venir
notebook-sweeps = { $count ->
    [one] 1 par jour
   *[other] { $count } par jour
}
notebook-sweeps-title = Combien de rondes par jour ?
notebook-reports-title = À qui rendez-vous compte ?
notebook-reports-to-myself = moi-même
notebook-reports-to-communication = la communication
notebook-reports-to-marketing = le marketing
notebook-reports-to-care = le service client
notebook-reports-to-press = les relations presse
notebook-reports-to-direction = la direction
notebook-reports-to-client = un client
notebook-alone-on = Vous validez vous-même : v suffit.
notebook-alone-off = Vos contacts valident : v demandera qui.
notebook-colour-title = Quelle couleur ?
notebook-colour-amber = ambre
notebook-colour-teal = sarcelle
notebook-colour-rose = rose
notebook-colour-violet = violet
notebook-colour-lime = citron vert
notebook-colour-sky = ciel
notebook-weekdays-title = Quels jours travaillez-vous ?
notebook-weekday-on = [x] { $day }
notebook-weekday-off = [ ] { $day }
notebook-one-weekday = Gardez au moins un jour travaillé.
notebook-days-off-title = Jours chômés
notebook-day-off-add = Ajouter un jour
notebook-day-off-title = Quel jour est chômé ?
notebook-day-off-drop = Retirer le { $day }
notebook-day-off-dropped = De nouveau travaillé : { $day }.
notebook-holidays-of = Ajouter les jours fériés français de { $year }
notebook-holidays-added = { $count ->
    [one] 1 jour férié de { $year } ajouté.
   *[other] { $count } jours fériés de { $year } ajoutés.
}
notebook-hold-title = Mettre la marque en pause ?
notebook-hold-begin = Pause : plus rien ne part en son nom
notebook-hold-end-title = Lever la pause ?
notebook-hold-end = Lever : ce qui attend peut partir
notebook-hold-on = oui — rien ne part
notebook-held = En pause : rien ne part au nom de la marque.
notebook-released = Pause levée. Ce qui a plus de 15 minutes de retard ne partira pas sans vous.
notebook-new-brand-title = Le nom de la nouvelle marque ?
notebook-new-brand-help = Elle reprend les heures de celle-ci ; tout le reste est à part.

notebook-accounts-empty = Aucun compte. n en ajoute un : Mastodon et Bluesky se connectent, les autres se suivent à la main.
notebook-by-hand = ✎ à la main
notebook-well = ✓ connecté
notebook-expired = ⚠ autorisation expirée
notebook-expired-do = Vos brouillons sont gardés. r reconnecte le même compte.
notebook-limited = ⟳ limité jusqu’à { $clock }
notebook-troubled = ⚠ en difficulté
notebook-server = { $server } · { $software }
notebook-limit = { $count } caractères par message
notebook-lacks-nothing = Ce serveur permet tout ce que Ronde sait faire.
notebook-account-title = Que faire de ce compte ?
notebook-checking = Vérification de { $account }…
notebook-checked = { $account } répond.
notebook-demo = Données d’exemple : aucun vrai compte ne s’y connecte. Lancez « ronde » pour les vôtres.
notebook-remove-account-title = Retirer ce compte ?
notebook-remove-account = Retirer (ce qu’il a reçu et envoyé reste)
notebook-account-removed = Compte retiré ; son autorisation est oubliée ici.

notebook-network-title = Quel réseau ?
notebook-network-connects = { $network } — se connecte : messages, envois, chiffres
notebook-network-mastodon = Mastodon, suivi à la main
notebook-network-bluesky = Bluesky, suivi à la main
notebook-network-instagram = Instagram — à la main : Meta exige une appli à votre nom
notebook-network-facebook = Facebook — à la main : Meta exige une appli à votre nom
notebook-network-linkedin = LinkedIn — à la main : accès réservé à des partenaires
notebook-network-youtube = YouTube — à la main pour l’instant ; la connexion viendra
notebook-network-threads = Threads — à la main : Meta exige une appli à votre nom
notebook-network-tiktok = TikTok — à la main : rien d’ouvert pour les commentaires
notebook-network-x = X — à la main : l’accès est payant
notebook-network-other = Un autre lieu : forum, groupe, avis, comptoir…
notebook-handle-title = Quel compte ?
notebook-handle-help = Son nom sur place, ou celui du lieu.
notebook-handle-empty = Donnez un nom à ce compte.
notebook-handle-known = Ce compte est déjà dans le carnet.
notebook-manual-added = { $account } est suivi à la main : n le note dans la Boîte, les chiffres se tapent.

notebook-connecting = Connexion · { $server }
notebook-server-title = Sur quel serveur ?
notebook-server-help = L’adresse après le @ : piaille.fr, mastodon.social…
notebook-server-empty = Donnez l’adresse du serveur.
notebook-way-title = Comment autoriser Ronde ?
notebook-way-browser = Dans le navigateur
notebook-way-token = Coller un jeton d’accès
notebook-give-up = Abandonner
notebook-gave-up = Connexion abandonnée : rien n’est enregistré.
notebook-allow-title = Autorisez Ronde dans le navigateur, puis collez le code
notebook-allow-waiting = Autorisez Ronde dans le navigateur : j’attends…
notebook-allow-code = Coller le code
notebook-allow-copy = Copier l’adresse
notebook-allow-open = Rouvrir le navigateur
notebook-url-copied = Adresse copiée : ouvrez-la dans n’importe quel navigateur.
notebook-no-url = Aucune autorisation en cours.
notebook-code-title = Quel code le serveur montre-t-il ?
notebook-code-help = Collez-le tel quel.
notebook-code-empty = Collez le code que le serveur montre.
notebook-token-title = Quel jeton d’accès ?
notebook-token-help = Préférences → Développement, sur le serveur. Il reste caché.
notebook-token-empty = Collez le jeton d’accès.
notebook-stage-naming = Quel est le serveur de ce compte ?
notebook-stage-password = L’identifiant et le mot de passe d’application restent à donner.
notebook-stage-probing = Un instant : ce serveur est interrogé…
notebook-stage-choosing = Le serveur répond. { $software }
notebook-stage-starting = Un instant : le serveur prépare l’autorisation…
notebook-stage-allowing = Autorisez Ronde à cette adresse, puis collez le code :
notebook-stage-caught = Autorisez Ronde à cette adresse ; le code reviendra de lui-même :
notebook-stage-trying = Un instant : le compte est vérifié…
notebook-stage-storing = Un instant : le compte est enregistré…
notebook-one-moment = Un instant : le serveur n’a pas encore répondu.
notebook-stage-esc = Entrée reprend, Échap abandonne ; rien n’est encore enregistré.
notebook-connected = { $account } est connecté. Ses messages arrivent.
notebook-secret-in-file = Ce système n’a pas de trousseau : l’autorisation est gardée dans { $file }, lisible par vous seul.
notebook-another-account = C’est { $account } qui a répondu, pas { $known } : rien n’est changé.
connect-title = Connecter un compte { $network }
connect-steps-bluesky =
    1. Sur bsky.app : Paramètres → Confidentialité et sécurité.
    2. Mots de passe d’application : ajoutez-en un, nommé Ronde.
    3. Cochez les messages privés pour les lire ici aussi.
    4. Copiez-le ci-dessous : Bluesky ne le montre qu’une seule fois.
    Votre mot de passe habituel reste chez vous.
connect-handle = Identifiant
connect-password = Mot de passe d’application
connect-server = Serveur
connect-help-handle-bluesky = alice.bsky.social, ou l’adresse de votre profil bsky.app
connect-help-password-bluesky = De la forme xxxx-xxxx-xxxx-xxxx. Il reste caché.
connect-help-server = Laissez vide : trouvé par l’identifiant. Entrée connecte.
connect-wrong-handle-empty = Donnez l’identifiant du compte : alice.bsky.social.
connect-wrong-handle-email = C’est une adresse e-mail. Il faut l’identifiant, celui qui suit le @ sur votre profil : alice.bsky.social.
connect-wrong-handle-no-end = Il manque la fin de l’identifiant : alice.bsky.social, ou votre domaine.
connect-wrong-handle-signs = Ce n’est pas un identifiant : lettres, chiffres, traits d’union et points, comme alice.bsky.social.
connect-wrong-no-password = Collez le mot de passe d’application.
connect-wrong-main-password = On dirait votre mot de passe habituel. Faites-en un pour Ronde : { $place } (Entrée l’essaie quand même).
connect-wrong-refused = Refusé : identifiant ou mot de passe d’application inexact.
connect-failed = { $what } { $remedy }
connect-again = Ce que vous avez tapé est gardé : Ctrl+D réessaie.

notebook-contacts-empty = Aucun contact. n ajoute un collègue à qui déléguer, qui valide, ou qui reçoit les rapports.
notebook-contact-title = Ce contact
notebook-contact-done = C’est bon
notebook-contact-name = Le nom de ce contact ?
notebook-contact-role = Son service ou son rôle ?
notebook-contact-email = Son adresse e-mail ?
notebook-contact-name-of = Nom : { $name }
notebook-contact-role-of = Rôle : { $role }
notebook-contact-email-of = E-mail : { $email }
notebook-contact-validates = [x] valide plans et contenus
notebook-contact-validates-not = [ ] valide plans et contenus
notebook-contact-receives = [x] reçoit les rapports
notebook-contact-receives-not = [ ] reçoit les rapports
notebook-sign-validates = valide
notebook-sign-receives = rapports
notebook-name-empty = Il faut un nom.
notebook-remove-contact-title = Retirer ce contact ?
notebook-remove-contact = Retirer

notebook-setting-banned = Mots écartés
notebook-setting-second-look = Relecture
notebook-setting-community = Règles communauté
notebook-about-banned = Ni réponse ni publication ne part avec un de ces mots, quels que soient accents et majuscules.
notebook-about-second-look = Oui : la réponse à un message de ton négatif est relue une fois avant de partir. Entrée change.
notebook-about-community = Ce que vous citez quand vous modérez.
notebook-writing = { $what } · écriture
charter-banned-count = { $count ->
    [0] aucun
    [one] 1 mot
   *[other] { $count } mots
}
charter-community-count = { $count ->
    [0] aucune
    [one] 1 règle
   *[other] { $count } règles
}
charter-second-look = oui, si le ton est négatif
charter-second-look-on = Relecture : une réponse à un message de ton négatif est relue avant de partir.
charter-second-look-off = Sans relecture : Ctrl+D envoie du premier coup.
charter-banned-kept = { $count ->
    [0] Plus aucun mot n’est écarté.
    [one] Charte : 1 mot écarté.
   *[other] Charte : { $count } mots écartés.
}
charter-community-kept = { $count ->
    [0] Plus aucune règle de la communauté.
    [one] Charte : 1 règle de la communauté.
   *[other] Charte : { $count } règles de la communauté.
}
charter-list-help = Une entrée par ligne. Ctrl+D ou Échap garde ; u annule.
reply-empty = Aucun modèle. n en ajoute un : un nom, une langue, un texte. I en lit d’un fichier.
cmd-replies-import = Importer des modèles de réponse (TOML)
key-replies-import = importer
cmd-replies-export = Exporter les modèles de réponse (TOML)
key-replies-export = exporter
reply-file-elsewhere = I et X importent et exportent les modèles : , mène à la page Modèles.
reply-file-none = Aucun modèle à exporter : n en ajoute un, I en lit d’un fichier.
reply-file-name = modeles-{ $brand }.toml
reply-file-which = Tapez le chemin d’un fichier.
reply-file-exists = Ce fichier existe déjà.
reply-file-replace = Le remplacer
reply-file-failed = { $file } : { $why }
reply-import-title = Importer de quel fichier ?
reply-import-help = Un fichier TOML, comme X en écrit. Rien ne change avant que vous ayez vu quoi.
reply-import-sheet = Modèles de { $file }
reply-import-count = Nouveaux : { $new } · différents : { $differ } · déjà là : { $same }. Rien n’est changé.
reply-import-is-new = + { $name } ({ $language }) : { $text }
reply-import-differs =
    ~ { $name } ({ $language })
      le vôtre : { $before }
      le fichier : { $after }
reply-import-new = { $count ->
    [one] Importer le nouveau
   *[other] Importer les { $count } nouveaux
}
reply-import-all = { $new ->
    [0] Remplacer ceux qui diffèrent ({ $differ })
   *[other] Importer les nouveaux et remplacer ceux qui diffèrent ({ $differ })
}
reply-imported = { $count ->
    [one] { $count } modèle importé.
   *[other] { $count } modèles importés.
} { $left ->
    [0] u annule.
   *[other] Gardés tels quels : { $left }. u annule.
}
reply-export-title = Exporter vers quel fichier ?
reply-export-help = { $count ->
    [one] 1 modèle. I le relit tel quel, ici ou ailleurs.
   *[other] { $count } modèles. I les relit tels quels, ici ou ailleurs.
}
reply-text-help = {"{"}prénom{"}"} et {"{"}compte{"}"} se remplissent seuls, {"{"}lien{"}"} et tout autre {"{"}mot{"}"} sont demandés. Ctrl+D ou Échap garde ; u annule.
reply-name-title = Quel nom pour ce modèle ?
reply-name-help = Celui par lequel vous le chercherez : livraison, horaires…
reply-name-taken = Un autre modèle porte ce nom.
reply-language-title = Dans quelle langue ?
reply-variant-there = Ce modèle existe déjà dans cette langue : modifiez-le.
reply-title = Modèle · { $language }
reply-edit-text = Changer le texte
reply-edit-name = Changer le nom, dans toutes ses langues
reply-add-variant = Écrire la version en { $language }
reply-not-made = Sans texte, aucun modèle n’est gardé.
reply-not-emptied = Un modèle a un texte : rien n’est changé. x le retire.
reply-kept = Modèle gardé : { $name }
reply-remove-title = Retirer ce modèle ({ $language }) ?
reply-remove = Retirer
reply-removed = Modèle retiré : { $name }

targets-title = L’objectif de quel type ?
targets-others = tous les autres types
targets-line = { $kind } : { $target }
targets-line-none = { $kind } : pas d’objectif
targets-none = aucun
targets-typed = Répondre en combien de temps ouvré ? ({ $kind })
targets-help = 4 h, 1 h 30, 90 min ; vide : pas d’objectif
targets-wrong = Écrivez une durée avec son unité : 4 h, 1 h 30 ou 90 min.
targets-set = Objectif noté : { $kind }.

holidays-title = Quels jours fériés ?
holidays-france = ceux de France métropolitaine
holidays-file = ceux d’un fichier…
holidays-none = aucun
holidays-which = Quel fichier ?
holidays-help = name = "Belgique", puis sous [days] une ligne par jour : 2026-07-21 = "Fête nationale"
holidays-kept = Jours fériés notés. Les délais à venir en tiennent compte.
holidays-next = { $name }, prochain : { $day }
holidays-over = { $name }, aucun à venir : le fichier est à renouveler
holidays-unreadable = Ce fichier ne se lit pas : { $why }
holidays-wrong-line = Ligne { $line } : { $what }
holidays-wrong-syntax = ce n’est pas du TOML ({ $what })
holidays-wrong-no-days = aucun jour sous [days]
holidays-wrong-unknown = « { $what } » n’a pas de sens ici, seulement name et [days]
holidays-wrong-not-a-day = « { $what } » n’est pas un jour : écrivez 2026-07-21
holidays-wrong-not-a-name = un nom s’écrit entre guillemets droits
holidays-wrong-too-large = le fichier est trop gros
