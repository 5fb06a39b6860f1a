//! From a text to its facts: which reading wins at each anchor, and where it stands in the caller's
//! own text.

use std::iter::FusedIterator;
use std::ops::ControlFlow;

use crate::calendar::{Day, Run};
use crate::context::Memory;
use crate::cursor::{View, Window};
use crate::facts::{Fact, FactKind, FactValue, Found, Glance, Rule, Site, carry, read_all};
use crate::lexicon::{Class, Classes};
use crate::link::{Document, citation};
use crate::normalize::{Normalized, Normalizer};
use crate::number::listed::{self, Listed};
use crate::number::quantity::Numbers;
use crate::pattern::{PatternHits, Patterns};
use crate::{Error, Span, context};

/// Finds the facts of a text.
///
/// Cheap to make, and meant to be made once and used for many texts, from many threads.
///
/// ```
/// use solieu::{Extractor, FactKind};
///
/// let extractor = Extractor::new();
/// let text = "Năm 2018, tỉnh tiếp 5.873 lượt, đạt 88,24% kế hoạch.";
/// let facts: Vec<_> = extractor.facts(text).collect();
/// assert_eq!(facts[1].kind(), FactKind::Count);
/// assert_eq!(facts[1].text(), "5.873 lượt");
/// assert_eq!(&text[facts[1].span().range()], "5.873 lượt");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    kinds: Kinds,
    settings: Settings,
    normalizer: Normalizer,
    patterns: Patterns,
}

/// What the caller said that changes readings.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Settings {
    /// The day that `hôm nay` means.
    pub(crate) reference_date: Option<Day>,
    /// Whether years are carried on from fact to fact.
    pub(crate) inherit_years: bool,
}

/// A set of kinds, one bit each.
#[derive(Clone, Copy, Debug)]
struct Kinds(u32);

impl Kinds {
    const NONE: Self = Self(0);

    const fn with(self, kind: FactKind) -> Self {
        Self(self.0 | 1 << kind as u32)
    }

    const fn has(self, kind: FactKind) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }
}

