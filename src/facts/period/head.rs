//! Years, and stretches of years with a name.
//!
//! ```text
//! headed := head [ordinal] ["từ"] [["các"] "năm"] years | head [ordinal] "(" years ")"
//! head   := "giai đoạn" | "nhiệm kỳ" | "năm học" | "vụ Đông Xuân" | … of time_words.tsv
//! years  := Y ("-" | "đến") ["năm"] Y | Y "/" Y | Y          the last two of school years and seasons
//!         | (Y | YY) "-" YY                                   năm học 2023-24, nhiệm kỳ 20-25, giai đoạn 21-25
//! school := ["từ"] "năm học" years "đến" (["hết"] ["năm học"] years | ["hiện"] "nay")      the latter behind từ
//! decade := ("thập niên" | "thập kỷ" | "những năm") (YYY0 | Y0)
//! year   := "năm" Y | Y                              the latter within a list: năm 2021, 2022 và 2023
//! told   := "năm" Y … ("," | ";") Y ("là" | "đạt")       the year behind it, as the subject
//!         | "đến hết" Y | "Đến" Y "," | "đến" Y ", tầm nhìn" | "tầm nhìn" ["đến"] Y          the span is Y alone
//! ```

use super::read::{Found, is_amount};
use super::{Period, PeriodLabel, range};
use crate::calendar::written::{self, ends, near};
use crate::calendar::{Partial, heads_clause, is_listed};
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{self, Class, TIME_WORDS, word, words};
use crate::number::roman;

pub(super) fn headed<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (row, next) = at.phrase(Class::TimeWord)?;
    if lexicon::column(TIME_WORDS, row, 1) != "head" {
        return None;
    }
    let label = match lexicon::column(TIME_WORDS, row, 2) {
        "stage" => PeriodLabel::Stage,
        "term" => PeriodLabel::Term,
        "school_year" => PeriodLabel::SchoolYear,
        "year" => PeriodLabel::Year,
        _ => PeriodLabel::Season,
    };
    if let Some((start, end, next)) = short_years(next, label) {
        let period = Period::between(Partial::year_of(start)?, Partial::year_of(end)?)?;
        return Some((period.labelled(label), next));
    }
    let numbered = ordinal(next).unwrap_or(next);
    let bracket = numbered.eat_mark('(').filter(|&next| near(next));
    let next = bracket.unwrap_or(numbered);
    let next = next.eat(word::TU).unwrap_or(next);
    let next = next.eat(word::CAC).unwrap_or(next);
    let next = next.eat(word::NAM).unwrap_or(next);
    let (start, end, next) = years(next, label)?;
    let next = match bracket {
        Some(_) => next.eat_mark(')')?,
        None => next,
    };
    let start = Partial::year_of(start)?;
    let period = match end {
        Some(end) => Period::between(start, Partial::year_of(end)?)?,
        None => Period::of(start),
    };
    Some((period.labelled(label), next))
}

/// `từ năm học 2016-2017 đến năm học 2018-2019`, `từ năm học 2020-2021 đến nay`
pub(super) fn school_years<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let from = at.eat(word::TU).filter(|&next| near(next));
    let years_at = from.unwrap_or(at).eat_all(&[word::NAM, word::HOC])?;
    let (first, Some(_), next) = years(years_at, PeriodLabel::SchoolYear)? else { return None };
    let to = next.eat_any(&[word::DEN, word::TOI]).filter(|&to| near(next) && near(to))?;
    if let Some(end) = from.and_then(|_| range::now(to)) {
        return Some((Period::since(Partial::year_of(first)?).labelled(PeriodLabel::Range), end));
    }
    let to = to.eat(word::HET).unwrap_or(to);
    let last_at = to.eat_all(&[word::NAM, word::HOC]).unwrap_or(to);
    let (start, Some(last), end) = years(last_at, PeriodLabel::SchoolYear)? else { return None };
    let period = Period::between(Partial::year_of(first)?, Partial::year_of(last)?)?;
    (first < start).then_some((period.labelled(PeriodLabel::Range), end))
}

/// The number of a term or stage: `nhiệm kỳ X (2018 - 2023)`.
fn ordinal<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let number = roman::parse(at.text()).is_some() || at.token().kind == Kind::Digits && at.token().len() <= 2;
    number.then(|| at.next()).filter(|&next| near(at) && near(next))
}

/// Two years, or one year where the label allows it.
fn years<'t, 'b>(at: Cursor<'t, 'b>, label: PeriodLabel) -> Option<(u16, Option<u16>, Cursor<'t, 'b>)> {
    let (start, next) = written::four_digits(at).filter(|_| near(at))?;
    let in_two_years = matches!(label, PeriodLabel::SchoolYear | PeriodLabel::Season | PeriodLabel::Year);
    let joint = joint(next).or_else(|| next.eat_mark('/').filter(|_| in_two_years));
    let end = joint.and_then(|joint| written::four_digits(joint)).filter(|&(end, next)| start < end && ends(next));
    match end {
        Some((end, next)) if end - start <= 50 && (!in_two_years || end - start <= 6) => Some((start, Some(end), next)),
        _ => (matches!(label, PeriodLabel::Season | PeriodLabel::Year) && ends(next)).then_some((start, None, next)),
    }
}

