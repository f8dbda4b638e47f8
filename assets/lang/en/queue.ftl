### The queue: the board, the month, the list, the post being written.

cmd-queue-new = New idea (in the calendar: planned for that day)
key-queue-new = new
cmd-queue-edit = Write the post
key-queue-edit = write
cmd-queue-enter = Open
cmd-queue-validate = Validate: the plan, then the content
key-queue-validate = validate
cmd-queue-hour = Give it the hour at which it leaves
key-queue-hour = hour
cmd-queue-forward = Move on (in the calendar: one day later)
key-queue-forward = move on
cmd-queue-back = Move back (in the calendar: one day earlier)
cmd-queue-pause = Pause: it no longer leaves, and is to be created again
cmd-queue-archive = Archive the post
cmd-queue-clone = Clone: a new idea with the same content
cmd-queue-next-view = Next view: board, calendar, list
key-queue-next-view = view
cmd-queue-previous-view = Previous view
cmd-queue-today = Today in the calendar
cmd-queue-open = Open the publication in the browser
cmd-queue-copy = Copy the text
cmd-queue-more = More: unschedule, published by hand, outbox
key-queue-more = more
cmd-post-done = Done: all is saved, see the next step
key-post-done = done
cmd-post-leave = Leave, all is kept
key-post-leave = keep
cmd-post-next-part = Next field
key-post-next-part = next field
cmd-post-previous-part = Previous field
cmd-post-preview = Preview of each account, its parts numbered
key-post-preview = preview
cmd-post-outside = Write in your editor
key-post-outside = editor
cmd-post-saved = Is the post saved?

queue-state-idea = idea
queue-state-planned = planned
queue-state-drafting = to create
queue-state-in-review = to validate
queue-state-approved = validated
queue-state-scheduled = scheduled
queue-state-published = published
queue-state-archived = archived

queue-column-ideas = Ideas { $count }
queue-column-plan = Plan { $count }
queue-column-create = To create { $count }
queue-column-validate = To validate { $count }
queue-column-scheduled = Scheduled { $count }
queue-column-empty = Nothing here.
queue-list-title = { $count ->
    [one] 1 post
   *[other] { $count } posts
}
queue-empty = No post yet. n notes an idea: a title is enough, the rest comes later. The “,” key shows posts day by day.
queue-nothing-chosen = No post in this column. ←→ changes column, n notes an idea.
queue-untitled = untitled
queue-day-empty = Nothing planned for this day. Enter or n plans a post.
queue-signs = ● published  ◷ scheduled  ? to validate  ○ to create  ~ plan  ✕ day off  ⚠ look

queue-no-post = No post here.
queue-is-out = This post is out already: C clones it to make another.
queue-not-scheduled = This post is not scheduled.
queue-no-url = This post has no address on the web yet.
queue-at-end = This is the last step: it leaves at its hour.
queue-at-start = This is the first step; a archives it.
queue-has-hour = This post has an hour: h changes it.
queue-leaves-by-itself = This post leaves by itself from a connected account.

queue-lacks-day = It lacks a day: Shift+→ gives one.
queue-lacks-plan = It lacks the validation of the plan: v notes it.
queue-lacks-content = It lacks the validation of the content: v notes it.
queue-lacks-account = It lacks an account to publish on: e, then Accounts.
queue-lacks-text = It lacks a text: e writes it.
queue-lacks-part = Part { $part } is empty: write it, or remove the “---” line that sets it apart.
queue-part-is-out = Part { $part } is out already: give it back its text, only what follows can change.
queue-part-unknown = Nobody knows where part { $part } stands on the web: fetch (Ctrl+R) and try again, or publish the rest by hand.
queue-lacks-hour = It lacks the hour: h gives it.
queue-too-long = { $count ->
    [one] One character too long for { $account } ({ $used } of { $limit }): shorten it.
   *[other] { $count } characters too long for { $account } ({ $used } of { $limit }): shorten it.
}
queue-part-too-long = { $count ->
    [one] Part { $part } of { $of } is one character too long for { $account } ({ $used } of { $limit }): shorten it.
   *[other] Part { $part } of { $of } is { $count } characters too long for { $account } ({ $used } of { $limit }): shorten it.
}
queue-too-heavy = Too heavy for { $account }: { $used } characters, but { $bytes } bytes of { $most }. A composed emoji weighs up to 25: remove some.
queue-part-too-heavy = Part { $part } of { $of } is too heavy for { $account }: { $used } characters, but { $bytes } bytes of { $most }. A composed emoji weighs up to 25: remove some.
queue-too-many-files = Too many files for { $account }: { $count } of { $limit }. Remove some.
queue-alt-too-long = The alternative text of { $file } is too long for { $account }: { $used } characters of { $limit }. Shorten it.
queue-no-file = File not found: { $file }. Put it back, or remove it from the post.
queue-file-not-taken = { $account } does not take { $file }: it is no image that it can show. Save it as JPEG or PNG.
queue-file-too-large = { $file } is too heavy for { $account }: { $used } kB of { $limit }. Make the image smaller, then replace the file.
queue-on-hold = The brand is on hold: nothing is scheduled. The Notebook (7) ends the hold.
queue-other-brand = This post names another brand: { $name }.

queue-late = It did not leave at its hour (x then e: outbox).
queue-unclear = Unclear sending: Ronde checks before any new try (x then e: outbox).
queue-refused = Refused by the network: { $why }
queue-not-left = Not sent: { $why }
queue-broken = Thread broken off on { $account }: { $out } of { $of } out. h schedules the rest, from part { $next } on.
queue-broken-refused = Thread broken off on { $account }: { $out } of { $of } out, part { $next } refused ({ $why }). e mends it, h schedules the rest.
queue-blocked = Blocked: the authorization of { $account } expired (Notebook, 7).
queue-by-hand = To publish by hand on { $account }: c copies, then x “it is published”.

