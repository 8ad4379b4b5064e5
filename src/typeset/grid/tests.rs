use super::measures::{Size, Step};
use super::rows::{self, RowCells};
use super::*;
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::{Align, Orientation, Templates};
use crate::typeset::{FontSearch, Fonts, TypesetError, Typesetter};

fn column(key: &str, header: &[&str], width: &str, align: Align) -> ColumnView {
    let header = header.iter().map(|name| (*name).to_owned()).collect();
    ColumnView { key: key.to_owned(), header, width: width.to_owned(), align, panel: 0 }
}

fn row(role: RowRole, cells: &[&str]) -> Row {
    let cells = cells.iter().map(|text| (*text).to_owned()).collect();
    Row { keys: vec![String::new()], roles: vec![role], cells }
}

fn measures(templates: Templates) -> Result<Option<Measures>, TypesetError> {
    let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let search = FontSearch { user: Vec::new(), bundled: vec![fonts] };
    let typesetter = Typesetter::new(Fonts::load(&templates, &search).unwrap(), templates);
    typesetter.measures("420107-qingshan", crate::model::ScopeKind::Department)
}

fn ours() -> Measures {
    measures(Templates::built_in()).unwrap().unwrap()
}

/// 156 mm, as the type area of GB/T 9704.
const WIDE: Size = Size { width: 442.2, height: 637.8 };

fn names_and_amount() -> Vec<ColumnView> {
    vec![column("name", &["科目名称"], "1fr", Align::Left), column("total", &["合计"], "3fr", Align::Right)]
}

#[test]
fn a_name_heads_its_row_and_a_total_label_spans_the_texts_at_the_left() {
    let columns = [
        column("code", &["编码"], "1fr", Align::Left),
        column("name", &["名称"], "1fr", Align::Left),
        column("total", &["合计"], "1fr", Align::Right),
    ];
    let lines = [
        row(RowRole::Item, &["2060101", "行政运行", "1.00"]),
        row(RowRole::Plain, &["上年结转", "", ""]),
        row(RowRole::Total, &["合计", "", "1.00"]),
    ];
    let expected = [
        RowCells { bold: vec![], names: vec![(1, RowRole::Item)], label: 0 },
        // A heading line stands in another text column than the names.
        RowCells { bold: vec![], names: vec![(0, RowRole::Plain)], label: 0 },
        RowCells { bold: vec![0, 1, 2], names: vec![], label: 2 },
    ];
    assert_eq!(rows::cells(&columns, &lines), expected);
}

#[test]
fn of_two_panels_each_names_its_own_rows_and_a_filler_names_nothing() {
    let mut columns = [names_and_amount(), names_and_amount()].concat();
    columns[2].panel = 1;
    columns[3].panel = 1;
    let mut line = row(RowRole::Total, &["收入总计", "1.00", "", ""]);
    line.roles.push(RowRole::Blank);
    let expected = RowCells { bold: vec![0, 1], names: vec![(0, RowRole::Total)], label: 0 };
    assert_eq!(rows::cells(&columns, &[line]), [expected]);
}

#[test]
fn a_chinese_character_is_as_wide_as_two_digits_and_a_comma_half_of_one() {
    assert_eq!([fit::ems("科协"), fit::ems("12"), fit::ems("1,234.56"), fit::ems("")], [2.0, 1.0, 3.5, 0.0]);
}

#[test]
fn widths_fill_the_area_and_millimetres_stay() {
    let mut columns = names_and_amount();
    columns.push(column("note", &["备注"], "20mm", Align::Left));
    let widths = fit::fit(&columns, &[row(RowRole::Plain, &["甲", "1.00", ""])], &ours(), WIDE).unwrap().widths;
    assert!((widths.iter().sum::<f64>() - WIDE.width).abs() < 1e-9, "{widths:?}");
    assert!((widths[2] - 20.0 * 72.0 / 25.4).abs() < 0.01, "{widths:?}");
}

