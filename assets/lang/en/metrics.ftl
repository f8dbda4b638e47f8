### The metrics.

## Commands and keys

cmd-metrics-type = Type figures, cell by cell
key-metrics-type = type
cmd-metrics-same = Take the value of the day before
key-metrics-same = same as before
cmd-metrics-next-view = Next view: sheet, curves, posts
key-metrics-next-view = view
cmd-metrics-previous-view = Previous view
cmd-metrics-why = Why this figure?
key-metrics-why = why?
cmd-metrics-previous-gap = Previous day without figures
cmd-metrics-next-gap = Next day without figures
key-metrics-next-gap = day to fill
cmd-metrics-yesterday = Back to yesterday
cmd-metrics-open = Open the post in the browser
cmd-sheet-next = Save and go to the next cell
key-sheet-next = next
cmd-sheet-back = Save and go back a cell
cmd-sheet-same = Take the value of the day before and go on
key-sheet-same = same as before
cmd-sheet-none = Not given by the network (is not 0)
key-sheet-none = not given
cmd-sheet-leave = Leave typing
key-sheet-leave = done

## The daily sheet

metrics-title = Figures of { $day }{ $ago ->
    [0] {" "}(today)
    [1] {" "}(yesterday)
   *[other] {""}
}
metrics-typing = TYPING
metrics-column-followers = Follow.
metrics-column-reach = Reach
metrics-column-views = Views
metrics-column-impressions = Impr.
metrics-column-likes = Likes
metrics-column-comments = Comm.
metrics-column-shares = Shares
metrics-column-saves = Saves
metrics-column-clicks = Clicks
metrics-column-rate = Engag.
metrics-column-posts = Posts
metrics-legend = ⟳ fetched  ✎ to type  n/a not given (≠ 0)  … unknown
metrics-rule-unknown = “…” means unknown, “n/a” that the network does not give it. It is never 0 and is in no rate.
metrics-complete = { $all ->
    [one] { $done }/1 account complete · each cell is saved at once
   *[other] { $done }/{ $all } accounts complete · each cell is saved at once
}
metrics-before = { $name } · value before: { $before }
metrics-before-and-now = { $name } · before: { $before } → { $value }
metrics-before-none = { $name } · no value in the week before
metrics-before-never = { $name } · never given by this network; you can type it
metrics-no-account = No account yet: open the Notebook (7) and add one, connected or kept by hand. The figures then take two minutes a day.
metrics-gaps = { $count ->
    [one] 1 day without figures (Shift+→)
   *[other] { $count } days without figures (Shift+→)
}
metrics-tomorrow = That day has not begun.
metrics-no-gap = No day without figures in the last 31.
metrics-no-cell = Curves are not typed into: , goes back to the sheet.
metrics-nothing-before = No value to take: the week before has none.
metrics-none-of-posts = A figure of a post that is missing stays unknown: there is nothing to note.
metrics-no-url = This post has no address.
sheet-digits-only = Digits only. n: not given, Esc: done.
sheet-unlikely = { $value } instead of { $before }: more than 50% apart. Enter once more if it is right.
sheet-end = Figures saved: nothing more to type for this day.

## The rates

metrics-rates = Engagement by reach
metrics-rate-7 = 7 d
metrics-rate-30 = 30 d
metrics-base-none = No reach is known yet.
metrics-base-posts = of the posts whose reach is known
metrics-base-days = of the logged days whose reach is known

## Curves and posts

metrics-span = { $from } – { $to }
metrics-curve-title = { $name } · { $figure } · { $span }
metrics-curve-later = The curve of a figure is drawn here once it is logged.
metrics-no-curve = Nothing is logged for this figure in these thirty days.
metrics-broken = Counted otherwise since { $day } ({ $definition }): the two parts do not compare.
metrics-curve-keys = ↑↓ account · Tab figure · a gap is a day without figures
metrics-posts-box = Posts of 30 days, by engagement
metrics-posts-title = Posts · { $span }
metrics-no-posts = No post in these thirty days. The Queue (4) prepares the next one.
metrics-posts-legend = Figures at 7 days of age. ◷ younger: still running. Enter: type.

## Why this figure

metrics-why-title = Why this figure?
metrics-why-line = { $name }: { $value } = { $grounds }
metrics-definition = Definition of the network: { $definition }. Another definition breaks the curve.
metrics-never-given = { $network } never gives this figure: it is neither unknown nor 0, is not asked for and is in no total. You can type it if you have it from elsewhere.
metrics-about-followers = Followers: how many follow the account, at the end of the day.
metrics-about-reach = Reach: different accounts that saw something that day. It does not add up across days or networks.
metrics-about-views = Views: how often something was shown; repeats count.
metrics-about-impressions = Impressions: how often something was displayed.
metrics-about-likes = Likes: likes and reactions of the day.
metrics-about-comments = Comments: comments and replies of the day.
metrics-about-shares = Shares: shares and boosts of the day, with quotes where the network counts them.
metrics-about-saves = Saves: put aside by readers that day.
metrics-about-clicks = Clicks: clicks on a link; they are not interactions.
metrics-about-posts = Posts: how many the account has, in all.
metrics-of-post-reach = Reach: different accounts that saw this post. It does not add up across posts or networks.
metrics-of-post-views = Views: how often it was shown; repeats count.
metrics-of-post-likes = Likes: likes and reactions to this post.
metrics-of-post-comments = Comments: comments and replies to this post.
metrics-of-post-shares = Shares: shares and boosts of this post, with quotes where the network counts them.
metrics-of-post-saves = Saves: put aside by readers.
metrics-of-post-clicks = Clicks: clicks on a link; they are not interactions.
metrics-post-total = It is the total since it came out, at seven days of age at most.
metrics-source-api = Fetched on { $day } at { $hour }.
metrics-source-file = Imported on { $day } at { $hour }.
metrics-source-typed = Typed on { $day } at { $hour }.
