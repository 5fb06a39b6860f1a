//! The keys and values of a fact as flat text, for outputs that show them to people.

use super::walk::{Sink, walk};
use crate::Fact;

/// What a fact says, key by key, in the order and by the names of its JSON.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::Fields;
///
/// let extractor = Extractor::new();
/// let fact = extractor.facts("lãi suất 7,5 - 8%").next().unwrap();
/// let fields = Fields::of(&fact);
/// assert_eq!(fields.get("low"), Some("7.5"));
/// assert_eq!(fields.get("value"), None);
/// assert_eq!(fields.summary(), "7.5 – 8 %");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
}

/// Keys that say where a fact stands, or in what words, but not what it says.
const PLACE: [&str; 6] = ["kind", "start", "end", "text", "full_start", "full_end"];

/// Keys for programs, and long ones: a short line leaves them out.
const LEFT_TO_DETAILS: [&str; 4] = ["code", "title", "type_code", "document"];

/// Keys whose values make the short form of a fact, of which the first that is there leads. What a
/// short form holds already is not repeated behind it.
const LEADING: [(&str, &[&str]); 9] = [
    ("value", &["unit", "currency", "iso8601"]),
    ("iso8601", &["unit"]),
    ("iso", &["time"]),
    ("edtf", &[]),
    ("canonical", &["type", "type_code", "number", "year", "issuer_codes", "identifier", "term"]),
    ("name", &["type", "year", "identifier"]),
    ("numerator", &["denominator", "unit"]),
    ("rrule", &["times", "every"]),
    ("every", &["times"]),
];

/// The parts of a document, from the smallest, with the words before their numbers.
const PARTS: [(&str, &str); 9] = [
    ("item", "tiết"),
    ("point", "điểm"),
    ("clause", "khoản"),
    ("article", "Điều"),
    ("subsection", "Tiểu mục"),
    ("section", "Mục"),
    ("chapter", "Chương"),
    ("part", "Phần"),
    ("appendix", "Phụ lục"),
];

impl Fields {
    /// The keys and values of `fact`. Lists are joined by `, `.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// # use solieu::output::Fields;
    /// let extractor = Extractor::new();
    /// let fact = extractor.facts("1.490.000 đồng/người/tháng").next().unwrap();
    /// assert_eq!(Fields::of(&fact).get("per"), Some("người, tháng"));
    /// ```
    #[must_use]
    pub fn of(fact: &Fact<'_>) -> Self {
        let mut flat = Flat::default();
        // Facts are made of strings, whole numbers, words and lists of these: none is refused.
        let _ = walk(fact, &mut flat);
        Self { pairs: flat.pairs }
    }

    /// The value under `key`.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// # use solieu::output::Fields;
    /// let fact = Extractor::new().facts("giảm 264 vụ").next().unwrap();
    /// let fields = Fields::of(&fact);
    /// assert_eq!((fields.get("change"), fields.get("bound")), (Some("decrease"), None));
    /// ```
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// All keys with their values.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// # use solieu::output::Fields;
    /// let fact = Extractor::new().facts("nhận 272 đơn").next().unwrap();
    /// let fields = Fields::of(&fact);
    /// let keys: Vec<_> = fields.iter().map(|(key, _)| key).collect();
    /// assert_eq!(keys, ["start", "end", "text", "kind", "value", "unit"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The keys that say what the fact states: all but kind, text and place.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// # use solieu::output::Fields;
    /// let fact = Extractor::new().facts("nhận 272 đơn").next().unwrap();
    /// assert_eq!(Fields::of(&fact).stated().collect::<Vec<_>>(), [("value", "272"), ("unit", "đơn")]);
    /// ```
    pub fn stated(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter().filter(|(key, _)| !PLACE.contains(key))
    }

    /// The fact in one short line for people: its value with bound, direction and `per`, numbers with
    /// their thousands apart, and the other keys behind it.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// # use solieu::output::Fields;
    /// let fact = Extractor::new().facts("giảm 264 vụ so với cùng kỳ năm 2017").next().unwrap();
    /// assert_eq!(Fields::of(&fact).summary(), "↓ 264 vụ · vs. cùng kỳ năm 2017");
    /// ```
    #[must_use]
    pub fn summary(&self) -> String {
        let (mut line, told) = self.lead();
        for (key, value) in self.stated() {
            let expected = (key, value) == ("weekday_matches", "true");
            if told.contains(&key) || LEFT_TO_DETAILS.contains(&key) || expected {
                continue;
            }
            let separator = if line.is_empty() { "" } else { " · " };
            line.push_str(separator);
            match (key, value) {
                ("compared_to", base) => line.push_str(&format!("vs. {base}")),
                // What they are shows by itself.
                ("date" | "issuer" | "label" | "name" | "weekday", value) => line.push_str(value),
                ("weekday_matches", _) => line.push_str("weekday does not match"),
                (_, "true") => line.push_str(&key.replace('_', " ")),
                _ => line.push_str(&format!("{} {value}", key.replace('_', " "))),
            }
        }
        line
    }

