//! Numbers that name something: `quốc lộ 1`, `tiêu chí số 17`, `năm 2016`, `tháng 9`.

use super::Decimal;
use super::amount::Amount;
use super::roman;
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, NAMES, word};

/// Whether what stands before the number makes it a name, though a noun follows, of this class.
pub(crate) fn is_name(amount: &Amount<'_, '_>, noun: &str) -> bool {
    if is_behind_letter(amount) {
        return true;
    }
    let soft = || {
        label(amount.from).is_some_and(|(row, name)| {
            let how = lexicon::column(NAMES, row, 2);
            let of_place = || amount.plain && matches!(noun, "place" | "body");
            let code = || match lexicon::column(NAMES, row, 1) {
                UNIT => of_place() && is_code_of_unit(amount, name),
                // `Đề án 06 xã`, where it begins a sentence
                DOCUMENT => how == "yes" && name.is_capitalized() && of_place(),
                // `Tổ 81 xã`: of a place, and no members
                PLACE => how == "group" && name.is_capitalized() && amount.plain && noun == "place",
                _ => false,
            };
            let small = || is_small(amount) && fits_most(row, amount) && how != "proper";
            let named = small() || is_proper(name, amount.from) || code();
            let verb = || how == "verb" && is_object(name, row, noun) || how == "given" && is_given(name, amount, noun);
            named && !is_quantified(name) && !verb()
        })
    };
    let numbers = || {
        amount.plain && (is_personal(amount) || soft() || is_next(amount) || is_of_inspectors(amount))
            || is_pair(amount)
    };
    is_dotted(amount.from) || is_firm_name(amount) || numbers()
}

const PLACE: &str = "unit of an administration with a number";
const UNIT: &str = "army or police unit";
const DOCUMENT: &str = "document with a number";
const CHOICE: &str = "criterion, content or goal with a number";

/// `Lô B 2-9`, `vitamin B 12`; but `Công ty B 10.000 bộ quần áo`, `xã B 95 hộ`.
fn is_behind_letter(amount: &Amount<'_, '_>) -> bool {
    let letter = amount.from.back();
    let lettered = letter.token().len() == 1 && letter.is_upper();
    lettered && (is_small(amount) || amount.from.token().gap != Gap::Blank || letter.back().is_upper())
}

/// `Ban chỉ đạo 389 tỉnh`, `Ban chỉ đạo 1719 xã`, `BCĐ 35 tỉnh`, `Tổ công tác 35 huyện`: of a place, and a number that few of
/// its people would have, or behind an abbreviation or a capital.
fn is_code_of_unit(amount: &Amount<'_, '_>, name: Cursor<'_, '_>) -> bool {
    amount.from.token().len() >= 3 || name.is_capitalized() && (name.distance(amount.from) > 1 || name.is_upper())
}

/// `Đội kiểm tra 814 hoạt động`, `Đoàn kiểm tra 389 tỉnh`: teams of two offices have the number of the decision that made
/// them; any other is that of what they look at.
fn is_of_inspectors(amount: &Amount<'_, '_>) -> bool {
    matches!(amount.from.number(3..=3), Some(389 | 814)) && lexicon::words::say_before(amount.from, 3, "inspectors")
}

/// Whether the number is not more than that which the list gives the label: `lớp 15 học viên` is no grade, `gọi 15 công
/// dân nhập ngũ` no call.
fn fits_most(row: usize, amount: &Amount<'_, '_>) -> bool {
    lexicon::column(NAMES, row, 3).parse::<u32>().map_or(true, |most| amount.value <= most.into())
}

/// `kết luận 11 đảng viên vi phạm`, `quyết định 3 nội dung`, `lựa chọn 15 hộ`: a verb and what it is about; but `theo Kết luận 62`,
/// `Nghị quyết 4 khóa XII`.
fn is_object(name: Cursor<'_, '_>, row: usize, noun: &str) -> bool {
    let verb = !name.is_capitalized() && name.eat_any_left(&[word::THEO, word::TAI, word::CUA]).is_none();
    let object = || matches!(noun, "person" | "idea" | "event" | "thing" | "classifier" | "work");
    verb && (lexicon::column(NAMES, row, 1) == CHOICE || object())
}

/// `cấp 12 giấy phép`, `đã cấp 5 áo phao`, `, cấp 4 suất học bổng`: a verb and what is given; but `nhà cấp 4`, `bão cấp 12`. Of papers
/// there are no grades, but `dự toán cấp 2 báo cáo`.
fn is_given(name: Cursor<'_, '_>, amount: &Amount<'_, '_>, noun: &str) -> bool {
    let verb = || {
        let left = name.left();
        left.kind == Kind::Mark && left.mark != '.'
            || name.eat_any_left(&[word::DA_PAST, word::DUOC, word::VA, word::LET]).is_some()
    };
    noun == "document" && !amount.next.is(word::BAO) || matches!(noun, "thing" | "classifier") && verb()
}

