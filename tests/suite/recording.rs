//! A server on loopback that writes each request down before it answers, and fails as it is told to.
//!
//! It speaks as much of Mastodon's API as Ronde asks for. One connection at a time, one request a connection.

use crate::network::stage::read_request;
use ronde::domain::time::Moment;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};

/// What a server can tell of what it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mode {
    /// Whether a repeated key gives the first post again.
    pub keyed: bool,
    /// Whether the account's own posts can be listed.
    pub listable: bool,
}

impl Mode {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self { keyed: true, listable: true },
        Self { keyed: false, listable: true },
        Self { keyed: true, listable: false },
        Self { keyed: false, listable: false },
    ];
}

/// What goes wrong with a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The connection closes before the request is read.
    DropUnread,
    /// It closes after the request is read, before anything is done.
    DropRead,
    /// It closes after the post is out.
    DropAfter,
    /// A proxy gives up after the post is out.
    GatewayAfter,
    /// The server fails before anything is done.
    Fails,
    /// The server fails after the post is out.
    FailsAfter,
    /// The post is out, and the answer is a web page.
    UnreadableAfter,
    /// The post is out, and the answer ends in its middle.
    CutAfter,
    /// The post is out, and the answer never comes.
    SilentAfter,
    /// The post is out, and the answer comes too slowly.
    SlowAfter,
    /// Too many requests: wait half a minute.
    TooMany,
    /// Something in front says that the server is away: of what is behind it, nobody knows.
    Away,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::DropUnread,
        Self::DropRead,
        Self::DropAfter,
        Self::GatewayAfter,
        Self::Fails,
        Self::FailsAfter,
        Self::UnreadableAfter,
        Self::CutAfter,
        Self::SilentAfter,
        Self::SlowAfter,
        Self::TooMany,
        Self::Away,
    ];

    /// Whether nothing was done, and the network said so clearly.
    pub const fn is_clear(self) -> bool {
        matches!(self, Self::TooMany)
    }

    const fn commits(self) -> bool {
        !matches!(self, Self::DropUnread | Self::DropRead | Self::Fails | Self::TooMany | Self::Away)
    }
}

/// Where the server stops and says so, until it is let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// With the request read and nothing done.
    Before,
    /// With everything done and nothing answered.
    After,
}

/// What the test tells the server.
enum Told {
    Now(Moment),
    Fault(Fault),
    Mention(String),
    Halt { requests: u32, halt: Halt },
}

/// A post or an answer that is out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Out {
    /// The server's id of it.
    pub id: String,
    /// What it says.
    pub text: String,
    /// What it answers.
    pub parent: Option<String>,
}

/// The server, as its test holds it.
pub struct Recording {
    /// Its address.
    pub url: String,
    place: SocketAddr,
    tell: Sender<Told>,
    halted: Receiver<()>,
    go_on: Sender<()>,
}

