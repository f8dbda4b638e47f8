//! A report from code: October of the demo, as Markdown on standard output.
//!
//! `cargo run --example report` writes it in French, `cargo run --example report -- en` in English.

use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::app::trouble::Trouble;
use ronde::demo;
use ronde::domain::BrandId;
use ronde::domain::facts::Facts;
use ronde::domain::report::{Format, Report};
use ronde::domain::time::{Day, Period};
use ronde::lang::{Lang, Texts};
use ronde::store::{Store, serve};
use std::io::Write;

fn main() -> anyhow::Result<()> {
    let lang = std::env::args().nth(1).and_then(|word| Lang::from_locale(&word)).unwrap_or(Lang::Fr);
    let mut store = Store::in_memory()?;
    demo::fill(&mut |job| serve(&mut store, job), lang).map_err(|trouble| told(&trouble))?;

    // Everything is asked of the store by a job and comes back as a reply.
    let Reply::Workspace(workspace) = serve(&mut store, Job::Load).map_err(|trouble| told(&trouble))? else {
        anyhow::bail!("no workspace")
    };
    let brand = workspace.brands.first().ok_or_else(|| anyhow::anyhow!("no brand"))?;
    let october = Period::month_of(Day::from_ymd_opt(2026, 10, 1).ok_or_else(|| anyhow::anyhow!("no day"))?);
    let now = facts(&mut store, brand.id, october)?;
    let before = facts(&mut store, brand.id, october.previous())?;

    // Facts of two periods become figures that explain themselves; a format only dresses them.
    let report = Report::build(brand, &now, &before, demo::NOW, true, lang);
    let bytes = ronde::report::write(&report, Format::Markdown, &Texts::load())?;
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}

fn facts(store: &mut Store, brand: BrandId, period: Period) -> anyhow::Result<Facts> {
    match serve(store, Job::Facts(brand, period)).map_err(|trouble| told(&trouble))? {
        Reply::Facts(facts) => Ok(*facts),
        _ => anyhow::bail!("no facts"),
    }
}

fn told(trouble: &Trouble) -> anyhow::Error {
    anyhow::anyhow!("{:?}: {}", trouble.cause, trouble.detail)
}
