//! The texts: both languages say the same things, the code says nothing else, French is set as French.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use ronde::app::command;
use ronde::app::model::{Tab, ThemeName};
use ronde::domain::account::Ability;
use ronde::domain::delivery::Stage;
use ronde::domain::highlight::HighlightKind;
use ronde::domain::message::{MessageKind, StateName, Tone, Visibility};
use ronde::domain::person::PersonKind;
use ronde::domain::query::View;
use ronde::domain::reaction::ReactionKind;
use ronde::domain::sweep::Slot;
use ronde::lang::{ENGLISH, FRENCH, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Each id with the variables its text uses.
fn ids(sources: Sources) -> BTreeMap<String, BTreeSet<String>> {
    let mut ids = BTreeMap::new();
    for (area, source) in sources {
        let resource = fluent_syntax::parser::parse(*source).unwrap_or_else(|(_, errors)| panic!("{area}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    gather(pattern, &mut variables);
                }
                let twice = ids.insert(message.id.name.to_owned(), variables);
                assert!(twice.is_none(), "{} is written twice", message.id.name);
            }
        }
    }
    ids
}

fn gather(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                variables.insert(id.name.to_owned());
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                variables.insert(id.name.to_owned());
                for variant in variants {
                    gather(&variant.value, variables);
                }
            }
            _ => {}
        }
    }
}

/// Every source file of the program, but for the tests within.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            found.push((path.display().to_string(), code));
        }
    }
}

fn code() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// The string literals that follow `opening` in the code.
fn literals<'a>(code: &'a str, opening: &str) -> Vec<&'a str> {
    code.match_indices(opening).filter_map(|(at, _)| code[at + opening.len()..].split('"').next()).collect()
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    let (french, english) = (ids(FRENCH), ids(ENGLISH));
    let missing: Vec<_> = french.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(missing.is_empty(), "missing in English: {missing:?}");
    let missing: Vec<_> = english.keys().filter(|id| !french.contains_key(*id)).collect();
    assert!(missing.is_empty(), "missing in French: {missing:?}");
    for (id, variables) in &french {
        assert_eq!(variables, &english[id], "variables of {id}");
    }
}

#[test]
fn every_text_that_the_code_says_is_written() {
    let french = ids(FRENCH);
    for (file, code) in code() {
        for opening in ["Text::new(\"", ".t(\""] {
            for id in literals(&code, opening) {
                assert!(french.contains_key(id), "{file} says {id}, which is not written");
            }
        }
    }
}

#[test]
fn every_word_of_the_domain_and_every_command_has_its_text() {
    let french = ids(FRENCH);
    let mut wanted: Vec<String> = Vec::new();
    let mut add = |prefix: &str, codes: &mut dyn Iterator<Item = &'static str>| wanted.extend(codes.map(|code| format!("{prefix}-{code}")));
    add("kind", &mut MessageKind::ALL.iter().map(|value| value.code()));
    add("tone", &mut Tone::ALL.iter().map(|value| value.code()));
    add("state", &mut StateName::ALL.iter().map(|value| value.code()));
    add("decided", &mut StateName::ALL.iter().map(|value| value.code()));
    add("visibility", &mut Visibility::ALL.iter().map(|value| value.code()));
    add("view", &mut View::ALL.iter().map(|value| value.code()));
    add("stage", &mut Stage::ALL.iter().map(|value| value.code()));
    add("ability", &mut Ability::ALL.iter().map(|value| value.code()));
    add("sweep-of", &mut Slot::ALL.iter().map(|value| value.code()));
    add("highlight", &mut HighlightKind::ALL.iter().map(|value| value.code()));
    add("person", &mut PersonKind::ALL.iter().map(|value| value.code()));
    add("reaction", &mut ReactionKind::ALL.iter().map(|value| value.code()));
    add("theme", &mut ThemeName::ALL.iter().map(|value| value.code()));
    add("tab", &mut Tab::ALL.iter().map(|value| value.code()));
    add("tab-short", &mut Tab::ALL.iter().map(|value| value.code()));
    add("cmd", &mut command::all().map(|spec| spec.name));
    add("key", &mut command::all().filter(|spec| spec.rank > 0).map(|spec| spec.name));
    let missing: Vec<_> = wanted.iter().filter(|id| !french.contains_key(*id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_text_is_left_that_nothing_says() {
    let code: Vec<String> = code().into_iter().map(|(_, code)| code).collect();
    let mut prefixes: BTreeSet<&str> = BTreeSet::from(["cmd", "key"]);
    for code in &code {
        prefixes.extend(literals(code, "coded(\""));
    }
    let unused: Vec<String> = ids(FRENCH)
        .into_keys()
        .filter(|id| !prefixes.iter().any(|prefix| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))))
        .filter(|id| {
            let quoted = format!("\"{id}\"");
            !code.iter().any(|code| code.contains(&quoted))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn french_is_set_with_its_own_spaces_and_apostrophes() {
    for (area, source) in FRENCH {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let body = line.split_once(" = ").map_or(line, |(_, body)| body);
            let words: String = body.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after)).collect();
            for wrong in [" !", " ?", " ;", " %", " »", "« ", "'"] {
                assert!(!words.contains(wrong), "{area}: {wrong:?} in {line}");
            }
            assert!(!words.contains(" : "), "{area}: a plain space before a colon in {line}");
        }
    }
}
