### The inbox, the sweep, the answer.

cmd-inbox-reply = Answer the message
key-inbox-reply = reply
cmd-inbox-close = Close without an answer, and go on
key-inbox-close = close
cmd-inbox-delegate = Delegate to…
key-inbox-delegate = delegate
cmd-inbox-snooze = Snooze until…
key-inbox-snooze = snooze
cmd-inbox-classify = Type and tone
key-inbox-classify = type & tone
cmd-inbox-moderate = Moderate: hide, block, report…
key-inbox-moderate = moderate
cmd-inbox-like = Like the message
cmd-inbox-raise = Alert: raise to the top of the list, or lower
cmd-inbox-reopen = Reopen the message
cmd-inbox-repeat = Repeat the last decision
cmd-inbox-win = Win: keep this success for the report
key-inbox-win = win
cmd-inbox-feedback = Feedback to pass to a colleague
key-inbox-feedback = feedback
cmd-inbox-mark = Select
key-inbox-mark = select
cmd-inbox-mark-all = Select all that is shown
cmd-inbox-find = Filter
key-inbox-find = filter
cmd-inbox-next-view = Next view
key-inbox-next-view = view
cmd-inbox-previous-view = Previous view
cmd-inbox-person = The person
cmd-inbox-promise = Promise something to the person
cmd-card-note = Write the note
key-card-note = note
cmd-card-promise = New promise
key-card-promise = promise
cmd-card-kind = What is this person to the brand?
key-card-kind = who
cmd-card-join = Join with another card (the same person elsewhere)
key-card-join = join
cmd-card-keep = The promise is kept
cmd-card-move = Put the promise off
cmd-card-more = Separate, export, erase
key-card-more = separate, erase
cmd-card-open = Open the message, or act on the promise
key-card-open = open
cmd-card-leave = Close the card
key-card-leave = close
cmd-note-leave = Keep the note and close it
key-note-leave = keep
cmd-note-saved = Is the note saved?
cmd-inbox-log = Log a message by hand
cmd-inbox-open = Open in the browser
cmd-inbox-copy = Copy the message
cmd-inbox-sweep = Start or resume the sweep
cmd-inbox-end-sweep = End the sweep now
cmd-composer-send = Done: the answer leaves in 10 seconds
key-composer-send = send
cmd-composer-leave = Leave, the draft is kept
key-composer-leave = keep
cmd-composer-editor = Write in your editor
key-composer-editor = editor
cmd-composer-saved = Is the draft saved?

decided-open = { $count ->
    [one] Reopened: { $author }
   *[other] { $count } messages reopened
}
decided-answered = Answered: { $author }
decided-delegated = { $count ->
    [one] Delegated: { $author }
   *[other] { $count } messages delegated
}
decided-snoozed = { $count ->
    [one] Snoozed: { $author }
   *[other] { $count } messages snoozed
}
decided-closed = { $count ->
    [one] Closed: { $author }
   *[other] { $count } messages closed
}
decided-hidden = { $count ->
    [one] Moderated: { $author }
   *[other] { $count } messages moderated
}

inbox-no-message = No message here.
inbox-sweeping = The list of a sweep is frozen: end it (E) to change the view.
inbox-not-sweeping = No sweep under way: S starts one.
inbox-no-contact = No contact to delegate to: add one in the Notebook (7).
inbox-already-open = This message is open already.
inbox-nothing-to-repeat = Nothing to repeat yet.
inbox-no-url = The address of this message is not known.
inbox-copied = Message copied.
inbox-answered = Answer to { $author }
inbox-answered-by-hand = Answer to { $author } noted
inbox-liked = Liked in 10 seconds.
inbox-classified = { $count ->
    [one] Noted: { $what }
   *[other] { $count } messages noted: { $what }
}
inbox-raised = alert
inbox-lowered = no alert
inbox-win-kept = Win kept for the report.
inbox-feedback-kept = Feedback kept for the report.
inbox-logged = Message logged.
inbox-delegate-title = Delegate to whom?
inbox-delegate-until-title = Answer expected when?
inbox-snooze-title = Snooze until when?
inbox-snooze-typed = Until which day? (2026-11-23 or 23/11)
inbox-class-title = Which type, which tone?
inbox-moderate-title = Moderate this message
inbox-hide-here = Hide it here (the network is not told)
inbox-mute = Stop seeing this author (mute)
inbox-block = Block this author
inbox-report = Report to the server
inbox-reason-title = Which rule? (kept in the journal)
inbox-feedback-title = Pass it to whom?
inbox-feedback-nobody = To be decided
inbox-log-title = Log a message received on…
inbox-log-author = Who wrote?
inbox-log-text = What did they say?

