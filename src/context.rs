//! What a report says around a quantity: bound, change, `per`, the base of a comparison. Read once,
//! for the reading that won.

use std::borrow::Cow;

use crate::Span;
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::{Currency, FactKind, FactValue, unit_behind};
use crate::lexicon::{self, BASES, BOUNDS, CHANGES, Class, NOUNS_NOT, Syllable, word, words};
use crate::number::words::scale;
use crate::number::{Bound, Change, Decimal, Quantity};

/// What of the fact before matters to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    /// Where it ended.
    end: usize,
    /// How far behind it the text has been looked at for the end of the paragraph.
    checked: usize,
    /// Where the base of its comparison ended, if that stands behind it.
    end_of_base: usize,
    kind: Option<FactKind>,
    change: Option<Change>,
    /// The first syllable of a count's noun.
    noun: Syllable,
    /// The count whose items may follow without their noun.
    pub(crate) list: Option<List>,
    /// The currency named last: a bare `tỷ` shortly after it is of the same.
    currency: Option<(Currency, usize)>,
    /// `lần lượt` stood before it: what is said of it is said of the next too.
    in_turn: bool,
}

/// `62 đảng viên: khiển trách 28 (chiếm 45%), cảnh cáo 21`: a count, and how far its items have been
/// read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    /// Where the noun stands.
    pub(crate) unit: Span,
    /// How many there are in all.
    pub(crate) total: Decimal,
    /// Where the last item, or a share in brackets behind it, ended.
    pub(crate) end: usize,
    /// Whether an item has been read.
    pub(crate) begun: bool,
}

/// How far back a fact is remembered, in bytes.
const MEMORY: usize = 160;

impl Memory {
    /// What is still remembered at `at`: nothing of another paragraph.
    pub(crate) fn at(&mut self, text: &str, at: usize) -> &Self {
        if self.kind.is_some() && at > self.checked {
            let between = text.get(self.checked.max(self.end)..at).unwrap_or_default();
            if at > self.end + 2 * MEMORY || has_blank_line(between) {
                *self = Self::default();
            }
            // A line may have ended where this look ends.
            self.checked = text.get(..at).map_or(at, |left| left.trim_end().len());
        }
        self
    }

    /// Whether the fact before counted the same noun, and stands near.
    pub(crate) fn counted(&self, noun: Syllable, at: usize) -> bool {
        self.kind == Some(FactKind::Count) && self.noun == noun && noun != Syllable::UNKNOWN && at <= self.end + MEMORY
    }
}

impl Memory {
    /// The currency named shortly before `at`.
    pub(crate) fn currency(&self, at: usize) -> Option<Currency> {
        self.currency.filter(|&(_, end)| at <= end + MEMORY).map(|(currency, _)| currency)
    }
}

/// Whether only blanks stand between two line breaks.
fn has_blank_line(text: &str) -> bool {
    if !text.as_bytes().contains(&b'\n') {
        return false;
    }
    let mut lines = text.split('\n').skip(1).peekable();
    std::iter::from_fn(|| lines.next().map(|line| lines.peek().is_some() && line.trim().is_empty())).any(|blank| blank)
}

/// Completes the value that won from the words around it. Returns the cursor behind all that belongs
/// to it, which may lie behind the fact (in `9,8 bác sĩ/10.000 dân` nothing else counts the `dân`), and
/// what is remembered of it.
pub(crate) fn complete<'t, 'b>(
    value: &mut FactValue<'t>,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> (Cursor<'t, 'b>, Memory) {
    let kind = value.kind();
    let mut new = Memory { end: next.end(), kind: Some(kind), currency: memory.currency, ..Memory::default() };
    if let FactValue::Money(money) = value {
        new.currency = Some((money.currency(), next.end()));
    }
    let mut end = next;
    match value {
        FactValue::Count(count) => {
            let noun = next.phrase_left(Class::Noun, 5).map(|(_, noun)| noun).filter(|&noun| from.distance(noun) > 0);
            new.noun = noun.map_or(Syllable::UNKNOWN, |noun| noun.token().syllable);
            new.list = list_of(count.quantity.value(), noun, next, memory);
        }
        FactValue::Percentage(_) => new.list = memory.list.map(|list| List { end: next.end(), ..list }),
        _ => {}
    }
    if let FactValue::Ratio(ratio) = value {
        ratio.bound = Before::read(from).bound;
    }
    if let Some(quantity) = quantity(value) {
        let multiple = kind == FactKind::Count && (next.back().is(word::LAN) || from.is(word::GAP));
        end = complete_quantity(quantity, kind, multiple, from, next, memory);
        new.end_of_base = base_behind(end, kind, false).map_or(0, |(_, to)| to.end());
        new.change = quantity.change();
        new.in_turn = is_in_turn(from);
    }
    (end, new)
}

