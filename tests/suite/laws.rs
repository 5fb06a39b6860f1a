//! What holds for every text that the tests have.

use solieu::{Decimal, Extractor, Fact, FactKind, FactValue};

use crate::common::{Text, laws, texts};

/// Checks every text and tells the first faults.
fn hold(law: impl Fn(&Extractor, &str) -> Result<(), String>) {
    let extractor = Extractor::new();
    let texts = texts();
    let faults: Vec<String> = texts
        .iter()
        .filter_map(|Text { name, text }| law(&extractor, text).err().map(|fault| format!("{name}: {fault}")))
        .collect();
    let shown = faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {} texts:\n{shown}", faults.len(), texts.len());
}

#[test]
fn spans_are_the_texts_own_and_segments_tile_it() {
    hold(|extractor, text| laws::places(extractor, text).map(drop));
}

#[test]
fn every_fact_comes_back_from_json() {
    hold(laws::json);
}

#[test]
fn spellings_of_unicode_say_the_same() {
    hold(laws::spellings);
}

#[test]
fn what_follows_a_paragraph_changes_nothing_in_it() {
    hold(|extractor, text| laws::prefixes(extractor, text, 5));
}

#[test]
fn a_paragraph_says_the_same_alone_and_inside() {
    let extractor = Extractor::new();
    let (mut all, mut different, mut examples) = (0, 0, Vec::new());
    for Text { name, text } in texts() {
        let (seen, other, example) = laws::paragraphs(&extractor, &text);
        (all, different) = (all + seen, different + other);
        examples.extend(example.map(|example| format!("{name} {example}")));
    }
    let examples = examples.join("\n");
    println!("{different} of {all} paragraphs say something else alone:\n{examples}");
    // A currency named in the paragraph before is one; there must be very few.
    assert!(different * 2_000 <= all + 2_000, "{different} of {all} paragraphs:\n{examples}");
}

#[test]
fn an_extractor_can_be_shared_by_threads() {
    fn is_shared<T: Send + Sync + 'static>() {}
    is_shared::<Extractor>();
    is_shared::<Fact<'static>>();
    is_shared::<solieu::Error>();
    let extractor = Extractor::new();
    let text = "Đã tiếp 5.873 lượt, đạt 88,24%.";
    let counts: Vec<usize> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| extractor.facts(text).count())).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert_eq!(counts, [2; 4]);
}

#[test]
fn facts_are_small() {
    let (fact, value) = (size_of::<Fact<'_>>(), size_of::<FactValue<'_>>());
    println!("a fact takes {fact} bytes, its value {value}");
    assert!(fact <= 160, "{fact} bytes");
}

#[test]
fn decimals_and_kinds_come_back_from_their_text() {
    for text in ["0", "-1", "1.50", "88.24", "1234500000000", "-0.007", "99999999999999999999999999999999999999"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!(decimal.to_string(), text);
        assert_eq!(decimal.to_string().parse(), Ok(decimal));
    }
    for &kind in FactKind::ALL {
        assert_eq!(kind.to_string().parse(), Ok(kind));
    }
}
