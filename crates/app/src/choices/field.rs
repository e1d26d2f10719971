//! The fields that are typed: what they show and how their text is read.

use crate::state::{Screen, State};
use fiberlane_engine::design::TIGHT_BELOW;
use fiberlane_engine::request::{
    FarEnd, Lengths, MAX_LENGTH_M, MAX_LINKS, MAX_SPLICES, MAX_TRUNK_LEGS, SpareKind, Spares,
    Topology,
};
use fiberlane_messages::{Figure as _, Voice};
use fiberlane_units::{Length, Loss};

/// How many trunks one after the other have a field: as many as a request takes.
pub(crate) const TRUNKS: u8 = 8;
const _: () = assert!(TRUNKS as usize == fiberlane_engine::request::MAX_TRUNKS);

/// A typed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    /// Cord, or harness, at end A.
    CordA,
    /// A trunk, from 0.
    Trunk(u8),
    /// A cross-connect cord, from 0.
    Cross(u8),
    /// Cord, or harness, at end B.
    CordB,
    /// Number of links.
    Links,
    /// Spares in percent, of every kind of part.
    Spares,
    /// Spares in percent, of one kind.
    SparesOf(SpareKind),
    /// Number of splices.
    Splices,
    /// Legs of one trunk.
    TrunkLegs,
    /// Margin below which a design is tight.
    TightBelow,
}

