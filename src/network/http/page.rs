//! A page or a picture that a text points to: fetched in nobody's name, from the internet alone.
//!
//! Each hop is checked by its name and again by the address it connects to; at most three redirects,
//! no cookie, no proxy, few seconds, few bytes.

use super::{Failure, Http, builder, failure, innermost, use_ring};
use crate::network::address;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use url::Url;

/// Where pages may be fetched from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pages {
    /// The internet, by `https`.
    #[default]
    Outside,
    /// This computer alone: for tests.
    ThisComputer,
}

/// How long a page and its picture may take together.
pub const PATIENCE: Duration = Duration::from_secs(8);
/// How many redirects are followed.
const HOPS: usize = 3;

/// What was fetched.
pub struct Fetched {
    /// Where it was found in the end.
    pub url: Url,
    /// What the server says it is, as `text/html; charset=utf-8`.
    pub kind: String,
    /// Its first bytes, at most as many as were asked for.
    pub bytes: Vec<u8>,
    /// Whether there were more.
    pub is_cut: bool,
}

impl Http {
    /// Fetches a page or a picture; nothing of it is kept in the connection.
    pub async fn page(&self, url: &Url, most: usize, deadline: Instant) -> Result<Fetched, Failure> {
        let client = guarded(self.limits.pages)?;
        let mut url = url.clone();
        for _ in 0..=HOPS {
            check(&url, self.limits.pages)?;
            let host = address::host(&url);
            let late = || Failure::TimedOut(host.clone());
            let sent = timeout_at(deadline, client.get(url.clone()).send()).await.map_err(|_| late())?;
            let mut response = sent.map_err(|error| failure(&error.without_url(), host.clone()))?;
            if response.status().is_redirection() {
                let to = response.headers().get("location").and_then(|to| to.to_str().ok()).and_then(|to| url.join(to).ok());
                url = to.ok_or_else(|| broken(&host, "a redirect to nowhere"))?;
                continue;
            }
            if !response.status().is_success() {
                return Err(broken(&host, "no page"));
            }
            let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_lowercase();
            let (mut bytes, mut is_cut) = (Vec::new(), false);
            while !is_cut {
                let chunk = timeout_at(deadline, response.chunk()).await.map_err(|_| late())?;
                let Some(chunk) = chunk.map_err(|error| failure(&error.without_url(), host.clone()))? else { break };
                let room = most - bytes.len();
                is_cut = chunk.len() > room;
                bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
            }
            return Ok(Fetched { url, kind, bytes, is_cut });
        }
        Err(broken(&address::host(&url), "too many redirects"))
    }
}

fn broken(host: &str, why: &str) -> Failure {
    Failure::Broken { host: host.to_owned(), why: why.to_owned() }
}

/// Whether a page may be asked for at this address, as far as its name tells.
fn check(url: &Url, pages: Pages) -> Result<(), Failure> {
    address::check(url)?;
    match pages {
        Pages::Outside if address::is_inner(url) || url.scheme() != "https" => {
            Err(Failure::Address(address::BadAddress::Inner(address::host(url))))
        }
        Pages::ThisComputer if !address::is_this_computer(url) => Err(Failure::Address(address::BadAddress::Inner(address::host(url)))),
        Pages::Outside | Pages::ThisComputer => Ok(()),
    }
}

fn guarded(pages: Pages) -> Result<reqwest::Client, Failure> {
    use_ring();
    let limits = super::Limits { connect: Duration::from_secs(4), ..super::Limits::default() };
    // A proxy would connect in our place, where no address can be checked.
    let builder = builder(limits).no_proxy().dns_resolver(Arc::new(Guard { pages }));
    builder.build().map_err(|error| Failure::NoConnection { host: String::new(), why: innermost(&error) })
}

/// Finds addresses and gives none that is inside.
struct Guard {
    pages: Pages,
}

impl reqwest::dns::Resolve for Guard {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let pages = self.pages;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let allowed = allowed(found, pages);
            if allowed.is_empty() {
                return Err("it is not on the internet".into());
            }
            Ok(Box::new(allowed.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

/// The addresses one may connect to. A name with one address inside is not trusted with the others.
fn allowed(found: Vec<SocketAddr>, pages: Pages) -> Vec<SocketAddr> {
    let is_allowed = |address: &SocketAddr| match pages {
        Pages::Outside => !address::is_inner_address(address.ip()),
        Pages::ThisComputer => address.ip().is_loopback(),
    };
    if found.iter().all(is_allowed) { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_inside_leads_nowhere() {
        let addresses = |raw: &[&str]| -> Vec<SocketAddr> { raw.iter().map(|raw| raw.parse().expect("an address")).collect() };
        assert_eq!(allowed(addresses(&["93.184.216.34:0"]), Pages::Outside).len(), 1);
        for inside in [&["10.0.0.1:0"] as &[_], &["93.184.216.34:0", "127.0.0.1:0"], &["[::1]:0"], &["169.254.169.254:0"], &["[fd00::5]:0"]]
        {
            assert_eq!(allowed(addresses(inside), Pages::Outside), [], "{inside:?}");
        }
        assert_eq!(allowed(addresses(&["93.184.216.34:0"]), Pages::ThisComputer), []);
    }

    #[test]
    fn a_page_is_asked_for_outside_and_by_https_alone() {
        for inside in [
            "http://a.example",
            "https://127.0.0.1",
            "https://localhost",
            "https://[::1]/",
            "https://192.168.0.1/x",
            "https://nas.local",
            "https://intranet",
        ] {
            assert!(check(&Url::parse(inside).expect("an address"), Pages::Outside).is_err(), "{inside}");
        }
        assert!(check(&Url::parse("https://a.example/x").expect("an address"), Pages::Outside).is_ok());
    }
}
