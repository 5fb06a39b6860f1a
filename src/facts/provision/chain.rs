//! A chain of levels, in either order.
//!
//! ```text
//! chain   := segment {["," | "-"] ["của" | "thuộc"] segment} điểm b khoản 2 Điều 6, Khoản 3 - Điều 7
//!          | segment {[","] segment}                         Điều 5, khoản 2, điểm b
//!          | segment "(" chain ")"                           Điều 5 (khoản 2, 3)
//! segment := ["các"] level ["từ"] place {joint ["từ"] [level] place}
//! joint   := "," | "và" | "hoặc" | "đến" | "-"
//! ```

use std::borrow::Cow;
use std::cmp::Ordering;

use super::level::{self, Level};
use super::value::{Places, Provision};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, word};

const MOST_PLACES: usize = 32;
const MOST_SEGMENTS: usize = 8;

/// A chain as far as it is written.
pub(super) struct Chain<'t, 'b> {
    pub(super) value: Provision<'t>,
    pub(super) next: Cursor<'t, 'b>,
    /// The levels of the first and last segment.
    pub(super) first: Level,
    pub(super) last: Level,
}

impl Chain<'_, '_> {
    /// Whether it ends in the place where it stands itself: `điểm b khoản này`.
    pub(super) fn is_own(&self) -> bool {
        self.only(self.last) == Some("this")
    }

    /// The only place on a level.
    pub(super) fn only(&self, level: Level) -> Option<&str> {
        self.value.level(level).as_ref()?.single()
    }
}

/// The chain that begins here.
pub(super) fn chain<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Chain<'t, 'b>> {
    let mut chain = plain(at)?;
    if chain.first == chain.last && chain.last == Level::Article {
        open_bracket(&mut chain);
    }
    Some(chain)
}

/// A chain without brackets.
fn plain<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Chain<'t, 'b>> {
    let (first, places, next) = segment(at, true)?;
    let mut chain = Chain { value: Provision::default(), next, first, last: first };
    *chain.value.level_mut(first) = Some(places);
    let mut order = None;
    for _ in 0..MOST_SEGMENTS {
        let Some((level, places, next, direction)) = step(&chain, order) else { break };
        order = Some(direction);
        *chain.value.level_mut(level) = Some(places);
        (chain.next, chain.last) = (next, level);
    }
    Some(chain)
}

/// Takes the smaller levels in brackets behind an article: `Điều 5 (khoản 2, 3)`.
fn open_bracket(chain: &mut Chain<'_, '_>) {
    let Some(at) = chain.next.eat_mark('(') else { return };
    let Some(inner) = plain(at).filter(|inner| inner.first.max(inner.last) < Level::Article) else { return };
    let Some(end) = inner.next.eat_mark(')') else {
        return;
    };
    for &level in Level::ALL {
        if let Some(places) = inner.value.level(level) {
            *chain.value.level_mut(level) = Some(places.clone());
        }
    }
    (chain.next, chain.last) = (end, inner.last);
}

