//! What is done: what is offered, once, and what a look-up knows of it afterwards.

use super::super::relay::Fault;
use super::super::wire::Said;
use super::super::world::{Kept, PUBLIC, World, hasty, keep, patient};
use super::all;
use crate::given::answer_to;
use crate::network::stage::publish;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Ability, Lack};
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::post::Media;
use ronde::domain::text::SafeText;
use serde_json::json;

/// What is not offered is refused and asked of no server; what is offered works.
pub async fn capabilities_are_true(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    // What carol writes is only acted upon: after the first run on a server she may be blocked.
    let spam =
        world.does(&world.carol, publish(&format!("{} {}", (world.subject.mention)(&world.alice.account), world.unique("Spam")))).await?;
    world.sees(&spam).await;
    let own = world.does(&world.alice, publish(&world.unique("Own"))).await?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("dot.gif");
    std::fs::write(&file, DOT).map_err(|error| error.to_string())?;
    let media = vec![Media { path: SafeText::line(&file.display().to_string()), alt: SafeText::line("A dot") }];
    let words = world.unique("Answer");
    // Whoever is blocked can't be acted upon in other ways: that comes last.
    let mut abilities = Ability::ALL.to_vec();
    abilities.sort_by_key(|ability| *ability == Ability::Block);
    for ability in abilities {
        let offered = world.alice.account.capabilities.offers(ability);
        let acts = match ability {
            Ability::Reply => vec![answer_to(&question, &words)],
            Ability::Like => vec![Act::Like { of: question.remote_id.clone() }],
            Ability::Repost => vec![Act::Repost { of: question.remote_id.clone() }],
            Ability::Quote => {
                vec![Act::Quote { of: question.remote_id.clone(), text: SafeText::line(&world.unique("Quote")), visibility: PUBLIC }]
            }
            Ability::Delete => vec![Act::Delete { what: own.clone() }],
            Ability::Mute => vec![Act::Mute { author_of: spam.clone() }],
            Ability::Report => vec![Act::Report { what: spam.clone(), reason: SafeText::line("A try") }],
            Ability::Block => vec![Act::Block { author_of: spam.clone() }],
            Ability::Publish => vec![publish(&world.unique("Post"))],
            Ability::Media => {
                let text = SafeText::line(&world.unique("Picture"));
                vec![Act::Publish { text, media: media.clone(), visibility: PUBLIC, after: None }]
            }
            Ability::Hide if offered => vec![hidden(world).await?],
            Ability::Hide => vec![Act::Hide { what: question.remote_id.clone() }],
            Ability::Context | Ability::Figures | Ability::Direct | Ability::LookUp | Ability::Idempotency | Ability::Filtered => {
                Vec::new()
            }
        };
        let refusal = if offered { Ok(()) } else { Err(Lack::Server(ability)) };
        keep!(world.alice.account.check(ability) == refusal, "{}: the check says {:?}", ability.code(), world.alice.account.check(ability));
        for act in acts {
            world.asked();
            let delivery = world.delivery(&world.alice, act);
            let answer = if offered { world.sends(&delivery).await } else { world.send(&delivery).await };
            let asked = world.asked();
            if offered {
                keep!(matches!(answer, Ok(Answer::Done { .. })), "{} is offered: {answer:?}", ability.code());
            } else {
                let refused = matches!(&answer, Ok(Answer::Refused { .. }))
                    || answer.as_ref().is_err_and(|trouble| trouble.cause == Cause::NotOffered);
                keep!(refused, "{} is not offered: {answer:?}", ability.code());
                keep!(asked.is_empty(), "{} is not offered, and yet: {}", ability.code(), asked[0].line());
            }
        }
        let read = match ability {
            Ability::Context => Some(world.context(&world.alice, &question.remote_id).await.map(drop)),
            Ability::Figures => Some(world.figures().await.map(drop)),
            _ => None,
        };
        if let Some(read) = read {
            let asked = world.asked();
            keep!(!offered || read.is_ok(), "{} is offered: {read:?}", ability.code());
            keep!(offered || asked.is_empty() && read.is_err(), "{} is not offered, and yet: {read:?}", ability.code());
        }
    }
    if world.alice.account.capabilities.offers(Ability::Reply) {
        let seen = world.times_seen(&world.bob, &question.remote_id, &words).await?;
        keep!(seen == 1, "bob sees the answer {seen} times");
    }
    Ok(())
}

