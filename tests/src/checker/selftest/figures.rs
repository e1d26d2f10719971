//! Faults in figures, counts, order lines and structure.

use serde_json::{Value, json};

use super::more;
use super::mutations::{at, caught, stale};
use super::scenarios::{s1, s3};

#[test]
fn loss() {
    let (_, plan) = s3();
    let mut terms = plan["recommended"]["loss"]["terms"].clone();
    terms.as_array_mut().expect("a list").remove(1);
    let dropped = [(at("/loss/terms"), terms)];
    caught(s3(), &[(&dropped[0].0, dropped[0].1.clone())], "its terms sum to 0.402");
    caught(s3(), &[(&dropped[0].0, dropped[0].1.clone())], "by hand it is 0.752");
    caught(s3(), &[(&at("/loss/worstCaseDb"), json!(0.753))], "worstCaseDb is 0.753");
    caught(s1(), &[(&at("/loss/limitDb"), json!(1.9))], "limitDb is 1.9");
    caught(s1(), &[(&at("/loss/marginDb"), json!(0.028))], "marginDb is 0.028");
    caught(s1(), &[(&at("/loss/terms/2/db"), json!(0.2975))], "do not lose");
    caught(s1(), &[(&at("/loss/terms/1/db"), json!(0.35))], "its grade says 0.6");
    caught(s1(), &[(&at("/loss/terms/1/typicalDb"), json!(0.3))], "typically");
    caught(s1(), &[(&at("/loss/terms/1/at"), json!(0))], "carries 1 mated pairs");
    caught(more::s8(), &[(&at("/loss/terms/6/db"), json!(0.3))], "splice terms of 0.4");
    stale(s1(), "attenuation", json!("clause"), "by hand it is 1.5185");
}

#[test]
fn reach_and_verdict() {
    caught(s3(), &[(&at("/reach/limitM"), json!(2000))], "reach.limitM");
    caught(s3(), &[(&at("/reach/lengthM"), json!(120))], "reach.lengthM");
    caught(s3(), &[(&at("/reach/verdict"), json!("fail"))], "reach.verdict");
    caught(s3(), &[("/verdict", json!("tight"))], "by rule it is pass");
    caught(s1(), &[("/verdict", json!("pass"))], "by rule it is tight");
    caught(more::s5(), &[("/verdict", json!("pass"))], "by rule it is not-checked");
    caught(s3(), &[("/verdict", json!("fail"))], "by rule it is pass");
    caught(s3(), &[("/recommended", Value::Null)], "nothing is recommended");
    stale(s3(), "module", json!("MMS4X00-NS400"), "reach.limitM is 500, not 100");
    stale(s1(), "tightBelowDb", json!(0.01), "by rule it is pass");
}

#[test]
fn counts_and_order() {
    caught(s3(), &[(&at("/bom/0/quantity"), json!(11))], "12 (1 spare)");
    caught(s3(), &[(&at("/bom/1/quantity"), json!(268))], "269 (13 spare)");
    caught(s3(), &[(&at("/bom/1/spare"), json!(12))], "13 spare");
    caught(s3(), &[(&at("/bom/0/legs"), json!(6))], "need trunks of 12");
    caught(s3(), &[(&at("/bom/0/fibers"), json!(144))], "legs of 8");
    caught(s3(), &[(&at("/bom/2/quantity"), json!(24))], "24 adapter panels");
    caught(s3(), &[(&at("/bom/2/perEnd"), json!(12))], "12 per end");
    let swapped = json!({"a": 0, "between": 1, "b": 10});
    caught(s3(), &[(&at("/bom/0/places"), swapped)], "is used at [0, 1, 10], not [0, 11, 0]");
    let short = json!({"a": 128, "between": 0, "b": 127});
    caught(s3(), &[(&at("/bom/1/places"), short)], "[128, 0, 127] places for 256");
    caught(s3(), &[(&at("/bom/3/quantity"), json!(4))], "4 enclosures");
    caught(s3(), &[(&at("/bom/0/pins"), json!("unpinned"))], "no cable of the channel");
    caught(s3(), &[(&at("/bom/1/endFace"), json!("flat"))], "no cable of the channel");
    caught(s3(), &[(&at("/bom/1/polarity"), json!("A"))], "no cable of the channel");
    caught(s3(), &[(&at("/bom/0/lengthM"), json!(130))], "no cable of the channel");
    caught(more::s8(), &[(&at("/bom/3/quantity"), json!(7))], "7 cassettes");
    stale(s1(), "links", json!(25), "adapter panels");
    stale(s1(), "base", json!(8), "the base is 8");
    stale(s3(), "lengths", json!({"cordA": 5, "trunks": [121], "cordB": 5}), "not 121 m");
}

#[test]
fn structure() {
    caught(s3(), &[("/schema", json!("fiberlane.plan/2"))], "fiberlane.plan/1");
    caught(s3(), &[(&at("/channel/2/kind"), json!("panel"))], "none of");
    caught(s3(), &[(&at("/loss/worstCaseDb"), json!("0.752"))], "is not a number");
    caught(s3(), &[(&at("/loss/worstCaseDb"), Value::Null)], "worstCaseDb is none");
    caught(
        s3(),
        &[(
            &at("/channel/0/ends/0"),
            json!({"connector": "LC", "pins": "none", "endFace": "flat"}),
        )],
        "null on its outer side",
    );
    let (_, plan) = s3();
    let channel = plan["recommended"]["channel"].clone();
    let mut short = channel.as_array().expect("a list").clone();
    short.remove(2);
    caught(s3(), &[(&at("/channel"), Value::Array(short))], "the channel of interconnect");
    stale(s3(), "topology", json!("cross-connect"), "trunks");
    caught(s1(), &[("/findings", json!([]))], "LOS012");
    stale(s3(), "fiber", json!("OM4"), "by rule it is fail");
}
