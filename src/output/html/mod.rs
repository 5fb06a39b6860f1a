//! One page of HTML that shows a text with its facts.

mod escape;
mod index;
mod style;

use std::fmt::Write as _;

use escape::escape;
pub use index::{Entry, html_index};
use style::{hue, label};

use super::Fields;
use crate::{Fact, FactKind, LineIndex};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A page of its own that shows `text` with `facts` highlighted, a legend that hides kinds, and a
/// table of all facts that links to each.
///
/// It is one file: style and script stand in it, and it fetches nothing. It reads well on paper, on
/// a phone and in the dark; without JavaScript it lacks only sorting, searching and the arrow keys.
/// Whatever the text holds is shown as text.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::html;
///
/// let text = "Giải ngân <b>88,24%</b> kế hoạch";
/// let facts: Vec<_> = Extractor::new().facts(text).collect();
/// let page = html("Report", text, &facts);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("&lt;b&gt;<mark class=k-percentage id=f1"));
/// ```
#[must_use]
pub fn html(title: &str, text: &str, facts: &[Fact<'_>]) -> String {
    let mut page = Page { out: String::with_capacity(text.len() * 2 + facts.len() * 512 + 16_384) };
    page.head(title, &counts(facts));
    page.out.push_str("<div class=columns>\n<main id=text lang=vi>\n");
    page.text(text, facts);
    page.out.push_str("</main>\n");
    page.side(text, facts);
    page.out.push_str("</div>\n<div id=card role=tooltip hidden></div>\n<script>");
    page.out.push_str(SCRIPT);
    page.out.push_str("</script>\n</body>\n</html>\n");
    page.out
}

/// How many facts there are of each kind that is there, in the order of kinds.
fn counts(facts: &[Fact<'_>]) -> Vec<(FactKind, usize)> {
    let count = |kind| facts.iter().filter(|fact| fact.kind() == kind).count();
    FactKind::ALL.iter().map(|&kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}

struct Page {
    out: String,
}

impl Page {
    fn escaped(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Adds markup of our own, numbers and names of kinds: nothing that comes from a text.
    fn markup(&mut self, markup: std::fmt::Arguments<'_>) {
        let _ = self.out.write_fmt(markup);
    }

    /// All before `<body>`.
    fn begin(&mut self, title: &str, styles: &[&str], counts: &[(FactKind, usize)]) {
        self.out.push_str(
            "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n\
             <meta name=viewport content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; \
             script-src 'unsafe-inline'; img-src data:\">\n<link rel=icon href=\"data:,\">\n<title>",
        );
        self.escaped(title);
        self.out.push_str("</title>\n<style>\n");
        styles.iter().for_each(|style| self.out.push_str(style));
        self.kinds_style(counts);
        self.out.push_str("</style>\n</head>\n");
    }

    fn head(&mut self, title: &str, counts: &[(FactKind, usize)]) {
        self.begin(title, &[STYLE], counts);
        self.out.push_str(
            "<body>\n<a class=skip href=#facts>Skip to the table of facts</a>\n<header>\n<div class=head><h1>",
        );
        self.escaped(title);
        self.out.push_str("</h1>\n");
        self.overview(counts);
        self.legend(counts);
        self.out.push_str("</header>\n");
    }

    /// The colour of each kind, and what hides it: the boxes of the legend work without a script.
    fn kinds_style(&mut self, counts: &[(FactKind, usize)]) {
        for (kind, _) in counts {
            self.markup(format_args!(
                ".k-{kind} {{ --h: {} }}\n\
                 body:has(#show-{kind}:not(:checked)) mark.k-{kind} {{ all: unset }}\n\
                 body:has(#show-{kind}:not(:checked)) mark.k-{kind}::after {{ content: none }}\n\
                 body:has(#show-{kind}:not(:checked)) tr.k-{kind} {{ display: none }}\n",
                hue(*kind)
            ));
        }
    }

    fn overview(&mut self, counts: &[(FactKind, usize)]) {
        let all: usize = counts.iter().map(|(_, count)| count).sum();
        let facts = if all == 1 { "fact" } else { "facts" };
        self.markup(format_args!("<p class=sum><b>{all}</b> {facts}</p></div>\n<div class=bar aria-hidden=true>"));
        for (kind, count) in counts {
            self.markup(format_args!("<i class=k-{kind} style=\"flex:{count}\"></i>"));
        }
        self.out.push_str("</div>\n");
    }

    fn legend(&mut self, counts: &[(FactKind, usize)]) {
        self.out.push_str("<form class=legend aria-label=\"Kinds of facts to show\">\n");
        for (kind, count) in counts {
            self.markup(format_args!(
                "<label class=k-{kind} title=\"Show or hide; with Alt, show only this\"><input type=checkbox \
                 id=show-{kind} checked autocomplete=off>{} <span class=n>{count}</span></label>\n",
                name(*kind)
            ));
        }
        self.out.push_str("<button type=button id=theme class=js title=\"Light or dark\" aria-label=\"Light or dark\">◐</button>\n</form>\n");
    }

    /// The text, a paragraph wherever a blank line stands, with the facts marked.
    fn text(&mut self, text: &str, facts: &[Fact<'_>]) {
        self.out.push_str("<p>");
        let mut at = 0;
        for (number, fact) in facts.iter().enumerate() {
            let span = fact.span();
            self.plain(text.get(at..span.start).unwrap_or_default());
            self.mark(number + 1, fact, facts);
            at = span.end;
        }
        self.plain(text.get(at..).unwrap_or_default());
        self.out.push_str("</p>\n");
    }

    fn plain(&mut self, text: &str) {
        let mut blank = false;
        for line in text.split_inclusive('\n') {
            let is_blank = line.trim().is_empty() && line.ends_with('\n') && self.out.ends_with('\n');
            if is_blank {
                blank = true;
                continue;
            }
            if std::mem::take(&mut blank) {
                self.out.push_str("</p>\n<p>");
            }
            self.escaped(line);
        }
        if blank {
            self.out.push_str("</p>\n<p>");
        }
    }

    fn mark(&mut self, number: usize, fact: &Fact<'_>, facts: &[Fact<'_>]) {
        let kind = fact.kind();
        let label = label(kind);
        self.markup(format_args!("<mark class=k-{kind} id=f{number} data-k={label} title=\""));
        self.escaped(&tip(fact, facts));
        self.out.push_str("\">");
        self.escaped(fact.text());
        self.out.push_str("</mark>");
    }

    fn side(&mut self, text: &str, facts: &[Fact<'_>]) {
        self.out.push_str(
            "<aside id=facts aria-label=Facts>\n\
             <input type=search id=find class=js placeholder=\"Find in facts\" aria-label=\"Find in facts\" autocomplete=off>\n\
             <div class=scroll tabindex=-1>\n<table>\n<thead><tr><th scope=col>Line<th scope=col>Kind<th scope=col>Text\
             <th scope=col>Value</tr></thead>\n<tbody>\n",
        );
        let index = LineIndex::new(text);
        for (number, fact) in facts.iter().enumerate() {
            self.row(number + 1, index.line_column(fact.span().start).0, fact, facts);
        }
        self.out.push_str("</tbody>\n</table>\n<p id=none hidden>No fact fits.</p>\n</div>\n</aside>\n");
    }

    fn row(&mut self, number: usize, line: usize, fact: &Fact<'_>, facts: &[Fact<'_>]) {
        let fields = Fields::of(fact);
        let kind = fact.kind();
        self.markup(format_args!(
            "<tr class=k-{kind}><td>{line}<td><span class=chip>{}</span><td lang=vi><a href=#f{number}>",
            label(kind)
        ));
        self.escaped(fact.text());
        self.out.push_str("</a><td data-v=\"");
        self.escaped(sort_key(&fields));
        self.out.push_str("\">");
        self.parts(&fields.summary());
        if let Some((index, document)) = document_of(&fields, facts) {
            self.markup(format_args!(" · <a href=#f{}>", index + 1));
            self.escaped(document.text());
            self.out.push_str("</a>");
        }
        self.out.push_str("</tr>\n");
    }

    /// A short line that breaks between its parts rather than within; long rules within too.
    fn parts(&mut self, summary: &str) {
        for (at, part) in summary.split(" · ").enumerate() {
            self.out.push_str(if at > 0 { "</span> <span>· " } else { "<span>" });
            for (at, rule) in part.split_inclusive(';').enumerate() {
                self.out.push_str(if at > 0 { "<wbr>" } else { "" });
                self.escaped(rule);
            }
        }
        self.out.push_str("</span>");
    }
}

/// The document that a provision is part of, and which fact it is.
fn document_of<'f, 't>(fields: &Fields, facts: &'f [Fact<'t>]) -> Option<(usize, &'f Fact<'t>)> {
    let index = fields.get("document")?.parse().ok()?;
    Some((index, facts.get(index)?))
}

/// What the tool tip says: the kind, and a line for each key.
fn tip(fact: &Fact<'_>, facts: &[Fact<'_>]) -> String {
    let mut tip = name(fact.kind());
    let fields = Fields::of(fact);
    let document = document_of(&fields, facts);
    for (key, value) in fields.stated() {
        let value = document.filter(|_| key == "document").map_or(value, |(_, document)| document.text());
        let words: Vec<_> = value.split_whitespace().collect();
        let _ = write!(tip, "\n{}: {}", key.replace('_', " "), words.join(" "));
    }
    tip
}

/// What the column of values is sorted by.
fn sort_key(fields: &Fields) -> &str {
    let keys = ["value", "low", "high", "numerator", "iso", "edtf", "canonical", "times", "article"];
    keys.iter().find_map(|key| fields.get(key)).unwrap_or_default()
}

/// The name of a kind for people.
fn name(kind: FactKind) -> String {
    kind.name().replace('_', " ")
}
