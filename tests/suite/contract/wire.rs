//! HTTP as it is written: a request and an answer, each read whole from a connection and written to one.
//!
//! One request a connection, as Ronde sends them. Decodes nothing but what a cassette shows.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use url::form_urlencoded;

/// Fields with their values, in order; a name may come again.
pub type Fields = Vec<(String, String)>;

/// What was asked of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The verb.
    pub method: String,
    /// The path, as sent.
    pub path: String,
    /// The query, decoded.
    pub query: Fields,
    /// The headers, their names in small letters.
    pub headers: Fields,
    /// The body, as sent.
    pub body: Vec<u8>,
}

/// A body, read for what its kind says it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// None.
    Nothing,
    /// Fields of a form.
    Form(Fields),
    /// JSON.
    Json(Value),
    /// The parts of a form with files: name, name of the file, bytes.
    Parts(Vec<(String, Option<String>, Vec<u8>)>),
    /// Anything else, with its kind.
    Bytes(String, Vec<u8>),
}

impl Asked {
    /// Reads a request whole; `None` if the other side went away.
    pub fn read(stream: &TcpStream) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let (line, headers) = read_head(&mut reader)?;
        let mut words = line.split(' ');
        let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
        let body = read_body(&mut reader, &headers, false);
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Some(Self { method, path: path.to_owned(), query, headers, body })
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The token it is sent with.
    pub fn token(&self) -> Option<&str> {
        self.header("authorization").map(|value| value.split_once(' ').map_or(value, |(_, token)| token))
    }

    /// Its body.
    pub fn content(&self) -> Content {
        let kind = self.header("content-type").unwrap_or_default().to_owned();
        if self.body.is_empty() {
            return Content::Nothing;
        }
        match kind.split(';').next().unwrap_or_default() {
            "application/x-www-form-urlencoded" => Content::Form(form_urlencoded::parse(&self.body).into_owned().collect()),
            "application/json" => {
                serde_json::from_slice(&self.body).map_or_else(|_| Content::Bytes(kind.clone(), self.body.clone()), Content::Json)
            }
            "multipart/form-data" => Content::Parts(parts(&kind, &self.body)),
            _ => Content::Bytes(kind, self.body.clone()),
        }
    }

    /// It on one line, for a person.
    pub fn line(&self) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        format!("{} {}{}{query}", self.method, self.path, if query.is_empty() { "" } else { "?" })
    }

    /// Writes it to a server of this name, as it came but for what belongs to the connection.
    pub fn write(&self, stream: &mut TcpStream, host: &str) -> std::io::Result<()> {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        let mark = if query.is_empty() { "" } else { "?" };
        write!(stream, "{} {}{mark}{query} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n", self.method, self.path)?;
        let own = ["host", "connection", "content-length", "accept-encoding", "transfer-encoding"];
        for (name, value) in self.headers.iter().filter(|(name, _)| !own.contains(&name.as_str())) {
            write!(stream, "{name}: {value}\r\n")?;
        }
        write!(stream, "Content-Length: {}\r\n\r\n", self.body.len())?;
        stream.write_all(&self.body)
    }
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The status code.
    pub status: u16,
    /// The headers that mean something to a client.
    pub headers: Fields,
    /// The body.
    pub body: Vec<u8>,
}

/// The headers of an answer that a client may act on.
const HEADERS: [&str; 5] = ["content-type", "link", "location", "retry-after", "www-authenticate"];