/// `năm học 2023-24`, `năm học 23-24`, `nhiệm kỳ 20-25`, `giai đoạn 21-25`, `giai đoạn 2021 - 30`: years by their last
/// digits, as many apart as such years are. A stage that is told by them alone is one of the plans, which begin in years
/// with a 1 or a 6; other numbers of stages may be weeks or ages.
fn short_years<'t, 'b>(at: Cursor<'t, 'b>, label: PeriodLabel) -> Option<(u16, u16, Cursor<'t, 'b>)> {
    let stage = label == PeriodLabel::Stage;
    let two = |at: Cursor<'t, 'b>| at.number(2..=2).map(|year| year as u16);
    let century = if stage && two(at).is_some_and(|year| year >= 50) { 1900 } else { 2000 };
    let spelled = written::four_digits(at).map(|(year, _)| year);
    let start = two(at).map(|year| century + year).or(spelled).filter(|_| near(at))?;
    let end_at = at.next().eat_mark('-')?;
    let end = start - start % 100 + two(end_at)?;
    let apart = end.checked_sub(start)?;
    let fits = match label {
        PeriodLabel::SchoolYear => apart == 1,
        PeriodLabel::Term => apart == 5,
        PeriodLabel::Stage if spelled.is_some() => (1..=10).contains(&apart) && (1900..=2100).contains(&start),
        PeriodLabel::Stage => matches!(apart, 4 | 9) && start % 5 == 1,
        _ => false,
    };
    let next = end_at.next();
    let told = fits && near(at.next()) && near(end_at) && ends(next);
    (told && !is_amount(next) && next.phrase(Class::TimeUnit).is_none()).then_some((start, end, next))
}

/// `-`, `đến`, `đến năm` between years.
pub(super) fn joint<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let next = at.eat_mark('-').or_else(|| at.eat_any(&[word::DEN, word::TOI]))?;
    let next = next.eat(word::NAM).unwrap_or(next);
    (near(at) && near(next)).then_some(next)
}

pub(super) fn decade<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let next = at
        .eat_all(&[word::THAP, word::NIEN])
        .or_else(|| at.eat_all(&[word::THAP, word::KY_DECADE]))
        .or_else(|| at.eat_all(&[word::NHUNG, word::NAM]))?;
    let digits = next.digits().filter(|digits| near(next) && digits.ends_with('0') && ends(next.next()))?;
    let year: u16 = digits.parse().ok()?;
    let first = match digits.len() {
        4 if (1000..3000).contains(&year) => year,
        2 if (30..100).contains(&year) => 1900 + year,
        _ => return None,
    };
    // `những năm 2010, 2011`: years one by one.
    let next = next.next();
    let listed = digits.len() == 4 && next.is_mark(',') && next.next().is_digits()
        || near(next) && (next.is_mark('-') || next.is_mark('/'));
    let decade = Period::of(Partial::decade_of(first)?).labelled(PeriodLabel::Decade);
    (!listed).then_some((decade, next))
}

pub(super) fn year<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (year, next) = match written::year(at) {
        Some(found) => found,
        None => {
            let (year, next) = written::four_digits(at).filter(|(year, _)| (1900..=2100).contains(year))?;
            let listed = is_listed(at, word::NAM) && ends(next) && !is_amount(next) && !at.is_glued();
            listed.then_some((year, next))?
        }
    };
    Some((Period::of(Partial::year_of(year)?).labelled(PeriodLabel::Year), next))
}

/// Whether the words around four digits tell that they are a year: `đến hết 2025`, `Đến 2030, hoàn thành`, `đến
/// 2030, tầm nhìn đến 2050`, `tầm nhìn 2045`, `định hướng đến 2045`.
pub(super) fn is_told(at: Cursor<'_, '_>) -> bool {
    let to = at.eat_any_left(&[word::DEN, word::TOI]);
    let Some(left) = to else {
        let end = at.eat_left(word::HET).is_some_and(|left| left.eat_any_left(&[word::DEN, word::TOI]).is_some());
        return end || words::say_before(at, 2, "vision");
    };
    let comma = at.next().eat_mark(',');
    let opens = at.back().is_capitalized() && at.back().is_sentence_start() && comma.is_some();
    let goes_on = || comma.is_some_and(|vision| words::say_before(vision.next().next(), 2, "vision"));
    opens || goes_on() || words::say_before(left, 2, "vision")
}

/// `Năm 2023 đạt 12%, 2024 là 13,5%`: the year behind one that was told shortly before, in the same sentence, as the
/// subject of what follows.
pub(super) fn is_subject(at: Cursor<'_, '_>) -> bool {
    const REACH: usize = 16;
    if !heads_clause(at) {
        return false;
    }
    let mut left = at;
    for _ in 0..REACH {
        // A full stop, not the dot of `2.100 hộ`.
        if left.is_paragraph() || left.left().mark == '.' && !left.is_glued() {
            return false;
        }
        left = left.back();
        if left.number(4..=4).zip(at.number(4..=4)).is_some_and(|(before, year)| before + 1 == year) {
            return left.eat_left(word::NAM).is_some() || heads_clause(left);
        }
    }
    false
}

/// A year without its head word, as the words around it tell.
pub(super) fn told<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (year, next) = written::four_digits(at).filter(|(year, _)| (1900..=2100).contains(year))?;
    let free = ends(next) && !is_amount(next) && !at.is_glued();
    free.then(|| Some((Period::of(Partial::year_of(year)?).labelled(PeriodLabel::Year), next)))?
}