/// The list that a count begins, or goes on with where it has no noun of its own.
fn list_of<'t, 'b>(
    value: Option<Decimal>,
    noun: Option<Cursor<'t, 'b>>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> Option<List> {
    let end = next.end();
    if next.back().digits().is_some() {
        return memory.list.map(|list| List { end, begun: true, ..list });
    }
    Some(List { unit: noun?.to(next), total: value?, end, begun: false })
}

fn quantity<'a, 't>(value: &'a mut FactValue<'t>) -> Option<&'a mut Quantity<'t>> {
    match value {
        FactValue::Count(count) => Some(&mut count.quantity),
        FactValue::Percentage(percentage) => Some(&mut percentage.quantity),
        FactValue::Money(money) => Some(&mut money.quantity),
        FactValue::Measure(measure) => Some(&mut measure.quantity),
        FactValue::Duration(duration) => Some(&mut duration.quantity),
        _ => None,
    }
}

fn complete_quantity<'t, 'b>(
    quantity: &mut Quantity<'t>,
    kind: FactKind,
    multiple: bool,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> Cursor<'t, 'b> {
    let before = Before::read(from);
    let sign = from.token().mark;
    if matches!(sign, '-' | '+') && from.token().kind == Kind::Mark && is_bracketed(from) {
        quantity.sign_to_change(sign);
    } else if !multiple {
        quantity.set_change(before.change.or_else(|| inherited(kind, from, memory)));
    }
    if before.bound.is_some() && !(kind == FactKind::Count && is_rate(from, memory)) {
        quantity.set_bound(before.bound);
    }
    let (below, behind) = per_behind(next);
    let mut per = per_before(before.at);
    per.extend(below);
    if !per.is_empty() {
        quantity.set_per(per);
    }
    if let Some(bound) = open_end(behind, from.eat_any_left(&[word::TU, word::DU]).is_some()) {
        quantity.open(bound);
    }
    let is_gap = from.is(word::GAP) || before.at.eat_left(word::GAP).is_some();
    let base = base_behind(behind, kind, multiple && is_gap);
    if let Some((from, to)) = base.or(before.base).or_else(|| base_before(&before)) {
        quantity.set_compared_to(words::clean(from.text_to(to), false));
    }
    behind
}

/// `40m2 trên 1 giường bệnh`, `10 giường bệnh trên 10.000 dân`: so much for one or a round number of
/// something, not more than that.
fn is_rate(from: Cursor<'_, '_>, memory: &Memory) -> bool {
    let one = from.digits().is_some_and(|digits| matches!(digits, "1" | "01")) && !from.next().is_mark('.');
    let above = from.eat_left(word::TREN).is_some_and(|left| left.end() == memory.end);
    above && (one || round_number(from).is_some())
}

fn is_bracketed(from: Cursor<'_, '_>) -> bool {
    let left = from.left();
    left.kind == Kind::Mark && matches!(left.mark, '(' | '[')
}

/// From the first cursor to the second.
type Stretch<'t, 'b> = (Cursor<'t, 'b>, Cursor<'t, 'b>);

/// What stands before a number.
struct Before<'t, 'b> {
    bound: Option<Bound>,
    change: Option<Change>,
    /// Left of all of it.
    at: Cursor<'t, 'b>,
    /// `thấp hơn` [base] `là` number.
    base: Option<Stretch<'t, 'b>>,
}

impl<'t, 'b> Before<'t, 'b> {
    /// Bounds and directions may stand in either order: `ước tăng`, `tăng hơn`, `tăng bình quân gần`.
    /// `lên`, `còn`, `xuống` between the direction and the number make the number a level.
    fn read(from: Cursor<'t, 'b>) -> Self {
        let mut read = Self { bound: None, change: None, at: from, base: None };
        if let Some(copula) = from.eat_left(word::LA)
            && let Some((change, end)) = (1..=10).find_map(|words| direction_left(copula, words))
        {
            return Self { change: Some(change), base: Some((end, copula)).filter(|_| !goes_on(end)), ..read };
        }
        for _ in 0..4 {
            let at = read.at;
            if at.token().gap == Gap::Paragraph {
                break;
            }
            let bound = at.phrase_left(Class::Bound, 4).filter(|&(row, _)| lexicon::column(BOUNDS, row, 2) == "before");
            let change = at.phrase_left(Class::Change, 3);
            read.at = match (bound, change) {
                (Some((row, left)), other)
                    if other.is_none_or(|(_, end)| left.distance(end) > 0) && read.bound.is_none() =>
                {
                    read.bound = Bound::named(lexicon::column(BOUNDS, row, 1));
                    left
                }
                (_, Some((row, left))) if read.change.is_none() => {
                    read.change = direction(row);
                    left
                }
                _ => match at
                    .eat_any_left(&[word::THEM, word::DUOC])
                    .or_else(|| at.eat_all_left(&[word::LAN, word::LUOT]))
                {
                    Some(left) => left,
                    None => break,
                },
            };
        }
        read
    }
}

fn direction(row: usize) -> Option<Change> {
    match lexicon::column(CHANGES, row, 1) {
        "increase" => Some(Change::Increase),
        "decrease" => Some(Change::Decrease),
        _ => None,
    }
}

/// `cao hơn` or `thấp hơn` with `words` words between it and the cursor: the direction, and the
/// cursor behind it.
fn direction_left<'t, 'b>(at: Cursor<'t, 'b>, words: usize) -> Option<(Change, Cursor<'t, 'b>)> {
    let mut left = at;
    for _ in 0..words {
        left = left.back();
        if !matches!(left.token().kind, Kind::Word | Kind::Digits) || left.token().gap == Gap::Paragraph {
            return None;
        }
    }
    let (row, _) = left.phrase_left(Class::Change, 2).filter(|_| left.back().is(word::HON))?;
    Some((direction(row)?, left))
}

/// `giảm 264 vụ (17,05%)`, `[giảm 160 lượt = 44,82%]`, `giảm 2.094 hộ, tương ứng 25,49%`, `lần lượt
/// tăng 13,8% và 34,3%`: the direction was said of the fact before.
fn inherited(kind: FactKind, from: Cursor<'_, '_>, memory: &Memory) -> Option<Change> {
    let at_end = |left: Cursor<'_, '_>| left.end() == memory.end || left.end() == memory.end_of_base;
    let bracket = from.eat_mark_left('(').or_else(|| from.eat_mark_left('[')).or_else(|| from.eat_mark_left('='));
    let share = kind == FactKind::Percentage && bracket.is_some_and(at_end);
    let same = from.eat_all_left(&[word::TUONG, word::UNG]).or_else(|| from.eat_all_left(&[word::TUONG, word::DUONG]));
    let restated = same.is_some_and(|left| at_end(left) || left.eat_mark_left(',').is_some_and(at_end));
    let in_turn = memory.in_turn && memory.kind == Some(kind) && from.eat_left(word::VA).is_some_and(at_end);
    memory.change.filter(|_| share || restated || in_turn)
}

/// Whether `lần lượt` stands shortly before.
fn is_in_turn(from: Cursor<'_, '_>) -> bool {
    let mut at = from;
    (0..6).any(|_| {
        at = at.back();
        at.eat_all(&[word::LAN, word::LUOT]).is_some()
    })
}

/// `/người/tháng`, `/10.000 dân`, `/vạn dân`, `mỗi năm`, `cho mỗi trường hợp`, `một lít`: what one unit is counted
/// against, and the cursor behind it.
fn per_behind<'t, 'b>(next: Cursor<'t, 'b>) -> (Vec<Cow<'t, str>>, Cursor<'t, 'b>) {
    const MOST: usize = 4;
    let mut per = Vec::new();
    let mut at = next;
    while let Some(below) = at.eat_mark('/').filter(|_| per.len() < MOST && at.token().gap != Gap::Paragraph) {
        let noun = round_number(below).or_else(|| scale(below).map(|(_, end)| end)).unwrap_or(below);
        let Some(end) = unit_behind(noun) else { break };
        per.push(words::clean(below.text_to(end), false));
        at = end;
    }
    if per.is_empty() {
        let at = next.eat(word::CHO).unwrap_or(next);
        let each = at.eat(word::MOI).or_else(|| next.eat(word::MOT).filter(|one| one.phrase(Class::Unit).is_some()));
        if let Some((each, end)) = each.and_then(|each| Some((each, unit_behind(each)?))) {
            return (vec![words::clean(each.text_to(end), true)], end);
        }
    }
    (per, at)
}

/// The 10.000 of `9,8 bác sĩ/10.000 dân`; any other number below a stroke is a count of its own.
fn round_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let digits =
        at.digits().filter(|digits| digits.starts_with('1') && digits.bytes().skip(1).all(|byte| byte == b'0'))?;
    let mut next = at.next();
    while next.is_mark('.') && next.is_glued() && next.next().digits() == Some("000") {
        next = next.next().next();
    }
    (digits.len() > 1 || at.distance(next) > 1).then_some(next)
}

/// `mỗi` with its noun in the same clause, without another number between: `mỗi xã về đích được
/// thưởng 1 tỷ đồng`.
fn per_before<'t>(before: Cursor<'t, '_>) -> Vec<Cow<'t, str>> {
    const REACH: usize = 12;
    let mut at = before;
    for _ in 0..REACH {
        at = at.back();
        if at.is(word::MOI)
            && let Some(end) = unit_behind(at.next())
        {
            return if end.distance(before) >= 0 {
                vec![words::clean(at.next().text_to(end), true)]
            } else {
                Vec::new()
            };
        }
        if !at.is_word() || at.token().gap == Gap::Paragraph {
            break;
        }
    }
    Vec::new()
}

/// `trở lên`, `trở xuống` behind the unit, or behind the noun that the unit is of: `1% chi ngân sách
/// trở lên`. With `từ` before the number a verb may stand between: `từ 03 chỉ số đo lường trở lên`;
/// without it the verb has a grade of its own: `5 xã đạt loại khá trở lên`.
fn open_end(behind: Cursor<'_, '_>, has_from: bool) -> Option<Bound> {
    const REACH: usize = 5;
    const VERBS: [Syllable; 8] =
        [word::DAT, word::LA, word::CO, word::XEP, word::HOAN, word::DUOC, word::LOAI, word::TU];
    let mut at = behind;
    for _ in 0..REACH {
        if let Some((row, _)) = at.phrase(Class::Bound).filter(|&(row, _)| lexicon::column(BOUNDS, row, 2) == "after") {
            return Bound::named(lexicon::column(BOUNDS, row, 1));
        }
        let verb = !has_from && at.eat_any(&VERBS).is_some();
        if !at.is_word() || at.token().gap == Gap::Paragraph || verb {
            return None;
        }
        at = at.next();
    }
    None
}

/// The base behind a number: `so với cùng kỳ năm 2017`, `so cùng kỳ`, `dự toán năm`, and of a multiple
/// whatever follows (`gấp 12 lần ngoại thành`).
fn base_behind<'t, 'b>(behind: Cursor<'t, 'b>, kind: FactKind, multiple: bool) -> Option<Stretch<'t, 'b>> {
    const REACH: usize = 4;
    let at = behind_bracket(behind).unwrap_or(behind);
    let mut so = at;
    for _ in 0..REACH {
        if let Some(base) = so.eat(word::SO_WITH) {
            // `so cùng kỳ`, but not `được so sánh`
            let compared = base.eat(word::SANH);
            let base = compared.unwrap_or(base);
            return base.eat(word::VOI).or(Some(base).filter(|_| compared.is_none())).and_then(base_text);
        }
        if !so.is_word() || so.token().gap == Gap::Paragraph {
            break;
        }
        so = so.next();
    }
    if multiple {
        // A heading on the next line: `tăng gấp 10 lần⏎Sự phát triển`.
        let heading = at.token().gap >= Gap::Line && at.is_capitalized();
        return (!goes_on(at) && !heading).then(|| base_text(at))?;
    }
    let (row, end) = at.phrase(Class::Base)?;
    let direct = kind == FactKind::Percentage && lexicon::column(BASES, row, 1) == "direct";
    direct.then(|| (at, with_year(end)))
}

/// `kế hoạch năm`, `dự toán năm 2024`, `cùng kỳ năm trước`.
fn with_year<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let Some(year) = at.eat(word::NAM) else { return at };
    let named =
        year.digits().is_some_and(|digits| digits.len() == 4) || year.eat_any(&[word::TRUOC, word::NGOAI]).is_some();
    if named { year.next() } else { year }
}

