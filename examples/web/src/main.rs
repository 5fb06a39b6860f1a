//! Builds the page: compiles the library to WebAssembly and puts it into `page.html`.
//!
//! ```text
//! rustup target add wasm32-unknown-unknown      # once
//! cargo run --release --manifest-path examples/web/Cargo.toml
//! ```
//!
//! The page is one file and needs no server: opened from a folder, it works without a network.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

const TARGET: &str = "wasm32-unknown-unknown";

fn main() -> Result<(), Box<dyn Error>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--release", "--lib", "--target", TARGET, "--target-dir", "target"])
        .current_dir(package)
        .status()?;
    if !built.success() {
        return Err(format!("the library did not build for {TARGET}; is the target there? rustup target add {TARGET}").into());
    }
    let module = fs::read(package.join("target").join(TARGET).join("release/solieu_web.wasm"))?;
    let sample = fs::read_to_string(package.join("../reports/nam-son-2025.txt"))?;
    let page = include_str!("page.html")
        .replace("{{module}}", &base64(&module))
        .replace("{{sample}}", &sample.replace('&', "&amp;").replace('<', "&lt;"));
    let path = package.join("target/solieu.html");
    fs::write(&path, &page)?;
    println!("{} kB of WebAssembly, {} kB in all: open {}", module.len() / 1000, page.len() / 1000, path.display());
    Ok(())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let group = three.iter().fold(0_u32, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * at)) as usize & 63];
            out.push(if at > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}
