//! A brand whose every field was filled by the same stranger.

use crate::given::{at, incoming};
use ronde::app::effect::{ActName, BriefWork, Classify, Job, Labelling, Page, PersonJob, ProposeFrom, RuleJob, RuleReply, Stream};
use ronde::app::event::Reply;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::contact::Contact;
use ronde::domain::conversation::Turn;
use ronde::domain::count::CountRule;
use ronde::domain::delivery::{Answer, Delivery, Journey, Move};
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
use ronde::domain::time::{Moment, Period};
use ronde::domain::{
    AccountId, BrandId, BriefId, ContactId, HighlightId, MessageId, PersonId, PostId, PromiseId, SavedReplyId, VariantId, ViewId,
};
use ronde::store::{Store, serve};
use std::cell::RefCell;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// The message that the file puts first, with all that can hang on one.
const STAR: MessageId = MessageId(7);

/// What stands in the fields.
pub enum Said<'a> {
    /// The words of one stranger, everywhere.
    Same(&'a str),
    /// A word of its own in each field, so that it can be told where it is shown.
    Named(RefCell<Vec<&'static str>>),
}

impl Said<'_> {
    /// What stands in a field.
    pub fn of(&self, field: &'static str) -> String {
        match self {
            Self::Same(words) => (*words).to_owned(),
            Self::Named(fields) => {
                let mut fields = fields.borrow_mut();
                if !fields.contains(&field) {
                    fields.push(field);
                }
                sign(fields.iter().position(|known| *known == field).expect("it was put there"))
            }
        }
    }

    /// The fields that have a word of their own.
    pub fn fields(&self) -> Vec<&'static str> {
        match self {
            Self::Same(_) => Vec::new(),
            Self::Named(fields) => fields.borrow().clone(),
        }
    }

    fn text(&self, field: &'static str) -> SafeText {
        SafeText::clean(&self.of(field))
    }

    fn line(&self, field: &'static str) -> SafeText {
        SafeText::line(&self.of(field))
    }

    /// The words where a field takes no long text and not nothing.
    fn short(&self, field: &'static str) -> SafeText {
        short(&self.of(field))
    }

    /// The file refuses a brand or a contact without a name, as every form does.
    fn name(&self, field: &'static str) -> SafeText {
        let line = self.line(field);
        if line.is_blank() { SafeText::line("x") } else { line }
    }
}

/// The word of a field by its number: no text of ours holds it.
pub fn sign(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).expect("a letter"));
    format!("zq{}{}", letter(number / 26), letter(number))
}

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

