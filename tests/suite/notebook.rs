//! The notebook: keys in, screen out.
