//! Requests held against the lexicons of the AT Protocol: the call, its parameters, its input, and every
//! record in it, down to facets and embeds.
//!
//! An object may hold more by the protocol; what Ronde sends is to hold what is described alone.

use super::super::wire::{Asked, Content};
use super::{object, typed};
use serde_json::{Map, Value};
use unicode_segmentation::UnicodeSegmentation;

type Lexicons = Map<String, Value>;

/// What is wrong with a request.
pub fn violations(lexicons: &Lexicons, asked: &Asked) -> Vec<String> {
    let name = asked.path.trim_start_matches("/xrpc/");
    let Some(lexicon) = lexicons.get(name) else { return vec![format!("there is no such call as {name}")] };
    let call = &lexicon["defs"]["main"];
    let verb = match call["type"].as_str() {
        Some("query") => "GET",
        Some("procedure") => "POST",
        _ => return vec![format!("{name} is no call")],
    };
    if asked.method != verb {
        return vec![format!("{name} is a {verb}, not a {}", asked.method)];
    }
    let mut check = Check { lexicons, wrong: Vec::new() };
    let parameters = &call["parameters"];
    let given = object(&asked.query, |name| parameters["properties"][name]["type"] == "array");
    check.fields(name, parameters, &given, "the query");
    match (asked.content(), call["input"]["encoding"].as_str()) {
        (Content::Nothing, None) => {}
        (Content::Nothing, Some(_)) => check.wrong.push("there is no body".to_owned()),
        (_, None) => check.wrong.push("no body is described".to_owned()),
        (Content::Json(json), Some("application/json")) => {
            check.value(name, &call["input"]["schema"], &json, "the body");
            check.records(&json);
        }
        (Content::Bytes(kind, _), Some(described)) if described == "*/*" || described == kind => {}
        (other, Some(described)) => check.wrong.push(format!("the body is {other:?}, not {described}")),
    }
    check.wrong
}

struct Check<'a> {
    lexicons: &'a Lexicons,
    wrong: Vec<String>,
}

