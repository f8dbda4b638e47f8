//! `ronde rule`: the rules of a brand, and what one of them would have proposed. Changes nothing.

use super::args::RuleCommand;
use super::failure::{Exit, Failure};
use super::session::{Session, clean, reply};
use super::shape;
use crate::app::effect::{Job, RuleJob, RuleReply};
use crate::app::event::Reply;
use crate::app::rules::{conditions, proposal, proposes};
use crate::domain::brand::Brand;
use crate::domain::fold::fold;
use crate::domain::rule::Rule;
use crate::lang::Text;
use unicode_segmentation::UnicodeSegmentation;

/// How many characters of a message a line shows.
const WIDTH: usize = 90;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: RuleCommand) -> Result<Exit, Failure> {
    let (brand, _) = session.brand()?;
    let rules = reply!(session, Job::Rule(RuleJob::List(brand.id)), Reply::Rule(RuleReply::List(rules)) => rules);
    match command {
        RuleCommand::List => list(session, &rules),
        RuleCommand::Test { rule, last } => test(session, &brand, find(&rules, &rule)?, last)?,
    }
    Ok(Exit::Done)
}

fn list(session: &mut Session<'_>, rules: &[Rule]) {
    for rule in rules {
        let voice = session.out.voice();
        let line = Text::new("cli-rule-line")
            .with("name", &rule.name)
            .and("conditions", conditions(&rule.conditions))
            .and("proposes", proposes(&rule.proposes));
        let off = if rule.active { String::new() } else { voice.t("cli-rule-off") };
        session.out.line(&format!("{:>4}  {} {off}", rule.id, voice.say(&line)));
    }
    if rules.is_empty() {
        session.out.say(&Text::new("cli-no-rule"));
    }
    session.out.field("rules", rules.iter().map(shape::rule).collect::<Vec<_>>());
}

/// The rule that was named: by its name, or by its row.
fn find<'r>(rules: &'r [Rule], named: &str) -> Result<&'r Rule, Failure> {
    let found = rules.iter().find(|rule| fold(rule.name.as_str()) == fold(named) || rule.id.to_string() == named.trim_start_matches('#'));
    found.ok_or_else(|| {
        let names: Vec<&str> = rules.iter().map(|rule| rule.name.as_str()).collect();
        let todo = if names.is_empty() { Text::new("cli-no-rule") } else { Text::new("cli-known-rules").with("names", names.join(", ")) };
        Failure::usage(Text::new("cli-unknown-rule").with("name", clean(named))).todo(todo)
    })
}

fn test(session: &mut Session<'_>, brand: &Brand, rule: &Rule, last: u16) -> Result<(), Failure> {
    let job = Job::Rule(RuleJob::Try(Box::new(rule.clone()), last));
    let trial = reply!(session, job, Reply::Rule(RuleReply::Tried(trial)) => *trial);
    let (voice, lang) = (session.out.voice(), session.out.lang());
    for message in &trial.found {
        let day = crate::lang::format::tiny_day(lang, message.at.with_timezone(&brand.zone).date_naive());
        let text: String = message.text.on_one_line().as_str().graphemes(true).take(WIDTH).collect();
        let proposed = message.proposal.as_ref().map(|proposed| voice.say(&proposal(proposed))).unwrap_or_default();
        session.out.line(&format!("{:>5}  {day}  {} : {text}  → {proposed}", message.id, message.author));
    }
    session.out.tell(&Text::new("cli-rule-tried").count("count", trial.found.len() as u64).count("looked", trial.looked));
    session.out.field("rule", shape::rule(rule));
    session.out.field("looked", trial.looked);
    session.out.field("matched", trial.found.len());
    session.out.field("messages", trial.found.iter().map(shape::message).collect::<Vec<_>>());
    Ok(())
}
