### Les commandes : l’aide, ce qu’elles disent et ce qu’elles refusent.

## Headings of the help
cli-heading-usage = Usage :
cli-heading-commands = Commandes :
cli-heading-arguments = Arguments :
cli-heading-options = Options :
cli-after-help =
    Sans commande, Ronde ouvre ses écrans.
    Codes de sortie : 0 fait, 1 échec, 2 mauvais usage, 3 fait en partie, 4 quelqu’un doit agir.
cli-man-variables = RONDE_DB et RONDE_CONFIG désignent les fichiers quand les options sont absentes. RONDE_SECRETS=file garde les jetons dans le fichier voisin de la configuration, même si le système a un trousseau. RONDE_NOW (2026-11-23T09:00:00Z) règle l’horloge, pour une répétition : cela change ce que Ronde note, pas ce qu’un réseau voit.

## What each command does
cli-help-ronde = Le poste de travail d’un community manager qui travaille seul.
cli-help-demo = Ouvre les écrans sur des données d’exemple ; rien ne peut partir.
cli-help-brand = Crée des marques, les liste, en suspend une.
cli-help-brand-add = Crée une marque.
cli-help-brand-list = Liste les marques.
cli-help-brand-hold = Suspend une marque : rien ne part en son nom jusqu’à --off.
cli-help-account = Connecte des comptes, les liste, les vérifie, les retire.
cli-help-account-add = Connecte un compte (mastodon, bluesky), ou note un compte tenu à la main (manual).
cli-help-account-list = Liste les comptes.
cli-help-account-check = Demande si les comptes répondent, et ce qu’ils savent faire.
cli-help-account-remove = Retire un compte et oublie son jeton.
cli-help-contact = Note les personnes avec qui vous travaillez.
cli-help-contact-add = Note un contact.
cli-help-contact-list = Liste les contacts.
cli-help-replies = Les modèles de réponse de la marque, en français et en anglais.
cli-help-replies-list = Liste les modèles de réponse.
cli-help-replies-import = Lit des modèles dans un fichier TOML : format = 1, puis une table [[reply]] par langue avec name, language (fr ou en) et text.
cli-help-replies-export = Écrit les modèles en TOML, tels que import les relit.
cli-help-person = Ce qui est gardé d’une personne : en donner une copie, ou l’effacer.
cli-help-person-export = Écrit en JSON tout ce qui est gardé d’une personne.
cli-help-person-erase = Efface une personne de tous les fichiers de Ronde, pour toujours ; les chiffres restent.
cli-help-pull = Récupère les messages et les chiffres de chaque compte.
cli-help-publish = Envoie ce qui doit partir.
cli-help-run = Récupère et envoie en boucle, jusqu’à ce qu’on l’arrête.
cli-help-inbox = Liste les messages.
cli-help-reply = Répond à un message, tout de suite.
cli-help-close = Archive des messages qui n’appellent pas de réponse.
cli-help-snooze = Suspend des messages ; ils reviennent d’eux-mêmes.
cli-help-brief = La demande faite à un contact : l’affiche, relance, note sa réponse.
cli-help-delegate = Délègue des messages à un contact ; ils reviennent d’eux-mêmes.
cli-help-post = Les publications : de l’idée à la mise en ligne.
cli-help-post-add = Note une publication ; le texte vient de --text ou de l’entrée standard. Une ligne « --- » y commence la partie suivante d’un fil.
cli-help-post-edit = Change ce qui est donné et laisse le reste.
cli-help-post-list = Liste les publications d’une période.
cli-help-post-show = Montre une publication, ses variantes et ses validations.
cli-help-post-approve = Note que quelqu’un a validé le plan ou le contenu.
cli-help-post-schedule = Fixe l’heure de départ d’une publication validée.
cli-help-post-cancel = Reprend une publication programmée.
cli-help-rule = Montre les règles, et ce qu’elles proposeraient ; elles n’agissent jamais.
cli-help-rule-list = Liste les règles, dans leur ordre.
cli-help-rule-test = Essaie une règle à blanc sur les derniers messages.
cli-help-log = Note des chiffres lus sur un réseau : followers=870 reach=na.
cli-help-readings = Liste les chiffres notés.
cli-help-report = Écrit le rapport d’une période.
cli-help-export = Écrit tout en JSON ; aucun secret n’en fait partie.
cli-help-backup = Écrit une copie cohérente du fichier.
cli-help-doctor = Vérifie le fichier, la configuration, l’horloge, les secrets et chaque compte.
cli-help-completions = Affiche les complétions d’un shell.
cli-help-man = Affiche la page de manuel.
cli-help-help = Montre l’aide d’une commande, ou de json.

