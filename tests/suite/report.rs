//! The report: from facts to files, whose counts agree and in which nothing foreign acts.

mod sample;
mod tab;

use ronde::domain::facts::{Facts, Section};
use ronde::domain::metric::Formula;
use ronde::domain::reading::Metric;
use ronde::domain::report::{Format, Report};
use ronde::domain::text::SafeText;
use ronde::lang::{Lang, Texts};
use ronde::report;

fn build(now: &Facts, lang: Lang) -> Report {
    Report::build(&sample::brand(), now, &sample::before(), sample::made(), false, lang)
}

fn written(report: &Report, format: Format) -> String {
    said(report, format, &Texts::load())
}

fn said(report: &Report, format: Format, texts: &Texts) -> String {
    String::from_utf8(report::write(report, format, texts).expect("the report is written")).expect("it is UTF-8")
}

/// The rows of the CSV form, as a program reads them.
fn table(report: &Report, texts: &Texts) -> Vec<Vec<String>> {
    let text = said(report, Format::Csv, texts);
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets need the mark").to_owned();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// The column `column` of the brand's row for `code`.
fn cell(rows: &[Vec<String>], code: &str, column: &str) -> String {
    let place = report::csv::COLUMNS.iter().position(|name| *name == column).expect("a column");
    rows.iter().find(|row| row[1] == code && row[3].is_empty()).unwrap_or_else(|| panic!("a row for {code}"))[place].clone()
}

fn nothing() -> Facts {
    let now = sample::now();
    Facts {
        accounts: vec![],
        posts: vec![],
        messages: vec![],
        first_answers: vec![],
        within: vec![],
        resolutions: vec![],
        by_hour: vec![[0; 24]; 7],
        by_day: vec![],
        tones: vec![],
        moderation: vec![],
        replies_sent: 0,
        unclear: 0,
        sweeps: vec![],
        sweep_seconds: vec![],
        highlights: vec![],
        oldest_open: None,
        texts: vec![],
        ..now
    }
}

#[test]
fn a_report_reads_well_in_both_languages() {
    for lang in Lang::ALL {
        let report = build(&sample::now(), lang);
        insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(format!("report_{}", lang.code()), written(&report, Format::Markdown));
            insta::assert_snapshot!(format!("report_mail_{}", lang.code()), report::summary(&report, &Texts::load()));
        });
    }
}

#[test]
fn the_counts_of_the_three_forms_are_those_of_the_facts() {
    let facts = sample::now();
    let received: u32 = facts.messages.iter().map(|messages| messages.received).sum();
    let interactions: u64 = facts
        .posts
        .iter()
        .flat_map(|post| &post.figures)
        .filter(|(metric, _)| matches!(metric, Metric::Likes | Metric::Comments | Metric::Shares | Metric::Saves))
        .map(|(_, value)| value)
        .sum();
    let report = build(&facts, Lang::En);
    let rows = table(&report, &Texts::load());
    assert_eq!(cell(&rows, "received", "value"), received.to_string());
    assert_eq!(cell(&rows, "interactions", "value"), interactions.to_string());
    assert_eq!(cell(&rows, "replies", "value"), facts.replies_sent.to_string());
    assert_eq!(cell(&rows, "posts", "value"), facts.posts.len().to_string());
    let kinds: u32 = rows.iter().filter(|row| row[1].starts_with("received-")).map(|row| row[5].parse::<u32>().expect("a count")).sum();
    assert_eq!(kinds, received);
    let (markdown, html) = (written(&report, Format::Markdown), written(&report, Format::Html));
    for (name, value) in
        [("Messages received", "412"), ("Interactions", "2,256"), ("Answers sent from Ronde", "247"), ("Posts published", "12")]
    {
        assert!(
            markdown.lines().any(|line| line.starts_with(&format!("| {name}")) && line.contains(&format!("| {value} |"))),
            "{name} in Markdown"
        );
        assert!(
            html.lines().any(|line| line.contains(&format!(">{name}</a>")) && line.contains(&format!("<td>{value}</td>"))),
            "{name} in HTML"
        );
    }
}

#[test]
fn a_rate_can_be_recomputed_from_the_table() {
    let rows = table(&build(&sample::now(), Lang::Fr), &Texts::load());
    for code in ["er-r", "resp", "sla", "ctr"] {
        let number = |column| cell(&rows, code, column).parse::<f64>().expect("a number");
        assert!((number("numerator") / number("denominator") - number("value")).abs() < 1e-5, "{code}");
    }
}

