//! What stands where on a page, with the furniture around the type area.

pub use gongkai::typeset::layout::sheet::{
    BODY_SIZE, Sheet, TOLERANCE, inside_and_outside, lines, said, type_area, within,
};

/// The number at the foot, such as `12` or `I`; none where there is none.
pub fn printed_number(page: Sheet<'_>) -> Option<String> {
    let (_, outside) = inside_and_outside(page);
    let foot: Vec<_> = outside.into_iter().filter(|text| (text.size - 14.0).abs() < TOLERANCE).collect();
    said(&foot).strip_prefix('—').and_then(|text| text.strip_suffix('—')).map(str::to_owned)
}

/// The line above the repeated header, such as `续表13整体支出绩效目标表单位：万元`; empty on other pages.
pub fn running_line(page: Sheet<'_>) -> String {
    let (_, outside) = inside_and_outside(page);
    said(&outside.into_iter().filter(|text| (text.size - 9.0).abs() < TOLERANCE).collect::<Vec<_>>())
}
