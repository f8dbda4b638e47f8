//! The one integration test binary: a module a layer. One binary, because each links everything.

mod given;
mod screen;
mod store;
mod sweep;
mod texts;