/// What a stranger might write, in every field that a stranger or a typing error can reach.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</style><script src=//evil.example/x.js></script>",
    "</title></head><body onload=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![x](https://evil.example/p.png)",
    "<https://evil.example> https://evil.example www.evil.example a@evil.example",
    "{{ 7*7 }}{% for x in doc %}{{ x }}{% endfor %}",
    "=HYPERLINK(\"https://evil.example\",\"ok\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\n=1+1;=1+1",
    "\r\n# Injected\r\n- item\r\n> quote\n---\n",
    "| a | b |\n|---|---|",
    "```\ncode\n```",
    "\u{1b}]0;pwned\u{7}\u{1b}[31m\u{202e}gnp.exe",
    "<!-- --> &lt;b&gt; <a href=\"https://evil.example\">x</a>",
];

/// The sample with `text` wherever a text can stand.
fn poisoned(text: &str) -> Report {
    let mut facts = sample::now();
    let text = SafeText::clean(text);
    for account in &mut facts.accounts {
        account.handle = text.clone();
        account.network = ronde::domain::account::Network::Other;
        for reading in account.readings.iter_mut().filter(|reading| !reading.definition.is_blank()) {
            reading.definition = SafeText::clean(&format!("{text}{}", reading.definition));
        }
    }
    for post in &mut facts.posts {
        post.title = text.clone();
        post.pillar = text.clone();
        post.url = Some(text.clone());
    }
    for kept in &mut facts.highlights {
        kept.text = text.clone();
        kept.author = text.clone();
    }
    facts.oldest_open = facts.oldest_open.map(|(_, at)| (text.clone(), at));
    facts.texts = Section::ALL.iter().map(|section| (*section, text.clone())).collect();
    let brand = ronde::domain::brand::Brand { name: text, ..sample::brand() };
    Report::build(&brand, &facts, &sample::before(), sample::made(), true, Lang::Fr)
}

/// The tags of a page with their attributes, as a browser would see them: quotes are honoured.
fn tags(html: &str) -> Vec<String> {
    let (mut tags, mut tag, mut quote, mut inside) = (vec![], String::new(), None, false);
    for c in html.chars() {
        match (inside, quote, c) {
            (false, _, '<') => inside = true,
            (true, None, '>') => {
                inside = false;
                tags.push(std::mem::take(&mut tag));
            }
            (true, None, '"' | '\'') => {
                quote = Some(c);
                tag.push(c);
            }
            (true, Some(open), _) if c == open => {
                quote = None;
                tag.push(c);
            }
            // Words between tags; and a value in quotes, which can name nothing.
            (false, ..) | (true, Some(_), _) => {}
            (true, None, _) => tag.push(c),
        }
    }
    tags
}

#[test]
fn hostile_text_does_nothing_in_html() {
    let clean: std::collections::BTreeSet<String> = tags(&written(&build(&sample::now(), Lang::Fr), Format::Html)).into_iter().collect();
    let known: std::collections::BTreeSet<&str> = clean.iter().filter_map(|tag| tag.split_whitespace().next()).collect();
    let texts = Texts::load();
    for text in HOSTILE {
        let html = said(&poisoned(text), Format::Html, &texts);
        assert!(html.contains("default-src 'none'"));
        for tag in tags(&html) {
            let name = tag.split_whitespace().next().unwrap_or_default();
            assert!(known.contains(name), "{text:?} made a tag <{tag}>");
            let attributes = tag.split_whitespace().skip(1).map(|attribute| attribute.split('=').next().unwrap_or_default());
            for attribute in attributes {
                assert!(!attribute.to_lowercase().starts_with("on"), "{text:?} made an attribute of <{tag}>");
                assert!(!matches!(attribute, "src" | "srcset" | "style" | "action" | "data"), "{text:?} made <{tag}>");
            }
        }
        assert!(
            !html.contains("href=\"http") && !html.contains("url(") && !html.contains("@import"),
            "{text:?} asks for something outside"
        );
        assert!(!html.contains('\u{1b}') && !html.contains('\u{202e}'), "{text:?}");
        assert!(!html.contains(">49<"), "{text:?} was run as a template");
    }
}

#[test]
fn hostile_text_makes_no_formula_in_csv() {
    let texts = Texts::load();
    for text in HOSTILE {
        for row in table(&poisoned(text), &texts) {
            for cell in &row {
                let number = cell.parse::<f64>().is_ok();
                for part in cell.split([';', '\t', '\n', '\r']) {
                    let start = part.trim_start_matches([' ', '"']);
                    assert!(number || !start.starts_with(['=', '+', '-', '@']), "{text:?} begins a cell: {cell:?}");
                }
            }
            assert_eq!(row.len(), report::csv::COLUMNS.len());
        }
    }
}

