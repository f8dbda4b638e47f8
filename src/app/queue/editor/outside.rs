//! A text of the post being written in the CM's own editor: it goes there, and comes back.

use super::{Part, keep};
use crate::app::command::Reason;
use crate::app::effect::{Desktop, EditWhat};
use crate::app::model::Model;
use crate::domain::text::SafeText;
use crate::domain::{PostId, VariantId};
use crate::lang::Text;

/// Whether a text that the CM's own editor takes is being written.
pub fn in_text(model: &Model) -> Result<(), Reason> {
    let within = model.queue.editor.as_ref().is_some_and(|editor| editor.own.is_some() || editor.part == Part::Text);
    if within { Ok(()) } else { Err(Text::new("post-outside-text")) }
}

/// Lets the CM write in their own editor.
pub fn edit_outside(model: &mut Model) {
    let Some(editor) = &model.queue.editor else { return };
    let post = editor.post.id;
    let (what, text) = match &editor.own {
        Some((account, field)) => {
            let variant = editor.post.variants.iter().find(|variant| variant.account == *account).map(|variant| variant.id);
            (EditWhat::Post(post, variant), field.safe())
        }
        None => (EditWhat::Post(post, None), editor.text.safe()),
    };
    model.asks.desktop(Desktop::Edit { what, text });
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, post: PostId, variant: Option<VariantId>, text: &SafeText) {
    let Some(editor) = model.queue.editor.as_mut().filter(|editor| editor.post.id == post) else { return };
    match (&mut editor.own, variant) {
        (Some((_, field)), Some(_)) => field.replace(text),
        (None, Some(id)) => {
            if let Some(variant) = editor.post.variants.iter_mut().find(|known| known.id == id) {
                variant.text = (!text.is_blank()).then(|| text.clone());
            }
        }
        (_, None) => editor.text.replace(text),
    }
    keep(model);
}
