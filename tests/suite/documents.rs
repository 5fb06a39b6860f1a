//! Numbers of documents and provisions: the marked texts of `tests/data`, the tables of the lexicon,
//! links, and the worked cases of the shared folder where it is at hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use solieu::{DocumentNumber, Extractor, Fact, FactKind, Relation};

/// A fact as a mark tells it: kind, keys, place.
#[derive(Debug)]
struct Mark {
    kind: String,
    keys: BTreeMap<String, String>,
    start: usize,
    end: usize,
}

/// `⟦kind key=value key="long value"|surface⟧` out of the text.
fn unmark(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for (at, piece) in marked.split('⟦').enumerate() {
        let Some((mark, rest)) = piece.split_once('⟧').filter(|_| at > 0) else {
            text.push_str(piece);
            continue;
        };
        let (head, surface) = mark.split_once('|').expect("a mark has a surface");
        let (kind, mut pairs) = head.split_once(' ').unwrap_or((head, ""));
        let mut keys = BTreeMap::new();
        while let Some((key, value)) = pairs.split_once('=') {
            let (value, rest) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').expect("a quote is closed"),
                None => value.split_once(' ').unwrap_or((value, "")),
            };
            keys.insert(key.to_owned(), value.to_owned());
            pairs = rest.trim_start();
        }
        let start = text.len();
        text.push_str(surface);
        marks.push(Mark { kind: kind.to_owned(), keys, start, end: text.len() });
        text.push_str(rest);
    }
    (text, marks)
}

/// The documents of a marked file.
fn documents(path: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in fs::read_to_string(path).expect("the marked text is there").lines() {
        if let Some(name) = line.strip_prefix("== ") {
            found.push((name.to_owned(), String::new()));
        } else if !line.starts_with('#')
            && let Some((_, text)) = found.last_mut()
        {
            text.push_str(line);
            text.push('\n');
        }
    }
    found
}

fn extractor() -> Extractor {
    Extractor::builder().kinds([FactKind::DocumentNumber, FactKind::Provision]).build()
}

fn json(fact: &Fact<'_>) -> Value {
    serde_json::to_value(fact).expect("a fact is JSON")
}

