//! Who plays in the demo: the brand, its five accounts, the contacts, the public. All invented.

use super::bank::desk;
use super::chance::Chance;
use crate::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use crate::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use crate::domain::contact::Contact;
use crate::domain::count::CountRule;
use crate::domain::holiday::Holidays;
use crate::domain::hours::WorkingHours;
use crate::domain::message::MessageKind;
use crate::domain::saved_reply::{SavedReply, Tongue};
use crate::domain::text::SafeText;
use crate::domain::time::Day;
use crate::domain::{AccountId, BrandId, ContactId, SavedReplyId};
use crate::lang::Lang;
use chrono::NaiveTime;

/// The accounts, in the order in which they were made.
pub(super) const NETWORKS: [Network; 5] = [Network::Instagram, Network::Facebook, Network::LinkedIn, Network::Mastodon, Network::Bluesky];

/// The zone of the brand.
pub(super) const ZONE: chrono_tz::Tz = chrono_tz::Europe::Paris;

/// The brand: a roaster with a workshop and two counters.
pub(super) fn brand() -> Brand {
    use MessageKind::{Complaint, Purchase, Question, Unsorted};
    let day = |month, day| Day::from_ymd_opt(2026, month, day).expect("the days off exist");
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("the hours exist");
    Brand {
        id: BrandId(0),
        name: SafeText::line("Café Lumen"),
        colour: Colour::Amber,
        zone: ZONE,
        hours: WorkingHours {
            opens: time(8, 45),
            closes: time(17, 0),
            days_off: [day(11, 1), day(11, 11), day(12, 25)].into(),
            holidays: Holidays::France,
            ..WorkingHours::default()
        },
        sweeps_per_day: 3,
        reports_to: ReportsTo::Direction,
        validates_alone: false,
        on_hold: false,
        charter: Charter::default(),
        // Complaints, questions and orders within four working hours, all else within a day.
        targets: Targets([(Complaint, 240), (Question, 240), (Purchase, 240), (Unsorted, 480)].into()),
    }
}

/// What the brand never says, and what it asks of those who comment.
pub(super) fn charter(lang: Lang) -> Charter {
    let list = |name: &str| desk(lang, name).as_str().split(" · ").map(SafeText::line).collect();
    Charter { banned: list("charter-banned"), community: list("charter-community"), ..Charter::default() }
}

/// The saved replies: a name, and what it says in both languages.
pub(super) fn saved_replies(brand: BrandId, lang: Lang) -> Vec<SavedReply> {
    let names = ["hours", "parcel", "sorry", "thanks", "decaf"];
    let reply = |name: &str, tongue: Tongue| {
        let said = match tongue {
            Tongue::French => Lang::Fr,
            Tongue::English => Lang::En,
        };
        SavedReply {
            id: SavedReplyId(0),
            brand,
            name: desk(lang, &format!("reply-name-{name}")),
            language: tongue,
            text: SafeText::clean(&desk(said, &format!("reply-{name}")).as_str().replace(" ¶ ", "\n")),
        }
    };
    names.iter().flat_map(|name| Tongue::ALL.iter().map(|tongue| reply(name, *tongue))).collect()
}

/// An account of the brand on `network`.
pub(super) fn account(brand: BrandId, network: Network) -> Account {
    let (handle, server) = match network {
        Network::Mastodon => ("@cafelumen@toot.example", "https://toot.example"),
        Network::Bluesky => ("cafelumen.bsky.example", "https://bsky.example"),
        Network::Instagram => ("cafe.lumen", "https://instagram.example"),
        Network::Facebook => ("Café Lumen", "https://facebook.example"),
        Network::LinkedIn | Network::YouTube | Network::Threads | Network::TikTok | Network::X | Network::Other => ("cafe-lumen", ""),
    };
    let connected = !server.is_empty();
    Account {
        id: AccountId(0),
        brand,
        network,
        access: if connected { Access::Connected } else { Access::Manual },
        handle: SafeText::line(handle),
        server: SafeText::line(server),
        remote_id: SafeText::line(if connected { "cafe-lumen" } else { "" }),
        capabilities: if connected { capabilities(network) } else { Capabilities::manual(network) },
        standing: Standing::Well,
    }
}

fn capabilities(network: Network) -> Capabilities {
    use Ability::{Block, Delete, Direct, Figures, Hide, Idempotency, Like, LookUp, Media, Mute, Publish, Quote, Reply, Report, Repost};
    // Not the conversation: it is stored, and a network that nobody is on would empty it.
    let everywhere = [Reply, Like, Delete, Block, Publish, Media, Figures, LookUp];
    let mut can: std::collections::BTreeSet<Ability> = everywhere.into();
    if matches!(network, Network::Mastodon | Network::Bluesky) {
        can.extend([Mute, Report, Direct]);
    }
    if matches!(network, Network::Mastodon | Network::Bluesky) {
        can.extend([Repost, Quote]);
    }
    match network {
        Network::Mastodon => can.insert(Idempotency),
        Network::Bluesky => can.insert(Hide),
        _ => false,
    };
    Capabilities { server: SafeText::line("demo"), can, count: CountRule::of(network), media_limit: 4, alt_limit: 1500, media_bytes: None }
}

