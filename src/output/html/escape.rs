//! Text made safe to stand in HTML.

/// Adds `text` to `out` so that a browser shows it as it is, in content and in quoted attributes.
/// Control characters that HTML does not allow are shown as U+FFFD.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        let (plain, found) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = found.chars();
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            // Marks that turn the direction of text could make the page show another order.
            Some(_) => out.push('\u{FFFD}'),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

fn special(character: char) -> bool {
    match character {
        '&' | '<' | '>' | '"' | '\'' => true,
        '\n' | '\r' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}' => true,
        character => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_markup_and_no_controls() {
        let mut out = String::new();
        escape(&mut out, "<script>alert(\"5%\" & 'x')</script>\0\u{202E}\ttăng\n");
        let safe = "&lt;script&gt;alert(&quot;5%&quot; &amp; &#39;x&#39;)&lt;/script&gt;\u{FFFD}\u{FFFD}\ttăng\n";
        assert_eq!(out, safe);
    }
}
