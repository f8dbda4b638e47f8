//! The keys of a day as a table, from the one command table of the program.

use ronde::app::command::{Scope, all};
use ronde::app::key::Key;
use ronde::lang::{Lang, Text, Texts, keys};
use std::fmt::Write;

const BEGIN: &str = "<!-- keys: cargo run --example readme -->";
const END: &str = "<!-- end of keys -->";

/// The README with its key list as the program has it now.
pub fn refresh(readme: &str) -> String {
    let (head, rest) = readme.split_once(BEGIN).unwrap_or((readme, ""));
    let tail = rest.split_once(END).map_or("", |(_, tail)| tail);
    format!("{head}{BEGIN}\n{}{END}{tail}", table())
}

/// The scopes in the order of a day.
const SCOPES: &[(Scope, &str)] = &[
    (Scope::Global, "everywhere"),
    (Scope::Today, "Today"),
    (Scope::Inbox, "Inbox"),
    (Scope::Filter, "typing a filter"),
    (Scope::Composer, "writing an answer"),
    (Scope::SecondLook, "reading it once more"),
    (Scope::Card, "the card of a person"),
    (Scope::Note, "writing a note on a person"),
    (Scope::Metrics, "Metrics"),
    (Scope::Sheet, "typing figures"),
    (Scope::Queue, "Queue"),
    (Scope::PostEditor, "writing a post"),
    (Scope::Report, "Report"),
    (Scope::SectionEditor, "writing for the report"),
    (Scope::Notebook, "Notebook"),
    (Scope::NotebookText, "writing for the Notebook"),
    (Scope::RuleEditor, "writing a rule"),
];

/// From this scope on the list is folded away.
const FOLDED_FROM: Scope = Scope::Metrics;

fn table() -> String {
    let texts = Texts::load();
    let voice = texts.voice(Lang::En);
    let heading = "\n| Where | Key | Does |\n|---|---|---|\n";
    let mut table = String::from(heading);
    for (scope, place) in SCOPES {
        if *scope == FOLDED_FROM {
            let _ = write!(table, "\n<details><summary>Metrics, queue, report, notebook</summary>\n{heading}");
        }
        let mut shown = *place;
        for spec in all().filter(|spec| spec.scope == *scope && !spec.keys.is_empty()) {
            let keys: Vec<String> = spec.keys.iter().filter_map(|key| Key::parse(key)).map(written).collect();
            let does = voice.say(&Text::coded("cmd", spec.name));
            let _ = writeln!(table, "| {shown} | {} | {does} |", keys.join(" "));
            shown = "";
        }
    }
    table.push_str("\n</details>\n\n");
    table
}

fn written(key: Key) -> String {
    format!("<kbd>{}</kbd>", keys::name(Lang::En, key).replace('<', "&lt;").replace('|', "&#124;"))
}
