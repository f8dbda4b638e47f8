//! The log: whatever is told to it is one plain line, and nothing of what was written or of what opens an account is in it.

use super::terminal::Terminal;
use super::tmux::Tmux;
use super::{LARGE, Look, acts, corpus, strange};
use crate::given::at;
use ratatui::buffer::Buffer;
use ronde::app::effect::{Job, Secret};
use ronde::app::event::{News, Reply};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::delivery::{Act, Delivery, Journey, Move, Stage};
use ronde::domain::message::Visibility;
use ronde::domain::text::SafeText;
use ronde::domain::thread::Place;
use ronde::domain::{AccountId, BrandId, DeliveryId};
use ronde::runtime::clock::Clock;
use ronde::runtime::log::{Area, Asked, Level, Log};

const CANARY: &str = "canary-9d3f";

fn logged(say: impl FnOnce(&Log)) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ronde.log");
    let (log, keeper) = Log::open(path.clone(), Clock::from(at(0)));
    say(&log);
    drop(keeper);
    std::fs::read_to_string(path).expect("a log in UTF-8")
}

#[test]
fn six_hundred_strangers_in_the_log_are_one_plain_line_each() {
    let corpus = corpus();
    let log = logged(|log| {
        for (_, words) in &corpus {
            let detail = SafeText::line(words);
            log.trouble(Area::Network, &Trouble { cause: Cause::Rejected, account: Some(AccountId(1)), detail });
            // As a panic would say it.
            log.say(Level::Error, Area::Ronde, words);
        }
    });
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 1200);
    for line in &lines {
        assert!(line.starts_with("2026-11-04T09:00:0") && line.len() < 600, "{line}");
        assert!(line[20..].starts_with(" warn network rejected account 1") || line[20..].starts_with(" error ronde "), "{line}");
        assert!(!line.chars().any(acts), "{line}");
    }
    // As a person reads it: in a terminal.
    let (mut terminal, mut tmux) = (Terminal::new(LARGE), Tmux::asked(LARGE));
    for some in lines.chunks(30) {
        let bytes = some.join("\r\n").into_bytes();
        let look = Look { buffer: Buffer::default(), bytes, borders: Vec::new() };
        let told = terminal.read(&look).or_else(|| tmux.as_mut().and_then(|tmux| tmux.read(&look)));
        assert_eq!(told, None);
        assert!(some.iter().all(|line| strange(line.as_bytes()).is_none()));
    }
    if let Some(tmux) = &mut tmux {
        assert_eq!(tmux.changed(), None);
    }
}

#[test]
fn the_log_tells_the_way_of_a_delivery_and_never_what_it_says() {
    let delivery = Delivery {
        id: DeliveryId(12),
        brand: BrandId(1),
        account: AccountId(3),
        act: Act::Reply { to: CANARY.into(), handle: CANARY.into(), text: CANARY.into(), visibility: Visibility::Public },
        journey: Journey::Sending { since: at(0) },
        key: CANARY.to_owned(),
        created: at(0),
        due: at(0),
        not_before: None,
        attempts: 1,
        message: None,
        variant: None,
        late_allowed: false,
        place: Place::default(),
    };
    let step = Move { id: delivery.id, from: Stage::Queued, attempts: 0, to: delivery.journey.clone(), not_before: None };
    let log = logged(|log| {
        log.job(&Asked::of(&Job::Advance(Box::new(step), at(0))), &Ok(Reply::Advanced(Some(Box::new(delivery.clone())))));
        log.job(&Asked::Other, &Ok(Reply::Delivery(Box::new(delivery.clone()))));
        log.job(&Asked::Other, &Ok(Reply::TakenBack(Some((delivery.id, None, CANARY.into())))));
        log.job(&Asked::Pulled(AccountId(3), 7), &Ok(Reply::Done));
        log.news(&Ok(News::Kept { in_file: Some(CANARY.into()) }));
    });
    assert!(!log.contains(CANARY), "{log}");
    let said: Vec<&str> = log.lines().map(|line| &line[21..]).collect();
    let expected = [
        "info delivery 12 reply account 3 queued -> sending, attempts 1",
        "info delivery 12 reply account 3 is sending, attempts 1",
        "info delivery 12 is taken-back",
        "info pull account 3 pulled: 7 new",
    ];
    assert_eq!(said, expected);
    // A secret can't even be asked to show itself.
    assert!(!format!("{:?}", Secret::new(CANARY)).contains(CANARY));
}
