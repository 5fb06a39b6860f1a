//! `solieu normalize`.

use std::io::{self, BufWriter, Write as _};

use rayon::prelude::*;
use serde_json::Value;
use solieu::Normalizer;

use crate::args::{From, Normalize};
use crate::document::{Document, Texts};
use crate::pipeline::Pipeline;
use crate::problem::{Outcome, Stop};

pub(crate) fn run(args: &Normalize) -> Result<Outcome, Stop> {
    let normalizer = args.normalizer();
    let pipeline = Pipeline::new(&args.input, Texts::Streamed)?;
    let mut out = BufWriter::with_capacity(64 << 10, io::stdout().lock());
    let outcome = pipeline.documents(|documents, pool| {
        let clean = |document: &Document| normalized(document, &normalizer, args);
        let texts: Vec<_> = pool.install(|| documents.par_iter().map(clean).collect());
        texts.iter().try_for_each(|text| Ok(out.write_all(text.as_bytes())?))
    })?;
    out.flush()?;
    Ok(outcome)
}

/// The clean text; for a line of JSON the line with it.
fn normalized(document: &Document, normalizer: &Normalizer, args: &Normalize) -> String {
    let text = normalizer.normalize(&document.text).to_string();
    if document.format != From::Jsonl {
        return text;
    }
    let mut line = document.rest.clone();
    line.insert(args.input.id_field.clone(), document.id.clone());
    line.insert(args.input.field.clone(), Value::String(text));
    format!("{}\n", Value::Object(line))
}
