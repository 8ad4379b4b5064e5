//! Two trees compared: elements of lists are matched by what they are, never by their position.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rust_decimal::Decimal;

/// A value of a tree.
#[derive(Debug, Clone)]
pub(super) struct Leaf<P> {
    pub(super) text: String,
    /// Two numbers are the same whatever their spelling.
    pub(super) number: Option<Decimal>,
    /// What the caller knows of it besides.
    pub(super) payload: P,
}

/// A tree whose lists know how their elements are matched.
#[derive(Debug, Clone)]
pub(super) enum Node<P> {
    Leaf(Leaf<P>),
    /// By name.
    Members(Vec<(String, Node<P>)>),
    /// Each with its key.
    List(Matching, Vec<(String, Node<P>)>),
}

/// What to do with elements whose key the other side lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matching {
    /// Records: one of which at least half is the same is the same record under another name.
    Records,
    /// Texts: one that came and one that went are one that was reworded.
    Texts,
    /// Amounts by what they are for: one came, one went.
    Sums,
}

/// A leaf that differs. At least one side is there.
pub(super) struct Difference<'n, P> {
    /// The path, elements named by their keys: of the new side, where it is there.
    pub(super) identity: String,
    pub(super) old: Option<&'n Leaf<P>>,
    pub(super) new: Option<&'n Leaf<P>>,
}

impl<P> Leaf<P> {
    fn is_same(&self, other: &Self) -> bool {
        self.text == other.text || self.number.is_some() && self.number == other.number
    }
}

/// All differences, in the order of the new tree, what is gone beside its neighbours.
pub(super) fn differences<'n, P>(old: &'n Node<P>, new: &'n Node<P>) -> Vec<Difference<'n, P>> {
    let mut found = Vec::new();
    compare(Some(old), Some(new), String::new(), &mut found);
    found
}

fn compare<'n, P>(
    old: Option<&'n Node<P>>,
    new: Option<&'n Node<P>>,
    identity: String,
    found: &mut Vec<Difference<'n, P>>,
) {
    match (old, new) {
        (None, None) => {}
        (Some(Node::Leaf(old)), Some(Node::Leaf(new))) => {
            if !old.is_same(new) {
                found.push(Difference { identity, old: Some(old), new: Some(new) });
            }
        }
        (Some(Node::Leaf(old)), None) => found.push(Difference { identity, old: Some(old), new: None }),
        (None, Some(Node::Leaf(new))) => found.push(Difference { identity, old: None, new: Some(new) }),
        (Some(Node::List(..)) | None, Some(Node::List(matching, _))) | (Some(Node::List(matching, _)), None) => {
            let elements = |node: Option<&'n Node<P>>| match node {
                Some(Node::List(_, elements)) => elements.as_slice(),
                _ => &[],
            };
            let (old, new) = (elements(old), elements(new));
            let (old_names, new_names) = (names(old), names(new));
            for (before, after) in matched(*matching, old, new) {
                let name = after.map_or_else(|| before.map(|at| &old_names[at]), |at| Some(&new_names[at]));
                let identity = format!("{identity}{{{}}}", name.map_or("", String::as_str));
                compare(before.map(|at| &old[at].1), after.map(|at| &new[at].1), identity, found);
            }
        }
        (Some(Node::Members(_)) | None, Some(Node::Members(_))) | (Some(Node::Members(_)), None) => {
            let members = |node: Option<&'n Node<P>>| match node {
                Some(Node::Members(members)) => members.as_slice(),
                _ => &[],
            };
            let (old, new) = (members(old), members(new));
            let mut before: BTreeMap<_, _> = old.iter().map(|(name, node)| (name, node)).collect();
            for (name, node) in new {
                compare(before.remove(name), Some(node), join(&identity, name), found);
            }
            for (name, node) in old.iter().filter(|(name, _)| before.contains_key(name)) {
                compare(Some(node), None, join(&identity, name), found);
            }
        }
        // A text where there was a number with its unit: one went, another came.
        (old, new) => {
            compare(old, None, identity.clone(), found);
            compare(None, new, identity, found);
        }
    }
}

/// `a.b`, `a[0]`.
pub(super) fn join(before: &str, name: &str) -> String {
    if before.is_empty() || name.starts_with('[') { format!("{before}{name}") } else { format!("{before}.{name}") }
}

/// The keys, those that occurred before with a number.
fn names<P>(elements: &[(String, Node<P>)]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let name = |key: &str, count: &mut usize| {
        *count += 1;
        if *count == 1 { key.to_owned() } else { format!("{key}#{count}") }
    };
    elements.iter().map(|(key, _)| name(key, counts.entry(key).or_default())).collect()
}

