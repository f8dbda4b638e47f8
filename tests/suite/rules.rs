//! Rules and what they propose, type and tone by hand: keys in, the screen and the file out.

use crate::dump;
use crate::given::{self, Home, at, incoming};
use crate::screen::Screen;
use ronde::app::effect::{Job, ProposeFrom, RuleJob, RuleReply};
use ronde::app::event::{Reply, Row};
use ronde::domain::message::{Incoming, Message, MessageKind, StateName, Tone};
use ronde::domain::query::View;
use ronde::domain::rule::{Conditions, Only, Proposes, Rule, keywords};
use ronde::domain::text::SafeText;
use ronde::domain::{BrandId, MessageId};
use ronde::lang::Lang;
use ronde::store::serve;

/// All that the CM can change around messages and rules, as another program reads it.
const TABLES: &[&str] = &["message", "rule", "label", "message_label", "counter", "sweep_item", "draft"];

fn said(number: i64, text: &str) -> Incoming {
    Incoming { text: SafeText::clean(text), ..incoming(number) }
}

fn rule(name: &str, conditions: Conditions, proposes: Proposes) -> Rule {
    Rule { name: name.into(), conditions, proposes, ..Rule::new(BrandId(1)) }
}

fn words(typed: &str) -> Conditions {
    Conditions { keywords: keywords(typed), ..Conditions::default() }
}

fn complaint() -> Proposes {
    Proposes { kind: Some(MessageKind::Complaint), tone: Some(Tone::Negative), label: Some("SAV".into()), ..Proposes::default() }
}

fn spam() -> Proposes {
    Proposes { kind: Some(MessageKind::Spam), close: true, ..Proposes::default() }
}

fn add(home: &mut Home, rules: &[Rule]) {
    home.ask(Job::Rule(RuleJob::Add(rules.to_vec(), at(0))));
    home.ask(Job::Rule(RuleJob::Propose(BrandId(1), ProposeFrom::Start)));
}

/// A home with two rules, and four messages: one to complain, one of a link alone, two of neither.
fn home() -> Home {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let link = Conditions { only: Some(Only::Link), ..Conditions::default() };
    add(&mut home, &[rule("Réclamations", words("arnaque, pas reçu"), complaint()), rule("Liens seuls", link, spam())]);
    let four = [said(0, "Bonjour"), said(1, "https://gain.example/x"), said(2, "Toujours PAS RECU !"), said(3, "Merci à vous")];
    given::take(&mut home, account, four.to_vec());
    home
}

fn current(screen: &Screen) -> Row {
    screen.model.inbox.rows[screen.model.inbox.cursor].clone()
}

fn message(screen: &mut Screen, id: MessageId) -> Message {
    match serve(&mut screen.store, Job::Open(id)) {
        Ok(Reply::Opened(Some(opened))) => opened.message,
        other => panic!("a message, not {other:?}"),
    }
}

fn dump(screen: &Screen) -> Vec<String> {
    dump::of(&screen.path(), TABLES)
}

fn same(screen: &Screen, before: &[String]) {
    dump::same_but_zeros(&dump(screen), before);
}

/// The screen has this, whatever spaces French sets it with.
fn shows(screen: &Screen, words: &str) {
    let text = screen.text().replace(['\u{202f}', '\u{a0}'], " ").replace('’', "'");
    assert!(text.contains(words), "« {words} » is not on this screen:\n{text}");
}

// ---- type and tone by hand

#[test]
fn a_type_takes_two_keys_and_a_tone_one_more() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 End");
    let id = current(&screen).message.id;
    screen.keys("t");
    shows(&screen, "p plainte");
    screen.keys("p -");
    let now = message(&mut screen, id);
    assert_eq!((now.kind, now.tone), (MessageKind::Complaint, Tone::Negative));
    assert_eq!(current(&screen).message.id, id, "the cursor went up with its message\n{}", screen.text());
    screen.keys("End t +");
    let other = current(&screen).message;
    assert_eq!((other.kind, other.tone), (MessageKind::Unsorted, Tone::Positive));
    assert_ne!(other.id, id);
}

