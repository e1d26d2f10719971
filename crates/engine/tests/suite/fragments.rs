//! Links: the frozen samples, damage that must be noticed, and what is whole but nonsense.

use crate::properties::request;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use fiberlane_catalog::built_in;
use fiberlane_engine::request::{Field, FragmentError};
use fiberlane_engine::{
    Request, Value, decode_fragment, encode_fragment, read_request, verdict, write_request,
};
use proptest::prelude::*;

const SAMPLE: &str = r#"{"schema":"fiberlane.request/1","application":"400GBASE-DR4","farEnd":{"kind":"breakout","application":"100GBASE-DR"},"fiber":"OS2","grade":"low-loss","lcGrade":"standard","brand":"mtp","topology":"breakout-cassette","lengths":{"cordA":5,"trunks":[120.5],"cordB":3},"links":128,"splices":2,"spliceLossDb":0.15,"polarity":"U1","pinning":"pinned-trunk","base":8,"trunkLegs":12,"spares":5,"attenuation":"clause","tightBelowDb":0.3,"priority":"margin"}"#;

/// The link that this request had when version 1 was frozen. It must be read for ever.
const FROZEN: &str = include_str!("../../../../tests/facts/fragment-v1.txt");

#[test]
fn the_frozen_sample_is_read() {
    let request = decode_fragment(built_in(), FROZEN.trim()).unwrap();
    assert_eq!(write_request(built_in(), &request), SAMPLE);
    assert_eq!(encode_fragment(built_in(), &request), FROZEN.trim().trim_start_matches('#'));
}

/// Every field that version 2 adds, frozen as well.
const SAMPLE_2: &str = r#"{"schema":"fiberlane.request/1","application":"400GBASE-DR4","lengths":{"trunks":[60]},"links":7,"installed":[{"kind":"trunk","connector":"MPO-12","fiber":"OS2","endFace":"angled","pins":["pinned","unpinned"],"polarity":"B","grade":"low-loss","lengthM":60,"map":[[1,12],[2,11],[3,10],[4,9],[5,8],[6,7],[7,6],[8,5],[9,4],[10,3],[11,2],[12,1]]},{"kind":"adapterPanel","key":"opposed"},{"kind":"cassette","polarity":"U1"}],"conversion":"none","connectionsAtMostDb":1,"referenceEndDb":0.3,"situation":{"place":"ai-fabric","matingsPerYear":60,"fieldChanges":true,"budget":"balanced","outageCostPerMinute":900.5,"priceDifference":12500}}"#;
const FROZEN_2: &str = include_str!("../../../../tests/facts/fragment-v2.txt");

#[test]
fn the_frozen_link_of_version_2_still_reads() {
    still_reads(FROZEN_2.trim(), SAMPLE_2);
}

/// A frozen link is read as its sample, written as it was, and refused when it is cut.
fn still_reads(link: &str, sample: &str) {
    let request = decode_fragment(built_in(), link).unwrap();
    assert_eq!(write_request(built_in(), &request), sample);
    assert_eq!(encode_fragment(built_in(), &request), link.trim_start_matches('#'));
    for cut in 7..link.len() {
        assert!(decode_fragment(built_in(), &link[..cut]).is_err(), "cut at {cut}");
    }
}

/// What no sample of a whole version says.
const SPEED: &str = r#"{"schema":"fiberlane.request/1","speed":"400G"}"#;

/// Every field that version 3 adds, frozen as well.
const SAMPLE_3: &str = r#"{"schema":"fiberlane.request/1","module":"nvidia-mms4x00-nm","farEnd":{"kind":"same","module":"nvidia-mms4x00-nm-t"},"topology":"interconnect","lengths":{"cordA":5,"trunks":[60,40],"cordB":3},"links":7,"spares":{"cord":5,"trunk":0},"limit":"class-met","installed":[{"kind":"trunk","at":1,"connector":"MPO-12","lengthM":60,"count":3,"legs":12},{"kind":"adapterPanel","at":"1-2","connector":"MPO-12","key":"opposed","count":4},{"kind":"adapterPanel","at":"B","connector":"MPO-8"}]}"#;
const FROZEN_3: &str = include_str!("../../../../tests/facts/fragment-v3.txt");

#[test]
fn the_frozen_link_of_version_3_still_reads() {
    still_reads(FROZEN_3.trim(), SAMPLE_3);
}

