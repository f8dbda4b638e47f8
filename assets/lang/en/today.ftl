### Today.

cmd-today-start = Start or resume this block
key-today-start = start
cmd-today-side = Go to “must not slip” and back
key-today-side = must not slip
cmd-today-view = Week or list
cmd-today-why = Response times: where do these figures come from?
key-today-why = why
cmd-today-streak = Show or hide the streak of days

today-title = My day · { $day }
today-headings = { "  " }BLOCK               STATE
today-sheet = Daily figures
today-sheet-state = { $all ->
    [0] no account to log
    [one] yesterday: { $done } of 1 account
   *[other] yesterday: { $done } of { $all } accounts
}
today-content = Content and queue
today-content-state = { $review } to validate, { $create } to prepare
today-sweep-waiting = not started
today-sweep-done = ✓ { $count } in { $lasted }
today-open = { $count ->
    [0] No message is waiting.
    [one] 1 message waits for a decision.
   *[other] { $count } messages wait for a decision.
}
today-reactions = Since yesterday: { $what }
today-reactions-on = Since yesterday ({ $networks }): { $what }
today-reactions-why = Likes, shares and follows since yesterday began: those that networks tell of one by one (Mastodon, Bluesky). Other networks are not in it; totals are in Metrics.
today-no-account = No account yet: 7 opens the Notebook, n adds one.
today-slipping = Must not slip ({ $count })
today-nothing-slips = ✓ Nothing presses.
today-week = Last 5 working days
today-week-sweeps = Sweeps
today-week-posts = Posts
today-answers = { $count ->
    [0] Answers over 30 days: nothing to measure yet.
   *[other] Answers, 30 days: median { $median } · 90th pct { $ninth } · rate { $rate } ({ $count })
}
today-within = on target { $share }
today-sweep-read = { $count } read
today-sweep-answered = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
today-sweep-left = { $count } left
today-streak-shown = The streak of days is shown.
today-streak-hidden = The streak of days is hidden. The same command brings it back.

response-title = Response times: where these figures come from
response-rate = Response rate = answered ÷ needing an answer: { $answered } ÷ { $needing } = { $rate }
response-needing = Needing an answer = received − closed as needing none − spam: { $received } − { $aside } − { $spam } = { $needing }. A delegated message counts only once it is answered.
response-times = First answer, in working hours ({ $hours }, { $days }, without days off and public holidays), over { $count ->
    [one] { $count } time
   *[other] { $count } times
 }: median { $median }, 90th percentile { $ninth }. The median, because one late answer distorts a mean.
response-resolution = Resolution = median from delegation to end, in working hours: { $median } ({ $count ->
    [one] { $count } case
   *[other] { $count } cases
 }).
response-no-target = Target: none. The Notebook (7), page Brand, gives one to each type.
response-within = On target = answered in time ÷ needing an answer: { $answered } ÷ { $needing } = { $share }. By type: { $parts }
response-within-kind = { $kind } ({ $target }) { $answered } ÷ { $needing } = { $share }
response-source = Source: the journal of Ronde ({ $from } – { $to }). What was there before Ronde is not in it.
response-waiting = { $count ->
    [one] Gap: { $count } message still waits and stays below the line: { $author } ({ $day }).
   *[other] Gap: { $count } messages still wait and stay below the line; the oldest: { $author } ({ $day }).
}
response-small = Small sample: { $count } messages, fewer than 30.
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
slip-expired = { $name }: authorization expired
slip-report = Report to export: { $month }
