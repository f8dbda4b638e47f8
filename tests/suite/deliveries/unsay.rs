//! An answer that is out, deleted on its network: asked for by name, held, looked up when unclear.

use super::Machine;
use crate::alone::Screen;
use crate::given::{self, at};
use crate::recording::{Fault, Mode, Recording};
use chrono::Duration;
use ronde::app::effect::{Call, Job};
use ronde::app::event::{News, Opened, Reply};
use ronde::domain::account::{Ability, Account};
use ronde::domain::delivery::{Act, Answer, Stage};
use ronde::domain::journal::Verb;
use ronde::domain::message::StateName;
use ronde::domain::{DeliveryId, MessageId};

fn open(machine: &mut Machine, message: MessageId) -> Opened {
    match machine.home.ask(Job::Open(message)) {
        Reply::Opened(Some(opened)) => *opened,
        other => panic!("a message, not {other:?}"),
    }
}

/// An answer that is out, and the delivery that is to delete it.
fn unsaid(server: &Recording, machine: &mut Machine) -> (MessageId, DeliveryId) {
    let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
    let said = machine.answers(message, "Une réponse de trop");
    assert_eq!(machine.walk(server, said).journey.stage(), Stage::Done);
    assert_eq!(server.out().len(), 1);
    match machine.home.ask(Job::Unsay(said, machine.now)) {
        Reply::Delivery(delivery) => (message, delivery.id),
        other => panic!("a delivery, not {other:?}"),
    }
}

#[test]
fn an_answer_that_is_out_is_deleted_and_its_words_are_a_draft_again() {
    let server = Recording::start(Mode::ALL[0]);
    let mut machine = Machine::new(&server, Mode::ALL[0]);
    let (message, id) = unsaid(&server, &mut machine);
    assert_eq!(machine.walk(&server, id).journey.stage(), Stage::Done);
    assert!(server.out().is_empty());
    let opened = open(&mut machine, message);
    assert_eq!((opened.message.state.name(), opened.draft.as_str()), (StateName::Open, "Une réponse de trop"));
    assert!(opened.turns.is_empty() || opened.turns.iter().all(|turn| !turn.ours));
}

#[test]
fn an_unclear_deletion_is_looked_up_and_ends_done() {
    for fault in [Fault::DropRead, Fault::DropAfter, Fault::SilentAfter] {
        let server = Recording::start(Mode::ALL[0]);
        let mut machine = Machine::new(&server, Mode::ALL[0]);
        let (message, id) = unsaid(&server, &mut machine);
        server.fault(fault);
        let delivery = machine.walk(&server, id);
        assert_eq!((delivery.journey.stage(), server.out().len()), (Stage::Done, 0), "{fault:?}");
        assert_eq!(open(&mut machine, message).message.state.name(), StateName::Open);
    }
}

#[test]
fn a_deletion_can_be_taken_back_while_it_is_held_and_asked_twice_is_one() {
    let server = Recording::start(Mode::ALL[0]);
    let mut machine = Machine::new(&server, Mode::ALL[0]);
    let (message, id) = unsaid(&server, &mut machine);
    let said = machine.delivery(DeliveryId(id.0 - 1));
    assert!(matches!(machine.home.ask(Job::Unsay(said.id, machine.now)), Reply::Delivery(same) if same.id == id));
    assert!(matches!(machine.home.ask(Job::Undo(machine.account.brand, machine.now)), Reply::Undone(_)));
    machine.pass(&server, Duration::minutes(1));
    assert_eq!((machine.delivery(id).journey.stage(), server.out().len()), (Stage::TakenBack, 1));
    assert_eq!(open(&mut machine, message).message.state.name(), StateName::Answered);
}

/// The inbox of a connected account that can do all this, its first answer sent.
fn sent(can: Vec<Ability>) -> Screen {
    sent_after(can, "")
}

