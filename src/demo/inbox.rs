//! The sweeps of the demo: what came in is pulled, and each message gets its outcome.

use super::agenda::{Agenda, Scene};
use super::bank::{Bank, desk};
use super::calendar::{self, day, instant};
use super::cast::Role;
use super::chance::Chance;
use super::file::File;
use super::public::{Fate, Planned, invent_all};
use super::queue::Queue;
use super::{Stage, cast};
use crate::app::effect::{ActName, Classify, Job, Page, Stream};
use crate::app::event::Reply;
use crate::app::trouble::Trouble;
use crate::domain::account::{Access, Account, Network};
use crate::domain::conversation::Turn;
use crate::domain::message::{Channel, Incoming, MessageKind, MessageState, Own, Tone, Visibility};
use crate::domain::person::PersonKind;
use crate::domain::query::{Anchor, Ask, Query, View};
use crate::domain::sweep::Slot;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::domain::{MessageId, PersonId, SweepId};
use crate::lang::Lang;
use chrono::{Datelike, Duration, Weekday};
use std::collections::BTreeMap;

/// The messages of the three months and what became of them so far.
pub(super) struct Inbox {
    messages: Vec<Planned>,
    known: BTreeMap<MessageId, usize>,
    persons: BTreeMap<SafeText, PersonId>,
    bank: Bank,
}

impl Inbox {
    pub(super) fn new(lang: Lang, chance: &mut Chance, agenda: &mut Agenda) -> Self {
        let messages = invent_all(lang, chance);
        plan_sweeps(chance, agenda);
        Self { messages, known: BTreeMap::new(), persons: BTreeMap::new(), bank: Bank::read(lang) }
    }

    /// The handles of all who write, with their network.
    pub(super) fn writers(&self) -> impl Iterator<Item = (Network, &str)> {
        self.messages.iter().map(|message| (message.network, message.somebody.handle.as_str()))
    }

    /// One round.
    #[expect(clippy::too_many_arguments, reason = "a sweep is played by the whole stage")]
    pub(super) fn sweep(
        &mut self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        agenda: &mut Agenda,
        queue: &Queue,
        slot: Slot,
        at: Moment,
    ) -> Result<(), Trouble> {
        self.pull(file, stage, chance, queue, at)?;
        let day = calendar::day_of(at);
        let sweep = file.sweep(Job::StartSweep { brand: stage.brand.id, day, slot, at })?;
        let within = Some(sweep.id);
        let mut clock = at;
        let (mut closed, mut hidden) = (Vec::new(), Vec::new());
        for id in &sweep.messages {
            let Some(&number) = self.known.get(id) else { continue };
            clock += Duration::seconds(i64::from(chance.between(35, 150)));
            match self.messages[number].fate {
                Fate::Answer | Fate::Elsewhere => self.answer(file, stage, number, clock, within)?,
                Fate::Close => closed.push(*id),
                Fate::Like => {
                    like(file, *id, clock)?;
                    closed.push(*id);
                }
                Fate::Hide => hidden.push(*id),
                Fate::Delegate(role) => {
                    decide(file, vec![*id], lent(stage, role, due(day)), clock, within, SafeText::default())?;
                    let back = instant(calendar::working_day_after(day, 1), 15, 5 + number as u32 % 45);
                    agenda.plan(back, Scene::Resolve(number));
                }
                Fate::Forgotten(role) => {
                    decide(file, vec![*id], lent(stage, role, due(day)), clock, within, SafeText::default())?;
                    agenda.plan(due(day), Scene::Wake);
                    self.messages[number].fate = Fate::Answer;
                }
                Fate::Snooze => {
                    let until = instant(calendar::working_day_after(day, 1), 8, 30);
                    decide(file, vec![*id], MessageState::Snoozed { until }, clock, within, SafeText::default())?;
                    agenda.plan(until, Scene::Wake);
                    self.messages[number].fate = Fate::Answer;
                }
                Fate::Lent(role, until) => decide(file, vec![*id], lent(stage, role, until), clock, within, SafeText::default())?,
                Fate::Asleep(until) => {
                    decide(file, vec![*id], MessageState::Snoozed { until }, clock, within, SafeText::default())?;
                }
                Fate::Wait => {}
            }
        }
        let end = clock + Duration::seconds(20);
        decide(file, hidden, MessageState::Hidden, end, within, desk(stage.lang, "spam-reason"))?;
        decide(file, closed, MessageState::Closed, end, within, SafeText::default())?;
        file.done(Job::Seen(sweep.id, sweep.messages))?;
        file.done(Job::EndSweep(sweep.id, end))
    }