## What each flag and argument is
cli-flag-db = Le fichier où tout est gardé (RONDE_DB).
cli-flag-config = Le fichier de configuration (RONDE_CONFIG).
cli-flag-brand = La marque, par son nom ou son numéro.
cli-flag-lang = La langue des textes et des rapports.
cli-flag-json = Affiche un objet JSON (ronde help json).
cli-flag-quiet = N’affiche que ce qui est demandé, et les erreurs.
cli-flag-who = La personne, par son numéro, son pseudo ou son nom.
cli-flag-sure = Efface sans poser la question.
cli-flag-file-out = Le fichier à écrire.
cli-flag-help = Montre cette aide.
cli-flag-version = Montre la version.
cli-flag-ask = Ce qui est demandé, en une ligne
cli-flag-chase = Affiche la relance et la note
cli-flag-answer = Note la réponse du contact ; le message est de nouveau à traiter
cli-flag-account = Un compte : son numéro, son identifiant, ou son réseau s’il y est seul.
cli-flag-accounts = Un compte qui la publie ; peut être répété.
cli-flag-dry-run = Dit seulement ce que la commande ferait.
cli-flag-rule = Le nom ou le numéro d’une règle.
cli-flag-last = Sur combien des derniers messages.
cli-flag-was-sent = Vous avez vérifié : cet envoi incertain est parti.
cli-flag-not-sent = Vous avez vérifié : cet envoi incertain n’est pas parti ; il repart.
cli-flag-allow-late = Laisse partir malgré tout un envoi en retard.
cli-flag-every = Minutes entre deux récupérations.
cli-flag-filter = Ce qui doit correspondre, comme dans la boîte : colis de:marie type:plainte.
cli-flag-view = La vue : open, delegated, snoozed, answered, all, ou le nom d’une vue enregistrée.
cli-flag-limit = Combien au plus.
cli-flag-id = Le numéro d’un message ou d’une publication.
cli-flag-ids = Les numéros des messages.
cli-flag-text = Le texte ; sinon il est lu sur l’entrée standard.
cli-flag-hold = Laisse la réponse au prochain ronde publish.
cli-flag-reason = Pourquoi, pour le journal.
cli-flag-until = Quand ils reviennent : 2026-11-23, demain, 2h, 3j, lundi 14:00.
cli-flag-to = Jusqu’à ce jour, ou le contact.
cli-flag-from = À partir de ce jour.
cli-flag-month = Un mois : 2026-10.
cli-flag-week = Une semaine : 2026-W43.
cli-flag-name = Le nom.
cli-flag-zone = Le fuseau horaire.
cli-flag-hours = Les heures de travail : 09:00-17:00.
cli-flag-weekdays = Les jours travaillés, 1 étant lundi : 1-5.
cli-flag-sweeps = Rondes par jour.
cli-flag-reports-to = À qui vous rendez compte.
cli-flag-validates-alone = Vous validez vous-même plans et contenus.
cli-flag-off = Met fin à la suspension.
cli-flag-kind = Ce qui est ajouté.
cli-flag-server = L’adresse du serveur : https://exemple.social. Bluesky la trouve par l’identifiant.
cli-flag-token-stdin = Lit le jeton, ou le mot de passe d’application, sur l’entrée standard.
cli-flag-token = Demande le jeton, ou le mot de passe d’application, sans l’afficher.
cli-flag-network = Le réseau d’un compte tenu à la main.
cli-flag-handle = L’identifiant : @cafelumen, cafelumen.bsky.social.
cli-flag-role = Le service ou la fonction.
cli-flag-email = L’adresse électronique.
cli-flag-validates = Valide plans et contenus.
cli-flag-receives-reports = Reçoit les rapports.
cli-flag-title = Le nom que vous lui donnez.
cli-flag-media = Un fichier joint ; peut être répété.
cli-flag-alt = Ce que montre le fichier, pour qui ne le voit pas ; dans l’ordre des --media.
cli-flag-day = Le jour : 2026-11-23, aujourd’hui, hier.
cli-flag-pillar = Le pilier éditorial.
cli-flag-note = Une note jamais publiée.
cli-flag-of = Ce qui est validé.
cli-flag-by = Par qui.
cli-flag-words = En quels termes, ou pourquoi on passe outre.
cli-flag-pass-over = Passe outre la validation ; --words dit pourquoi.
cli-flag-at = Quand elle part : 2026-11-23T15:00.
cli-flag-metric = Un seul indicateur.
cli-flag-figures = INDICATEUR=VALEUR ; na si le réseau ne le donne pas.
cli-flag-yes = Note malgré tout des valeurs improbables.
cli-flag-format = Les formats, séparés par des virgules.
cli-flag-out = Le dossier où écrire.
cli-flag-force = Remplace les fichiers existants.
cli-flag-dir = Le dossier où écrire.
cli-flag-file = Le fichier à écrire.
cli-flag-source = Le fichier à lire.
cli-flag-target = Le fichier à écrire ; sans lui, la sortie standard.
cli-flag-skip = Garde vos textes là où le fichier en a d’autres.
cli-flag-replace = Prend les textes du fichier à la place des vôtres.
cli-flag-shell = Le shell.
cli-flag-topic = Une commande, ou json.

