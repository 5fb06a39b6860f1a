//! Turns the word lists of `src/lexicon/*.tsv` into static tables, so that nothing is built at run
//! time. The reader of the tables is `src/lexicon/mod.rs`.

// A build fails loudly, and nothing of it runs in anybody's program.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "fold.rs"]
mod fold;
#[path = "../normalize/build_tables.rs"]
mod normalize_tables;
#[path = "spelling.rs"]
mod spelling;

/// Each list and the class of its phrases. The first column holds the phrase; the others are data.
const LISTS: &[(&str, &str)] = &[
    ("numerals", "Numeral"),
    ("scales", "Scale"),
    ("compounds", "Compound"),
    ("names", "Name"),
    ("nouns", "Noun"),
    ("nouns_not", "NotNoun"),
    ("units", "Unit"),
    ("currencies", "Currency"),
    ("time_units", "TimeUnit"),
    ("bounds", "Bound"),
    ("changes", "Change"),
    ("bases", "Base"),
    ("mediums", "Medium"),
    ("weekdays", "Weekday"),
    ("months", "Month"),
    ("time_leads", "TimeLead"),
    ("time_words", "TimeWord"),
    ("time_follows", "TimeFollow"),
    ("shifts", "Shift"),
    ("document_types", "DocumentType"),
    ("document_followers", "Follower"),
    ("documents_not", "NotDocument"),
    ("issuer_heads", "IssuerHead"),
    ("issuer_words", "IssuerWord"),
    ("title_leads", "TitleLead"),
    ("title_ends", "TitleEnd"),
    ("law_names", "LawName"),
    ("law_abbreviations", "LawAbbreviation"),
    ("relations", "Relation"),
    ("percent_units", "PercentUnit"),
    ("triggers", "Trigger"),
    ("words_before", "WordBefore"),
];

/// Lists whose first column is a symbol of capitals, sorted by its key (`fold::symbol_key`).
const SYMBOLS: &[&str] = &["document_marks", "issuers", "symbol_parts"];

fn main() {
    let folder = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut tables = Tables::default();
    let mut out = String::new();

    let anchors = tables.anchors(&rows(&read(&folder.join("triggers.tsv"))));
    for (name, last) in ["ROMAN_ANCHORS", "ANCHORS", "ANCHORS_FROM_NOW"].iter().zip(anchors) {
        let _ = writeln!(
            out,
            "/// The last of the syllables that are anchors.\npub(crate) const {name}: Syllable = Syllable({last});"
        );
    }
    for (name, word) in keywords(folder) {
        let id = tables.syllable(&word);
        let _ = writeln!(tables.words, "    /// `{word}`\n    pub(crate) const {name}: Syllable = Syllable({id});");
    }
    for (class, (file, variant)) in LISTS.iter().enumerate() {
        let rows = rows(&read(&folder.join(format!("{file}.tsv"))));
        for (row, columns) in rows.iter().enumerate() {
            tables.phrase(class, row, columns.first().map_or("", String::as_str));
        }
        let _ = writeln!(out, "/// The rows of `{file}.tsv`.");
        // Of some lists it only matters what stands in them.
        let _ = writeln!(out, "#[allow(dead_code)]");
        let _ = writeln!(out, "pub(crate) static {}: &[&[&str]] = &[", file.to_uppercase());
        for columns in &rows {
            let _ = writeln!(out, "    &{columns:?},");
        }
        let _ = writeln!(out, "];");
        let _ = writeln!(tables.classes, "    /// `{file}.tsv`\n    {variant},");
    }
    for file in SYMBOLS {
        symbols(&mut out, file, rows(&read(&folder.join(format!("{file}.tsv")))));
    }
    tables.check_numerals(anchors[0]);
    tables.write(&mut out);
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("lexicon.rs");
    fs::write(target, out).expect("the tables can be written");
    normalize_tables::write().expect("the tables of normalization can be written");
}

/// `điều` → `Điều`
fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.flat_map(char::to_lowercase)).collect()
}

