//! What must never happen, whatever is pressed, whatever comes back in whatever order, at whatever size.

use crate::given;
use crate::given::post::{a_post, validate};
use crate::screen::{self, frame};
use chrono::Duration;
use proptest::prelude::*;
use ronde::app;
use ronde::app::command;
use ronde::app::effect::{Call, Effect, Job, Ticket};
use ronde::app::event::{Event, News, Reply};
use ronde::app::key::{Code, Input, Key};
use ronde::app::model::{Model, ThemeName};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::DeliveryId;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network};
use ronde::domain::brand::Brand;
use ronde::domain::conversation::Turn;
use ronde::domain::count::CountRule;
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting, Stage};
use ronde::domain::post::Post;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId, PostId, VariantId};
use ronde::lang::Lang;
use ronde::store::serve;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Happens {
    Press(Key),
    Paste(String),
    Click(u16, u16),
    Wheel(i16),
    Resize(u16, u16),
    Passes(i64),
    /// The so-manyth waiting reply comes, as it is.
    Comes(usize),
    /// It is lost.
    IsLost(usize),
    /// It is trouble instead.
    Fails(usize),
    Theme(usize),
    Language,
    Ascii,
    /// The program ends without a word and is started again.
    Restart,
}

/// Every key that the command table or the fields know.
fn keys() -> Vec<Key> {
    let mut keys: Vec<Key> = command::all().flat_map(|spec| spec.keys).filter_map(|key| Key::parse(key)).collect();
    let named = [
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Delete,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
    ];
    keys.extend(named.map(Key::plain));
    keys.extend(named.map(Key::shift));
    keys.extend("0123456789abcdefghijklmnopqrstuvwxyzé{} ".chars().map(Key::char));
    keys.extend("adekrsuwyz".chars().map(Key::ctrl));
    // Leaving ends the story; two of them in a row are tested elsewhere.
    keys.retain(|key| *key != Key::ctrl('q') && *key != Key::char('q') && *key != Key::ctrl('c'));
    keys
}

fn happens() -> impl Strategy<Value = Happens> {
    let lines = ["Bonjour !", "{prénom}", "é\u{301}👩‍👩‍👧", "\u{1b}]52;c;x\u{7}", "a\nb\nc", "Brûlerie Nord", "12,5", "2026-11-30"];
    prop_oneof![
        30 => prop::sample::select(keys()).prop_map(Happens::Press),
        2 => any::<char>().prop_map(|c| Happens::Press(Key::char(c))),
        2 => prop::sample::select(lines.to_vec()).prop_map(|text| Happens::Paste(text.to_owned())),
        2 => (0..300_u16, 0..100_u16).prop_map(|(column, row)| Happens::Click(column, row)),
        1 => (-20..20_i16).prop_map(Happens::Wheel),
        2 => (1..=300_u16, 1..=100_u16).prop_map(|(width, height)| Happens::Resize(width, height)),
        1 => (60..=110_u16, 16..=32_u16).prop_map(|(width, height)| Happens::Resize(width, height)),
        6 => prop_oneof![0..3_i64, 9..12_i64, 55..95_i64, 800..5000_i64].prop_map(Happens::Passes),
        30 => (0..6_usize).prop_map(Happens::Comes),
        1 => (0..6_usize).prop_map(Happens::IsLost),
        2 => (0..6_usize).prop_map(Happens::Fails),
        1 => (0..ThemeName::ALL.len()).prop_map(Happens::Theme),
        1 => Just(Happens::Language),
        1 => Just(Happens::Ascii),
        1 => Just(Happens::Restart),
    ]
}

/// What a network does with a request, by chance but the same each time.
#[derive(Debug, Clone)]
struct Luck(Vec<u8>, usize);

impl Luck {
    fn next(&mut self) -> u8 {
        self.1 += 1;
        self.0[self.1 % self.0.len()]
    }
}

/// The world around the model: the file works in order; what comes back waits until it is let through.
struct World {
    home: given::Home,
    model: Model,
    waiting: Vec<Event>,
    luck: Luck,
    /// Acts that are out, by their key.
    out: BTreeMap<String, u32>,
    /// The key of each part of a post that is out.
    parts: BTreeMap<(VariantId, u32), String>,
    /// Deliveries of which the newest answer said that nothing happened.
    surely_not: BTreeSet<DeliveryId>,
    /// Deliveries that a look-up did not find.
    absent: BTreeSet<DeliveryId>,
}