## Wrong usage
cli-usage-unknown-flag = Il n’y a pas d’option { $flag } ici.
cli-unknown-command = Il n’y a pas de commande { $name }.
cli-usage-no-command = Il manque une commande.
cli-usage-missing = Il manque : { $flag }.
cli-usage-no-value = { $flag } attend une valeur.
cli-usage-value = « { $value } » n’est pas une valeur pour { $flag }.
cli-usage-values = Valeurs possibles : { $values }.
cli-usage-conflict = { $flag } et { $other } s’excluent.
cli-usage-other = Commande incomprise : { $why }.
cli-did-you-mean = Vouliez-vous dire { $near } ?
cli-see-help = Tapez ronde --help pour voir ce qui existe.
cli-bad-id = « { $id } » n’est pas un numéro. ronde inbox et ronde post list les montrent.
cli-bad-when = « { $typed } » n’est pas une date ou une heure que Ronde connaît.
cli-bad-when-todo = Tapez 2026-11-23, 2026-11-23T09:00, demain, lundi 14:00, 2h ou 3j.
cli-bad-day = « { $typed } » n’est pas un jour. Tapez 2026-11-23, aujourd’hui ou hier.
cli-bad-period = « { $typed } » n’est pas une période. Tapez --month 2026-10 ou --week 2026-W43.
cli-past = C’est passé. Choisissez un moment à venir.
cli-absent-hour = { $typed } n’existe pas : on change d’heure cette nuit-là. L’heure suivante est { $next }.
cli-bad-zone = « { $zone } » n’est pas un fuseau horaire. Tapez par exemple Europe/Paris.
cli-bad-hours = « { $typed } » : heures ou jours de travail incompris. Tapez --hours 09:00-17:00 --weekdays 1-5.
cli-blank-name = Il manque un nom.
cli-blank-text = Il n’y a rien à dire : le texte est vide.
cli-unknown-view = Il n’y a pas de vue « { $name } ».
cli-known-views = Les vues sont : { $names }.
cli-bad-figure = « { $typed } » n’est pas un chiffre. Tapez followers=870, ou reach=na si le réseau ne le donne pas.
cli-bad-figure-todo = Les indicateurs sont : { $metrics }.
cli-day-to-come = Le { $day } n’est pas encore venu : il n’y a rien à relever.
cli-too-many-alts = Il y a plus de --alt que de --media.
cli-two-brands = Ces messages sont de deux marques : les marques ne se mêlent pas. Traitez-les une marque à la fois.

