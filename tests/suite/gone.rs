//! A message that was deleted on its network meanwhile: what is answered to it is kept, and the screen says why.

use crate::double::{Say, screen, server};
use crate::screen::Screen;
use ronde::domain::message::StateName;

/// A server whose statuses can be read while `there`, and which takes nothing about them.
fn refusing(status: &'static str, there: bool) -> String {
    server(move |line| match line {
        line if line.starts_with("POST") => Say::error(status, "Record not found"),
        line if line.ends_with("/context") && there => Say::json("{\"ancestors\":[],\"descendants\":[]}"),
        line if line.starts_with("GET /api/v1/statuses/") && there => Say::json(
            "{\"id\":\"m0\",\"created_at\":\"2026-11-04T09:00:00Z\",\"content\":\"<p>Message</p>\",\"visibility\":\"public\",
              \"account\":{\"id\":\"a0\",\"acct\":\"a0\",\"display_name\":\"Ava\"},\"mentions\":[]}",
        ),
        _ => Say::error("404 Not Found", "Record not found"),
    })
}

fn answered(server: &str) -> Screen {
    let mut screen = screen(server, 2);
    screen.keys("r").type_text("Merci, on regarde.").keys("Ctrl+D").tick(11);
    screen
}

#[test]
fn an_answer_to_a_message_that_is_gone_is_kept_and_the_screen_says_why_and_what_to_do() {
    for status in ["404 Not Found", "410 Gone"] {
        let mut screen = answered(&refusing(status, false));
        screen.shows("Ce message n'existe plus sur le réseau : votre réponse n'est pas partie.");
        screen.shows("Elle est gardée en brouillon (r le rouvre) ; a archive le message.");
        let first = &screen.model.inbox.rows[0];
        assert!(first.draft && first.message.state.name() == StateName::Open, "it is open again, with its draft");
        screen.keys("Home");
        screen.shows("(message supprimé). Ce qui avait été");
        screen.keys("r");
        screen.shows("Merci, on regarde.");
        screen.keys("Esc a");
        assert_eq!(screen.model.inbox.rows.len(), 1, "and it can be closed");
    }
}

#[test]
fn a_like_of_a_message_that_is_gone_says_that_nothing_is_left_to_do() {
    let mut screen = screen(&refusing("404 Not Found", false), 1);
    screen.keys("l").tick(11);
    screen.shows("Ce message n'existe plus sur le réseau : il n'y a plus rien à y faire.");
}

#[test]
fn a_refusal_alone_does_not_tell_that_a_message_is_gone() {
    let mut screen = answered(&refusing("404 Not Found", true));
    screen.shows("Le réseau a refusé : Record not found");
    screen.keys("Esc Home");
    assert!(!screen.says("supprimé"), "{}", screen.text());
}
