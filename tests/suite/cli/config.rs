//! The config file, as the commands meet it.

use super::Home;

fn with(config: &str) -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path("conf")).expect("a folder");
    std::fs::write(home.path("conf/config.toml"), config).expect("written");
    home
}

#[test]
fn an_unknown_key_is_told_with_file_line_and_what_was_meant() {
    let ran = with("# mine\nthem = \"dark\"\n").run(&["brand", "list"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("config.toml:2:") && ran.err.contains("“them”"), "{}", ran.err);
    assert!(ran.err.contains("Did you mean theme?"), "{}", ran.err);
}

#[test]
fn a_broken_config_stops_neither_help_nor_doctor() {
    let home = with("mouse = \"yes\"\n");
    assert!(home.does(&["--help"]).contains("inbox"));
    assert!(home.does(&["help", "inbox"]).contains("--filter"));
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("config.toml:1:") && ran.out.contains("true | false"), "{}", ran.out);
}

#[test]
fn the_example_in_assets_is_a_config_that_works() {
    let home = with(include_str!("../../../assets/config.example.toml"));
    home.does(&["brand", "add", "Lumen"]);
}

#[test]
fn the_brand_of_the_config_is_spoken_of_where_none_is_given() {
    let home = with("brand = \"Deux\"\n");
    home.does(&["brand", "add", "Un"]);
    home.does(&["brand", "add", "Deux"]);
    home.does(&["contact", "add", "Karim"]);
    assert_eq!(home.json(&["contact", "list", "--brand", "Un"])["contacts"].as_array().map(Vec::len), Some(0));
    assert_eq!(home.json(&["contact", "list"])["contacts"].as_array().map(Vec::len), Some(1));
}
