//! Persons in the file: who is one with whom, what was promised, and that an erasure leaves nothing.

use crate::given::{self, Home, at};
use ronde::app::effect::{ActName, BriefWork, Job, PersonJob};
use ronde::app::event::{Opened, PersonReply, Reply};
use ronde::app::trouble::Cause;
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::Brand;
use ronde::domain::conversation::Turn;
use ronde::domain::delivery::{Journey, Move};
use ronde::domain::highlight::{Consent, Highlight, HighlightKind};
use ronde::domain::journal::Verb;
use ronde::domain::message::{Incoming, MessageState, StateName, Tone};
use ronde::domain::person::{Card, Erasure, Person, PersonKind};
use ronde::domain::promise::Promise;
use ronde::domain::query::View;
use ronde::domain::text::SafeText;
use ronde::domain::today::Slip;
use ronde::domain::{AccountId, BrandId, HighlightId, MessageId, PersonId, PromiseId};
use ronde::store::{Store, serve};
use std::path::Path;

struct Scene {
    home: Home,
    brand: BrandId,
    account: AccountId,
}

/// Nine messages of three persons on two networks.
fn scene() -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let other = given::account_of(&mut home, brand, Network::Bluesky, Access::Connected);
    given::take(&mut home, account, (0..6).map(given::incoming).collect());
    given::take(&mut home, other, (6..9).map(given::incoming).collect());
    Scene { home, brand, account }
}

impl Scene {
    fn job(&mut self, job: PersonJob) -> Reply {
        self.home.ask(Job::Person(job))
    }

    fn card(&mut self, person: PersonId) -> Card {
        match self.job(PersonJob::Card(person)) {
            Reply::Person(PersonReply::Card(Some(found))) => found.0,
            other => panic!("a card, not {other:?}"),
        }
    }

    fn past(&mut self, person: PersonId) -> Vec<SafeText> {
        match self.job(PersonJob::Card(person)) {
            Reply::Person(PersonReply::Card(Some(found))) => found.1.rows.into_iter().map(|row| row.message.remote_id).collect(),
            other => panic!("a card, not {other:?}"),
        }
    }

    fn open(&mut self, message: MessageId) -> Opened {
        match self.home.ask(Job::Open(message)) {
            Reply::Opened(Some(opened)) => *opened,
            other => panic!("opened, not {other:?}"),
        }
    }

    fn message(&mut self, remote_id: &str) -> MessageId {
        let rows = given::rows(&mut self.home, self.brand, View::All, "");
        rows.iter().find(|row| row.message.remote_id == remote_id).unwrap_or_else(|| panic!("no {remote_id}")).message.id
    }

    fn person(&mut self, remote_id: &str) -> PersonId {
        let message = self.message(remote_id);
        self.open(message).message.person
    }

    fn find(&mut self, typed: &str) -> Vec<Person> {
        match self.job(PersonJob::Find(self.brand, typed.to_owned(), 10)) {
            Reply::Person(PersonReply::Found(found)) => found,
            other => panic!("persons, not {other:?}"),
        }
    }

    fn erase(&mut self, person: PersonId) -> Erasure {
        match self.job(PersonJob::Erase(person, at(600))) {
            Reply::Person(PersonReply::Erased(erasure)) => *erasure,
            other => panic!("an erasure, not {other:?}"),
        }
    }

    fn undo(&mut self) -> Vec<Verb> {
        match self.home.ask(Job::Undo(self.brand, at(700))) {
            Reply::Undone(lines) => lines.into_iter().map(|line| line.verb).collect(),
            other => panic!("undone, not {other:?}"),
        }
    }

    fn board(&mut self, day: &str) -> Vec<Slip> {
        match self.home.ask(Job::Board(self.brand, day.parse().expect("a day"), at(60))) {
            Reply::Board(board) => board.slipping,
            other => panic!("a board, not {other:?}"),
        }
    }

    fn is_whole(&mut self) {
        match self.home.ask(Job::Check) {
            Reply::Health(health) => {
                assert!(health.damage.is_empty() && health.index_ok && health.counters.is_empty(), "{health:?}");
            }
            other => panic!("health, not {other:?}"),
        }
    }
}

