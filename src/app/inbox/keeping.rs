//! What a message leaves behind: a win for the report, a feedback for a colleague, an idea for the queue.

use super::super::dialog::{Dialog, Form, Label};
use super::super::effect::Job;
use super::super::model::Model;
use super::{Filled, brief, fill, list};
use crate::domain::highlight::{Consent, Highlight, HighlightKind};
use crate::domain::message::Message;
use crate::domain::post::{Post, PostState};
use crate::domain::text::SafeText;
use crate::domain::{ContactId, HighlightId, PostId};
use crate::lang::Text;

/// The setting that remembers to whom the last feedback went.
const LAST: &str = "feedback-to";
/// How many characters of a message the title of an idea takes.
const TITLE: usize = 60;

/// The message that was read.
fn opened(model: &Model) -> Option<&Message> {
    let current = list::current(model);
    model.inbox.opened.as_ref().map(|opened| &opened.message).filter(|message| Some(message.id) == current)
}

/// Asks what is kept of a win: its words, its link, whether its author agreed.
pub fn ask_win(model: &mut Model) {
    let Some(message) = opened(model) else { return };
    let consents = Consent::ALL.iter().map(|consent| Label::Text(Text::coded("consent", consent.code())));
    let url = message.url.clone().unwrap_or_default();
    let form = Form::new(Text::new("keep-win-title"), Text::new("keep-win-help"), Filled::Win(message.id))
        .lines("keep-words", message.text.as_str())
        .line("keep-link", url.as_str())
        .choice("keep-consent", consents.collect(), 0)
        .line("keep-where", "")
        .from(2);
    fill::open(model, form);
}

/// Asks to whom a feedback goes, and in what words.
pub fn ask_feedback(model: &mut Model) {
    let Some(message) = opened(model) else { return };
    let (id, text) = (message.id, message.text.clone());
    let last: Option<ContactId> = model.workspace.settings.get(LAST).and_then(|id| id.parse().ok());
    let chosen = model.contacts().position(|contact| Some(contact.id) == last).map_or(0, |at| at + 1);
    let contacts = model.contacts().map(|contact| Label::Name(SafeText::line(&format!("{} · {}", contact.name, contact.role))));
    let labels = std::iter::once(Label::Text(Text::new("inbox-feedback-nobody"))).chain(contacts).collect();
    let form = Form::new(Text::new("inbox-feedback-title"), Text::new("keep-feedback-help"), Filled::Feedback(id))
        .choice("keep-to", labels, chosen)
        .lines("keep-words", text.as_str());
    fill::open(model, form);
}

/// Takes a form of this part.
pub fn take(model: &mut Model, mut form: Box<Form>) {
    let is_win = matches!(form.then, Filled::Win(_));
    let words = usize::from(!is_win);
    let text = SafeText::clean(form.text(words).trim());
    if text.is_blank() {
        form.refuse(words, Text::new("keep-no-words"));
        model.dialog = Some(Dialog::Form(form));
        return;
    }
    let (Some(message), Some(brand)) = (opened(model).cloned(), model.brand) else { return };
    let kept = Highlight {
        id: HighlightId(0),
        brand,
        kind: if is_win { HighlightKind::Win } else { HighlightKind::Feedback },
        text,
        author: message.author,
        url: message.url,
        message: Some(message.id),
        contact: None,
        at: model.now,
        consent: Consent::NotAsked,
        consent_where: SafeText::EMPTY,
    };
    if is_win { keep_win(model, &form, kept) } else { pass_on(model, &form, kept) }
}

fn keep_win(model: &mut Model, form: &Form, kept: Highlight) {
    let link = SafeText::line(form.text(1));
    let consent = Consent::ALL.get(form.chosen(2)).copied().unwrap_or(Consent::NotAsked);
    let url = (!link.is_blank()).then_some(link);
    let kept = Highlight { url, consent, consent_where: SafeText::line(form.text(3)), ..kept };
    model.asks.store(Job::Keep(Box::new(kept)));
    model.tell(Text::new("inbox-win-kept").and("consent", Text::coded("consent", consent.code())));
}

fn pass_on(model: &mut Model, form: &Form, kept: Highlight) {
    let contact = form.chosen(0).checked_sub(1).and_then(|at| model.contacts().nth(at)).map(|contact| contact.id);
    brief::pass_on(model, contact, &kept.text, kept.url.as_ref());
    if let Some(contact) = contact {
        brief::remember(model, LAST.to_owned(), contact.to_string());
    }
    model.asks.store(Job::Keep(Box::new(Highlight { contact, ..kept })));
    model.tell(Text::new("inbox-feedback-kept"));
}

/// Makes an idea of the queue from the message: its words and its link stand in the note, which is never published.
pub fn keep_idea(model: &mut Model) {
    let (Some(message), Some(brand)) = (opened(model), model.brand) else { return };
    let words = message.text.on_one_line();
    let title: String = words.as_str().chars().take(TITLE).collect();
    let quote = Text::new("idea-note").with("author", &message.author).with("text", &message.text);
    let link = message.url.as_ref().map(|url| format!("\n{url}")).unwrap_or_default();
    let note = SafeText::clean(&format!("{}{link}", model.voice().say(&quote)));
    let idea = Post {
        id: PostId(0),
        brand,
        title: SafeText::line(&title),
        text: SafeText::EMPTY,
        media: Vec::new(),
        pillar: SafeText::EMPTY,
        state: PostState::Idea,
        day: None,
        due: None,
        variants: Vec::new(),
        approvals: Vec::new(),
        note: note.on_one_line(),
    };
    model.asks.store(Job::SavePost(Box::new(idea), model.now));
    model.tell(Text::new("inbox-idea-kept"));
}
