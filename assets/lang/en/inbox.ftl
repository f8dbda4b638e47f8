### The inbox, the sweep, the answer.

cmd-inbox-reply = Answer the message
key-inbox-reply = reply
cmd-inbox-model = Answer with a saved reply
key-inbox-model = saved reply
cmd-inbox-close = Close without an answer, and go on
key-inbox-close = close
cmd-inbox-delegate = Delegate to…
key-inbox-delegate = delegate
cmd-inbox-brief = The brief of a contact: copy, chase, note the answer
cmd-inbox-snooze = Snooze until…
key-inbox-snooze = snooze
cmd-inbox-classify = Type and tone
key-inbox-classify = type & tone
cmd-inbox-accept = Accept what the rules propose
cmd-inbox-refuse = Leave what the rules propose
cmd-inbox-moderate = Moderate: hide, block, report…
key-inbox-moderate = moderate
cmd-inbox-like = Like the message
cmd-inbox-share = Share the message: as it is, or with your words
key-inbox-share = share
key-inbox-like = like
cmd-inbox-raise = Alert: raise to the top of the list, or lower
key-inbox-raise = alert
cmd-inbox-reopen = Reopen the message
cmd-inbox-repeat = Repeat the last decision
cmd-inbox-win = Win: keep this success for the report
key-inbox-win = win
cmd-inbox-feedback = Feedback to pass to a colleague
key-inbox-feedback = feedback
cmd-inbox-idea = Idea: make it an idea for a post
key-inbox-idea = idea
cmd-inbox-mark = Select
key-inbox-mark = select
cmd-inbox-mark-all = Select all that is shown
cmd-inbox-find = Filter
key-inbox-find = filter
cmd-inbox-next-view = Next view
key-inbox-next-view = view
cmd-inbox-previous-view = Previous view
cmd-inbox-person = The person
key-inbox-person = person
cmd-inbox-promise = Promise something to the person
cmd-card-note = Write the note
key-card-note = note
cmd-card-promise = New promise
key-card-promise = promise
cmd-card-kind = What is this person to the brand?
key-card-kind = kind
cmd-card-join = Join with another card (the same person elsewhere)
key-card-join = join
cmd-card-keep = The promise is kept
cmd-card-move = Put the promise off
cmd-card-more = Separate, export, erase
key-card-more = separate, export, erase
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
key-inbox-end-sweep = end
cmd-inbox-label = Label: put labels on or take them off
cmd-labels = Labels of the brand: show, rename, remove
cmd-views = Saved views: show, rename, remove
cmd-filter-keep = Keep the filter and go back to the list
key-filter-keep = keep
cmd-filter-clear = Clear the filter
key-filter-clear = clear
cmd-views-save = Save this filter as a view
key-views-save = save the view
cmd-inbox-focus = The message alone, without the list
cmd-inbox-why = Response times: where do these figures come from?
cmd-composer-send = Done: the answer leaves in 10 seconds
key-composer-send = send
cmd-composer-leave = Leave, the draft is kept
key-composer-leave = keep
cmd-composer-editor = Write in your editor
key-composer-editor = editor
cmd-composer-models = Insert a saved reply
key-composer-models = saved reply
cmd-composer-past = Insert one of your past answers
key-composer-past = your answers
cmd-composer-send-now = Send after reading once more
key-composer-send-now = send
cmd-composer-back-to-text = Back to the text
key-composer-back-to-text = back to the text
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
inbox-answered-also = { $count ->
    [one] The answer counts for the message before it too.
   *[other] The answer counts for the { $count } messages before it too.
}
inbox-answered-on-hold = Answer to { $author } kept: it does not leave while the brand is on hold
inbox-answered-by-hand = Answer to { $author } noted
inbox-act-held-like = Liked in 10 seconds.
inbox-act-held-repost = { $count ->
    [one] Reposted in 10 seconds (u undoes).
   *[other] { $count } messages reposted in 10 seconds (u undoes).
}
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
inbox-win-kept = Win kept for the report (consent: { $consent }).
inbox-feedback-kept = Feedback kept for the report, text copied to pass on.
inbox-idea-kept = Idea added to the Queue (4).
inbox-delegate-title = Delegate to whom?
inbox-delegate-until-title = Answer expected when?
inbox-delegate-typed = Answer expected on which day? (2026-11-23 or 23/11)
inbox-delegate-what = Asked: { $what }
inbox-delegate-what-none = Say what is asked…
inbox-delegate-way = The brief then leaves: { $way }
inbox-snooze-title = Snooze until when?
inbox-snooze-typed = Until which day? (2026-11-23 or 23/11)
inbox-class-label = labels…
labels-title = Which labels? (set apart by commas)
labels-help = Enter puts them on; -word takes it off; Tab completes.
labels-help-on = On already: { $labels } (typing one again takes it off)
labels-blank = Write a word: support, fair, to check…
labels-none = No label yet: t then e puts one on a message.
labels-count = { $count ->
    [0] none
    [one] 1 label
   *[other] { $count } labels
}
labels-list-title = Which label?
labels-list-line = { $name } ({ $count ->
    [0] no message
    [one] { $count } message
   *[other] { $count } messages
})
labels-ask-title = The label “{ $name }”
labels-used = { $messages ->
    [0] No message
    [one] { $messages } message
   *[other] { $messages } messages
} · { $rules ->
    [0] no rule
    [one] { $rules } rule
   *[other] { $rules } rules
} · { $views ->
    [0] no saved view
    [one] { $views } saved view
   *[other] { $views } saved views
}
labels-show = { $count ->
    [0] Look for it (no message bears it)
    [one] Show the message that bears it
   *[other] Show the { $count } messages that bear it
}
labels-rename = Rename it (rules and views follow)
labels-remove = { $count ->
    [0] Remove it (no message bears it)
    [one] Remove it (from { $count } message, which stays)
   *[other] Remove it (from { $count } messages, which stay)
}
labels-rename-title = What new name?
labels-rename-help = The messages keep it; rules and views take the new name.
labels-taken = “{ $name }” is a label of the brand already.
labels-renamed = “{ $old }” is called “{ $new }” now.
labels-sure-title = { $count ->
    [one] Remove “{ $name }” from { $count } message?
   *[other] Remove “{ $name }” from { $count } messages?
}
labels-removed = { $count ->
    [0] “{ $name }” removed.
    [one] “{ $name }” removed from { $count } message.
   *[other] “{ $name }” removed from { $count } messages.
}
labels-removed-rules = { $what } { $rules ->
    [one] { $rules } rule still proposes it: it would bring it back.
   *[other] { $rules } rules still propose it: they would bring it back.
}
labels-told = { $count ->
    [one] Labelled: { $what }
   *[other] { $count } messages labelled: { $what }
}
inbox-moderate-title = { $count ->
    [one] Moderate this message
   *[other] Moderate { $count } messages
}
inbox-hide-here = Hide it here (the network is not told)
inbox-hide-there = Hide here and on { $network }, for everybody
inbox-hide-lacks = Hide here ({ $network } can’t hide)
inbox-hide-not-beneath = Hide here ({ $network }: beneath your posts only)
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
moderate-confirm-hide-there = Hide { $count } messages here and, where the network can, for everybody?
moderate-confirm-like = Like { $count } messages?
moderate-confirm-repost = Repost { $count } messages in the brand’s name?
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
moderate-hidden-there = { $count ->
    [one] Hidden here; on the network in 10 seconds (u undoes).
   *[other] { $count } messages hidden here; on the network in 10 seconds (u undoes).
}
share-title = { $count ->
    [one] Share this message
   *[other] Share { $count } messages
}
share-repost = Repost it as it is
share-quote = Quote it, with your comment above
share-not-public = This message is not public: it can’t be shared.
share-one-quote = One message is quoted at a time: Esc takes the marks off.
share-quote-leaves = Your quote leaves in a few seconds: u takes it back.
share-quote-held = Quote sent in 10 seconds (u undoes).
share-no-past = A quote does not take up past answers; Ctrl+T offers your saved replies.
share-composer = { $brand } quotes this message · { $account }
share-composer-short = Quote · { $account }
share-our-quote = Your quote ({ $stage })
inbox-reason-title = Which rule? (kept in the journal)
inbox-feedback-title = Pass it to whom?
inbox-feedback-nobody = To be decided

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
inbox-empty-by-hand = Inbox empty: everybody has an answer. { $key } logs a message received elsewhere.
inbox-empty-filter = No message matches. Esc clears the filter.
inbox-empty-no-account = Nothing to handle for now: add an account in the Notebook (7). One kept by hand is enough, and n logs its messages.
inbox-empty-view = Nothing in this view.
inbox-not-filtering = No filter is being typed: / begins one.
filter-key = “{ $word }” is not understood: { $keys }
filter-key-near = “{ $word }”: did you mean { $near }? ({ $keys })
filter-value = “{ $word }” is not understood: { $allowed }
filter-value-near = “{ $word }”: did you mean { $near }? ({ $allowed })
filter-day = “{ $word }” is not a day: write { $example } or { $other }
filter-label = “{ $word }”: no label of that name, there is { $labels }
filter-label-near = “{ $word }”: did you mean { $near }?
filter-label-none = “{ $word }”: no labels yet (t then e puts one on).
filter-without = “{ $word }”: the - leaves out plain words only.
filter-takes = { $word } { $allowed }
filter-takes-author = { $word } a name, or a handle
views-no-filter = Nothing to save: type a filter first (/).
views-none = No saved views: / filters, then Ctrl+S saves it.
views-save-title = What name for this view?
views-save-help = { $query }
views-title = Which view?
views-ask-title = The view “{ $name }”
views-show = Show it
views-rename = Rename it
views-remove = Remove it (the messages stay)
views-rename-title = What new name?
views-name-blank = It needs a name.
views-name-long = No more than { $count } characters.
views-name-taken = “{ $name }” is the name of a view already.
views-saved = View “{ $name }” saved. The keys , and ; lead there.
views-changed = View “{ $name }” changed.
views-removed = View “{ $name }” removed.
views-line = View: { $name }
closing-in = closes in { $time }
closing-in-short = { $time } left
closing-since = closed for { $time }
closing-shut = closed
closing-fact = ◷ Closes in { $time } ({ $when })
closing-fact-shut = ◷ Closed for { $time } ({ $when })
closing-warning = { $network } closed this conversation { $since } ago: it will probably refuse the answer.

