//! What surrounds a sweep: urgent messages that join it, its receipt, the focus, the streak, response times, holidays.

use crate::given::{self, Home, at};
use crate::screen::Screen;
use ronde::app::effect::{Classify, Desktop, Job};
use ronde::app::event::{Event, Reply};
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::{Brand, Targets};
use ronde::domain::hours::WorkingHours;
use ronde::domain::journal::Verb;
use ronde::domain::message::MessageKind;
use ronde::domain::sweep::{Slot, Sweep};
use ronde::domain::text::SafeText;
use ronde::domain::time::Day;
use ronde::domain::{AccountId, BrandId, MessageId};
use ronde::lang::Lang;
use ronde::store::serve;

/// A brand kept by hand with so many messages, the first a minute after ten.
fn home(messages: i64) -> (Home, BrandId, AccountId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    given::messages(&mut home, account, messages);
    given::contact(&mut home, brand);
    (home, brand, account)
}

fn inbox(messages: i64) -> (Screen, AccountId) {
    let (home, _, account) = home(messages);
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    (screen, account)
}

/// A message comes in while the screens are open, of a kind and perhaps raised, as another program would take it.
fn comes(screen: &mut Screen, account: AccountId, number: i64, change: Option<Classify>) -> MessageId {
    let job = Job::Take { account, page: Box::new(given::page(vec![given::incoming(number)])), at: screen.model.now };
    serve(&mut screen.store, job).expect("it is taken in");
    let conn = rusqlite::Connection::open(screen.folder.path().join("ronde.db")).expect("the file opens");
    let id = MessageId(conn.query_row("SELECT max(id) FROM message", [], |row| row.get(0)).expect("a message"));
    drop(conn);
    if let Some(change) = change {
        serve(&mut screen.store, Job::Classify { messages: vec![id], change, at: screen.model.now }).expect("it is classified");
    }
    id
}

fn sweep(screen: &Screen) -> &Sweep {
    &screen.model.inbox.walk.as_ref().expect("a sweep").sweep
}

fn current(screen: &Screen) -> MessageId {
    screen.model.inbox.rows[screen.model.inbox.cursor].message.id
}

#[test]
fn a_complaint_and_a_raised_message_join_the_sweep_and_come_next_while_others_wait() {
    for change in [Classify::Kind(MessageKind::Complaint), Classify::Urgent(true)] {
        let (mut screen, account) = inbox(5);
        screen.keys("S a j");
        let here = current(&screen);
        let urgent = comes(&mut screen, account, 90, Some(change));
        comes(&mut screen, account, 91, None);
        comes(&mut screen, account, 92, None);
        screen.keys("1 2");
        assert_eq!(current(&screen), here, "the cursor stays with its message");
        assert_eq!(sweep(&screen).messages.len(), 6);
        assert!(screen.says("+2 depuis"), "{}", screen.text());
        assert!(screen.says("1/6"), "{}", screen.text());
        screen.keys("a");
        assert_eq!(current(&screen), urgent, "{change:?} comes next\n{}", screen.text());
        screen.keys("a a a a a");
        assert!(screen.says("6 messages en"), "{}", screen.text());
        assert_eq!(sweep(&screen).receipt.listed, 6);
    }
}

#[test]
fn what_joined_the_sweep_is_told_once() {
    let (mut screen, account) = inbox(3);
    screen.keys("S");
    comes(&mut screen, account, 90, Some(Classify::Urgent(true)));
    screen.keys("1 2");
    assert!(screen.says("Un message urgent arrive dans la ronde"), "{}", screen.text());
    screen.tick(30).keys("1 2");
    assert!(!screen.says("Un message urgent arrive"), "{}", screen.text());
}

#[test]
fn an_outcome_is_never_for_a_message_that_slipped_under_the_cursor() {
    let (mut screen, account) = inbox(4);
    screen.keys("S");
    let first = current(&screen);
    let urgent = comes(&mut screen, account, 90, Some(Classify::Urgent(true)));
    screen.keys("a");
    let Ok(Reply::Opened(Some(opened))) = serve(&mut screen.store, Job::Open(urgent)) else { panic!("a message") };
    assert!(opened.message.state.is_open());
    let Ok(Reply::Opened(Some(opened))) = serve(&mut screen.store, Job::Open(first)) else { panic!("a message") };
    assert!(!opened.message.state.is_open());
}

