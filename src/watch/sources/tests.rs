use std::num::NonZero;

use super::*;
use crate::batch::{Destination, Format, Making, Mode, NamePattern};
use crate::pipeline::Scopes;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        crate::write::Writer::new().write(&self.path(name), text.as_bytes()).unwrap();
    }

    fn sources(&self, given: &[&str], templates: Option<&str>) -> Sources {
        let request = Request {
            inputs: given.iter().map(|name| self.path(name)).collect(),
            destination: Destination::Folder { folder: self.path("out"), name: NamePattern::default() },
            scopes: Scopes { units: false, unit: Vec::new() },
            making: Making { draft: false, facts: false, format: Format::Pdf },
            mode: Mode::Update,
            shard: None,
            threads: NonZero::<usize>::MIN,
        };
        let mut sources = Sources::new(&request, templates.map(|name| self.path(name)).as_deref());
        sources.look();
        sources
    }
}

const DATA: Change = Change { data: true, templates: false };
const NOTHING: Change = Change { data: false, templates: false };

#[test]
fn sees_contents_not_times() {
    let folder = Folder::new();
    folder.put("data/a.json", "{}");
    let mut sources = folder.sources(&["data"], None);
    assert_eq!(sources.look(), NOTHING);
    folder.put("data/a.json", "{}");
    assert_eq!((sources.glance(), sources.look()), (NOTHING, NOTHING), "saved again as it was");
    folder.put("data/a.json", "[]");
    assert_eq!((sources.look(), sources.look()), (DATA, NOTHING), "of the same length, within the same tick perhaps");
}

#[test]
fn sees_files_come_and_go() {
    let folder = Folder::new();
    folder.put("data/a.json", "{}");
    let mut sources = folder.sources(&["data", "b.json"], None);
    for name in ["data/deeper/c.json", "b.json"] {
        folder.put(name, "{}");
        assert_eq!((sources.glance(), sources.glance()), (DATA, NOTHING), "{name} comes");
        fs::remove_file(folder.path(name)).unwrap();
        assert_eq!((sources.glance(), sources.glance()), (DATA, NOTHING), "{name} goes");
    }
    folder.put("out/d.json", "{}");
    folder.put("data/readme.txt", "");
    assert_eq!(sources.look(), NOTHING, "no data files");
}

#[test]
fn follows_last_years_file() {
    let folder = Folder::new();
    let text = include_str!("../../../data/420107-kexie-2023.json").replacen(
        "\"previous_years\": [",
        "\"previous_years\": [{ \"year\": 2021, \"basis\": \"budget\", \"file\": \"../archive/2021.json\" },",
        1,
    );
    folder.put("data/a.json", &text);
    assert_eq!(
        companions(&folder.path("data/a.json")).len(),
        1,
        "{:?}",
        crate::load::load_file(&folder.path("data/a.json")).err()
    );
    let mut sources = folder.sources(&["data/a.json"], None);
    folder.put("archive/2021.json", "{}");
    assert_eq!((sources.glance(), sources.glance()), (DATA, NOTHING));
    assert!(sources.folders().iter().any(|folder| folder.ends_with("data/../archive")), "{:?}", sources.folders());
}

#[test]
fn tells_templates_from_data() {
    let folder = Folder::new();
    folder.put("data/a.json", "{}");
    folder.put("templates/regions/x/narrative.typ", "a");
    let mut sources = folder.sources(&["data/a.json"], Some("templates"));
    folder.put("templates/regions/x/narrative.typ", "b");
    assert_eq!(sources.look(), Change { data: false, templates: true });
    let folders: Vec<_> = sources.folders().into_iter().collect();
    assert_eq!(folders, ["data", "templates", "templates/regions/x"].map(|name| folder.path(name)));
}
