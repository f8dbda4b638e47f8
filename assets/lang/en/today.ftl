### Today.

cmd-today-start = Start or resume this block
key-today-start = start
cmd-today-side = Go to “must not slip” and back
key-today-side = must not slip
cmd-today-view = Week or list

today-title = My day · { $day }
today-headings = { "  " }BLOCK                   STATE
today-sheet = Daily figures
today-sheet-state = { $all ->
    [0] no account to log
    [one] yesterday: { $done } of 1 account
   *[other] yesterday: { $done } of { $all } accounts
}
today-content = Content and queue
today-content-state = { $review } to validate, { $create } to prepare
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
today-no-account = No account yet: 7 opens the Notebook, n adds one.
today-slipping = Must not slip ({ $count })
today-nothing-slips = ✓ Nothing presses.
today-week = Last 5 working days
today-week-sweeps = Sweeps
today-week-posts = Posts
today-answers = { $count ->
    [0] Answers over 30 days: nothing to measure yet.
    [one] Answers over 30 days, working time: median { $median } · rate { $rate } (1 message)
   *[other] Answers over 30 days, working time: median { $median } · rate { $rate } ({ $count } messages)
}
today-streak = { $count ->
    [0] Streak: it begins with today’s sweeps.
    [one] Streak: 1 working day (weekends and days off don’t count)
   *[other] Streak: { $count } working days (weekends and days off don’t count)
}
today-highlights = Latest notes
today-highlight-of = { $author }: { $words }
today-no-highlight = Nothing kept for the report: b (win) and f (feedback) in the Inbox.

slip-unclear = { $count ->
    [one] 1 unclear delivery: is it out?
   *[other] { $count } unclear deliveries: are they out?
}
slip-complaints = { $count ->
    [one] 1 complaint waiting for { $age }
   *[other] { $count } complaints, the oldest { $age } ago
}
slip-overdue = { $contact }: answer overdue by { $age }
slip-waiting = { $count ->
    [one] Waiting for { $contact }, { $waited }
   *[other] { $count } waited for, first { $contact }, { $waited }
}
slip-unsent = { $count ->
    [one] An answer to send by hand
   *[other] { $count } answers to send by hand
}
slip-promise = Promised to { $name } for { $day }: { $text }
slip-missed = { $clock } missed: { $title }
slip-leaving = { $clock } { $title }
slip-validation = { $count ->
    [one] 1 post to validate
   *[other] { $count } posts to validate
}
slip-expired = { $name }: authorisation expired
slip-report = Report to export: { $month }