## The brand, accounts, contacts
cli-no-brand = Il n’y a pas encore de marque.
cli-no-brand-todo = Tapez ronde brand add "Ma marque", ou ronde seul pour l’accueil.
cli-unknown-brand = Il n’y a pas de marque « { $name } ».
cli-which-brand = Quelle marque ? Il y en a plusieurs.
cli-known-brands = Donnez-en une avec --brand : { $names }.
cli-brand-exists = La marque { $name } existe déjà.
cli-brand-made = La marque { $name } est créée (numéro { $id }).
cli-brand-line =
    { $id }  { $name }  { $zone }  { $accounts ->
        [one] { $accounts } compte
       *[other] { $accounts } comptes
    }
cli-brand-line-held =
    { $id }  { $name }  { $zone }  { $accounts ->
        [one] { $accounts } compte
       *[other] { $accounts } comptes
    }  suspendue
cli-brand-held = { $name } est suspendue : rien ne part en son nom.
cli-brand-released = { $name } n’est plus suspendue : ce qui doit partir repart.
cli-unknown-account = Il n’y a pas de compte « { $name } ».
cli-which-account = « { $name } » désigne plusieurs comptes.
cli-known-accounts = Les comptes sont : { $names }.
cli-no-account-todo = Il n’y a pas encore de compte. Tapez ronde account add mastodon --server URL, ronde account add bluesky --handle NOM, ou ronde account add manual --network instagram --handle @nom.
cli-which-network = Quel réseau ? Donnez --network, par exemple --network instagram.
cli-which-handle = Quel identifiant ? Donnez --handle @nom.
cli-which-server = Quel serveur ? Donnez --server, par exemple --server https://exemple.social.
cli-account-exists = Le compte { $handle } est déjà noté.
cli-account-noted = { $handle } est noté (numéro { $id }). Il est tenu à la main : ronde log note ses chiffres.
cli-account-connected = { $handle } est connecté (numéro { $id }).
cli-account-renewed = { $handle } est de nouveau connecté (numéro { $id }).
cli-account-next = Tapez ronde pull pour récupérer ses messages.
cli-account-removed = { $handle } est retiré, et son jeton oublié.
cli-account-well = { $handle } répond.
cli-account-fails = { $handle } : { $why }
cli-account-waits = { $handle } n’a pas été récupéré : son serveur demande d’attendre, ou vous avez arrêté. Le prochain ronde pull continuera.
cli-account-expired = Le jeton de { $handle } est refusé.
cli-account-expired-todo = Tapez ronde account add mastodon --server { $server } pour le reconnecter ; rien n’est perdu.
cli-account-expired-password-todo = Tapez ronde account add { $network } --handle { $account } pour le reconnecter ; rien n’est perdu.
cli-standing-manual = tenu à la main
cli-standing-well = connecté
cli-standing-expired = jeton refusé
cli-standing-limited = en attente
cli-secret-in-file = Ce système n’a pas de trousseau : le jeton est gardé dans { $file }, que vous seul pouvez lire.
cli-type-token = Tapez ou collez le jeton, puis Entrée (il ne s’affiche pas) :
cli-type-password = Tapez ou collez le mot de passe d’application (il se fait là : { $place }), puis Entrée. Il ne s’affiche pas :
cli-main-password = On dirait le mot de passe habituel du compte, pas un mot de passe d’application. Faites-en un pour Ronde : { $place }
cli-type-text = Tapez le texte, puis Ctrl+D sur une ligne vide :
cli-no-token = Aucun jeton n’a été donné.
cli-no-code = Aucun code n’a été donné. Retapez la commande pour en obtenir un autre.
cli-open-url = Ouvrez cette adresse et autorisez Ronde : { $url }
cli-code-caught = Une fois l’autorisation donnée, appuyez ici sur Entrée. Si votre navigateur est sur une autre machine, collez l’adresse où il arrive, puis Entrée :
cli-paste-code = Collez le code affiché, puis Entrée :
cli-rule-line = { $name } : si { $conditions } → { $proposes }
cli-rule-off = (à l’arrêt)
cli-no-rule = Il n’y a pas encore de règle. Elles s’écrivent dans le Carnet (7), page Règles.
cli-unknown-rule = Il n’y a pas de règle « { $name } ».
cli-known-rules = Les règles sont : { $names }.
cli-rule-tried = Essai à blanc : { $count } sur les { $looked } derniers messages. Rien n’a été changé.
cli-unknown-contact = Il n’y a pas de contact « { $name } ».
cli-known-contacts = Les contacts sont : { $names }.
cli-no-contact-todo = Il n’y a pas encore de contact. Tapez ronde contact add NOM.
cli-contact-exists = Le contact { $name } est déjà noté.
cli-contact-made = { $name } est noté (numéro { $id }).
replies-none = Aucun modèle de réponse. « ronde replies import » en lit d’un fichier, le Carnet (7) en ajoute.
replies-new = Nouveau : { $name } ({ $language })
replies-replaced = Remplacé : { $name } ({ $language })
  avant : { $before }
  après : { $after }
