//! What somebody would write instead of using the crate, and the bare scans that nothing can beat.

use aho_corasick::packed;
use regex::{Captures, Regex};

/// A number as eight patterns tell it: mantissa and scale.
pub(crate) type Value = (i128, u32);

/// A match: its bytes, the pattern, and its number.
#[allow(dead_code)] // what a caller would read
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) pattern: usize,
    pub(crate) value: Option<Value>,
}

/// Eight patterns by somebody who knows what regexes cost: ASCII classes, no word boundaries.
pub(crate) struct Careful([Regex; 8]);

/// Eight patterns as they come to mind: `\d`, `\s`, `\b`, `(?i)`.
pub(crate) struct Naive([Regex; 8]);

/// Digits with groups and decimals, or number words; a range of two; scale words.
const NUMBER: &str = "((?:[0-9]+(?:\\.[0-9]{3})*(?:,[0-9]+)?|(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)(?: (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|trăm|linh|lẻ))*)\
(?: ?[-–] ?[0-9]+(?:\\.[0-9]{3})*(?:,[0-9]+)?)?(?: nghìn| ngàn| triệu| tỷ| tỉ){0,2})";
/// The same digits, and no more thought about it.
const ANY_NUMBER: &str =
    r"\b(\d+(?:\.\d{3})*(?:,\d+)?(?:\s*[-–]\s*\d+(?:\.\d{3})*(?:,\d+)?)?(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ)){0,2})";

const MONEY: &str = "đồng|USD|VND|VNĐ|EUR|euro|đô la Mỹ|nhân dân tệ|yên|won";
const UNITS: &str = "tấn/ha|tạ/ha|người/km2|km/h|m3/ngày|kg/người|ha|héc-ta|hecta|km2|km²|km|m2|m²|m3|m³|tấn|tạ|kg|gam|lít|kWh|MWh|MW|kV|mét|cm|mm|°C|tuổi|sào|ngày làm việc|ngày|tháng|tuần|giờ|phút|năm";
const NOUNS: &str = "lượt|người|đơn thư|đơn vị|đơn|vụ việc|vụ án|vụ|trường hợp|hộ dân|hộ nghèo|hộ|hồ sơ|tổ chức|doanh nghiệp|dự án|cuộc|xã|phường|thị trấn|huyện|tỉnh|công trình|công dân|cơ sở|đoàn|cán bộ|văn bản|thủ tục|học sinh|sinh viên|giáo viên|lao động|phòng học|giường bệnh|tuyến|lần|điểm|đối tượng|thí sinh|căn|ngôi|con|suất|phiếu|bộ|đề tài|mô hình|lớp|trường|trạm|bệnh nhân|đại biểu|đảng viên|chi bộ|đồng chí|ý kiến|kiến nghị|cuộc họp|hội nghị|nhiệm vụ|chỉ tiêu|tiêu chí|sản phẩm|mặt hàng|chiếc|xe|tàu|thuyền|khẩu|nhân khẩu|thôn|bản|ấp|khu|cụm|nhóm|ngành|lĩnh vực|quyết định|thông tư|nghị quyết|báo cáo|tờ trình|giấy phép|giấy chứng nhận|hợp đồng|gói thầu";
const TYPES: &str = "Quyết định|Nghị định|Thông tư|Thông tư liên tịch|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Báo cáo|Luật|Kết luận|Thông báo|Tờ trình|Hướng dẫn|Pháp lệnh";

fn careful() -> [String; 8] {
    [
        format!("{NUMBER} ?(?:%|‰|phần trăm|điểm phần trăm)"),
        format!("{NUMBER} (?:{MONEY})(?:/[a-zà-ỹđ]+)*"),
        format!("{NUMBER} ?(?:{UNITS})"),
        format!("{NUMBER}(?:/[0-9.]+)? (?:{NOUNS})"),
        "(?:ngày|sáng|chiều|tối) ([0-9]{1,2})(?:[-/.][0-9]{1,2}(?:[-/.][0-9]{4})?| tháng [0-9]{1,2} năm [0-9]{4})".to_owned(),
        "(?:[0-9]+ tháng (?:đầu )?)?(?:năm|năm học|tháng|quý|giai đoạn) ([0-9]{1,4}|I|II|III|IV)(?:/[0-9]{4}| ?[-–] ?[0-9]{4}| năm [0-9]{4})?".to_owned(),
        format!("(?:(?:{TYPES}) )?số ([0-9]+)(?:/[0-9]{{4}})?[-/][A-ZĐ][A-Za-zĐ0-9/-]*"),
        "(?:(?:điểm [a-zđ] )?khoản ([0-9]+),? )?Điều [0-9]+|[0-9]+ (?:lần|buổi)/(?:ngày|tuần|tháng|năm)|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)".to_owned(),
    ]
}