/// Whether what stands before a number may take it alone, without the groups behind it: `tháng 6 240 hộ`, but not
/// `mức 200 000 đồng`.
pub(crate) fn may_number(at: Cursor<'_, '_>) -> bool {
    const LONG: usize = 3;
    // `Tiền thuê nhà⇥38 000 000 đ`: no name goes on in the next cell.
    let inside = at.token().gap < Gap::Tab;
    inside && label(at).is_some_and(|(row, _)| lexicon::column(NAMES, row, 2) == "no" || at.token().len() < LONG)
}

/// `Ban Chỉ đạo 389 tỉnh`: with a capital inside a sentence, or with one more inside itself, the
/// label is a proper name.
fn is_proper(name: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let inner = name.distance(end) > 1 && name.next().is_capitalized();
    name.is_capitalized() && (inner || !name.is_sentence_start()) && !name.is_upper()
}

/// `ĐT.494`, `ĐH.05`, `điểm a.1`: the dot joins the number to a symbol.
fn is_dotted(at: Cursor<'_, '_>) -> bool {
    let Some(dot) = at.eat_mark_left('.').filter(|dot| at.is_glued() && dot.is_glued()) else { return false };
    let symbol = dot.back();
    symbol.is_word() && (symbol.is_upper() && symbol.text().chars().count() < 4 || symbol.text().len() == 1)
}

/// `035085001234`: more digits without a separator than a count has.
fn is_personal(amount: &Amount<'_, '_>) -> bool {
    amount.from.token().len() > 8 && amount.from.token().kind == Kind::Digits
}

/// `Cột 3,4 báo cáo`, `khoản 1.8 điểm 2`, `phòng 3.12 nhà A`: two columns, or a part of a part, rather than a decimal.
fn is_pair(amount: &Amount<'_, '_>) -> bool {
    let mark = amount.from.next();
    let small = |at: Cursor<'_, '_>| at.number(1..=2).is_some();
    let joined = matches!(mark.token().mark, ',' | '.') && small(amount.from) && small(mark.next());
    let dotted = || mark.is_mark('.') && label(amount.from).is_some();
    joined && amount.scale == 0 && (is_part(amount.from) || dotted())
}

/// `Cột 3, 4 báo cáo`, `mục 1, 2, 5 và 7 cơ quan`, `năm 2021, 2022 và 2023 hộ nghèo`: the number that goes on from those of
/// parts, or from years.
fn is_next(amount: &Amount<'_, '_>) -> bool {
    const MOST: usize = 10;
    let mut at = amount.from;
    let mut next = amount.value;
    for _ in 0..MOST {
        let joint = at.eat_mark_left(',').or_else(|| at.eat_left(word::VA));
        let Some(number) = joint.map(Cursor::back) else { return false };
        match number.number(1..=4) {
            Some(value) if Decimal::from(value) < next => next = value.into(),
            _ => return false,
        }
        if is_part(number) || number.is_year() && number.eat_left(word::NAM).is_some() {
            return true;
        }
        at = number;
    }
    false
}

/// Whether the word before the number is that of a part of a document.
fn is_part(at: Cursor<'_, '_>) -> bool {
    label(at).is_some_and(|(row, _)| lexicon::column(NAMES, row, 1) == "part of a document")
}

/// Whether what stands before the number names a part or a road, and the noun behind it goes on in
/// the same way.
///
/// ```text
/// chained := label number label (digits | roman)         phòng 305 tầng 3, Chương trình 135 giai đoạn II
///          | label number "đoạn"                         đường tỉnh 499 đoạn qua xã
///          | label number at the end of its line or cell Mục 21 ⏎ HOẠT ĐỘNG
///          | ".." number at the end of its line          … ĐỐI TƯỢNG ........ 9 ⏎ PHẦN 2
/// ```
pub(crate) fn is_chained(amount: &Amount<'_, '_>, noun: Cursor<'_, '_>, behind: Cursor<'_, '_>) -> bool {
    if !amount.plain {
        return false;
    }
    let symbol = behind.is_upper() && behind.next().is_glued() && behind.next().is_digits();
    let numbered = symbol || is_number(behind);
    let broken = noun.token().gap >= Gap::Tab;
    // The page of a table of contents.
    let page = broken && amount.from.left().mark == '.' && amount.from.back().left().mark == '.';
    let name = || numbered && !(has_parts(amount.from, noun) && counts(behind)) || noun.is(word::DOAN) || broken;
    page || name() && label(amount.from).is_some()
}

/// `nhà 2 tầng`, `đường 4 làn xe`: what is built, and how many parts it has.
fn has_parts(number: Cursor<'_, '_>, noun: Cursor<'_, '_>) -> bool {
    number.eat_any_left(&[word::HOUSE, word::ROAD]).is_some() && lexicon::words::noun_says(noun, "part")
}

