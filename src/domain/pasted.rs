//! Messages pasted at once from a place without an API: told apart by blank lines, or one to a line.
//!
//! What is not surely another message stays with the one before it: nothing that was pasted is lost.

use super::text::SafeText;
use super::time::Day;

/// One message of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who wrote it; blank where the paste does not tell.
    pub author: SafeText,
    /// What they wrote.
    pub text: SafeText,
}

/// The most messages of one paste.
pub const MOST: usize = 500;

/// Tells the messages of a paste apart: `author: text`, `author — text`, or a name on a line of its own.
#[must_use]
pub fn split(paste: &SafeText) -> Vec<Said> {
    let lines: Vec<&str> = paste.as_str().lines().map(str::trim).collect();
    let has_blocks = lines.iter().skip_while(|line| line.is_empty()).any(|line| line.is_empty());
    let mut found: Vec<Said> = Vec::new();
    if has_blocks {
        let blocks = lines.split(|line| line.is_empty()).filter(|block| !block.is_empty());
        found.extend(blocks.flat_map(block));
    } else {
        found.extend(block(&lines));
    }
    found.retain(|said| !said.text.is_blank());
    found.truncate(MOST);
    found
}

/// The messages of lines without a blank one among them.
fn block(lines: &[&str]) -> Vec<Said> {
    let named: Vec<Option<(&str, &str)>> = lines.iter().map(|line| headed(line)).collect();
    if named.iter().all(Option::is_none) {
        return vec![alone(lines)];
    }
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for (line, head) in lines.iter().zip(named) {
        match (head, found.last_mut()) {
            (Some((author, text)), _) => found.push((author.to_owned(), vec![text])),
            (None, Some((_, text))) => text.push(line),
            (None, None) => found.push((String::new(), vec![line])),
        }
    }
    found.into_iter().map(|(author, text)| said(&author, &text.join("\n"))).collect()
}

/// A block that names nobody line by line: a short first line without an end is who wrote the rest.
fn alone(lines: &[&str]) -> Said {
    match lines {
        [first, rest @ ..] if !rest.is_empty() && is_name(first) => said(first, &rest.join("\n")),
        _ => said("", &lines.join("\n")),
    }
}

fn said(author: &str, text: &str) -> Said {
    Said { author: SafeText::line(author), text: SafeText::clean(text.trim()) }
}

/// The author and the text of a line that has both.
fn headed(line: &str) -> Option<(&str, &str)> {
    let line = without_stamp(line);
    let marks = [" — ", " – ", ":"];
    let (at, mark) = marks.iter().filter_map(|mark| line.find(mark).map(|at| (at, *mark))).min_by_key(|(at, _)| *at)?;
    let (author, text) = (line[..at].trim(), line[at + mark.len()..].trim());
    (is_name(author) && !text.starts_with("//")).then_some((author, text))
}

/// A line without the date that messengers write in front: `[16/11/2026 07:10] `.
fn without_stamp(line: &str) -> &str {
    let rest = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    rest.filter(|(stamp, _)| stamp.chars().any(|c| c.is_ascii_digit())).map_or(line, |(_, rest)| rest.trim_start())
}

/// Whether some words could be a name: a few short ones, with letters, that end no sentence.
fn is_name(words: &str) -> bool {
    let letters = words.chars().any(char::is_alphabetic);
    let plain = !words.contains(['.', ':', '!', '?', ';', ',', '/', '«', '"', '…']) || words.starts_with('@') || words.ends_with(" B.");
    let initial = words.split_whitespace().last().is_some_and(|last| last.len() == 2 && last.ends_with('.'));
    letters && (plain || initial) && words.chars().count() <= 40 && words.split_whitespace().count() <= 4
}

/// The id of a message logged by hand: the same words of the same person on the same day are one message.
#[must_use]
pub fn own_id(author: &SafeText, text: &SafeText, day: Day) -> SafeText {
    use sha2::{Digest, Sha256};
    let words: Vec<&str> = text.as_str().split_whitespace().collect();
    let digest = Sha256::digest(format!("{}\n{day}\n{}", author.as_str().to_lowercase(), words.join(" ")));
    let hex = digest.iter().take(10).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    SafeText::line(&format!("hand-{hex}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(paste: &str) -> Vec<(String, String)> {
        split(&SafeText::clean(paste)).into_iter().map(|said| (said.author.to_string(), said.text.to_string())).collect()
    }

    fn pair(author: &str, text: &str) -> (String, String) {
        (author.to_owned(), text.to_owned())
    }

    #[test]
    fn lines_with_a_name_in_front_are_messages() {
        let expected = [pair("Marie", "où est mon colis ?"), pair("Jean B.", "merci\nà demain"), pair("@lou", "voir https://a.example")];
        assert_eq!(pairs("Marie : où est mon colis ?\nJean B. — merci\nà demain\n@lou: voir https://a.example"), expected);
    }

    #[test]
    fn blocks_are_messages_and_a_name_may_stand_above_its_words() {
        let expected = [pair("Marie Dupont", "Bonjour,\nc’est ouvert ?"), pair("", "Personne ne répond ici. C’est long !")];
        assert_eq!(pairs("Marie Dupont\nBonjour,\nc’est ouvert ?\n\n\nPersonne ne répond ici. C’est long !\n"), expected);
    }

    #[test]
    fn dates_of_messengers_are_left_out_and_hours_and_links_are_no_names() {
        assert_eq!(pairs("[16/11/2026 07:10] Marc: oui\n[16/11/2026 07:11] Léa: non"), [pair("Marc", "oui"), pair("Léa", "non")]);
        assert_eq!(pairs("12:30 c’est bon\nhttps://a.example/b"), [pair("", "12:30 c’est bon\nhttps://a.example/b")]);
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(pairs(" \n\n \n"), []);
    }

    #[test]
    fn the_same_words_of_a_day_have_one_id() {
        let (day, next): (Day, Day) = ("2026-11-16".parse().expect("a day"), "2026-11-17".parse().expect("a day"));
        let id = |author: &str, text: &str, day| own_id(&author.into(), &text.into(), day);
        assert_eq!(id("Marie", "où  est\nmon colis", day), id("marie", "où est mon colis", day));
        assert_ne!(id("Marie", "où est mon colis", day), id("Marie", "où est mon colis", next));
        assert_ne!(id("Marie", "a", day), id("Jean", "a", day));
    }
}