fn promise(scene: &Scene, person: PersonId, text: &str, due: &str) -> Promise {
    Promise {
        id: PromiseId(0),
        brand: scene.brand,
        person,
        message: None,
        text: text.into(),
        due: due.parse().expect("a day"),
        made: at(10),
        kept: None,
    }
}

#[test]
fn joined_persons_are_one_to_every_reader_and_two_again_after_an_undo() {
    let mut scene = scene();
    let (one, other) = (scene.person("m0"), scene.person("m6"));
    assert_ne!(one, other, "the same name on two networks is two persons until the CM says so");
    scene.job(PersonJob::Note(other, "Préfère le déca".into(), at(20)));
    scene.job(PersonJob::Kind(other, PersonKind::Client, at(21)));
    let tables = ["person", "message", "handle"];
    let before = crate::dump::of(&scene.home.path(), &tables);
    scene.job(PersonJob::Join { main: one, other, at: at(30) });
    let card = scene.card(other);
    assert_eq!((card.person.id, card.person.messages, card.person.kind), (one, 3, PersonKind::Client));
    assert_eq!(card.person.note, "Préfère le déca", "the note is that of the main person now");
    assert_eq!(card.aliases.iter().map(|alias| alias.accounts.clone()).collect::<Vec<_>>(), [[AccountId(1)], [AccountId(2)]]);
    assert_eq!(scene.past(one), ["m6", "m3", "m0"]);
    let message = scene.message("m0");
    let opened = scene.open(message);
    assert_eq!((opened.person.id, opened.past.len()), (one, 2));
    assert_eq!(given::rows(&mut scene.home, scene.brand, View::All, "déca").len(), 3, "the note finds the messages of both");
    assert_eq!(scene.undo(), [Verb::Undone, Verb::Undone]);
    assert_eq!(crate::dump::of(&scene.home.path(), &tables), before);
    assert!(matches!(scene.home.ask(Job::Redo(scene.brand, at(701))), Reply::Undone(lines) if lines.len() == 2));
    scene.job(PersonJob::Separate(other, at(40)));
    assert_eq!((scene.card(one).person.messages, scene.card(other).person.messages), (2, 1));
    assert_eq!(scene.card(other).person.note, "Préfère le déca", "it has kept its own");
}

#[test]
fn persons_of_two_brands_are_never_joined() {
    let mut scene = scene();
    let nord = Brand { id: BrandId(0), name: "Brûlerie Nord".into(), ..given::a_brand() };
    let Reply::Brand(nord) = scene.home.ask(Job::SaveBrand(Box::new(nord), at(0))) else { panic!("a brand") };
    let account = given::account(&mut scene.home, nord.id);
    given::take(&mut scene.home, account, vec![given::incoming(0)]);
    let theirs = given::rows(&mut scene.home, nord.id, View::All, "")[0].message.person;
    let ours = scene.person("m0");
    let job = Job::Person(PersonJob::Join { main: ours, other: theirs, at: at(30) });
    assert_eq!(serve(&mut scene.home.store, job).expect_err("they don't mix").cause, Cause::Conflict);
    assert!(scene.find("élodie").iter().all(|person| person.brand == scene.brand));
}

#[test]
fn persons_are_found_by_name_and_handle_whatever_the_accents() {
    let mut scene = scene();
    assert_eq!(scene.find("elod").len(), 2);
    assert_eq!(scene.find("@a1").iter().map(|person| person.name.as_str().to_owned()).collect::<Vec<_>>(), ["Karim B.", "Karim B."]);
    assert_eq!(scene.find("él").len(), 2, "two letters look among the newest");
    assert!(scene.find("personne de ce nom").is_empty());
}

#[test]
fn the_card_knows_the_usual_tone_only_where_somebody_rated() {
    let mut scene = scene();
    let person = scene.person("m0");
    assert_eq!(scene.card(person).tones.usual(), None);
    let messages = vec![scene.message("m0"), scene.message("m3")];
    let change = ronde::app::effect::Classify::Tone(Tone::Negative);
    scene.home.ask(Job::Classify { messages, change, at: at(20) });
    assert_eq!(scene.card(person).tones.usual(), Some((Tone::Negative, 2)));
    assert_eq!(scene.card(person).waiting, 2);
}

