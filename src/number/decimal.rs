//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::Error;

/// An exact decimal number: `mantissa / 10^scale`.
///
/// Up to 38 digits, of which up to 38 behind the decimal point; never a binary float. Digits that
/// the text wrote are kept (`2,930` prints as `2.930`), while comparison and hashing go by value.
/// It fits Arrow's and SQL's `DECIMAL(38, s)`.
///
/// ```
/// use solieu::Decimal;
///
/// let share: Decimal = "88.240".parse()?;
/// assert_eq!((share.mantissa(), share.scale()), (88_240, 3));
/// assert_eq!(share.to_string(), "88.240");
/// assert_eq!(share, "88.24".parse()?);
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Decimal {
    // The halves of an i128, which alone would align every fact to 16 bytes.
    high: i64,
    low: u64,
    scale: u8,
}

/// The most digits behind the decimal point, and in all.
const MOST_DIGITS: u8 = 38;

/// The powers of ten that a mantissa can be: reading one costs less than multiplying it out.
static POWERS: [i128; MOST_DIGITS as usize + 1] = powers();

#[allow(clippy::indexing_slicing)] // evaluated while compiling
const fn powers() -> [i128; MOST_DIGITS as usize + 1] {
    let mut powers = [1; MOST_DIGITS as usize + 1];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
}

/// 10^`exponent`, where it fits.
fn power(exponent: u8) -> Option<i128> {
    POWERS.get(usize::from(exponent)).copied()
}

impl Decimal {
    /// Zero.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::ZERO, "0.00".parse()?);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    pub const ZERO: Self = Self { high: 0, low: 0, scale: 0 };
    /// One.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::ONE.checked_add(Decimal::ONE), Some(2_u32.into()));
    /// ```
    pub const ONE: Self = Self { high: 0, low: 1, scale: 0 };

    /// `mantissa / 10^scale`, or `None` where it has more than 38 digits.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::new(-185, 1).unwrap().to_string(), "-18.5");
    /// ```
    #[must_use]
    pub const fn new(mantissa: i128, scale: u8) -> Option<Self> {
        if scale > MOST_DIGITS || mantissa.unsigned_abs() >= 10_u128.pow(MOST_DIGITS as u32) {
            return None;
        }
        Some(Self { high: (mantissa >> 64) as i64, low: mantissa as u64, scale })
    }

