//! A place in a document as a value.

use std::borrow::Cow;
use std::fmt;

use super::level::Level;

/// A place in a document: `điểm a khoản 2 Điều 5`.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let text = "Theo điểm b, đ, e khoản 1 Điều 6 và Điều 8 đến Điều 10 của Luật, hộ nghèo được miễn phí.";
/// let provisions: Vec<_> = Extractor::new().facts(text).collect();
/// let FactValue::Provision(first) = provisions[0].value() else { panic!() };
/// assert_eq!(first.point().unwrap().items().collect::<Vec<_>>(), ["b", "đ", "e"]);
/// assert_eq!(first.clause().unwrap().single(), Some("1"));
/// assert_eq!(first.article().unwrap().single(), Some("6"));
/// let FactValue::Provision(second) = provisions[1].value() else { panic!() };
/// assert_eq!(second.article().unwrap().expanded(), ["8", "9", "10"]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Provision<'t> {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    item: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    point: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    clause: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    article: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    subsection: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    section: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    chapter: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    part: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    appendix: Option<Places<'t>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    document: Option<usize>,
}

impl<'t> Provision<'t> {
    /// `tiết`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("theo tiết b điểm a khoản 2 Điều 5").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.item().unwrap().single(), Some("b"));
    /// ```
    #[must_use]
    pub const fn item(&self) -> Option<&Places<'t>> {
        self.item.as_ref()
    }

    /// `điểm`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("điểm đ khoản 1 Điều 6").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.point().unwrap().single(), Some("đ"));
    /// ```
    #[must_use]
    pub const fn point(&self) -> Option<&Places<'t>> {
        self.point.as_ref()
    }

    /// `khoản`; `this` for `khoản này`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("các khoản 1, 3 và 5 Điều 12").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.clause().unwrap().items().collect::<Vec<_>>(), ["1", "3", "5"]);
    /// ```
    #[must_use]
    pub const fn clause(&self) -> Option<&Places<'t>> {
        self.clause.as_ref()
    }

    /// `Điều`; also where it stands only at the end of a chain: both `điểm b khoản 2` and `điểm d
    /// khoản 3 Điều 6` are of article 6 where one follows the other. `this` for `Điều này`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("điểm b khoản 2, điểm d khoản 3 Điều 6").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(fact.text(), "điểm b khoản 2");
    /// assert_eq!(provision.article().unwrap().single(), Some("6"));
    /// ```
    #[must_use]
    pub const fn article(&self) -> Option<&Places<'t>> {
        self.article.as_ref()
    }

    /// `Tiểu mục`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Tiểu mục 2 Mục 1 Chương III").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.subsection().unwrap().single(), Some("2"));
    /// ```
    #[must_use]
    pub const fn subsection(&self) -> Option<&Places<'t>> {
        self.subsection.as_ref()
    }

    /// `Mục`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Điều 12 Mục 2 Chương III").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.section().unwrap().single(), Some("2"));
    /// ```
    #[must_use]
    pub const fn section(&self) -> Option<&Places<'t>> {
        self.section.as_ref()
    }

    /// `Chương`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Điều 12 Mục 2 Chương III").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.chapter().unwrap().single(), Some("III"));
    /// ```
    #[must_use]
    pub const fn chapter(&self) -> Option<&Places<'t>> {
        self.chapter.as_ref()
    }

    /// `Phần`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Mục 1 Phần I của Quy chế").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.part().unwrap().single(), Some("I"));
    /// ```
    #[must_use]
    pub const fn part(&self) -> Option<&Places<'t>> {
        self.part.as_ref()
    }

    /// `Phụ lục`
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("theo Phụ lục II").next().unwrap();
    /// let FactValue::Provision(provision) = fact.value() else { panic!() };
    /// assert_eq!(provision.appendix().unwrap().single(), Some("II"));
    /// ```
    #[must_use]
    pub const fn appendix(&self) -> Option<&Places<'t>> {
        self.appendix.as_ref()
    }

    /// The index of the document it belongs to among the facts of [`crate::Document`].
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let document = Extractor::new().document("khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP");
    /// let FactValue::Provision(provision) = document.facts()[0].value() else { panic!() };
    /// assert_eq!(provision.document(), Some(1));
    /// assert_eq!(document.facts()[1].text(), "Nghị định số 15/2020/NĐ-CP");
    /// ```
    #[must_use]
    pub const fn document(&self) -> Option<usize> {
        self.document
    }

    pub(crate) const fn set_document(&mut self, index: usize) {
        self.document = Some(index);
    }

    pub(super) const fn level(&self, level: Level) -> &Option<Places<'t>> {
        match level {
            Level::Item => &self.item,
            Level::Point => &self.point,
            Level::Clause => &self.clause,
            Level::Article => &self.article,
            Level::Subsection => &self.subsection,
            Level::Section => &self.section,
            Level::Chapter => &self.chapter,
            Level::Part => &self.part,
            Level::Appendix => &self.appendix,
        }
    }

    pub(super) const fn level_mut(&mut self, level: Level) -> &mut Option<Places<'t>> {
        match level {
            Level::Item => &mut self.item,
            Level::Point => &mut self.point,
            Level::Clause => &mut self.clause,
            Level::Article => &mut self.article,
            Level::Subsection => &mut self.subsection,
            Level::Section => &mut self.section,
            Level::Chapter => &mut self.chapter,
            Level::Part => &mut self.part,
            Level::Appendix => &mut self.appendix,
        }
    }

    pub(crate) fn into_owned(self) -> Provision<'static> {
        let own = |places: Option<Places<'t>>| places.map(Places::into_owned);
        Provision {
            item: own(self.item),
            point: own(self.point),
            clause: own(self.clause),
            article: own(self.article),
            subsection: own(self.subsection),
            section: own(self.section),
            chapter: own(self.chapter),
            part: own(self.part),
            appendix: own(self.appendix),
            document: self.document,
        }
    }
}

