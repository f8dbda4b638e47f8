//! Colours: the only file that names one. Meaning is never told by colour alone.

use crate::app::model::ThemeName;
use crate::domain::brand::Colour;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is, for its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Ordinary words.
    Text,
    /// Words that can wait: hints, frames, dates.
    Quiet,
    /// A title.
    Title,
    /// What is chosen.
    Chosen,
    /// A key to press.
    Key,
    /// Good news.
    Good,
    /// Something to look at.
    Warn,
    /// Something wrong, a complaint.
    Bad,
    /// The brand's own words.
    Ours,
}

/// The styles of one theme.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    name: ThemeName,
}

impl Theme {
    /// The theme of this name. `Auto` keeps the terminal's own background and its sixteen colours.
    #[must_use]
    pub const fn new(name: ThemeName) -> Self {
        Self { name }
    }

    /// The style of a piece of the screen.
    #[must_use]
    pub fn style(self, ink: Ink) -> Style {
        match self.name {
            ThemeName::Mono => mono(ink),
            ThemeName::Auto => coloured(ink, &SIXTEEN),
            ThemeName::Light => coloured(ink, &LIGHT),
            ThemeName::Dark => coloured(ink, &DARK),
            ThemeName::Contrast => coloured(ink, &CONTRAST),
        }
    }

    /// The style behind everything.
    #[must_use]
    pub fn ground(self) -> Style {
        match self.name {
            ThemeName::Mono | ThemeName::Auto => Style::new(),
            ThemeName::Light => Style::new().bg(LIGHT.ground).fg(LIGHT.text),
            ThemeName::Dark => Style::new().bg(DARK.ground).fg(DARK.text),
            ThemeName::Contrast => Style::new().bg(CONTRAST.ground).fg(CONTRAST.text),
        }
    }

    /// The style of a brand's name.
    #[must_use]
    pub fn brand(self, colour: Colour) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        match self.name {
            ThemeName::Mono => bold.add_modifier(Modifier::REVERSED),
            ThemeName::Auto => bold.fg(Color::Black).bg(sixteen(colour)),
            ThemeName::Light | ThemeName::Dark | ThemeName::Contrast => bold.fg(Color::Rgb(20, 20, 20)).bg(true_colour(colour)),
        }
    }
}

struct Palette {
    ground: Color,
    text: Color,
    quiet: Color,
    accent: Color,
    chosen_ground: Color,
    chosen_text: Color,
    good: Color,
    warn: Color,
    bad: Color,
    ours: Color,
}

const SIXTEEN: Palette = Palette {
    ground: Color::Reset,
    text: Color::Reset,
    quiet: Color::DarkGray,
    accent: Color::Cyan,
    chosen_ground: Color::Blue,
    chosen_text: Color::White,
    good: Color::Green,
    warn: Color::Yellow,
    bad: Color::Red,
    ours: Color::Cyan,
};
const DARK: Palette = Palette {
    ground: Color::Rgb(24, 26, 31),
    text: Color::Rgb(222, 222, 216),
    quiet: Color::Rgb(128, 133, 144),
    accent: Color::Rgb(126, 188, 212),
    chosen_ground: Color::Rgb(52, 68, 92),
    chosen_text: Color::Rgb(250, 250, 245),
    good: Color::Rgb(140, 196, 132),
    warn: Color::Rgb(232, 190, 106),
    bad: Color::Rgb(236, 120, 110),
    ours: Color::Rgb(160, 196, 236),
};
const LIGHT: Palette = Palette {
    ground: Color::Rgb(252, 251, 247),
    text: Color::Rgb(38, 40, 44),
    quiet: Color::Rgb(112, 114, 120),
    accent: Color::Rgb(14, 98, 130),
    chosen_ground: Color::Rgb(206, 224, 240),
    chosen_text: Color::Rgb(16, 24, 36),
    good: Color::Rgb(34, 112, 48),
    warn: Color::Rgb(146, 92, 0),
    bad: Color::Rgb(176, 36, 30),
    ours: Color::Rgb(30, 78, 150),
};
const CONTRAST: Palette = Palette {
    ground: Color::Rgb(0, 0, 0),
    text: Color::Rgb(255, 255, 255),
    quiet: Color::Rgb(210, 210, 210),
    accent: Color::Rgb(0, 255, 255),
    chosen_ground: Color::Rgb(255, 255, 0),
    chosen_text: Color::Rgb(0, 0, 0),
    good: Color::Rgb(0, 255, 0),
    warn: Color::Rgb(255, 255, 0),
    bad: Color::Rgb(255, 140, 140),
    ours: Color::Rgb(140, 200, 255),
};

fn coloured(ink: Ink, palette: &Palette) -> Style {
    match ink {
        Ink::Text => Style::new().fg(palette.text),
        Ink::Quiet => Style::new().fg(palette.quiet),
        Ink::Title => Style::new().fg(palette.accent).add_modifier(Modifier::BOLD),
        Ink::Chosen => Style::new().fg(palette.chosen_text).bg(palette.chosen_ground).add_modifier(Modifier::BOLD),
        Ink::Key => Style::new().fg(palette.accent),
        Ink::Good => Style::new().fg(palette.good),
        Ink::Warn => Style::new().fg(palette.warn),
        Ink::Bad => Style::new().fg(palette.bad).add_modifier(Modifier::BOLD),
        Ink::Ours => Style::new().fg(palette.ours),
    }
}

fn mono(ink: Ink) -> Style {
    match ink {
        Ink::Text | Ink::Good | Ink::Ours => Style::new(),
        Ink::Quiet => Style::new().add_modifier(Modifier::DIM),
        Ink::Title | Ink::Key | Ink::Warn => Style::new().add_modifier(Modifier::BOLD),
        Ink::Chosen => Style::new().add_modifier(Modifier::REVERSED),
        Ink::Bad => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}

const fn sixteen(colour: Colour) -> Color {
    match colour {
        Colour::Amber => Color::Yellow,
        Colour::Teal => Color::Cyan,
        Colour::Rose => Color::LightRed,
        Colour::Violet => Color::Magenta,
        Colour::Lime => Color::Green,
        Colour::Sky => Color::LightBlue,
    }
}

const fn true_colour(colour: Colour) -> Color {
    match colour {
        Colour::Amber => Color::Rgb(240, 184, 80),
        Colour::Teal => Color::Rgb(90, 196, 190),
        Colour::Rose => Color::Rgb(240, 150, 150),
        Colour::Violet => Color::Rgb(188, 160, 240),
        Colour::Lime => Color::Rgb(160, 210, 110),
        Colour::Sky => Color::Rgb(130, 190, 245),
    }
}
