//! What a brief says: to the contact, to the contact again, and to the author meanwhile. Pure words, for the
//! screens and the commands alike; it leads nothing out by itself.

use super::event::Asked;
use crate::domain::account::Account;
use crate::domain::contact::Contact;
use crate::domain::message::Message;
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, Zone, day_in};
use crate::lang::{Text, Voice, format};

/// The most characters of a message that a brief quotes; the link leads to the rest.
const QUOTED: usize = 1_500;

/// All that the words are made of.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The language.
    pub voice: Voice<'a>,
    /// The zone in which hours are said.
    pub zone: Zone,
    /// The name of the brand.
    pub brand: &'a SafeText,
    /// Who is asked; they may have been removed since.
    pub contact: Option<&'a Contact>,
    /// The accounts that received the messages.
    pub accounts: &'a [Account],
    /// The messages, each with what was asked about it: at least one.
    pub asked: &'a [Asked],
}

impl Told<'_> {
    /// What the contact is asked: who wrote what where, what is needed, by when, what the author is told meanwhile.
    #[must_use]
    pub fn request(&self) -> SafeText {
        let mut parts = vec![self.hello()];
        match self.asked {
            [one] => parts.push(self.item(one)),
            several => {
                parts.push(self.say(&Text::new("brief-many").count("count", several.len()).with("brand", self.brand)));
                parts.extend(several.iter().enumerate().map(|(at, one)| format!("{}. {}", at + 1, self.item(one))));
            }
        }
        parts.extend(self.common());
        if let [one] = self.asked {
            let said = acknowledgement(self.voice, self.zone, &one.message, one.brief.due);
            parts.push(self.say(&Text::new("brief-meanwhile").with("author", author(&one.message)).with("text", said)));
        }
        parts.push(self.voice.t("brief-thanks"));
        join(&parts)
    }

    /// The same asked again: since when, and how long the author has been waiting.
    #[must_use]
    pub fn chaser(&self, now: Moment) -> SafeText {
        let mut parts = vec![self.hello()];
        let since = self.asked.iter().map(|asked| asked.brief.at).min().unwrap_or(now);
        let waits = self.asked.iter().map(|asked| asked.message.at).min().unwrap_or(now);
        let again = Text::new("brief-chaser")
            .count("count", self.asked.len())
            .with("since", self.instant(since))
            .with("waited", waited(self.voice.lang, now, waits));
        parts.push(self.say(&again));
        parts.extend(self.asked.iter().map(|one| self.item(one)));
        parts.extend(self.what());
        parts.push(self.voice.t("brief-chaser-end"));
        join(&parts)
    }

    /// The line a mail is filed under.
    #[must_use]
    pub fn subject(&self) -> SafeText {
        let text = match self.asked {
            [one] => Text::new("brief-subject").with("author", author(&one.message)).with("brand", self.brand),
            several => Text::new("brief-subject-many").count("count", several.len()).with("brand", self.brand),
        };
        SafeText::line(&self.say(&text))
    }

    /// The name of its file: of the day and of our own numbers, never of what a stranger wrote.
    #[must_use]
    pub fn file_name(&self) -> SafeText {
        let first = self.asked.first();
        let day = first.map(|asked| day_in(self.zone, asked.brief.at).to_string()).unwrap_or_default();
        let number = first.map_or(0, |asked| asked.message.id.0);
        SafeText::line(&format!("{day}-{}-{number}.txt", self.voice.t("brief-file")))
    }

    fn hello(&self) -> String {
        let name = self.contact.map(|contact| contact.name.on_one_line()).unwrap_or_default();
        if name.is_blank() { self.voice.t("brief-hello-nobody") } else { self.say(&Text::new("brief-hello").with("name", name)) }
    }

    /// Who wrote what, where and when.
    fn item(&self, asked: &Asked) -> String {
        let message = &asked.message;
        let network = self.accounts.iter().find(|account| account.id == message.account).map_or("", |account| account.network.name());
        let head = Text::new("brief-wrote")
            .with("author", author(message))
            .with("brand", self.brand)
            .with("network", network)
            .with("when", self.instant(message.at));
        let mut lines = vec![self.say(&head), self.say(&Text::new("brief-quote").with("text", quote(&message.text)))];
        if let Some(url) = &message.url {
            lines.push(self.say(&Text::new("brief-link").with("url", url)));
        }
        lines.join("\n")
    }

    /// What is asked, once where it is the same for all.
    fn what(&self) -> Vec<String> {
        let mut said: Vec<&SafeText> = Vec::new();
        for asked in self.asked.iter().map(|asked| &asked.brief.asked).filter(|asked| !asked.is_blank()) {
            if !said.contains(&asked) {
                said.push(asked);
            }
        }
        said.into_iter().map(|asked| self.say(&Text::new("brief-asked").with("asked", asked))).collect()
    }

    fn common(&self) -> Vec<String> {
        let mut parts = self.what();
        if parts.is_empty() {
            parts.push(self.voice.t("brief-asked-nothing"));
        }
        if let Some(due) = self.asked.iter().map(|asked| asked.brief.due).min() {
            parts.push(self.say(&Text::new("brief-due").with("when", self.instant(due))));
        }
        parts
    }

    fn instant(&self, at: Moment) -> String {
        let day = format::long_day(self.voice.lang, day_in(self.zone, at));
        self.say(&Text::new("brief-instant").with("day", day).with("clock", format::clock(self.zone, at)))
    }

    fn say(&self, text: &Text) -> String {
        self.voice.say(text)
    }
}

