//! `--shard K/N`: a part of a batch, for a scheduler that spreads it.

use std::fmt;
use std::num::NonZero;
use std::str::FromStr;

use crate::typeset::Hash;

/// 分片。Part `number` of `of`, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// From 1.
    pub number: u64,
    /// How many there are.
    pub of: NonZero<u64>,
}

/// Why a text names no shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("应写成 第几份/共几份，如 3/16，从 1 数起")]
pub struct ShardError;

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (number, of) = text.split_once('/').ok_or(ShardError)?;
        let (number, of) =
            (number.parse().map_err(|_| ShardError)?, of.parse::<NonZero<u64>>().map_err(|_| ShardError)?);
        if (1..=of.get()).contains(&number) { Ok(Self { number, of }) } else { Err(ShardError) }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.of)
    }
}

impl Shard {
    /// Whether the file with this path below its root belongs here: by the path alone, so that it stays where it is when
    /// others are added.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        let hash = Hash::of(key.as_bytes());
        // 16 hexadecimal digits fill a u64.
        let number = u64::from_str_radix(&hash.as_str()[..16], 16).unwrap_or_default();
        number % self.of == self.number - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_from_one() {
        assert_eq!("3/16".parse(), Ok(Shard { number: 3, of: NonZero::new(16).unwrap() }));
        for text in ["0/4", "5/4", "1/0", "1", "/", "-1/4", "a/b"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError), "{text}");
        }
    }

    #[test]
    fn every_file_has_one_and_the_same_everywhere() {
        let shards: Vec<Shard> = (1..=7).map(|number| format!("{number}/7").parse().unwrap()).collect();
        let mut sizes = [0; 7];
        for file in 0..2000 {
            let key = format!("2024/420107-{file}.json");
            let having: Vec<_> = (0..7).filter(|index| shards[*index].has(&key)).collect();
            assert_eq!(having.len(), 1, "{key}");
            sizes[having[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (200..380).contains(size)), "{sizes:?}");
        // Another release must not move a file to another machine.
        let of = |key: &str| shards.iter().position(|shard| shard.has(key));
        assert_eq!((of("a.json"), of("2024/区科协.json")), (Some(6), Some(5)));
    }
}
