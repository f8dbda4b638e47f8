//! Labels and saved views: by name, by brand, undone to the byte.

use crate::given::{self, Home, at};
use ronde::app::effect::{Job, Labelling};
use ronde::app::event::{Reply, Workspace};
use ronde::domain::query::{Anchor, Ask, View};
use ronde::domain::saved_view::SavedView;
use ronde::domain::text::SafeText;
use ronde::domain::{BrandId, MessageId, ViewId};
use ronde::store::serve;

fn scene(number: i64) -> (Home, BrandId, Vec<MessageId>) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, number);
    (home, brand, messages)
}

fn names(names: &[&str]) -> Vec<SafeText> {
    names.iter().map(|name| SafeText::line(name)).collect()
}

fn label(home: &mut Home, messages: &[MessageId], put: &[&str], take: &[&str]) {
    home.ask(Job::Label(Labelling { messages: messages.to_vec(), put: names(put), take: names(take), at: at(90) }));
}

fn found(home: &mut Home, brand: BrandId, view: View, typed: &str) -> Vec<MessageId> {
    given::rows(home, brand, view, typed).iter().map(|row| row.message.id).collect()
}

fn workspace(home: &mut Home) -> Workspace {
    match home.ask(Job::Load) {
        Reply::Workspace(workspace) => *workspace,
        other => panic!("a workspace, not {other:?}"),
    }
}

const TABLES: &[&str] = &["label", "message_label", "saved_view", "message"];

#[test]
fn a_label_is_one_word_however_it_is_written() {
    let (mut home, brand, messages) = scene(4);
    label(&mut home, &messages[..2], &["Été"], &[]);
    label(&mut home, &messages[1..3], &["ETE", "sav"], &[]);
    let known: Vec<String> = workspace(&mut home).labels.iter().map(|label| label.name.to_string()).collect();
    assert_eq!(known, ["Été", "sav"]);
    let rows = given::rows(&mut home, brand, View::Open, "");
    let on: Vec<Vec<&str>> = rows.iter().map(|row| row.message.labels.iter().map(SafeText::as_str).collect()).collect();
    assert_eq!(on, [vec!["Été"], vec!["Été", "sav"], vec!["Été", "sav"], vec![]]);
    assert_eq!(found(&mut home, brand, View::Open, "étiquette:ete"), messages[..3]);
    assert_eq!(found(&mut home, brand, View::Open, "label:ÉTÉ label:sav"), messages[1..3]);
    assert_eq!(found(&mut home, brand, View::Open, "label:sa numero"), [messages[2], messages[1]], "words and labels together");
    assert_eq!(found(&mut home, brand, View::Open, "label:autre"), []);
    label(&mut home, &messages, &[], &["été"]);
    assert_eq!(found(&mut home, brand, View::Open, "label:ete"), []);
    assert_eq!(workspace(&mut home).labels.len(), 2, "a word that is on nothing is still a word of the brand");
}

#[test]
fn a_whole_name_means_that_label_alone_and_a_begun_one_all_that_begin_so() {
    let (mut home, brand, messages) = scene(3);
    label(&mut home, &messages[..1], &["sav"], &[]);
    label(&mut home, &messages[1..2], &["savoir faire"], &[]);
    assert_eq!(found(&mut home, brand, View::All, "label:sav"), messages[..1]);
    assert_eq!(found(&mut home, brand, View::All, "label:\"savoir faire\""), messages[1..2]);
    assert_eq!(found(&mut home, brand, View::All, "label:sa"), [messages[1], messages[0]], "newest first, as the view");
}

#[test]
fn labels_are_undone_and_redone_to_the_byte_across_a_restart() {
    let (mut home, brand, messages) = scene(3);
    let mut states = vec![crate::dump::of(&home.path(), TABLES)];
    let acts: [(&[MessageId], &[&str], &[&str]); 3] =
        [(&messages, &["sav", "été"], &[]), (&messages[..1], &["Salon"], &["sav"]), (&messages[1..], &[], &["été", "rien"])];
    for (on, put, take) in acts {
        label(&mut home, on, put, take);
        states.push(crate::dump::of(&home.path(), TABLES));
    }
    home.restart();
    for state in states.iter().rev().skip(1) {
        home.ask(Job::Undo(brand, at(95)));
        assert_eq!(&crate::dump::of(&home.path(), TABLES), state);
    }
    home.restart();
    for state in states.iter().skip(1) {
        home.ask(Job::Redo(brand, at(96)));
        assert_eq!(&crate::dump::of(&home.path(), TABLES), state);
    }
}

#[test]
fn what_changes_nothing_is_no_step_to_undo() {
    let (mut home, brand, messages) = scene(1);
    label(&mut home, &messages, &["sav"], &[]);
    label(&mut home, &messages, &["SAV", " ", "-"], &["rien"]);
    home.ask(Job::Undo(brand, at(95)));
    assert!(given::rows(&mut home, brand, View::Open, "")[0].message.labels.is_empty());
}

