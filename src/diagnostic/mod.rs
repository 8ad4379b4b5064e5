//! Faults and findings as one value with several renderers.
