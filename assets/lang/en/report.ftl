### The report as a document: its headings, figures, tables and method.

## The document

report-title = Report
report-file-name = report
report-brand-file-name = brand
report-period-span = { $from } to { $to }
report-period-week = week { $week }, { $from } to { $to }
report-compared = Compared with: { $period }
report-made = Made on { $day } at { $hour }
report-running = Period still running: { $days } { $days ->
        [one] day
       *[other] days
     } of { $of } counted
report-provisional = Provisional
report-provisional-why = { $count ->
        [one] One text is still to be written
       *[other] { $count } texts are still to be written
     }: { $sections }.
report-demo = Demonstration data
report-to-write = To be written.
report-contents = Contents
report-previous = { $value } the period before
report-previous-month = { $value } in { $month }
report-colophon = Ronde { $version } · data fingerprint { $print }

## Sections

report-section-essentials = In brief
report-section-goals = Goals and results
report-section-audience = Audience
report-section-visibility = Visibility
report-section-content = Posts and engagement
report-section-exchanges = Exchanges and answers
report-section-voice = Voice of the community
report-section-next = What comes next
report-section-method = Method

## What the CM is asked to write, by section

report-lead-essentials = What to remember
report-lead-goals = Where the goals stand
report-lead-audience = What explains it
report-lead-visibility = What explains it
report-lead-content = What I take from it
report-lead-exchanges = What I take from it
report-lead-voice = What I take from it
report-lead-next = Recommendations and needs

## Figures: their names

report-figure-er-r = Engagement rate by reach
report-figure-er-r-median = Engagement by reach, median per post
report-figure-er-r-daily = Engagement by reach, daily log
report-figure-er-f = Engagement by followers
report-figure-i1000 = Interactions per 1,000 followers per post
report-figure-amp = Shares per post
report-figure-conv = Comments per post
report-figure-app = Likes per post
report-figure-vir = Virality
report-figure-ctr = Click-through rate
report-figure-freq = Frequency
report-figure-interactions = Interactions
report-figure-reach-sum = Summed post reach
report-figure-reach-day = Mean reach of a day
report-figure-views = Views
report-figure-impressions = Impressions
report-figure-clicks = Link clicks
report-figure-posts = Posts published
report-figure-followers = Followers at the end
report-figure-net-followers = Net followers
report-figure-grow = Follower growth
report-figure-received = Messages received
report-figure-needing = Needing an answer
report-figure-answered = Answered
report-figure-resp = Response rate
report-figure-t50 = Median response time
report-figure-t90 = Response time, 90th percentile
report-figure-sla = Answered on target
report-figure-delegated = Delegated
report-figure-tres = Median resolution time
report-figure-net = Net sentiment
report-figure-replies = Answers sent from Ronde

## Figures: how each is counted

report-how-er-r = Sum of interactions ÷ sum of the reach of the posts whose reach is known. Interactions = likes + comments + shares + saves; clicks are not among them.
report-how-er-r-median = The middle post when they are ordered by engagement rate. Never a mean of percentages.
report-how-er-r-daily = Sum of interactions ÷ sum of reach, over the days of the log on which both are known.
report-how-er-f = Interactions of a post ÷ followers of the account when it was published.
report-how-i1000 = Sum of interactions ÷ posts ÷ mean followers × 1,000. Can be compared across networks.
report-how-amp = Shares ÷ posts. A number, not a percentage. A quote is a share, where the network counts quotes.
report-how-conv = Comments ÷ posts. A number, not a percentage.
report-how-app = Likes and reactions ÷ posts. A number, not a percentage.
report-how-vir = Shares ÷ reach, for the posts that give both.
report-how-ctr = Link clicks ÷ impressions, or ÷ views where the network counts views.
report-how-freq = Impressions or views ÷ reach of the same posts.
report-how-interactions = Likes + comments + shares + saves of the posts, at seven days of age at most.
report-how-reach-sum = Sum of the reach of the posts: one person may count several times. It is not a number of people.
report-how-reach-day = Mean of the days that were logged. The reach of several days does not add up.
report-how-views = Sum of the views of the days that were logged; repeats count.
report-how-impressions = Sum of the impressions of the days that were logged.
report-how-clicks = Sum of the link clicks of the days that were logged.
report-how-posts = Posts that came out in the period, one for each account.
report-how-followers = Last count of followers logged in the period.
report-how-net-followers = Followers at the end − followers at the start. A person who follows two accounts counts twice.
report-how-grow = (followers at the end − followers at the start) ÷ followers at the start.
report-how-received = Messages received in the period, on all accounts.
report-how-needing = Messages received − closed as needing no answer − hidden − spam.
report-how-answered = Messages of the period that had an answer, here or on the network.
report-how-resp = Messages answered ÷ messages needing an answer. A delegated one counts when it has its answer; what waits stays in the denominator.
report-how-t50 = The middle delay between receipt and first answer, in working hours.
report-how-t90 = Nine answers in ten left faster, in working hours.
report-how-sla = Answered within the target of their type ÷ messages needing an answer, for the types that have a target.
report-how-delegated = Messages passed to a colleague at some time.
report-how-tres = The middle delay until the end of a delegated message, in working hours.
report-how-net = (positive − negative) ÷ all messages whose tone was rated × 100. The tone is set by a person.
report-how-replies = Answers that left from Ronde in the period, by the journal.