inbox-outcomes = How does this message end?
inbox-outcomes-card = Esc closes the card and returns to the message.
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
inbox-refused = ✕ The network said no ({ $act }): { $why }
inbox-refused-back = Nothing has changed on the network; { $moderate } offers something else, hiding it here alone among them.
inbox-facts = { $kind } · { $tone } · { $visibility }
inbox-waits = Waiting for { $age }
inbox-works-target = Working time: { $time } (target { $target })
inbox-waits-target = Waits for { $time } (target { $target })
inbox-snoozed-until = Snoozed until { $when }
inbox-was-filtered = The network had filtered this mention.
inbox-has-draft = ✎ An answer was begun (Enter).
inbox-labels = Labels: { $labels }
inbox-person = Person
person-kind-since = { $kind }, since { $since }
person-exchanges = { $count ->
    [one] 1 message, { $answered } answered
   *[other] { $count } messages, { $answered } answered
}
person-past = Before
inbox-erased = (erased)
inbox-gone = ✕ No longer visible on the network (message deleted). What had been read:
inbox-gone-answer = This message is no longer on the network: your answer did not leave.
inbox-gone-answer-do = It is kept as a draft ({ $reply } opens it); { $close } archives the message.
inbox-gone-act = This message is no longer on the network: there is nothing left to do about it there.
inbox-gone-act-do = { $close } archives the message.
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
card-attention = Received: { $what }
card-followed = a follow on { $day }
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
composer-too-heavy = Too heavy for this network: { $bytes } bytes of { $most }. Remove some emoji.
composer-bytes = { $bytes } bytes of { $most }
composer-placeholder = { $what } is not filled in.
composer-other-brand = This answer names another brand: { $name }.
composer-sent-title = Copied: paste it there. Is it sent?
composer-sent-no = Not yet
composer-sent-yes = Yes, it is sent
composer-title-short = { $account } · { $brand }
composer-cut = Your editor gave back more than a message can hold: its end is missing.
composer-full = The answer is full (256 KB): nothing more goes in.
charter-banned = “{ $word }” is banned by the charter (Notebook, page Brand).
second-look-title = Read it once more
second-look-message = Message of { $author }, negative tone
second-look-help = Ctrl+D sends · any other key: back
reply-choose = Saved replies · { $language } (type to search)
reply-choose-past = Your past answers to messages like this one
reply-choose-help = Enter inserts · Tab { $language } · Ctrl+G your past answers
reply-choose-past-help = Enter inserts · Ctrl+T saved replies
reply-none = No saved reply yet: n adds one in the Notebook (7), page Replies. Ctrl+G shows your past answers.
reply-none-match = Nothing matches what you typed.
reply-past-looking = One moment: looking through your past answers…
reply-past-none = No past answer goes with this message. Ctrl+T shows saved replies.
reply-past-asked = to “{ $text }”
reply-past-hint = Ctrl+G · you answered a message like this one: “{ $text }”
reply-ask-title = What goes in for “{ $what }”?
reply-ask-help = Enter inserts · Esc leaves { $what } to be filled in later
tongue-fr = French
tongue-en = English

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
    [one] { $count } message is left. S takes this sweep up again, 3 goes on to the daily figures, Esc returns to the inbox.
   *[other] { $count } messages are left. S takes this sweep up again, 3 goes on to the daily figures, Esc returns to the inbox.
}