impl Default for Kinds {
    /// All but ordinals and standards.
    fn default() -> Self {
        let wanted = FactKind::ALL.iter().filter(|kind| !matches!(kind, FactKind::Ordinal | FactKind::Standard));
        wanted.fold(Self::NONE, |set, &kind| set.with(kind))
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// Finds every kind but ordinals and standards.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind};
    /// let facts: Vec<_> = Extractor::new().facts("Đại hội lần thứ XIII có 1.587 đại biểu").collect();
    /// assert_eq!(facts.iter().map(|fact| fact.kind()).collect::<Vec<_>>(), [FactKind::Count]);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self {
            kinds: Kinds::default(),
            settings: Settings::default(),
            normalizer: Normalizer::new(),
            patterns: Patterns::default(),
        }
    }

    /// For what is not the default.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind};
    /// let extractor = Extractor::builder().kinds([FactKind::Ordinal]).build();
    /// assert_eq!(extractor.facts("Đại hội lần thứ XIII").next().unwrap().text(), "lần thứ XIII");
    /// ```
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { extractor: Self::new() }
    }

    /// The facts of `text`, in order, none overlapping another. They are found while the iterator
    /// is asked for them.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// let extractor = Extractor::new();
    /// let mut facts = extractor.facts("tiếp 5.873 lượt, nhận 272 đơn, đạt 88,24%");
    /// assert_eq!(facts.next().unwrap().text(), "5.873 lượt"); // the rest is not read yet
    /// assert_eq!(facts.map(|fact| fact.text().to_owned()).collect::<Vec<_>>(), ["272 đơn", "88,24%"]);
    /// ```
    #[must_use]
    pub fn facts<'t>(&self, text: &'t str) -> Facts<'_, 't> {
        Facts { extractor: self, source: text, normalized: self.normalizer.normalize(text), state: State::new(self) }
    }

    /// All facts of `text` and what belongs together among them: the document of each provision,
    /// mentions that mean one document, documents that amend or replace others.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let document = Extractor::new().document("Theo khoản 2 Điều 5 Luật Đất đai năm 2013.");
    /// let FactValue::Provision(provision) = document.facts()[0].value() else { panic!() };
    /// assert_eq!(document.facts()[provision.document().unwrap()].text(), "Luật Đất đai năm 2013");
    /// ```
    #[must_use]
    pub fn document<'t>(&self, text: &'t str) -> Document<'t> {
        let normalized = self.normalizer.normalize(text);
        let mut state = State::new(self);
        let mut found: Vec<_> = std::iter::from_fn(|| state.next(self, &normalized, None)).collect();
        let (links, mut mentions) = citation::resolve(&normalized, &mut found);
        for mention in &mut mentions {
            mention.span = normalized.to_source(mention.span);
        }
        let facts = found.into_iter().map(|(span, mut value)| {
            value.map_spans(|span| normalized.to_source(span));
            let span = normalized.to_source(span);
            Fact::new(span.start, text.get(span.range()).unwrap_or_default(), value.into_owned())
        });
        Document::new(facts.collect(), links, mentions)
    }

    /// The whole of `text` cut into facts and what lies between them: joined, the segments are the
    /// text.
    ///
    /// ```
    /// use solieu::{Extractor, Segment};
    ///
    /// let text = "Có 5.873 lượt.";
    /// let extractor = Extractor::new();
    /// let marked: String = extractor.segments(text).map(|segment| match segment {
    ///     Segment::Fact(fact) => format!("[{}]", fact.text()),
    ///     Segment::Plain(_, plain) => plain.to_owned(),
    /// }).collect();
    /// assert_eq!(marked, "Có [5.873 lượt].");
    /// ```
    #[must_use]
    pub fn segments<'t>(&self, text: &'t str) -> Segments<'_, 't> {
        Segments { text, at: 0, facts: self.facts(text), next: None }
    }

    /// Every reading at every anchor, with the one that won: for a fact that did not come.
    ///
    /// ```
    /// # use solieu::{Extractor, Verdict};
    /// let explanation = &Extractor::new().explain("Mẫu số 02/2019")[0];
    /// let reading = &explanation.candidates[0];
    /// assert_eq!((reading.rule.as_str(), reading.text.as_str()), ("nothing", "Mẫu số 02/2019"));
    /// assert_eq!(reading.verdict, Verdict::Silent); // the number of a form, so no fact
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> Vec<Explanation> {
        let normalized = self.normalizer.normalize(text);
        let mut state = State::new(self);
        let mut explanations = Vec::new();
        let mut log = |anchor: Span, candidates: Vec<Candidate>| {
            let candidates = candidates.into_iter().map(|candidate| {
                let span = normalized.to_source(candidate.span);
                let text = text.get(span.range()).unwrap_or_default().to_owned();
                Candidate { span, text, ..candidate }
            });
            explanations.push(Explanation { anchor: normalized.to_source(anchor), candidates: candidates.collect() });
        };
        while state.next(self, &normalized, Some(&mut log)).is_some() {}
        explanations
    }
}

/// Makes an [`Extractor`] with choices.
///
/// ```
/// use solieu::{Extractor, FactKind};
///
/// let extractor = Extractor::builder().kinds([FactKind::Percentage]).build();
/// let found: Vec<_> = extractor.facts("đạt 88,24% của 5.873 lượt").map(|fact| fact.text().to_owned()).collect();
/// assert_eq!(found, ["88,24%"]);
/// ```
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    extractor: Extractor,
}

