//! Each output is read back by what reads it, and says what the facts say.

use std::collections::BTreeMap;

use solieu::output::{
    CSV_COLUMNS, Entry, Fields, Positions, Row, Unit, brat, csv, csv_header, display_width, html, html_index, jsonl,
    table,
};
use solieu::{Extractor, Fact, FactKind, LineIndex};
use unicode_normalization::UnicodeNormalization as _;

const REPORT: &str = include_str!("../../examples/reports/nam-son-2025.txt");

/// Texts that are hard to write: marks apart, emoji, markup, line breaks in facts, controls.
fn texts() -> Vec<String> {
    let mut texts = vec![
        REPORT.to_owned(),
        REPORT.nfd().collect(),
        "🌾🌾 <b>đạt</b> \"88,24%\" & 5.873\nlượt,\r\ntăng '5\u{a0}%' = -1,2 °C \0 \u{202E} 7%".to_owned(),
        "=5%\n+6%\n-7%\n@8%\n\t9%".to_owned(),
        String::new(),
    ];
    texts.push(texts[2].repeat(200));
    texts
}

fn facts(text: &str) -> Vec<Fact<'_>> {
    Extractor::new().facts(text).collect()
}

fn all_jsonl(text: &str, id: &str, positions: &Positions<'_>) -> String {
    let mut out = String::new();
    facts(text).iter().for_each(|fact| jsonl(&mut out, id, fact, positions));
    out
}

#[test]
fn json_lines_are_what_serde_writes() {
    for text in texts() {
        let lines = all_jsonl(&text, "a\"\n\u{1}🌾\\", &Positions::default());
        assert_eq!(lines.lines().count(), facts(&text).len());
        for (line, fact) in lines.lines().zip(facts(&text)) {
            let mut ours: serde_json::Value = serde_json::from_str(line).unwrap();
            let map = ours.as_object_mut().unwrap();
            assert!(line.starts_with("{\"id\":"));
            assert_eq!(map.remove("id").unwrap(), "a\"\n\u{1}🌾\\");
            assert_eq!(ours, serde_json::to_value(&fact).unwrap());
            let back: Fact<'static> = serde_json::from_value(ours).unwrap();
            assert_eq!(back, fact);
        }
    }
}

#[test]
fn offsets_count_what_is_asked_for() {
    for text in texts() {
        for (unit, units) in [
            (Unit::Char, text.chars().map(|c| c.to_string()).collect::<Vec<_>>()),
            (Unit::Utf16, text.encode_utf16().map(|unit| format!("{unit:04x}")).collect()),
        ] {
            let lines = all_jsonl(&text, "", &Positions::new(&text, unit).behind(1000, 0));
            for (line, fact) in lines.lines().zip(facts(&text)) {
                let json: serde_json::Value = serde_json::from_str(line).unwrap();
                let offset = |key: &str| json[key].as_u64().unwrap() as usize - 1000;
                let expected: Vec<_> = match unit {
                    Unit::Utf16 => fact.text().encode_utf16().map(|unit| format!("{unit:04x}")).collect(),
                    _ => fact.text().chars().map(|c| c.to_string()).collect(),
                };
                assert_eq!(units[offset("start")..offset("end")], expected);
            }
        }
    }
}

#[test]
fn csv_is_read_back() {
    for text in texts() {
        let mut out = csv_header();
        facts(&text).iter().for_each(|fact| csv(&mut out, "a,\"b\"\n", fact, &Positions::default()));
        let mut reader = csv::ReaderBuilder::new().from_reader(out.as_bytes());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        assert_eq!(rows.len(), facts(&text).len());
        for (row, fact) in rows.iter().zip(facts(&text)) {
            assert_eq!(row["id"], "a,\"b\"\n");
            for (key, value) in Fields::of(&fact).iter() {
                let cell = row.get(key).unwrap_or_else(|| panic!("no column for `{key}`"));
                assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), value.strip_prefix('\'').unwrap_or(value));
                let harmless = !cell.starts_with(['=', '+', '@', '\t', '\r', '\n']);
                assert!(
                    harmless && (!cell.starts_with('-') || cell[1..].bytes().all(|b| b.is_ascii_digit() || b == b'.'))
                );
            }
        }
    }
    assert_eq!(csv_header().trim_end().split(',').collect::<Vec<_>>(), CSV_COLUMNS);
}

/// A text-bound annotation of brat: its type, its fragments and its text.
type Annotation = (String, Vec<(usize, usize)>, String);

