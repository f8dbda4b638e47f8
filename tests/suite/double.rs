//! A network's double: a server on loopback that answers as a test says, and the screens of an account on it.

use crate::given::{self, at};
use crate::network::stage::read_request;
use crate::screen::Screen;
use ronde::app::effect::{Job, Secret};
use ronde::app::event::Reply;
use ronde::domain::account::{Account, Network};
use ronde::domain::brand::{Brand, Charter};
use ronde::network::Networks;
use ronde::network::http::Limits;
use ronde::secrets::Vault;
use std::io::Write;
use std::net::TcpListener;
use std::time::Duration;

/// What a server says to a request.
#[derive(Debug, Clone)]
pub enum Say {
    /// A status with its reason, headers that end in `\r\n`, and a body.
    Http(&'static str, &'static str, String),
    /// Nothing, for as long as the other side waits.
    Nothing,
}

impl Say {
    /// A status with an error in words, as Mastodon tells it.
    pub fn error(status: &'static str, words: &str) -> Self {
        Self::Http(status, "Content-Type: application/json\r\n", format!("{{\"error\":\"{words}\"}}"))
    }

    /// Something that is well.
    pub fn json(body: &str) -> Self {
        Self::Http("200 OK", "Content-Type: application/json\r\n", body.to_owned())
    }
}

/// A server that answers each request by its first line (`POST /api/v1/statuses`). Gives its address.
pub fn server(says: impl Fn(&str) -> Say + Send + 'static) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        // A connection that is told nothing stays open as long as the server.
        let mut kept = Vec::new();
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let request = read_request(&mut stream);
            let line = request.split(" HTTP/").next().unwrap_or_default();
            match says(line) {
                Say::Http(status, headers, body) => {
                    let length = body.len();
                    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
                    drop(stream.write_all(format!("{head}{body}").as_bytes()));
                }
                Say::Nothing => kept.push(stream),
            }
        }
    });
    address
}

/// How long the screens wait for a server: long enough for a busy machine, short where it is to say nothing.
fn limits(whole: Duration) -> Limits {
    Limits { connect: whole, whole, bytes: 64 * 1024, upload: whole, poll: Duration::from_millis(1), consent: whole, ..Limits::default() }
}

/// The inbox of an account on a server, with so many messages of which the oldest is under the cursor.
pub fn screen(server: &str, messages: i64) -> Screen {
    screen_with(server, messages, &Charter::default(), Duration::from_secs(20))
}

/// The same, of a brand with this charter, where a server has so long to answer.
pub fn screen_with(server: &str, messages: i64, charter: &Charter, patience: Duration) -> Screen {
    let mut home = given::store();
    let brand = Brand { charter: charter.clone(), ..given::a_brand() };
    let Reply::Brand(brand) = home.ask(Job::SaveBrand(Box::new(brand), at(0))) else { panic!("a brand") };
    let account = Account {
        server: server.into(),
        remote_id: "7".into(),
        capabilities: given::all_abilities(Network::Mastodon),
        ..given::an_account(brand.id, Network::Mastodon)
    };
    let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(account), at(0))) else { panic!("an account") };
    given::contact(&mut home, brand.id);
    given::messages(&mut home, account.id, messages);
    let vault = Vault::in_memory();
    vault.keep(account.id, &Secret::new("token")).expect("memory takes all");
    let mut screen = Screen::online(home, at(60), Networks::new(vault, limits(patience)));
    screen.keys("2");
    screen
}