#[test]
fn a_promise_comes_back_on_its_day_until_it_is_kept_and_all_of_it_is_undone() {
    let mut scene = scene();
    let person = scene.person("m0");
    let made = promise(&scene, person, "rappeler quand le déca revient", "2026-12-01");
    let slips = |board: Vec<Slip>| board.into_iter().filter(|slip| matches!(slip, Slip::Promise { .. })).count();
    let before = crate::dump::of(&scene.home.path(), &["promise"]);
    scene.job(PersonJob::Promise(Box::new(made), at(10)));
    assert_eq!(slips(scene.board("2026-11-30")), 0);
    assert_eq!(slips(scene.board("2026-12-01")), 1);
    let newest = scene.message("m3");
    assert!(scene.board("2026-12-09").iter().any(|slip| matches!(slip, Slip::Promise { message: Some(id), .. } if *id == newest)));
    let stored = scene.card(person).promises.remove(0);
    assert_eq!(scene.open(newest).promises, std::slice::from_ref(&stored));
    scene.job(PersonJob::Promise(Box::new(Promise { kept: Some(at(20)), ..stored.clone() }), at(20)));
    assert_eq!(slips(scene.board("2026-12-01")), 0);
    scene.undo();
    assert_eq!(slips(scene.board("2026-12-01")), 1);
    scene.job(PersonJob::DropPromise(stored.id, at(21)));
    assert!(scene.card(person).promises.is_empty());
    scene.undo();
    assert_eq!(scene.card(person).promises, [stored]);
    scene.undo();
    assert_eq!(crate::dump::of(&scene.home.path(), &["promise"]), before);
}

#[test]
fn an_author_who_renamed_is_found_by_both_names_and_keeps_the_old_one_where_it_was() {
    let mut scene = scene();
    let renamed = Incoming { author: "Élo Dupré".into(), handle: "@elo@example.social".into(), ..given::incoming(30) };
    given::take(&mut scene.home, scene.account, vec![renamed]);
    let person = scene.person("m30");
    assert_eq!(scene.person("m0"), person);
    let card = scene.card(person);
    assert_eq!((card.person.name.as_str(), card.person.handle.as_str()), ("Élo Dupré", "@elo@example.social"));
    assert_eq!(card.former, ["@a0@example.social", "Élodie Petit"]);
    let message = scene.message("m0");
    assert_eq!(scene.open(message).message.author, "Élodie Petit");
    let brand = scene.brand;
    assert_eq!(given::rows(&mut scene.home, brand, View::All, "de:dupré").len(), 3, "what was written under the old name too");
    assert_eq!(given::rows(&mut scene.home, brand, View::All, "de:petit").len(), 3);
    assert_eq!(scene.find("dupré")[0].id, person);
    assert!(scene.find("petit").iter().any(|found| found.id == person));
    assert!(scene.undo().is_empty(), "what a network tells is not undone");
}

#[test]
fn what_was_read_of_a_conversation_stays_when_the_network_tells_it_no_more() {
    let mut scene = scene();
    let message = scene.message("m0");
    let turn = |number: i64| Turn {
        remote_id: SafeText::line(&format!("t{number}")),
        parent: (number > 0).then(|| SafeText::line(&format!("t{}", number - 1))),
        author: "Karim B.".into(),
        handle: "@a1@example.social".into(),
        text: SafeText::line(&format!("tour {number}")),
        at: at(number),
        ours: false,
    };
    scene.home.ask(Job::TakeContext(message, (0..3).map(turn).collect(), at(5)));
    scene.home.ask(Job::TakeContext(message, vec![turn(0), turn(2)], at(6)));
    let opened = scene.open(message);
    assert_eq!(opened.turns.iter().map(|turn| turn.text.as_str()).collect::<Vec<_>>(), ["tour 0", "tour 1", "tour 2"]);
    assert_eq!(opened.gone, ["t1"]);
    scene.home.ask(Job::TakeContext(message, (0..3).map(turn).collect(), at(7)));
    assert!(scene.open(message).gone.is_empty(), "it is back");
}

// ---- erasure

