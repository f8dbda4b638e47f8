### The notebook: the brand, its accounts, its contacts.

cmd-notebook-new = Add: brand, account, contact, saved reply, rule
key-notebook-new = add
cmd-notebook-edit = Edit
key-notebook-edit = edit
cmd-notebook-next-section = Next section
key-notebook-next-section = section
cmd-notebook-previous-section = Previous section
cmd-notebook-check = Check the account now
key-notebook-check = check
cmd-notebook-reconnect = Reconnect the account
key-notebook-reconnect = reconnect
cmd-notebook-remove = Remove
key-notebook-remove = remove
cmd-notebook-open = Open the server in the browser
cmd-notebook-copy = Copy the address of the authorization
cmd-notebook-holidays = Add the French public holidays
cmd-notebook-hold = Put the brand on hold, or end the hold
cmd-notebook-new-brand = New brand
cmd-notebook-keep-text = Keep this text
key-notebook-keep-text = keep
cmd-notebook-write-outside = Write in your editor
key-notebook-write-outside = editor

notebook-page-brand = Brand
notebook-page-accounts = Accounts
notebook-page-contacts = Contacts
notebook-page-replies = Replies
notebook-page-line = Notebook: { $name }
notebook-sections-help = , next section
notebook-no-row = Nothing to edit here: n adds.
notebook-no-account = Choose an account: , leads to Accounts.
notebook-brand-stays = A brand is not removed here: put it on hold.
notebook-leave-as-is = Change nothing
notebook-yes = yes
notebook-no = no

notebook-setting-name = Name
notebook-setting-zone = Time zone
notebook-setting-hours = Hours
notebook-setting-weekdays = Working days
notebook-setting-days-off = Days off
notebook-setting-holidays = Public holidays
notebook-setting-sweeps = Sweeps
notebook-setting-targets = Response targets
notebook-setting-reports-to = Reports to
notebook-setting-alone = I validate myself
notebook-setting-labels = Labels
notebook-setting-hold = On hold
notebook-setting-colour = Colour
notebook-help-name = The name on your screens and reports.
notebook-help-zone = A city is enough: Paris
notebook-help-hours = 9:00-17:00
notebook-wrong-name = It needs a name that no other brand has.
notebook-wrong-zone = This zone is not known: Europe/Paris, America/New_York…
notebook-wrong-hours = Type two hours, the earlier one first: 9:00-17:00.
notebook-about-name = Enter changes the name. n adds another brand: two brands share nothing.
notebook-about-zone = Days begin and hours are read in this zone.
notebook-about-hours = Response times count these hours alone.
notebook-about-weekdays = Response times count these days alone.
notebook-about-days-off = Public holidays and leave: no response time, no missed sweep. Enter adds some, one by one or all those of France.
notebook-about-holidays = No time counts and no sweep is missed on these days. Those of France are computed; those of elsewhere come from a file.
notebook-about-targets = In how much working time each type is to be answered. Today (F2) and the report tell how many were in time.
notebook-about-sweeps = How many times a day you walk through the inbox.
notebook-about-reports-to = Guides the proposed goals and the tone of the report.
notebook-about-alone = Yes: v validates without asking anybody. No: v asks who validated, and the reason if you pass it over.
notebook-about-labels = The words you put on messages (t e). Enter shows, renames or removes them.
notebook-about-hold = On hold, nothing leaves in the name of the brand: no answer, no publication.
notebook-about-colour = To tell your brands apart at a glance.

