//! `rust_decimal` 1: up to 28 digits behind the point and 96 bits in all.

use crate::{Decimal, Error};

impl TryFrom<Decimal> for rust_decimal::Decimal {
    type Error = Error;

    /// The same number with the same digits. It is never rounded: what does not fit is refused.
    fn try_from(decimal: Decimal) -> Result<Self, Error> {
        let number = Self::try_from_i128_with_scale(decimal.mantissa(), u32::from(decimal.scale()));
        number.map_err(|error| Error::value(&decimal.to_string(), "a `rust_decimal` number", error.to_string()))
    }
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(number: rust_decimal::Decimal) -> Self {
        // 96 bits are at most 29 digits, 28 of them behind the point.
        let scale = u8::try_from(number.scale()).unwrap_or_default();
        Self::new(number.mantissa(), scale).unwrap_or(Self::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        for text in
            ["0", "-18.19", "2.930", "1234500000000", "79228162514264337593543950335", "0.0000000000000000000000000001"]
        {
            let decimal: Decimal = text.parse().unwrap();
            let number = rust_decimal::Decimal::try_from(decimal).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(Decimal::from(number).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_would_be_rounded() {
        for text in ["79228162514264337593543950336", "0.00000000000000000000000000001"] {
            let decimal: Decimal = text.parse().unwrap();
            assert!(rust_decimal::Decimal::try_from(decimal).is_err(), "{text}");
        }
    }
}
