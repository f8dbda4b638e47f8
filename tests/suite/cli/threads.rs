//! Threads by command: parts are shown and counted, what does not fit is refused with its figures, each part is sent once.

use super::Home;
use super::network::Server;
use serde_json::json;
use std::sync::atomic::{AtomicU32, Ordering};
use wiremock::matchers::{method, path};
use wiremock::{Mock, Request, ResponseTemplate};

const THREAD: &str = "Un atelier.\n---\nDeux torréfacteurs.\n---\nTrois tasses.";

/// Takes posts and gives them the ids 901, 902…
fn numbers_posts(server: &Server) {
    let last = AtomicU32::new(900);
    let answer = move |_: &Request| {
        let id = (last.fetch_add(1, Ordering::Relaxed) + 1).to_string();
        let alice = json!({"id": "1", "acct": "alice", "username": "alice", "display_name": "Alice"});
        let said = json!({"id": id, "created_at": "2026-11-22T19:36:00Z", "account": alice, "content": "<p>x</p>", "visibility": "public"});
        ResponseTemplate::new(200).set_body_json(said)
    };
    server.mount(Mock::given(method("POST")).and(path("/api/v1/statuses")).respond_with(answer));
}

/// What was posted, and under what.
fn posted(server: &Server) -> Vec<String> {
    let field = |body: &str, name: &str| {
        let found = url::form_urlencoded::parse(body.as_bytes()).find(|(field, _)| field == name);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    server.posts().iter().map(|body| format!("{} <- {}", field(body, "status"), field(body, "in_reply_to_id"))).collect()
}

/// A post on the connected account, its plan validated.
fn drafted(home: &Home, text: &str, more: &[&str]) -> super::Ran {
    let mut args = vec!["post", "add", "--title", "Torréfaction", "--account", "1", "--day", "2026-11-24", "--text", text];
    args.extend(more);
    let ran = home.run(&args);
    home.does(&["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    ran
}

#[test]
fn a_thread_is_shown_by_its_parts() {
    let home = Home::with_account();
    drafted(&home, THREAD, &[]);
    let post = home.json(&["post", "show", "1"])["post"].clone();
    assert_eq!(post["variants"][0]["parts"], json!(["Un atelier.", "Deux torréfacteurs.", "Trois tasses."]));
    let shown = home.run(&["post", "show", "1"]).out;
    assert!(shown.contains("part 1/3: 11 of") && shown.contains("part 3/3: 13 of"), "{shown}");
}

#[test]
fn an_empty_part_is_told_when_it_is_written_and_refused_when_it_is_scheduled() {
    let home = Home::with_account();
    let ran = drafted(&home, "Un.\n---\n\n---\nTrois.", &[]);
    assert!(ran.err.contains("Part 2 is empty"), "{}", ran.err);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    let ran = home.run(&["post", "schedule", "1", "--at", "2026-11-24T09:00"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Part 2 is empty"), "{}", ran.err);
}

#[test]
fn what_does_not_fit_is_told_at_once_and_not_validated() {
    let home = Home::with_account();
    let ran = drafted(&home, &format!("Un.\n---\n{}", "é".repeat(2_300)), &[]);
    assert!(ran.err.contains("Part 2 of 2 is 100 characters too long for @cafelumen (2,300 of 2,200)"), "{}", ran.err);
    let ran = home.run(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("ronde post edit 1 --text"), "{}", ran.err);
}

#[test]
fn a_file_that_went_missing_holds_its_post_back_before_it_is_sent() {
    let server = Server::start();
    let home = server.connected();
    std::fs::write(home.path("tasse.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("written");
    drafted(&home, THREAD, &["--media", "tasse.png", "--alt", "Une tasse"]);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    home.does(&["post", "schedule", "1", "--at", "2026-11-22T20:35"]);
    std::fs::remove_file(home.path("tasse.png")).expect("gone");
    let at = "2026-11-22T19:36:00Z";
    // The hold of ten seconds ends with the first look.
    let ran = home.at(at, &["publish", "--dry-run"], "");
    assert!(ran.out.contains("does not fit"), "{}{}", ran.out, ran.err);
    let ran = home.at(at, &["publish", "--json"], "");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("File not found: tasse.png"), "{}", ran.err);
    assert_eq!(ran.json()["deliveries"][0]["outcome"], "unfit");
    assert_eq!(posted(&server), Vec::<String>::new());
}

#[test]
fn publish_sends_the_parts_in_their_order_each_under_the_one_before() {
    let server = Server::start();
    numbers_posts(&server);
    let home = server.connected();
    drafted(&home, THREAD, &[]);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    home.does(&["post", "schedule", "1", "--at", "2026-11-22T20:35"]);
    let rehearsed = home.at("2026-11-22T19:36:00Z", &["publish", "--dry-run", "--json"], "").json();
    let would: Vec<&str> = rehearsed["deliveries"].as_array().expect("three").iter().filter_map(|one| one["would"].as_str()).collect();
    assert_eq!(would, ["send", "send", "send"]);
    let ran = home.at("2026-11-22T19:36:00Z", &["publish", "--json"], "");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let sent = ran.json()["deliveries"].clone();
    let parts: Vec<_> =
        sent.as_array().expect("three").iter().map(|one| (one["part"].clone(), one["parts"].clone(), one["outcome"].clone())).collect();
    assert_eq!(parts, [1, 2, 3].map(|part| (json!(part), json!(3), json!("done"))));
    assert_eq!(posted(&server), ["Un atelier. <- ", "Deux torréfacteurs. <- 901", "Trois tasses. <- 902"]);
    assert_eq!(home.json(&["post", "show", "1"])["post"]["state"], "published");
    // A second round has nothing to do.
    home.at("2026-11-22T19:40:00Z", &["publish"], "");
    assert_eq!(posted(&server).len(), 3);
}

/// The real program on servers that `tests/servers/*.sh start` said to be there.
mod real {
    use super::Home;
    use crate::given::setting;
    use serde_json::Value;

    fn does(home: &Home, now: &str, args: &[&str], input: &str) -> super::super::Ran {
        let ran = home.at(now, args, input);
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        ran
    }

    /// What the account said, as a machine that knows nothing of it reads it back; a network may show it a little later.
    fn read_back(reader: &Home, now: &str, is_whole: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        for turn in 0..200 {
            does(reader, now, &["pull"], "");
            let folder = format!("out{turn}");
            does(reader, now, &["export", &folder], "");
            let own = std::fs::read(reader.path(&format!("{folder}/own.json"))).expect("own posts");
            let own: Value = serde_json::from_slice(&own).expect("JSON");
            let rows = own["rows"].as_array().expect("a list").clone();
            if is_whole(&rows) {
                return rows;
            }
        }
        panic!("the thread is not there after 200 pulls");
    }

    /// A thread of three with two images, from the draft to the page of its network.
    fn a_thread_reads_right(network: &[&str], secret: &str) {
        let (home, reader) = (Home::new(), Home::new());
        let begun = ronde::runtime::clock::now();
        let later = |minutes| (begun + chrono::Duration::minutes(minutes)).to_rfc3339();
        let runs = |now: &str, args: &[&str], input: &str| does(&home, now, args, input);
        for home in [&home, &reader] {
            let add = [&["account", "add"], network, &["--token-stdin", "--brand", "Lumen"]].concat();
            does(home, &later(0), &add, secret);
        }
        let mark = format!("Fil {}", begun.timestamp_micros());
        let text = format!("{mark} un.\n---\n{mark} deux.\n---\n{mark} trois.");
        std::fs::write(home.path("dot.gif"), b"GIF89a\x01\0\x01\0\0\0\0;").expect("a file");
        // Another one: snac keeps one file for two that are the same.
        std::fs::write(home.path("line.gif"), b"GIF89a\x02\0\x01\0\0\0\0;").expect("a file");
        let day = begun.date_naive().to_string();
        let media = ["--media", "dot.gif", "--alt", "Un point", "--media", "line.gif", "--alt", "Un autre point"];
        let add = ["post", "add", "--title", "Fil", "--account", "1", "--day", &day, "--text", &text];
        runs(&later(0), &[&add[..], &media[..]].concat(), "");
        runs(&later(0), &["post", "approve", "1", "--of", "plan", "--by", "Léa"], "");
        runs(&later(0), &["post", "approve", "1", "--of", "content", "--by", "Léa"], "");
        runs(&later(0), &["post", "schedule", "1", "--at", &later(2)], "");
        runs(&later(3), &["publish"], "");
        runs(&later(4), &["publish"], "");
        assert_eq!(runs(&later(4), &["post", "show", "1", "--json"], "").json()["post"]["state"], "published");
        // Each part is there once, under the one before, the files with the first.
        let said = |rows: &[Value], words: &str| -> Vec<Value> {
            let begins = format!("{mark} {words}.");
            rows.iter().filter(|one| one["text"].as_str().is_some_and(|text| text.starts_with(&begins))).cloned().collect()
        };
        let rows = read_back(&reader, &later(5), |rows| ["un", "deux", "trois"].iter().all(|words| !said(rows, words).is_empty()));
        let find = |words: &str| {
            let found = said(&rows, words);
            assert_eq!(found.len(), 1, "{words}: {rows:?}");
            (found[0]["remote_id"].clone(), found[0]["parent"].clone(), found[0]["text"].to_string())
        };
        let (first, second, third) = (find("un"), find("deux"), find("trois"));
        assert_eq!((&first.1, &second.1, &third.1), (&Value::Null, &first.0, &second.0));
        assert!(first.2.contains("[Un point]") && first.2.contains("[Un autre point]"), "{}", first.2);
        assert!(!second.2.contains('[') && !third.2.contains('['));
    }

    #[test]
    fn a_thread_with_two_images_reads_right_on_snac() {
        let (Some(server), Some(token)) = (setting("SNAC_URL"), setting("SNAC_TOKEN_ALICE")) else { return };
        a_thread_reads_right(&["mastodon", "--server", &server], &token);
    }

    #[test]
    fn a_thread_with_two_images_reads_right_on_a_mock_that_others_wrote() {
        let (Some(server), Some(token)) = (setting("MMOCK_URL"), setting("MMOCK_TOKEN_ALICE")) else { return };
        a_thread_reads_right(&["mastodon", "--server", &server], &token);
    }

    #[test]
    fn a_thread_with_two_images_reads_right_on_bluesky() {
        let (Some(server), Some(handle)) = (setting("BSKY_PDS_URL"), setting("BSKY_HANDLE_ALICE")) else { return };
        let Some(password) = setting("BSKY_APP_PASSWORD_ALICE") else { return };
        a_thread_reads_right(&["bluesky", "--handle", &handle, "--server", &server], &password);
    }
}
