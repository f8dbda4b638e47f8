//! The HTML form: one file that asks for nothing outside, runs nothing and prints on A4.
//!
//! The template escapes every text; the one thing it takes as it is are our own drawings.

use super::WriteError;
use super::chart::svg;
use super::document::{Block, Document};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

/// The template.
const TEMPLATE: &str = include_str!("../../assets/report/report.html");
/// The style, which stands within the page.
const STYLE: &str = include_str!("../../assets/report/report.css");

/// Writes a document.
pub fn write(document: &Document) -> Result<String, WriteError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    let charts: Vec<Vec<Value>> =
        document.chapters.iter().enumerate().map(|(place, chapter)| drawings(&chapter.blocks, place * 100)).collect();
    let style = Value::from_safe_string(STYLE.to_owned());
    Ok(environment.render_str(TEMPLATE, context! { doc => Serde(document), charts, style })?)
}

/// The drawing of each block that has one, in the places of the blocks.
fn drawings(blocks: &[Block], first: usize) -> Vec<Value> {
    let draw = |(place, block): (usize, &Block)| match block {
        Block::Chart(chart) => Value::from_safe_string(svg::draw(chart, first + place)),
        Block::Heading { .. } | Block::Note { .. } | Block::List { .. } | Block::Table(_) | Block::Quotes { .. } => Value::from(""),
    };
    blocks.iter().enumerate().map(draw).collect()
}
