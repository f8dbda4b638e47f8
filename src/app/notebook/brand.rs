//! The settings of the brand: hours, days off, who validates, the hold.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{Job, Ticket};
use super::super::model::{Asker, Model, Tab};
use super::super::{inbox, queue, shell};
use super::{Then, What, writing};
use crate::domain::brand::{Brand, Colour, ReportsTo};
use crate::domain::hours::WorkingHours;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Zone, parse_day};
use crate::domain::{BrandId, coded, holiday};
use crate::lang::{Text, format};
use chrono::{Datelike, NaiveTime};

coded! {
    /// A setting of a brand, in the order in which they are listed.
    Setting {
        Name = "name", Zone = "zone", Hours = "hours", Weekdays = "weekdays", DaysOff = "days-off", Holidays = "holidays",
        Sweeps = "sweeps", Targets = "targets", ReportsTo = "reports-to", Alone = "alone", Labels = "labels", Banned = "banned",
        SecondLook = "second-look", Community = "community", Hold = "hold", Colour = "colour",
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Notebook(then))
}

/// Says what is wrong in the line being typed.
pub fn wrong(model: &mut Model, text: Text) {
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(text);
    }
}

/// Changes the brand that is shown, and has it written.
pub fn change(model: &mut Model, edit: impl FnOnce(&mut Brand)) {
    let Some(mut brand) = model.brand().cloned() else { return };
    edit(&mut brand);
    model.ask(Asker::Tab(Tab::Notebook), Job::SaveBrand(Box::new(brand), model.now));
}

/// Takes a brand as stored; shows it, if it was just made.
pub fn take(model: &mut Model, ticket: Ticket, stored: Brand) {
    let id = stored.id;
    match model.workspace.brands.iter_mut().find(|brand| brand.id == id) {
        Some(known) => *known = stored,
        None => model.workspace.brands.push(stored),
    }
    if model.notebook.brand_asked.take_if(|asked| *asked == ticket).is_some() {
        shell::switch_brand(model, id);
    }
}

/// Edits the setting under the cursor: a line to type, a choice, or a toggle.
pub fn edit(model: &mut Model) {
    let (Some(setting), Some(brand)) = (Setting::ALL.get(model.notebook.row()).copied(), model.brand().cloned()) else { return };
    match setting {
        Setting::Name => prompt(model, setting, brand.name.as_str()),
        Setting::Zone => prompt(model, setting, brand.zone.name()),
        Setting::Hours => prompt(model, setting, &hours(&brand.hours)),
        Setting::Weekdays => ask_weekdays(model, 0),
        Setting::DaysOff => ask_days_off(model),
        Setting::Holidays => super::holidays::ask(model),
        Setting::Targets => super::targets::ask(model),
        Setting::Sweeps => {
            let start = Menu::new(Text::new("notebook-sweeps-title"));
            let menu = [(1, '1'), (2, '2'), (3, '3')].into_iter().fold(start, |menu, (sweeps, key)| {
                menu.item(Some(key), Label::Text(Text::new("notebook-sweeps").count("count", sweeps)), then(Then::Sweeps(sweeps)))
            });
            model.dialog = Some(Dialog::Menu(menu));
        }
        Setting::ReportsTo => {
            let start = Menu::new(Text::new("notebook-reports-title"));
            let menu = ReportsTo::ALL.iter().zip('1'..='9').fold(start, |menu, (whom, key)| {
                menu.item(Some(key), Label::Text(Text::coded("notebook-reports-to", whom.code())), then(Then::ReportsTo(*whom)))
            });
            model.dialog = Some(Dialog::Menu(menu));
        }
        Setting::Alone => {
            change(model, |brand| brand.validates_alone = !brand.validates_alone);
            model.tell(Text::new(if brand.validates_alone { "notebook-alone-off" } else { "notebook-alone-on" }));
        }
        Setting::Banned => writing::write_list(model, What::Banned),
        Setting::Community => writing::write_list(model, What::Community),
        Setting::Labels => inbox::labels::manage(model),
        Setting::SecondLook => {
            change(model, |brand| brand.charter.second_look = !brand.charter.second_look);
            model.tell(Text::new(if brand.charter.second_look { "charter-second-look-off" } else { "charter-second-look-on" }));
        }
        Setting::Hold => ask_hold(model),
        Setting::Colour => {
            let start = Menu::new(Text::new("notebook-colour-title"));
            let menu = Colour::ALL.iter().zip('1'..='9').fold(start, |menu, (colour, key)| {
                menu.item(Some(key), Label::Text(Text::coded("notebook-colour", colour.code())), then(Then::Colour(*colour)))
            });
            model.dialog = Some(Dialog::Menu(menu));
        }
    }
}

