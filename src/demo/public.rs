//! The public of the demo: who writes what, when, and what the CM will do with it.

use super::bank::{self, Bank, Names, Topic};
use super::calendar::{self, day, instant};
use super::cast::{self, NETWORKS, Role, Somebody};
use super::chance::Chance;
use crate::domain::MessageId;
use crate::domain::account::Network;
use crate::domain::message::{Channel, MessageKind, Tone};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::lang::Lang;
use chrono::{Datelike, Duration};

/// What the CM will do with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Answer,
    /// Answered from the network's own app.
    Elsewhere,
    Close,
    /// Closed with a like.
    Like,
    Hide,
    /// Given to a contact, who answers.
    Delegate(Role),
    /// Given to a contact; it comes back without an answer.
    Forgotten(Role),
    Snooze,
    /// Given to a contact until then, and still there now.
    Lent(Role, Moment),
    /// Put off until then, and still there now.
    Asleep(Moment),
    /// Waits now.
    Wait,
}

/// A message of the demo, before and after it is stored.
pub(super) struct Planned {
    pub(super) network: Network,
    pub(super) somebody: Somebody,
    pub(super) text: SafeText,
    pub(super) answer: SafeText,
    pub(super) kind: MessageKind,
    pub(super) tone: Tone,
    pub(super) channel: Channel,
    pub(super) at: Moment,
    pub(super) fate: Fate,
    pub(super) id: Option<MessageId>,
    pub(super) taken: bool,
    pub(super) sorted: bool,
    pub(super) rated: bool,
}

/// Every message of the three months, oldest first.
pub(super) fn invent_all(lang: Lang, chance: &mut Chance) -> Vec<Planned> {
    let waiting = waiting(lang);
    let mut public = Public::new(chance, lang, &waiting);
    let mut messages = Vec::new();
    for day in calendar::days() {
        for topic in topics_of(chance, day) {
            let at = hour_of(chance, day);
            if at < history_ends() {
                messages.push(public.writes(chance, topic, None, at));
            }
        }
    }
    let noon = |date, hour, minute| instant(day(11, date), hour, minute);
    let care = Fate::Lent(Role::Care, noon(13, 17, 0));
    let direction = Fate::Lent(Role::Direction, noon(17, 16, 0));
    for (name, topic, network, at, fate) in [
        ("lent-care", Topic::Question, Network::Instagram, noon(12, 14, 41), care),
        ("lent-direction", Topic::Purchase, Network::Mastodon, noon(13, 10, 12), direction),
        ("asleep", Topic::Question, Network::Bluesky, noon(13, 11, 37), Fate::Asleep(noon(17, 9, 0))),
    ] {
        // Somebody who never wrote before: a second message of theirs would bring the first one back.
        let somebody = cast::somebody(chance, network);
        let text = bank::desk(lang, name);
        messages.push(Planned { fate, somebody, text, channel: Channel::Reply, ..public.writes(chance, topic, Some(network), at) });
    }
    messages.extend(waiting);
    messages.sort_by_key(|message| message.at);
    messages
}

/// The last instant of a message that is not written out whole: before the last sweep.
fn history_ends() -> Moment {
    instant(day(11, 13), 16, 20)
}

/// The messages that wait now.
fn waiting(lang: Lang) -> Vec<Planned> {
    let planned = |waiting: bank::Waiting| {
        let [network, handle, name, at, kind, tone, text] = waiting.parts;
        let network = Network::from_code(network).expect("the bank names a network");
        let kind = MessageKind::from_code(kind).expect("the bank names a kind");
        let tone = Tone::from_code(tone).expect("the bank names a tone");
        Planned {
            network,
            somebody: Somebody {
                name: name.to_owned(),
                handle: handle.to_owned(),
                first_name: name.split(' ').next().unwrap_or(name),
                speaks_other: false,
            },
            text: SafeText::clean(text),
            answer: SafeText::default(),
            kind,
            tone,
            // Who wants to buy of a Page asks in private.
            channel: if (network, kind) == (Network::Facebook, MessageKind::Purchase) {
                Channel::Direct
            } else {
                channel_of(network, kind)
            },
            at: at.parse().expect("the bank tells the instant"),
            fate: Fate::Wait,
            id: None,
            taken: false,
            sorted: kind == MessageKind::Unsorted,
            rated: tone == Tone::Unrated,
        }
    };
    bank::waiting(lang).into_iter().map(planned).collect()
}

