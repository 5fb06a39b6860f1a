//! What one unit is counted against: `đồng/người/tháng`, `mỗi năm`, `cho mỗi trường hợp`.

use std::borrow::Cow;

use super::base::{Stretch, goes_on};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::{FactKind, unit_behind};
use crate::lexicon::{self, Class, NOUNS, word, words};
use crate::number::words::scale;
use crate::number::{Quantity, digits};

/// `/người/tháng`, `/10.000 dân`, `/vạn dân`, `mỗi năm`, `cho mỗi trường hợp`, `một lít`: adds what one unit is
/// counted against to `per`, and returns the cursor behind it.
pub(super) fn per_behind<'t, 'b>(next: Cursor<'t, 'b>, kind: FactKind, per: &mut Quantity<'t>) -> Cursor<'t, 'b> {
    let token = next.token();
    match token.kind {
        Kind::Word => {
            strokes(behind_noun(next).unwrap_or(next), per).or_else(|| each_after(next, kind, per)).unwrap_or(next)
        }
        Kind::Mark if matches!(token.mark, '/' | '.') => strokes(next, per).unwrap_or(next),
        Kind::Mark | Kind::Digits | Kind::End => next,
    }
}

/// Adds the `/người/tháng` that stands here.
pub(crate) fn add_strokes<'t>(at: Cursor<'t, '_>, per: &mut Quantity<'t>) {
    strokes(at, per);
}

/// Behind `/người/tháng`, four at most, where any of it stands here.
fn strokes<'t, 'b>(at: Cursor<'t, 'b>, per: &mut Quantity<'t>) -> Option<Cursor<'t, 'b>> {
    const MOST: usize = 4;
    let mut end = None;
    for _ in 0..MOST {
        let at = end.unwrap_or(at);
        let Some(below) = stroke(at, end.is_some() || at.is_mark('.') && is_below_stroke(at)) else { break };
        // `đồng/1 USD`: of one, the noun alone says it; but `bác sĩ/1.000 dân`.
        let round = round_number(below);
        let below = behind_one(below).filter(|_| round.is_none()).unwrap_or(below);
        let noun = round.or_else(|| scale(below).map(|(_, end)| end)).unwrap_or(below);
        let Some(unit) = unit_behind(noun).filter(|_| !is_either(at, below)) else { break };
        per.add_per(words::clean(below.text_to(unit), false));
        end = Some(unit);
    }
    end
}

/// Behind `mỗi năm`, `một người một tháng`, where one of it stands here.
fn each_after<'t, 'b>(next: Cursor<'t, 'b>, kind: FactKind, per: &mut Quantity<'t>) -> Option<Cursor<'t, 'b>> {
    let (each, end) = each_behind(next, kind)?;
    per.add_per(words::clean(each.text_to(end), true));
    let again = end.eat(word::MOT).filter(|_| kind == FactKind::Money);
    let Some((again, time)) = again.and_then(|again| Some((again, again.phrase(Class::TimeUnit)?.1))) else {
        return Some(end);
    };
    per.add_per(words::clean(again.text_to(time), true));
    Some(time)
}

/// Behind `khách` of `4.500 lượt khách/ngày`, `thịt` of `9,2 kg thịt/người/năm`: at most three words and then a stroke
/// before a time or people, of which no other word is a choice.
fn behind_noun<'t, 'b>(next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MOST: usize = 3;
    if !has_stroke(next) {
        return None;
    }
    let mut at = next;
    for _ in 0..MOST {
        if !at.is_word() || !matches!(at.token().gap, Gap::Blank | Gap::Line) || is_time(at) {
            return None;
        }
        // `chuyến bay/ngày`: what the stroke follows is no verb of the sentence.
        let verb = goes_on(at);
        at = at.next();
        if at.is_glued() && at.number(1..=1).is_some() {
            // `CO2`
            at = at.next();
        }
        if verb && !at.is_mark('/') {
            return None;
        }
        if let Some(below) = at.eat_mark('/').filter(|below| at.is_glued() && below.is_glued()) {
            let below = behind_one(below).unwrap_or(below);
            // `15 kg gạo/khẩu/tháng`
            let in_time = || unit_behind(below).and_then(|end| end.eat_mark('/')).is_some_and(is_time);
            return (is_time(below) || below.is(word::NGUOI) || in_time() || is_holder(at, below)).then_some(at);
        }
    }
    None
}

