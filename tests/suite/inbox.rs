//! The inbox: keys in, screen out, also when the file is slower than the fingers.

use crate::alone::Screen;
use crate::given::{account_of, at, brand, messages, store};
use ronde::app::effect::{Call, Job};
use ronde::app::event::{Event, Reply};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::MessageId;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network};
use ronde::domain::text::SafeText;

/// Three messages of a space kept by hand, the inbox open on the first, and their rows in its order.
fn inbox() -> (Screen, Vec<MessageId>) {
    let mut home = store();
    let brand = brand(&mut home);
    let account = account_of(&mut home, brand, Network::Instagram, Access::Manual);
    messages(&mut home, account, 3);
    let mut screen = Screen::over(home.store, at(60));
    screen.keys("2");
    let rows = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    (screen, rows)
}

fn typed(screen: &Screen) -> String {
    screen.model.inbox.composer.as_ref().expect("an answer is being written").field.text().to_owned()
}

#[test]
fn an_answer_can_be_begun_before_the_file_has_read_its_message() {
    let (mut screen, rows) = inbox();
    screen.slow = true;
    screen.keys("j r");
    screen.type_text("Bonjour !");
    assert_eq!(screen.model.inbox.composer.as_ref().map(|composer| composer.message), Some(rows[1]));
    screen.let_write();
    assert_eq!(typed(&screen), "Bonjour !");
}

#[test]
fn a_draft_that_comes_late_stands_before_what_was_typed() {
    let (mut screen, rows) = inbox();
    screen.ask(Job::KeepDraft(rows[1], "Merci. ".into(), at(60)));
    screen.slow = true;
    screen.keys("j r");
    screen.type_text("À bientôt");
    screen.let_write();
    assert_eq!(typed(&screen), "Merci. À bientôt");
    screen.keys("Esc");
    screen.keys("Enter");
    assert_eq!(typed(&screen), "Merci. À bientôt", "and it is kept");
}

#[test]
fn an_answer_waits_for_the_draft_that_it_continues() {
    let (mut screen, rows) = inbox();
    screen.ask(Job::KeepDraft(rows[1], "Merci. ".into(), at(60)));
    screen.slow = true;
    screen.keys("j r");
    screen.type_text("À bientôt");
    screen.keys("Ctrl+D");
    assert!(screen.model.dialog.is_none(), "what stands before it is not known yet");
    assert!(screen.text().contains("Un instant"), "{}", screen.text());
    screen.let_write();
    assert_eq!(typed(&screen), "Merci. À bientôt");
    screen.keys("Ctrl+D");
    assert!(screen.model.dialog.is_some(), "now it is asked whether it was sent");
}

#[test]
fn an_outcome_is_for_the_row_under_the_cursor_however_late_the_file_is() {
    let (mut screen, rows) = inbox();
    screen.slow = true;
    screen.keys("j a a");
    screen.let_write();
    let left: Vec<MessageId> = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    assert_eq!(left, [rows[0]]);
}

#[test]
fn a_kept_by_hand_answer_is_copied_and_asked_after() {
    let (mut screen, rows) = inbox();
    screen.keys("r");
    screen.type_text("Oui");
    screen.keys("Ctrl+D");
    screen.shows("Texte copié : collez-le sur place. Est-il envoyé ?");
    screen.keys("y");
    assert!(screen.model.inbox.rows.iter().all(|row| row.message.id != rows[0]));
    screen.keys("u");
    screen.shows("Annulé");
    assert!(screen.model.inbox.rows.iter().any(|row| row.message.id == rows[0]));
}

#[test]
fn a_message_that_is_gone_from_its_network_stays_here_and_says_so() {
    for (cause, gone) in [(Cause::NotFound, true), (Cause::ServerFailed, false)] {
        let mut home = store();
        let brand = brand(&mut home);
        let account = account_of(&mut home, brand, Network::Mastodon, Access::Connected);
        let Reply::Workspace(workspace) = home.ask(Job::Load) else { panic!("a workspace") };
        let known = workspace.accounts.iter().find(|known| known.id == account).cloned().expect("the account");
        let can = [Ability::Reply, Ability::Context].into_iter().collect();
        let capabilities = Capabilities { can, ..known.capabilities.clone() };
        home.ask(Job::SaveAccount(Box::new(Account { capabilities, ..known }), at(0)));
        messages(&mut home, account, 1);
        let mut screen = Screen::over(home.store, at(60));
        screen.keys("2 r");
        let asked = screen.calls.iter().position(|(_, call)| matches!(call, Call::Context { .. })).expect("the conversation is asked for");
        let (ticket, _) = screen.calls.remove(asked);
        screen.hear(Event::Net(ticket, Err(Trouble { cause, account: Some(account), detail: SafeText::default() })));
        screen.type_text("Oui");
        screen.keys("Esc");
        assert_eq!(screen.text().contains("plus visible sur le réseau"), gone, "{}", screen.text());
        screen.shows("Message numéro 0");
        let message = screen.model.inbox.rows[0].message.id;
        let Reply::Opened(Some(opened)) = screen.ask(Job::Open(message)) else { panic!("a message") };
        assert_eq!((opened.gone.len(), opened.draft.as_str()), (usize::from(gone), "Oui"), "it stays said, and the draft stays");
    }
}

#[test]
fn what_of_a_filter_means_nothing_is_told_while_the_rest_still_asks() {
    let (mut screen, _) = inbox();
    screen.keys("/");
    screen.type_text("type:plinte");
    screen.shows("« type:plinte » : vouliez-vous dire type:plainte ? (question, plainte");
    assert_eq!(screen.model.inbox.rows.len(), 3);
}