    /// All digits as one integer.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::from_vietnamese("88,240")?.mantissa(), 88_240);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn mantissa(self) -> i128 {
        (self.high as i128) << 64 | self.low as i128
    }

    /// How many of the digits stand behind the decimal point.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::from_vietnamese("88,240")?.scale(), 3);
    /// assert_eq!(Decimal::from_vietnamese("5.873")?.scale(), 0);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether it is below zero.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert!(Decimal::from_vietnamese("-18,19")?.is_negative());
    /// assert!(!Decimal::ZERO.is_negative());
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.high < 0
    }

    /// Whether nothing but zeros stands behind the decimal point.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// let is_integer = |text: &str| Decimal::from_vietnamese(text).unwrap().is_integer();
    /// assert_eq!((is_integer("12,00"), is_integer("12,05")), (true, false));
    /// ```
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.to_i128().is_some()
    }

    /// The value as an integer, or `None` where it has a fraction.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// let to_i128 = |text: &str| Decimal::from_vietnamese(text).unwrap().to_i128();
    /// assert_eq!((to_i128("5.873"), to_i128("88,24")), (Some(5_873), None));
    /// ```
    #[must_use]
    pub fn to_i128(self) -> Option<i128> {
        // Nearly all values are whole; dividing is slow.
        if self.scale == 0 {
            return Some(self.mantissa());
        }
        let unit = power(self.scale)?;
        (self.mantissa() % unit == 0).then(|| self.mantissa() / unit)
    }

    /// With the other sign.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::new(1_819, 2).unwrap().negated().to_string(), "-18.19");
    /// ```
    #[must_use]
    pub fn negated(self) -> Self {
        Self::new(-self.mantissa(), self.scale).unwrap_or(self)
    }

    /// The sum, or `None` where it has too many digits.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// let (a, b): (Decimal, Decimal) = ("88.24".parse()?, "11.760".parse()?);
    /// assert_eq!(a.checked_add(b).unwrap().to_string(), "100.000");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Self::new(self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?, scale)
    }

    /// The product, or `None` where it has too many digits.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// let (area, harvest): (Decimal, Decimal) = ("38420".parse()?, "5.2".parse()?);
    /// assert_eq!(area.checked_mul(harvest).unwrap().to_string(), "199784.0");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(self.mantissa().checked_mul(other.mantissa())?, self.scale.checked_add(other.scale)?)
    }

    /// The value × 10^`exponent`: digits behind the point are used up first, so 2,5 × 10^6 is
    /// 2500000.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// let number = Decimal::from_vietnamese("842,238")?;
    /// assert_eq!(number.shifted(9).unwrap().to_string(), "842238000000"); // 842,238 tỷ
    /// assert_eq!(number.shifted(2).unwrap().to_string(), "84223.8");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn shifted(self, exponent: u8) -> Option<Self> {
        if exponent <= self.scale {
            return Self::new(self.mantissa(), self.scale - exponent);
        }
        let factor = power(exponent - self.scale)?;
        Self::new(self.mantissa().checked_mul(factor)?, 0)
    }

    /// How many zeros stand behind its one, where it is a power of ten up to a million: of so many things a rate is
    /// told.
    pub(crate) fn zeros(self) -> Option<u8> {
        let whole = self.to_i128()?;
        (0..=6).find(|&zeros| power(zeros) == Some(whole))
    }

    /// Reads the Vietnamese way of writing numbers, dots between thousands and a decimal comma.
    ///
    /// ```
    /// # use solieu::Decimal;
    /// assert_eq!(Decimal::from_vietnamese("1.234.567,89")?.to_string(), "1234567.89");
    /// assert!(Decimal::from_vietnamese("1.23.4").is_err());
    /// # Ok::<(), solieu::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the text is not wholly such a number, or has more than 38 digits.
    pub fn from_vietnamese(text: &str) -> Result<Self, Error> {
        const WHAT: &str = "a number in Vietnamese notation";
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let number = super::digits::parse(digits).filter(|number| number.len == digits.len());
        let number = number.ok_or_else(|| {
            Error::value(text, WHAT, "dots stand between groups of three digits, a comma before decimals")
        })?;
        Ok(if sign < 0 { number.value.negated() } else { number.value })
    }

    /// The mantissa that the value has with `scale` digits behind the point.
    fn at_scale(self, scale: u8) -> Option<i128> {
        let factor = power(scale.checked_sub(self.scale)?)?;
        self.mantissa().checked_mul(factor)
    }

    /// Without zeros at the end of the fraction.
    fn reduced(self) -> (i128, u8) {
        let (mut mantissa, mut scale) = (self.mantissa(), self.scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (mantissa, scale)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { high: if value < 0 { -1 } else { 0 }, low: value as u64, scale: 0 }
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { high: 0, low: u64::from(value), scale: 0 }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        // Digits behind the point need no look where there are as many.
        if self.scale == other.scale {
            return self.mantissa() == other.mantissa();
        }
        self.reduced() == other.reduced()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa().cmp(&other.mantissa());
        }
        let scale = self.scale.max(other.scale);
        match (self.at_scale(scale), other.at_scale(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Only the one with fewer decimals can be too large for the other's scale.
            (None, _) => self.mantissa().cmp(&0),
            (_, None) => 0.cmp(&other.mantissa()),
        }
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.reduced().hash(state);
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Digits from the last to the first, the point among them; 38 digits, a point, a leading zero.
        let mut text = [0_u8; 40];
        let mut rest = self.mantissa().unsigned_abs();
        let mut at = text.len();
        let mut digits = 0;
        while rest > 0 || digits <= self.scale {
            if digits == self.scale && self.scale > 0 {
                at -= 1;
                text.get_mut(at).into_iter().for_each(|byte| *byte = b'.');
            }
            at -= 1;
            text.get_mut(at).into_iter().for_each(|byte| *byte = b'0' + (rest % 10) as u8);
            rest /= 10;
            digits += 1;
        }
        let text = text.get(at..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
        f.pad_integral(!self.is_negative(), "", text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Decimal {
    type Err = Error;

    /// Reads what [`Display`](fmt::Display) writes: `-?[0-9]+(\.[0-9]+)?`. For the Vietnamese
    /// notation see [`Decimal::from_vietnamese`].
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: &str = "a decimal number";
        let digits = text.strip_prefix('-').unwrap_or(text);
        let sign = text.len() - digits.len();
        let mut mantissa = 0_i128;
        let mut scale = None;
        for (at, byte) in digits.bytes().enumerate() {
            match byte {
                b'0'..=b'9' => {
                    let next = mantissa.checked_mul(10).and_then(|m| m.checked_add(i128::from(byte - b'0')));
                    mantissa = next.ok_or_else(|| Error::value(text, WHAT, "more than 38 digits"))?;
                    scale = scale.map(|scale: u8| scale.saturating_add(1));
                }
                b'.' if scale.is_none() && at > 0 => scale = Some(0),
                _ => return Err(Error::unexpected(text, WHAT, sign + at)),
            }
        }
        if digits.is_empty() || scale == Some(0) {
            return Err(Error::unexpected(text, WHAT, text.len()));
        }
        let mantissa = if sign == 1 { -mantissa } else { mantissa };
        Self::new(mantissa, scale.unwrap_or(0)).ok_or_else(|| Error::value(text, WHAT, "more than 38 digits"))
    }
}

// A JSON string: JSON numbers become binary floats in too many readers.
#[cfg(feature = "serde")]
impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn prints_what_it_parsed() {
        for text in ["0", "5873", "88.24", "2.930", "-18.19", "0.05", "99999999999999999999999999999999999999", "0.000"]
        {
            assert_eq!(decimal(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", ".5", "5.", "1.2.3", "1,5", "+1", "1e3", " 1", "999999999999999999999999999999999999999"]
        {
            assert!(text.parse::<Decimal>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn compares_by_value() {
        assert_eq!(decimal("2.930"), decimal("2.93"));
        assert!(decimal("-1.2") < decimal("0"));
        assert!(decimal("10") > decimal("9.99"));
        let huge = "99999999999999999999999999999999999999";
        assert!(decimal(huge) > Decimal::new(1, 38).unwrap());
        assert!(Decimal::new(-1, 38).unwrap() > decimal(huge).negated());
    }

    #[test]
    fn shifts_use_up_decimals_first() {
        assert_eq!(decimal("2.5").shifted(6).unwrap().to_string(), "2500000");
        assert_eq!(decimal("1.246").shifted(2).unwrap().to_string(), "124.6");
        assert_eq!(decimal("1").shifted(38), None);
    }

    #[test]
    fn sums_and_products_are_exact() {
        assert_eq!(decimal("0.1").checked_add(decimal("0.25")).unwrap().to_string(), "0.35");
        assert_eq!(decimal("-1.5").checked_mul(decimal("0.5")).unwrap().to_string(), "-0.75");
        assert_eq!(decimal("1").negated().to_string(), "-1");
    }
}
