//! Where entries begin: small inboxes that have what is needed and no more.

use crate::double::{self, Say};
use crate::given::{self, Home, at};
use crate::screen::Screen;
use ronde::app::effect::{Job, Labelling, RuleJob, Secret};
use ronde::app::event::Reply;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::contact::Contact;
use ronde::domain::conversation::Turn;
use ronde::domain::message::{Channel, Incoming, MessageKind, Visibility};
use ronde::domain::rule::{Conditions, Proposes, Rule};
use ronde::domain::saved_reply::{SavedReply, Tongue};
use ronde::domain::{AccountId, BrandId, ContactId, RuleId, SavedReplyId};
use ronde::network::{Directories, Networks};
use ronde::secrets::Vault;
use std::time::Duration;

/// A brand with rules of the community and a banned word; another brand beside it.
fn brand(home: &mut Home) -> BrandId {
    let charter = Charter {
        banned: vec!["pas cher".into()],
        community: vec!["Pas de publicité".into(), "Pas d’insulte".into()],
        ..Charter::default()
    };
    let Reply::Brand(brand) = home.ask(Job::SaveBrand(Box::new(Brand { charter, ..given::a_brand() }), at(0))) else { panic!("a brand") };
    home.ask(Job::SaveBrand(Box::new(Brand { name: "Café Lumen".into(), ..given::a_brand() }), at(0)));
    brand.id
}

fn account(home: &mut Home, brand: BrandId, network: Network, can: &[Ability], standing: Standing) -> AccountId {
    let account = Account {
        id: AccountId(0),
        brand,
        network,
        access: Access::Connected,
        handle: "@brume@example.social".into(),
        server: "https://example.social".into(),
        remote_id: "7".into(),
        capabilities: Capabilities { can: can.iter().copied().collect(), ..Capabilities::manual(network) },
        standing,
    };
    match home.ask(Job::SaveAccount(Box::new(account), at(0))) {
        Reply::Account(account) => account.id,
        other => panic!("an account, not {other:?}"),
    }
}

fn inbox(home: Home) -> Screen {
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

/// Nine messages of a network that offers everything, an answer of ours under the second; two contacts, one without
/// an address; a label on the first message, two saved replies, a rule that proposes something for each message.
pub fn desk() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Well);
    given::contact(&mut home, brand);
    let karim = Contact {
        id: ContactId(0),
        brand,
        name: "Karim".into(),
        role: "Atelier".into(),
        email: "".into(),
        validates: false,
        receives_reports: false,
    };
    home.ask(Job::SaveContact(Box::new(karim), at(0)));
    let url = |number: i64| Some(format!("https://example.social/@a/{number}").as_str().into());
    given::take(&mut home, account, (0..9).map(|number| Incoming { url: url(number), ..given::incoming(number) }).collect());
    let rows = given::rows(&mut home, brand, ronde::domain::query::View::Open, "");
    let first = rows[0].message.id;
    home.ask(Job::Label(Labelling { messages: vec![first], put: vec!["SAV".into()], take: vec![], at: at(10) }));
    let turn = |remote_id: &str, parent: Option<&str>, ours: bool, number| Turn {
        remote_id: remote_id.into(),
        parent: parent.map(Into::into),
        author: if ours { "Maison Brume".into() } else { "Karim B.".into() },
        handle: if ours { "@brume".into() } else { "@a1@example.social".into() },
        text: "Message numéro 1 : où est mon colis ?".into(),
        at: at(number),
        ours,
    };
    home.ask(Job::TakeContext(rows[1].message.id, vec![turn("m1", None, false, 1), turn("our-1", Some("m1"), true, 2)], at(11)));
    let reply =
        |name: &str, language, text: &str| SavedReply { id: SavedReplyId(0), brand, name: name.into(), language, text: text.into() };
    let replies = vec![
        reply("Livraison", Tongue::French, "Bonjour {prénom} ! Votre colis {numéro} est en route."),
        reply("Horaires", Tongue::French, "Ouvert du mardi au samedi."),
    ];
    home.ask(Job::SaveReplies(replies, at(0)));
    let rule = Rule {
        id: RuleId(0),
        brand,
        place: 0,
        name: "Colis".into(),
        conditions: Conditions { keywords: vec!["colis".into()], ..Conditions::default() },
        proposes: Proposes { kind: Some(MessageKind::Question), ..Proposes::default() },
        active: true,
    };
    home.ask(Job::Rule(RuleJob::Add(vec![rule], at(12))));
    inbox(home)
}

