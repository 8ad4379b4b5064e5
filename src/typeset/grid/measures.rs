//! The measures that grids are fitted by: those of the templates, read from their theme, which states them once for both.

use typst::World;
use typst::comemo::Track;
use typst::diag::{EcoVec, SourceDiagnostic, eco_vec};
use typst::engine::{Route, Sink, Traced};
use typst::foundations::{Binding, Dict, Value};
use typst::layout::Em;
use typst::syntax::Span;

use crate::derive::report::RowRole;
use crate::reference::Orientation;
use crate::typeset::error::TypesetError;
use crate::typeset::fault::faults;
use crate::typeset::world::DocumentWorld;

/// What `#let grid` in the theme says. Lengths in points.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::typeset) struct Measures {
    /// The type area of an upright page.
    portrait: Size,
    /// The type area of a sheet turned sideways.
    landscape: Size,
    /// Sizes in question, from large to small.
    pub(super) steps: Vec<Step>,
    /// The smallest size that a table takes only to stay on one page.
    pub(super) one_page: f64,
    /// What stands above a table.
    pub(super) caption: f64,
    /// Room beside a cell's text, in em.
    pub(super) side: f64,
    /// Room between the lines of a cell, in em.
    pub(super) line: f64,
    /// Indents of 款 and 项, in em.
    group: f64,
    item: f64,
    /// The least share of its fraction that an amount column takes.
    pub(super) empty_column: f64,
}

/// Width and height, in points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A type size in points, and the room above and below a line in em that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Step {
    pub(super) size: f64,
    pub(super) padding: f64,
}

impl Measures {
    /// Reads them from the world's main file, a theme; none if it says nothing of them.
    ///
    /// # Errors
    /// It does not compile, or lacks one of them.
    pub(in crate::typeset) fn read(world: &DocumentWorld<'_>) -> Result<Option<Self>, TypesetError> {
        let refused = |errors: EcoVec<SourceDiagnostic>| TypesetError::Template(faults(world, &errors));
        let (traced, mut sink) = (Traced::default(), Sink::new());
        let source = world.source(world.main());
        let source = source.map_err(|error| refused(eco_vec![SourceDiagnostic::error(Span::detached(), error)]))?;
        let (tracked, library, route) = ((world as &dyn World).track(), world.library(), Route::default());
        let module = typst_eval::eval(tracked, library, traced.track(), sink.track_mut(), route.track(), &source);
        let module = module.map_err(refused)?;
        match module.scope().get("grid").map(Binding::read) {
            Some(Value::Dict(stated)) => Stated { path: "grid".to_owned(), dict: stated.clone() }.measures().map(Some),
            Some(_) => Err(TypesetError::Theme("grid".to_owned())),
            None => Ok(None),
        }
    }

    /// The type area of a table's pages.
    pub(super) fn area(&self, orientation: Orientation) -> Size {
        match orientation {
            Orientation::Portrait => self.portrait,
            Orientation::Landscape => self.landscape,
        }
    }

    /// The indent of a name, in em.
    pub(super) fn indent(&self, role: RowRole) -> f64 {
        match role {
            RowRole::Group => self.group,
            RowRole::Item => self.item,
            RowRole::Total | RowRole::Class | RowRole::Plain | RowRole::Blank => 0.0,
        }
    }
}

/// A dictionary of the theme, and how faults name it.
struct Stated {
    path: String,
    dict: Dict,
}

impl Stated {
    fn measures(&self) -> Result<Measures, TypesetError> {
        let (areas, depth) = (self.inner("areas")?, self.inner("row-depth")?);
        let size = |name: &str| -> Result<Size, TypesetError> {
            let area = areas.inner(name)?;
            Ok(Size { width: area.points("width")?, height: area.points("height")? })
        };
        Ok(Measures {
            portrait: size("portrait")?,
            landscape: size("landscape")?,
            steps: self.steps()?,
            one_page: self.points("one-page")?,
            caption: self.points("caption-height")?,
            side: self.number("cell-side")?,
            line: self.number("table-line")?,
            group: depth.number("group")?,
            item: depth.number("item")?,
            empty_column: self.number("empty-column")?,
        })
    }

    fn steps(&self) -> Result<Vec<Step>, TypesetError> {
        let Ok(Value::Array(steps)) = self.dict.get("steps") else { return Err(self.lacks("steps")) };
        let step = |step: &Value| {
            let Value::Array(pair) = step else { return None };
            match pair.as_slice() {
                [size, padding] => Some(Step { size: points(size)?, padding: number(padding)? }),
                _ => None,
            }
        };
        let steps: Option<Vec<Step>> = steps.iter().map(step).collect();
        steps.filter(|steps| !steps.is_empty()).ok_or_else(|| self.lacks("steps"))
    }

    fn inner(&self, name: &str) -> Result<Self, TypesetError> {
        match self.dict.get(name) {
            Ok(Value::Dict(dict)) => Ok(Self { path: format!("{}.{name}", self.path), dict: dict.clone() }),
            _ => Err(self.lacks(name)),
        }
    }

    fn points(&self, name: &str) -> Result<f64, TypesetError> {
        self.dict.get(name).ok().and_then(points).ok_or_else(|| self.lacks(name))
    }

    fn number(&self, name: &str) -> Result<f64, TypesetError> {
        self.dict.get(name).ok().and_then(number).ok_or_else(|| self.lacks(name))
    }

    fn lacks(&self, name: &str) -> TypesetError {
        TypesetError::Theme(format!("{}.{name}", self.path))
    }
}

/// A length that does not depend on a type size.
fn points(value: &Value) -> Option<f64> {
    match value {
        Value::Length(length) if length.em == Em::zero() => Some(length.abs.to_pt()),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Int(whole) => i32::try_from(*whole).ok().map(f64::from),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}
