//! The fields of a request, declared once: whoever needs all of them walks this list.

use super::{
    AttenuationBasis, Brand, Conversion, FarEnd, GradeRef, Installed, Lengths, LimitBasis, Pinning,
    Polarity, Priority, Situation, Spares, Topology,
};
use fiberlane_catalog::{ApplicationId, Fiber, ModuleId};
use fiberlane_units::Loss;

/// What an option of a field may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its options change what is ordered: another of them may repair a request, and other choices
    /// may give way for one.
    Changes,
    /// It belongs to another choice and goes with that, or repairs by itself alone.
    Follows,
    /// It says how a design is planned or counted, or what lies there: no reason to change others.
    Keeps,
}

/// What advice may do to a field that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InAdvice {
    /// What its options may do.
    pub role: Role,
    /// When it gives way to admit an option of another field: from 1, the one that hurts least. None
    /// never does.
    pub yields: Option<u8>,
    /// When it is left for an alternative, from 1; those of one number are left together.
    pub leaves: Option<u8>,
    /// A pool has a candidate for each of its values.
    pub is_pooled: bool,
    /// Parts in place may have it in more than one way.
    pub is_mixed: bool,
}

const CHANGES: InAdvice =
    InAdvice { role: Role::Changes, yields: None, leaves: None, is_pooled: false, is_mixed: false };
const FOLLOWS: InAdvice = InAdvice { role: Role::Follows, ..CHANGES };
const KEEPS: InAdvice = InAdvice { role: Role::Keeps, ..CHANGES };

impl InAdvice {
    const fn yields(self, turn: u8) -> Self {
        Self { yields: Some(turn), ..self }
    }

    const fn leaves(self, turn: u8) -> Self {
        Self { leaves: Some(turn), ..self }
    }

    const fn pooled(self) -> Self {
        Self { is_pooled: true, ..self }
    }

    const fn mixed(self) -> Self {
        Self { is_mixed: true, ..self }
    }
}

/// Declares the request together with the list of its fields: the name on the wire, the first version of
/// links that has a place for it, and what advice may do to it.
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])*
        $field:ident: $type:ty => $variant:ident $wire:literal since $since:literal $use:expr,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)+
            /// A former name by which an application was asked for. It is read and never written:
            /// the application stands under its name of today.
            pub former: Option<&'static str>,
        }

        /// A field of a request.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)+ }

        impl Field {
            /// Every field, in the order of the wire.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The field's name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $wire,)+ }
            }

            /// The first version of links that has a place for it.
            #[must_use]
            pub const fn since(self) -> u8 {
                match self { $(Self::$variant => $since,)+ }
            }

            /// What advice may do to it.
            #[must_use]
            pub const fn in_advice(self) -> InAdvice {
                match self { $(Self::$variant => $use,)+ }
            }

            /// The fields that have a turn, turn by turn.
            pub(crate) fn by_turn(turn: fn(InAdvice) -> Option<u8>) -> impl Iterator<Item = Vec<Self>> {
                let of = move |number| {
                    let its = |field: &&Self| turn(field.in_advice()) == Some(number);
                    Self::ALL.iter().filter(its).copied().collect()
                };
                (1..=u8::MAX).map(of).take_while(|fields: &Vec<Self>| !fields.is_empty())
            }
        }

        impl $name {
            /// Whether nothing is said of a field.
            #[must_use]
            pub fn is_open(&self, field: Field) -> bool {
                match field { $(Field::$variant => self.$field == <$type>::default(),)+ }
            }

            /// Leaves a field open.
            pub fn open(&mut self, field: Field) {
                match field { $(Field::$variant => self.$field = <$type>::default(),)+ }
            }

            /// Takes a field as another request has it.
            pub fn take(&mut self, field: Field, other: &Self) {
                match field { $(Field::$variant => self.$field.clone_from(&other.$field),)+ }
            }

            /// Whether two requests say the same of a field.
            #[must_use]
            pub fn agrees(&self, field: Field, other: &Self) -> bool {
                match field { $(Field::$variant => self.$field == other.$field,)+ }
            }
        }
    };
}

