// Turns the tables in `data/` into static arrays; the build script includes this file.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// The letters of a syllable without its tone, numbered from 1; the vowels in the order of `letters.rs`.
const ALPHABET: &str = "aăâeêioôơuưybcdđghklmnpqrstvx";

/// Writes `normalize_tables.rs` into the folder of generated code.
pub(crate) fn write() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/normalize/data");
    println!("cargo::rerun-if-changed=src/normalize/build_tables.rs");
    let tables = Tables::read()?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| wrong("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("normalize_tables.rs"), tables.code()?)
}

struct Tables {
    onsets: Vec<Vec<String>>,
    rimes: Vec<Vec<String>>,
    syllables: Vec<Vec<String>>,
    stop_tones: Vec<Vec<String>>,
}

impl Tables {
    fn read() -> io::Result<Self> {
        let mut rimes = rows("rimes.tsv")?;
        // In the order in which they are looked up.
        rimes.sort_by_key(|row| row.first().map(|rime| packed(rime)));
        let mut onsets = rows("onsets.tsv")?;
        onsets.insert(0, vec!["-".to_owned(), "-".to_owned()]);
        Ok(Self { onsets, rimes, syllables: rows("syllables.tsv")?, stop_tones: rows("stop_tones.tsv")? })
    }

    fn code(&self) -> io::Result<String> {
        let mut code = String::new();
        array(&mut code, "ONSETS", "(&str, u32, u32)", self.onsets.iter().map(|row| onset(row)))?;
        array(&mut code, "RIMES", "Rime", self.rimes.iter().map(|row| rime(row)))?;
        let mut attested = Vec::new();
        for row in &self.syllables {
            attested.push((self.key(row)?, weight(row)?));
        }
        attested.sort_unstable();
        array(&mut code, "ATTESTED", "u16", attested.iter().map(|(key, _)| Ok(key.to_string())))?;
        array(&mut code, "WEIGHTS", "u8", attested.iter().map(|(_, weight)| Ok(weight.to_string())))?;
        let mut stops = self.stop_tones.iter().map(|row| self.key(row)).collect::<io::Result<Vec<u16>>>()?;
        stops.sort_unstable();
        array(&mut code, "STOP_TONES", "u16", stops.iter().map(|key| Ok(key.to_string())))?;
        for (name, file) in [("TCVN3", "tcvn3.tsv"), ("VISCII", "viscii.tsv"), ("VPS", "vps.tsv")] {
            letters(&mut code, name, &rows(file)?)?;
        }
        Ok(code)
    }

    /// Onset, rime and tone in one number, as `syllable.rs` packs them.
    fn key(&self, row: &[String]) -> io::Result<u16> {
        let place = |rows: &[Vec<String>], at: usize| rows.iter().position(|other| other.first() == row.get(at));
        let onset = place(&self.onsets, 0).ok_or_else(|| wrong(row))?;
        let rime = place(&self.rimes, 1).ok_or_else(|| wrong(row))?;
        let tone: usize = number(row, 2)?;
        u16::try_from(onset << 11 | rime << 3 | tone).map_err(|_| wrong(row))
    }
}

/// The lines of a table, without those that begin with `#`.
fn rows(file: &str) -> io::Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(Path::new("src/normalize/data").join(file))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn array(
    code: &mut String,
    name: &str,
    kind: &str,
    items: impl ExactSizeIterator<Item = io::Result<String>>,
) -> io::Result<()> {
    writeln!(code, "pub(super) static {name}: [{kind}; {}] = [", items.len()).map_err(|_| wrong(name))?;
    for item in items {
        *code += &item?;
        *code += ",";
    }
    *code += "\n];\n";
    Ok(())
}

/// `(spelling, packed, set of the letters it stands before)`.
fn onset(row: &[String]) -> io::Result<String> {
    let [name, before] = row else { return Err(wrong(row)) };
    let name = name.trim_matches('-');
    let before = if before == "-" { "aăâeêioôơuưy" } else { before };
    let set = before.chars().fold(0_u32, |set, c| set | 1 << packed(&c.to_string()));
    Ok(format!("({name:?},{},{set})", packed(name)))
}

fn rime(row: &[String]) -> io::Result<String> {
    let [spelling, tones, new, old, class] = row else { return Err(wrong(row)) };
    let (stop, only_qu) = (tones == "2", class == "qu-only");
    let (letters, length) = (packed(spelling), spelling.chars().count());
    Ok(format!(
        "Rime{{spelling:{spelling:?},letters:{letters},length:{length},stop:{stop},new:{new},old:{old},only_qu:{only_qu}}}"
    ))
}

/// Eight times the logarithm of how often a syllable was seen.
fn weight(row: &[String]) -> io::Result<u8> {
    let count: f64 = number(row, 3)?;
    Ok((8.0 * count.ln()).round() as u8)
}

/// The characters of the 256 bytes, NUL where the table has none.
fn letters(code: &mut String, name: &str, rows: &[Vec<String>]) -> io::Result<()> {
    let mut chars = ['\0'; 256];
    for row in rows {
        let byte = row.first().and_then(|byte| u8::from_str_radix(byte, 16).ok());
        let cell = byte.and_then(|byte| chars.get_mut(usize::from(byte))).ok_or_else(|| wrong(row))?;
        *cell = row.get(1).and_then(|text| text.chars().next()).ok_or_else(|| wrong(row))?;
    }
    array(code, name, "char", chars.iter().map(|c| Ok(format!("{c:?}"))))
}

/// The letters in one number, five bits each.
fn packed(spelling: &str) -> u32 {
    let place = |c| ALPHABET.chars().position(|letter| letter == c).map_or(0, |at| at as u32 + 1);
    spelling.chars().fold(0, |packed, c| packed << 5 | place(c))
}

fn number<T: std::str::FromStr>(row: &[String], at: usize) -> io::Result<T> {
    row.get(at).and_then(|cell| cell.parse().ok()).ok_or_else(|| wrong(row))
}

fn wrong(what: impl std::fmt::Debug) -> io::Error {
    io::Error::other(format!("a table for normalization is wrong at {what:?}"))
}
