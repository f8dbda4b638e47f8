//! Help, versions, completions, the manual, and what wrong usage is answered.

use super::Home;

#[test]
fn help_speaks_the_language_that_is_asked_for() {
    let home = Home::new();
    assert!(home.does(&["--lang", "fr", "--help"]).contains("Commandes\u{a0}:"));
    assert!(home.does(&["--lang=en", "inbox", "--help"]).contains("Lists messages."));
    assert!(home.does(&["help", "post", "add"]).contains("--title"));
}

#[test]
fn help_speaks_the_language_of_the_config() {
    let home = Home::new();
    std::fs::create_dir_all(home.path("conf")).expect("a folder");
    std::fs::write(home.path("conf/config.toml"), "language = \"fr\"\n").expect("written");
    assert!(home.does(&["--help"]).contains("Exit codes") == home.does(&["--lang", "en", "--help"]).contains("Codes de sortie"));
    assert!(home.does(&["--help"]).contains("Codes de sortie"));
}

#[test]
fn wrong_usage_exits_with_2_and_says_what_was_meant() {
    let home = Home::new();
    for (args, meant) in [
        (&["snoze", "1"][..], "Did you mean snooze?"),
        (&["inbox", "--viw", "all"], "Did you mean --view?"),
        (&["snooze", "1"], "--until <WHEN>"),
        (&["report", "--month", "2026-10", "--week", "2026-W43"], "exclude each other"),
        (&["post"], "A command is missing."),
    ] {
        let ran = home.run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(meant), "{args:?}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn wrong_usage_is_said_in_french_too() {
    let ran = Home::new().run(&["--lang", "fr", "snoze", "1"]);
    assert_eq!(ran.err, "Il n’y a pas de commande snoze.\nVouliez-vous dire snooze\u{202f}?\n");
}

#[test]
fn completions_and_the_manual_come_out_without_a_file_being_made() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(home.does(&["completions", shell]).contains("ronde"), "{shell}");
    }
    let page = home.does(&["man"]);
    assert!(page.contains(".TH") && page.contains("RONDE_NOW") && page.contains("POST APPROVE"), "{page}");
    assert!(!home.path("data").exists());
}

#[test]
fn without_a_brand_a_command_says_how_to_make_one() {
    let home = Home::new();
    for args in [&["pull"][..], &["inbox"], &["publish"], &["report"], &["post", "list"], &["readings"]] {
        let ran = home.run(args);
        assert_eq!(ran.code, 1, "{args:?}: {}", ran.err);
        assert!(ran.err.contains("ronde brand add"), "{args:?}: {}", ran.err);
    }
}
