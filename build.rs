//! Tells Cargo of new files among the templates and catalogues: `include_dir!` sees only changes of files it knows.

fn main() {
    println!("cargo::rerun-if-changed=typst-templates");
    println!("cargo::rerun-if-changed=data/subjects");
}
