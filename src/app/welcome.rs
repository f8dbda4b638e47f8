//! The first run: one question a screen, each with a default, then Today. Everything it asks can be
//! changed later in the notebook. It needs no config file and no browser.

mod hours;

use super::effect::{Job, Ticket};
use super::event::Reply;
use super::field::Field;
use super::key::{Code, Key};
use super::model::{Asker, Model};
use super::{rounds, shell};
use crate::domain::account::{Access, Account, Capabilities, Network, Standing};
use crate::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use crate::domain::hours::WorkingHours;
use crate::domain::text::SafeText;
use crate::domain::{AccountId, BrandId, coded};
use crate::lang::{Lang, Text};

coded! {
    /// A question, in the order in which they are asked.
    Question {
        Language = "language",
        /// One's own brand, or the sample data.
        Start = "start",
        Brand = "brand",
        ReportsTo = "reports-to",
        Hours = "hours",
        Sweeps = "sweeps",
        /// Where the brand is; asked above Today.
        Account = "account",
        /// Under which name, for an account that is kept by hand.
        Handle = "handle",
    }
}

/// The digits as the upper row of a French keyboard gives them without Shift.
const UPPER_ROW: &str = "&é\"'(-è_ç";

/// The state of the welcome.
#[derive(Debug)]
pub struct Welcome {
    /// What is asked now.
    pub question: Question,
    /// Which choice Enter takes.
    pub cursor: usize,
    /// What is typed.
    pub field: Field,
    /// What is wrong with it.
    pub wrong: Option<Text>,
    name: SafeText,
    reports_to: ReportsTo,
    hours: WorkingHours,
    sweeps: u8,
    network: Network,
    waiting: Option<Ticket>,
}

impl Welcome {
    /// The first question.
    #[must_use]
    pub fn begin(lang: Lang) -> Self {
        Self {
            question: Question::Language,
            cursor: usize::from(lang != Lang::Fr),
            field: Field::default(),
            wrong: None,
            name: SafeText::EMPTY,
            reports_to: ReportsTo::Myself,
            hours: WorkingHours::default(),
            sweeps: 2,
            network: Network::Other,
            waiting: None,
        }
    }

    /// Whether the answer is typed, not chosen.
    #[must_use]
    pub const fn types(&self) -> bool {
        matches!(self.question, Question::Brand | Question::Hours | Question::Handle)
    }

    /// Whether Today can be seen behind the question.
    #[must_use]
    pub const fn is_over_today(&self) -> bool {
        matches!(self.question, Question::Account | Question::Handle)
    }

    /// The place of the question among those that stand before Today, from 1, and how many there are.
    #[must_use]
    pub fn step(&self) -> Option<(usize, usize)> {
        let all = Question::ALL.iter().position(|question| *question == Question::Account)?;
        let at = Question::ALL.iter().position(|question| *question == self.question)?;
        (at < all).then_some((at + 1, all))
    }

    /// The choices, in the order in which they are listed; none where the answer is typed.
    #[must_use]
    pub fn choices(&self) -> Vec<Text> {
        match self.question {
            Question::Language => vec![Text::new("welcome-french"), Text::new("welcome-english")],
            Question::Start => vec![Text::new("welcome-start-own"), Text::new("welcome-start-sample")],
            Question::ReportsTo => ReportsTo::ALL.iter().map(|value| Text::coded("welcome-reports", value.code())).collect(),
            Question::Sweeps => vec![Text::new("welcome-sweeps-1"), Text::new("welcome-sweeps-2"), Text::new("welcome-sweeps-3")],
            Question::Account => Network::listed().into_iter().map(name_of).collect(),
            Question::Brand | Question::Hours | Question::Handle => Vec::new(),
        }
    }

    /// The network whose choice the cursor is on, or whose name is asked.
    #[must_use]
    pub fn network(&self) -> Network {
        match self.question {
            Question::Account => Network::listed().get(self.cursor).copied().unwrap_or(Network::Other),
            _ => self.network,
        }
    }

    /// Asks the next question: the cursor or the field stands on its default.
    fn ask(&mut self, question: Question) {
        self.question = question;
        self.wrong = None;
        self.field = Field::default();
        self.cursor = match question {
            Question::ReportsTo => ReportsTo::ALL.iter().position(|value| *value == self.reports_to).unwrap_or(0),
            Question::Sweeps => usize::from(self.sweeps.saturating_sub(1)),
            Question::Account => Network::ALL.len() - 1,
            Question::Language | Question::Start | Question::Brand | Question::Hours | Question::Handle => 0,
        };
        if question == Question::Brand {
            self.field = Field::line(self.name.as_str());
        }
    }
}

