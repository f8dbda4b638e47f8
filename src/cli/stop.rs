//! The signals by which a person or the system asks a long command to stop: Ctrl+C, SIGTERM, SIGHUP.

/// Whether such a signal came; nothing is listened to before `listen`.
#[derive(Debug, Default)]
pub(super) struct Stop {
    #[cfg(unix)]
    signals: Vec<tokio::signal::unix::Signal>,
    #[cfg(not(unix))]
    listens: bool,
    came: bool,
}

impl Stop {
    /// Whether one came.
    pub fn came(&self) -> bool {
        self.came
    }
}

#[cfg(unix)]
impl Stop {
    /// Takes the signals over from the system. Within a runtime only.
    pub fn listen(&mut self) -> std::io::Result<()> {
        use tokio::signal::unix::{SignalKind, signal};
        for kind in [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()] {
            self.signals.push(signal(kind)?);
        }
        Ok(())
    }

    /// Ends when one comes; at once if one came; never if nothing is listened to.
    pub async fn comes(&mut self) {
        if !self.came {
            std::future::poll_fn(|context| {
                // As long as none came, each is asked, so that each wakes.
                let came = self.signals.iter_mut().any(|signal| signal.poll_recv(context).is_ready());
                if came { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
            })
            .await;
            self.came = true;
        }
    }
}

#[cfg(not(unix))]
impl Stop {
    /// Takes Ctrl+C over from the system.
    pub fn listen(&mut self) -> std::io::Result<()> {
        self.listens = true;
        Ok(())
    }

    /// Ends when it comes; at once if it came; never if nothing is listened to.
    pub async fn comes(&mut self) {
        if !self.came {
            if !self.listens || tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            self.came = true;
        }
    }
}
