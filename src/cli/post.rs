//! `ronde post`: the queue without the screens.

use super::args::{Content, PostAdd, PostCommand, PostEdit, Span};
use super::failure::{Exit, Failure, shown};
use super::outcome;
use super::session::{self, Session, id, reply};
use super::{input, shape, when};
use crate::app::effect::Job;
use crate::app::event::{Reply, Workspace};
use crate::app::refusal;
use crate::domain::account::Access;
use crate::domain::brand::Brand;
use crate::domain::charter::check_post;
use crate::domain::file::Look;
use crate::domain::fit;
use crate::domain::post::{ApprovalOf, Media, Missing, Post, PostState, Variant};
use crate::domain::text::SafeText;
use crate::domain::thread;
use crate::domain::time::{Moment, day_in};
use crate::domain::{PostId, VariantId};
use crate::lang::Text;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: PostCommand) -> Result<Exit, Failure> {
    match command {
        PostCommand::Add(asked) => add(session, &asked),
        PostCommand::Edit(asked) => edit(session, &asked),
        PostCommand::List { span } => list(session, &span),
        PostCommand::Show { id } => {
            let (post, brand, workspace) = open(session, &id)?;
            show(session, &brand, &workspace, &post);
            session.out.field("post", shape::post(&post));
            Ok(Exit::Done)
        }
        PostCommand::Approve { id, of, by, words, pass_over } => approve(session, &id, of, by.as_deref(), words.as_deref(), pass_over),
        PostCommand::Schedule { id, at } => schedule(session, &id, &at),
        PostCommand::Cancel { id } => cancel(session, &id),
    }
}

fn open(session: &mut Session<'_>, typed: &str) -> Result<(Post, Brand, Workspace), Failure> {
    let id: PostId = id(typed)?;
    let post = stored(session, Job::Post(id))?;
    let workspace = session.workspace()?;
    let brand = Session::brand_of(&workspace, post.brand)?;
    Ok((post, brand, workspace))
}

/// The post that a job gives, or what it lacks.
fn stored(session: &mut Session<'_>, job: Job) -> Result<Post, Failure> {
    reply!(session, job, Reply::Post(post) => *post).map_err(lacks)
}

fn lacks(missing: Missing) -> Failure {
    let (code, todo) = match missing {
        Missing::Day => ("day", Some(Text::new("cli-post-todo-day"))),
        Missing::PlanApproval => ("plan", Some(Text::new("cli-post-todo-plan"))),
        Missing::ContentApproval => ("content", Some(Text::new("cli-post-todo-content"))),
        Missing::Account => ("account", Some(Text::new("cli-post-todo-account"))),
        Missing::Text => ("text", Some(Text::new("cli-post-todo-text"))),
        Missing::Hour => ("hour", None),
        Missing::EmptyPart(part) => return of_part(Text::new("queue-lacks-part"), part),
        Missing::PartAsOut(part) => return of_part(Text::new("queue-part-is-out"), part),
        Missing::PartUnknown(part) => return of_part(Text::new("cli-part-unknown"), part),
        Missing::AlreadyOut => ("out", None),
    };
    let failure = Failure { code: "post-lacks", ..Failure::failed(Text::coded("cli-post-lacks", code)) };
    match todo {
        Some(todo) => failure.todo(todo),
        None => failure,
    }
}

fn of_part(text: Text, part: u32) -> Failure {
    Failure { code: "post-lacks", ..Failure::failed(text.count("part", part)) }
}

fn add(session: &mut Session<'_>, asked: &PostAdd) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    let title = SafeText::line(&asked.title);
    if title.is_blank() {
        return Err(Failure::usage(Text::new("cli-blank-name")));
    }
    let mut post = Post {
        id: PostId(0),
        brand: brand.id,
        title,
        text: SafeText::default(),
        media: Vec::new(),
        pillar: SafeText::default(),
        state: PostState::Idea,
        day: None,
        due: None,
        variants: Vec::new(),
        approvals: Vec::new(),
        note: SafeText::default(),
    };
    fill(session, &mut post, &brand, &workspace, &asked.content)?;
    if asked.content.text.is_none() {
        post.text = input::text(None, &session.out)?;
    }
    save(session, post, &brand, &workspace)
}

fn edit(session: &mut Session<'_>, asked: &PostEdit) -> Result<Exit, Failure> {
    let (mut post, brand, workspace) = open(session, &asked.id)?;
    if let Some(title) = &asked.title {
        post.title = SafeText::line(title);
    }
    fill(session, &mut post, &brand, &workspace, &asked.content)?;
    save(session, post, &brand, &workspace)
}