fn name_of(network: Network) -> Text {
    match network {
        Network::Other => Text::new("welcome-by-hand"),
        Network::Mastodon => Text::new("welcome-mastodon"),
        Network::Bluesky => Text::new("welcome-bluesky"),
        Network::Instagram | Network::Facebook | Network::LinkedIn | Network::YouTube | Network::Threads | Network::TikTok | Network::X => {
            Text::new("welcome-network").with("name", network.name())
        }
    }
}

/// Hears a key.
pub fn hear_key(model: &mut Model, key: Key) {
    let Some(mut welcome) = model.welcome.take() else { return };
    if welcome.waiting.is_some() {
        model.welcome = Some(welcome);
        return;
    }
    match key.code {
        Code::Enter => return accept(model, welcome),
        Code::Esc => return skip(model, welcome),
        Code::BackTab => go_back(model, &mut welcome),
        Code::Tab if key.shift => go_back(model, &mut welcome),
        _ if welcome.types() => {
            if welcome.field.hear(key).is_some() {
                welcome.wrong = None;
            }
        }
        Code::Left => go_back(model, &mut welcome),
        _ => {
            let count = welcome.choices().len();
            if let Some(chosen) = key.typed().and_then(digit).filter(|chosen| *chosen < count) {
                welcome.cursor = chosen;
                return accept(model, welcome);
            }
            move_cursor(&mut welcome, key.code, count);
            if welcome.question == Question::Language {
                model.lang = lang_at(welcome.cursor);
            }
        }
    }
    model.welcome = Some(welcome);
}

/// Takes a paste: text for the field, never a key.
pub fn paste(model: &mut Model, text: &SafeText) {
    if let Some(welcome) = model.welcome.as_mut().filter(|welcome| welcome.types()) {
        welcome.wrong = None;
        welcome.field.paste(text);
    }
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    let Some(mut welcome) = model.welcome.take() else { return };
    if welcome.waiting == Some(ticket) {
        welcome.waiting = None;
    }
    match reply {
        Reply::Brand(brand) => {
            let id = brand.id;
            model.workspace.brands.push(*brand);
            model.asks.store(Job::SaveSetting("language".to_owned(), model.lang.code().to_owned()));
            shell::switch_brand(model, id);
            rounds::begin(model);
            welcome.ask(Question::Account);
            model.welcome = Some(welcome);
        }
        Reply::Account(account) => {
            model.tell(Text::new("welcome-account-made").with("handle", &account.handle));
            model.workspace.accounts.push(*account);
            shell::refresh(model);
        }
        _ => model.welcome = Some(welcome),
    }
}

/// The file could not do it: the question stands, Enter asks again.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    if let Some(welcome) = model.welcome.as_mut().filter(|welcome| welcome.waiting == Some(ticket)) {
        welcome.waiting = None;
    }
}

const fn lang_at(cursor: usize) -> Lang {
    if cursor == 0 { Lang::Fr } else { Lang::En }
}

fn digit(c: char) -> Option<usize> {
    let place = c.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1));
    place.or_else(|| UPPER_ROW.chars().position(|key| key == c))
}

fn move_cursor(welcome: &mut Welcome, code: Code, count: usize) {
    let last = count.saturating_sub(1);
    match code {
        Code::Down | Code::Char('j') | Code::Tab => welcome.cursor = if welcome.cursor >= last { 0 } else { welcome.cursor + 1 },
        Code::Up | Code::Char('k') => welcome.cursor = welcome.cursor.checked_sub(1).unwrap_or(last),
        Code::Home => welcome.cursor = 0,
        Code::End => welcome.cursor = last,
        _ => {}
    }
}

/// Back to the question before; from above Today there is no way back, for the brand is made.
fn go_back(model: &Model, welcome: &mut Welcome) {
    let before = match welcome.question {
        Question::Language | Question::Account => return,
        Question::Start => Question::Language,
        Question::Brand => Question::Start,
        Question::ReportsTo => Question::Brand,
        Question::Hours => Question::ReportsTo,
        Question::Sweeps => Question::Hours,
        Question::Handle => Question::Account,
    };
    ask(model, welcome, before);
}

