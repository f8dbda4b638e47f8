### The commands: help, what they tell and what they refuse.

## Headings of the help
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-after-help =
    Without a command, Ronde opens its screens.
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part, 4 needs a person.
cli-man-variables = RONDE_DB and RONDE_CONFIG name the files when the options are not given. RONDE_SECRETS=file keeps tokens in the file beside the config even where the system has a keyring. RONDE_NOW (2026-11-23T09:00:00Z) sets the clock, for rehearsals: it moves what Ronde writes down, not what a network sees.

## What each command does
cli-help-ronde = The workstation of a community manager who works alone.
cli-help-demo = Opens the screens on sample data; nothing can be sent.
cli-help-brand = Makes brands, lists them, puts one on hold.
cli-help-brand-add = Makes a brand.
cli-help-brand-list = Lists the brands.
cli-help-brand-hold = Puts a brand on hold: nothing leaves in its name until --off.
cli-help-account = Connects accounts, lists, checks and removes them.
cli-help-account-add = Connects an account (mastodon, bluesky), or notes one kept by hand (manual).
cli-help-account-list = Lists the accounts.
cli-help-account-check = Asks whether accounts answer, and what they can do.
cli-help-account-remove = Removes an account and forgets its token.
cli-help-contact = Notes the people you work with.
cli-help-contact-add = Notes a contact.
cli-help-contact-list = Lists the contacts.
cli-help-replies = The saved replies of the brand, in French and in English.
cli-help-replies-list = Lists the saved replies.
cli-help-replies-import = Reads saved replies from a TOML file: format = 1, then a [[reply]] table for each language with name, language (fr or en) and text.
cli-help-replies-export = Writes the saved replies as TOML, as import reads them back.
cli-help-person = What is kept about a person: give them a copy, or erase it.
cli-help-person-export = Writes everything that is kept about a person as JSON.
cli-help-person-erase = Erases a person from every file of Ronde, for ever; figures stay.
cli-help-pull = Fetches messages and figures of every account.
cli-help-publish = Sends what is due.
cli-help-run = Fetches and sends again and again until it is stopped.
cli-help-inbox = Lists messages.
cli-help-reply = Answers a message, at once.
cli-help-close = Closes messages that need no answer.
cli-help-snooze = Puts messages off; they come back by themselves.
cli-help-brief = The brief of a contact: shows it, chases, keeps the answer.
cli-help-delegate = Hands messages to a contact; they come back by themselves.
cli-help-post = Posts: from the idea to the publication.
cli-help-post-add = Notes a post; the text comes from --text or from standard input. A “---” line in it begins the next part of a thread.
cli-help-post-edit = Changes what is given and leaves the rest.
cli-help-post-list = Lists the posts of a period.
cli-help-post-show = Shows a post with its variants and validations.
cli-help-post-approve = Notes that somebody validated the plan or the content.
cli-help-post-schedule = Sets when a validated post leaves.
cli-help-post-cancel = Takes a scheduled post back.
cli-help-rule = Shows the rules, and what they would propose; they never act.
cli-help-rule-list = Lists the rules, in their order.
cli-help-rule-test = Tries a rule on the last messages, changing nothing.
cli-help-log = Writes figures that you read on a network: followers=870 reach=na.
cli-help-readings = Lists the figures that are kept.
cli-help-report = Writes the report of a period.
cli-help-export = Writes everything as JSON; no secret goes with it.
cli-help-backup = Writes a consistent copy of the file.
cli-help-doctor = Checks the file, the config, the clock, the secrets and every account.
cli-help-completions = Prints the completions of a shell.
cli-help-man = Prints the manual page.
cli-help-help = Shows the help of a command, or of json.

