//! Help, completions and the manual: everything that clap says, in the language of the person.
//!
//! Each text is found by the name of its command or flag; a test shows that none is missing.

use super::args::Cli;
use super::failure::{Exit, Failure};
use super::out::Out;
use super::session::clean;
use crate::lang::{Text, Voice};
use clap::builder::Resettable;
use clap::{Arg, ArgAction, Command, CommandFactory};

/// The shapes of `--json`, as one reads them in `ronde help json`.
pub(super) const SHAPES: &str = include_str!("../../assets/json-shapes.txt");

/// Flags that clap does not call global although every command has them.
const EVERYWHERE: [&str; 2] = ["help", "version"];

/// The tree of commands, said by `voice`.
pub(super) fn command(voice: Voice<'_>) -> Command {
    let root = Cli::command().arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    say(root.after_help(voice.t("cli-after-help")), "ronde", voice)
}

/// Says one command and those below it.
fn say(mut command: Command, path: &str, voice: Voice<'_>) -> Command {
    command = command.arg(Arg::new("help").short('h').long("help").action(ArgAction::HelpShort));
    command = command.about(voice.coded("cli-help", path));
    command = command.mut_args(|arg| {
        let text = voice.coded("cli-flag", &arg.get_id().as_str().replace('_', "-"));
        // What every command has comes after what this one has.
        let arg = if arg.is_global_set() || EVERYWHERE.contains(&arg.get_id().as_str()) { arg.display_order(100) } else { arg };
        if !arg.get_action().takes_values() {
            return arg.help(text);
        }
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let text = if values.is_empty() { text } else { format!("{text} ({})", values.join(", ")) };
        let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let text = if default.is_empty() { text } else { format!("{text} [{}]", default.join(",")) };
        arg.help(text).hide_possible_values(true).hide_env(true).hide_default_value(true)
    });
    let template = template(&command, path, voice);
    let below: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in below {
        let path = if path == "ronde" { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(name, |below| say(below, &path, voice));
    }
    command.help_template(template)
}

/// The lay-out of the help of one command: only the headings it needs, in the language.
fn template(command: &Command, path: &str, voice: Voice<'_>) -> String {
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}\n", voice.t("cli-heading-usage"));
    let mut part = |heading: String, body: &str| template.extend(["\n", &heading, "\n", body, "\n"]);
    if command.has_subcommands() {
        part(voice.t("cli-heading-commands"), "{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        part(voice.t("cli-heading-arguments"), "{positionals}");
    }
    part(voice.t("cli-heading-options"), "{options}");
    if path == "ronde" {
        template.push_str("{after-help}\n");
    }
    template
}

/// `ronde help [json | COMMAND…]`.
pub(super) fn show(out: &mut Out<'_>, topic: &[String]) -> Result<Exit, Failure> {
    if topic.first().is_some_and(|first| first == "json") {
        out.say(&Text::new("cli-json-intro"));
        out.line("");
        out.line(SHAPES);
        out.field("shapes", shapes());
        return Ok(Exit::Done);
    }
    let mut command = command(out.voice());
    command.build();
    let mut found = &mut command;
    for name in topic {
        let unknown = || Failure::usage(Text::new("cli-unknown-command").with("name", clean(name))).todo(Text::new("cli-see-help"));
        found = found.find_subcommand_mut(name).ok_or_else(unknown)?;
    }
    out.line(&found.render_help().to_string());
    Ok(Exit::Done)
}

/// Each command with its shape, read from the file.
pub(super) fn shapes() -> serde_json::Map<String, serde_json::Value> {
    let mut shapes = serde_json::Map::new();
    for block in SHAPES.split("\n\n") {
        if let Some((commands, shape)) = block.split_once('\n') {
            for command in commands.trim_start_matches("ronde ").split(" | ") {
                shapes.insert(command.to_owned(), serde_json::from_str(shape).unwrap_or_default());
            }
        }
    }
    shapes
}

/// `ronde completions SHELL`: the script on standard output.
pub(super) fn completions(out: &Out<'_>, shell: clap_complete::Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(out.voice()), "ronde", &mut script);
    raw(&script)
}

/// `ronde man`: the manual page on standard output.
pub(super) fn man(out: &Out<'_>) -> Result<Exit, Failure> {
    let mut page = Vec::new();
    let voice = out.voice();
    let command = command(voice).after_help(Resettable::Reset).after_long_help(voice.t("cli-man-variables"));
    let written = manual(&command, &mut page);
    written.map_err(|error| Failure::failed(Text::new("cli-stdin-failed").with("why", clean(&error.to_string()))))?;
    Ok(raw(&page))
}

/// One page with every command: the main part, then each sub-command with its options.
fn manual(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = command.clone();
    command.build();
    clap_mangen::Man::new(command.clone()).render(page)?;
    sections(&command, page)
}

fn sections(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    use std::io::Write;
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        let title = below.get_bin_name().unwrap_or(below.get_name()).to_uppercase();
        writeln!(page, ".SH \"{title}\"")?;
        if let Some(about) = below.get_about() {
            writeln!(page, "{}", about.to_string().replace('\\', "\\\\"))?;
        }
        clap_mangen::Man::new(below.clone()).render_options_section(page)?;
        sections(below, page)?;
    }
    Ok(())
}

/// Scripts and pages go out as they are: they are ours, and a tab in them has a meaning.
fn raw(bytes: &[u8]) -> Exit {
    use std::io::Write;
    let _ = std::io::stdout().write_all(bytes);
    Exit::Done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Texts};
    use std::collections::BTreeSet;

    fn walk(command: &Command, path: &str, ids: &mut BTreeSet<String>) {
        ids.insert(format!("cli-help-{path}"));
        for arg in command.get_arguments() {
            ids.insert(format!("cli-flag-{}", arg.get_id().as_str().replace('_', "-")));
        }
        for below in command.get_subcommands() {
            let path = if path == "ronde" { below.get_name().to_owned() } else { format!("{path}-{}", below.get_name()) };
            walk(below, &path, ids);
        }
    }

    #[test]
    fn every_command_and_flag_has_its_text_and_no_text_is_left_over() {
        let texts = Texts::load();
        let mut used = BTreeSet::new();
        walk(&command(texts.voice(Lang::En)), "ronde", &mut used);
        let is_help = |id: &&str| id.starts_with("cli-help-") || id.starts_with("cli-flag-");
        for source in [include_str!("../../assets/lang/fr/cli.ftl"), include_str!("../../assets/lang/en/cli.ftl")] {
            let written: BTreeSet<String> =
                source.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).filter(is_help).map(str::to_owned).collect();
            assert_eq!(written, used);
        }
    }

    #[test]
    fn the_tree_of_commands_holds_together() {
        let texts = Texts::load();
        for lang in Lang::ALL {
            command(texts.voice(lang)).debug_assert();
        }
    }

    #[test]
    fn every_shape_is_json_with_a_schema() {
        let shapes = shapes();
        assert!(shapes.len() > 20, "{}", shapes.len());
        for (name, shape) in shapes {
            assert_eq!(shape["schema"], super::super::out::SCHEMA, "{name}");
        }
    }
}
