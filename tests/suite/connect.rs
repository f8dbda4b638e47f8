//! Connecting by a handle and an app password: keys in, screen out, against a network that is played by hand.

use crate::alone::Screen;
use crate::given::{a_brand, an_account, at};
use crate::screen::shown;
use ronde::app::effect::{Call, Job, Secret};
use ronde::app::event::{News, Reply};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::BrandId;
use ronde::domain::account::{Ability, Account, Capabilities, Network};
use ronde::lang::Lang;
use ronde::store::{Store, serve};

/// An app password as Bluesky makes them.
const MADE: &str = "abcd-efgh-2345-wxyz";

/// The notebook on its accounts, the form of Bluesky open.
fn form() -> Screen {
    let mut store = Store::in_memory().expect("a store in memory");
    serve(&mut store, Job::SaveBrand(Box::new(a_brand()), at(0))).expect("a brand");
    let mut screen = Screen::over(store, at(0));
    screen.keys("7 , n 2");
    screen
}

fn bluesky(brand: BrandId, did: &str, server: &str) -> Account {
    let mut capabilities = Capabilities::manual(Network::Bluesky);
    capabilities.can = [Ability::Reply, Ability::Hide, Ability::Repost].into();
    let (server, remote_id) = (server.into(), did.into());
    Account { handle: "brume.bsky.social".into(), server, remote_id, capabilities, ..an_account(brand, Network::Bluesky) }
}

fn brand_of(screen: &Screen) -> BrandId {
    screen.model.brand.expect("a brand")
}

fn trouble(cause: Cause) -> Trouble {
    Trouble { cause, account: None, detail: "".into() }
}

/// Fills the form in and sends it.
fn send(screen: &mut Screen, handle: &str, password: &str, server: &str) {
    screen.type_text(handle);
    screen.keys("Enter");
    screen.paste(password);
    screen.keys("Enter");
    screen.type_text(server);
    screen.keys("Enter");
}

/// What the network is asked for: the handle, the server and the password.
fn asked(screen: &Screen) -> (String, String, Secret) {
    match screen.calls.first() {
        Some((_, Call::Connect { network: Network::Bluesky, server, name, token, .. })) => {
            (name.to_string(), server.to_string(), token.clone())
        }
        other => panic!("a connection, not {other:?}"),
    }
}

fn connected(screen: &mut Screen, did: &str) {
    send(screen, "brume.bsky.social", MADE, "");
    let account = bluesky(brand_of(screen), did, "https://pds.example");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("a session"))));
    screen.reply_net(Ok(News::Kept { in_file: None }));
    screen.calls.clear();
}

fn stored(screen: &mut Screen) -> Vec<Account> {
    match screen.ask(Job::Load) {
        Reply::Workspace(workspace) => workspace.accounts,
        other => panic!("a workspace, not {other:?}"),
    }
}

#[test]
fn bluesky_is_listed_among_those_that_connect() {
    let mut screen = form();
    screen.keys("Esc Esc n");
    screen.shows("1   Mastodon — se connecte");
    screen.shows("2   Bluesky — se connecte");
    screen.shows("3   Instagram — à la main");
}

#[test]
fn the_steps_are_told_on_the_screen_that_asks_in_both_languages_at_every_size() {
    for (width, height) in [(100, 30), (80, 24)] {
        let mut screen = form();
        screen.resize(width, height);
        for words in ["Paramètres", "Mots de passe d'application", "une seule fois", "Identifiant", "Serveur", "bsky.app"] {
            screen.shows(words);
        }
        screen.model.lang = Lang::En;
        for words in ["Settings", "App passwords", "only once", "Handle", "Server", "or the address of your bsky.app profile"] {
            screen.shows(words);
        }
        screen.keys("Tab Tab");
        screen.shows("Leave it empty: found by the handle.");
    }
}

#[test]
fn an_account_is_connected_by_handle_and_app_password_that_is_never_shown() {
    let mut screen = form();
    send(&mut screen, "https://bsky.app/profile/Brume.bsky.social", MADE, "");
    screen.hides("abcd");
    assert_eq!(asked(&screen), ("brume.bsky.social".to_owned(), String::new(), Secret::new(MADE)));
    let account = bluesky(brand_of(&screen), "did:plc:brume", "https://pds.example");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("a session"))));
    screen.shows("brume.bsky.social est connecté.");
    let kept = stored(&mut screen)[0].id;
    match screen.calls.first() {
        Some((_, Call::KeepSecret(id, secret))) => assert_eq!((*id, secret), (kept, &Secret::new("a session"))),
        other => panic!("the secret is kept, not {other:?}"),
    }
    screen.reply_net(Ok(News::Kept { in_file: None }));
    assert!(matches!(screen.calls.first(), Some((_, Call::Pull { .. }))), "its messages are pulled at once");
}