queue-new-title = New idea
queue-new-on-day = New post for { $day }
queue-new-help = A title for yourself; it is never published.
queue-new-past = { $past } is past: this post will be planned for today. A title for yourself; it is never published.
queue-title-empty = Give it a title.
queue-noted = Idea noted. e writes it.
queue-planned = Post planned. e writes it, v validates the plan.
queue-day-title = For which day?
queue-day-help = 23/11 or 2026-11-23
queue-moved = Now: { $state }.
queue-unscheduled = Unscheduled: nothing will leave, the validations stay.
queue-paused = Paused: nothing will leave, the post is to be created again.
queue-archived = Archived ({ $key } undoes).
queue-cloned = Cloned: an idea with the same content.
queue-copied = Text copied.
queue-copy-title = Copy the text of which account?
queue-open-title = Open where?

queue-who-plan = Who validates the plan?
queue-who-content = Who validates the content?
queue-who-myself = Myself, now
queue-who-request = Copy a request to send
queue-who-pass = Pass over (the reason is kept)
queue-words-title = In what words?
queue-words-help = Optional: Enter goes on.
queue-reason-title = Why pass it over?
queue-reason-help = The reason is kept in the history.
queue-reason-empty = A reason is needed.
queue-myself = myself
queue-plan-approved = Plan validated ({ $by }).
queue-content-approved = Content validated ({ $by }). h gives it an hour.
queue-passed-over = Validation passed over: the reason is kept.
queue-all-approved = All is validated: h gives the hour.
queue-voided-plan = Changed after its validation: the plan is to be validated again (v).
queue-voided-content = Changed after its validation: the content is to be validated again (v).
queue-request-plan = Hello, can you validate this subject? “{ $title }”, planned for { $day }. Thank you!
queue-request-content =
    Hello, can you validate this post? “{ $title }”, planned for { $day }:

    { $text }

    Thank you!
queue-request-copied = Request copied: paste it into your mail. v will note the answer.

queue-hour-title = When does it leave?
queue-hour-help = 23/11 15:00 · time of { $zone }
queue-hour-unreadable = Type a day and an hour: 23/11 15:00.
queue-hour-absent = { $typed } does not exist on that day (clocks change). Enter for { $next }.
queue-hour-past = That hour is past.
queue-hour-too-near = That is in less than a minute: leave yourself time to change your mind.
queue-hour-to-validate = The hour changed: the content is to be validated again (v), then h.
queue-scheduled = Scheduled { $day } at { $clock } ({ $key } undoes).

queue-more-title = What about this post?
queue-more-unschedule = Unschedule (it stays validated)
queue-more-published = It is published, by hand
queue-more-outbox = See the outbox
queue-more-archive = Archive
queue-next-title = Next step
queue-next-later = Later: all is saved
queue-next-plan = Have the plan validated
queue-next-content = Have the content validated
queue-next-hour = Give the hour

queue-stands-held = waits for its hour
queue-stands-queued = waits for its hour
queue-stands-sending = leaving
queue-stands-done = out
queue-stands-refused = refused
queue-stands-unknown = unclear
queue-stands-taken-back = taken back
queue-stands-by-hand = to publish by hand
queue-stands-whole = { $of } parts out
queue-stands-parts = { $of } parts, { $state }
queue-stands-part = { $out }/{ $of } out, part { $part }: { $state }
queue-media = { $count ->
    [one] 1 file, alt text ✓
   *[other] { $count } files, alt texts ✓
}
queue-media-bare = { $count ->
    [one] ⚠ 1 file without alt text
   *[other] ⚠ { $count } files without alt text
}
queue-when = When: { $when } ({ $zone })
queue-when-day = Planned: { $day }
queue-when-never = No date
queue-pillar = pillar: { $pillar }
queue-approval-plan = plan
queue-approval-content = content
queue-approval-holds = { $what } ✓ { $by } { $day }
queue-approval-passed-over = { $what }: passed over { $day }
queue-approval-voided = { $what }: changed since, to validate again
queue-approval-missing = { $what }: to validate
queue-then-day = { $key } give it a day
queue-then-plan = { $key } validate the plan
queue-then-write = { $key } write the text and choose the accounts
queue-then-content = { $key } validate the content
queue-then-hour = { $key } give the hour
queue-then-leaves = Leaves by itself; { $key } pauses it

post-editor-title = { $brand } · { $title }
post-part-title = Title
post-part-text = Text
post-part-accounts = Accounts
post-part-media = Files
post-part-day = Day
post-part-pillar = Pillar
post-part-note = Note
post-own-text = its own text (Enter)
post-own-title = Text for { $account } alone; empty, it takes the common text
post-media-add = + add a file (Enter)
post-media-title = Which file?
post-media-help = Its path, typed, pasted or dropped here.
post-media-empty = Give the path of a file.
post-media-bare = { $path } · alt text: missing ⚠
post-media-line = { $path } · { $alt }
post-alt-title = What does this picture show?
post-alt-help = The alt text, for those who don’t see it.
post-preview-title = Preview, account by account
post-preview-no-account = No account to show: tick one in Accounts (Tab leads there).
post-preview-close = Close
post-preview-empty = (empty)
post-preview-file = [{ $file }: { $alt }]
post-preview-bare = [{ $file }, without alternative text]
post-thread-hint = saved · a “---” line begins the next part of a thread
post-account-out = Something is out on this account already: it stays in the post.
post-edit-voids = This content is validated: changing it voids its validation.
post-outside-text = The editor is for the text: Tab goes there.
post-kept = Post kept.
post-not-kept = This post can’t be changed any more: your text is on the clipboard.
