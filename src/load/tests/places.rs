//! Places of loaded values.

use super::super::{Document, load};
use super::GOOD;
use crate::model::Pointer;

fn good() -> Document {
    load("good.json", GOOD.as_bytes()).unwrap()
}

fn shown(document: &Document, pointer: &Pointer) -> String {
    let place = document.place(pointer);
    document.source.text()[place.range].to_owned()
}

#[test]
fn a_pointer_leads_to_its_value() {
    let document = good();
    let amount = Pointer::root().key("projects").index(0).key("lines").index(0).key("amount");
    assert_eq!(shown(&document, &amount), "\"60000.00\"");
    let place = document.place(&amount);
    assert_eq!((&*place.file, place.line, place.column), ("good.json", 51, 116));
    let year = Pointer::root().key("previous_years").index(1).key("year");
    assert_eq!(shown(&document, &year), "2021");
}

#[test]
fn a_name_may_hold_a_dot() {
    assert_eq!(shown(&good(), &Pointer::root().key("reasons").key("three_public.reception")), "\"压减接待\"");
}

#[test]
fn what_the_file_leaves_out_has_the_place_around_it() {
    let document = good();
    let nature = Pointer::root().key("lines").index(0).key("nature");
    assert_eq!((shown(&document, &nature).as_str(), document.place(&nature).line), ("{", 38));
    assert_eq!(shown(&document, &Pointer::root().key("lines").index(99)), "[");
    assert_eq!(shown(&document, &Pointer::root().key("nothing").key("at").index(0)), "{");
    assert_eq!(shown(&document, &Pointer::root().key("year").key("month")), "2");
}

#[test]
fn a_character_is_found_in_every_text_that_holds_it() {
    let text = GOOD.replace("青山区科技馆", "青山区\\u79d1技馆");
    let document = load("good.json", text.as_bytes()).unwrap();
    let found = document.find_character('馆');
    assert_eq!(found.iter().map(|place| (place.line, place.column)).collect::<Vec<_>>(), [(25, 18), (26, 31)]);
    let escaped = document.find_character('科').into_iter().find(|place| place.line == 26).unwrap();
    assert_eq!(&document.source.text()[escaped.range], "\\u79d1");
    assert!(document.find_character('玥').is_empty());
}