#[test]
fn hostile_text_makes_no_mark_up_in_markdown() {
    let clean = written(&build(&sample::now(), Lang::Fr), Format::Markdown);
    let headings = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    let texts = Texts::load();
    for text in HOSTILE {
        let markdown = said(&poisoned(text), Format::Markdown, &texts);
        // The demonstration badge adds no heading; two sections without charts may lose theirs.
        assert!(headings(&markdown) <= headings(&clean), "{text:?} made a heading");
        for live in ["://", "www.", "](", "```"] {
            let found = markdown.match_indices(live).any(|(place, _)| !markdown[..place].ends_with('\\'));
            assert!(!found, "{text:?} left {live:?}");
        }
        for (place, _) in markdown.match_indices('<') {
            assert!(markdown[..place].ends_with('\\'), "{text:?} left a tag");
        }
        for (place, _) in markdown.match_indices('@') {
            assert!(markdown[place + 1..].starts_with('\u{2060}'), "{text:?} left a live address");
        }
        for line in markdown.lines() {
            assert!(!line.starts_with("---") || line == "---", "{text:?} made a rule");
        }
    }
}

#[test]
fn the_page_runs_nothing_and_asks_for_nothing() {
    let html = written(&build(&sample::now(), Lang::Fr), Format::Html);
    assert!(!html.contains("<script") && !html.contains("http://") && !html.contains("https://") && !html.contains("<link"));
    assert_eq!(html.matches("<svg").count(), html.matches("<title id=").count(), "each chart has a title");
    assert_eq!(html.matches("<svg").count(), 7, "at most seven charts");
}

#[test]
fn an_empty_month_is_a_report_that_says_so() {
    for lang in Lang::ALL {
        let empty = nothing();
        let report = Report::build(&sample::brand(), &empty, &empty, sample::made(), false, lang);
        for format in Format::ALL {
            let text = written(&report, *format);
            assert!(!text.contains("NaN") && !text.contains("inf\n") && !text.contains('⟨'), "{format:?}: {text}");
        }
        let rate = report.line(Formula::ResponseRate).expect("a line");
        assert_eq!(rate.now.value, None, "unknown, not 0 and not 100");
        assert!(report.is_provisional());
    }
}

#[test]
fn every_text_exists_in_both_languages() {
    for lang in Lang::ALL {
        let report = build(&sample::now(), lang);
        for format in Format::ALL {
            assert!(!written(&report, *format).contains('⟨'), "a text is missing in {}", lang.code());
        }
        let texts = Texts::load();
        for formula in Formula::ALL {
            let voice = texts.voice(lang);
            assert!(
                !report::say::name(voice, *formula).contains('⟨') && !report::say::definition(voice, *formula).contains('⟨'),
                "{formula:?}"
            );
        }
    }
}

#[test]
fn the_same_facts_give_the_same_fingerprint_and_others_do_not() {
    let (one, again) = (build(&sample::now(), Lang::Fr), build(&sample::now(), Lang::En));
    assert_eq!(one.fingerprint, again.fingerprint);
    let mut facts = sample::now();
    facts.replies_sent += 1;
    assert_ne!(one.fingerprint, build(&facts, Lang::Fr).fingerprint);
}

#[test]
fn the_summary_is_ten_lines_at_most() {
    for lang in Lang::ALL {
        let mut facts = sample::now();
        facts.texts = vec![(Section::Essentials, "ligne\n".repeat(40).as_str().into())];
        assert!(report::summary(&build(&facts, lang), &Texts::load()).lines().count() <= 10);
    }
}

#[test]
fn no_sum_and_no_change_crosses_a_change_of_definition() {
    let report = build(&sample::now(), Lang::Fr);
    let instagram = &report.accounts[0];
    let views = instagram.line(Formula::Views).expect("a line");
    assert_eq!(views.now.days.known, 13, "only the days since the change");
    assert_eq!(views.before.value, None);
    assert_eq!(views.change.shift, None);
    assert_eq!(report.breaks.len(), 1);
}

#[test]
fn a_file_is_named_after_month_and_brand() {
    let texts = Texts::load();
    assert_eq!(report::file_name(&build(&sample::now(), Lang::Fr), Format::Html, &texts), "2026-10_cafe-lumen_rapport.html");
    assert_eq!(report::file_name(&build(&sample::now(), Lang::En), Format::Csv, &texts), "2026-10_cafe-lumen_report.csv");
}
