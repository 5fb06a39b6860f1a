//! Report prose made from templates and a fixed seed: the texts that speed is measured on, and that
//! the property tests damage.
//!
//! No sentence is written twice in the same way: slots are filled with numbers that are spread
//! evenly over their magnitudes, plain sentences are put together from four lists. A text repeated
//! from one article would lie, since the branch predictor learns it.

#![allow(dead_code)] // each program that includes this uses its own part

mod words;

pub(crate) use words::{Dialect, spell};

use std::fmt::Write as _;

/// SplitMix64: small, seeded, and the same everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    /// From `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    pub(crate) fn chance(&mut self, share: f64) -> bool {
        ((self.next() >> 11) as f64) < share * (1_u64 << 53) as f64
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &'a [&'a T]) -> &'a T {
        from[self.between(0, from.len() as u64 - 1) as usize]
    }

    /// Spread evenly over the magnitudes: as many from 10 to 99 as from 100 to 999.
    pub(crate) fn magnitude(&mut self, low: u64, high: u64) -> u64 {
        let (low, high) = (low as f64, high as f64);
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        (low * (high / low).powf(share)).round() as u64
    }
}

/// Digits in groups of three parted by points.
pub(crate) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// What a text is like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Style {
    /// Three sentences in ten bear facts.
    Report,
    /// One sentence in a hundred.
    Sparse,
    /// Rows of figures.
    Dense,
    /// English words, numbers and code.
    Ascii,
}

/// A text and how many slots were filled with what is, as a rule, one fact.
pub(crate) struct Corpus {
    pub(crate) text: String,
    pub(crate) slots: usize,
}

/// At least `bytes` bytes of text.
pub(crate) fn generate(style: Style, bytes: usize, seed: u64) -> Corpus {
    let mut writer = Writer { random: Random::new(seed), text: String::with_capacity(bytes + 1024), slots: 0 };
    while writer.text.len() < bytes {
        match style {
            Style::Report => writer.paragraph(0.30),
            Style::Sparse => writer.paragraph(0.01),
            Style::Dense => writer.row(),
            Style::Ascii => writer.english(),
        }
    }
    Corpus { text: writer.text, slots: writer.slots }
}

/// One sentence that bears facts.
pub(crate) fn fact_sentence(random: &mut Random) -> String {
    let mut writer = Writer { random: random.clone(), text: String::new(), slots: 0 };
    writer.fact_sentence();
    *random = writer.random;
    writer.text
}

struct Writer {
    random: Random,
    text: String,
    slots: usize,
}

impl Writer {
    fn paragraph(&mut self, share: f64) {
        for i in 0..5 {
            if i > 0 {
                self.text.push(' ');
            }
            if self.random.chance(share) {
                self.fact_sentence();
            } else {
                self.plain_sentence();
            }
        }
        self.text.push_str("\n\n");
    }

    fn fact_sentence(&mut self) {
        if self.random.chance(0.12) {
            let start = self.random.pick(FRAGMENTS);
            self.fill(start);
        }
        let template = self.random.pick(FACT_SENTENCES);
        self.fill(template);
    }

    fn plain_sentence(&mut self) {
        if self.random.chance(0.25) {
            let sentence = self.random.pick(PLAIN_SENTENCES);
            self.text.push_str(sentence);
            return;
        }
        for part in [SUBJECTS, VERBS, OBJECTS, ADVERBIALS] {
            if part != SUBJECTS {
                self.text.push(' ');
            }
            let words = self.random.pick(part);
            self.text.push_str(words);
        }
        self.text.push('.');
    }

    fn row(&mut self) {
        let row = self.random.pick(ROWS);
        self.fill(row);
        self.text.push('\n');
    }