const fn channel_of(network: Network, kind: MessageKind) -> Channel {
    match (network, kind) {
        (Network::LinkedIn, _) => Channel::Manual,
        (_, MessageKind::Mention) => Channel::Mention,
        _ => Channel::Reply,
    }
}

/// Those who write, with the languages they write in.
struct Public {
    banks: [Bank; 2],
    regulars: Vec<(Network, Somebody)>,
}

impl Public {
    fn new(chance: &mut Chance, lang: Lang, waiting: &[Planned]) -> Self {
        let persons = waiting
            .iter()
            .filter(|message| !["studio", "maison", "promo", "tomd"].iter().any(|word| message.somebody.handle.contains(word)));
        let mut regulars: Vec<_> = persons.map(|message| (message.network, message.somebody.clone())).collect();
        // Those who wait now are known for longer.
        regulars.extend(regulars.clone());
        for network in NETWORKS {
            regulars.extend((0..16).map(|_| (network, cast::somebody(chance, network))));
        }
        Self { banks: [Bank::read(lang), Bank::read(lang.other())], regulars }
    }

    /// Somebody writes about `topic`.
    fn writes(&mut self, chance: &mut Chance, topic: Topic, network: Option<Network>, at: Moment) -> Planned {
        let network = network.unwrap_or_else(|| network_of(chance, topic));
        let somebody = self.somebody(chance, topic, network);
        let bank = &mut self.banks[usize::from(somebody.speaks_other)];
        let names = Names { first_name: somebody.first_name, weekday: calendar::weekday(calendar::day_of(at)) };
        let said = bank.say(chance, topic, &names);
        let kind = topic.kind();
        let private = matches!(kind, MessageKind::Complaint | MessageKind::Purchase) && network != Network::LinkedIn && chance.percent(28);
        let review = kind == MessageKind::Praise && network == Network::Facebook && chance.percent(40);
        let channel = match (private, review) {
            (true, _) => Channel::Direct,
            (false, true) => Channel::Review,
            (false, false) => channel_of(network, kind),
        };
        let fate = match fate_of(chance, topic, at) {
            Fate::Answer if said.answer.is_blank() => Fate::Like,
            fate => fate,
        };
        let fate = if fate == Fate::Like && network == Network::LinkedIn { Fate::Close } else { fate };
        let tone = tone_of(chance, topic);
        Planned {
            network,
            somebody,
            text: said.text,
            answer: said.answer,
            kind,
            tone,
            channel,
            at,
            fate,
            id: None,
            taken: false,
            sorted: false,
            rated: tone == Tone::Unrated,
        }
    }

    fn somebody(&self, chance: &mut Chance, topic: Topic, network: Network) -> Somebody {
        if topic == Topic::Spam {
            return cast::spammer(chance);
        }
        if chance.percent(30) {
            let here: Vec<_> = self.regulars.iter().filter(|(on, _)| *on == network).collect();
            return chance.pick(&here).1.clone();
        }
        cast::somebody(chance, network)
    }
}

fn network_of(chance: &mut Chance, topic: Topic) -> Network {
    use Network::{Bluesky, Facebook, Instagram, LinkedIn, Mastodon};
    match topic {
        Topic::Spam => chance.weighed(&[(Instagram, 60), (Facebook, 40)]),
        Topic::Late => chance.weighed(&[(Instagram, 45), (Facebook, 45), (Mastodon, 10)]),
        Topic::Mention => chance.weighed(&[(Instagram, 45), (Mastodon, 30), (Bluesky, 25)]),
        Topic::Question | Topic::Complaint | Topic::Praise | Topic::Purchase => {
            chance.weighed(&[(Instagram, 38), (Facebook, 24), (Mastodon, 18), (Bluesky, 12), (LinkedIn, 8)])
        }
    }
}