    /// Takes what came in up to `at`, as a pull of every account would.
    fn pull(&mut self, file: &mut File<'_>, stage: &Stage, chance: &mut Chance, queue: &Queue, at: Moment) -> Result<(), Trouble> {
        let mut any = false;
        for account in &stage.accounts {
            let came: Vec<usize> = (0..self.messages.len())
                .filter(|number| {
                    let message = &self.messages[*number];
                    message.network == account.network && message.at <= at && !message.taken
                })
                .collect();
            if came.is_empty() {
                continue;
            }
            any = true;
            let incoming = came.iter().map(|number| self.messages[*number].incoming(*number, queue)).collect();
            if account.access == Access::Manual {
                file.done(Job::LogByHand(account.id, incoming, at))?;
            } else {
                file.done(take(account, Stream::Incoming, incoming, Vec::new(), at))?;
            }
            let own: Vec<Own> = came.iter().filter_map(|number| self.answered_elsewhere(chance, *number, at)).collect();
            if !own.is_empty() {
                file.done(take(account, Stream::Own, Vec::new(), own, at))?;
            }
            for number in came {
                self.messages[number].taken = true;
            }
        }
        if any { self.learn(file, stage) } else { Ok(()) }
    }

    /// What the CM answered from a telephone before `at`, if they did.
    fn answered_elsewhere(&mut self, chance: &mut Chance, number: usize, at: Moment) -> Option<Own> {
        let message = &mut self.messages[number];
        let answered = message.at + Duration::minutes(25);
        if message.fate != Fate::Elsewhere || answered >= at || message.channel == Channel::Manual {
            return None;
        }
        Some(Own {
            remote_id: SafeText::line(&format!("{}-own-{number}", message.network.code())),
            parent: Some(message.remote_id(number)),
            text: self.bank.elsewhere(chance),
            url: None,
            at: answered,
            likes: None,
            shares: None,
            comments: None,
            saves: None,
        })
    }

    /// Learns under which rows the store keeps what waits.
    fn learn(&mut self, file: &mut File<'_>, stage: &Stage) -> Result<(), Trouble> {
        let ask = Ask { brand: stage.brand.id, view: View::Open, query: Query::default(), anchor: Anchor::Top, rows: 200, sweep: None };
        let Reply::Window(window) = file.ask(Job::Window(Box::new(ask)))? else { return Ok(()) };
        for row in window.rows {
            let number = row.message.remote_id.as_str().rsplit('-').next().and_then(|number| number.parse::<usize>().ok());
            let Some(number) = number.filter(|number| *number < self.messages.len()) else { continue };
            self.messages[number].id = Some(row.message.id);
            self.known.insert(row.message.id, number);
            self.persons.insert(row.message.handle, row.message.person);
        }
        Ok(())
    }

    fn answer(&self, file: &mut File<'_>, stage: &Stage, number: usize, at: Moment, sweep: Option<SweepId>) -> Result<(), Trouble> {
        let message = &self.messages[number];
        let Some(id) = message.id else { return Ok(()) };
        let by_hand = stage.accounts.iter().any(|account| account.network == message.network && account.access == Access::Manual);
        let reply = file.ask(Job::Answer { message: id, text: message.answer.clone(), at, sweep, by_hand })?;
        let Reply::Answered { delivery: Some(delivery), .. } = reply else { return Ok(()) };
        let remote_id = SafeText::line(&format!("{}-own-{number}", message.network.code()));
        let url = SafeText::line(&format!("https://{}.example/r/{number}", message.network.code()));
        file.deliver(*delivery, Some(remote_id), Some(url), at + crate::domain::delivery::HOLD)
    }

    /// The contact gave the answer: the CM passes it on.
    pub(super) fn resolve(&self, file: &mut File<'_>, stage: &Stage, number: usize, at: Moment) -> Result<(), Trouble> {
        self.answer(file, stage, number, at, None)
    }

