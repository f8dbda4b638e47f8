//! What is asked about a post: its title, who validates it, what to copy, what else can be done.

use super::super::command::Command as Any;
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::Desktop;
use super::super::model::Model;
use super::{Then, View, board, calendar, parts, step};
use crate::domain::account::Access;
use crate::domain::post::{ApprovalOf, Post, PostState, Variant};
use crate::domain::text::SafeText;
use crate::domain::{AccountId, ContactId, PostId};
use crate::lang::{Text, format};

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Queue(then))
}

fn prompt(model: &mut Model, title: Text, help: Text, then: Then) {
    model.dialog = Some(Dialog::Prompt(Prompt::new(title, "", Chosen::Queue(then)).help(help)));
}

/// The key that undoes, as footers write it.
pub fn undo_key(model: &Model) -> String {
    model.look.keymap.shown(model.lang, Any::Shell(super::super::shell::Command::Undo))
}

/// Asks for the title of a new post; on a day of the calendar, it is planned for that day, on one that is past for today.
pub fn ask_title(model: &mut Model) {
    let shown = (model.queue.view == View::Calendar).then(|| calendar::day(model));
    if let Some(past) = shown.filter(|day| *day < model.day()) {
        let today = format::short_day(model.lang, model.day());
        let help = Text::new("queue-new-past").with("past", format::short_day(model.lang, past));
        return prompt(model, Text::new("queue-new-on-day").with("day", today), help, Then::New(Some(model.day())));
    }
    let day = shown;
    let title = match day {
        Some(day) => Text::new("queue-new-on-day").with("day", format::short_day(model.lang, day)),
        None => Text::new("queue-new-title"),
    };
    prompt(model, title, Text::new("queue-new-help"), Then::New(day));
}

/// Asks for the next validation of the post under the cursor.
pub fn ask_validation(model: &mut Model) {
    if let Some(id) = board::current(model).map(|post| post.id) {
        ask_validation_of(model, id);
    }
}

