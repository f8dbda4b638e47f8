//! What each account will say, as it will be read there: its parts numbered, its files in words.

use super::super::dialog::{Dialog, Sheet, Then as Chosen};
use super::super::model::Model;
use crate::domain::account::Account;
use crate::domain::fit::{self, Part};
use crate::domain::post::{Post, Variant};
use crate::domain::text::SafeText;
use crate::domain::thread;
use crate::lang::{Text, format};

/// Shows the post being written as each of its accounts will publish it.
pub fn open(model: &mut Model) {
    let Some(editor) = &model.queue.editor else { return };
    let post = editor.draft(model.day(), model.zone());
    if post.variants.is_empty() {
        return model.hint(Text::new("post-preview-no-account"));
    }
    let pages: Vec<String> = post.variants.iter().filter_map(|variant| page(model, &post, variant)).collect();
    let text = SafeText::clean(&pages.join("\n\n"));
    let sheet = Sheet::new(Text::new("post-preview-title"), text).item('l', Text::new("post-preview-close"), Ok(Chosen::Close));
    model.dialog = Some(Dialog::Sheet(sheet));
}

fn page(model: &Model, post: &Post, variant: &Variant) -> Option<String> {
    let (voice, account) = (model.voice(), model.account(variant.account)?);
    let parts = thread::parts(post.text_of(variant));
    let mut lines = vec![format!("▸ {} {}", account.network.mark().trim(), account.handle)];
    for (text, part) in parts.iter().zip(1..) {
        let part = Part { number: part, of: u32::try_from(parts.len()).unwrap_or(u32::MAX) };
        if part.number > 1 {
            lines.push(String::new());
        }
        lines.push(head(model, account, text, part));
        lines.push(if text.is_blank() { voice.t("post-preview-empty") } else { text.to_string() });
        for media in post.media.iter().filter(|_| part.number == 1) {
            let id = if media.alt.is_blank() { "post-preview-bare" } else { "post-preview-file" };
            lines.push(voice.say(&Text::new(id).with("file", media.name()).with("alt", &media.alt)));
        }
    }
    Some(lines.join("\n"))
}

/// The number of a part, how long it is, and whether its network takes it.
fn head(model: &Model, account: &Account, text: &SafeText, part: Part) -> String {
    let count = account.capabilities.count.count(text.as_str());
    let sign = if fit::part(account, text, part).is_err() { "⚠" } else { "✓" };
    let number = if part.of > 1 { format!("{}/{} · ", part.number, part.of) } else { String::new() };
    format!("{sign} {number}{}", format::counted(model.voice(), count))
}
