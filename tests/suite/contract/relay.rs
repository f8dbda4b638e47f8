//! What stands between a connector and a server: hears every request, answers for the server where a test
//! says so, else passes it on (to a real server, to a cassette, to the village) and alters what comes back.
//!
//! It runs on loopback, one connection at a time; all that is told to it and heard from it goes by channels.

use super::cassette::{self, Cassette, THERE};
use super::village::Village;
use super::wire::{Asked, Said};
use ronde::domain::time::Moment;
use serde_json::Value;
use std::io::Write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Who answers in the end.
pub enum Behind {
    /// A real server, at this address.
    Server(String),
    /// What one answered once.
    Cassette(Cassette),
    /// A server in this process.
    Village(Box<Village>),
}

/// What happens to a request or to its answer.
pub enum Fault {
    /// The request is read and the connection closed; the server never hears of it.
    Vanish,
    /// The request is read, and nothing is ever answered.
    Hang,
    /// This is answered instead; the server never hears of it.
    Say(Said),
    /// It is refused with this status, in words that hold the token it came with.
    SayBack(u16),
    /// The server does it, and its answer is lost.
    Lose,
    /// The answer ends in its middle, before the length it told.
    Cut,
    /// The answer is shorter, and its length says so.
    Shorten,
    /// The answer is changed, where it is JSON.
    Alter(Box<dyn FnMut(&mut Value) + Send>),
}

/// Which requests a fault is for.
pub type Which = fn(&Asked) -> bool;

/// What the test tells the relay.
enum Told {
    Plan(Which, Fault),
    Heal,
    Pages(Option<u32>),
    Now(Moment),
    End,
}

/// What the relay tells the test, once a request is heard.
pub struct Heard {
    /// The request.
    pub asked: Asked,
    /// The same and the answer, fit for a cassette, where the server was asked.
    pub exchange: Option<(Value, Value)>,
    /// Why it could not be passed on.
    pub trouble: Option<String>,
}

/// The relay, as its test holds it.
pub struct Relay {
    /// Its address.
    pub url: String,
    place: SocketAddr,
    tell: Sender<Told>,
    hear: Receiver<Heard>,
}

impl Relay {
    /// Starts one. `words` are the secrets and addresses that a cassette must not show, with what it shows instead.
    pub fn start(behind: Behind, mut words: Vec<(String, String)>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let place = listener.local_addr().expect("an address");
        let url = format!("http://{place}");
        words.push((place.to_string(), THERE.to_owned()));
        let (tell, told) = channel();
        let (heard, hear) = channel();
        let mut desk = Desk { behind, words, url: url.clone(), plan: None, pages: None, kept: Vec::new() };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                while let Ok(told) = told.try_recv() {
                    if !desk.listen(told) {
                        return;
                    }
                }
                desk.serve(stream, &heard);
            }
        });
        Self { url, place, tell, hear }
    }

    /// From now on this happens to those requests, in the place of what was told before.
    pub fn plan(&self, which: Which, fault: Fault) {
        self.say(Told::Plan(which, fault));
    }

    /// From now on all goes well.
    pub fn heal(&self) {
        self.say(Told::Heal);
    }

    /// From now on the server is asked for pages of so many.
    pub fn pages(&self, of: Option<u32>) {
        self.say(Told::Pages(of));
    }

    /// Sets the clock of a village.
    pub fn now(&self, now: Moment) {
        self.say(Told::Now(now));
    }

    /// What was heard since the last time.
    pub fn heard(&self) -> Vec<Heard> {
        self.hear.try_iter().collect()
    }

    fn say(&self, told: Told) {
        self.tell.send(told).expect("the relay lives");
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        // Its thread waits in `accept`.
        let _ = self.tell.send(Told::End);
        let _ = TcpStream::connect(self.place);
    }
}

struct Desk {
    behind: Behind,
    words: Vec<(String, String)>,
    url: String,
    plan: Option<(Which, Fault)>,
    pages: Option<u32>,
    /// Connections that hang stay open as long as the relay.
    kept: Vec<TcpStream>,
}

impl Desk {
    fn listen(&mut self, told: Told) -> bool {
        match told {
            Told::Plan(which, fault) => self.plan = Some((which, fault)),
            Told::Heal => self.plan = None,
            Told::Pages(of) => self.pages = of,
            Told::Now(now) => {
                if let Behind::Village(village) = &mut self.behind {
                    village.now = now;
                }
            }
            Told::End => return false,
        }
        true
    }

