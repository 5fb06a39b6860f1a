//! The symbol of a document: which of its groups is the type, which are issuers, which are units.
//!
//! ```text
//! symbol := group (separator group)*
//! group  := TYPE | ISSUER [term] | UNIT | "PH" | CASE STAGE
//! ```
//!
//! Groups are checked against `document_marks.tsv` and `issuers.tsv`, or composed of known parts
//! (`BTC` + `TU`, `VP` + `UBND`). What a group may mean is settled in [`Symbol::read`], which knows
//! the words before the number: `CT` is a type in `Chỉ thị số 01/CT-BQP`, a body in `Quyết định số
//! 327-CT`.

use crate::lexicon::{DOCUMENT_MARKS, ISSUERS, SYMBOL_PARTS, column_of, fold, symbol};

/// A group as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'t> {
    pub(super) text: &'t str,
    /// The separator before it: `/`, `-`, `.`, or a blank where there is none.
    pub(super) separator: char,
}

/// A row of `document_marks.tsv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark(&'static [&'static str]);

impl Mark {
    fn of(text: &str) -> Option<Self> {
        symbol(DOCUMENT_MARKS, text).map(Self)
    }

    /// In its standard spelling.
    pub(super) fn spelling(self) -> &'static str {
        column_of(self.0, 0)
    }

    /// Whether it may stand for this type.
    fn stands_for(self, kind: &str) -> bool {
        column_of(self.0, 1).split('|').any(|other| other == kind)
    }

    /// The type that it stands for in a number of such an issuer.
    pub(super) fn kind(self, family: Option<Family>) -> &'static str {
        let special = family.and_then(|family| {
            let mut pairs = column_of(self.0, 2).split('|').filter_map(|pair| pair.split_once(':'));
            pairs.find(|(name, _)| Family::named(name) == Some(family))
        });
        special.map_or_else(|| column_of(self.0, 1).split('|').next().unwrap_or_default(), |(_, kind)| kind)
    }

    /// Whether all bodies behind it are issuers: joint documents have the `liên tịch` or `phối hợp`
    /// in their mark.
    fn is_joint(self) -> bool {
        let mark = self.spelling();
        ["LT", "LB", "LN", "PH"].iter().any(|end| mark.ends_with(end))
    }

    /// Whether the groups behind it name the kind of case and no body: `QĐST-DS`, `TLST-LĐ`.
    fn is_of_a_case(self) -> bool {
        let mark = self.spelling();
        let of_court = ["QĐ", "TL"].iter().any(|start| mark.starts_with(start));
        of_court && ["ST", "PT", "XX"].iter().any(|end| mark.ends_with(end))
    }
}

/// To which family a body belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    State,
    /// Under a ministry: behind another body it is a unit.
    Agency,
    Party,
    Mass,
    Court,
    Procuracy,
    /// Never an issuer beside another.
    Unit,
    /// Names a matter, no body: `XPVPHC`.
    Matter,
}

impl Family {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "state" => Self::State,
            "agency" => Self::Agency,
            "party" => Self::Party,
            "mass" => Self::Mass,
            "court" => Self::Court,
            "procuracy" => Self::Procuracy,
            "unit" => Self::Unit,
            "matter" => Self::Matter,
            _ => return None,
        })
    }
}

/// A body as its symbol names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body<'t> {
    /// In its standard spelling.
    pub(super) spelling: &'t str,
    pub(super) family: Family,
    /// Bytes of the group that are the symbol; the rest is a footnote mark.
    len: usize,
    /// Bytes of the symbol without the term of the National Assembly.
    code: usize,
}

impl<'t> Body<'t> {
    /// `UBND`, `BTCTU`, `QH14`, `C06`.
    fn of(text: &'t str) -> Option<Self> {
        let whole = text.len();
        if let Some(row) = symbol(ISSUERS, text) {
            return Some(Self::row(row, text, whole));
        }
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = whole - letters.len();
        if digits > 0 && digits < 3 {
            let row = symbol(ISSUERS, letters)?;
            let term = column_of(row, 2) == "term";
            let body = Self::row(row, letters, if term { whole } else { letters.len() });
            return Some(body);
        }
        Self::composed(text)
    }