/// Behind `(…)`, where a short bracket stands here.
fn behind_bracket<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const REACH: usize = 10;
    let mut inside = at.eat_mark('(').or_else(|| at.eat_mark('['))?;
    for _ in 0..REACH {
        if inside.is_mark(')') || inside.is_mark(']') {
            return Some(inside.next());
        }
        inside = inside.next();
    }
    None
}

/// The words of a base: up to a mark, a break, or a word with which the sentence goes on.
fn base_text<'t, 'b>(from: Cursor<'t, 'b>) -> Option<Stretch<'t, 'b>> {
    const MOST: isize = 9;
    let mut at = from;
    while from.distance(at) < MOST {
        let token = at.token();
        let inner = matches!(token.kind, Kind::Word | Kind::Digits) || at.is_mark('/') || at.is_mark('-');
        if !inner || token.gap == Gap::Paragraph || from.distance(at) > 0 && goes_on(at) {
            break;
        }
        at = at.phrase(Class::Noun).map_or(at.next(), |(_, end)| end);
    }
    while from.distance(at) > 0 && at.back().is(word::CUA) {
        at = at.back();
    }
    (from.distance(at) > 0).then_some((from, at))
}

/// Whether a verb, an adverb or a conjunction stands here, which no base holds.
fn goes_on(at: Cursor<'_, '_>) -> bool {
    // `so với tổng số lao động`
    let summed = at.is(word::TONG) || at.is(word::SO) && at.back().is(word::TONG);
    let joins = [word::CUA, word::NAM, word::TRUOC, word::NGOAI, word::NAY, word::CHUNG];
    let Some((row, end)) = at.phrase(Class::NotNoun).filter(|_| !summed && at.eat_any(&joins).is_none()) else {
        return false;
    };
    let noun = at.phrase(Class::Noun).is_some_and(|(_, noun)| noun.distance(end) <= 0);
    !noun && matches!(lexicon::column(NOUNS_NOT, row, 1), "verb" | "adverb" | "function word")
}

