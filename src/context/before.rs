//! Bounds and directions before a number: `không được vượt quá`, `ước tăng gần`, `thấp hơn hoặc bằng`.
//!
//! ```text
//! before    := [negation] [equal] {bound | direction | adverb | filler}    at most four
//! bound     := a phrase of bounds.tsv | ">" | "<" | "≥" | "≤" | ">=" | "<=" | "~" | "≈"
//! direction := a phrase of changes.tsv | "↑" | "↓"
//! filler    := "thêm" | "được" | "con số" | "mốc" | ("lần lượt" | "tương ứng") ["là"]
//! equal     := "bằng hoặc" before the bound, "hoặc bằng" behind it
//! negation  := ("không" | "chưa") {"được" | "phép" | "để" | "có" | "thể" | …}
//! ```

use crate::cursor::{Cursor, Kind};
use crate::lexicon::{self, BOUNDS, CHANGES, Class, Syllable, word};
use crate::number::{Bound, Change};

/// What stands right before a number.
#[derive(Clone, Copy)]
pub(super) struct Before<'t, 'b> {
    pub(super) bound: Option<Bound>,
    pub(super) change: Option<Change>,
    /// What the direction means where nothing is compared: `có mức hưởng thấp hơn 3.800.000 đồng` says
    /// less than, `thấp hơn 2 điểm phần trăm so với cùng kỳ` is a difference.
    pub(super) threshold: Option<Bound>,
    /// Left of all of it.
    pub(super) at: Cursor<'t, 'b>,
    /// What the bound, or the direction, turns into behind `không`.
    negated: Option<Bound>,
    /// Whether `mốc` or `con số` says that the number is what was passed.
    passed: bool,
}

impl<'t, 'b> Before<'t, 'b> {
    /// Bounds and directions may stand in either order: `ước tăng`, `tăng hơn`, `tăng bình quân gần`.
    /// `lên`, `còn`, `xuống` between the direction and the number make the number a level.
    pub(super) fn read(from: Cursor<'t, 'b>) -> Self {
        if !may_stand(from) {
            return Self::nothing(from);
        }
        let equal = from.eat_all_left(&[word::HOAC, word::BANG]);
        let mut read = Self::nothing(equal.unwrap_or(from));
        for _ in 0..4 {
            if !(read.step() || read.skip()) {
                break;
            }
        }
        let equal = equal.is_some() || read.at.eat_all_left(&[word::BANG, word::HOAC]).is_some();
        if read.negated.is_some() && is_negated(read.at) {
            read.limit(read.negated);
        } else if equal {
            read.limit(read.bound.or(read.threshold).map(or_equal));
        } else if read.passed {
            read.limit(read.bound.or(read.threshold));
        }
        read
    }

    /// Nothing read yet.
    pub(super) const fn nothing(at: Cursor<'t, 'b>) -> Self {
        Self { bound: None, change: None, threshold: None, at, negated: None, passed: false }
    }

    /// The number is a limit, and no difference: of `không tăng quá 5%` it is both.
    fn limit(&mut self, bound: Option<Bound>) {
        self.bound = bound;
        if self.threshold.take().is_some() {
            self.change = None;
        }
    }

    /// Takes the longest bound or direction left of what was read.
    fn step(&mut self) -> bool {
        let at = self.at;
        let bound = at.phrase_left(Class::Bound, 4).filter(|&(row, _)| lexicon::column(BOUNDS, row, 2) == "before");
        match (bound, direction_left(at)) {
            (Some((row, left)), other)
                if self.bound.is_none() && other.is_none_or(|other| left.distance(other.at) > 0) =>
            {
                self.bound = Bound::named(lexicon::column(BOUNDS, row, 1));
                self.negated = Bound::named(lexicon::column(BOUNDS, row, 3)).or(self.negated);
                self.at = left;
            }
            (_, Some(direction)) if self.change.is_none() && self.threshold.is_none() => {
                let negated = direction.negated.or(self.negated);
                *self = Self { bound: self.bound, negated, passed: self.passed, ..direction };
            }
            _ => return self.take_sign(),
        }
        true
    }

    /// `> 50 triệu đồng`, `>= 3 năm`, `(↑5%)`
    fn take_sign(&mut self) -> bool {
        let left = self.at.back();
        if left.token().kind != Kind::Mark {
            return false;
        }
        match left.token().mark {
            '↑' => self.change = Some(Change::Increase),
            '↓' => self.change = Some(Change::Decrease),
            _ if self.bound.is_some() => return false,
            mark => {
                let found = bound_of(mark).filter(|_| !is_arrow(left)).map(|bound| (bound, left));
                let Some((bound, from)) = found.or_else(|| bound_or_equal(left)) else { return false };
                (self.bound, self.at) = (Some(bound), from);
                return true;
            }
        }
        self.at = left;
        true
    }

    /// Takes a word that says nothing of bound or direction.
    fn skip(&mut self) -> bool {
        let at = self.at;
        if let Some(left) = mark_left(at) {
            (self.at, self.passed) = (left, true);
            return true;
        }
        let is = at.eat_left(word::LA).unwrap_or(at);
        let left = at
            .eat_any_left(&[word::THEM, word::DUOC])
            .or_else(|| is.eat_all_left(&[word::LAN, word::LUOT]))
            .or_else(|| is.eat_all_left(&[word::TUONG, word::UNG]).filter(|&left| direction_left(left).is_some()));
        // `tăng cao nhất với 2,09%`
        let with = || at.eat_left(word::VOI).filter(|&left| direction_left(left).is_some());
        let left = left.or_else(with).or_else(|| behind_bound(at));
        self.at = left.unwrap_or(at);
        left.is_some()
    }
}