when-two-hours = In 2 hours
when-tomorrow = Tomorrow morning
when-next-working-day = Next working day
when-three-days = In 3 days
when-a-week = In a week
when-line = { $when } · { $day } { $clock }
when-other = Another day…
when-past = That day is past.
when-unreadable = Type a day: 2026-11-23 or 23/11.

inbox-sweep-title = { $sweep } { $done }/{ $all }
inbox-newcomers = +{ $count } since
inbox-order = Urgent, then oldest
inbox-filter-label = Filter:
inbox-filtered = Filter: { $filter } (Esc clears)
inbox-empty = Inbox empty: everybody has an answer. Ctrl+R fetches.
inbox-empty-filter = No message matches. Esc clears the filter.
inbox-empty-no-account = Nothing to handle yet: add an account in the Notebook (7), or log a message by hand (n).
inbox-empty-view = Nothing in this view.
filter-unknown-key = “{ $word }” is not understood: from: network: kind: tone: state: before: after:
filter-unknown-value = “{ $word }” is not understood: { $allowed }

inbox-outcomes = How does this message end?
sweep-left = { $count ->
    [one] 1 left
   *[other] { $count } left
}
sweep-pace = about { $time } at this pace
inbox-you = You
inbox-before-edit = Before: { $text }
inbox-cut = { $count ->
    [one] … and { $count } more character (c copies all of it)
   *[other] … and { $count } more characters (c copies all of it)
}
inbox-our-answer = Your answer ({ $stage })
inbox-facts = { $kind } · { $tone } · { $visibility }
inbox-waits = Waiting for { $age }
inbox-delegated-to = → { $name }, answer expected { $when }
inbox-snoozed-until = Snoozed until { $when }
inbox-was-filtered = The network had filtered this mention.
inbox-has-draft = ✎ An answer was begun (Enter).
inbox-person = Person
person-kind-since = { $kind }, since { $since }
person-exchanges = { $count ->
    [one] 1 message, { $answered } answered
   *[other] { $count } messages, { $answered } answered
}
person-past = Before
inbox-erased = (erased)
inbox-gone = ✕ No longer visible on the network (message deleted). What had been read:
inbox-no-parent = ✕ Message deleted, or not visible from here: the one that is answered.
inbox-edited-at = ✎ Edited by its author after it was read, seen { $when }.
inbox-edited = ✎ Edited by its author after it was read.
inbox-edited-after-answer = ✎ Edited after answer (R reopens)
inbox-edited-after-end = ✎ Edited since (R reopens)
inbox-promised = ◷ Promised for { $day }: { $text }
card-formerly = formerly { $names }
card-tone = tone: { $tone } ({ $count } of { $all })
card-tone-mixed = tone: mixed
card-tone-unknown = tone: —
card-note-title = Note
card-no-note = Nothing noted: e writes a note.
card-note-begun = ✎ A note was begun: e goes on with it.
card-note-kept = Note kept.
card-promises-title = Promises
card-no-promise = Nothing promised: n notes a promise and its day.
card-past-title = Exchanges
card-nothing-here = No exchange here.
card-no-promise-here = Put the cursor on a promise.
card-kind-title = What is this person to the brand?
card-kind-noted = Noted: { $kind }
card-join-about = The same person under another name: search by name or handle, Enter joins the cards.
card-join-nobody = Nobody of that name.
card-joined = Joined: { $name } and { $other }.
card-separated = Cards separated.
card-more-title = { $name }
card-separate = Separate { $name }
card-export = Export everything about them (JSON)
card-exported = Written: { $file }
card-not-exported = The export could not be written: { $why }
card-file-name = person
card-erase = Erase this person…
card-erase-title = Erase { $name } for ever?
card-erase-no = No, erase nothing
card-erase-yes = { $count ->
    [one] Yes, erase { $name } and their message
   *[other] Yes, erase { $name } and their { $count } messages
}
card-erase-waiting = { $count ->
    [one] { $count } message still waits: it will be archived.
   *[other] { $count } messages still wait: they will be archived.
}
card-erase-figures = Figures stay as they are; u will not undo this.
card-erase-copies = Ronde’s own backups are replaced by a new one.
card-erase-elsewhere = Posts, reports and exports are not touched.
card-erase-choose = Choose no (n) or yes (y).
card-erasing = Erasing…
card-erased = { $count ->
    [one] Erased: { $count } message emptied. Backups replaced: { $copies }.
   *[other] Erased: { $count } messages emptied. Backups replaced: { $copies }.
}
card-erased-part = Erased from the database, but the file or its backups could not be written anew: traces are left there.
card-erased-part-do = Close every other Ronde, then start again: the cleaning goes on by itself.
card-is-erased = This person was erased; their messages still count, without text or name.
promise-title = What do you promise { $name }?
promise-help = For example: call back when the decaf returns
promise-blank = Write what is promised.
promise-day-title = For which day?
promise-day = { $when } · { $day }
promise-day-typed = For which day? (2026-12-01 or 1/12)
promise-tomorrow = Tomorrow
promise-working-day = Next working day
promise-week = In a week
promise-fortnight = In two weeks
promise-month = In a month
promise-what-title = This promise
promise-keep = Kept
promise-unkeep = Not kept yet
promise-move = Put off
promise-drop = Remove
promise-made = Promised for { $day }
promise-kept = Promise kept.
promise-owed-again = Promise owed again.
promise-moved = Promise put off to { $day }
promise-dropped = Promise removed.

