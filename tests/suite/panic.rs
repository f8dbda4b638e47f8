//! A panic of any part, in any thread, at many moments: the terminal comes back, what was typed is kept, the program
//! says so and is gone. The program is the real one, in a real terminal, joined of parts of which one panics.

use crate::given;
use crate::terminal::{Terminal, draft, file, with_message};
use ronde::app::effect::Job;
use ronde::app::model::Model;
use ronde::runtime::Parts;
use ronde::store::{self, Store};
use ronde::{app, ui};
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use tokio::io::AsyncReadExt;

/// What is typed; twenty letters, so that there are twenty moments.
const TYPED: &str = "Bonjour, c’est noté.";
const MOMENTS: usize = 20;

/// What the panic says: a stranger's text may be in it, and would clear the screen.
const WORDS: &str = "it broke \u{1b}[2J\u{1b}[H here";

/// The variables that say which part panics, and when: once this many letters are typed.
const PART: &str = "RONDE_TEST_PART";
const MOMENT: &str = "RONDE_TEST_MOMENT";
const PORT: &str = "RONDE_TEST_PORT";

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is set by the test that starts this one"))
}

/// The parts of Ronde, of which one panics.
fn parts() -> Parts {
    let moment: usize = variable(MOMENT).parse().expect("a number");
    let typed = move |model: &Model| model.inbox.composer.as_ref().map_or(0, |composer| composer.field.text().chars().count());
    let own = Parts::own();
    match variable(PART).as_str() {
        "update" => Parts {
            update: Box::new(move |model, event| {
                assert!(typed(model) < moment, "{WORDS}");
                app::update(model, event)
            }),
            ..own
        },
        "view" => Parts {
            view: Box::new(move |frame, model| {
                assert!(typed(model) < moment, "{WORDS}");
                ui::draw(frame, model);
            }),
            ..own
        },
        "serve" => {
            let broke = AtomicBool::new(false);
            let serve = move |store: &mut Store, job: Job| {
                let late = matches!(&job, Job::KeepDraft(_, text, _) if text.as_str().chars().count() >= moment);
                assert!(!late || broke.swap(true, Ordering::Relaxed), "{WORDS}");
                store::serve(store, job)
            };
            Parts { serve: Arc::new(serve), ..own }
        }
        "first-read" => {
            let serve = |store: &mut Store, job: Job| {
                assert!(job.writes(), "{WORDS}");
                store::serve(store, job)
            };
            Parts { serve: Arc::new(serve), ..own }
        }
        "speak" => Parts {
            speak: Arc::new(|_, _, _| {
                Box::pin(async {
                    let port: u16 = variable(PORT).parse().expect("a port");
                    let mut told = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.expect("the test listens");
                    drop(told.read_u8().await);
                    panic!("{WORDS}");
                })
            }),
            ..own
        },
        other => panic!("{other} is no part"),
    }
}

#[test]
#[ignore = "the other tests start it, in a terminal of its own"]
fn ronde_with_a_part_that_panics() {
    let code = ronde::cli::with_parts(vec!["ronde".into()], parts);
    std::process::exit(if code == ExitCode::from(1) { 1 } else { 90 });
}

/// Starts it in a terminal.
fn start(folder: tempfile::TempDir, part: &str, moment: usize, port: u16) -> Terminal {
    let program = std::env::current_exe().expect("the tests lie somewhere");
    let args = ["panic::ronde_with_a_part_that_panics", "--exact", "--ignored", "--nocapture"];
    let (moment, port, lang) = (moment.to_string(), port.to_string(), if moment.is_multiple_of(2) { "en_GB.UTF-8" } else { "fr_FR.UTF-8" });
    let environment = [(PART, part), (MOMENT, &moment), (PORT, &port), ("LANG", lang)];
    Terminal::start_program(folder, &program.display().to_string(), &args, &environment)
}