#[test]
fn the_cursor_goes_with_its_message_over_pages_and_stays_where_nothing_moves() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, (0..70).map(incoming).collect());
    let mut screen = Screen::given(home, at(100));
    screen.keys("2 End k k");
    let (id, place) = (current(&screen).message.id, screen.model.inbox.cursor);
    screen.keys("t q");
    assert_eq!((current(&screen).message.id, screen.model.inbox.cursor), (id, place), "a question moves nothing");
    assert!(screen.model.inbox.above);
    screen.keys("t p");
    assert_eq!(current(&screen).message.id, id);
    assert_eq!((screen.model.inbox.cursor, screen.model.inbox.above), (0, false), "a complaint jumps up, the cursor with it");
}

#[test]
fn a_message_that_leaves_a_filtered_list_leaves_the_cursor_on_its_line() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 * t q /").type_text("type:question").keys("Enter Home j");
    let (id, next) = (current(&screen).message.id, screen.model.inbox.rows[2].message.id);
    screen.keys("t m");
    assert_eq!((screen.model.inbox.rows.len(), current(&screen).message.id), (3, next));
    assert_ne!(id, next);
}

#[test]
fn after_a_type_any_other_key_means_what_it_always_means() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 End");
    let id = current(&screen).message.id;
    screen.keys("t q a");
    let now = message(&mut screen, id);
    assert_eq!((now.kind, now.state.name()), (MessageKind::Question, StateName::Closed));
    screen.keys("t q").tick(9).keys("-");
    assert_eq!(screen.model.tab, ronde::app::model::Tab::Report, "much later a sign is a sign again");
}

#[test]
fn letters_of_both_languages_are_heard() {
    for (lang, letters) in [
        (Lang::Fr, "q:question p:complaint a:purchase b:purchase c:praise r:praise m:mention s:spam"),
        (Lang::En, "q:question c:complaint p:complaint b:purchase a:purchase r:praise m:mention s:spam"),
    ] {
        let mut screen = Screen::given(home(), at(10));
        screen.lang(lang).keys("2 End");
        let id = current(&screen).message.id;
        for pair in letters.split(' ') {
            let (letter, kind) = pair.split_once(':').expect("a pair");
            screen.keys(&format!("t {letter} Esc"));
            assert_eq!(message(&mut screen, id).kind.code(), kind, "{lang:?} {letter}");
        }
    }
}

#[test]
fn a_letter_that_is_no_type_says_so_and_the_panel_stays() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 t z");
    shows(&screen, "z n'est pas un type");
    screen.keys("m");
    assert_eq!(current(&screen).message.kind, MessageKind::Mention);
    screen.keys("t Esc");
    assert!(screen.model.dialog.is_none());
}

#[test]
fn all_marked_are_classified_and_the_dot_repeats_both() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2");
    let all: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    screen.keys("Home Space Space t");
    shows(&screen, "pour 2 messages");
    screen.keys("q =");
    for id in &all[..2] {
        let now = message(&mut screen, *id);
        assert_eq!((now.kind, now.tone), (MessageKind::Question, Tone::Neutral));
    }
    let unsorted = screen.model.inbox.rows.iter().position(|row| row.message.kind == MessageKind::Unsorted).expect("one is left");
    screen.keys("Home");
    for _ in 0..unsorted {
        screen.keys("j");
    }
    let id = current(&screen).message.id;
    screen.keys(".");
    let now = message(&mut screen, id);
    assert_eq!((now.kind, now.tone), (MessageKind::Question, Tone::Neutral));
}

#[test]
fn each_of_them_is_undone_to_the_byte() {
    for keys in ["t q", "t s", "t -", "t p", "!", "y", "N", "* y", "* N"] {
        let mut screen = Screen::given(home(), at(10));
        screen.keys("2");
        let before = dump(&screen);
        let place = current(&screen);
        screen.keys(keys);
        assert_ne!(dump(&screen), before, "{keys} changes something\n{}", screen.text());
        let after = dump(&screen);
        screen.keys("u");
        same(&screen, &before);
        assert_eq!(current(&screen).message, place.message, "{keys}");
        screen.keys("U");
        same(&screen, &after);
        screen.restart();
        screen.keys("u");
        same(&screen, &before);
    }
}

// ---- what the rules propose

#[test]
fn what_is_proposed_is_marked_and_goes_first_but_nothing_is_decided() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2");
    let first = current(&screen).message;
    assert_eq!(first.text.as_str(), "Toujours PAS RECU !", "a proposed complaint is first");
    assert_eq!((first.kind, first.state.name()), (MessageKind::Unsorted, StateName::Open));
    shows(&screen, "plainte ?");
    shows(&screen, "spam ?");
    shows(&screen, "? Proposé : plainte, négatif");
    shows(&screen, "par la règle « Réclamations »");
    shows(&screen, "y accepter · N laisser");
    assert_eq!(screen.model.inbox.open_count, 4, "a proposed close closes nothing");
}