    fn serve(&mut self, mut stream: TcpStream, heard: &Sender<Heard>) {
        let Some(asked) = Asked::read(&stream) else { return };
        let mut plan = self.plan.take();
        let fault = plan.as_mut().filter(|(which, _)| which(&asked)).map(|(_, fault)| fault);
        let tell = |exchange, trouble| drop(heard.send(Heard { asked: asked.clone(), exchange, trouble }));
        match fault {
            Some(Fault::Vanish) => tell(None, None),
            Some(Fault::Hang) => {
                tell(None, None);
                self.kept.push(stream);
            }
            Some(Fault::Say(said)) => {
                tell(None, None);
                let _ = stream.write_all(&said.bytes(None));
            }
            Some(Fault::SayBack(status)) => {
                tell(None, None);
                let words = format!("no such token as {}", asked.token().unwrap_or_default());
                let refused = serde_json::json!({"error": words, "message": words, "error_description": words});
                let _ = stream.write_all(&Said::json(*status, &refused).bytes(None));
            }
            fault => match self.pass_on(&asked) {
                Err(trouble) => {
                    tell(None, Some(trouble));
                    let lost = serde_json::json!({"error": "the relay has no answer"});
                    let _ = stream.write_all(&Said::json(599, &lost).bytes(None));
                }
                Ok((mut said, exchange)) => {
                    tell(Some(exchange), None);
                    let length = said.body.len();
                    let told = match fault {
                        Some(Fault::Lose) => None,
                        Some(Fault::Cut) => {
                            said.body.truncate(length / 2);
                            Some(said.bytes(Some(length)))
                        }
                        Some(Fault::Shorten) => {
                            said.body.truncate(length.saturating_sub(2));
                            Some(said.bytes(None))
                        }
                        Some(Fault::Alter(change)) => {
                            if let Some(mut value) = said.value() {
                                change(&mut value);
                                said.body = value.to_string().into_bytes();
                            }
                            Some(said.bytes(None))
                        }
                        Some(Fault::Vanish | Fault::Hang | Fault::Say(_) | Fault::SayBack(_)) | None => Some(said.bytes(None)),
                    };
                    let _ = told.map(|told| stream.write_all(&told));
                }
            },
        }
        self.plan = plan;
    }

    /// The server's answer, its addresses those of the relay; and the exchange as a cassette shows it.
    fn pass_on(&mut self, asked: &Asked) -> Result<(Said, (Value, Value)), String> {
        let shown = cassette::replace(cassette::shown(asked), &self.words);
        let mut asked = asked.clone();
        if let (Some(of), Some((_, limit))) = (self.pages, asked.query.iter_mut().find(|(name, _)| name == "limit")) {
            *limit = of.to_string();
        }
        let said = match &mut self.behind {
            Behind::Village(village) => village.answer(&asked),
            Behind::Cassette(cassette) => cassette.play(&shown)?,
            Behind::Server(url) => {
                let host = url.trim_start_matches("http://");
                let ask = |mut stream: TcpStream| {
                    asked.write(&mut stream, host).ok()?;
                    Said::read(&stream)
                };
                let said = TcpStream::connect(host).ok().and_then(ask);
                said.ok_or_else(|| format!("{url} does not answer {}", asked.line()))?
            }
        };
        let told = cassette::replace(said.to_value(), &self.words);
        Ok((self.readdressed(said), (shown, told)))
    }

    /// Addresses of the server lead to the relay: what is asked there is heard too.
    fn readdressed(&self, said: Said) -> Said {
        let from = match &self.behind {
            Behind::Server(url) => url.clone(),
            Behind::Cassette(_) | Behind::Village(_) => format!("http://{THERE}"),
        };
        let anew = |text: &str| text.replace(&from, &self.url);
        let body = match String::from_utf8(said.body) {
            // JSON may write a slash as `\/`.
            Ok(text) => anew(&text.replace(&from.replace('/', "\\/"), &self.url)).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        let headers = said.headers.into_iter().map(|(name, value)| (name, anew(&value))).collect();
        Said { status: said.status, headers, body }
    }
}