/// `quý` → `quí`
fn with_other_i(word: &str) -> String {
    const PAIRS: &str = "iyìỳíýỉỷĩỹịỵ";
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(last) = letters.last_mut()
        && let Some(place) = PAIRS.chars().position(|letter| letter == *last)
    {
        *last = PAIRS.chars().nth(place ^ 1).expect("they come in pairs");
    }
    letters.into_iter().collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// A table of symbols: key and row, sorted by key, and where the rows of a key begin.
fn symbols(out: &mut String, file: &str, rows: Vec<Vec<String>>) {
    let key = |row: &Vec<String>| fold::symbol_key(&row[0]).expect("a symbol has at most sixteen letters");
    let mut keyed: Vec<_> = rows.into_iter().map(|row| (key(&row), row)).collect();
    keyed.sort();
    let _ = writeln!(out, "/// The rows of `{file}.tsv` by key.");
    let _ = writeln!(out, "pub(crate) static {}: Symbols = Symbols {{\n    rows: &[", file.to_uppercase());
    for (key, columns) in &keyed {
        let _ = writeln!(out, "        ({key:#x}, &{columns:?}),");
    }
    let firsts = (0..keyed.len()).filter(|&row| row == 0 || keyed[row].0 != keyed[row - 1].0);
    let hashes: Vec<_> = firsts.map(|row| (fold::symbol_hash(keyed[row].0), row as u16 + 1)).collect();
    let index: Vec<u16> = slots(hashes.into_iter()).into_iter().map(|(_, row)| row).collect();
    let _ = writeln!(out, "    ],\n    index: &{index:?},\n}};");
}

/// The syllables that the grammar names: `NAME`, word. A word may stand in several of the files.
fn keywords(folder: &Path) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for file in ["keywords", "keywords_time", "keywords_documents"] {
        for row in rows(&read(&folder.join(format!("{file}.tsv")))) {
            let [name, word] = <[String; 2]>::try_from(row).expect("a keyword has a NAME and a word");
            let other = names.insert(name.clone(), word.clone());
            assert!(other.is_none_or(|other| other == word), "{file}.tsv: {name} means two words");
        }
    }
    names
}

/// A trie over syllables, and what ends at its nodes.
#[derive(Default)]
struct Tables {
    syllables: BTreeMap<u64, u16>,
    /// How they are written.
    spellings: BTreeMap<spelling::Spelling, u16>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    edges: BTreeMap<(u16, u16), u16>,
    nodes: Vec<Vec<(u8, u16)>>,
    words: String,
    classes: String,
}

impl Tables {
    /// The id of a syllable, from 1.
    fn syllable(&mut self, word: &str) -> u16 {
        let key = fold::fold(word);
        assert!(key != 0 && word.chars().all(char::is_alphabetic), "{word:?} is not one word of up to nine letters");
        let next = self.syllables.len() as u16 + 1;
        let id = *self.syllables.entry(key).or_insert(next);
        for written in [word.to_lowercase(), capitalized(word), word.to_uppercase(), with_other_i(word)] {
            self.spellings
                .extend(spelling::spelling(&written).filter(|_| fold::fold(&written) == key).map(|it| (it, id)));
        }
        self.starts.resize(self.syllables.len() + 1, 0);
        id
    }

    /// Gives the first ids to the words that are anchors, so that one comparison tells what is one; the last each of Roman
    /// numerals, of what always is, and of what is with a reference date.
    fn anchors(&mut self, triggers: &[Vec<String>]) -> [u16; 3] {
        ["roman", "", "now"].map(|when| {
            let rows = triggers.iter().filter(|row| row.get(1).map_or("", String::as_str) == when);
            rows.for_each(|row| _ = self.syllable(&row[0]));
            self.syllables.len() as u16
        })
    }

    /// Words of no list are looked at whether they are Roman numerals; of the others `triggers.tsv` has to tell it.
    fn check_numerals(&self, last: u16) {
        let tens = ["", "x", "xx", "xxx"];
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        for numeral in tens.iter().flat_map(|ten| ones.iter().map(move |one| format!("{ten}{one}"))) {
            let id = self.syllables.get(&fold::fold(&numeral)).copied().unwrap_or_default();
            assert!(id <= last, "{numeral} is a word of a list, and so has to stand in triggers.tsv as `roman`");
        }
    }