/// Words that stand in every place where something of the person may lie. None begins like another, so that
/// the index of words keeps each whole.
const CANARIES: &[&str] = &[
    "zqauteur",
    "xkpseudo",
    "wjtexte",
    "vhavant",
    "bxbrouillon",
    "qmreponse",
    "jznote",
    "gkpromesse",
    "hwbravo",
    "kvtour",
    "pxailleurs",
    "fqraison",
    "dzcitation",
    "nwancien",
    "ybdemande",
    "ubretour",
];

fn step(id: ronde::domain::DeliveryId, from: ronde::domain::delivery::Stage, to: Journey) -> Job {
    let step = Move { id, from, to, attempts: u32::from(matches!(from, ronde::domain::delivery::Stage::Sending)), not_before: None };
    Job::Advance(Box::new(step), at(61))
}

/// A person of whom something lies in every table.
fn canaries(scene: &mut Scene) -> (PersonId, Vec<Incoming>) {
    let by = |number: i64, text: &str| Incoming {
        author_id: "zz".into(),
        author: "Zqauteur Canari".into(),
        handle: "@xkpseudo@example.social".into(),
        text: text.into(),
        url: Some("https://example.social/@xkpseudo/1".into()),
        remote_id: SafeText::line(&format!("c{number}")),
        ..given::incoming(number)
    };
    let old = Incoming { handle: "@nwancien@example.social".into(), ..by(100, "vhavant, où est mon colis ?") };
    let texts = vec![by(101, "wjtexte et encore"), by(102, "wjtexte, une question"), by(103, "wjtexte, une plainte")];
    given::take(&mut scene.home, scene.account, vec![old.clone()]);
    given::take(&mut scene.home, scene.account, texts.clone());
    // An edit after it was read, and a mention by somebody else.
    given::take(
        &mut scene.home,
        scene.account,
        vec![Incoming { text: "wjtexte corrigé".into(), handle: texts[0].handle.clone(), ..old.clone() }],
    );
    let quoted = Incoming { text: "Je suis d’accord avec @xkpseudo@example.social !".into(), ..given::incoming(110) };
    given::take(&mut scene.home, scene.account, vec![quoted]);
    let ids: Vec<MessageId> = (100..104).map(|number| scene.message(&format!("c{number}"))).collect();
    let person = scene.person("c101");
    scene.job(PersonJob::Note(person, "jznote, deux enfants".into(), at(111)));
    scene.job(PersonJob::BeginNote(person, Some("jznote et plus".into())));
    let made = promise(scene, person, "gkpromesse", "2026-12-01");
    scene.job(PersonJob::Promise(Box::new(made), at(112)));
    scene.home.ask(Job::KeepDraft(ids[1], "bxbrouillon".into(), at(113)));
    let reply = Job::Answer { message: ids[0], text: "qmreponse @xkpseudo".into(), at: at(114), sweep: None, by_hand: false };
    let Reply::Answered { delivery: Some(held), .. } = scene.home.ask(reply) else { panic!("a delivery") };
    given::advance(&mut scene.home, held.release());
    scene.home.ask(step(held.id, ronde::domain::delivery::Stage::Queued, Journey::Sending { since: at(115) }));
    let done = Journey::Done { remote_id: Some("o1".into()), url: Some("https://example.social/o1".into()) };
    scene.home.ask(step(held.id, ronde::domain::delivery::Stage::Sending, done));
    let page = given::own_page(vec![given::own("o2", "c101", "pxailleurs, bonjour", at(116))]);
    scene.home.ask(Job::Take { account: scene.account, page: Box::new(page), at: at(117) });
    let turn = |id: &str, text: &str| Turn {
        remote_id: id.into(),
        parent: None,
        author: "Zqauteur Canari".into(),
        handle: "@xkpseudo@example.social".into(),
        text: text.into(),
        at: at(118),
        ours: false,
    };
    scene.home.ask(Job::TakeContext(ids[2], vec![turn("c102", "kvtour")], at(118)));
    let others = scene.message("m1");
    scene.home.ask(Job::TakeContext(others, vec![turn("x9", "kvtour chez un autre")], at(118)));
    let win = Highlight {
        id: HighlightId(0),
        brand: scene.brand,
        kind: HighlightKind::Win,
        text: "hwbravo".into(),
        author: "Zqauteur Canari".into(),
        url: None,
        message: Some(ids[1]),
        contact: None,
        consent: Consent::Given,
        consent_where: "sous la zqpublication".into(),
        at: at(119),
    };
    scene.home.ask(Job::Keep(Box::new(win)));
    let hide = MessageState::Hidden;
    scene.home.ask(Job::Decide { messages: vec![ids[3]], state: hide, at: at(120), sweep: None, reason: "fqraison".into() });
    let report = Job::Act { message: ids[3], act: ActName::Report, reason: "dzcitation".into(), at: at(121) };
    let Reply::Delivery(held) = scene.home.ask(report) else { panic!("a delivery") };
    scene.home.ask(Job::TakeBack(held.id, at(122)));
    let contact = given::contact(&mut scene.home, scene.brand);
    let lent = MessageState::Delegated { contact, due: at(900) };
    scene.home.ask(Job::Decide { messages: vec![ids[2]], state: lent, at: at(123), sweep: None, reason: "ybdemande".into() });
    scene.home.ask(Job::SaveSetting(format!("brief-what-{contact}"), "ybdemande".to_owned()));
    let Reply::Briefs(asked) = scene.home.ask(Job::Brief(BriefWork::Read(vec![ids[2]]))) else { panic!("a brief") };
    scene.home.ask(Job::Brief(BriefWork::Answer { brief: asked[0].brief.id, text: "ubretour de Nadia".into(), at: at(124) }));
    let mut incoming = texts;
    incoming.push(old);
    (person, incoming)
}