    fn english(&mut self) {
        for i in 0..self.random.between(6, 22) {
            if i > 0 {
                self.text.push(' ');
            }
            let draw = self.random.between(0, 999);
            match draw {
                0..6 => {
                    let number = self.random.magnitude(2, 90_000);
                    let _ = write!(self.text, "{number}");
                }
                6..20 => {
                    let code = self.random.pick(CODE);
                    self.text.push_str(code);
                }
                _ => {
                    let word = self.random.pick(ENGLISH);
                    self.text.push_str(word);
                }
            }
        }
        self.text.push_str(".\n");
    }

    /// Writes a template with its slots filled.
    fn fill(&mut self, template: &str) {
        let mut rest = template;
        while let Some((before, from)) = rest.split_once('{') {
            self.text.push_str(before);
            let (slot, behind) = from.split_once('}').expect("a slot is closed");
            self.slot(slot);
            rest = behind;
        }
        self.text.push_str(rest);
    }

    fn slot(&mut self, slot: &str) {
        self.slots += usize::from(!matches!(slot, "tinh" | "co_quan" | "noi_dung"));
        let value = match slot {
            "count" => format!("{} {}", self.integer(), self.random.pick(NOUNS)),
            "noun" => self.random.pick(NOUNS).to_owned(),
            "number" => self.integer(),
            "pct" => self.percentage(),
            "ratio" => {
                let whole = self.random.magnitude(8, 3_000);
                let part = self.random.between(1, whole);
                format!("{}/{} {}", grouped(part), grouped(whole), self.random.pick(NOUNS))
            }
            "money" => self.money(),
            "measure" => format!("{} {}", self.decimal(), self.random.pick(UNITS)),
            "rate" => format!("{} {}", self.decimal(), self.random.pick(RATES)),
            "duration" => format!("{:02} {}", self.random.between(1, 90), self.random.pick(DURATIONS)),
            "date" => self.date(),
            "period" => self.period(),
            "document" => self.document(),
            "provision" => self.provision(),
            "words" => {
                let value = self.random.magnitude(2, 999);
                format!("{} {}", spell(value, Dialect::default()), self.random.pick(NOUNS))
            }
            "recurrence" => self.random.pick(RECURRENCES).to_owned(),
            "tinh" => self.random.pick(PROVINCES).to_owned(),
            "co_quan" => self.random.pick(AGENCIES).to_owned(),
            "noi_dung" => self.random.pick(OBJECTS).to_owned(),
            _ => unreachable!("no such slot: {slot}"),
        };
        self.text.push_str(&value);
    }

    fn integer(&mut self) -> String {
        let value = self.random.magnitude(2, 40_000);
        match value {
            0..10 if self.random.chance(0.5) => format!("0{value}"),
            1_000.. if self.random.chance(0.07) => value.to_string(),
            _ => grouped(value),
        }
    }

    fn decimal(&mut self) -> String {
        let whole = self.random.magnitude(1, 9_000);
        match self.random.between(0, 2) {
            0 => grouped(whole),
            1 => format!("{},{}", grouped(whole), self.random.between(1, 9)),
            _ => format!("{},{:02}", grouped(whole), self.random.between(1, 99)),
        }
    }

    fn percentage(&mut self) -> String {
        let whole = self.random.between(0, 130);
        match self.random.between(0, 3) {
            0 => format!("{whole}%"),
            1 => format!("{whole},{}%", self.random.between(1, 9)),
            _ => format!("{whole},{:02}%", self.random.between(1, 99)),
        }
    }

    fn money(&mut self) -> String {
        let r = &mut self.random;
        match r.between(0, 7) {
            0 => format!("{} tỷ đồng", grouped(r.magnitude(2, 90_000))),
            1 => format!("{},{} tỷ đồng", grouped(r.magnitude(2, 9_000)), r.between(1, 99)),
            2 => format!("{} triệu đồng", grouped(r.magnitude(2, 9_000))),
            3 => format!("{} đồng", grouped(r.magnitude(2, 9_000) * 1_000)),
            4 => format!("{},{} triệu USD", r.between(1, 900), r.between(1, 9)),
            5 => format!("{} tỷ {} triệu đồng", r.between(2, 90), r.between(10, 999)),
            6 => format!("{} nghìn tỷ đồng", r.between(2, 900)),
            _ => format!("{} đồng/người/tháng", grouped(r.magnitude(20, 5_000) * 1_000)),
        }
    }

