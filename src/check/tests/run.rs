//! Runs one rule on data changed by the steps of an example, for the tests of that rule.

use crate::check::{Example, Facts, Manual, Outcome, Rule, Selection, Sketch, compared_with};
use crate::load;
use crate::reference::Catalogue;

use super::examples;

fn example(data: &str, steps: &str) -> Example {
    let text = format!("# 示例\n有误（{data}）：\n```text\n{steps}\n```");
    Manual::parse(&text).examples.remove(0)
}

/// What `rule` says of `data` after `steps`.
pub(in crate::check) fn judge(rule: &'static Rule, data: &str, steps: &str) -> Outcome {
    examples::judged(rule, &example(data, steps))
}

/// What a rule of batches says of files, each data and steps; the files are named 0.json, 1.json and so on.
pub(in crate::check) fn judge_batch(rule: &'static Rule, files: &[(&str, &str)]) -> Outcome {
    let pipeline = examples::pipeline();
    let documents: Vec<_> = (0..)
        .zip(files)
        .map(|(index, (data, steps))| {
            let mut root = examples::data(data);
            example(data, steps).steps.iter().for_each(|step| examples::apply(&mut root, step));
            let text = serde_json::to_string_pretty(&root).unwrap();
            load::load(&format!("{index}.json"), text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
        })
        .collect();
    let regions: Vec<_> =
        documents.iter().map(|document| pipeline.region(document, document.disclosure.scope.kind()).unwrap()).collect();
    let facts: Vec<_> = documents
        .iter()
        .zip(&regions)
        .map(|(document, region)| {
            let disclosure = &document.disclosure;
            Facts::new(disclosure, region, Catalogue::for_year(disclosure.year).unwrap())
        })
        .collect();
    let sketch = |(index, facts)| Sketch::new(&format!("{index}.json"), facts);
    let mut sketches: Vec<_> = facts.iter().enumerate().map(sketch).collect();
    for index in compared_with(&sketches) {
        sketches[index].add_figures(&facts[index]);
    }
    let only = Selection { select: vec![rule.code.id.to_owned()], ignore: Vec::new() };
    let outcome = crate::check::batch(&sketches, &only);
    for finding in &outcome.findings {
        let document = &documents[finding.body];
        for spot in [&finding.spot].into_iter().chain(finding.labels.iter().map(|(spot, _)| spot)) {
            if let crate::check::Spot::Value(pointer) = spot {
                assert!(document.has(pointer), "{}: no {pointer}", rule.code.id);
            }
        }
    }
    outcome
}
