//! What may not leave in a brand's name: one check for answers and posts, on the screens and by command.
//!
//! It refuses and says why; it never changes a text.

use super::brand::Brand;
use super::count::Count;
use super::placeholder;
use super::post::Post;
use super::text::SafeText;
use super::words::holds;

/// Why a text can't leave as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is too long by this many characters.
    TooLong(u32),
    /// Its characters are few enough, its bytes are too many by so many.
    TooHeavy(u32),
    /// A placeholder is not filled in.
    Placeholder(SafeText),
    /// It names another brand.
    OtherBrand(SafeText),
    /// It holds a word that the charter bans.
    Banned(SafeText),
}

impl Refusal {
    /// The stable word for it: in the ids of its texts, and in `--json`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong(_) => "too-long",
            Self::TooHeavy(_) => "too-heavy",
            Self::Placeholder(_) => "placeholder",
            Self::OtherBrand(_) => "other-brand",
            Self::Banned(_) => "banned",
        }
    }
}

/// Checks an answer before it leaves.
///
/// # Errors
/// The first reason against it.
pub fn check_answer(text: &str, count: Option<Count>, brand: &Brand, brands: &[Brand]) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(count) = count.filter(|count| count.over) {
        return Err(too_long(count));
    }
    check_words(text, brand, brands)
}

/// Why a text that is over its network's limit is: its length, or its bytes alone.
#[must_use]
pub const fn too_long(count: Count) -> Refusal {
    match count.bytes {
        Some((bytes, most)) => Refusal::TooHeavy(bytes.saturating_sub(most)),
        None => Refusal::TooLong(count.excess()),
    }
}

/// Checks the words of anything that is made public in the name of `brand`.
///
/// # Errors
/// The first reason against it.
pub fn check_words(text: &str, brand: &Brand, brands: &[Brand]) -> Result<(), Refusal> {
    if let Some(what) = placeholder::first(text) {
        return Err(Refusal::Placeholder(SafeText::line(what)));
    }
    let others = brands.iter().filter(|other| other.id != brand.id).map(|other| &other.name);
    // Two brands of one name can't be told apart by it.
    if let Some(name) = others.filter(|name| !holds(brand.name.as_str(), name.as_str())).find(|name| holds(text, name.as_str())) {
        return Err(Refusal::OtherBrand(name.clone()));
    }
    match brand.charter.banned.iter().find(|word| holds(text, word.as_str())) {
        Some(word) => Err(Refusal::Banned(word.clone())),
        None => Ok(()),
    }
}

/// Checks all that a post makes public: the text of each account, what its pictures show.
///
/// # Errors
/// The first reason against it.
pub fn check_post(post: &Post, brand: &Brand, brands: &[Brand]) -> Result<(), Refusal> {
    let own = post.variants.iter().filter_map(|variant| variant.text.as_ref());
    let alts = post.media.iter().map(|media| &media.alt);
    std::iter::once(&post.text).chain(own).chain(alts).try_for_each(|text| check_words(text.as_str(), brand, brands))
}

/// The lines of a list as typed: one entry each, nothing twice, blank ones left out.
#[must_use]
pub fn entries(typed: &str) -> Vec<SafeText> {
    let mut entries: Vec<SafeText> = Vec::new();
    for line in typed.lines().map(SafeText::line).map(|line| SafeText::line(line.as_str().trim())).filter(|line| !line.is_blank()) {
        if !entries.contains(&line) {
            entries.push(line);
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::super::brand::{Charter, Colour, ReportsTo, Targets};
    use super::super::hours::WorkingHours;
    use super::*;
    use crate::domain::BrandId;

    fn brand(id: i64, name: &str, banned: &[&str]) -> Brand {
        Brand {
            id: BrandId(id),
            name: name.into(),
            colour: Colour::Teal,
            zone: chrono_tz::UTC,
            hours: WorkingHours::default(),
            sweeps_per_day: 1,
            reports_to: ReportsTo::Myself,
            validates_alone: true,
            on_hold: false,
            charter: Charter { banned: banned.iter().map(|word| SafeText::line(word)).collect(), ..Charter::default() },
            targets: Targets::default(),
        }
    }

    #[test]
    fn each_reason_is_named_and_the_first_one_told() {
        let brands = [brand(1, "Café Lumen", &["gratuit", "pas cher"]), brand(2, "Brûlerie Nord", &[])];
        let check = |text| check_words(text, &brands[0], &brands);
        assert_eq!(check("Merci à vous"), Ok(()));
        assert_eq!(check("Bonjour {prénom}"), Err(Refusal::Placeholder("{prénom}".into())));
        assert_eq!(check("comme à la BRULERIE-NORD"), Err(Refusal::OtherBrand("Brûlerie Nord".into())));
        assert_eq!(check("C’est gratuit, et pas  cher"), Err(Refusal::Banned("gratuit".into())));
        assert_eq!(check("PAS CHER !"), Err(Refusal::Banned("pas cher".into())));
        assert_eq!(check("gratuitement"), Ok(()));
    }

    #[test]
    fn a_brand_that_holds_the_name_of_another_may_say_its_own() {
        let brands = [brand(1, "Lumen Bureau", &[]), brand(2, "Lumen", &[])];
        assert_eq!(check_words("Lumen Bureau vous répond", &brands[0], &brands), Ok(()));
        assert!(check_words("Lumen Bureau vous répond", &brands[1], &brands).is_err());
    }

    #[test]
    fn a_list_is_one_entry_a_line() {
        assert_eq!(entries("gratuit\n\n  pas cher \ngratuit"), [SafeText::from("gratuit"), "pas cher".into()]);
    }
}
