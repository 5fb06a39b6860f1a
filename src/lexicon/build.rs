//! Makes static tables of the data files.

mod normalize_tables {
    include!("../normalize/build_tables.rs");
}

fn main() -> std::io::Result<()> {
    normalize_tables::write()
}