#[test]
fn the_password_is_drawn_as_dots_wherever_the_cursor_is() {
    let mut screen = form();
    screen.keys("Tab");
    screen.type_text("secret");
    screen.shows("••••••");
    screen.hides("secret");
    screen.keys("Tab");
    screen.shows("••••••");
    screen.hides("secret");
}

#[test]
fn a_server_is_named_where_the_handle_does_not_lead_to_it() {
    let mut screen = form();
    send(&mut screen, "@brume.test", MADE, "http://127.0.0.1:2583");
    assert_eq!(asked(&screen), ("brume.test".to_owned(), "http://127.0.0.1:2583".to_owned(), Secret::new(MADE)));
}

#[test]
fn what_is_no_handle_is_refused_with_the_reason_and_nothing_is_asked() {
    for (typed, said) in [
        ("", "Donnez l'identifiant du compte"),
        ("lea@example.org", "C'est une adresse e-mail"),
        ("brume", "Il manque la fin de l'identifiant"),
        ("brume !", "Ce n'est pas un identifiant"),
    ] {
        let mut screen = form();
        send(&mut screen, typed, MADE, "");
        screen.shows(said);
        assert!(screen.calls.is_empty(), "{typed}");
        screen.keys("Ctrl+U");
        screen.type_text("brume.bsky.social");
        screen.keys("Ctrl+D");
        assert_eq!(asked(&screen).0, "brume.bsky.social", "what was typed beside it is still there");
    }
}

#[test]
fn another_password_is_told_about_once_with_the_place_to_make_one() {
    let mut screen = form();
    send(&mut screen, "brume.bsky.social", "correct horse", "");
    screen.shows("On dirait votre mot de passe habituel.");
    screen.shows("https://bsky.app/settings/app-passwords");
    assert!(screen.calls.is_empty());
    screen.keys("Ctrl+D");
    assert_eq!(asked(&screen).2, Secret::new("correct horse"), "whoever sends it again means it");
    let mut empty = form();
    send(&mut empty, "brume.bsky.social", "", "");
    empty.shows("Collez le mot de passe d'application.");
}

#[test]
fn a_refused_password_is_asked_for_again_beside_the_handle() {
    let mut screen = form();
    send(&mut screen, "brume.bsky.social", MADE, "");
    screen.reply_net(Err(trouble(Cause::AuthExpired)));
    screen.shows("Refusé : identifiant ou mot de passe d'application inexact.");
    screen.shows("brume.bsky.social");
    screen.hides("••••");
    screen.type_text(MADE);
    screen.keys("Ctrl+D");
    assert_eq!(asked(&screen).2, Secret::new(MADE));
    assert!(stored(&mut screen).is_empty());
}

#[test]
fn a_password_that_opens_nothing_is_pasted_anew_and_not_behind_the_old_one() {
    for cause in [Cause::WrongPassword, Cause::NeedsAppPassword] {
        let mut screen = form();
        send(&mut screen, "brume.bsky.social", MADE, "");
        screen.reply_net(Err(trouble(cause)));
        screen.hides("••••");
        screen.paste("qrst-efgh-2345-wxyz");
        screen.keys("Ctrl+D");
        assert_eq!(asked(&screen).2, Secret::new("qrst-efgh-2345-wxyz"), "{cause:?}");
    }
}

#[test]
fn a_handle_that_nobody_has_is_typed_anew_and_the_password_stays() {
    let mut screen = form();
    send(&mut screen, "brume.bsky.social", MADE, "");
    screen.reply_net(Err(Trouble { detail: "brume.bsky.social".into(), ..trouble(Cause::UnknownHandle) }));
    screen.shows("Aucun compte trouvé pour : brume.bsky.social");
    screen.keys("Ctrl+U");
    screen.type_text("nuage.bsky.social");
    screen.keys("Ctrl+D");
    let (name, _, password) = asked(&screen);
    assert_eq!((name.as_str(), password), ("nuage.bsky.social", Secret::new(MADE)));
}

#[test]
fn a_network_that_is_away_leaves_everything_typed_where_it_was() {
    let mut screen = form();
    send(&mut screen, "brume.bsky.social", MADE, "");
    screen.reply_net(Err(trouble(Cause::Unreachable)));
    screen.keys("Ctrl+D");
    assert_eq!(asked(&screen), ("brume.bsky.social".to_owned(), String::new(), Secret::new(MADE)));
}