replies-differs = Différent, le vôtre est gardé : { $name } ({ $language })
  le vôtre : { $before }
  le fichier : { $after }
replies-would = À lire : { $count } ; différents, gardés tels quels : { $left } ; déjà là : { $same }. Rien n’est changé.
replies-read = Lus : { $count } ; différents, gardés tels quels : { $left } ; déjà là : { $same }.
replies-left-todo = Relancez avec --replace pour prendre les textes du fichier, ou --skip pour garder les vôtres sans question.
replies-written = { $count ->
    [one] 1 modèle écrit dans { $file }.
   *[other] { $count } modèles écrits dans { $file }.
}
replies-exists-todo = Choisissez un autre nom, ou ajoutez --force pour le remplacer.
replies-file-wrong = { $file } : { $what }
replies-file-todo = Rien n’est changé. « ronde help replies import » montre le format, « ronde replies export » en donne un exemple.
replies-at-line = ligne { $line } : { $what }
replies-wrong-syntax = ce n’est pas ce qui est attendu ici ({ $why }).
replies-wrong-format = écrivez format = { $format } : cette version de Ronde n’en lit pas d’autre.
replies-wrong-language = « { $word } » n’est pas une langue : écrivez "fr" ou "en".
replies-wrong-name = ce modèle n’a pas de nom : donnez-lui en un.
replies-wrong-text = ce modèle n’a pas de texte : écrivez-le, ou retirez le modèle.
replies-wrong-twice = « { $name } » y est deux fois dans la même langue : gardez-en un.
replies-wrong-size = trop grand : { $size } Mo au plus pour un fichier, 256 Ko pour un texte.

## Messages
cli-woken =
    { $count ->
        [one] { $count } message est revenu.
       *[other] { $count } messages sont revenus.
    }
cli-pulling = { $handle } : récupération…
cli-pulled = { $handle } : { $new ->
    [one] { $new } nouveau
   *[other] { $new } nouveaux
}, { $changed ->
    [one] { $changed } modifié
   *[other] { $changed } modifiés
}, { $answered } avec une réponse donnée ailleurs.
cli-inbox-empty = Aucun message ici.
cli-inbox-end = { $shown } affichés, { $open } à traiter.
cli-inbox-more = { $shown } affichés, il y en a d’autres (--limit), { $open } à traiter.
cli-state-open = à traiter
cli-state-answered = répondu
cli-state-delegated = délégué
cli-state-snoozed = suspendu
cli-state-closed = archivé
cli-state-hidden = masqué
cli-no-message = Il n’y a pas de message { $id }.
cli-no-message-todo = ronde inbox --view all les montre avec leurs numéros.
cli-closed =
    { $count ->
        [one] { $count } message archivé.
       *[other] { $count } messages archivés.
    }
