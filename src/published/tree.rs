//! The page tree, followed before hayro-syntax does, which follows it however often it branches to the same page.

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, ObjRef};

use super::PublishedError;
use super::objects::Objects;

/// Pages that a file may have.
const MAXIMUM_PAGES: usize = 20_000;

/// The page tree may be this deep; ours has one level.
const DEPTH: usize = 16;

/// What the pages' dictionaries may come to together, each counted as often as a page names it; ours have some 200
/// bytes a page and share one of a thousand.
const MAXIMUM_BYTES: usize = 16 << 20;

/// What is read of each page at once.
const RESOURCES: [&str; 7] = ["ExtGState", "Font", "ColorSpace", "XObject", "Pattern", "Shading", "Properties"];

/// The number of pages.
pub(super) fn count_pages(objects: &Objects<'_>) -> Result<usize, PublishedError> {
    let root = objects.trailer.get_ref("Root").ok_or(PublishedError::Damaged)?;
    let root = objects.get::<Dict<'_>>(root).ok_or(PublishedError::Damaged)?;
    let pages = root.get_ref("Pages").ok_or(PublishedError::Damaged)?;
    let mut walk = Walk { objects, seen: BTreeSet::new(), pages: 0, bytes: 0 };
    walk.branch(pages, 0)?;
    Ok(walk.pages)
}

struct Walk<'o, 'a> {
    objects: &'o Objects<'a>,
    /// Numbers of the tree's nodes: each has one parent.
    seen: BTreeSet<i32>,
    pages: usize,
    bytes: usize,
}

impl<'a> Walk<'_, 'a> {
    fn branch(&mut self, node: ObjRef, depth: usize) -> Result<(), PublishedError> {
        let branch = self.node(node)?;
        let kids = branch.get_raw::<Array<'a>>("Kids").and_then(|kids| self.objects.resolve(kids));
        let kids = kids.filter(|_| depth < DEPTH).ok_or(PublishedError::Damaged)?;
        for kid in kids.raw_iter() {
            let kid = kid.as_obj_ref().ok_or(PublishedError::Damaged)?;
            let dictionary = self.objects.get::<Dict<'a>>(kid).ok_or(PublishedError::Damaged)?;
            let kind = dictionary.get_raw::<Name<'a>>("Type").and_then(|name| self.objects.resolve(name));
            match kind.as_deref() {
                Some(b"Pages") => self.branch(kid, depth + 1)?,
                Some(b"Page") => {
                    self.node(kid)?;
                    self.pages += 1;
                }
                _ => return Err(PublishedError::Damaged),
            }
            if self.pages > MAXIMUM_PAGES {
                return Err(PublishedError::Swollen);
            }
        }
        Ok(())
    }

    /// Visits a node, with all that is read at once with it.
    fn node(&mut self, node: ObjRef) -> Result<Dict<'a>, PublishedError> {
        if !self.seen.insert(node.obj_number) {
            return Err(PublishedError::Damaged);
        }
        let dictionary = self.read::<Dict<'a>>(Some(MaybeRef::Ref(node)))?.ok_or(PublishedError::Damaged)?;
        if let Some(resources) = self.read::<Dict<'a>>(dictionary.get_raw("Resources"))? {
            for key in RESOURCES {
                self.read::<Dict<'a>>(resources.get_raw(key))?;
            }
        }
        for key in ["MediaBox", "CropBox"] {
            self.read::<Array<'a>>(dictionary.get_raw(key))?;
        }
        Ok(dictionary)
    }

    /// Reads a part and counts its length.
    fn read<T: FromBytes<'a>>(&mut self, part: Option<MaybeRef<T>>) -> Result<Option<T>, PublishedError> {
        let Some(part) = part else { return Ok(None) };
        // What stands there itself has been counted with what it stands in.
        if let Some(reference) = part.as_obj_ref() {
            self.bytes += self.objects.place(reference).map_or(0, |place| place.len());
        }
        if self.bytes > MAXIMUM_BYTES {
            return Err(PublishedError::Swollen);
        }
        Ok(self.objects.resolve(part))
    }
}