fn topics_of(chance: &mut Chance, day: Day) -> Vec<Topic> {
    let weekend = day.weekday().num_days_from_monday() >= 5;
    let usual = match (calendar::is_quiet(day), weekend) {
        (true, _) => chance.between(1, 2),
        (false, true) => chance.between(2, 4),
        (false, false) => chance.around(7 * calendar::rhythm(day) / 100, 30),
    };
    let late = if calendar::is_crisis(day) { chance.between(10, 13) } else { 0 };
    let topics =
        [(Topic::Question, 36), (Topic::Praise, 22), (Topic::Purchase, 14), (Topic::Mention, 14), (Topic::Complaint, 8), (Topic::Spam, 6)];
    let mut all: Vec<_> = (0..usual).map(|_| chance.weighed(&topics)).collect();
    all.extend((0..late).map(|_| Topic::Late));
    all
}

/// People write at breakfast, at noon and in the evening.
fn hour_of(chance: &mut Chance, day: Day) -> Moment {
    let hours = [
        (7, 5),
        (8, 8),
        (9, 9),
        (10, 10),
        (11, 9),
        (12, 9),
        (13, 10),
        (14, 9),
        (15, 8),
        (16, 6),
        (17, 6),
        (18, 6),
        (19, 6),
        (20, 6),
        (21, 4),
        (22, 2),
    ];
    let (hour, minute) = (chance.weighed(&hours), chance.between(0, 59));
    instant(day, hour, minute) + Duration::seconds(i64::from(chance.between(0, 59)))
}

fn fate_of(chance: &mut Chance, topic: Topic, at: Moment) -> Fate {
    let fate = match topic {
        Topic::Spam => chance.weighed(&[(Fate::Hide, 95), (Fate::Close, 5)]),
        Topic::Mention => chance.weighed(&[(Fate::Answer, 70), (Fate::Close, 20), (Fate::Like, 10)]),
        Topic::Praise => chance.weighed(&[(Fate::Answer, 66), (Fate::Close, 16), (Fate::Like, 18)]),
        Topic::Question => chance.weighed(&[
            (Fate::Answer, 82),
            (Fate::Elsewhere, 8),
            (Fate::Snooze, 5),
            (Fate::Delegate(Role::Product), 3),
            (Fate::Close, 2),
        ]),
        Topic::Purchase => {
            chance.weighed(&[(Fate::Answer, 74), (Fate::Delegate(Role::Direction), 14), (Fate::Delegate(Role::Shop), 5), (Fate::Snooze, 7)])
        }
        Topic::Complaint => chance.weighed(&[(Fate::Answer, 52), (Fate::Delegate(Role::Care), 38), (Fate::Forgotten(Role::Care), 10)]),
        Topic::Late => chance.weighed(&[(Fate::Answer, 68), (Fate::Delegate(Role::Care), 32)]),
    };
    // Nothing of the last days is left half done but what is written out whole.
    let passes = matches!(fate, Fate::Delegate(_) | Fate::Forgotten(_) | Fate::Snooze);
    if passes && calendar::day_of(at) >= day(11, 10) { Fate::Answer } else { fate }
}

fn tone_of(chance: &mut Chance, topic: Topic) -> Tone {
    use Tone::{Negative, Neutral, Positive, Unrated};
    match topic {
        Topic::Spam => Unrated,
        Topic::Praise => chance.weighed(&[(Positive, 88), (Unrated, 12)]),
        Topic::Mention => chance.weighed(&[(Positive, 50), (Neutral, 30), (Unrated, 20)]),
        Topic::Question => chance.weighed(&[(Neutral, 58), (Positive, 12), (Negative, 4), (Unrated, 26)]),
        Topic::Purchase => chance.weighed(&[(Neutral, 44), (Positive, 36), (Unrated, 20)]),
        Topic::Complaint | Topic::Late => chance.weighed(&[(Negative, 86), (Neutral, 8), (Unrated, 6)]),
    }
}
