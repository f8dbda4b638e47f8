//! The one integration test binary: a module a layer. One binary, because each links everything.

mod demo;
mod given;
mod store;
mod texts;
