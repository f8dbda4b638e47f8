//! What goes wrong: of its own kind, without a secret, and waited for as long as asked.

use super::super::relay::Fault;
use super::super::subject::WaitForm;
use super::super::wire::Said;
use super::super::world::{Kept, World, hasty, keep, patient};
use super::all;
use crate::given::answer_to;
use crate::network::stage::{Manner, publish, raw_server};
use chrono::{Duration as Span, SecondsFormat};
use ronde::app::effect::{Call, Stream};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::delivery::Answer;
use ronde::domain::time::Moment;
use serde_json::json;
use std::fmt::Write;
use std::net::TcpListener;

fn says(status: u16, headers: &[(&str, &str)]) -> Fault {
    let refused = json!({"error": "Refused", "message": "Refused by the server"});
    let mut said = Said::json(status, &refused);
    said.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    Fault::Say(said)
}

fn body(kind: &str, body: Vec<u8>) -> Fault {
    Fault::Say(Said { status: 200, headers: vec![("content-type".to_owned(), kind.to_owned())], body })
}

/// What an answer comes to, in a word.
fn word(answer: &Result<Answer, Trouble>) -> &str {
    match answer {
        Ok(Answer::Done { .. }) => "done",
        Ok(Answer::Refused { .. }) => "refused",
        Ok(Answer::Wait { .. }) => "wait",
        Ok(Answer::NotSent { .. }) => "not sent",
        Ok(Answer::Unclear { .. }) => "unclear",
        Err(trouble) => trouble.cause.code(),
    }
}

