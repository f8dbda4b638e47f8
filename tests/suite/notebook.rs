//! The notebook: keys in, screen out; connecting an account against a network that is played by hand.

use crate::alone::Screen;
use crate::given::{a_brand, an_account, at};
use ronde::app::effect::{Call, Desktop, Job, Secret};
use ronde::app::event::{News, Reply};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::BrandId;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network};
use ronde::store::{Store, serve};

fn notebook() -> Screen {
    let mut store = Store::in_memory().expect("a store in memory");
    serve(&mut store, Job::SaveBrand(Box::new(a_brand()), at(0))).expect("a brand");
    let mut screen = Screen::over(store, at(0));
    screen.keys("7");
    screen
}

fn mastodon(brand: BrandId, remote_id: &str) -> Account {
    let mut capabilities = Capabilities::manual(Network::Mastodon);
    capabilities.can = [Ability::Reply, Ability::Publish, Ability::LookUp].into();
    capabilities.server = "snac 2.70".into();
    Account { remote_id: remote_id.into(), capabilities, ..an_account(brand, Network::Mastodon) }
}

fn trouble(cause: Cause) -> Trouble {
    Trouble { cause, account: None, detail: "".into() }
}

fn brand_of(screen: &Screen) -> BrandId {
    screen.model.brand.expect("a brand")
}

/// What the network is asked for now.
fn asked(screen: &Screen) -> &Call {
    &screen.calls.first().expect("a call").1
}

/// Goes on to the choice of the way to connect.
fn probed(screen: &mut Screen) {
    screen.keys(", n 1");
    screen.type_text("example.social");
    screen.keys("Enter");
    let Call::Probe { server, .. } = asked(screen) else { panic!("the server is probed") };
    assert_eq!(server.as_str(), "example.social");
    let found = mastodon(brand_of(screen), "1").capabilities;
    screen.reply_net(Ok(News::Server(Box::new(found))));
}

/// Connects with a token.
fn connected(screen: &mut Screen) {
    probed(screen);
    screen.keys("t");
    screen.type_text("s3cret-token");
    screen.keys("Enter");
    let account = mastodon(brand_of(screen), "1");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("s3cret-token"))));
}

fn stored(screen: &mut Screen) -> Vec<Account> {
    match screen.ask(Job::Load) {
        Reply::Workspace(workspace) => workspace.accounts,
        other => panic!("a workspace, not {other:?}"),
    }
}

#[test]
fn the_brand_is_shown_with_its_settings() {
    let screen = notebook();
    screen.shows("Maison Brume");
    screen.shows("Europe/Paris");
    screen.shows("09:00–17:00");
    screen.shows("lun. mar. mer. jeu. ven.");
}

#[test]
fn an_hour_that_ends_before_it_begins_is_refused() {
    let mut screen = notebook();
    screen.keys("Down Down Enter Ctrl+U");
    screen.type_text("17:00-9:00");
    screen.keys("Enter");
    screen.shows("la première plus tôt");
    screen.keys("Ctrl+U");
    screen.type_text("8h30-16h");
    screen.keys("Enter");
    screen.shows("08:30–16:00");
}

#[test]
fn the_public_holidays_of_france_come_at_once() {
    let mut screen = notebook();
    screen.keys("Down Down Down Down Enter f");
    screen.shows("11 jours fériés de 2026 ajoutés.");
    screen.shows("2 à venir, le prochain mer. 11 nov.");
}

#[test]
fn a_hold_is_asked_about_and_says_what_it_does() {
    let mut screen = notebook();
    screen.keys("End Up Enter");
    screen.shows("Mettre la marque en pause ?");
    screen.keys("Enter");
    assert!(!screen.model.brand().expect("the brand").on_hold, "the safe choice is first");
    screen.keys("Enter p");
    screen.shows("rien ne part");
    assert!(screen.model.brand().expect("the brand").on_hold);
}

#[test]
fn another_brand_is_made_and_shown() {
    let mut screen = notebook();
    screen.keys("n");
    screen.type_text("Brûlerie Nord");
    screen.keys("Enter");
    screen.shows("Brûlerie Nord");
    assert_eq!(screen.model.workspace.brands.len(), 2);
    assert_eq!(screen.model.brand().map(|brand| brand.name.as_str()), Some("Brûlerie Nord"));
}

