//! What must hold of a database whatever became of its bytes.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use byline_record::import::{Options, import};
use byline_record::store::Store;

use super::claims::{record_holds, small};
use byline_record::Record;

/// A database as it comes from an import, with its snapshot.
fn sound() -> &'static [u8] {
    static SOUND: OnceLock<Vec<u8>> = OnceLock::new();
    SOUND.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, database) = (folder.path().join("results.csv"), folder.path().join("record.db"));
        let rows = "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n\
                    1966-07-30,England,Germany,4,2,FIFA World Cup,London,England,FALSE\n";
        fs::write(&file, rows).expect("a file");
        let mut store = Store::create(&database).expect("a database");
        let options = Options { imported_at: "2026-01-01T00:00:00Z".to_owned(), accept_new_teams: false, threads: 1 };
        import(&mut store, &[file], &options, &mut |_| {}).expect("an import");
        drop(store);
        fs::read(&database).expect("the database")
    })
}

/// If the first byte is even, the rest is the whole file. If it is odd, the rest are changes to a sound database.
pub(crate) fn store(bytes: &[u8]) {
    let Some((&pick, bytes)) = bytes.split_first() else { return };
    let folder = tempfile::tempdir_in(scratch()).expect("a folder");
    let path = folder.path().join("record.db");
    if pick % 2 == 0 {
        fs::write(&path, bytes).expect("a file");
    } else {
        fs::write(&path, spoil(sound(), bytes)).expect("a file");
    }
    opens_or_says_why(&path);
}

/// The rest of the bytes are changes to a packed record.
pub(crate) fn packed_record(bytes: &[u8]) {
    static SOUND: OnceLock<Vec<u8>> = OnceLock::new();
    let sound = SOUND.get_or_init(|| small().finish().pack().expect("a record that can be packed"));
    if let Some(record) = Record::unpack(&spoil(sound, bytes)) {
        record_holds(&record);
    }
}

/// Makes changes of four bytes each: where (three bytes, counted from the start or, from the half of their range on,
/// spread over the whole) and what.
fn spoil(sound: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut spoilt = sound.to_vec();
    let length = spoilt.len();
    for change in changes.chunks_exact(4) {
        let &[high, middle, low, value] = change else { continue };
        let at = usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low);
        let place = if high < 128 { at } else { at.wrapping_mul(2_654_435_761) };
        if let Some(byte) = spoilt.get_mut(place % length) {
            *byte = value;
        }
    }
    spoilt
}

fn opens_or_says_why(path: &Path) {
    let told = |error: &dyn std::error::Error| {
        let text = error.to_string();
        assert!(text.len() < 4_000 && !text.is_empty(), "an error of {} bytes", text.len());
    };
    let store = match Store::open(path) {
        Ok(store) => store,
        Err(error) => return told(&error),
    };
    match store.record() {
        Ok(record) => record_holds(&record),
        Err(error) => told(&error),
    }
    if let Err(error) = store.status() {
        told(&error);
    }
}

/// A folder in memory where there is one: a database a run.
fn scratch() -> std::path::PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}
