//! What goes wrong between Ronde and a Mastodon server, where the contract of networks does not try it: on the wire,
//! beneath HTTP, and in the words and scopes of this API.

use super::stage::{CANARY, Manner, account, delivery, http, limits, networks, now, publish, pull, raw_server, reply, send, send_by};
use ronde::app::trouble::Cause;
use ronde::domain::delivery::{Act, Answer};
use ronde::domain::text::SafeText;
use std::fmt::Write;
use std::time::{Duration, Instant};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// What an answer comes to, in a word.
fn word(answer: Result<Answer, ronde::app::trouble::Trouble>) -> String {
    match answer {
        Ok(Answer::Done { .. }) => "done".to_owned(),
        Ok(Answer::Refused { .. }) => "refused".to_owned(),
        Ok(Answer::Wait { .. }) => "wait".to_owned(),
        Ok(Answer::NotSent { .. }) => "not sent".to_owned(),
        Ok(Answer::Unclear { .. }) => "unclear".to_owned(),
        Err(trouble) => trouble.cause.code().to_owned(),
    }
}

#[tokio::test]
async fn an_answer_that_is_none_leaves_it_unclear_whether_the_act_was_done() {
    let say = |text: &str| Manner::Say(text.as_bytes().to_vec());
    let faults = [
        ("closed unread", Manner::Close),
        ("half a head", say("HTTP/1.1 200 OK\r\nContent-")),
        ("no HTTP at all", say("SSH-2.0-OpenSSH_9.2\r\n")),
        ("cut body", say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\": \"1\"")),
        ("silent body", say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")),
        ("an empty success", http("200 OK", "", "")),
        ("success without an id", http("200 OK", "", "{}")),
        ("503 that says when", http("503 Service Unavailable", "Retry-After: 5\r\n", "")),
        ("408", http("408 Request Timeout", "", "")),
    ];
    for (name, manner) in faults {
        let (server, _requests) = raw_server(manner);
        assert_eq!(word(send(&server, reply("101", "Bonjour")).await), "unclear", "{name}");
    }
}

#[tokio::test]
async fn an_act_is_not_tried_again_with_a_refused_token() {
    let (server, requests) = raw_server(http("401 Unauthorized", "", ""));
    let _ = send(&server, publish("Bonjour")).await;
    assert!(requests.try_recv().is_ok_and(|request| request.starts_with("POST /api/v1/statuses")));
    assert!(requests.try_recv().is_err(), "a second request");
}

#[tokio::test]
async fn a_refusal_is_told_in_the_servers_own_words() {
    for head in ["403 Forbidden", "404 Not Found", "422 Unprocessable Entity"] {
        let (server, _requests) = raw_server(http(head, "", "{\"error\":\"Texte trop long\"}"));
        assert_eq!(send(&server, publish("Bonjour")).await, Ok(Answer::Refused { why: SafeText::line("Texte trop long") }), "{head}");
    }
    let scope = http("403 Forbidden", "", "{\"error\":\"This action is outside the authorized scopes\"}");
    let (server, _requests) = raw_server(scope);
    assert_eq!(word(send(&server, publish("Bonjour")).await), "scope-missing");
    let (server, _requests) = raw_server(Manner::Say(b"HTTP/1.1 422 Unprocessable\r\nContent-Length: 90\r\n\r\n{\"err".to_vec()));
    assert_eq!(word(send(&server, publish("Bonjour")).await), "refused", "the code came, though not the words");
}

#[tokio::test]
async fn what_a_page_met_is_told_by_its_cause() {
    for (manner, cause) in [
        (Manner::Close, Cause::Unreachable),
        (http("200 OK", "", "[{\"id\":\"1\",\"type\":\"mention\"},"), Cause::Unreadable),
        (http("200 OK", "", "[{\"id\":17,\"type\":\"mention\"}]"), Cause::Unreadable),
        (Manner::Say(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[]".to_vec()), Cause::Unreachable),
        (http("403 Forbidden", "", "{\"error\":\"no such scope\"}"), Cause::ScopeMissing),
        (http("403 Forbidden", "", "{\"error\":\"Your login is disabled\"}"), Cause::Rejected),
    ] {
        let (server, _requests) = raw_server(manner);
        let trouble = pull(&server, None).await.expect_err("a trouble");
        assert_eq!(trouble.cause, cause, "{trouble:?}");
    }
}

#[tokio::test]
async fn no_kind_of_redirect_is_followed_with_a_token() {
    let other = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_body_string("[]")).expect(0).mount(&other).await;
    // The contract tries 301 and 307.
    for code in [302, 303, 308] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(code).insert_header("Location", format!("{}/steal", other.uri()));
        Mock::given(any()).respond_with(answer).mount(&server).await;
        assert_eq!(pull(&server.uri(), None).await.expect_err("a trouble").cause, Cause::BadAddress);
        assert_eq!(word(send(&server.uri(), publish("Bonjour")).await), "refused");
    }
}

#[tokio::test]
async fn a_body_is_counted_after_decompression() {
    let (server, _requests) = raw_server(Manner::Say(bomb()));
    assert_eq!(pull(&server, None).await.expect_err("a trouble").cause, Cause::TooLarge);
}

/// A gzip body of stored blocks: 130,000 spaces, all zero compression, each block as the format has it.
fn bomb() -> Vec<u8> {
    let block = vec![b' '; 65_000];
    let mut gzip = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    for last in [0_u8, 1] {
        gzip.push(last);
        gzip.extend_from_slice(&65_000_u16.to_le_bytes());
        gzip.extend_from_slice(&(!65_000_u16).to_le_bytes());
        gzip.extend_from_slice(&block);
    }
    let mut answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n".to_vec();
    answer.extend(gzip);
    answer
}

#[tokio::test]
async fn a_slow_body_is_given_up_in_time() {
    let begun = Instant::now();
    let (server, _requests) = raw_server(Manner::Hang);
    assert_eq!(pull(&server, None).await.expect_err("a trouble").cause, Cause::TimedOut);
    assert!(begun.elapsed() < limits().whole + Duration::from_secs(3));
}

#[tokio::test]
async fn what_goes_before_an_act_leaves_no_doubt() {
    for (manner, expected) in [
        (Manner::ReadAndClose, "not sent"),
        (http("500 Internal Server Error", "", ""), "not sent"),
        (http("404 Not Found", "", ""), "refused"),
        (http("401 Unauthorized", "", ""), "auth-expired"),
    ] {
        let (server, _requests) = raw_server(manner);
        assert_eq!(word(send(&server, Act::Block { author_of: SafeText::line("101") }).await), expected);
    }
}

#[tokio::test]
async fn the_token_goes_in_its_header_alone_and_in_nothing_printed() {
    let networks = networks();
    let mut told = format!("{networks:?} {:?}", ronde::app::effect::Secret::new(CANARY));
    // Silence is what the contract leaves out.
    let (server, requests) = raw_server(Manner::Hang);
    let page = pull(&server, None).await;
    let answer = send_by(&networks, &account(&server), &delivery(publish("x"), now()), now()).await;
    write!(told, "{page:?} {answer:?}").expect("a string takes all");
    let requests: Vec<String> = requests.try_iter().collect();
    assert_eq!(requests.len(), 2);
    for request in requests {
        let (line, rest) = request.split_once("\r\n").expect("a line");
        assert!(!line.contains(CANARY), "in the address");
        assert_eq!(rest.matches(CANARY).count(), 1, "in its header, once");
        assert!(rest.to_lowercase().contains("user-agent: ronde/"));
    }
    assert!(!told.contains(CANARY), "{told}");
}