    /// Says of what type the messages handled so far are.
    pub(super) fn sort(&mut self, file: &mut File<'_>, at: Moment) -> Result<(), Trouble> {
        for kind in MessageKind::ALL.iter().filter(|kind| **kind != MessageKind::Unsorted) {
            let todo = self.messages.iter_mut().filter(|message| message.kind == *kind && !message.sorted);
            let messages: Vec<_> = todo.filter_map(|message| message.id.inspect(|_| message.sorted = true)).collect();
            if !messages.is_empty() {
                file.done(Job::Classify { messages, change: Classify::Kind(*kind), at })?;
            }
        }
        Ok(())
    }

    /// Says in what tone the messages handled so far are.
    pub(super) fn rate(&mut self, file: &mut File<'_>, at: Moment) -> Result<(), Trouble> {
        for tone in Tone::ALL.iter().filter(|tone| **tone != Tone::Unrated) {
            let todo = self.messages.iter_mut().filter(|message| message.tone == *tone && !message.rated);
            let messages: Vec<_> = todo.filter_map(|message| message.id.inspect(|_| message.rated = true)).collect();
            if !messages.is_empty() {
                file.done(Job::Classify { messages, change: Classify::Tone(*tone), at })?;
            }
        }
        Ok(())
    }

    /// Messages come in between the sweeps.
    pub(super) fn arrive(
        &mut self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        queue: &Queue,
        at: Moment,
    ) -> Result<(), Trouble> {
        let before: Vec<bool> = self.messages.iter().map(|message| message.taken).collect();
        self.pull(file, stage, chance, queue, at)?;
        for account in stage.accounts.iter().filter(|account| account.access == Access::Connected) {
            let new = self.messages.iter().zip(&before).filter(|(message, before)| message.taken && !**before);
            let new = new.filter(|(message, _)| message.network == account.network).count();
            if at < super::desk::expiry() || account.network != Network::Facebook {
                file.done(Job::Pulled(account.id, u32::try_from(new).unwrap_or(u32::MAX), at))?;
            }
        }
        Ok(())
    }

    /// The CM skims what waits: some types and tones, and what is known of those who wrote.
    pub(super) fn look(
        &mut self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        queue: &Queue,
        at: Moment,
    ) -> Result<(), Trouble> {
        self.sort(file, at)?;
        self.rate(file, at)?;
        for number in 0..self.messages.len() {
            if matches!(self.messages[number].fate, Fate::Wait | Fate::Lent(..) | Fate::Asleep(_)) {
                self.surround(file, chance, queue, number)?;
            }
        }
        let known = [
            ("marc.oster", PersonKind::Client, "client-note"),
            ("@ninon@ruche.example", PersonKind::Member, "member-note"),
            ("ines-caron", PersonKind::Prospect, "prospect-note"),
            ("cafe_addict_44", PersonKind::Influencer, "influencer-note"),
            ("@luz@mamot.example", PersonKind::Journalist, "press-note"),
        ];
        for (handle, kind, note) in known {
            if let Some(person) = self.persons.get(&SafeText::line(handle)) {
                file.done(Job::SavePerson(*person, kind, desk(stage.lang, note), at))?;
            }
        }
        Ok(())
    }

    /// Keeps the conversation around a message that waits: the post, the message, sometimes a member's word.
    fn surround(&self, file: &mut File<'_>, chance: &mut Chance, queue: &Queue, number: usize) -> Result<(), Trouble> {
        let message = &self.messages[number];
        let (Some(id), Channel::Reply) = (message.id, message.channel) else { return Ok(()) };
        let Some(out) = queue.newest_on(message.network, message.at) else { return Ok(()) };
        let turn = |remote_id: SafeText, parent: Option<&SafeText>, author: &str, handle: &str, text: SafeText, at: Moment, ours: bool| {
            Turn { remote_id, parent: parent.cloned(), author: SafeText::line(author), handle: SafeText::line(handle), text, at, ours }
        };
        let (name, handle) = (&message.somebody.name, &message.somebody.handle);
        let own_id = message.remote_id(number);
        let mut turns = vec![
            turn(out.remote_id.clone(), None, "Café Lumen", "cafe.lumen", out.text.clone(), out.at, true),
            turn(own_id.clone(), Some(&out.remote_id), name, handle, message.text.clone(), message.at, false),
        ];
        let later = message.at + Duration::minutes(i64::from(chance.between(6, 40)));
        if later < super::NOW && message.kind == MessageKind::Question {
            let member = cast::somebody(chance, message.network);
            let text = self.bank.member(chance);
            let remote_id = SafeText::line(&format!("{own_id}-member"));
            turns.push(turn(remote_id, Some(&own_id), &member.name, &member.handle, text, later, false));
        }
        file.done(Job::TakeContext(id, turns, super::NOW))
    }
}

