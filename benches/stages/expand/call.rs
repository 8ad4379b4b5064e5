//! Elements as calls of their constructors.

use std::fmt::Write as _;

use typst::foundations::{Content, Element, IntoValue, NativeElement, Repr, Smart, StyleChain, Value};
use typst::model::{Destination, LinkElem, LinkTarget, TableCell, TableFooter, TableHLine, TableHeader, TableVLine};
use typst::pdf::{AttachElem, TableCellKind};

use super::Writer;
use super::value::plain;
use crate::Failure;

impl Writer<'_> {
    /// The constructor's call.
    pub(super) fn call(&mut self, content: &Content, chain: StyleChain) -> Result<String, Failure> {
        let element = content.elem();
        let mut arguments = String::new();
        for param in element.params() {
            let Ok(value) = content.get_by_name(param.name) else { continue };
            if element == AttachElem::ELEM && param.name == "data" {
                continue;
            }
            match (value, param.variadic) {
                (Value::Array(values), true) => {
                    for value in &values {
                        write!(arguments, "{}, ", self.value(value, chain)?)?;
                    }
                }
                (value, _) if param.positional => write!(arguments, "{}, ", self.value(&value, chain)?)?,
                (value, _) => write!(arguments, "{}: {}, ", param.name, self.value(&value, chain)?)?,
            }
        }
        if let Some(link) = content.to_packed::<LinkElem>() {
            return Ok(format!("link({}, {})", self.destination(&link.dest)?, self.argument(&link.body, chain)?));
        }
        let bare = arguments.trim_end_matches(", ");
        let call = format!("{}({bare})", name(element));
        let Some(cell) = content.to_packed::<TableCell>() else { return Ok(call) };
        Ok(match cell.kind.as_option() {
            Some(Smart::Custom(TableCellKind::Header(level, scope))) => {
                let scope = plain(&scope.into_value())?;
                format!("pdf.header-cell(level: {level}, scope: {scope}, {call})")
            }
            _ if content.fields().len() == 1 => self.argument(&cell.body, chain)?,
            _ => call,
        })
    }

    fn destination(&self, target: &LinkTarget) -> Result<String, Failure> {
        match target {
            LinkTarget::Dest(Destination::Location(location)) => {
                let number = self.headings.iter().position(|heading| heading == location);
                Ok(format!("<h{}>", number.ok_or("a link leads to a heading")?))
            }
            LinkTarget::Dest(Destination::Url(url)) => Ok(url.repr().into()),
            _ => Err("a link to somewhere else than a heading".into()),
        }
    }
}

/// What the element is called in code.
pub(super) fn name(element: Element) -> String {
    let parts = [
        (TableCell::ELEM, "table.cell"),
        (TableHeader::ELEM, "table.header"),
        (TableFooter::ELEM, "table.footer"),
        (TableHLine::ELEM, "table.hline"),
        (TableVLine::ELEM, "table.vline"),
        (AttachElem::ELEM, "pdf.attach"),
    ];
    parts.iter().find(|(known, _)| *known == element).map_or(element.name(), |(_, name)| name).to_owned()
}