impl World {
    fn begin(luck: Vec<u8>, lang: Lang) -> Self {
        let mut home = given::store();
        fill(&mut home);
        let mut world = Self {
            home,
            model: screen::model(given::at(60), lang),
            waiting: Vec::new(),
            luck: Luck(luck, 0),
            out: BTreeMap::new(),
            parts: BTreeMap::new(),
            surely_not: BTreeSet::new(),
            absent: BTreeSet::new(),
        };
        world.open();
        world
    }

    fn open(&mut self) {
        let effects = app::begin(&mut self.model);
        self.ask(effects);
    }

    fn hear(&mut self, event: Event) {
        let effects = app::update(&mut self.model, event);
        self.ask(effects);
    }

    fn ask(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Store(ticket, job) => {
                    self.watch(&job);
                    let reply = serve(&mut self.home.store, job);
                    self.waiting.push(Event::Store(ticket, reply));
                }
                Effect::Net(ticket, call) => {
                    let event = self.answer(ticket, call);
                    self.waiting.push(event);
                }
                Effect::Desktop(_) | Effect::OpenDemo | Effect::Quit => {}
            }
        }
    }

    /// A delivery goes back into the queue only when it is known that nothing happened.
    fn watch(&mut self, job: &Job) {
        match job {
            Job::Advance(step, _) if step.to.stage() == Stage::Queued => match step.from {
                Stage::Sending => assert!(self.surely_not.contains(&step.id), "{step:?}: sent again without a look-up"),
                Stage::Unknown => assert!(self.absent.contains(&step.id), "{step:?}: sent again without proof of absence"),
                Stage::Held | Stage::Queued | Stage::Done | Stage::Refused | Stage::TakenBack => {}
            },
            // The person said that it is not out: what follows is their word.
            Job::Resolve(id, false, _) => {
                self.absent.insert(*id);
                let delivery = self.delivery(*id);
                self.out.remove(&delivery.key);
                self.parts.retain(|_, key| *key != delivery.key);
            }
            _ => {}
        }
    }

    fn delivery(&mut self, id: DeliveryId) -> Delivery {
        for brand in 1..=2 {
            if let Ok(Reply::Deliveries(all)) = serve(&mut self.home.store, Job::Outbox(BrandId(brand), u16::MAX))
                && let Some(found) = all.into_iter().find(|delivery| delivery.id == id)
            {
                return found;
            }
        }
        panic!("{id} is not stored")
    }

    fn answer(&mut self, ticket: Ticket, call: Call) -> Event {
        let why = SafeText::line("chance");
        let news = match call {
            Call::Send { delivery, .. } => {
                let luck = self.luck.next() % 10;
                self.surely_not.remove(&delivery.id);
                self.absent.remove(&delivery.id);
                if luck < 7 {
                    let count = self.out.entry(delivery.key.clone()).or_default();
                    *count += 1;
                    assert!(*count < 2 || !delivery.act.speaks(), "{delivery:?} is out twice");
                    self.part_is_out(&delivery);
                } else {
                    self.surely_not.insert(delivery.id);
                }
                let answer = match luck {
                    0..=3 => Answer::Done { remote_id: Some(SafeText::line(&delivery.key)), url: None },
                    4..=6 => Answer::Unclear { why },
                    7 => Answer::NotSent { why },
                    8 => Answer::Wait { until: self.model.now + Duration::seconds(30) },
                    _ => {
                        return Event::Net(ticket, Err(self.trouble(Some(delivery.account))));
                    }
                };
                Ok(News::Answer(delivery.id, answer))
            }
            Call::LookUp { delivery, .. } => Ok(News::Sighting(
                delivery.id,
                match self.luck.next() % 8 {
                    0 => Sighting::CantTell,
                    1 => Sighting::Failed { why },
                    _ if self.out.contains_key(&delivery.key) => Sighting::There { remote_id: SafeText::line(&delivery.key), url: None },
                    _ => {
                        self.absent.insert(delivery.id);
                        Sighting::Absent
                    }
                },
            )),
            Call::Context { message, .. } => Ok(News::Context(message, turns())),
            Call::Check(account) => Ok(News::Checked(account)),
            Call::Figures { account, .. } => Ok(News::Figures(account.id, Vec::new())),
            Call::Pull { stream, account, .. } => {
                let mut page = given::page(if self.luck.next().is_multiple_of(2) {
                    vec![given::incoming(i64::from(self.luck.next()))]
                } else {
                    Vec::new()
                });
                page.stream = stream;
                if self.luck.next().is_multiple_of(4) { Err(self.trouble(Some(account.id))) } else { Ok(News::Page(Box::new(page))) }
            }
            Call::KeepSecret(..) | Call::DropSecret(_) => Ok(News::Kept { in_file: None }),
            Call::Probe { .. } | Call::StartAuthorization { .. } | Call::FinishAuthorization { .. } | Call::Connect { .. } => {
                Err(self.trouble(None))
            }
        };
        Event::Net(ticket, news)
    }

    /// A part of a post is out once, whichever delivery brings it, and under the part before it.
    fn part_is_out(&mut self, delivery: &Delivery) {
        let (Act::Publish { after, .. }, Some(variant)) = (&delivery.act, delivery.variant) else { return };
        let part = delivery.place.part;
        let known = self.parts.insert((variant, part), delivery.key.clone());
        assert!(known.is_none_or(|known| known == delivery.key), "part {part} is out twice: {delivery:?}");
        let before = self.parts.get(&(variant, part - 1)).map(String::as_str);
        assert_eq!(after.as_ref().map(SafeText::as_str), before, "{delivery:?}");
    }

    fn trouble(&mut self, account: Option<AccountId>) -> Trouble {
        let causes = [
            Cause::Unreachable,
            Cause::AuthExpired,
            Cause::NoSecret,
            Cause::RateLimited(self.model.now + Duration::minutes(1)),
            Cause::DiskFull,
        ];
        let cause = causes[usize::from(self.luck.next()) % causes.len()];
        Trouble { cause, account, detail: SafeText::line("chance") }
    }

    fn happens(&mut self, what: Happens) {
        let place = |asked: usize, all: usize| asked.min(all.saturating_sub(1));
        match what {
            Happens::Press(key) => self.hear(Event::Input(Input::Key(key))),
            Happens::Paste(text) => self.hear(Event::Input(Input::Paste(SafeText::clean(&text)))),
            Happens::Click(column, row) => self.hear(Event::Input(Input::Click { column, row })),
            Happens::Wheel(notches) => self.hear(Event::Input(Input::Wheel(notches))),
            Happens::Resize(width, height) => self.hear(Event::Input(Input::Resize { width, height })),
            Happens::Passes(seconds) => self.hear(Event::Tick(self.model.now + Duration::seconds(seconds))),
            Happens::Comes(_) | Happens::IsLost(_) | Happens::Fails(_) if self.waiting.is_empty() => {}
            Happens::Comes(at) => {
                let event = self.waiting.remove(place(at, self.waiting.len()));
                self.hear(event);
            }
            Happens::IsLost(at) => drop(self.waiting.remove(place(at, self.waiting.len()))),
            Happens::Fails(at) => match self.waiting.remove(place(at, self.waiting.len())) {
                Event::Store(ticket, _) => {
                    let trouble = self.trouble(None);
                    self.hear(Event::Store(ticket, Err(trouble)));
                }
                // The contract of `network::serve`: of an act, trouble says that nothing left.
                event @ Event::Net(_, Ok(News::Answer(..))) => self.hear(event),
                Event::Net(ticket, _) => {
                    let trouble = self.trouble(None);
                    self.hear(Event::Net(ticket, Err(trouble)));
                }
                event => self.hear(event),
            },
            Happens::Theme(at) => self.model.look.theme = ThemeName::ALL[at],
            Happens::Language => self.model.lang = self.model.lang.other(),
            Happens::Ascii => self.model.look.ascii ^= true,
            Happens::Restart => {
                let (now, size, look) = (self.model.now, self.model.size, self.model.look.clone());
                self.model = Model { size, look, ..screen::model(now, self.model.lang) };
                self.waiting.clear();
                self.open();
            }
        }
    }

    fn check(&self) {
        let inbox = &self.model.inbox;
        assert!(inbox.cursor < inbox.rows.len().max(1), "the cursor is on row {} of {}", inbox.cursor, inbox.rows.len());
        let (buffer, cursor) = frame(&self.model);
        if let Some((x, y)) = cursor {
            assert!(x < buffer.area.width && y < buffer.area.height, "the cursor is at {x},{y} of {:?}", buffer.area);
        }
        for cell in buffer.content() {
            assert!(!cell.symbol().chars().any(char::is_control) && cell.symbol().len() <= 32, "{:?}", cell.symbol());
        }
    }
}