impl Planned {
    fn remote_id(&self, number: usize) -> SafeText {
        SafeText::line(&format!("{}-{number}", self.network.code()))
    }

    fn incoming(&self, number: usize, queue: &Queue) -> Incoming {
        let parent = match self.channel {
            Channel::Reply => queue.newest_on(self.network, self.at).map(|out| out.remote_id.clone()),
            Channel::Mention | Channel::Direct | Channel::Review | Channel::Manual => None,
        };
        Incoming {
            remote_id: self.remote_id(number),
            parent,
            author_id: SafeText::line(&self.somebody.handle),
            author: SafeText::line(&self.somebody.name),
            handle: SafeText::line(&self.somebody.handle),
            text: self.text.clone(),
            channel: self.channel,
            visibility: if self.channel == Channel::Direct { Visibility::Direct } else { Visibility::Public },
            filtered: false,
            url: Some(SafeText::line(&format!("https://{}.example/c/{number}", self.network.code()))),
            at: self.at,
        }
    }
}

fn take(account: &Account, stream: Stream, incoming: Vec<Incoming>, own: Vec<Own>, at: Moment) -> Job {
    let page = Page { stream, incoming, own, reactions: Vec::new(), cursor: Some(at.timestamp().to_string()), more: false };
    Job::Take { account: account.id, page: Box::new(page), at }
}

fn decide(
    file: &mut File<'_>,
    messages: Vec<MessageId>,
    state: MessageState,
    at: Moment,
    sweep: Option<SweepId>,
    reason: SafeText,
) -> Result<(), Trouble> {
    if messages.is_empty() {
        return Ok(());
    }
    file.done(Job::Decide { messages, state, at, sweep, reason })
}

fn like(file: &mut File<'_>, message: MessageId, at: Moment) -> Result<(), Trouble> {
    let reply = file.ask(Job::Act { message, act: ActName::Like, reason: SafeText::default(), at })?;
    let Reply::Delivery(delivery) = reply else { return Ok(()) };
    file.deliver(*delivery, None, None, at + crate::domain::delivery::HOLD)
}

fn lent(stage: &Stage, role: Role, due: Moment) -> MessageState {
    MessageState::Delegated { contact: stage.contact(role).id, due }
}

/// When a contact is expected to have answered.
fn due(day: Day) -> Moment {
    instant(calendar::working_day_after(day, 2), 16, 0)
}

/// Two or three rounds a working day; a few are missed, none of the last eleven days.
fn plan_sweeps(chance: &mut Chance, agenda: &mut Agenda) {
    for today in calendar::days().filter(|day| calendar::works(*day) && *day < calendar::LAST) {
        let free = today < day(10, 29) && !calendar::is_crisis(today);
        let quiet = calendar::is_quiet(today);
        agenda.plan(instant(today, 9, 15), Scene::Sweep(Slot::Morning));
        if !(free && (quiet || chance.percent(16))) {
            agenda.plan(instant(today, 12, chance.between(0, 6)), Scene::Sweep(Slot::Midday));
        }
        if !(free && chance.percent(5)) {
            agenda.plan(instant(today, 16, 30), Scene::Sweep(Slot::Afternoon));
        }
        agenda.plan(instant(today, 17, 20), Scene::Sort);
        if today.weekday() == Weekday::Fri {
            agenda.plan(instant(today, 17, 25), Scene::Rate);
        }
    }
    agenda.plan(instant(day(11, 15), 21, 0), Scene::Arrive);
    agenda.plan(instant(day(11, 16), 9, 10), Scene::Arrive);
    agenda.plan(instant(day(11, 16), 9, 11), Scene::Look);
}
