//! What a file that goes with a post is, as far as its size and its first bytes tell. Opens no file itself.

use super::account::Network;
use super::text::SafeText;
use super::{coded, post::Media};
use serde::{Deserialize, Serialize};

coded! {
    /// What a file holds.
    Kind {
        Jpeg = "jpeg", Png = "png", Gif = "gif", Webp = "webp", Avif = "avif", Heic = "heic", Video = "video", Sound = "sound",
        /// None of these.
        Other = "other",
    }
}

/// How many bytes at its start tell what a file is.
pub const HEAD: usize = 16;

impl Kind {
    /// Read from the first bytes of a file: the name of a file promises nothing.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        let brand = if head.get(4..8) == Some(b"ftyp") { head.get(8..12) } else { None };
        match (head, brand) {
            (_, Some(b"avif" | b"avis")) => Self::Avif,
            (_, Some(b"heic" | b"heix" | b"mif1" | b"heim")) => Self::Heic,
            (_, Some(b"M4A " | b"M4B ")) => Self::Sound,
            (_, Some(_)) | ([0x1a, 0x45, 0xdf, 0xa3, ..], _) => Self::Video,
            ([0xff, 0xd8, 0xff, ..], _) => Self::Jpeg,
            ([0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..], _) => Self::Png,
            ([b'G', b'I', b'F', b'8', ..], _) => Self::Gif,
            ([b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..], _) => Self::Webp,
            (
                [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..]
                | [b'O', b'g', b'g', b'S', ..]
                | [b'I', b'D', b'3', ..]
                | [0xff, 0xfb | 0xf3 | 0xf2, ..],
                _,
            ) => Self::Sound,
            _ => Self::Other,
        }
    }

    /// Whether it is an image.
    #[must_use]
    pub const fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Gif | Self::Webp | Self::Avif | Self::Heic)
    }
}

impl Network {
    /// Whether a post on it may hold a file of this kind, as Ronde sends it.
    ///
    /// Bluesky takes images alone in `app.bsky.embed.images`, and its apps show these four. A Mastodon server converts
    /// what it knows; what a place kept by hand takes is not known.
    #[must_use]
    pub const fn takes(self, kind: Kind) -> bool {
        match self {
            Self::Bluesky => matches!(kind, Kind::Jpeg | Kind::Png | Kind::Gif | Kind::Webp),
            Self::Mastodon => !matches!(kind, Kind::Other),
            Self::Instagram | Self::Facebook | Self::LinkedIn | Self::YouTube | Self::Threads | Self::TikTok | Self::X | Self::Other => {
                true
            }
        }
    }
}

/// A file as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Where it was looked for.
    pub path: SafeText,
    /// Where it lies, whichever folder it is looked for from; as typed where there is none.
    pub full: SafeText,
    /// Its kind and its bytes; `None` where there is no file that can be read.
    pub found: Option<(Kind, u64)>,
}

impl Media {
    /// Its name without the folders.
    #[must_use]
    pub fn name(&self) -> SafeText {
        let path = self.path.as_str();
        SafeText::line(path.rsplit(['/', '\\']).next().unwrap_or(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        for (head, kind) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Kind::Jpeg),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Kind::Png),
            (b"GIF89a", Kind::Gif),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Kind::Webp),
            (b"RIFF\x10\0\0\0WAVEfmt ", Kind::Sound),
            (b"\0\0\0\x1cftypavif\0\0\0\0", Kind::Avif),
            (b"\0\0\0\x18ftypmp42\0\0\0\0", Kind::Video),
            (b"jpeg", Kind::Other),
            (b"", Kind::Other),
        ] {
            assert_eq!(Kind::of(head), kind, "{head:?}");
        }
        assert!(!Network::Bluesky.takes(Kind::Video) && Network::Mastodon.takes(Kind::Video));
    }
}
