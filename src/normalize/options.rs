//! What a [`Normalizer`] does beyond the safe default.

use super::legacy::{self, Encoding};
use super::rewrite::Rewritten;
use super::syllable::ToneStyle;
use super::{Normalizer, Repair, entities, lookalike, pdf, placement, symbols, typos};

/// The choices of a [`Normalizer`], all off at first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Options {
    tone_style: Option<ToneStyle>,
    repair: Repair,
    entities: bool,
    lone_look_alikes: bool,
    plain_dashes: bool,
    plain_quotes: bool,
    plain_roman: bool,
    bullets: bool,
    one_blank: bool,
    attach_marks: bool,
    pdf: bool,
    pub(super) encoding: Option<Encoding>,
    pub(super) hyphen_u: bool,
    pub(super) capital_fonts: bool,
}

impl Options {
    pub(super) const NONE: Self = Self {
        tone_style: None,
        repair: Repair::Off,
        entities: false,
        lone_look_alikes: false,
        plain_dashes: false,
        plain_quotes: false,
        plain_roman: false,
        bullets: false,
        one_blank: false,
        attach_marks: false,
        pdf: false,
        encoding: None,
        hyphen_u: false,
        capital_fonts: false,
    };

    /// What must happen before the safe passes, as they would see the wrong characters.
    pub(super) fn before(self, text: &str) -> Option<Rewritten> {
        if self.entities { entities::decode(text) } else { None }
    }

    /// What was asked for on clean text, in the order in which one needs the other.
    pub(super) fn after(self) -> impl Iterator<Item = Pass> {
        let passes: [(bool, Pass); 13] = [
            (self.capital_fonts, |_, text| legacy::capitalize(text)),
            (self.lone_look_alikes, |_, text| lookalike::repair(text, true)),
            (self.bullets, |_, text| symbols::simplify(text, symbols::bullet)),
            (self.plain_dashes, |_, text| symbols::simplify(text, symbols::dash)),
            (self.plain_quotes, |_, text| symbols::simplify(text, symbols::quote)),
            (self.plain_roman, |_, text| symbols::simplify(text, symbols::roman)),
            (self.pdf, |_, text| pdf::drop_headers(text)),
            (self.pdf, |_, text| pdf::unwrap_lines(text)),
            (self.attach_marks || self.pdf, |_, text| pdf::attach_marks(text)),
            (self.pdf, |_, text| pdf::mend_words(text)),
            (self.repair != Repair::Off, |options, text| typos::repair(text, options.repair)),
            (self.tone_style.is_some(), |options, text| {
                options.tone_style.and_then(|style| placement::restyle(text, style))
            }),
            (self.one_blank, |_, text| symbols::collapse_blanks(text)),
        ];
        passes.into_iter().filter(|(wanted, _)| *wanted).map(|(_, pass)| pass)
    }
}

/// One rewriting of a text; `None` where it finds nothing to do.
pub(super) type Pass = fn(Options, &str) -> Option<Rewritten>;

/// # On request
///
/// ```
/// use solieu::Normalizer;
/// use solieu::normalize::{Repair, syllable::ToneStyle};
///
/// let normalizer = Normalizer::new().tone_style(ToneStyle::Old).repair(Repair::Safe);
/// assert_eq!(&*normalizer.normalize("Uỷ ban nguời"), "Ủy ban người");
/// ```
impl Normalizer {
    /// Moves tones to the old or the new place: `hòa`, `hoà`. By default they stay.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// # use solieu::normalize::syllable::ToneStyle;
    /// let normalizer = Normalizer::new().tone_style(ToneStyle::New);
    /// assert_eq!(&*normalizer.normalize("Ủy ban, hòa giải, khỏe"), "Uỷ ban, hoà giải, khoẻ");
    /// ```
    #[must_use]
    pub const fn tone_style(mut self, style: ToneStyle) -> Self {
        self.options.tone_style = Some(style);
        self
    }

    /// Repairs misspelt syllables.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// # use solieu::normalize::Repair;
    /// let normalizer = Normalizer::new().repair(Repair::Safe);
    /// assert_eq!(&*normalizer.normalize("nguời dân vơí cơ quan"), "người dân với cơ quan");
    /// ```
    #[must_use]
    pub const fn repair(mut self, level: Repair) -> Self {
        self.options.repair = level;
        self
    }

    /// Repairs what a PDF breaks: joins wrapped lines and torn words, parts glued ones, drops the
    /// page headers of the gazette.
    ///
    /// ```
    /// use solieu::Normalizer;
    ///
    /// let normalizer = Normalizer::new().pdf(true);
    /// let text = "Quyết đị nh của\nTAND, xem Thông tư 27/2023/\nTT-BTC, ngày\n3 tháng\n4 tại khuvực";
    /// let expected = "Quyết định của\nTAND, xem Thông tư 27/2023/TT-BTC, ngày 3 tháng 4 tại khu vực";
    /// assert_eq!(&*normalizer.normalize(text), expected);
    /// ```
    #[must_use]
    pub const fn pdf(mut self, yes: bool) -> Self {
        self.options.pdf = yes;
        self
    }