/// A picture of one dot.
const DOT: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// An answer of bob's beneath something of alice's, to be hidden.
async fn hidden(world: &World) -> Result<Act, String> {
    let post = world.does(&world.alice, publish(&world.unique("Open"))).await?;
    world.sees(&post).await;
    let words = world.unique("Rude");
    let handle = world.alice.account.handle.clone();
    world.does(&world.bob, Act::Reply { to: post, handle, text: SafeText::line(&words), visibility: PUBLIC }).await?;
    Ok(Act::Hide { what: world.arrives(&words).await?.remote_id })
}

/// Twice with its key, lost on the way back, lost on the way there: the act is there once.
pub async fn an_act_is_done_once(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let can = &world.alice.account.capabilities;
    let seen = async |words: &str| -> Kept {
        for (name, who) in [("bob", &world.bob), ("alice", &world.alice)] {
            let seen = world.times_seen(who, &question.remote_id, words).await?;
            keep!(seen == 1, "{name} sees {words:?} {seen} times");
        }
        Ok(())
    };
    let send = async |delivery: &Delivery| world.sends(delivery).await.map_err(|trouble| format!("{trouble:?}"));

    world.asked();
    let words = world.unique("Plain");
    let plain = world.delivery(&world.alice, answer_to(&question, &words));
    let done = send(&plain).await?;
    let Answer::Done { remote_id: Some(id), .. } = &done else { return Err(format!("an answer is not done: {done:?}")) };
    let acts = world.acts();
    keep!(acts == 1, "{acts} requests did one act");
    if can.offers(Ability::Idempotency) {
        let again = send(&plain).await?;
        keep!(matches!(&again, Answer::Done { remote_id: Some(same), .. } if same == id), "sent again with its key: {again:?}, not {id}");
    }
    seen(&words).await?;

    world.asked();
    let words = world.unique("Returned");
    let lost = world.delivery(&world.alice, answer_to(&question, &words));
    world.relay.plan(world.subject.is_act, Fault::Lose);
    let answer = send(&lost).await?;
    world.relay.heal();
    keep!(matches!(answer, Answer::Unclear { .. }), "its answer was lost: {answer:?}");
    let acts = world.acts();
    keep!(acts == 1, "{acts} requests did one act whose answer was lost");
    seen(&words).await?;
    if can.offers(Ability::LookUp) {
        let sighting = world.look_up(&lost).await;
        keep!(matches!(sighting, Ok(Sighting::There { .. })), "done, and its answer lost: {sighting:?}");
    }

    for (name, fault) in [("lost", Fault::Vanish), ("met by 503", Fault::Say(Said::json(503, &json!({})))), ("met by silence", Fault::Hang)]
    {
        let words = world.unique("Departed");
        let never = world.delivery(&world.alice, answer_to(&question, &words));
        world.alice_begins_anew(if name == "met by silence" { hasty() } else { patient() });
        world.asked();
        world.relay.plan(world.subject.is_act, fault);
        let answer = send(&never).await?;
        world.relay.heal();
        keep!(matches!(answer, Answer::Unclear { .. }), "{name} on the way: {answer:?}");
        let acts = world.acts();
        keep!(acts <= 1, "{name} on the way, it was sent {acts} times");
        world.alice_begins_anew(patient());
        let sighting = world.look_up(&never).await.map_err(|trouble| format!("{trouble:?}"))?;
        keep!(!matches!(sighting, Sighting::There { .. }), "never done, and yet {sighting:?}");
        if sighting == Sighting::Absent {
            let answer = send(&never).await?;
            keep!(matches!(answer, Answer::Done { .. }), "absent, and sent again: {answer:?}");
            seen(&words).await?;
        }
    }
    Ok(())
}

