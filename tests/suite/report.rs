//! The report: from facts to files, whose counts agree and in which nothing foreign acts.

mod sample;

use ronde::domain::facts::{Facts, Section};
use ronde::domain::highlight::HighlightKind;
use ronde::domain::metric::Formula;
use ronde::domain::report::{Format, Report};
use ronde::lang::{Lang, Texts};
use ronde::report;

fn build(now: &Facts, lang: Lang) -> Report {
    Report::build(&sample::brand(), now, &sample::before(), sample::made(), false, lang)
}

fn written(report: &Report, format: Format) -> String {
    String::from_utf8(report::write(report, format, &Texts::load()).expect("the report is written")).expect("it is UTF-8")
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
fn look() {
    for lang in Lang::ALL {
        let report = build(&sample::now(), lang);
        for format in Format::ALL {
            std::fs::write(format!("/tmp/look/{}", report::file_name(&report, *format, &Texts::load())), written(&report, *format))
                .expect("w");
        }
    }
}