## What each flag and argument is
cli-flag-db = The file with everything (RONDE_DB).
cli-flag-config = The config file (RONDE_CONFIG).
cli-flag-brand = The brand, by name or number.
cli-flag-lang = The language of texts and reports.
cli-flag-json = Prints one JSON object (ronde help json).
cli-flag-quiet = Prints only what was asked for, and errors.
cli-flag-who = The person, by their number, handle or name.
cli-flag-sure = Erases without asking.
cli-flag-file-out = The file to write.
cli-flag-help = Shows this help.
cli-flag-version = Shows the version.
cli-flag-ask = What is asked, in one line
cli-flag-chase = Shows the chaser and notes it
cli-flag-answer = Keeps the answer of the contact; the message is open again
cli-flag-account = An account: its number, its handle, or its network if it is the only one.
cli-flag-accounts = An account that publishes it; may be given several times.
cli-flag-dry-run = Only says what it would do.
cli-flag-rule = The name or the number of a rule.
cli-flag-last = On how many of the last messages.
cli-flag-was-sent = You looked: this unclear act is out.
cli-flag-not-sent = You looked: this unclear act is not out; it is sent again.
cli-flag-allow-late = Lets a late act leave all the same.
cli-flag-every = Minutes between two fetches.
cli-flag-filter = What must match, as in the inbox: colis de:marie type:plainte.
cli-flag-view = The view: open, delegated, snoozed, answered, all, or the name of a saved view.
cli-flag-limit = How many at most.
cli-flag-id = The number of a message or of a post.
cli-flag-ids = The numbers of messages.
cli-flag-text = The text; else it is read from standard input.
cli-flag-hold = Leaves the answer to the next ronde publish.
cli-flag-reason = Why, for the journal.
cli-flag-until = When they come back: 2026-11-23, tomorrow, 2h, 3d, monday 14:00.
cli-flag-to = Up to this day, or the contact.
cli-flag-from = From this day on.
cli-flag-month = A month: 2026-10.
cli-flag-week = A week: 2026-W43.
cli-flag-name = The name.
cli-flag-zone = The time zone.
cli-flag-hours = The working hours: 09:00-17:00.
cli-flag-weekdays = The working days, 1 being Monday: 1-5.
cli-flag-sweeps = Sweeps a day.
cli-flag-reports-to = Whom you report to.
cli-flag-validates-alone = You validate plans and contents yourself.
cli-flag-off = Ends the hold.
cli-flag-kind = What is added.
cli-flag-server = The address of the server: https://example.social. Bluesky finds it by the handle.
cli-flag-token-stdin = Reads the token, or the app password, from standard input.
cli-flag-token = Asks for the token, or the app password, without showing it.
cli-flag-network = The network of an account kept by hand.
cli-flag-handle = The handle: @cafelumen, cafelumen.bsky.social.
cli-flag-role = The service or role.
cli-flag-email = The e-mail address.
cli-flag-validates = Validates plans and contents.
cli-flag-receives-reports = Receives the reports.
cli-flag-title = What you call it.
cli-flag-media = A file that goes with it; may be given several times.
cli-flag-alt = What the file shows, for those who don't see it; in the order of --media.
cli-flag-day = The day: 2026-11-23, today, yesterday.
cli-flag-pillar = The editorial pillar.
cli-flag-note = A note that is never published.
cli-flag-of = What was validated.
cli-flag-by = By whom.
cli-flag-words = In what words, or why it is passed over.
cli-flag-pass-over = Goes on without the validation; --words says why.
cli-flag-at = When it leaves: 2026-11-23T15:00.
cli-flag-metric = One metric only.
cli-flag-figures = METRIC=VALUE; na where the network does not tell.
cli-flag-yes = Writes unlikely values all the same.
cli-flag-format = The forms, separated by commas.
cli-flag-out = The folder to write into.
cli-flag-force = Writes over files that exist.
cli-flag-dir = The folder to write into.
cli-flag-file = The file to write.
cli-flag-source = The file to read.
cli-flag-target = The file to write; without it, standard output.
cli-flag-skip = Keeps your texts where the file has others.
cli-flag-replace = Takes the texts of the file in the place of yours.
cli-flag-shell = The shell.
cli-flag-topic = A command, or json.

## Wrong usage
cli-usage-unknown-flag = There is no option { $flag } here.
cli-unknown-command = There is no command { $name }.
cli-usage-no-command = A command is missing.
cli-usage-missing = This is missing: { $flag }.
cli-usage-no-value = { $flag } needs a value.
cli-usage-value = “{ $value }” is no value for { $flag }.
cli-usage-values = It takes: { $values }.
cli-usage-conflict = { $flag } and { $other } exclude each other.
cli-usage-other = This can't be understood: { $why }.
cli-did-you-mean = Did you mean { $near }?
cli-see-help = Type ronde --help to see what there is.
cli-bad-id = “{ $id }” is no number. ronde inbox and ronde post list show them.
cli-bad-when = “{ $typed }” is no date or hour that Ronde knows.
cli-bad-when-todo = Type 2026-11-23, 2026-11-23T09:00, tomorrow, monday 14:00, 2h or 3d.
cli-bad-day = “{ $typed }” is no day. Type 2026-11-23, today or yesterday.
cli-bad-period = “{ $typed }” is no period. Type --month 2026-10 or --week 2026-W43.
cli-past = That is past. Choose a moment to come.
cli-absent-hour = { $typed } does not exist: the clocks change that night. The next hour is { $next }.
cli-bad-zone = “{ $zone }” is no time zone. Type one like Europe/Paris.
cli-bad-hours = “{ $typed }” are no working hours or days. Type --hours 09:00-17:00 --weekdays 1-5.
cli-blank-name = A name is missing.
cli-blank-text = There is nothing to say: the text is empty.
cli-unknown-view = There is no view “{ $name }”.
cli-known-views = The views are: { $names }.
cli-bad-figure = “{ $typed }” is no figure. Type followers=870, or reach=na where the network does not tell.
cli-bad-figure-todo = The metrics are: { $metrics }.
cli-day-to-come = { $day } has not come yet: there is nothing to read.
cli-too-many-alts = There are more --alt than --media.
cli-two-brands = These messages are of two brands: brands never mix. Give them one brand at a time.

