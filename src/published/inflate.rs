//! Compressed streams, up to a limit.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use super::PublishedError;

/// What may still be decoded.
pub(super) struct Budget(usize);

impl Budget {
    /// What all streams may come to together, in bytes.
    pub(super) fn new(maximum: usize) -> Self {
        Self(maximum)
    }

    /// The contents of a stream that is compressed as ours are, or not at all.
    pub(super) fn decode(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, PublishedError> {
        let raw = stream.raw_data();
        // Decoding a long stream to nothing costs as well.
        self.take(raw.len())?;
        let mut contents = Vec::new();
        match stream.filters().as_slice() {
            [] => contents.extend_from_slice(&raw),
            [Filter::FlateDecode] => {
                let decoder = ZlibDecoder::new(raw.as_ref());
                // One byte more than allowed tells too much from just enough.
                let limit = self.0 as u64 + 1;
                decoder.take(limit).read_to_end(&mut contents).map_err(|_| PublishedError::Damaged)?;
            }
            _ => return Err(PublishedError::NotOurs),
        }
        self.take(contents.len())?;
        Ok(contents)
    }

    /// Spends bytes.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), PublishedError> {
        self.0 = self.0.checked_sub(bytes).ok_or(PublishedError::Swollen)?;
        Ok(())
    }
}
