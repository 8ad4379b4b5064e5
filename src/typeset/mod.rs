//! [`Report`](crate::derive::report::Report) to pages: the only place that names `typst` and `typst_kit`.
