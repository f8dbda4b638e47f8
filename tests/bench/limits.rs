//! The limits: what `SQLite` and ratatui cost by themselves on this machine, in this run.

use crate::comments::{Comment, comments};
use crate::measure::{Sample, lasted, real, timed};
use crate::screens::Counter;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;
use ratatui::{Terminal, TerminalOptions, Viewport};
use rusqlite::{Connection, params};
use std::path::Path;

const SCHEMA: &[&str] = &[include_str!("../../assets/migrations/0001_start.sql"), include_str!("../../assets/migrations/0002_inbox.sql")];

/// What `SQLite` does with our schema and nothing around it.
pub struct Raw {
    /// New rows with their words, by second of processor.
    pub insert: f64,
    /// Known rows that change nothing, by second of processor.
    pub again: f64,
}

/// Writes `rows` comments into our schema, in transactions of 200, as plain statements.
pub fn raw(folder: &Path, rows: u64) -> Raw {
    let conn = Connection::open(folder.join("raw.db")).expect("a new file");
    conn.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;")
        .expect("modes");
    conn.execute_batch(&SCHEMA.concat()).expect("the schema");
    conn.execute_batch(
        "INSERT INTO brand (id, name, colour, zone, hours, sweeps_per_day, reports_to, validates_alone, on_hold)
           VALUES (1, 'b', 'teal', 'Europe/Paris', '{}', 2, 'myself', 1, 0);
         INSERT INTO account VALUES (1, 1, 'mastodon', 'connected', '@a', '', '1', '{}', '{}', 0, NULL);",
    )
    .expect("a brand");
    let authors = comments(rows).map(|comment| comment.author).max().unwrap_or(0);
    let mut person = conn.prepare("INSERT INTO person (id, brand, name, handle, since) VALUES (?1, 1, 'x', 'y', 0)").expect("a statement");
    for author in 0..=authors {
        person.execute([author.cast_signed() + 1]).expect("a person");
    }
    let insert = pages(&conn, rows);
    let again = pages(&conn, rows);
    Raw { insert: real(rows) / insert * 1e3, again: real(rows) / again * 1e3 }
}

/// Milliseconds of a durable row in a new file: p95 on the wall.
pub fn durable(file: &Path) -> f64 {
    let conn = Connection::open(file).expect("a new file");
    conn.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);",
    )
    .expect("a table");
    let mut durable = Sample::default();
    for number in 0..200 {
        let (time, _) = lasted(|| conn.execute("INSERT INTO setting VALUES (?1, 'x')", [number]).expect("a row"));
        durable.add(time);
    }
    durable.at(95)
}

/// Writes every comment; gives the milliseconds of processor that it took without making them up.
fn pages(conn: &Connection, rows: u64) -> f64 {
    let mut all = comments(rows);
    let mut time = 0.0;
    loop {
        let page: Vec<Comment> = all.by_ref().take(200).collect();
        if page.is_empty() {
            return time;
        }
        time += timed(|| write(conn, &page)).0;
    }
}

fn write(conn: &Connection, page: &[Comment]) {
    let transaction = conn.unchecked_transaction().expect("a transaction");
    let mut row = conn
        .prepare_cached(
            "INSERT INTO message (brand, account, person, remote_id, parent, text, url, channel, visibility, kind, tone, urgent,
               filtered, earlier, state, at) VALUES (1, 1, ?1, ?2, ?3, ?4, ?5, 0, 0, 0, 0, 0, 0, 0, 0, ?6)
             ON CONFLICT (account, remote_id) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
        )
        .expect("a statement");
    let mut words =
        conn.prepare_cached("INSERT INTO message_word (rowid, text, author, handle) VALUES (?1, ?2, ?3, ?4)").expect("a statement");
    for comment in page {
        let url = format!("https://place.example/@u{}/{}", comment.author, comment.remote_id());
        let parent = comment.parent.map(|parent| parent.to_string());
        let person = comment.author.cast_signed() + 1;
        let given = params![person, comment.remote_id(), parent, comment.text, url, comment.at.timestamp()];
        if row.execute(given).expect("a row") > 0 {
            let given = params![conn.last_insert_rowid(), comment.text, comment.name, comment.handle()];
            words.execute(given).expect("words");
        }
    }
    transaction.commit().expect("a commit");
}

/// The newest 60 rows for words of three letters and more, by the index alone: mean milliseconds.
pub fn raw_search(file: &Path) -> f64 {
    let conn = Connection::open(file).expect("the file");
    let mut statement = conn
        .prepare(
            "SELECT m.id, m.text FROM message_word w JOIN message m ON m.id = w.rowid WHERE message_word MATCH ?1 ORDER BY w.rowid DESC LIMIT 60",
        )
        .expect("a statement");
    let words = ["\"colis\"*", "\"remboursement\"*", "\"coffret decouverte\"", "\"parcel\"*", "\"nimes\"*", "\"zzqx\"*", "\"liv\"*"];
    let mut sample = Sample::default();
    for word in words.iter().cycle().take(70) {
        let (time, found) = timed(|| statement.query_map([word], |row| row.get::<_, String>(1)).expect("a search").count());
        assert!(found > 0 || *word == "\"zzqx\"*", "{word} is not found");
        sample.add(time);
    }
    sample.mean()
}

/// Lays out and compares 200×60 cells of a plain list of which the chosen line moves: mean milliseconds.
pub fn raw_draw() -> f64 {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 200, 60)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(Counter::default()), options).expect("a terminal");
    let lines: Vec<String> = comments(60).map(|comment| format!("{} {}", comment.name, comment.text)).collect();
    let mut sample = Sample::default();
    for at in 0..200 {
        let mut lines = lines.clone();
        lines[at % 60].insert(0, '>');
        let text = lines.join("\n");
        let (time, _) = timed(|| terminal.draw(|frame| frame.render_widget(Paragraph::new(text.as_str()), frame.area())).map(drop));
        sample.add(time);
    }
    sample.mean()
}
