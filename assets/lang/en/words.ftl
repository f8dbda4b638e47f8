### The words of the trade, shared by every screen.

kind-unsorted = unsorted
kind-question = question
kind-complaint = complaint
kind-purchase = purchase
kind-praise = praise
kind-mention = mention
kind-spam = spam

tone-unrated = tone not rated
tone-positive = positive
tone-neutral = neutral
tone-negative = negative

reaction-like = { $count ->
    [one] { $count } like
   *[other] { $count } likes
}
reaction-share = { $count ->
    [one] { $count } share
   *[other] { $count } shares
}
reaction-follow = { $count ->
    [one] { $count } follow
   *[other] { $count } follows
}

visibility-public = public
visibility-unlisted = unlisted
visibility-followers = followers
visibility-direct = private

state-open = open
state-answered = ✓ answered
state-delegated = delegated
state-snoozed = snoozed
state-closed = ✓ closed
state-hidden = ✓ moderated

view-open = Open
view-delegated = Delegated
view-snoozed = Snoozed
view-answered = Answered
view-all = All

stage-held = held
stage-queued = queued
stage-sending = sending
stage-done = sent
stage-refused = refused
stage-unknown = unclear
stage-taken-back = taken back

act-publish = publication
act-reply = reply
act-like = like
act-repost = repost
act-quote = quote
act-hide = hiding on the network
act-delete = deletion
act-mute = author muted
act-block = author blocked
act-report = reported

ability-reply = replies
ability-like = likes
ability-repost = reposts
ability-quote = quotes
ability-hide = hiding a reply
ability-delete = deleting
ability-mute = muting an author
ability-block = blocking an author
ability-report = reporting
ability-publish = publishing
ability-media = pictures
ability-direct = private messages
ability-context = conversations
ability-figures = figures
ability-look-up = looking up what was sent
ability-idempotency = protection from duplicates
ability-filtered = filtered mentions

lack-manual = { $account } is kept by hand: c copies, o opens.
lack-expired = The authorization of { $account } has expired: reconnect it in the Notebook (7).
lack-server = The server of { $account } does not offer { $ability }.

sweep-of-morning = Morning sweep
sweep-of-midday = Midday sweep
sweep-of-afternoon = Afternoon sweep

highlight-win = Win
highlight-feedback = Feedback
highlight-note = Note

person-unknown = not known yet
person-client = client
person-prospect = prospect
person-member = member
person-journalist = journalist
person-influencer = influencer