fn turns() -> Vec<Turn> {
    (0..3)
        .map(|at| Turn {
            remote_id: SafeText::line(&format!("t{at}")),
            parent: (at > 0).then(|| SafeText::line(&format!("t{}", at - 1))),
            author: "Karim".into(),
            handle: "@karim@example.social".into(),
            text: "Où est mon colis ?\nDepuis lundi.".into(),
            at: given::at(at),
            ours: at == 1,
        })
        .collect()
}

/// A small workspace with something of everything: two brands, three accounts, a contact, messages, posts.
fn fill(home: &mut given::Home) {
    let brand = given::brand(home);
    home.ask(Job::SaveBrand(Box::new(Brand { id: BrandId(0), name: "Brûlerie Nord".into(), ..given::a_brand() }), given::at(0)));
    let connected = Account {
        capabilities: Capabilities {
            server: "Mastodon 4.6".into(),
            can: Ability::ALL.iter().copied().collect(),
            count: CountRule::of(Network::Mastodon),
            media_limit: 4,
            alt_limit: 1500,
            media_bytes: None,
        },
        ..given::an_account(brand, Network::Mastodon)
    };
    let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(connected), given::at(0))) else { panic!("an account") };
    let manual = given::account_of(home, brand, Network::Instagram, Access::Manual);
    given::contact(home, brand);
    given::take(home, account.id, (0..12).map(given::incoming).collect());
    home.ask(Job::LogByHand(manual, (20..24).map(given::incoming).collect(), given::at(30)));
    home.ask(Job::KeepDraft(MessageId(2), "Bonjour Ava,".into(), given::at(40)));
    home.ask(Job::Answer { message: MessageId(3), text: "Bonjour".into(), at: given::at(59), sweep: None, by_hand: false });
    let thread = Post { title: "Fil".into(), ..a_post(brand, &[account.id], "Un.\n---\nDeux.\n---\nTrois.") };
    home.ask(Job::SavePost(Box::new(thread), given::at(50)));
    validate(home, PostId(1), given::at(51));
    home.ask(Job::Schedule(PostId(1), given::at(60), given::at(52)));
}

