//! What the CM does with messages, and what becomes of them.

use crate::given;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::message::{MessageState, StateName};
use ronde::domain::query::View;
use ronde::domain::text::SafeText;

#[test]
fn a_message_closed_leaves_the_open_list_and_undo_brings_it_back() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 5);
    assert_eq!(messages.len(), 5);
    home.ask(Job::Decide {
        messages: vec![messages[0]],
        state: MessageState::Closed,
        at: given::at(10),
        sweep: None,
        reason: SafeText::default(),
    });
    let window = given::window(&mut home, given::ask(brand, View::Open, ""));
    assert_eq!(window.rows.len(), 4);
    assert!(window.counts.contains(&(StateName::Closed, 1)));
    let Reply::Undone(lines) = home.ask(Job::Undo(brand, given::at(11))) else { panic!("undone") };
    assert_eq!(lines.len(), 1);
    assert_eq!(given::rows(&mut home, brand, View::Open, "").len(), 5);
}