/// Hours as they are typed.
fn hours(hours: &WorkingHours) -> String {
    format!("{}-{}", hours.opens.format("%H:%M"), hours.closes.format("%H:%M"))
}

fn prompt(model: &mut Model, setting: Setting, start: &str) {
    let (title, help) = (Text::coded("notebook-setting", setting.code()), Text::coded("notebook-help", setting.code()));
    model.dialog = Some(Dialog::Prompt(Prompt::new(title, start, Chosen::Notebook(Then::Set(setting))).help(help)));
}

/// Writes a setting as typed, if it means something.
pub fn set(model: &mut Model, setting: Setting, typed: &str) {
    let read = match setting {
        Setting::Name => read_name(model, typed),
        Setting::Zone => read_zone(typed).map(|zone| Box::new(move |brand: &mut Brand| brand.zone = zone) as Edit),
        Setting::Hours => read_hours(typed).map(|(opens, closes)| {
            Box::new(move |brand: &mut Brand| {
                brand.hours.opens = opens;
                brand.hours.closes = closes;
            }) as Edit
        }),
        Setting::DaysOff => {
            return match parse_day(typed.trim(), model.day()) {
                Some(day) => {
                    model.dialog = None;
                    change(model, |brand| brand.hours.days_off.extend([day]));
                }
                None => wrong(model, Text::new("when-unreadable")),
            };
        }
        Setting::Weekdays
        | Setting::Holidays
        | Setting::Targets
        | Setting::Sweeps
        | Setting::ReportsTo
        | Setting::Alone
        | Setting::Banned
        | Setting::SecondLook
        | Setting::Community
        | Setting::Labels
        | Setting::Hold
        | Setting::Colour => return,
    };
    match read {
        Some(edit) => {
            model.dialog = None;
            change(model, edit);
        }
        None => wrong(model, Text::coded("notebook-wrong", setting.code())),
    }
}

type Edit = Box<dyn FnOnce(&mut Brand)>;

/// A name that no other brand has.
fn read_name(model: &Model, typed: &str) -> Option<Edit> {
    let name = SafeText::line(typed);
    let taken = model.workspace.brands.iter().any(|brand| Some(brand.id) != model.brand && brand.name == name);
    (!name.is_blank() && !taken).then(|| Box::new(move |brand: &mut Brand| brand.name = name) as Edit)
}

/// A zone by its name, or by its city alone: `Europe/Paris`, `paris`.
fn read_zone(typed: &str) -> Option<Zone> {
    let wanted = typed.trim().to_lowercase().replace(' ', "_");
    let city = |zone: &Zone| zone.name().rsplit('/').next().unwrap_or_default().to_lowercase();
    let zones = chrono_tz::TZ_VARIANTS.iter();
    zones.clone().find(|zone| zone.name().to_lowercase() == wanted).or_else(|| zones.clone().find(|zone| city(zone) == wanted)).copied()
}

/// `9:00-17:30`, `9h-17h`.
fn read_hours(typed: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (opens, closes) = typed.split_once(['-', '–', '—'])?;
    let (opens, closes) = (queue::parse_time(opens)?, queue::parse_time(closes)?);
    (opens < closes).then_some((opens, closes))
}

fn ask_weekdays(model: &mut Model, cursor: usize) {
    let Some(brand) = model.brand() else { return };
    let names = format::short_weekdays(model.lang);
    let start = Menu::new(Text::new("notebook-weekdays-title"));
    let mut menu = names.into_iter().enumerate().zip('1'..='7').fold(start, |menu, ((at, name), key)| {
        let id = if brand.hours.weekdays[at] { "notebook-weekday-on" } else { "notebook-weekday-off" };
        menu.item(Some(key), Label::Text(Text::new(id).with("day", name)), then(Then::Weekday(at)))
    });
    menu.cursor = cursor;
    model.dialog = Some(Dialog::Menu(menu));
}

/// The brand works on a day of the week, or no longer; the week stays open to choose more.
pub fn toggle_weekday(model: &mut Model, day: usize) {
    let Some(brand) = model.brand() else { return };
    let is_last = brand.hours.weekdays[day] && brand.hours.weekdays.iter().filter(|works| **works).count() == 1;
    if is_last {
        return model.hint(Text::new("notebook-one-weekday"));
    }
    if let Some(brand) = model.workspace.brands.iter_mut().find(|brand| Some(brand.id) == model.brand) {
        brand.hours.weekdays[day] = !brand.hours.weekdays[day];
    }
    change(model, |_| {});
    ask_weekdays(model, day);
}

