//! The structure tree of a PDF, with the texts that its leaves mark on the pages.

use lopdf::{Dictionary, Object};

use super::pdf::{Pdf, bare};

/// An element of the tree.
pub struct Element {
    pub role: String,
    /// `Row` or `Column` of a header cell.
    pub scope: Option<String>,
    pub columns: i64,
    /// The first page on which something of it stands, from 0.
    pub page: Option<usize>,
    /// All that it marks, white space dropped.
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// It and all below it, in reading order.
    pub fn all(&self) -> Vec<&Self> {
        [self].into_iter().chain(self.children.iter().flat_map(Self::all)).collect()
    }

    /// All below it, or itself, of a role.
    pub fn with_role(&self, role: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.role == role).collect()
    }

    /// Whether it is a heading, of which level.
    pub fn level(&self) -> Option<u32> {
        self.role.strip_prefix('H').and_then(|level| level.parse().ok())
    }
}

/// The tree of a PDF, its one root element.
pub fn tree(pdf: &Pdf) -> Element {
    let root = pdf.dictionary(pdf.document.catalog().unwrap(), "StructTreeRoot");
    let kids = kids(pdf, root);
    assert_eq!(kids.len(), 1, "one root element");
    element(pdf, kids[0].as_dict().unwrap())
}

fn kids<'a>(pdf: &'a Pdf, element: &'a Dictionary) -> Vec<&'a Object> {
    match pdf.member(element, "K") {
        None => Vec::new(),
        Some(Object::Array(kids)) => kids.iter().map(|kid| pdf.resolve(kid)).collect(),
        Some(kid) => vec![kid],
    }
}

fn element(pdf: &Pdf, source: &Dictionary) -> Element {
    let mut built = Element {
        role: String::from_utf8(source.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap(),
        scope: attribute(pdf, source, "Scope")
            .map(|scope| String::from_utf8(scope.as_name().unwrap().to_vec()).unwrap()),
        columns: attribute(pdf, source, "ColSpan").map_or(1, |span| span.as_i64().unwrap()),
        page: None,
        text: String::new(),
        children: Vec::new(),
    };
    let page = source.get(b"Pg").ok().map(|page| pdf.page_index(page));
    for kid in kids(pdf, source) {
        match kid {
            Object::Integer(number) => built.mark(pdf, page.unwrap(), *number),
            Object::Dictionary(kid) if kid.has(b"S") => {
                let child = element(pdf, kid);
                built.page = built.page.or(child.page);
                built.text.push_str(&child.text);
                built.children.push(child);
            }
            Object::Dictionary(kid) if kid.has(b"MCID") => {
                let page = kid.get(b"Pg").ok().map_or(page, |page| Some(pdf.page_index(page)));
                built.mark(pdf, page.unwrap(), kid.get(b"MCID").unwrap().as_i64().unwrap());
            }
            // The annotation of a link.
            Object::Dictionary(kid) if kid.has(b"Obj") => {}
            other => panic!("{other:?} in a structure element"),
        }
    }
    built
}

impl Element {
    fn mark(&mut self, pdf: &Pdf, page: usize, number: i64) {
        self.page = self.page.or(Some(page));
        // Nothing is shown for a mark around nothing but a rule or a space.
        if let Some(text) = pdf.pages[page].marked.get(&number) {
            self.text.push_str(&bare(text));
        }
    }
}

/// An attribute of any owner.
fn attribute<'a>(pdf: &'a Pdf, element: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let attributes = match pdf.member(element, "A")? {
        Object::Array(attributes) => attributes.iter().map(|attributes| pdf.resolve(attributes)).collect(),
        attributes => vec![attributes],
    };
    attributes.into_iter().find_map(|attributes| pdf.member(attributes.as_dict().unwrap(), key))
}