    fn row(row: &'static [&'static str], text: &'t str, len: usize) -> Self {
        let standard = column_of(row, 0);
        // `BNNPTNT` and `BNN&PTNT` share a key, and both are right.
        let same_letters = standard.contains('&') == text.contains('&');
        let spelling = if same_letters { standard } else { text };
        let family = Family::named(column_of(row, 1)).unwrap_or(Family::State);
        Self { spelling, family, len, code: text.len() }
    }

    /// `BTC` + `TU`, `VP` + `UBND`.
    fn composed(text: &'t str) -> Option<Self> {
        let body = |family| Some(Self { spelling: text, family, len: text.len(), code: text.len() });
        for at in splits(text) {
            let (first, last) = text.split_at(at);
            let part = |text, side| symbol(SYMBOL_PARTS, text).is_some_and(|row| column_of(row, 1) == side);
            if part(last, "level") && symbol(ISSUERS, first).is_some() {
                return body(Family::Party);
            }
            if part(first, "body") && symbol(ISSUERS, last).is_some() {
                return body(Family::State);
            }
        }
        None
    }
}

/// Where a symbol of letters can be cut in two.
fn splits(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).skip(1)
}

/// What a group turned out to be.
#[derive(Clone, Copy, Debug)]
enum Role<'t> {
    Type(Mark),
    Issuer(Body<'t>),
    /// A body that stands in no table.
    Unknown(&'t str),
    Unit(&'t str),
    /// `PH`, or the kind of a case.
    Sign(&'t str),
}

impl Role<'_> {
    fn spelling(&self) -> &str {
        match self {
            Self::Type(mark) => mark.spelling(),
            Self::Issuer(body) => body.spelling,
            Self::Unknown(text) | Self::Unit(text) | Self::Sign(text) => text,
        }
    }
}

/// A symbol that has been understood.
#[derive(Debug)]
pub(super) struct Symbol<'t> {
    parts: Vec<(char, Role<'t>)>,
    /// `DS-PT` of a judgment.
    case: Option<(&'t str, &'t str)>,
    /// The term of the National Assembly.
    pub(super) term: Option<&'t str>,
    /// How many bytes at the end of the last group are a footnote mark.
    pub(super) footnote: usize,
}

const CASES: &[&str] = &["HS", "DS", "HNGD", "KDTM", "LD", "HC"];
const STAGES: &[(&str, &str)] =
    &[("ST", "Bản án"), ("PT", "Bản án"), ("GDT", "Quyết định giám đốc thẩm"), ("TT", "Quyết định tái thẩm")];

fn has_key(text: &str, key: &str) -> bool {
    fold::symbol_key(text).eq(key.bytes())
}

impl<'t> Symbol<'t> {
    /// Settles what each group is. `kind` is the type that the words before the number name.
    pub(super) fn read(groups: &[Group<'t>], kind: Option<&str>) -> Option<Self> {
        groups.first()?;
        let mut symbol = Self { parts: Vec::new(), case: None, term: None, footnote: 0 };
        if let [case, stage] = groups
            && CASES.iter().any(|key| has_key(case.text, key))
            && STAGES.iter().any(|(key, _)| has_key(stage.text, key))
        {
            symbol.case = Some((case.text, stage.text));
            symbol.parts = groups.iter().map(|group| (group.separator, Role::Sign(group.text))).collect();
            return Some(symbol);
        }
        for group in groups {
            symbol.add(*group, kind);
        }
        symbol.settle();
        Some(symbol)
    }

    fn add(&mut self, group: Group<'t>, kind: Option<&str>) {
        let text = group.text;
        let body = Body::of(text);
        if self.mark().is_none() {
            let wanted = |mark: &Mark| match kind {
                // A mark that the words contradict is a body, where it can be one.
                Some(kind) => mark.stands_for(kind) || body.is_none(),
                None => self.parts.is_empty() || body.is_none(),
            };
            if let Some(mark) = Mark::of(text).filter(wanted) {
                self.footnote = 0;
                return self.parts.push((group.separator, Role::Type(mark)));
            }
            if self.parts.is_empty()
                && body.is_none_or(|body| body.spelling.len() != text.len() || Mark::of(text).is_none())
                && symbol(ISSUERS, text).is_none()
                && let Some((mark, rest)) = run_together(text, kind)
            {
                self.parts.push((group.separator, Role::Type(mark)));
                return self.add(Group { text: rest, separator: ' ' }, kind);
            }
        }
        let role = match body {
            _ if has_key(text, "PH") => Role::Sign(text),
            _ if self.mark().is_some_and(Mark::is_of_a_case) => Role::Sign(text),
            Some(body) if body.family == Family::Matter => Role::Sign(body.spelling),
            Some(body) => {
                if body.code < body.len {
                    self.term = text.get(body.code..body.len);
                }
                self.footnote = text.len() - body.len;
                return self.parts.push((group.separator, Role::Issuer(body)));
            }
            None => Role::Unknown(text),
        };
        self.footnote = 0;
        self.parts.push((group.separator, role));
    }

    /// Tells the units behind the issuers from the issuers.
    fn settle(&mut self) {
        let signed = self.parts.iter().any(|(_, role)| matches!(role, Role::Sign(text) if has_key(text, "PH")));
        let joint = signed || self.mark().is_some_and(Mark::is_joint);
        let family = self.family();
        let marked = self.mark().is_some();
        let is_body = |role: &Role<'_>| matches!(role, Role::Issuer(body) if body.family != Family::Unit);
        let any_body = self.parts.iter().any(|(_, role)| is_body(role));
        let mut has_issuer = false;
        for (_, role) in &mut self.parts {
            let issuer = match role {
                Role::Issuer(body) if !has_issuer => body.family != Family::Unit || !any_body,
                Role::Issuer(body) if joint => body.family != Family::Unit,
                // `ĐĐ` is a party group, and the dikes of `CĐ-BNN-ĐĐ`.
                Role::Issuer(body) if Some(body.family) != family && body.spelling.chars().count() < 3 => false,
                Role::Issuer(body) => marked && !matches!(body.family, Family::Unit | Family::Agency),
                Role::Unknown(_) => joint || !has_issuer && !any_body,
                _ => continue,
            };
            has_issuer |= issuer;
            if !issuer {
                let text = match *role {
                    Role::Issuer(body) => body.spelling,
                    Role::Unknown(text) => text,
                    _ => continue,
                };
                *role = Role::Unit(text);
            }
        }
    }

    /// The mark of the type.
    pub(super) fn mark(&self) -> Option<Mark> {
        self.parts.iter().find_map(|(_, role)| if let Role::Type(mark) = role { Some(*mark) } else { None })
    }

    /// The mark as it is cited: `QĐ`, `DS-PT`.
    pub(super) fn type_code(&self) -> Option<String> {
        match self.case {
            Some((case, stage)) => Some(format!("{case}-{stage}").to_uppercase()),
            None => self.mark().map(|mark| mark.spelling().to_owned()),
        }
    }

    /// The type, as far as the symbol tells.
    pub(super) fn kind(&self) -> Option<&'static str> {
        match self.case {
            Some((_, stage)) => STAGES.iter().find(|(key, _)| has_key(stage, key)).map(|&(_, kind)| kind),
            None => self.mark().map(|mark| mark.kind(self.family())),
        }
    }

    fn bodies(&self) -> impl Iterator<Item = Body<'t>> {
        self.parts.iter().filter_map(|(_, role)| if let Role::Issuer(body) = role { Some(*body) } else { None })
    }

    /// The family of the first issuer.
    pub(super) fn family(&self) -> Option<Family> {
        self.bodies().next().map(|body| body.family)
    }

    /// The symbols of the issuers.
    pub(super) fn issuers(&self) -> Vec<&str> {
        let code = |role: &Role<'t>| matches!(role, Role::Issuer(_) | Role::Unknown(_));
        self.parts.iter().filter(|(_, role)| code(role)).map(|(_, role)| role.spelling()).collect()
    }

    /// Whether an issuer stands in the table.
    pub(super) fn has_known_issuer(&self) -> bool {
        self.bodies().next().is_some()
    }

    /// Whether it is of the National Assembly, whose numbers bear no type.
    pub(super) fn is_of_assembly(&self) -> bool {
        self.term.is_some() && self.mark().is_none()
    }

    /// Whether it is that of a court, though no court is named: `TLST-HS`, `AL`.
    pub(super) fn is_of_court(&self) -> bool {
        self.mark().is_some_and(|mark| mark.is_of_a_case() || mark.spelling() == "AL")
    }

    /// Whether it is that of a judgment.
    pub(super) const fn is_case(&self) -> bool {
        self.case.is_some()
    }

    /// The symbol with its separators and letters repaired.
    ///
    /// The State writes `N/TYPE-ISSUER`, the Party `N-TYPE/ISSUER`; where a separator is missing or
    /// both are alike, the issuer tells which form is meant. `first` stands before the symbol.
    pub(super) fn canonical(&self, with_year: bool, out: &mut String) {
        let party = matches!(self.family(), Some(Family::Party)) && !with_year;
        let given = |at: usize| self.parts.get(at).map(|&(separator, _)| separator);
        let clean = |separator| if separator == '.' { '-' } else { separator };
        let (first, second) = (given(0).map(clean), given(1).map(clean));
        let typed = self.parts.first().is_some_and(|(_, role)| matches!(role, Role::Type(_)));
        let (first, second) = match (first, second) {
            (_, Some('-')) if with_year => ('/', '-'),
            (Some(_), Some(' ')) if with_year => ('/', '-'),
            (Some(_), Some(second)) if with_year => ('/', second),
            (Some(_), None) if with_year => ('/', ' '),
            (Some('-'), Some('-')) if typed && party => ('-', '/'),
            (Some('-'), Some('-')) if typed => ('/', '-'),
            (Some(' '), Some('/')) => ('-', '/'),
            (Some(' '), Some('-')) => ('/', '-'),
            (Some(' '), Some(_)) => if party { ('-', '/') } else { ('/', '-') },
            (Some('-'), Some(' ')) => ('-', '/'),
            (Some(first), Some(' ')) => (first, '-'),
            (Some(' '), None) => if party { ('-', ' ') } else { ('/', ' ') },
            (first, second) => (first.unwrap_or('/'), second.unwrap_or('-')),
        };
        for (at, (separator, role)) in self.parts.iter().enumerate() {
            out.push(match at {
                0 => first,
                1 => second,
                _ if matches!(separator, ' ' | '.') => '-',
                _ => *separator,
            });
            match role {
                Role::Sign(text) => out.push_str(&text.to_uppercase()),
                _ => out.push_str(role.spelling()),
            }
            if let (Role::Issuer(body), Some(term)) = (role, self.term)
                && body.code < body.len
            {
                out.push_str(term);
            }
        }
    }

    /// Whether any group stands in a table.
    pub(super) fn is_known(&self) -> bool {
        self.is_case() || self.mark().is_some() || self.has_known_issuer()
    }
}

/// `QĐUBND` is a type and an issuer run together.
fn run_together<'t>(text: &'t str, kind: Option<&str>) -> Option<(Mark, &'t str)> {
    splits(text).filter_map(|at| {
        let (first, rest) = text.split_at(at);
        let mark = Mark::of(first).filter(|mark| kind.is_none_or(|kind| mark.stands_for(kind)))?;
        Body::of(rest).filter(|body| body.family != Family::Unit).map(|_| (mark, rest))
    }).last()
}

/// Whether the group alone stands in a table.
pub(super) fn is_known(text: &str) -> bool {
    Mark::of(text).is_some()
        || Body::of(text).is_some()
        || ["PH", "ST", "PT", "GDT", "LDST", "TLST"].iter().any(|key| has_key(text, key))
        || CASES.iter().any(|key| has_key(text, key))
        || run_together(text, None).is_some()
}
