//! The start: reads the workspace, chooses the brand, or opens the welcome.

use super::effect::Job;
use super::event::Workspace;
use super::model::{Asker, Model, ThemeName};
use super::{rounds, shell, welcome};
use crate::domain::BrandId;
use crate::lang::Lang;

/// What the app asks for first.
pub fn begin(model: &mut Model) {
    model.ask(Asker::Shell, Job::Load);
}

/// Takes the workspace as stored; the first time, shows the brand of last time.
pub fn take_workspace(model: &mut Model, workspace: Workspace) {
    model.workspace = workspace;
    let first = !std::mem::replace(&mut model.loaded, true);
    if !first {
        shell::refresh(model);
        return;
    }
    if let Some(lang) = model.workspace.settings.get("language").and_then(|code| Lang::from_locale(code)).filter(|_| !model.lang_asked) {
        model.lang = lang;
    }
    if let Some(theme) = model.workspace.settings.get("theme").and_then(|code| ThemeName::from_code(code)) {
        model.look.theme = theme;
    }
    let last = model.workspace.settings.get("brand").and_then(|id| id.parse::<BrandId>().ok());
    let known = |id: &BrandId| model.workspace.brands.iter().any(|brand| brand.id == *id);
    let chosen = model.brand.or(last).filter(known).or_else(|| model.workspace.brands.first().map(|brand| brand.id));
    match chosen {
        Some(brand) => {
            model.brand = Some(brand);
            shell::refresh(model);
            rounds::begin(model);
            super::proposing::resume(model, brand);
        }
        None => model.welcome = Some(welcome::Welcome::begin(model.lang)),
    }
}
