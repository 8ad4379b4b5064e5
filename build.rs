//! Tells Cargo of new files among the templates and catalogues: `include_dir!` sees only changes of files it knows. And
//! names the build by its sources, so that a record of outputs made by another build is not taken for one of this.

use std::fs;
use std::path::{Path, PathBuf};

/// What decides the bytes of a document besides the templates, which are hashed as they run.
const SOURCES: [&str; 4] = ["src", "data/subjects", "data/wording", "Cargo.lock"];

fn main() {
    println!("cargo::rerun-if-changed=typst-templates");
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash);
    }
    println!("cargo::rustc-env=GONGKAI_BUILD={hash:032x}");
}

fn add(path: &Path, hash: &mut u128) {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        let mut entries: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| add(entry, hash));
    } else {
        fnv(path.to_string_lossy().replace('\\', "/").as_bytes(), hash);
        fnv(&fs::read(path).unwrap_or_default(), hash);
    }
}

/// FNV-1a, 128 bits: no hash of a build script's own needs a crate.
fn fnv(bytes: &[u8], hash: &mut u128) {
    for byte in bytes {
        *hash = (*hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
}
