//! Every row of the pin cases: one pinned and one unpinned end at each mating.

use crate::cases::here;
use fiberlane_catalog::{Connector, EndFace};
use fiberlane_engine::end::{End, MatingFault, Pins, mate};

fn end(letter: char) -> End {
    let pins = match letter {
        'P' => Pins::Pinned,
        'U' => Pins::Unpinned,
        other => panic!("{other}"),
    };
    End::array(Connector::Mpo12, pins, EndFace::Flat)
}

/// The array ends of a part, towards A and towards B; a part with one array end gives it twice.
fn ends(part: &str) -> Option<(End, End)> {
    if part.contains("(LC)") {
        return None;
    }
    if part.starts_with("transceiver") {
        return Some((end('P'), end('P')));
    }
    let letters = part.split(' ').nth(1).unwrap();
    let mut letters = letters.chars().filter(|c| c.is_ascii_uppercase());
    let first = letters.next().unwrap();
    Some((end(first), end(letters.next().unwrap_or(first))))
}

#[test]
fn every_row_has_the_published_verdict() {
    let mut rows = csv::Reader::from_path(here("facts/gender-cases.csv")).unwrap();
    let mut count = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (id, sequence, verdict) = (&row[0], &row[2], &row[3]);
        let sequence = sequence.replace(" ... ", " - ");
        let parts: Vec<_> = sequence.split(" - ").filter_map(ends).collect();
        let faults: Vec<MatingFault> = parts
            .windows(2)
            .filter_map(|pair| mate(pair[0].1, pair[1].0, None).err())
            .flatten()
            .collect();
        assert_eq!(faults.is_empty(), verdict == "OK", "{id} {sequence}: {faults:?}");
        count += 1;
    }
    assert_eq!(count, 21);
}
