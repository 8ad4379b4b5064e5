//! The data of a workbook as a JSON text, one value a line, so that a line tells the cell.

use std::sync::Arc;

/// A value and the cell that it comes from, `工作表!C5`.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) cell: Arc<str>,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// As it stands in JSON.
    Leaf(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(super) fn leaf(literal: String, cell: &Arc<str>) -> Self {
        Self { kind: Kind::Leaf(literal), cell: Arc::clone(cell) }
    }

    pub(super) fn list(cell: &Arc<str>) -> Self {
        Self { kind: Kind::List(Vec::new()), cell: Arc::clone(cell) }
    }

    pub(super) fn map(cell: &Arc<str>) -> Self {
        Self { kind: Kind::Map(Vec::new()), cell: Arc::clone(cell) }
    }

    /// The member of this name; made as `made` if there is none.
    pub(super) fn member(&mut self, name: &str, made: impl FnOnce() -> Node) -> &mut Node {
        let members = self.members();
        let index = members.iter().position(|(of, _)| of == name).unwrap_or_else(|| {
            members.push((name.to_owned(), made()));
            members.len() - 1
        });
        &mut members[index].1
    }

    /// The members; a value of another kind becomes a map.
    fn members(&mut self) -> &mut Vec<(String, Node)> {
        if !matches!(self.kind, Kind::Map(_)) {
            self.kind = Kind::Map(Vec::new());
        }
        match &mut self.kind {
            Kind::Map(members) => members,
            Kind::Leaf(_) | Kind::List(_) => unreachable!("it was made a map"),
        }
    }

    /// Adds a member though there may be one of its name, for the checks to tell.
    pub(super) fn add(&mut self, name: &str, node: Node) {
        if let Kind::Map(members) = &mut self.kind {
            members.push((name.to_owned(), node));
        }
    }

    /// Appends an element.
    pub(super) fn push(&mut self, node: Node) {
        if let Kind::List(elements) = &mut self.kind {
            elements.push(node);
        }
    }

    /// The value at a path of names and positions; made where it is not.
    pub(super) fn at(&mut self, path: &str, cell: &Arc<str>) -> &mut Node {
        let mut here = self;
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let (name, index) = match part.split_once('[') {
                Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
                None => (part, None),
            };
            here = here.member(name, || if index.is_some() { Node::list(cell) } else { Node::map(cell) });
            if let Some(index) = index {
                here = here.element(index, cell);
            }
        }
        here
    }

    /// The element at a position; those before it that are not there are empty texts, which the checks tell.
    fn element(&mut self, index: usize, cell: &Arc<str>) -> &mut Node {
        if !matches!(self.kind, Kind::List(_)) {
            self.kind = Kind::List(Vec::new());
        }
        match &mut self.kind {
            Kind::List(elements) => {
                while elements.len() <= index {
                    elements.push(Node::leaf("\"\"".to_owned(), cell));
                }
                &mut elements[index]
            }
            Kind::Leaf(_) | Kind::Map(_) => unreachable!("it was made a list"),
        }
    }

    /// The elements of the list at a path; none where there is no list.
    pub(super) fn elements(&mut self, name: &str) -> &mut [Node] {
        let Kind::Map(members) = &mut self.kind else { return &mut [] };
        match members.iter_mut().find(|(of, _)| of == name).map(|(_, node)| &mut node.kind) {
            Some(Kind::List(elements)) => elements,
            _ => &mut [],
        }
    }

    /// The literal of a member.
    pub(super) fn literal(&self, name: &str) -> Option<&str> {
        let Kind::Map(members) = &self.kind else { return None };
        match &members.iter().find(|(of, _)| of == name)?.1.kind {
            Kind::Leaf(literal) => Some(literal),
            _ => None,
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Map(members) if members.iter().any(|(of, _)| of == name))
    }
}

/// The text, and the cell of each line.
pub(super) fn print(root: &Node) -> (String, Vec<Arc<str>>) {
    let mut printed = Printed::default();
    printed.node(root, "", "");
    (printed.text, printed.cells)
}

#[derive(Default)]
struct Printed {
    text: String,
    cells: Vec<Arc<str>>,
    depth: usize,
}

impl Printed {
    fn line(&mut self, text: &str, cell: &Arc<str>) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push_str(text);
        self.text.push('\n');
        self.cells.push(Arc::clone(cell));
    }

    fn node(&mut self, node: &Node, before: &str, after: &str) {
        match &node.kind {
            Kind::Leaf(literal) => self.line(&format!("{before}{literal}{after}"), &node.cell),
            Kind::List(elements) => {
                self.line(&format!("{before}["), &node.cell);
                self.depth += 1;
                for (index, element) in elements.iter().enumerate() {
                    self.node(element, "", if index + 1 < elements.len() { "," } else { "" });
                }
                self.depth -= 1;
                self.line(&format!("]{after}"), &node.cell);
            }
            Kind::Map(members) => {
                self.line(&format!("{before}{{"), &node.cell);
                self.depth += 1;
                for (index, (name, member)) in members.iter().enumerate() {
                    let name = serde_json::Value::from(name.as_str());
                    self.node(member, &format!("{name}: "), if index + 1 < members.len() { "," } else { "" });
                }
                self.depth -= 1;
                self.line(&format!("}}{after}"), &node.cell);
            }
        }
    }
}
