//! Catches the code that a browser brings to a port of this computer.
//!
//! Listens on the loopback alone, takes one code with the right state, reads at most 8 KiB.

use crate::app::trouble::{Cause, Trouble};
use crate::domain::text::SafeText;
use std::net::TcpListener;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

/// A browser opens connections that it does not use.
const PATIENCE: Duration = Duration::from_secs(3);
const LONGEST_REQUEST: usize = 8 * 1024;

/// What an address brought.
pub enum Caught {
    /// The code.
    Code(String),
    /// The person, or the server, said no.
    Denied(String),
    /// Something else: an icon, a stranger.
    Nothing,
}

/// Waits for the code.
pub async fn code(listener: &TcpListener, state: &str, patience: Duration) -> Result<String, Trouble> {
    let trouble = |cause, detail: &str| Trouble { cause, account: None, detail: SafeText::line(detail) };
    let failed = |error: std::io::Error| trouble(Cause::Failed, &error.to_string());
    let own = listener.try_clone().and_then(|own| own.set_nonblocking(true).map(|()| own)).map_err(failed)?;
    let listener = tokio::net::TcpListener::from_std(own).map_err(failed)?;
    let caught = timeout(patience, async {
        // A browser opens connections ahead: one that stays silent must not hold up the others.
        let mut visits = JoinSet::new();
        loop {
            let visit = tokio::select! {
                Ok((stream, _)) = listener.accept() => {
                    let state = state.to_owned();
                    visits.spawn(async move { timeout(PATIENCE, serve(stream, &state)).await.ok().flatten() });
                    continue;
                }
                Some(Ok(visit)) = visits.join_next() => visit,
                else => continue,
            };
            match visit {
                Some(Caught::Code(code)) => return Ok(code),
                Some(Caught::Denied(why)) => return Err(trouble(Cause::Rejected, &why)),
                Some(Caught::Nothing) | None => {}
            }
        }
    });
    caught.await.unwrap_or_else(|_| Err(trouble(Cause::TimedOut, "nobody allowed Ronde in the browser")))
}

/// Reads one request and answers it.
async fn serve(mut stream: TcpStream, state: &str) -> Option<Caught> {
    let mut head = Vec::new();
    let mut chunk = [0_u8; 1024];
    // The whole head: closing on what is unread would reset the connection and lose the page.
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < LONGEST_REQUEST {
        let read = stream.read(&mut chunk).await.ok()?;
        if read == 0 {
            return None;
        }
        head.extend_from_slice(&chunk[..read]);
    }
    let line = String::from_utf8_lossy(&head);
    let path = line.strip_prefix("GET ")?.split(' ').next()?;
    let caught = Url::parse("http://127.0.0.1").ok()?.join(path).map_or(Caught::Nothing, |url| code_of(&url, state));
    let (status, words) = match &caught {
        Caught::Code(_) => ("200 OK", "C’est fait : revenez dans Ronde. · Done: go back to Ronde."),
        Caught::Denied(_) => ("200 OK", "Ronde n’a pas été autorisée. · Ronde was not allowed."),
        Caught::Nothing => ("404 Not Found", "Rien ici. · Nothing here."),
    };
    let page = format!("<!doctype html><meta charset=utf-8><title>Ronde</title><p>{words}");
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
        page.len()
    );
    // The code counts even if the browser has gone.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
    Some(caught)
}

/// What an address brings: the code counts only with the state that this attempt was given.
pub fn code_of(url: &Url, state: &str) -> Caught {
    let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    if value("state").as_deref() != Some(state) {
        return Caught::Nothing;
    }
    match (value("code").filter(|code| !code.is_empty()), value("error")) {
        (Some(code), _) => Caught::Code(code),
        (None, Some(error)) => Caught::Denied(value("error_description").unwrap_or(error)),
        (None, None) => Caught::Nothing,
    }
}
