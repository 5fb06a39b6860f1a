//! How kinds look: a hue and a short label each.

use crate::FactKind;

/// The hue of a kind, in degrees of OKLCH. Kinds that often stand side by side are far apart.
pub(super) const fn hue(kind: FactKind) -> u16 {
    match kind {
        FactKind::Count => 250,
        FactKind::Percentage => 150,
        FactKind::Ratio => 175,
        FactKind::Money => 85,
        FactKind::Measure => 205,
        FactKind::Duration => 305,
        FactKind::Date => 330,
        FactKind::Period => 285,
        FactKind::Recurrence => 350,
        FactKind::DocumentNumber => 25,
        FactKind::Provision => 55,
        FactKind::Ordinal => 120,
        FactKind::Standard => 40,
        FactKind::Pattern => 230,
    }
}

/// The short name of a kind, which stands behind each fact of it.
pub(super) const fn label(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Percentage => "percent",
        FactKind::Recurrence => "recurs",
        FactKind::DocumentNumber => "document",
        kind => kind.name(),
    }
}
