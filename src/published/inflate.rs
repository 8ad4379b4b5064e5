//! Compressed streams, up to a limit.

use flate2::{Decompress, FlushDecompress, Status};
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
        let contents = match stream.filters().as_slice() {
            [] => raw.into_owned(),
            [Filter::FlateDecode] => inflate(&raw, self.0)?,
            _ => return Err(PublishedError::NotOurs),
        };
        self.take(contents.len())?;
        Ok(contents)
    }

    /// Spends bytes.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), PublishedError> {
        self.0 = self.0.checked_sub(bytes).ok_or(PublishedError::Swollen)?;
        Ok(())
    }
}

/// Uncompresses up to a little more than a limit. Readers take a stream that breaks off for one that ends, and so pass
/// over its checksum; here it must end where its data do.
fn inflate(raw: &[u8], limit: usize) -> Result<Vec<u8>, PublishedError> {
    const STEP: usize = 64 << 10;
    let (mut state, mut contents, mut used) = (Decompress::new(true), Vec::new(), 0_usize);
    while contents.len() <= limit {
        contents.reserve(STEP.min(limit - contents.len() + 1));
        let before = (used, contents.len());
        let status = state.decompress_vec(&raw[used..], &mut contents, FlushDecompress::None);
        let status = status.map_err(|_| PublishedError::Damaged)?;
        used = usize::try_from(state.total_in()).map_err(|_| PublishedError::Damaged)?;
        match status {
            Status::StreamEnd if used == raw.len() => return Ok(contents),
            Status::Ok | Status::BufError if (used, contents.len()) != before => {}
            _ => return Err(PublishedError::Damaged),
        }
    }
    Err(PublishedError::Swollen)
}
