//! A brand whose every field was filled by the same stranger.

use crate::given::{at, incoming};
use ronde::app::effect::{BriefWork, Classify, Job, Labelling, Page, PersonJob, ProposeFrom, RuleJob, RuleReply, Stream};
use ronde::app::event::Reply;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::contact::Contact;
use ronde::domain::conversation::Turn;
use ronde::domain::count::CountRule;
use ronde::domain::delivery::Journey;
use ronde::domain::facts::Section;
use ronde::domain::highlight::{Consent, Highlight, HighlightKind};
use ronde::domain::holiday::Holidays;
use ronde::domain::hours::WorkingHours;
use ronde::domain::label;
use ronde::domain::message::{Incoming, MessageKind, MessageState, Tone};
use ronde::domain::person::PersonKind;
use ronde::domain::post::{ApprovalOf, Media, Post, PostState, Variant};
use ronde::domain::promise::Promise;
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::rule::{Conditions, Proposes, Rule};
use ronde::domain::saved_reply::{SavedReply, Tongue};
use ronde::domain::saved_view::SavedView;
use ronde::domain::text::SafeText;
use ronde::domain::time::Period;
use ronde::domain::{
    AccountId, BrandId, BriefId, ContactId, HighlightId, MessageId, PersonId, PostId, PromiseId, SavedReplyId, VariantId, ViewId,
};
use ronde::store::{Store, serve};
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// The message that the file puts first, with all that can hang on one.
const STAR: MessageId = MessageId(7);

fn ask(store: &mut Store, job: Job) -> Reply {
    serve(store, job).expect("the file takes it")
}

/// The words where a field takes no long text and not nothing.
fn short(words: &str) -> SafeText {
    let line = SafeText::line(words);
    let mut kept = String::new();
    for grapheme in line.as_str().graphemes(true).take(24) {
        if kept.len() + grapheme.len() > 70 {
            break;
        }
        kept.push_str(grapheme);
    }
    let kept = SafeText::line(&kept);
    if kept.is_blank() { SafeText::line("x") } else { kept }
}

/// What the charter refuses.
pub fn banned(words: &str) -> SafeText {
    SafeText::line(&format!("interdit {}", short(words)))
}

