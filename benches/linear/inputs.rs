//! Inputs that are hard on a reader that looks around: pieces that are repeated to any length.

/// A piece by name, and how often it makes one repetition.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) piece: String,
}

impl Input {
    /// The piece again and again, whole, to at least `bytes` bytes.
    pub(crate) fn text(&self, bytes: usize) -> String {
        self.piece.repeat(bytes.div_ceil(self.piece.len().max(1)))
    }
}

/// Repeated as they stand here.
const PLAIN: &[&str] = &[
    "1/", "1.", "1.1,", "1-", "1:", "1 1 ", "một ", "mươi ", "hai mươi ", "một trăm ", "một tỷ ", "ba nghìn ", "(", "năm ", "ngày ",
    "ngày 1 tháng ", "1 triệu ", "1 tỷ 1 ", "số ", "1/A-", "1/A/B/", "1A", "A1/A ", "1 người/", "a", "ệ", "a1 ", "\u{301}", "1\u{301}",
    "quý I", "quý IIIIIIII ", "1\u{a0}", "1% ", " khoản 1 Điều ", "2016-", "2016 - ", "“ ",
    // documents and provisions
    "Quyết định số ", "Quyết định số 1", "QĐ-", "số 1/QĐ-UBND, ", "số 1/2/", "1/2020/NĐ-CP", "-CP/", "Luật ", "của ", "Luật Đất đai năm ",
    "về việc ", "Bộ trưởng Bộ ", "điểm a, ", "khoản 1, khoản 2, ", "và khoản 1 ", "Điều 1, 2, 3, ", "Chương I ", "số: ", "/ ", " /KH", "V/v ",
    "NQ ", "(sau đây gọi là ", "ban hành kèm theo ", "Nghị định, Nghị định ", "số 1-NQ/TW, 2-NQ/TW và ",
    // the calendar
    "từ ngày 1 ", "từ ngày 1 đến ngày ", "đến ", "1/1/", "ngày 1, 2, 3, ", "ngày 1/1 và ", "thứ hai ", "thứ ", "tháng 1, tháng 2, ", "6 tháng đầu ",
    "giai đoạn ", "giai đoạn 2016 - ", "năm học 2016 - ", "quý I, II, III và ", "hằng ", "hàng tháng vào ngày ", "lần/", "2 lần/", "17 giờ 30 ",
    "7h30 ", "tuần ", "nhiệm kỳ ", "mùng ", "rằm tháng ", "năm năm ", "năm 2018 năm ",
    // quantities and the words around them
    "1,", "0", "1 000 ", "1 000 000 ", "1.000.", "1 - ", "từ 1 ", "từ 1 đến ", "khoảng ", "khoảng 1 ", "tăng ", "tăng 1%, giảm ", "so với ",
    "so với cùng kỳ ", "1% so với ", "1 đồng/", "1 đồng/người/", "1 m2/", "1/1 ", "1/1/1 ", "1 trong số ", "trong tổng số ", "hai phần ", "1 lượt khách ",
    "1 tổ chức, ", "lần lượt là 1% và ", "(1%), ", "(-1%", "+", "-1 ", "1 (một) ", "1 (", "1 tấn ", "tấn/ha/", "không phẩy ", "một nghìn một ", "gấp ",
    "nửa ", "rưỡi ", "1 rưỡi ", "trở lên ", "%", "1‰", "1²", "1º", "1 cuộc, 2 ", "mỗi ", "Km 1+", "1+1",
    // marks, blanks, breaks
    "\n", "\n\n", "1\n", "1\n\n", "\t1", ".", "...", ",", ";", "- ", "-", "–", "\"", "[1]", "⟦", "\u{feff}", "\u{200b}", "1\u{200b}", "\u{ad}", "\0",
    "\u{202e}1", "\r", "1\r\n", "\u{85}", "\u{2028}",
    // spellings
    "e\u{302}\u{323}", "a\u{323}\u{302}", "o\u{31b}\u{300}", "\u{e2}\u{301}", "Ð", "С", "NĐ-СР ", "đồnǵ ", "hoà ", "hòa ", "thuỷ ", "ƣ", "ﬁ", "１", "𝟏", "😀", "漢",
    "Quyeát ñònh ", "t¨ng ", "§", "\u{e000}", "\u{10ffff}", "a\u{300}\u{301}", "m\u{1ea1}\u{323} ", "v ụ v iệc ", "trasố", "tháng11", "đạt3 8,5%",
];

/// One long piece and a short one: runs that a look to the left or right could walk again and again.
const RUNS: &[(&str, usize, &str)] = &[
    (" ", 32, "1"),
    ("a", 4000, "1"),
    ("ă", 2000, " 1"),
    (" ", 4000, "1"),
    ("\u{301}", 2000, "1 "),
    ("a", 300, " 1 "),
    ("1", 400, " "),
    ("1", 400, ","),
    ("1.", 400, " người "),
    ("một ", 60, "người "),
    ("(", 200, "1"),
    ("-", 200, "1"),
    ("\n", 200, "1 người"),
    ("A-", 200, "1/"),
    ("Điều 1, ", 50, "Luật "),
    ("\u{200b}", 300, "1"),
    ("e\u{302}\u{323}", 300, "1%"),
];

/// All of them.
pub(crate) fn all() -> Vec<Input> {
    let plain = PLAIN.iter().map(|&piece| Input { name: format!("{piece:?}"), piece: piece.to_owned() });
    let runs = RUNS.iter().map(|&(run, times, end)| Input { name: format!("{run:?} × {times}, {end:?}"), piece: run.repeat(times) + end });
    plain.chain(runs).collect()
}
