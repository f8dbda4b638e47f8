//! The report tab: keys in, screen and files out, on the demo.

use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::{Event, Reply};
use ronde::domain::facts::Section;
use ronde::domain::journal::Verb;
use ronde::domain::metric::Formula;
use ronde::domain::report::Format;
use ronde::domain::time::Period;
use ronde::lang::{Lang, Texts};
use ronde::{report, store};

/// What the file holds as the text of a section of October.
fn stored(screen: &mut Screen, section: Section) -> Option<String> {
    let brand = screen.model.brand.expect("a brand");
    let october = Period::month_of("2026-10-01".parse().expect("a day"));
    match store::serve(&mut screen.store, Job::Facts(brand, october)) {
        Ok(Reply::Facts(facts)) => facts.texts.iter().find(|(of, _)| *of == section).map(|(_, text)| text.to_string()),
        other => panic!("facts, not {other:?}"),
    }
}

#[test]
fn the_tab_opens_on_the_last_month_that_is_over() {
    let mut screen = Screen::demo();
    screen.keys("6");
    assert!(
        screen.says("Octobre 2026 · ") && screen.says("L’essentiel") && screen.says("Comparé à\u{a0}: septembre 2026"),
        "{}",
        screen.text()
    );
    screen.keys("Left");
    assert!(screen.says("Septembre 2026 · "));
    screen.keys("Right Right Right");
    assert!(screen.says("Novembre 2026 · ") && screen.says("pas encore commencé"));
}

#[test]
fn what_is_written_is_on_disk_with_each_key() {
    let mut screen = Screen::demo();
    screen.keys("6 j e").type_text("Deux objectifs sur trois.");
    assert_eq!(stored(&mut screen, Section::Goals).as_deref(), Some("Deux objectifs sur trois."));
    assert!(screen.says("enregistré"));
    screen.keys("Esc");
    assert!(screen.says("▌ Deux objectifs sur trois."), "{}", screen.text());
    assert!(screen.says("6/9"), "one more section is ready");
}

#[test]
fn digits_and_letters_are_text_while_writing() {
    let mut screen = Screen::demo();
    screen.keys("6 j e").type_text("12 q X").keys("Enter").type_text("fin");
    assert_eq!(stored(&mut screen, Section::Goals).as_deref(), Some("12 q X\nfin"));
}

#[test]
fn a_hangup_keeps_what_was_typed() {
    let mut screen = Screen::demo();
    screen.keys("6 j e").type_text("À moitié");
    screen.hear(Event::Hangup);
    assert!(screen.left);
    assert_eq!(stored(&mut screen, Section::Goals).as_deref(), Some("À moitié"));
}

#[test]
fn the_method_takes_no_text_and_says_so() {
    let mut screen = Screen::demo();
    screen.keys("6 End e");
    assert!(screen.says("n’attend pas de texte"));
}

#[test]
fn x_asks_for_the_files_and_the_journal_notes_them() {
    let mut screen = Screen::demo();
    screen.keys("6 X");
    assert!(screen.says("Exporter le rapport") && screen.says("~/rapports"));
    screen.keys("a");
    let Some(Desktop::WriteReport { report, formats, .. }) = screen.desktop.last().cloned() else { panic!("a report to write") };
    assert_eq!(formats, Format::ALL);
    assert!(report.demo, "the demo says that it is one");
    screen.hear(Event::Wrote(Ok(vec!["/x/2026-10_cafe-lumen_rapport.html".into()])));
    assert!(screen.says("2026-10_cafe-lumen_rapport.html"));
    let brand = screen.model.brand.expect("a brand");
    let Ok(Reply::Journal(lines)) = store::serve(&mut screen.store, Job::Journal(brand, 1)) else { panic!("the journal") };
    assert_eq!(lines[0].verb, Verb::Exported);
}

#[test]
fn a_report_that_can_t_be_written_says_what_is_safe() {
    let mut screen = Screen::demo();
    screen.keys("6").hear(Event::Wrote(Err("Permission denied".into())));
    assert!(screen.says("Permission denied") && screen.says("Vos textes sont gardés"), "{}", screen.text());
}

#[test]
fn c_copies_the_summary() {
    let mut screen = Screen::demo();
    screen.keys("6 c");
    let Some(Desktop::Copy(text)) = screen.desktop.last() else { panic!("a copy") };
    assert!(text.as_str().starts_with("Café Lumen · Rapport · octobre 2026") && text.as_str().lines().count() <= report::mail::LINES);
}

#[test]
fn equal_compares_with_last_year_and_l_changes_the_language() {
    let mut screen = Screen::demo();
    screen.keys("6 =");
    assert!(screen.says("octobre 2025"), "{}", screen.text());
    screen.keys("= L");
    assert!(screen.says("Rapport en anglais") && screen.says("Engagement rate by reach"), "{}", screen.text());
}

#[test]
fn the_counts_on_the_screen_are_those_of_the_files() {
    let mut screen = Screen::demo();
    screen.keys("6 j j j j j");
    let built = screen.model.report.built.clone().expect("a report");
    let said = report::say::figure(Lang::Fr, &built.line(Formula::Received).expect("a line").now);
    let text = screen.text();
    assert!(text.lines().any(|line| line.contains("Messages reçus ") && line.contains(&said)), "{text}");
    let markdown = report::write(&built, Format::Markdown, &Texts::load()).expect("the report is written");
    let markdown = String::from_utf8(markdown).expect("it is UTF-8");
    assert!(markdown.lines().any(|line| line.starts_with("| Messages reçus |") && line.contains(&said)));
}

#[test]
fn every_section_draws_at_every_size() {
    for lang in Lang::ALL {
        let mut screen = Screen::demo_in(lang);
        screen.keys("6");
        for (width, height) in [(60, 16), (80, 24), (160, 45)] {
            screen.resize(width, height).keys("Home");
            for _ in Section::ALL {
                let text = screen.keys(", PageDown PageUp").text();
                assert!(!text.contains('⟨'), "at {width}×{height}: {text}");
                screen.keys(", j");
            }
        }
    }
}
