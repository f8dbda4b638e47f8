//! The address of a server as a person types it. Refuses what would send a token in the clear.

use std::net::IpAddr;
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
    /// Somebody else names a place that is not on the internet.
    #[error("{0} is not on the internet")]
    Inner(String),
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

/// The root of a server that somebody else names: it must be on the internet, unless who names it is on this
/// computer too.
///
/// # Errors
/// Why Ronde does not go there.
pub fn named_by(namer: &Url, raw: &str) -> Result<Url, BadAddress> {
    let url = Url::parse(raw.trim()).map_err(|_| BadAddress::NoServer(raw.chars().take(80).collect()))?;
    check(&url)?;
    if is_inner(&url) && !is_this_computer(namer) {
        return Err(BadAddress::Inner(host(&url)));
    }
    let root = url.origin().ascii_serialization();
    Url::parse(&root).map_err(|_| BadAddress::NoServer(root))
}

/// Whether `url` names, without asking anybody, a place that is not on the internet.
#[must_use]
pub fn is_inner(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let ends = |end: &str| name == end || name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'));
            !name.contains('.') || ["localhost", "local", "internal", "lan", "home", "arpa"].into_iter().any(ends)
        }
        Some(Host::Ipv4(address)) => is_inner_address(address.into()),
        Some(Host::Ipv6(address)) => is_inner_address(address.into()),
        None => true,
    }
}

/// Whether an address is of this computer, of a private network, or of nobody.
#[must_use]
pub fn is_inner_address(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [one, two, ..] = address.octets();
            address.is_loopback()
                || address.is_private()
                || address.is_link_local()
                || address.is_broadcast()
                || address.is_multicast()
                || address.is_documentation()
                // This network, shared addresses of providers, protocol assignments, benchmarks, reserved.
                || one == 0
                || (one == 100 && (64..128).contains(&two))
                || address.octets()[..3] == [192, 0, 0]
                || (one == 198 && (18..20).contains(&two))
                || one >= 240
        }
        IpAddr::V6(address) => {
            let [one, two, ..] = address.segments();
            address.to_ipv4().is_some_and(|within| is_inner_address(within.into()))
                // Addresses that carry another one: NAT64 and 6to4.
                || (one == 0x64 && two == 0xff9b)
                || one == 0x2002
                || address.is_loopback()
                || address.is_unspecified()
                || address.is_multicast()
                || (one & 0xfe00) == 0xfc00
                || (one & 0xffc0) == 0xfe80
                || (one & 0xffc0) == 0xfec0
                || (one == 0x2001 && (two == 0xdb8 || two < 0x200))
        }
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

    #[test]
    fn another_server_may_not_send_ronde_inside() {
        let world = Url::parse("https://plc.example").expect("an address");
        for inside in [
            "https://localhost",
            "https://app.localhost",
            "https://127.0.0.1",
            "https://10.0.0.1",
            "https://192.168.1.1:8443",
            "https://172.16.3.4",
            "https://169.254.169.254",
            "https://100.64.0.1",
            "https://0.0.0.0",
            "https://255.255.255.255",
            "https://[::1]",
            "https://[::]",
            "https://[fe80::1]",
            "https://[fd00::1]",
            "https://[::ffff:10.0.0.1]",
            "https://[64:ff9b::a00:1]",
            "https://[2002:a00:1::]",
            "https://0x7f.1",
            "https://2130706433",
            "https://router",
            "https://nas.local",
            "https://metadata.google.internal.",
        ] {
            assert!(matches!(named_by(&world, inside), Err(BadAddress::Inner(_))), "{inside}");
        }
        for (raw, root) in [("https://pds.example/xrpc?x=1", "https://pds.example/"), ("https://93.184.216.34", "https://93.184.216.34/")] {
            assert_eq!(named_by(&world, raw).map(|url| url.to_string()), Ok(root.to_owned()));
        }
        assert!(matches!(named_by(&world, "http://pds.example"), Err(BadAddress::InTheClear(_))));
        assert!(matches!(named_by(&world, "https://me:secret@pds.example"), Err(BadAddress::Credentials)));
        let here = Url::parse("http://localhost:2582").expect("an address");
        assert_eq!(named_by(&here, "http://localhost:2583").map(|url| url.to_string()), Ok("http://localhost:2583/".to_owned()));
    }
}