impl Said {
    /// An answer of JSON.
    pub fn json(status: u16, body: &Value) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), "application/json".to_owned())], body: body.to_string().into_bytes() }
    }

    /// The body as JSON, where it is.
    pub fn value(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Reads an answer whole.
    pub fn read(stream: &TcpStream) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let (line, headers) = read_head(&mut reader)?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let body = read_body(&mut reader, &headers, true);
        let kept = |name: &str| HEADERS.contains(&name) || name.contains("ratelimit");
        Some(Self { status, headers: headers.into_iter().filter(|(name, _)| kept(name)).collect(), body })
    }

    /// It as bytes, with the length of its body, or with one that is told.
    pub fn bytes(&self, length: Option<usize>) -> Vec<u8> {
        let headers: Vec<String> = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = length.unwrap_or(self.body.len());
        let head = format!("HTTP/1.1 {} Said\r\n{}Content-Length: {length}\r\nConnection: close\r\n\r\n", self.status, headers.concat());
        [head.as_bytes(), &self.body].concat()
    }

    /// As a cassette shows it.
    pub fn to_value(&self) -> Value {
        let mut shown = Map::new();
        shown.insert("status".to_owned(), json!(self.status));
        shown.insert("headers".to_owned(), self.headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect());
        let (name, body) = body(&self.body);
        shown.insert(name.to_owned(), body);
        Value::Object(shown)
    }

    /// From what a cassette shows.
    pub fn from_value(shown: &Value) -> Option<Self> {
        let headers = shown["headers"].as_object()?.iter().map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
        let body = match (shown.get("json"), shown["text"].as_str(), shown["base64"].as_str()) {
            (Some(json), ..) => json.to_string().into_bytes(),
            (None, Some(text), _) => text.as_bytes().to_vec(),
            (None, None, encoded) => STANDARD.decode(encoded?).ok()?,
        };
        Some(Self { status: u16::try_from(shown["status"].as_u64()?).ok()?, headers: headers.collect::<Option<_>>()?, body })
    }
}

/// The kind of a body and the body, as a person can read it.
fn body(bytes: &[u8]) -> (&'static str, Value) {
    match (serde_json::from_slice(bytes), std::str::from_utf8(bytes)) {
        (Ok(json), _) => ("json", json),
        (Err(_), Ok(text)) => ("text", json!(text)),
        (Err(_), Err(_)) => ("base64", json!(STANDARD.encode(bytes))),
    }
}

fn read_head(reader: &mut impl BufRead) -> Option<(String, Fields)> {
    let mut line = String::new();
    let mut next = |line: &mut String| {
        line.clear();
        reader.read_line(line).ok().filter(|read| *read > 0).map(|_| line.trim_end().to_owned())
    };
    let first = next(&mut line)?;
    let mut headers = Fields::new();
    loop {
        let read = next(&mut line)?;
        if read.is_empty() {
            return Some((first, headers));
        }
        let (name, value) = read.split_once(':')?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
}

/// A body has its length, or comes in chunks, or ends with the connection.
fn read_body(reader: &mut impl BufRead, headers: &Fields, to_the_end: bool) -> Vec<u8> {
    let header = |name: &str| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let mut body = Vec::new();
    if header("transfer-encoding").is_some_and(|value| value.contains("chunked")) {
        let mut size = String::new();
        while reader.read_line(&mut size).is_ok() {
            let length = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
            if length == 0 {
                break;
            }
            let start = body.len();
            body.resize(start + length, 0);
            if reader.read_exact(&mut body[start..]).is_err() {
                break;
            }
            size.clear();
            // The break behind a chunk.
            let _ = reader.read_line(&mut size);
            size.clear();
        }
    } else if let Some(length) = header("content-length").and_then(|length| length.parse::<usize>().ok()) {
        body.resize(length, 0);
        if reader.read_exact(&mut body).is_err() {
            body.clear();
        }
    } else if to_the_end {
        let _ = reader.read_to_end(&mut body);
    }
    body
}

/// The parts of a form with files.
fn parts(kind: &str, body: &[u8]) -> Vec<(String, Option<String>, Vec<u8>)> {
    let boundary = kind.split("boundary=").nth(1).unwrap_or_default().trim_matches('"');
    let mark = format!("--{boundary}").into_bytes();
    let places: Vec<usize> = (0..body.len()).filter(|place| body[*place..].starts_with(&mark)).collect();
    let told = |head: &str, name: &str| Some(head.split(&format!("; {name}=\"")).nth(1)?.split('"').next()?.to_owned());
    let part = |pair: &[usize]| {
        let part = &body[pair[0] + mark.len() + 2..pair[1].checked_sub(2)?];
        let end = (0..part.len()).find(|place| part[*place..].starts_with(b"\r\n\r\n"))?;
        let head = String::from_utf8_lossy(&part[..end]).into_owned();
        Some((told(&head, "name")?, told(&head, "filename"), part[end + 4..].to_vec()))
    };
    places.windows(2).filter_map(part).collect()
}