## The brand, accounts, contacts
cli-no-brand = There is no brand yet.
cli-no-brand-todo = Type ronde brand add "My brand", or ronde alone for the welcome.
cli-unknown-brand = There is no brand “{ $name }”.
cli-which-brand = Which brand? There are several.
cli-known-brands = Give one with --brand: { $names }.
cli-brand-exists = The brand { $name } exists already.
cli-brand-made = The brand { $name } is made (number { $id }).
cli-brand-line =
    { $id }  { $name }  { $zone }  { $accounts ->
        [one] 1 account
       *[other] { $accounts } accounts
    }
cli-brand-line-held =
    { $id }  { $name }  { $zone }  { $accounts ->
        [one] 1 account
       *[other] { $accounts } accounts
    }  on hold
cli-brand-held = { $name } is on hold: nothing leaves in its name.
cli-brand-released = { $name } is no longer on hold: what is due leaves again.
cli-unknown-account = There is no account “{ $name }”.
cli-which-account = “{ $name }” names several accounts.
cli-known-accounts = The accounts are: { $names }.
cli-no-account-todo = There is no account yet. Type ronde account add mastodon --server URL, ronde account add bluesky --handle NAME, or ronde account add manual --network instagram --handle @name.
cli-which-network = Which network? Give --network, for instance --network instagram.
cli-which-handle = Which handle? Give --handle @name.
cli-which-server = Which server? Give --server, for instance --server https://example.social.
cli-account-exists = The account { $handle } is noted already.
cli-account-noted = { $handle } is noted (number { $id }). It is kept by hand: ronde log writes its figures.
cli-account-connected = { $handle } is connected (number { $id }).
cli-account-renewed = { $handle } is connected again (number { $id }).
cli-account-next = Type ronde pull to fetch its messages.
cli-account-removed = { $handle } is removed, and its token forgotten.
cli-account-well = { $handle } answers.
cli-account-fails = { $handle }: { $why }
cli-account-waits = { $handle } was not fetched: its server asked to wait, or you stopped it. The next ronde pull goes on.
cli-account-expired = The token of { $handle } was refused.
cli-account-expired-todo = Type ronde account add mastodon --server { $server } to connect it again; nothing is lost.
cli-account-expired-password-todo = Type ronde account add { $network } --handle { $account } to connect it again; nothing is lost.
cli-standing-manual = kept by hand
cli-standing-well = connected
cli-standing-expired = token refused
cli-standing-limited = asked to wait
cli-secret-in-file = This system has no keyring: the token is kept in { $file }, which you alone can read.
cli-type-token = Type or paste the token, then Enter (it is not shown):
cli-type-password = Type or paste the app password (it is made here: { $place }), then Enter. It is not shown:
cli-main-password = This looks like the account’s main password, not an app password. Make one for Ronde: { $place }
cli-type-text = Type the text, then Ctrl+D on an empty line:
cli-no-token = No token was given.
cli-no-code = No code was given. Type the command again for a new one.
cli-open-url = Open this address and allow Ronde: { $url }
cli-code-caught = Once you allowed it, press Enter here. If your browser is on another machine, paste the address at which it ends up, then Enter:
cli-paste-code = Paste the code that you are shown, then Enter:
cli-rule-line = { $name }: if { $conditions } → { $proposes }
cli-rule-off = (switched off)
cli-no-rule = There is no rule yet. They are written in the Notebook (7), page Rules.
cli-unknown-rule = There is no rule “{ $name }”.
cli-known-rules = The rules are: { $names }.
cli-rule-tried = Dry run: { $count } of the last { $looked } messages. Nothing was changed.
cli-unknown-contact = There is no contact “{ $name }”.
cli-known-contacts = The contacts are: { $names }.
cli-no-contact-todo = There is no contact yet. Type ronde contact add NAME.
cli-contact-exists = The contact { $name } is noted already.
cli-contact-made = { $name } is noted (number { $id }).
replies-none = No saved reply. “ronde replies import” reads some from a file, the Notebook (7) adds some.
replies-new = New: { $name } ({ $language })
replies-replaced = Replaced: { $name } ({ $language })
  before: { $before }
  after: { $after }
