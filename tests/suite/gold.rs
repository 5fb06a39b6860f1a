//! Every marked text in `tests/data` is read as marked.

use solieu::{Extractor, FactKind};

use crate::common::{files, gold};

#[test]
fn every_marked_text_is_read_as_marked() {
    let usual = Extractor::new();
    // Kinds that are off by default have files that name them.
    let every = Extractor::builder().kinds(FactKind::ALL.iter().copied()).build();
    let (mut marks, mut traps, mut wrong) = (0, 0, Vec::new());
    for path in files("tests/data", ".gold") {
        for document in gold::read(&path) {
            let extractor = if document.kinds.is_empty() { &usual } else { &every };
            let faults = gold::faults(extractor, &document);
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let fault = format!("{name}: {}: {}\n    {}", document.id, document.text, faults.join("\n    "));
            match (document.is_open(), faults.is_empty()) {
                (true, true) => println!("{name}: {} is open and passes", document.id),
                (true, false) => println!("open: {fault}"),
                (false, true) => {}
                (false, false) => wrong.push(fault),
            }
            traps += document.marks.iter().filter(|mark| mark.kind == "none").count();
            marks += document.marks.iter().filter(|mark| mark.kind != "none").count();
        }
    }
    println!("{marks} facts and {traps} traps marked");
    assert!(marks > 0, "no marked text in tests/data");
    assert!(wrong.is_empty(), "{} documents are not read as marked:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_pattern_of_the_callers_own_beats_what_is_no_fact() {
    let code = regex::Regex::new("[0-9]{2}-ĐK-[A-Z]{3}").expect("a pattern");
    let extractor = Extractor::builder().pattern("form", code).expect("a new name").build();
    let found: Vec<_> = extractor.facts("Khai theo Mẫu số 04-ĐK-TCT.").map(|fact| fact.text().to_owned()).collect();
    assert_eq!(found, ["04-ĐK-TCT"]);
}