notebook-days-off = { $count ->
    [one] 1 to come, { $day }
   *[other] { $count } to come, the next { $day }
}
notebook-no-day-off = none to come
notebook-sweeps = { $count ->
    [one] 1 a day
   *[other] { $count } a day
}
notebook-sweeps-title = How many sweeps a day?
notebook-reports-title = Whom do you report to?
notebook-reports-to-myself = myself
notebook-reports-to-communication = communication
notebook-reports-to-marketing = marketing
notebook-reports-to-care = customer service
notebook-reports-to-press = press relations
notebook-reports-to-direction = the management
notebook-reports-to-client = a client
notebook-alone-on = You validate yourself: v is enough.
notebook-alone-off = Your contacts validate: v will ask who.
notebook-colour-title = Which colour?
notebook-colour-amber = amber
notebook-colour-teal = teal
notebook-colour-rose = rose
notebook-colour-violet = violet
notebook-colour-lime = lime
notebook-colour-sky = sky
notebook-weekdays-title = Which days do you work?
notebook-weekday-on = [x] { $day }
notebook-weekday-off = [ ] { $day }
notebook-one-weekday = Keep at least one working day.
notebook-days-off-title = Days off
notebook-day-off-add = Add a day
notebook-day-off-title = Which day is off?
notebook-day-off-drop = Remove { $day }
notebook-day-off-dropped = A working day again: { $day }.
notebook-holidays-of = Add the French public holidays of { $year }
notebook-holidays-added = { $count ->
    [one] 1 public holiday of { $year } added.
   *[other] { $count } public holidays of { $year } added.
}
notebook-hold-title = Put the brand on hold?
notebook-hold-begin = Hold: nothing leaves in its name any more
notebook-hold-end-title = End the hold?
notebook-hold-end = End it: what waits may leave
notebook-hold-on = yes — nothing leaves
notebook-held = On hold: nothing leaves in the name of the brand.
notebook-released = Hold ended. What is more than 15 minutes late won’t leave without you.
notebook-new-brand-title = The name of the new brand?
notebook-new-brand-help = It takes the hours of this one; all the rest is apart.

notebook-accounts-empty = No account. n adds one: Mastodon and Bluesky connect, the others are kept by hand.
notebook-by-hand = ✎ by hand
notebook-well = ✓ connected
notebook-expired = ⚠ authorization expired
notebook-expired-do = Your drafts are kept. r reconnects the same account.
notebook-limited = ⟳ limited until { $clock }
notebook-troubled = ⚠ in trouble
notebook-server = { $server } · { $software }
notebook-limit = { $count } characters a message
notebook-lacks-nothing = This server allows all that Ronde can do.
notebook-account-title = What about this account?
notebook-checking = Checking { $account }…
notebook-checked = { $account } answers.
notebook-demo = Sample data: no real account connects to it. Run “ronde” for yours.
notebook-remove-account-title = Remove this account?
notebook-remove-account = Remove (what it received and sent stays)
notebook-account-removed = Account removed; its authorization is forgotten here.

notebook-network-title = Which network?
notebook-network-connects = { $network } — connects: messages, sending, figures
notebook-network-mastodon = Mastodon, kept by hand
notebook-network-bluesky = Bluesky, kept by hand
notebook-network-instagram = Instagram — by hand: Meta wants an app in your name
notebook-network-facebook = Facebook — by hand: Meta wants an app in your name
notebook-network-linkedin = LinkedIn — by hand: open to partners alone
notebook-network-youtube = YouTube — by hand for now; connecting will come
notebook-network-threads = Threads — by hand: Meta wants an app in your name
notebook-network-tiktok = TikTok — by hand: nothing open for comments
notebook-network-x = X — by hand: access is paid for
notebook-network-other = Another place: forum, group, reviews, counter…
notebook-handle-title = Which account?
notebook-handle-help = Its name there, or that of the place.
notebook-handle-empty = Give this account a name.
notebook-handle-known = This account is in the notebook already.
notebook-manual-added = { $account } is kept by hand: n logs it in the Inbox, figures are typed.

