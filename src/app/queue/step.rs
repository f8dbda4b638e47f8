//! The steps of a post from the idea to its publication, and what it lacks for the next one.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Prompt, Then as Chosen};
use super::super::effect::Job;
use super::super::model::{Asker, Model, Tab};
use super::super::refusal;
use super::super::said_no;
use super::{Then, View, board, calendar, hour, menus, parts};
use crate::domain::account::{Access, Standing};
use crate::domain::charter::check_post;
use crate::domain::delivery::{Delivery, Journey, Stage};
use crate::domain::fit;
use crate::domain::post::{ApprovalOf, Missing, Post, PostState};
use crate::domain::text::SafeText;
use crate::domain::time::Day;
use crate::domain::{AccountId, ContactId, PostId, VariantId};
use crate::lang::Text;
use chrono::Duration;

/// The states that a post goes through, in order.
const WAY: [PostState; 6] =
    [PostState::Idea, PostState::Planned, PostState::Drafting, PostState::InReview, PostState::Approved, PostState::Scheduled];

/// Something about a post that a person has to look at.
#[derive(Debug, Clone, PartialEq)]
pub enum Alert {
    /// Its hour is past and it did not leave.
    Late,
    /// Nobody knows whether it is out.
    Unclear,
    /// The network or Ronde said no, and why.
    Refused(SafeText),
    /// A thread broke off: this account, how many parts are out and of how many, and why the next was refused if it was.
    Broken {
        /// The account.
        account: AccountId,
        /// How many parts are out.
        out: u32,
        /// How many there are.
        of: u32,
        /// Why the next part was refused; `None` where it was taken back.
        why: Option<SafeText>,
    },
    /// The authorization of this account expired: it can't leave.
    Blocked(AccountId),
    /// Its hour is past on an account that is kept by hand.
    ByHand(AccountId),
}

impl Alert {
    /// What is said of it.
    #[must_use]
    pub fn text(&self, model: &Model) -> Text {
        let handle = |id: &AccountId| model.account(*id).map(|account| account.handle.clone()).unwrap_or_default();
        match self {
            Self::Late => Text::new("queue-late"),
            Self::Unclear => Text::new("queue-unclear"),
            Self::Refused(why) if said_no::is_ours(why) => Text::new("queue-not-left").and("why", said_no::said(why)),
            Self::Refused(why) => Text::new("queue-refused").and("why", said_no::said(why)),
            Self::Broken { account, out, of, why } => {
                let text = Text::new(if why.is_some() { "queue-broken-refused" } else { "queue-broken" });
                let text = text.count("out", *out).count("of", *of).count("next", *out + 1).with("account", handle(account));
                match why {
                    Some(why) => text.and("why", said_no::said(why)),
                    None => text,
                }
            }
            Self::Blocked(id) => Text::new("queue-blocked").with("account", handle(id)),
            Self::ByHand(id) => Text::new("queue-by-hand").with("account", handle(id)),
        }
    }
}

/// What a person has to look at, the most pressing first.
#[must_use]
pub fn alert(model: &Model, post: &Post) -> Option<Alert> {
    let own = |delivery: &&Delivery| delivery.variant.is_some_and(|id| post.variants.iter().any(|variant| variant.id == id));
    if let Some(asking) = model.asking.iter().find(own) {
        return Some(if matches!(asking.journey, Journey::Unknown { .. }) { Alert::Unclear } else { Alert::Late });
    }
    for variant in &post.variants {
        let Some(progress) = parts::progress(model, variant.id) else { continue };
        let broken = progress.is_broken();
        let Some(next) = progress.next.filter(|_| post.state != PostState::Published) else { continue };
        match next.stage {
            Stage::Unknown => return Some(Alert::Unclear),
            Stage::Refused | Stage::TakenBack if broken => {
                let (account, out, of, why) = (variant.account, progress.out, progress.of, next.why);
                return Some(Alert::Broken { account, out, of, why });
            }
            Stage::Refused => return Some(Alert::Refused(next.why.unwrap_or_default())),
            Stage::Held | Stage::Queued | Stage::Sending | Stage::Done | Stage::TakenBack => {}
        }
    }
    if post.state != PostState::Scheduled {
        return None;
    }
    let accounts = post.variants.iter().filter(|variant| variant.remote_id.is_none()).filter_map(|variant| model.account(variant.account));
    let past = post.due.is_some_and(|due| due <= model.now);
    accounts.into_iter().find_map(|account| match account.access {
        Access::Manual if past => Some(Alert::ByHand(account.id)),
        Access::Connected if account.standing == Standing::Expired => Some(Alert::Blocked(account.id)),
        Access::Manual | Access::Connected => None,
    })
}