/// Puts what was given into the post; what was not given stays.
fn fill(session: &Session<'_>, post: &mut Post, brand: &Brand, workspace: &Workspace, content: &Content) -> Result<(), Failure> {
    if let Some(text) = &content.text {
        post.text = SafeText::clean(text);
    }
    if let Some(pillar) = &content.pillar {
        post.pillar = SafeText::line(pillar);
    }
    if let Some(note) = &content.note {
        post.note = SafeText::clean(note);
    }
    if let Some(day) = &content.day {
        post.day = Some(when::day(day, day_in(brand.zone, session.now()))?);
    }
    if !content.media.is_empty() {
        post.media = media(content)?;
    }
    if !content.accounts.is_empty() {
        let before = std::mem::take(&mut post.variants);
        for named in &content.accounts {
            let account = session::account(workspace, brand.id, named)?.id;
            if post.variants.iter().all(|variant| variant.account != account) {
                let known = before.iter().find(|variant| variant.account == account).cloned();
                post.variants.push(known.unwrap_or(Variant { id: VariantId(0), account, text: None, url: None, remote_id: None }));
            }
        }
    }
    Ok(())
}

/// The files that go with a post, each with the text for those who don't see it.
fn media(content: &Content) -> Result<Vec<Media>, Failure> {
    if content.alt.len() > content.media.len() {
        return Err(Failure::usage(Text::new("cli-too-many-alts")));
    }
    let mut media = Vec::new();
    for (place, path) in content.media.iter().enumerate() {
        let path = path.canonicalize().map_err(|error| Failure::file(path, &error))?;
        if !path.is_file() {
            return Err(Failure::failed(Text::new("cli-no-file").with("file", shown(&path))));
        }
        let alt = content.alt.get(place).map(|alt| SafeText::clean(alt)).unwrap_or_default();
        media.push(Media { path: SafeText::from(path.display().to_string()), alt });
    }
    Ok(media)
}

fn save(session: &mut Session<'_>, post: Post, brand: &Brand, workspace: &Workspace) -> Result<Exit, Failure> {
    if let Some(part) = post.variants.iter().find_map(|variant| thread::empty_part(post.text_of(variant))) {
        session.out.warn(&Text::new("queue-lacks-part").count("part", part));
    }
    if let Err(misfit) = fit::check(&post, &workspace.accounts, &looks(&post.media)) {
        session.out.warn(&refusal::of_misfit(&misfit, &workspace.accounts));
    }
    if let Err(refusal) = check_post(&post, brand, &workspace.brands) {
        session.out.warn(&refusal::of_post(&refusal));
    }
    let now = session.now();
    let mut post = stored(session, Job::SavePost(Box::new(post), now))?;
    if post.state == PostState::Idea && post.day.is_some() {
        post = stored(session, Job::MovePost(post.id, PostState::Planned, now))?;
    }
    tell(session, brand, &post);
    Ok(Exit::Done)
}

/// Says where the post stands now and what it waits for.
fn tell(session: &mut Session<'_>, brand: &Brand, post: &Post) {
    let state = Text::coded("cli-post-state", post.state.code());
    session.out.tell(&Text::new("cli-post-now").with("id", post.id).with("title", &post.title).and("state", state));
    match (post.state, post.needs()) {
        (PostState::Published | PostState::Archived, _) => {}
        (_, Some(of)) => session.out.tell(&Text::coded("cli-post-needs", of.code()).with("id", post.id)),
        (PostState::Scheduled, None) => {
            let at = post.due.map(|due| outcome::shown(brand, due)).unwrap_or_default();
            session.out.tell(&Text::new("cli-post-leaves").with("at", at));
        }
        (_, None) => session.out.tell(&Text::new("cli-post-needs-hour").with("id", post.id)),
    }
    session.out.field("post", shape::post(post));
}

fn list(session: &mut Session<'_>, span: &Span) -> Result<Exit, Failure> {
    let (brand, _) = session.brand()?;
    let period = when::period(span, day_in(brand.zone, session.now()))?;
    let posts = reply!(session, Job::Posts(brand.id, period), Reply::Posts(posts) => posts);
    for post in &posts {
        let at = match (post.due, post.day) {
            (Some(due), _) => outcome::shown(&brand, due),
            (None, Some(day)) => day.to_string(),
            (None, None) => "—".to_owned(),
        };
        let state = session.out.voice().coded("cli-post-state", post.state.code());
        session.out.line(&format!("{:>5}  {at:<16}  {state:<12}  {}", post.id, post.title));
    }
    if posts.is_empty() {
        session.out.say(&Text::new("cli-no-posts"));
    }
    session.out.field("posts", posts.iter().map(shape::post).collect::<Vec<_>>());
    Ok(Exit::Done)
}

