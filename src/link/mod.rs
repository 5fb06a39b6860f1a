//! What belongs together in a text: one pass over its finished facts.

pub(crate) mod citation;

use std::fmt;

use crate::Span;
use crate::facts::Fact;

/// The facts of a text and what belongs together among them.
///
/// ```
/// use solieu::{Extractor, Relation};
///
/// let text = "Theo khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP thay thế Nghị định số 174/2013/NĐ-CP. \
///             Nghị định 15 có hiệu lực từ lâu.";
/// let document = Extractor::new().document(text);
/// let links: Vec<_> = document.links().iter().map(|link| {
///     let text = |index: usize| document.facts()[index].text().to_owned();
///     (text(link.from), link.relation, text(link.to))
/// }).collect();
/// assert_eq!(links[0], ("khoản 2 Điều 5".into(), Relation::PartOf, "Nghị định số 15/2020/NĐ-CP".into()));
/// assert_eq!(links[1].1, Relation::Replaces);
/// assert_eq!(links[2], ("Nghị định 15".into(), Relation::SameAs, "Nghị định số 15/2020/NĐ-CP".into()));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Document<'t> {
    facts: Vec<Fact<'t>>,
    links: Vec<Link>,
    mentions: Vec<Mention>,
}

impl<'t> Document<'t> {
    pub(crate) const fn new(facts: Vec<Fact<'t>>, links: Vec<Link>, mentions: Vec<Mention>) -> Self {
        Self { facts, links, mentions }
    }

    /// The facts in their order; provisions know the index of their document.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let document = Extractor::new().document("khoản 2 Điều 5 Luật Đất đai năm 2013");
    /// let FactValue::Provision(provision) = document.facts()[0].value() else { panic!() };
    /// assert_eq!(provision.document(), Some(1));
    /// ```
    #[must_use]
    pub fn facts(&self) -> &[Fact<'t>] {
        &self.facts
    }

    /// The facts alone.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// let facts = Extractor::new().document("khoản 2 Điều 5 Luật Đất đai năm 2013").into_facts();
    /// assert_eq!(facts[1].text(), "Luật Đất đai năm 2013");
    /// ```
    #[must_use]
    pub fn into_facts(self) -> Vec<Fact<'t>> {
        self.facts
    }

    /// What belongs together, by the index of the later or acting fact.
    ///
    /// ```
    /// # use solieu::{Extractor, Link, Relation};
    /// let document = Extractor::new().document("Theo khoản 2 Điều 5 Luật Đất đai năm 2013.");
    /// assert_eq!(document.links(), [Link { from: 0, relation: Relation::PartOf, to: 1 }]);
    /// ```
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Words that name a document without being a fact: `Nghị định này`, an alias.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// let text = "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ; theo Nghị định này, văn bản được số hóa.";
    /// let document = Extractor::new().document(text);
    /// let mention = document.mentions()[0];
    /// assert_eq!(&text[mention.span.range()], "Nghị định này");
    /// assert_eq!(document.facts()[mention.to].text(), "Nghị định số 30/2020/NĐ-CP");
    /// ```
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }
}

/// What one fact is to another.
///
/// ```
/// use solieu::{Extractor, Relation};
///
/// let text = "Nghị định số 15/2020/NĐ-CP bãi bỏ Nghị định số 174/2013/NĐ-CP.";
/// let document = Extractor::new().document(text);
/// assert_eq!(document.links()[0].relation, Relation::Repeals);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Relation {
    /// A provision of a document.
    PartOf,
    /// The same document, mentioned before.
    SameAs,
    /// `sửa đổi, bổ sung`
    Amends,
    /// `thay thế`
    Replaces,
    /// `bãi bỏ`
    Repeals,
    /// `ban hành kèm theo`
    AttachedTo,
}

impl Relation {
    /// Its name, as JSON has it: `part_of`.
    ///
    /// ```
    /// assert_eq!(solieu::Relation::SameAs.name(), "same_as");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part_of",
            Self::SameAs => "same_as",
            Self::Amends => "amends",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::AttachedTo => "attached_to",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "amends" => Self::Amends,
            "replaces" => Self::Replaces,
            "repeals" => Self::Repeals,
            "attached" => Self::AttachedTo,
            _ => return None,
        })
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Two facts that belong together, by their indexes.
///
/// ```
/// use solieu::Extractor;
///
/// let text = "Nghị định số 15/2020/NĐ-CP thay thế Nghị định số 174/2013/NĐ-CP.";
/// let document = Extractor::new().document(text);
/// let link = document.links()[0];
/// assert_eq!(document.facts()[link.from].text(), "Nghị định số 15/2020/NĐ-CP");
/// assert_eq!(link.relation.name(), "replaces");
/// assert_eq!(document.facts()[link.to].text(), "Nghị định số 174/2013/NĐ-CP");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// The one that is something to the other.
    pub from: usize,
    /// What it is.
    pub relation: Relation,
    /// The other.
    pub to: usize,
}

/// Words that name a document found elsewhere in the text.
///
/// ```
/// use solieu::{Extractor, Mention, Span};
///
/// let text = "Luật Đất đai năm 2013 có hiệu lực. Luật này quy định chế độ sử dụng đất.";
/// let document = Extractor::new().document(text);
/// let span = Span::new(47, 58);
/// assert_eq!(document.mentions(), [Mention { span, to: 0 }]);
/// assert_eq!(&text[span.range()], "Luật này");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// Where they stand.
    pub span: Span,
    /// The index of the document.
    pub to: usize,
}
