//! The composer's help and its limits: saved replies, past answers, the charter, the second look.

use crate::given;
use crate::screen::Screen;
use ronde::app::dialog::Dialog;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::message::{Incoming, MessageState, Tone};
use ronde::domain::saved_reply::{SavedReply, Tongue};
use ronde::domain::suggest::Suggestion;
use ronde::domain::text::{MAX_BYTES, SafeText};
use ronde::domain::{BrandId, MessageId, SavedReplyId};
use ronde::store::serve;

/// A brand whose charter bans two words, with messages of these texts, oldest first, and saved replies.
fn inbox(texts: &[&str]) -> Screen {
    let mut home = given::store();
    let charter = Charter { banned: vec!["pas cher".into(), "détox".into()], ..Charter::default() };
    let brand = match home.ask(Job::SaveBrand(Box::new(Brand { charter, ..given::a_brand() }), given::at(0))) {
        Reply::Brand(brand) => brand.id,
        other => panic!("a brand, not {other:?}"),
    };
    let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    let incoming = texts.iter().zip(0..).map(|(text, number)| Incoming { text: (*text).into(), ..given::incoming(number) }).collect();
    given::take(&mut home, account, incoming);
    let reply =
        |name: &str, language, text: &str| SavedReply { id: SavedReplyId(0), brand, name: name.into(), language, text: text.into() };
    let replies = vec![
        reply("Livraison", Tongue::French, "Bonjour {prénom} ! Votre colis {numéro} se suit ici : {lien}. {compte}"),
        reply("Livraison", Tongue::English, "Hello {firstname}! Your parcel is here: {link}"),
        reply("Horaires", Tongue::French, "Ouvert du mardi au samedi."),
    ];
    home.ask(Job::SaveReplies(replies, given::at(0)));
    let mut screen = Screen::given(home, given::at(30));
    screen.keys("2");
    screen
}

fn typed(screen: &Screen) -> String {
    screen.model.inbox.composer.as_ref().expect("an answer is being written").field.text().to_owned()
}

fn suggested(screen: &mut Screen, message: MessageId) -> Vec<Suggestion> {
    match serve(&mut screen.store, Job::Suggest(message)) {
        Ok(Reply::Suggestions(_, found)) => found,
        other => panic!("suggestions, not {other:?}"),
    }
}

fn first(screen: &Screen) -> MessageId {
    screen.model.inbox.rows[0].message.id
}

fn replies(screen: &mut Screen) -> Vec<SavedReply> {
    match serve(&mut screen.store, Job::Load) {
        Ok(Reply::Workspace(workspace)) => workspace.saved_replies,
        other => panic!("a workspace, not {other:?}"),
    }
}

// ---- the charter

#[test]
fn a_banned_word_is_refused_by_its_name_whatever_its_case_and_accents() {
    let mut screen = inbox(&["Bonjour ?"]);
    for text in ["C’est PAS CHER !", "Une cure detox"] {
        screen.keys("r").type_text(text).keys("Ctrl+D");
        assert!(screen.says("est écarté par la charte"), "{}", screen.text());
        assert_eq!(typed(&screen), text);
        screen.keys("Ctrl+U Esc");
    }
    assert!(screen.model.dialog.is_none());
    screen.keys("r").type_text("Un produit détoxifiant").keys("Ctrl+D");
    assert!(matches!(screen.model.dialog, Some(Dialog::Menu(_))), "a part of a word is not the word: it may leave");
}

