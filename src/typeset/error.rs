//! Why a report has no pages.

use super::fault::TemplateFault;

/// Why a report cannot be typeset.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The templates do not compile with this report.
    #[error("模板有误：{}", first(.0))]
    Template(Vec<TemplateFault>),
}

fn first(faults: &[TemplateFault]) -> String {
    let Some(fault) = faults.first() else { return String::new() };
    match &fault.place {
        Some(place) => format!("{place}：{}", fault.message),
        None => fault.message.clone(),
    }
}