    fn date(&mut self) -> String {
        let r = &mut self.random;
        let (day, month, year) = (r.between(1, 28), r.between(1, 12), r.between(2004, 2026));
        match r.between(0, 6) {
            0 => format!("ngày {day}/{month}/{year}"),
            1 => format!("ngày {day:02}/{month:02}/{year}"),
            2 => format!("ngày {day:02} tháng {month:02} năm {year}"),
            3 => format!("ngày {day:02}-{month:02}-{year}"),
            4 => format!("ngày {day}.{month}.{year}"),
            5 => format!("ngày {day}/{month}"),
            _ => format!("sáng {day}/{month}/{year}"),
        }
    }

    fn period(&mut self) -> String {
        let r = &mut self.random;
        let (year, month) = (r.between(2004, 2026), r.between(1, 12));
        let quarter = r.pick(&["I", "II", "III", "IV"]);
        match r.between(0, 11) {
            0..3 => format!("năm {year}"),
            3 => format!("quý {quarter}/{year}"),
            4 => format!("quý {quarter} năm {year}"),
            5 => format!("6 tháng đầu năm {year}"),
            6 => format!("{month} tháng năm {year}"),
            7 => format!("tháng {month}/{year}"),
            8 => format!("giai đoạn {year} - {}", year + 5),
            9 => format!("giai đoạn {year}-{}", year + 4),
            10 => format!("năm học {year} - {}", year + 1),
            _ => format!("tháng {month:02} năm {year}"),
        }
    }

    fn document(&mut self) -> String {
        let r = &mut self.random;
        let (number, year) = (r.magnitude(2, 4_000), r.between(2004, 2026));
        match r.between(0, 13) {
            0 => format!("Quyết định số {number}/QĐ-UBND"),
            1 => format!("Quyết định số {number}/{year}/QĐ-TTg"),
            2 => format!("Nghị định số {number}/{year}/NĐ-CP"),
            3 => format!("Thông tư số {number:02}/{year}/TT-BTC"),
            4 => format!("Nghị quyết số {number}-NQ/TW"),
            5 => format!("Chỉ thị số {number}-CT/TU"),
            6 => format!("Kế hoạch số {number}/KH-UBND"),
            7 => format!("Công văn số {number}/UBND-NC"),
            8 => format!("Báo cáo số {number}/BC-TTr"),
            9 => format!("Thông tư liên tịch số {number}/{year}/TTLT-BTC-BNV"),
            10 => format!("Nghị quyết số {number}/{year}/NQ-HĐND"),
            11 => format!("Luật số {number}/{year}/QH13"),
            12 => format!("số {number}/TB-VPCP"),
            _ => format!("Kết luận số {number}-KL/TW"),
        }
    }

    fn provision(&mut self) -> String {
        let r = &mut self.random;
        let (article, clause) = (r.between(1, 90), r.between(1, 9));
        let point = r.pick(&["a", "b", "c", "d", "đ", "e"]);
        match r.between(0, 4) {
            0 => format!("Điều {article}"),
            1 => format!("khoản {clause} Điều {article}"),
            2 => format!("điểm {point} khoản {clause} Điều {article}"),
            3 => format!("khoản {clause}, Điều {article}"),
            _ => format!("Chương {}", r.pick(&["I", "II", "III", "IV", "V"])),
        }
    }
}

