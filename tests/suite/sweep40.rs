//! A sweep of forty messages, in the demo and on a real server: every key is counted but the text of the answers.
//!
//! The aim is 1.6 keys a message, the start of the sweep included.

use crate::day::Server;
use crate::given;
use crate::screen::Screen;
use crate::terminal::Terminal;
use chrono::Duration;
use ronde::app::effect::Job;
use ronde::domain::account::{Access, Standing};
use ronde::domain::message::Incoming;
use ronde::domain::sweep::Receipt;
use ronde::runtime::clock;
use std::collections::VecDeque;

/// What a CM decides of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Answer,
    Close,
    Delegate,
    Snooze,
    Hide,
    /// The same as for the message before.
    Again,
}

/// Twenty messages as they come: twelve answers, twenty closed, two delegated, two snoozed, four hidden in forty.
const HALF: [Deed; 20] = {
    use Deed::{Again, Answer, Close, Delegate, Hide, Snooze};
    [
        Answer, Close, Answer, Close, Snooze, Close, Answer, Hide, Again, Close, // a spammer twice
        Answer, Close, Answer, Delegate, Close, Close, Answer, Close, Close, Close,
    ]
};

/// The most keys a message may take.
const AIM: f64 = 1.6;

/// The decisions to come. Where an answer can't be given here, something that waits its turn is decided instead.
struct Plan {
    steps: VecDeque<Deed>,
    keys: Vec<String>,
}

impl Plan {
    fn new() -> Self {
        Self { steps: HALF.into_iter().chain(HALF).collect(), keys: Vec::new() }
    }

    fn next(&mut self, can_answer: bool) -> Deed {
        let wanted = |step: &Deed| can_answer || *step != Deed::Answer;
        // A repetition stays behind what it repeats.
        let place =
            if self.steps.front().is_some_and(wanted) { 0 } else { self.steps.iter().position(|step| *step == Deed::Close).unwrap_or(0) };
        self.steps.remove(place).expect("forty messages")
    }

    fn pressed(&mut self, keys: &str) {
        self.keys.extend(keys.split(' ').map(str::to_owned));
    }

    /// Checks the share of keys; a failure tells them.
    fn check(&self, messages: u32) {
        let pressed = u32::try_from(self.keys.len()).expect("some hundreds at most");
        let share = f64::from(pressed) / f64::from(messages);
        assert!(share <= AIM, "{share} keys a message, {pressed} for {messages}: {}", self.keys.join(" "));
    }
}

/// Messages of a lively day: questions, orders, praise, spam.
fn words(number: i64) -> &'static str {
    let all = [
        "Bonjour, êtes-vous ouverts dimanche ?",
        "Quel beau comptoir !",
        "Do you ship to Belgium?",
        "Je viens de commander deux paquets, hâte de goûter.",
        "Mon colis est arrivé ouvert, que faire ?",
        "Gagnez un téléphone ici !!!",
        "Le décaféiné revient quand ?",
        "😍😍😍",
    ];
    all[usize::try_from(number).expect("a number") % all.len()]
}

#[test]
fn a_sweep_of_forty_messages_takes_at_most_1_6_keys_each_in_the_demo() {
    for focus in [false, true] {
        let mut screen = forty();
        let mut plan = Plan::new();
        let press = |screen: &mut Screen, plan: &mut Plan, keys: &str| {
            plan.pressed(keys);
            screen.keys(keys);
        };
        press(&mut screen, &mut plan, "Enter");
        if focus {
            // A taste, not a part of the walk: chosen once, it stays for every sweep of the day.
            screen.keys("z");
        }
        let receipt = |screen: &Screen| screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt;
        assert_eq!(receipt(&screen).listed, 40, "{}", screen.text());
        for done in 0..40 {
            assert!(screen.says(&format!("{done}/40")), "{}", screen.text());
            let row = &screen.model.inbox.rows[screen.model.inbox.cursor];
            let account = screen.model.account(row.message.account).expect("an account");
            let can_answer = account.access == Access::Connected && account.standing == Standing::Well;
            let author = if row.message.author.is_blank() { &row.message.handle } else { &row.message.author };
            assert!(screen.says(author.as_str()), "the message is in sight: {author}\n{}", screen.text());
            match plan.next(can_answer) {
                Deed::Answer => {
                    press(&mut screen, &mut plan, "r");
                    screen.type_text("Bonjour, merci de votre message : on regarde et on revient vers vous.");
                    press(&mut screen, &mut plan, "Ctrl+D");
                    if screen.says("Relisez avant d’envoyer") {
                        // The second look at an answer to what is of negative tone: a setting of the charter.
                        press(&mut screen, &mut plan, "Ctrl+D");
                    }
                }
                Deed::Close => press(&mut screen, &mut plan, "a"),
                Deed::Delegate => press(&mut screen, &mut plan, "d 1 2"),
                Deed::Snooze => press(&mut screen, &mut plan, "s 2"),
                Deed::Hide => press(&mut screen, &mut plan, "x m Enter"),
                Deed::Again => press(&mut screen, &mut plan, "."),
            }
            assert_eq!(receipt(&screen).done(), done + 1, "{}\n{}", plan.keys.join(" "), screen.text());
        }
        plan.check(40);
        let expected = Receipt { listed: 40, read: 40, answered: 12, delegated: 2, snoozed: 2, closed: 20, hidden: 4 };
        assert_eq!(receipt(&screen), expected);
        for line in ["40 messages en", "40 lus sur 40", "12 réponses", "2 délégués", "2 suspendus", "20 archivés", "4 modérés"] {
            assert!(screen.says(line), "{line}\n{}", screen.text());
        }
    }
}

