//! Figures of exchanges: how many messages needed an answer, how many had one, and how fast.
//!
//! What waits stays in the denominator (rule H11).

use super::super::facts::{Facts, MessageFacts};
use super::super::message::{MessageKind, Tone};
use super::tally::{number, quantile, whole};
use super::{Cover, Figure, Formula, Origin};

/// The working time within which an answer is wished.
pub const TARGET: i64 = 4 * 3_600;

/// Messages of a kind that needed an answer: received, less set aside; spam never does.
#[must_use]
pub fn needing(messages: &MessageFacts) -> u32 {
    if messages.kind == MessageKind::Spam { 0 } else { messages.received.saturating_sub(messages.set_aside) }
}

/// The exchanges of a period of `days` days.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    facts: &'a Facts,
    days: usize,
}

impl<'a> Answers<'a> {
    /// Reads the exchanges of `facts`.
    #[must_use]
    pub const fn new(facts: &'a Facts, days: usize) -> Self {
        Self { facts, days }
    }

    fn told(&self, figure: Figure) -> Figure {
        figure.from_origin(Origin::Journal).covering(Cover::new(self.days, self.days), Cover::default())
    }

    fn total(&self, of: impl Fn(&MessageFacts) -> u32) -> u64 {
        self.facts.messages.iter().map(|messages| u64::from(of(messages))).sum()
    }

    fn count(&self, formula: Formula, of: impl Fn(&MessageFacts) -> u32) -> Figure {
        self.told(Figure::count(formula, self.total(of)))
    }

    /// Messages received.
    #[must_use]
    pub fn received(&self) -> Figure {
        self.count(Formula::Received, |messages| messages.received)
    }

    /// Those that needed an answer.
    #[must_use]
    pub fn needing(&self) -> Figure {
        self.count(Formula::Needing, needing)
    }

    /// Those that had one.
    #[must_use]
    pub fn answered(&self) -> Figure {
        self.count(Formula::Answered, answered)
    }

    /// Those that were delegated.
    #[must_use]
    pub fn delegated(&self) -> Figure {
        self.count(Formula::Delegated, |messages| messages.delegated)
    }

    /// Answers that left from Ronde.
    #[must_use]
    pub fn replies(&self) -> Figure {
        self.told(Figure::count(Formula::RepliesSent, u64::from(self.facts.replies_sent)))
    }

    /// Answered by needing an answer; a delegated message counts when it was answered.
    #[must_use]
    pub fn response_rate(&self) -> Figure {
        let all = self.total(needing);
        self.told(Figure::ratio(Formula::ResponseRate, number(self.total(answered)), number(all), 1.0).resting_on(all))
    }

    /// Answered within [`TARGET`] by needing an answer.
    #[must_use]
    pub fn within_target(&self) -> Figure {
        let all = self.total(needing);
        let quick = self.facts.first_answers.iter().filter(|seconds| **seconds <= TARGET).count() as u64;
        self.told(Figure::ratio(Formula::WithinTarget, number(quick.min(all)), number(all), 1.0).resting_on(all))
    }

    /// The median working time to the first answer.
    #[must_use]
    pub fn median(&self) -> Figure {
        self.time(Formula::MedianAnswer, &self.facts.first_answers, 0.5)
    }

    /// The ninth decile of the same.
    #[must_use]
    pub fn ninth_decile(&self) -> Figure {
        self.time(Formula::LateAnswer, &self.facts.first_answers, 0.9)
    }

    /// The median working time to the end of what was delegated.
    #[must_use]
    pub fn resolution(&self) -> Figure {
        self.time(Formula::Resolution, &self.facts.resolutions, 0.5)
    }

    fn time(&self, formula: Formula, seconds: &[i64], p: f64) -> Figure {
        let values: Vec<f64> = seconds.iter().map(|seconds| number(seconds.unsigned_abs())).collect();
        let figure = Figure { value: quantile(&values, p), ..Figure::unknown(formula) };
        self.told(figure.resting_on(values.len() as u64))
    }