const NOUNS: &[&str] = &[
    "lượt",
    "người",
    "đơn",
    "vụ việc",
    "trường hợp",
    "hộ",
    "hồ sơ",
    "tổ chức",
    "doanh nghiệp",
    "dự án",
    "cuộc",
    "đơn thư",
    "xã",
    "công trình",
    "cơ sở",
    "đoàn",
    "cán bộ",
    "văn bản",
    "thủ tục",
    "học sinh",
    "lao động",
    "phòng học",
    "giường bệnh",
    "tuyến",
];
const UNITS: &[&str] = &["ha", "km", "m2", "m3", "tấn", "kg", "km2", "kWh", "MW", "tạ", "lít", "mét"];
const RATES: &[&str] = &["tấn/ha", "tạ/ha", "người/km2", "km/h", "m3/ngày", "kg/người"];
const DURATIONS: &[&str] = &["ngày", "ngày làm việc", "tháng", "phút", "giờ", "tuần"];
const RECURRENCES: &[&str] = &["2 lần/tháng", "12 buổi/năm", "hằng năm", "hằng tháng", "04 lần/năm", "mỗi tháng"];
const PROVINCES: &[&str] = &[
    "Hải Dương",
    "Bắc Ninh",
    "Nghệ An",
    "Quảng Trị",
    "Đắk Lắk",
    "Cà Mau",
    "Lâm Đồng",
    "Phú Thọ",
    "Thái Bình",
    "Kiên Giang",
    "Hà Giang",
    "Bình Thuận",
    "Sóc Trăng",
    "Yên Bái",
    "Khánh Hòa",
];
const AGENCIES: &[&str] = &[
    "Sở Tài chính",
    "Thanh tra tỉnh",
    "Ủy ban nhân dân huyện",
    "Ban Tiếp công dân",
    "Sở Nông nghiệp",
    "Công an tỉnh",
    "Hội đồng nhân dân tỉnh",
    "Sở Lao động",
    "Cục Thuế",
    "Ban Thường vụ Tỉnh ủy",
    "Sở Y tế",
    "Văn phòng Ủy ban",
];