impl Recording {
    /// Starts one.
    pub fn start(mode: Mode) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let place = listener.local_addr().expect("an address");
        let (tell, told) = channel();
        let (halting, halted) = channel();
        let (go_on, going) = channel();
        let mut desk = Desk { mode, told, halting, going, base: format!("http://{place}"), ..Desk::empty() };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                desk.listen();
                if !desk.serve(&mut stream) {
                    return;
                }
            }
        });
        Self { url: format!("http://{place}"), place, tell, halted, go_on }
    }

    /// Sets its clock.
    pub fn now(&self, now: Moment) {
        self.say(Told::Now(now));
    }

    /// Lets the next post fail.
    pub fn fault(&self, fault: Fault) {
        self.say(Told::Fault(fault));
    }

    /// Somebody mentions the account.
    pub fn mention(&self, text: &str) {
        self.say(Told::Mention(text.to_owned()));
    }

    /// Stops at the so-manyth request from now on (0 is the next one); [`Self::is_halted`] hears of it.
    pub fn halt(&self, requests: u32, halt: Halt) {
        self.say(Told::Halt { requests, halt });
    }

    /// Whether it stopped, within a time.
    pub fn is_halted(&self, within: std::time::Duration) -> bool {
        self.halted.recv_timeout(within).is_ok()
    }

    /// Lets it go on, and forget that it was to stop.
    pub fn go_on(&self) {
        self.go_on.send(()).expect("the server lives");
    }

    fn say(&self, told: Told) {
        self.tell.send(told).expect("the server lives");
    }

    /// What is out, in the order in which it came.
    pub fn out(&self) -> Vec<Out> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let out = |value: &Value| Out {
            id: text(&value["id"]).unwrap_or_default(),
            text: text(&value["text"]).unwrap_or_default(),
            parent: text(&value["parent"]),
        };
        self.ask("/-/out").as_array().expect("a list").iter().map(out).collect()
    }

    /// How many requests to post came, whatever became of them.
    pub fn posts(&self) -> u64 {
        self.ask("/-/posts").as_u64().expect("a number")
    }

    /// The ids of the mentions.
    pub fn mentions(&self) -> Vec<String> {
        self.ask("/-/mentions").as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn ask(&self, path: &str) -> Value {
        let mut stream = TcpStream::connect(self.place).expect("the server lives");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let body = answer.split_once("\r\n\r\n").expect("a body").1;
        serde_json::from_str(body).expect("JSON")
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        // Its thread waits in `accept`, or halted: both end.
        let _ = self.go_on.send(());
        if let Ok(mut stream) = TcpStream::connect(self.place) {
            drop(stream.write_all(b"GET /-/end HTTP/1.1\r\n\r\n"));
        }
    }
}

/// What the server knows.
struct Desk {
    mode: Mode,
    base: String,
    told: Receiver<Told>,
    halting: Sender<()>,
    going: Receiver<()>,
    now: Moment,
    faults: std::collections::VecDeque<Fault>,
    halt: Option<(u32, Halt)>,
    out: Vec<(Out, String, Moment)>,
    mentions: Vec<(String, String, Moment)>,
    posts: u64,
    last: u64,
}

impl Desk {
    fn empty() -> Self {
        let (_, told) = channel();
        let (halting, _) = channel();
        let (_, going) = channel();
        Self {
            mode: Mode::ALL[0],
            base: String::new(),
            told,
            halting,
            going,
            now: "2026-11-04T09:00:00Z".parse().expect("an instant"),
            faults: std::collections::VecDeque::new(),
            halt: None,
            out: Vec::new(),
            mentions: Vec::new(),
            posts: 0,
            last: 1000,
        }
    }

    fn listen(&mut self) {
        while let Ok(told) = self.told.try_recv() {
            match told {
                Told::Now(now) => self.now = now,
                Told::Fault(fault) => self.faults.push_back(fault),
                Told::Mention(text) => {
                    self.last += 1;
                    self.mentions.push((self.last.to_string(), text, self.now));
                }
                Told::Halt { requests, halt } => self.halt = Some((requests, halt)),
            }
        }
    }

