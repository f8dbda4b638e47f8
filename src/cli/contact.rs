//! `ronde contact`: the people the CM works with.

use super::args::ContactCommand;
use super::failure::{Exit, Failure};
use super::session::{Session, reply};
use super::shape;
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::domain::ContactId;
use crate::domain::contact::Contact;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: ContactCommand) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    match command {
        ContactCommand::Add { name, role, email, validates, receives_reports } => {
            let line = |text: Option<String>| SafeText::line(text.as_deref().unwrap_or_default());
            let contact = Contact {
                id: ContactId(0),
                brand: brand.id,
                name: SafeText::line(&name),
                role: line(role),
                email: line(email),
                validates,
                receives_reports,
            };
            if contact.name.is_blank() {
                return Err(Failure::usage(Text::new("cli-blank-name")));
            }
            if workspace.contacts.iter().any(|known| known.brand == brand.id && known.name == contact.name) {
                return Err(Failure::failed(Text::new("cli-contact-exists").with("name", &contact.name)));
            }
            let now = session.now();
            let contact = reply!(session, Job::SaveContact(Box::new(contact), now), Reply::Contact(contact) => contact);
            session.out.tell(&Text::new("cli-contact-made").with("name", &contact.name).with("id", contact.id));
            session.out.field("contact", shape::contact(&contact));
        }
        ContactCommand::List => {
            let contacts: Vec<_> = workspace.contacts.iter().filter(|contact| contact.brand == brand.id).collect();
            for contact in &contacts {
                session.out.line(&format!("{:>4}  {}  {}  {}", contact.id, contact.name, contact.role, contact.email));
            }
            if contacts.is_empty() {
                session.out.say(&Text::new("cli-no-contact-todo"));
            }
            session.out.field("contacts", contacts.into_iter().map(shape::contact).collect::<Vec<_>>());
        }
    }
    Ok(Exit::Done)
}
