//! `ronde export`: everything as JSON, one file a table, of one instant. No secret goes with it: none is in the file.

use super::failure::{Exit, Failure, shown};
use super::session::{Session, reply};
use super::{files, out};
use crate::app::effect::{Job, Table};
use crate::app::event::Reply;
use crate::app::trouble::Trouble;
use crate::lang::Text;
use crate::store::{self, Store};
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// How many rows are held at once.
const PAGE: u16 = 2_000;

/// Writes every table into `dir`.
pub(super) fn run(session: &mut Session<'_>, dir: &Path, force: bool) -> Result<Exit, Failure> {
    session.workspace()?;
    let folder = files::folder(dir)?;
    if !force {
        // Looked at before anything is written: a half set would be taken for a whole one.
        Table::ALL.iter().try_for_each(|table| files::is_free(&folder, &name(*table)))?;
    }
    // The tables are read from a copy, so that they are all of one instant whatever others write meanwhile.
    let held = tempfile::tempdir_in(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let copy = held.path().join("copy.db");
    reply!(session, Job::Backup(copy.clone()), Reply::Done => ());
    let failed = |trouble: &Trouble| Failure::of(trouble, session.zone);
    let mut store = Store::open_reader(&copy).map_err(|error| failed(&error.into()))?;
    let mut written = Vec::new();
    for table in Table::ALL {
        let mut rows = 0;
        let mut trouble = None;
        let path = files::stream(&folder, &name(*table), force, |file| {
            rows = write(file, &mut store, *table, &mut trouble)?;
            Ok(())
        });
        if let Some(trouble) = trouble {
            return Err(failed(&trouble));
        }
        let path = path?;
        session.out.tell(&Text::new("cli-exported").with("file", shown(&path)).count("rows", rows));
        written.push(json!({"name": name(*table), "rows": rows}));
    }
    session.out.field("files", written);
    Ok(Exit::Done)
}

fn name(table: Table) -> String {
    format!("{}.json", table.code())
}

/// Writes one table and gives how many rows it has. What the file can't give is left in `trouble`.
fn write(file: &mut dyn Write, store: &mut Store, table: Table, trouble: &mut Option<Trouble>) -> std::io::Result<u64> {
    write!(file, "{{\"schema\":{},\"table\":\"{}\",\"rows\":[", out::SCHEMA, table.code())?;
    let (mut after, mut count) = (0, 0);
    loop {
        let rows = match store::serve(store, Job::Dump(table, after, PAGE)) {
            Ok(Reply::Dump(rows)) => rows,
            Ok(_) => Vec::new(),
            Err(error) => {
                *trouble = Some(error);
                return Err(std::io::ErrorKind::Other.into());
            }
        };
        let Some((last, _)) = rows.last() else { break };
        after = *last;
        for (_, row) in &rows {
            let comma = if count == 0 { "" } else { "," };
            write!(file, "{comma}\n{}", out::escaped(row))?;
            count += 1;
        }
    }
    writeln!(file, "\n]}}")?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_name_of_each_file_is_plain() {
        for table in Table::ALL {
            assert_eq!(files::plain(&name(*table)), name(*table));
        }
    }

    #[test]
    fn an_empty_file_is_exported_as_empty_tables() {
        let mut store = Store::in_memory().expect("memory opens");
        for table in Table::ALL {
            let (mut file, mut trouble) = (Vec::new(), None);
            write(&mut file, &mut store, *table, &mut trouble).unwrap_or_else(|_| panic!("{table:?}: {trouble:?}"));
            let value: Value = serde_json::from_slice(&file).expect("JSON");
            assert_eq!((&value["table"], &value["rows"]), (&table.code().into(), &json!([])));
        }
    }
}
