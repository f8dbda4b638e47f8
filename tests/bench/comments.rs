//! Comments to measure with: short French and English texts with emoji, the same on every machine.
//!
//! Made up here, word by word, from a number: nothing is read, and no two runs differ.

use chrono::Duration;
use ronde::domain::message::{Channel, Incoming, Visibility};
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use std::fmt::Write;

/// The accounts that the comments are spread over.
pub const ACCOUNTS: usize = 8;
/// The days that the comments are spread over.
pub const DAYS: i64 = 730;

/// When the newest comment was written; the hour at which everything is measured.
pub fn now() -> Moment {
    "2026-11-16T08:12:00Z".parse().expect("an instant")
}

/// When the oldest comment was written.
pub fn first() -> Moment {
    now() - Duration::days(DAYS)
}

/// One comment, before it is a message.
#[derive(Debug, Clone)]
pub struct Comment {
    /// The account it was written to, from 0.
    pub account: usize,
    /// Its number, from 0.
    pub number: u64,
    /// The number of what it answers.
    pub parent: Option<u64>,
    /// The number of its author.
    pub author: u64,
    /// The name of its author.
    pub name: String,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub at: Moment,
}

impl Comment {
    /// The network's id of it.
    pub fn remote_id(&self) -> String {
        remote_id(self.number)
    }

    /// The handle of its author.
    pub fn handle(&self) -> String {
        format!("@{}{}@place.example", ["ab", "cle", "dor", "mi", "ro", "ta"][self.author as usize % 6], self.author)
    }

    /// As a network brings it, cleaned.
    pub fn incoming(&self) -> Incoming {
        Incoming {
            remote_id: SafeText::line(&self.remote_id()),
            parent: self.parent.map(|parent| SafeText::line(&remote_id(parent))),
            author_id: SafeText::line(&self.author.to_string()),
            author: SafeText::line(&self.name),
            handle: SafeText::line(&self.handle()),
            text: SafeText::clean(&self.text),
            channel: if self.parent.is_some() { Channel::Reply } else { Channel::Mention },
            visibility: Visibility::Public,
            filtered: false,
            url: Some(SafeText::line(&format!("https://place.example/@u{}/{}", self.author, self.remote_id()))),
            at: self.at,
        }
    }
}

/// The id of a comment: as long for each, so that they keep their order.
fn remote_id(number: u64) -> String {
    format!("1{number:017}")
}

/// The comments, oldest first.
pub struct Comments {
    chance: Chance,
    next: u64,
    all: u64,
    authors: u64,
}

/// So many comments, oldest first.
#[expect(clippy::cast_sign_loss, reason = "a power of a count is no less than 0")]
pub fn comments(all: u64) -> Comments {
    // Authors grow slower than comments: a few write a lot.
    let authors = ((real(all)).powf(0.72) as u64).max(40);
    Comments { chance: Chance(0x0052_6f6e_6465), next: 0, all, authors }
}

impl Iterator for Comments {
    type Item = Comment;

    #[expect(clippy::cast_sign_loss, reason = "a share of a count is no less than 0")]
    fn next(&mut self) -> Option<Comment> {
        if self.next == self.all {
            return None;
        }
        let number = self.next;
        self.next += 1;
        let chance = &mut self.chance;
        let seconds = i64::try_from(u128::from(number) * (DAYS as u128 * 86_400) / u128::from(self.all)).expect("two years of seconds");
        let author = (chance.part().powf(2.2) * real(self.authors)) as u64;
        let account = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7][chance.below(16)];
        let parent = (chance.part() < 0.2 && number > 0).then(|| number - 1 - chance.below(number.min(200) as usize) as u64);
        Some(Comment { account, number, parent, author, name: name(author), text: text(chance), at: first() + Duration::seconds(seconds) })
    }
}

fn name(author: u64) -> String {
    let mut chance = Chance(author.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x0061_7574);
    format!("{} {}", chance.of(&FIRST), chance.of(&LAST))
}

fn text(chance: &mut Chance) -> String {
    let shape = chance.part();
    if shape < 0.04 {
        let count = 1 + chance.below(3);
        return (0..count).map(|_| chance.of(&EMOJI)).collect();
    }
    let french = chance.part() < 0.62;
    let sentences = match shape {
        ..0.52 => 1,
        ..0.84 => 2,
        ..0.998 => 3,
        _ => 10 + chance.below(16),
    };
    let mut text = String::new();
    if chance.part() < 0.1 {
        text = format!("@{} ", chance.of(&LAST).to_lowercase());
    }
    for place in 0..sentences {
        if place > 0 {
            text.push(' ');
        }
        sentence(chance, french, &mut text);
    }
    if chance.part() < 0.33 {
        text.push(' ');
        text.push_str(chance.of(&EMOJI));
    }
    if chance.part() < 0.04 {
        write!(text, " https://atelier.example/fiche/{}", chance.below(90_000)).expect("a text takes what is written");
    }
    if chance.part() < 0.05 {
        write!(text, " #{}", chance.of(&THINGS_FR).replace(' ', "")).expect("a text takes what is written");
    }
    text
}