    /// The net tone of the rated messages, −100 to +100.
    #[must_use]
    pub fn net_tone(&self) -> Figure {
        let of =
            |wanted: Tone| self.facts.tones.iter().filter(|(tone, _)| *tone == wanted).map(|(_, count)| f64::from(*count)).sum::<f64>();
        let (up, flat, down) = (of(Tone::Positive), of(Tone::Neutral), of(Tone::Negative));
        let all = up + flat + down;
        self.told(Figure::ratio(Formula::NetTone, up - down, all, 100.0).resting_on(whole(all)))
    }
}

fn answered(messages: &MessageFacts) -> u32 {
    if messages.kind == MessageKind::Spam { 0 } else { messages.answered.min(needing(messages)) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::time::Period;
    use crate::lang::{Lang, format};

    /// Facts of a month in which nothing happened.
    pub(crate) fn nothing(month: &str) -> Facts {
        Facts {
            period: Period::month_of(month.parse().expect("a day")),
            accounts: vec![],
            posts: vec![],
            messages: vec![],
            first_answers: vec![],
            resolutions: vec![],
            by_hour: vec![[0; 24]; 7],
            by_day: vec![],
            tones: vec![],
            moderation: vec![],
            replies_sent: 0,
            unclear: 0,
            sweeps: vec![],
            highlights: vec![],
            oldest_open: None,
            texts: vec![],
        }
    }

    fn messages(kind: MessageKind, received: u32, set_aside: u32, answered: u32) -> MessageFacts {
        MessageFacts { kind, received, set_aside, answered, delegated: 0, delegated_done: 0, waiting: received - set_aside - answered }
    }

    #[test]
    fn v12_what_needs_no_answer_is_outside_the_rate() {
        let facts = Facts {
            messages: vec![messages(MessageKind::Question, 282, 14, 252), messages(MessageKind::Spam, 130, 120, 0)],
            ..nothing("2026-10-01")
        };
        let answers = Answers::new(&facts, 31);
        assert_eq!(answers.received().value, Some(412.0));
        assert_eq!(answers.needing().value, Some(268.0));
        let rate = answers.response_rate();
        assert_eq!((rate.numerator, rate.denominator), (Some(252.0), Some(268.0)));
        assert_eq!(format::percent(Lang::Fr, rate.value.expect("a rate")), "94,0\u{202f}%");
    }

    #[test]
    fn v3_and_v15_the_net_tone_counts_the_neutral_below_the_line() {
        let net = |up, flat, down| {
            let tones = vec![(Tone::Positive, up), (Tone::Neutral, flat), (Tone::Negative, down), (Tone::Unrated, 999)];
            Answers::new(&Facts { tones, ..nothing("2026-10-01") }, 31).net_tone()
        };
        assert_eq!(format::decimal(Lang::En, net(800, 550, 150).value.expect("a score"), 1), "43.3");
        let week = net(31, 12, 9);
        assert_eq!(format::decimal(Lang::En, week.value.expect("a score"), 1), "42.3");
        assert_eq!(format::decimal(Lang::En, week.value.expect("a score"), 0), "42");
        assert_eq!(week.n, 52);
    }

    #[test]
    fn h11_what_waits_lowers_the_rates() {
        let facts = Facts {
            messages: vec![messages(MessageKind::Complaint, 10, 0, 5)],
            first_answers: vec![60, 3_600, TARGET, TARGET + 1, 90_000],
            ..nothing("2026-10-01")
        };
        let answers = Answers::new(&facts, 31);
        assert_eq!(answers.response_rate().value, Some(0.5));
        assert_eq!(answers.within_target().value, Some(0.3));
        assert_eq!(answers.median().value, Some(14_400.0));
        assert_eq!(answers.resolution().value, None, "nothing was delegated: unknown, not 0");
    }
}
