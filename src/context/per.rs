//! What one unit is counted against: `đồng/người/tháng`, `mỗi năm`, `cho mỗi trường hợp`.

use std::borrow::Cow;

use crate::cursor::{Cursor, Gap};
use crate::facts::unit_behind;
use crate::lexicon::{Class, word, words};
use crate::number::words::scale;

/// `/người/tháng`, `/10.000 dân`, `/vạn dân`, `mỗi năm`, `cho mỗi trường hợp`, `một lít`: what one unit is counted
/// against, and the cursor behind it.
pub(super) fn per_behind<'t, 'b>(next: Cursor<'t, 'b>) -> (Vec<Cow<'t, str>>, Cursor<'t, 'b>) {
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
pub(super) fn per_before<'t>(before: Cursor<'t, '_>) -> Vec<Cow<'t, str>> {
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