notebook-connecting = Connecting · { $server }
notebook-server-title = On which server?
notebook-server-help = The address after the @: mastodon.social, piaille.fr…
notebook-server-empty = Give the address of the server.
notebook-way-title = How do you allow Ronde?
notebook-way-browser = In the browser
notebook-way-token = Paste an access token
notebook-give-up = Give up
notebook-gave-up = Connecting was given up: nothing is stored.
notebook-allow-title = Allow Ronde in the browser, then paste the code
notebook-allow-waiting = Allow Ronde in the browser: waiting…
notebook-allow-code = Paste the code
notebook-allow-copy = Copy the address
notebook-allow-open = Open the browser again
notebook-url-copied = Address copied: open it in any browser.
notebook-no-url = No authorization under way.
notebook-code-title = Which code does the server show?
notebook-code-help = Paste it as it is.
notebook-code-empty = Paste the code that the server shows.
notebook-token-title = Which access token?
notebook-token-help = Preferences → Development, on the server. It stays hidden.
notebook-token-empty = Paste the access token.
notebook-stage-naming = Which server is this account on?
notebook-stage-password = The handle and the app password are still to be given.
notebook-stage-probing = One moment: asking the server…
notebook-stage-choosing = The server answers. { $software }
notebook-stage-starting = One moment: the server prepares the authorization…
notebook-stage-allowing = Allow Ronde at this address, then paste the code:
notebook-stage-caught = Allow Ronde at this address; the code will come back by itself:
notebook-stage-trying = One moment: checking the account…
notebook-stage-storing = One moment: storing the account…
notebook-one-moment = One moment: the server has not answered yet.
notebook-stage-esc = Enter goes on, Esc gives up; nothing is stored yet.
notebook-connected = { $account } is connected. Its messages are coming.
notebook-secret-in-file = This system has no keyring: the authorization is kept in { $file }, readable by you alone.
notebook-another-account = { $account } answered, not { $known }: nothing is changed.
connect-title = Connect a { $network } account
connect-steps-bluesky =
    1. On bsky.app: Settings → Privacy and security.
    2. App passwords: add one, named Ronde.
    3. Allow direct messages to read those here too.
    4. Copy it below: Bluesky shows it only once.
    Your usual password stays with you.
connect-handle = Handle
connect-password = App password
connect-server = Server
connect-help-handle-bluesky = alice.bsky.social, or the address of your bsky.app profile
connect-help-password-bluesky = Like xxxx-xxxx-xxxx-xxxx. It stays hidden.
connect-help-server = Leave it empty: found by the handle. Enter connects.
connect-wrong-handle-empty = Give the handle of the account: alice.bsky.social.
connect-wrong-handle-email = This is an e-mail address. The handle is what follows the @ on your profile: alice.bsky.social.
connect-wrong-handle-no-end = The end of the handle is missing: alice.bsky.social, or your domain.
connect-wrong-handle-signs = This is no handle: letters, digits, hyphens and dots, as in alice.bsky.social.
connect-wrong-no-password = Paste the app password.
connect-wrong-main-password = This looks like your main password. Make one for Ronde: { $place } (Enter tries it all the same).
connect-wrong-refused = Refused: the handle or the app password is not right.
connect-failed = { $what } { $remedy }
connect-again = What you typed is kept: Ctrl+D tries again.

notebook-contacts-empty = No contact. n adds a colleague who takes over, validates, or receives reports.
notebook-contact-title = This contact
notebook-contact-done = Done
notebook-contact-name = The name of this contact?
notebook-contact-role = Their service or role?
notebook-contact-email = Their e-mail address?
notebook-contact-name-of = Name: { $name }
notebook-contact-role-of = Role: { $role }
notebook-contact-email-of = E-mail: { $email }
notebook-contact-validates = [x] validates plans and contents
notebook-contact-validates-not = [ ] validates plans and contents
notebook-contact-receives = [x] receives reports
notebook-contact-receives-not = [ ] receives reports
notebook-sign-validates = validates
notebook-sign-receives = reports
notebook-name-empty = A name is needed.
notebook-remove-contact-title = Remove this contact?
notebook-remove-contact = Remove