/// A brand that has nothing yet.
pub fn empty() -> Screen {
    let mut home = given::store();
    brand(&mut home);
    inbox(home)
}

/// Messages, and nothing around them: no contact, no label, no saved reply, no rule.
pub fn bare() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Well);
    given::messages(&mut home, account, 3);
    inbox(home)
}

/// Messages that answer a post of ours.
pub fn beneath() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Well);
    let beneath = |number| Incoming { channel: Channel::Reply, ..given::incoming(number) };
    given::take(&mut home, account, (0..3).map(beneath).collect());
    inbox(home)
}

/// A message that was written to us alone.
pub fn private() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Well);
    let private = Incoming { channel: Channel::Direct, visibility: Visibility::Direct, ..given::incoming(0) };
    given::take(&mut home, account, vec![private]);
    inbox(home)
}

/// Messages of a network that counts the bytes of a text beside its characters.
pub fn weighed() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Bluesky, Ability::ALL, Standing::Well);
    given::messages(&mut home, account, 1);
    inbox(home)
}

/// An account kept by hand.
pub fn manual() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    given::messages(&mut home, account, 2);
    inbox(home)
}

/// A server that takes answers and nothing else.
pub fn poor() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, &[Ability::Reply], Standing::Well);
    given::messages(&mut home, account, 2);
    inbox(home)
}

/// An account whose token was refused.
pub fn expired() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Expired);
    given::messages(&mut home, account, 2);
    inbox(home)
}

/// A private message on a network that closed its conversation.
pub fn closed() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Instagram, Access::Manual);
    given::take(&mut home, account, vec![Incoming { channel: Channel::Direct, at: at(-3000), ..given::incoming(0) }]);
    inbox(home)
}

/// The demo.
pub fn demo() -> Screen {
    let mut screen = Screen::demo();
    screen.keys("2");
    screen
}

/// An account on a network that Ronde does not connect to.
pub fn foreign() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    account(&mut home, brand, Network::Facebook, Ability::ALL, Standing::Well);
    let mut screen = Screen::online(home, at(60), Networks::new(Vault::in_memory(), crate::network::stage::limits()));
    screen.keys("2");
    screen
}

/// An account whose token is nowhere.
pub fn locked_out() -> Screen {
    let mut home = given::store();
    let brand = brand(&mut home);
    account(&mut home, brand, Network::Mastodon, Ability::ALL, Standing::Well);
    let mut screen = Screen::online(home, at(60), Networks::new(Vault::in_memory(), crate::network::stage::limits()));
    screen.keys("2");
    screen
}

/// The token under which the screens of a test speak; for accounts that connect first.
pub fn unconnected() -> Screen {
    let mut home = given::store();
    brand(&mut home);
    let vault = Vault::in_memory();
    vault.keep(AccountId(1), &Secret::new("token")).expect("memory takes all");
    Screen::online(home, at(60), Networks::new(vault, crate::network::stage::limits()))
}

/// The form of Bluesky, filled in with a server that answers everything so; the directory of handles answers so too.
pub fn signing_in(say: Say) -> Screen {
    let mut home = given::store();
    brand(&mut home);
    let server = double::server(move |_| say.clone());
    let directories = Directories { resolver: server.clone(), plc: server.clone() };
    let networks = Networks::new(Vault::in_memory(), crate::network::stage::limits()).looking_in(directories);
    let mut screen = Screen::online(home, at(60), networks);
    screen.keys("7 , n 2").type_text("brume.test").keys("Tab").paste("abcd-efgh-2345-wxyz").keys("Tab").type_text(&server);
    screen
}

/// Messages of a server that answers everything so.
pub fn answering(say: Say) -> Screen {
    double::screen(&double::server(move |_| say.clone()), 2)
}

/// Messages of a server that is not there.
pub fn nowhere() -> Screen {
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port").local_addr().expect("an address");
    double::screen(&format!("http://{free}"), 2)
}

/// Messages of a server that never answers.
pub fn silent() -> Screen {
    double::screen_with(&double::server(|_| Say::Nothing), 2, &Charter::default(), Duration::from_millis(300))
}