fn show(session: &Session<'_>, brand: &Brand, workspace: &Workspace, post: &Post) {
    let state = Text::coded("cli-post-state", post.state.code());
    session.out.say(&Text::new("cli-post-now").with("id", post.id).with("title", &post.title).and("state", state));
    if let Some(due) = post.due {
        session.out.say(&Text::new("cli-post-leaves").with("at", outcome::shown(brand, due)));
    }
    session.out.line("");
    session.out.line(post.text.as_str());
    session.out.line("");
    for media in &post.media {
        session.out.say(&Text::new("cli-post-media").with("path", &media.path).with("alt", &media.alt));
    }
    for variant in &post.variants {
        if let Some(account) = workspace.accounts.iter().find(|account| account.id == variant.account) {
            let parts = thread::parts(post.text_of(variant));
            for (part, number) in parts.iter().zip(1..) {
                let count = account.capabilities.count.count(part.as_str());
                let url = variant.url.clone().filter(|_| number == 1).unwrap_or_default();
                let text = if parts.len() == 1 {
                    Text::new("cli-post-variant")
                } else {
                    Text::new("cli-post-part").count("part", number).count("of", parts.len())
                };
                let text = text.with("handle", &account.handle).with("url", url);
                session.out.say(&text.count("used", count.used).count("limit", count.limit));
            }
        }
    }
    for given in &post.approvals {
        let id = if post.approval(given.of) == Some(given) { "cli-post-approval" } else { "cli-post-approval-void" };
        let of = Text::coded("cli-approval-of", given.of.code());
        let at = outcome::shown(brand, given.at);
        session.out.say(&Text::new(id).and("of", of).with("by", &given.by).with("at", at).with("words", &given.words));
    }
}

fn approve(
    session: &mut Session<'_>,
    typed: &str,
    of: ApprovalOf,
    by: Option<&str>,
    words: Option<&str>,
    passed_over: bool,
) -> Result<Exit, Failure> {
    let (post, brand, workspace) = open(session, typed)?;
    if of == ApprovalOf::Content {
        allowed(&post, &brand, &workspace)?;
    }
    let by = SafeText::line(by.unwrap_or_default());
    let words = SafeText::clean(words.unwrap_or_default());
    if passed_over && words.is_blank() {
        return Err(Failure::usage(Text::new("cli-pass-over-why")));
    }
    if !passed_over && by.is_blank() && !brand.validates_alone {
        return Err(Failure::usage(Text::new("cli-approved-by-whom")));
    }
    let now = session.now();
    let mut post = stored(session, Job::Approve { post: post.id, of, by, words, passed_over, at: now })?;
    // The next state that the validation opens, as the screens do.
    let next = match of {
        ApprovalOf::Plan => PostState::Drafting,
        ApprovalOf::Content => PostState::Approved,
    };
    if post.state < next && post.may_become(next).is_ok() {
        post = stored(session, Job::MovePost(post.id, next, now))?;
    }
    tell(session, &brand, &post);
    Ok(Exit::Done)
}

fn schedule(session: &mut Session<'_>, typed: &str, at: &str) -> Result<Exit, Failure> {
    let (post, brand, workspace) = open(session, typed)?;
    let now: Moment = session.now();
    let due = when::instant(at, &brand, now)?;
    allowed(&post, &brand, &workspace)?;
    warn_by_hand(session, &post, &workspace);
    let post = stored(session, Job::Schedule(post.id, due, now))?;
    tell(session, &brand, &post);
    Ok(Exit::Done)
}

/// Looks at files that go with a post.
pub(super) fn looks(media: &[Media]) -> Vec<Look> {
    media.iter().map(|media| crate::files::look(&media.path)).collect()
}

/// Refuses a post that does not fit one of its accounts, or whose words may not be made public in the brand's name.
fn allowed(post: &Post, brand: &Brand, workspace: &Workspace) -> Result<(), Failure> {
    let refused = |what| Failure { code: "refused", ..Failure::failed(what) }.todo(Text::new("cli-post-todo-edit").with("id", post.id));
    fit::check(post, &workspace.accounts, &looks(&post.media))
        .map_err(|misfit| refused(refusal::of_misfit(&misfit, &workspace.accounts)))?;
    check_post(post, brand, &workspace.brands).map_err(|refusal| refused(refusal::of_post(&refusal)))
}

/// Accounts kept by hand are published by hand: said, not refused.
fn warn_by_hand(session: &Session<'_>, post: &Post, workspace: &Workspace) {
    for variant in &post.variants {
        if let Some(account) = workspace.accounts.iter().find(|account| account.id == variant.account && account.access == Access::Manual) {
            session.out.warn(&Text::new("cli-lack-manual").with("handle", &account.handle));
        }
    }
}

fn cancel(session: &mut Session<'_>, typed: &str) -> Result<Exit, Failure> {
    let (post, brand, _) = open(session, typed)?;
    if post.state != PostState::Scheduled {
        return Err(Failure::failed(Text::new("cli-not-scheduled").with("id", post.id)));
    }
    let now = session.now();
    let post = stored(session, Job::Unschedule(post.id, now))?;
    tell(session, &brand, &post);
    Ok(Exit::Done)
}