/// Whether a number of a noun stands here: `8 phòng học`, but not `2 phòng 3`.
fn counts(at: Cursor<'_, '_>) -> bool {
    at.is_digits() && at.next().phrase(Class::Noun).is_some_and(|(_, end)| !is_number(end))
}

/// Whether a number of a part stands here: `5`, `III`.
pub(crate) fn is_number(at: Cursor<'_, '_>) -> bool {
    at.is_digits() || roman::parse(at.text()).is_some()
}

/// Whether what stands before the number makes it a name, though a unit of measure follows.
pub(crate) fn is_firm_name(amount: &Amount<'_, '_>) -> bool {
    let at = amount.from;
    let firm = label(at).is_some_and(|(row, _)| lexicon::column(NAMES, row, 2) == "no" && !is_times_a_limit(amount));
    firm || is_calendar(amount)
}

/// `vượt QCVN 1,56 lần`: how many times what the standard allows; but `dự thảo QCVN 05 lần 2`.
fn is_times_a_limit(amount: &Amount<'_, '_>) -> bool {
    !amount.plain && amount.next.is(word::LAN) && amount.from.phrase_left(Class::NotDocument, 1).is_some()
}

/// Whether what stands before the number makes it a name where no unit follows: `đường 3/2`.
pub(crate) fn may_be_name(amount: &Amount<'_, '_>) -> bool {
    is_name(amount, "") || label(amount.from).is_some()
}

/// `bài 1 súng`, `tầng 3 nhà`: a small number without a leading zero after a word that is often
/// numbered is rather its name than a count of what follows.
fn is_small(amount: &Amount<'_, '_>) -> bool {
    const SMALL: u32 = 20;
    amount.plain && !amount.from.text().starts_with('0') && amount.value <= SMALL.into()
}

/// `mỗi xã 5 tiêu chí`, `ở 3 xã 12 hộ`: the word before the number is itself counted, and so no name.
fn is_quantified(name: Cursor<'_, '_>) -> bool {
    let each = [word::MOI, word::MOT, word::TUNG, word::CAC, word::TRONG_NHIEU, word::MAY];
    // The number may stand before the whole noun: `14 điện thoại di động 1 súng`.
    let mut noun = name;
    while noun.left().kind == Kind::Word && noun.distance(name) < 2 {
        noun = noun.back();
    }
    // `tổ 15 khu 3 phường Hồng Hà`: the number before is a name too.
    let counted = noun.left().kind == Kind::Digits && (label(noun.back()).is_none() || has_parts(noun.back(), noun));
    counted || name.eat_any_left(&each).is_some()
}

/// The label left of a number: its row in `names.tsv`, and the cursor before it. The `số` of `tổng số
/// 17 xã` is none.
pub(crate) fn label<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(usize, Cursor<'t, 'b>)> {
    let (row, from) = at.phrase_left(Class::Name, 5)?;
    if from.distance(at) > 1 {
        return Some((row, from));
    }
    // The end of a proper name: `Nhật Bản 912`; never a word that begins its line, nor that of `Trường THCS Số 2 xã Ea Kar`.
    let inside = from.token().gap < Gap::Line && from.back().is_word() && !from.is(word::SO);
    let proper = inside && from.is_capitalized() && from.back().is_capitalized();
    // The end of a longer word: `hòa giải 14 vụ`, `dân số 256 người`.
    let longer = |class| at.phrase_left(class, 4).is_some_and(|(_, start)| start.distance(at) > 1);
    let sums = from.eat_any_left(&[word::TONG, word::TRONG]).is_some() && from.is(word::SO);
    // `cùng kỳ 120 vụ`, `trong kỳ 15 ca`
    let same = from.eat_any_left(&[word::CUNG, word::TRONG]).is_some() && from.is(word::KY);
    (!proper && !sums && !same && !longer(Class::Noun) && !longer(Class::NotNoun)).then_some((row, from))
}

/// `năm 2016 xã hội hóa`, `trong tháng 9 doanh nghiệp`: the number names the year or the month;
/// but `mỗi tháng 2 xã`.
fn is_calendar(amount: &Amount<'_, '_>) -> bool {
    let Some(left) = amount.from.eat_any_left(&[word::NAM, word::THANG, word::NGAY, word::QUY]) else { return false };
    let repeats = [word::MOI, word::HANG, word::HANG_LEVEL, word::MOT, word::CA, word::TRONG_NHIEU];
    let most = if left.is(word::NGAY) { 31_u32 } else { 12 };
    let names = if left.is(word::NAM) { amount.from.token().len() == 4 } else { amount.value <= most.into() };
    let counted = left.eat_any_left(&repeats).is_some() || left.left().kind == Kind::Digits;
    amount.plain && names && !counted
}
