//! What is mended in texts, and the options of `solieu normalize`.

use clap::ValueEnum;
use solieu::Normalizer;
use solieu::normalize::Repair;
use solieu::normalize::syllable::ToneStyle;

use super::Input;

const NORMALIZE_EXAMPLES: &str = "\
Examples:
  solieu normalize report.txt > clean.txt
  solieu normalize --tone new report.txt                   hoà, khoẻ, thuỷ
  solieu normalize --encoding tcvn3 old.txt > new.txt      from the fonts .VnTime, ABC
  pdftotext report.pdf - | solieu normalize --repair pdf,spelling
  solieu normalize docs.jsonl --field body > clean.jsonl   the other keys stay";

/// Write texts in clean Unicode: composed letters, no look-alikes, no characters without width
#[derive(Debug, clap::Args)]
#[command(after_help = NORMALIZE_EXAMPLES)]
pub(crate) struct Normalize {
    #[command(flatten)]
    pub(crate) input: Input,

    /// Where the tone of `oa`, `oe`, `uy` goes; by default it stays
    #[arg(long, value_name = "STYLE")]
    pub(crate) tone: Option<Tone>,

    /// Mend the text, parted by commas
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) repair: Vec<Mend>,

    /// Write dashes, quotation marks, one-character Roman numerals and bullets with plain characters
    #[arg(long)]
    pub(crate) plain: bool,

    /// Leave one blank of several
    #[arg(long)]
    pub(crate) one_blank: bool,
}

impl Normalize {
    /// The normalizer that is asked for.
    pub(crate) fn normalizer(&self) -> Normalizer {
        let plain = mending(&self.repair).plain_dashes(self.plain).plain_quotes(self.plain).plain_roman(self.plain);
        let normalizer = plain.bullets(self.plain).one_blank(self.one_blank);
        match self.tone {
            Some(Tone::Old) => normalizer.tone_style(ToneStyle::Old),
            Some(Tone::New) => normalizer.tone_style(ToneStyle::New),
            None => normalizer,
        }
    }
}

/// Where a tone stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Tone {
    /// hòa, khỏe, thủy
    Old,
    /// hoà, khoẻ, thuỷ
    New,
}

/// What is mended in a text before it is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Mend {
    /// Wrapped lines, torn and glued words, page headers, as PDF files give them
    Pdf,
    /// Misspelt syllables that can mean only one: nguời
    Spelling,
    /// And syllables without the tone that they nearly always have: viêc
    Tones,
}

/// The normalizer that mends so.
pub(crate) fn mending(mend: &[Mend]) -> Normalizer {
    let repair = match (mend.contains(&Mend::Tones), mend.contains(&Mend::Spelling)) {
        (true, _) => Repair::Aggressive,
        (false, true) => Repair::Safe,
        (false, false) => Repair::Off,
    };
    Normalizer::new().repair(repair).pdf(mend.contains(&Mend::Pdf))
}