/// A world in which `words` stand in every field that a person or a network fills.
pub fn fill(store: &mut Store, words: &str) {
    let (text, line) = (SafeText::clean(words), SafeText::line(words));
    // The file refuses a brand or a contact without a name, as every form does.
    let named = if line.is_blank() { SafeText::line("x") } else { line.clone() };
    let charter = Charter { banned: vec![banned(words)], second_look: true, community: vec![named.clone(), line.clone()] };
    let holidays = Holidays::File { name: line.clone(), days: BTreeSet::new() };
    let hours = WorkingHours { holidays, ..WorkingHours::default() };
    let brand = Brand { name: named.clone(), charter, hours, ..crate::given::a_brand() };
    ask(store, Job::SaveBrand(Box::new(brand), at(0)));
    let account = Account {
        id: AccountId(0),
        brand: BrandId(1),
        network: Network::Mastodon,
        access: Access::Connected,
        handle: named.clone(),
        server: line.clone(),
        remote_id: line.clone(),
        capabilities: Capabilities {
            server: line.clone(),
            can: Ability::ALL.iter().copied().collect(),
            count: CountRule::of(Network::Mastodon),
            media_limit: 4,
            alt_limit: 1500,
            media_bytes: None,
        },
        standing: Standing::Well,
    };
    ask(store, Job::SaveAccount(Box::new(account), at(0)));
    let contact = Contact {
        id: ContactId(0),
        brand: BrandId(1),
        name: named.clone(),
        role: line.clone(),
        email: line.clone(),
        validates: true,
        receives_reports: true,
    };
    ask(store, Job::SaveContact(Box::new(contact), at(0)));
    let by_hand = Account {
        id: AccountId(0),
        brand: BrandId(1),
        network: Network::Other,
        access: Access::Manual,
        handle: named.clone(),
        server: line.clone(),
        remote_id: line.clone(),
        capabilities: Capabilities::manual(Network::Other),
        standing: Standing::Well,
    };
    ask(store, Job::SaveAccount(Box::new(by_hand), at(0)));
    add_rules(store, words);
    let message = |number: i64| Incoming {
        remote_id: SafeText::line(&format!("m{number}")),
        author: line.clone(),
        handle: line.clone(),
        text: text.clone(),
        url: Some(line.clone()),
        ..incoming(number)
    };
    let page = Page { stream: Stream::Incoming, incoming: (0..5).map(message).collect(), own: Vec::new(), cursor: None, more: false };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(5) });
    let turn = |number: i64| Turn {
        remote_id: SafeText::line(&format!("m{number}")),
        parent: (number > 0).then(|| SafeText::line(&format!("m{}", number - 1))),
        author: line.clone(),
        handle: line.clone(),
        text: text.clone(),
        at: at(number),
        ours: number == 1,
    };
    ask(store, Job::TakeContext(MessageId(1), (0..3).map(turn).collect(), at(6)));
    ask(store, Job::SavePerson(PersonId(1), PersonKind::Journalist, text.clone(), at(6)));
    ask(store, Job::KeepDraft(MessageId(1), text.clone(), at(6)));
    let lend = MessageState::Delegated { contact: ContactId(1), due: at(7) };
    ask(store, Job::Decide { messages: vec![MessageId(2)], state: lend, at: at(6), sweep: None, reason: text.clone() });
    let reply = ask(store, Job::Answer { message: MessageId(3), text: named.clone(), at: at(6), sweep: None, by_hand: false });
    let Reply::Answered { delivery: Some(held), .. } = reply else { panic!("a delivery: {reply:?}") };
    let mut journey = vec![held.release()];
    journey.push(journey[0].clone().map(|step| ronde::domain::delivery::Move {
        from: step.to.stage(),
        to: Journey::Sending { since: at(6) },
        ..step
    }));
    for step in journey.into_iter().flatten() {
        ask(store, Job::Advance(Box::new(step), at(6)));
    }
    for kind in HighlightKind::ALL.iter().copied() {
        let highlight = Highlight {
            id: HighlightId(0),
            brand: BrandId(1),
            kind,
            text: text.clone(),
            author: line.clone(),
            url: Some(line.clone()),
            message: Some(MessageId(1)),
            contact: Some(ContactId(1)),
            at: at(6),
            consent: Consent::Given,
            consent_where: line.clone(),
        };
        ask(store, Job::Keep(Box::new(highlight)));
    }
    let today = at(0).date_naive();
    for (number, day) in [None, Some(today), Some(today)].into_iter().enumerate() {
        let variant =
            Variant { id: VariantId(0), account: AccountId(1), text: (number == 2).then(|| text.clone()), url: None, remote_id: None };
        let post = Post {
            id: PostId(0),
            brand: BrandId(1),
            title: named.clone(),
            text: text.clone(),
            media: vec![Media { path: line.clone(), alt: line.clone() }],
            pillar: line.clone(),
            state: PostState::Idea,
            day,
            due: None,
            variants: vec![variant],
            approvals: Vec::new(),
            note: text.clone(),
        };
        ask(store, Job::SavePost(Box::new(post), at(6)));
    }
    let given =
        Job::Approve { post: PostId(2), of: ApprovalOf::Plan, by: line.clone(), words: named.clone(), passed_over: true, at: at(6) };
    ask(store, given);
    let reading = Reading {
        account: AccountId(1),
        variant: None,
        day: today,
        metric: Metric::Followers,
        value: Some(12),
        source: Source::Typed,
        definition: line,
        at: at(6),
    };
    ask(store, Job::WriteReadings(vec![reading], ronde::domain::journal::Actor::Cm, at(6)));
    for section in Section::ALL.iter().copied().filter(|section| section.has_text()) {
        ask(store, Job::SaveSection(BrandId(1), Period::month_of(today), section, text.clone(), at(6)));
    }
    fill_inbox(store, words);
}

/// Rules of which one is about every message.
fn add_rules(store: &mut Store, words: &str) {
    let label = label::name_of(short(words).as_str()).unwrap_or_else(|| "x".into());
    let proposes = Proposes { kind: Some(MessageKind::Complaint), tone: Some(Tone::Negative), label: Some(label), ..Proposes::default() };
    let all = Conditions { shorter: Some(9_000_000), ..Conditions::default() };
    let keywords = Conditions { keywords: vec![short(words), "colis".into()], ..Conditions::default() };
    let rule = |name: SafeText, conditions| Rule { name, conditions, proposes: proposes.clone(), ..Rule::new(BrandId(1)) };
    let rules = vec![rule(short(words), all), rule(SafeText::line(&format!("autre {}", short(words))), keywords)];
    let reply = ask(store, Job::Rule(RuleJob::Add(rules, at(0))));
    let Reply::Rule(RuleReply::Changed(known)) = reply else { panic!("rules: {reply:?}") };
    assert_eq!(known.len(), 2, "both rules are kept");
}

