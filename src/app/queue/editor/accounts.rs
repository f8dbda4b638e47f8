//! The accounts of the post being written: which publish it, and in whose own words.

use super::super::parts;
use super::{keep, leave_line};
use crate::app::field::Field;
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::domain::post::Variant;
use crate::domain::{AccountId, VariantId};
use crate::lang::Text;

pub(super) fn hear_key(model: &mut Model, key: Key) -> bool {
    let accounts: Vec<AccountId> = model.accounts().map(|account| account.id).collect();
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some(account) = accounts.get(editor.row).copied() else { return leave_line(model, key) };
    match key.code {
        Code::Down if editor.row + 1 < accounts.len() => editor.row += 1,
        Code::Up if editor.row > 0 => editor.row -= 1,
        Code::Down | Code::Up => return leave_line(model, key),
        Code::Char(' ' | 'x') => toggle(model, account),
        Code::Enter => {
            let Some(variant) = editor.post.variants.iter().find(|variant| variant.account == account) else {
                toggle(model, account);
                return true;
            };
            let start = variant.text.clone().unwrap_or_default();
            editor.own = Some((account, Field::lines(start.as_str())));
        }
        _ => return false,
    }
    true
}

fn toggle(model: &mut Model, account: AccountId) {
    let out = |variant: &Variant| variant.remote_id.is_some() || parts::progress(model, variant.id).is_some_and(|known| known.out > 0);
    let known = model.queue.editor.as_ref().and_then(|editor| editor.post.variants.iter().find(|variant| variant.account == account));
    if known.is_some_and(out) {
        return model.hint(Text::new("post-account-out"));
    }
    let Some(editor) = &mut model.queue.editor else { return };
    let variants = &mut editor.post.variants;
    if let Some(at) = variants.iter().position(|variant| variant.account == account) {
        variants.remove(at);
    } else {
        variants.push(Variant { id: VariantId(0), account, text: None, url: None, remote_id: None });
    }
    keep(model);
}
