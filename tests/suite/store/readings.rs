//! Readings, highlights and the texts of the report.

use crate::given::{self, Home, at};
use ronde::app::effect::Job;
use ronde::app::event::{Reply, Sheet};
use ronde::domain::facts::Section;
use ronde::domain::highlight::{Consent, Highlight, HighlightKind};
use ronde::domain::journal::Actor;
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::text::SafeText;
use ronde::domain::time::{Day, Period};
use ronde::domain::today::Slip;
use ronde::domain::{AccountId, BrandId, HighlightId};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn reading(account: AccountId, on: &str, value: Option<u64>, source: Source) -> Reading {
    Reading { account, variant: None, day: day(on), metric: Metric::Followers, value, source, definition: SafeText::default(), at: at(0) }
}

fn write(home: &mut Home, readings: Vec<Reading>, actor: Actor) {
    assert_eq!(home.ask(Job::WriteReadings(readings, actor, at(1))), Reply::Done);
}

fn values(home: &mut Home, brand: BrandId) -> Vec<(Option<u64>, Source)> {
    let period = Period::month_of(day("2026-11-01"));
    match home.ask(Job::Readings(brand, period, Some(Metric::Followers))) {
        Reply::Readings(readings) => readings.iter().map(|reading| (reading.value, reading.source)).collect(),
        other => panic!("readings, not {other:?}"),
    }
}

fn sheet(home: &mut Home, brand: BrandId, on: &str) -> Sheet {
    match home.ask(Job::Sheet(brand, day(on))) {
        Reply::Sheet(sheet) => *sheet,
        other => panic!("a sheet, not {other:?}"),
    }
}

#[test]
fn what_a_person_typed_is_not_overwritten_by_a_network() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    write(&mut home, vec![reading(account, "2026-11-02", Some(840), Source::Api)], Actor::Ronde);
    write(&mut home, vec![reading(account, "2026-11-02", Some(850), Source::Typed)], Actor::Cm);
    write(&mut home, vec![reading(account, "2026-11-02", Some(841), Source::Api)], Actor::Ronde);
    assert_eq!(values(&mut home, brand), [(Some(850), Source::Typed)]);
    home.ask(Job::Undo(brand, at(2)));
    assert_eq!(values(&mut home, brand), [(Some(840), Source::Api)]);
}

#[test]
fn an_import_is_undone_whole_and_done_again() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let import: Vec<Reading> = (1..=9).map(|on| reading(account, &format!("2026-11-0{on}"), Some(on), Source::File)).collect();
    write(&mut home, import, Actor::Cm);
    assert_eq!(values(&mut home, brand).len(), 9);
    let before = crate::dump::of(&home.path(), &["reading"]);
    home.ask(Job::Undo(brand, at(2)));
    assert_eq!(values(&mut home, brand), []);
    home.ask(Job::Redo(brand, at(3)));
    assert_eq!(crate::dump::of(&home.path(), &["reading"]), before);
}

#[test]
fn the_sheet_shows_the_days_before_and_the_gaps() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::account(&mut home, brand);
    let known = ["2026-11-01", "2026-11-02", "2026-11-04"].map(|on| reading(account, on, Some(7), Source::Typed));
    write(&mut home, known.to_vec(), Actor::Cm);
    let sheet = sheet(&mut home, brand, "2026-11-06");
    assert_eq!(sheet.gaps, [day("2026-11-03"), day("2026-11-05")]);
    assert_eq!(sheet.rows.len(), 2);
    assert_eq!((sheet.rows[0].today.len(), sheet.rows[0].before[0].day), (0, day("2026-11-04")));
}

#[test]
fn not_available_is_kept_and_is_not_0() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    write(&mut home, vec![reading(account, "2026-11-02", None, Source::Typed)], Actor::Cm);
    assert_eq!(values(&mut home, brand), [(None, Source::Typed)]);
}

#[test]
fn highlights_and_texts_are_kept_and_undone() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let win = Highlight {
        id: HighlightId(0),
        brand,
        kind: HighlightKind::Win,
        text: "Un article dans le Courrier".into(),
        author: "Le Courrier".into(),
        url: None,
        message: None,
        contact: None,
        at: at(5),
        consent: Consent::Asked,
        consent_where: "en message privé".into(),
    };
    home.ask(Job::Keep(Box::new(win)));
    let period = Period::month_of(day("2026-11-04"));
    home.ask(Job::SaveSection(brand, period, Section::Essentials, "Bon mois.".into(), at(6)));
    let facts = |home: &mut Home| match home.ask(Job::Facts(brand, period)) {
        Reply::Facts(facts) => (facts.highlights, facts.texts),
        other => panic!("facts, not {other:?}"),
    };
    let (highlights, texts) = facts(&mut home);
    assert_eq!(texts, [(Section::Essentials, SafeText::from("Bon mois."))]);
    home.ask(Job::Undo(brand, at(7)));
    assert_eq!(facts(&mut home), (highlights.clone(), vec![]));
    home.ask(Job::Forget(highlights[0].id, at(8)));
    assert_eq!(facts(&mut home).0, []);
    home.ask(Job::Undo(brand, at(9)));
    assert_eq!(facts(&mut home).0, highlights);
}

#[test]
fn the_report_of_the_last_month_is_asked_for_until_it_is_written() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::messages(&mut home, account, 1);
    let asked = |home: &mut Home| match home.ask(Job::Board(brand, day("2026-12-03"), at(60))) {
        Reply::Board(board) => board.slipping.contains(&Slip::Report { month: day("2026-11-01") }),
        other => panic!("a board, not {other:?}"),
    };
    assert!(asked(&mut home));
    home.ask(Job::Exported(brand, Period::month_of(day("2026-11-01")), at(70)));
    assert!(!asked(&mut home));
}
