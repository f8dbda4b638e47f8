//! Ronde: the workstation of a community manager who works alone. One binary, one file.
//!
//! # Where everything lives
//!
//! A pure core hears events and asks for effects; `serve` functions do all the IO; screens are drawn
//! from the model alone. The same functions serve the screens, the commands and the tests.
//!
//! ```text
//!  keys, paste, mouse, resize  input thread     ┐             ┌─────────────────────────────────────┐
//!  tick(now)                   receive timeout  │             │ PURE: no IO, no clock, no thread    │
//!  store replies               2 store threads  ├─ Event ───► │ keymap   Key × scopes → Command     │
//!  network news                network thread   │  one inbox  │ update   &mut Model × Event ────────┼─► Vec<Effect>
//!  desktop replies             editor, reports  ┘             │ view     &Model → Frame ────────────┼─► screen
//!         ▲                                                   └─────────────────────────────────────┘     │
//!         ├── store::serve(&mut Store, Job) → Reply ◄──────── Effect::Store(Job) ◄────────────────────────┤
//!         ├── network::serve(&Networks, Call) → News ◄─────── Effect::Net(Call) ◄─────────────────────────┤
//!         └── the runtime's desktop ◄──────────────────────── Effect::Desktop(ask) ◄──────────────────────┘
//! ```
//!
//! * [`domain`] holds the words: brand, account, message, sweep, post, delivery, reading, report. Pure.
//! * [`app`] holds the [`Model`](app::model::Model) and [`update`](app::update). All it can hear is in
//!   [`app::event`], all it can ask in [`app::effect`], all that can go wrong in [`app::trouble`]; every
//!   command is written once, in the tables that [`app::command`] joins. One file a tab.
//! * [`layout`] holds all geometry, [`ui`] draws the model, one file a tab.
//! * [`store`] is the only SQL: a job is a transaction.
//! * [`network`] speaks to networks, one file each, through one HTTP client; [`secrets`] keeps tokens.
//! * [`report`] writes a report in its forms, one file each; [`replies`] reads and writes saved replies as a file.
//! * [`lang`] says the texts of `assets/lang` and writes numbers and dates, in French and English.
//! * [`runtime`] joins all this for the screens, [`cli`] for the commands; [`config`] is the settings,
//!   [`files`] writes what the CM asked to be written, [`demo`] plays three months of a café.
//!
//! # Following a key
//!
//! `a` in the inbox: the input thread sends `Key('a')`; the keymap finds `inbox-close` in the scope of
//! the moment; [`app::inbox`] takes the row out of the list and asks for `Job::Decide`; the next
//! message is on the screen before the file has answered. The writing thread runs the job as one
//! transaction: message, journal, counters, sweep. Its `Reply::Decided` fills the list up from the
//! file. `u` asks for `Job::Undo`, which reads the journal and puts back what it says was there.
//!
//! # A delivery
//!
//! Whatever leaves is a [`Delivery`](domain::delivery::Delivery): one row, one key, one journey.
//! [`Delivery::step`](domain::delivery::Delivery::step) is the one place that knows what comes next,
//! [`app::courier`] walks it for the screens and for `ronde publish` alike, and the store applies each
//! step only if the row is still where the step leaves from.
//!
//! What an account publishes of a post is one [`Variant`](domain::post::Variant), each part of it a
//! delivery. What is out or on its way keeps its variant: by way of another one it would be sent again.

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod files;
pub mod lang;
pub mod layout;
pub mod network;
pub mod replies;
pub mod report;
pub mod runtime;
pub mod secrets;
pub mod store;
pub mod ui;
