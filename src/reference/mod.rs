//! Reference data compiled in: subject catalogues and region profiles.
