//! The queue: keys in, screen out.

use crate::alone::Screen;
use crate::given::{a_brand, an_account, at};
use ronde::app::effect::{Desktop, EditWhat, Job};
use ronde::app::event::{Event, Reply};
use ronde::domain::ContactId;
use ronde::domain::account::{Access, Account, Network};
use ronde::domain::brand::Brand;
use ronde::domain::contact::Contact;
use ronde::domain::delivery::Stage;
use ronde::domain::post::{ApprovalOf, PostState};
use ronde::store::{Store, serve};

/// A brand with a Mastodon account and an Instagram kept by hand, the queue open.
fn queue_of(brand: Brand, validators: &[&str]) -> Screen {
    let mut store = Store::in_memory().expect("a store in memory");
    let mut ask = |job| serve(&mut store, job).expect("the job is carried out");
    let Reply::Brand(brand) = ask(Job::SaveBrand(Box::new(brand), at(0))) else { panic!("a brand") };
    let mastodon = Account { handle: "@brume".into(), ..an_account(brand.id, Network::Mastodon) };
    let instagram = an_account(brand.id, Network::Instagram);
    let by_hand = Account { access: Access::Manual, handle: "@brume.cafe".into(), server: "".into(), remote_id: "".into(), ..instagram };
    for account in [mastodon, by_hand] {
        ask(Job::SaveAccount(Box::new(account), at(0)));
    }
    for name in validators {
        let contact = Contact {
            id: ContactId(0),
            brand: brand.id,
            name: (*name).into(),
            role: "direction".into(),
            email: "".into(),
            validates: true,
            receives_reports: false,
        };
        ask(Job::SaveContact(Box::new(contact), at(0)));
    }
    let mut screen = Screen::over(store, at(0));
    screen.keys("4");
    screen
}

fn queue() -> Screen {
    queue_of(a_brand(), &[])
}

/// A post that is validated and lacks its hour alone.
fn approved(screen: &mut Screen) {
    screen.keys("n");
    screen.type_text("Torréfaction");
    screen.keys("Enter Shift+Right");
    screen.type_text("19/11");
    screen.keys("Enter v e");
    screen.type_text("Derrière chaque tasse, 14 minutes.");
    screen.keys("Tab Space Esc v");
}

#[test]
fn an_empty_queue_says_how_to_begin() {
    let screen = queue();
    screen.shows("Aucun contenu pour l'instant. n note une idée");
}

#[test]
fn an_idea_is_a_title_and_stands_in_the_first_column() {
    let mut screen = queue();
    screen.keys("n");
    screen.shows("Nouvelle idée");
    screen.type_text("Portrait d'Aïcha");
    screen.keys("Enter");
    screen.shows("Idées 1");
    screen.shows("Portrait d'Aïcha");
    screen.shows("Idée notée.");
}

#[test]
fn an_idea_without_a_title_stays_in_its_question() {
    let mut screen = queue();
    screen.keys("n Enter");
    screen.shows("Donnez-lui un titre.");
}

#[test]
fn a_post_goes_from_the_idea_to_its_hour_by_keys_alone() {
    let mut screen = queue();
    approved(&mut screen);
    screen.shows("Contenu validé (moi).");
    screen.keys("h");
    screen.shows("Quand publier ?");
    screen.type_text("15:00");
    screen.keys("Enter");
    screen.shows("Programmé jeu. 19 nov. à 15:00");
    screen.shows("Programmé 1");
    let post = screen.post();
    assert_eq!(post.state, PostState::Scheduled);
    assert_eq!(post.due.map(|due| due.to_rfc3339()).as_deref(), Some("2026-11-19T14:00:00+00:00"));
    let Reply::Deliveries(moving) = screen.ask(Job::Moving) else { panic!("deliveries") };
    assert_eq!(moving.len(), 1, "one delivery for the one connected account");
}