replies-differs = Different, yours is kept: { $name } ({ $language })
  yours: { $before }
  the file: { $after }
replies-would = To read: { $count }; different, left as they are: { $left }; there already: { $same }. Nothing is changed.
replies-read = Read: { $count }; different, left as they are: { $left }; there already: { $same }.
replies-left-todo = Run it again with --replace to take the texts of the file, or with --skip to keep yours without being asked.
replies-written = { $count ->
    [one] 1 saved reply written to { $file }.
   *[other] { $count } saved replies written to { $file }.
}
replies-exists-todo = Choose another name, or add --force to write over it.
replies-file-wrong = { $file }: { $what }
replies-file-todo = Nothing is changed. “ronde help replies import” shows the format, “ronde replies export” gives an example.
replies-at-line = line { $line }: { $what }
replies-wrong-syntax = this is not what is expected here ({ $why }).
replies-wrong-format = write format = { $format }: this Ronde reads no other.
replies-wrong-language = “{ $word }” is not a language: write "fr" or "en".
replies-wrong-name = this reply has no name: give it one.
replies-wrong-text = this reply has no text: write it, or take the reply out.
replies-wrong-twice = “{ $name }” stands there twice in one language: keep one.
replies-wrong-size = too large: at most { $size } MB for a file, 256 KB for a text.

## Messages
cli-woken =
    { $count ->
        [one] 1 message has come back.
       *[other] { $count } messages have come back.
    }
cli-pulling = { $handle }: fetching…
cli-pulled = { $handle }: { $new } new, { $changed } edited, { $answered } answered elsewhere.
cli-inbox-empty = No message here.
cli-inbox-end = { $shown } shown, { $open } open.
cli-inbox-more = { $shown } shown, more wait (--limit), { $open } open.
cli-state-open = open
cli-state-answered = answered
cli-state-delegated = delegated
cli-state-snoozed = snoozed
cli-state-closed = closed
cli-state-hidden = hidden
cli-no-message = There is no message { $id }.
cli-no-message-todo = ronde inbox --view all shows them with their numbers.
cli-closed =
    { $count ->
        [one] 1 message closed.
       *[other] { $count } messages closed.
    }
cli-no-brief = Nobody was asked about message { $id }.
cli-no-brief-todo = ronde delegate { $id } hands it to a contact.
cli-brief-answered = Answer kept: message { $id } is open again.
cli-brief-exists = { $path } exists: nothing is written over.
cli-brief-not-written = { $path } could not be written: { $why }
cli-brief-written = Brief written: { $path }
cli-snoozed =
    { $count ->
        [one] 1 message comes back
       *[other] { $count } messages come back
    } on { $until }.
cli-delegated =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    } delegated to { $name }, until { $until }.
cli-answer-noted = The answer to message { $id } is noted. This account is kept by hand: send it there yourself.
cli-answer-held = The answer waits (delivery { $id }): the next ronde publish sends it.
cli-too-long = The text has { $used } characters; this account takes { $limit }.
cli-too-heavy = The text weighs { $bytes } bytes; this account takes { $most }. Emoji and accents take several.
cli-lack-manual = { $handle } is kept by hand: publish and answer there yourself.
cli-lack-server = The server of { $handle } does not offer this ({ $ability }).

## Deliveries
cli-delivery-line = { $id }  { $what }  { $act }  { $handle }  { $words }
cli-act-publish = post
cli-act-reply = answer
cli-act-like = like
cli-act-repost = repost
cli-act-quote = quote
cli-act-hide = hiding
cli-act-delete = deletion
cli-act-mute = mute
cli-act-block = block
cli-act-report = report to the server
cli-would-send = would be sent
cli-would-look-up = would be looked up
cli-would-wait = waits
cli-would-ask = is late: you decide
cli-would-hold = brand on hold
cli-would-unfit = does not fit the account
cli-would-expired = token refused
cli-sent-done = sent
cli-sent-refused = refused
cli-sent-unclear = unclear
cli-sent-late = late
cli-sent-waiting = will be tried again
cli-sent-unfit = does not fit the account, not sent
cli-sent-expired = token refused
cli-sent-hold = brand on hold
cli-sending =
    { $count ->
        [one] Looking at 1 delivery…
       *[other] Looking at { $count } deliveries…
    }