fn read_brat(ann: &str) -> Vec<Annotation> {
    let mut found = Vec::new();
    for line in ann.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        assert_eq!(fields.len(), 3, "{line:?}");
        if line.starts_with('#') {
            assert_eq!(fields[1], format!("AnnotatorNotes T{}", &fields[0][1..]));
            continue;
        }
        assert_eq!(fields[0], format!("T{}", found.len() + 1));
        let (kind, places) = fields[1].split_once(' ').unwrap();
        let places = places.split(';').map(|place| {
            let (start, end) = place.split_once(' ').unwrap();
            (start.parse().unwrap(), end.parse().unwrap())
        });
        found.push((kind.to_owned(), places.collect(), fields[2].to_owned()));
    }
    found
}

#[test]
fn brat_is_read_back() {
    for text in texts() {
        let characters: Vec<char> = text.chars().collect();
        let read = read_brat(&brat(&text, &facts(&text)));
        assert_eq!(read.len(), facts(&text).len());
        for ((kind, places, words), fact) in read.iter().zip(facts(&text)) {
            assert_eq!(kind, fact.kind().name());
            let parts: Vec<String> =
                places.iter().map(|&(start, end)| characters[start..end].iter().collect()).collect();
            assert_eq!(&parts.join(" "), words, "the text of an annotation is that of its fragments");
            assert!(parts.iter().all(|part| !part.contains('\n')), "a fragment stays on its line");
            let index = LineIndex::new(&text);
            assert_eq!(index.from_char(places[0].0), fact.span().start);
            assert_eq!(index.from_char(places.last().unwrap().1), fact.span().end);
        }
    }
}

/// What stands between `<main …>` and `</main>`, without tags and with references read.
fn shown(page: &str) -> String {
    let main = page.split_once("<main id=text lang=vi>\n").unwrap().1.split_once("</main>").unwrap().0;
    let mut text = String::new();
    for part in main.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, behind)| behind));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

#[test]
fn the_page_shows_the_text_and_nothing_of_it_is_markup() {
    for text in texts() {
        let page = html("<title>", &text, &facts(&text));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let safe = text.replace(['\0', '\u{202E}'], "\u{FFFD}");
        assert_eq!(words(&shown(&page)), words(&safe));
        let allowed = ["p", "/p", "mark"];
        let main = page.split_once("<main id=text lang=vi>\n").unwrap().1.split_once("</main>").unwrap().0;
        for tag in main.split('<').skip(1) {
            let name = tag.split([' ', '>']).next().unwrap();
            assert!(allowed.contains(&name) || name == "/mark", "{name}");
        }
        assert_eq!(page.matches("<mark ").count(), facts(&text).len());
        assert_eq!(page.matches("<td lang=vi><a href=#f").count(), facts(&text).len());
        assert_eq!(page.matches("<script").count(), 1);
        assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("), "nothing is fetched");
    }
}

#[test]
fn the_index_counts_and_escapes() {
    let entry = |name: &str, counts: &[(FactKind, usize)]| Entry {
        name: name.into(),
        href: "a.html".into(),
        counts: counts.into(),
    };
    let page = html_index(
        "<i>",
        &[entry("<b>", &[(FactKind::Date, 2)]), entry("x", &[(FactKind::Date, 1), (FactKind::Money, 5)])],
    );
    assert!(page.contains("<h1>&lt;i&gt;</h1>") && page.contains(">&lt;b&gt;</a>"));
    assert!(page.contains("<b>2</b> documents, <b>8</b> facts"));
    assert!(page.contains("width:60.0%\"></i><td class=num>3</tr>"), "three of five at most");
    assert!(html_index("none", &[]).contains("<b>0</b> documents"));
}

#[test]
fn the_table_lines_up() {
    for text in texts() {
        let facts = facts(&text);
        let rows: Vec<_> = facts.iter().map(|fact| Row { place: "đ🌾".into(), fact }).collect();
        let table = table(&rows, |_, cell| cell.to_owned());
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines.len(), facts.len() + 1);
        let column = display_width(&lines[0][..lines[0].find("text").unwrap()]);
        for (line, fact) in lines[1..].iter().zip(&facts) {
            let first = fact.text().split_whitespace().next().unwrap();
            let at = line.match_indices(first).map(|(at, _)| display_width(&line[..at])).find(|&at| at == column);
            assert_eq!(at, Some(column), "{line}");
        }
    }
}

#[test]
fn every_kind_of_fact_has_a_summary() {
    for text in texts() {
        for fact in facts(&text) {
            let fields = Fields::of(&fact);
            assert!(!fields.summary().is_empty(), "{fact:?}");
            assert_eq!(fields.get("kind"), Some(fact.kind().name()));
            assert_eq!(fields.get("text"), Some(fact.text()));
        }
    }
}