#[test]
fn a_proposal_is_taken_by_one_key_with_its_label() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2");
    let id = current(&screen).message.id;
    screen.keys("y");
    shows(&screen, "Accepté : plainte, négatif, étiquette SAV");
    let now = message(&mut screen, id);
    assert_eq!((now.kind, now.tone, now.proposal), (MessageKind::Complaint, Tone::Negative, None));
    assert_eq!(now.state.name(), StateName::Open);
    assert_eq!(current(&screen).message.id, id, "it is still to be answered");
    let labelled = dump(&screen).into_iter().filter(|line| line.starts_with("message_label:")).count();
    assert_eq!(labelled, 1);
    screen.keys("y");
    shows(&screen, "Rien n'est proposé pour ce message");
}

#[test]
fn a_proposed_close_is_taken_by_a_key_and_is_the_outcome() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 j");
    let spam = screen.model.inbox.rows.iter().position(|row| row.message.text.as_str().starts_with("https")).expect("the link");
    screen.keys("Home");
    for _ in 0..spam {
        screen.keys("j");
    }
    let id = current(&screen).message.id;
    screen.keys("y");
    let now = message(&mut screen, id);
    assert_eq!((now.kind, now.state.name()), (MessageKind::Spam, StateName::Closed));
    assert_eq!(screen.model.inbox.open_count, 3);
    assert_ne!(current(&screen).message.id, id, "the next message follows");
}

#[test]
fn a_proposal_that_is_left_does_not_come_back() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2");
    let id = current(&screen).message.id;
    screen.keys("N");
    shows(&screen, "Laissé : plainte");
    assert_eq!(message(&mut screen, id).proposal, None);
    screen.keys("7 , , , , Space");
    shows(&screen, "à l'arrêt");
    screen.keys("Space 2");
    assert_eq!(message(&mut screen, id).proposal, None, "also when the rules change");
}

#[test]
fn an_outcome_or_a_type_of_the_cm_ends_what_was_proposed() {
    for keys in ["a", "s 2", "t m"] {
        let mut screen = Screen::given(home(), at(10));
        screen.keys("2");
        let id = current(&screen).message.id;
        screen.keys(keys);
        assert_eq!(message(&mut screen, id).proposal, None, "{keys}");
    }
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2");
    let id = current(&screen).message.id;
    screen.keys("t +");
    let now = message(&mut screen, id);
    let proposal = now.proposal.expect("the type is still proposed");
    assert_eq!((now.tone, proposal.kind, proposal.tone), (Tone::Positive, Some(MessageKind::Complaint), None));
}

#[test]
fn all_marked_are_taken_by_one_key_within_a_sweep_too() {
    let mut screen = Screen::given(home(), at(10));
    screen.keys("2 S * y");
    let receipt = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt;
    assert_eq!((receipt.closed, receipt.done()), (1, 1), "the close that was taken counts");
    assert_eq!(screen.model.inbox.rows.len(), 3);
    screen.keys("u");
    let receipt = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt;
    assert_eq!(receipt.done(), 0);
}

#[test]
fn an_edit_of_the_author_is_held_against_the_rules_again() {
    let mut home = home();
    let account = given::account(&mut home, BrandId(1));
    given::take(&mut home, account, vec![said(9, "Tout va bien")]);
    given::take(&mut home, account, vec![said(9, "En fait, c’est une arnaque")]);
    let rows = given::rows(&mut home, BrandId(1), View::Open, "arnaque");
    assert!(rows[0].message.proposal.is_some());
}

#[test]
fn a_brand_without_rules_gets_no_proposals_and_brands_never_mix() {
    let mut home = home();
    let other = match home.ask(Job::SaveBrand(Box::new(ronde::domain::brand::Brand { name: "Autre".into(), ..given::a_brand() }), at(0))) {
        Reply::Brand(brand) => brand.id,
        other => panic!("a brand, not {other:?}"),
    };
    let account = given::account(&mut home, other);
    given::take(&mut home, account, vec![said(5, "arnaque")]);
    assert_eq!(given::rows(&mut home, other, View::Open, "")[0].message.proposal, None);
}