/// A value of a key as marks write it: lists joined by commas.
fn flat(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join(","),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn assert_marked(path: &str) {
    let extractor = extractor();
    for (name, marked) in documents(path) {
        let (text, marks) = unmark(&marked);
        let facts: Vec<_> = extractor.facts(&text).collect();
        let found: Vec<_> = facts.iter().map(|fact| fact.text()).collect();
        let expected: Vec<_> = marks.iter().map(|mark| &text[mark.start..mark.end]).collect();
        assert_eq!(found, expected, "{path}: {name}");
        for (fact, mark) in facts.iter().zip(&marks) {
            let json = json(fact);
            assert_eq!((fact.span().start, fact.kind().name()), (mark.start, &*mark.kind), "{path}: {name}");
            for (key, value) in &mark.keys {
                assert_eq!(&flat(&json[key]), value, "{path}: {name}: {key} of {}", fact.text());
            }
        }
    }
}

#[test]
fn numbers_of_documents_are_read_as_marked() {
    assert_marked("tests/data/document_number.gold");
}

#[test]
fn provisions_are_read_as_marked() {
    assert_marked("tests/data/provision.gold");
}

#[test]
fn facts_come_back_from_json() {
    let text = "Theo điểm a, b khoản 2 Điều 5 Quyết định số 84QĐ/TU của Thành ủy và Luật Đất đai năm 2024.";
    for fact in extractor().facts(text) {
        let back: Fact<'static> = serde_json::from_value(json(&fact)).expect("JSON of a fact is a fact");
        assert_eq!(back, fact.into_owned());
    }
}

#[test]
fn canonical_numbers_read_as_themselves() {
    for text in [
        "30/2020/NĐ-CP",
        "84-QĐ/TU",
        "06-CTr/PH-BDVTU-UBNDTP",
        "39/2019/QH14",
        "145/2019/DS-PT",
        "1211/2016/UBTVQH13",
        "170/KH-BCA-C06",
        "01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC",
        "155/1998/TT/BTC",
        "66.13/2026/NQ-CP",
    ] {
        let number: DocumentNumber<'_> = text.parse().expect("it is a number");
        assert_eq!(number.to_string(), text);
    }
    for text in ["", "số", "12", "12/15", "30/2020/NĐ-CP và", "theo 30/2020/NĐ-CP", "TCVN 7957:2008"] {
        assert!(text.parse::<DocumentNumber<'_>>().is_err(), "{text}");
    }
}

/// The rows of a table of the lexicon.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(format!("src/lexicon/{name}.tsv")).expect("the table is there");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let rows: Vec<Vec<String>> = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    let firsts: Vec<_> = rows.iter().map(|row| &row[0]).collect();
    assert!(firsts.windows(2).all(|pair| pair[0] < pair[1]), "{name}.tsv is sorted and says nothing twice");
    rows
}

/// The document in an example of a table, which is all of the example.
fn example(text: &str) -> Value {
    let fact = extractor().facts(text).next().unwrap_or_else(|| panic!("nothing is found in {text}"));
    assert_eq!(fact.text(), text);
    json(&fact)
}

#[test]
fn every_type_has_an_example_that_parses() {
    for row in table("document_types") {
        let found = example(&row[4]);
        if !row[1].is_empty() {
            assert_eq!(found["type"], row[1], "{}", row[4]);
        }
    }
}

#[test]
fn every_mark_has_an_example_that_parses() {
    for row in table("document_marks") {
        let found = example(&row[3]);
        assert_eq!(found["type_code"], row[0], "{}", row[3]);
        assert_eq!(found["type"], row[1].split('|').next().unwrap_or_default(), "{}", row[3]);
    }
}

#[test]
fn every_issuer_has_an_example_that_parses() {
    for row in table("issuers") {
        let found = example(&row[4]);
        let is_body = !matches!(&*row[1], "unit" | "matter");
        assert_eq!(flat(&found["issuer_codes"]).split(',').any(|code| code == row[0]), is_body, "{}", row[4]);
    }
}

#[test]
fn every_law_has_an_example_that_parses() {
    for row in table("law_names") {
        let name = example(&row[1])["name"].as_str().unwrap_or_default().to_lowercase();
        assert_eq!(name, row[0], "{}", row[1]);
    }
}

#[test]
fn the_other_tables_are_sorted() {
    for name in [
        "document_followers",
        "documents_not",
        "issuer_heads",
        "issuer_words",
        "title_leads",
        "title_ends",
        "relations",
        "symbol_parts",
    ] {
        assert!(!table(name).is_empty());
    }
}

/// The links of a text as the texts of the two facts.
fn links(text: &str) -> Vec<(String, Relation, String)> {
    let document = extractor().document(text);
    let name = |index: usize| document.facts()[index].text().to_owned();
    document.links().iter().map(|link| (name(link.from), link.relation, name(link.to))).collect()
}

#[test]
fn provisions_belong_to_the_document_behind_them() {
    let decree = "Nghị định số 15/2020/NĐ-CP";
    for text in [
        "điểm a khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP",
        "khoản 2 Điều 5 của Nghị định số 15/2020/NĐ-CP",
        "Điều 8 Quy chế làm việc ban hành kèm theo Nghị định số 15/2020/NĐ-CP",
        "Nghị định số 15/2020/NĐ-CP có hiệu lực. Theo Điều 7 của Nghị định này, hồ sơ nộp một lần.",
        "Nghị định số 15/2020/NĐ-CP (sau đây gọi là Nghị định 15) quy định tại Điều 3.",
    ] {
        let found = links(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].1, &*found[0].2), (Relation::PartOf, decree), "{text}");
    }
    let several = links("khoản 2 Điều 5, Điều 7 và Điều 9; Điều 11 Nghị định số 15/2020/NĐ-CP");
    assert_eq!(several.len(), 3, "{several:?}");
    let open = links("Theo Điều 62 Luật Đất đai. Quyết định số 12/QĐ-UBND có hiệu lực.");
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn documents_amend_and_replace_each_other() {
    let of = |text: &str| {
        links(text)
            .into_iter()
            .map(|(from, relation, to)| (from[from.len() - 9..].to_owned(), relation, to[to.len() - 9..].to_owned()))
            .collect::<Vec<_>>()
    };
    let (old, new) = ("/2016/QĐ-UBND", "/2020/QĐ-UBND");
    let text =
        format!("Quyết định số 9{new} sửa đổi, bổ sung một số điều của Quyết định số 8{old} và Quyết định số 7{old}");
    assert_eq!(of(&text).iter().map(|link| link.1).collect::<Vec<_>>(), [Relation::Amends, Relation::Amends]);
    let found = links("Quyết định số 8/2016/QĐ-UBND được sửa đổi bởi Quyết định số 9/2020/QĐ-UBND");
    assert_eq!(
        found,
        [("Quyết định số 9/2020/QĐ-UBND".into(), Relation::Amends, "Quyết định số 8/2016/QĐ-UBND".into())]
    );
    let found = links("Quyết định số 9/2020/QĐ-UBND thay thế Quyết định số 8/2016/QĐ-UBND");
    assert_eq!(found[0].1, Relation::Replaces);
    let apart = links("Bãi bỏ Quyết định số 9/2020/QĐ-UBND. Thực hiện Quyết định số 8/2016/QĐ-UBND.");
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn short_forms_mean_the_only_document_that_fits() {
    let found = links("Theo Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW, việc thực hiện Nghị quyết 18 còn chậm.");
    assert_eq!(found, [("Nghị quyết 18".into(), Relation::SameAs, "Nghị quyết số 18-NQ/TW".into())]);
    let open = links("Theo Nghị quyết số 18-NQ/TW và Nghị quyết số 18/NQ-CP, việc thực hiện Nghị quyết 18 còn chậm.");
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn back_references_and_aliases_are_mentions() {
    let text = "Quy chế số 05-QC/TU (sau đây gọi tắt là Quy chế phối hợp) đã được ký. Quy chế này có 3 chương; Quy chế phối hợp nêu rõ.";
    let document = extractor().document(text);
    let found: Vec<_> = document.mentions().iter().map(|mention| &text[mention.span.range()]).collect();
    assert_eq!(found, ["Quy chế này", "Quy chế phối hợp"]);
}

/// A row of the worked cases: text and expected mentions.
fn cases() -> Option<Vec<Value>> {
    let path = Path::new("../shared/gold/document_cases.jsonl");
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!("skipped: {} is not at hand", path.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a case is JSON")).collect())
}

/// The key of a case and that of a fact.
const SAME: &[(&str, &str)] = &[
    ("kind_vi", "type"),
    ("type_abbrev", "type_code"),
    ("number", "number"),
    ("year", "year"),
    ("issuer_symbols", "issuer_codes"),
    ("number_norm", "canonical"),
];

#[test]
fn worked_cases_are_read_with_all_fields() {
    let Some(cases) = cases() else { return };
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for case in cases.iter().filter(|case| case["polarity"] == "positive") {
        let text = case["text"].as_str().expect("a case has a text");
        let facts: Vec<_> = extractor().facts(text).map(|fact| json(&fact)).collect();
        let numbered =
            |mention: &&Value| matches!(mention["form"].as_str(), Some("full" | "number" | "list_item" | "blank"));
        for mention in case["expect"].as_array().into_iter().flatten().filter(numbered) {
            all += 1;
            let at = &mention["core"]["bstart"];
            let found = facts.iter().find(|fact| fact["start"] == *at);
            let same = found.is_some_and(|fact| {
                fact["end"] == mention["core"]["bend"]
                    && SAME.iter().all(|(theirs, ours)| flat(&mention[theirs]) == flat(&fact[ours]))
            });
            right += usize::from(same);
            if !same {
                wrong.push(format!("{}: {}", case["id"], mention["core"]["text"]));
            }
        }
    }
    assert!(right * 100 >= all * 95, "{right} of {all}: {wrong:#?}");
}

#[test]
fn nothing_is_found_in_the_negative_cases() {
    let Some(cases) = cases() else { return };
    for case in cases.iter().filter(|case| case["polarity"] == "negative") {
        let text = case["text"].as_str().expect("a case has a text");
        assert_eq!(
            extractor().facts(text).map(|fact| fact.text().to_owned()).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn standards_come_when_asked_for() {
    let Some(cases) = cases() else { return };
    let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    for case in &cases {
        let text = case["text"].as_str().expect("a case has a text");
        let wanted: Vec<(u64, u64)> = case["expect_standards"].as_array().map_or_else(Vec::new, |marks| {
            marks.iter().map(|mark| (mark["bstart"].as_u64().unwrap(), mark["bend"].as_u64().unwrap())).collect()
        });
        let told: Vec<(u64, u64)> =
            extractor.facts(text).map(|fact| (fact.span().start as u64, fact.span().end as u64)).collect();
        assert_eq!(told, wanted, "{text}");
    }
}