    fn phrase(&mut self, class: usize, row: usize, phrase: &str) {
        if self.nodes.is_empty() {
            self.nodes.push(Vec::new());
        }
        let ids: Vec<u16> = phrase.split_whitespace().map(|word| self.syllable(word)).collect();
        let first = *ids.first().unwrap_or_else(|| panic!("an empty phrase in {}", LISTS[class].0));
        self.starts[usize::from(first)] |= 1 << class;
        let last = *ids.last().unwrap_or(&first);
        self.ends.resize(self.syllables.len() + 1, 0);
        self.ends[usize::from(last)] |= 1 << class;
        let mut node = 0;
        for id in ids {
            let next = self.nodes.len() as u16;
            node = *self.edges.entry((node, id)).or_insert(next);
            if node == next {
                self.nodes.push(Vec::new());
            }
        }
        let ends = &mut self.nodes[usize::from(node)];
        let class = class as u8;
        assert!(ends.iter().all(|end| end.0 != class), "{phrase:?} stands twice in {}", LISTS[usize::from(class)].0);
        ends.push((class, row as u16));
    }

    fn write(&mut self, out: &mut String) {
        let _ = writeln!(
            out,
            "/// The classes of phrases, one per list.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\n#[repr(u8)]\npub(crate) enum Class {{\n{}}}",
            self.classes
        );
        let _ = writeln!(
            out,
            "/// Syllables that the grammar names.\npub(crate) mod word {{\n    use super::Syllable;\n{}}}",
            self.words
        );
        let syllables = slots(self.syllables.iter().map(|(&key, &id)| (key, id)));
        let (keys, ids): (Vec<u64>, Vec<u16>) = syllables.into_iter().unzip();
        table(out, "KEYS", "u64", &keys);
        table(out, "IDS", "u16", &ids);
        let (factor, shifts, spellings) = perfect(&self.spellings);
        let _ = writeln!(out, "const SPELLING_FACTOR: u64 = {factor};");
        table(out, "SPELLING_SHIFTS", "u16", &shifts);
        table(out, "SPELLINGS", "[u64; 2]", &spellings);
        table(out, "STARTS", "u32", &self.starts);
        table(out, "LASTS", "u32", &self.ends);
        self.write_nodes(out);
    }

    /// The nodes level by level, so that the children of a node stand in a row: of node `n` they are those from
    /// its first child to the first child of the next, and `LABELS` has the syllable that leads to each. Every syllable
    /// leads on from the first node, so that the number of a syllable is that of its node.
    fn write_nodes(&mut self, out: &mut String) {
        for id in 1..=self.syllables.len() as u16 {
            let next = self.nodes.len() as u16;
            if *self.edges.entry((0, id)).or_insert(next) == next {
                self.nodes.push(Vec::new());
            }
        }
        let mut children: Vec<Vec<(u16, u16)>> = vec![Vec::new(); self.nodes.len()];
        for (&(node, id), &next) in &self.edges {
            children[usize::from(node)].push((id, next));
        }
        let (mut order, mut labels) = (vec![0_u16], vec![0_u16]);
        let (mut entries, mut rows) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < order.len() {
            let node = usize::from(order[at]);
            let ends = &self.nodes[node];
            assert!(ends.is_sorted(), "the rows of a node stand in the order of their classes");
            let set = ends.iter().fold(0_u32, |set, end| set | 1 << end.0);
            match ends[..] {
                // Of most nodes the only row.
                [(_, row)] => entries.push((set, order.len() as u16, row)),
                _ => {
                    entries.push((set, order.len() as u16, rows.len() as u16));
                    rows.extend(ends.iter().map(|end| end.1));
                }
            }
            for &(id, next) in &children[node] {
                order.push(next);
                labels.push(id);
            }
            at += 1;
        }
        entries.push((0, order.len() as u16, 0));
        table(out, "LABELS", "u16", &labels);
        table(out, "ROWS", "u16", &rows);
        write_entries(out, &entries, &labels);
    }
}