    /// Puts marks back on the letters that a blank parts them from: `hiê ̣ n`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().attach_marks(true);
    /// assert_eq!(&*normalizer.normalize("thực hiê \u{323} n"), "thực hiện");
    /// ```
    #[must_use]
    pub const fn attach_marks(mut self, yes: bool) -> Self {
        self.options.attach_marks = yes;
        self
    }

    /// Reads HTML entities: `&ocirc;`, `&#7871;`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().entities(true);
    /// assert_eq!(&*normalizer.normalize("k&#7871;t qu&#7843; th&ocirc;ng tin"), "kết quả thông tin");
    /// ```
    #[must_use]
    pub const fn entities(mut self, yes: bool) -> Self {
        self.options.entities = yes;
        self
    }

    /// Takes words for Latin that are all of look-alike capitals: `Quý І` with a Cyrillic `І`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text = "Quý \u{406}/2019"; // a Cyrillic І
    /// assert_eq!(&*Normalizer::new().normalize(text), text);
    /// assert_eq!(&*Normalizer::new().lone_look_alikes(true).normalize(text), "Quý I/2019");
    /// ```
    #[must_use]
    pub const fn lone_look_alikes(mut self, yes: bool) -> Self {
        self.options.lone_look_alikes = yes;
        self
    }

    /// Writes every dash and minus sign as `-`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().plain_dashes(true);
    /// assert_eq!(&*normalizer.normalize("2016 – 2020, −5%"), "2016 - 2020, -5%");
    /// ```
    #[must_use]
    pub const fn plain_dashes(mut self, yes: bool) -> Self {
        self.options.plain_dashes = yes;
        self
    }

    /// Writes every quotation mark as `"` or `'`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().plain_quotes(true);
    /// assert_eq!(&*normalizer.normalize("“Đền ơn đáp nghĩa”"), "\"Đền ơn đáp nghĩa\"");
    /// ```
    #[must_use]
    pub const fn plain_quotes(mut self, yes: bool) -> Self {
        self.options.plain_quotes = yes;
        self
    }

    /// Writes the Roman numerals that are one character with letters: `Ⅳ` as `IV`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().plain_roman(true);
    /// assert_eq!(&*normalizer.normalize("Quý Ⅳ"), "Quý IV");
    /// ```
    #[must_use]
    pub const fn plain_roman(mut self, yes: bool) -> Self {
        self.options.plain_roman = yes;
        self
    }

    /// Reads the bullets of the fonts Symbol and Wingdings.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().bullets(true);
    /// assert_eq!(&*normalizer.normalize("\u{F0B7} Kết quả"), "• Kết quả"); // Symbol
    /// ```
    #[must_use]
    pub const fn bullets(mut self, yes: bool) -> Self {
        self.options.bullets = yes;
        self
    }

    /// Leaves one blank of several, and none at the ends of lines.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new().one_blank(true);
    /// assert_eq!(&*normalizer.normalize("tiếp   15  lượt \nđạt 5%"), "tiếp 15 lượt\nđạt 5%");
    /// ```
    #[must_use]
    pub const fn one_blank(mut self, yes: bool) -> Self {
        self.options.one_blank = yes;
        self
    }

    /// The encoding for [`decode`](Self::decode) and [`decode_text`](Self::decode_text), where it
    /// is known; by default they find out.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// # use solieu::normalize::Encoding;
    /// let normalizer = Normalizer::new().encoding(Encoding::Viqr); // is never found out
    /// assert_eq!(&*normalizer.decode(b"Quye^'t ddi.nh"), "Quyết định");
    /// ```
    #[must_use]
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.options.encoding = Some(encoding);
        self
    }

    /// Reads a hyphen inside a word of TCVN3 text as `ư`, which some programs make of it: `n-íc`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text = "cung cÊp n-íc s¹ch cho 15 hé d©n";
    /// assert_eq!(&*Normalizer::new().hyphen_u(true).decode_text(text), "cung cấp nước sạch cho 15 hộ dân");
    /// ```
    #[must_use]
    pub const fn hyphen_u(mut self, yes: bool) -> Self {
        self.options.hyphen_u = yes;
        self
    }

    /// Writes words of TCVN3 text in capitals whose plain letters are capitals: the fonts whose
    /// names end in H draw `BáO CáO` as `BÁO CÁO`.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text = "B¸O C¸O"; // in .VnTimeH
    /// assert_eq!(&*Normalizer::new().decode_text(text), "BáO CáO");
    /// assert_eq!(&*Normalizer::new().capital_fonts(true).decode_text(text), "BÁO CÁO");
    /// ```
    #[must_use]
    pub const fn capital_fonts(mut self, yes: bool) -> Self {
        self.options.capital_fonts = yes;
        self
    }
}