/// A world in which these words stand in every field that a person or a network fills.
pub fn fill(store: &mut Store, said: &Said<'_>) {
    let charter = Charter {
        banned: vec![banned(&said.of("brand.banned"))],
        second_look: true,
        community: vec![said.name("brand.community"), said.line("brand.community")],
    };
    let holidays = Holidays::File { name: said.line("brand.holidays"), days: BTreeSet::new() };
    let hours = WorkingHours { holidays, ..WorkingHours::default() };
    let brand = Brand { name: said.name("brand.name"), charter, hours, ..crate::given::a_brand() };
    ask(store, Job::SaveBrand(Box::new(brand), at(0)));
    let account = Account {
        id: AccountId(0),
        brand: BrandId(1),
        network: Network::Mastodon,
        access: Access::Connected,
        handle: said.name("account.handle"),
        server: said.name("account.server"),
        remote_id: said.line("account.remote_id"),
        capabilities: Capabilities {
            server: said.line("account.software"),
            can: Ability::ALL.iter().copied().collect(),
            // No word is too long for it: what is refused is never drawn.
            count: CountRule { limit: 1_000_000, ..CountRule::of(Network::Mastodon) },
            media_limit: 4,
            alt_limit: 1_000_000,
            media_bytes: None,
        },
        standing: Standing::Well,
    };
    ask(store, Job::SaveAccount(Box::new(account), at(0)));
    let contact = Contact {
        id: ContactId(0),
        brand: BrandId(1),
        name: said.name("contact.name"),
        role: said.line("contact.role"),
        email: said.line("contact.email"),
        validates: true,
        receives_reports: true,
    };
    ask(store, Job::SaveContact(Box::new(contact), at(0)));
    let by_hand = Account {
        id: AccountId(0),
        brand: BrandId(1),
        network: Network::Other,
        access: Access::Manual,
        handle: said.name("by_hand.handle"),
        server: said.line("by_hand.server"),
        remote_id: said.line("by_hand.remote_id"),
        capabilities: Capabilities::manual(Network::Other),
        standing: Standing::Well,
    };
    ask(store, Job::SaveAccount(Box::new(by_hand), at(0)));
    add_rules(store, said);
    let message = |number: i64| Incoming {
        remote_id: SafeText::line(&format!("m{number}")),
        author: said.line("message.author"),
        handle: said.line("message.handle"),
        text: said.text("message.text"),
        url: Some(said.line("message.url")),
        ..incoming(number)
    };
    let page = Page {
        stream: Stream::Incoming,
        incoming: (0..5).map(message).collect(),
        own: Vec::new(),
        reactions: Vec::new(),
        cursor: None,
        more: false,
    };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(5) });
    let turn = |number: i64| Turn {
        remote_id: SafeText::line(&format!("m{number}")),
        parent: (number > 0).then(|| SafeText::line(&format!("m{}", number - 1))),
        author: said.line("turn.author"),
        handle: said.line("turn.handle"),
        text: said.text("turn.text"),
        at: at(number),
        ours: number == 1,
    };
    ask(store, Job::TakeContext(MessageId(1), (0..3).map(turn).collect(), at(6)));
    ask(store, Job::SavePerson(PersonId(1), PersonKind::Journalist, said.text("person.note"), at(6)));
    ask(store, Job::KeepDraft(MessageId(1), said.text("draft"), at(6)));
    let lend = MessageState::Delegated { contact: ContactId(1), due: at(7) };
    ask(store, Job::Decide { messages: vec![MessageId(2)], state: lend, at: at(6), sweep: None, reason: said.text("delegated.asked") });
    let reply = ask(store, Job::Answer { message: MessageId(3), text: said.name("answer"), at: at(6), sweep: None, by_hand: false });
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
    let kept = HighlightKind::ALL.iter().flat_map(|kind| [(*kind, at(6)), (*kind, at(-10 * DAY))]);
    for (kind, when) in kept {
        let highlight = Highlight {
            id: HighlightId(0),
            brand: BrandId(1),
            kind,
            text: said.text("highlight.text"),
            author: said.line("highlight.author"),
            url: Some(said.line("highlight.url")),
            message: Some(MessageId(1)),
            contact: Some(ContactId(1)),
            at: when,
            consent: Consent::Given,
            consent_where: said.line("highlight.consent"),
        };
        ask(store, Job::Keep(Box::new(highlight)));
    }
    let today = at(0).date_naive();
    for (number, day) in [None, Some(today), Some(today)].into_iter().enumerate() {
        let variant = Variant {
            id: VariantId(0),
            account: AccountId(1),
            text: (number > 0).then(|| said.text("variant.text")),
            url: None,
            remote_id: None,
        };
        let post = Post {
            id: PostId(0),
            brand: BrandId(1),
            title: said.name("post.title"),
            text: said.text("post.text"),
            media: vec![Media { path: said.line("media.path"), alt: said.line("media.alt") }],
            pillar: said.line("post.pillar"),
            state: PostState::Idea,
            day,
            due: None,
            variants: vec![variant],
            approvals: Vec::new(),
            note: said.text("post.note"),
        };
        ask(store, Job::SavePost(Box::new(post), at(6)));
    }
    let given = Job::Approve {
        post: PostId(2),
        of: ApprovalOf::Plan,
        by: said.line("approval.by"),
        words: said.name("approval.words"),
        passed_over: true,
        at: at(6),
    };
    ask(store, given);
    let reading = Reading {
        account: AccountId(1),
        variant: None,
        day: today - chrono::Days::new(1),
        metric: Metric::Followers,
        value: Some(12),
        source: Source::Typed,
        definition: said.line("reading.definition"),
        at: at(6),
    };
    ask(store, Job::WriteReadings(vec![reading], ronde::domain::journal::Actor::Cm, at(6)));
    // The report is about the month before.
    for period in [Period::month_of(today), Period::month_of(at(-10 * DAY).date_naive())] {
        for section in Section::ALL.iter().copied().filter(|section| section.has_text()) {
            ask(store, Job::SaveSection(BrandId(1), period, section, said.text("report.section"), at(6)));
        }
    }
    fill_outbox(store, said);
    fill_inbox(store, said);
}

