fn main() {
    let path = std::env::args().nth(1).unwrap();
    let doc = match gongkai::load::load_file(path.as_ref()) { Ok(d) => d, Err(e) => { gongkai::diagnostic::human(&mut termcolor_stub(), &e).unwrap(); std::process::exit(1) } };
    let templates = gongkai::reference::Templates::Embedded;
    let region = gongkai::reference::Region::read(&templates, &doc.disclosure.region).unwrap();
    println!("{:?}", gongkai::derive::unknown_columns(&region));
    let cat = gongkai::reference::Catalogue::for_year(doc.disclosure.year).unwrap();
    match gongkai::derive::derive(&doc.disclosure, &region, cat) { Ok(r) => std::fs::write(std::env::args().nth(2).unwrap(), serde_json::to_vec_pretty(&r).unwrap()).unwrap(), Err(f) => println!("{f:#?}") }
}
fn termcolor_stub() -> codespan_reporting::term::termcolor::StandardStream { codespan_reporting::term::termcolor::StandardStream::stdout(codespan_reporting::term::termcolor::ColorChoice::Never) }
