//! The threads that serve the file and the networks. Each takes requests in order and sends replies
//! to the one inbox.

use super::Heard;
use super::clock::Clock;
use super::log::{Asked, Log};
use super::parts::{Parts, Serve, Speak};
use crate::app::effect::{Call, Job, Ticket};
use crate::app::event::Event;
use crate::network::Networks;
use crate::store::Store;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// The threads, and where their requests are left.
pub struct Workers {
    writes: Sender<(Ticket, Job)>,
    reads: Option<Sender<(Ticket, Job)>>,
    calls: tokio::sync::mpsc::UnboundedSender<(Ticket, Call)>,
    writer: JoinHandle<()>,
}

impl Workers {
    /// Starts the threads.
    pub fn start(
        writer: Store,
        reader: Option<Store>,
        networks: Box<dyn FnOnce() -> Networks + Send>,
        (clock, log): (Clock, Log),
        events: &Sender<Heard>,
        parts: &Parts,
    ) -> Self {
        let (writes, jobs) = channel();
        let (to, serve, told) = (events.clone(), Arc::clone(&parts.serve), log.clone());
        let writer = std::thread::spawn(move || serve_store(writer, true, &jobs, &to, &serve, &told));
        let reads = reader.map(|reader| {
            let (reads, jobs) = channel();
            let (to, serve, told) = (events.clone(), Arc::clone(&parts.serve), log.clone());
            std::thread::spawn(move || serve_store(reader, false, &jobs, &to, &serve, &told));
            reads
        });
        let (calls, asked) = tokio::sync::mpsc::unbounded_channel();
        let (to, speak) = (events.clone(), Arc::clone(&parts.speak));
        std::thread::spawn(move || serve_networks(networks, asked, (clock, log), &to, &speak));
        Self { writes, reads, calls, writer }
    }

    /// Leaves a request for the file: on the reading connection where it changes nothing.
    pub fn store(&self, ticket: Ticket, job: Job) {
        let sender = self.reads.as_ref().filter(|_| !job.writes()).unwrap_or(&self.writes);
        // The threads outlive a panic of what they serve.
        let _ = sender.send((ticket, job));
    }

    /// Leaves a request for a network.
    pub fn net(&self, ticket: Ticket, call: Call) {
        let _ = self.calls.send((ticket, call));
    }

    /// Waits until every write that was asked for is on disk.
    pub fn finish(self) {
        drop(self.writes);
        let _ = self.writer.join();
    }
}

/// How long nothing is asked for before the file tidies up after what was.
const QUIET: Duration = Duration::from_secs(2);

fn serve_store(mut store: Store, writes: bool, jobs: &Receiver<(Ticket, Job)>, to: &Sender<Heard>, serve: &Serve, log: &Log) {
    let mut untidy = false;
    loop {
        // With nothing to tidy the thread sleeps until it is asked.
        let asked = if untidy { jobs.recv_timeout(QUIET) } else { jobs.recv().map_err(RecvTimeoutError::from) };
        let (ticket, job) = match asked {
            Ok(asked) => asked,
            Err(RecvTimeoutError::Timeout) => {
                untidy = false;
                // What can't be tidied now is tidied after the next write.
                let _ = store.idle();
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        untidy |= writes && job.writes();
        let asked = Asked::of(&job);
        // A panic rolls its transaction back and ends the screens; the file stays open for what was typed.
        let Ok(reply) = catch_unwind(AssertUnwindSafe(|| serve(&mut store, job))) else { continue };
        log.job(&asked, &reply);
        // The loop may have left while the last drafts are still written.
        let _ = to.send(Heard::Event(Event::Store(ticket, reply)));
    }
}

fn serve_networks(
    networks: Box<dyn FnOnce() -> Networks>,
    mut asked: tokio::sync::mpsc::UnboundedReceiver<(Ticket, Call)>,
    (clock, log): (Clock, Log),
    to: &Sender<Heard>,
    speak: &Speak,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = to.send(Heard::Event(Event::DesktopFailed(error.to_string().into())));
            return;
        }
    };
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        tokio::task::spawn_local(hang_up_on_signal(to.clone()));
        // It listens from here on: certificates and a keyring may take a while to be read.
        tokio::task::yield_now().await;
        let networks = Rc::new(networks());
        while let Some((ticket, call)) = asked.recv().await {
            let (networks, to, speak, log) = (Rc::clone(&networks), to.clone(), Arc::clone(speak), log.clone());
            tokio::task::spawn_local(async move {
                let news = speak(networks, call, clock.now()).await;
                log.news(&news);
                let _ = to.send(Heard::Event(Event::Net(ticket, news)));
            });
        }
    });
}

/// The system asks to leave: what was typed is kept first.
#[cfg(unix)]
async fn hang_up_on_signal(to: Sender<Heard>) {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut hangup)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = hangup.recv() => {}
    }
    let _ = to.send(Heard::Event(Event::Hangup));
}

#[cfg(not(unix))]
async fn hang_up_on_signal(to: Sender<Heard>) {
    if tokio::signal::ctrl_c().await.is_ok() {
        let _ = to.send(Heard::Event(Event::Hangup));
    }
}
