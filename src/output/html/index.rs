//! The page that leads to the pages of many documents.

use super::Page;
use super::escape::escape;
use super::style::hue;
use crate::FactKind;

const STYLE: &str = include_str!("index.css");
const SCRIPT: &str = include_str!("index.js");

/// A document on the [`html_index`].
///
/// ```
/// use solieu::{Extractor, FactKind};
/// use solieu::output::Entry;
///
/// let facts: Vec<_> = Extractor::new().facts("nhận 272 đơn, xong 22/56 đơn, đạt 88,24%").collect();
/// let count = |kind| (kind, facts.iter().filter(|fact| fact.kind() == kind).count());
/// let counts = vec![count(FactKind::Count), count(FactKind::Ratio)];
/// let entry = Entry { name: "Báo cáo số 15".into(), href: "15.html".into(), counts };
/// assert_eq!(entry.counts, [(FactKind::Count, 1), (FactKind::Ratio, 1)]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// The address of its page, as seen from the index.
    pub href: String,
    /// How many facts of each kind it has.
    pub counts: Vec<(FactKind, usize)>,
}

impl Entry {
    fn count(&self, kind: FactKind) -> usize {
        self.counts.iter().filter(|(of, _)| *of == kind).map(|(_, count)| count).sum()
    }

    fn all(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// A page that lists documents with their facts by kind, a small chart of each and of all, and a
/// link to the page of each. It is one file and fetches nothing, like the pages it leads to.
///
/// ```
/// use solieu::FactKind;
/// use solieu::output::{Entry, html_index};
///
/// let entry = Entry { name: "a.txt".into(), href: "a.html".into(), counts: vec![(FactKind::Date, 3)] };
/// let page = html_index("Reports", &[entry]);
/// assert!(page.contains("<a href=\"a.html\">a.txt</a>"));
/// ```
#[must_use]
pub fn html_index(title: &str, entries: &[Entry]) -> String {
    let count = |kind| entries.iter().map(|entry| entry.count(kind)).sum();
    let totals: Vec<(FactKind, usize)> =
        FactKind::ALL.iter().map(|&kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect();
    let mut page = Page { out: String::with_capacity(16_384 + entries.len() * 1024) };
    page.begin(title, &[super::STYLE, STYLE], &totals);
    page.out.push_str("<body>\n<header>\n<div class=head><h1>");
    page.escaped(title);
    let documents = if entries.len() == 1 { "document" } else { "documents" };
    let all: usize = totals.iter().map(|(_, count)| count).sum();
    page.markup(format_args!(
        "</h1>\n<p class=sum><b>{}</b> {documents}, <b>{all}</b> facts</p></div>\n",
        entries.len()
    ));
    page.chart(&totals);
    page.out.push_str("</header>\n<main class=list>\n");
    page.documents(entries, &totals);
    page.out.push_str("</main>\n<script>");
    page.out.push_str(SCRIPT);
    page.out.push_str("</script>\n</body>\n</html>\n");
    page.out
}

impl Page {
    /// A bar for each kind, the longest one full.
    fn chart(&mut self, totals: &[(FactKind, usize)]) {
        let most = totals.iter().map(|(_, count)| *count).max().unwrap_or(1);
        self.out.push_str("<table class=chart>\n<caption>Facts by kind</caption>\n");
        for (kind, count) in totals {
            let share = (count * 1000 / most.max(1)).max(1);
            let (whole, tenth) = (share / 10, share % 10);
            self.markup(format_args!(
                "<tr style=\"--h:{}\"><th scope=row>{}<td><i style=\"width:{whole}.{tenth}%\"></i><td class=num>{count}</tr>\n",
                hue(*kind),
                super::name(*kind)
            ));
        }
        self.out.push_str("</table>\n");
    }

    fn documents(&mut self, entries: &[Entry], totals: &[(FactKind, usize)]) {
        self.out.push_str("<table>\n<thead><tr><th scope=col>Document<th scope=col>Share<th scope=col class=num>Facts");
        for (kind, _) in totals {
            self.markup(format_args!("<th scope=col class=num>{}", super::name(*kind)));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for entry in entries {
            self.out.push_str("<tr><td><a href=\"");
            escape(&mut self.out, &entry.href);
            self.out.push_str("\">");
            self.escaped(&entry.name);
            self.out.push_str("</a><td><span class=bar aria-hidden=true>");
            for (kind, _) in totals.iter().filter(|(kind, _)| entry.count(*kind) > 0) {
                self.markup(format_args!("<i style=\"--h:{};flex:{}\"></i>", hue(*kind), entry.count(*kind)));
            }
            self.markup(format_args!("</span><td class=num>{}", entry.all()));
            for (kind, _) in totals {
                let count = entry.count(*kind);
                let class = if count == 0 { "num none" } else { "num" };
                self.markup(format_args!("<td class=\"{class}\">{count}"));
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }
}
