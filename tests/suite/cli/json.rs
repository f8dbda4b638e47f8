//! The JSON shapes: what `ronde help json` shows is what comes out.

use super::Home;
use serde_json::Value;

/// Says where `real` differs from the documented `shape`: a name too many, one too few, another kind.
fn differences(path: &str, shape: &Value, real: &Value) -> Vec<String> {
    match (shape, real) {
        (_, Value::Null) => Vec::new(),
        (Value::Object(shape), Value::Object(real)) => {
            let extra = real.keys().filter(|name| !shape.contains_key(*name)).map(|name| format!("{path}.{name} is not documented"));
            let within = shape.iter().flat_map(|(name, shape)| match real.get(name) {
                Some(real) => differences(&format!("{path}.{name}"), shape, real),
                None => vec![format!("{path}.{name} is missing")],
            });
            extra.chain(within).collect()
        }
        (Value::Array(shape), Value::Array(real)) => real
            .iter()
            .flat_map(|real| shape.first().map_or_else(Vec::new, |shape| differences(&format!("{path}[]"), shape, real)))
            .collect(),
        (Value::String(allowed), Value::String(word)) if allowed.contains('|') => {
            if allowed.split('|').any(|one| one == word) {
                Vec::new()
            } else {
                vec![format!("{path}: {word} is not among {allowed}")]
            }
        }
        _ if std::mem::discriminant(shape) == std::mem::discriminant(real) => Vec::new(),
        _ => vec![format!("{path}: {real} is of another kind than {shape}")],
    }
}

#[test]
fn every_documented_shape_is_what_the_command_prints() {
    let home = Home::new();
    let shapes = home.json(&["help", "json"])["shapes"].clone();
    let mut seen = std::collections::BTreeSet::new();
    let mut check = |name: &str, args: &[&str]| {
        let real = home.json(args);
        let found = differences(name, &shapes[name], &real);
        assert!(found.is_empty(), "{found:#?}\n{real}");
        seen.insert(name.to_owned());
    };
    check("brand add", &["brand", "add", "Café Lumen", "--validates-alone"]);
    check("brand list", &["brand", "list"]);
    check("brand hold", &["brand", "hold", "--off"]);
    check("account add", &["account", "add", "manual", "--network", "mastodon", "--handle", "@lumen"]);
    check("account list", &["account", "list"]);
    check("account check", &["account", "check"]);
    check("contact add", &["contact", "add", "Karim", "--role", "SAV"]);
    check("contact list", &["contact", "list"]);
    let replies = "format = 1\n[[reply]]\nname = \"Merci\"\nlanguage = \"fr\"\ntext = \"Merci\"\n";
    std::fs::write(home.path("replies.toml"), replies).expect("a file");
    check("replies import", &["replies", "import", "replies.toml"]);
    check("replies list", &["replies", "list"]);
    check("replies export", &["replies", "export", "replies-out.toml"]);
    home.receives(&["un", "deux !", "trois ??", "quatre ???"]);
    check("inbox", &["inbox"]);
    home.has_rule("Réclamations", "trois, quatre");
    check("rule list", &["rule", "list"]);
    check("rule test", &["rule", "test", "réclamations"]);
    check("reply", &["reply", "1", "--text", "Merci"]);
    check("close", &["close", "2"]);
    check("snooze", &["snooze", "3", "--until", "2d"]);
    check("delegate", &["delegate", "4", "--to", "Karim", "--until", "2d"]);
    check("brief", &["brief", "4"]);
    check("pull", &["pull"]);
    check("publish", &["publish"]);
    check("publish --dry-run", &["publish", "--dry-run"]);
    check("post add", &["post", "add", "--title", "Tasse", "--account", "1", "--text", "Une tasse.", "--day", "2026-11-24"]);
    check("post edit", &["post", "edit", "1", "--note", "photo à refaire"]);
    check("post approve", &["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    check("post approve", &["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    check("post schedule", &["post", "schedule", "1", "--at", "2026-11-24T09:00"]);
    check("post show", &["post", "show", "1"]);
    check("post list", &["post", "list"]);
    check("post cancel", &["post", "cancel", "1"]);
    check("log", &["log", "1", "followers=844", "reach=na"]);
    check("readings", &["readings"]);
    check("report", &["report", "--format", "md"]);
    check("export", &["export", "tout"]);
    check("backup", &["backup", "copie.db"]);
    check("person export", &["person", "export", "@marie", "--out", "marie.json"]);
    check("person erase", &["person", "erase", "@marie", "--yes"]);
    check("doctor", &["doctor"]);
    home.does(&["account", "add", "manual", "--network", "x", "--handle", "@autre"]);
    check("account remove", &["account", "remove", "@autre"]);
    let documented: std::collections::BTreeSet<String> = shapes.as_object().expect("shapes").keys().cloned().collect();
    assert_eq!(seen, documented, "every shape is tried");
}

#[test]
fn a_failure_is_one_object_too() {
    let home = Home::new();
    let ran = home.run(&["inbox", "--json"]);
    assert_eq!((ran.code, &ran.json()["exit"]), (1, &1.into()));
    assert_eq!(ran.json()["error"]["code"], "failed");
    let ran = home.run(&["inbox", "--viw", "--json"]);
    assert_eq!((ran.code, &ran.json()["error"]["code"]), (2, &"usage".into()));
}

#[test]
fn quiet_prints_what_was_asked_for_and_nothing_else() {
    let home = Home::with_account();
    assert_eq!(home.does(&["contact", "add", "Karim", "--quiet"]), "");
    assert!(home.does(&["contact", "list", "--quiet"]).contains("Karim"));
}