#[test]
fn a_width_that_is_none_is_refused_instead_of_drawn_as_nothing() {
    let mut columns = names_and_amount();
    columns[1].width = "2cm".to_owned();
    assert_eq!(fit::fit(&columns, &[], &ours(), WIDE), Err("2cm"));
}

#[test]
fn an_amount_column_counts_the_less_the_shorter_its_amounts() {
    let columns = [column("a", &["甲"], "1fr", Align::Right), column("b", &["乙"], "1fr", Align::Right)];
    let widths = fit::fit(&columns, &[row(RowRole::Plain, &["1,234,567.00", ""])], &ours(), WIDE).unwrap().widths;
    assert!((widths[1] / widths[0] - 0.6).abs() < 1e-9, "{widths:?}");
}

#[test]
fn the_type_grows_smaller_until_the_widest_amount_has_its_room() {
    let columns: Vec<_> = (0..14).map(|_| column("total", &["合计"], "1fr", Align::Right)).collect();
    let fitted = fit::fit(&columns, &[row(RowRole::Plain, &["123,456,789.00"; 14])], &ours(), WIDE).unwrap();
    assert!(fit::ems("123,456,789.00") * fitted.size <= fitted.widths[0], "{fitted:?}");
    assert_eq!(fitted.size, 4.5);
    let wider = fit::fit(&columns[..4], &[row(RowRole::Plain, &["123,456,789.00"; 4])], &ours(), WIDE).unwrap();
    assert_eq!(wider.size, 10.5);
}

#[test]
fn a_table_of_about_a_page_takes_a_smaller_type_to_stay_on_it_and_a_longer_one_does_not() {
    let size = |count: usize| {
        let rows: Vec<_> = (0..count).map(|_| row(RowRole::Plain, &["行政运行", "1.00"])).collect();
        fit::fit(&names_and_amount(), &rows, &ours(), WIDE).unwrap().size
    };
    assert_eq!([size(10), size(30), size(100)], [10.5, 10.0, 10.5]);
}

#[test]
fn the_built_in_theme_tells_its_measures() {
    let measures = ours();
    let area = measures.area(Orientation::Portrait);
    assert!((area.width - 156.0 * 72.0 / 25.4).abs() < 0.01 && (area.height - 225.0 * 72.0 / 25.4).abs() < 0.01);
    assert_eq!(measures.steps.first(), Some(&Step { size: 10.5, padding: 0.42 }));
    assert_eq!([RowRole::Class, RowRole::Group, RowRole::Item].map(|role| measures.indent(role)), [0.0, 1.0, 2.0]);
}

#[test]
fn a_theme_that_lacks_a_measure_is_refused_by_its_name() {
    let grid = "#let size = (width: 1pt, height: 1pt)\n#let grid = (areas: (portrait: size, landscape: size), steps: ((1pt, 0.4),), ";
    for (theme, named) in [
        ("#let grid = 1".to_owned(), "grid"),
        ("#let grid = (areas: 1)".to_owned(), "grid.areas"),
        (format!("{} row-depth: (group: 1, item: 2))", grid.replace("((1pt, 0.4),)", "()")), "grid.steps"),
        (format!("{grid} row-depth: (group: 1, item: 2), one-page: 1em)"), "grid.one-page"),
    ] {
        let Err(TypesetError::Theme(name)) = measures(Templates::with([("theme.typ", theme)])) else {
            panic!("{named}")
        };
        assert_eq!(name, named);
    }
    let faulty = measures(Templates::with([("theme.typ", "#falsch".to_owned())]));
    assert!(matches!(faulty, Err(TypesetError::Template(_))));
}

#[test]
fn templates_whose_theme_says_nothing_of_grids_get_none() {
    assert_eq!(measures(Templates::with([("theme.typ", "#let a = 1".to_owned())])).unwrap(), None);
}