#[test]
fn an_account_is_kept_by_hand_with_an_honest_word() {
    let mut screen = notebook();
    screen.keys(", n");
    screen.shows("Mastodon — se connecte");
    screen.shows("Instagram — à la main : Meta exige une appli à votre nom");
    screen.keys("3");
    screen.shows("Quel compte ?");
    screen.type_text("@brume.cafe");
    screen.keys("Enter");
    screen.shows("IG @brume.cafe");
    screen.shows("✎ à la main");
    assert_eq!(stored(&mut screen)[0].access, Access::Manual);
}

#[test]
fn an_account_is_connected_by_a_token_that_is_never_shown() {
    let mut screen = notebook();
    probed(&mut screen);
    screen.shows("Comment autoriser Ronde ?");
    screen.keys("t");
    screen.type_text("s3cret-token");
    screen.hides("s3cret");
    screen.keys("Enter");
    assert!(matches!(asked(&screen), Call::Connect { .. }));
    let account = mastodon(brand_of(&screen), "1");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("s3cret-token"))));
    screen.shows("@brume@example.social est connecté.");
    let kept = stored(&mut screen)[0].id;
    let Call::KeepSecret(id, secret) = asked(&screen) else { panic!("the secret is kept") };
    assert_eq!((*id, secret), (kept, &Secret::new("s3cret-token")));
    screen.reply_net(Ok(News::Kept { in_file: None }));
    assert!(matches!(asked(&screen), Call::Pull { .. }), "its messages are pulled at once");
}

#[test]
fn what_the_server_lacks_is_said() {
    let mut screen = notebook();
    connected(&mut screen);
    screen.reply_net(Ok(News::Kept { in_file: None }));
    screen.shows("snac 2.70");
    screen.shows("ne propose pas");
    screen.shows("le blocage d'un auteur");
}

#[test]
fn an_account_is_connected_in_the_browser_and_the_address_can_be_copied() {
    let mut screen = notebook();
    probed(&mut screen);
    screen.keys("b");
    assert!(matches!(asked(&screen), Call::StartAuthorization { .. }));
    let url = "https://example.social/oauth/authorize?client_id=1";
    screen.reply_net(Ok(News::Authorize { url: url.into(), caught: false }));
    assert_eq!(screen.desktop, [Desktop::Browse(url.into())]);
    screen.shows(url);
    screen.keys("c");
    assert_eq!(screen.desktop.last(), Some(&Desktop::Copy(url.into())));
    screen.keys("Esc Enter p");
    screen.type_text("code-42");
    screen.keys("Enter");
    let Call::FinishAuthorization { code, .. } = asked(&screen) else { panic!("the code is tried") };
    assert_eq!(code.as_str(), "code-42");
}

#[test]
fn a_code_that_comes_by_itself_is_not_asked_for() {
    let mut screen = notebook();
    probed(&mut screen);
    screen.keys("b");
    screen.reply_net(Ok(News::Authorize { url: "https://example.social/oauth".into(), caught: true }));
    screen.shows("j'attends…");
    screen.hides("Coller le code");
    let Call::FinishAuthorization { code, .. } = asked(&screen) else { panic!("the code is waited for") };
    assert!(code.is_blank());
    let account = mastodon(brand_of(&screen), "1");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("t"))));
    screen.shows("est connecté.");
}

#[test]
fn a_refused_token_is_told_and_asked_for_again() {
    let mut screen = notebook();
    probed(&mut screen);
    screen.keys("t");
    screen.type_text("wrong");
    screen.keys("Enter");
    screen.reply_net(Err(trouble(Cause::AuthExpired)));
    screen.shows("Quel jeton d'accès ?");
    assert!(stored(&mut screen).is_empty());
}

#[test]
fn a_server_that_is_not_there_can_be_named_again() {
    let mut screen = notebook();
    screen.keys(", n 1");
    screen.type_text("exemple.social");
    screen.keys("Enter");
    screen.reply_net(Err(trouble(Cause::Unreachable)));
    screen.shows("Sur quel serveur ?");
    screen.shows("exemple.social");
}