cli-no-brief = Rien n’a été demandé à propos du message { $id }.
cli-no-brief-todo = ronde delegate { $id } le confie à un contact.
cli-brief-answered = Réponse notée : le message { $id } est à traiter.
cli-brief-exists = { $path } existe déjà : rien n’est écrasé.
cli-brief-not-written = { $path } n’a pas pu être écrit : { $why }
cli-brief-written = Demande écrite : { $path }
cli-snoozed =
    { $count ->
        [one] { $count } message revient
       *[other] { $count } messages reviennent
    } le { $until }.
cli-delegated =
    { $count ->
        [one] { $count } message délégué
       *[other] { $count } messages délégués
    } à { $name }, jusqu’au { $until }.
cli-answer-noted = La réponse au message { $id } est notée. Ce compte est tenu à la main : envoyez-la vous-même.
cli-answer-held = La réponse attend (envoi { $id }) : le prochain ronde publish l’enverra.
cli-too-long = Le texte a { $used } caractères ; ce compte en accepte { $limit }.
cli-too-heavy = Le texte pèse { $bytes } octets ; ce compte en accepte { $most }. Emoji et accents en comptent plusieurs.
cli-lack-manual = { $handle } est tenu à la main : publiez et répondez-y vous-même.
cli-lack-server = Le serveur de { $handle } ne propose pas cela ({ $ability }).

## Deliveries
cli-delivery-line = { $id }  { $what }  { $act }  { $handle }  { $words }
cli-act-publish = publication
cli-act-reply = réponse
cli-act-like = mention j’aime
cli-act-repost = relais
cli-act-quote = citation
cli-act-hide = masquage
cli-act-delete = suppression
cli-act-mute = mise en sourdine
cli-act-block = blocage
cli-act-report = signalement
cli-would-send = partirait
cli-would-look-up = serait recherché
cli-would-wait = attend
cli-would-ask = en retard : à vous de décider
cli-would-hold = marque suspendue
cli-would-unfit = ne convient pas au compte
cli-would-expired = jeton refusé
cli-sent-done = envoyé
cli-sent-refused = refusé
cli-sent-unclear = incertain
cli-sent-late = en retard
cli-sent-waiting = sera réessayé
cli-sent-unfit = ne convient pas au compte, pas envoyé
cli-sent-expired = jeton refusé
cli-sent-hold = marque suspendue
cli-sending =
    { $count ->
        [one] Examen de { $count } envoi…
       *[other] Examen de { $count } envois…
    }
cli-nothing-to-send = Rien ne doit partir maintenant.
cli-refused-why = Le réseau l’a refusé : { $why }. Rien n’est parti ; le texte est gardé.
cli-not-left-why = N’est pas parti : { $why }. Le texte est gardé.
cli-unclear-todo = On ne sait pas si c’est parti. Regardez sur le réseau, puis tapez ronde publish --was-sent { $id } ou --not-sent { $id }.
cli-late-todo = Son heure est passée de plus de 15 minutes. Tapez ronde publish --allow-late { $id } pour l’envoyer maintenant.
cli-not-there = L’envoi { $id } n’attend pas cela. ronde publish --dry-run montre où en est chacun.
cli-running =
    { $minutes ->
        [one] Récupération toutes les minutes ; ce qui est dû part à l’heure. Ctrl+C arrête.
       *[other] Récupération toutes les { $minutes } minutes ; ce qui est dû part à l’heure. Ctrl+C arrête.
    }
cli-stopped = Arrêté. Rien n’est resté à moitié fait.
cli-runs-already = Un autre ronde run travaille déjà sur ce fichier.

