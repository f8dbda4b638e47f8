### What holds everywhere: tabs, common commands, notices.

tab-today = Today
tab-inbox = Inbox
tab-metrics = Metrics
tab-queue = Queue
tab-watch = Watch
tab-report = Report
tab-notebook = Notebook
tab-short-today = T
tab-short-inbox = I
tab-short-metrics = M
tab-short-queue = Q
tab-short-watch = W
tab-short-report = R
tab-short-notebook = N

cmd-help = Help: the keys of this screen
key-help = help
cmd-palette = Every command
key-palette = commands
cmd-undo = Undo the last act
key-undo = undo
cmd-redo = Redo what was just undone
cmd-pull = Fetch messages and figures now
cmd-go = Go to…
cmd-brands = Change brand
cmd-language = Switch to French
cmd-theme = Change the colours
cmd-tab-today = Today
cmd-tab-inbox = Inbox
cmd-tab-metrics = Metrics
cmd-tab-queue = Queue
cmd-tab-watch = Watch
cmd-tab-report = Report
cmd-tab-notebook = Notebook
cmd-next-tab = Next tab
cmd-previous-tab = Previous tab
cmd-outbox = Show the outbox
cmd-suspend = Back to the shell
cmd-quit = Quit
key-quit = quit
key-shell-dialog-enter = confirm
key-shell-dialog-tab = next
key-shell-dialog-esc = close

theme-auto = the terminal’s own
theme-light = light
theme-dark = dark
theme-contrast = high contrast
theme-mono = none

shell-no-brand = No brand yet.
shell-no-account = No account yet: open the Notebook (7) to add one.
shell-not-loaded = One moment, still reading.
shell-demo-no-pull = Sample data: nothing is fetched.
shell-demo-sign = Sample data
shell-demo-not-sent = Sample data: { $act } — nothing left, all stays on this machine.
shell-language-changed = The screens are in English.
shell-theme-changed = Colours: { $theme }.
shell-erased-for-good = Erasing a person can’t be undone. u goes on with the act before.
shell-nothing-to-undo = Nothing to undo or redo.
shell-undone = Undone: { $what }.
shell-left-stays = That act had left: it stays as it is, and u starts from it again.
shell-redone = Redone: { $what }.
undone-message-open = { $count ->
    [one] reopened, message of { $author }
   *[other] { $count } messages reopened
}
undone-message-answered = { $count ->
    [one] answered, message of { $author }
   *[other] { $count } messages answered
}
undone-message-delegated = { $count ->
    [one] delegated, message of { $author }
   *[other] { $count } messages delegated
}
undone-message-snoozed = { $count ->
    [one] snoozed, message of { $author }
   *[other] { $count } messages snoozed
}
undone-message-closed = { $count ->
    [one] archived, message of { $author }
   *[other] { $count } messages archived
}
undone-message-hidden = { $count ->
    [one] moderated, message of { $author }
   *[other] { $count } messages moderated
}
undone-message-urgent = { $count ->
    [one] urgency, message of { $author }
   *[other] urgency of { $count } messages
}
undone-message-kind = { $count ->
    [one] type, message of { $author }
   *[other] type of { $count } messages
}
undone-message-tone = { $count ->
    [one] tone, message of { $author }
   *[other] tone of { $count } messages
}
undone-message-labels = { $count ->
    [one] labels, message of { $author }
   *[other] labels of { $count } messages
}
undone-message-logged = { $count ->
    [one] message logged by hand
   *[other] { $count } messages logged by hand
}
undone-message-changed = { $count ->
    [one] change, message of { $author }
   *[other] change of { $count } messages
}
undone-thing-post = { $count ->
    [one] post
   *[other] { $count } posts
}
undone-thing-delivery = { $count ->
    [one] delivery
   *[other] { $count } deliveries
}
undone-thing-reading = { $count ->
    [one] reading
   *[other] { $count } readings
}
undone-thing-person = { $count ->
    [one] card of a person
   *[other] { $count } cards of people
}
undone-thing-saved-reply = { $count ->
    [one] saved reply
   *[other] { $count } saved replies
}
undone-thing-contact = { $count ->
    [one] contact
   *[other] { $count } contacts
}
undone-thing-account = { $count ->
    [one] account
   *[other] { $count } accounts
}
undone-thing-brand = { $count ->
    [one] setting of the brand
   *[other] { $count } settings of the brand
}
undone-thing-highlight = { $count ->
    [one] item kept for the report
   *[other] { $count } items kept for the report
}
undone-thing-section = { $count ->
    [one] text of the report
   *[other] { $count } texts of the report
}
undone-thing-rule = { $count ->
    [one] rule
   *[other] { $count } rules
}
undone-thing-label = { $count ->
    [one] label
   *[other] { $count } labels
}
undone-thing-view = { $count ->
    [one] view
   *[other] { $count } views
}
undone-thing-brief = { $count ->
    [one] brief
   *[other] { $count } briefs
}
undone-thing-promise = { $count ->
    [one] promise
   *[other] { $count } promises
}
undone-thing-sweep = { $count ->
    [one] sweep
   *[other] { $count } sweeps
}
undone-named = { $thing } “{ $name }”
undone-way-made = added, { $thing }
undone-way-changed = changed, { $thing }
undone-way-removed = removed, { $thing }
undone-act = { $count ->
    [one] { $act }
   *[other] { $act } ({ $count })
}
undone-act-of = { $count ->
    [one] { $act }, message of { $author }
   *[other] { $act }, { $count } messages
}
shell-already-left = Too late: it has left.
shell-came-back = { $count ->
    [one] A message came back on its date.
   *[other] { $count } messages came back on their date.
}
shell-desktop-failed = Not possible on this machine: { $why }
shell-no-browser = No browser opens on this machine.
shell-no-browser-do = The address, to copy: { $address }
shell-no-mail = No mail program opens on this machine.
shell-no-mail-do = Copy the text and send it yourself.
shell-editor-failed = The editor could not be opened: your text is unchanged. Set the EDITOR variable.
shell-ctrl-c = Ctrl+C once more to quit (the draft is kept).
shell-key-unknown = { $key } does nothing here — F1 shows the keys that do.
shell-paste-nowhere = Nothing is waiting for text here: the paste is ignored.
shell-paste-too-long = Too long to be pasted here: nothing is taken, your text and your clipboard stay.
shell-paste-cut = Pasted in part: 256 KB at most. The rest is still on your clipboard.
shell-go-title = Go to…
shell-brands-title = Which brand?
shell-help-title = Help: the keys of this screen (type to search)
shell-palette-title = Every command (type to search)
shell-offers = Tab: { $words }
shell-new-word = A new word: Enter adds it.
shell-too-small = The window is too small: { $width } × { $height }. It takes at least { $least-width } × { $least-height }. Nothing is lost: make it larger.
shell-watch-later = The watch (RSS feeds, searches, competitors, alert) will come in a later version. Meanwhile, b and f in the Inbox keep wins and feedback for the report.

