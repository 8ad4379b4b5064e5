//! Rules over facts, report and layout.
