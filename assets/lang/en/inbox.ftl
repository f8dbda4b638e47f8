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
cmd-inbox-log = Log a message by hand
cmd-inbox-open = Open in the browser
cmd-inbox-copy = Copy the message
cmd-inbox-sweep = Start or resume the sweep
cmd-inbox-end-sweep = End the sweep now
cmd-inbox-focus = The message alone, without the list
cmd-inbox-why = Response times: where do these figures come from?
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
inbox-act-held-like = Liked in 10 seconds.
inbox-act-held-delete-answer = Answer deleted in 10 seconds (u undoes).
inbox-jumped = { $count ->
    [one] An urgent message joins the sweep: it comes next.
   *[other] { $count } urgent messages join the sweep: they come next.
}
inbox-focus-left = { $count ->
    [0] Nothing is left to handle
    [one] { $count } message to handle
   *[other] { $count } messages to handle
}
inbox-focus-leave = z or Esc shows the list
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
inbox-moderate-title = { $count ->
    [one] Moderate this message
   *[other] Moderate { $count } messages
}
inbox-hide-here = Hide it here (the network is not told)
inbox-mute = Stop seeing this author (mute)
inbox-block = Block this author
inbox-report = Report to the server
inbox-delete-theirs = Delete their message
inbox-delete-ours = Delete our answer
moderate-not-ours = This network lets nobody delete what another wrote: block its author or report it.
moderate-no-answer = No answer of yours stands under this message.
moderate-rule-title = Which rule is broken?
moderate-rule-words = In other words…
moderate-rule-none = Without quoting a rule
moderate-confirm-hide = Hide { $count } messages here?
moderate-confirm-like = Like { $count } messages?
moderate-confirm-mute = Hide { $count } messages and mute their authors?
moderate-confirm-block = { $count ->
    [one] Block { $author }?
   *[other] Block the authors of { $count } messages?
}
moderate-confirm-report = { $count ->
    [one] Report { $author } to the server?
   *[other] Report { $count } messages to the server?
}
moderate-confirm-delete-answer = { $count ->
    [one] Delete your answer to { $author }?
   *[other] Delete your answers to { $count } messages?
}
bulk-open = Reopen { $count } messages?
bulk-answered = Note { $count } messages as answered?
bulk-delegated = Delegate { $count } messages?
bulk-snoozed = Snooze { $count } messages?
bulk-closed = Close { $count } messages without an answer?
bulk-hidden = Hide { $count } messages?
confirm-no = No, change nothing
confirm-yes = Yes
moderate-yes = Yes: no way back once it left (in 10 seconds)
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
inbox-before-edit = Edited by its author since. Before: { $text }
inbox-cut = { $count ->
    [one] … and { $count } more character (c copies all of it)
   *[other] … and { $count } more characters (c copies all of it)
}
inbox-our-answer = Your answer ({ $stage })
inbox-facts = { $kind } · { $tone } · { $visibility }
inbox-waits = Waiting for { $age }
inbox-works-target = Working time: { $time } (target { $target })
inbox-waits-target = Waits for { $time } (target { $target })
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
receipt-read = { $read } of { $listed } read
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
receipt-waiting = { $count ->
    [0] none waiting
   *[other] { $count } waiting
}
receipt-next = Well done. Next: the daily figures (3). Esc returns to the inbox.
receipt-left = { $count ->
    [one] { $count } message is left. S takes this sweep up again, Esc goes back to the inbox.
   *[other] { $count } messages are left. S takes this sweep up again, Esc goes back to the inbox.
}
