//! Pictures of pages, for previews.

use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::ExportError;

/// Pixels per inch of a preview.
pub const DEFAULT_PPI: u32 = 144;

/// Points in an inch.
const POINTS_PER_INCH: f64 = 72.0;

/// One PNG a page, made as they are asked for.
///
/// # Errors
/// Each item: the encoder fails.
pub fn png(document: &PagedDocument, ppi: u32) -> impl Iterator<Item = Result<Vec<u8>, ExportError>> {
    let options =
        RenderOptions { pixel_per_pt: Scalar::new(f64::from(ppi.max(1)) / POINTS_PER_INCH), render_bleed: false };
    document.pages().iter().enumerate().map(move |(index, page)| {
        typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| ExportError::Picture { page: index + 1, message: error.to_string() })
    })
}

/// One SVG a page, made as they are asked for. Texts are outlines.
pub fn svg(document: &PagedDocument) -> impl Iterator<Item = String> {
    let options = SvgOptions { render_bleed: false, pretty: false };
    document.pages().iter().map(move |page| typst_svg::svg(page, &options))
}
