//! The cases of `../shared/gold/normalize_cases.jsonl`.

use serde_json::Value;
use solieu::Span;
use solieu::normalize::syllable::ToneStyle;
use solieu::normalize::{Encoding, Normalizer, Repair};

use super::shared;

/// Where we disagree, with what we do instead and why.
const DISAGREEMENTS: [(&str, &str, &str); 1] = [(
    "compose-14",
    "Vi\u{1EC7}\u{1E6D} Nam",
    "the expected text is not NFC, which has a letter for t and a dot below",
)];

/// What a case gives back: the text, and where its spans stand in the input.
struct Output {
    text: String,
    to_source: Box<dyn Fn(Span) -> Span>,
}

fn run(normalizer: Normalizer, case: &Value) -> Output {
    let input = case["input"].as_str().unwrap();
    let options = &case["options"];
    let told = options.get("encoding").is_some();
    if options["input"] == "bytes" {
        let bytes: Vec<u8> = input.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
        let text = normalizer.decode(&bytes);
        Output { text: text.to_string(), to_source: Box::new(move |span| text.to_source(span)) }
    } else if told {
        let text = normalizer.decode_text(input);
        Output { text: text.to_string(), to_source: Box::new(move |span| text.to_source(span)) }
    } else {
        let text = normalizer.normalize(input);
        let map = text.offsets().clone();
        Output { text: text.to_string(), to_source: Box::new(move |span| map.to_source(span)) }
    }
}

fn normalizer(options: &Value) -> Normalizer {
    let yes = |name: &str| options[name].as_bool().unwrap_or(false);
    let mut normalizer = Normalizer::new()
        .entities(yes("entities"))
        .one_blank(yes("collapse_spaces"))
        .bullets(yes("pua_bullets"))
        .plain_dashes(yes("fold_dashes"))
        .plain_quotes(yes("fold_quotes"))
        .plain_roman(yes("fold_roman"))
        .attach_marks(yes("join_detached"))
        .hyphen_u(yes("tcvn3_hyphen_u"))
        .capital_fonts(yes("legacy_case"))
        .lone_look_alikes(options["lookalikes"] == "aggressive");
    normalizer = match options["tone_style"].as_str() {
        Some("old") => normalizer.tone_style(ToneStyle::Old),
        Some("new") => normalizer.tone_style(ToneStyle::New),
        _ => normalizer,
    };
    normalizer = match options["repair"].as_str() {
        Some("safe") => normalizer.repair(Repair::Safe),
        Some("aggressive") => normalizer.repair(Repair::Aggressive),
        _ => normalizer,
    };
    match options["encoding"].as_str() {
        Some("tcvn3") => normalizer.encoding(Encoding::Tcvn3),
        Some("vni") => normalizer.encoding(Encoding::Vni),
        Some("viscii") => normalizer.encoding(Encoding::Viscii),
        Some("vps") => normalizer.encoding(Encoding::Vps),
        Some("cp1258") => normalizer.encoding(Encoding::Windows1258),
        Some("viqr") => normalizer.encoding(Encoding::Viqr),
        _ => normalizer,
    }
}

#[test]
fn every_case_comes_out_as_expected_and_stays_so() {
    let Some(cases) = shared::file("gold/normalize_cases.jsonl") else { return };
    let mut failures = Vec::new();
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let id = case["id"].as_str().unwrap();
        let ours = DISAGREEMENTS.iter().find(|(known, ..)| *known == id).map(|(_, text, _)| *text);
        let expected = ours.or(case["expected"].as_str()).unwrap();
        let normalizer = normalizer(&case["options"]);
        let output = run(normalizer, &case);
        if output.text != expected {
            failures.push(format!("{id}: {:?}, not {expected:?}", output.text));
        }
        // What was decoded once is Unicode and must not be decoded again.
        let again = normalizer.normalize(&output.text).to_string();
        if again != output.text {
            failures.push(format!("{id}: {:?} becomes {again:?}", output.text));
        }
        for span in case["spans"].as_array().into_iter().flatten() {
            let read = |name: &str| {
                Span::new(span[name][0].as_u64().unwrap() as usize, span[name][1].as_u64().unwrap() as usize)
            };
            let found = (output.to_source)(read("norm"));
            if found != read("orig") {
                failures.push(format!("{id}: {:?} stands at {found:?}, not {:?}", read("norm"), read("orig")));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
