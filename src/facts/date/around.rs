//! What around a day makes it one: the words before it, the list in which it stands.

use crate::calendar::written::{self, Share, Written, near};
use crate::calendar::{are_days, is_licensed, is_listed, shared};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, NOUNS_NOT, Syllable, TIME_WORDS, word};
use crate::number::words;

/// `mục 2.1.2024`, `phiên bản 3.12.2023`: numbers with dots.
pub(super) fn is_section(at: Cursor<'_, '_>) -> bool {
    let before = at.phrase_left(Class::TimeWord, 1).filter(|_| near(at) && at.next().is_mark('.'));
    before.is_some_and(|(row, _)| lexicon::column(TIME_WORDS, row, 1) == "section")
}

/// Whether the words before a day and month without a year make it a date: `sáng 28-8`, `hôm nay
/// (19/8)`, `đến 22/8`, or the list in which it stands.
pub(super) fn is_told_by_context(at: Cursor<'_, '_>, written: Written, next: Cursor<'_, '_>) -> bool {
    if is_listed(at, word::NGAY) || are_days(at) {
        return true;
    }
    let slashed = at.next().is_mark('/');
    if !slashed && !at.next().is(word::THANG) && at.token().gap > Gap::Blank {
        return false;
    }
    let before = match at.eat_mark_left('(').or_else(|| at.eat_mark_left(',')) {
        Some(bracket) if bracket.eat_any_left(&[word::NAY_NOW, word::QUA_PAST, word::MAI, word::KIA]).is_some() => {
            return true;
        }
        Some(bracket) if next.is_mark(')') && slashed && is_day_with_a_name(bracket) => return true,
        // `Trước đó, 14/8, đoàn đã làm việc tại xã`
        Some(comma) => {
            let then = comma.eat_left(word::DO_THAT).filter(|_| at.eat_mark_left(',').is_some());
            let then = then.is_some_and(|that| that.eat_any_left(&[word::TRUOC, word::SAU_AFTER]).is_some());
            return then && next.is_mark(',') && slashed && written::share(at, written) == Share::No;
        }
        None => at,
    };
    const BOUNDS: [Syllable; 7] = [word::TU, word::DEN, word::TOI, word::HET, word::TRUOC, word::SAU_AFTER, word::VAO];
    let now = before.eat_any_left(&[word::NAY_NOW, word::MAI]).is_some() || is_past(before);
    // `lên tới 5/6`, `đạt đến 3/4`: shares.
    let reaches = [word::LEN, word::XUONG, word::DAT, word::CHIEM];
    let bounded = slashed && before.eat_any_left(&BOUNDS).is_some_and(|left| left.eat_any_left(&reaches).is_none());
    // `từ 1/5 đến 3/5`: both ends may be shares.
    let doubtful = || written::lower_end(before).and_then(written::days_or_shares).is_some();
    is_licensed(before, written) || now || bounded && !is_fraction(at, written, next) && !doubtful()
}

/// `Ngày Thương binh - Liệt sĩ (27/7)`, `kỷ niệm ngày thành lập Đoàn (26/3)`: a day of every year, which has a capital inside
/// its sentence, or in its name, or is remembered; `KẾT QUẢ TRONG NGÀY (3/5)` has capitals anyhow. Only words and a hyphen
/// stand between.
fn is_day_with_a_name(bracket: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 14;
    const REACH: isize = 6;
    let mut at = bracket;
    for _ in 0..MOST_WORDS {
        if !(at.left().kind == Kind::Word || at.left().mark == '-') || at.token().gap > Gap::Line {
            return false;
        }
        at = at.back();
        if at.is(word::NGAY) {
            let named =
                at.is_capitalized() && !at.is_upper() && (!at.is_sentence_start() || at.next().is_capitalized());
            let remembered = || at.words_left(REACH).any(|left| left.phrase(Class::TimeWord).is_some_and(is_memory));
            return named || remembered();
        }
    }
    false
}

/// `kỷ niệm` of the list.
fn is_memory((row, _): (usize, Cursor<'_, '_>)) -> bool {
    lexicon::column(TIME_WORDS, row, 2) == "memory"
}

/// `hôm qua 5/6`, `tối qua 5/6`, but not `qua 5/6 chặng`.
fn is_past(at: Cursor<'_, '_>) -> bool {
    let past = at.eat_any_left(&[word::QUA_PAST, word::KIA]);
    past.is_some_and(|at| at.eat_left(word::HOM).is_some() || day_part_before(at))
}

/// `đến 2/3 số xã` is a share before what may be a noun, `đến 5/6 xã` before what is one.
fn is_fraction(at: Cursor<'_, '_>, written: Written, next: Cursor<'_, '_>) -> bool {
    if is_read_as_share(next) {
        return true;
    }
    // `từ 1/7 thực hiện`: a verb tells that nothing is shared out.
    let verb = || {
        let reason = next.phrase(Class::NotNoun).map_or("", |(row, _)| lexicon::column(NOUNS_NOT, row, 1));
        reason.starts_with("verb") || reason == "adverb"
    };
    // `từ 1/3 đến 1/2 số hộ`, `từ 7/10 đến 9/10 hộ`, but `từ 1/3 đến ngày 5/3`
    let upper = next.eat(word::DEN).and_then(|upper| {
        let (day, end) = written::day(upper)?;
        Some((written::share(upper, day), end))
    });
    match (written::share(at, written), upper) {
        (Share::No, _) => false,
        (_, Some((Share::Likely, _))) => true,
        (_, Some((Share::Rare, end))) => end.phrase(Class::Noun).is_some(),
        _ if !near(next) || !next.is_word() || next.is(word::DEN) => false,
        (Share::Rare, _) => next.phrase(Class::Noun).is_some(),
        (Share::Likely, _) => !verb(),
    }
}

/// `1/3 (một phần ba)`: the brackets say how it is read.
fn is_read_as_share(next: Cursor<'_, '_>) -> bool {
    let words = next.eat_mark('(').and_then(words::read);
    words.is_some_and(|above| above.next.is(word::PHAN))
}

/// A day whose year, or month and year, a later item of its list names.
pub(super) fn with_year_of_list(written: Written, next: Cursor<'_, '_>) -> Written {
    if written.year.is_some() {
        return written;
    }
    let later = shared(next, word::NGAY);
    let ascends = (written.month, written.day) < (later.month, later.day);
    Written { year: later.year.filter(|_| ascends), ..written }
}

/// `ngày 5` of `ngày 5, 6 và 7/6/2023`; of its further items too.
pub(super) fn listed_day<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let (day, next) = written::small(at)?;
    let opens = at.eat_mark_left('(').unwrap_or(at).eat_left(word::NGAY).is_some();
    // `ngày 5/6, 10-12/6`: the first end of a range.
    let ranges = || next.is_mark('-') && next.is_glued() && next.next().is_digits();
    let in_list = opens || are_days(at) || day_part_before(at) || is_listed(at, word::NGAY) && !ranges();
    let later = shared(next, word::NGAY);
    let month = later.month.filter(|_| in_list && later.day.is_some_and(|last| day < last))?;
    let written = Written { day: Some(day), month: Some(month), year: later.year, lunar: false };
    Some((written, next))
}

fn day_part_before(at: Cursor<'_, '_>) -> bool {
    at.phrase_left(Class::TimeWord, 1).is_some_and(|(row, _)| lexicon::column(TIME_WORDS, row, 1) == "part")
}
