//! How often memory is asked for while facts are found, counted by kind.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::cell::Cell;

use allocation_counter::measure;
use solieu::{Extractor, FactKind};

/// A text of one kind of fact again and again.
fn text(kind: FactKind) -> Option<&'static str> {
    Some(match kind {
        FactKind::Count => "Đã tiếp 5.873 lượt. ",
        FactKind::Percentage => "Kết quả đạt 88,24% rất tốt. ",
        FactKind::Ratio => "Xong 22/56 đơn rồi. ",
        FactKind::Money => "Chi hết 1.500 tỷ đồng rồi. ",
        FactKind::Measure => "Trồng được 12,5 ha rừng. ",
        FactKind::Duration => "Xử lý trong 18 tháng là xong. ",
        FactKind::Date => "Họp ngày 4/3/2011 tại đây. ",
        FactKind::Period => "Báo cáo quý I/2025 đã gửi. ",
        FactKind::Recurrence => "Tiếp dân 2 lần/tháng ở đây. ",
        FactKind::DocumentNumber => "Theo Quyết định số 84/QĐ-UBND đã ký. ",
        FactKind::Provision => "Tại khoản 2 Điều 5 nêu rõ. ",
        _ => return None,
    })
}

#[test]
fn few_allocations_for_each_kind() {
    let extractor = Extractor::new();
    let mut over = Vec::new();
    for &kind in FactKind::ALL {
        let Some(sentence) = text(kind) else { continue };
        let (short, long) = (sentence.repeat(100), sentence.repeat(1_100));
        let count = |text: &str| {
            let facts = Cell::new(0);
            let info = measure(|| facts.set(extractor.facts(text).filter(|fact| fact.kind() == kind).count()));
            (facts.get(), info.count_total)
        };
        count(&short);
        let ((few, first), (many, second)) = (count(&short), count(&long));
        let each = (second - first) as f64 / (many - few) as f64;
        println!("{:16} {each:6.2} allocations a fact, {first} for {few} facts", kind.name());
        assert_eq!((few, many), (100, 1_100), "{kind}");
        let most = match kind {
            FactKind::DocumentNumber => 4.0,
            FactKind::Provision => 1.0,
            FactKind::Duration => 2.0,
            _ => 0.0,
        };
        if each > most {
            over.push(format!("{kind}: {each}"));
        }
    }
    assert!(over.is_empty(), "more allocations a fact than allowed: {over:?}");
}
