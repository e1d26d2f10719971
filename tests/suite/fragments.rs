//! Links: the frozen sample of version 1, and damage that must be noticed.

use fiberlane_catalog::built_in;
use fiberlane_engine::request::FragmentError;
use fiberlane_engine::{Value, decode_fragment, encode_fragment, read_request, write_request};

const SAMPLE: &str = r#"{"schema":"fiberlane.request/1","application":"400GBASE-DR4","farEnd":{"kind":"breakout","application":"100GBASE-DR"},"fiber":"OS2","grade":"low-loss","lcGrade":"standard","brand":"mtp","topology":"breakout-cassette","lengths":{"cordA":5,"trunks":[120.5],"cordB":3},"links":128,"splices":2,"spliceLossDb":0.15,"polarity":"U1","pinning":"pinned-trunk","base":8,"trunkLegs":12,"spares":5,"attenuation":"clause","tightBelowDb":0.3,"priority":"margin"}"#;

/// The link that this request had when version 1 was frozen. It must be read for ever.
const FROZEN: &str = include_str!("../facts/fragment-v1.txt");

#[test]
fn the_frozen_sample_is_read() {
    let request = decode_fragment(built_in(), FROZEN.trim()).unwrap();
    assert_eq!(write_request(built_in(), &request), SAMPLE);
    assert_eq!(encode_fragment(built_in(), &request), FROZEN.trim().trim_start_matches('#'));
}

/// Every field that version 2 adds, frozen as well.
const SAMPLE_2: &str = r#"{"schema":"fiberlane.request/1","application":"400GBASE-DR4","lengths":{"trunks":[60]},"links":7,"installed":[{"kind":"trunk","connector":"MPO-12","fiber":"OS2","endFace":"angled","pins":["pinned","unpinned"],"polarity":"B","grade":"low-loss","lengthM":60,"map":[[1,12],[2,11],[3,10],[4,9],[5,8],[6,7],[7,6],[8,5],[9,4],[10,3],[11,2],[12,1]]},{"kind":"adapterPanel","key":"opposed"},{"kind":"cassette","polarity":"U1"}],"conversion":"none","connectionsAtMostDb":1,"referenceEndDb":0.3,"situation":{"place":"ai-fabric","matingsPerYear":60,"fieldChanges":true,"budget":"balanced","outageCostPerMinute":900.5,"priceDifference":12500}}"#;
const FROZEN_2: &str = include_str!("../facts/fragment-v2.txt");

#[test]
fn the_frozen_link_of_version_2_still_reads() {
    let request = decode_fragment(built_in(), FROZEN_2.trim()).unwrap();
    assert_eq!(write_request(built_in(), &request), SAMPLE_2);
    assert_eq!(encode_fragment(built_in(), &request), FROZEN_2.trim().trim_start_matches('#'));
    let whole = FROZEN_2.trim();
    for cut in 7..whole.len() {
        assert!(decode_fragment(built_in(), &whole[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn text_and_link_say_the_same() {
    let value: Value = serde_json::from_str(SAMPLE).unwrap();
    let request = read_request(built_in(), &value).unwrap();
    assert_eq!(decode_fragment(built_in(), &encode_fragment(built_in(), &request)), Ok(request));
}

#[test]
fn damage_is_noticed() {
    let whole = FROZEN.trim();
    assert_eq!(decode_fragment(built_in(), "#fl=3.AAAA"), Err(FragmentError::Version));
    assert_eq!(decode_fragment(built_in(), "#fl=1."), Err(FragmentError::Damaged));
    for cut in 7..whole.len() {
        assert!(decode_fragment(built_in(), &whole[..cut]).is_err(), "cut at {cut}");
    }
    let mut unnoticed = 0;
    for at in 7..whole.len() {
        let mut bytes = whole.as_bytes().to_vec();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(bytes).unwrap();
        unnoticed += usize::from(altered != whole && decode_fragment(built_in(), &altered).is_ok());
    }
    assert_eq!(unnoticed, 0);
}
