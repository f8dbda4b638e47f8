//! Requests held against an `OpenAPI` document: path, verb, parameters and body, by the part of its schemas
//! that the document uses.
//!
//! Servers take a form where JSON is described: its fields are held against the same names.

use super::super::wire::{Asked, Content};
use super::{object, typed};
use serde_json::{Value, json};

/// What is wrong with a request.
pub fn violations(document: &Value, asked: &Asked) -> Vec<String> {
    let paths = document["paths"].as_object().expect("a document has paths");
    let mut found = paths.iter().filter(|(pattern, _)| matches(pattern, &asked.path)).collect::<Vec<_>>();
    // `/statuses/{id}` must not hide a path without a variable.
    found.sort_by_key(|(pattern, _)| pattern.matches('{').count());
    let Some((_, path)) = found.first() else { return vec!["there is no such call".to_owned()] };
    let Some(call) = path.get(asked.method.to_lowercase()) else { return vec![format!("{} is not described", asked.method)] };
    let mut wrong = Vec::new();
    parameters(document, call, asked, &mut wrong);
    body(document, call, asked, &mut wrong);
    wrong
}

fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern.iter().zip(&path).all(|(part, given)| part == given || part.starts_with('{') && !given.is_empty())
}

fn parameters(document: &Value, call: &Value, asked: &Asked, wrong: &mut Vec<String>) {
    let described: Vec<&Value> = call["parameters"].as_array().map(|all| all.iter().collect()).unwrap_or_default();
    let of = |place: &str, name: &str| {
        let same = |parameter: &&&Value| {
            parameter["in"] == place && parameter["name"].as_str().is_some_and(|told| told.trim_end_matches("[]") == name)
        };
        described.iter().find(same).map(|parameter| &parameter["schema"])
    };
    let given = object(&asked.query, |name| of("query", name).is_some_and(|schema| kind(document, schema) == Some("array")));
    for (name, value) in given.as_object().into_iter().flatten() {
        match of("query", name) {
            None => wrong.push(format!("no parameter is called {name}")),
            Some(schema) => check(document, schema, value, name, wrong),
        }
    }
    if let (Some(key), Some(schema)) = (asked.header("idempotency-key"), of("header", "Idempotency-Key")) {
        check(document, schema, &json!(key), "Idempotency-Key", wrong);
    } else if asked.header("idempotency-key").is_some() {
        wrong.push("no Idempotency-Key is described".to_owned());
    }
    for parameter in described.iter().filter(|parameter| parameter["required"] == true && parameter["in"] == "query") {
        let name = parameter["name"].as_str().unwrap_or_default();
        if given.get(name.trim_end_matches("[]")).is_none() {
            wrong.push(format!("the parameter {name} is missing"));
        }
    }
}

fn body(document: &Value, call: &Value, asked: &Asked, wrong: &mut Vec<String>) {
    let described = &call["requestBody"]["content"];
    let kinds: Vec<&str> = described.as_object().map(|kinds| kinds.keys().map(String::as_str).collect()).unwrap_or_default();
    let schema = kinds.first().map(|kind| resolve(document, &described[*kind]["schema"]));
    let is_list = |name: &str| {
        let all: Vec<&Value> = schema.into_iter().flat_map(|schema| alternatives(document, schema)).collect();
        all.iter().any(|schema| property(document, schema, name).is_some_and(|field| kind(document, field) == Some("array")))
    };
    let given = match asked.content() {
        Content::Nothing if call["requestBody"]["required"] == true => return wrong.push("there is no body".to_owned()),
        Content::Nothing => return,
        Content::Form(fields) => object(&fields, is_list),
        Content::Json(json) => json,
        Content::Parts(parts) if kinds.contains(&"multipart/form-data") => object(
            &parts
                .into_iter()
                .map(|(name, file, bytes)| (name, file.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned())))
                .collect(),
            is_list,
        ),
        Content::Parts(_) => return wrong.push("no form with files is described".to_owned()),
        Content::Bytes(kind, _) => return wrong.push(format!("a body of {kind:?}")),
    };
    match schema {
        None => wrong.push("no body is described".to_owned()),
        Some(schema) => check(document, schema, &given, "the body", wrong),
    }
}

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(to) => resolve(document, document.pointer(to.trim_start_matches('#')).expect("a reference leads somewhere")),
        None => schema,
    }
}

fn kind<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a str> {
    let schema = resolve(document, schema);
    // In a document of version 3.1 a type may be a list: `["string", "null"]`.
    schema["type"].as_str().or_else(|| schema["type"].as_array()?.iter().filter_map(Value::as_str).find(|kind| *kind != "null"))
}

/// The schemas of which a value follows one.
fn alternatives<'a>(document: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let schema = resolve(document, schema);
    match schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
        Some(all) => all.iter().map(|schema| resolve(document, schema)).collect(),
        None => vec![schema],
    }
}

/// The parts that a schema is put together from.
fn parts<'a>(document: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let schema = resolve(document, schema);
    let mut all = vec![schema];
    all.extend(schema["allOf"].as_array().into_iter().flatten().flat_map(|part| parts(document, part)));
    all
}

fn property<'a>(document: &'a Value, schema: &'a Value, name: &str) -> Option<&'a Value> {
    parts(document, schema).into_iter().find_map(|part| part["properties"].get(name))
}

fn check(document: &Value, schema: &Value, value: &Value, name: &str, wrong: &mut Vec<String>) {
    let tried = alternatives(document, schema).into_iter().map(|schema| {
        let mut wrong = Vec::new();
        check_one(document, schema, value, name, &mut wrong);
        wrong
    });
    // Of several alternatives, the one that is nearest to what was meant.
    wrong.extend(tried.min_by_key(Vec::len).unwrap_or_default());
}

fn check_one(document: &Value, schema: &Value, value: &Value, name: &str, wrong: &mut Vec<String>) {
    let kind = kind(document, schema).unwrap_or(if parts(document, schema).iter().any(|part| part["properties"].is_object()) {
        "object"
    } else {
        ""
    });
    let value = &typed(value, Some(kind));
    let fits = match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => true,
    };
    if !fits {
        return wrong.push(format!("{name} is {value}, not of the type {kind}"));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        wrong.push(format!("{name} can't be {value}"));
    }
    for (field, given) in value.as_object().into_iter().flatten() {
        match property(document, schema, field) {
            None => wrong.push(format!("no field is called {field}")),
            Some(described) => check(document, described, given, field, wrong),
        }
    }
    if value.is_object() {
        let required = parts(document, schema).into_iter().flat_map(|part| part["required"].as_array().into_iter().flatten());
        for field in required.filter_map(Value::as_str).filter(|field| value.get(field).is_none()) {
            wrong.push(format!("the field {field} is missing"));
        }
    }
    for item in value.as_array().into_iter().flatten() {
        check(document, &schema["items"], item, name, wrong);
    }
}