/// Faults, the code of the trouble each makes of what is read, and the word for what is sent.
fn faults(elsewhere: &str) -> Vec<(&'static str, Fault, &'static [&'static str], &'static [&'static str])> {
    let large = vec![b' '; patient().bytes + 10];
    vec![
        ("401", says(401, &[]), &["auth-expired"], &["auth-expired"]),
        ("403", says(403, &[]), &["rejected", "scope-missing"], &["refused", "scope-missing"]),
        ("404", says(404, &[]), &["not-found"], &["refused"]),
        ("410", says(410, &[]), &["not-found"], &["refused"]),
        ("422", says(422, &[]), &["rejected"], &["refused"]),
        ("429", says(429, &[("retry-after", "30")]), &["rate-limited"], &["wait"]),
        ("500", says(500, &[]), &["server-failed"], &["unclear"]),
        ("502", says(502, &[]), &["server-failed"], &["unclear"]),
        ("503", says(503, &[]), &["server-failed"], &["unclear"]),
        ("504", says(504, &[]), &["server-failed"], &["unclear"]),
        ("301", says(301, &[("location", elsewhere)]), &["bad-address"], &["refused"]),
        ("307", says(307, &[("location", elsewhere)]), &["bad-address"], &["refused"]),
        ("a web page", body("text/html", b"<html>Sign in to the hotel</html>".to_vec()), &["unreadable"], &["unclear"]),
        ("no JSON", body("application/json", b"{nothing".to_vec()), &["unreadable"], &["unclear"]),
        ("too much", body("application/json", large), &["too-large"], &["unclear"]),
        ("a closed connection", Fault::Vanish, &["unreachable"], &["unclear"]),
        ("silence", Fault::Hang, &["timed-out"], &["unclear"]),
    ]
}

/// Each thing that goes wrong has its own kind, so that the person hears its own remedy.
pub async fn errors_are_of_their_kind(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let (elsewhere, requests) = raw_server(Manner::Close);
    for (name, fault, read, sent) in faults(&elsewhere) {
        world.alice_begins_anew(if name == "silence" { hasty() } else { patient() });
        // A session may have to be taken up first: it is not what fails here.
        let _ = world.pull(Stream::Own, None).await.map_err(|trouble| trouble.cause);
        let fault = match fault {
            Fault::Say(said) => {
                let same = said.clone();
                world.relay.plan(all, Fault::Say(said));
                for (call, result) in [
                    ("pull", world.pull(Stream::Incoming, None).await.map(drop)),
                    ("pull of its own", world.pull(Stream::Own, None).await.map(drop)),
                    ("context", world.context(&world.alice, &question.remote_id).await.map(drop)),
                ] {
                    let cause = result.map_err(|trouble| trouble.cause.code());
                    keep!(cause.is_err_and(|cause| read.contains(&cause)), "{name} in answer to {call}: {cause:?}, not {read:?}");
                }
                Fault::Say(same)
            }
            fault => {
                world.relay.plan(all, fault);
                let cause = world.pull(Stream::Incoming, None).await.map_err(|trouble| trouble.cause.code());
                keep!(cause.as_ref().is_err_and(|cause| read.contains(cause)), "{name} in answer to pull: {:?}, not {read:?}", cause.err());
                if name == "silence" { Fault::Hang } else { Fault::Vanish }
            }
        };
        world.relay.plan(world.subject.is_act, fault);
        let answer = world.send(&world.delivery(&world.alice, answer_to(&question, &world.unique("Answer")))).await;
        world.relay.heal();
        keep!(sent.contains(&word(&answer)), "{name} in answer to an answer: {answer:?}, not {sent:?}");
    }
    keep!(requests.try_iter().count() == 0, "a redirect was followed");
    world.alice_begins_anew(patient());
    for (name, faults) in [("401", says(401, &[])), ("429", says(429, &[]))] {
        world.relay.plan(all, faults);
        let checked = world.call(&world.alice, Call::Check(Box::new(world.alice.account.clone()))).await;
        world.relay.heal();
        let code = checked.as_ref().err().map(|trouble| trouble.cause.code());
        keep!(code == Some(if name == "401" { "auth-expired" } else { "rate-limited" }), "{name} in answer to a check: {checked:?}");
    }
    no_connection(world).await
}

/// Nobody listens, or nobody there speaks TLS: surely nothing left.
async fn no_connection(world: &World) -> Kept {
    let gone = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).map_err(|error| error.to_string())?;
    let tls = world.relay.url.replace("http://", "https://");
    let (clear, far) = ("http://far.example".to_owned(), "unreachable");
    for (server, read) in [(format!("http://{gone}"), far), (tls, far), (clear, "bad-address")] {
        let cause = world.pull_from(&server).await.map_err(|trouble| trouble.cause.code());
        keep!(cause.as_ref().is_err_and(|cause| *cause == read), "{server}: {:?}, not {read}", cause.err());
        let answer = world.send_to(&server, &world.delivery(&world.alice, publish("Nowhere"))).await;
        let sent = if read == far { "not sent" } else { "bad-address" };
        keep!(word(&answer) == sent, "{server}: {answer:?}, not {sent}");
    }
    Ok(())
}

/// Told to wait, it asks nothing more, and says until when.
pub async fn a_rate_limit_is_obeyed(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let form = |moment: Moment, form: WaitForm| match form {
        WaitForm::Date => moment.to_rfc3339_opts(SecondsFormat::Millis, true),
        WaitForm::Epoch => moment.timestamp().to_string(),
    };
    let now = world.now();
    let later = now + Span::seconds(240);
    let mut waits: Vec<(String, String, i64)> = vec![
        ("retry-after".to_owned(), "30".to_owned(), 30),
        ("retry-after".to_owned(), later.format("%a, %d %b %Y %H:%M:%S GMT").to_string(), 240),
        ("retry-after".to_owned(), "99999999999".to_owned(), 3600),
        ("retry-after".to_owned(), "0".to_owned(), 1),
        ("retry-after".to_owned(), "soon".to_owned(), 60),
        ("x-nothing".to_owned(), "1".to_owned(), 60),
    ];
    waits.extend(world.subject.waits.iter().map(|(name, wait)| ((*name).to_owned(), form(later, *wait), 240)));
    for (name, value, seconds) in waits {
        // Clocks go on by a tenth of a second a call, and those who wait come back spread over ten.
        let about = (seconds - 6).max(0)..=seconds + 11;
        let fault = || says(429, &[(name.as_str(), value.as_str())]);
        world.asked();
        world.relay.plan(all, fault());
        let pulled = world.pull(Stream::Incoming, None).await;
        let times = world.asked().len();
        keep!(times == 1, "{name}: {value} on a pull, and {times} requests came");
        let Err(Trouble { cause: Cause::RateLimited(until), .. }) = pulled else { return Err(format!("{name}: {value}: {pulled:?}")) };
        keep!(about.contains(&(until - world.now()).num_seconds()), "{name}: {value}: a pull waits until {until}, at {}", world.now());
        world.relay.plan(world.subject.is_act, fault());
        let answer = world.send(&world.delivery(&world.alice, answer_to(&question, &world.unique("Patient")))).await;
        world.relay.heal();
        let times = world.acts();
        keep!(times == 1, "{name}: {value} on an answer, and {times} came");
        let Ok(Answer::Wait { until }) = answer else { return Err(format!("{name}: {value}: {answer:?}")) };
        keep!(about.contains(&(until - world.now()).num_seconds()), "{name}: {value}: an answer waits until {until}, at {}", world.now());
    }
    Ok(())
}

/// No token and no password is in an error, an answer or an address, not even where a server says it back.
pub async fn secrets_are_never_in_errors(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    // What is sent in her name, and what she was connected with.
    world.asked();
    let _ = world.pull(Stream::Incoming, None).await.map_err(|trouble| trouble.cause);
    let mut secrets: Vec<String> = world.asked().iter().filter_map(|asked| asked.token().map(str::to_owned)).collect();
    secrets.push(world.secret().to_owned());
    let mut told = String::new();
    for (name, fault, ..) in faults("https://far.example/") {
        if name == "silence" {
            continue;
        }
        world.relay.plan(all, fault);
        let (page, look) = (world.pull(Stream::Incoming, None).await, world.context(&world.alice, &question.remote_id).await);
        let answer = world.send(&world.delivery(&world.alice, answer_to(&question, "Hello"))).await;
        writeln!(told, "{name}: {page:?} {look:?} {answer:?}").expect("a string takes all");
    }
    for status in [400, 401, 403, 422, 500] {
        world.relay.plan(all, Fault::SayBack(status));
        let page = world.pull(Stream::Incoming, None).await;
        let answer = world.send(&world.delivery(&world.alice, answer_to(&question, "Hello"))).await;
        writeln!(told, "said back with {status}: {page:?} {answer:?}").expect("a string takes all");
    }
    world.relay.heal();
    for asked in world.asked() {
        writeln!(told, "{}", asked.line()).expect("a string takes all");
    }
    for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
        let line = told.lines().find(|line| line.contains(secret.as_str()));
        keep!(line.is_none(), "a secret is told: {}", line.unwrap_or_default().chars().take(300).collect::<String>());
    }
    Ok(())
}