## Where counts come from

report-origin-api = fetched
report-origin-file = imported
report-origin-typed = typed
report-origin-posts = figures of the posts
report-origin-journal = journal of Ronde

## Changes

report-change-points = { $by } pp
report-change-score = { $by } pt
report-change-by-day = { $change } a day
report-small = small sample
report-no-change = no change

## What a figure rests on

report-division = { $top } ÷ { $bottom }
report-coverage-accounts = { $known } of { $of } { $of ->
        [one] account
       *[other] accounts
     }
report-coverage-days = { $known } of { $of } { $of ->
        [one] day
       *[other] days
     }
report-sample = n = { $n }

## Columns of tables

report-column-figure = Figure
report-column-before = Received before
report-column-change = Change
report-column-account = Account
report-column-start = Start
report-column-end = End
report-column-net = Net
report-column-growth = Growth
report-column-views = Views
report-column-impressions = Impressions
report-column-reach-day = Reach / day
report-column-reach-sum = Summed reach
report-column-clicks = Clicks
report-column-ctr = CTR
report-column-engagement = Engagement
report-column-posts = Posts
report-column-interactions = Interactions
report-column-thousand = Per 1,000
report-column-post = Post
report-column-day = Date
report-column-reach = Reach
report-column-kind = Type
report-column-received = Received
report-column-needing = Needing
report-column-answered = Answered
report-column-delegated = Delegated
report-column-waiting = Waiting
report-column-definition = How it is counted
report-column-counts = Counts
report-column-source = Source
report-column-days = Days logged
report-column-missing = Days without a log

## Blocks

report-results = Results
report-no-goals = No goal in numbers is kept in Ronde: results are compared with the period before, never with a “good rate” of the market.
report-followers-table = Followers by account
report-followers-chart = Followers, day by day
report-views-chart = Views, day by day
report-impressions-chart = Impressions, day by day
report-lines-about = Each account has its own scale. A gap is a day without a log; a dotted line is a change of definition, which the curve does not cross.
report-visibility-table = Visibility by account
report-reach-note = Reach is never added up across days or networks and called a number of people.
report-engagement-chart = Engagement by reach, by account
report-engagement-about = Sum of interactions ÷ sum of the reach of the posts of each account. A network that gives no reach has no bar.
report-content-table = Posts by account
report-pillars-chart = Median engagement by pillar
report-pillars-about = The middle post of each pillar, at seven days. The number of posts is in brackets.
report-no-pillar = no pillar
report-best = The best posts
report-weakest = The weakest ones
report-ranked = Ranked by { $figure }, at seven days of age.
report-young = { $count ->
        [one] One post is younger than seven days: it is still running and is not ranked.
       *[other] { $count } posts are younger than seven days: they are still running and are not ranked.
     }
report-outliers = Out of the ordinary (over three times the median reach), kept in the totals: { $posts }.
report-exchanges-table = Figures of the exchanges
report-kinds-chart = Messages received, by type
report-kinds-about = What people wrote, as sorted by a person.
report-kinds-table = What became of each type
report-days-chart = Messages received, by day
report-days-about = One bar a day; the busiest day bears its number.
report-hours-chart = When people write
report-hours-about = Messages received by day of the week and hour of the brand. The darker the cell, the more there are.
report-oldest = The oldest message that still waits is from { $author }, { $day }.
report-nothing-waits = No message of the period waits.
report-moderation = Moderation: { $acts }.
report-unclear = { $count ->
        [one] One act whose outcome is unknown
       *[other] { $count } acts whose outcome is unknown
     }: to be checked on the network.
report-sweeps = { $held ->
        [one] One sweep was held
       *[other] { $held } sweeps were held
     } on { $days ->
        [one] one day
       *[other] { $days } days
     }: { $done } of { $listed } messages concluded (answered: { $answered }, delegated: { $delegated }, snoozed: { $snoozed }, closed: { $closed }, hidden: { $hidden }). Read: { $read }. In all: { $total }; median of a sweep: { $median }.
