//! Regions: a further one made as docs/regions.md says.

mod guide;
