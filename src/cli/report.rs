//! `ronde report`: builds the report of a period from the file and writes it in each form.

use super::args::Span;
use super::failure::{Exit, Failure, shown};
use super::session::{Session, reply};
use super::{files, when};
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::domain::report::{Format, Report};
use crate::domain::text::SafeText;
use crate::domain::time::day_in;
use crate::lang::Text;
use serde_json::json;
use std::path::PathBuf;

/// Writes the report of the period in each form, compared with the period before.
pub(super) fn run(session: &mut Session<'_>, span: &Span, formats: &[Format], out: Option<PathBuf>, force: bool) -> Result<Exit, Failure> {
    let (brand, _) = session.brand()?;
    let now = session.now();
    let period = when::period(span, day_in(brand.zone, now))?;
    let facts = reply!(session, Job::Facts(brand.id, period), Reply::Facts(facts) => facts);
    let before = reply!(session, Job::Facts(brand.id, period.previous()), Reply::Facts(facts) => facts);
    let report = Report::build(&brand, &facts, &before, now, false, session.out.lang());
    let folder = out.or_else(|| session.config.reports_folder()).unwrap_or_else(|| PathBuf::from("."));
    let folder = files::folder(&folder)?;
    let texts = session.out.texts();
    // All forms are made before the first is written: a fault leaves no half set.
    let mut made = Vec::new();
    for format in formats {
        let bytes = crate::report::write(&report, *format, texts)
            .map_err(|error| Failure::failed(Text::new("cli-report-failed").with("why", SafeText::line(&error.to_string()))))?;
        made.push((crate::report::file_name(&report, *format, texts), bytes));
    }
    let mut written = Vec::new();
    for (name, bytes) in made {
        let path = files::write(&folder, &name, &bytes, force)?;
        session.out.tell(&Text::new("cli-wrote").with("file", shown(&path)));
        written.push(shown(&path));
    }
    reply!(session, Job::Exported(brand.id, period, now), Reply::Done => ());
    session.out.field("period", json!({"from": period.from, "to": period.to}));
    session.out.field("files", written);
    Ok(Exit::Done)
}
