//! Figures of exchanges: how many messages needed an answer, how many had one, and how fast.
//!
//! What waits stays in the denominator (rule H11).

use super::super::brand::Targets;
use super::super::facts::{Facts, MessageFacts, WithinFacts};
use super::super::message::{MessageKind, Tone};
use super::tally::{number, quantile, whole};
use super::{Cover, Figure, Formula, Origin};

/// Messages of a kind that needed an answer: received, less set aside; spam never does.
#[must_use]
pub fn needing(messages: &MessageFacts) -> u32 {
    if messages.kind == MessageKind::Spam { 0 } else { messages.received.saturating_sub(messages.set_aside) }
}

/// How many messages of each kind were answered within its target, given the working seconds of each first answer.
///
/// Spam needs no answer. A kind of which nothing needed one is left out.
#[must_use]
pub fn within(targets: &Targets, messages: &[MessageFacts], answers: impl Iterator<Item = (MessageKind, i64)>) -> Vec<WithinFacts> {
    let mut found: Vec<WithinFacts> = messages
        .iter()
        .filter_map(|facts| targets.minutes(facts.kind).map(|minutes| (facts, minutes)))
        .map(|(facts, minutes)| WithinFacts { kind: facts.kind, minutes, needing: needing(facts), answered: 0 })
        .filter(|within| within.needing > 0)
        .collect();
    for (kind, seconds) in answers {
        let within = found.iter_mut().find(|within| within.kind == kind && seconds <= i64::from(within.minutes) * 60);
        if let Some(within) = within {
            // One answered and then set aside is no longer among those that need an answer.
            within.answered = (within.answered + 1).min(within.needing);
        }
    }
    found
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

    /// Answered within the target of their type by needing an answer, over the types that have a target; unknown
    /// where none has.
    #[must_use]
    pub fn within_target(&self) -> Figure {
        let sum = |of: fn(&WithinFacts) -> u32| self.facts.within.iter().map(|within| u64::from(of(within))).sum::<u64>();
        let all = sum(|within| within.needing);
        let quick = sum(|within| within.answered);
        self.told(Figure::ratio(Formula::WithinTarget, number(quick), number(all), 1.0).resting_on(all))
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
    fn v2_and_v13_are_told_as_medians_and_ninth_deciles_of_working_time() {
        let told = |hours: &[f64]| {
            #[expect(clippy::cast_possible_truncation, reason = "hours of the vectors, in seconds")]
            let seconds = hours.iter().map(|hours| (hours * 3_600.0).round() as i64).collect();
            let facts = Facts { first_answers: seconds, ..nothing("2026-10-01") };
            let answers = Answers::new(&facts, 31);
            (answers.median().value.map(|value| value / 3_600.0), answers.ninth_decile().value.map(|value| value / 3_600.0))
        };
        assert_eq!(told(&[0.17, 0.75, 2.0, 20.0, 0.88]).0, Some(0.88));
        assert_eq!(told(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]), (Some(5.5), Some(9.1)));
    }

    #[test]
    fn a_target_is_that_of_the_type_else_the_common_one_and_none_makes_the_share_unknown() {
        let kinds = vec![
            messages(MessageKind::Question, 10, 0, 8),
            messages(MessageKind::Complaint, 4, 0, 4),
            messages(MessageKind::Spam, 9, 9, 0),
        ];
        let answers = || {
            [
                (MessageKind::Question, 7_200),
                (MessageKind::Question, 7_201),
                (MessageKind::Complaint, 3_600),
                (MessageKind::Complaint, 3_601),
            ]
            .into_iter()
        };
        let share = |targets: &[(MessageKind, u32)]| {
            let targets = Targets(targets.iter().copied().collect());
            let facts = Facts { within: within(&targets, &kinds, answers()), messages: kinds.clone(), ..nothing("2026-10-01") };
            let figure = Answers::new(&facts, 31).within_target();
            (figure.numerator, figure.denominator, figure.value)
        };
        assert_eq!(share(&[]), (Some(0.0), Some(0.0), None));
        assert_eq!(share(&[(MessageKind::Complaint, 60)]), (Some(1.0), Some(4.0), Some(0.25)));
        assert_eq!(share(&[(MessageKind::Complaint, 60), (MessageKind::Unsorted, 120)]), (Some(2.0), Some(14.0), Some(2.0 / 14.0)));
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
            first_answers: vec![60, 3_600, 14_400, 14_401, 90_000],
            ..nothing("2026-10-01")
        };
        let targets = Targets([(MessageKind::Complaint, 240)].into());
        let spans = facts.first_answers.iter().map(|seconds| (MessageKind::Complaint, *seconds));
        let facts = Facts { within: within(&targets, &facts.messages, spans), ..facts };
        let answers = Answers::new(&facts, 31);
        assert_eq!(answers.response_rate().value, Some(0.5));
        assert_eq!(answers.within_target().value, Some(0.3));
        assert_eq!(answers.median().value, Some(14_400.0));
        assert_eq!(answers.resolution().value, None, "nothing was delegated: unknown, not 0");
    }
}