impl Check<'_> {
    /// The records that a call writes, each by the lexicon it names.
    fn records(&mut self, input: &Value) {
        let writes = input["writes"].as_array().map(|writes| writes.iter().map(|write| (write, &write["value"])).collect());
        for (write, record) in writes.unwrap_or_else(|| vec![(input, &input["record"])]) {
            if record.is_null() {
                continue;
            }
            let name = record["$type"].as_str().unwrap_or_default();
            if write["collection"].as_str() != Some(name) {
                self.wrong.push(format!("a record of {name:?} in {}", write["collection"]));
            }
            let lexicons = self.lexicons;
            let Some(described) = lexicons.get(name).map(|lexicon| &lexicon["defs"]["main"]).filter(|main| main["type"] == "record") else {
                self.wrong.push(format!("no record is called {name:?}"));
                continue;
            };
            if let (Some("tid"), Some(key)) = (described["key"].as_str(), write["rkey"].as_str()) {
                self.format("tid", key, "rkey");
            }
            self.value(name, &described["record"], record, name);
        }
    }

    /// A definition by its reference, with the lexicon it stands in.
    fn find<'s>(&'s self, within: &str, reference: &str) -> Option<(String, &'s Value)> {
        let (name, part) = reference.split_once('#').unwrap_or((reference, "main"));
        let name = if name.is_empty() { within } else { name };
        let found = self.lexicons.get(name)?["defs"].get(part)?;
        Some((name.to_owned(), found))
    }

    fn value(&mut self, within: &str, schema: &Value, value: &Value, name: &str) {
        let kind = schema["type"].as_str().unwrap_or_default();
        let value = &typed(value, Some(kind));
        match kind {
            "ref" => self.referred(within, schema["ref"].as_str().unwrap_or_default(), value, name),
            "union" => self.union(within, schema, value, name),
            "object" | "params" => self.fields(within, schema, value, name),
            "array" => match value.as_array() {
                None => self.wrong.push(format!("{name} is no list")),
                Some(list) => {
                    self.bounds(schema, list.len(), "maxLength", "minLength", name);
                    for item in list {
                        self.value(within, &schema["items"], item, name);
                    }
                }
            },
            "string" => match value.as_str() {
                None => self.wrong.push(format!("{name} is {value}, no text")),
                Some(text) => self.text(schema, text, name),
            },
            "integer" => match value.as_i64() {
                None => self.wrong.push(format!("{name} is {value}, no number")),
                Some(number) => {
                    let (least, most) = (schema["minimum"].as_i64().unwrap_or(i64::MIN), schema["maximum"].as_i64().unwrap_or(i64::MAX));
                    if !(least..=most).contains(&number) {
                        self.wrong.push(format!("{name} is {number}, not from {least} to {most}"));
                    }
                }
            },
            "boolean" if !value.is_boolean() => self.wrong.push(format!("{name} is {value}, neither true nor false")),
            "blob" => self.blob(schema, value, name),
            "cid-link" if !value["$link"].is_string() => self.wrong.push(format!("{name} is no link")),
            _ => {}
        }
    }

    fn referred(&mut self, within: &str, reference: &str, value: &Value, name: &str) {
        match self.find(within, reference).map(|(within, schema)| (within, schema.clone())) {
            None => self.wrong.push(format!("{name}: {reference} is not described")),
            // A token is a word of its own.
            Some((_, schema)) if schema["type"] == "token" => {}
            Some((within, schema)) => self.value(&within, &schema, value, name),
        }
    }

    fn union(&mut self, within: &str, schema: &Value, value: &Value, name: &str) {
        let told = value["$type"].as_str().unwrap_or_default();
        let whole = |reference: &str| {
            let reference = if reference.starts_with('#') { format!("{within}{reference}") } else { reference.to_owned() };
            reference.trim_start_matches("lex:").trim_end_matches("#main").to_owned()
        };
        let listed = schema["refs"].as_array().into_iter().flatten().filter_map(Value::as_str).any(|reference| whole(reference) == told);
        if listed { self.referred(within, told, value, told) } else { self.wrong.push(format!("{name} can't be {told:?}")) }
    }

    fn fields(&mut self, within: &str, schema: &Value, value: &Value, name: &str) {
        let Some(fields) = value.as_object() else { return self.wrong.push(format!("{name} is {value}, no object")) };
        for (field, given) in fields.iter().filter(|(field, _)| *field != "$type") {
            let nullable = schema["nullable"].as_array().is_some_and(|names| names.iter().any(|name| name == field));
            match schema["properties"].get(field) {
                None => self.wrong.push(format!("{name} has no field that is called {field}")),
                Some(_) if given.is_null() && nullable => {}
                Some(described) => self.value(within, described, given, field),
            }
        }
        for field in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(field) {
                self.wrong.push(format!("{name} lacks {field}"));
            }
        }
    }

    fn text(&mut self, schema: &Value, text: &str, name: &str) {
        self.bounds(schema, text.len(), "maxLength", "minLength", name);
        self.bounds(schema, text.graphemes(true).count(), "maxGraphemes", "minGraphemes", name);
        if schema["enum"].as_array().is_some_and(|words| !words.iter().any(|word| word == text)) {
            self.wrong.push(format!("{name} can't be {text:?}"));
        }
        self.format(schema["format"].as_str().unwrap_or_default(), text, name);
    }

    fn bounds(&mut self, schema: &Value, length: usize, most: &str, least: &str, name: &str) {
        let bound = |name: &str| schema[name].as_u64().and_then(|bound| usize::try_from(bound).ok());
        if bound(most).is_some_and(|most| length > most) || bound(least).is_some_and(|least| length < least) {
            self.wrong.push(format!("{name} has a length of {length}, against {most} {} and {least} {}", schema[most], schema[least]));
        }
    }

    fn format(&mut self, format: &str, text: &str, name: &str) {
        let fits = match format {
            "did" => text.starts_with("did:") && text.split(':').count() >= 3,
            "handle" => text.contains('.') && !text.contains(['@', ':', '/']),
            "at-identifier" => text.starts_with("did:") || text.contains('.') && !text.contains(['@', '/']),
            "at-uri" => text.starts_with("at://") && text.len() > 5,
            "cid" => text.len() > 20 && text.chars().all(|c| c.is_ascii_alphanumeric()),
            "tid" => text.len() == 13 && text.chars().all(|c| c.is_ascii_lowercase() || ('2'..='7').contains(&c)),
            "record-key" => (1..=512).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || "._:~-".contains(c)),
            "nsid" => text.split('.').count() >= 3,
            "datetime" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
            "language" => text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && text.len() >= 2,
            "uri" => url::Url::parse(text).is_ok(),
            _ => true,
        };
        if !fits {
            self.wrong.push(format!("{name} is {text:?}, no {format}"));
        }
    }

    fn blob(&mut self, schema: &Value, value: &Value, name: &str) {
        let (size, kind) = (value["size"].as_u64(), value["mimeType"].as_str().unwrap_or_default());
        if value["$type"] != "blob" || !value["ref"]["$link"].is_string() || size.is_none() {
            return self.wrong.push(format!("{name} is {value}, no blob"));
        }
        if schema["maxSize"].as_u64() < size && !schema["maxSize"].is_null() {
            self.wrong.push(format!("{name} has {size:?} bytes, over {}", schema["maxSize"]));
        }
        let taken =
            |pattern: &str| pattern == "*/*" || pattern == kind || pattern.strip_suffix('*').is_some_and(|start| kind.starts_with(start));
        if !schema["accept"].as_array().is_none_or(|accepted| accepted.iter().filter_map(Value::as_str).any(taken)) {
            self.wrong.push(format!("{name} is of {kind:?}, not of {}", schema["accept"]));
        }
    }
}
