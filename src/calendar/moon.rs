//! New moons and the sun's longitude, after J. Meeus, *Astronomical Algorithms*, chapters 49 and 25.

use std::f64::consts::PI;

/// The mean length of a month, in days.
pub(super) const MONTH: f64 = 29.530_588_861;
/// 1970-01-01 00:00 in Julian days.
const EPOCH: f64 = 2_440_587.5;
/// UTC+7, in days.
const MERIDIAN: f64 = 7.0 / 24.0;

/// The day, since the epoch, on which new moon number `k` falls.
pub(super) fn new_moon(k: i32) -> i32 {
    let k = f64::from(k);
    let t = k / 1236.85;
    let mean = 2_451_550.097_66 + MONTH * k + 0.000_154_37 * t * t - 0.000_000_15 * t * t * t;
    let e = 1.0 - 0.002_516 * t - 0.000_007_4 * t * t;
    let sun = radians(2.5534 + 29.105_356_70 * k - 0.000_001_4 * t * t);
    let moon = radians(201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t);
    let node = radians(160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t);
    let omega = radians(124.7746 - 1.563_755_88 * k + 0.002_067_2 * t * t);
    let periodic: f64 = PERIODIC
        .iter()
        .map(|&(size, eccentric, s, m, n)| size * e.powi(eccentric) * (s * sun + m * moon + n * node).sin())
        .sum();
    let planets: f64 = PLANETS.iter().map(|&(size, at, step)| size * radians(at + step * k).sin()).sum();
    let time = mean + periodic - 0.000_17 * omega.sin() + planets;
    let year = 2000.0 + (time - 2_451_545.0) / 365.25;
    (time - delta_t(year) / 86_400.0 - EPOCH + MERIDIAN).floor() as i32
}

/// Terms of a new moon: size in days, power of the eccentricity, and the multiples of the sun's and
/// the moon's anomaly and of the argument of latitude.
const PERIODIC: [(f64, i32, f64, f64, f64); 24] = [
    (-0.407_20, 0, 0.0, 1.0, 0.0),
    (0.172_41, 1, 1.0, 0.0, 0.0),
    (0.016_08, 0, 0.0, 2.0, 0.0),
    (0.010_39, 0, 0.0, 0.0, 2.0),
    (0.007_39, 1, -1.0, 1.0, 0.0),
    (-0.005_14, 1, 1.0, 1.0, 0.0),
    (0.002_08, 2, 2.0, 0.0, 0.0),
    (-0.001_11, 0, 0.0, 1.0, -2.0),
    (-0.000_57, 0, 0.0, 1.0, 2.0),
    (0.000_56, 1, 1.0, 2.0, 0.0),
    (-0.000_42, 0, 0.0, 3.0, 0.0),
    (0.000_42, 1, 1.0, 0.0, 2.0),
    (0.000_38, 1, 1.0, 0.0, -2.0),
    (-0.000_24, 1, -1.0, 2.0, 0.0),
    (-0.000_07, 0, 2.0, 1.0, 0.0),
    (0.000_04, 0, 0.0, 2.0, -2.0),
    (0.000_04, 0, 3.0, 0.0, 0.0),
    (0.000_03, 0, 1.0, 1.0, -2.0),
    (0.000_03, 0, 0.0, 2.0, 2.0),
    (-0.000_03, 0, 1.0, 1.0, 2.0),
    (0.000_03, 0, -1.0, 1.0, 2.0),
    (-0.000_02, 0, -1.0, 1.0, -2.0),
    (-0.000_02, 0, 1.0, 3.0, 0.0),
    (0.000_02, 0, 0.0, 4.0, 0.0),
];

/// What the planets add: size in days, degrees at moon 0, degrees for each moon.
const PLANETS: [(f64, f64, f64); 6] = [
    (0.000_325, 299.77, 0.107_408),
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
];

/// Terrestrial less universal time, in seconds, for each tenth year from 1890; straight between.
const DELTA_T: [f64; 22] = [
    -5.9, -2.7, 10.4, 21.2, 24.0, 24.3, 29.1, 33.1, 40.2, 50.5, 56.9, 63.8, 66.1, 69.4, 75.0, 84.0, 93.0, 111.0, 131.0,
    153.0, 177.0, 203.0,
];

fn delta_t(year: f64) -> f64 {
    let at = ((year - 1890.0) / 10.0).clamp(0.0, 20.99);
    let value = |index: usize| DELTA_T.get(index).copied().unwrap_or(203.0);
    let index = at as usize;
    value(index) + (at - at.floor()) * (value(index + 1) - value(index))
}

/// In which of the twelve signs of 30° the sun stands as the day begins.
pub(super) fn sign(day: i32) -> i32 {
    let time = f64::from(day) + EPOCH - MERIDIAN;
    let year = 2000.0 + (time - 2_451_545.0) / 365.25;
    let t = (time + delta_t(year) / 86_400.0 - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = radians(357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t);
    let center = (1.914_602 - 0.004_817 * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let nutation = 0.005_69 + 0.004_78 * radians(125.04 - 1934.136 * t).sin();
    ((mean + center - nutation).rem_euclid(360.0) / 30.0) as i32
}

fn radians(degrees: f64) -> f64 {
    degrees.rem_euclid(360.0) * PI / 180.0
}