notebook-setting-banned = Banned words
notebook-setting-second-look = Second look
notebook-setting-community = Community rules
notebook-about-banned = No answer and no post leaves with one of these words, whatever the accents and capitals.
notebook-about-second-look = Yes: the answer to a message of negative tone is read once more before it leaves. Enter changes it.
notebook-about-community = What you quote when you moderate.
notebook-writing = { $what } · writing
charter-banned-count = { $count ->
    [0] none
    [one] 1 word
   *[other] { $count } words
}
charter-community-count = { $count ->
    [0] none
    [one] 1 rule
   *[other] { $count } rules
}
charter-second-look = yes, if the tone is negative
charter-second-look-on = Second look: an answer to a message of negative tone is read once more before it leaves.
charter-second-look-off = No second look: Ctrl+D sends at once.
charter-banned-kept = { $count ->
    [0] No word is banned any more.
    [one] Charter: 1 banned word.
   *[other] Charter: { $count } banned words.
}
charter-community-kept = { $count ->
    [0] No community rule any more.
    [one] Charter: 1 community rule.
   *[other] Charter: { $count } community rules.
}
charter-list-help = One entry a line. Ctrl+D or Esc keeps it; u undoes.
reply-empty = No saved reply. n adds one: a name, a language, a text. I reads some from a file.
cmd-replies-import = Import saved replies (TOML)
key-replies-import = import
cmd-replies-export = Export saved replies (TOML)
key-replies-export = export
reply-file-elsewhere = I and X import and export saved replies: , leads to their page.
reply-file-none = No saved reply to export: n adds one, I reads some from a file.
reply-file-name = replies-{ $brand }.toml
reply-file-which = Type the path of a file.
reply-file-exists = This file is there already.
reply-file-replace = Replace it
reply-file-failed = { $file }: { $why }
reply-import-title = Import from which file?
reply-import-help = A TOML file, as X writes it. Nothing changes before you have seen what.
reply-import-sheet = Saved replies of { $file }
reply-import-count = New: { $new } · different: { $differ } · there already: { $same }. Nothing is changed.
reply-import-is-new = + { $name } ({ $language }): { $text }
reply-import-differs =
    ~ { $name } ({ $language })
      yours: { $before }
      the file: { $after }
reply-import-new = { $count ->
    [one] Import the new one
   *[other] Import the { $count } new ones
}
reply-import-all = { $new ->
    [0] Replace those that differ ({ $differ })
   *[other] Import the new ones and replace those that differ ({ $differ })
}
reply-imported = { $count ->
    [one] { $count } reply imported.
   *[other] { $count } replies imported.
} { $left ->
    [0] u undoes it.
   *[other] Kept as they are: { $left }. u undoes it.
}
reply-export-title = Export to which file?
reply-export-help = { $count ->
    [one] 1 reply. I reads it back as it is, here or elsewhere.
   *[other] { $count } replies. I reads them back as they are, here or elsewhere.
}
reply-text-help = {"{"}firstname{"}"} and {"{"}account{"}"} fill themselves in; {"{"}link{"}"} and any other {"{"}word{"}"} are asked for. Ctrl+D or Esc keeps it; u undoes.
reply-name-title = What name for this saved reply?
reply-name-help = The one you will look for: delivery, opening hours…
reply-name-taken = Another saved reply has this name.
reply-language-title = In which language?
reply-variant-there = This reply exists in that language already: edit it.
reply-title = Saved reply · { $language }
reply-edit-text = Change the text
reply-edit-name = Change the name, in all its languages
reply-add-variant = Write the version in { $language }
reply-not-made = Without a text no reply is saved.
reply-not-emptied = A saved reply has a text: nothing is changed. x removes it.
reply-kept = Saved: { $name }
reply-remove-title = Remove this reply ({ $language })?
reply-remove = Remove
reply-removed = Removed: { $name }

targets-title = The target of which type?
targets-others = all other types
targets-line = { $kind }: { $target }
targets-line-none = { $kind }: no target
targets-none = none
targets-typed = Answered within how much working time? ({ $kind })
targets-help = 4 h, 1 h 30, 90 min; empty: no target
targets-wrong = Write a time with its unit: 4 h, 1 h 30 or 90 min.
targets-set = Target noted: { $kind }.

holidays-title = Which public holidays?
holidays-france = those of mainland France
holidays-file = those of a file…
holidays-none = none
holidays-which = Which file?
holidays-help = name = "Belgium", then under [days] a line a day: 2026-07-21 = "National Day"
holidays-kept = Public holidays noted. Times to come count by them.
holidays-next = { $name }, next: { $day }
holidays-over = { $name }, none to come: the file needs renewing
holidays-unreadable = This file can’t be read: { $why }
holidays-wrong-line = Line { $line }: { $what }
holidays-wrong-syntax = this is not TOML ({ $what })
holidays-wrong-no-days = no day under [days]
holidays-wrong-unknown = “{ $what }” means nothing here, only name and [days] do
holidays-wrong-not-a-day = “{ $what }” is no day: write 2026-07-21
holidays-wrong-not-a-name = a name stands between straight quotes
holidays-wrong-too-large = the file is too large