/// The `hộ` of `25 kg gạo/hộ`, the `lớp` of `25 học sinh tiểu học/lớp`; but `2 công trình xã/huyện`, `3 cán bộ lớp/trường
/// học` are of one or the other.
fn is_holder(stroke: Cursor<'_, '_>, below: Cursor<'_, '_>) -> bool {
    let Some((row, end)) = below.phrase(Class::Noun) else { return false };
    let told = |row| lexicon::says_in(NOUNS, row, 2, "holder");
    let other = stroke
        .phrase_left(Class::Noun, 3)
        .is_none_or(|(above, _)| lexicon::column(NOUNS, above, 1) != lexicon::column(NOUNS, row, 1) && !told(above));
    told(row) && other && !end.is_mark('/')
}

/// Whether the first mark behind a few words is a stroke: a look that spares most words the reading.
fn has_stroke(next: Cursor<'_, '_>) -> bool {
    const REACH: usize = 7;
    let mut tokens = std::iter::successors(Some(next), |at| Some(at.next())).take(REACH).map(Cursor::token);
    tokens.find(|token| !matches!(token.kind, Kind::Word | Kind::Digits)).is_some_and(|token| token.mark == '/')
}

/// Whether what ends here stands below a stroke of the unit itself: the `m2` of `kWh/m2.ngày`.
fn is_below_stroke(at: Cursor<'_, '_>) -> bool {
    let exponent = at.back().is_digits() && at.back().is_glued();
    let unit = if exponent { at.back().back() } else { at.back() };
    unit.is_glued_word() && unit.left().mark == '/'
}

/// Behind a stroke, or behind the hyphen of `đồng/người-tháng`, the dot of `lít/người.ngày`.
fn stroke<'t, 'b>(at: Cursor<'t, 'b>, has_some: bool) -> Option<Cursor<'t, 'b>> {
    let joint = || {
        let time = at.eat_mark('-').or_else(|| at.eat_mark('.').filter(|time| !time.is_capitalized()))?;
        (has_some && at.is_glued() && time.is_glued() && is_time(time)).then_some(time)
    };
    at.eat_mark('/').or_else(joint)
}

fn is_time(at: Cursor<'_, '_>) -> bool {
    at.phrase(Class::TimeUnit).is_some() || at.eat_any(&[word::GIO, word::DEM, word::TOI_NIGHT]).is_some()
}

/// `63 tỉnh/thành phố`, `705 huyện/quận`: one or the other rather than so many in each.
fn is_either<'t, 'b>(stroke: Cursor<'t, 'b>, below: Cursor<'t, 'b>) -> bool {
    let is_place = |(row, _)| lexicon::column(NOUNS, row, 1) == "place";
    below.phrase(Class::Noun).is_some_and(is_place) && stroke.phrase_left(Class::Noun, 4).is_some_and(is_place)
}

/// `mỗi năm`, `cho mỗi trường hợp`, `một lít`, of money `một người` too; and behind a classifier and its noun
/// a time: `300 lượt khách mỗi ngày`.
fn each_behind<'t, 'b>(next: Cursor<'t, 'b>, kind: FactKind) -> Option<Stretch<'t, 'b>> {
    let at = next.eat(word::CHO).unwrap_or(next);
    let one = || {
        let priced = |one: &Cursor<'t, 'b>| {
            let noun = kind == FactKind::Money && one.phrase(Class::Noun).is_some() && !one.is(word::LAN);
            one.phrase(Class::Unit).is_some() || noun
        };
        next.eat(word::MOT).filter(priced)
    };
    if let Some(each) = at.eat(word::MOI).or_else(one) {
        return Some((each, unit_behind(each)?));
    }
    if let Some(each) = on_one(next) {
        return Some(each);
    }
    let (_, noun) = next.phrase(Class::Noun).filter(|_| kind == FactKind::Count)?;
    let each = noun.eat(word::MOI)?;
    Some((each, each.phrase(Class::TimeUnit)?.1))
}

