//! Roman numerals, as reports use them for quarters, terms, chapters and annexes.

/// The value of a numeral from I to XXXIX in capitals and standard form, else `None`.
pub(crate) fn parse(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = text.bytes().take_while(|&byte| byte == b'X').count();
    // The X of IX belongs to the ones.
    let rest = text.get(tens..)?;
    let ones = ONES.iter().position(|&ones| ones == rest)?;
    let value = tens * 10 + ones;
    (tens < 4 && value > 0).then_some(value as u32)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_standard_forms_only() {
        let good = [("I", 1), ("IV", 4), ("IX", 9), ("XIII", 13), ("XIV", 14), ("XIX", 19), ("XXXIX", 39)];
        for (text, value) in good {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for text in ["", "IIII", "VX", "IIX", "iv", "XXXX", "VI2", "XVIIII", "ĐIX"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
