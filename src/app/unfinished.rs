//! What was begun in a form and neither taken nor given up: kept under a name until then, also across starts.

use super::effect::Job;
use super::model::Model;

/// What stands before each name: these settings belong to nobody else.
const MARK: &str = "~form-";

/// Keeps what was begun.
pub fn keep(model: &mut Model, name: &str, what: String) {
    let setting = format!("{MARK}{name}");
    if model.workspace.settings.get(&setting) != Some(&what) {
        model.workspace.settings.insert(setting.clone(), what.clone());
        model.asks.store(Job::SaveSetting(setting, what));
    }
}

/// What the file is to be asked for so that it keeps what was begun, or forgets what is blank.
pub fn noted(model: &mut Model, name: &str, what: &str) -> Job {
    let setting = format!("{MARK}{name}");
    if what.trim().is_empty() {
        model.workspace.settings.remove(&setting);
        return Job::ForgetSetting(setting);
    }
    model.workspace.settings.insert(setting.clone(), what.to_owned());
    Job::SaveSetting(setting, what.to_owned())
}

/// What was begun under a name, if something was.
#[must_use]
pub fn begun<'a>(model: &'a Model, name: &str) -> Option<&'a str> {
    model.workspace.settings.get(&format!("{MARK}{name}")).map(String::as_str)
}

/// Forgets what was begun: it was taken, or given up.
pub fn forget(model: &mut Model, name: &str) {
    let setting = format!("{MARK}{name}");
    if model.workspace.settings.remove(&setting).is_some() {
        model.asks.store(Job::ForgetSetting(setting));
    }
}

/// Forgets all of it here, and asks the file for what is left: somebody was erased.
pub fn read_again(model: &mut Model) {
    model.workspace.settings.retain(|setting, _| !setting.starts_with(MARK));
    model.ask(super::model::Asker::Shell, Job::Load);
}
