//! Many documents one after the other in one process, as a batch makes them: what they share is evaluated once.

use std::hint::black_box;

use gongkai::export::{self, Identity};
use gongkai::pipeline::Pipeline;
use gongkai::typeset::report_json;
use typst::{World, comemo};

use crate::bare::{Bare, compile, evaluate};
use crate::clock::{Took, median, middle, timed};
use crate::expand::expand;
use crate::{Failure, bodies::Shape, cases, pipeline, shown};

/// How long the memo keeps what nobody used: as the product has it with one document in work.
const AGE: usize = 2;

/// A document, ready for both.
struct Body<'p> {
    data: Vec<u8>,
    /// What the templates see, and the expanded document besides itself.
    world: Box<dyn World + 'p>,
    identity: Identity,
    expanded: String,
    pages: usize,
}

/// Prints what `count` generated bodies take in `runs` runs, and bare typesetting of their pages.
pub fn print(count: usize, runs: usize) -> Result<(), Failure> {
    let pipeline = pipeline()?;
    let bodies = (0..count as u64).map(|seed| Body::new(&pipeline, seed)).collect::<Result<Vec<_>, _>>()?;
    let pages: usize = bodies.iter().map(|body| body.pages).sum();
    println!("== {count} bodies of {pages} pages, one after the other ==");
    let mut took: [Vec<Took>; 2] = [Vec::new(), Vec::new()];
    for run in 0..=runs {
        let order = if run % 2 == 0 { [0, 1] } else { [1, 0] };
        for kind in order {
            comemo::evict(0);
            let (done, time) =
                timed(|| bodies.iter().try_for_each(|body| if kind == 0 { body.ours(&pipeline) } else { body.bare() }));
            done?;
            // The first run warms up.
            took[kind].extend((run > 0).then_some(time));
        }
    }
    let [ours, bare] = took.map(|took| (median(took.iter().copied()), took));
    println!("  load to PDF                {}", ours.0);
    println!("  bare typesetting and export{}", bare.0);
    let ratio = middle(ours.1.iter().zip(&bare.1).map(|(ours, bare)| ours.quoted() / bare.quoted()));
    println!("  ratio: {ratio:.3}");
    let [ours, bare] = [Body::evaluate_ours, Body::evaluate_bare].map(|evaluate| {
        comemo::evict(0);
        timed(|| bodies.iter().try_for_each(evaluate))
    });
    ours.0?;
    bare.0?;
    println!("  of which evaluation        {}\n  and bare                   {}", ours.1, bare.1);
    Ok(())
}

impl<'p> Body<'p> {
    fn new(pipeline: &'p Pipeline, seed: u64) -> Result<Self, Failure> {
        let data = serde_json::to_vec_pretty(&Shape::of(seed).body())?;
        let report = pipeline.report(&cases::load(&data)?, None).map_err(shown)?;
        let world = pipeline.typesetter()?.world(report_json(&report))?;
        let document = compile(&world)?;
        let expanded = expand(&world, &document)?;
        let pages = document.pages().len();
        if compile(&Bare::new(&world, &expanded))?.pages().len() != pages {
            return Err("other pages".into());
        }
        Ok(Self { data, world: Box::new(world), identity: Identity::of(&report), expanded, pages })
    }

    fn ours(&self, pipeline: &Pipeline) -> Result<(), Failure> {
        let report = pipeline.report(&cases::load(&self.data)?, None).map_err(shown)?;
        let typeset = pipeline.typesetter()?.typeset(&report)?;
        black_box(export::pdf(&typeset.document, &Identity::of(&report))?);
        Ok(())
    }

    fn bare(&self) -> Result<(), Failure> {
        comemo::evict(AGE);
        let document = compile(&Bare::new(&*self.world, &self.expanded))?;
        black_box(export::pdf(&document, &self.identity)?);
        Ok(())
    }

    fn evaluate_ours(&self) -> Result<(), Failure> {
        comemo::evict(AGE);
        black_box(evaluate(&*self.world)?);
        Ok(())
    }

    fn evaluate_bare(&self) -> Result<(), Failure> {
        comemo::evict(AGE);
        black_box(evaluate(&Bare::new(&*self.world, &self.expanded))?);
        Ok(())
    }
}