    /// Serves one request; gives whether to go on.
    fn serve(&mut self, stream: &mut TcpStream) -> bool {
        if self.faults.front() == Some(&Fault::DropUnread) {
            // A control request of the test comes only between sends, when no fault waits.
            self.faults.pop_front();
            self.posts += 1;
            return true;
        }
        let request = read_request(stream);
        let line = request.lines().next().unwrap_or_default().to_owned();
        let mut words = line.split(' ');
        let (verb, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let path = target.split('?').next().unwrap_or_default();
        match path {
            "/-/end" | "" => return path.is_empty(),
            "/-/out" => {
                let out = self.out.iter().map(|(out, ..)| json!({"id": out.id, "text": out.text, "parent": out.parent})).collect();
                answer(stream, "200 OK", "", &Value::Array(out).to_string());
                return true;
            }
            "/-/posts" => {
                answer(stream, "200 OK", "", &self.posts.to_string());
                return true;
            }
            "/-/mentions" => {
                let ids: Vec<&String> = self.mentions.iter().map(|(id, ..)| id).collect();
                answer(stream, "200 OK", "", &json!(ids).to_string());
                return true;
            }
            _ => {}
        }
        let halt = match &mut self.halt {
            Some((0, halt)) => Some(*halt),
            Some((left, _)) => {
                *left -= 1;
                None
            }
            None => None,
        };
        if halt.is_some() {
            self.halt = None;
        }
        if halt == Some(Halt::Before) {
            self.stop();
        }
        if verb == "POST" && path == "/api/v1/statuses" {
            self.post(stream, &request, halt);
        } else if verb == "DELETE" {
            self.delete(stream, path);
        } else {
            if halt == Some(Halt::After) {
                self.stop();
            }
            match self.read(path, target) {
                Some(body) => answer(stream, "200 OK", "", &body.to_string()),
                None => answer(stream, "404 Not Found", "", "{\"error\":\"Record not found\"}"),
            }
        }
        true
    }

    /// Says that it stopped, and waits to be let go.
    fn stop(&self) {
        if self.halting.send(()).is_ok() {
            let _ = self.going.recv();
        }
    }

    fn post(&mut self, stream: &mut TcpStream, request: &str, halt: Option<Halt>) {
        self.posts += 1;
        let fault = self.faults.pop_front();
        let (head, body) = request.split_once("\r\n\r\n").unwrap_or((request, ""));
        let field =
            |name: &str| url::form_urlencoded::parse(body.as_bytes()).find(|(field, _)| field == name).map(|(_, value)| value.into_owned());
        let key =
            head.lines().find_map(|line| line.to_lowercase().strip_prefix("idempotency-key: ").map(str::to_owned)).unwrap_or_default();
        let known = self.out.iter().find(|(_, known, _)| self.mode.keyed && !key.is_empty() && *known == key).map(|(out, ..)| out.clone());
        let out = known.unwrap_or_else(|| {
            self.last += 1;
            Out { id: self.last.to_string(), text: field("status").unwrap_or_default(), parent: field("in_reply_to_id") }
        });
        if fault.is_none_or(Fault::commits) && !self.out.iter().any(|(known, ..)| known.id == out.id) {
            self.out.push((out.clone(), key, self.now));
        }
        if halt == Some(Halt::After) {
            self.stop();
        }
        let told = self.status(&out.id, "7", &out.text, out.parent.as_deref(), self.now).to_string();
        match fault {
            None => answer(stream, "200 OK", "", &told),
            Some(Fault::DropUnread | Fault::DropRead | Fault::DropAfter) => {}
            Some(Fault::GatewayAfter) => answer(stream, "504 Gateway Timeout", "", "<html>504</html>"),
            Some(Fault::Fails | Fault::FailsAfter) => answer(stream, "500 Internal Server Error", "", "{\"error\":\"oops\"}"),
            Some(Fault::UnreadableAfter) => answer(stream, "200 OK", "", "<html>Welcome to the hotel</html>"),
            Some(Fault::CutAfter) => {
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", told.len());
                drop(stream.write_all(format!("{head}{}", &told[..told.len() / 2]).as_bytes()));
            }
            // It waits until the other side has had enough: its end of the connection closes.
            Some(Fault::SilentAfter) => drop(stream.read(&mut [0])),
            Some(Fault::SlowAfter) => slowly(stream, &told),
            Some(Fault::TooMany) => answer(stream, "429 Too Many Requests", "Retry-After: 30\r\n", "{\"error\":\"slow down\"}"),
            Some(Fault::Away) => answer(stream, "503 Service Unavailable", "Retry-After: 30\r\n", ""),
        }
    }

    /// Deletes what is out; a fault may hide that it did.
    fn delete(&mut self, stream: &mut TcpStream, path: &str) {
        let fault = self.faults.pop_front();
        let id = path.rsplit('/').next().unwrap_or_default();
        let known = self.out.iter().any(|(out, ..)| out.id == id);
        if known && fault.is_none_or(Fault::commits) {
            self.out.retain(|(out, ..)| out.id != id);
        }
        match fault {
            None if known => answer(stream, "200 OK", "", "{}"),
            None => answer(stream, "404 Not Found", "", "{\"error\":\"Record not found\"}"),
            Some(_) => {}
        }
    }

    fn read(&self, path: &str, target: &str) -> Option<Value> {
        Some(match path {
            "/api/v2/instance" => {
                json!({"domain": "here.example", "version": "4.6.0", "source_url": "https://github.com/mastodon/mastodon"})
            }
            "/.well-known/nodeinfo" => json!({"links": [{"rel": "2.0", "href": format!("{}/nodeinfo/2.0", self.base)}]}),
            "/nodeinfo/2.0" => {
                let name = if self.mode.keyed { "mastodon" } else { "newcomer" };
                json!({"software": {"name": name, "version": "4.6.0"}})
            }
            "/api/v1/accounts/verify_credentials" => self.me(),
            "/api/v1/notifications" => self.list(
                target,
                self.mentions.iter().rev().map(|(id, text, at)| {
                    let status = self.status(id, "21", &format!("@cafe {text}"), None, *at);
                    (id.clone(), json!({"id": id, "type": "mention", "created_at": at, "account": status["account"], "status": status}))
                }),
            ),
            "/api/v1/accounts/7/statuses" if self.mode.listable => self.list(
                target,
                self.out
                    .iter()
                    .rev()
                    .map(|(out, _, at)| (out.id.clone(), self.status(&out.id, "7", &out.text, out.parent.as_deref(), *at))),
            ),
            _ => {
                let rest = path.strip_prefix("/api/v1/statuses/")?;
                let id = rest.split('/').next()?;
                if rest.ends_with("/context") {
                    let below = self.out.iter().filter(|(out, ..)| self.mode.listable && out.parent.as_deref() == Some(id));
                    let below: Vec<Value> = below.map(|(out, _, at)| self.status(&out.id, "7", &out.text, Some(id), *at)).collect();
                    return Some(json!({"ancestors": [], "descendants": below}));
                }
                if let Some((out, _, at)) = self.out.iter().find(|(out, ..)| out.id == id) {
                    return Some(self.status(id, "7", &out.text, out.parent.as_deref(), *at));
                }
                let (id, text, at) = self.mentions.iter().find(|(known, ..)| known == id)?;
                self.status(id, "21", text, None, *at)
            }
        })
    }

    /// A page of at most twenty, within the bounds that are asked for.
    fn list(&self, target: &str, all: impl Iterator<Item = (String, Value)>) -> Value {
        let asked = url::Url::parse(&format!("{}{target}", self.base)).expect("an address");
        let bound = |name: &str| asked.query_pairs().find(|(key, _)| key == name).and_then(|(_, id)| id.parse::<u64>().ok());
        let (low, high) = (bound("since_id").or(bound("min_id")).unwrap_or(0), bound("max_id").unwrap_or(u64::MAX));
        let within = |id: &str| id.parse::<u64>().is_ok_and(|id| id > low && id < high);
        all.filter(|(id, _)| within(id)).take(20).map(|(_, value)| value).collect()
    }

    fn me(&self) -> Value {
        json!({"id": "7", "acct": "cafe", "username": "cafe", "display_name": "Café", "followers_count": 844, "statuses_count": self.out.len()})
    }

    fn status(&self, id: &str, author: &str, text: &str, parent: Option<&str>, at: Moment) -> Value {
        let account = if author == "7" { self.me() } else { json!({"id": author, "acct": "ninon@there.example", "display_name": "Ninon"}) };
        json!({
            "id": id, "created_at": at, "account": account, "content": format!("<p>{text}</p>"), "visibility": "public",
            "url": format!("{}/@x/{id}", self.base), "in_reply_to_id": parent, "in_reply_to_account_id": null, "favourited": false,
        })
    }
}

fn answer(stream: &mut TcpStream, status: &str, headers: &str, body: &str) {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    // The other side may have been killed.
    drop(stream.write_all(format!("{head}{body}").as_bytes()));
}

/// One byte now and then, until the other side has had enough.
fn slowly(stream: &mut TcpStream, body: &str) {
    drop(stream.set_read_timeout(Some(std::time::Duration::from_millis(40))));
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    for byte in format!("{head}{body}").bytes() {
        let gone = matches!(stream.read(&mut [0]), Ok(0));
        if gone || stream.write_all(&[byte]).is_err() {
            return;
        }
    }
}