impl Field {
    /// Its id on the page.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::CordA => "fl-cord-a",
            Self::Trunk(0) => "fl-trunk-1",
            Self::Trunk(1) => "fl-trunk-2",
            Self::Trunk(2) => "fl-trunk-3",
            Self::Trunk(3) => "fl-trunk-4",
            Self::Trunk(4) => "fl-trunk-5",
            Self::Trunk(5) => "fl-trunk-6",
            Self::Trunk(6) => "fl-trunk-7",
            Self::Trunk(_) => "fl-trunk-8",
            Self::Cross(0) => "fl-cross-1",
            Self::Cross(_) => "fl-cross-2",
            Self::CordB => "fl-cord-b",
            Self::Links => "fl-links",
            Self::Spares => "fl-spares",
            Self::SparesOf(SpareKind::Cord) => "fl-spares-cord",
            Self::SparesOf(SpareKind::Trunk) => "fl-spares-trunk",
            Self::SparesOf(SpareKind::Harness) => "fl-spares-harness",
            Self::SparesOf(SpareKind::Cassette) => "fl-spares-cassette",
            Self::Splices => "fl-splices",
            Self::TrunkLegs => "fl-trunk-legs",
            Self::TightBelow => "fl-tight-below",
        }
    }

    /// Its label.
    pub(crate) fn label(self, voice: Voice<'_>) -> &str {
        voice.text(match self {
            Self::CordA => "field.cordA",
            Self::Trunk(0) => "field.trunk",
            Self::Trunk(_) => "field.nextTrunk",
            Self::Cross(_) => "field.cross",
            Self::CordB => "field.cordB",
            Self::Links => "field.links",
            Self::Spares => "field.spares",
            Self::SparesOf(SpareKind::Cord) => "word.spare-cord",
            Self::SparesOf(SpareKind::Trunk) => "word.spare-trunk",
            Self::SparesOf(SpareKind::Harness) => "word.spare-harness",
            Self::SparesOf(SpareKind::Cassette) => "word.spare-cassette",
            Self::Splices => "field.splices",
            Self::TrunkLegs => "field.trunkLegs",
            Self::TightBelow => "field.tightBelow",
        })
    }

    /// The unit behind it.
    pub(crate) fn unit(self, voice: Voice<'_>) -> &'static str {
        match self {
            Self::CordA | Self::Trunk(_) | Self::Cross(_) | Self::CordB => voice.unit_sign(),
            Self::Spares | Self::SparesOf(_) => "%",
            Self::TightBelow => "dB",
            Self::Links | Self::Splices | Self::TrunkLegs => "",
        }
    }

    /// Whether the route has a place for it.
    pub(crate) fn has_place(self, screen: &Screen) -> bool {
        let lengths = lengths(screen);
        match self {
            Self::Trunk(at) => lengths.trunks.len() > usize::from(at),
            Self::Cross(at) => lengths.cross.len() > usize::from(at),
            Self::CordB => lengths.cord_b.is_some(),
            // What is ordered, and what spares are asked of.
            Self::SparesOf(kind) => {
                let lines = screen.plan.recommended.iter().flat_map(|d| &d.frame.order.lines);
                let asked = screen.request.spares.is_some_and(|spares| {
                    matches!(spares, Spares::ByKind(_)) && spares.of(kind) > 0
                });
                asked || lines.map(|line| line.kind.name()).any(|name| name == kind.name())
            }
            _ => true,
        }
    }

    /// The value that the answer is made of.
    pub(crate) fn shown(self, voice: Voice<'_>, screen: &Screen) -> String {
        let (request, plan) = (&screen.request, &screen.plan);
        let lengths = lengths(screen);
        let nth = |list: &[Length], index: u8| list.get(usize::from(index)).copied();
        let length = |length: Option<Length>| {
            length.map(|value| voice.length_number(value)).unwrap_or_default()
        };
        match self {
            Self::CordA => length(lengths.cord_a),
            Self::Trunk(index) => length(nth(&lengths.trunks, index)),
            Self::Cross(index) => length(nth(&lengths.cross, index)),
            Self::CordB => length(lengths.cord_b),
            Self::Links => request.links.unwrap_or(1).to_string(),
            Self::Spares => match request.spares {
                None => "0".to_owned(),
                Some(Spares::All(percent)) => percent.to_string(),
                // By kind they stand in their own fields.
                Some(Spares::ByKind(_)) => String::new(),
            },
            Self::SparesOf(kind) => request.spares.map_or(0, |spares| spares.of(kind)).to_string(),
            Self::Splices => request.splices.unwrap_or(0).to_string(),
            Self::TrunkLegs => {
                let lines = plan.recommended.iter().flat_map(|design| &design.frame.order.lines);
                lines.filter_map(|line| line.legs).next().map(|l| l.to_string()).unwrap_or_default()
            }
            Self::TightBelow => request.tight_below.unwrap_or(TIGHT_BELOW).exact(voice),
        }
    }

    /// Reads the text into the request.
    ///
    /// # Errors
    /// With what would be right.
    pub(crate) fn take(self, voice: Voice<'_>, state: State, text: &str) -> Result<(), String> {
        match self {
            // Left out, it is assumed, and the answer says so.
            Self::CordA if text.trim().is_empty() => {
                state.type_in(|request| request.lengths.cord_a = None);
            }
            Self::CordB if text.trim().is_empty() => {
                state.type_in(|request| request.lengths.cord_b = None);
            }
            Self::Links if text.trim().is_empty() => state.type_in(|request| request.links = None),
            Self::CordA | Self::Trunk(_) | Self::Cross(_) | Self::CordB => {
                let length = length_field(voice, text)?;
                if matches!(self, Self::Trunk(_)) && length == Length::ZERO {
                    return Err(state.glance(|screen| no_trunk(voice, screen)));
                }
                let lengths = self.placed(state, length);
                state.type_in(|request| request.lengths = lengths);
            }
            Self::Links => {
                let count = read_whole(voice, text, 1, MAX_LINKS)?;
                state.type_in(|request| request.links = Some(count));
            }
            Self::Spares => {
                let percent = read_whole(voice, text, 0, 100)?;
                state.type_in(|request| request.spares = Some(Spares::All(percent)));
            }
            Self::SparesOf(kind) => {
                let percent = read_whole(voice, text, 0, 100)?;
                state.type_in(|request| {
                    let known = request.spares.unwrap_or(Spares::All(0));
                    let of = |other: &SpareKind| {
                        let percent = if *other == kind { percent } else { known.of(*other) };
                        (percent > 0).then_some(percent)
                    };
                    let mut percents = [None; 4];
                    for (slot, kind) in percents.iter_mut().zip(SpareKind::ALL) {
                        *slot = of(kind);
                    }
                    request.spares = Some(Spares::ByKind(percents));
                });
            }
            Self::Splices => {
                let count = read_whole(voice, text, 0, MAX_SPLICES)?;
                state.type_in(|request| request.splices = Some(count));
            }
            Self::TrunkLegs if text.trim().is_empty() => {
                state.type_in(|request| request.trunk_legs = None);
            }
            Self::TrunkLegs => {
                let legs = read_whole(voice, text, 1, MAX_TRUNK_LEGS)?;
                state.type_in(|request| request.trunk_legs = Some(legs));
            }
            Self::TightBelow => {
                let most = Loss::from_milli(100_000);
                let loss =
                    Loss::parse_db(&voice.plain_number(text)).ok().filter(|loss| *loss <= most);
                let loss = loss.ok_or_else(|| {
                    voice.fill("input.loss", &[("example", &voice.number("0.2"))])
                })?;
                state.type_in(|request| request.tight_below = Some(loss));
            }
        }
        Ok(())
    }

    /// What is wrong with what was asked for, such as a link may say.
    pub(crate) fn asked_wrong(self, voice: Voice<'_>, screen: &Screen) -> String {
        if self.is_asked_wrong(screen) { no_trunk(voice, screen) } else { String::new() }
    }

    /// Whether anything is.
    pub(crate) fn is_asked_wrong(self, screen: &Screen) -> bool {
        matches!(self, Self::Trunk(at) if screen.plan.recommended.is_none()
            && screen.request.lengths.trunks.get(usize::from(at)) == Some(&Length::ZERO))
    }

    /// The lengths with this one changed; those beside it in a list stay as the answer has them.
    fn placed(self, state: State, length: Length) -> Lengths {
        state.glance(|screen| {
            let mut asked = screen.request.lengths.clone();
            let whole = lengths(screen);
            let put = |list: &mut Vec<Length>, whole: Vec<Length>, index: u8| {
                if list.len() != whole.len() {
                    *list = whole;
                }
                if let Some(slot) = list.get_mut(usize::from(index)) {
                    *slot = length;
                }
            };
            match self {
                Self::CordA => asked.cord_a = Some(length),
                Self::CordB => asked.cord_b = Some(length),
                Self::Trunk(at) => put(&mut asked.trunks, whole.trunks, at),
                Self::Cross(at) => put(&mut asked.cross, whole.cross, at),
                _ => {}
            }
            asked
        })
    }
}