/// What has left and what is to leave: a post that is out, with its figures, one that leaves today, an act that was
/// refused.
fn fill_outbox(store: &mut Store, said: &Said<'_>) {
    for (due, out) in [(at(-15 * DAY), true), (at(480), false)] {
        let made = due - chrono::Duration::days(1);
        let variant = Variant { id: VariantId(0), account: AccountId(1), text: None, url: None, remote_id: None };
        let post = Post {
            id: PostId(0),
            brand: BrandId(1),
            title: said.name("post.title"),
            text: said.name("post.text"),
            media: Vec::new(),
            pillar: said.line("post.pillar"),
            state: PostState::Planned,
            day: Some(due.date_naive()),
            due: None,
            variants: vec![variant],
            approvals: Vec::new(),
            note: said.text("post.note"),
        };
        let Reply::Post(post) = ask(store, Job::SavePost(Box::new(post), made)) else { panic!("a post") };
        let post = post.expect("it is kept").id;
        let mut states = [PostState::Drafting, PostState::InReview, PostState::Approved].into_iter();
        for of in [ApprovalOf::Plan, ApprovalOf::Content] {
            let (by, words) = (said.line("approval.by"), said.name("approval.words"));
            ask(store, Job::Approve { post, of, by, words, passed_over: false, at: made });
            for state in states.by_ref().take(2) {
                ask(store, Job::MovePost(post, state, made));
            }
        }
        let Reply::Post(post) = ask(store, Job::Schedule(post, due, made)) else { panic!("a post") };
        let variant = post.expect("it is scheduled").variants[0].id;
        let Reply::Deliveries(moving) = ask(store, Job::Moving) else { panic!("deliveries") };
        let delivery = moving.into_iter().find(|delivery| delivery.variant == Some(variant)).expect("it leaves");
        let released = advance(store, delivery.release(), made);
        if out {
            let sent = advance(store, released.start(due), due);
            let answer = Answer::Done { remote_id: Some(said.line("variant.remote_id")), url: Some(said.line("variant.url")) };
            advance(store, sent.settle(answer, due), due);
            let reading = |metric, value| Reading {
                account: AccountId(1),
                variant: Some(variant),
                day: due.date_naive(),
                metric,
                value: Some(value),
                source: Source::Typed,
                definition: said.line("reading.definition"),
                at: due,
            };
            let readings = vec![reading(Metric::Likes, 7), reading(Metric::Comments, 3)];
            ask(store, Job::WriteReadings(readings, ronde::domain::journal::Actor::Cm, due));
        }
    }
    let act = Job::Act { message: MessageId(4), act: ActName::Like, reason: said.text("act.reason"), at: at(6) };
    let Reply::Delivery(like) = ask(store, act) else { panic!("a delivery") };
    let sent = advance(store, like.release(), at(7)).start(at(7));
    let sent = advance(store, sent, at(7));
    advance(store, sent.settle(Answer::Refused { why: said.line("delivery.why") }, at(7)), at(7));
}

fn advance(store: &mut Store, step: Option<Move>, at: Moment) -> Delivery {
    let Reply::Advanced(Some(delivery)) = ask(store, Job::Advance(Box::new(step.expect("a step")), at)) else { panic!("a delivery") };
    *delivery
}

