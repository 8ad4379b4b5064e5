//! Contents as Typst code.

use std::fmt::Write as _;

use typst::foundations::{
    Content, ContextElem, Element, NativeElement, Repr, SequenceElem, StyleChain, StyledElem, Styles, SymbolElem, Value,
};
use typst::introspection::{CounterUpdateElem, MetadataElem};
use typst::layout::{LayoutElem, PageElem};
use typst::model::{HeadingElem, OutlineElem, OutlineEntry, ParbreakElem};
use typst::pdf::PdfMarkerTag;
use typst::text::{SpaceElem, TextElem};

use super::Writer;
use super::call::name;
use super::value::plain;
use crate::Failure;

impl Writer<'_> {
    /// One expression for the content; empty if it prints nothing.
    pub(super) fn content(&mut self, content: &Content, chain: StyleChain) -> Result<String, Failure> {
        if let Some(sequence) = content.to_packed::<SequenceElem>() {
            return self.sequence(&sequence.children, chain);
        }
        if let Some(styled) = content.to_packed::<StyledElem>() {
            return self.styled(&styled.child, &styled.styles, chain);
        }
        if let Some(text) = content.to_packed::<TextElem>() {
            return Ok(text.text.repr().into());
        }
        if let Some(symbol) = content.to_packed::<SymbolElem>() {
            return Ok(symbol.text.repr().into());
        }
        if content.is::<SpaceElem>() {
            return Ok("[ ]".into());
        }
        if content.is::<ParbreakElem>() {
            return Ok("parbreak()".into());
        }
        if content.is::<MetadataElem>() {
            return Ok(String::new());
        }
        if content.is::<CounterUpdateElem>() {
            // The only update that the templates make; a wrong page number would show in the comparison of the pages.
            return Ok("counter(page).update(1)".into());
        }
        if let Some(marker) = content.to_packed::<PdfMarkerTag>() {
            return self.content(&marker.body, chain);
        }
        if let Some(layout) = content.to_packed::<LayoutElem>() {
            // A block, which has spacing of its own, as `layout` has.
            let shown = self.laid_out(layout, chain)?;
            return Ok(format!("block({})", self.argument(&shown, chain)?));
        }
        if content.is::<ContextElem>() {
            let shown = self.native(content, chain)?;
            return self.content(&shown, chain);
        }
        if content.is::<OutlineElem>() {
            let shown = self.native(content, chain)?;
            return self.styled(&shown, &Self::own_styles(content, chain), chain);
        }
        if content.is::<HeadingElem>() {
            return self.heading(content, chain);
        }
        match self.shown(content, chain)? {
            Some(shown) => self.content(&shown, chain),
            None if content.is::<OutlineEntry>() => Err("an outline without a rule for its entries".into()),
            None => self.call(content, chain),
        }
    }

    /// Texts that follow one another become one.
    fn sequence(&mut self, children: &[Content], chain: StyleChain) -> Result<String, Failure> {
        let mut parts: Vec<String> = Vec::new();
        for child in children {
            let code = self.content(child, chain)?;
            match parts.last_mut() {
                _ if code.is_empty() => {}
                Some(last) if is_text(last) && is_text(&code) => {
                    last.truncate(last.len() - 1);
                    last.push_str(&code[1..]);
                }
                _ => parts.push(code),
            }
        }
        Ok(match parts.len() {
            0 | 1 => parts.pop().unwrap_or_default(),
            _ => format!("{{\n{}\n}}", parts.join("\n")),
        })
    }

    fn styled(&mut self, child: &Content, styles: &Styles, chain: StyleChain) -> Result<String, Failure> {
        let chain = chain.chain(styles);
        let mut sets = String::new();
        let mut elements: Vec<Element> = Vec::new();
        for element in styles.iter().filter_map(|style| style.property().and(style.element())) {
            if !elements.contains(&element) {
                elements.push(element);
                let fields = self.fields(element, styles, chain)?;
                if !fields.is_empty() {
                    writeln!(sets, "set {}({fields})", name(element))?;
                }
            }
        }
        let code = self.content(child, chain)?;
        Ok(if sets.is_empty() || code.is_empty() { code } else { format!("{{\n{sets}{code}\n}}") })
    }

    /// The fields of a set rule.
    fn fields(&mut self, element: Element, styles: &Styles, chain: StyleChain) -> Result<String, Failure> {
        let mut fields = String::new();
        for param in element.params().iter().filter(|param| param.settable) {
            let Some(id) = element.field_id(param.name) else { continue };
            let set = styles.iter().filter_map(|style| style.property()).any(|property| property.is(element, id));
            if let Ok(value) = element.field_from_styles(id, chain)
                && set
            {
                let value = match &value {
                    Value::Content(content) if element == PageElem::ELEM => self.marginal(content, chain)?,
                    value if element == TextElem::ELEM && param.name == "font" => {
                        let font = self.value(value, chain)?;
                        self.font(font)?
                    }
                    value => self.value(value, chain)?,
                };
                match param.positional {
                    // An alignment: what a rule leaves out comes from around it, not from the default.
                    true => write!(fields, "{}, ", value.trim_end_matches(" + top"))?,
                    false => write!(fields, "{}: {value}, ", param.name)?,
                }
            }
        }
        Ok(fields)
    }

    /// The variable of a chain of fonts.
    fn font(&mut self, font: String) -> Result<String, Failure> {
        let number = match self.fonts.iter().position(|known| *known == font) {
            Some(number) => number,
            None => {
                writeln!(self.prelude, "#let font-{} = {font}", self.fonts.len())?;
                self.fonts.push(font);
                self.fonts.len() - 1
            }
        };
        Ok(format!("font-{number}"))
    }

    /// A heading with its looks as a literal show rule, and a label for the links to it.
    fn heading(&mut self, content: &Content, chain: StyleChain) -> Result<String, Failure> {
        let own = Self::own_styles(content, chain);
        let number = self.written;
        self.written += 1;
        let call = format!("[#{} <h{number}>]", self.call(content, chain)?);
        let inner = chain.chain(&own);
        Ok(match self.shown(content, inner)? {
            Some(shown) => format!("{{\nshow heading: {}\n{call}\n}}", argument(self.content(&shown, inner)?)),
            None => call,
        })
    }

    pub(super) fn argument(&mut self, content: &Content, chain: StyleChain) -> Result<String, Failure> {
        Ok(argument(self.content(content, chain)?))
    }

    pub(super) fn value(&mut self, value: &Value, chain: StyleChain) -> Result<String, Failure> {
        let mut items = String::new();
        match value {
            Value::Content(content) => return self.argument(content, chain),
            Value::Array(values) => {
                for value in values {
                    write!(items, "{}, ", self.value(value, chain)?)?;
                }
            }
            Value::Dict(values) if !values.is_empty() => {
                for (key, value) in values.iter() {
                    write!(items, "{}: {}, ", key.repr(), self.value(value, chain)?)?;
                }
            }
            value => return plain(value),
        }
        Ok(format!("({items})"))
    }
}

/// The code of a content that must not be nothing.
fn argument(code: String) -> String {
    if code.is_empty() { "[]".to_owned() } else { code }
}

fn is_text(code: &str) -> bool {
    code.starts_with('"')
}