/// `50 triệu đồng trên 1 ha`, `6 tấn trên một héc ta`
fn on_one<'t, 'b>(next: Cursor<'t, 'b>) -> Option<Stretch<'t, 'b>> {
    let one = next.eat(word::TREN)?;
    let unit = one.eat(word::MOT).or_else(|| behind_one(one))?;
    let (_, end) = unit.phrase(Class::Unit).filter(|_| !is_time(unit))?;
    Some((unit, end))
}

/// Behind `1`, `01`.
fn behind_one<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    (at.number(1..=2) == Some(1)).then(|| at.next())
}

/// The 10.000 of `9,8 bác sĩ/10.000 dân`; any other number below a stroke is a count of its own.
pub(super) fn round_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let digits =
        at.digits().filter(|digits| digits.starts_with('1') && digits.bytes().skip(1).all(|byte| byte == b'0'))?;
    let mut next = at.next();
    while next.is_mark('.') && next.is_glued() && next.next().digits() == Some("000") {
        next = next.next().next();
    }
    (digits.len() > 1 || at.distance(next) > 1).then_some(next)
}

/// `mỗi` or `bình quân một` with its noun in the same clause, without another number between: `mỗi xã về đích được
/// thưởng 1 tỷ đồng`, `bình quân 1 ngày xảy ra 65 vụ`; and a time at the beginning: `Mỗi năm, hồ cấp 12 triệu m3`.
pub(super) fn per_before<'t>(before: Cursor<'t, '_>, kind: FactKind) -> Option<Cow<'t, str>> {
    const REACH: usize = 12;
    let mut at = before;
    for _ in 0..REACH {
        if at.is_paragraph() {
            return None;
        }
        at = at.back();
        let token = at.token();
        let each = match token.kind {
            Kind::Word => token.syllable == word::MOI || token.syllable == word::MOT && is_on_average(at),
            Kind::Digits if is_one(at) || kind == FactKind::Money && is_on_one(at) => true,
            Kind::Mark if token.mark == ',' && opens_with_time(at) => false,
            Kind::Digits | Kind::Mark | Kind::End => return None,
        };
        let noun = at.next();
        if let Some(end) = each.then(|| unit_behind(noun)).flatten() {
            return (end.distance(before) >= 0).then(|| words::clean(noun.text_to(end), true));
        }
    }
    None
}

/// The `1` or `một` behind `bình quân`, `trung bình`.
pub(crate) fn is_one(at: Cursor<'_, '_>) -> bool {
    is_on_average(at) && (at.is(word::MOT) || behind_one(at).is_some() && !digits::go_on(at))
}

/// The `1` of `doanh thu trên 1 ha`.
fn is_on_one(at: Cursor<'_, '_>) -> bool {
    let of = at.eat_left(word::TREN).filter(|_| behind_one(at).is_some_and(|unit| unit.phrase(Class::Unit).is_some()));
    of.is_some_and(|of| words::say_before(of, 4, "sum"))
}

/// Whether `bình quân` or `trung bình` ends here.
pub(crate) fn is_on_average(at: Cursor<'_, '_>) -> bool {
    let first = at.back().back();
    match at.left().syllable {
        word::QUAN => first.is(word::BINH),
        word::BINH => first.is(word::TRUNG),
        _ => false,
    }
}

/// Whether what stands here touches the stroke below a word: `ca mắc/100.000 dân`, `38 triệu/1 tháng`.
pub(crate) fn is_below_word(at: Cursor<'_, '_>) -> bool {
    at.is_glued() && at.eat_mark_left('/').is_some_and(|above| above.back().is_word())
}

/// The comma of `Mỗi năm, hồ cấp …`, `Bình quân 1 ngày, xảy ra …`.
fn opens_with_time(comma: Cursor<'_, '_>) -> bool {
    let Some((_, time)) = comma.phrase_left(Class::TimeUnit, 2) else { return false };
    let each = time.eat_left(word::MOI).filter(|each| each.is_sentence_start());
    each.is_some() || is_one(time.back())
}