/// Every file of a folder in which one of the words stands, in whatever case.
fn traces(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is read").flatten() {
        if entry.path().is_dir() {
            found.extend(traces(&entry.path(), words));
            continue;
        }
        let bytes = std::fs::read(entry.path()).expect("a file").to_ascii_lowercase();
        for word in words {
            if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
                found.push(format!("{word} in {}", entry.file_name().display()));
            }
        }
    }
    found
}

/// The totals of the report that don't tell how many wait: what was received, answered, and in what tone.
fn figures(scene: &Scene) -> Vec<String> {
    let conn = rusqlite::Connection::open(scene.home.path()).expect("the file opens");
    let mut lines = crate::dump::of(&scene.home.path(), &["hour_total"]);
    let sums = "SELECT sum(received), sum(answered), sum(delegated), sum(positive), sum(neutral), sum(negative) FROM day_total";
    lines.push(
        conn.query_row(sums, [], |row| (0..6).map(|at| row.get::<_, i64>(at)).collect::<Result<Vec<_>, _>>())
            .map(|sums| format!("{sums:?}"))
            .expect("sums"),
    );
    lines
}

#[test]
fn an_erasure_leaves_no_trace_in_any_file_and_every_figure_as_it_was() {
    let mut scene = scene();
    let (person, incoming) = canaries(&mut scene);
    let day = "2026-11-22".parse().expect("a day");
    scene.home.store.daily_backup(&scene.home.folder.path().join("backups"), day).expect("a copy is made");
    std::fs::copy(scene.home.path(), scene.home.folder.path().join("ronde.db.before-v2")).expect("a copy is made");
    let folder = scene.home.folder.path().to_owned();
    let before = traces(&folder, CANARIES);
    for word in CANARIES {
        assert!(before.iter().any(|trace| trace.starts_with(word)), "{word} is nowhere before: {before:?}");
    }
    scene.is_whole();
    let (counted, received) = (figures(&scene), crate::dump::of(&scene.home.path(), &["message"]).len());
    let waiting = scene.card(person).waiting;

    let erasure = scene.erase(person);
    assert_eq!((erasure.name.as_str(), erasure.messages, erasure.closed, erasure.whole), ("Zqauteur Canari", 4, waiting, true));
    assert_eq!(erasure.copies, 2);
    assert_eq!(traces(&folder, CANARIES), Vec::<String>::new());
    scene.is_whole();
    assert_eq!(figures(&scene), counted);
    assert_eq!(crate::dump::of(&scene.home.path(), &["message"]).len(), received);
    assert!(folder.join("backups/ronde-2026-11-22.db").exists(), "one new copy is there");
    assert!(!folder.join("ronde.db.before-v2").exists());

    // Neither a pull nor a conversation brings them back.
    given::take(&mut scene.home, scene.account, incoming);
    let others = scene.message("m1");
    let turn = Turn {
        remote_id: "x9".into(),
        parent: None,
        author: "Zqauteur Canari".into(),
        handle: "@xkpseudo@example.social".into(),
        text: "kvtour".into(),
        at: at(118),
        ours: false,
    };
    scene.home.ask(Job::TakeContext(others, vec![turn], at(601)));
    assert_eq!(crate::dump::of(&scene.home.path(), &["message"]).len(), received);
    scene.home.restart();
    assert_eq!(traces(&folder, CANARIES), Vec::<String>::new());
    assert!(scene.find("zqauteur").is_empty());
}

