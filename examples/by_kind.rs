//! Only some kinds, and their values with types.
//!
//! ```text
//! cargo run --example by_kind
//! ```

use solieu::{Decimal, Extractor, FactKind, FactValue};

const TEXT: &str = "Thu ngân sách đạt 1.234,5 tỷ đồng, bằng 57,8% dự toán; chi 708 tỷ đồng, tăng 12,4% so với cùng kỳ.";

fn main() {
    let extractor = Extractor::builder().kinds([FactKind::Money, FactKind::Percentage]).build();
    let mut total = Decimal::ZERO;
    for fact in extractor.facts(TEXT) {
        match fact.value() {
            FactValue::Money(money) => {
                let Some(sum) = money.quantity().value() else { continue };
                println!("{:<24}{sum:>20}", fact.text());
                total = total.checked_add(sum).unwrap_or(total);
            }
            FactValue::Percentage(share) => {
                let quantity = share.quantity();
                println!("{:<24}{:>20?}  {:?}", fact.text(), quantity.value(), quantity.change());
            }
            _ => {}
        }
    }
    println!("{:<24}{total:>20}", "all sums");
    assert_eq!(total.to_string(), "1942500000000");
}