/// `NODES`, one more than there are, from the classes that end at each, its first child and its row: with the classes of
/// all that lies behind, which stands further down, and a few bits of the words that lead on.
fn write_entries(out: &mut String, entries: &[(u32, u16, u16)], labels: &[u16]) {
    let children = |node: usize| {
        let behind = entries.get(node + 1).map_or(entries[node].1, |next| next.1);
        usize::from(entries[node].1)..usize::from(behind)
    };
    let mut goes_on = vec![0_u32; entries.len()];
    for node in (0..entries.len()).rev() {
        goes_on[node] = children(node).fold(0, |set, child| set | entries[child].0 | goes_on[child]);
    }
    let _ = writeln!(out, "static NODES: [NodeEntry; {}] = [", entries.len());
    for (node, (ends, child, row)) in entries.iter().enumerate() {
        let goes_on = goes_on[node];
        let leads_on = labels[children(node)].iter().fold(0_u32, |set, label| set | 1 << (label % 32));
        let _ = writeln!(
            out,
            "    NodeEntry {{ ends: Classes({ends}), goes_on: Classes({goes_on}), first_child: {child}, row: {row}, leads_on: {leads_on} }},"
        );
    }
    out.push_str("];\n");
}

fn table<T: std::fmt::Debug>(out: &mut String, name: &str, kind: &str, values: &[T]) {
    let _ = writeln!(out, "static {name}: [{kind}; {}] = {values:?};", values.len());
}

/// An open-addressed table at most half full: the reader probes from `hash(key)` to the first empty
/// slot, whose value is 0.
fn slots(pairs: impl ExactSizeIterator<Item = (u64, u16)>) -> Vec<(u64, u16)> {
    let size = (pairs.len() * 2).next_power_of_two();
    let mut slots = vec![(0, 0); size];
    for (key, value) in pairs {
        let mut at = fold::hash(key) as usize & (size - 1);
        while slots[at].1 != 0 {
            at = (at + 1) & (size - 1);
        }
        slots[at] = (key, value);
    }
    slots
}

/// A table in which each spelling stands alone, with its syllable above its last byte, the shifts of its buckets
/// (`spelling::slot`), and the factor of the hash: the first with which no two spellings of a bucket share a slot.
fn perfect(spellings: &BTreeMap<spelling::Spelling, u16>) -> (u64, Vec<u16>, Vec<spelling::Spelling>) {
    let factors = (0..1000).map(|step| 0x9E37_79B9_7F4A_7C15_u64.wrapping_add(2 * step));
    let made = factors.map(|factor| Some((factor, shifted(spellings, factor)?)));
    let (factor, (shifts, slots)) = made.flatten().next().expect("some factor parts the spellings");
    (factor, shifts, slots)
}

/// The same with a given factor: the fullest bucket takes its places first.
fn shifted(spellings: &BTreeMap<spelling::Spelling, u16>, factor: u64) -> Option<(Vec<u16>, Vec<spelling::Spelling>)> {
    let size = (spellings.len() * 10 / 9).next_power_of_two();
    let mut buckets = vec![Vec::new(); size / 4];
    for (&spelling, &id) in spellings {
        let hash = spelling::hash(spelling, factor);
        buckets[spelling::bucket(hash, size / 4)].push((hash, [spelling[0], spelling[1] | u64::from(id) << 48]));
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));
    let (mut shifts, mut slots) = (vec![0; buckets.len()], vec![[0, 0]; size]);
    for bucket in order {
        let places = |shift| buckets[bucket].iter().map(move |&(hash, _)| spelling::slot(hash, shift, size));
        if places(0).collect::<BTreeSet<_>>().len() < buckets[bucket].len() {
            return None;
        }
        let is_free = |&shift: &u16| places(shift).all(|slot| slots[slot] == [0, 0]);
        shifts[bucket] = (0..size as u16).find(is_free)?;
        for (slot, &(_, entry)) in places(shifts[bucket]).zip(&buckets[bucket]) {
            slots[slot] = entry;
        }
    }
    Some((shifts, slots))
}