#[test]
fn banned_words_and_rules_are_written_in_the_notebook_and_undone_to_the_byte() {
    let mut screen = inbox(&["Bonjour ?"]);
    let before = screen.model.brand().expect("a brand").clone();
    screen.keys("7 End Up Up Up Up Enter");
    assert!(screen.says("Mots écartés"), "{}", screen.text());
    screen.type_text("promo").keys("Ctrl+D");
    assert_eq!(screen.model.brand().expect("a brand").charter.banned, ["pas cher".into(), "détox".into(), SafeText::from("promo")]);
    assert!(screen.says("3 mots"), "{}", screen.text());
    screen.keys("Down Down Enter").type_text("Restez courtois.").keys("Esc");
    assert_eq!(screen.model.brand().expect("a brand").charter.community.len(), 1);
    screen.keys("u u");
    assert_eq!(screen.model.brand(), Some(&before));
    screen.keys("U");
    assert_eq!(screen.model.brand().expect("a brand").charter.banned.len(), 3);
}

#[test]
fn an_answer_to_a_negative_message_is_read_once_more_and_only_ctrl_d_sends_it() {
    let mut screen = inbox(&["Votre service est lamentable"]);
    let message = first(&screen);
    serve(
        &mut screen.store,
        Job::Classify { messages: vec![message], change: ronde::app::effect::Classify::Tone(Tone::Negative), at: given::at(31) },
    )
    .expect("it is rated");
    screen.keys("1 2 r").type_text("Nous sommes désolés").keys("Ctrl+D");
    for words in ["Relisez avant d’envoyer", "Votre service est lamentable", "Nous sommes désolés", "Ctrl+D envoie"] {
        assert!(screen.says(words), "{words}\n{}", screen.text());
    }
    screen.keys("x");
    assert!(!screen.says("Relisez avant"), "{}", screen.text());
    assert_eq!(typed(&screen), "Nous sommes désolés", "the key that came back typed nothing");
    screen.keys("Ctrl+D Esc");
    assert!(screen.model.inbox.composer.is_some(), "Esc comes back to the text, too");
    screen.keys("Ctrl+D Ctrl+D");
    assert!(screen.says("Est-il envoyé"), "{}", screen.text());
}

#[test]
fn the_second_look_can_be_switched_off() {
    let mut screen = inbox(&["Votre service est lamentable"]);
    screen.keys("t -");
    screen.keys("7 End Up Up Up Enter");
    assert!(screen.says("Sans relecture"), "{}", screen.text());
    screen.keys("2 r").type_text("Nous sommes désolés").keys("Ctrl+D");
    assert!(screen.says("Est-il envoyé"), "{}", screen.text());
}

#[test]
fn who_speaks_is_in_sight_on_a_small_screen_however_long_the_name() {
    let mut home = given::store();
    let name = "Maison Brume et Compagnie des Brûleurs Réunis de la Loire";
    let brand = match home.ask(Job::SaveBrand(Box::new(Brand { name: name.into(), ..given::a_brand() }), given::at(0))) {
        Reply::Brand(brand) => brand.id,
        other => panic!("a brand, not {other:?}"),
    };
    let account = given::account_of(&mut home, brand, Network::Mastodon, Access::Manual);
    given::messages(&mut home, account, 1);
    let mut screen = Screen::given(home, given::at(10));
    screen.resize(80, 24).keys("2 r");
    assert!(screen.says("@brume@example.social · Maison Brume"), "{}", screen.text());
    assert!(screen.says("publi"), "{}", screen.text());
}

// ---- saved replies

#[test]
fn a_model_is_found_by_a_few_letters_filled_in_and_asked_about() {
    let mut screen = inbox(&["Bonjour, où est mon colis ?"]);
    screen.keys("m");
    assert!(screen.says("Modèles de réponse · français"), "{}", screen.text());
    screen.type_text("livr");
    assert!(screen.says("Bonjour Élodie ! Votre colis {numéro}"), "{}", screen.text());
    screen.keys("Enter");
    assert!(screen.says("Que mettre pour «\u{202f}numéro\u{202f}»"), "{}", screen.text());
    screen.type_text("LU-12").keys("Enter");
    assert!(screen.says("Que mettre pour «\u{202f}lien\u{202f}»"), "{}", screen.text());
    screen.keys("Esc");
    assert_eq!(typed(&screen), "Bonjour Élodie ! Votre colis LU-12 se suit ici : {lien}. @brume@example.social");
    screen.keys("Ctrl+D");
    assert!(screen.says("{lien} n’est pas rempli."), "{}", screen.text());
}