shell-sent = Sent: { $act }.
shell-refused = The network said no: { $why }
shell-not-left = Not sent: { $why }
shell-refused-do = Nothing is public, your text is kept as a draft: mend it and send again.
shell-refused-act-do = Nothing has changed on the network.
shell-refused-back-do = Nothing has changed on the network. The message is back where it was.
shell-unclear = No clear answer from the network: it may be out.
shell-unclear-do = Ronde looks first and will never send it twice.
shell-ask-person = This network can’t tell whether it is out.
shell-ask-person-do = Look there, then “: outbox” to settle it.
shell-late = More than 15 minutes past its hour: “{ $words }” has not left.
shell-late-do = “: outbox” to publish it now or drop it.
shell-asking = { $count ->
    [one] 1 delivery waits for you (“: outbox”)
   *[other] { $count } deliveries wait for you (“: outbox”)
}
shell-on-hold = Brand on hold: nothing leaves
shell-held = { $count ->
    [one] ◷ 1 leaves in { $seconds } s ({ $key } undo)
   *[other] ◷ { $count } to leave, the next in { $seconds } s ({ $key } undo)
}
shell-pulling = ⟳ { $done }/{ $all } accounts
shell-pulled-at = ● fetched at { $clock }
shell-pull-trouble = { $count ->
    [one] ⚠ 1 account in trouble (Notebook)
   *[other] ⚠ { $count } accounts in trouble (Notebook)
}
shell-pulled = { $count ->
    [one] 1 new message.
   *[other] { $count } new messages.
}
shell-outbox-title = Latest deliveries
shell-outbox-line = { $stage } · { $act } · { $words }
shell-outbox-empty = Nothing was sent yet.
shell-later = Later
shell-unclear-title = Is this one out?
shell-unclear-look = Open the account to look
shell-unclear-out = Yes, it is online
shell-unclear-absent = No, send it now
shell-late-title = This one missed its hour
shell-late-send = Publish it now
shell-late-drop = Drop the delivery (the text stays)
shell-trouble-of = { $account }: { $what }
