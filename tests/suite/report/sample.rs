//! Two months of a café, made by hand: what the tests of the report are fed.

use chrono::{Datelike, Duration, NaiveTime};
use ronde::domain::account::Network;
use ronde::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use ronde::domain::facts::{AccountFacts, Facts, MessageFacts, PostFacts, Section, WithinFacts};
use ronde::domain::highlight::{Consent, Highlight, HighlightKind};
use ronde::domain::hours::WorkingHours;
use ronde::domain::message::{MessageKind, Tone};
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::sweep::{Receipt, Slot};
use ronde::domain::time::{Day, Moment, Period, wall_in};
use ronde::domain::{AccountId, BrandId, HighlightId, VariantId};

pub const ZONE: ronde::domain::time::Zone = chrono_tz::Europe::Paris;

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn at(day: Day, hour: u32, minute: u32) -> Moment {
    wall_in(ZONE, day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"))).moment()
}

pub fn brand() -> Brand {
    Brand {
        id: BrandId(1),
        name: "Café Lumen".into(),
        colour: Colour::Amber,
        zone: ZONE,
        hours: WorkingHours::default(),
        sweeps_per_day: 3,
        reports_to: ReportsTo::Direction,
        validates_alone: false,
        on_hold: false,
        charter: Charter::default(),
        targets: Targets::default(),
    }
}

/// A number that looks random and is the same each time.
fn noise(seed: i64) -> i64 {
    let mixed = (seed.wrapping_mul(2_654_435_761) ^ (seed << 7)).wrapping_mul(40_503);
    (mixed >> 9).rem_euclid(1_000)
}

struct Maker {
    id: i64,
    network: Network,
    handle: &'static str,
    followers: i64,
    daily: i64,
    reach: bool,
    source: Source,
}

const ACCOUNTS: [Maker; 5] = [
    Maker { id: 1, network: Network::Instagram, handle: "@cafelumen", followers: 8_100, daily: 9, reach: true, source: Source::Typed },
    Maker { id: 2, network: Network::Facebook, handle: "Café Lumen", followers: 3_930, daily: 1, reach: true, source: Source::Typed },
    Maker { id: 3, network: Network::LinkedIn, handle: "cafe-lumen", followers: 1_160, daily: 2, reach: true, source: Source::Typed },
    Maker {
        id: 4,
        network: Network::Mastodon,
        handle: "@lumen@piaille.example",
        followers: 1_790,
        daily: 3,
        reach: false,
        source: Source::Api,
    },
    Maker { id: 5, network: Network::Bluesky, handle: "@lumen.example", followers: 610, daily: 1, reach: false, source: Source::Typed },
];

fn account(maker: &Maker, period: Period, offset: i64) -> AccountFacts {
    let start = maker.followers + maker.daily * offset;
    let mut readings = vec![];
    for (place, day) in period.iter().enumerate() {
        let place = i64::try_from(place).expect("a month has few days");
        // LinkedIn was forgotten on two days, Bluesky for a week.
        let forgotten = (maker.id == 3 && [10, 24].contains(&place)) || (maker.id == 5 && (12..19).contains(&place));
        if forgotten && offset > 0 {
            continue;
        }
        let rough = noise(place + offset * 31 + maker.id * 97);
        let weekend = if day.weekday().num_days_from_monday() > 4 { 7 } else { 10 };
        let mut write = |metric, value: i64, definition: &str| {
            readings.push(Reading {
                account: AccountId(maker.id),
                variant: None,
                day,
                metric,
                value: Some(u64::try_from(value).expect("counts are not negative")),
                source: maker.source,
                definition: definition.into(),
                at: at(day + Duration::days(1), 9, 40),
            });
        };
        write(Metric::Followers, start + maker.daily * place + rough % 7 - 2, "");
        let reach = maker.followers * (30 + rough % 25) / 100 * weekend / 10;
        if maker.reach {
            write(Metric::Reach, reach, "");
            // Instagram began to count otherwise on the 19th: repeats are in.
            let (views, definition) =
                if maker.id == 1 && offset > 0 && place >= 18 { (reach * 19 / 10, "vues 2026") } else { (reach * 13 / 10, "vues") };
            write(Metric::Views, views, definition);
            write(Metric::Clicks, reach / 90 + rough % 4, "");
            write(Metric::Likes, reach / 28, "");
            write(Metric::Comments, reach / 240, "");
        }
    }
    AccountFacts {
        account: AccountId(maker.id),
        network: maker.network,
        handle: maker.handle.into(),
        followers_before: Some(u64::try_from(start - 2).expect("followers are not negative")),
        readings,
    }
}

fn post(id: i64, account: usize, day: Day, title: &str, pillar: &str, reach: Option<u64>, figures: [u64; 4]) -> PostFacts {
    let maker = &ACCOUNTS[account - 1];
    let [likes, comments, shares, saves] = figures;
    let mut known = vec![(Metric::Likes, likes), (Metric::Comments, comments), (Metric::Shares, shares)];
    known.extend(reach.map(|reach| (Metric::Reach, reach)));
    known.extend(reach.map(|reach| (Metric::Views, reach * 14 / 10)));
    if account == 1 {
        known.push((Metric::Saves, saves));
    }
    PostFacts {
        variant: VariantId(id),
        account: AccountId(maker.id),
        network: maker.network,
        title: title.into(),
        pillar: pillar.into(),
        url: Some("https://cafelumen.example/p/1".into()),
        at: at(day, 12, 0),
        followers: Some(u64::try_from(maker.followers).expect("followers are not negative")),
        figures: known,
    }
}

fn messages(kind: MessageKind, received: u32, set_aside: u32, answered: u32, delegated: u32) -> MessageFacts {
    let waiting = received - set_aside - answered;
    MessageFacts { kind, received, set_aside, answered, delegated, delegated_done: delegated.saturating_sub(2), waiting }
}

fn highlight(id: i64, kind: HighlightKind, text: &str, author: &str, at: Moment) -> Highlight {
    Highlight {
        id: HighlightId(id),
        brand: BrandId(1),
        kind,
        text: text.into(),
        author: author.into(),
        url: None,
        message: None,
        contact: None,
        at,
        consent: Consent::Given,
        consent_where: ronde::domain::text::SafeText::EMPTY,
    }
}

/// The posts of a month; `grown` says how much of October's figures they had, but for the reach.
fn posts(period: Period, grown: u32) -> Vec<PostFacts> {
    let on = |place: i64| period.from + Duration::days(place - 1);
    let mut posts = vec![
        post(1, 1, on(2), "Recette : l’affogato de la maison", "Recettes", Some(5_010), [302, 21, 18, 30]),
        post(2, 2, on(5), "Jeu « Mug d’hiver » : le règlement", "Jeux", Some(3_380), [120, 66, 17, 0]),
        post(3, 1, on(8), "Coulisses : 14 minutes de torréfaction", "Coulisses", Some(6_420), [448, 52, 39, 46]),
        post(4, 3, on(9), "Nous recrutons une barista", "Équipe", Some(912), [9, 1, 1, 0]),
        post(5, 4, on(12), "Portrait d’Aïcha, torréfactrice", "Coulisses", None, [58, 14, 22, 0]),
        post(6, 1, on(15), "Livraisons en retard : où nous en sommes", "Service", Some(7_950), [210, 118, 12, 4]),
        post(7, 2, on(15), "Livraisons en retard : où nous en sommes", "Service", Some(2_960), [64, 71, 9, 0]),
        post(8, 5, on(20), "Débat : lait ou pas lait ?", "Communauté", None, [33, 29, 6, 0]),
        post(9, 2, on(22), "Nos coffrets d’hiver", "Offres", Some(2_204), [61, 12, 9, 0]),
        post(10, 1, on(23), "Marché de Noël : on y sera", "Offres", Some(4_120), [140, 9, 6, 11]),
        post(11, 3, on(26), "Un an de l’atelier", "Équipe", Some(1_480), [41, 6, 3, 0]),
        post(12, 1, on(29), "Café filtre : la bonne mouture", "Recettes", Some(3_300), [98, 7, 12, 21]),
    ];
    for (place, post) in posts.iter_mut().enumerate() {
        for (metric, value) in &mut post.figures {
            let part = if *metric == Metric::Reach { 100 } else { u64::from(grown) + if grown < 100 { place as u64 % 5 } else { 0 } };
            *value = *value * part / 100;
        }
    }
    if grown < 100 {
        posts.remove(3);
    }
    posts
}

/// Facts of a month; `offset` says how many days of growth lie behind it.
fn month(first: &str, offset: i64, grown: u32) -> Facts {
    let posts = posts(Period::month_of(day(first)), grown);
    let period = Period::month_of(day(first));
    let on = |place: i64| period.from + Duration::days(place - 1);
    let more = |count: u32| count * grown / 100;
    let by_day: Vec<(Day, u32)> = period
        .iter()
        .enumerate()
        .map(|(place, day)| {
            let place = i64::try_from(place).expect("a month has few days");
            let rough = u32::try_from(noise(place + offset) % 9).expect("nine is small");
            let crisis =
                if offset > 0 && (13..=15).contains(&place) { 24 - u32::try_from((place - 14).abs()).expect("small") * 9 } else { 0 };
            let quiet = if day.weekday().num_days_from_monday() > 4 { 3 } else { 9 };
            (day, more(quiet + rough) + crisis)
        })
        .collect();
    let mut by_hour = vec![[0; 24]; 7];
    for (weekday, hours) in by_hour.iter_mut().enumerate() {
        for (hour, count) in hours.iter_mut().enumerate().skip(7).take(16) {
            let near = if (11..=13).contains(&hour) || (18..=21).contains(&hour) { 6 } else { 2 };
            let rough = noise(i64::try_from(weekday * 24 + hour).expect("small") + offset) % 4;
            let rough = u32::try_from(rough).expect("small");
            *count = if weekday > 4 { near / 2 + rough / 2 } else { near + rough };
        }
    }
    Facts {
        period,
        accounts: ACCOUNTS.iter().map(|maker| account(maker, period, offset)).collect(),
        posts,
        messages: vec![
            messages(MessageKind::Question, more(141), more(4), more(128), more(9)),
            messages(MessageKind::Praise, more(118), more(96), more(20), 0),
            messages(MessageKind::Purchase, more(58), 0, more(56), 3),
            messages(MessageKind::Complaint, more(41), 0, more(38), more(19)),
            messages(MessageKind::Mention, more(36), more(26), more(10), 0),
            messages(MessageKind::Spam, more(18), more(18), 0, 0),
        ],
        first_answers: (0..i64::from(more(252))).map(|place| 300 + noise(place + offset) * (9 + place % 11)).collect(),
        within: vec![
            WithinFacts { kind: MessageKind::Question, minutes: 240, needing: more(128), answered: more(112) },
            WithinFacts { kind: MessageKind::Complaint, minutes: 120, needing: more(38), answered: more(31) },
        ],
        resolutions: (0..23).map(|place| 3_600 * (3 + noise(place) % 14)).collect(),
        by_hour,
        by_day,
        tones: vec![(Tone::Positive, more(31)), (Tone::Neutral, 12), (Tone::Negative, 9), (Tone::Unrated, more(360))],
        moderation: vec![("block".to_owned(), 2), ("report".to_owned(), 3)],
        replies_sent: more(247),
        unclear: 0,
        sweeps: period
            .iter()
            .filter(|day| day.weekday().num_days_from_monday() < 5)
            .flat_map(|day| {
                [Slot::Morning, Slot::Afternoon].map(|slot| {
                    let listed = 8 + u32::try_from(noise(i64::from(day.day())) % 3).expect("small");
                    (day, slot, Receipt { listed, read: listed, answered: 5, delegated: 1, snoozed: 0, closed: 2, hidden: 0 })
                })
            })
            .collect(),
        sweep_seconds: (0..42).map(|place| 900 + noise(place + offset) * 40).collect(),
        highlights: vec![
            highlight(
                1,
                HighlightKind::Win,
                "Le meilleur service client que j’aie eu. Merci à la personne qui répond !",
                "@mona_k",
                at(on(13), 10, 4),
            ),
            highlight(
                2,
                HighlightKind::Feedback,
                "Quatre demandes de capsules compostables cette semaine : transmis à l’équipe Produit, réponse attendue le 20.",
                "Tom D.",
                at(on(13), 16, 20),
            ),
            highlight(3, HighlightKind::Note, "Brûlerie Nord lance un abonnement à 9 € par mois.", "", at(on(12), 9, 0)),
        ],
        oldest_open: Some(("Gérard P.".into(), at(on(27), 18, 12))),
        texts: vec![],
    }
}

pub fn before() -> Facts {
    month("2026-09-01", 0, 90)
}

pub fn now() -> Facts {
    let texts = [
        (
            Section::Essentials,
            "Octobre tient l’objectif d’engagement malgré trois jours de retards de livraison, à la mi-mois.\n\nTrois choses à retenir : les coulisses plaisent le plus ; la réponse publique aux retards a calmé les plaintes en deux jours ; le délai de réponse reste sous quatre heures.\n\nDécision attendue : valider le calendrier de décembre avant le 25.",
        ),
        (Section::Audience, "La vidéo de torréfaction a amené un tiers des nouveaux abonnés d’Instagram."),
        (
            Section::Exchanges,
            "Les questions sur les délais ont doublé après la hausse des commandes. Un modèle de réponse et un encart sur la page de livraison devraient les réduire en novembre.",
        ),
        (
            Section::Next,
            "Publier une coulisse par semaine.\nPréparer une foire aux questions sur la livraison.\nBesoin : deux photos de l’atelier avant le 12.",
        ),
    ];
    Facts { texts: texts.map(|(section, text)| (section, text.into())).to_vec(), ..month("2026-10-01", 30, 100) }
}

pub fn made() -> Moment {
    at(day("2026-11-03"), 9, 12)
}
