//! The `solieu` command, run as people run it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "common/encoder.rs"]
mod encoder;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use solieu::Normalizer;
use solieu::normalize::Encoding;

use unicode_normalization::UnicodeNormalization as _;

use crate::encoder::Encoder;

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn solieu() -> Command {
    Command::new(env!("CARGO_BIN_EXE_solieu"))
}

fn run(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    run_in(&PathBuf::from("."), args, input)
}

fn run_in(folder: &PathBuf, args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut command = solieu();
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn facts(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn texts(output: &Output) -> Vec<String> {
    facts(output).iter().map(|fact| fact["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn reads_text_from_standard_input() {
    let output = run(&["extract"], "đạt 88,24%");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let line = r#"{"id":"-","start":7,"end":13,"text":"88,24%","kind":"percentage","value":"88.24","unit":"percent"}"#;
    assert_eq!(out(&output), format!("{line}\n"));
}

#[test]
fn keeps_the_ids_of_json_lines() {
    let input = "{\"id\":7,\"text\":\"đạt 5%\"}\n\n{\"text\":\"tăng 6%\",\"id\":{\"a\":[1,\"b\"]}}\n{\"text\":\"7%\"}";
    let output = run(&["extract", "--from", "jsonl"], input);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let ids: Vec<_> = facts(&output).iter().map(|fact| fact["id"].clone()).collect();
    assert_eq!(ids, [serde_json::json!(7), serde_json::json!({"a": [1, "b"]}), serde_json::json!("-:4")]);
}

#[test]
fn finds_other_keys() {
    let input = "{\"number\":\"x\",\"body\":\"đạt 5%\",\"text\":\"6%\"}\n";
    let output = run(&["extract", "--from", "jsonl", "--field", "body", "--id-field", "number"], input);
    assert_eq!((facts(&output)[0]["id"].as_str(), texts(&output)), (Some("x"), vec!["5%".to_owned()]));
}

#[test]
fn goes_on_behind_a_bad_line() {
    let input = b"{\"id\":1,\"text\":\"5%\"}\nnonsense\n{\"id\":2}\n{\"id\":3,\"text\":4}\n{\"id\":4,\"text\":\"\\ud800 6%\"}\n\
        {\"id\":5,\"text\":\"\xff\"}\n{\"id\":6,\"text\":\"7%\"} {}\n[1]\n{\"id\":7,\"text\":\"8%\"}\n";
    let output = run(&["extract", "--from", "jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(texts(&output), ["5%", "8%"]);
    let errors: Vec<_> = err(&output).lines().collect();
    assert_eq!(errors.len(), 7, "{errors:?}");
    for (error, (line, what)) in errors.iter().zip([
        (2, "not a JSON object"),
        (3, "no key `text`"),
        (4, "`text` is not a string"),
        (5, "not a JSON object"),
        (6, "not UTF-8: unexpected byte 0xFF"),
        (7, "not a JSON object"),
        (8, "not a JSON object"),
    ]) {
        assert!(error.starts_with(&format!("solieu: -: line {line}: {what}")), "{error}");
    }
}

#[test]
fn does_the_other_files() {
    let folder = folder("other-files");
    fs::write(folder.join("a.txt"), "đạt 5%").unwrap();
    fs::write(folder.join("bad.txt"), b"d\xf2ng 1\nd\xf2ng 2 6%").unwrap();
    fs::write(folder.join("c.jsonl"), "{\"id\":\"c\",\"text\":\"7%\"}").unwrap();
    fs::create_dir(folder.join("empty")).unwrap();
    let output = run_in(&folder, &["extract", "a.txt", "missing.txt", "bad.txt", "empty", "c.jsonl"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(texts(&output), ["5%", "7%"]);
    let error = err(&output);
    assert!(error.contains("solieu: missing.txt: "), "{error}");
    assert!(error.contains("solieu: bad.txt: line 1: not UTF-8: unexpected byte 0xF2"), "{error}");
    assert!(error.contains("solieu: empty: the folder holds no file ending in .txt"), "{error}");
}

#[test]
fn walks_folders_and_patterns_in_order() {
    let folder = folder("walk");
    fs::create_dir_all(folder.join("in/b")).unwrap();
    for (name, text) in
        [("in/2.txt", "2%"), ("in/1.txt", "1%"), ("in/b/3.md", "3%"), ("in/.x.txt", "9%"), ("in/x.bin", "9%")]
    {
        fs::write(folder.join(name), text).unwrap();
    }
    assert_eq!(texts(&run_in(&folder, &["extract", "in"], "")), ["1%", "2%", "3%"]);
    assert_eq!(texts(&run_in(&folder, &["extract", "in/*.txt"], "")), ["1%", "2%"]);
    assert_eq!(texts(&run_in(&folder, &["extract", "in/2.txt", "-"], "8%")), ["2%", "8%"]);
}

#[test]
fn tells_offsets_in_the_unit_asked_for() {
    let offsets = |unit| {
        let fact = facts(&run(&["extract", "--offsets", unit], "🌾 đạt 5%")).remove(0);
        (fact["start"].as_u64().unwrap(), fact["end"].as_u64().unwrap())
    };
    assert_eq!(offsets("byte"), (12, 14));
    assert_eq!(offsets("char"), (6, 8));
    assert_eq!(offsets("utf16"), (7, 9));
}

#[test]
fn cuts_large_texts_where_paragraphs_end() {
    let paragraph = "🌾 Toàn tỉnh đạt 88,24% kế hoạch, tăng 5,2% so với cùng kỳ năm trước.\n\n";
    let text = paragraph.repeat(30_000);
    for unit in ["byte", "char", "utf16"] {
        let output = run(&["extract", "--offsets", unit, "--kinds", "percentage", "--jobs", "3"], &text);
        let facts = facts(&output);
        assert_eq!(facts.len(), 60_000);
        let index = solieu::LineIndex::new(&text);
        for fact in facts.iter().step_by(997) {
            let offset = |key: &str| fact[key].as_u64().unwrap() as usize;
            let byte = |offset| match unit {
                "byte" => offset,
                "char" => index.from_char(offset),
                _ => index.from_utf16(offset),
            };
            assert_eq!(&text[byte(offset("start"))..byte(offset("end"))], fact["text"].as_str().unwrap());
        }
    }
}

#[test]
fn cuts_a_line_without_end() {
    let text = "Giải ngân đạt 88,24% kế hoạch. ".repeat(200_000);
    let output = run(&["extract"], &text);
    let facts = facts(&output);
    assert_eq!(facts.len(), 200_000);
    let last = facts.last().unwrap();
    assert_eq!(&text[last["start"].as_u64().unwrap() as usize..][..6], "88,24%");
    // And one that cannot be cut at a blank or at a letter of one byte.
    assert_eq!(run(&["extract"], "ạ".repeat(3 << 20)).status.code(), Some(0));
}

#[test]
fn asks_for_kinds_and_patterns() {
    let text = "Tiếp 5.873 lượt, đạt 88,24%, gọi 1900 9068";
    assert_eq!(texts(&run(&["extract", "--kinds", "percentage"], text)), ["88,24%"]);
    let output = run(&["extract", "--kinds", "percentage", "--pattern", "hotline=1900 [0-9]{4}"], text);
    assert_eq!(texts(&output), ["88,24%", "1900 9068"]);
    assert_eq!(facts(&output)[1]["name"], "hotline");
    for wrong in [
        &["--kinds", "number"][..],
        &["--pattern", "x"],
        &["--pattern", "x=("],
        &["--pattern", "x=a*"],
        &["--reference-date", "2019-02-29"],
    ] {
        let output = run(&[&["extract"], wrong].concat(), text);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn shows_a_table() {
    let output = run(&["extract", "--to", "table"], "Năm nay\nđạt 88,24%, tăng 5%");
    let lines: Vec<_> = out(&output).lines().collect();
    assert_eq!(lines[0], "place  kind        text    value");
    assert_eq!(lines[1], "2      percentage  88,24%  88.24 %");
    assert!(!out(&output).contains('\u{1b}'), "no colours where no terminal is");
}

#[test]
fn writes_csv() {
    let folder = folder("csv");
    fs::write(folder.join("=cmd,\"x\".txt"), "đạt 88,24%").unwrap();
    let output = run_in(&folder, &["extract", "=cmd,\"x\".txt", "--to", "csv", "--bom"], "");
    let csv = out(&output).strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    assert_eq!(head.iter().collect::<Vec<_>>(), solieu::output::CSV_COLUMNS);
    let row = reader.records().next().unwrap().unwrap();
    assert_eq!(
        (&row[0], &row[1], &row[2], &row[4], &row[5]),
        ("'=cmd,\"x\".txt", "percentage", "7", "88,24%", "88.24")
    );
}

#[test]
fn writes_pages_with_an_index() {
    let folder = folder("pages");
    fs::create_dir_all(folder.join("in/b")).unwrap();
    fs::write(folder.join("in/a.txt"), "đạt <i>5%</i>").unwrap();
    fs::write(folder.join("in/b/a.txt"), "tăng 6%, 7%").unwrap();
    let output = run_in(&folder, &["extract", "in", "--output", "out"], "");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let read = |name: &str| fs::read_to_string(folder.join("out").join(name)).unwrap();
    assert!(read("a.html").contains("&lt;i&gt;<mark class=k-percentage id=f1"));
    assert!(read("a-2.html").contains("id=f2"));
    let index = read("index.html");
    assert!(
        index.contains("<a href=\"a-2.html\">in/b/a.txt</a>") && index.contains("<b>2</b> documents, <b>3</b> facts")
    );
    // Several documents cannot be one page.
    let output = run_in(&folder, &["extract", "in", "--to", "html"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--output FOLDER"));
}

#[test]
fn writes_a_file_for_each_document() {
    let folder = folder("each");
    let input = "{\"id\":\"../../etc/passwd\",\"text\":\"5%\"}\n{\"id\":\"INDEX\",\"text\":\"6%\"}\n{\"id\":\"\",\"text\":\"7%\"}\n";
    let output = run_in(&folder, &["extract", "--from", "jsonl", "--to", "csv", "--output", "out"], input);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let mut names: Vec<_> = fs::read_dir(folder.join("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["INDEX-2.csv", "document.csv", "passwd.csv"]);
}

#[test]
fn reads_html_in_place() {
    let folder = folder("html");
    let html = "<html><head><title>9%</title><style>p{width:10%}</style></head>\n<body><p>Gi&#7843;i ng&acirc;n <b>88,24</b>% kế hoạch</p></body>";
    fs::write(folder.join("a.html"), html).unwrap();
    let facts = facts(&run_in(&folder, &["extract", "a.html"], ""));
    assert_eq!(facts.len(), 1);
    let place = facts[0]["start"].as_u64().unwrap() as usize..facts[0]["end"].as_u64().unwrap() as usize;
    assert_eq!(&html[place], "88,24</b>%");
    assert_eq!((facts[0]["text"].as_str(), facts[0]["value"].as_str()), (Some("88,24%"), Some("88.24")));
    let page = out(&run_in(&folder, &["extract", "a.html", "--to", "html"], "")).to_owned();
    assert!(page.contains("Giải ngân <mark"), "{page}");
}

#[test]
fn explains() {
    let output = run(&["extract", "--explain"], "đạt 88,24%");
    assert!(out(&output).contains("1:5  `88,24`") || out(&output).contains("1:5  `88`"), "{}", out(&output));
    assert!(out(&output).contains("percentage") && out(&output).contains("won"));
}

#[test]
fn an_empty_file_is_a_document_without_facts() {
    let folder = folder("empty-file");
    fs::write(folder.join("a.txt"), "").unwrap();
    assert!(out(&run_in(&folder, &["stats", "a.txt"], "")).starts_with("1 document, 0 bytes, 0 facts\n"));
    let output = run_in(&folder, &["extract", "a.txt", "--output", "out"], "");
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    assert!(folder.join("out/a.html").exists());
    let index = fs::read_to_string(folder.join("out/index.html")).unwrap();
    assert!(index.contains("<b>1</b> document, <b>0</b> facts"));
}

#[test]
fn a_mark_begins_nothing_but_csv() {
    assert_eq!(run(&["extract", "--bom", "--to", "jsonl"], "5%").status.code(), Some(2));
}

#[test]
fn counts() {
    let output = run(&["stats"], "đạt 88,24%, chi 5 tỷ đồng và 12 tỷ đồng");
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("1 document, "), "{}", out(&output));
    assert!(out(&output).contains("percentage"));
}

#[test]
fn reads_utf16() {
    let text = "\u{FEFF}Giải ngân đạt 88,24% 🌾\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [&little, &big] {
        assert_eq!(texts(&run(&["extract"], bytes)), ["88,24%"]);
    }
    assert_eq!(texts(&run(&["extract", "--encoding", "utf16be"], &big[2..])), ["88,24%"]);
    let output = run(&["extract"], &little[..little.len() - 1]);
    assert_eq!((output.status.code(), err(&output)), (Some(1), "solieu: -: not UTF-16: it ends within a unit\n"));
    let output = run(&["extract"], b"\xff\xfe\n\0\x00\xd8\n\0");
    assert_eq!(err(&output), "solieu: -: line 2: not UTF-16: unpaired surrogate 0xD800\n");
}

#[test]
fn reads_old_encodings() {
    // `Cộng hoà xã hội chủ nghĩa đạt 5%` in TCVN3.
    let bytes = b"C\xE9ng ho\xB5 x\xB7 h\xE9i ch\xF1 ngh\xDCa \xAE\xB9t 5%\n";
    for encoding in ["tcvn3", "auto"] {
        let output = run(&["normalize", "--encoding", encoding], bytes);
        assert_eq!(out(&output), "Cộng hoà xã hội chủ nghĩa đạt 5%\n");
        assert_eq!(texts(&run(&["extract", "--encoding", encoding], bytes)), ["5%"]);
    }
    let output = run(&["extract"], bytes);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("line 1: not UTF-8: unexpected byte 0xE9 (see --encoding)"), "{}", err(&output));
    // What is UTF-8 stays, to the byte.
    assert_eq!(facts(&run(&["extract", "--encoding", "auto"], "nga\u{300}y 5%"))[0]["start"], 7);
}

/// Sentences with facts of several lengths, at borders of letters with and without marks, that all
/// encodings can write: none has quotation marks, dashes and capitals with tones.
const SENTENCES: &str = "Thực hiện khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP ngày 3/2/2020 của Chính phủ.\r\n\
    Thu ngân sách đạt 6.842 tỷ đồng, tăng 12,7% so với cùng kỳ; tiếp 5.873 lượt người, hai mươi lăm đoàn.\r\n\r\n";

/// Reads bytes of an encoding.
type Decode = Box<dyn Fn(&[u8]) -> String>;

/// The sentences in an encoding, and what reads its bytes.
fn written(name: &str) -> (Vec<u8>, Decode) {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        move |bytes: &[u8]| {
            let units: Vec<_> = bytes.chunks(2).map(|pair| unit([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
    };
    let encoding = match name {
        "utf16le" => {
            let bytes = SENTENCES.encode_utf16().flat_map(u16::to_le_bytes).collect();
            return (bytes, Box::new(utf16(u16::from_le_bytes)));
        }
        "utf16be" => {
            let bytes = SENTENCES.encode_utf16().flat_map(u16::to_be_bytes).collect();
            return (bytes, Box::new(utf16(u16::from_be_bytes)));
        }
        "tcvn3" => Encoding::Tcvn3,
        "vni" => Encoding::Vni,
        "viscii" => Encoding::Viscii,
        "vps" => Encoding::Vps,
        "windows1258" => Encoding::Windows1258,
        "viqr" => Encoding::Viqr,
        _ => unreachable!(),
    };
    let bytes = match encoding {
        Encoding::Viqr => viqr(SENTENCES).into_bytes(),
        _ => SENTENCES
            .split("\r\n")
            .map(|line| Encoder::new(encoding).encode(line).unwrap())
            .collect::<Vec<_>>()
            .join(&b"\r\n"[..]),
    };
    (bytes, Box::new(move |bytes| Normalizer::new().encoding(encoding).decode(bytes).into_string()))
}

/// With signs for marks, and a stroke before a full stop, comma or sign that would be taken for one.
fn viqr(text: &str) -> String {
    let sign = |c| match c {
        '\u{300}' => "`".to_owned(),
        '\u{301}' => "'".to_owned(),
        '\u{309}' => "?".to_owned(),
        '\u{303}' => "~".to_owned(),
        '\u{323}' => ".".to_owned(),
        '\u{302}' => "^".to_owned(),
        '\u{306}' => "(".to_owned(),
        '\u{31B}' => "+".to_owned(),
        'đ' => "dd".to_owned(),
        'Đ' => "DD".to_owned(),
        '.' => "\\.".to_owned(),
        c => c.to_string(),
    };
    text.nfd().map(sign).collect()
}

const ENCODINGS: [&str; 8] = ["tcvn3", "vni", "viscii", "vps", "windows1258", "viqr", "utf16le", "utf16be"];

#[test]
fn points_into_the_bytes_of_old_files() {
    let folder = folder("bytes");
    for name in ENCODINGS {
        let (sentences, read) = written(name);
        // Longer than a piece, so that what comes before one counts.
        let bytes = sentences.repeat(900);
        fs::write(folder.join("a.txt"), &bytes).unwrap();
        let told: &[&str] = if matches!(name, "viqr" | "utf16le" | "utf16be") { &[name] } else { &[name, "auto"] };
        for encoding in told {
            let output = run_in(&folder, &["extract", "a.txt", "--encoding", encoding], "");
            let facts = facts(&output);
            assert_eq!((output.status.code(), facts.len()), (Some(0), 7 * 900), "{name}");
            for fact in facts.iter().take(20).chain(facts.iter().rev().take(20)) {
                let offset = |key: &str| fact[key].as_u64().unwrap() as usize;
                let place = |start, end| read(&bytes[offset(start)..offset(end)]);
                assert_eq!(place("start", "end"), fact["text"].as_str().unwrap(), "{name}");
                if fact["kind"] == "document_number" {
                    assert!(place("full_start", "full_end").ends_with("ngày 3/2/2020 của Chính phủ"), "{name}");
                }
            }
        }
    }
}

#[test]
fn rows_and_links_point_into_the_bytes_of_old_files() {
    for name in ENCODINGS {
        let (bytes, read) = written(name);
        let output = run(&["extract", "--encoding", name, "--to", "links"], &bytes);
        let links = facts(&output);
        assert!(!links.is_empty(), "{name}");
        for end in links.iter().flat_map(|link| [&link["from"], &link["to"]]) {
            let place = end["start"].as_u64().unwrap() as usize..end["end"].as_u64().unwrap() as usize;
            assert_eq!(read(&bytes[place]), end["text"].as_str().unwrap(), "{name}");
        }
        let output = run(&["extract", "--encoding", name, "--to", "csv"], &bytes);
        let mut rows = csv::Reader::from_reader(out(&output).as_bytes());
        for row in rows.records() {
            let row = row.unwrap();
            assert_eq!(read(&bytes[row[2].parse().unwrap()..row[3].parse().unwrap()]), row[4], "{name}");
        }
    }
}

#[test]
fn other_units_count_the_text_as_decoded() {
    for name in ENCODINGS {
        let (bytes, _) = written(name);
        // This is the text that they count, but that UTF-16 keeps its line ends.
        let text = out(&run(&["normalize", "--encoding", name], &bytes)).to_owned();
        let text = if name.starts_with("utf16") { SENTENCES.to_owned() } else { text };
        let characters: Vec<char> = text.chars().collect();
        for fact in facts(&run(&["extract", "--encoding", name, "--offsets", "char"], &bytes)) {
            let place = fact["start"].as_u64().unwrap() as usize..fact["end"].as_u64().unwrap() as usize;
            assert_eq!(characters[place].iter().collect::<String>(), fact["text"].as_str().unwrap(), "{name}");
        }
    }
}

#[test]
fn a_byte_order_mark_counts_among_the_bytes() {
    let bytes: Vec<u8> = "\u{FEFF}đạt 5%".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let fact = &facts(&run(&["extract"], &bytes))[0];
    assert_eq!((fact["start"].as_u64(), fact["end"].as_u64()), (Some(10), Some(14)));
    let fact = &facts(&run(&["extract", "--offsets", "char"], &bytes))[0];
    assert_eq!((fact["start"].as_u64(), fact["end"].as_u64()), (Some(4), Some(6)));
}

#[test]
fn brat_points_into_the_text_beside_it() {
    let folder = folder("brat-old");
    for name in ENCODINGS {
        fs::write(folder.join("a.txt"), written(name).0).unwrap();
        run_in(&folder, &["extract", "a.txt", "--encoding", name, "--to", "brat", "--output", name], "");
        let text: Vec<char> = fs::read_to_string(folder.join(name).join("a.txt")).unwrap().chars().collect();
        let annotations = fs::read_to_string(folder.join(name).join("a.ann")).unwrap();
        let mut seen = 0;
        for line in annotations.lines().filter(|line| line.starts_with('T')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let place: Vec<usize> = fields[1].split(' ').skip(1).map(|offset| offset.parse().unwrap()).collect();
            assert_eq!(text[place[0]..place[1]].iter().collect::<String>(), fields[2], "{name}");
            seen += 1;
        }
        assert_eq!(seen, 7, "{name}");
    }
}

#[test]
fn points_into_html_in_every_encoding_and_unit() {
    let html = "<title>9%</title>\n<p>Đạt <b class='x'>88,24</b>% <i>&nbsp;</i>kế hoạch</p>";
    let character = |at: &Value| html.char_indices().nth(at.as_u64().unwrap() as usize).unwrap().0;
    for (unit, encoding) in [("char", Encoding::Utf8), ("byte", Encoding::Viscii), ("byte", Encoding::Utf16Le)] {
        let (bytes, name) = match encoding {
            Encoding::Viscii => {
                let encoder = Encoder::new(encoding);
                (encoder.encode(html).unwrap(), "viscii")
            }
            Encoding::Utf16Le => (html.encode_utf16().flat_map(u16::to_le_bytes).collect(), "utf16le"),
            _ => (html.as_bytes().to_vec(), "utf8"),
        };
        let output = run(&["extract", "--from", "html", "--offsets", unit, "--encoding", name], &bytes);
        let fact = &facts(&output)[0];
        let place = match unit {
            "char" => html[character(&fact["start"])..character(&fact["end"])].to_owned(),
            _ => {
                let bytes = &bytes[fact["start"].as_u64().unwrap() as usize..fact["end"].as_u64().unwrap() as usize];
                bytes.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
            }
        };
        assert_eq!(place, "88,24</b>%", "{unit} {name}");
    }
}

#[test]
fn mends() {
    assert_eq!(out(&run(&["normalize", "--tone", "new"], "hòa")), "hoà");
    assert_eq!(out(&run(&["normalize", "--tone", "old", "--plain", "--one-blank"], "hoà  – “x”")), "hòa - \"x\"");
    assert_eq!(out(&run(&["normalize", "--repair", "spelling"], "nguời")), "người");
    let text = "Thông tư 27/2023/\nTT-BTC";
    let output = run(&["extract", "--repair", "pdf,spelling"], text);
    let fact = &facts(&output)[0];
    assert_eq!((fact["text"].as_str(), fact["canonical"].as_str()), (Some(text), Some("27/2023/TT-BTC")));
}

#[test]
fn normalizes() {
    assert_eq!(out(&run(&["normalize"], "đa\u{323}t\n\n5%")), "đạt\n\n5%");
    let output =
        run(&["normalize", "--from", "jsonl", "--field", "body"], "{\"body\":\"ta\u{306}ng\",\"id\":4,\"z\":[1]}");
    assert_eq!(out(&output), "{\"body\":\"tăng\",\"id\":4,\"z\":[1]}\n");
}

#[test]
fn links_provisions_to_their_documents() {
    let text = "Theo khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP, đạt 5%.";
    let facts = facts(&run(&["extract"], text));
    let document = facts.iter().find(|fact| fact["kind"] == "provision").unwrap()["document"].as_u64().unwrap();
    assert_eq!(facts[document as usize]["canonical"], "15/2020/NĐ-CP");
    let page = out(&run(&["extract", "--to", "html"], text)).to_owned();
    assert!(page.contains(&format!("<a href=#f{}>Nghị định số 15/2020/NĐ-CP</a></tr>", document + 1)));
}

#[test]
fn helps() {
    for args in [
        &["--help"][..],
        &["extract", "--help"],
        &["stats", "--help"],
        &["normalize", "--help"],
        &["--version"],
        &["completions", "zsh"],
        &["schema"],
        &["man"],
        &["man", "extract"],
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(!output.stdout.is_empty());
    }
    let help = out(&run(&["extract", "--help"], "")).to_owned();
    assert!(help.contains("Exit status:"));
    // `pattern` is asked for by an option of its own.
    for kind in solieu::FactKind::ALL.iter().filter(|kind| **kind != solieu::FactKind::Pattern) {
        assert!(help.contains(kind.name()), "{kind}");
    }
    assert_eq!(run(&["extract", "--nonsense"], "").status.code(), Some(2));
    assert_eq!(run(&["man", "nonsense"], "").status.code(), Some(2));
}

#[cfg(unix)]
mod unix {
    use super::*;

    #[test]
    fn says_that_the_disk_is_full() {
        let Ok(full) = File::options().write(true).open("/dev/full") else { return };
        let mut child =
            solieu().arg("extract").stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all("đạt 5%".as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        assert!(err(&output).starts_with("solieu: standard output: cannot write: "), "{}", err(&output));
    }

    #[test]
    fn stops_quietly_where_the_reader_is_gone() {
        let folder = folder("closed");
        fs::write(folder.join("a.txt"), "đạt 5%\n\n".repeat(100_000)).unwrap();
        let mut child = solieu()
            .arg("extract")
            .arg(folder.join("a.txt"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn holds_little_of_a_large_text() {
        let mut child =
            solieu().args(["extract", "--jobs", "2"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let megabyte = "Toàn tỉnh đạt 88,24% kế hoạch, tăng 5,2% so với cùng kỳ năm trước.\n\n".repeat(13_000);
        for _ in 0..16 {
            stdin.write_all(megabyte.as_bytes()).unwrap();
        }
        // It still waits for more, so its peak can be read.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: usize = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kilobytes < 40_000, "{kilobytes} kB");
        drop(stdin);
        assert!(child.wait().unwrap().success());
    }

    /// Feeds the command and tells its output and the most memory that it took, in kB.
    #[cfg(target_os = "linux")]
    fn peak(args: &[&str], pieces: impl Iterator<Item = String> + Send) -> (Output, usize) {
        let mut command = solieu();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let status = format!("/proc/{}/status", child.id());
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| std::io::read_to_string(stdout).unwrap());
            pieces.for_each(|piece| stdin.write_all(piece.as_bytes()).unwrap());
            // It still waits for more, so its peak can be read.
            let status = fs::read_to_string(status).unwrap();
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
            let kilobytes = peak.trim().trim_end_matches(" kB").parse().unwrap();
            drop(stdin);
            let mut output = child.wait_with_output().unwrap();
            output.stdout = reader.join().unwrap().into_bytes();
            (output, kilobytes)
        })
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn holds_little_of_a_line_of_100_megabytes() {
        let piece = format!("Giải ngân đạt 88,24% kế hoạch. {}", "Không có gì. ".repeat(40)).repeat(100);
        let times = 100_000_000 / piece.len() + 1;
        let args = ["extract", "--kinds", "percentage", "--to", "csv", "--jobs", "1"];
        let (output, kilobytes) = peak(&args, (0..times).map(|_| piece.clone()));
        assert_eq!((output.status.code(), out(&output).lines().count()), (Some(0), times * 100 + 1));
        assert!(kilobytes < 60_000, "{kilobytes} kB");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn reads_json_lines_around_one_of_100_megabytes() {
        let before = std::iter::once("{\"id\":1,\"text\":\"5%\"}\n{\"id\":2,\"text\":\"".to_owned());
        let long = (0..100).map(|_| "Không có gì. ".repeat(62_500));
        let after = std::iter::once(" 6%\"}\nnonsense\n{\"id\":3,\"text\":\"7%\"}\n".to_owned());
        let args = ["extract", "--from", "jsonl", "--jobs", "1"];
        let (output, kilobytes) = peak(&args, before.chain(long).chain(after));
        assert_eq!((output.status.code(), texts(&output)), (Some(1), ["5%", "6%", "7%"].map(str::to_owned).to_vec()));
        assert!(err(&output).starts_with("solieu: -: line 3: not a JSON object"), "{}", err(&output));
        // A few times the line, whatever is in it.
        assert!(kilobytes < 700_000, "{kilobytes} kB");
    }

    #[test]
    fn reads_json_nested_a_million_times() {
        let nested = format!("{{\"id\":{}{},\"text\":\"5%\"}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        let output = run(&["extract", "--from", "jsonl"], format!("{nested}\n{{\"text\":\"6%\"}}\n"));
        assert_eq!((output.status.code(), texts(&output)), (Some(1), vec!["6%".to_owned()]));
        assert!(err(&output).starts_with("solieu: -: line 1: "), "{}", err(&output));
    }

    #[test]
    fn reads_a_pipe_by_name() {
        let folder = folder("fifo");
        let pipe = folder.join("pipe.txt");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // In a folder a pipe is left alone, as nobody may ever write to it.
        let output = run(&["extract", folder.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(1));
        let writer = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::write(pipe, "đạt 5%")
        });
        assert_eq!(texts(&run(&["extract", pipe.to_str().unwrap()], "")), ["5%"]);
        writer.join().unwrap().unwrap();
    }

    #[test]
    fn writes_into_no_folder_that_is_a_file() {
        let folder = folder("no-folder");
        fs::write(folder.join("out"), "").unwrap();
        let output = run_in(&folder, &["extract", "--output", "out"], "5%");
        assert_eq!(output.status.code(), Some(3));
        assert!(err(&output).starts_with("solieu: out: cannot write: "), "{}", err(&output));
    }
}

#[test]
fn links_say_what_belongs_together() {
    let text = "Nghị định số 15/2020/NĐ-CP thay thế Nghị định số 174/2013/NĐ-CP.\n\nXem khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.";
    let output = run(&["extract", "--to", "links", "--offsets", "char"], text);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let links = facts(&output);
    let characters: Vec<char> = text.chars().collect();
    for end in links.iter().flat_map(|link| [&link["from"], &link["to"]]) {
        let place = |key: &str| end[key].as_u64().unwrap() as usize;
        let words: String = characters[place("start")..place("end")].iter().collect();
        assert_eq!(end["text"], words);
    }
    let told: Vec<_> = links
        .iter()
        .map(|link| (link["relation"].as_str().unwrap(), link["from"]["fact"].as_u64(), link["to"]["fact"].as_u64()))
        .collect();
    assert!(told.contains(&("replaces", Some(0), Some(1))), "{told:?}");
    assert!(told.contains(&("part_of", Some(2), Some(3))), "{told:?}");
    assert!(links.iter().any(|link| link["to"]["identifier"] == "/akn/vn/act/nghi-dinh/cp/2013/174"), "{links:?}");
}

#[test]
fn brat_relations_join_annotations_that_are_there() {
    let text = "Theo khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.";
    let output = run(&["extract", "--to", "brat"], text);
    let (mut annotations, mut relations) = (Vec::new(), 0);
    for line in out(&output).lines() {
        let mut fields = line.split('\t');
        let name = fields.next().unwrap();
        match name.chars().next().unwrap() {
            'T' => annotations.push(name.to_owned()),
            'R' => {
                relations += 1;
                let words: Vec<&str> = fields.next().unwrap().split(' ').collect();
                let ends = words[1..].iter().map(|end| end.split_once(':').unwrap().1.to_owned());
                assert!(ends.into_iter().all(|end| annotations.contains(&end)), "{line}");
            }
            _ => {}
        }
    }
    assert_eq!(relations, 1);
}
