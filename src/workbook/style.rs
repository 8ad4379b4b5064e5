//! The looks of cells.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Amounts in 元.
pub(super) const AMOUNT: &str = "#,##0.00";
/// What is kept as it is typed.
const TEXT: &str = "@";

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

pub(super) fn about() -> Format {
    Format::new().set_font_color(Color::Gray)
}

pub(super) fn header(required: bool) -> Format {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin);
    // What must be filled in stands out.
    format.set_background_color(if required { Color::RGB(0x00FF_E699) } else { Color::RGB(0x00DD_EBF7) })
}

pub(super) fn amount() -> Format {
    Format::new().set_num_format(AMOUNT).set_unlocked()
}

pub(super) fn quantity() -> Format {
    Format::new().set_num_format("0.####").set_unlocked()
}

pub(super) fn integer() -> Format {
    Format::new().set_num_format("0").set_unlocked()
}

pub(super) fn text() -> Format {
    Format::new().set_num_format(TEXT).set_text_wrap().set_align(FormatAlign::VerticalCenter).set_unlocked()
}

/// A row that is no data. Whoever types over it would type what is not read, so it cannot be typed over.
pub(super) fn example(format: Format) -> Format {
    format.set_italic().set_font_color(Color::Gray).set_locked()
}