#[test]
fn the_counter_is_that_of_each_chosen_account() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Long");
    screen.keys("Enter e");
    screen.paste(&"mot ".repeat(130));
    screen.keys("Tab Space Down Space");
    screen.shows("[x] MA @brume");
    screen.shows("⚠ 520/500");
    screen.shows("✓ 520/2 200");
}

#[test]
fn a_text_over_the_limit_is_not_scheduled_and_says_by_how_much() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("e");
    screen.paste(&"mot ".repeat(130));
    screen.keys("Esc v");
    screen.shows("Trop long de 54 caractères pour @brume (554 sur 500)");
    screen.keys("h");
    assert_ne!(screen.post().state, PostState::Scheduled);
}

#[test]
fn an_account_can_say_it_in_its_own_words() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("e Tab Enter");
    screen.shows("Texte pour @brume seulement");
    screen.type_text("Court");
    screen.keys("Esc");
    screen.shows("texte à part");
    screen.keys("Esc");
    let post = screen.post();
    assert_eq!(post.text_of(&post.variants[0]).as_str(), "Court");
    assert_eq!(post.text.as_str(), "Derrière chaque tasse, 14 minutes.");
}

#[test]
fn an_edit_after_a_validation_voids_it_and_says_so() {
    let mut screen = queue();
    approved(&mut screen);
    assert!(screen.post().approval(ApprovalOf::Content).is_some());
    screen.keys("e");
    screen.shows("le modifier annule sa validation");
    screen.type_text("!");
    screen.shows("le contenu est de nouveau à valider (v)");
    assert!(screen.post().approval(ApprovalOf::Content).is_none());
}

#[test]
fn nothing_typed_is_lost_while_the_file_is_slow() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Lent");
    screen.keys("Enter e");
    screen.slow = true;
    screen.type_text("un texte tapé vite");
    assert_eq!(screen.jobs_waiting(), 1, "one request at a time");
    screen.keys("Esc");
    screen.shows("un texte tapé vite");
    screen.let_write();
    screen.shows("Contenu gardé.");
    assert_eq!(screen.post().text.as_str(), "un texte tapé vite");
}

#[test]
fn leaving_the_app_keeps_what_is_typed() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Adieu");
    screen.keys("Enter e");
    screen.slow = true;
    screen.type_text("presque perdu");
    screen.hear(Event::Hangup);
    screen.let_write();
    assert_eq!(screen.post().text.as_str(), "presque perdu");
    assert!(screen.left);
}

#[test]
fn an_hour_that_is_past_or_absent_is_refused_and_another_is_offered() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("h Ctrl+U");
    screen.type_text("4/11 9:00");
    screen.keys("Enter");
    screen.shows("Cette heure est passée.");
    screen.keys("Ctrl+U");
    screen.type_text("2027-03-28 2:30");
    screen.keys("Enter");
    screen.shows("02:30 n'existe pas ce jour-là");
    screen.shows("28/03 03:00");
    screen.keys("Enter");
    assert_eq!(screen.post().due.map(|due| due.to_rfc3339()).as_deref(), Some("2027-03-28T01:00:00+00:00"));
}

#[test]
fn a_step_that_lacks_something_says_what_and_which_key_gives_it() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Pas prêt");
    screen.keys("Enter h");
    screen.shows("Il manque un compte où publier");
    screen.keys("Shift+Right");
    screen.type_text("20/11");
    screen.keys("Enter Shift+Right");
    screen.shows("Il manque la validation du plan : v la note.");
}

#[test]
fn another_validates_and_their_words_are_kept() {
    let mut screen = queue_of(Brand { validates_alone: false, ..a_brand() }, &["Paul"]);
    screen.keys("n");
    screen.type_text("Marché");
    screen.keys("Enter Shift+Right");
    screen.type_text("20/11");
    screen.keys("Enter v");
    screen.shows("Qui valide le plan ?");
    screen.hides("Moi, maintenant");
    screen.keys("1");
    screen.shows("En quels mots ?");
    screen.type_text("parfait");
    screen.keys("Enter");
    screen.shows("plan ✓ Paul");
    let post = screen.post();
    assert_eq!(post.approvals[0].words.as_str(), "parfait");
    assert_eq!(post.state, PostState::Drafting);
}

