//! What can't be undone for it has left: an answer that is out can be deleted on its network, if that can.

use super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::model::Model;
use super::{courier, shell};
use crate::domain::account::{Ability, Access};
use crate::domain::delivery::{Act, Delivery, Journey};
use crate::lang::Text;

/// Says that an act has left, and offers to delete an answer. The safe choice is first.
pub fn ask(model: &mut Model, delivery: &Delivery) {
    let account = model.account(delivery.account).cloned();
    let out = matches!((&delivery.act, &delivery.journey), (Act::Reply { .. }, Journey::Done { remote_id: Some(_), .. }));
    let Some(account) = account.filter(|account| out && account.access == Access::Connected && account.check(Ability::Delete).is_ok())
    else {
        model.told_left = Some(delivery.id);
        return model.hint(Text::new("unsay-too-late"));
    };
    let delete = Text::new("unsay-delete").with("network", account.network.name());
    let menu = Menu::new(Text::new("unsay-title"))
        .about(&courier::words(delivery))
        .item(Some('n'), Label::Text(Text::new("unsay-leave")), Ok(Chosen::Close))
        .item(Some('x'), Label::Text(delete), Ok(Chosen::Shell(shell::Then::Unsay(delivery.id))))
        .item(Some('u'), Label::Text(Text::new("unsay-before")), Ok(Chosen::Shell(shell::Then::UndoBefore(delivery.id))));
    model.dialog = Some(Dialog::Menu(menu));
}
