### Today.

cmd-today-start = Start or resume this block
key-today-start = start
cmd-today-side = Go to “must not slip” and back
key-today-side = must not slip
cmd-today-view = Week or list

today-title = My day · { $day }
today-headings = { "  " }BLOCK                   STATE
today-sheet = Daily figures
today-sheet-state = { $done }/{ $all } accounts logged for yesterday
today-content = Content and queue
today-content-state = { $review } to validate, { $create } to create, { $published } published today
today-sweep-waiting = not started
today-sweep-done = { $count ->
    [one] ✓ 1 message in { $lasted }
   *[other] ✓ { $count } messages in { $lasted }
}
today-open = { $count ->
    [0] No message is waiting.
    [one] 1 message waits for a decision.
   *[other] { $count } messages wait for a decision.
}
today-slipping = Must not slip ({ $count })
today-nothing-slips = ✓ Nothing presses.
today-week = Last 5 working days
today-week-sweeps = Sweeps
today-week-posts = Posts
today-answers = { $count ->
    [one] Answers over 30 days: median { $median } of working time · rate { $rate } (1 message)
   *[other] Answers over 30 days: median { $median } of working time · rate { $rate } ({ $count } messages)
}
today-streak = { $count ->
    [0] Streak: it begins with today’s sweeps.
    [one] Streak: 1 working day (weekends and days off don’t count)
   *[other] Streak: { $count } working days (weekends and days off don’t count)
}
today-highlights = Latest notes
today-no-highlight = Nothing kept for the report: b (win) and f (feedback) in the Inbox.

slip-unclear = { $count ->
    [one] 1 unclear delivery: is it out?
   *[other] { $count } unclear deliveries: are they out?
}
slip-complaints = { $count ->
    [one] 1 complaint waiting for { $age }
   *[other] { $count } complaints, the oldest waiting for { $age }
}
slip-overdue = { $contact }: answer overdue by { $age }
slip-promise = Promised to { $name } for { $day }: { $text }
slip-missed = { $clock } missed: { $title }
slip-leaving = { $clock } { $title }
slip-validation = { $count ->
    [one] 1 post waits for a validation
   *[other] { $count } posts wait for a validation
}
slip-expired = { $handle }: authorisation expired
slip-report = Report to export: { $month }
