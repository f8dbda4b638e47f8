//! The four functions that the runtime joins. It knows nothing else of what they do.

use crate::app::effect::{Call, Job};
use crate::app::event::{Event, News, Reply};
use crate::app::model::Model;
use crate::app::trouble::Trouble;
use crate::app::{self, effect::Effect};
use crate::domain::time::Moment;
use crate::network::{self, Networks};
use crate::store::{self, Store};
use crate::ui;
use ratatui::Frame;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// Hears an event, changes the model, and gives what is to be asked of the world.
pub type Update = Box<dyn FnMut(&mut Model, Event) -> Vec<Effect>>;
/// Draws the model.
pub type View = Box<dyn FnMut(&mut Frame<'_>, &Model)>;
/// Carries out a job, on either of the two threads of the file.
pub type Serve = Arc<dyn Fn(&mut Store, Job) -> Result<Reply, Trouble> + Send + Sync>;
/// Makes a call, on the thread of the networks.
pub type Speak = Arc<dyn Fn(Rc<Networks>, Call, Moment) -> Pin<Box<dyn Future<Output = Result<News, Trouble>>>> + Send + Sync>;

/// What the runtime joins.
pub struct Parts {
    /// The core.
    pub update: Update,
    /// The screens.
    pub view: View,
    /// The file.
    pub serve: Serve,
    /// The networks.
    pub speak: Speak,
}

impl Parts {
    /// Those of Ronde.
    #[must_use]
    pub fn own() -> Self {
        Self {
            update: Box::new(app::update),
            view: Box::new(ui::draw),
            serve: Arc::new(store::serve),
            speak: Arc::new(|networks, call, now| Box::pin(async move { network::serve(&networks, call, now).await })),
        }
    }
}
