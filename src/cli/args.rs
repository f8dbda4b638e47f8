//! What can be typed: the tree of commands with their flags, and nothing of what they do.
//!
//! No text for people stands here: `help` finds each by the name of its command or flag.

use crate::config::Language;
use crate::domain::account::Network;
use crate::domain::brand::ReportsTo;
use crate::domain::post::ApprovalOf;
use crate::domain::reading::Metric;
use crate::domain::report::Format;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Takes the codes of an enum of ours, and gives its value.
macro_rules! codes {
    ($kind:ty) => {
        clap::builder::TypedValueParser::map(PossibleValuesParser::new(<$kind>::ALL.iter().map(|value| value.code())), |code: String| {
            <$kind>::from_code(&code).expect("clap lets known codes through alone")
        })
    };
}

/// What an account may be added as: a network that connects, or by hand.
fn kinds() -> impl Iterator<Item = &'static str> {
    Network::listed().into_iter().filter(|network| network.connects()).map(Network::code).chain(["manual"])
}

#[derive(Debug, Parser)]
#[command(name = "ronde", version, disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "FILE", env = "RONDE_DB")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "RONDE_CONFIG")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub brand: Option<String>,
    #[arg(long, global = true, value_name = "LANG", value_parser = codes!(Language))]
    pub lang: Option<Language>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo,
    #[command(subcommand)]
    Brand(BrandCommand),
    #[command(subcommand)]
    Account(AccountCommand),
    #[command(subcommand)]
    Contact(ContactCommand),
    #[command(subcommand)]
    Person(PersonCommand),
    Pull {
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
    },
    Publish(Publish),
    Run {
        #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(1..=1440))]
        every: Option<u32>,
    },
    Inbox {
        #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
        filter: Option<String>,
        #[arg(long, value_name = "VIEW", default_value = "open")]
        view: String,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u32,
    },
    Reply {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long)]
        hold: bool,
    },
    #[command(subcommand)]
    Replies(RepliesCommand),
    Close {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        #[arg(long, value_name = "WORDS")]
        reason: Option<String>,
    },
    Snooze {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        #[arg(long, value_name = "WHEN")]
        until: String,
    },
    Delegate {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        #[arg(long, value_name = "CONTACT")]
        to: String,
        #[arg(long, value_name = "WHEN")]
        until: String,
        #[arg(long, value_name = "TEXT")]
        ask: Option<String>,
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    Brief {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long)]
        chase: bool,
        #[arg(long, value_name = "TEXT", conflicts_with = "chase")]
        answer: Option<String>,
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    #[command(subcommand)]
    Rule(RuleCommand),
    #[command(subcommand)]
    Post(PostCommand),
    Log(Log),
    Readings {
        #[command(flatten)]
        span: Span,
        #[arg(long, value_name = "METRIC", value_parser = codes!(Metric))]
        metric: Option<Metric>,
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
    },
    Report {
        #[command(flatten)]
        span: Span,
        #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = codes!(Format), default_value = "md,html,csv")]
        format: Vec<Format>,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
    Export {
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Backup {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Doctor,
    Completions {
        #[arg(value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    Man,
    Help {
        #[arg(value_name = "COMMAND")]
        topic: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum BrandCommand {
    Add(BrandAdd),
    List,
    Hold {
        #[arg(value_name = "NAME")]
        name: Option<String>,
        #[arg(long)]
        off: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct BrandAdd {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "ZONE", default_value = "Europe/Paris")]
    pub zone: String,
    #[arg(long, value_name = "HH:MM-HH:MM", default_value = "09:00-17:00")]
    pub hours: String,
    #[arg(long, value_name = "1-7", default_value = "1-5")]
    pub weekdays: String,
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub sweeps: u8,
    #[arg(long, value_name = "WHOM", value_parser = codes!(ReportsTo), default_value = "myself")]
    pub reports_to: ReportsTo,
    #[arg(long)]
    pub validates_alone: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum AccountCommand {
    Add(AccountAdd),
    List,
    Check {
        #[arg(value_name = "ACCOUNT")]
        account: Option<String>,
    },
    Remove {
        #[arg(value_name = "ACCOUNT")]
        account: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct AccountAdd {
    #[arg(value_name = "NETWORK", value_parser = PossibleValuesParser::new(kinds()))]
    pub kind: String,
    #[arg(long, value_name = "URL")]
    pub server: Option<String>,
    #[arg(long)]
    pub token_stdin: bool,
    #[arg(long)]
    pub token: bool,
    #[arg(long, value_name = "NETWORK", value_parser = codes!(Network))]
    pub network: Option<Network>,
    #[arg(long, value_name = "@HANDLE")]
    pub handle: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum ContactCommand {
    Add {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        #[arg(long)]
        validates: bool,
        #[arg(long)]
        receives_reports: bool,
    },
    List,
}

#[derive(Debug, Subcommand)]
pub(super) enum RepliesCommand {
    List,
    Import {
        #[arg(value_name = "FILE")]
        source: PathBuf,
        #[arg(long)]
        dry_run: bool,
        #[arg(long, conflicts_with = "replace")]
        skip: bool,
        #[arg(long)]
        replace: bool,
    },
    Export {
        #[arg(value_name = "FILE")]
        target: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum RuleCommand {
    List,
    Test {
        #[arg(value_name = "NAME")]
        rule: String,
        #[arg(long, value_name = "N", default_value_t = 500)]
        last: u16,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum PersonCommand {
    Export {
        #[arg(value_name = "ID|HANDLE")]
        who: String,
        #[arg(long = "out", value_name = "FILE")]
        file_out: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Erase {
        #[arg(value_name = "ID|HANDLE")]
        who: String,
        #[arg(long = "yes")]
        sure: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct Publish {
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "ID")]
    pub was_sent: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub not_sent: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub allow_late: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum PostCommand {
    Add(PostAdd),
    Edit(PostEdit),
    List {
        #[command(flatten)]
        span: Span,
    },
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Approve {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "WHAT", value_parser = codes!(ApprovalOf))]
        of: ApprovalOf,
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        #[arg(long, value_name = "WORDS")]
        words: Option<String>,
        #[arg(long)]
        pass_over: bool,
    },
    Schedule {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "WHEN")]
        at: String,
    },
    Cancel {
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct PostAdd {
    #[arg(long, value_name = "TITLE")]
    pub title: String,
    #[command(flatten)]
    pub content: Content,
}

#[derive(Debug, Args)]
pub(super) struct PostEdit {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[command(flatten)]
    pub content: Content,
}

#[derive(Debug, Args)]
pub(super) struct Content {
    #[arg(long = "account", value_name = "ACCOUNT")]
    pub accounts: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub media: Vec<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    pub alt: Vec<String>,
    #[arg(long, value_name = "DAY")]
    pub day: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub pillar: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Log {
    #[arg(long, value_name = "DAY")]
    pub day: Option<String>,
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    #[arg(value_name = "METRIC=VALUE", required = true)]
    pub figures: Vec<String>,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Default, Args)]
pub(super) struct Span {
    #[arg(long, value_name = "2026-10", conflicts_with_all = ["week", "from", "to"])]
    pub month: Option<String>,
    #[arg(long, value_name = "2026-W43", conflicts_with_all = ["from", "to"])]
    pub week: Option<String>,
    #[arg(long, value_name = "DAY", requires = "to")]
    pub from: Option<String>,
    #[arg(long, value_name = "DAY", requires = "from")]
    pub to: Option<String>,
}