impl ExtractorBuilder {
    /// Only these kinds. What is another kind stays so: `4/3/2011` does not become a ratio because
    /// dates are not asked for.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind};
    /// let extractor = Extractor::builder().kinds([FactKind::Ratio]).build();
    /// let mut facts = extractor.facts("ngày 4/3/2011 xong 22/56 đơn");
    /// assert_eq!(facts.next().unwrap().text(), "22/56 đơn");
    /// assert!(facts.next().is_none());
    /// ```
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = FactKind>) -> Self {
        self.extractor.kinds = kinds.into_iter().fold(Kinds::NONE, Kinds::with);
        if !self.extractor.patterns.is_empty() {
            self.extractor.kinds = self.extractor.kinds.with(FactKind::Pattern);
        }
        self
    }

    /// The day that `hôm nay`, `tháng trước`, `cùng kỳ` are told from. Without one such words give
    /// no facts; the library never asks a clock.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let extractor = Extractor::builder().reference_date("2024-08-31".parse()?).build();
    /// let fact = extractor.facts("tháng trước thu 5 tỷ đồng").next().unwrap();
    /// let FactValue::Period(month) = fact.value() else { panic!() };
    /// assert_eq!((fact.text(), month.edtf().as_str()), ("tháng trước", "2024-07"));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn reference_date(mut self, day: Day) -> Self {
        self.extractor.settings.reference_date = Some(day);
        self
    }

    /// Gives a date or a period without a year the one that the text last named before it, in a date,
    /// a month, a quarter or a year: of a report the title at first. Such facts say that they inherit
    /// it. Off by default, since a report also looks back and ahead.
    ///
    /// ```
    /// use solieu::{Extractor, FactValue};
    ///
    /// let text = "Kết quả 9 tháng năm 2018. Đến ngày 30/9, thành phố đã tiếp 5.873 lượt.";
    /// let extractor = Extractor::builder().inherit_years(true).build();
    /// let fact = extractor.facts(text).nth(1).unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert_eq!((date.iso8601().as_str(), date.is_inherited()), ("2018-09-30", true));
    /// ```
    #[must_use]
    pub const fn inherit_years(mut self, inherit: bool) -> Self {
        self.extractor.settings.inherit_years = inherit;
        self
    }

    /// How texts are normalized before they are read.
    ///
    /// ```
    /// # use solieu::{Extractor, Normalizer};
    /// let extractor = Extractor::builder().normalizer(Normalizer::new().entities(true)).build();
    /// let text = "nh&#7853;n 272 &#273;&#417;n"; // nhận 272 đơn
    /// assert_eq!(extractor.facts(text).next().unwrap().text(), "272 &#273;&#417;n");
    /// assert!(Extractor::new().facts(text).next().is_none());
    /// ```
    #[must_use]
    pub fn normalizer(mut self, normalizer: Normalizer) -> Self {
        self.extractor.normalizer = normalizer;
        self
    }

    /// A kind of the caller's own. Its matches take part like any reading: of two that overlap the
    /// longer wins. They are sought in the normalized text.
    ///
    /// # Errors
    ///
    /// Where the name is empty or taken, or the pattern matches the empty text.
    ///
    /// ```
    /// use solieu::Extractor;
    /// use regex::Regex;
    ///
    /// let hotline = Regex::new("1900[ .]?[0-9]{4}")?;
    /// let extractor = Extractor::builder().pattern("hotline", hotline)?.build();
    /// assert_eq!(extractor.facts("gọi 1900 9068").next().unwrap().text(), "1900 9068");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pattern(mut self, name: &str, pattern: regex::Regex) -> Result<Self, Error> {
        self.extractor.patterns.add(name, pattern)?;
        self.extractor.kinds = self.extractor.kinds.with(FactKind::Pattern);
        Ok(self)
    }

    /// The extractor.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind};
    /// let extractor = Extractor::builder().kinds([FactKind::Money]).build();
    /// for report in ["năm 2018 thu 842,238 tỷ đồng", "năm 2019 chi 1.500 tỷ đồng"] {
    ///     assert_eq!(extractor.facts(report).count(), 1);
    /// }
    /// ```
    #[must_use]
    pub fn build(self) -> Extractor {
        self.extractor
    }
}

/// The facts of a text, found one after the other.
///
/// ```
/// use solieu::{Extractor, Facts};
///
/// let extractor = Extractor::new();
/// let facts: Facts<'_, '_> = extractor.facts("giảm 264 vụ (17,05%) so với năm 2017");
/// assert_eq!(facts.map(|fact| fact.text().to_owned()).collect::<Vec<_>>(), ["264 vụ", "17,05%", "năm 2017"]);
/// ```
#[derive(Debug)]
pub struct Facts<'e, 't> {
    extractor: &'e Extractor,
    source: &'t str,
    normalized: Normalized<'t>,
    state: State,
}

