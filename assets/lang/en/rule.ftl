### Rules, what they propose, type and tone.

cmd-rule-switch = Rule: in use, or switched off
cmd-rule-up = Rule: one place up
cmd-rule-down = Rule: one place down
cmd-rule-ready = Ready-made rules
cmd-rule-save = Save the rule
key-rule-save = save
cmd-rule-leave = Leave the rule
key-rule-leave = leave
cmd-rule-next = Next line
key-rule-next = next
cmd-rule-previous = Previous line

notebook-page-rules = Rules

rule-class-title = { $count ->
    [one] Which type, which tone?
   *[other] Which type, which tone for { $count } messages?
}
rule-class-help = a sign after a letter gives both · Esc
rule-class-unknown = { $key } is no type.
rule-class-then-tone = { $count ->
    [one] Noted: { $what } · + = - adds the tone
   *[other] { $count } messages noted: { $what } · + = - adds the tone
}

rule-nothing-proposed = Nothing is proposed for this message.
rule-taken = Accepted: { $what }
rule-left = Left: { $what }
rule-taken-many = { $count ->
    [one] Proposal accepted
   *[other] Proposals accepted for { $count } messages
}
rule-left-many = { $count ->
    [one] Proposal left
   *[other] Proposals left for { $count } messages
}
rule-proposes = ? Proposed: { $what }
rule-by = by the rule “{ $rules }”
rule-keys = { $accept } accept · { $refuse } leave
rule-perhaps = { $what }?
rule-proposed = { $count ->
    [one] The rules changed: { $count } proposal brought up to date.
   *[other] The rules changed: { $count } proposals brought up to date.
}
rule-proposing = Proposals: { $count } messages read again…

rule-and = { $one }, { $more }
rule-nothing = nothing
rule-any = any
rule-name = { $name }
rule-label = label { $label }
rule-close = close
rule-network-other = another place
rule-only-link = only a link
rule-only-emoji = only emoji
rule-channel-reply = reply or comment
rule-channel-mention = mention
rule-channel-direct = private message
rule-channel-review = review
rule-channel-manual = logged by hand
rule-how-many-any = one is enough
rule-how-many-all = all of them
rule-if-word = holds “{ $words }”
rule-if-any = holds one of these words: { $words }
rule-if-all = holds all these words: { $words }
rule-if-longer = { $count ->
    [one] more than { $count } character
   *[other] more than { $count } characters
}
rule-if-shorter = { $count ->
    [one] fewer than { $count } character
   *[other] fewer than { $count } characters
}
rule-if-new-person = first message of the person
rule-says-if = If: { $what }
rule-says-then = Then propose: { $what }
rule-is-off = Switched off: Space puts it in use again.
rule-never-acts = A rule proposes, it never acts: nothing is closed or published without your key.
rule-empty = No rule. n writes one, m offers some ready-made.
rule-list-help = Space on/off · Shift+↑↓ order · m ready-made
rule-none-here = Choose a rule: , leads to Rules.
rule-line = { $name } → { $what }
rule-tried = { $count ->
    [0] None of the last { $looked } messages
   *[other] { $count } of the last { $looked } messages
}
rule-tried-says = Dry run: { $what }
rule-switched-on = Rule “{ $name }” in use.
rule-switched-off = Rule “{ $name }” switched off.
rule-removed = Rule “{ $name }” removed.
rule-saved = Rule “{ $name }” saved.

rule-editor-title = A rule
rule-heading-if = If all of this is true
rule-heading-then = Then propose
rule-part-name = Name
rule-part-keywords = Words
rule-part-how-many = How many
rule-part-only = Made of
rule-part-longer = Longer than
rule-part-shorter = Shorter than
rule-part-new-person = First message
rule-part-network = Network
rule-part-channel = Came as
rule-part-kind = Type
rule-part-tone = Tone
rule-part-label = Label
rule-part-urgent = Raise
rule-part-close = Close
rule-part-active = In use
rule-about-name = The name under which it proposes.
rule-about-keywords = Whole words, or several in a row, with commas between them. Accents and capitals don’t count.
rule-about-how-many = ←→: one of the words is enough, or all are needed.
rule-about-only = ←→: the message is made of links alone, or of emoji alone.
rule-about-longer = A number of characters. Empty: any.
rule-about-shorter = A number of characters. Empty: any.
rule-about-new-person = ←→: the person never wrote before.
rule-about-network = ←→: the network it comes by.
rule-about-channel = ←→: reply, mention, private message, review…
rule-about-kind = ←→: the type to propose.
rule-about-tone = ←→: the tone to propose.
rule-about-label = A label, by its name. Empty: none.
rule-about-urgent = ←→: to the top of the list.
rule-about-close = ←→: close without an answer, by a key of yours.
rule-about-active = ←→: proposes, or not.
rule-about-found = ↑↓ walks through the messages it is about.
rule-flaw-no-name = It needs a name.
rule-flaw-name-taken = Another rule bears this name.
rule-flaw-no-condition = A condition is missing: it would be about every message.
rule-flaw-empty-keyword = A word is empty.
rule-flaw-too-long = Too many words, or a text that is too long.
rule-flaw-no-length = No message can be both longer and shorter.
rule-flaw-no-proposal = It proposes nothing: choose a type, a tone, a label…
rule-trial-title = Dry run: messages it is about
rule-trial-waits = Write a condition and a proposal: the messages it is about show here.
rule-would-propose = Would propose: { $what }
rule-leave-title = The rule is not saved
rule-leave-not = Go on writing
rule-leave-save = Save
rule-leave-drop = Forget the changes

rule-ready-title = Which rules to take?
rule-ready-all = All of them
rule-ready-none = You have all the ready-made rules already.
rule-ready-taken = { $count ->
    [one] Rule added.
   *[other] { $count } rules added.
}
rule-ready-danger = Danger
rule-ready-danger-words = lawyer, lawsuit, court, police, accident, injured, allergy, allergic, food poisoning, hospital
rule-ready-complaint = Complaints
rule-ready-complaint-words = refund, refunded, money back, scam, fraud, outrageous, unacceptable, shameful, never arrived, never received, still nothing, disappointed, remboursement, arnaque
rule-ready-spam = False prizes
rule-ready-spam-words = congrats, claim here, you have been selected, followers in 24 h, easy money, fast loan, bitcoin, crypto, claim your prize
rule-ready-link = Links alone
rule-ready-emoji = Emoji alone
rule-ready-purchase = Wants to buy
rule-ready-purchase-words = how much, the price, your prices, to buy, to order, in stock, do you ship, do you deliver, wholesale