/// What a post lacks, and the key that gives it.
#[must_use]
pub fn lacks(missing: Missing) -> Text {
    match missing {
        Missing::Day => Text::new("queue-lacks-day"),
        Missing::PlanApproval => Text::new("queue-lacks-plan"),
        Missing::ContentApproval => Text::new("queue-lacks-content"),
        Missing::Account => Text::new("queue-lacks-account"),
        Missing::Text => Text::new("queue-lacks-text"),
        Missing::Hour => Text::new("queue-lacks-hour"),
        Missing::EmptyPart(part) => Text::new("queue-lacks-part").count("part", part),
        Missing::PartAsOut(part) => Text::new("queue-part-is-out").count("part", part),
        Missing::PartUnknown(part) => Text::new("queue-part-unknown").count("part", part),
        Missing::AlreadyOut => Text::new("queue-is-out"),
    }
}

/// Whether the post is on its way by itself.
pub fn is_scheduled(model: &Model) -> Result<(), Reason> {
    board::has_post(model)?;
    let scheduled = board::current(model).is_some_and(|post| post.state == PostState::Scheduled);
    if scheduled { Ok(()) } else { Err(Text::new("queue-not-scheduled")) }
}

/// Whether the place of the post on the web is known.
pub fn has_url(model: &Model) -> Result<(), Reason> {
    board::has_post(model)?;
    let known = board::current(model).is_some_and(|post| post.variants.iter().any(|variant| variant.url.is_some()));
    if known { Ok(()) } else { Err(Text::new("queue-no-url")) }
}

/// Asks the file for something about a post.
pub fn ask(model: &mut Model, job: Job) {
    model.ask(Asker::Tab(Tab::Queue), job);
}

/// Makes an idea of a title.
pub fn make(model: &mut Model, day: Option<Day>, typed: &str) {
    let title = SafeText::line(typed);
    let Some(brand) = model.brand.filter(|_| !title.is_blank()) else {
        return wrong(model, Text::new("queue-title-empty"));
    };
    model.dialog = None;
    if let Some(day) = day {
        super::calendar::show(model, day);
    }
    let state = if day.is_some() { PostState::Planned } else { PostState::Idea };
    let post = Post {
        id: PostId(0),
        brand,
        title,
        text: SafeText::EMPTY,
        media: Vec::new(),
        pillar: SafeText::EMPTY,
        state,
        day,
        due: None,
        variants: Vec::new(),
        approvals: Vec::new(),
        note: SafeText::EMPTY,
    };
    ask(model, Job::SavePost(Box::new(post), model.now));
    model.tell(Text::new(if day.is_some() { "queue-planned" } else { "queue-noted" }));
}

/// Gives a post the day typed, and puts it in the plan.
pub fn plan(model: &mut Model, id: PostId, typed: &str) {
    let Some(day) = crate::domain::time::parse_day(typed.trim(), model.day()) else {
        return wrong(model, Text::new("when-unreadable"));
    };
    let Some(post) = board::post(model, id).cloned() else { return };
    model.dialog = None;
    let is_idea = post.state == PostState::Idea;
    ask(model, Job::SavePost(Box::new(Post { day: Some(day), ..post }), model.now));
    if is_idea {
        ask(model, Job::MovePost(id, PostState::Planned, model.now));
    }
}

/// Says what is wrong in the line being typed.
pub fn wrong(model: &mut Model, text: Text) {
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(text);
    }
}

/// Notes the validation of a contact.
pub fn approve(model: &mut Model, id: PostId, of: ApprovalOf, contact: ContactId, typed: &str) {
    model.dialog = None;
    let by = model.contacts().find(|known| known.id == contact).map(|contact| contact.name.clone()).unwrap_or_default();
    give(model, id, of, by, SafeText::line(typed), false);
}

/// The CM validates.
pub fn approve_alone(model: &mut Model, id: PostId, of: ApprovalOf) {
    let by = myself(model);
    give(model, id, of, by, SafeText::EMPTY, false);
}

/// Passes a validation over; the reason is kept.
pub fn pass_over(model: &mut Model, id: PostId, of: ApprovalOf, typed: &str) {
    let reason = SafeText::line(typed);
    if reason.is_blank() {
        return wrong(model, Text::new("queue-reason-empty"));
    }
    model.dialog = None;
    let by = myself(model);
    give(model, id, of, by, reason, true);
}

/// The name under which the CM's own validations are noted.
pub fn myself(model: &Model) -> SafeText {
    SafeText::line(&model.voice().t("queue-myself"))
}

/// Takes a post to where it waits for the validation, and gives it.
fn give(model: &mut Model, id: PostId, of: ApprovalOf, by: SafeText, words: SafeText, passed_over: bool) {
    let Some(post) = board::post(model, id) else { return };
    let state = post.state;
    if of == ApprovalOf::Content
        && let Err(why) = check(model, post)
    {
        // What can't go out as it is is not validated: it would have to be edited, and validated again.
        return model.hint(why);
    }
    match (of, state) {
        (ApprovalOf::Plan, PostState::Idea) => ask(model, Job::MovePost(id, PostState::Planned, model.now)),
        (ApprovalOf::Content, PostState::Drafting) => ask(model, Job::MovePost(id, PostState::InReview, model.now)),
        _ => {}
    }
    ask(model, Job::Approve { post: id, of, by: by.clone(), words, passed_over, at: model.now });
    let said = match (passed_over, of) {
        (true, _) => Text::new("queue-passed-over"),
        (false, ApprovalOf::Plan) => Text::new("queue-plan-approved").with("by", by),
        (false, ApprovalOf::Content) => Text::new("queue-content-approved").with("by", by),
    };
    model.tell(said);
}

