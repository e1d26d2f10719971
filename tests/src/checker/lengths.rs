//! Which lengths a topology takes, and what absent ones are.

use serde_json::Value;

use super::installed::InPlace;
use super::json::{METERS, exact};

/// Cord and trunk that are assumed when the request gives none: 3 m and 30 m.
const CORD: i128 = 30_000;
const TRUNK: i128 = 300_000;

/// The lengths of one channel in order from A to B, in steps of 0.1 mm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lengths {
    pub(crate) cord_a: i128,
    pub(crate) trunks: Vec<i128>,
    pub(crate) cross: Vec<i128>,
    pub(crate) cord_b: Option<i128>,
    /// Whether a length that the topology needs was absent.
    pub(crate) assumed: bool,
}

impl Lengths {
    pub(crate) fn total(&self) -> i128 {
        let lists = self.trunks.iter().chain(&self.cross).sum::<i128>();
        self.cord_a + lists + self.cord_b.unwrap_or(0)
    }
}

/// Fewest and most entries of a list.
type Room = (usize, usize);

/// How many of each list a topology takes: trunks, cross cords, and whether `cordB` is used.
fn places(topology: &str, trunks: usize) -> Option<(Room, Room, bool)> {
    Some(match topology {
        "direct" => ((0, 0), (0, 0), false),
        "interconnect" => ((1, usize::MAX), (0, 0), true),
        "cross-connect" => ((2, 2), (1, 1), true),
        "cassette-to-cassette" => ((1, usize::MAX), (0, 2), true),
        "breakout-cassette" => ((1, 1), (0, 0), true),
        "breakout-harness" if trunks == 0 => ((0, 0), (0, 0), false),
        "breakout-harness" => ((1, 1), (0, 0), true),
        _ => return None,
    })
}

/// The lengths of the request over a topology as it stands, whatever lies there.
///
/// # Errors
/// A sentence when a list does not fit the topology or a length is no number.
pub(crate) fn lengths(
    request: &Value,
    topology: &str,
    (has_trunk, is_open): (bool, bool),
) -> Result<Named, String> {
    let given = request.get("lengths").filter(|l| !l.is_null());
    let one = |name: &str| -> Result<Option<i128>, String> {
        let field = given.and_then(|g| g.get(name)).filter(|v| !v.is_null());
        field.map(|v| meters(v, name)).transpose()
    };
    let many = |name: &str| -> Result<Vec<i128>, String> {
        let field = given.and_then(|g| g.get(name)).and_then(Value::as_array);
        field.into_iter().flatten().map(|v| meters(v, name)).collect()
    };
    let (cord_a, cord_b) = (one("cordA")?, one("cordB")?);
    let (mut runs, mut cross) = (many("trunks")?, many("cross")?);
    // A fixed harness whose lengths name the harness alone passes a trunk in place by.
    let alone = !is_open && cord_a.is_some() && cord_b.is_none_or(|b| b == 0) && runs.is_empty();
    let over_trunk = runs.iter().any(|l| *l != 0) || (has_trunk && !alone);
    let (t, x, has_b) = places(topology, usize::from(over_trunk))
        .ok_or_else(|| format!("topology `{topology}` is none of the six"))?;
    // Nothing, or 0, where the topology has no place is the same as absent.
    for (list, (_, most)) in [(&mut runs, t), (&mut cross, x)] {
        if most == 0 && list.iter().all(|l| *l == 0) {
            list.clear();
        }
    }
    if runs.contains(&0) {
        return Err("a trunk of 0 m is another route".to_owned());
    }
    let mut assumed = cord_a.is_none() || (has_b && cord_b.is_none());
    for (list, (least, most), name) in [(&runs, t, "trunks"), (&cross, x, "cross")] {
        let open = list.is_empty() && least > 0;
        if !open && (list.len() < least || list.len() > most) {
            return Err(format!("lengths.{name} has {} entries for {topology}", list.len()));
        }
    }
    if cross.is_empty() && x.0 > 0 {
        cross = vec![CORD; x.0];
        assumed = true;
    }
    if !has_b && cord_b.unwrap_or(0) != 0 {
        return Err(format!("lengths.cordB has no place in {topology}"));
    }
    let mut named: Vec<Option<i128>> = runs.into_iter().map(Some).collect();
    if named.is_empty() {
        named = vec![None; t.0];
    }
    let cord_b = has_b.then(|| cord_b.unwrap_or(CORD));
    Ok(Named { cord_a: cord_a.unwrap_or(CORD), runs: named, cross, cord_b, assumed })
}

/// Lengths as the request names them: a run that it does not name is open.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    cord_a: i128,
    pub(crate) runs: Vec<Option<i128>>,
    cross: Vec<i128>,
    cord_b: Option<i128>,
    assumed: bool,
}

impl Named {
    /// The channel's lengths: a trunk in place is as long as it is, a wish is as long as it says.
    pub(crate) fn with(self, in_place: &InPlace) -> Lengths {
        let mut assumed = self.assumed;
        let mut trunks = Vec::new();
        for (i, named) in self.runs.iter().enumerate() {
            let own = in_place.trunks.get(i).and_then(Option::as_ref).and_then(|t| t.length);
            let known = own.or(*named);
            assumed |= known.is_none();
            trunks.push(known.unwrap_or(TRUNK));
        }
        Lengths { cord_a: self.cord_a, trunks, cross: self.cross, cord_b: self.cord_b, assumed }
    }
}

/// Meters in steps of 0.1 mm; a finer length goes to the nearest step.
pub(crate) fn meters(value: &Value, name: &str) -> Result<i128, String> {
    exact(value, METERS).or_else(|_| {
        let fine = exact(value, 12).map_err(|why| format!("lengths.{name}: {why}"))?;
        Ok((fine + 50_000_000) / 100_000_000)
    })
}