/// What is there is found, and it is that.
pub async fn a_look_up_finds_what_was_sent(world: &World) -> Kept {
    let can = &world.alice.account.capabilities;
    let question = world.hears(&world.bob, "Question").await?;
    let own = world.does(&world.alice, publish(&world.unique("To go"))).await?;
    let odd = world.unique("Oui, *samedi* — « dès 9 h » : http://127.0.0.1:9/?a=1&b=2 #ouvert");
    let acts = [
        (Ability::Publish, publish(&world.unique("Post"))),
        (Ability::Publish, publish(&odd)),
        (Ability::Reply, answer_to(&question, &world.unique("Answer"))),
        (Ability::Like, Act::Like { of: question.remote_id.clone() }),
        (Ability::Delete, Act::Delete { what: own }),
    ];
    if !can.offers(Ability::LookUp) {
        return Ok(());
    }
    for (_, act) in acts.into_iter().filter(|(ability, _)| can.offers(*ability)) {
        let delivery = world.delivery(&world.alice, act);
        let answer = world.sends(&delivery).await;
        let Ok(Answer::Done { remote_id: id, .. }) = answer else { return Err(format!("{}: {answer:?}", delivery.act.code())) };
        let mut sighting = world.look_up(&delivery).await;
        // A server may show what it took a moment later.
        for _ in 0..50 {
            if matches!(sighting, Ok(Sighting::There { .. })) {
                break;
            }
            world.rest().await;
            sighting = world.look_up(&delivery).await;
        }
        let Ok(Sighting::There { remote_id, .. }) = &sighting else { return Err(format!("{} is done: {sighting:?}", delivery.act.code())) };
        keep!(!delivery.act.speaks() || id.as_ref() == Some(remote_id), "{} is {id:?}, and {remote_id} was found", delivery.act.code());
    }
    Ok(())
}

/// Absent is a licence to send again: it is said of what is not there, and never of what is.
pub async fn a_look_up_says_absent_only_of_what_is(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let own = world.does(&world.alice, publish(&world.unique("To stay"))).await?;
    let said = world.unique("Said");
    let out = world.delivery(&world.alice, answer_to(&question, &said));
    let answer = world.sends(&out).await;
    keep!(matches!(answer, Ok(Answer::Done { .. })), "an answer: {answer:?}");
    world.times_seen(&world.alice, &question.remote_id, &said).await?;
    let never = [
        publish(&world.unique("Never posted")),
        answer_to(&question, &world.unique("Never answered")),
        Act::Like { of: question.remote_id.clone() },
        Act::Delete { what: own },
    ];
    for act in never {
        let delivery = world.delivery(&world.alice, act);
        let sighting = world.look_up(&delivery).await;
        keep!(matches!(sighting, Ok(Sighting::Absent | Sighting::CantTell)), "{} was never sent: {sighting:?}", delivery.act.code());
        let surely = delivery.act.speaks() && world.alice.account.capabilities.offers(Ability::LookUp);
        keep!(!surely || sighting == Ok(Sighting::Absent), "{} can be looked up, and was never sent: {sighting:?}", delivery.act.code());
    }
    let sighting = world.look_up(&out).await;
    keep!(sighting != Ok(Sighting::Absent), "it is out, and said to be absent");
    Ok(())
}

/// A look-up that fails proves nothing.
pub async fn a_look_up_that_cannot_tell_says_so(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let page = || Said { status: 200, headers: vec![("content-type".to_owned(), "text/html".to_owned())], body: b"<html>".to_vec() };
    let says = |status: u16| Fault::Say(Said::json(status, &json!({"error": "Oops", "message": "Oops"})));
    let acts =
        [publish(&world.unique("Post")), answer_to(&question, &world.unique("Answer")), Act::Like { of: question.remote_id.clone() }];
    for act in acts {
        let delivery = world.delivery(&world.alice, act);
        let faults = [
            ("401", says(401)),
            ("429", says(429)),
            ("500", says(500)),
            ("502", says(502)),
            ("a web page", Fault::Say(page())),
            ("a closed connection", Fault::Vanish),
            ("a cut answer", Fault::Cut),
            ("a short answer", Fault::Shorten),
        ];
        for (name, fault) in faults {
            world.relay.plan(all, fault);
            let sighting = world.look_up(&delivery).await;
            world.relay.heal();
            let honest = matches!(sighting, Err(_) | Ok(Sighting::CantTell | Sighting::Failed { .. }));
            keep!(honest, "{} met {name}: {sighting:?}", delivery.act.code());
        }
    }
    Ok(())
}
