//! What the network refuses is not done here either: its messages stand again where they stood, and say why.

use crate::dump;
use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::delivery::Answer;
use ronde::domain::journal::{Actor, Verb};
use ronde::domain::message::{Channel, Incoming, StateName};
use ronde::domain::{AccountId, MessageId};
use ronde::lang::Lang;

/// Messages beneath something of ours by three authors in turn, on a network that offers everything.
fn inbox(messages: i64) -> Screen {
    let mut home = given::store();
    let charter = Charter { community: vec!["Pas de publicité".into()], ..Charter::default() };
    let Reply::Brand(brand) = home.ask(Job::SaveBrand(Box::new(Brand { charter, ..given::a_brand() }), at(0))) else { panic!("a brand") };
    let account = Account {
        id: AccountId(0),
        brand: brand.id,
        network: Network::Mastodon,
        access: Access::Connected,
        handle: "@brume@example.social".into(),
        server: "https://example.social".into(),
        remote_id: "1".into(),
        capabilities: Capabilities { can: Ability::ALL.iter().copied().collect(), ..Capabilities::manual(Network::Mastodon) },
        standing: Standing::Well,
    };
    let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(account), at(0))) else { panic!("an account") };
    given::contact(&mut home, brand.id);
    let beneath = |number| Incoming { channel: Channel::Reply, ..given::incoming(number) };
    given::take(&mut home, account.id, (0..messages).map(beneath).collect());
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

/// What leaves next is refused by the network.
fn refuse(screen: &mut Screen) {
    screen.answers = Some(Answer::Refused { why: "Interdit ici".into() });
    screen.tick(11);
    assert!(screen.answers.is_none(), "it left\n{}", screen.text());
}

fn ids(screen: &Screen) -> Vec<MessageId> {
    screen.model.inbox.rows.iter().map(|row| row.message.id).collect()
}

/// What hides a message here and acts on the network.
const ACTS: [&str; 4] = ["x m 1", "x s 1", "x b 1 y", "x r 1 y"];

#[test]
fn a_refused_act_leaves_its_message_where_it_stood_and_says_so_in_both_languages() {
    for act in ACTS {
        let mut screen = inbox(4);
        let before = ids(&screen);
        screen.keys("j").keys(act);
        assert_eq!(screen.model.inbox.rows.len(), 3, "{act}");
        refuse(&mut screen);
        assert_eq!(ids(&screen), before, "{act}: it is back on its line\n{}", screen.text());
        assert_eq!(screen.model.inbox.open_count, 4, "{act}: and counted again");
        screen.shows("Le réseau a refusé : Interdit ici. Rien n'a changé sur le réseau. Le message est revenu où il était.");
        screen.keys("Home j").tick(30);
        screen.shows("Le réseau a refusé");
        screen.shows("x propose autre chose, dont le masquer ici seulement.");
        screen.lang(Lang::En);
        screen.shows("x offers something else, hiding it here alone among them.");
    }
}

#[test]
fn a_refused_act_is_told_by_the_journal_and_undone_and_done_again_to_the_byte() {
    for act in ACTS {
        let mut screen = inbox(4);
        let before = dump::all(&screen.path());
        screen.keys(act);
        let done = dump::all(&screen.path());
        refuse(&mut screen);
        dump::same_but_zeros(&before, &dump::all(&screen.path()));
        let Ok(Reply::Journal(lines)) = ronde::store::serve(&mut screen.store, Job::Journal(screen.model.brand.expect("a brand"), 10))
        else {
            panic!("lines")
        };
        let told: Vec<(Actor, Verb)> = lines.iter().rev().map(|line| (line.actor, line.verb)).collect();
        for line in [(Actor::Cm, Verb::Hidden), (Actor::Network, Verb::Refused), (Actor::Network, Verb::Reopened)] {
            assert!(told.contains(&line), "{act}: {line:?} in {told:?}");
        }
        screen.keys("u");
        screen.shows("Annulé");
        dump::same_but_zeros(&before, &dump::all(&screen.path()));
        screen.restart();
        screen.keys("2 U");
        dump::same(&done, &dump::all(&screen.path()), &format!("{act}, tried again"));
        refuse(&mut screen);
        dump::same_but_zeros(&before, &dump::all(&screen.path()));
    }
}

