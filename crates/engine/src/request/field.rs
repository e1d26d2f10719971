//! The fields of a request, declared once: whoever needs all of them walks this list.

use super::{
    AttenuationBasis, Brand, Conversion, FarEnd, GradeRef, Installed, Lengths, LimitBasis, Pinning,
    Polarity, Priority, Situation, Spares, Topology,
};
use fiberlane_catalog::{ApplicationId, Fiber, ModuleId};
use fiberlane_units::Loss;

/// Declares the request together with the list of its fields, so that neither can be forgotten.
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty => $variant:ident $wire:literal,)+
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
        application: Option<ApplicationId> => Application "application",
        /// Speed in Gb/s, where the application is open.
        speed: Option<u16> => Speed "speed",
        /// The transceiver module.
        module: Option<ModuleId> => Module "module",
        /// What stands at end B; open means the same.
        far_end: Option<FarEnd> => FarEnd "farEnd",
        /// Class of fiber.
        fiber: Option<Fiber> => Fiber "fiber",
        /// Grade of the MPO connectors.
        grade: Option<GradeRef> => Grade "grade",
        /// Grade of the duplex connectors; open means the same word as `grade`.
        lc_grade: Option<GradeRef> => LcGrade "lcGrade",
        /// Brand of the MPO connectors.
        brand: Option<Brand> => Brand "brand",
        /// Topology.
        topology: Option<Topology> => Topology "topology",
        /// Lengths.
        lengths: Lengths => Lengths "lengths",
        /// Links counted at end A.
        links: Option<u32> => Links "links",
        /// Splices in the channel.
        splices: Option<u32> => Splices "splices",
        /// Loss of one splice.
        splice_loss: Option<Loss> => SpliceLoss "spliceLossDb",
        /// Polarity.
        polarity: Option<Polarity> => Polarity "polarity",
        /// Pinning scheme.
        pinning: Option<Pinning> => Pinning "pinning",
        /// Fibers per connector: 8, 12, 16 or 24.
        base: Option<u8> => Base "base",
        /// Legs of each trunk.
        trunk_legs: Option<u32> => TrunkLegs "trunkLegs",
        /// Spares in percent, of all kinds of parts or by kind.
        spares: Option<Spares> => Spares "spares",
        /// Attenuation basis.
        attenuation: Option<AttenuationBasis> => Attenuation "attenuation",
        /// Margin below which a passing design is tight.
        tight_below: Option<Loss> => TightBelow "tightBelowDb",
        /// Whose row of an application limits the loss.
        limit: Option<LimitBasis> => Limit "limit",
        /// What decides between designs of the same verdict.
        priority: Option<Priority> => Priority "priority",
        /// Parts already in place, around which the rest is designed.
        installed: Option<Vec<Installed>> => Installed "installed",
        /// Conversion modules at both ends of the trunks.
        conversion: Option<Conversion> => Conversion "conversion",
        /// House rule: what connections may lose in all at 200 Gb/s and above.
        connections_at_most: Option<Loss> => ConnectionsAtMost "connectionsAtMostDb",
        /// Loss of the reference-grade ends when a permanent link is accepted.
        reference_end: Option<Loss> => ReferenceEnd "referenceEndDb",
        /// What the buyer says of the place and its use.
        situation: Option<Situation> => Situation "situation",
    }
}
