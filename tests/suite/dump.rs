use crate::common::disclosures::*;
#[test]
fn dump() {
    let start = std::time::Instant::now();
    for data in [kexie(), shili()] {
        let printed = print(&data);
        println!("{:?}", start.elapsed());
        for page in printed.pages { println!("--- {page}"); }
    }
    for u in ["901001", "901003"] { for page in print_unit(&shili(), u).pages { println!("--- {page}"); } println!("{:?}", start.elapsed());}
}
