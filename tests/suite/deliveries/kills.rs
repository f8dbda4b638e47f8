//! The real program, killed at random moments of its work: what it had said stays true, and nothing is out twice.

use super::out;
use crate::recording::{Halt, Mode, Recording};
use chrono::Duration as Span;
use ronde::app::effect::Job;
use ronde::app::event::{Reply, Row};
use ronde::domain::BrandId;
use ronde::domain::query::{Anchor, Ask, Query, View};
use ronde::domain::time::Moment;
use ronde::store::{Store, serve};
use serde_json::Value;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

/// How many kills: a few in CI, as many as asked for otherwise.
fn kills() -> u32 {
    std::env::var("RONDE_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(24)
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A home for the program, and the server it speaks to.
struct Desk {
    folder: tempfile::TempDir,
    server: Recording,
    now: Moment,
}

impl Desk {
    fn new(mode: Mode) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
            server: Recording::start(mode),
            now: "2026-11-04T09:00:00Z".parse().expect("an instant"),
        };
        desk.does(&["brand", "add", "Café", "--validates-alone"], "");
        desk.does(&["account", "add", "mastodon", "--server", &desk.server.url, "--token-stdin"], "secret-token\n");
        desk
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
        command.env_clear().env("HOME", self.folder.path()).env("RONDE_SECRETS", "file").env("LANG", "fr_FR.UTF-8");
        command.env("RONDE_DB", self.folder.path().join("data/ronde.db")).env("RONDE_CONFIG", self.folder.path().join("config.toml"));
        command.env("RONDE_NOW", self.now.to_rfc3339()).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).spawn().expect("it starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("piped"), input.as_bytes()).expect("it reads");
        child.wait_with_output().expect("it ends")
    }

    fn does(&self, args: &[&str], input: &str) -> String {
        let output = self.run(args, input);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{args:?}: {}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout)
    }

    /// Time passes for both.
    fn pass(&mut self, time: Span) {
        self.now += time;
        self.server.now(self.now);
    }

    /// Starts a command and kills it at a moment that chance chooses. Gives what it said if it had ended by then, well.
    fn killed(&mut self, args: &[&str], chance: &mut Chance) -> Option<String> {
        let at_request = chance.below(2) == 0;
        if at_request {
            let halt = if chance.below(2) == 0 { Halt::Before } else { Halt::After };
            self.server.halt(u32::try_from(chance.below(3)).expect("small"), halt);
        }
        let mut child = self.command(args).spawn().expect("it starts");
        drop(child.stdin.take());
        let pid = child.id();
        let ended = watch(child);
        let moment = Duration::from_micros(if at_request { 20_000_000 } else { chance.below(60_000) });
        let ended = if at_request {
            // Either it comes to that request, or it ends before.
            let mut waited = Duration::ZERO;
            loop {
                let step = Duration::from_millis(20);
                if self.server.is_halted(step) {
                    kill(pid);
                    self.server.go_on();
                    break ended.recv_timeout(moment);
                }
                match ended.try_recv() {
                    Ok(code) => {
                        // It never came to that request: the server forgets it at the next one.
                        self.server.halt(u32::MAX, Halt::Before);
                        break Ok(code);
                    }
                    Err(TryRecvError::Disconnected) => panic!("nobody watches {args:?}"),
                    Err(TryRecvError::Empty) if waited > moment => panic!("{args:?} neither ends nor asks"),
                    Err(TryRecvError::Empty) => waited += step,
                }
            }
        } else {
            match ended.recv_timeout(moment) {
                Err(RecvTimeoutError::Timeout) => {
                    kill(pid);
                    ended.recv_timeout(Duration::from_secs(20))
                }
                other => other,
            }
        };
        let (code, said) = ended.expect("a killed program ends");
        (code == Some(0)).then_some(said)
    }

    fn store(&self) -> Store {
        Store::open(&self.folder.path().join("data/ronde.db")).expect("the file opens")
    }

    /// The file is whole.
    fn check(&self) {
        let Ok(Reply::Health(health)) = serve(&mut self.store(), Job::Check) else { panic!("health") };
        assert!(health.damage.is_empty() && health.index_ok && health.counters.is_empty(), "{health:?}");
    }

    fn rows(&self, view: View) -> Vec<Row> {
        let ask = Ask { brand: BrandId(1), view, query: Query::default(), anchor: Anchor::Top, rows: 2_000, sweep: None };
        match serve(&mut self.store(), Job::Window(Box::new(ask))) {
            Ok(Reply::Window(window)) => window.rows,
            other => panic!("a window, not {other:?}"),
        }
    }
}

/// Waits for a program on a thread of its own; its code comes out, none if it was killed, and what it said.
fn watch(child: Child) -> std::sync::mpsc::Receiver<(Option<i32>, String)> {
    let (tell, ended) = channel();
    std::thread::spawn(move || {
        let ended = child.wait_with_output().map(|output| {
            let said = [output.stdout, output.stderr].concat();
            (output.status.code(), String::from_utf8_lossy(&said).into_owned())
        });
        // The test may have failed meanwhile.
        drop(ended.map(|ended| tell.send(ended)));
    });
    ended
}

fn kill(pid: u32) {
    // It may have ended by itself in between.
    drop(Command::new("sh").args(["-c", "kill -9 $0", &pid.to_string()]).stderr(Stdio::null()).status());
}