/// Sentences that state facts.
const FACT_SENTENCES: &[&str] = &[
    "Toàn tỉnh đã tiếp {count} với {number} người đến khiếu nại, tố cáo.",
    "Trong {period}, {co_quan} tiếp nhận {count}, tăng {pct} so với cùng kỳ.",
    "Kết quả giải quyết đạt {pct}, cao hơn mức bình quân chung của tỉnh {tinh}.",
    "Tổng kinh phí thực hiện là {money}, trong đó ngân sách tỉnh {money}.",
    "Căn cứ {document} {date} của {co_quan} về việc {noi_dung}.",
    "Theo quy định tại {provision} của Luật, thời hạn giải quyết là {duration}.",
    "Diện tích gieo trồng ước đạt {measure}, năng suất bình quân {rate}.",
    "Đến {date}, {co_quan} đã hoàn thành {ratio}, đạt {pct}.",
    "Số hộ nghèo giảm {count}, tỷ lệ còn {pct} vào cuối {period}.",
    "Thu ngân sách trên địa bàn đạt {money}, bằng {pct} dự toán.",
    "Thu hút {count} với tổng vốn đăng ký {money}.",
    "Các đơn vị đã kiểm tra {count} và xử phạt {money}.",
    "Tại kỳ họp {date}, các đại biểu thông qua {document}.",
    "Có {words} chưa hoàn thành báo cáo theo {document}.",
    "Chủ tịch tiếp công dân định kỳ {recurrence}, mỗi buổi không quá {duration}.",
    "Đã giải ngân {money}, đạt {pct} kế hoạch của {period}.",
    "Phấn đấu đến hết {period} có {pct} số xã đạt chuẩn.",
    "Xây dựng mới {measure} đường giao thông và {count}.",
    "Giá trị sản xuất công nghiệp {period} tăng {pct} so với cùng kỳ.",
    "Toàn ngành có {count}, trong đó {count} là nữ, chiếm {pct}.",
    "Mức hỗ trợ là {money}, áp dụng từ {date}.",
    "Theo {provision}, người vi phạm bị phạt tiền đến {money}.",
    "Sản lượng thu hoạch {measure}, giảm {pct} do thời tiết.",
    "{co_quan} ban hành {document} hướng dẫn thi hành {provision}.",
    "Trong {duration}, tổ công tác đã xác minh {count}.",
    "Kim ngạch xuất khẩu ước {money}, tăng {pct}.",
    "Bình quân mỗi xã có {words} được hỗ trợ.",
    "Đã thẩm định {ratio}, số còn lại chuyển sang {period}.",
    "Khối lượng vận chuyển đạt {measure}, tăng khoảng {pct}.",
    "Dư nợ cho vay hộ nghèo là {money} với {count} còn dư nợ.",
    "Tổ chức {count} tuyên truyền cho {count} tham gia.",
    "Ngày công bình quân {money}, cao hơn {pct} so với năm trước.",
    "Thời gian thực hiện {duration} kể từ {date}.",
    "Báo cáo gửi về {co_quan} trước {date} để tổng hợp.",
    "Trong {period}, đã trồng {measure} rừng tập trung.",
    "Qua thanh tra phát hiện sai phạm {money}, kiến nghị thu hồi {money}.",
    "Tỷ lệ che phủ rừng đạt {pct}, tỷ lệ dùng nước sạch {pct}.",
    "Số đơn thuộc thẩm quyền là {count}, đã giải quyết {ratio}.",
    "Nhiệm vụ giao tại {document} được {co_quan} triển khai từ {period}.",
    "Toàn huyện còn {count} chưa có điện, chiếm {pct}.",
    "Công suất nhà máy {measure}, vận hành từ {period}.",
    "Hội nghị {date} đánh giá kết quả {period}.",
    "Đã cấp {count} giấy chứng nhận với diện tích {measure}.",
    "Lực lượng chức năng bắt giữ {words}, thu giữ {measure} hàng hóa.",
    "Huy động được {money} từ nguồn xã hội hóa trong {period}.",
    "Thực hiện {document}, tỉnh {tinh} đã sắp xếp {count}.",
    "Chỉ tiêu tuyển sinh {period} là {count}.",
    "Bội chi ngân sách bằng {pct} GDP, thấp hơn dự toán {money}.",
    "Sau {duration} triển khai, {count} được hưởng lợi.",
    "Giai đoạn tiếp theo cần {money} để đầu tư {count}.",
];

/// Beginnings that many sentences share.
const FRAGMENTS: &[&str] = &[
    "Bên cạnh đó, ",
    "Theo báo cáo của {co_quan}, ",
    "Tính đến {date}, ",
    "Trong {period}, ",
    "Đáng chú ý, ",
    "Cụ thể: ",
    "Ngoài ra, ",
    "So với cùng kỳ, ",
    "Riêng tỉnh {tinh}, ",
];

/// Rows of tables and lists of figures.
const ROWS: &[&str] = &[
    "- {tinh}: {count}, đạt {pct}; {money}",
    "{number} lượt {number} người {pct} {date}",
    "+ {count} ({pct}), {count} ({pct}), {count} ({pct})",
    "{co_quan}: {ratio} ({pct}), tăng {pct}; {measure}",
    "{date}: {money}; {date}: {money}; {period}: {money}",
    "{document} {date}; {document} {date}",
    "{pct} {pct} {pct} {measure} {measure} {rate} {duration}",
];