## Posts
cli-post-state-idea = idée
cli-post-state-planned = planifiée
cli-post-state-drafting = en rédaction
cli-post-state-in-review = à valider
cli-post-state-approved = validée
cli-post-state-scheduled = programmée
cli-post-state-published = publiée
cli-post-state-archived = archivée
cli-post-now = Publication { $id } « { $title } » : { $state }.
cli-post-needs-plan = Ensuite : ronde post approve { $id } --of plan --by NOM
cli-post-needs-content = Ensuite : ronde post approve { $id } --of content --by NOM
cli-post-needs-hour = Ensuite : ronde post schedule { $id } --at 2026-11-23T15:00
cli-post-leaves = Elle part le { $at }.
cli-post-media = Fichier : { $path } ({ $alt })
cli-post-variant = { $handle } : { $used } caractères sur { $limit }  { $url }
cli-post-part = { $handle }, partie { $part }/{ $of } : { $used } caractères sur { $limit }  { $url }
cli-post-approval = Validé ({ $of }) par { $by } le { $at } : { $words }
cli-post-approval-void = Ne vaut plus ({ $of }) : { $by } le { $at } : { $words }
cli-approval-of-plan = plan
cli-approval-of-content = contenu
cli-post-lacks-day = La publication n’a pas de jour dans le plan.
cli-post-lacks-plan = Son plan n’est pas validé.
cli-post-lacks-content = Son contenu n’est pas validé, ou a changé depuis.
cli-post-lacks-account = Aucun compte ne la publie.
cli-post-lacks-text = Elle n’a ni texte ni fichier.
cli-post-lacks-hour = Elle n’a pas d’heure.
cli-part-unknown = On ne sait pas où se trouve la partie { $part } en ligne : tapez ronde pull, puis recommencez.
cli-post-lacks-out = Elle est déjà parue.
cli-post-todo-day = Tapez ronde post edit ID --day 2026-11-23.
cli-post-todo-plan = Tapez ronde post approve ID --of plan --by NOM.
cli-post-todo-content = Tapez ronde post approve ID --of content --by NOM.
cli-post-todo-account = Tapez ronde post edit ID --account COMPTE.
cli-post-todo-text = Tapez ronde post edit ID --text TEXTE.
cli-post-todo-edit = ronde post edit { $id } --text … change le texte.
cli-no-posts = Aucune publication sur cette période.
cli-no-file = { $file } n’est pas un fichier.
cli-pass-over-why = Passer outre une validation demande une raison : --words.
cli-approved-by-whom = Qui a validé ? Donnez --by NOM.
cli-not-scheduled = La publication { $id } n’est pas programmée.

## Figures
cli-metric-followers = abonnés
cli-metric-reach = portée
cli-metric-views = vues
cli-metric-impressions = impressions
cli-metric-likes = j’aime
cli-metric-comments = commentaires
cli-metric-shares = partages
cli-metric-saves = enregistrements
cli-metric-clicks = clics
cli-metric-posts = publications
cli-source-api = récupéré
cli-source-file = importé
cli-source-typed = saisi
cli-not-available = non disponible
cli-no-readings = Aucun chiffre sur cette période.
cli-logged =
    { $count ->
        [one] { $count } chiffre noté
       *[other] { $count } chiffres notés
    } pour { $handle }, { $day }.
cli-unlikely = Improbable : { $metric } { $value }, après { $before }.
cli-unlikely-kept-back = Rien n’a été noté : vérifiez les chiffres ci-dessus.
cli-unlikely-todo = S’ils sont justes, retapez la commande avec --yes.

## Files
cli-backed-up = Copié dans { $file }.
cli-file-failed = { $file } : { $why }
cli-is-link = { $file } est un lien : Ronde n’écrit pas là où il ne voit pas.
cli-exists = { $file } existe déjà.
cli-exists-todo = Choisissez un autre dossier, ou ajoutez --force pour le remplacer.
cli-person-unknown = Personne n’est connu sous « { $name } ».
cli-person-several = Plusieurs personnes répondent à « { $name } » : { $list }
cli-person-several-todo = Donnez le numéro.
cli-person-exported = { $file } : tout ce qui est gardé de { $name }.
cli-person-erase-ask = { $count ->
    [one] { $name } ({ $handles }), { $count } message : effacer pour toujours ?
   *[other] { $name } ({ $handles }), { $count } messages : effacer pour toujours ?
}
cli-person-erase-about =
    Les textes, notes, promesses, brouillons et réponses disparaissent du fichier ; les chiffres restent.
    Ce qui attend encore ({ $waiting }) est archivé. Les copies du dossier backups et d’avant mise à jour sont remplacées par une seule, neuve.
    Vos publications, rapports, exports et copies faites ailleurs ne sont pas touchés. Rien ne pourra être annulé.
    Tapez « oui » pour effacer :
