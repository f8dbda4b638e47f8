//! Six hundred things that a stranger may write, each with its name. U+FFFD is left out: the parser that reads the
//! screens takes it for its own sign of bytes that are no text.

/// The bytes of a long word: more than a screen of cells. Those of a megabyte are tested apart: each takes seconds.
const LONG: usize = 6_000;

/// The corpus: the same each time.
pub fn corpus() -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |family: &str, words: String| {
        let first: String = words.chars().take(12).flat_map(char::escape_unicode).collect();
        all.push((format!("{family} {first}"), words));
    };
    for c in (0..0x20_u8).map(char::from).chain(['\u{7f}']).chain((0x80..0xa0_u8).map(char::from)) {
        add("control", format!("avant{c}après"));
        if c.is_control() && !matches!(c, '\n') {
            add("controls", format!("{c}{c}[31m{c}"));
        }
    }
    for c in ' '..='~' {
        add("escape", format!("a\u{1b}{c}b\u{1b}{c}"));
    }
    for c in '@'..='~' {
        add("sequence", format!("a\u{1b}[12;7{c}b\u{9b}?1049{c}c"));
    }
    for number in [0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 50, 52, 104, 133, 777, 1337] {
        add("string", format!("a\u{1b}]{number};x;cGF5\u{7}b"));
        add("string", format!("a\u{1b}]{number};x;cGF5\u{1b}\\b\u{9d}{number};y\u{9c}c"));
        add("string", format!("a\u{1b}]{number};sans fin"));
    }
    for opening in
        ["\u{1b}P", "\u{1b}X", "\u{1b}^", "\u{1b}_", "\u{90}", "\u{98}", "\u{9e}", "\u{9f}", "\u{1b}P+q", "\u{1b}_G", "\u{1b}Pq#0"]
    {
        add("device", format!("a{opening}charge\u{1b}\\b{opening}sans fin"));
    }
    for c in [
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
        '\u{2069}',
    ] {
        add("direction", format!("{c}facture.exe"));
        add("direction", format!("prix {c}12{c}{c} € שלום"));
    }
    for c in [
        '\u{ad}',
        '\u{34f}',
        '\u{115f}',
        '\u{1160}',
        '\u{17b4}',
        '\u{180e}',
        '\u{200b}',
        '\u{200c}',
        '\u{2060}',
        '\u{2064}',
        '\u{206a}',
        '\u{3164}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fff9}',
        '\u{fffc}',
        '\u{fffe}',
        '\u{1d173}',
        '\u{e0001}',
        '\u{e000}',
        '\u{f8ff}',
        '\u{f0000}',
        '\u{10fffd}',
    ] {
        add("invisible", format!("mot{c}mot{c}"));
        add("invisible", c.to_string().repeat(300));
    }
    let tags: String = "pwned".chars().filter_map(|c| char::from_u32(0xe0000 + c as u32)).collect();
    add("tags", format!("🏴{tags}\u{e007f}"));
    add("tags", tags.repeat(50));
    for times in 1..=20 {
        add("zalgo", format!("Z{}algo", "\u{361}\u{335}\u{322}\u{489}".repeat(times * times)));
        add("joined", "👩\u{200d}".repeat(times * 3) + "👧");
        add("marks", "\u{301}".repeat(times * 7));
        add("flags", "🇫🇷🇬".repeat(times));
    }
    for alphabet in [
        "中文字",
        "ｆｕｌｌ",
        "한글",
        "ᄒ\u{1161}\u{11ab}",
        "ᄀᄀᄀ",
        "क्षि",
        "ไทยที่",
        "བོད",
        "ខ្មែរ",
        "العربية",
        "עברית",
        "ﷺ",
        "𒐫",
        "꧅",
        "ｶﾞ",
        "👍🏽",
        "❤️",
        "❤︎",
        "1️⃣",
        "🏳️‍🌈",
        "𓀀",
        "\u{2e3b}",
        "ꙮ",
        "⁉️",
        "☺",
        "Ǆ",
        "ß",
        "ﬀ",
        "\u{1f1e6}",
        "\u{20dd}o",
    ] {
        add("script", alphabet.to_owned());
        add("script", alphabet.repeat(60));
        add("script", format!("{alphabet} ").repeat(40));
    }
    for word in ["x", "é", "中", "👩\u{200d}", "=", "\u{301}", "\u{202e}", "\u{1b}[", "\n", " ", "\u{a0}", "\t", "\r\n", "<b>", "│", "─"]
    {
        add("a long word", word.repeat(LONG / word.len()));
    }
    for formula in
        ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "\t=1", "\r=1", "＝1+1", "%0A=1"]
    {
        add("formula", formula.to_owned());
    }
    for html in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</textarea><svg/onload=1>",
        "&lt;b&gt;&#x202e;",
        "<!--",
        "]]>",
        "<a href=\"javascript:1\">",
        "<iframe srcdoc=x>",
    ] {
        add("page", html.to_owned());
    }
    for markdown in ["[x](javascript:1)", "![x](http://x/p.png)", "# titre", "```", "| a | b |", "<http://x>", "[x]: http://x", "***"] {
        add("markdown", markdown.to_owned());
    }
    for shell in [
        "$(reboot)",
        "`reboot`",
        "; reboot",
        "-rf",
        "--help",
        "../../etc/passwd",
        "%s%n",
        "{$count}",
        "{ -term }",
        "\\u001b[31m",
        "'; DROP TABLE message; --",
        "\" OR 1=1",
    ] {
        add("orders", shell.to_owned());
    }
    for border in ["│", "┌┐└┘", "├┤┬┴┼", "─", "█", "▌", "+|-"] {
        add("frame", border.repeat(200));
        add("frame", format!("{border}\n").repeat(30));
    }
    add("nothing", String::new());
    add("nothing", " ".repeat(500));
    add("nothing", "\n".repeat(500));
    // The rest is chance, the same each time.
    let pieces = [
        "\u{1b}[",
        "\u{9b}",
        "\u{202e}",
        "é",
        "中",
        "👩\u{200d}👧",
        "\u{301}",
        "\n",
        " ",
        "=",
        "<b>",
        "│",
        "\u{200d}",
        "🇫",
        "\u{fe0f}",
        "ا",
        "x",
        "\u{1b}]52;c;",
        "\u{7}",
    ];
    let mut seed = 20_261_104_u64;
    while all.len() < 600 {
        let mut words = String::new();
        for _ in 0..40 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            words.push_str(pieces[usize::try_from(seed >> 33).unwrap_or(0) % pieces.len()]);
        }
        all.push((format!("chance {}", all.len()), words));
    }
    all.truncate(600);
    all
}