const SUBJECTS: &[&str] = &[
    "Ủy ban nhân dân tỉnh",
    "Các sở, ban, ngành",
    "Lãnh đạo huyện ủy",
    "Cán bộ tiếp công dân",
    "Mặt trận Tổ quốc",
    "Ban chỉ đạo tỉnh",
    "Chính quyền cơ sở",
    "Đoàn công tác liên ngành",
    "Các đơn vị sự nghiệp",
    "Người đứng đầu cơ quan",
    "Hội Liên hiệp Phụ nữ",
    "Thanh tra các cấp",
    "Nhân dân trong vùng",
    "Cơ quan thường trực",
    "Ban quản lý dự án",
    "Lực lượng dân quân",
    "Hội đồng tư vấn",
    "Phòng chuyên môn",
];
const VERBS: &[&str] = &[
    "tiếp tục đẩy mạnh",
    "đã quán triệt và triển khai",
    "tăng cường chỉ đạo",
    "phối hợp tổ chức thực hiện",
    "thường xuyên rà soát",
    "chủ động tham mưu",
    "kịp thời hướng dẫn",
    "nghiêm túc khắc phục",
    "tập trung tháo gỡ",
    "từng bước nâng cao",
    "bám sát và giám sát",
    "quan tâm đầu tư cho",
];
const OBJECTS: &[&str] = &[
    "công tác cải cách hành chính",
    "chất lượng giải quyết đơn thư",
    "việc xây dựng nông thôn mới",
    "phong trào thi đua yêu nước",
    "các chính sách an sinh xã hội",
    "công tác quản lý đất đai",
    "nề nếp tiếp công dân",
    "công tác phòng, chống tham nhũng",
    "ứng dụng công nghệ thông tin",
    "việc bồi thường, giải phóng mặt bằng",
    "đời sống văn hóa ở khu dân cư",
    "kỷ luật, kỷ cương hành chính",
    "công tác bảo vệ môi trường",
    "hoạt động của bộ phận tiếp nhận và trả kết quả",
];
const ADVERBIALS: &[&str] = &[
    "trên địa bàn toàn tỉnh",
    "theo đúng quy định của pháp luật",
    "nhằm đáp ứng yêu cầu nhiệm vụ",
    "ngay từ cấp cơ sở",
    "trong bối cảnh còn nhiều khó khăn",
    "với tinh thần trách nhiệm cao",
    "gắn với trách nhiệm người đứng đầu",
    "ở các xã vùng sâu, vùng xa",
    "để tạo sự đồng thuận trong nhân dân",
    "qua đó góp phần giữ vững ổn định",
    "đồng thời công khai, minh bạch kết quả",
    "và bước đầu đạt kết quả tích cực",
];