#[test]
fn passing_a_validation_over_asks_for_a_reason_and_keeps_it() {
    let mut screen = queue_of(Brand { validates_alone: false, ..a_brand() }, &["Paul"]);
    screen.keys("n");
    screen.type_text("Urgent");
    screen.keys("Enter Shift+Right");
    screen.type_text("20/11");
    screen.keys("Enter v p Enter");
    screen.shows("Une raison est nécessaire.");
    screen.type_text("Paul est absent");
    screen.keys("Enter");
    screen.shows("plan : passé outre");
    let post = screen.post();
    assert!(post.approvals[0].passed_over);
    assert_eq!(post.approvals[0].words.as_str(), "Paul est absent");
}

#[test]
fn a_pause_takes_the_delivery_back() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("h");
    screen.type_text("15:00");
    screen.keys("Enter s");
    screen.shows("En pause : rien ne partira");
    assert_eq!(screen.post().state, PostState::Drafting);
    let Reply::Deliveries(moving) = screen.ask(Job::Moving) else { panic!("deliveries") };
    assert!(moving.iter().all(|delivery| delivery.journey.stage() == Stage::TakenBack), "{moving:?}");
}

#[test]
fn another_hour_is_validated_again_by_the_one_who_validates_alone() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("h");
    screen.type_text("15:00");
    screen.keys("Enter h Ctrl+U");
    screen.type_text("21/11 9h30");
    screen.keys("Enter");
    screen.shows("Programmé sam. 21 nov. à 09:30");
    let post = screen.post();
    assert_eq!(post.state, PostState::Scheduled);
    assert_eq!(post.due.map(|due| due.to_rfc3339()).as_deref(), Some("2026-11-21T08:30:00+00:00"));
}

#[test]
fn a_brand_on_hold_schedules_nothing() {
    let mut screen = queue_of(Brand { on_hold: true, ..a_brand() }, &[]);
    approved(&mut screen);
    screen.keys("h");
    screen.shows("La marque est en pause : rien n'est programmé.");
}

#[test]
fn the_month_begins_on_monday_and_a_post_is_planned_on_its_day() {
    let mut screen = queue();
    screen.keys(",");
    screen.shows("Novembre 2026");
    screen.shows("[4]");
    screen.keys("Right Right Enter");
    screen.shows("Nouveau contenu pour ven. 6 nov.");
    screen.type_text("Concours");
    screen.keys("Enter");
    screen.shows("~ Concours");
    assert_eq!(screen.post().day.map(|day| day.to_string()).as_deref(), Some("2026-11-06"));
    screen.keys("Shift+Right");
    assert_eq!(screen.post().day.map(|day| day.to_string()).as_deref(), Some("2026-11-07"));
    screen.keys("PageDown");
    screen.shows("Décembre 2026");
}

#[test]
fn a_narrow_board_shows_three_columns_around_the_cursor() {
    let mut screen = queue();
    approved(&mut screen);
    screen.resize(80, 24);
    screen.shows("Programmé 1");
    screen.hides("Idées 0");
    screen.keys("Left Left Left Left");
    screen.shows("Idées 0");
    screen.hides("Programmé 1");
}

#[test]
fn a_file_without_alt_text_is_warned_of() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Image");
    screen.keys("Enter e Tab Tab Enter");
    screen.shows("Quel fichier ?");
    screen.type_text("atelier.jpg");
    screen.keys("Enter Enter");
    screen.shows("atelier.jpg · texte alternatif : manquant ⚠");
    screen.keys("Enter");
    screen.type_text("Aïcha devant le torréfacteur");
    screen.keys("Enter");
    screen.shows("atelier.jpg · Aïcha devant le torréfacteur");
}

