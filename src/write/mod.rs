//! Bytes to files, complete or not at all: the only place that writes.
