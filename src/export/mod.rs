//! Pages to PDF, PNG and SVG bytes: the only place that names `typst_pdf`, `typst_render` and `typst_svg`.