/// Moves the post one state on or back; in the calendar, one day.
pub fn shift(model: &mut Model, forward: bool) {
    let Some(post) = board::current(model).cloned() else { return };
    if model.queue.view == View::Calendar {
        return shift_day(model, post, forward);
    }
    let Some(at) = WAY.iter().position(|state| *state == post.state) else {
        return model.hint(Text::new("queue-is-out"));
    };
    let next = if forward { WAY.get(at + 1) } else { at.checked_sub(1).and_then(|at| WAY.get(at)) };
    match next {
        None => model.hint(Text::new(if forward { "queue-at-end" } else { "queue-at-start" })),
        Some(PostState::Planned) if post.day.is_none() => ask_day(model, post.id),
        Some(PostState::Scheduled) => hour::ask_of(model, post.id),
        Some(PostState::Approved) if post.state == PostState::Scheduled => unschedule(model, post.id),
        Some(next) => match post.may_become(*next).map_err(lacks).and_then(|()| fits(model, &post, *next)) {
            Ok(()) => go(model, post.id, *next),
            Err(why) => model.hint(why),
        },
    }
}

/// What is shown to others to be validated must be fit to go out.
fn fits(model: &Model, post: &Post, next: PostState) -> Result<(), Reason> {
    match next {
        PostState::InReview | PostState::Approved => check(model, post),
        PostState::Idea | PostState::Planned | PostState::Drafting | PostState::Scheduled | PostState::Published | PostState::Archived => {
            Ok(())
        }
    }
}

/// Why a post can't be made public, if it can't: what does not fit an account, then its words. Its files were not looked at.
pub fn check(model: &Model, post: &Post) -> Result<(), Reason> {
    let accounts = &model.workspace.accounts;
    fit::check(post, accounts, &[]).map_err(|misfit| refusal::of_misfit(&misfit, accounts))?;
    let Some(brand) = model.brand() else { return Ok(()) };
    check_post(post, brand, &model.workspace.brands).map_err(|refusal| refusal::of_post(&refusal))
}

/// Asks for the day of a post.
pub fn ask_day(model: &mut Model, id: PostId) {
    let prompt = Prompt::new(Text::new("queue-day-title"), "", Chosen::Queue(Then::Plan(id))).help(Text::new("queue-day-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

fn shift_day(model: &mut Model, post: Post, forward: bool) {
    if post.state == PostState::Published {
        return model.hint(Text::new("queue-is-out"));
    }
    if post.due.is_some() {
        return model.hint(Text::new("queue-has-hour"));
    }
    let day = calendar::day(model) + Duration::days(if forward { 1 } else { -1 });
    let loses_plan = post.approval(ApprovalOf::Plan).is_some();
    ask(model, Job::SavePost(Box::new(Post { day: Some(day), ..post }), model.now));
    if loses_plan {
        model.hint(Text::new("queue-voided-plan"));
    }
}

/// Goes to a state.
pub fn go(model: &mut Model, id: PostId, state: PostState) {
    ask(model, Job::MovePost(id, state, model.now));
    model.tell(Text::new("queue-moved").and("state", Text::coded("queue-state", state.code())));
}

/// Takes a post out of the programme; it stays validated.
pub fn unschedule(model: &mut Model, id: PostId) {
    ask(model, Job::Unschedule(id, model.now));
    model.tell(Text::new("queue-unscheduled"));
}

/// Takes a post out of the programme, back to where it is made.
pub fn pause(model: &mut Model) {
    if let Some(id) = board::current(model).map(|post| post.id) {
        ask(model, Job::MovePost(id, PostState::Drafting, model.now));
        model.tell(Text::new("queue-paused"));
    }
}

/// Sets a post aside.
pub fn archive(model: &mut Model) {
    if let Some(id) = board::current(model).map(|post| post.id) {
        ask(model, Job::MovePost(id, PostState::Archived, model.now));
        let key = menus::undo_key(model);
        model.tell(Text::new("queue-archived").with("key", key));
    }
}

/// Makes an idea of the same content.
pub fn clone(model: &mut Model) {
    let Some(post) = board::current(model).cloned() else { return };
    let variants =
        post.variants.into_iter().map(|variant| crate::domain::post::Variant { id: VariantId(0), url: None, remote_id: None, ..variant });
    let variants = variants.collect();
    let copy = Post { id: PostId(0), state: PostState::Idea, day: None, due: None, approvals: Vec::new(), variants, ..post };
    ask(model, Job::SavePost(Box::new(copy), model.now));
    model.tell(Text::new("queue-cloned"));
}
