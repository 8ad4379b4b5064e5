//! Empty tables: their notes, and what happens when there is something to show.

mod combinations;
mod filled;
mod wordings;
