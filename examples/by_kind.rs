//! Only some kinds, and their values with types.
//!
//! ```text
//! cargo run --example by_kind
//! ```

use solieu::{Change, Decimal, Extractor, FactKind, FactValue};

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
                let Some(value) = share.quantity().value() else { continue };
                let change = match share.quantity().change() {
                    Some(Change::Increase) => "up",
                    Some(Change::Decrease) => "down",
                    None => "",
                };
                println!("{:<24}{value:>20}  {change}", fact.text());
            }
            _ => {}
        }
    }
    println!("{:<24}{total:>20}", "all sums");
    assert_eq!(total.to_string(), "1942500000000");
}
