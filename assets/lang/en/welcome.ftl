### The first run: one question a screen.

welcome-title = Welcome to Ronde · { $at }/{ $all }
welcome-title-account = Where do people talk to you?

welcome-ask-language = Which language do you work in? · Dans quelle langue ?
welcome-ask-start = Where to begin?
welcome-ask-brand = Which brand do you speak for?
welcome-ask-reports-to = Whom do you report to?
welcome-ask-hours = What are your hours?
welcome-ask-sweeps = How many sweeps a day?
welcome-ask-account = Which account to add first?
welcome-ask-handle = What is your name on { $network }?

welcome-french = Français
welcome-english = English
welcome-start-own = Start with my brand
welcome-start-sample = Try it with sample data
welcome-brand-default = My brand
welcome-reports-myself = Myself
welcome-reports-communication = The communication service
welcome-reports-marketing = The marketing service
welcome-reports-care = Customer service
welcome-reports-press = Press relations
welcome-reports-direction = The direction
welcome-reports-client = A client
welcome-sweeps-1 = 1: morning
welcome-sweeps-2 = 2: morning and afternoon
welcome-sweeps-3 = 3: morning, midday and afternoon

welcome-help-language = You can change it at any time.
welcome-help-start = The sample is an invented café with three months of messages. Nothing can be sent, nothing is kept.
welcome-help-brand = The name you will read at the top of every screen and report.
welcome-help-reports-to = This chooses what the report puts first. With “myself”, you are its only reader.
welcome-help-hours = Response times are counted within these hours. For instance “8:45-17:30 mon-fri”. Time zone: { $zone }.
welcome-help-sweeps = A sweep is one round of the messages that wait, one by one, down to the last. You can always do one more.
welcome-help-handle = You will note messages and figures by hand; answers are copied with one key.
welcome-hours-wrong = I can’t read these hours. Write for instance “9-17 mon-fri”.
welcome-handle-wrong = Write the name of the account, or Esc for later.

welcome-network = { $name } (by hand for now)
welcome-mastodon = Mastodon, GoToSocial, snac and the like
welcome-bluesky = Bluesky
welcome-by-hand = None: I note by hand
welcome-by-hand-name = By hand
welcome-network-mastodon = Connects at once: the address of the server, then a code to paste or an authorization in the browser.
welcome-network-bluesky = Connects at once: your handle and an app password, which Bluesky makes in a minute. The steps are on the next screen.
welcome-network-instagram = Needs a professional account and a Meta app; Ronde does not connect to it yet. Until then, by hand.
welcome-network-facebook = Needs a page and a Meta app; Ronde does not connect to it yet. Until then, by hand.
welcome-network-linkedin = Access is for apps that LinkedIn accepted; by hand.
welcome-network-youtube = Ronde does not connect to it yet. Until then, by hand.
welcome-network-threads = Needs a Meta app; Ronde does not connect to it yet. Until then, by hand.
welcome-network-tiktok = Access is for apps that TikTok accepted; by hand.
welcome-network-x = Access is paid; Ronde does not connect to it yet. Until then, by hand.
welcome-network-other = A forum, a group, the counter: in the inbox, n logs a message. Sweeps, delays and reports work just the same.
welcome-account-made = { $handle } is ready: in the inbox (2), n logs a message.

welcome-key-enter = go on
welcome-key-later = later
welcome-key-back = back