/// Asks a question whose default depends on the language.
fn ask(model: &Model, welcome: &mut Welcome, question: Question) {
    welcome.ask(question);
    match question {
        Question::Language => welcome.cursor = usize::from(model.lang != Lang::Fr),
        Question::Hours => welcome.field = Field::line(&hours::write(model.lang, &welcome.hours)),
        Question::Start | Question::Brand | Question::ReportsTo | Question::Sweeps | Question::Account | Question::Handle => {}
    }
}

/// Esc: later. The default is taken and the next question asked; above Today it closes.
fn skip(model: &mut Model, mut welcome: Welcome) {
    if welcome.is_over_today() {
        return;
    }
    let question = welcome.question;
    // A name that was typed stays; what can't be read gives way to the default.
    if question != Question::Brand {
        ask(model, &mut welcome, question);
    }
    if question == Question::Start {
        welcome.cursor = 0;
    }
    accept(model, welcome);
}

/// Enter: takes the answer and goes on.
fn accept(model: &mut Model, mut welcome: Welcome) {
    let next = match welcome.question {
        Question::Language => {
            model.lang = lang_at(welcome.cursor);
            Question::Start
        }
        Question::Start if welcome.cursor == 1 => {
            model.asks.open_demo();
            model.welcome = Some(welcome);
            return;
        }
        Question::Start => Question::Brand,
        Question::Brand => {
            let typed = SafeText::line(welcome.field.text());
            welcome.name = if typed.is_blank() { SafeText::line(&model.voice().t("welcome-brand-default")) } else { typed };
            Question::ReportsTo
        }
        Question::ReportsTo => {
            welcome.reports_to = ReportsTo::ALL.get(welcome.cursor).copied().unwrap_or(ReportsTo::Myself);
            Question::Hours
        }
        Question::Hours => {
            if let Some(hours) = hours::read(welcome.field.text()) {
                welcome.hours = hours;
                Question::Sweeps
            } else {
                welcome.wrong = Some(Text::new("welcome-hours-wrong"));
                Question::Hours
            }
        }
        Question::Sweeps => {
            welcome.sweeps = u8::try_from(welcome.cursor + 1).unwrap_or(2);
            welcome.waiting = Some(model.ask(Asker::Welcome, Job::SaveBrand(Box::new(brand(model, &welcome)), model.now)));
            model.welcome = Some(welcome);
            return;
        }
        Question::Account => return add_account(model, welcome),
        Question::Handle => return keep_by_hand(model, welcome),
    };
    if next != welcome.question {
        ask(model, &mut welcome, next);
    }
    model.welcome = Some(welcome);
}

fn brand(model: &Model, welcome: &Welcome) -> Brand {
    Brand {
        id: BrandId(0),
        name: welcome.name.clone(),
        colour: Colour::Amber,
        zone: model.home,
        hours: welcome.hours.clone(),
        sweeps_per_day: welcome.sweeps,
        reports_to: welcome.reports_to,
        validates_alone: welcome.reports_to == ReportsTo::Myself,
        on_hold: false,
        charter: Charter::default(),
        targets: Targets::default(),
    }
}

/// A network that connects is connected in the notebook; any other is kept by hand under its name.
fn add_account(model: &mut Model, mut welcome: Welcome) {
    welcome.network = welcome.network();
    if welcome.network.connects() {
        super::notebook::connect_account(model, welcome.network);
        return;
    }
    if welcome.network == Network::Other {
        return keep_by_hand(model, welcome);
    }
    ask(model, &mut welcome, Question::Handle);
    model.welcome = Some(welcome);
}

/// Makes an account that the CM keeps by hand.
fn keep_by_hand(model: &mut Model, mut welcome: Welcome) {
    let Some(brand) = model.brand else { return };
    let typed = SafeText::line(welcome.field.text());
    let handle = match (typed.is_blank(), welcome.network) {
        (false, _) => typed,
        (true, Network::Other) => SafeText::line(&model.voice().t("welcome-by-hand-name")),
        (true, _) => {
            welcome.wrong = Some(Text::new("welcome-handle-wrong"));
            model.welcome = Some(welcome);
            return;
        }
    };
    let account = Account {
        id: AccountId(0),
        brand,
        network: welcome.network,
        access: Access::Manual,
        handle,
        server: SafeText::EMPTY,
        remote_id: SafeText::EMPTY,
        capabilities: Capabilities::manual(welcome.network),
        standing: Standing::Well,
    };
    welcome.waiting = Some(model.ask(Asker::Welcome, Job::SaveAccount(Box::new(account), model.now)));
    model.welcome = Some(welcome);
}
