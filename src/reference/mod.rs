//! Reference data compiled in: subject catalogues and region profiles.

mod catalogue;
mod profile;
mod region;
mod templates;

pub use catalogue::{Catalogue, CatalogueError, Subject};
pub use profile::Profile;
pub use region::{
    Align, BooleanLabels, CarryOver, ChangeFrom, ColumnSpec, DocumentSpec, FigureStyle, FormPart, GlossarySpec,
    NarrativePart, NullRows, NullSpec, Orientation, OverviewPart, PartKind, PartSpec, ProjectIncludes, Region,
    RegionError, RowLabels, RowLayout, SourceOrder, SourceSpec, SubjectWords, TableSpec, TableStyle, TablesRemark,
    TermSpec, TotalPosition, Width, Word, Words, ZeroStyle,
};
pub use templates::{Templates, TemplatesError};
