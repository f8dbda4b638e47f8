//! The rows of a file as text, as another program reads them: what undo, redo and a restart must leave as it was.

use rusqlite::Connection;
use std::path::Path;

/// What an undo leaves on purpose: the journal, deliveries that were taken back, and the index of words, which is
/// read through tables of its own.
const LEFT: &[&str] = &["journal", "delivery", "sqlite_sequence", "message_word"];

fn open(path: &Path) -> Connection {
    Connection::open(path).expect("the file opens")
}

/// The rows of some tables.
pub fn of(path: &Path, tables: &[&str]) -> Vec<String> {
    let conn = open(path);
    tables.iter().flat_map(|table| rows(&conn, table, |_| true)).collect()
}

/// The rows of every table but what an undo leaves on purpose, that a message was read among it; sorted.
pub fn all(path: &Path) -> Vec<String> {
    let conn = open(path);
    let mut names = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").expect("the schema");
    let names: Vec<String> = names.query_map([], |row| row.get(0)).expect("names").collect::<Result<_, _>>().expect("text");
    let kept = names.iter().filter(|name| !LEFT.contains(&name.as_str()));
    let mut lines: Vec<String> = kept.flat_map(|table| rows(&conn, table, |column| !(table == "sweep_item" && column == "seen"))).collect();
    lines.sort();
    lines
}

fn rows(conn: &Connection, table: &str, keeps: impl Fn(&str) -> bool) -> Vec<String> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).expect("the table is there");
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([]).expect("it is read");
    let mut lines = Vec::new();
    while let Some(row) = rows.next().expect("a row") {
        let value =
            |(place, column): (usize, &String)| keeps(column).then(|| format!("{column}={:?}", row.get_ref(place).expect("a value")));
        let values: Vec<String> = columns.iter().enumerate().filter_map(value).collect();
        lines.push(format!("{table}: {}", values.join(", ")));
    }
    lines
}

/// Checks that two dumps say the same, and tells the rows that don't.
#[track_caller]
pub fn same(one: &[String], other: &[String], what: &str) {
    let gone: Vec<&String> = one.iter().filter(|line| !other.contains(line)).collect();
    let came: Vec<&String> = other.iter().filter(|line| !one.contains(line)).collect();
    assert!(gone.is_empty() && came.is_empty(), "{what}\nbefore: {gone:#?}\nafter: {came:#?}");
}

/// Checks that two dumps say the same, but for counters that fell back to 0.
#[track_caller]
pub fn same_but_zeros(one: &[String], other: &[String]) {
    let counted = |lines: &[String]| -> Vec<String> {
        let is_zero = |line: &str| {
            (line.starts_with("counter:") && line.ends_with("Integer(0)"))
                || (line.starts_with("day_total:") && line.split(", ").skip(4).all(|value| value.ends_with("=Integer(0)")))
        };
        lines.iter().filter(|line| !is_zero(line)).cloned().collect()
    };
    assert_eq!(counted(one), counted(other));
}
