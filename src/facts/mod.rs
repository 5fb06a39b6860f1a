//! The kinds of facts and the table that resolves between them.
//!
//! One file per kind. Each has its value type and one function `read`, called at an anchor, which
//! returns the value and the cursors before and behind it, or nothing. A kind knows no other kind.
//!
//! **Adding a kind**: a file here, a line in the table below, a variant in [`FactKind`] and one in
//! [`FactValue`], a file in `tests/data/`, and a `.tsv` in `src/lexicon/` if it needs words.

mod count;
mod date;
mod document_number;
mod duration;
mod glance;
mod measure;
mod money;
mod nothing;
mod ordinal;
mod percentage;
mod period;
mod provision;
mod ratio;
mod recurrence;
mod standard;
mod value;
mod years;

pub use count::Count;
pub use date::{Calendar, Date};
pub use document_number::DocumentNumber;
pub use duration::Duration;
pub use measure::Measure;
pub(crate) use measure::unit_behind;
pub(crate) use money::is_comrades;
pub use money::{Currency, Money};
pub use ordinal::Ordinal;
pub use percentage::{Percentage, PercentageUnit};
pub use period::{Period, PeriodLabel};
pub use provision::{Places, Provision};
pub use ratio::Ratio;
pub use recurrence::Recurrence;
pub use standard::Standard;
pub use value::{Fact, FactKind, FactValue, Pattern};

pub(crate) use glance::Glance;
pub(crate) use years::carry;

use std::ops::ControlFlow;

use crate::calendar::Run;
use crate::context::Memory;
use crate::cursor::Cursor;
use crate::extract::Settings;
use crate::number::listed::Listed;
use crate::number::quantity::Numbers;

/// An anchor and what every kind may want to know there.
pub(crate) struct Site<'t, 'b> {
    /// Before the anchor.
    pub(crate) at: Cursor<'t, 'b>,
    /// The number there, if it is one.
    pub(crate) numbers: Option<Numbers<'t, 'b>>,
    /// Whether the unit of that number stands behind a list of several.
    pub(crate) listed: Option<Listed<'t, 'b>>,
    /// What stands among the points of time there, if it may be one.
    pub(crate) run: Run,
    /// What the caller said.
    pub(crate) settings: Settings,
    /// The fact before.
    pub(crate) memory: &'b Memory,
}

/// A value and where it stands.
pub(crate) struct Reading<'t, 'b, T> {
    pub(crate) from: Cursor<'t, 'b>,
    pub(crate) next: Cursor<'t, 'b>,
    pub(crate) value: T,
}

impl<'t, 'b, T> Reading<'t, 'b, T> {
    pub(crate) fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Reading<'t, 'b, U> {
        Reading { from: self.from, next: self.next, value: wrap(self.value) }
    }
}

/// What a rule finds: a fact, or with `None` the certainty that there is none.
pub(crate) type Found<'t, 'b> = Reading<'t, 'b, Option<FactValue<'t>>>;

/// What the table says of a rule.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// Whether what it finds is never part of something longer: no other rule is asked.
    pub(crate) decides: bool,
}

/// `read_all`, from lines with the module of a kind, what a glance must leave possible so that it may find anything, and
/// the variant of its facts.
macro_rules! rules {
    ($($module:ident if $glance:ident => $variant:ident,)*) => {
        /// Shows all readings at an anchor to `take`, in the order of the table, until that says that it has enough.
        pub(crate) fn read_all<'t, 'b>(
            site: &Site<'t, 'b>,
            glance: Glance,
            mut take: impl FnMut(Rule, Found<'t, 'b>) -> ControlFlow<()>,
        ) -> ControlFlow<()> {
            $(if glance.has(Glance::$glance) && let Some(found) = $module::read(site) {
                let decides = matches!(FactKind::$variant, FactKind::DocumentNumber | FactKind::Provision);
                let found = found.map(|value| Option::from(value).map(FactValue::$variant));
                take(Rule { name: stringify!($module), decides }, found)?;
            })*
            if glance.has(Glance::DOCUMENT_OR_CODE) && let Some(found) = nothing::read(site) {
                take(Rule { name: "nothing", decides: false }, found.map(|()| None))?;
            }
            ControlFlow::Continue(())
        }
    };
}

// Of the readings at an anchor the longest wins; where two are equally long, the one whose line stands further up.
rules! {
    // `Nghị định số 30/2020/NĐ-CP` holds what reads as ratios, dates and years.
    document_number if DOCUMENT => DocumentNumber,
    provision if PROVISION => Provision,
    // `QCVN 14:2008/BTNMT` looks like the number of a Thông tư.
    standard if CODE => Standard,
    // `từ ngày 1/8 đến 31/7/2019`, `9 tháng năm 2018` hold dates and durations.
    recurrence if TIME => Recurrence,
    period if TIME => Period,
    // `1/2` is a date only where a word says so; then the words make it longer than the ratio.
    date if TIME => Date,
    percentage if PERCENTAGE => Percentage,
    money if MONEY => Money,
    // `5 công` is a measure of land before it is five workdays.
    measure if MEASURE => Measure,
    duration if DURATION => Duration,
    ratio if RATIO => Ratio,
    ordinal if ORDINAL => Ordinal,
    // A noun after a number is a count where nothing above claims the unit.
    count if COUNT => Count,
}
