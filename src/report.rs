//! A report as a document, and the document as Markdown, HTML, CSV or an e-mail.
//!
//! [`document`] says the report once, in the report's language; each format only dresses it, so that
//! no two formats can disagree. Nothing here opens a file: what is made is returned.

pub mod chart;
pub mod csv;
pub mod document;
pub mod html;
pub mod mail;
pub mod markdown;
pub mod say;

use crate::domain::report::{Format, Report};
use crate::domain::time::Period;
use crate::lang::{Texts, Voice};
use chrono::Datelike;
use document::Document;

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The template of the HTML form does not fit the document.
    #[error("the report's template: {0}")]
    Template(#[from] minijinja::Error),
    /// A row of the CSV form could not be written.
    #[error("the report's table: {0}")]
    Table(#[from] ::csv::Error),
}

/// The bytes of `report` in `format`, in the report's own language.
pub fn write(report: &Report, format: Format, texts: &Texts) -> Result<Vec<u8>, WriteError> {
    let voice = texts.voice(report.lang);
    Ok(match format {
        Format::Markdown => markdown::write(&Document::of(report, voice)).into_bytes(),
        Format::Html => html::write(&Document::of(report, voice))?.into_bytes(),
        Format::Csv => csv::write(report, voice)?,
    })
}

/// The e-mail summary of a report: ten lines at most, for readers who open no attachment.
#[must_use]
pub fn summary(report: &Report, texts: &Texts) -> String {
    mail::write(&Document::of(report, texts.voice(report.lang)))
}

/// The name of a report's file: `2026-10_cafe-lumen_rapport.html`.
#[must_use]
pub fn file_name(report: &Report, format: Format, texts: &Texts) -> String {
    let voice = texts.voice(report.lang);
    let brand = match slug(report.brand.as_str()) {
        empty if empty.is_empty() => voice.t("report-brand-file-name"),
        slug => slug,
    };
    format!("{}_{brand}_{}.{}", stamp(report.period), voice.t("report-file-name"), format.code())
}

/// `2026-10`, `2026-W43`, or both ends of another span.
fn stamp(period: Period) -> String {
    let week = period.from.iso_week();
    if period.is_month() {
        period.from.format("%Y-%m").to_string()
    } else if period == Period::week_of(period.from) {
        format!("{}-W{:02}", week.year(), week.week())
    } else {
        format!("{}_{}", period.from, period.to)
    }
}

/// A name in letters that every file system takes: accents go, the rest becomes `-`.
pub(crate) fn slug(name: &str) -> String {
    let plain = name.to_lowercase().chars().fold(String::new(), |mut slug, c| {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => slug.push('a'),
            'ç' => slug.push('c'),
            'é' | 'è' | 'ê' | 'ë' => slug.push('e'),
            'î' | 'ï' | 'í' | 'ì' => slug.push('i'),
            'ñ' => slug.push('n'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => slug.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => slug.push('u'),
            'ÿ' => slug.push('y'),
            'œ' => slug.push_str("oe"),
            'æ' => slug.push_str("ae"),
            'ß' => slug.push_str("ss"),
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
        slug
    });
    plain.chars().take(60).collect::<String>().trim_matches('-').to_owned()
}

/// The period as the reader says it: a month by its name, a week by its number, else both ends.
#[must_use]
pub fn period_name(voice: Voice<'_>, period: Period) -> String {
    say::period(voice, period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_period_and_its_brand() {
        assert_eq!(slug("Café Lumen & Cie — l’atelier"), "cafe-lumen-cie-l-atelier");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("咖啡"), "");
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(stamp(Period::month_of(day("2026-10-05"))), "2026-10");
        assert_eq!(stamp(Period::week_of(day("2026-10-21"))), "2026-W43");
        assert_eq!(stamp(Period::new(day("2026-10-03"), day("2026-10-12"))), "2026-10-03_2026-10-12");
    }
}