#[test]
fn the_text_comes_back_from_the_own_editor() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Dehors");
    screen.keys("Enter e Ctrl+E");
    let Some(Desktop::Edit { what: EditWhat::Post(post, None), .. }) = screen.desktop.last().cloned() else {
        panic!("the editor is asked for")
    };
    screen.hear(Event::Edited(EditWhat::Post(post, None), Some("écrit dehors".into())));
    screen.shows("écrit dehors");
    assert_eq!(screen.post().text.as_str(), "écrit dehors");
}

#[test]
fn done_proposes_the_next_step() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Suite");
    screen.keys("Enter e");
    screen.type_text("texte");
    screen.keys("Ctrl+D");
    screen.shows("Prochaine étape");
    screen.shows("Faire valider le plan");
}

#[test]
fn a_clone_is_an_idea_of_the_same_content() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("C");
    screen.shows("Idées 1");
    let all = screen.posts();
    let copy = all.iter().find(|post| post.state == PostState::Idea).expect("the clone");
    assert_eq!(copy.text.as_str(), "Derrière chaque tasse, 14 minutes.");
    assert_eq!(copy.variants.len(), 1);
}

#[test]
fn an_archived_post_leaves_the_board_and_comes_back_by_undo() {
    let mut screen = queue();
    screen.keys("n");
    screen.type_text("Passager");
    screen.keys("Enter a");
    screen.shows("Archivé (u annule).");
    screen.hides("Passager");
    screen.keys("u");
    screen.shows("Passager");
}

#[test]
fn the_queue_speaks_english() {
    let mut screen = queue().in_english();
    approved(&mut screen);
    screen.shows("To validate 0");
    screen.shows("content ✓");
    screen.keys("h");
    screen.shows("When does it leave?");
}

#[test]
fn another_day_keeps_the_hour_that_was_given() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("h");
    screen.type_text("15:00");
    screen.keys("Enter e Tab Tab Tab Ctrl+U");
    screen.type_text("20/11");
    screen.keys("Esc");
    let post = screen.post();
    assert_eq!(post.due.map(|due| due.to_rfc3339()).as_deref(), Some("2026-11-20T14:00:00+00:00"));
    assert_eq!(post.state, PostState::Planned, "another day is another plan");
}

#[test]
fn what_is_published_by_hand_is_said_by_hand() {
    let mut screen = queue();
    approved(&mut screen);
    // Instagram in the place of Mastodon.
    screen.keys("e Tab Space Down Space Esc v h");
    screen.type_text("15:00");
    screen.keys("Enter");
    screen.hides("À publier à la main");
    let due = screen.post().due.expect("an hour");
    screen.tick((due - screen.model.now).num_seconds() + 60);
    screen.shows("À publier à la main sur @brume.cafe");
    screen.keys("c");
    assert!(matches!(screen.desktop.last(), Some(Desktop::Copy(_))));
    screen.keys("x p");
    assert_eq!(screen.post().state, PostState::Published);
    let published = |screen: &mut Screen| {
        let (brand, day, now) = (screen.model.brand.expect("a brand"), screen.model.day(), screen.model.now);
        let Reply::Board(board) = screen.ask(Job::Board(brand, day, now)) else { panic!("a board") };
        board.published_today
    };
    assert_eq!(published(&mut screen), 1);
    screen.keys("u");
    assert_eq!((screen.post().state, published(&mut screen)), (PostState::Scheduled, 0), "it was not out after all");
    screen.shows("À publier à la main sur @brume.cafe");
    screen.keys("U");
    assert_eq!((screen.post().state, published(&mut screen)), (PostState::Published, 1));
}

#[test]
fn a_post_of_the_day_is_opened_from_today() {
    let mut screen = queue();
    approved(&mut screen);
    screen.keys("h Ctrl+U");
    screen.type_text("4/11 17:00");
    screen.keys("Enter n");
    screen.type_text("Une autre");
    screen.keys("Enter 1 Tab Enter");
    screen.shows("[4 File");
    screen.shows("Part de lui-même");
}