/// A link of each field alone has the version that its declaration says, and carries it.
#[test]
fn every_field_has_its_place_in_a_link() {
    let samples = [SAMPLE, SAMPLE_2, SAMPLE_3, SPEED].map(|text| {
        let value: Value = serde_json::from_str(text).unwrap();
        read_request(built_in(), &value).unwrap()
    });
    for field in Field::ALL.iter().copied() {
        let said = samples.iter().find(|sample| !sample.is_open(field));
        let said = said.unwrap_or_else(|| panic!("a sample of {}", field.name()));
        let mut alone = Request::default();
        alone.take(field, said);
        // A link is one of something.
        if ![Field::Speed, Field::Module].contains(&field) && alone.application.is_none() {
            alone.application = built_in().application_called("400GBASE-DR4");
        }
        let link = encode_fragment(built_in(), &alone);
        assert!(link.starts_with(&format!("fl={}.", field.since())), "{}: {link}", field.name());
        assert_eq!(decode_fragment(built_in(), &link), Ok(alone), "{}", field.name());
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
    assert_eq!(decode_fragment(built_in(), "#fl=4.AAAA"), Err(FragmentError::Version));
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

/// A link of this version with these bytes and the sum that belongs to them: FNV-1a, folded to two
/// bytes. Damage by chance never comes so far, but somebody may write such a link.
fn sealed(version: u8, body: &[u8]) -> String {
    let hash = body
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_le_bytes();
    let whole = [body, &[a ^ c, b ^ d]].concat();
    format!("#fl={version}.{}", Base64UrlUnpadded::encode_string(&whole))
}

/// The version of a link and the bytes before its sum.
fn opened(link: &str) -> (u8, Vec<u8>) {
    let (version, code) =
        link.trim().trim_start_matches('#').strip_prefix("fl=").unwrap().split_once('.').unwrap();
    let mut bytes = Base64UrlUnpadded::decode_vec(code).unwrap();
    bytes.truncate(bytes.len() - 2);
    (version.parse().unwrap(), bytes)
}

/// Whether a link is read; what is read is written so that it reads the same again.
fn reads(link: &str) -> bool {
    let Ok(request) = decode_fragment(built_in(), link) else { return false };
    let again = encode_fragment(built_in(), &request);
    assert_eq!(decode_fragment(built_in(), &again), Ok(request), "{link}, then {again}");
    true
}

#[test]
fn the_sum_is_that_of_the_links() {
    for frozen in [FROZEN, FROZEN_2] {
        let (version, body) = opened(frozen);
        assert_eq!(sealed(version, &body), frozen.trim());
        assert!(reads(frozen.trim()));
    }
}

/// Every byte of the frozen links as every other byte, with the sum set right, in either version.
#[test]
fn every_byte_behind_the_sum() {
    let (mut read, mut refused) = (0, 0);
    for frozen in [FROZEN, FROZEN_2] {
        let (own, whole) = opened(frozen);
        for version in [1, 2, 3] {
            for at in 0..whole.len() {
                let mut body = whole.clone();
                for byte in 0..=u8::MAX {
                    body[at] = byte;
                    *if reads(&sealed(version, &body)) { &mut read } else { &mut refused } += 1;
                }
                let cut = reads(&sealed(version, &whole[..at]));
                // Version 2 begins with version 1.
                assert!(!cut || version < own, "cut at {at}");
            }
        }
    }
    assert!(read > 1_000 && refused > 1_000, "{read} read, {refused} refused");
}

/// What somebody may do to bytes.
#[derive(Clone, Debug)]
enum Edit {
    Set(u8),
    Insert(u8),
    Remove,
    Cut,
    Repeat,
}

fn edits() -> impl Strategy<Value = Vec<(usize, Edit)>> {
    // Small numbers are lengths, indices and flags; the large ones run past every list.
    let byte = || prop_oneof![0u8..4, any::<u8>(), Just(0xff), Just(0x80)];
    let edit = prop_oneof![
        4 => byte().prop_map(Edit::Set),
        2 => byte().prop_map(Edit::Insert),
        2 => Just(Edit::Remove),
        1 => Just(Edit::Cut),
        1 => Just(Edit::Repeat),
    ];
    proptest::collection::vec((any::<usize>(), edit), 1..4)
}

fn edited(mut body: Vec<u8>, edits: &[(usize, Edit)]) -> Vec<u8> {
    for (at, edit) in edits {
        if body.is_empty() {
            break;
        }
        let at = at % body.len();
        match edit {
            Edit::Set(byte) => body[at] = *byte,
            Edit::Insert(byte) => body.insert(at, *byte),
            Edit::Remove => drop(body.remove(at)),
            Edit::Cut => body.truncate(at),
            Edit::Repeat => body.extend_from_within(at..),
        }
    }
    body
}

proptest! {
    #![proptest_config(crate::random(2_000))]

    #[test]
    fn any_bytes_behind_the_sum(version in 1u8..=4, body in proptest::collection::vec(any::<u8>(), 0..160)) {
        reads(&sealed(version, &body));
    }

    /// A link that was changed by somebody who set the sum right is read, and then planned like
    /// any other, or refused.
    #[test]
    fn altered_bytes_behind_the_sum(request in request(), other in 1u8..=4, keep in any::<bool>(), edits in edits()) {
        let (version, body) = opened(&encode_fragment(built_in(), &request));
        let link = sealed(if keep { version } else { other }, &edited(body, &edits));
        if reads(&link) {
            let request = decode_fragment(built_in(), &link).unwrap();
            let first = verdict(built_in(), &request);
            prop_assert!(first.recommended.is_some() || !first.findings.is_empty());
        }
    }
}