report-within = On target, in working hours: { $parts }.
report-within-part = { $kind } ({ $target }) { $answered }/{ $needing }, that is { $share }
report-wins = Wins
report-consent-not-asked = consent not asked
report-consent-asked = consent asked
report-consent-given = consent given
report-feedback = Feedback passed on
report-notes = Notes
report-no-highlights = Nothing was kept during the period. In the inbox, b keeps a win and f a piece of feedback.
report-tones = Tone of the rated messages: { $tones }.
report-part = { $count } { $name }
report-accounts-none = No account.
report-no-posts = No post in the period.
report-no-messages = No message received in the period.

## Method

report-definitions = Definitions and counts
report-completeness = Data logged
report-no-missing = none
report-breaks = Changes of definition
report-break = { $account }, { $metric }: counted otherwise since { $day } ({ $from } → { $to }). Nothing is added up or compared across it.
report-rules = Rules
report-rule-unknown = “—” means unknown. It is never 0, and is left out of both sides of a ratio.
report-rule-not-given = “n/a” means that the network never gives this figure: it is neither 0 nor forgotten, and no total is made up for it.
report-never-given = { $network } never gives: { $figures }.
report-not-given = n/a
report-not-given-note = “n/a”: not given by the network. Totals and rates are of the accounts alone that give this figure.
report-withheld = not given by { $networks }
report-rule-change = Counts move in %, rates in percentage points (pp). Periods of different lengths are compared by the day. Fewer than 30 cases: “small sample”.
report-rule-gaps = A day without a log stays empty: it is neither estimated nor filled in.
report-rule-hours = Delays are in working hours of the brand.
report-fingerprint = Data fingerprint (SHA-256): { $print }

## Kinds, metrics, tones, acts

report-kind-unsorted = not sorted
report-kind-question = question
report-kind-complaint = complaint
report-kind-purchase = purchase
report-kind-praise = praise
report-kind-mention = mention
report-kind-spam = spam
report-metric-followers = followers
report-metric-reach = reach
report-metric-views = views
report-metric-impressions = impressions
report-metric-likes = likes
report-metric-comments = comments
report-metric-shares = shares
report-metric-saves = saves
report-metric-clicks = clicks
report-metric-posts = posts
report-tone-unrated = not rated
report-tone-positive = positive
report-tone-neutral = neutral
report-tone-negative = negative
report-act-publish = posts
report-act-reply = answers
report-act-like = likes
report-act-repost = reposts
report-act-quote = quotes
report-act-hide = hidings on the network
report-act-delete = deletions
report-act-mute = mutes
report-act-block = blocks
report-act-report = reports

## The e-mail summary

report-mail-attached = Details, definitions and days without a log are in the attached report.

## The tab: commands and keys

cmd-report-write = Write the text of this part
key-report-write = write
cmd-report-export = Export the report to files
key-report-export = export
cmd-report-mail = Copy the summary for an e-mail
key-report-mail = copy summary
cmd-report-compare = Compare with the month before or last year
key-report-compare = compare
cmd-report-language = Change the language of the report
cmd-report-pane = Parts or preview (small screen)
key-report-pane = preview
report-pane-back = parts
cmd-report-why = How these figures are counted
cmd-section-done = Done: the text is kept
key-section-done = done
cmd-section-editor = Write in your own editor
key-section-editor = editor
cmd-section-saved = Nothing to do: it is already saved

## The tab

report-outline = { $period } · { $ready }/{ $all } ready
report-preview = { $number }/{ $all } · { $name }
report-data = Days logged
report-data-line = { $name } { $known }/{ $of }
report-data-missing = Missing days are told, not filled in.
report-written-in-fr = Report in French (L)
report-written-in-en = Report in English (L)
report-still-provisional = Exporting is possible: marked “provisional”
report-text-saved = saved
report-text-saving = saving…
report-no-text-here = This part is written by Ronde: it waits for no text.
report-not-begun = That month has not begun.
report-compares = Compared with: { $period }
report-language-is-fr = The report will be in French.
report-language-is-en = The report will be in English.
report-export-title = Export the report: { $period }
report-export-all = All: HTML, Markdown and CSV
report-export-html = HTML: a page to send or to print as PDF
report-export-markdown = Markdown: text to use elsewhere
report-export-csv = CSV: the figures for a spreadsheet
report-mail-copied = Summary copied: paste it into your e-mail.
report-written = { $count ->
    [one] Written: { $file }
   *[other] { $count } files written; the first: { $file }
}
report-not-written = The report could not be written: { $why }
report-not-written-do = Your texts are kept. Check the folder of reports in the config, then X.
report-why-line = { $name }: { $value }. { $how }
