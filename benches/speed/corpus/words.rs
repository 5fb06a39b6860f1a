//! Numbers written out, in every way that is common.

/// Choices between words of the same number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dialect {
    /// `nghìn` or `ngàn`
    pub(crate) thousand: &'static str,
    /// `linh` or `lẻ`
    pub(crate) zero_ten: &'static str,
    /// `bốn` or `tư` behind `mươi`
    pub(crate) four: &'static str,
    /// `tỷ` or `tỉ`
    pub(crate) billion: &'static str,
    /// `năm` after `mươi` is `lăm` or `nhăm`.
    pub(crate) five: &'static str,
}

impl Dialect {
    pub(crate) const NORTH: Self =
        Self { thousand: "nghìn", zero_ten: "linh", four: "tư", billion: "tỷ", five: "lăm" };
    pub(crate) const SOUTH: Self =
        Self { thousand: "ngàn", zero_ten: "lẻ", four: "bốn", billion: "tỉ", five: "lăm" };
}

impl Default for Dialect {
    fn default() -> Self {
        Self::NORTH
    }
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// `spell(2_105, …)` is `hai nghìn một trăm linh năm`. Below 10^18, each group of nine digits is
/// followed by `tỷ` as often as it stands above the last.
pub(crate) fn spell(value: u64, dialect: Dialect) -> String {
    let mut words = Vec::new();
    billions(value, dialect, false, &mut words);
    if words.is_empty() {
        words.push(DIGITS[0]);
    }
    words.join(" ")
}

fn billions(value: u64, dialect: Dialect, full: bool, words: &mut Vec<&'static str>) {
    let (above, below) = (value / 1_000_000_000, value % 1_000_000_000);
    if above > 0 {
        billions(above, dialect, full, words);
        words.push(dialect.billion);
    }
    let full = full || above > 0;
    for (size, name) in [(1_000_000, "triệu"), (1_000, dialect.thousand), (1, "")] {
        let group = below / size % 1_000;
        if group == 0 {
            continue;
        }
        // `hai nghìn không trăm linh năm`: below a group that was told, hundreds are told too.
        let told = full || below / size >= 1_000;
        hundreds(group as usize, dialect, told, words);
        if !name.is_empty() {
            words.push(name);
        }
    }
}

fn hundreds(value: usize, dialect: Dialect, full: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
    if hundreds > 0 || full {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || full) => words.push(dialect.zero_ten),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push(dialect.four),
        (1.., 5) => words.push(dialect.five),
        _ => words.push(DIGITS[ones]),
    }
}
