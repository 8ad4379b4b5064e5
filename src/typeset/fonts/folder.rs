//! Font folders: where they are, and the faces in them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use memmap2::Mmap;
use typst::foundations::Bytes;
use typst::text::Font;

use super::FontError;

/// Where fonts are looked for, in order: the user's folders, then the one that comes with the program.
#[derive(Debug, Clone, Default)]
pub struct FontSearch {
    /// `--font-path`, then `GONGKAI_FONTS`. Each must exist; the fonts that a role prefers are taken from here only.
    pub user: Vec<PathBuf>,
    /// The program's own folder and its stand-ins. The first that exists is read.
    pub bundled: Vec<PathBuf>,
}

impl FontSearch {
    /// The user's folders before those of [`Self::beside`] the running executable.
    #[must_use]
    pub fn new(user: Vec<PathBuf>) -> Self {
        let bundled = std::env::current_exe().map_or_else(|_| Vec::new(), |program| Self::beside(&program));
        Self { user, bundled }
    }

    /// All folders, in order.
    pub fn folders(&self) -> impl Iterator<Item = &PathBuf> {
        self.user.iter().chain(&self.bundled)
    }

    /// Where the `fonts/` of a program at this path is: beside it (an unpacked release), or in the checkout whose
    /// `target/` holds it (`cargo run`, tests).
    #[must_use]
    pub fn beside(program: &Path) -> Vec<PathBuf> {
        let program = fs::canonicalize(program).unwrap_or_else(|_| program.to_owned());
        let mut folders: Vec<PathBuf> = program.parent().map(|folder| folder.join("fonts")).into_iter().collect();
        let checkout = program.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").is_file());
        folders.extend(checkout.map(|folder| folder.join("fonts")));
        // A target folder outside of the checkout. Never in a release, whose bytes do not tell where it was built.
        #[cfg(debug_assertions)]
        folders.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts"));
        folders.dedup();
        folders
    }
}

/// One face of a font file.
pub(super) struct Face {
    pub(super) font: Font,
    pub(super) path: PathBuf,
    /// Whether it lies in one of the user's folders.
    pub(super) of_user: bool,
}

/// The faces of all folders, in order of search, then of file name, then of their place in a collection.
pub(super) fn read(search: &FontSearch) -> Result<Vec<Face>, FontError> {
    let bundled = search.bundled.iter().find(|folder| folder.is_dir());
    let mut faces = Vec::new();
    for (folder, of_user) in
        search.user.iter().map(|folder| (folder, true)).chain(bundled.map(|folder| (folder, false)))
    {
        for path in font_files(folder)? {
            let bytes = map(&path)?;
            let before = faces.len();
            faces.extend(Font::iter(bytes).map(|font| Face { font, path: path.clone(), of_user }));
            if faces.len() == before {
                return Err(FontError::Broken { path });
            }
        }
    }
    Ok(faces)
}

/// The font files of a folder itself, sorted by name, so that equal faces are told apart in the same way everywhere.
fn font_files(folder: &Path) -> Result<Vec<PathBuf>, FontError> {
    let unreadable = |source| FontError::Unreadable { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if ["ttf", "otf", "ttc", "otc"].iter().any(|known| extension.eq_ignore_ascii_case(known)) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Maps a font file: of 60 MB of fonts a document needs a small part, which the system then reads by the page.
#[expect(unsafe_code, reason = "mapping a file is unsafe by nature; this is the only place")]
fn map(path: &Path) -> Result<Bytes, FontError> {
    let unreadable = |source| FontError::Unreadable { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    // SAFETY: The map is private and read-only, and nothing in this process writes font files. Another process that
    // changes or truncates the file while we run could change the mapped bytes or end us with SIGBUS; font files are
    // installed once, and installers replace a file (a new inode, which leaves our map as it was) instead of rewriting
    // it. Typst, fontdb and every browser map system fonts on the same ground.
    let map = unsafe { Mmap::map(&file) }.map_err(unreadable)?;
    Ok(Bytes::new(map))
}