composer-title = { $brand } · { $account } · { $visibility }
composer-kept-sign = saved
composer-saving-sign = saving…
composer-is-saved = Saved already: every key is.
composer-kept = Draft kept.
composer-empty = The answer is empty.
composer-too-long = { $count ->
    [one] One character too long.
   *[other] { $count } characters too long.
}
composer-placeholder = { $what } is not filled in.
composer-other-brand = This answer names another brand: { $name }.
composer-sent-title = Copied: paste it there. Is it sent?
composer-sent-no = Not yet
composer-sent-yes = Yes, it is sent

receipt-title = { $sweep } done
receipt-done = { $count ->
    [one] 1 message in { $lasted }
   *[other] { $count } messages in { $lasted }
}
receipt-answered = { $count ->
    [one] 1 answered
   *[other] { $count } answered
}
receipt-delegated = { $count ->
    [one] 1 delegated
   *[other] { $count } delegated
}
receipt-snoozed = { $count ->
    [one] 1 snoozed
   *[other] { $count } snoozed
}
receipt-closed = { $count ->
    [one] 1 closed
   *[other] { $count } closed
}
receipt-hidden = { $count ->
    [one] 1 moderated
   *[other] { $count } moderated
}
receipt-next = Well done. Next: the daily figures (3). Esc returns to the inbox.
receipt-left = { $count ->
    [one] 1 message is left for the next sweep. Esc returns to the inbox.
   *[other] { $count } messages are left for the next sweep. Esc returns to the inbox.
}