    /// The value itself with bound, direction and `per`, and the keys that it tells.
    fn lead(&self) -> (String, Vec<&'static str>) {
        if let Some(range) = self.range() {
            let told = vec!["low", "high", "unit", "currency", "iso8601", "bound", "change", "per"];
            return (self.qualified(&range), told);
        }
        let path = self.path();
        if !path.is_empty() {
            return (path, PARTS.iter().map(|(key, _)| *key).collect());
        }
        let Some((lead, more)) = LEADING.iter().find(|(key, _)| self.get(key).is_some()) else {
            return (String::new(), Vec::new());
        };
        let mut told = vec![*lead, "bound", "change", "per"];
        told.extend(*more);
        (self.qualified(&self.lead_by(lead)), told)
    }

    /// `↓ about 5 %/năm`
    fn qualified(&self, value: &str) -> String {
        let arrow = match self.get("change") {
            Some("increase") => "↑",
            Some("decrease") => "↓",
            _ => "",
        };
        let told = self.get("value").or(self.get("iso8601")).is_some();
        let open = !told && (self.get("low").is_none() || self.get("high").is_none());
        let bound = self.get("bound").filter(|_| !open).unwrap_or_default().replace('_', " ");
        let per = self.get("per").map(|per| format!("/{}", per.replace(", ", "/"))).unwrap_or_default();
        join(&[arrow, &bound, &format!("{value}{per}")])
    }

    fn lead_by(&self, lead: &str) -> String {
        let get = |key| self.get(key).unwrap_or_default();
        match lead {
            "value" if !get("iso8601").is_empty() => get("iso8601").to_owned(),
            "value" => join(&[&grouped(get("value")), self.unit()]),
            "iso" => join(&[get("iso"), get("time")]),
            "numerator" => {
                join(&[&format!("{} / {}", grouped(get("numerator")), grouped(get("denominator"))), get("unit")])
            }
            "rrule" => get("rrule").to_owned(),
            "every" if get("times").is_empty() => get("every").to_owned(),
            "every" => format!("{} × {}", get("times"), get("every")),
            "canonical" => join(&[get("type"), get("canonical")]),
            "name" => join(&[get("type"), get("name"), get("year")]),
            key => get(key).to_owned(),
        }
    }

    /// `7.5 – 8 %`, `≥ 18 tuổi`.
    fn range(&self) -> Option<String> {
        let number = match (self.get("low"), self.get("high")) {
            (Some(low), Some(high)) => format!("{} – {}", grouped(low), grouped(high)),
            (Some(low), None) => format!("≥ {}", grouped(low)),
            (None, Some(high)) => format!("≤ {}", grouped(high)),
            (None, None) => return None,
        };
        Some(join(&[&number, self.unit()]))
    }

    /// `điểm a khoản 2 Điều 5`
    fn path(&self) -> String {
        let named = PARTS.iter().filter_map(|(key, name)| self.get(key).map(|value| format!("{name} {value}")));
        named.collect::<Vec<_>>().join(" ")
    }

    fn unit(&self) -> &str {
        match self.get("currency").or_else(|| self.get("unit")).unwrap_or_default() {
            "percent" => "%",
            "percentage_point" => "pp",
            "permille" => "‰",
            unit => unit,
        }
    }
}

fn join(parts: &[&str]) -> String {
    let full: Vec<_> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    full.join(" ")
}

/// A plain decimal with blanks between its thousands: `1 500 000`, `0.125`.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::with_capacity(number.len() + digits / 3);
    for (at, character) in whole.trim_start_matches('-').chars().enumerate() {
        // Four digits stay together: 2018, 5873.
        if at > 0 && (digits - at).is_multiple_of(3) && digits > 4 {
            out.push('\u{a0}');
        }
        out.push(character);
    }
    let sign = if whole.starts_with('-') { "-" } else { "" };
    match fraction {
        Some(fraction) => format!("{sign}{out}.{fraction}"),
        None => format!("{sign}{out}"),
    }
}

#[derive(Default)]
struct Flat {
    pairs: Vec<(String, String)>,
    depth: usize,
    fresh: bool,
}

impl Flat {
    fn add(&mut self, value: &str) {
        if let Some((_, text)) = self.pairs.last_mut() {
            if !self.fresh {
                text.push_str(", ");
            }
            text.push_str(value);
            self.fresh = false;
        }
    }
}

impl Sink for Flat {
    fn key(&mut self, key: &str) {
        // Keys of maps further inside are told by the key that leads to them.
        if self.depth == 1 {
            self.pairs.push((key.to_owned(), String::new()));
            self.fresh = true;
        }
    }

    fn text(&mut self, text: &str) {
        self.add(text);
    }

    fn number(&mut self, number: i128) {
        self.add(&number.to_string());
    }

    fn word(&mut self, word: &'static str) {
        self.add(word);
    }

    fn open(&mut self, _: char) {
        self.depth += 1;
    }

    fn close(&mut self, _: char) {
        self.depth -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_thousands() {
        for (plain, apart) in [
            ("7", "7"),
            ("5873", "5873"),
            ("10626", "10 626"),
            ("-1500000.25", "-1 500 000.25"),
            ("0.12345", "0.12345"),
        ] {
            assert_eq!(grouped(plain).replace('\u{a0}', " "), apart);
        }
    }
}