/// `điểm a khoản 2 Điều 5`
impl fmt::Display for Provision<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = Level::ALL.iter().filter_map(|&level| self.level(level).as_ref().map(|places| (level, places)));
        for (at, (level, places)) in parts.enumerate() {
            let blank = if at == 0 { "" } else { " " };
            write!(f, "{blank}{} {places}", level.name())?;
        }
        Ok(())
    }
}

/// One place on a level, several, or a range: `2`, `b, đ, e`, `5..9`.
///
/// ```
/// use solieu::{Extractor, FactValue, Places};
///
/// let fact = Extractor::new().facts("các điểm b, đ khoản 5 đến khoản 9 Điều 3").next().unwrap();
/// let FactValue::Provision(provision) = fact.value() else { panic!() };
/// assert_eq!(provision.point(), Some(&Places::Several(vec!["b".into(), "đ".into()])));
/// assert_eq!(provision.clause(), Some(&Places::One("5..9".into())));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(untagged))]
pub enum Places<'t> {
    /// One; a range is written `5..9`.
    One(Cow<'t, str>),
    /// Several, each alone or a range.
    Several(Vec<Cow<'t, str>>),
}

/// The letters of points in their order: there is a đ, and no f, j, w, z.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

impl<'t> Places<'t> {
    /// Another place behind the last.
    pub(super) fn push(&mut self, item: &'t str) {
        match self {
            Self::One(first) => *self = Self::Several(vec![std::mem::take(first), Cow::Borrowed(item)]),
            Self::Several(items) => items.push(Cow::Borrowed(item)),
        }
    }

    /// Makes the last place a range up to another.
    pub(super) fn range_to(&mut self, item: &str) {
        let last = match self {
            Self::One(item) => Some(item),
            Self::Several(items) => items.last_mut(),
        };
        if let Some(last) = last {
            *last = Cow::Owned(format!("{last}..{item}"));
        }
    }

    pub(super) const fn count(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Several(items) => items.len(),
        }
    }

    pub(super) fn ends_in_range(&self) -> bool {
        self.items().last().is_some_and(is_range)
    }

    /// Each of them as written, ranges as `5..9`.
    ///
    /// ```
    /// # use solieu::Places;
    /// let places = Places::Several(vec!["1".into(), "5..9".into()]);
    /// assert_eq!(places.items().collect::<Vec<_>>(), ["1", "5..9"]);
    /// assert_eq!(places.to_string(), "1, 5 đến 9");
    /// ```
    pub fn items(&self) -> impl Iterator<Item = &str> {
        let items = match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Several(items) => items,
        };
        items.iter().map(|item| &**item)
    }

    /// The only one, where it is one and no range.
    ///
    /// ```
    /// # use solieu::Places;
    /// assert_eq!(Places::One("đ".into()).single(), Some("đ"));
    /// assert_eq!(Places::One("5..9".into()).single(), None);
    /// ```
    #[must_use]
    pub fn single(&self) -> Option<&str> {
        match self {
            Self::One(item) if !is_range(item) => Some(item),
            _ => None,
        }
    }

    /// Each of them, ranges of numbers and of letters counted out: `c..g` is c, d, đ, e, g.
    ///
    /// ```
    /// # use solieu::Places;
    /// assert_eq!(Places::One("c..g".into()).expanded(), ["c", "d", "đ", "e", "g"]);
    /// assert_eq!(Places::Several(vec!["1".into(), "5..7".into()]).expanded(), ["1", "5", "6", "7"]);
    /// ```
    #[must_use]
    pub fn expanded(&self) -> Vec<String> {
        const MOST: u32 = 500;
        let mut all = Vec::new();
        for item in self.items() {
            let range = item.split_once("..").and_then(|(first, last)| {
                let place = |item: &str| LETTERS.chars().position(|letter| item.chars().eq([letter]));
                if let (Some(first), Some(last)) = (place(first), place(last)) {
                    let letters = LETTERS.chars().skip(first).take((last + 1).saturating_sub(first));
                    return Some(letters.map(String::from).collect::<Vec<_>>());
                }
                let (first, last) = (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
                (last.saturating_sub(first) < MOST).then(|| (first..=last).map(|number| number.to_string()).collect())
            });
            match range {
                Some(range) => all.extend(range),
                None => all.push(item.to_owned()),
            }
        }
        all
    }

    fn into_owned(self) -> Places<'static> {
        match self {
            Self::One(item) => Places::One(Cow::Owned(item.into_owned())),
            Self::Several(items) => {
                Places::Several(items.into_iter().map(|item| Cow::Owned(item.into_owned())).collect())
            }
        }
    }
}

/// `5..9`
fn is_range(item: &str) -> bool {
    item.as_bytes().windows(2).any(|pair| pair == b"..")
}

impl fmt::Display for Places<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, item) in self.items().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{}", item.replace("..", " đến "))?;
        }
        Ok(())
    }
}
