//! `ronde inbox`: lists messages, those of a view and of a query.

use super::failure::{Exit, Failure};
use super::session::{Session, clean, reply};
use super::shape;
use crate::app::effect::Job;
use crate::app::event::{Reply, Row, Workspace};
use crate::app::inbox::nonsense::explain;
use crate::domain::account::Network;
use crate::domain::brand::Brand;
use crate::domain::fold::fold;
use crate::domain::message::{MessageState, StateName};
use crate::domain::query::{Anchor, Ask, Nonsense, Query, View, near};
use crate::lang::{Text, format};
use unicode_segmentation::UnicodeSegmentation;

/// How many rows are asked for at once.
const PAGE: u16 = 200;
/// How many characters of a message a line shows.
const WIDTH: usize = 90;

/// Lists at most `limit` messages.
pub(super) fn run(session: &mut Session<'_>, filter: Option<&str>, view: &str, limit: u32) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    let labels = || workspace.labels.iter().filter(|label| label.brand == brand.id);
    let (view, saved) = view_of(&brand, &workspace, view)?;
    let (mut query, mut nonsense) = Query::parse(&format!("{saved} {}", filter.unwrap_or_default()));
    nonsense.extend(query.check_labels(&labels().map(|label| label.name.as_str())));
    if let Some(nonsense) = nonsense.first() {
        let safe = Nonsense { word: clean(&nonsense.word).to_string(), ..nonsense.clone() };
        return Err(Failure::usage(explain(&safe, session.out.lang(), labels())));
    }
    let now = session.now();
    reply!(session, Job::Wake(now), Reply::Woken(count) => count);
    let (rows, more, counts) = fetch(session, &brand, view, &query, limit)?;
    for row in &rows {
        let line = line(session, &brand, &workspace, row);
        session.out.line(&line);
    }
    let open = counts.iter().find(|(name, _)| *name == StateName::Open).map_or(0, |(_, count)| *count);
    if rows.is_empty() {
        session.out.say(&Text::new("cli-inbox-empty"));
    }
    session
        .out
        .tell(&Text::new(if more { "cli-inbox-more" } else { "cli-inbox-end" }).count("shown", rows.len() as u64).count("open", open));
    session.out.field("messages", rows.iter().map(shape::row).collect::<Vec<_>>());
    session.out.field("more", more);
    let counts: serde_json::Map<_, _> = counts.iter().map(|(name, count)| (name.code().to_owned(), (*count).into())).collect();
    session.out.field("counts", counts);
    Ok(Exit::Done)
}

/// One of the five views, or all messages and the query of a saved one.
fn view_of<'w>(brand: &Brand, workspace: &'w Workspace, typed: &str) -> Result<(View, &'w str), Failure> {
    if let Some(view) = View::from_code(&fold(typed)) {
        return Ok((view, ""));
    }
    let saved = || workspace.views.iter().filter(|view| view.brand == brand.id);
    if let Some(view) = saved().find(|view| fold(view.name.as_str()) == fold(typed)) {
        return Ok((View::All, view.query.as_str()));
    }
    let known = || View::ALL.iter().map(|view| view.code()).chain(saved().map(|view| view.name.as_str()));
    let failure = Failure::usage(Text::new("cli-unknown-view").with("name", clean(typed)));
    Err(match near(typed, known()) {
        Some(near) => failure.todo(Text::new("cli-did-you-mean").with("near", near)),
        None => failure.todo(Text::new("cli-known-views").with("names", known().collect::<Vec<_>>().join(", "))),
    })
}

/// The rows of an answer, whether more wait, and the counters.
type Fetched = (Vec<Row>, bool, Vec<(StateName, u32)>);

fn fetch(session: &mut Session<'_>, brand: &Brand, view: View, query: &Query, limit: u32) -> Result<Fetched, Failure> {
    let mut rows: Vec<Row> = Vec::new();
    let mut anchor = Anchor::Top;
    loop {
        let left = limit.saturating_sub(rows.len() as u32).clamp(1, u32::from(PAGE)) as u16;
        let ask = Ask { brand: brand.id, view, query: query.clone(), anchor, rows: left, sweep: None };
        let window = reply!(session, Job::Window(Box::new(ask)), Reply::Window(window) => *window);
        let got = window.rows.len();
        rows.extend(window.rows);
        let full = rows.len() >= limit as usize;
        if full || got == 0 || !window.below {
            let more = window.below || rows.len() > limit as usize;
            rows.truncate(limit as usize);
            return Ok((rows, more, window.counts));
        }
        if let Some(last) = rows.last() {
            anchor = Anchor::After(last.key);
        }
    }
}

fn line(session: &Session<'_>, brand: &Brand, workspace: &Workspace, row: &Row) -> String {
    let (voice, message) = (session.out.voice(), &row.message);
    let network = workspace.accounts.iter().find(|account| account.id == message.account).map_or(Network::Other, |account| account.network);
    let lang = session.out.lang();
    let day = format::tiny_day(lang, message.at.with_timezone(&brand.zone).date_naive());
    let clock = format::clock(brand.zone, message.at);
    let mut marks = String::new();
    if message.urgent {
        marks.push_str("! ");
    }
    if message.state != MessageState::Open {
        marks.extend(["[", &voice.coded("cli-state", message.state.name().code()), "] "]);
    }
    marks.extend(message.labels.iter().map(|label| format!("#{label} ")));
    let text: String = message.text.on_one_line().as_str().graphemes(true).take(WIDTH).collect();
    format!("{:>5}  {}  {day} {clock}  {marks}{} {}: {text}", message.id, network.mark(), message.author, message.handle)
}