#[test]
fn killed_at_any_moment_nothing_said_is_lost_and_nothing_is_out_twice() {
    let mut desk = Desk::new(Mode { keyed: false, listable: true });
    let mut chance = Chance(20_261_104);
    let mut said = Vec::new();
    let mut scheduled = Vec::new();
    for round in 0..kills() {
        desk.pass(Span::minutes(3));
        desk.server.mention(&format!("Question {round} ?"));
        match round % 3 {
            0 => {
                if desk.killed(&["pull"], &mut chance).is_some() {
                    assert_eq!(desk.rows(View::All).len(), desk.server.mentions().len(), "a pull that ended well brought all");
                }
            }
            1 => {
                desk.does(&["pull"], "");
                let open = desk.rows(View::Open);
                let id = open.first().expect("a message waits").message.id.to_string();
                let text = format!("Réponse-{round}.");
                if let Some(told) = desk.killed(&["reply", &id, "--text", &text], &mut chance) {
                    assert_eq!(out(&desk.server, &text), 1, "an answer that was said to be sent is out: {told}");
                }
                said.push(text);
            }
            _ => {
                let text = format!("Publication-{round}.");
                post(&desk, &text);
                desk.pass(Span::minutes(11));
                if let Some(told) = desk.killed(&["publish"], &mut chance) {
                    assert_eq!(out(&desk.server, &text), 1, "a post that was said to be sent is out: {told}");
                }
                scheduled.push(text);
            }
        }
        desk.check();
    }
    settle(&mut desk);
    let texts: Vec<String> = desk.server.out().into_iter().map(|out| out.text).collect();
    for text in &said {
        let count = out(&desk.server, text);
        assert!(count <= 1, "{text}: {count} times in {texts:?}");
    }
    for text in &scheduled {
        assert_eq!(out(&desk.server, text), 1, "{text} in {texts:?}");
    }
    // A message is answered in the file if and only if the answer is out.
    let answered = desk.rows(View::Answered);
    let answers = desk.server.out().into_iter().filter(|out| out.parent.is_some()).count();
    assert_eq!(answered.len(), answers);
    let mut known: Vec<String> = desk.rows(View::All).iter().map(|row| row.message.remote_id.to_string()).collect();
    known.sort();
    assert_eq!(known, desk.server.mentions(), "each mention is there once");
}

#[test]
fn a_thread_killed_at_any_moment_is_out_once_and_each_part_under_the_one_before() {
    let mut desk = Desk::new(Mode { keyed: false, listable: true });
    let mut chance = Chance(20_261_123);
    // No words in common with another thread: of what is alike a look-up says that it can't tell, and asks the person.
    let parts = |round: u32| ["un", "deux", "trois"].map(|part| format!("Fil-{round}-{part}."));
    for round in 0..kills().div_ceil(2) {
        desk.pass(Span::minutes(3));
        post(&desk, &parts(round).join("\n---\n"));
        desk.pass(Span::minutes(11));
        // Killed once at the first part or between two, and once more on its way on.
        for _ in 0..2 {
            desk.killed(&["publish"], &mut chance);
        }
        desk.check();
    }
    settle(&mut desk);
    let all = desk.server.out();
    for round in 0..kills().div_ceil(2) {
        let mut parent = None;
        for text in parts(round) {
            let found: Vec<_> = all.iter().filter(|out| out.text == text).collect();
            assert_eq!(found.len(), 1, "{text} in {all:?}");
            assert_eq!(found[0].parent, parent, "{text} in {all:?}");
            parent = Some(found[0].id.clone());
        }
    }
}

/// Writes, validates and schedules a post for ten minutes from now.
fn post(desk: &Desk, text: &str) {
    let day = desk.now.date_naive().to_string();
    let title = text.lines().next().unwrap_or_default();
    let added = desk.does(&["post", "add", "--text", text, "--title", title, "--account", "1", "--day", &day, "--json"], "");
    let added: Value = serde_json::from_str(&added).expect("JSON");
    let id = added["post"]["id"].to_string();
    desk.does(&["post", "approve", &id, "--of", "plan", "--by", "Moi"], "");
    desk.does(&["post", "approve", &id, "--of", "content", "--by", "Moi"], "");
    let at = (desk.now + Span::minutes(10)).to_rfc3339();
    desk.does(&["post", "schedule", &id, "--at", &at], "");
}

/// Some starts later nothing moves any more.
fn settle(desk: &mut Desk) {
    for _ in 0..8 {
        desk.pass(Span::minutes(2));
        desk.run(&["publish"], "");
    }
    // What was killed between its hour and its request is late by now: the person says yes.
    let Ok(Reply::Deliveries(moving)) = serve(&mut desk.store(), Job::Moving) else { panic!("deliveries") };
    for delivery in moving {
        desk.run(&["publish", "--allow-late", &delivery.id.to_string()], "");
    }
    for _ in 0..4 {
        desk.pass(Span::minutes(2));
        desk.run(&["publish"], "");
    }
    desk.does(&["pull"], "");
    let Ok(Reply::Deliveries(moving)) = serve(&mut desk.store(), Job::Moving) else { panic!("deliveries") };
    assert!(moving.is_empty(), "{moving:?}");
}