cli-person-kept = Rien n’a été effacé.
cli-person-kept-todo = Tapez « oui » quand la question est posée, ou ajoutez --yes.
cli-person-erased = { $count ->
    [one] Effacé : { $count } message vidé. Archivés : { $closed }. Copies remplacées : { $copies }.
   *[other] Effacé : { $count } messages vidés. Archivés : { $closed }. Copies remplacées : { $copies }.
}
cli-person-erased-part = Effacé de la base, mais le fichier ou ses copies n’ont pas pu être réécrits : fermez les autres Ronde ; la commande suivante reprend le nettoyage.
cli-no-home = Ce système n’indique pas de dossier personnel.
cli-no-home-todo = Donnez --db FICHIER et --config FICHIER.
cli-stdin-failed = L’entrée ne peut pas être lue : { $why }
cli-config-unreadable = { $place } : la configuration ne peut pas être lue : { $why }
cli-config-syntax = { $place } : ce n’est pas du TOML : { $why }
cli-config-unknown = { $place } : il n’y a pas de réglage « { $key } ».
cli-config-value = { $place } : « { $key } » attend { $expects }.
cli-config-command = { $place } : il n’y a pas de commande « { $command } » à qui donner des touches.
cli-config-taken = { $place } : deux commandes veulent « { $press } » : { $one } et { $other }.
cli-config-press = { $place } : « { $press } » pour { $command } n’est pas une touche que tout terminal distingue.
cli-odd-reply = Ronde a reçu une réponse inattendue ({ $reply }). C’est un défaut de Ronde ; votre fichier est intact.

## Doctor
cli-doctor-config = La configuration { $file } est comprise.
cli-doctor-no-config = Il n’y a pas de configuration ({ $file }) : les réglages d’origine valent.
cli-doctor-log = Le journal technique est dans { $file }.
cli-doctor-clock = L’horloge indique { $now }.
cli-doctor-clock-wrong = L’horloge indique { $now }, ce qui est impossible.
cli-doctor-clock-todo = Réglez l’horloge de cette machine : les publications partiraient à de mauvaises heures.
cli-doctor-file =
    Le fichier { $file } est intact : { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }, schéma { $schema }, SQLite { $sqlite }.
cli-doctor-damaged = Le fichier { $file } est abîmé : { $damage }
cli-doctor-damaged-todo = Copiez d’abord le fichier ailleurs ; les copies des derniers jours sont à côté de lui.
cli-doctor-counters = L’index ou les compteurs ne s’accordent pas avec les lignes : { $names }.
cli-doctor-modes-well = Le fichier et les secrets ne sont lisibles que par vous.
cli-doctor-modes = { $file } peut être lu par d’autres.
cli-doctor-modes-todo = Tapez chmod 600 { $file }
cli-doctor-manual = { $handle } est tenu à la main : rien à vérifier.

## JSON
cli-json-intro = Avec --json, chaque commande affiche un objet. Tous ont schema (la version de ces formes) et exit (le code de sortie) ; en cas d’échec, error : code, what, todo. Un nom garde son sens ; d’autres peuvent s’ajouter. Ci-dessous, | sépare les valeurs possibles d’un nom, et null peut remplacer ce qui n’est pas connu.

## Reports and exports
cli-report-failed = Le rapport ne peut pas être fait : { $why }
cli-wrote = Écrit : { $file }
cli-exported =
    Écrit : { $file } ({ $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    })

## The screens
cli-no-terminal = Ronde ouvre ses écrans dans un terminal ; ici il n’y en a pas.
cli-screens-failed = Les écrans ont dû se fermer : { $why }
cli-fault = Ronde s’est arrêtée sur un défaut à elle : { $why }
cli-fault-kept = Tout ce que vous avez tapé est gardé. Tapez ronde pour le retrouver et continuer.
cli-fault-lost = Ce qui était enregistré est intact, mais vos derniers mots n’ont pas pu l’être. Tapez ronde doctor, puis ronde.
cli-fault-demo = C’était la démonstration : rien n’est parti. Tapez ronde demo pour la rouvrir.
cli-no-copy = La copie du jour n’a pas pu être gardée : { $why }
