//! `ronde brand`: makes a brand, lists brands, puts one on hold.

use super::args::{BrandAdd, BrandCommand};
use super::failure::{Exit, Failure};
use super::session::{Session, clean, reply};
use super::shape;
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::domain::BrandId;
use crate::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use crate::domain::hours::WorkingHours;
use crate::domain::text::SafeText;
use crate::domain::time::Zone;
use crate::lang::Text;
use chrono::NaiveTime;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: BrandCommand) -> Result<Exit, Failure> {
    match command {
        BrandCommand::Add(asked) => add(session, &asked),
        BrandCommand::List => list(session),
        BrandCommand::Hold { name, off } => hold(session, name, !off),
    }
}

/// A brand with usual hours, not stored yet.
pub(super) fn new(name: &str, zone: Zone) -> Brand {
    Brand {
        id: BrandId(0),
        name: SafeText::line(name),
        colour: Colour::Amber,
        zone,
        hours: WorkingHours::default(),
        sweeps_per_day: 3,
        reports_to: ReportsTo::Myself,
        validates_alone: false,
        on_hold: false,
        charter: Charter::default(),
        targets: Targets::default(),
    }
}

/// Stores a new brand, in a colour that no other has as long as there are some.
pub(super) fn store(session: &mut Session<'_>, mut brand: Brand) -> Result<Brand, Failure> {
    let workspace = session.workspace()?;
    if workspace.brands.iter().any(|known| known.name == brand.name) {
        return Err(Failure::failed(Text::new("cli-brand-exists").with("name", &brand.name)));
    }
    let free = Colour::ALL.iter().find(|colour| workspace.brands.iter().all(|known| known.colour != **colour));
    brand.colour = free.copied().unwrap_or(Colour::ALL[workspace.brands.len() % Colour::ALL.len()]);
    let now = session.now();
    Ok(reply!(session, Job::SaveBrand(Box::new(brand), now), Reply::Brand(brand) => *brand))
}

fn add(session: &mut Session<'_>, asked: &BrandAdd) -> Result<Exit, Failure> {
    let bad = |typed: &str| Failure::usage(Text::new("cli-bad-hours").with("typed", clean(typed)));
    let zone = asked.zone.parse().map_err(|_| Failure::usage(Text::new("cli-bad-zone").with("zone", clean(&asked.zone))))?;
    let mut brand = new(&asked.name, zone);
    if brand.name.is_blank() {
        return Err(Failure::usage(Text::new("cli-blank-name")));
    }
    let (opens, closes) = asked.hours.split_once('-').ok_or_else(|| bad(&asked.hours))?;
    let time = |typed: &str| NaiveTime::parse_from_str(typed.trim(), "%H:%M").map_err(|_| bad(&asked.hours));
    brand.hours.opens = time(opens)?;
    brand.hours.closes = time(closes)?;
    if brand.hours.opens >= brand.hours.closes {
        return Err(bad(&asked.hours));
    }
    brand.hours.weekdays = weekdays(&asked.weekdays).ok_or_else(|| bad(&asked.weekdays))?;
    brand.sweeps_per_day = asked.sweeps;
    brand.reports_to = asked.reports_to;
    brand.validates_alone = asked.validates_alone;
    let brand = store(session, brand)?;
    session.out.tell(&Text::new("cli-brand-made").with("name", &brand.name).with("id", brand.id));
    session.out.field("brand", shape::brand(&brand));
    Ok(Exit::Done)
}

/// Reads `1-5`, `1,3,5` or `2-6,7` as days of the week, Monday being 1.
fn weekdays(typed: &str) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    for part in typed.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last): (usize, usize) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        days.get_mut(first.checked_sub(1)?..last)?.fill(true);
    }
    days.contains(&true).then_some(days)
}

fn list(session: &mut Session<'_>) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    for brand in &workspace.brands {
        let accounts = workspace.accounts.iter().filter(|account| account.brand == brand.id).count();
        let id = if brand.on_hold { "cli-brand-line-held" } else { "cli-brand-line" };
        session
            .out
            .say(&Text::new(id).with("id", brand.id).with("name", &brand.name).with("zone", brand.zone).count("accounts", accounts as u64));
    }
    if workspace.brands.is_empty() {
        session.out.say(&Text::new("cli-no-brand"));
        session.out.say(&Text::new("cli-no-brand-todo"));
    }
    session.out.field("brands", workspace.brands.iter().map(shape::brand).collect::<Vec<_>>());
    Ok(Exit::Done)
}

fn hold(session: &mut Session<'_>, name: Option<String>, on_hold: bool) -> Result<Exit, Failure> {
    session.global.brand = name.or(session.global.brand.take());
    let (mut brand, _) = session.brand()?;
    brand.on_hold = on_hold;
    let now = session.now();
    let brand = reply!(session, Job::SaveBrand(Box::new(brand), now), Reply::Brand(brand) => brand);
    session.out.tell(&Text::new(if on_hold { "cli-brand-held" } else { "cli-brand-released" }).with("name", &brand.name));
    session.out.field("brand", shape::brand(&brand));
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::weekdays;

    #[test]
    fn days_of_the_week_are_read_in_ranges_and_lists() {
        assert_eq!(weekdays("1-5"), Some([true, true, true, true, true, false, false]));
        assert_eq!(weekdays("2-6,7"), Some([false, true, true, true, true, true, true]));
        for typed in ["", "0", "8", "5-1", "mon", "1-9"] {
            assert_eq!(weekdays(typed), None, "{typed}");
        }
    }
}
