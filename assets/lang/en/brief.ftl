### What is handed on, logged and kept: briefs for contacts, messages by hand, wins, feedback.

brief-subject = Question from { $author } ({ $brand })
brief-subject-many = { $count } messages to look at ({ $brand })
brief-file = brief
brief-hello = Hello { $name },
brief-hello-nobody = Hello,
brief-many = { $count } messages to { $brand } need your view.
brief-instant = { $day } at { $clock }
brief-wrote = { $author } wrote to { $brand } on { $network }, { $when }:
brief-quote = “{ $text }”
brief-link = Link: { $url }
brief-asked = What I need: { $asked }
brief-asked-nothing = What can we answer?
brief-due = Answer needed by { $when }.
brief-meanwhile = Acknowledgement ready for { $author } (I send it): “{ $text }”
brief-thanks = Thank you!
brief-chaser-end = When can you answer me? Thank you!
brief-acknowledge = Hello { $name }, thank you for your message. We are asking the team in charge and will come back to you by { $day }.
brief-acknowledge-nobody = Hello, thank you for your message. We are asking the team in charge and will come back to you by { $day }.
brief-feedback = Here is some feedback from our community:
brief-none = No brief here: d delegates the message.
brief-several-contacts = These messages are with several people: select those of one.
brief-title = Brief for { $name }
brief-chaser-title = Chaser for { $name }
brief-answered = { $name } answered: { $text }
brief-no-address = { $name } has no address: add it in the Notebook (7).
brief-no-address-copied = { $name } has no address (Notebook, 7): the brief is copied instead.
brief-use-answer = Answer, beginning with theirs
brief-copy = Copy
brief-mail = Mail to { $address }
brief-save = Save to a file
brief-acknowledge-it = Acknowledge to the author (read it over before it leaves)
brief-ask-what = Say what is asked…
brief-chase = Chase { $name }…
brief-paste = Note the answer of { $name }…
brief-what-title = What do you ask?
brief-what-help = One line; empty: “What can we answer?”
brief-copied = For { $name }: text copied, paste it where you talk. D shows it.
brief-later = With { $name }: D shows the brief.
brief-mailed = Mail for { $name } opened: read it and send it.
brief-mailed-copied = Too long for a mail filled in: the text for { $name } is copied, paste it in.
brief-mail-too-long = (The whole text is on the clipboard: paste it here.)
brief-saved = Brief saved: { $path }
brief-not-saved = The brief could not be saved: { $why }
brief-not-saved-do = Copy it instead: D then c.
brief-postpone-title = Chased? Wait for { $name } until when?
brief-postponed = { $name }: new date noted
brief-answer-title = Answer of { $name }
brief-answer-help = Paste or type. Ctrl+D keeps the answer and reopens the message; Esc leaves.
brief-answer-words = Their words
brief-answer-empty = There is no answer here yet.
brief-answer-kept = Answer of { $name } kept, the message is open again. D then r takes it up.
brief-acknowledged = Acknowledged to { $author }: the message stays delegated
brief-way-copy = copied
brief-way-mail = by mail
brief-way-file = to a file
brief-way-later = later (D)
brief-turn-asked = → Asked { $name }, { $at }, for { $due }
brief-turn-asked-what = → Asked { $name }, { $at }, for { $due }: { $asked }
brief-turn-chased = → { $name }: last chased { $at }
brief-turn-answered = { $name } answered, { $at }:
brief-somebody = a contact
brief-waits = Waiting for { $name }, { $waited } ({ $when })
brief-late = { $name } late by { $waited } (D chases)
brief-came = { $name } answered (D then r)
brief-row = → { $name } { $waited }
brief-row-full = waiting for { $name }, { $waited }
brief-composer = Word, stays delegated · { $brand } · { $account }
hand-title = Log a message from elsewhere
hand-help = Several messages? Paste them at once into Message. Esc keeps the form.
hand-account = Received on
hand-author = Who
hand-words = Message
hand-place = Link or place
hand-when = When
hand-seen = Seen by
hand-kept = Kept: n takes this message up again.
hand-no-author = Who wrote? A name is enough.
hand-no-words = What did they say?
hand-bad-when = A date that is past: 16/11/2026 09:12, 16/11 09:12 or 09:12.
hand-nobody = No name
hand-single = It is one message: back to the form
hand-found = { $count } messages found for { $account } (Enter drops a line)
hand-nothing-left = No message is left to log.
keep-win-title = Keep this win
keep-win-help = Ctrl+D: keep. Without consent given, the report names nobody.
keep-words = Text
keep-link = Link
keep-consent = Consent
keep-where = Where
keep-to = To whom
keep-feedback-help = Ctrl+D: keep for the report and copy the text to pass on
keep-form-kept = Kept: the same key takes up what is written.
keep-no-words = There is no text left to keep.
consent-not-asked = not asked
consent-asked = asked
consent-given = given
idea-note = { $author }: “{ $text }”
unsay-title = It has left and can’t be undone. Delete the answer?
unsay-leave = Leave it
unsay-delete = Delete it on { $network } (in 10 seconds)
unsay-before = Leave it, and undo what came before
unsay-too-late = Too late: it has left. u again: undo what came before.
brief-chaser = { $count ->
    [one] I wrote to you { $since } about this message and have no answer yet. Its author has been waiting for { $waited }.
   *[other] I wrote to you { $since } about these { $count } messages and have no answer yet. The first has been waiting for { $waited }.
}
hand-keep = { $count ->
    [one] Log this message
   *[other] Log these { $count } messages
}
hand-logged = { $count ->
    [one] Message logged.
   *[other] { $count } messages logged.
}
hand-known = { $count ->
    [one] This message was logged already.
   *[other] These { $count } messages were logged already.
}
hand-logged-known = { $count ->
    [one] One message logged, { $known } known already.
   *[other] { $count } messages logged, { $known } known already.
}