fn ask_days_off(model: &mut Model) {
    let Some(brand) = model.brand() else { return };
    let year = model.day().year();
    let mut menu = Menu::new(Text::new("notebook-days-off-title"))
        .item(Some('n'), Label::Text(Text::new("notebook-day-off-add")), then(Then::AskDayOff))
        .item(Some('f'), Label::Text(Text::new("notebook-holidays-of").with("year", year)), then(Then::Holidays(year)))
        .item(Some('g'), Label::Text(Text::new("notebook-holidays-of").with("year", year + 1)), then(Then::Holidays(year + 1)));
    let today = model.day();
    for day in brand.hours.days_off.iter().filter(|day| **day >= today).take(12) {
        let label = Text::new("notebook-day-off-drop").with("day", format::long_day(model.lang, *day));
        menu = menu.item(None, Label::Text(label), then(Then::DropDayOff(*day)));
    }
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks for a day off.
pub fn ask_day_off(model: &mut Model) {
    let title = Text::new("notebook-day-off-title");
    model.dialog =
        Some(Dialog::Prompt(Prompt::new(title, "", Chosen::Notebook(Then::Set(Setting::DaysOff))).help(Text::new("queue-day-help"))));
}

/// A day off no longer is one.
pub fn drop_day_off(model: &mut Model, day: Day) {
    change(model, |brand| brand.hours.days_off.retain(|known| *known != day));
    model.tell(Text::new("notebook-day-off-dropped").with("day", format::long_day(model.lang, day)));
}

/// Asks for which year the French public holidays are added.
pub fn ask_holidays(model: &mut Model) {
    let year = model.day().year();
    let start = Menu::new(Text::new("notebook-days-off-title"));
    let menu = [year, year + 1].into_iter().zip(['1', '2']).fold(start, |menu, (year, key)| {
        menu.item(Some(key), Label::Text(Text::new("notebook-holidays-of").with("year", year)), then(Then::Holidays(year)))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Adds the French public holidays of a year.
pub fn add_holidays(model: &mut Model, year: i32) {
    let days = holiday::french(year);
    let count = days.len();
    change(model, |brand| brand.hours.days_off.extend(days));
    model.tell(Text::new("notebook-holidays-added").count("count", count).with("year", year));
}

/// Asks before the brand is held, or the hold ends: it decides whether anything leaves.
pub fn ask_hold(model: &mut Model) {
    let Some(brand) = model.brand() else { return };
    let (title, label, hold) = if brand.on_hold {
        ("notebook-hold-end-title", "notebook-hold-end", false)
    } else {
        ("notebook-hold-title", "notebook-hold-begin", true)
    };
    let menu = Menu::new(Text::new(title))
        .about(&brand.name)
        .item(Some('n'), Label::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close))
        .item(Some('p'), Label::Text(Text::new(label)), then(Then::Hold(hold)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Holds the brand, or ends the hold.
pub fn hold(model: &mut Model, hold: bool) {
    change(model, |brand| brand.on_hold = hold);
    model.tell(Text::new(if hold { "notebook-held" } else { "notebook-released" }));
}

/// Asks for the name of another brand.
pub fn ask_new(model: &mut Model) {
    let prompt =
        Prompt::new(Text::new("notebook-new-brand-title"), "", Chosen::Notebook(Then::NewBrand)).help(Text::new("notebook-new-brand-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Makes another brand with the hours of this one, and shows it.
pub fn make(model: &mut Model, typed: &str) {
    let name = SafeText::line(typed);
    if name.is_blank() || model.workspace.brands.iter().any(|brand| brand.name == name) {
        return wrong(model, Text::new("notebook-wrong-name"));
    }
    model.dialog = None;
    let Some(like) = model.brand().cloned() else { return };
    let colour = Colour::ALL[model.workspace.brands.len() % Colour::ALL.len()];
    let brand = Brand { id: BrandId(0), name, colour, on_hold: false, ..like };
    let ticket = model.ask(Asker::Tab(Tab::Notebook), Job::SaveBrand(Box::new(brand), model.now));
    model.notebook.brand_asked = Some(ticket);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_by_its_city() {
        assert_eq!(read_zone("paris"), Some(chrono_tz::Europe::Paris));
        assert_eq!(read_zone("America/New_York"), Some(chrono_tz::America::New_York));
        assert_eq!(read_zone("new york"), Some(chrono_tz::America::New_York));
        assert_eq!(read_zone("Atlantis"), None);
    }

    #[test]
    fn hours_end_after_they_begin() {
        assert!(read_hours("9h-17h30").is_some());
        assert_eq!(read_hours("17:00-9:00"), None);
    }
}