impl<'t> Iterator for Facts<'_, 't> {
    type Item = Fact<'t>;

    fn next(&mut self) -> Option<Fact<'t>> {
        // Clean text is its own normal form: values borrow from it.
        let (span, value) = match self.normalized.unchanged() {
            Some(text) => self.state.next(self.extractor, text, None)?,
            None => {
                let (span, mut value) = self.state.next(self.extractor, &self.normalized, None)?;
                value.map_spans(|span| self.normalized.to_source(span));
                (self.normalized.to_source(span), value.into_owned())
            }
        };
        let text = self.source.get(span.range()).unwrap_or_default();
        Some(Fact::new(span.start, text, value))
    }
}

impl FusedIterator for Facts<'_, '_> {}

/// A piece of a text.
///
/// ```
/// use solieu::{Extractor, Segment, Span};
///
/// let segments: Vec<_> = Extractor::new().segments("đạt 88,24%").collect();
/// assert_eq!(segments[0], Segment::Plain(Span::new(0, 7), "đạt "));
/// let Segment::Fact(fact) = &segments[1] else { panic!() };
/// assert_eq!(fact.text(), "88,24%");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Segment<'t> {
    /// A fact.
    Fact(Fact<'t>),
    /// Text without a fact, and where it stands.
    Plain(Span, &'t str),
}

/// A text cut into facts and what lies between them.
///
/// ```
/// use solieu::{Extractor, Segment, Segments};
///
/// let extractor = Extractor::new();
/// let segments: Segments<'_, '_> = extractor.segments("nhận 272 đơn, xong 88,24%.");
/// let plain = segments.filter_map(|segment| if let Segment::Plain(_, text) = segment { Some(text) } else { None });
/// assert_eq!(plain.collect::<Vec<_>>(), ["nhận ", ", xong ", "."]);
/// ```
#[derive(Debug)]
pub struct Segments<'e, 't> {
    text: &'t str,
    at: usize,
    facts: Facts<'e, 't>,
    next: Option<Fact<'t>>,
}

impl<'t> Iterator for Segments<'_, 't> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        let fact = self.next.take().or_else(|| self.facts.next());
        let end = fact.as_ref().map_or(self.text.len(), |fact| fact.span().start);
        if self.at < end {
            self.next = fact;
            let span = Span::new(self.at, end);
            self.at = end;
            return Some(Segment::Plain(span, self.text.get(span.range()).unwrap_or_default()));
        }
        let fact = fact?;
        self.at = fact.span().end;
        Some(Segment::Fact(fact))
    }
}

impl FusedIterator for Segments<'_, '_> {}

/// What happened at one anchor.
///
/// ```
/// use solieu::Extractor;
///
/// let text = "theo khoản 2 Điều 5";
/// let explanation = &Extractor::new().explain(text)[0];
/// assert_eq!(&text[explanation.anchor.range()], "2");
/// assert_eq!(explanation.candidates[0].text, "khoản 2 Điều 5");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// Where the anchor stands in the caller's text.
    pub anchor: Span,
    /// All readings there.
    pub candidates: Vec<Candidate>,
}

/// One reading at an anchor.
///
/// ```
/// use solieu::Extractor;
///
/// let explanations = Extractor::new().explain("tiếp công dân 2 lần/tháng");
/// let readings = explanations[0].candidates.iter();
/// let readings: Vec<_> = readings.map(|reading| (reading.rule.as_str(), reading.text.as_str())).collect();
/// assert_eq!(readings, [("recurrence", "2 lần/tháng"), ("count", "2 lần")]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Which rule read it: the name of a kind, of a pattern of the caller's own, or `nothing` for
    /// what is known to be no fact.
    pub rule: String,
    /// The span in the caller's text.
    pub span: Span,
    /// The text in that span.
    pub text: String,
    /// Why it lost, or that it won.
    pub verdict: Verdict,
}