/// The demo with forty open messages: those it has, and more that came in overnight.
fn forty() -> Screen {
    let mut screen = Screen::demo();
    let open = i64::from(screen.model.inbox.open_count);
    let account = screen.model.accounts().find(|account| account.standing == Standing::Well && account.access == Access::Connected);
    let account = account.expect("a connected account").id;
    let now = screen.model.now;
    let incoming = (0..40 - open)
        .map(|number| Incoming { text: words(number).into(), at: now - Duration::minutes(300 - number), ..given::incoming(number) })
        .collect();
    let job = Job::Take { account, page: Box::new(given::page(incoming)), at: now };
    ronde::store::serve(&mut screen.store, job).expect("they are taken in");
    screen.restart();
    screen
}

/// Walks forty messages of a real server with the real program.
fn sweep_forty(server: &Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().to_owned();
    crate::day::begin(server, &home);
    for number in 0..40 {
        let said = format!("status={} {} ({number})", server.mention(), words(number));
        server.ask_as_public("/api/v1/statuses", &[&said]);
    }
    let came = (0..300).any(|_| {
        crate::day::ronde(&home, &["pull"], "", None);
        crate::day::open_messages(&home) >= 40
    });
    assert!(came, "forty messages came");

    let mark = format!("Merci, à bientôt {}", clock::now().timestamp());
    let mut plan = Plan::new();
    let mut screen = Terminal::start_in(folder, &[]);
    screen.until_says("Ma journée");
    let press = |screen: &mut Terminal, plan: &mut Plan, name: &str, key: &str| {
        plan.pressed(name);
        screen.press(key);
    };
    press(&mut screen, &mut plan, "Enter", "\r");
    for done in 0..40 {
        screen.until_says(&format!("{done}/40"));
        screen.until_says("Attend depuis");
        match plan.next(true) {
            Deed::Answer => {
                press(&mut screen, &mut plan, "r", "r");
                screen.until_says("Ctrl+D");
                screen.press(&format!("{mark} {done}"));
                screen.until_says("enregistré");
                press(&mut screen, &mut plan, "Ctrl+D", "\x04");
            }
            Deed::Close => press(&mut screen, &mut plan, "a", "a"),
            Deed::Delegate => {
                press(&mut screen, &mut plan, "d", "d");
                screen.until_says("Nadia");
                press(&mut screen, &mut plan, "1", "1");
                screen.until_says("quand");
                press(&mut screen, &mut plan, "1", "1");
            }
            Deed::Snooze => {
                press(&mut screen, &mut plan, "s", "s");
                screen.until_says("jusqu’à quand");
                press(&mut screen, &mut plan, "2", "2");
            }
            Deed::Hide => {
                press(&mut screen, &mut plan, "x", "x");
                screen.until_says("Masquer ici");
                press(&mut screen, &mut plan, "m", "m");
                screen.until_says("Quelle règle");
                press(&mut screen, &mut plan, "Enter", "\r");
            }
            Deed::Again => press(&mut screen, &mut plan, ".", "."),
        }
    }
    screen.until_says("40 messages en");
    // Keys sent faster than a message is shown did not read it: the receipt does not say that they did.
    for line in ["lus sur 40", "12 réponses", "2 délégués", "2 suspendus", "20 archivés", "4 modérés"] {
        screen.until_says(line);
    }
    plan.check(40);
    screen.until_says("C’est parti");
    screen.press("q");
    assert_eq!(screen.ends(), 0);
    // What was held when the program closed leaves with the next one; what was under way then is looked up first.
    let out = (1..=10).any(|turn| {
        let later = (clock::now() + Duration::seconds(30 * turn)).to_rfc3339();
        crate::day::ronde(&home, &["publish"], "", Some(&later));
        server.said(&mark).len() >= 12
    });
    assert!(out, "every answer left: {:?}", server.said(&mark).len());
    assert_eq!(server.said(&mark).len(), 12, "each answer is there once");
}

#[test]
fn a_real_sweep_of_forty_messages_on_snac() {
    if let Some(server) = Server::of("SNAC", "CAROL", "BOB", "@carol") {
        sweep_forty(&server);
    }
}

#[test]
fn a_real_sweep_of_forty_messages_on_the_mock_of_mastodon() {
    if let Some(server) = Server::of("MMOCK", "CAROL", "BOB", "@carol") {
        sweep_forty(&server);
    }
}
