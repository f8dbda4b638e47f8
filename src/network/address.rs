//! The address of a server as a person types it. Refuses what would send a token in the clear.

use url::{Host, Url};

/// Why an address is not one Ronde goes to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It names no server.
    #[error("“{0}” names no server")]
    NoServer(String),
    /// It holds a password or a name before the server.
    #[error("the address holds a name or a password")]
    Credentials,
    /// It is not `https`, and the server is not this computer.
    #[error("{0}: only https is used outside this computer")]
    InTheClear(String),
}

/// The root of the server that `typed` names: a host (`piaille.example`), a handle
/// (`@ninon@piaille.example`) or an address whose path is ignored.
///
/// # Errors
/// Why Ronde does not go there.
pub fn server(typed: &str) -> Result<Url, BadAddress> {
    let typed = typed.trim();
    let unnamed = || BadAddress::NoServer(typed.chars().take(80).collect());
    let has_scheme = typed.contains("://");
    let host = if has_scheme { typed } else { typed.rsplit('@').next().unwrap_or(typed) };
    if host.is_empty() || host.chars().any(char::is_whitespace) {
        return Err(unnamed());
    }
    let url = if has_scheme {
        Url::parse(host).map_err(|_| unnamed())?
    } else {
        let local = Url::parse(&format!("http://{host}")).map_err(|_| unnamed())?;
        if is_this_computer(&local) { local } else { Url::parse(&format!("https://{host}")).map_err(|_| unnamed())? }
    };
    check(&url)?;
    let root = url.origin().ascii_serialization();
    Url::parse(&root).map_err(|_| unnamed())
}

/// Whether a request may go to `url`.
///
/// # Errors
/// Why it may not.
pub fn check(url: &Url) -> Result<(), BadAddress> {
    if url.host_str().is_none_or(str::is_empty) {
        return Err(BadAddress::NoServer(url.scheme().to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(BadAddress::Credentials);
    }
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_this_computer(url) => Ok(()),
        _ => Err(BadAddress::InTheClear(url.origin().ascii_serialization())),
    }
}

/// Whether `url` leads to the loopback of this computer.
#[must_use]
pub fn is_this_computer(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The server as handles and people write it: host, and port where it is not the usual one.
#[must_use]
pub fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(typed: &str) -> String {
        server(typed).map_or_else(|error| format!("{error:?}"), |url| url.to_string())
    }

    #[test]
    fn a_bare_host_a_handle_and_a_page_name_the_same_server() {
        for typed in ["piaille.example", " Piaille.Example ", "@ninon@piaille.example", "https://piaille.example/@ninon?x=1#y"] {
            assert_eq!(root(typed), "https://piaille.example/", "{typed}");
        }
        assert_eq!(root("piaille.example:8443"), "https://piaille.example:8443/");
    }

    #[test]
    fn this_computer_may_be_reached_without_tls() {
        assert_eq!(root("localhost:8001"), "http://localhost:8001/");
        assert_eq!(root("127.0.0.80"), "http://127.0.0.80/");
        assert_eq!(root("http://[::1]:9/"), "http://[::1]:9/");
        assert_eq!(root("https://localhost"), "https://localhost/");
    }

    #[test]
    fn nothing_leaves_in_the_clear_and_no_password_hides_in_an_address() {
        for typed in
            ["http://piaille.example", "http://127.0.0.1.evil.example", "http://10.0.0.1", "ftp://piaille.example", "file:///etc/passwd"]
        {
            assert!(matches!(server(typed), Err(BadAddress::InTheClear(_) | BadAddress::NoServer(_))), "{typed}");
        }
        assert_eq!(server("https://me:secret@piaille.example"), Err(BadAddress::Credentials));
        for typed in ["", "  ", "two words", "@", "https://"] {
            assert!(matches!(server(typed), Err(BadAddress::NoServer(_))), "{typed}");
        }
    }
}