#[test]
fn who_writes_again_after_an_erasure_is_somebody_new_and_is_answered() {
    let mut scene = scene();
    let person = scene.person("m0");
    scene.erase(person);
    let again = Incoming { at: at(900), ..given::incoming(90) };
    given::take(&mut scene.home, scene.account, vec![again, given::incoming(93)]);
    let rows = given::rows(&mut scene.home, scene.brand, View::Open, "de:élodie");
    assert_eq!(rows.iter().map(|row| row.message.remote_id.as_str()).collect::<Vec<_>>(), ["m90", "m6"], "and nothing of before");
    assert_ne!(scene.person("m90"), person);
}

#[test]
fn an_erasure_is_not_undone_and_says_so_once_and_older_acts_on_others_still_are() {
    let mut scene = scene();
    let (theirs, others) = (scene.message("m0"), scene.message("m1"));
    let close = |messages: Vec<MessageId>, minutes| Job::Decide {
        messages,
        state: MessageState::Closed,
        at: at(minutes),
        sweep: None,
        reason: SafeText::default(),
    };
    scene.home.ask(close(vec![theirs, others], 20));
    let alone = scene.message("m3");
    scene.home.ask(close(vec![alone], 21));
    let person = scene.person("m0");
    scene.erase(person);
    assert_eq!(scene.undo(), [Verb::Erased], "it is told");
    assert_eq!(scene.undo(), [Verb::Undone], "of the act on both, what was done for the other is undone");
    assert_eq!(scene.open(others).message.state.name(), StateName::Open);
    assert_eq!(scene.open(theirs).message.state.name(), StateName::Closed);
    assert!(scene.undo().is_empty());
    scene.is_whole();
}

#[test]
fn nobody_is_erased_while_an_answer_to_them_is_on_its_way() {
    let mut scene = scene();
    let message = scene.message("m0");
    let reply = Job::Answer { message, text: "Bonjour".into(), at: at(20), sweep: None, by_hand: false };
    scene.home.ask(reply);
    let person = scene.person("m0");
    let before = crate::dump::of(&scene.home.path(), &["message", "person", "journal"]);
    let job = Job::Person(PersonJob::Erase(person, at(21)));
    assert_eq!(serve(&mut scene.home.store, job).expect_err("it is on its way").cause, Cause::Conflict);
    assert_eq!(crate::dump::of(&scene.home.path(), &["message", "person", "journal"]), before);
    scene.undo();
    assert!(scene.erase(person).whole);
}

#[test]
fn what_another_program_holds_is_cleaned_at_the_next_start() {
    let mut scene = scene();
    let (person, _) = canaries(&mut scene);
    let folder = scene.home.folder.path().to_owned();
    let reader = rusqlite::Connection::open(scene.home.path()).expect("another program opens it");
    reader.execute_batch("BEGIN; SELECT count(*) FROM message;").expect("it reads");
    assert!(!scene.erase(person).whole);
    drop(reader);
    scene.home.store = Store::open(&scene.home.path()).expect("it opens again");
    assert_eq!(traces(&folder, CANARIES), Vec::<String>::new());
    scene.is_whole();
}

#[test]
fn everything_about_a_person_is_given_to_them() {
    let mut scene = scene();
    let (person, _) = canaries(&mut scene);
    let Reply::Person(PersonReply::Dump(all)) = scene.job(PersonJob::Dump(person)) else { panic!("all of it") };
    let text = all.to_string();
    for word in CANARIES {
        assert!(text.contains(word) || text.to_lowercase().contains(word), "{word} is not given");
    }
    assert_eq!(all["messages"].as_array().map(Vec::len), Some(4));
    assert!(!text.contains("Message numéro"), "nothing of anybody else");
}