fields! {
    /// A request: every `None` is open and will be recommended, every value is kept.
    Request {
        /// The application of end A.
        application: Option<ApplicationId> => Application "application" since 1 CHANGES.pooled(),
        /// Speed in Gb/s, where the application is open.
        speed: Option<u16> => Speed "speed" since 1 KEEPS,
        /// The transceiver module.
        module: Option<ModuleId> => Module "module" since 1 FOLLOWS.yields(8),
        /// What stands at end B; open means the same.
        far_end: Option<FarEnd> => FarEnd "farEnd" since 1 CHANGES,
        /// Class of fiber.
        fiber: Option<Fiber> => Fiber "fiber" since 1 CHANGES.yields(7).leaves(2).pooled(),
        /// Grade of the MPO connectors.
        grade: Option<GradeRef> => Grade "grade" since 1 CHANGES.yields(4).leaves(1).pooled(),
        /// Grade of the duplex connectors; open means the same word as `grade`.
        lc_grade: Option<GradeRef> => LcGrade "lcGrade" since 1 CHANGES.yields(3).leaves(1),
        /// Brand of the MPO connectors.
        brand: Option<Brand> => Brand "brand" since 1 KEEPS,
        /// Topology.
        topology: Option<Topology> => Topology "topology" since 1 CHANGES.pooled(),
        /// Lengths.
        lengths: Lengths => Lengths "lengths" since 1 KEEPS,
        /// Links counted at end A.
        links: Option<u32> => Links "links" since 1 KEEPS,
        /// Splices in the channel.
        splices: Option<u32> => Splices "splices" since 1 KEEPS,
        /// Loss of one splice.
        splice_loss: Option<Loss> => SpliceLoss "spliceLossDb" since 1 KEEPS,
        /// Polarity.
        polarity: Option<Polarity> => Polarity "polarity" since 1 CHANGES.yields(1).leaves(4).mixed(),
        /// Pinning scheme.
        pinning: Option<Pinning> => Pinning "pinning" since 1 CHANGES.yields(2).leaves(5).mixed(),
        /// Fibers per connector: 8, 12, 16 or 24.
        base: Option<u8> => Base "base" since 1 CHANGES.yields(5).leaves(3).mixed(),
        /// Legs of each trunk.
        trunk_legs: Option<u32> => TrunkLegs "trunkLegs" since 1 KEEPS,
        /// Spares in percent, of all kinds of parts or by kind.
        spares: Option<Spares> => Spares "spares" since 1 KEEPS,
        /// Attenuation basis.
        attenuation: Option<AttenuationBasis> => Attenuation "attenuation" since 1 KEEPS,
        /// Margin below which a passing design is tight.
        tight_below: Option<Loss> => TightBelow "tightBelowDb" since 1 KEEPS,
        /// Whose row of an application limits the loss.
        limit: Option<LimitBasis> => Limit "limit" since 3 KEEPS,
        /// What decides between designs of the same verdict.
        priority: Option<Priority> => Priority "priority" since 1 KEEPS,
        /// Parts already in place, around which the rest is designed.
        installed: Option<Vec<Installed>> => Installed "installed" since 2 KEEPS.yields(9).leaves(6),
        /// Conversion modules at both ends of the trunks.
        conversion: Option<Conversion> => Conversion "conversion" since 2 CHANGES.yields(6).leaves(3),
        /// House rule: what connections may lose in all at 200 Gb/s and above.
        connections_at_most: Option<Loss> => ConnectionsAtMost "connectionsAtMostDb" since 2 KEEPS,
        /// Loss of the reference-grade ends when a permanent link is accepted.
        reference_end: Option<Loss> => ReferenceEnd "referenceEndDb" since 2 KEEPS,
        /// What the buyer says of the place and its use.
        situation: Option<Situation> => Situation "situation" since 2 KEEPS,
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, InAdvice};

    /// A gap would end the list before its end, and two of one turn would give way in no order.
    #[test]
    fn every_turn_is_there() {
        let counted = |turn: fn(InAdvice) -> Option<u8>| {
            let all = Field::ALL.iter().filter(|field| turn(field.in_advice()).is_some()).count();
            let turns: Vec<Vec<Field>> = Field::by_turn(turn).collect();
            assert_eq!(turns.iter().map(Vec::len).sum::<usize>(), all);
            turns
        };
        assert!(counted(|advice| advice.yields).iter().all(|fields| fields.len() == 1));
        assert!(!counted(|advice| advice.leaves).is_empty());
    }
}