/// What the inbox in full keeps: a message asked of a contact, one edited by an author who has another name now,
/// one answered before, and the first of the list with all that hangs on it.
fn fill_inbox(store: &mut Store, words: &str) {
    let (text, line) = (SafeText::clean(words), SafeText::line(words));
    let brand = BrandId(1);
    let take = |incoming| Page { stream: Stream::Incoming, incoming, own: Vec::new(), cursor: None, more: false };
    let parcel = SafeText::clean(&format!("Mon colis est arrivé cassé {words}"));
    let other = |number: i64| Incoming {
        author: line.clone(),
        handle: line.clone(),
        text: parcel.clone(),
        url: Some(line.clone()),
        ..incoming(number)
    };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![other(20), other(21)])), at: at(7) });
    let logged = Incoming {
        author: line.clone(),
        author_id: line.clone(),
        handle: line.clone(),
        text: text.clone(),
        url: Some(line.clone()),
        ..incoming(22)
    };
    ask(store, Job::LogByHand(AccountId(2), vec![logged, Incoming { url: None, ..other(23) }], at(7)));
    let edited = Incoming {
        author: SafeText::line(&format!("{words} bis")),
        handle: SafeText::line(&format!("{words} ter")),
        text: SafeText::clean(&format!("{words} en fait")),
        url: Some(line.clone()),
        ..incoming(4)
    };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![edited])), at: at(8) });
    let answered = Incoming { author: SafeText::line(&format!("{words} bis")), ..other(20) };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![answered])), at: at(8) });
    let past = SafeText::clean(&format!("Un autre colis part demain {words}"));
    ask(store, Job::Answer { message: MessageId(6), text: past, at: at(8), sweep: None, by_hand: true });
    // The star.
    for change in [Classify::Both(MessageKind::Complaint, Tone::Negative), Classify::Urgent(true)] {
        ask(store, Job::Classify { messages: vec![STAR], change, at: at(9) });
    }
    let label = label::name_of(short(words).as_str()).unwrap_or_else(|| "x".into());
    ask(store, Job::Label(Labelling { messages: vec![STAR, MessageId(5)], put: vec![label], take: Vec::new(), at: at(9) }));
    for (person, kind) in [(1, PersonKind::Journalist), (2, PersonKind::Unknown)] {
        ask(store, Job::SavePerson(PersonId(person), kind, text.clone(), at(9)));
    }
    ask(store, Job::Person(PersonJob::Join { main: PersonId(1), other: PersonId(2), at: at(9) }));
    ask(store, Job::Person(PersonJob::BeginNote(PersonId(1), Some(text.clone()))));
    let today = at(0).date_naive();
    for due in [today, today + chrono::Days::new(9)] {
        let promise =
            Promise { id: PromiseId(0), brand, person: PersonId(1), message: Some(STAR), text: short(words), due, made: at(9), kept: None };
        ask(store, Job::Person(PersonJob::Promise(Box::new(promise), at(9))));
    }
    // Asked of a contact: one that answers, one that is waited for.
    for (message, due) in [(MessageId(8), at(10)), (MessageId(9), at(600))] {
        let state = MessageState::Delegated { contact: ContactId(1), due };
        ask(store, Job::Decide { messages: vec![message], state, at: at(9), sweep: None, reason: text.clone() });
    }
    ask(store, Job::Brief(BriefWork::Answer { brief: BriefId(2), text: short(words), at: at(10) }));
    for (name, query) in [(short(words), line.clone()), (SafeText::line(&format!("vue {}", short(words))), "type:plainte".into())] {
        ask(store, Job::SaveView(Box::new(SavedView { id: ViewId(0), brand, name, query }), at(10)));
    }
    let saved =
        |language, text: String| SavedReply { id: SavedReplyId(0), brand, name: short(words), language, text: SafeText::clean(&text) };
    let replies = vec![
        saved(Tongue::French, format!("Bonjour {{prénom}}, {{numéro}} {words}")),
        saved(Tongue::English, format!("Hello {{firstname}}, {{number}} {words}")),
    ];
    ask(store, Job::SaveReplies(replies, at(10)));
    ask(store, Job::Rule(RuleJob::Propose(brand, ProposeFrom::Start)));
}