/// Rules of which one is about every message.
fn add_rules(store: &mut Store, said: &Said<'_>) {
    let label = label::name_of(said.short("label").as_str()).unwrap_or_else(|| "x".into());
    let proposes = Proposes { kind: Some(MessageKind::Complaint), tone: Some(Tone::Negative), label: Some(label), ..Proposes::default() };
    let all = Conditions { shorter: Some(9_000_000), ..Conditions::default() };
    let keywords = Conditions { keywords: vec![said.short("rule.keyword"), "colis".into()], ..Conditions::default() };
    let rule = |name: SafeText, conditions| Rule { name, conditions, proposes: proposes.clone(), ..Rule::new(BrandId(1)) };
    let rules = vec![rule(said.short("rule.name"), all), rule(SafeText::line(&format!("autre {}", said.short("rule.name"))), keywords)];
    let reply = ask(store, Job::Rule(RuleJob::Add(rules, at(0))));
    let Reply::Rule(RuleReply::Changed(known)) = reply else { panic!("rules: {reply:?}") };
    assert_eq!(known.len(), 2, "both rules are kept");
}

/// What the inbox in full keeps: a message asked of a contact, one edited by an author who has another name now,
/// one answered before, and the first of the list with all that hangs on it.
fn fill_inbox(store: &mut Store, said: &Said<'_>) {
    let brand = BrandId(1);
    let take = |incoming| Page { stream: Stream::Incoming, incoming, own: Vec::new(), reactions: Vec::new(), cursor: None, more: false };
    let parcel = SafeText::clean(&format!("Mon colis est arrivé cassé {}", said.of("message.text")));
    let other = |number: i64| Incoming {
        author: said.line("other.author"),
        handle: said.line("other.handle"),
        text: parcel.clone(),
        url: Some(said.line("message.url")),
        ..incoming(number)
    };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![other(20), other(21)])), at: at(7) });
    let logged = Incoming {
        author: said.line("logged.author"),
        author_id: said.line("logged.author_id"),
        handle: said.line("logged.handle"),
        text: said.text("logged.text"),
        url: Some(said.line("logged.url")),
        ..incoming(22)
    };
    ask(store, Job::LogByHand(AccountId(2), vec![logged, Incoming { url: None, ..other(23) }], at(7)));
    let edited = Incoming {
        author: SafeText::line(&format!("{} bis", said.of("person.new_name"))),
        handle: SafeText::line(&format!("{} ter", said.of("person.new_handle"))),
        text: SafeText::clean(&format!("{} en fait", said.of("message.edited"))),
        url: Some(said.line("message.url")),
        ..incoming(4)
    };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![edited])), at: at(8) });
    let answered = Incoming { author: SafeText::line(&format!("{} bis", said.of("person.new_name"))), ..other(20) };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(take(vec![answered])), at: at(8) });
    let past = SafeText::clean(&format!("Un autre colis part demain {}", said.of("past.answer")));
    ask(store, Job::Answer { message: MessageId(6), text: past, at: at(8), sweep: None, by_hand: true });
    // The star.
    for change in [Classify::Both(MessageKind::Complaint, Tone::Negative), Classify::Urgent(true)] {
        ask(store, Job::Classify { messages: vec![STAR], change, at: at(9) });
    }
    let label = label::name_of(said.short("label").as_str()).unwrap_or_else(|| "x".into());
    ask(store, Job::Label(Labelling { messages: vec![STAR, MessageId(5)], put: vec![label], take: Vec::new(), at: at(9) }));
    for (person, kind) in [(1, PersonKind::Journalist), (2, PersonKind::Unknown)] {
        ask(store, Job::SavePerson(PersonId(person), kind, said.text("person.note"), at(9)));
    }
    ask(store, Job::Person(PersonJob::Join { main: PersonId(1), other: PersonId(2), at: at(9) }));
    ask(store, Job::Person(PersonJob::BeginNote(PersonId(1), Some(said.text("person.begun")))));
    let today = at(0).date_naive();
    for due in [today, today + chrono::Days::new(9)] {
        let promise = Promise {
            id: PromiseId(0),
            brand,
            person: PersonId(1),
            message: Some(STAR),
            text: said.short("promise.text"),
            due,
            made: at(9),
            kept: None,
        };
        ask(store, Job::Person(PersonJob::Promise(Box::new(promise), at(9))));
    }
    // Asked of a contact: one that answers, one that is waited for.
    for (message, due) in [(MessageId(8), at(10)), (MessageId(9), at(600))] {
        let state = MessageState::Delegated { contact: ContactId(1), due };
        ask(store, Job::Decide { messages: vec![message], state, at: at(9), sweep: None, reason: said.text("brief.asked") });
    }
    ask(store, Job::Brief(BriefWork::Answer { brief: BriefId(2), text: said.short("brief.answer"), at: at(10) }));
    for (name, query) in [
        (said.short("view.name"), said.line("view.query")),
        (SafeText::line(&format!("vue {}", said.short("view.name"))), "type:plainte".into()),
    ] {
        ask(store, Job::SaveView(Box::new(SavedView { id: ViewId(0), brand, name, query }), at(10)));
    }
    let saved = |language, text: String| SavedReply {
        id: SavedReplyId(0),
        brand,
        name: said.short("saved_reply.name"),
        language,
        text: SafeText::clean(&text),
    };
    let replies = vec![
        saved(Tongue::French, format!("Bonjour {{prénom}}, {{numéro}} {}", said.of("saved_reply.text"))),
        saved(Tongue::English, format!("Hello {{firstname}}, {{number}} {}", said.of("saved_reply.text"))),
    ];
    ask(store, Job::SaveReplies(replies, at(10)));
    ask(store, Job::Rule(RuleJob::Propose(brand, ProposeFrom::Start)));
}