#[test]
fn an_expired_account_is_connected_again_under_its_own_row() {
    let mut screen = notebook();
    connected(&mut screen);
    screen.reply_net(Ok(News::Kept { in_file: None }));
    screen.calls.clear();
    let id = stored(&mut screen)[0].id;
    screen.keys("r");
    screen.reply_net(Ok(News::Server(Box::new(Capabilities::manual(Network::Mastodon)))));
    screen.keys("t");
    screen.type_text("new");
    screen.keys("Enter");
    let account = mastodon(brand_of(&screen), "1");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("new"))));
    let all = stored(&mut screen);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].id, id);
}

#[test]
fn another_account_does_not_take_the_place_of_the_one_that_expired() {
    let mut screen = notebook();
    connected(&mut screen);
    screen.reply_net(Ok(News::Kept { in_file: None }));
    screen.calls.clear();
    screen.keys("r");
    screen.reply_net(Ok(News::Server(Box::new(Capabilities::manual(Network::Mastodon)))));
    screen.keys("t");
    screen.type_text("new");
    screen.keys("Enter");
    let account = mastodon(brand_of(&screen), "2");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("new"))));
    screen.shows("rien n'est changé");
    assert_eq!(stored(&mut screen)[0].remote_id.as_str(), "1");
    assert!(screen.calls.is_empty(), "its secret is not kept either");
}

#[test]
fn the_demo_connects_nothing_and_says_why() {
    let mut screen = notebook();
    screen.model.look.demo = true;
    screen.keys(", n 1");
    screen.shows("Données d'exemple : aucun vrai compte ne s'y connecte.");
    assert!(screen.calls.is_empty());
}

#[test]
fn a_contact_is_added_with_what_it_does() {
    let mut screen = notebook();
    screen.keys(", , n");
    screen.type_text("Nadia");
    screen.keys("Enter r");
    screen.type_text("SAV");
    screen.keys("Enter v");
    screen.shows("[x] valide plans et contenus");
    screen.keys("f");
    screen.shows("Nadia");
    screen.shows("SAV");
    let contact = screen.model.contacts().next().expect("the contact");
    assert!(contact.validates);
}

#[test]
fn a_contact_is_removed_on_a_second_key() {
    let mut screen = notebook();
    screen.keys(", , n");
    screen.type_text("Nadia");
    screen.keys("Enter f x Enter");
    screen.shows("Nadia");
    screen.keys("x x");
    screen.shows("Aucun contact.");
}

#[test]
fn a_check_says_that_the_account_answers() {
    let mut screen = notebook();
    connected(&mut screen);
    screen.reply_net(Ok(News::Kept { in_file: None }));
    screen.calls.clear();
    screen.keys("v");
    let Call::Check(account) = asked(&screen).clone() else { panic!("the account is checked") };
    screen.reply_net(Ok(News::Checked(account)));
    screen.shows("@brume@example.social répond.");
}

#[test]
fn the_notebook_speaks_english() {
    let mut screen = notebook().in_english();
    screen.shows("I validate myself");
    screen.keys(",");
    screen.shows("No account. n adds one");
}

#[test]
fn giving_up_stores_nothing_and_a_late_answer_is_no_news() {
    let mut screen = notebook();
    probed(&mut screen);
    screen.keys("b");
    screen.reply_net(Ok(News::Authorize { url: "https://example.social/oauth".into(), caught: true }));
    screen.keys("q");
    screen.shows("Connexion abandonnée");
    let account = mastodon(brand_of(&screen), "1");
    screen.reply_net(Ok(News::Connected(Box::new(account), Secret::new("t"))));
    assert!(stored(&mut screen).is_empty());
    assert!(screen.calls.is_empty());
}

#[test]
fn an_undone_setting_is_shown_as_it_was() {
    let mut screen = notebook();
    screen.keys("Enter Ctrl+U");
    screen.type_text("Maison Écume");
    screen.keys("Enter");
    screen.shows("Maison Écume");
    screen.keys("u");
    screen.shows("Maison Brume");
    screen.hides("Maison Écume");
}