/// The same after other keys.
fn sent_after(can: Vec<Ability>, keys: &str) -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let id = given::account(&mut home, brand);
    let Reply::Workspace(workspace) = home.ask(Job::Load) else { panic!("a workspace") };
    let account = workspace.accounts.iter().find(|account| account.id == id).cloned().expect("the account");
    let capabilities = ronde::domain::account::Capabilities { can: can.into_iter().collect(), ..account.capabilities.clone() };
    home.ask(Job::SaveAccount(Box::new(Account { capabilities, ..account }), at(0)));
    given::messages(&mut home, id, 2);
    let mut screen = Screen::over(home.store, at(60));
    screen.keys("2");
    screen.keys(keys);
    screen.keys("r");
    screen.type_text("Bonjour");
    screen.keys("Ctrl+D");
    screen.tick(11);
    let send = screen.calls.iter().position(|(_, call)| matches!(call, Call::Send { .. })).expect("it leaves");
    let (ticket, call) = screen.calls.remove(send);
    let Call::Send { delivery, .. } = call else { unreachable!("it was one") };
    let done = Answer::Done { remote_id: Some("99".into()), url: None };
    screen.hear(ronde::app::event::Event::Net(ticket, Ok(News::Answer(delivery.id, done))));
    screen
}

#[test]
fn undoing_what_has_left_offers_to_delete_it_by_its_words_with_leaving_it_first() {
    let mut screen = sent(vec![Ability::Reply, Ability::Delete]);
    screen.keys("u");
    screen.shows("C'est parti : on ne peut plus annuler. Supprimer la réponse ?");
    screen.shows("Bonjour");
    screen.keys("Enter");
    screen.tick(11);
    assert!(!screen.calls.iter().any(|(_, call)| matches!(call, Call::Send { .. })), "Enter leaves it");
    screen.keys("u x");
    assert_eq!(screen.model.held.len(), 1, "ten seconds to take it back");
    screen.tick(11);
    let deletes = |(_, call): &(_, Call)| matches!(call, Call::Send { delivery, .. } if matches!(&delivery.act, Act::Delete { what } if what.as_str() == "99"));
    assert!(screen.calls.iter().any(deletes));
}

#[test]
fn a_network_that_can_t_delete_is_not_offered_to() {
    let mut screen = sent(vec![Ability::Reply]);
    screen.keys("u");
    screen.shows("Trop tard : c'est déjà parti.");
    assert!(screen.model.dialog.is_none());
}

/// What the newest line of the journal says happened.
fn newest(screen: &mut Screen) -> Verb {
    let brand = screen.model.brand.expect("a brand");
    match screen.ask(Job::Journal(brand, 1)) {
        Reply::Journal(lines) => lines[0].verb,
        other => panic!("the journal, not {other:?}"),
    }
}

#[test]
fn undo_goes_on_to_the_act_before_one_that_has_left() {
    let mut screen = sent(vec![Ability::Reply, Ability::Delete]);
    // The act before: a note of what the other message is, undone although the answer after it has left.
    screen.keys("a");
    let other = screen.model.inbox.rows.len();
    screen.keys("u");
    assert_eq!(screen.model.inbox.rows.len(), other + 1, "the newest act is undone first");
    screen.keys("u");
    screen.shows("Supprimer la réponse ?");
    screen.shows("La laisser, et annuler l'acte d'avant");
    screen.keys("u");
    screen.shows("Rien à annuler");
    assert_eq!(newest(&mut screen), Verb::LeftOut, "nothing was undone, and the journal doesn't say so");
    screen.keys("U");
    screen.shows("Cet acte était déjà parti");
    assert_eq!(newest(&mut screen), Verb::CameBack);
    screen.keys("U");
    assert_eq!(screen.model.inbox.rows.len(), other, "redo puts the answer back in its place, then does what came after it");
    assert!(screen.model.held.is_empty(), "and nothing leaves again");
}

#[test]
fn a_second_undo_passes_over_what_can_t_be_deleted() {
    let mut screen = sent_after(vec![Ability::Reply], "!");
    screen.keys("u");
    screen.shows("Trop tard : c'est déjà parti. Encore u : annuler l'acte d'avant.");
    screen.keys("u");
    screen.shows("Annulé");
    assert!(!screen.model.inbox.rows.is_empty());
}
