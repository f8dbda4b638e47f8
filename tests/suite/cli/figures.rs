//! Figures: typed, listed, doubted.

use super::Home;

#[test]
fn figures_are_written_and_not_available_is_no_zero() {
    let home = Home::with_account();
    home.does(&["log", "--day", "2026-11-21", "@cafelumen", "followers=844", "reach=na"]);
    let readings = home.json(&["readings"])["readings"].clone();
    let value =
        |metric: &str| readings.as_array().and_then(|all| all.iter().find(|one| one["metric"] == metric)).map(|one| one["value"].clone());
    assert_eq!(value("followers"), Some(844.into()));
    assert_eq!(value("reach"), Some(serde_json::Value::Null));
    assert!(home.does(&["readings", "--lang", "fr"]).contains("non disponible"));
}

#[test]
fn an_unlikely_figure_is_kept_back_until_it_is_confirmed() {
    let home = Home::with_account();
    home.does(&["log", "--day", "2026-11-21", "instagram", "followers=844"]);
    let ran = home.run(&["log", "instagram", "followers=8700"]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("8,700") && ran.err.contains("--yes"), "{}", ran.err);
    assert_eq!(home.json(&["readings"])["readings"].as_array().map(Vec::len), Some(1));
    home.does(&["log", "instagram", "followers=8700", "--yes"]);
    assert_eq!(home.json(&["readings"])["readings"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_day_to_come_and_an_unknown_metric_are_refused() {
    let home = Home::with_account();
    assert_eq!(home.run(&["log", "--day", "2026-12-01", "1", "followers=1"]).code, 2);
    let ran = home.run(&["log", "1", "fans=1"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("followers, reach"), "{}", ran.err);
}
