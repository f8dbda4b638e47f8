//! The first of two terminals: a vt100 parser. It reads what is drawn, and tells what it was asked to do besides.

use super::Look;
use ratatui::layout::Size;
use std::num::NonZeroU16;

/// What a terminal was asked to do besides showing text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Acts(Vec<String>);

impl vt100::Callbacks for Acts {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("bell".to_owned());
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("visual bell".to_owned());
    }
    fn resize(&mut self, _: &mut vt100::Screen, request: (u16, u16)) {
        self.0.push(format!("resize {request:?}"));
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.0.push(format!("icon {name:?}"));
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.0.push(format!("title {title:?}"));
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.0.push(format!("clipboard {data:?}"));
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0.push("paste".to_owned());
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        self.0.push(format!("char {c:?}"));
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, byte: u8) {
        self.0.push(format!("control {byte:#x}"));
    }
    fn unhandled_escape(&mut self, _: &mut vt100::Screen, one: Option<u8>, two: Option<u8>, byte: u8) {
        self.0.push(format!("escape {one:?} {two:?} {byte:#x}"));
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        self.0.push(format!("osc {params:?}"));
    }
}

/// A terminal that shows one screen after the other.
pub struct Terminal(vt100::Parser<Acts>);

impl Terminal {
    pub fn new(size: Size) -> Self {
        let cells = |number| NonZeroU16::new(number).expect("a size");
        Self(vt100::Parser::new_with_callbacks(cells(size.height), cells(size.width), 0, Acts::default()))
    }

    /// Shows a screen, and gives what is wrong with what it makes of it.
    pub fn read(&mut self, look: &Look) -> Option<String> {
        self.0.process(super::BLANK);
        self.0.process(&look.bytes);
        let acts = std::mem::take(&mut self.0.callbacks_mut().0);
        if !acts.is_empty() {
            return Some(format!("a terminal is asked for {acts:?}"));
        }
        let screen = self.0.screen();
        if screen.alternate_screen() || screen.bracketed_paste() || screen.application_cursor() || screen.application_keypad() {
            return Some("a terminal is in another mode".to_owned());
        }
        look.borders.iter().find_map(|(x, y, sign)| {
            let shown = screen.cell(*y, *x).map(vt100::Cell::contents).unwrap_or_default();
            (shown != sign).then(|| format!("a terminal shows {shown:?} at {x},{y} for {sign} in\n{}", screen.contents()))
        })
    }
}
