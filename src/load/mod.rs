//! Bytes to [`crate::model::Disclosure`], with every fault of the file at its place.
