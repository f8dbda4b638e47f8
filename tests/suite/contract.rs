//! The contract of networks: what every connector promises, written once, and tried on each network on
//! recordings of its servers, and on these servers where they run.
//!
//! A network gets all of it by one line at the end of this file, and a function in `contract/subject.rs`.

mod broken;
mod cassette;
mod clauses;
pub mod description;
pub mod relay;
mod subject;
mod village;
pub mod wire;
mod world;

use broken::{FRAUDS, Fraud};
use subject::{Setting, Subject};
use world::{Kept, World};

/// The clauses, listed once: hands their names to a macro.
macro_rules! each_clause {
    ($then:ident!($($given:tt)*)) => {
        $then! {
            ($($given)*)
            pages_are_whole_or_not_at_all
            one_row_for_an_id
            the_cursor_moves_after_the_commit
            nothing_is_missed_while_the_list_grows
            capabilities_are_true
            errors_are_of_their_kind
            an_act_is_done_once
            a_look_up_finds_what_was_sent
            a_look_up_says_absent_only_of_what_is
            a_look_up_that_cannot_tell_says_so
            a_rate_limit_is_obeyed
            untrusted_text_enters_as_safe_text
            secrets_are_never_in_errors
            figures_say_what_is_not_given
            every_request_is_as_described
        }
    };
}

/// A test a clause.
macro_rules! tests {
    (($subject:path, $setting:path) $($clause:ident)+) => {
        $(
            #[tokio::test]
            async fn $clause() {
                let judged = $crate::contract::judge($subject(), $setting, stringify!($clause), $crate::contract::clauses::$clause).await;
                judged.unwrap_or_else(|broken| panic!("{broken}"));
            }
        )+
    };
}

/// The whole contract for a network on one server: on recordings of it, and on the server itself where it runs.
macro_rules! contract {
    ($network:ident) => {
        mod $network {
            mod recorded {
                each_clause! { tests!(crate::contract::subject::$network, crate::contract::subject::Setting::Recorded) }
            }
            mod real {
                each_clause! { tests!(crate::contract::subject::$network, crate::contract::subject::Setting::Real) }
            }
        }
    };
}

/// Tries one clause; says by its name how it was broken.
async fn judge(subject: Subject, setting: Setting, clause: &str, kept: impl AsyncFn(&World) -> Kept) -> Kept {
    let named = |broken: String| format!("{clause}, on {} ({setting:?}): {broken}", subject.name);
    let Some(world) = World::open(subject, setting, clause).await.map_err(named)? else { return Ok(()) };
    let verdict = kept(&world).await;
    world.asked();
    let violations = world.violations();
    let (heard, recorded) = world.close();
    // What could not be passed on explains the rest.
    if let Some(trouble) = heard.iter().find_map(|heard| heard.trouble.clone()) {
        return Err(named(format!("{trouble}; {verdict:?}")));
    }
    verdict.map_err(named)?;
    if !violations.is_empty() {
        return Err(named(format!("every_request_is_as_described: {}", violations.join("; "))));
    }
    if let Some(cassette) = recorded {
        cassette.save(subject.name, clause);
    }
    Ok(())
}

/// Tries one clause by its name.
async fn judge_by_name(subject: Subject, setting: Setting, name: &str) -> Kept {
    macro_rules! named {
        (() $($clause:ident)+) => {
            match name {
                $(stringify!($clause) => judge(subject, setting, name, clauses::$clause).await,)+
                other => Err(format!("there is no clause {other}")),
            }
        };
    }
    each_clause! { named!() }
}

/// The names of all clauses.
fn names() -> Vec<&'static str> {
    macro_rules! listed {
        (() $($clause:ident)+) => { vec![$(stringify!($clause)),+] };
    }
    each_clause! { listed!() }
}

#[tokio::test]
async fn an_honest_connector_of_the_callers_keeps_every_clause() {
    for clause in names() {
        judge_by_name(subject::village().broken(Fraud::Honest), Setting::Village, clause).await.unwrap_or_else(|broken| panic!("{broken}"));
    }
}

#[tokio::test]
async fn a_connector_that_is_broken_fails_each_clause_by_its_name() {
    let mut spared = names();
    for (fraud, clause) in FRAUDS {
        let broken = judge_by_name(subject::village().broken(fraud), Setting::Village, clause).await;
        assert!(broken.as_ref().is_err_and(|told| told.starts_with(clause)), "{fraud:?} keeps {clause}: {broken:?}");
        spared.retain(|name| *name != clause);
    }
    assert_eq!(spared, Vec::<&str>::new(), "no fraud breaks these");
}

#[test]
fn what_is_not_on_a_cassette_is_said_and_never_made_up() {
    let asked = serde_json::json!({"method": "GET", "path": "/api/v1/statuses/1"});
    let mut cassette = cassette::Cassette::new(crate::network::stage::now(), String::new());
    let told = cassette.play(&asked).expect_err("nothing is on it");
    assert!(told.contains("not on the cassette") && told.contains("/api/v1/statuses/1"), "{told}");
    cassette.add(asked.clone(), serde_json::json!({"status": 200, "headers": {}, "text": "once"}));
    assert_eq!(cassette.play(&asked).map(|said| said.body), Ok(b"once".to_vec()));
    assert!(cassette.play(&asked).is_err(), "an answer is given once");
}

/// On the small server in this process, which needs no recording.
mod at_home {
    each_clause! { tests!(crate::contract::subject::village, crate::contract::subject::Setting::Village) }
}
contract!(snac);
contract!(mastodon_mock);
contract!(bluesky);