/// Asks who gives the next validation that a post needs.
pub fn ask_validation_of(model: &mut Model, id: PostId) {
    let Some(post) = board::post(model, id).cloned() else { return };
    if post.state == PostState::Published {
        return model.hint(Text::new("queue-is-out"));
    }
    let Some(of) = post.needs() else {
        return model.hint(Text::new("queue-all-approved"));
    };
    if of == ApprovalOf::Plan && post.day.is_none() {
        return step::ask_day(model, id);
    }
    if of == ApprovalOf::Content
        && let Err(missing) = post.may_become(PostState::InReview)
    {
        return model.hint(step::lacks(missing));
    }
    if of == ApprovalOf::Content
        && let Err(why) = step::check(model, &post)
    {
        return model.hint(why);
    }
    let alone = model.brand().is_some_and(|brand| brand.validates_alone);
    let validators: Vec<(ContactId, SafeText)> =
        model.contacts().filter(|contact| contact.validates).map(|contact| (contact.id, contact.name.clone())).collect();
    if alone && validators.is_empty() {
        return step::approve_alone(model, id, of);
    }
    let title = Text::new(if of == ApprovalOf::Plan { "queue-who-plan" } else { "queue-who-content" });
    let mut menu = Menu::new(title).about(&post.title);
    if alone {
        menu = menu.item(Some('m'), Label::Text(Text::new("queue-who-myself")), then(Then::ApproveAlone(id, of)));
    }
    for ((contact, name), key) in validators.into_iter().zip('1'..='9') {
        menu = menu.item(Some(key), Label::Name(name), then(Then::Words(id, of, contact)));
    }
    menu = menu.item(Some('c'), Label::Text(Text::new("queue-who-request")), then(Then::Request(id, of))).item(
        Some('p'),
        Label::Text(Text::new("queue-who-pass")),
        then(Then::AskPassOver(id, of)),
    );
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks in what words a contact validated; none are needed.
pub fn ask_words(model: &mut Model, id: PostId, of: ApprovalOf, contact: ContactId) {
    prompt(model, Text::new("queue-words-title"), Text::new("queue-words-help"), Then::Approve(id, of, contact));
}

/// Asks why a validation is passed over.
pub fn ask_pass_over(model: &mut Model, id: PostId, of: ApprovalOf) {
    prompt(model, Text::new("queue-reason-title"), Text::new("queue-reason-help"), Then::PassOver(id, of));
}

/// Copies a message that asks for a validation; a content goes to where it waits for it.
pub fn request(model: &mut Model, id: PostId, of: ApprovalOf) {
    let Some(post) = board::post(model, id).cloned() else { return };
    let day = post.day.map(|day| format::long_day(model.lang, day)).unwrap_or_default();
    let text = match of {
        ApprovalOf::Plan => Text::new("queue-request-plan").with("title", &post.title).with("day", day),
        ApprovalOf::Content => Text::new("queue-request-content").with("title", &post.title).with("day", day).with("text", &post.text),
    };
    let words = SafeText::clean(&model.voice().say(&text));
    model.asks.desktop(Desktop::Copy(words));
    if of == ApprovalOf::Content && post.state == PostState::Drafting {
        step::go(model, id, PostState::InReview);
    }
    model.tell(Text::new("queue-request-copied"));
}

/// Opens the place of a published post; asks which one, where there are several.
pub fn open_published(model: &mut Model) {
    let Some(post) = board::current(model) else { return };
    let places: Vec<(AccountId, SafeText)> =
        post.variants.iter().filter_map(|variant| Some((variant.account, variant.url.clone()?))).collect();
    match &places[..] {
        [] => {}
        [(_, url)] => model.asks.desktop(Desktop::Browse(url.clone())),
        _ => {
            let start = Menu::new(Text::new("queue-open-title"));
            let menu = places.into_iter().zip('1'..='9').fold(start, |menu, ((account, url), key)| {
                menu.item(Some(key), Label::Name(name(model, account)), then(Then::Browse(url)))
            });
            model.dialog = Some(Dialog::Menu(menu));
        }
    }
}

/// An account as menus name it: its network and its handle.
pub fn name(model: &Model, id: AccountId) -> SafeText {
    model.account(id).map(|account| SafeText::line(&format!("{} {}", account.network.mark().trim(), account.handle))).unwrap_or_default()
}

/// Copies the text of the post; asks of which account, where they differ.
pub fn copy(model: &mut Model) {
    let Some(post) = board::current(model).cloned() else { return };
    if post.variants.iter().any(|variant| variant.text.is_some()) {
        let start = Menu::new(Text::new("queue-copy-title"));
        let menu = post.variants.iter().zip('1'..='9').fold(start, |menu, (variant, key)| {
            menu.item(Some(key), Label::Name(name(model, variant.account)), then(Then::Copy(post.id, variant.account)))
        });
        model.dialog = Some(Dialog::Menu(menu));
        return;
    }
    copy_text(model, post.text);
}

/// Copies the text of one account.
pub fn copy_of(model: &mut Model, id: PostId, account: AccountId) {
    let Some(post) = board::post(model, id).cloned() else { return };
    if let Some(variant) = post.variants.iter().find(|variant| variant.account == account) {
        copy_text(model, post.text_of(variant).clone());
    }
}

fn copy_text(model: &mut Model, text: SafeText) {
    if text.is_blank() {
        return model.hint(Text::new("queue-lacks-text"));
    }
    model.asks.desktop(Desktop::Copy(text));
    model.tell(Text::new("queue-copied"));
}

/// What else can be done with the post: out of the programme, published by hand, set aside.
pub fn more(model: &mut Model) {
    let Some(post) = board::current(model).cloned() else { return };
    let id = post.id;
    let unschedule = if post.state == PostState::Scheduled { then(Then::Unschedule(id)) } else { Err(Text::new("queue-not-scheduled")) };
    let menu = Menu::new(Text::new("queue-more-title"))
        .about(&post.title)
        .item(Some('l'), Label::Text(Text::new("shell-later")), Ok(Chosen::Close))
        .item(Some('r'), Label::Text(Text::new("queue-more-unschedule")), unschedule)
        .item(Some('p'), Label::Text(Text::new("queue-more-published")), published_by_hand(model, &post))
        .item(Some('e'), Label::Text(Text::new("queue-more-outbox")), Ok(Chosen::Run(Any::Shell(super::super::shell::Command::Outbox))))
        .item(Some('a'), Label::Text(Text::new("queue-more-archive")), then(Then::Go(id, PostState::Archived)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// The CM published it by hand: only where no delivery has still to do it, and its validations hold.
fn published_by_hand(model: &Model, post: &Post) -> Result<Chosen, Text> {
    let sent = |variant: &Variant| {
        let out = variant.remote_id.is_some() || parts::progress(model, variant.id).is_some_and(|known| known.out > 0);
        out && !parts::moves(model, variant.id)
    };
    let connected = |variant: &Variant| model.account(variant.account).is_some_and(|account| account.access == Access::Connected);
    if post.variants.iter().any(|variant| connected(variant) && !sent(variant)) {
        return Err(Text::new("queue-leaves-by-itself"));
    }
    post.may_become(PostState::Published).map_err(step::lacks)?;
    then(Then::Go(post.id, PostState::Published))
}

/// What comes next for a post, once the CM says that the text is done. The safe choice is first.
pub fn next_step(model: &mut Model, post: &Post) {
    let id = post.id;
    let (label, next) = match (post.needs(), post.state) {
        (_, PostState::Published | PostState::Archived | PostState::Scheduled) => return,
        (Some(ApprovalOf::Plan), _) => (Text::new("queue-next-plan"), Then::Validate(id)),
        (Some(ApprovalOf::Content), _) => (Text::new("queue-next-content"), Then::Validate(id)),
        (None, _) => (Text::new("queue-next-hour"), Then::AskHour(id)),
    };
    let mut menu = Menu::new(Text::new("queue-next-title")).about(&post.title).item(
        Some('l'),
        Label::Text(Text::new("queue-next-later")),
        Ok(Chosen::Close),
    );
    let key = if matches!(next, Then::AskHour(_)) { 'h' } else { 'v' };
    menu = menu.item(Some(key), Label::Text(label), then(next));
    menu.cursor = 1;
    model.dialog = Some(Dialog::Menu(menu));
}