#[test]
fn labels_and_views_of_one_brand_are_none_of_another() {
    let (mut home, brand, messages) = scene(2);
    let mut other = given::a_brand();
    other.name = "Autre".into();
    let Reply::Brand(other) = home.ask(Job::SaveBrand(Box::new(other), at(0))) else { panic!("a brand") };
    let account = given::account(&mut home, other.id);
    given::take(&mut home, account, vec![given::incoming(7)]);
    let theirs = found(&mut home, other.id, View::Open, "");
    label(&mut home, &messages[..1], &["sav"], &[]);
    label(&mut home, &theirs, &["sav"], &[]);
    assert_eq!(found(&mut home, brand, View::All, "label:sav"), messages[..1]);
    assert_eq!(found(&mut home, other.id, View::All, "label:sav"), theirs);
    let view = |brand, query: &str| SavedView { id: ViewId(0), brand, name: "SAV".into(), query: query.into() };
    home.ask(Job::SaveView(Box::new(view(brand, "label:sav")), at(1)));
    home.ask(Job::SaveView(Box::new(view(other.id, "label:sav type:plainte")), at(1)));
    assert_eq!(workspace(&mut home).views.len(), 2, "each has its own");
}

#[test]
fn windows_of_a_rare_label_and_of_a_common_one_are_walked_alike() {
    let (mut home, brand, messages) = scene(2_300);
    let all: Vec<MessageId> = given::rows(&mut home, brand, View::Open, "").iter().map(|row| row.message.id).collect();
    assert_eq!(all.len(), 500, "a window");
    let everything: Vec<MessageId> = (1..=2_300).map(MessageId).collect();
    label(&mut home, &everything, &["commun"], &[]);
    label(&mut home, &messages[..50], &["rare"], &[]);
    for (word, first) in [("rare", 50), ("commun", 500)] {
        for view in [View::Open, View::All] {
            let ask = Ask { rows: 20, ..given::ask(brand, view, &format!("label:{word}")) };
            let mut window = given::window(&mut home, ask.clone());
            let mut walked = Vec::new();
            while walked.len() < first {
                walked.extend(window.rows.iter().map(|row| row.message.id));
                let Some(last) = window.rows.last().map(|row| row.key) else { break };
                window = given::window(&mut home, Ask { anchor: Anchor::After(last), ..ask.clone() });
            }
            walked.truncate(first);
            let plain = Ask { rows: 2_300, ..given::ask(brand, view, "") };
            let expected: Vec<MessageId> = given::window(&mut home, plain)
                .rows
                .iter()
                .filter(|row| row.message.labels.iter().any(|label| label.as_str() == word))
                .map(|row| row.message.id)
                .take(first)
                .collect();
            assert_eq!(walked, expected, "{word} in {view:?}");
        }
    }
}

#[test]
fn a_saved_view_is_made_changed_renamed_and_removed_and_each_is_undone() {
    let (mut home, brand, _) = scene(1);
    let save = |home: &mut Home, id: i64, name: &str, query: &str| {
        let view = SavedView { id: ViewId(id), brand, name: name.into(), query: query.into() };
        match home.ask(Job::SaveView(Box::new(view), at(2))) {
            Reply::View(view) => *view,
            other => panic!("a view, not {other:?}"),
        }
    };
    let mut states = vec![crate::dump::of(&home.path(), &["saved_view"])];
    let made = save(&mut home, 0, "Plaintes", "type:plainte");
    states.push(crate::dump::of(&home.path(), &["saved_view"]));
    let same = save(&mut home, 0, "PLAINTES", "type:plainte état:ouvert");
    assert_eq!(same.id, made.id, "the same name is the same view");
    states.push(crate::dump::of(&home.path(), &["saved_view"]));
    save(&mut home, made.id.0, "À voir", same.query.as_str());
    states.push(crate::dump::of(&home.path(), &["saved_view"]));
    home.ask(Job::RemoveView(made.id, at(3)));
    states.push(crate::dump::of(&home.path(), &["saved_view"]));
    for state in states.iter().rev().skip(1) {
        home.ask(Job::Undo(brand, at(4)));
        assert_eq!(&crate::dump::of(&home.path(), &["saved_view"]), state);
    }
    for state in states.iter().skip(1) {
        home.ask(Job::Redo(brand, at(5)));
        assert_eq!(&crate::dump::of(&home.path(), &["saved_view"]), state);
    }
    let one = save(&mut home, 0, "Un", "un");
    save(&mut home, 0, "Deux", "deux");
    let taken = SavedView { name: "deux".into(), ..one };
    serve(&mut home.store, Job::SaveView(Box::new(taken), at(6))).expect_err("two views of one name");
}