/// Sentences that state nothing countable, some with words that look like numbers.
const PLAIN_SENTENCES: &[&str] = &[
    "Một số đơn vị chưa thực sự quan tâm đến công tác này.",
    "Công tác tuyên truyền được thực hiện dưới nhiều hình thức phong phú.",
    "Cơ chế một cửa, một cửa liên thông tiếp tục được hoàn thiện.",
    "Việc phối hợp giữa các ngành có lúc, có nơi còn thiếu chặt chẽ.",
    "Hai bên thống nhất tiếp tục trao đổi để tìm giải pháp phù hợp.",
    "Nguyên nhân chủ yếu là do ý thức của người dân chưa cao.",
    "Bộ máy từng bước được tinh gọn, hoạt động có hiệu quả hơn.",
    "Năm qua, tình hình thế giới diễn biến phức tạp, khó lường.",
    "Thứ hai, cần đổi mới phương pháp, lề lối làm việc của cán bộ.",
    "Đời sống vật chất và tinh thần của nhân dân không ngừng được cải thiện.",
    "Các cấp ủy đảng xác định đây là nhiệm vụ thường xuyên, lâu dài.",
    "Tư nhân được khuyến khích tham gia đầu tư vào lĩnh vực này.",
    "Bảy lĩnh vực trọng tâm đã được xác định rõ trong chương trình hành động.",
    "Hàng hóa lưu thông thuận lợi, giá cả cơ bản ổn định.",
    "Quý vị đại biểu đã đóng góp nhiều ý kiến tâm huyết.",
    "Không để xảy ra điểm nóng về an ninh trật tự.",
    "Chín bỏ làm mười là cách ứng xử quen thuộc trong cộng đồng.",
    "Mười năm sau, diện mạo làng quê đã khác hẳn.",
    "Ba mẹ các em đều làm nông nghiệp, thu nhập bấp bênh.",
    "Trưởng ban kết luận, yêu cầu các thành viên nghiêm túc thực hiện.",
    "Sáu nhóm giải pháp được đề ra có tính khả thi cao.",
    "Hệ thống kênh mương xuống cấp chưa được sửa chữa kịp thời.",
    "Nhiều mô hình hay, cách làm sáng tạo được nhân rộng.",
    "Các ý kiến, kiến nghị của cử tri được tiếp thu đầy đủ.",
    "Trật tự đô thị có chuyển biến rõ nét so với trước đây.",
    "Người dân phấn khởi, tin tưởng vào sự lãnh đạo của Đảng.",
    "Nửa đêm, lực lượng chức năng vẫn túc trực tại hiện trường.",
    "Việc tham mưu còn chậm, thiếu tính chủ động.",
    "Hồ sơ được luân chuyển đúng trình tự, thủ tục.",
    "Tám hướng đột phá của thành phố được dư luận đồng tình.",
    "Phong trào văn hóa, văn nghệ, thể dục thể thao phát triển sôi nổi.",
    "Công tác dân số, gia đình và trẻ em được chú trọng.",
    "Môi trường đầu tư, kinh doanh tiếp tục được cải thiện.",
    "Bốn bề sông nước, giao thông đi lại còn cách trở.",
    "Tình trạng khiếu kiện vượt cấp vẫn còn diễn biến phức tạp.",
    "Hằng ngày, cán bộ trực tiếp xuống thôn, bản nắm tình hình.",
    "Việc xử lý trách nhiệm của người đứng đầu còn nể nang, né tránh.",
    "Cần đặc biệt quan tâm đến đối tượng yếu thế trong xã hội.",
    "Các chỉ tiêu kinh tế cơ bản hoàn thành so với nghị quyết đề ra.",
    "Truyền thống hiếu học của quê hương được phát huy.",
    "Gấp rút hoàn thiện hồ sơ để trình cấp có thẩm quyền xem xét.",
    "Chính sách hậu phương quân đội được thực hiện chu đáo.",
    "Một mặt, cần giữ vững kỷ cương; mặt khác, phải khơi dậy sáng tạo.",
    "Ban tổ chức ghi nhận và biểu dương tinh thần của các tập thể.",
    "Mưa lớn kéo dài gây ngập úng cục bộ ở vùng trũng thấp.",
    "Kết quả đó là tiền đề quan trọng cho giai đoạn phát triển mới.",
];

const ENGLISH: &[&str] = &[
    "the",
    "of",
    "report",
    "province",
    "and",
    "to",
    "in",
    "that",
    "committee",
    "is",
    "was",
    "for",
    "people",
    "on",
    "with",
    "as",
    "development",
    "by",
    "they",
    "at",
    "be",
    "this",
    "service",
    "from",
    "or",
    "had",
    "complaint",
    "but",
    "some",
    "what",
    "there",
    "we",
    "can",
    "out",
    "other",
    "were",
    "all",
    "your",
    "when",
    "up",
    "use",
    "word",
    "how",
    "said",
    "an",
    "each",
    "she",
    "which",
    "do",
    "time",
    "if",
    "will",
    "way",
    "about",
    "many",
    "then",
    "them",
    "would",
    "write",
    "like",
    "so",
    "these",
    "her",
    "long",
    "make",
    "thing",
    "see",
    "him",
    "has",
    "look",
    "more",
    "could",
    "go",
    "come",
    "did",
    "sound",
    "no",
    "most",
    "number",
    "who",
    "over",
    "know",
    "water",
    "than",
    "call",
    "first",
    "down",
    "side",
    "been",
    "now",
    "find",
    "administrative",
    "implementation",
    "responsibility",
];
const CODE: &[&str] =
    &["x1", "f(a, b)", "h264", "let n = v[i];", "0x1F", "utf-8", "v2.0.1", "#[test]", "a+b", "SHA256"];
