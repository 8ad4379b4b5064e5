//! Compressed streams, up to a limit.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use super::PublishedError;

/// Most that the streams of one question may come to, 64 MiB.
const MAXIMUM: u64 = 64 << 20;

/// What may still be decoded.
pub(super) struct Budget(u64);

impl Budget {
    pub(super) fn new() -> Self {
        Self(MAXIMUM)
    }

    /// The contents of a stream that is compressed as ours are, or not at all.
    pub(super) fn decode(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, PublishedError> {
        let raw = stream.raw_data();
        let mut contents = Vec::new();
        match stream.filters().as_slice() {
            [] => contents.extend_from_slice(&raw),
            [Filter::FlateDecode] => {
                let decoder = ZlibDecoder::new(raw.as_ref());
                // One byte more than allowed tells too much from just enough.
                decoder.take(self.0 + 1).read_to_end(&mut contents).map_err(|_| PublishedError::Damaged)?;
            }
            _ => return Err(PublishedError::NotOurs),
        }
        self.0 = self.0.checked_sub(contents.len() as u64).ok_or(PublishedError::Swollen)?;
        Ok(contents)
    }
}
