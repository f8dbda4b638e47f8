//! A first pull from end to end: pages as a server sends them, over loopback, parsed, cleaned and stored.
//!
//! Only the puller's own thread is counted, not the server's.

use crate::comments::{Comment, comments, now};
use crate::home::Home;
use crate::measure::{real, timed};
use ronde::app::effect::{Call, Job, Secret, Stream};
use ronde::app::event::News;
use ronde::network::http::Limits;
use ronde::network::{self, Networks};
use ronde::secrets::Vault;
use ronde::store::serve;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;

/// As many as Mastodon gives at once.
const PAGE: usize = 80;

/// Pulls `rows` notifications into a new file, with rules or without. Gives the rows by second of processor.
pub fn pull(folder: &Path, rows: u64, with_rules: bool) -> f64 {
    let pages: Vec<String> = bodies(rows);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || answer(&listener, &pages));
    let mut home = Home::new(folder, rows);
    if with_rules {
        home.give_rules();
    }
    let vault = Vault::in_memory();
    let mut account = home.account(0).clone();
    account.server = address.into();
    vault.keep(account.id, &Secret::new("token")).expect("it is kept");
    let networks = Networks::new(vault, Limits::default());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (time, taken) = timed(|| {
        let mut taken = 0;
        let mut high = 10_u64.pow(17);
        while taken < rows {
            // A walk that goes on below `high`: the first one would stop after five pages.
            let cursor = Some(format!("{{\"top\":\"99999999999999999999\",\"high\":\"9{high:019}\"}}"));
            let call = Call::Pull { account: Box::new(account.clone()), stream: Stream::Incoming, cursor };
            let Ok(News::Page(page)) = runtime.block_on(network::serve(&networks, call, now())) else { panic!("no page") };
            assert!(!page.incoming.is_empty(), "every page brings something");
            taken += page.incoming.len() as u64;
            high -= 1;
            serve(&mut home.store, Job::Take { account: account.id, page, at: now() }).expect("it is taken");
        }
        // What the pull left in the log is its business too.
        home.store.idle().expect("a checkpoint");
        taken
    });
    assert_eq!(taken, rows, "every notification is taken");
    real(rows) / time * 1e3
}

fn bodies(rows: u64) -> Vec<String> {
    let mut all: Vec<Comment> = comments(rows).collect();
    all.reverse();
    all.chunks(PAGE).map(|page| serde_json::Value::Array(page.iter().map(notification).collect()).to_string()).collect()
}

/// A notification with all that a server tells around it.
fn notification(comment: &Comment) -> serde_json::Value {
    let id = comment.remote_id();
    let html = comment.text.replace('&', "&amp;").replace('<', "&lt;");
    let url = format!("https://place.example/@u{}/{id}", comment.author);
    let account = serde_json::json!({
        "id": comment.author.to_string(), "username": format!("u{}", comment.author), "acct": format!("u{}@place.example", comment.author),
        "display_name": comment.name, "locked": false, "bot": false, "discoverable": true, "indexable": false, "group": false,
        "created_at": "2023-02-01T00:00:00.000Z", "note": "<p>Thé, pain, vélo.</p>", "url": "https://place.example/@u",
        "uri": "https://place.example/users/u", "avatar": "https://place.example/a.png", "avatar_static": "https://place.example/a.png",
        "header": "https://place.example/h.png", "header_static": "https://place.example/h.png", "followers_count": 120,
        "following_count": 80, "statuses_count": 900, "last_status_at": "2026-11-01", "hide_collections": false, "emojis": [], "fields": []
    });
    let status = serde_json::json!({
        "id": id, "created_at": comment.at.to_rfc3339(), "in_reply_to_id": null, "in_reply_to_account_id": null, "sensitive": false,
        "spoiler_text": "", "visibility": "public", "language": "fr", "uri": url, "url": url, "replies_count": 0, "reblogs_count": 1,
        "favourites_count": 3, "edited_at": null, "favourited": false, "reblogged": false, "muted": false, "bookmarked": false,
        "content": format!("<p><span class=\"h-card\" translate=\"no\"><a href=\"https://place.example/@brume0\" class=\"u-url mention\">@<span>brume0</span></a></span> {html}</p>"),
        "filtered": [], "reblog": null, "application": {"name": "Web", "website": null}, "account": account.clone(),
        "media_attachments": [], "mentions": [{"id": "1", "username": "brume0", "url": "https://place.example/@brume0", "acct": "brume0"}],
        "tags": [], "emojis": [], "card": null, "poll": null
    });
    let id = format!("2{:017}", comment.number);
    serde_json::json!({"id": id, "type": "mention", "created_at": comment.at.to_rfc3339(), "group_key": id, "account": account, "status": status})
}

/// Gives one page after the other, whatever is asked.
fn answer(listener: &TcpListener, pages: &[String]) {
    let mut pages = pages.iter();
    for stream in listener.incoming() {
        let Ok(stream) = stream else { return };
        // A connection that breaks is the next one's business.
        let _ = talk(&stream, &mut pages);
    }
}

fn talk(stream: &TcpStream, pages: &mut std::slice::Iter<'_, String>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    loop {
        // A request ends with an empty line; none has a body.
        while !lines.next()?.ok()?.is_empty() {}
        let page = pages.next()?;
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", page.len());
        let mut stream = stream;
        stream.write_all(&[head.as_bytes(), page.as_bytes()].concat()).ok()?;
    }
}