cli-nothing-to-send = Nothing has to leave now.
cli-refused-why = The network refused it: { $why }. Nothing left; the text is kept.
cli-not-left-why = Not sent: { $why }. The text is kept.
cli-unclear-todo = Nobody knows whether it left. Look on the network, then type ronde publish --was-sent { $id } or --not-sent { $id }.
cli-late-todo = Its hour is past by more than 15 minutes. Type ronde publish --allow-late { $id } to send it now.
cli-not-there = Delivery { $id } is not waiting for that. ronde publish --dry-run shows where each is.
cli-running =
    { $minutes ->
        [one] Fetching every minute; sending what is due. Ctrl+C stops.
       *[other] Fetching every { $minutes } minutes; sending what is due. Ctrl+C stops.
    }
cli-stopped = Stopped. Nothing was left half done.
cli-runs-already = Another ronde run works on this file already.

## Posts
cli-post-state-idea = idea
cli-post-state-planned = planned
cli-post-state-drafting = drafting
cli-post-state-in-review = in review
cli-post-state-approved = approved
cli-post-state-scheduled = scheduled
cli-post-state-published = published
cli-post-state-archived = archived
cli-post-now = Post { $id } “{ $title }”: { $state }.
cli-post-needs-plan = Next: ronde post approve { $id } --of plan --by NAME
cli-post-needs-content = Next: ronde post approve { $id } --of content --by NAME
cli-post-needs-hour = Next: ronde post schedule { $id } --at 2026-11-23T15:00
cli-post-leaves = It leaves on { $at }.
cli-post-media = File: { $path } ({ $alt })
cli-post-variant = { $handle }: { $used } of { $limit } characters  { $url }
cli-post-part = { $handle }, part { $part }/{ $of }: { $used } of { $limit } characters  { $url }
cli-post-approval = Validated ({ $of }) by { $by } on { $at }: { $words }
cli-post-approval-void = No longer holds ({ $of }): { $by } on { $at }: { $words }
cli-approval-of-plan = plan
cli-approval-of-content = content
cli-post-lacks-day = The post has no day in the plan.
cli-post-lacks-plan = Its plan is not validated.
cli-post-lacks-content = Its content is not validated, or has changed since.
cli-post-lacks-account = No account publishes it.
cli-post-lacks-text = It has no text and no file.
cli-post-lacks-hour = It has no hour.
cli-part-unknown = Nobody knows where part { $part } stands on the web: type ronde pull, then try again.
cli-post-lacks-out = It is out already.
cli-post-todo-day = Type ronde post edit ID --day 2026-11-23.
cli-post-todo-plan = Type ronde post approve ID --of plan --by NAME.
cli-post-todo-content = Type ronde post approve ID --of content --by NAME.
cli-post-todo-account = Type ronde post edit ID --account ACCOUNT.
cli-post-todo-text = Type ronde post edit ID --text TEXT.
cli-post-todo-edit = ronde post edit { $id } --text … changes the text.
cli-no-posts = No post in this period.
cli-no-file = { $file } is no file.
cli-pass-over-why = Passing over a validation asks for a reason: --words.
cli-approved-by-whom = Who validated it? Give --by NAME.
cli-not-scheduled = Post { $id } is not scheduled.

## Figures
cli-metric-followers = followers
cli-metric-reach = reach
cli-metric-views = views
cli-metric-impressions = impressions
cli-metric-likes = likes
cli-metric-comments = comments
cli-metric-shares = shares
cli-metric-saves = saves
cli-metric-clicks = clicks
cli-metric-posts = posts
cli-source-api = fetched
cli-source-file = imported
cli-source-typed = typed
cli-not-available = not available
cli-no-readings = No figure in this period.
cli-logged =
    { $count ->
        [one] 1 figure
       *[other] { $count } figures
    } written for { $handle }, { $day }.
cli-unlikely = Unlikely: { $metric } { $value }, after { $before }.
cli-unlikely-kept-back = Nothing was written: look at the figures above.
cli-unlikely-todo = If they are right, type the command again with --yes.