#[test]
fn a_window_that_was_read_before_an_outcome_does_not_bring_its_message_back() {
    let (home, _, _) = home(3);
    let mut screen = crate::alone::Screen::over(home.store, at(60));
    screen.keys("2");
    let rows: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    // The tab is shown again, its window is asked for, and the key comes before the file has answered.
    screen.slow = true;
    screen.keys("1 2 a");
    screen.let_read_first();
    let left: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    assert_eq!(left, rows[1..], "the archived message stays away");
    screen.keys("a");
    screen.let_write();
    let left: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    assert_eq!(left, rows[2..], "and the next key was for the next one");
}

#[test]
fn the_receipt_tells_what_was_read_and_what_is_left_and_the_sweep_is_taken_up_again() {
    let (mut screen, _) = inbox(6);
    screen.keys("S a").tick(60).keys("s 2 j E");
    assert!(screen.says("Ronde du matin terminée"), "{}", screen.text());
    for line in ["2 messages en 1 min", "4 lus sur 6", "1 suspendu", "1 archivé", "4 en attente", "S reprend"] {
        assert!(screen.says(&line.replace(" min", "\u{a0}min")), "{line}\n{}", screen.text());
    }
    let first = sweep(&screen).clone();
    screen.keys("Esc").tick(600).keys("S");
    assert_eq!((sweep(&screen).id, sweep(&screen).ended), (first.id, None), "the same sweep goes on");
    assert!(screen.says("2/6"), "{}", screen.text());
    screen.tick(30).keys("a a a a");
    assert!(screen.says("6 messages en 1\u{a0}min"), "the ten minutes between are no part of it: {}", screen.text());
    let Ok(Reply::Journal(lines)) = serve(&mut screen.store, Job::Journal(screen.model.brand.expect("a brand"), 50)) else {
        panic!("lines")
    };
    let end = lines.iter().find(|line| line.verb == Verb::SweepEnded).and_then(|line| line.after.clone()).expect("an end");
    assert_eq!(
        (&end["listed"], &end["read"], &end["closed"], &end["snoozed"], &end["lasted"]),
        (&6.into(), &6.into(), &5.into(), &1.into(), &90.into())
    );
    screen.keys("1");
    assert!(screen.says("✓ 6 en 1\u{a0}min · 6 lus"), "{}", screen.text());
}

#[test]
fn a_sweep_that_ended_early_is_told_as_such_today() {
    let (mut screen, _) = inbox(6);
    screen.keys("S a j E 1");
    assert!(screen.says("reste 5") && screen.says("lus"), "{}", screen.text());
    screen.keys("Enter");
    assert!(screen.says("1/6"), "taken up again from Today: {}", screen.text());
}

#[test]
fn the_focus_shows_the_message_alone_with_its_answer_and_the_progress_at_every_size() {
    for (width, height) in [(60, 16), (80, 24), (100, 30), (160, 45)] {
        let mut screen = Screen::demo();
        screen.resize(width, height).keys("Enter z");
        let others: Vec<String> = screen.model.inbox.rows.iter().skip(1).map(|row| row.message.handle.to_string()).collect();
        let text = screen.text();
        let shown = others.iter().filter(|handle| text.contains(handle.as_str())).count();
        assert!(shown <= 2, "the list is hidden at {width}x{height}: {text}");
        assert!(screen.says("0/"), "the progress stays: {text}");
        let first = screen.model.inbox.rows[0].message.author.to_string();
        assert!(screen.says(&first), "{text}");
        screen.keys("r").type_text("Bonjour");
        assert!(screen.says("Bonjour") && screen.says("0/"), "{}", screen.text());
        // The first message is a complaint of negative tone: its answer is read once more.
        screen.keys("Ctrl+D");
        assert!(screen.says("Relisez") && screen.says("0/"), "{}", screen.text());
        screen.keys("Ctrl+D");
        assert!(screen.says("1/"), "{}", screen.text());
        assert!(screen.model.inbox.focus, "it stays for the next message");
        screen.keys("Esc");
        assert!(!screen.model.inbox.focus, "Esc shows the list again");
        screen.keys("z z");
        assert!(!screen.model.inbox.focus);
    }
}

