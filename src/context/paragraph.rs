//! Where the paragraph of the last fact ends: nothing is remembered beyond it.

/// Bytes looked at together. Much is looked at once rather than a little for each anchor.
const STEP: usize = 128;

/// How far a text has been looked at for a blank line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph {
    /// No blank line begins before this.
    known: usize,
    /// Where one does, if that has been found.
    end: Option<usize>,
}

impl Paragraph {
    /// Whether no blank line lies between `from`, where a fact ended, and `at`, where something else stands.
    pub(super) fn reaches(&mut self, text: &str, from: usize, at: usize) -> bool {
        if self.known < from || self.end.is_some_and(|end| end < from) {
            *self = Self { known: from, end: None };
        }
        while self.end.is_none() && self.known < at {
            let step = text.len().min(self.known + STEP);
            self.end = blank_line(text.as_bytes(), self.known, step);
            self.known = step.max(self.known + 1);
        }
        self.end.is_none_or(|end| end >= at)
    }
}

/// The first line break of `from..to` behind which only blanks stand before another.
fn blank_line(bytes: &[u8], from: usize, to: usize) -> Option<usize> {
    let breaks = bytes.get(from..to)?;
    let behind = bytes.get(from + 1..)?;
    // Most lines begin with a letter: seen without a branch, many at once.
    let pairs = breaks.iter().zip(behind);
    if !pairs.fold(false, |found, (&byte, &next)| found | (byte == b'\n') & (next <= b' ')) {
        return None;
    }
    let opens = |(&byte, &next): (&u8, &u8)| byte == b'\n' && next <= b' ';
    let blank = |place: usize| {
        let mut rest = behind.iter().skip(place).skip_while(|&&byte| byte != b'\n' && byte.is_ascii_whitespace());
        rest.next() == Some(&b'\n')
    };
    let place = breaks.iter().zip(behind).enumerate().position(|(place, pair)| opens(pair) && blank(place));
    place.map(|place| from + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_ends_a_paragraph_wherever_it_stands() {
        for gap in ["\n\n", "\n \t\r\n", "\r\n\r\n", "\n  \n\n"] {
            for length in [0, 1, 15, 16, 127, 128, 129, 300, 511, 512, 513] {
                let text = format!("{}{gap}x\ny", "a\n b".repeat(length / 4) + &"c".repeat(length % 4));
                let (end, at) = (text.find(gap).unwrap(), text.find('x').unwrap());
                let mut paragraph = Paragraph::default();
                assert!(paragraph.reaches(&text, 0, end), "{gap:?} {length}");
                assert!(!paragraph.reaches(&text, 0, at), "{gap:?} {length}");
                assert!(paragraph.reaches(&text, at, at + 2), "{gap:?} {length}");
                assert!(!Paragraph::default().reaches(&text, 0, at + 2), "{gap:?} {length}");
            }
        }
    }
}