## Files
cli-backed-up = Copied to { $file }.
cli-file-failed = { $file }: { $why }
cli-is-link = { $file } is a link: Ronde writes to no place that it can't see.
cli-exists = { $file } exists already.
cli-exists-todo = Choose another folder, or add --force to write over it.
cli-person-unknown = Nobody is known as “{ $name }”.
cli-person-several = Several people answer to “{ $name }”: { $list }
cli-person-several-todo = Give the number.
cli-person-exported = { $file }: everything that is kept about { $name }.
cli-person-erase-ask = { $count ->
    [one] { $name } ({ $handles }), { $count } message: erase for ever?
   *[other] { $name } ({ $handles }), { $count } messages: erase for ever?
}
cli-person-erase-about =
    Texts, notes, promises, drafts and answers leave the file; figures stay.
    What still waits ({ $waiting }) is archived. The copies in backups and those made before an update are replaced by a single new one.
    Your posts, reports, exports and copies made elsewhere are not touched. Nothing can be undone.
    Type “yes” to erase:
cli-person-kept = Nothing was erased.
cli-person-kept-todo = Type “yes” when asked, or add --yes.
cli-person-erased = { $count ->
    [one] Erased: { $count } message emptied. Archived: { $closed }. Copies replaced: { $copies }.
   *[other] Erased: { $count } messages emptied. Archived: { $closed }. Copies replaced: { $copies }.
}
cli-person-erased-part = Erased from the database, but the file or its copies could not be written anew: close every other Ronde; the next command goes on with it.
cli-no-home = This system names no home folder.
cli-no-home-todo = Give --db FILE and --config FILE.
cli-stdin-failed = The input can't be read: { $why }
cli-config-unreadable = { $place }: the config can't be read: { $why }
cli-config-syntax = { $place }: this is no TOML: { $why }
cli-config-unknown = { $place }: there is no setting “{ $key }”.
cli-config-value = { $place }: “{ $key }” takes { $expects }.
cli-config-command = { $place }: there is no command “{ $command }” to give keys to.
cli-config-taken = { $place }: “{ $press }” is wanted by two commands: { $one } and { $other }.
cli-config-press = { $place }: “{ $press }” for { $command } is no key that every terminal can tell.
cli-odd-reply = Ronde got an unexpected answer ({ $reply }). This is a fault of Ronde; your file is whole.

## Doctor
cli-doctor-config = The config { $file } is understood.
cli-doctor-no-config = There is no config ({ $file }): the defaults hold.
cli-doctor-log = The log is in { $file }.
cli-doctor-clock = The clock says { $now }.
cli-doctor-clock-wrong = The clock says { $now }, which can't be.
cli-doctor-clock-todo = Set the clock of this machine: posts would leave at wrong hours.
cli-doctor-file =
    The file { $file } is whole: { $messages ->
        [one] 1 message
       *[other] { $messages } messages
    }, schema { $schema }, SQLite { $sqlite }.
cli-doctor-damaged = The file { $file } is damaged: { $damage }
cli-doctor-damaged-todo = Copy the file elsewhere first; the copies of the last days lie beside it.
cli-doctor-counters = The index or the counters disagree with the rows: { $names }.
cli-doctor-modes-well = The file and the secrets are readable by you alone.
cli-doctor-modes = { $file } can be read by others.
cli-doctor-modes-todo = Type chmod 600 { $file }
cli-doctor-manual = { $handle } is kept by hand: nothing to check.

## JSON
cli-json-intro = With --json each command prints one object. Every one has schema (the version of these shapes) and exit (the exit code); one that failed has error: code, what, todo. Names keep their meaning; new ones may be added. Below, | separates the values a name may take, and null may stand for what is not known.

## Reports and exports
cli-report-failed = The report can't be made: { $why }
cli-wrote = Written: { $file }
cli-exported =
    Written: { $file } ({ $rows ->
        [one] 1 row
       *[other] { $rows } rows
    })

## The screens
cli-no-terminal = Ronde opens its screens in a terminal; here there is none.
cli-screens-failed = The screens had to close: { $why }
cli-fault = Ronde stopped on a fault of its own: { $why }
cli-fault-kept = All that you typed is kept. Type ronde to find it again and go on.
cli-fault-lost = What was saved is intact, but your last words could not be saved. Type ronde doctor, then ronde.
cli-fault-demo = This was the demo: nothing was sent. Type ronde demo to open it again.
cli-no-copy = The copy of the day could not be kept: { $why }