/// The lengths of the answer; where there is none, those that were asked for stay in their fields.
fn lengths(screen: &Screen) -> Lengths {
    let Some(design) = &screen.plan.recommended else { return screen.request.lengths.clone() };
    let span = &design.frame.span;
    Lengths {
        cord_a: Some(span.cord_a),
        trunks: span.trunks.clone(),
        cross: span.cross.clone(),
        cord_b: span.cord_b,
    }
}

/// That a trunk of no length is none, and the route without one.
fn no_trunk(voice: Voice<'_>, screen: &Screen) -> String {
    let breaks_out = matches!(screen.request.far_end, Some(FarEnd::Breakout(..)));
    let route = voice.word(if breaks_out { "harness-alone" } else { Topology::Direct.name() });
    voice.fill("input.noTrunk", &[("route", &route)])
}

fn length_field(voice: Voice<'_>, text: &str) -> Result<Length, String> {
    let most = Length::from_meters(MAX_LENGTH_M);
    let length = voice.read_length(text).ok().filter(|length| *length <= most);
    length.ok_or_else(|| {
        let example = voice.number("42.5");
        voice.fill("input.length", &[("most", &most.said(voice)), ("example", &example)])
    })
}

fn read_whole(voice: Voice<'_>, text: &str, least: u32, most: u32) -> Result<u32, String> {
    let number = voice.read_count(text).filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        voice.fill(
            "input.whole",
            &[("least", &least.to_string()), ("most", &voice.grouped(most.into()))],
        )
    })
}