/// Columns of text that hold no words: codes, days and instants, ids of networks, keys, queries of ours.
const CODES: &[&str] = &[
    "setting.name",
    "brand.colour",
    "brand.zone",
    "brand.reports_to",
    "brand.targets",
    "account.network",
    "account.access",
    "account.standing",
    "saved_reply.language",
    "person.kind",
    "message.remote_id",
    "message.parent",
    "own.parent",
    "reaction.author",
    "reaction.kind",
    "reaction.about",
    "turn.remote_id",
    "turn.parent",
    "cursor.stream",
    "cursor.value",
    "sweep.slot",
    "post.state",
    "approval.of",
    "approval.fingerprint",
    "delivery.name",
    "delivery.stage",
    "delivery.key",
    "reading.metric",
    "reading.source",
    "highlight.kind",
    "highlight.consent",
    "section.name",
    "journal.actor",
    "journal.verb",
    "journal.subject",
];

#[test]
fn every_column_of_the_file_that_takes_words_is_filled_with_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ronde.db");
    let named = Said::Named(RefCell::default());
    fill(&mut Store::open(&path).expect("a new file"), &named);
    let file = rusqlite::Connection::open(&path).expect("it opens");
    let list = |sql: &str| -> Vec<(String, String)> {
        let mut rows = file.prepare(sql).expect("a query");
        let read = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        read.collect::<Result<_, _>>().expect("texts")
    };
    let columns = list(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT' AND m.name NOT LIKE '%fts%'",
    );
    assert!(columns.len() > 40, "{columns:?}");
    let bare = columns.into_iter().map(|(table, column)| (format!("{table}.{column}"), table, column)).filter(|(name, table, column)| {
        let sql = format!("SELECT count(*) FROM \"{table}\" WHERE lower(\"{column}\") LIKE '%zq%'");
        let filled: i64 = file.query_row(&sql, [], |row| row.get(0)).expect("a count");
        filled == 0 && !CODES.contains(&name.as_str())
    });
    let bare: Vec<_> = bare.map(|(name, ..)| name).collect();
    assert!(bare.is_empty(), "no word stands in {bare:?}");
}
