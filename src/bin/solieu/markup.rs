//! HTML made readable without moving a byte: what a browser does not show becomes filler of the same
//! length, so that a span in the text is a span in the file.

/// The text of `html`, as long as it. Tags of blocks become a blank line, line breaks a line, tags
/// inside a line nothing that is seen; references become their character.
pub(crate) fn blank(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let length = if special.starts_with('<') { tag(special, &mut out) } else { reference(special, &mut out) };
        rest = special.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The words of a fact as a browser shows them: without what stands for tags inside a line.
pub(crate) fn without_filler(text: &str) -> String {
    text.replace(['\u{200B}', '\u{AD}'], "")
}

/// The text without the filler, for outputs that show it.
pub(crate) fn visible(blanked: &str) -> String {
    let mut out = String::with_capacity(blanked.len());
    for line in blanked.lines() {
        let words = line.split([' ', '\t', '\u{a0}']).map(without_filler);
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        if !(words.is_empty() && out.ends_with("\n\n")) {
            out.push_str(&words.join(" "));
            out.push('\n');
        }
    }
    out
}

/// Tags that do not part words.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "label", "mark", "small", "span",
    "strong", "u", "o:p", "st1", "wbr",
];

/// Elements whose content is not shown.
const HIDDEN: [&str; 5] = ["script", "style", "template", "noscript", "title"];

/// Fills a tag, comment or hidden element, and says how long it is.
fn tag(html: &str, out: &mut String) -> usize {
    if html.starts_with("<!--") {
        let length = html.find("-->").map_or(html.len(), |at| at + 3);
        return fill(out, length, "");
    }
    let name = html.get(1..).unwrap_or_default().trim_start_matches('/');
    let name = name.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let declared = html.starts_with("<!") || html.starts_with("<?");
    if name.is_empty() && !declared {
        out.push('<');
        return 1;
    }
    let end = end_of_tag(html);
    if HIDDEN.contains(&name.as_str()) && !html.starts_with("</") {
        return fill(out, end_of_element(html, end, &name), "\n\n");
    }
    match name.as_str() {
        "br" => fill(out, end, "\n"),
        name if INLINE.contains(&name) => hide(out, end),
        _ => fill(out, end, "\n\n"),
    }
}

/// Behind the `>` that ends the tag, which is not one inside quotes.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if at > 1 => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote left open would swallow the text: the first `>` ends the tag then.
    html.find('>').map_or(html.len(), |at| at + 1)
}

fn end_of_element(html: &str, from: usize, name: &str) -> usize {
    let rest = html.as_bytes().get(from..).unwrap_or_default();
    let closing = format!("</{name}");
    let at = rest.windows(closing.len()).position(|window| window.eq_ignore_ascii_case(closing.as_bytes()));
    at.map_or(html.len(), |at| from + at + end_of_tag(html.get(from + at..).unwrap_or_default()))
}

/// `length` bytes of blanks that begin with `lead`.
fn fill(out: &mut String, length: usize, lead: &str) -> usize {
    out.push_str(lead);
    out.extend(std::iter::repeat_n(' ', length - lead.len()));
    length
}

/// `length` bytes of characters that are not seen: soft hyphens (2 bytes) and zero-width blanks (3).
fn hide(out: &mut String, length: usize) -> usize {
    let soft = match length % 3 {
        0 => 0,
        2 => 1,
        _ if length >= 4 => 2,
        _ => return fill(out, length, ""),
    };
    out.extend(std::iter::repeat_n('\u{AD}', soft));
    out.extend(std::iter::repeat_n('\u{200B}', (length - 2 * soft) / 3));
    length
}

/// Fills a reference like `&agrave;` with its character, and says how long it is.
fn reference(html: &str, out: &mut String) -> usize {
    let name = html.get(1..).and_then(|rest| rest.split_once(';')).map(|(name, _)| name);
    let found = name.filter(|name| name.len() <= 8).and_then(|name| Some((character(name)?, name.len() + 2)));
    match found {
        Some((character, length)) if length - character.len_utf8() != 1 => {
            out.push(character);
            if character == '\u{a0}' {
                fill(out, length - 2, "")
            } else {
                hide(out, length - character.len_utf8())
            };
            length
        }
        _ => {
            out.push('&');
            1
        }
    }
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|character| !character.is_control());
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)
}

const NAMED: [(&str, char); 54] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("deg", '°'),
    ("permil", '‰'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("times", '×'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("yacute", 'ý'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Yacute", 'Ý'),
    ("ETH", 'Ð'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_place() {
        for html in [
            "<p>Đạt <b>88,24</b>%</p><p>Tăng&nbsp;5%",
            "<script>var a = '5%';</script><STYLE>p{}</style>10%",
            "<!-- 5% --> 6% <a title=\"a > b\">7%</a> a < b & c &agrave; &#7841; &bogus; &#x1F33E; 8%",
            "<p title=\"open>9%",
            "<",
            "&",
            "<!",
            "</",
            "<!--",
            "&#1;",
            "<script>",
            "<b/>1",
            "&#1114112;",
        ] {
            let text = blank(html);
            assert_eq!(text.len(), html.len(), "{html}");
            for (at, _) in html.match_indices('%') {
                let same = text.as_bytes()[at];
                assert!(same == b'%' || same == b' ', "{html}");
            }
        }
    }

    #[test]
    fn shows_what_a_browser_shows() {
        let html = "<h1>Báo c&aacute;o</h1><div>5<b>.873</b> lượt<br>88,24%&nbsp;kế hoạch</div><style>9%</style>";
        assert_eq!(visible(&blank(html)).trim(), "Báo cáo\n\n5.873 lượt\n88,24% kế hoạch");
    }
}