/// Before the words for a mark that was passed: `vượt quá con số 1.000 tỷ đồng`, `vượt mốc hơn 500 hộ`; but `đạt mốc 500 hộ`.
fn mark_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mark = at.eat_left(word::MARK).or_else(|| at.eat_all_left(&[word::CON_CHILD, word::SO]));
    mark.filter(|left| left.eat_any_left(&[word::PASS, word::QUA, word::QUA_PAST]).is_some())
}

/// Whether the last of what stands before a number may stand here; before most there is nothing.
fn may_stand(from: Cursor<'_, '_>) -> bool {
    const FILLERS: [Syllable; 8] =
        [word::THEM, word::DUOC, word::LA, word::LUOT, word::UNG, word::VOI, word::BANG, word::MARK];
    let last = from.left();
    match last.kind {
        Kind::Word => {
            let said = last.syllable;
            let figure = || said == word::SO && from.back().left().syllable == word::CON_CHILD;
            let filler = || FILLERS.contains(&said) || VERBS.contains(&said);
            said.ends(Class::Bound) || said.ends(Class::Change) || filler() || figure()
        }
        Kind::Mark => is_sign(last.mark),
        Kind::Digits | Kind::End => false,
    }
}

/// What may stand between a limit and its number, two of them at most.
const VERBS: [Syllable; 5] = [word::CO, word::DAT, word::MUST, word::ONLY, word::ALSO];

/// `ít nhất phải có 2 mô hình`, `tối đa chỉ 5 suất`: before the verbs, where a limit stands left of them.
fn behind_bound<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let first = at.eat_any_left(&VERBS)?;
    let left = first.eat_any_left(&VERBS).unwrap_or(first);
    Bound::is_limited(left, 3).then_some(left)
}

/// The direction left of the cursor, an adverb behind it included: `tăng đột biến`. `tăng/giảm` and `dài
/// hơn hoặc ngắn hơn` are none.
#[inline]
pub(super) fn direction_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Before<'t, 'b>> {
    // Few words end one.
    if at.left().syllable.ends(Class::Change) { direction_ending(at) } else { None }
}

fn direction_ending<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Before<'t, 'b>> {
    let (mut row, mut left) = at.phrase_left(Class::Change, 4)?;
    while lexicon::column(CHANGES, row, 1) == "adverb" {
        (row, left) = left.phrase_cut(Class::Change, 3)?;
    }
    let or = left.eat_mark_left('/').or_else(|| left.eat_left(word::HOAC));
    if or.is_some_and(|other| other.phrase_left(Class::Change, 3).is_some()) {
        return Some(Before::nothing(left));
    }
    let change = match lexicon::column(CHANGES, row, 1) {
        "increase" => Some(Change::Increase),
        "decrease" => Some(Change::Decrease),
        _ => None,
    };
    let bound = |column| Bound::named(lexicon::column(CHANGES, row, column));
    Some(Before { change, threshold: bound(2), negated: bound(3), ..Before::nothing(left) })
}

/// Whether the mark says a direction or a bound, or is the last of two that do: `>=`.
pub(super) const fn is_sign(mark: char) -> bool {
    matches!(mark, '↑' | '↓' | '=') || bound_of(mark).is_some()
}

const fn bound_of(mark: char) -> Option<Bound> {
    Some(match mark {
        '>' => Bound::MoreThan,
        '<' => Bound::LessThan,
        '≥' => Bound::AtLeast,
        '≤' => Bound::AtMost,
        '~' | '≈' => Bound::About,
        _ => return None,
    })
}

/// `<=`, `>=`, of which the second mark is right of the cursor.
fn bound_or_equal<'t, 'b>(equal: Cursor<'t, 'b>) -> Option<(Bound, Cursor<'t, 'b>)> {
    let first = equal.back();
    let bound = bound_of(first.token().mark).filter(|_| equal.is_mark('=') && equal.is_glued())?;
    matches!(bound, Bound::MoreThan | Bound::LessThan).then(|| (or_equal(bound), first))
}

/// `->`, `=>`, `>>`
fn is_arrow(mark: Cursor<'_, '_>) -> bool {
    mark.is_glued() && matches!(mark.left().mark, '-' | '=' | '>' | '<')
}

const fn or_equal(bound: Bound) -> Bound {
    match bound {
        Bound::MoreThan => Bound::AtLeast,
        Bound::LessThan => Bound::AtMost,
        other => other,
    }
}

/// `không (vượt quá)`, `chưa được (quá)`, `không kéo dài (quá)`; and what must not be, with a verb between:
/// `không được thanh toán (quá)`.
fn is_negated(at: Cursor<'_, '_>) -> bool {
    const FILLERS: [Syllable; 9] =
        [word::DUOC, word::PHEP, word::LET, word::CO, word::THE, word::LAST, word::LONG, word::SLOW, word::LATE];
    const REACH: usize = 5;
    let mut at = at;
    let mut fillers = true;
    for _ in 0..REACH {
        if at.eat_any_left(&[word::KHONG, word::NOT_YET]).is_some() {
            return fillers || at.is(word::DUOC);
        }
        let left = at.back();
        if !left.is_word() {
            return false;
        }
        fillers &= left.eat_any(&FILLERS).is_some();
        at = left;
    }
    false
}