#[test]
fn the_focus_without_a_sweep_counts_what_waits_and_says_when_nothing_does() {
    let (mut screen, _) = inbox(2);
    screen.keys("z");
    assert!(screen.says("2 messages à traiter"), "{}", screen.text());
    screen.keys("a a");
    assert!(screen.says("Boîte vide"), "{}", screen.text());
}

#[test]
fn the_streak_counts_working_days_only_and_can_be_hidden_for_good() {
    let (mut home, brand, _) = home(2);
    let mut kept = Brand { id: brand, ..given::a_brand() };
    kept.hours.holidays = ronde::domain::holiday::Holidays::France;
    home.ask(Job::SaveBrand(Box::new(kept), at(0)));
    let day = |text: &str| text.parse::<Day>().expect("a day");
    // Tuesday, then the eleventh of November, then Thursday.
    for on in ["2026-11-09", "2026-11-10", "2026-11-12"] {
        for slot in [Slot::Morning, Slot::Afternoon] {
            let Reply::Sweep(sweep) = home.ask(Job::StartSweep { brand, day: day(on), slot, at: at(10) }) else { panic!("a sweep") };
            home.ask(Job::EndSweep(sweep.id, at(20)));
        }
    }
    let mut screen = Screen::given(home, "2026-11-13T08:00:00Z".parse().expect("an instant"));
    assert!(screen.says("Série : 3 jours ouvrés") || screen.says("3 jours ouvrés"), "{}", screen.text());
    screen.keys(":").type_text("série").keys("Enter");
    assert!(!screen.says("jours ouvrés (week-ends"), "{}", screen.text());
    screen.restart();
    assert!(!screen.says("jours ouvrés (week-ends"), "it stays hidden: {}", screen.text());
    screen.keys(":").type_text("série").keys("Enter");
    assert!(screen.says("3 jours ouvrés (week-ends"), "{}", screen.text());
}

/// The brand of these tests with targets: questions within an hour, all else within four.
fn with_targets(home: &mut Home, brand: BrandId) {
    let targets = Targets([(MessageKind::Question, 60), (MessageKind::Unsorted, 240)].into());
    home.ask(Job::SaveBrand(Box::new(Brand { id: brand, targets, ..given::a_brand() }), at(0)));
}

#[test]
fn an_open_message_shows_how_long_it_waits_beside_its_target() {
    let (mut home, brand, _) = home(2);
    with_targets(&mut home, brand);
    let mut screen = Screen::given(home, at(122));
    screen.keys("2");
    assert!(screen.says("Attend depuis 2\u{a0}h\u{a0}02 (objectif 4\u{a0}h)"), "{}", screen.text());
    screen.keys("t q");
    assert!(screen.says("(objectif 1\u{a0}h)"), "{}", screen.text());
}

#[test]
fn a_night_is_no_part_of_the_time_beside_the_target() {
    let (mut home, brand, _) = home(1);
    with_targets(&mut home, brand);
    // Written on Wednesday at ten, read on Thursday at ten: seven hours until five, one since nine.
    let mut screen = Screen::given(home, at(24 * 60));
    screen.keys("2");
    assert!(screen.says("Attend depuis 1\u{202f}j"), "{}", screen.text());
    assert!(screen.says("Temps ouvré\u{a0}: 8\u{a0}h (objectif 4\u{a0}h)"), "{}", screen.text());
}

#[test]
fn a_message_without_a_target_only_says_how_long_it_waits() {
    let (mut screen, _) = inbox(1);
    assert!(screen.says("Attend depuis 1\u{202f}h") && !screen.says("objectif"), "{}", screen.text());
    screen.lang(Lang::En);
    assert!(!screen.says("target"), "{}", screen.text());
}

