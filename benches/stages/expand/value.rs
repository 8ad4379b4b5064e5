//! Values as Typst code.

use typst::foundations::{Repr, Value};
use typst::layout::{Abs, Em, Length};
use typst::visualize::Stroke;

use crate::Failure;

/// A number that reads back as itself; Typst's own words for lengths are rounded.
fn number(value: f64) -> String {
    format!("{value:?}")
}

fn absolute(length: Abs) -> String {
    format!("{}pt", number(length.to_pt()))
}

fn em(em: Em) -> String {
    format!("{}em", number(em.get()))
}

fn length(length: Length) -> String {
    match (length.abs == Abs::zero(), length.em == Em::zero()) {
        (_, true) => absolute(length.abs),
        (true, false) => em(length.em),
        (false, false) => format!("{} + {}", absolute(length.abs), em(length.em)),
    }
}

/// The value as code, without contents, which need their styles.
pub fn plain(value: &Value) -> Result<String, Failure> {
    Ok(match value {
        Value::Length(value) => length(*value),
        Value::Relative(value) if value.rel.get() == 0.0 => length(value.abs),
        Value::Relative(value) if value.abs == Length::zero() => format!("{}%", number(value.rel.get() * 100.0)),
        Value::Relative(value) => format!("{}% + {}", number(value.rel.get() * 100.0), length(value.abs)),
        Value::Ratio(value) => format!("{}%", number(value.get() * 100.0)),
        Value::Fraction(value) => format!("{}fr", number(value.get())),
        Value::Func(_) | Value::Content(_) | Value::Bytes(_) | Value::Module(_) => {
            return Err(format!("not a literal: {}", value.repr()).into());
        }
        Value::Dyn(value) if value.is::<Stroke>() => {
            let stroke = value.downcast::<Stroke>().ok_or("a stroke is a stroke")?;
            let paint = stroke.paint.clone().custom().map(|paint| format!("paint: {}, ", paint.repr()));
            let thickness = stroke.thickness.custom().map(|value| format!("thickness: {}, ", length(value)));
            format!("({}{})", paint.unwrap_or_default(), thickness.unwrap_or_default())
        }
        value => value.repr().to_string(),
    })
}