fn sentence(chance: &mut Chance, french: bool, text: &mut String) {
    let (thing, place, day) = (chance.of(if french { &THINGS_FR } else { &THINGS_EN }), chance.of(&PLACES), 2 + chance.below(27));
    let pattern = chance.of(if french { &FRENCH } else { &ENGLISH });
    let number = 10_000 + chance.below(800_000);
    let how = chance.of(if french { &HOW_FR } else { &HOW_EN });
    let said = pattern
        .replace("{thing}", thing)
        .replace("{place}", place)
        .replace("{day}", &day.to_string())
        .replace("{number}", &number.to_string())
        .replace("{how}", how);
    text.push_str(&said);
}

/// Chance that is the same everywhere: a counter, well stirred.
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        real(self.draw() >> 11) / real(1 << 53)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.draw() % most as u64) as usize
    }

    fn of(&mut self, list: &[&'static str]) -> &'static str {
        list[self.below(list.len())]
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts here stay far below 2^53")]
fn real(number: u64) -> f64 {
    number as f64
}

const FIRST: [&str; 24] = [
    "Maëlys", "Baptiste", "Solène", "Rayan", "Capucine", "Gaspard", "Inaya", "Côme", "Noémie", "Ilyès", "Apolline", "Thibault", "Hannah",
    "Callum", "Niamh", "Rhys", "Freya", "Desmond", "Yuki", "Amadou", "Zsófia", "Raúl", "Ingrid", "Oksana",
];
const LAST: [&str; 20] = [
    "Chevalier",
    "Marchand",
    "Lemoine",
    "Aubert",
    "Brunet",
    "Carpentier",
    "Gauthier",
    "Renard",
    "Vasseur",
    "Picard",
    "Hughes",
    "Walsh",
    "Barker",
    "Sinclair",
    "Osei",
    "Nakamura",
    "Novák",
    "Sørensen",
    "Ibáñez",
    "Kaya",
];
const PLACES: [&str; 12] =
    ["Angers", "Dijon", "Brest", "Metz", "Nîmes", "Liège", "Genève", "Québec", "Cardiff", "Bristol", "Cork", "Leeds"];
const EMOJI: [&str; 16] = ["😊", "🥳", "❤️", "🤩", "🙌", "😢", "😤", "👍🏾", "🎂", "☕", "🌱", "👩‍🍳", "🇨🇦", "💬", "🤷", "👨‍👩‍👦"];
const THINGS_FR: [&str; 14] = [
    "la théière bleue",
    "le thé fumé",
    "ce bol",
    "le coffret découverte",
    "la tasse à pois",
    "le calendrier",
    "la bougie",
    "le plateau",
    "l’infusion du soir",
    "le livre de recettes",
    "la carte cadeau",
    "le tablier",
    "l’atelier",
    "la bouilloire",
];
const THINGS_EN: [&str; 14] = [
    "the blue teapot",
    "the smoked tea",
    "this bowl",
    "the starter box",
    "the dotted cup",
    "the calendar",
    "the candle",
    "the tray",
    "the evening blend",
    "the cookbook",
    "the gift card",
    "the apron",
    "the workshop",
    "the kettle",
];
const HOW_FR: [&str; 10] =
    ["parfait", "décevant", "très beau", "un peu fragile", "magnifique", "trop petit", "délicieux", "abîmé", "génial", "moyen"];
const HOW_EN: [&str; 10] =
    ["perfect", "disappointing", "beautiful", "a bit fragile", "wonderful", "too small", "delicious", "damaged", "brilliant", "average"];
const FRENCH: [&str; 24] = [
    "Mon colis {number} est bloqué depuis {day} jours.",
    "Est-ce que {thing} revient bientôt ?",
    "J’ai offert {thing} à ma sœur, c’est {how} !",
    "Livrez-vous jusqu’à {place} ?",
    "Personne ne répond au téléphone, c’est pénible.",
    "Quelle température pour {thing} ?",
    "Reçu hier, {how}, merci à toute l’équipe.",
    "Je voudrais un remboursement pour la commande {number}.",
    "Le magasin de {place} est-il ouvert le lundi ?",
    "Le code de réduction est refusé au panier.",
    "Votre recette du {day} était une réussite",
    "On s’est régalés avec {thing}",
    "Il manque une pièce dans {thing}.",
    "C’est {how}, mais l’emballage laisse à désirer.",
    "Peut-on venir avec des enfants ?",
    "Toujours pas de réponse à mon message privé…",
    "Une idée de date pour {place} ?",
    "Je cherche {thing} depuis des mois",
    "Bravo pour la vitrine de {place} !",
    "Où trouver {thing} près de {place} ?",
    "La page plante quand je paie.",
    "Combien coûte {thing} avec la livraison ?",
    "Franchement {how}.",
    "Hâte d’être au {day} !",
];
const ENGLISH: [&str; 20] = [
    "My parcel {number} has been stuck for {day} days.",
    "Will {thing} be back soon?",
    "Gave {thing} to my sister, it is {how}!",
    "Do you deliver to {place}?",
    "Nobody picks up the phone, not great.",
    "How hot should the water be for {thing}?",
    "Arrived yesterday, {how}, thank you all.",
    "Please refund order {number}.",
    "Is the {place} shop open on Mondays?",
    "The voucher is refused in my basket.",
    "We really enjoyed {thing}",
    "A part is missing from {thing}.",
    "It is {how}, shame about the wrapping.",
    "Are children welcome?",
    "Still no answer to my message…",
    "Any date for {place} yet?",
    "Lovely window in {place}!",
    "Where can I find {thing} near {place}?",
    "The page crashes when I pay.",
    "Cannot wait for the {day}th!",
];