#[test]
fn the_variant_follows_the_language_of_the_message_and_tab_takes_the_other() {
    let mut screen = inbox(&["Hi, where is my parcel?"]);
    screen.keys("r Ctrl+T");
    assert!(screen.says("Modèles de réponse · anglais"), "{}", screen.text());
    assert!(screen.says("Hello Élodie! Your parcel"), "{}", screen.text());
    screen.keys("Tab");
    assert!(screen.says("Bonjour Élodie"), "{}", screen.text());
    screen.keys("Esc");
    assert_eq!(typed(&screen), "", "leaving inserts nothing");
}

#[test]
fn an_empty_shelf_says_the_next_step() {
    let mut screen = inbox(&["Bonjour ?"]);
    screen.keys("r Ctrl+T").type_text("zzzz");
    assert!(screen.says("Rien ne correspond"), "{}", screen.text());
    screen.keys("Ctrl+U Ctrl+G");
    assert!(screen.says("Aucune réponse passée"), "{}", screen.text());
}

#[test]
fn a_saved_reply_is_made_renamed_and_removed_in_the_notebook_and_undone() {
    let mut screen = inbox(&["Bonjour ?"]);
    let before = replies(&mut screen);
    screen.keys("7 , , , n").type_text("Merci").keys("Enter f").type_text("Merci {prénom} !").keys("Ctrl+D");
    assert!(screen.says("Modèle gardé"), "{}", screen.text());
    assert!(screen.says("Merci {prénom} !"), "{}", screen.text());
    screen.keys("n").type_text("Livraison").keys("Enter f");
    assert!(screen.says("existe déjà dans cette langue"), "{}", screen.text());
    screen.keys("Esc Home Down Enter n Ctrl+U").type_text("Horaires").keys("Enter");
    assert!(screen.says("Un autre modèle porte ce nom."), "{}", screen.text());
    screen.keys("Ctrl+U").type_text("Envois").keys("Enter");
    let renamed = replies(&mut screen);
    assert_eq!(renamed.iter().filter(|reply| reply.name.as_str() == "Envois").count(), 2, "both languages go along");
    screen.keys("x x");
    assert_eq!(replies(&mut screen).len(), 3);
    screen.keys("u u u");
    assert_eq!(replies(&mut screen), before);
    screen.keys("U U U");
    assert_eq!(replies(&mut screen).len(), 3);
    screen.restart();
    screen.keys("7 , , , u u u");
    assert_eq!(replies(&mut screen), before, "across a restart");
}

#[test]
fn a_saved_reply_without_a_text_is_not_made() {
    let mut screen = inbox(&["Bonjour ?"]);
    screen.keys("7 , , , n").type_text("Vide").keys("Enter f Ctrl+D");
    assert!(screen.says("Sans texte"), "{}", screen.text());
    assert_eq!(replies(&mut screen).len(), 3);
}

#[test]
fn saved_replies_of_another_brand_are_never_offered() {
    let mut screen = inbox(&["Bonjour ?"]);
    let other = Brand { id: BrandId(0), name: "Autre".into(), ..given::a_brand() };
    let Ok(Reply::Brand(other)) = serve(&mut screen.store, Job::SaveBrand(Box::new(other), given::at(1))) else { panic!("no brand") };
    let theirs = SavedReply { id: SavedReplyId(0), brand: other.id, name: "Secret".into(), language: Tongue::French, text: "x".into() };
    serve(&mut screen.store, Job::SaveReply(Box::new(theirs), given::at(1))).expect("it is written");
    screen.restart();
    screen.keys("2 m");
    assert!(screen.says("Horaires") && !screen.says("Secret"), "{}", screen.text());
}

// ---- past answers