proptest! {
    #![proptest_config(given::stories(200))]

    #[test]
    fn nothing_breaks_and_nothing_is_sent_twice(
        luck in prop::collection::vec(any::<u8>(), 7..40),
        french in any::<bool>(),
        story in prop::collection::vec(happens(), 1..120),
    ) {
        let mut world = World::begin(luck, if french { Lang::Fr } else { Lang::En });
        for what in story {
            world.happens(what);
            world.check();
        }
    }
}

#[test]
fn every_size_from_one_cell_to_a_wall_is_drawn() {
    let mut world = World::begin(vec![0], Lang::Fr);
    while !world.waiting.is_empty() {
        world.happens(Happens::Comes(0));
    }
    for tab in "1234567".chars() {
        world.happens(Happens::Press(Key::char(tab)));
        while !world.waiting.is_empty() {
            world.happens(Happens::Comes(0));
        }
        for (width, height) in
            (1..=40_u16).map(|step| (step * 7, step * 2)).chain([(1, 1), (1, 100), (300, 1), (60, 16), (59, 16), (60, 15), (300, 100)])
        {
            world.happens(Happens::Resize(width, height));
            while !world.waiting.is_empty() {
                world.happens(Happens::Comes(0));
            }
            world.check();
        }
    }
}

#[test]
fn a_terminal_that_changed_its_size_before_it_said_so_is_drawn() {
    let mut world = World::begin(vec![0], Lang::En);
    while !world.waiting.is_empty() {
        world.happens(Happens::Comes(0));
    }
    for tab in "1234567".chars() {
        world.happens(Happens::Press(Key::char(tab)));
        while !world.waiting.is_empty() {
            world.happens(Happens::Comes(0));
        }
        for (width, height) in [(1, 1), (40, 10), (80, 24), (99, 30), (100, 29), (200, 60)] {
            let backend = ratatui::backend::TestBackend::new(width, height);
            let mut terminal = ratatui::Terminal::new(backend).expect("a terminal in memory");
            terminal.draw(|frame| ronde::ui::draw(frame, &world.model)).expect("memory takes all");
        }
    }
}