/// A word for the author, to be read over and sent by the CM: it is seen to, and until when.
#[must_use]
pub fn acknowledgement(voice: Voice<'_>, zone: Zone, message: &Message, due: Moment) -> SafeText {
    let day = format::long_day(voice.lang, day_in(zone, due));
    let text = match first_name(message) {
        Some(name) => Text::new("brief-acknowledge").with("name", name).with("day", day),
        None => Text::new("brief-acknowledge-nobody").with("day", day),
    };
    SafeText::clean(&voice.say(&text))
}

/// A feedback as it is passed to a colleague.
#[must_use]
pub fn feedback(voice: Voice<'_>, contact: Option<&Contact>, text: &SafeText, url: Option<&SafeText>) -> SafeText {
    let hello = match contact {
        Some(contact) => voice.say(&Text::new("brief-hello").with("name", contact.name.on_one_line())),
        None => voice.t("brief-hello-nobody"),
    };
    let mut parts = vec![hello, voice.t("brief-feedback"), voice.say(&Text::new("brief-quote").with("text", quote(text)))];
    parts.extend(url.map(|url| voice.say(&Text::new("brief-link").with("url", url))));
    parts.push(voice.t("brief-thanks"));
    join(&parts)
}

/// How long somebody has been waiting, by the clock on the wall: `40 min`, `26 h`, `3 j`.
///
/// Wall hours, not working hours: who waits counts every hour, and nobody reckons nights off in their head.
#[must_use]
pub fn waited(lang: crate::lang::Lang, now: Moment, since: Moment) -> String {
    let seconds = (now - since).num_seconds().max(0);
    let whole = if seconds < 172_800 { seconds } else { seconds - seconds % 86_400 };
    if (3_600..172_800).contains(&seconds) { format!("{}\u{a0}h", seconds / 3_600) } else { format::duration(lang, whole) }
}

/// The name a message was written under, else its handle.
fn author(message: &Message) -> SafeText {
    if message.author.is_blank() { message.handle.on_one_line() } else { message.author.on_one_line() }
}

/// The first name, where the author shows one: a word of letters that begins with a capital.
fn first_name(message: &Message) -> Option<&str> {
    let word = message.author.as_str().split_whitespace().next()?;
    let is_name = word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '’');
    (is_name && word.chars().count() > 1).then_some(word)
}

fn quote(text: &SafeText) -> String {
    let trimmed = text.as_str().trim();
    match trimmed.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", trimmed[..at].trim_end()),
        None => trimmed.to_owned(),
    }
}

fn join(parts: &[String]) -> SafeText {
    SafeText::clean(&parts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn waiting_is_said_in_wall_hours_up_to_two_days() {
        let since: Moment = "2026-11-16T09:00:00Z".parse().expect("an instant");
        let after = |hours: i64, minutes: i64| waited(Lang::Fr, since + chrono::Duration::minutes(hours * 60 + minutes), since);
        assert_eq!(after(0, 40), "40\u{a0}min");
        assert_eq!(after(26, 5), "26\u{a0}h");
        assert_eq!(after(47, 59), "47\u{a0}h");
        assert_eq!(after(75, 0), "3\u{a0}j");
    }
}