/// What became of a reading.
///
/// ```
/// use solieu::{Extractor, Verdict};
///
/// let explanations = Extractor::new().explain("2 lần/tháng");
/// let [often, count] = explanations[0].candidates.as_slice() else { panic!() };
/// assert_eq!((often.text.as_str(), often.verdict), ("2 lần/tháng", Verdict::Won));
/// assert_eq!((count.text.as_str(), count.verdict), ("2 lần", Verdict::Shorter));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Verdict {
    /// It is the fact here.
    Won,
    /// Another reading is longer, or as long and before it in the table.
    Shorter,
    /// It would overlap the fact before it.
    Overlaps,
    /// It won, but its kind is not asked for, or it is known to be no fact.
    Silent,
}

/// Takes the candidates at an anchor, in spans of the normalized text.
type Log<'l> = &'l mut dyn FnMut(Span, Vec<Candidate>);

/// How far the reading of a text has come, in offsets of the normalized text.
#[derive(Debug)]
struct State {
    window: Window,
    patterns: PatternHits,
    /// Where the last fact ended: no fact starts before it.
    floor: usize,
    /// Where to look for the next anchor.
    from: usize,
    memory: Memory,
    /// The year that the text last named.
    year: Option<u16>,
}

impl State {
    fn new(extractor: &Extractor) -> Self {
        Self {
            window: Window::new(extractor.settings.reference_date.is_some()),
            patterns: extractor.patterns.hits(),
            floor: 0,
            from: 0,
            memory: Memory::default(),
            year: None,
        }
    }

    /// The next fact that the extractor is asked for.
    fn next<'w>(
        &mut self,
        extractor: &Extractor,
        text: &'w str,
        mut log: Option<Log<'_>>,
    ) -> Option<(Span, FactValue<'w>)> {
        loop {
            let (span, value) = self.next_winner(extractor, text, &mut log)?;
            self.floor = self.floor.max(span.end);
            self.from = self.floor;
            if let Some(value) = value.filter(|value| extractor.kinds.has(value.kind())) {
                return Some((span, value));
            }
        }
    }

    /// The reading that wins at the next anchor where there is any.
    fn next_winner<'w>(
        &mut self,
        extractor: &Extractor,
        text: &'w str,
        log: &mut Option<Log<'_>>,
    ) -> Option<(Span, Option<FactValue<'w>>)> {
        loop {
            let Some(slot) = self.window.next(text, self.from) else {
                return self.patterns.next(&extractor.patterns, text, self.floor);
            };
            let view = View::new(text, &self.window, self.floor);
            let at = view.cursor(slot);
            let anchor = at.start();
            let memory = self.memory.at(anchor, self.window.paragraph());
            let mut site =
                Site { at, numbers: None, listed: None, run: Run::default(), settings: extractor.settings, memory };
            let glance = look(&mut site);
            // Every anchor is explained, and every pattern heard.
            if glance.is_nothing() && log.is_none() && extractor.patterns.is_empty() {
                self.from = at.token().end;
                continue;
            }
            let mut contest = Contest::new(self.floor, log.is_some());
            contest.hold(&site, glance, log);
            if let Some(listed) = site.listed {
                in_list(&mut contest.best, listed);
            }
            let reading = contest.best.as_ref().map(|(span, found)| (*span, found.value.is_some()));
            if !extractor.patterns.is_empty()
                && let Some(hit) = self.patterns.before(&extractor.patterns, text, self.floor, reading, anchor)
            {
                return Some(hit);
            }
            let Some((span, found)) = &mut contest.best else {
                self.from = at.token().end;
                continue;
            };
            let completed = found.value.as_mut().map(|value| {
                if extractor.settings.inherit_years {
                    carry(value, &mut self.year);
                }
                let (end, memory) = context::complete(value, found.from, found.next, memory);
                (end.end(), memory)
            });
            let winner = (*span, found.value.take());
            if let Some(completed) = completed {
                (self.floor, self.memory) = completed;
            }
            return Some(winner);
        }
    }
}