/// The contacts, in the order of [`Role`].
pub(super) fn contacts(brand: BrandId, lang: Lang) -> [Contact; 4] {
    let contact = |name: &str, role: &str, email: &str, validates: bool| Contact {
        id: ContactId(0),
        brand,
        name: SafeText::line(name),
        role: desk(lang, role),
        email: SafeText::line(email),
        validates,
        receives_reports: validates,
    };
    [
        contact("Nadia", "role-care", "nadia@cafelumen.example", false),
        contact("Paul", "role-direction", "paul@cafelumen.example", true),
        contact("Jules", "role-product", "jules@cafelumen.example", false),
        contact("Aïcha", "role-shop", "aicha@cafelumen.example", false),
    ]
}

/// A contact by the part they play.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Care,
    Direction,
    Product,
    Shop,
}

/// Somebody of the public on one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Somebody {
    pub(super) name: String,
    pub(super) handle: String,
    pub(super) first_name: &'static str,
    /// Writes in the other language than the CM: one in five.
    pub(super) speaks_other: bool,
}

/// Of a hundred, how many write in the other language than the CM.
const SHARE_OF_OTHER_LANGUAGE: u32 = 20;

const FIRST_NAMES: &[&str] = &[
    "Léa", "Marc", "Ninon", "Inès", "Gérard", "Julie", "Tom", "Anouk", "Pauline", "Karim", "Sofia", "Hugo", "Maëlle", "Yanis", "Clara",
    "Denis", "Fatou", "Émile", "Rosa", "Basile", "Nora", "Théo", "Lucie", "Malik", "Agathe", "Simon", "Awa", "Gaëlle", "Louis", "Mona",
    "Jonas", "Élise", "Victor", "Salomé", "Ibrahim", "Camille", "Oscar", "Lina", "Arthur", "Manon", "Elias", "Judith", "Adèle", "Noé",
    "Iris", "Bastien",
];
const FAMILY_NAMES: &[&str] = &[
    "Oster",
    "Rollin",
    "Varnay",
    "Mercœur",
    "Belval",
    "Castaing",
    "Dumoret",
    "Fauvel",
    "Garance",
    "Hautier",
    "Joubert",
    "Kervern",
    "Lacaze",
    "Montel",
    "Navarre",
    "Ollier",
    "Pinsard",
    "Quéran",
    "Ronceray",
    "Saulnier",
    "Tessandier",
    "Urbain",
    "Vernoux",
    "Wallon",
];
const WORDS: &[&str] = &["cafe", "tasse", "matin", "studio", "carnet", "grain", "atelier", "velo"];

/// Somebody new of the public, with a handle as `network` has them.
pub(super) fn somebody(chance: &mut Chance, network: Network) -> Somebody {
    let first_name = *chance.pick(FIRST_NAMES);
    let family = *chance.pick(FAMILY_NAMES);
    let (first, last) = (plain(first_name), plain(family));
    let number = chance.between(1, 97);
    let handle = match network {
        Network::Instagram => match chance.between(0, 3) {
            0 => format!("{first}.{}", last.get(..3).unwrap_or(&last)),
            1 => format!("{}_{first}", chance.pick(WORDS)),
            2 => format!("{first}_{last}"),
            _ => format!("{first}{number}"),
        },
        Network::Mastodon => format!("@{first}{number}@{}.example", chance.pick(&["toot", "piaille", "mamot", "ailleurs"])),
        Network::Bluesky => format!("{first}{}.bsky.example", last.get(..2).unwrap_or(&last)),
        Network::Facebook | Network::LinkedIn | Network::YouTube | Network::Threads | Network::TikTok | Network::X | Network::Other => {
            format!("{first}.{last}")
        }
    };
    let whole = matches!(network, Network::Facebook | Network::LinkedIn);
    let name = if whole { format!("{first_name} {family}") } else { format!("{first_name} {}.", family.chars().next().unwrap_or('L')) };
    Somebody { name, handle, first_name, speaks_other: chance.percent(SHARE_OF_OTHER_LANGUAGE) }
}

/// Somebody who sends the same advertisement to everybody.
pub(super) fn spammer(chance: &mut Chance) -> Somebody {
    let number = chance.between(100, 999);
    Somebody {
        name: format!("Promo {number}"),
        handle: format!("promo_gain_{number}"),
        first_name: "Promo",
        speaks_other: chance.percent(SHARE_OF_OTHER_LANGUAGE),
    }
}

/// Lower case letters of the alphabet alone, as handles have them.
fn plain(name: &str) -> String {
    let letter = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => "e".to_owned(),
        'à' | 'â' => "a".to_owned(),
        'ï' | 'î' => "i".to_owned(),
        'ô' => "o".to_owned(),
        'œ' => "oe".to_owned(),
        'ç' => "c".to_owned(),
        c => c.to_string(),
    };
    name.to_lowercase().chars().map(letter).collect()
}
