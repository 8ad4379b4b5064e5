//! What only layout decides, decided with the finished document's answers.

use std::fmt::Write as _;

use typst::comemo::Track;
use typst::foundations::{
    Content, Context, ContextElem, Recipe, Selector, ShowSet, Smart, StyleChain, Styles, Target, dict,
};
use typst::introspection::{Introspector, Location};
use typst::layout::{Abs, LayoutElem, Length, Margin, PageElem, Rel};
use typst::utils::hash128;

use super::Writer;
use crate::Failure;

impl Writer<'_> {
    /// The styles that an element brings with it.
    pub(super) fn own_styles(content: &Content, chain: StyleChain) -> Styles {
        content.with::<dyn ShowSet>().map(|element| element.show_set(chain)).unwrap_or_default()
    }

    /// What the compiler itself makes of an element.
    pub(super) fn native(&mut self, content: &Content, chain: StyleChain) -> Result<Content, Failure> {
        let rule = self.engine.library.rules.get(Target::Paged, content).ok_or("there is a rule for the element")?;
        let content = content.clone().located(self.somewhere()?);
        rule.apply(&content, &mut self.engine, chain).map_err(|errors| format!("{errors:?}").into())
    }

    /// What the innermost show rule for an element makes of it; none if no rule is for it.
    pub(super) fn shown(&mut self, content: &Content, chain: StyleChain) -> Result<Option<Content>, Failure> {
        let matches = |recipe: &&Recipe| recipe.selector().is_some_and(|selector| selected(selector, content, chain));
        let Some(recipe) = chain.recipes().find(matches) else { return Ok(None) };
        let place = content.location().map_or_else(|| self.somewhere(), Ok)?;
        let context = Context::new(Some(place), Some(chain));
        let mut content = content.clone().located(place);
        content.materialize(chain);
        let shown = recipe.apply(&mut self.engine, context.track(), content);
        Ok(Some(shown.map_err(|errors| format!("{errors:?}"))?))
    }

    /// What a `layout` element returns when it may take the whole width of the type area.
    pub(super) fn laid_out(&mut self, element: &LayoutElem, chain: StyleChain) -> Result<Content, Failure> {
        let context = Context::new(Some(self.somewhere()?), Some(chain));
        let (width, height) = type_area(chain)?;
        let area = dict! { "width" => width, "height" => height };
        let called = element.func.call(&mut self.engine, context.track(), [area]);
        Ok(called.map_err(|errors| format!("{errors:?}"))?.display())
    }

    /// A header, footer or background as code: the literal contents of the pages on which it may stand.
    pub(super) fn marginal(&mut self, content: &Content, chain: StyleChain) -> Result<String, Failure> {
        if !content.is::<ContextElem>() {
            return self.content(content, chain);
        }
        let (flipped, numbering) = (chain.get(PageElem::flipped), chain.get_ref(PageElem::numbering));
        let hash = hash128(&(content, flipped, numbering));
        let known = self.marginals.iter().position(|known| *known == hash);
        let number = match known {
            Some(number) => number,
            None => {
                self.marginals.push(hash);
                let mut pages = String::new();
                for page in 0..self.places.len() {
                    let Some(place) = self.places[page] else { continue };
                    let numbered = self.introspector.page_numbering(place);
                    if self.landscape[page] != flipped || numbered != numbering.as_ref() {
                        continue;
                    }
                    let rule = self.engine.library.rules.get(Target::Paged, content).ok_or("contexts have a rule")?;
                    let located = content.clone().located(place);
                    let shown =
                        rule.apply(&located, &mut self.engine, chain).map_err(|errors| format!("{errors:?}"))?;
                    if !shown.is_empty() {
                        let shown = self.content(&shown, chain)?;
                        writeln!(pages, "  \"{}\": {shown},", page + 1)?;
                    }
                }
                let number = self.marginals.len() - 1;
                let pages = if pages.is_empty() { ":".to_owned() } else { format!("\n{pages}") };
                writeln!(self.prelude, "#let marginal-{number} = ({pages})").map(|()| number)?
            }
        };
        Ok(format!("context marginal-{number}.at(str(here().page()), default: none)"))
    }

    /// Any place of the document.
    fn somewhere(&self) -> Result<Location, Failure> {
        self.places.iter().flatten().next().copied().ok_or_else(|| "an empty document".into())
    }
}

/// Whether a show rule is for the element.
fn selected(selector: &Selector, content: &Content, chain: StyleChain) -> bool {
    match selector {
        Selector::Elem(..) => selector.matches(content, Some(chain)),
        _ => false,
    }
}

/// Width and height within the margins.
fn type_area(chain: StyleChain) -> Result<(Abs, Abs), Failure> {
    let side = |length: Smart<Length>| length.custom().map(|length| length.abs).ok_or("a page has a size");
    let (mut width, mut height) = (side(chain.get(PageElem::width))?, side(chain.get(PageElem::height))?);
    if chain.get(PageElem::flipped) {
        std::mem::swap(&mut width, &mut height);
    }
    let Smart::Custom(Margin { sides, .. }) = chain.get(PageElem::margin) else {
        return Err("pages have margins".into());
    };
    let margin = |side: Option<Smart<Rel<Length>>>| match side {
        Some(Smart::Custom(margin)) => margin.abs.abs,
        _ => Abs::zero(),
    };
    Ok((width - margin(sides.left) - margin(sides.right), height - margin(sides.top) - margin(sides.bottom)))
}