#[test]
fn f2_explains_the_response_times_with_their_numbers() {
    let (mut home, brand, _) = home(5);
    with_targets(&mut home, brand);
    let messages = given::rows(&mut home, brand, ronde::domain::query::View::Open, "");
    let answer = |number: usize, minutes| Job::Answer {
        message: messages[number].message.id,
        text: "Oui".into(),
        at: at(minutes),
        sweep: None,
        by_hand: true,
    };
    home.ask(Job::Classify { messages: vec![messages[0].message.id], change: Classify::Kind(MessageKind::Question), at: at(1) });
    home.ask(Job::Classify { messages: vec![messages[4].message.id], change: Classify::Kind(MessageKind::Spam), at: at(1) });
    home.ask(answer(0, 30));
    home.ask(answer(1, 301));
    let close = messages[2].message.id;
    let state = ronde::domain::message::MessageState::Closed;
    home.ask(Job::Decide { messages: vec![close], state, at: at(40), sweep: None, reason: SafeText::EMPTY });
    let mut screen = Screen::given(home, at(310));
    // Two of three in all; one of one within the hour, none of two within four.
    assert!(screen.says("médiane 2\u{a0}h\u{a0}45"), "{}", screen.text());
    assert!(screen.says("objectif 33,3\u{202f}%"), "{}", screen.text());
    for tab in ["1", "2"] {
        screen.keys(tab).keys("F2");
        for words in [
            "2 ÷ 3 = 66,7\u{202f}%",
            "5 − 1 − 1 = 3",
            "09:00–17:00",
            "sur 2 délais",
            "1 ÷ 3 = 33,3\u{202f}%",
            "Petit effectif",
            "le journal de Ronde",
        ] {
            let text = screen.text().replace('\n', " ");
            let flat: String = text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
            assert!(flat.contains(words) || screen.says(words), "{words}\n{}", screen.text());
        }
        screen.keys("Esc");
    }
}

#[test]
fn targets_are_set_in_the_notebook_and_undone() {
    let (mut screen, _) = inbox(1);
    screen.keys("7").keys("Home");
    while !screen.says("chaque type attend sa réponse") {
        screen.keys("Down");
    }
    screen.keys("Enter p").type_text("quatre").keys("Enter");
    assert!(screen.says("Écrivez une durée avec son unité"), "{}", screen.text());
    screen.keys("Ctrl+U");
    for _ in 0..6 {
        screen.keys("Backspace");
    }
    screen.type_text("1 h 30").keys("Enter");
    let targets = |screen: &Screen| screen.model.brand().expect("a brand").targets.clone();
    assert_eq!(targets(&screen), Targets([(MessageKind::Complaint, 90)].into()));
    assert!(screen.says("plainte"), "{}", screen.text());
    screen.keys("u");
    assert_eq!(targets(&screen), Targets::default());
}

#[test]
fn holidays_of_france_of_a_file_and_none_are_chosen_in_the_notebook() {
    let (mut screen, _) = inbox(1);
    let works = |screen: &Screen, day: &str| {
        let hours: &WorkingHours = &screen.model.brand().expect("a brand").hours;
        hours.works_on(day.parse().expect("a day"))
    };
    screen.keys("7").keys("Home");
    while !screen.says("ceux d’ailleurs viennent d’un fichier") {
        screen.keys("Down");
    }
    screen.keys("Enter f");
    assert!(!works(&screen, "2026-11-11") && works(&screen, "2026-07-21"));
    screen.keys("Enter i").type_text("~/belgique.toml").keys("Enter");
    assert_eq!(screen.desktop.last(), Some(&Desktop::ReadHolidays("~/belgique.toml".into())));
    let said = |text: &str| Event::Holidays("~/belgique.toml".into(), Ok(text.to_owned()));
    screen.hear(said("name = \"Belgique\"\n[days]\n2026-07-21 = \"Fête nationale\"\n2026-02-30 = \"?\"\n"));
    assert!(screen.says("Ligne 4") && screen.says("2026-02-30"), "{}", screen.text());
    screen.hear(Event::Holidays("~/belgique.toml".into(), Err("introuvable".into())));
    assert!(screen.says("introuvable"), "{}", screen.text());
    screen.hear(said("name = \"Belgique\"\n[days]\n2026-07-21 = \"Fête nationale\"\n2026-12-26 = \"Lendemain de Noël\"\n"));
    assert!(works(&screen, "2026-11-11") && !works(&screen, "2026-07-21"));
    assert!(screen.says("Belgique, prochain"), "{}", screen.text());
    screen.keys("Enter 0");
    assert!(works(&screen, "2026-07-21"));
}