/// It ended on its fault, said so once, and gave the terminal back.
fn ended(terminal: &mut Terminal, what: &str) {
    assert_eq!(terminal.ends(), 1, "{what}: {}", terminal.text());
    terminal.is_back();
    let said = terminal.text();
    let told = ["Ronde s’est arrêtée sur un défaut à elle", "Ronde stopped on a fault of its own"];
    assert!(told.iter().any(|words| said.contains(words)), "{what}: {said}");
    let kept = ["Tout ce que vous avez tapé est gardé", "All that you typed is kept"];
    assert!(kept.iter().any(|words| said.contains(words)), "{what}: {said}");
    assert_eq!(said.matches("it broke").count(), 1, "{what}: {said}");
}

/// A folder whose brand has an account that is asked for news.
fn with_account() -> tempfile::TempDir {
    let folder = with_message();
    let store = Store::open(&file(&folder)).expect("the file opens");
    let mut home = given::Home { store, folder };
    given::account(&mut home, ronde::domain::BrandId(1));
    home.folder
}

/// Has a part panic at twenty moments of an answer being typed.
fn at_twenty_moments(part: &str) {
    let (listener, connections) = (TcpListener::bind("127.0.0.1:0").expect("a port"), channel());
    let port = listener.local_addr().expect("a port").port();
    std::thread::spawn(move || listener.incoming().flatten().try_for_each(|connection| connections.0.send(connection)));
    let mut lasted = Vec::new();
    for moment in 1..=MOMENTS {
        let what = format!("{part}, letter {moment}");
        let mut terminal = start(if part == "speak" { with_account() } else { with_message() }, part, moment, port);
        terminal.until_says("Café");
        assert!(terminal.is_taken(), "{what}");
        terminal.press("2");
        terminal.until_says("Message numéro 1");
        terminal.press("r");
        terminal.until_says("Ctrl+D");
        let first: String = TYPED.chars().take(moment).collect();
        let begun = if part == "speak" {
            let mut call: TcpStream = connections.1.recv_timeout(Duration::from_mins(1)).expect("the account is asked");
            terminal.press(&first);
            // The composer counts its letters, of 2,200.
            terminal.until_says(&format!("│ {moment}/2"));
            let begun = Instant::now();
            call.write_all(b"!").expect("it waits");
            begun
        } else {
            let begun = Instant::now();
            terminal.press(TYPED);
            begun
        };
        ended(&mut terminal, &what);
        lasted.push(begun.elapsed());
        let kept = draft(&file(terminal.folder()));
        assert!(TYPED.starts_with(kept.as_str()) && kept.as_str().starts_with(&first), "{what}: {kept} for {first}");
        if moment == MOMENTS {
            comes_back(&terminal, &first);
        }
    }
    lasted.sort();
    // Other tests keep the machine busy: a quarter of the moments finds it free enough.
    assert!(lasted[MOMENTS / 4] < Duration::from_secs(1), "gone within a second: {lasted:?}");
}

/// The next start of the real program offers what was typed.
fn comes_back(ended: &Terminal, typed: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("data")).expect("a folder");
    std::fs::copy(file(ended.folder()), file(&folder)).expect("the file is whole without its log");
    let mut terminal = Terminal::start_in(folder, &[]);
    terminal.until_says("Café");
    terminal.press("2");
    terminal.until_says("Message numéro 1");
    terminal.press("r");
    terminal.until_says(typed);
}

#[test]
fn a_panic_of_the_core_restores_the_terminal_and_keeps_the_draft() {
    at_twenty_moments("update");
}

#[test]
fn a_panic_while_drawing_restores_the_terminal_and_keeps_the_draft() {
    at_twenty_moments("view");
}

#[test]
fn a_panic_of_the_file_restores_the_terminal_and_keeps_the_draft() {
    at_twenty_moments("serve");
}

#[test]
fn a_panic_of_a_network_restores_the_terminal_and_keeps_the_draft() {
    at_twenty_moments("speak");
}

#[test]
fn a_panic_before_anything_is_shown_is_told_as_well() {
    let mut terminal = start(with_message(), "first-read", 1, 0);
    ended(&mut terminal, "the first read");
}