type Step<'t, 'b> = (Level, Places<'t>, Cursor<'t, 'b>, Ordering);

/// The next segment, larger than the last or smaller, as the order goes.
fn step<'t, 'b>(chain: &Chain<'t, 'b>, order: Option<Ordering>) -> Option<Step<'t, 'b>> {
    let at = chain.next;
    let dash = at.eat_mark('-').filter(|next| at.token().gap == Gap::Blank && next.token().gap == Gap::Blank);
    let comma = at.eat_mark(',');
    let at = comma.or(dash).unwrap_or(at);
    let of = at.eat_any(&[word::CUA, word::THUOC]);
    let at = of.unwrap_or(at);
    let several = at.eat(word::CAC);
    let (level, behind) = level::word_right(several.unwrap_or(at))?;
    if of.is_some()
        && let Some(next) = restated(chain, level, behind)
    {
        let places = chain.value.level(level).clone()?;
        return Some((level, places, next, Ordering::Greater));
    }
    let direction =
        if holds(chain, order, level, behind, of.is_some()) { Ordering::Greater } else { level.cmp(&chain.last) };
    // `Khoản 3 - Điều 7`; `Điều 9, các khoản 2 và 3 Điều 10`, `Điều 3, khoản này` are two.
    let other = comma.is_some() && several.is_some() || behind.is(word::NAY);
    let rises_only = (dash.is_some() || other) && direction == Ordering::Less;
    if rises_only || direction == Ordering::Equal || order.is_some_and(|order| order != direction) {
        return None;
    }
    // `Điều 5, khoản 2 Điều 6` is article 5 and a clause of article 6.
    if direction == Ordering::Less && (of.is_some() || rises(at, chain.last)) {
        return None;
    }
    let (level, places, next) = segment(at, false)?;
    // `Điều 5, các Phụ lục I, II và III`: what lies in one article lies in one place above it.
    let several = comma.is_some() && direction == Ordering::Greater && places.single().is_none();
    (!several).then_some((level, places, next, direction))
}

/// Behind a place that its parts name already: `điểm 1g, 1h và 1i của điểm 1`.
fn restated<'t, 'b>(chain: &Chain<'t, 'b>, level: Level, at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (outer, next) = level::place(level, at)?;
    let places = chain.value.level(level).as_ref().filter(|_| level == chain.last)?;
    let named = |place: &str| place.strip_prefix(outer).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    places.items().all(named).then_some(next)
}

/// Whether documents of old, which have their levels in another order, hold the last level in this one: `điểm 9, phần
/// B, Mục III`, `điểm a, mục 1 của Điều này`, `khoản 1.8 điểm 1 mục VI`.
fn holds(chain: &Chain<'_, '_>, order: Option<Ordering>, level: Level, at: Cursor<'_, '_>, of: bool) -> bool {
    let grows = order == Some(Ordering::Greater) && chain.value.level(level).is_none();
    match (chain.last, level) {
        (Level::Part, Level::Section) => {
            let roman = level::place(level, at).is_some_and(|(place, _)| is_roman(place));
            grows && roman && !rises(at.back(), chain.last)
        }
        (Level::Section, Level::Article) => of && order != Some(Ordering::Less),
        (Level::Clause, Level::Point) => {
            let Some(((outer, _), clause)) = level::place(level, at).zip(chain.only(Level::Clause)) else {
                return false;
            };
            let named = || clause.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
            order != Some(Ordering::Less) && (named() || outer == "this" && clause.contains('.'))
        }
        _ => false,
    }
}

/// `III`, rather than `3` or `này`.
fn is_roman(place: &str) -> bool {
    place.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether the chain that begins here goes up to the level.
fn rises(at: Cursor<'_, '_>, level: Level) -> bool {
    let mut at = at;
    for _ in 0..MOST_SEGMENTS {
        let Some((_, _, next)) = segment(at, false) else { return false };
        let behind = next.eat_mark(',').unwrap_or(next);
        match level::word_right(behind) {
            Some((higher, _)) if higher >= level => return next.distance(behind) == 0,
            Some(_) => at = behind,
            None => return false,
        }
    }
    false
}

/// A level and its places. Only the first segment of a chain repeats the word of its level:
/// `khoản 1, khoản 2 Điều 15`.
fn segment<'t, 'b>(at: Cursor<'t, 'b>, repeats: bool) -> Option<(Level, Places<'t>, Cursor<'t, 'b>)> {
    let several = at.eat(word::CAC);
    let (level, at) = level::word_right(several.unwrap_or(at))?;
    let at = if level == Level::Appendix { at.eat(word::SO).unwrap_or(at) } else { at };
    // `các khoản từ 29 đến 45`
    let ranges = at.eat(word::TU);
    let (text, mut next) = level::place(level, ranges.unwrap_or(at))?;
    let mut places = Places::One(Cow::Borrowed(text));
    while places.count() < MOST_PLACES
        && let Some(More { text, range, repeated, next: behind }) =
            more(level, next, repeats, several.is_some() || places.count() > 1)
    {
        // `Điều 5 đến Điều 9 và Điều 7a` are two.
        if (repeated || range) && places.ends_in_range() {
            break;
        }
        if range {
            places.extend(text)
        } else {
            places.push(text)
        }
        next = behind;
    }
    (ranges.is_none() || places.ends_in_range()).then_some((level, places, next))
}

/// A place more.
struct More<'t, 'b> {
    text: &'t str,
    /// Whether the joint before it makes a range.
    range: bool,
    /// Whether the word of the level stands before it again.
    repeated: bool,
    next: Cursor<'t, 'b>,
}

/// A joint and a place more; `several` says that there are some already, or were announced.
fn more<'t, 'b>(level: Level, at: Cursor<'t, 'b>, repeats: bool, several: bool) -> Option<More<'t, 'b>> {
    let range = at.eat(word::DEN).or_else(|| at.eat_mark('-'));
    let comma = at.eat_mark(',');
    let and = comma.unwrap_or(at).eat_any(&[word::VA, word::HOAC]);
    let from = range.or(and).or(comma)?;
    let from = from.eat(word::CAC).unwrap_or(from);
    if let Some((repeated, behind)) = level::word_right(from) {
        let (text, next) = level::place(level, behind).filter(|_| repeated == level && (repeats || range.is_some()))?;
        // `khoản 1, khoản 2 Điều 15` is one list; `khoản 1 Điều 3, khoản 2 Điều 4` never comes here.
        return Some(More { text, range: range.is_some(), repeated: true, next });
    }
    // `các khoản 1, từ 3 đến 5`
    let from = from.eat(word::TU).filter(|_| comma.is_some() || and.is_some()).unwrap_or(from);
    let (text, next) = level::place(level, from)?;
    let is_letter = from.is_word();
    let fits = is_letter || range.is_some() || ends(next) || several && and.is_some() && counts_nothing(next);
    fits.then_some(More { text, range: range.is_some(), repeated: false, next })
}

/// Whether a number without the word of its level can end here: `khoản 1, 3 Điều 4`, never
/// `Điều 5, 20 hộ`.
fn ends(at: Cursor<'_, '_>) -> bool {
    match at.token().kind {
        Kind::End => true,
        Kind::Mark => !matches!(at.token().mark, '%' | '/'),
        Kind::Digits => false,
        Kind::Word => {
            level::word_right(at).is_some()
                || at
                    .eat_any(&[word::CUA, word::VA, word::HOAC, word::DEN, word::THUOC, word::LUAT, word::NAY])
                    .is_some()
                || at.eat(word::CAC).is_some_and(|next| level::word_right(next).is_some())
                || [Class::DocumentType, Class::LawAbbreviation].iter().any(|&class| at.phrase(class).is_some())
        }
    }
}

/// Whether the last number of a list counts nothing: `các Điều 14, 15, và 16 Bản Quy định này`.
fn counts_nothing(at: Cursor<'_, '_>) -> bool {
    const COUNTED: [Class; 8] = [
        Class::Noun,
        Class::Unit,
        Class::TimeUnit,
        Class::Currency,
        Class::Scale,
        Class::Numeral,
        Class::PercentUnit,
        Class::Compound,
    ];
    at.is_word() && !at.is_glued() && (at.is_capitalized() || COUNTED.iter().all(|&class| at.phrase(class).is_none()))
}

/// Before the smaller levels that stand before the first anchor: letters of points and items.
pub(super) fn smaller_left<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const MOST_TOKENS: usize = 40;
    let mut from = at;
    let mut cursor = at;
    let mut places = false;
    for _ in 0..MOST_TOKENS {
        if cursor.at_floor() {
            break;
        }
        let before = cursor.back();
        let token = before.token();
        let letter =
            before.is_word() && before.text().chars().count() == 1 && before.text().chars().all(level::is_point);
        // `a1`, `a.1`
        let inserted = cursor.is_glued() && token.mark == '.' || token.gap == Gap::Glued && token.kind == Kind::Digits;
        let word = level::word_left(cursor).filter(|(level, _)| *level <= Level::Point || *level == Level::Subsection);
        if let Some((_, word)) = word.filter(|_| places) {
            (from, cursor, places) = (word, word, false);
            continue;
        } else if letter {
            places = true;
        } else if !(inserted
            || !places && cursor.distance(from) == 0 && before.eat_any(&[word::CUA, word::THUOC]).is_some()
            || matches!(token.mark, ',' | '-')
            || before.eat_any(&[word::VA, word::HOAC, word::DEN, word::TU]).is_some())
        {
            break;
        }
        cursor = before;
    }
    from
}