fn naive() -> [String; 8] {
    [
        format!(r"(?i){ANY_NUMBER}\s*(?:%|‰|phần\s+trăm\b|điểm\s+phần\s+trăm\b)"),
        format!(r"(?i){ANY_NUMBER}\s+(?:{MONEY})\b(?:/\w+)*"),
        format!(r"(?i){ANY_NUMBER}\s*(?:{UNITS})\b"),
        format!(r"(?i){ANY_NUMBER}(?:/[\d.]+)?\s+(?:{NOUNS})\b"),
        r"(?i)\b(?:ngày|sáng|chiều|tối)\s+(\d{1,2})(?:[-/.]\d{1,2}(?:[-/.]\d{4})?|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\b".to_owned(),
        r"(?i)\b(?:\d+\s+tháng\s+(?:đầu\s+)?)?(?:năm|năm\s+học|tháng|quý|giai\s+đoạn)\s+(\d{1,4}|I|II|III|IV)(?:/\d{4}|\s*[-–]\s*\d{4}|\s+năm\s+\d{4})?\b".to_owned(),
        format!(r"(?i)\b(?:(?:{TYPES})\s+)?số\s+(\d+)(?:/\d{{4}})?[-/]\w[\w/-]*\b"),
        r"(?i)\b(?:(?:điểm\s+\w\s+)?khoản\s+(\d+),?\s+)?Điều\s+\d+\b|\b\d+\s+(?:lần|buổi)/(?:ngày|tuần|tháng|năm)\b|\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)\b".to_owned(),
    ]
}

impl Careful {
    pub(crate) fn new() -> Self {
        Self(careful().map(|pattern| Regex::new(&pattern).unwrap()))
    }

    pub(crate) fn facts(&self, text: &str) -> Vec<Match> {
        resolved(&self.0, text)
    }
}

impl Naive {
    pub(crate) fn new() -> Self {
        Self(naive().map(|pattern| Regex::new(&pattern).unwrap()))
    }

    pub(crate) fn facts(&self, text: &str) -> Vec<Match> {
        resolved(&self.0, text)
    }
}

/// All matches with their numbers; of two that overlap the longer.
fn resolved(patterns: &[Regex], text: &str) -> Vec<Match> {
    let mut all: Vec<Match> = Vec::new();
    for (pattern, regex) in patterns.iter().enumerate() {
        all.extend(regex.captures_iter(text).map(|captures| found(pattern, &captures)));
    }
    all.sort_by_key(|one| (one.start, usize::MAX - one.end));
    let mut kept: Vec<Match> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last_mut() {
            Some(last) if one.start < last.end => {
                if one.end - one.start > last.end - last.start {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}

fn found(pattern: usize, captures: &Captures<'_>) -> Match {
    let whole = captures.get(0).expect("group 0 always matches");
    Match {
        start: whole.start(),
        end: whole.end(),
        pattern,
        value: captures.get(1).and_then(|number| value(number.as_str())),
    }
}

/// `1.234,5` as (12345, 1).
fn value(digits: &str) -> Option<Value> {
    let (mut mantissa, mut scale, mut behind) = (0_i128, 0, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                scale += u32::from(behind);
            }
            b',' => behind = true,
            b'.' => {}
            b' ' | b'-' => break, // a scale word or the end of a range: left to the reader
            _ => return None,
        }
    }
    Some((mantissa, scale))
}

/// Only finds 25 words, with vector instructions: about the fastest that a search can be.
pub(crate) struct Triggers(packed::Searcher);

const TRIGGERS: [&str; 25] = [
    "một ",
    "hai ",
    "ba ",
    "bốn ",
    "năm ",
    "sáu ",
    "bảy ",
    "tám ",
    "chín ",
    "mười",
    "quý ",
    "hằng ",
    "hàng ",
    "gấp ",
    "nửa ",
    "ngày ",
    "tháng ",
    "Điều ",
    "khoản ",
    "số ",
    "đồng",
    "triệu",
    "tỷ ",
    "nghìn",
    "phần trăm",
];

impl Triggers {
    pub(crate) fn new() -> Self {
        let searcher = packed::Config::new().builder().extend(TRIGGERS).build();
        Self(searcher.expect("a packed searcher for this machine"))
    }

    pub(crate) fn count(&self, text: &str) -> usize {
        self.0.find_iter(text).count()
    }
}