#[test]
fn open_messages_are_held_against_changed_rules_in_batches_and_after_a_cut_at_the_next_start() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, (0..450).map(|number| said(number, if number % 3 == 0 { "arnaque" } else { "merci" })).collect());
    home.ask(Job::Rule(RuleJob::Save(Box::new(rule("Réclamations", words("arnaque"), complaint())), at(0))));
    let mut from = ProposeFrom::Unfinished;
    let (mut batches, mut changed) = (0, 0);
    loop {
        let Reply::Rule(RuleReply::Proposed(progress)) = home.ask(Job::Rule(RuleJob::Propose(brand, from))) else { panic!("progress") };
        batches += 1;
        changed += progress.changed;
        assert!(progress.looked <= 200);
        let Some(next) = progress.next else { break };
        from = ProposeFrom::After(next);
    }
    assert_eq!((batches >= 3, changed), (true, 150));
    let rows = given::rows(&mut home, brand, View::Open, "");
    assert!(rows[..150].iter().all(|row| row.message.proposal.is_some()), "they stand first");
    let again = home.ask(Job::Rule(RuleJob::Propose(brand, ProposeFrom::Unfinished)));
    assert!(matches!(again, Reply::Rule(RuleReply::Proposed(progress)) if progress.looked == 0), "nothing is left to do");
}

// ---- the page of rules

fn notebook(home: Home) -> Screen {
    let mut screen = Screen::given(home, at(10));
    screen.keys("7 , , , ,");
    screen
}

#[test]
fn a_rule_is_written_in_fields_and_tried_as_it_is_written() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, vec![said(0, "Où est mon colis ?"), said(1, "Le colis est cassé"), said(2, "Merci")]);
    let mut screen = notebook(home);
    shows(&screen, "Aucune règle");
    screen.keys("n").type_text("Colis").keys("Tab").type_text("colis").keys("Tab Tab Tab Tab Tab Tab Tab Tab Right Right");
    shows(&screen, "2 des 3 derniers messages");
    shows(&screen, "Le colis est cassé");
    shows(&screen, "Proposerait : plainte");
    screen.keys("Up Up Up Up Up Up Up Up").type_text(", cassé").keys("Down Right");
    shows(&screen, "1 des 3 derniers messages");
    screen.keys("Ctrl+D");
    shows(&screen, "Règle « Colis » enregistrée");
    assert_eq!(screen.model.notebook.rules.list.len(), 1);
    screen.keys("2");
    shows(&screen, "plainte ?");
}

#[test]
fn the_messages_found_are_walked_through() {
    let mut screen = notebook(home());
    screen.keys("Enter BackTab");
    shows(&screen, "Toujours PAS RECU !");
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, (0..9).map(|number| said(number, &format!("colis numéro {number}"))).collect());
    add(&mut home, &[rule("Colis", words("colis"), complaint())]);
    let mut screen = notebook(home);
    screen.keys("Enter BackTab Down Down");
    assert_eq!(screen.model.notebook.rules.editor.as_ref().expect("the editor").row, 2);
    screen.keys("Esc");
    assert!(screen.model.notebook.rules.editor.is_none(), "nothing was written, nothing is asked");
}

#[test]
fn what_a_rule_lacks_is_said_where_it_lacks() {
    let mut screen = notebook(home());
    screen.keys("n Ctrl+D");
    shows(&screen, "Il lui faut un nom");
    screen.type_text("réclamations").keys("Ctrl+D");
    shows(&screen, "Une autre règle porte ce nom");
    screen.type_text(" bis").keys("Ctrl+D");
    shows(&screen, "Il manque une condition");
    screen.type_text(" , ,").keys("Ctrl+D");
    shows(&screen, "Un mot est vide");
    screen.type_text("colis").keys("Ctrl+D");
    shows(&screen, "Elle ne propose rien");
    screen.keys("Up Up Up Up Up").type_text("1a2").keys("Down").type_text("5").keys("Ctrl+D");
    let draft = screen.model.notebook.rules.editor.as_ref().expect("the editor").draft();
    assert_eq!(draft.conditions.longer.or(draft.conditions.shorter), Some(12), "lengths are digits alone");
    screen.keys("Esc");
    shows(&screen, "La règle n'est pas enregistrée");
    screen.keys("Enter");
    assert!(screen.model.notebook.rules.editor.is_some(), "the safe choice is first");
    screen.keys("Esc x");
    assert!(screen.model.notebook.rules.editor.is_none());
    assert_eq!(screen.model.notebook.rules.list.len(), 2);
}