/// Which element is which, in the order of the new list, then those that are gone.
///
/// Swapping the sides swaps the pairs.
fn matched<P>(
    matching: Matching,
    old: &[(String, Node<P>)],
    new: &[(String, Node<P>)],
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut by_key: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (at, (key, _)) in old.iter().enumerate() {
        by_key.entry(key).or_default().push_back(at);
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    new.iter().for_each(|(key, _)| *wanted.entry(key).or_default() += 1);
    // Nobody can tell thousands of one key apart.
    let few = |key: &str, candidates: &VecDeque<usize>| {
        wanted.get(key).copied().unwrap_or_default().saturating_mul(candidates.len()) <= CANDIDATES
    };
    let crowded: BTreeSet<&str> = by_key.iter().filter(|(key, found)| !few(key, found)).map(|(key, _)| *key).collect();
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    // What is wholly the same first, so that of equal keys the right one is gone.
    for (at, (key, node)) in new.iter().enumerate().filter(|(_, (key, _))| !crowded.contains(key.as_str())) {
        let Some(candidates) = by_key.get_mut(key.as_str()) else { continue };
        if let Some(place) = candidates.iter().position(|candidate| is_same(&old[*candidate].1, node)) {
            partner[at] = candidates.remove(place);
        }
    }
    for (at, (key, _)) in new.iter().enumerate().filter(|(at, _)| partner[*at].is_none()).collect::<Vec<_>>() {
        partner[at] = by_key.get_mut(key.as_str()).and_then(VecDeque::pop_front);
    }
    let mut gone: BTreeSet<usize> = by_key.into_values().flatten().collect();
    if matching != Matching::Sums {
        let came: Vec<usize> = (0..new.len()).filter(|at| partner[*at].is_none()).collect();
        pair(matching, old, new, &mut gone, &came, &mut partner);
    }
    let kept = partner.into_iter().enumerate().map(|(after, before)| (before, Some(after)));
    kept.chain(gone.into_iter().map(|before| (Some(before), None))).collect()
}

/// Beyond this many candidates nobody reads which is which.
const CANDIDATES: usize = 40_000;

/// Pairs what went with what came, the most alike first.
fn pair<P>(
    matching: Matching,
    old: &[(String, Node<P>)],
    new: &[(String, Node<P>)],
    gone: &mut BTreeSet<usize>,
    came: &[usize],
    partner: &mut [Option<usize>],
) {
    if gone.len().saturating_mul(came.len()) > CANDIDATES {
        return;
    }
    let leaves_of = |node| {
        let mut found = BTreeMap::new();
        leaves(node, String::new(), &mut found);
        found
    };
    let before: Vec<_> = gone.iter().map(|at| (*at, leaves_of(&old[*at].1))).collect();
    let after: Vec<_> = came.iter().map(|at| (*at, leaves_of(&new[*at].1))).collect();
    let mut candidates = Vec::new();
    for (place_before, (from, then)) in before.iter().enumerate() {
        for (place_after, (to, now)) in after.iter().enumerate() {
            let score = match matching {
                Matching::Texts => Some(alike(&old[*from].0, &new[*to].0)),
                _ => same_leaves(then, now),
            };
            let distance = (place_before + place_after, place_before.abs_diff(place_after));
            candidates.extend(score.map(|score| (std::cmp::Reverse(score), distance, *from, *to)));
        }
    }
    // Candidates of equal score and distance share no element: the order between them decides nothing.
    candidates.sort_unstable();
    for (_, _, from, to) in candidates {
        if partner[to].is_none() && gone.remove(&from) {
            partner[to] = Some(from);
        }
    }
}

/// How many leaves two records share, if it is half of them; single values are always one that was renamed.
fn same_leaves<P>(old: &BTreeMap<String, &Leaf<P>>, new: &BTreeMap<String, &Leaf<P>>) -> Option<usize> {
    let same = old.iter().filter(|(path, leaf)| new.get(*path).is_some_and(|other| leaf.is_same(other))).count();
    let most = old.len().max(new.len());
    (same * 2 >= most || most == 1).then_some(same)
}

/// Characters that two texts share at their ends.
fn alike(old: &str, new: &str) -> usize {
    let before = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let after = old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).count();
    (before + after).min(old.chars().count()).min(new.chars().count())
}

fn leaves<'n, P>(node: &'n Node<P>, path: String, found: &mut BTreeMap<String, &'n Leaf<P>>) {
    match node {
        Node::Leaf(leaf) => drop(found.insert(path, leaf)),
        Node::Members(members) => {
            members.iter().for_each(|(name, node)| leaves(node, join(&path, name), found));
        }
        Node::List(_, elements) => {
            for (name, (_, node)) in names(elements).into_iter().zip(elements) {
                leaves(node, format!("{path}{{{name}}}"), found);
            }
        }
    }
}

/// Whether two elements are the same, in their order too: one that was sorted anew is found by its key.
fn is_same<P>(old: &Node<P>, new: &Node<P>) -> bool {
    let all = |old: &[(String, Node<P>)], new: &[(String, Node<P>)]| {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.0 == new.0 && is_same(&old.1, &new.1))
    };
    match (old, new) {
        (Node::Leaf(old), Node::Leaf(new)) => old.is_same(new),
        (Node::Members(old), Node::Members(new)) | (Node::List(_, old), Node::List(_, new)) => all(old, new),
        _ => false,
    }
}
