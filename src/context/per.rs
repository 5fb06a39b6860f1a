//! What one unit is counted against: `đồng/người/tháng`, `mỗi năm`, `cho mỗi trường hợp`.

use std::borrow::Cow;

use super::base::{Stretch, goes_on};
use crate::cursor::{Cursor, Gap};
use crate::facts::{FactKind, unit_behind};
use crate::lexicon::{self, Class, NOUNS, word, words};
use crate::number::digits;
use crate::number::words::scale;

/// `/người/tháng`, `/10.000 dân`, `/vạn dân`, `mỗi năm`, `cho mỗi trường hợp`, `một lít`: what one unit is counted
/// against, and the cursor behind it.
pub(super) fn per_behind<'t, 'b>(next: Cursor<'t, 'b>, kind: FactKind) -> (Vec<Cow<'t, str>>, Cursor<'t, 'b>) {
    const MOST: usize = 4;
    let mut per = Vec::new();
    let mut at = behind_noun(next).unwrap_or(next);
    while let Some(below) = stroke(at, !per.is_empty()).filter(|_| per.len() < MOST) {
        // `đồng/1 USD`: of one, the noun alone says it; but `bác sĩ/1.000 dân`.
        let round = round_number(below);
        let below = behind_one(below).filter(|_| round.is_none()).unwrap_or(below);
        let noun = round.or_else(|| scale(below).map(|(_, end)| end)).unwrap_or(below);
        let Some(end) = unit_behind(noun).filter(|_| !is_either(at, below)) else { break };
        per.push(words::clean(below.text_to(end), false));
        at = end;
    }
    if per.is_empty()
        && let Some((each, end)) = each_behind(next, kind)
    {
        per.push(words::clean(each.text_to(end), true));
        // `một người một tháng`
        let again = end.eat(word::MOT).filter(|_| kind == FactKind::Money);
        if let Some((again, time)) = again.and_then(|again| Some((again, again.phrase(Class::TimeUnit)?.1))) {
            per.push(words::clean(again.text_to(time), true));
            return (per, time);
        }
        return (per, end);
    }
    if per.is_empty() { (per, next) } else { (per, at) }
}

/// Behind `khách` of `4.500 lượt khách/ngày`, `thịt` of `9,2 kg thịt/người/năm`: at most three words and then a stroke
/// before a time or people, of which no other word is a choice.
fn behind_noun<'t, 'b>(next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MOST: usize = 3;
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
            return (is_time(below) || below.is(word::NGUOI) || in_time()).then_some(at);
        }
    }
    None
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
    at.phrase(Class::TimeUnit).is_some() || at.eat_any(&[word::GIO, word::DEM]).is_some()
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
pub(super) fn per_before<'t>(before: Cursor<'t, '_>) -> Vec<Cow<'t, str>> {
    const REACH: usize = 12;
    let mut at = before;
    for _ in 0..REACH {
        if at.is_paragraph() {
            break;
        }
        at = at.back();
        if let Some(noun) = each(at)
            && let Some(end) = unit_behind(noun)
        {
            return if end.distance(before) >= 0 { vec![words::clean(noun.text_to(end), true)] } else { Vec::new() };
        }
        let opening = at.is_mark(',') && opens_with_time(at);
        if !(at.is_word() || opening || is_one(at)) {
            break;
        }
    }
    Vec::new()
}

/// The noun of `mỗi ngày`, `bình quân một ngày`, `trung bình 1 hộ`.
fn each<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat(word::MOI).or_else(|| is_one(at).then(|| at.next()))
}

/// The `1` or `một` behind `bình quân`, `trung bình`.
pub(crate) fn is_one(at: Cursor<'_, '_>) -> bool {
    (at.is(word::MOT) || behind_one(at).is_some() && !digits::go_on(at)) && is_on_average(at)
}

/// Whether `bình quân` or `trung bình` ends here.
pub(crate) fn is_on_average(at: Cursor<'_, '_>) -> bool {
    at.eat_all_left(&[word::BINH, word::QUAN]).or_else(|| at.eat_all_left(&[word::TRUNG, word::BINH])).is_some()
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