#[test]
fn undo_goes_on_past_what_was_refused_to_the_act_before() {
    for (typed, act) in [("", "x m 1"), ("Merci", "Ctrl+D")] {
        let mut screen = inbox(3);
        screen.keys("a");
        if !typed.is_empty() {
            screen.keys("r").type_text(typed);
        }
        screen.keys(act);
        refuse(&mut screen);
        screen.keys("Esc u u");
        assert_eq!(screen.model.inbox.rows.len(), 3, "{act}: the close before it is undone\n{}", screen.text());
    }
}

#[test]
fn a_snoozed_message_whose_hiding_is_refused_is_snoozed_as_before() {
    let mut screen = inbox(2);
    screen.keys("s 2 , ,");
    assert_eq!(screen.model.inbox.rows.len(), 1, "{}", screen.text());
    screen.keys("x m 1");
    refuse(&mut screen);
    assert_eq!(screen.model.inbox.rows[0].message.state.name(), StateName::Snoozed, "{}", screen.text());
}

#[test]
fn of_several_only_those_that_were_refused_come_back() {
    let mut screen = inbox(6);
    screen.keys("Space Space x m 1");
    assert_eq!(screen.model.inbox.rows.len(), 4);
    refuse(&mut screen);
    assert_eq!(screen.model.inbox.rows.len(), 5, "one was refused, the other is hidden\n{}", screen.text());
}

#[test]
fn all_messages_of_an_author_come_back_when_muting_them_is_refused() {
    let mut screen = inbox(6);
    // The first and the fourth are by one author, the second by another.
    screen.keys("Space Space j Space x s 1");
    assert_eq!(screen.model.inbox.rows.len(), 3);
    refuse(&mut screen);
    assert_eq!(screen.model.inbox.rows.len(), 5, "both of the first author\n{}", screen.text());
}

#[test]
fn what_was_decided_since_stays_decided() {
    let mut screen = inbox(2);
    screen.keys("x m 1 ; End R , Home");
    assert_eq!(screen.model.inbox.rows.len(), 2, "reopened by hand\n{}", screen.text());
    screen.keys("a");
    refuse(&mut screen);
    assert_eq!(screen.model.inbox.rows.len(), 1, "what was closed meanwhile stays closed\n{}", screen.text());
}

#[test]
fn a_round_does_not_count_as_done_what_was_refused() {
    let mut screen = inbox(3);
    screen.keys("S x m 1");
    refuse(&mut screen);
    let walk = screen.model.inbox.walk.as_ref().expect("a round");
    assert_eq!(walk.sweep.receipt.left(), 3, "{}", screen.text());
}

#[test]
fn a_round_does_not_count_as_answered_what_was_refused() {
    let mut screen = inbox(3);
    screen.keys("S r").type_text("Merci").keys("Ctrl+D");
    let receipt = |screen: &Screen| screen.model.inbox.walk.as_ref().expect("a round").sweep.receipt;
    assert_eq!((receipt(&screen).answered, receipt(&screen).left()), (1, 2), "{}", screen.text());
    refuse(&mut screen);
    assert_eq!((receipt(&screen).answered, receipt(&screen).left()), (0, 3), "{}", screen.text());
    screen.shows("0/3");
}

#[test]
fn the_receipt_that_is_shown_and_today_count_no_refused_answer() {
    let mut screen = inbox(2);
    screen.keys("S a r").type_text("Merci").keys("Ctrl+D");
    screen.shows("2 messages en");
    refuse(&mut screen);
    let receipt = screen.model.inbox.walk.as_ref().expect("a round").sweep.receipt;
    assert_eq!((receipt.answered, receipt.closed, receipt.left()), (0, 1, 1), "{}", screen.text());
    screen.keys("1");
    assert!(!screen.says("1 répondu"), "{}", screen.text());
    screen.keys("2 S");
    let walk = screen.model.inbox.walk.as_ref().expect("a round");
    assert!(walk.is_under_way(), "it is taken up for what is left\n{}", screen.text());
}
