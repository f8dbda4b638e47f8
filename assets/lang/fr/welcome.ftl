### La première ouverture : une question par écran.

welcome-title = Bienvenue dans Ronde · { $at }/{ $all }
welcome-title-account = Où vous parle-t-on ?

welcome-ask-language = Dans quelle langue travaillez-vous ? · Which language?
welcome-ask-start = Par où commencer ?
welcome-ask-brand = Pour quelle marque parlez-vous ?
welcome-ask-reports-to = À qui rendez-vous compte ?
welcome-ask-hours = Quelles sont vos heures ?
welcome-ask-sweeps = Combien de rondes par jour ?
welcome-ask-account = Quel compte ajouter d’abord ?
welcome-ask-handle = Sous quel nom êtes-vous sur { $network } ?

welcome-french = Français
welcome-english = English
welcome-start-own = Commencer avec ma marque
welcome-start-sample = Essayer avec des données d’exemple
welcome-brand-default = Ma marque
welcome-reports-myself = À moi-même
welcome-reports-communication = Au service communication
welcome-reports-marketing = Au service marketing
welcome-reports-care = Au service client (SAV)
welcome-reports-press = Aux relations presse
welcome-reports-direction = À la direction
welcome-reports-client = À un client
welcome-sweeps-1 = 1 : le matin
welcome-sweeps-2 = 2 : le matin et l’après-midi
welcome-sweeps-3 = 3 : le matin, à midi et l’après-midi

welcome-help-language = Vous pourrez en changer à tout moment.
welcome-help-start = L’exemple est un café inventé, avec trois mois de messages. Rien ne peut être envoyé, rien n’est gardé.
welcome-help-brand = Le nom que vous lirez en haut de chaque écran et des rapports.
welcome-help-reports-to = Cela choisit ce que le rapport met en avant. Vous seul le lirez si c’est « moi-même ».
welcome-help-hours = Les délais de réponse se comptent dans ces heures. Par exemple « 8:45-17:30 lun-ven ». Fuseau horaire : { $zone }.
welcome-help-sweeps = Une ronde est un tour des messages qui attendent, un par un, jusqu’au dernier. On peut toujours en faire une de plus.
welcome-help-handle = Vous noterez les messages et les chiffres à la main ; les réponses se copient d’une touche.
welcome-hours-wrong = Je ne comprends pas ces heures. Écrivez par exemple « 9-17 lun-ven ».
welcome-handle-wrong = Écrivez le nom du compte, ou Échap pour plus tard.

welcome-network = { $name } (à la main pour l’instant)
welcome-mastodon = Mastodon, GoToSocial, snac et semblables
welcome-bluesky = Bluesky
welcome-by-hand = Aucun : je note à la main
welcome-by-hand-name = À la main
welcome-network-mastodon = Se connecte tout de suite : l’adresse du serveur, puis un code à coller ou une autorisation dans le navigateur.
welcome-network-bluesky = Se connecte tout de suite : votre identifiant et un mot de passe d’application, que Bluesky fait en une minute. Les étapes sont à l’écran suivant.
welcome-network-instagram = Demande un compte professionnel et une application Meta ; Ronde ne s’y connecte pas encore. En attendant, suivi à la main.
welcome-network-facebook = Demande une page et une application Meta ; Ronde ne s’y connecte pas encore. En attendant, suivi à la main.
welcome-network-linkedin = L’accès est réservé aux applications acceptées par LinkedIn ; suivi à la main.
welcome-network-youtube = Ronde ne s’y connecte pas encore. En attendant, suivi à la main.
welcome-network-threads = Demande une application Meta ; Ronde ne s’y connecte pas encore. En attendant, suivi à la main.
welcome-network-tiktok = L’accès est réservé aux applications acceptées par TikTok ; suivi à la main.
welcome-network-x = L’accès est payant ; Ronde ne s’y connecte pas encore. En attendant, suivi à la main.
welcome-network-other = Un forum, un groupe, le comptoir : dans la Boîte, n note un message. Rondes, délais et rapports marchent tout pareil.
welcome-account-made = { $handle } est prêt : dans la Boîte (2), n note un message.

welcome-key-enter = continuer
welcome-key-later = plus tard
welcome-key-back = revenir