#[test]
fn what_a_form_tried_is_told_in_the_form_alone_with_what_there_is_to_do() {
    let until = at(30);
    for (cause, words, remedy) in [
        (Cause::AuthExpired, "Refusé : identifiant ou mot de passe d'application inexact.", ""),
        (Cause::WrongPassword, "Le réseau ne reconnaît pas cet identifiant avec ce mot de passe.", ""),
        (Cause::NeedsAppPassword, "seconde preuve", "à la place de celui du compte"),
        (Cause::Suspended, "Le réseau a fermé ce compte", "puis reconnectez le compte."),
        (Cause::UnknownHandle, "Aucun compte trouvé", "pas une adresse e-mail."),
        (Cause::Unreachable, "Pas de connexion au serveur.", "Ctrl+D réessaie."),
        (Cause::TimedOut, "Le serveur n'a pas répondu à temps.", "Ctrl+D réessaie."),
        (Cause::RateLimited(until), "Le réseau demande d'attendre jusqu'à", "Ctrl+D réessaie."),
        (Cause::ServerFailed, "Le serveur du réseau est en panne.", "Ctrl+D réessaie."),
        (Cause::Rejected, "Le réseau a refusé : sans précision", ""),
    ] {
        let mut screen = form();
        screen.resize(80, 24);
        send(&mut screen, "brume.bsky.social", MADE, "");
        screen.reply_net(Err(trouble(cause)));
        for said in [words, remedy] {
            assert!(shown(&screen.text()).contains(&shown(said)), "{cause:?}: {said}\n{}", screen.text());
        }
        assert!(screen.model.notices.current(screen.model.now).is_none(), "{cause:?}: told once\n{}", screen.text());
        screen.shows("Serveur");
    }
}

#[test]
fn escape_leaves_the_form_enter_takes_it_up_and_nothing_of_it_is_written() {
    let mut screen = form();
    screen.type_text("brume.bsky.social");
    screen.keys("Tab");
    screen.type_text(MADE);
    screen.keys("Esc");
    screen.shows("L'identifiant et le mot de passe d'application restent à donner.");
    screen.keys("Enter");
    screen.shows("brume.bsky.social");
    screen.keys("Ctrl+D");
    assert_eq!(asked(&screen).2, Secret::new(MADE));
    let Reply::Workspace(workspace) = screen.ask(Job::Load) else { panic!("a workspace") };
    assert!(
        workspace.settings.iter().all(|(name, value)| !name.contains("connect") && !value.contains("abcd")),
        "{:?}",
        workspace.settings
    );
}

#[test]
fn leaving_the_program_writes_no_password() {
    let mut screen = form();
    screen.type_text("brume.bsky.social");
    screen.keys("Tab");
    screen.type_text(MADE);
    screen.hear(ronde::app::event::Event::Hangup);
    let Reply::Workspace(workspace) = screen.ask(Job::Load) else { panic!("a workspace") };
    assert!(workspace.settings.values().all(|value| !value.contains("abcd")), "{:?}", workspace.settings);
}

#[test]
fn an_expired_account_asks_for_the_same_again_and_keeps_its_row() {
    let mut screen = form();
    connected(&mut screen, "did:plc:brume");
    let id = stored(&mut screen)[0].id;
    screen.keys("r");
    screen.shows("Connecter un compte Bluesky");
    screen.shows("brume.bsky.social");
    screen.type_text(MADE);
    screen.keys("Ctrl+D");
    // It moved to another server meanwhile: its identity stays.
    let account = bluesky(brand_of(&screen), "did:plc:brume", "https://other.example");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("new"))));
    let all = stored(&mut screen);
    assert_eq!((all.len(), all[0].id, all[0].server.as_str()), (1, id, "https://other.example"));
}

#[test]
fn the_same_account_added_twice_is_one_row_even_from_another_server() {
    let mut screen = form();
    connected(&mut screen, "did:plc:brume");
    screen.keys("n 2");
    send(&mut screen, "brume.bsky.social", MADE, "");
    let account = bluesky(brand_of(&screen), "did:plc:brume", "https://other.example");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("new"))));
    assert_eq!(stored(&mut screen).len(), 1);
}

#[test]
fn another_account_does_not_take_the_place_of_the_one_that_expired() {
    let mut screen = form();
    connected(&mut screen, "did:plc:brume");
    screen.keys("r");
    screen.type_text(MADE);
    screen.keys("Ctrl+D");
    let account = bluesky(brand_of(&screen), "did:plc:other", "https://pds.example");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("new"))));
    screen.shows("rien n'est changé");
    assert_eq!(stored(&mut screen)[0].remote_id.as_str(), "did:plc:brume");
}

#[test]
fn giving_up_stores_nothing() {
    let mut screen = form();
    screen.type_text("brume.bsky.social");
    screen.keys("Esc Esc");
    screen.shows("Connexion abandonnée");
    assert!(stored(&mut screen).is_empty() && screen.calls.is_empty());
}