#[test]
fn rules_are_switched_ordered_removed_and_all_of_it_undone_to_the_byte() {
    for keys in ["Space", "Shift+Down", "x", "Enter Tab Ctrl+U x y z Ctrl+D", "m 1", "m t"] {
        let mut screen = notebook(home());
        let before = dump(&screen);
        let list = screen.model.notebook.rules.list.clone();
        screen.keys(keys);
        assert_ne!(dump(&screen), before, "{keys}\n{}", screen.text());
        let after = dump(&screen);
        screen.keys("u");
        same(&screen, &before);
        assert_eq!(screen.model.notebook.rules.list, list, "{keys}");
        screen.keys("U");
        same(&screen, &after);
        screen.restart();
        screen.keys("u");
        same(&screen, &before);
    }
}

#[test]
fn the_first_rule_is_heard_first_and_the_order_is_changed_by_a_key() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, vec![said(0, "colis")]);
    add(&mut home, &[rule("Un", words("colis"), spam()), rule("Deux", words("colis"), complaint())]);
    let mut screen = notebook(home);
    let kind = |screen: &mut Screen| message(screen, MessageId(1)).proposal.expect("a proposal").kind;
    assert_eq!(kind(&mut screen), Some(MessageKind::Spam));
    screen.keys("Shift+Down");
    assert_eq!(kind(&mut screen), Some(MessageKind::Complaint));
    assert_eq!(screen.model.notebook.row(), 1, "the cursor goes with its rule");
    screen.keys("Shift+Down x");
    assert_eq!(kind(&mut screen), Some(MessageKind::Complaint), "the other one is left alone");
}

/// Where the signs of frames stand on every screen that has to do with rules, with `words` in every field.
fn frames(words_given: &str) -> Vec<Vec<(u16, u16)>> {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let name: String = words_given.chars().take(20).collect();
    let proposes = Proposes { label: Some(SafeText::line(&format!("l{name}"))), ..complaint() };
    add(&mut home, &[rule(&format!("r{name}"), words(&format!("w{name}")), proposes)]);
    given::take(&mut home, account, vec![said(0, &format!("w{name} {words_given}")), said(1, words_given)]);
    let mut screen = Screen::given(home, at(10));
    screen.keys("7 , , , ,");
    let mut frames = Vec::new();
    for (width, height) in [(100, 30), (80, 24), (60, 16)] {
        screen.resize(width, height);
        for keys in ["2", "t", "Esc 7", "Enter", "BackTab", "Esc m", "Esc"] {
            screen.keys(keys);
            let (buffer, _) = screen.frame();
            let places = (0..buffer.area.height).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y)));
            let symbol = |(x, y): (u16, u16)| buffer[(x, y)].symbol();
            assert!(places.clone().all(|place| symbol(place).len() <= 32 && !symbol(place).contains(char::is_control)), "{words_given:?}");
            frames.push(places.filter(|place| "│┌┐└┘".contains(symbol(*place)) && !symbol(*place).is_empty()).collect());
        }
    }
    frames
}

#[test]
fn hostile_words_in_rules_and_messages_leave_every_border_in_its_cell() {
    let calm = frames("calme");
    for hostile in [
        "\u{1b}]52;c;x\u{7}a",
        "a\u{202e}b\u{9b}2J",
        "Z\u{361}\u{335}\u{322}\u{361}\u{335}",
        "👩‍👩‍👧‍👦🇫🇷❤️",
        "日本語日本語日本語日本語日本語",
        &"x".repeat(4000),
    ] {
        for (place, (frame, calm)) in frames(hostile).iter().zip(&calm).enumerate() {
            assert_eq!(frame, calm, "{hostile:?}, screen {place}");
        }
    }
}

#[test]
fn the_demo_proposes_and_every_screen_of_it_says_so_in_both_languages() {
    for (lang, proposed) in [(Lang::Fr, "achat\u{202f}?"), (Lang::En, "purchase?")] {
        let mut screen = Screen::demo_in(lang);
        screen.keys("2");
        assert!(screen.says(proposed), "{}", screen.text());
        screen.keys("7 , , , ,");
        assert_eq!(screen.model.notebook.rules.list.len(), 6);
    }
}
