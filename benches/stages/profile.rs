//! Where the compiler's time goes, by its own account.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use gongkai::export::{self, Identity};
use gongkai::typeset::report_json;
use serde_json::Value;
use typst::comemo;
use typst::syntax::Span;
use typst::{World, WorldExt};

use crate::bare::{Bare, compile};
use crate::{Failure, Prepared};

/// How many kinds of work are printed.
const SHOWN: usize = 12;

/// What a kind of work took.
#[derive(Default)]
struct Spent {
    /// Milliseconds with the work inside of it.
    whole: f64,
    /// Milliseconds without.
    own: f64,
    times: usize,
}

/// Prints what evaluation, layout rounds and export take, and the kinds of work that take longest.
pub fn print(prepared: &Prepared, source: &str) -> Result<(), Failure> {
    let world = prepared.pipeline.typesetter()?.world(report_json(&prepared.report))?;
    println!("where the compiler's time goes (one run; ms of wall time, of all threads where several work):");
    let ours = trace(&world, prepared)?;
    let bare = trace(&Bare::new(&world, source), prepared)?;
    let (ours_by_name, bare_by_name) = (spent(&ours, name), spent(&bare, name));
    let whole =
        |name: &str| [&ours_by_name, &bare_by_name].map(|spent| spent.get(name).map_or(0.0, |spent| spent.whole));
    for (title, name) in [
        ("evaluation", "eval main.typ"),
        ("layout, round 1", "iter (1)"),
        ("layout, round 2", "iter (2)"),
        ("layout, round 3", "iter (3)"),
        ("export", "pdf"),
    ] {
        let [ours, bare] = whole(name);
        println!("  {title:<16} {ours:8.1}   expanded {bare:8.1}");
    }
    list("kinds of work, without the work inside:", &ours_by_name);
    list("functions that the templates call, by where they are called:", &spent(&ours, call));
    Ok(())
}

fn list(title: &str, spent: &BTreeMap<String, Spent>) {
    println!("  {title}");
    let mut sorted: Vec<_> = spent.iter().filter(|(name, _)| !name.is_empty()).collect();
    sorted.sort_by(|(_, a), (_, b)| b.own.total_cmp(&a.own));
    for (name, Spent { own, times, .. }) in sorted.into_iter().take(SHOWN) {
        println!("  {own:8.1}  {name} ({times} times)");
    }
}

/// The events of one document from empty memo to PDF.
fn trace(world: &dyn World, prepared: &Prepared) -> Result<Vec<Value>, Failure> {
    comemo::evict(0);
    typst_timing::clear();
    typst_timing::enable();
    let pages = compile(world)?;
    let pdf = export::pdf(&pages, &Identity::of(&prepared.report));
    typst_timing::disable();
    pdf?;
    let mut events = Vec::new();
    typst_timing::export_json(&mut events, |span| place(world, span).unwrap_or_default())?;
    Ok(serde_json::from_slice(&events)?)
}

/// File and line of a span.
fn place(world: &dyn World, span: NonZeroU64) -> Option<(String, u32)> {
    let span = Span::from_raw(span);
    let id = span.id()?;
    let source = world.source(id).ok()?;
    let line = source.lines().byte_to_line(world.range(span)?.start)?;
    Some((id.vpath().get_without_slash().to_owned(), u32::try_from(line + 1).ok()?))
}

/// The kind of work; of evaluation, of which file.
fn name(event: &Value) -> String {
    match (event["name"].as_str().unwrap_or_default(), event["args"]["file"].as_str()) {
        ("eval", Some(file)) => format!("eval {file}"),
        (name, _) => name.to_owned(),
    }
}

/// The place of a call.
fn call(event: &Value) -> String {
    match (event["name"].as_str(), event["args"]["file"].as_str()) {
        (Some("func call"), Some(file)) => format!("{file}:{}", event["args"]["line"]),
        _ => String::new(),
    }
}

/// What the work took, by kind.
fn spent(events: &[Value], name: fn(&Value) -> String) -> BTreeMap<String, Spent> {
    let mut spent: BTreeMap<String, Spent> = BTreeMap::new();
    // For each thread the open scopes: name, start, time of the work inside.
    let mut open: BTreeMap<u64, Vec<(String, f64, f64)>> = BTreeMap::new();
    for event in events {
        let stack = open.entry(event["tid"].as_u64().unwrap_or_default()).or_default();
        let at = event["ts"].as_f64().unwrap_or_default() / 1e3;
        if event["ph"] == "B" {
            stack.push((name(event), at, 0.0));
        } else if let Some((name, start, inside)) = stack.pop() {
            let entry = spent.entry(name).or_default();
            entry.whole += at - start;
            entry.own += at - start - inside;
            entry.times += 1;
            if let Some((.., outer)) = stack.last_mut() {
                *outer += at - start;
            }
        }
    }
    spent
}
