//! Reference data compiled in: subject catalogues and region profiles.

mod catalogue;
mod region;
mod templates;

pub use catalogue::{Catalogue, CatalogueError, Subject};
pub use region::{
    Align, BooleanLabels, ChangeFrom, ColumnSpec, DocumentTitles, FigureStyle, NullRows, NullSpec, Orientation,
    PartTitles, Region, RegionError, RowLabels, SubjectWords, TableSpec, TableStyle, TablesRemark, TotalPosition,
    ZeroStyle,
};
pub use templates::{Templates, TemplatesError};
