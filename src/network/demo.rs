//! The demo: every call is answered here, nothing leaves.

use super::Connector;
use crate::app::effect::{Page, Stream};
use crate::app::trouble::Trouble;
use crate::domain::account::{Account, Capabilities, Network, Standing};
use crate::domain::conversation::Turn;
use crate::domain::delivery::{Answer, Delivery, Sighting};
use crate::domain::reading::Reading;
use crate::domain::text::SafeText;
use crate::domain::time::Day;

/// A network on which everything works and nobody is.
pub(super) struct Demo;

impl Connector for Demo {
    async fn probe(&self) -> Result<Capabilities, Trouble> {
        Ok(Capabilities::manual(Network::Mastodon))
    }

    async fn check(&self, account: &Account) -> Result<Account, Trouble> {
        Ok(Account { standing: Standing::Well, ..account.clone() })
    }

    async fn pull(&self, _account: &Account, stream: Stream, _cursor: Option<&str>) -> Result<Page, Trouble> {
        Ok(Page { stream, incoming: Vec::new(), own: Vec::new(), reactions: Vec::new(), cursor: None, more: false })
    }

    async fn context(&self, _account: &Account, _remote_id: &SafeText) -> Result<Vec<Turn>, Trouble> {
        Ok(Vec::new())
    }

    async fn figures(&self, _account: &Account, _day: Day) -> Result<Vec<Reading>, Trouble> {
        Ok(Vec::new())
    }

    async fn send(&self, _account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
        Ok(Answer::Done { remote_id: Some(remote_id(delivery)), url: None })
    }

    async fn look_up(&self, _account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
        Ok(Sighting::There { remote_id: remote_id(delivery), url: None })
    }
}

fn remote_id(delivery: &Delivery) -> SafeText {
    SafeText::line(&format!("demo-{}", delivery.id))
}
