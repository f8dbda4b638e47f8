//! The labels of a brand: told with what they are used for, renamed, removed, and each of it undone to the byte.

use crate::dump;
use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::{Job, Labelling, RuleJob};
use ronde::app::event::Reply;
use ronde::domain::rule::{Conditions, Proposes, Rule};
use ronde::domain::saved_view::SavedView;
use ronde::domain::{RuleId, ViewId};
use ronde::store::serve;

/// Eight messages with the label SAV, one of them with another too; a rule proposes SAV, a view looks for it.
fn inbox() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 9);
    home.ask(Job::Label(Labelling { messages: messages[..8].to_vec(), put: vec!["SAV".into()], take: vec![], at: at(20) }));
    home.ask(Job::Label(Labelling { messages: messages[..1].to_vec(), put: vec!["à relire".into()], take: vec![], at: at(21) }));
    let rule = Rule {
        id: RuleId(0),
        brand,
        place: 0,
        name: "Service après-vente".into(),
        conditions: Conditions { keywords: vec!["garantie".into()], ..Conditions::default() },
        proposes: Proposes { label: Some("sav".into()), ..Proposes::default() },
        active: true,
    };
    home.ask(Job::Rule(RuleJob::Save(Box::new(rule), at(22))));
    let view = SavedView { id: ViewId(0), brand, name: "Les SAV".into(), query: "état:ouvert étiquette:sav".into() };
    home.ask(Job::SaveView(Box::new(view), at(23)));
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

fn labels(screen: &Screen) -> Vec<String> {
    screen.model.labels().map(|label| label.name.to_string()).collect()
}

/// Undoes what was done, does it again, restarts, undoes it once more.
fn there_and_back(screen: &mut Screen, before: &[String]) {
    let done = dump::all(&screen.path());
    assert_ne!(done, before, "something changed");
    screen.keys("u");
    dump::same(before, &dump::all(&screen.path()), "undone");
    screen.keys("U");
    dump::same(&done, &dump::all(&screen.path()), "done again");
    screen.restart();
    screen.keys("u");
    dump::same(before, &dump::all(&screen.path()), "undone after a restart");
    screen.keys("U 2");
}

/// Opens the list of the labels by its command.
fn list(screen: &mut Screen) {
    screen.keys(":").type_text("étiquettes de la marque").keys("Enter");
}

#[test]
fn a_label_takes_a_new_name_everywhere_and_gives_it_back() {
    let mut screen = inbox();
    let before = dump::all(&screen.path());
    list(&mut screen);
    screen.shows("SAV (8 messages)");
    screen.keys("Down Enter");
    screen.shows("8 messages · 1 règle · 1 vue enregistrée");
    screen.keys("r Ctrl+U").type_text("à relire").keys("Enter");
    screen.shows("« à relire » est déjà une étiquette de la marque.");
    screen.keys("Ctrl+U").type_text("Service client").keys("Enter");
    screen.shows("« SAV » s'appelle maintenant « Service client ».");
    assert_eq!(labels(&screen), ["à relire", "Service client"]);
    assert!(screen.model.inbox.rows[0].message.labels.contains(&"Service client".into()), "the messages keep it");
    assert_eq!(screen.model.views().next().map(|view| view.query.as_str()), Some("état:ouvert étiquette:\"Service client\""));
    let Ok(Reply::Rule(rules)) = serve(&mut screen.store, Job::Rule(RuleJob::List(screen.model.brand.expect("a brand")))) else {
        panic!("rules")
    };
    assert!(format!("{rules:?}").contains("Service client"), "{rules:?}");
    there_and_back(&mut screen, &before);
    assert_eq!(labels(&screen), ["à relire", "Service client"]);
}

#[test]
fn a_label_is_removed_with_its_count_before_and_comes_back_on_the_same_messages() {
    let mut screen = inbox();
    let before = dump::all(&screen.path());
    list(&mut screen);
    screen.keys("Down Enter");
    screen.shows("La retirer (de 8 messages, qui restent)");
    screen.keys("x");
    screen.shows("Retirer « SAV » de 8 messages ?");
    screen.keys("Enter");
    dump::same(&before, &dump::all(&screen.path()), "Enter leaves it");
    list(&mut screen);
    screen.keys("Down Enter x x");
    screen.shows("« SAV » retirée de 8 messages. 1 règle la propose encore : elle la recréerait.");
    assert_eq!(labels(&screen), ["à relire"]);
    assert_eq!(screen.model.inbox.rows.len(), 9, "the messages stay");
    assert!(screen.model.inbox.rows.iter().all(|row| !row.message.labels.contains(&"SAV".into())));
    there_and_back(&mut screen, &before);
    assert_eq!(labels(&screen), ["à relire"]);
}

#[test]
fn few_messages_are_not_asked_about_and_those_of_a_label_are_listed_from_the_notebook() {
    let mut screen = inbox();
    let before = dump::all(&screen.path());
    screen.keys("7");
    screen.shows("Étiquettes");
    screen.shows("2 étiquettes · à relire · SAV");
    let row = ronde::app::notebook::Setting::ALL.iter().position(|setting| setting.code() == "labels").expect("a row");
    for _ in 0..row {
        screen.keys("Down");
    }
    screen.keys("Enter 2 o");
    assert_eq!(screen.model.inbox.rows.len(), 8, "{}", screen.text());
    screen.shows("étiquette:SAV");
    screen.keys("7 Enter 1 x");
    screen.shows("« à relire » retirée de 1 message.");
    there_and_back(&mut screen, &before);
}
