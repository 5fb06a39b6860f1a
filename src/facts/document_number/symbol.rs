//! The symbol of a document: which of its groups is the type, which are issuers, which are units.
//!
//! ```text
//! symbol := group (separator group)*
//! group  := TYPE | ISSUER [term] | UNIT | "PH" | CASE STAGE
//! ```
//!
//! What a group alone may be stands in `group.rs`. Which of it a group is settles [`Symbol::read`],
//! which knows the words before the number: `CT` is a type in `Chỉ thị số 01/CT-BQP`, a body in `Quyết định số
//! 327-CT`.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::group::{self, Body, Family, Mark, is_joint_sign};

/// A group as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'t> {
    pub(super) text: &'t str,
    /// The separator before it: `/`, `-`, `.`, or a blank where there is none.
    pub(super) separator: char,
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

impl<'t> Role<'t> {
    /// In capitals where it is written without any: `qđ-đuktw`.
    fn spelling(&self) -> Cow<'t, str> {
        let text = match *self {
            Self::Type(mark) => mark.spelling(),
            Self::Issuer(body) => body.spelling,
            Self::Unknown(text) | Self::Unit(text) => text,
            Self::Sign(text) => return Cow::Owned(text.to_uppercase()),
        };
        if text.chars().any(char::is_uppercase) { Cow::Borrowed(text) } else { Cow::Owned(text.to_uppercase()) }
    }
}

/// `1141-TC/QĐ/CĐKT`: the type that the second group of three tells for sure, where the first may be a body too.
fn named_behind(groups: &[Group<'_>]) -> Option<&'static str> {
    let [first, second, _, ..] = groups else { return None };
    let mark = Mark::of(second.text).filter(|_| Body::of(second.text).is_none())?;
    (Mark::of(first.text).is_some() && Body::of(first.text).is_some()).then(|| mark.kind(None))
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

impl<'t> Symbol<'t> {
    /// Settles what each group is. `kind` is the type that the words before the number name.
    pub(super) fn read(groups: &[Group<'t>], kind: Option<&str>) -> Option<Self> {
        groups.first()?;
        let kind = kind.or_else(|| named_behind(groups));
        let mut symbol = Self { parts: Vec::with_capacity(groups.len()), case: None, term: None, footnote: 0 };
        if let [case, stage] = groups
            && group::judgment(stage.text).is_some()
            && group::is_case(case.text)
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
        // Of a type nobody asks.
        let body = LazyCell::new(|| Body::of(text));
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
                && let Some((mark, rest)) = group::run_together(text, kind)
            {
                self.parts.push((group.separator, Role::Type(mark)));
                return self.add(Group { text: rest, separator: ' ' }, kind);
            }
        }
        let role = match *body {
            _ if is_joint_sign(text) => Role::Sign(text),
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
        let signed = self.parts.iter().any(|(_, role)| matches!(role, Role::Sign(text) if is_joint_sign(text)));
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
                // `ĐĐ` is a party group, and the dikes of `CĐ-BNN-ĐĐ`; `TTr` an inspectorate, and that of
                // `BC-UBND-TTr`.
                Role::Issuer(body) if body.spelling.chars().count() < 4 => false,
                Role::Issuer(body) if Some(body.family) != family && family == Some(Family::State) => false,
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
    pub(super) fn type_code(&self) -> Option<Cow<'static, str>> {
        match self.case {
            Some((case, stage)) => Some(Cow::Owned(format!("{case}-{stage}").to_uppercase())),
            None => self.mark().map(|mark| Cow::Borrowed(mark.spelling())),
        }
    }

    /// The type, as far as the symbol tells.
    pub(super) fn kind(&self) -> Option<&'static str> {
        match self.case {
            Some((_, stage)) => group::judgment(stage),
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
    pub(super) fn issuers(&self) -> Vec<Cow<'t, str>> {
        let code = |role: &Role<'t>| matches!(role, Role::Issuer(_) | Role::Unknown(_));
        self.parts.iter().filter(|(_, role)| code(role)).map(|(_, role)| role.spelling()).collect()
    }

    /// Whether an issuer stands in the table.
    pub(super) fn has_known_issuer(&self) -> bool {
        self.bodies().next().is_some()
    }

    /// Whether it is one of the bodies whose name alone is a symbol: `Nghị định 66 HĐBT`.
    pub(super) fn is_alone(&self) -> bool {
        self.parts.len() == 1 && self.bodies().any(|body| body.alone)
    }

    /// Whether it is of the National Assembly, whose numbers bear no type.
    pub(super) fn is_of_assembly(&self) -> bool {
        self.term.is_some() && self.mark().is_none() && !self.bodies().any(|body| body.committee)
    }

    /// Whether it is that of a court, though no court is named: `TLST-HS`, `AL`.
    pub(super) fn is_of_court(&self) -> bool {
        self.mark().is_some_and(|mark| mark.is_of_a_case() || matches!(mark.kind(None), "Án lệ" | "Bản án"))
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
            (Some(' '), Some(_)) => {
                if party {
                    ('-', '/')
                } else {
                    ('/', '-')
                }
            }
            (Some('-'), Some(' ')) => ('-', '/'),
            (Some(first), Some(' ')) => (first, '-'),
            (Some(' '), None) => {
                if party {
                    ('-', ' ')
                } else {
                    ('/', ' ')
                }
            }
            (first, second) => (first.unwrap_or('/'), second.unwrap_or('-')),
        };
        for (at, (separator, role)) in self.parts.iter().enumerate() {
            out.push(match at {
                0 => first,
                1 => second,
                _ if matches!(separator, ' ' | '.') => '-',
                _ => *separator,
            });
            out.push_str(&role.spelling());
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