/// The end of a base that is said once for several changes: `so với cùng kỳ giảm 05 vụ, giảm 03 người`.
fn before_direction<'t, 'b>(base: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let directed = |at: &Cursor<'t, 'b>| at.phrase(Class::Change).is_some_and(|(row, _)| direction(row).is_some());
    let words = std::iter::successors(Some(base), |at| Some(at.next()));
    words.take_while(|at| at.distance(end) > 0).find(directed).unwrap_or(end)
}

/// `So với cùng kỳ, giảm 56 vụ`, `so với đầu năm (8.214 hộ) giảm 2.094 hộ`.
fn base_before<'t, 'b>(before: &Before<'t, 'b>) -> Option<Stretch<'t, 'b>> {
    const REACH: usize = 8;
    before.change?;
    let mut end = before.at.eat_mark_left(',').unwrap_or(before.at);
    if end.back().is_mark(')') {
        end = (0..10)
            .try_fold(end.back(), |at, _| if at.back().is_mark('(') { Err(at.back()) } else { Ok(at.back()) })
            .err()?;
    }
    let mut at = end;
    for _ in 0..REACH {
        at = at.back();
        if at.is(word::SO_WITH) {
            let base = at.next().eat(word::VOI)?;
            let end = before_direction(base, end);
            return (base.distance(end) > 0).then_some((base, end));
        }
        if !matches!(at.token().kind, Kind::Word | Kind::Digits) {
            return None;
        }
    }
    None
}
