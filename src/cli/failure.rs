//! What went wrong with a command: what failed, why, what to type, and the exit code it decides.

use crate::app::trouble::Trouble;
use crate::app::trouble::explain;
use crate::config::{ConfigError, Fault};
use crate::domain::text::SafeText;
use crate::domain::time::Zone;
use crate::lang::{Text, Voice};

/// How a command ended, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// All of it is done.
    Done = 0,
    /// Nothing is done.
    Failed = 1,
    /// It was typed in a way that means nothing.
    Usage = 2,
    /// A part is done; what is left was said.
    Part = 3,
    /// A person has to act.
    Person = 4,
}

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// The stable word for it in `--json`.
    pub code: &'static str,
    /// What failed and why.
    pub what: Text,
    /// What to type.
    pub todo: Option<Text>,
}

impl Failure {
    /// It was typed in a way that means nothing.
    pub fn usage(what: Text) -> Self {
        Self { exit: Exit::Usage, code: "usage", what, todo: None }
    }

    /// It could not be done.
    pub fn failed(what: Text) -> Self {
        Self { exit: Exit::Failed, code: "failed", what, todo: None }
    }

    /// A person has to act.
    pub fn person(what: Text) -> Self {
        Self { exit: Exit::Person, code: "needs-person", what, todo: None }
    }

    /// The same with what to type.
    pub fn todo(mut self, todo: Text) -> Self {
        self.todo = Some(todo);
        self
    }

    /// A file of the system could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::failed(Text::new("cli-file-failed").with("file", shown(path)).with("why", SafeText::line(&error.to_string())))
    }

    /// A reply of another kind than was asked for: a fault of Ronde itself.
    pub fn odd(reply: &impl std::fmt::Debug) -> Self {
        let name: String = format!("{reply:?}").chars().take_while(|c| c.is_alphanumeric()).collect();
        Self::failed(Text::new("cli-odd-reply").with("reply", name))
    }

    /// Says it as lines for standard error.
    pub fn say(&self, voice: Voice<'_>) -> String {
        let what = voice.say(&self.what);
        self.todo.as_ref().map_or_else(|| what.clone(), |todo| format!("{what}\n{}", voice.say(todo)))
    }
}

/// A path as it may be printed.
pub(super) fn shown(path: &std::path::Path) -> SafeText {
    SafeText::line(&path.display().to_string())
}

impl Failure {
    /// What the file or a network could not do; hours are said in `zone`.
    pub fn of(trouble: &Trouble, zone: Zone) -> Self {
        let exit = if trouble.cause.needs_person() { Exit::Person } else { Exit::Failed };
        let (what, todo) = explain(trouble, zone);
        Self { exit, code: trouble.cause.code(), what, todo: Some(todo) }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let place = match error.line {
            0 => shown(&error.file).to_string(),
            line => format!("{}:{line}", shown(&error.file)),
        };
        let clean = |text: &str| SafeText::line(text);
        let (what, todo) = match &error.fault {
            Fault::Unreadable(why) => (Text::new("cli-config-unreadable").with("why", clean(why)), None),
            Fault::Syntax(why) => (Text::new("cli-config-syntax").with("why", clean(why)), None),
            Fault::UnknownKey { key, near } => {
                let todo = near.map(|near| Text::new("cli-did-you-mean").with("near", near));
                (Text::new("cli-config-unknown").with("key", clean(key)), todo)
            }
            Fault::WrongValue { key, expects } => (Text::new("cli-config-value").with("key", clean(key)).with("expects", expects), None),
            Fault::UnknownCommand { command, near } => {
                let todo = near.map(|near| Text::new("cli-did-you-mean").with("near", near));
                (Text::new("cli-config-command").with("command", clean(command)), todo)
            }
            Fault::TwoCommands { press, commands: [one, other] } => {
                let text = Text::new("cli-config-taken").with("press", clean(press));
                (text.with("one", *one).with("other", *other), None)
            }
            Fault::UnknownPress { command, press } => {
                (Text::new("cli-config-press").with("command", clean(command)).with("press", clean(press)), None)
            }
        };
        Self { exit: Exit::Failed, code: "config", what: what.with("place", place), todo }
    }
}