/// Answers the first message listed, by hand.
fn answer(screen: &mut Screen, message: MessageId, text: &str, minute: i64) {
    let job = Job::Answer { message, text: text.into(), at: given::at(minute), sweep: None, by_hand: true };
    serve(&mut screen.store, job).expect("it is answered");
}

#[test]
fn the_answers_to_messages_like_this_one_are_suggested_without_the_former_name() {
    let mut screen = inbox(&[
        "Le coffret découverte existe-t-il en décaféiné ?",
        "Vos horaires du dimanche ?",
        "Bonjour, je cherche le coffret découverte décaféiné",
        "Le coffret découverte, en décaféiné ?",
    ]);
    let ids: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    answer(&mut screen, ids[0], "Bonjour Élodie, oui : choisissez « déca ».", 40);
    answer(&mut screen, ids[1], "Fermés le dimanche.", 41);
    answer(&mut screen, ids[2], "Bonjour Ava, oui : choisissez « déca ».", 42);
    let found = suggested(&mut screen, ids[3]);
    assert_eq!(found.len(), 1, "one answer to two people is suggested once: {found:?}");
    assert_eq!(found[0].answer.as_str(), "Bonjour {prénom}, oui : choisissez « déca ».");
    assert!(found.iter().all(|found| !found.answer.as_str().contains("dimanche")), "{found:?}");
    screen.keys("1 2 r");
    assert!(screen.says("déjà répondu"), "{}", screen.text());
    screen.keys("Ctrl+G Enter");
    assert_eq!(typed(&screen), "Bonjour Élodie, oui : choisissez « déca ».", "the name of who asks now");
    assert!(screen.model.held.is_empty(), "nothing is sent by itself");
}

#[test]
fn an_answer_that_was_undone_or_of_another_brand_is_not_suggested() {
    let mut screen = inbox(&["Le coffret décaféiné ?", "Encore le coffret décaféiné ?"]);
    let ids: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    answer(&mut screen, ids[0], "Oui.", 40);
    assert_eq!(suggested(&mut screen, ids[1]).len(), 1);
    let brand = screen.model.brand.expect("a brand");
    serve(&mut screen.store, Job::Undo(brand, given::at(41))).expect("it is undone");
    assert!(suggested(&mut screen, ids[1]).is_empty());
    serve(
        &mut screen.store,
        Job::Decide { messages: vec![ids[0]], state: MessageState::Closed, at: given::at(42), sweep: None, reason: "".into() },
    )
    .expect("it is closed");
    assert!(suggested(&mut screen, ids[1]).is_empty());
    assert!(suggested(&mut screen, MessageId(9_999)).is_empty());
}

#[test]
fn the_demo_has_models_and_past_answers_at_hand() {
    let mut screen = Screen::demo();
    screen.keys("2 m");
    assert!(screen.says("Colis en retard"), "{}", screen.text());
    screen.keys("Esc Esc");
    let rows: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    let found = rows.iter().filter(|id| !suggested(&mut screen, **id).is_empty()).count();
    assert!(found >= 1, "{found} of {}", rows.len());
}

// ---- what is too long

#[test]
fn a_paste_that_can_not_fit_is_refused_whole_and_the_text_stays() {
    let mut screen = inbox(&["Bonjour ?"]);
    screen.keys("r").type_text("Merci").paste(&"0123456789".repeat(1_000_000));
    assert!(screen.says("Trop long pour être collé"), "{}", screen.text());
    assert_eq!(typed(&screen), "Merci");
    screen.paste(&"a b ".repeat(MAX_BYTES / 8));
    let kept = typed(&screen).len();
    screen.paste(&"a b ".repeat(MAX_BYTES / 8));
    assert!(screen.says("Trop long pour être collé"), "{}", screen.text());
    assert_eq!(typed(&screen).len(), kept);
    screen.type_text("!");
    assert!(typed(&screen).ends_with('!'), "and typing goes on");
}