/// What may stand at an anchor; reads the number there, and looks along the points of time.
fn look(site: &mut Site<'_, '_>) -> Glance {
    const UNITS: Classes =
        Classes::of(&[Class::Noun, Class::Unit, Class::TimeUnit, Class::Currency, Class::PercentUnit]);
    let in_list = site.memory.list.is_some();
    let glance = Glance::at(site.at, in_list);
    if glance.has(Glance::NUMBER) {
        site.numbers = Numbers::read(site.at);
        if let Some(numbers) = &site.numbers
            && !numbers.units().meets(UNITS)
            && listed::joins(numbers.first.next.token())
            && let Some((numbers, list)) = listed::read(&numbers.first)
        {
            (site.numbers, site.listed) = (Some(numbers), Some(list));
        }
    }
    site.run = glance.run(site.at);
    site.numbers.as_ref().map_or(glance, |numbers| glance.with(numbers, in_list))
}

/// Ends the reading of a number before the others of its list, and gives up one that is not of that number; what is no number
/// stays as it is.
#[cold]
#[inline(never)]
fn in_list<'t, 'b>(best: &mut Option<(Span, Found<'t, 'b>)>, list: Listed<'t, 'b>) {
    let Some((span, found)) = best else { return };
    let behind = found.next;
    let Some(value) = found.value.as_mut().filter(|value| value.is_of_number()) else { return };
    if list.completes(context::quantity(value), behind) {
        (*span, found.next) = (found.from.to(list.end), list.end);
    } else {
        *best = None;
    }
}

/// The readings at an anchor against each other.
struct Contest<'t, 'b> {
    /// Where the last fact ended.
    floor: usize,
    /// The longest, and where it stands; of two as long, the one that stands further up in the table.
    best: Option<(Span, Found<'t, 'b>)>,
    /// All of them, if they are to be explained.
    candidates: Option<Vec<Candidate>>,
}

impl<'t, 'b> Contest<'t, 'b> {
    const fn new(floor: usize, is_explained: bool) -> Self {
        Self { floor, best: None, candidates: if is_explained { Some(Vec::new()) } else { None } }
    }

    /// Takes in all readings that a glance leaves possible at an anchor.
    fn hold(&mut self, site: &Site<'t, 'b>, glance: Glance, log: &mut Option<Log<'_>>) {
        // Where it ends does not matter, only who won.
        let _ = read_all(site, glance, |rule, found| self.enter(rule, found));
        if let (Some(log), Some(candidates)) = (log, self.candidates.take()) {
            let token = site.at.token();
            log(Span::new(token.start, token.end), candidates);
        }
    }

    /// Takes a reading in; breaks where no other can beat it.
    #[inline(never)]
    fn enter(&mut self, rule: Rule, found: Found<'t, 'b>) -> ControlFlow<()> {
        let span = found.from.to(found.next);
        let verdict = if span.start < self.floor {
            Verdict::Overlaps
        } else if self.best.as_ref().is_some_and(|(longest, _)| longest.len() >= span.len()) {
            Verdict::Shorter
        } else if found.value.is_none() {
            Verdict::Silent
        } else {
            Verdict::Won
        };
        let wins = matches!(verdict, Verdict::Won | Verdict::Silent);
        if wins {
            self.best = Some((span, found));
        }
        match &mut self.candidates {
            // Every reading is explained, though nothing beats this one.
            Some(candidates) => explain(candidates, rule, span, verdict),
            None if wins && rule.decides => return ControlFlow::Break(()),
            None => {}
        }
        ControlFlow::Continue(())
    }
}

/// Adds a reading to the explanation; who won so far has lost where it wins.
fn explain(candidates: &mut Vec<Candidate>, rule: Rule, span: Span, verdict: Verdict) {
    if matches!(verdict, Verdict::Won | Verdict::Silent) {
        let lost = candidates.iter_mut().filter(|candidate| candidate.verdict != Verdict::Overlaps);
        lost.for_each(|candidate| candidate.verdict = Verdict::Shorter);
    }
    candidates.push(Candidate { rule: rule.name.to_owned(), span, text: String::new(), verdict });
}
