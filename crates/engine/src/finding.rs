//! What a check found: a stable code and typed facts, never prose.

use crate::request::Change;
use crate::words::words;
use fiberlane_units::{Length, Loss, Margin};

words! {
    /// How much a finding matters.
    Severity {
        /// The design does not work.
        Error = "error",
        /// It works, with a reservation.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

words! {
    /// The stable code of a check.
    Code {
        /// An older name of an application.
        App001 = "APP001",
        /// Lengths or counts were assumed.
        Asm001 = "ASM001",
        /// Fibers per connector do not agree with parts in place or conversion modules.
        Bas001 = "BAS001",
        /// The two applications are not listed as ends of one link.
        Brk001 = "BRK001",
        /// The two applications do not work as ends of one link.
        Brk002 = "BRK002",
        /// They do under a condition outside the cabling.
        Brk003 = "BRK003",
        /// No part of the catalog breaks this out.
        Brk004 = "BRK004",
        /// The module at end B is made for another application.
        Brk006 = "BRK006",
        /// What was not checked.
        Chk001 = "CHK001",
        /// Conversion modules have no place here.
        Cnv001 = "CNV001",
        /// Angled meets flat.
        End001 = "END001",
        /// Sold with either end face.
        End002 = "END002",
        /// A flat mating where angled ones are expected.
        End003 = "END003",
        /// Two classes of fiber in one channel.
        Fib001 = "FIB001",
        /// The named grade does not speak of this mated pair.
        Grd001 = "GRD001",
        /// Interfaces that do not belong together.
        Ifc001 = "IFC001",
        /// Aligned keys on angled end faces.
        Key001 = "KEY001",
        /// Centered key against offset key.
        Key002 = "KEY002",
        /// Without the parts in place it would pass.
        Ins001 = "INS001",
        /// The route has no place for a part in place.
        Ins002 = "INS002",
        /// The trunk in place has another length than was asked for.
        Ins003 = "INS003",
        /// Fewer parts lie there than the links need.
        Ins004 = "INS004",
        /// The cassettes in place serve another method than was named.
        Ins005 = "INS005",
        /// A fixed choice that a part in place contradicts.
        Ins006 = "INS006",
        /// More loss than the application allows.
        Los001 = "LOS001",
        /// No loss limit is known.
        Los002 = "LOS002",
        /// A lower fiber class has a larger limit.
        Los010 = "LOS010",
        /// The catalog's grade of the same word differs.
        Los011 = "LOS011",
        /// Connections exceed their allocation.
        Los012 = "LOS012",
        /// The attenuation basis decides.
        Los013 = "LOS013",
        /// Connections lose more than the house rule allows.
        Los014 = "LOS014",
        /// The published application with the same lanes and reach.
        Los015 = "LOS015",
        /// The module's receptacle is not known.
        Mdl001 = "MDL001",
        /// The module reaches less far than its application.
        Mdl002 = "MDL002",
        /// Multimode against single-mode.
        Mod001 = "MOD001",
        /// Less loss than the receiver needs.
        Ovl001 = "OVL001",
        /// Long-reach optics over a short link.
        Ovl002 = "OVL002",
        /// Two pinned ends meet.
        Pin002 = "PIN002",
        /// Two unpinned ends meet.
        Pin001 = "PIN001",
        /// A transmit fiber does not reach a receiver.
        Pol001 = "POL001",
        /// The two fibers of a port arrive at two ports.
        Pol002 = "POL002",
        /// Ports arrive in reverse order.
        Pol003 = "POL003",
        /// Lanes are exchanged.
        Pol004 = "POL004",
        /// The plugs of a dual module are crossed.
        Pol005 = "POL005",
        /// Side assignment of the module is to be confirmed.
        Pol010 = "POL010",
        /// The map of a 24-fiber part is to be confirmed.
        Pol024 = "POL024",
        /// A letter does not settle two rows.
        Pol025 = "POL025",
        /// No map is known.
        Pol032 = "POL032",
        /// A part that the catalog does not have.
        Prt001 = "PRT001",
        /// Longer than the reach.
        Rch001 = "RCH001",
        /// No reach is known.
        Rch002 = "RCH002",
        /// Nothing is left of the reach.
        Rch003 = "RCH003",
        /// Connectors reflect more than the application allows.
        Ref001 = "REF001",
        /// What was asked for and is not used.
        Req001 = "REQ001",
        /// Figures of a draft.
        Src001 = "SRC001",
        /// Figures of a multi-source agreement.
        Src002 = "SRC002",
        /// Figures of one vendor.
        Src003 = "SRC003",
        /// Figures that are not confirmed.
        Src004 = "SRC004",
        /// The topology does not suit the application.
        Top001 = "TOP001",
        /// The lengths do not suit the topology.
        Top002 = "TOP002",
        /// A rule that the maker prints for its channels.
        Vnd001 = "VND001",
    }
}

impl Code {
    /// The severity the code usually has.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Bas001
            | Self::Brk001
            | Self::Brk002
            | Self::Brk004
            | Self::Brk006
            | Self::Cnv001
            | Self::End001
            | Self::Ifc001
            | Self::Key001
            | Self::Key002
            | Self::Los001
            | Self::Mod001
            | Self::Ovl001
            | Self::Pin001
            | Self::Pin002
            | Self::Pol001
            | Self::Pol002
            | Self::Pol005
            | Self::Pol025
            | Self::Rch001
            | Self::Top001
            | Self::Top002 => Severity::Error,
            Self::Brk003
            | Self::Fib001
            | Self::Grd001
            | Self::End003
            | Self::Ins001
            | Self::Ins002
            | Self::Ins003
            | Self::Ins004
            | Self::Ins006
            | Self::Los014
            | Self::Ovl002
            | Self::Ref001
            | Self::Req001
            | Self::Los002
            | Self::Mdl001
            | Self::Pol003
            | Self::Pol004
            | Self::Pol024
            | Self::Pol032
            | Self::Prt001
            | Self::Rch002
            | Self::Src001
            | Self::Vnd001 => Severity::Warning,
            Self::App001
            | Self::Asm001
            | Self::Chk001
            | Self::End002
            | Self::Ins005
            | Self::Los010
            | Self::Los011
            | Self::Los012
            | Self::Los013
            | Self::Los015
            | Self::Mdl002
            | Self::Rch003
            | Self::Pol010
            | Self::Src002
            | Self::Src003
            | Self::Src004 => Severity::Info,
        }
    }
}

impl Code {
    /// Whether the code says that something decisive could not be checked.
    #[must_use]
    pub const fn leaves_open(self) -> bool {
        matches!(self, Self::Grd001 | Self::Los002 | Self::Mdl001 | Self::Pol032 | Self::Rch002)
    }
}

/// One typed fact of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A name or word of the catalog.
    Name(&'static str),
    /// Several words, which a face may translate.
    Words(Vec<&'static str>),
    /// A loss in dB.
    Loss(Loss),
    /// A margin in dB.
    Margin(Margin),
    /// A length in m.
    Length(Length),
    /// A count.
    Count(u32),
}

impl Fact {
    /// A name of the catalog.
    #[must_use]
    pub const fn name(name: &'static str) -> Self {
        Self::Name(name)
    }
}

/// Something a check has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// How much it matters here.
    pub severity: Severity,
    /// What it is about: a request field, or `channel[3]`.
    pub subject: String,
    /// Its facts, in the order of the code's documentation.
    pub facts: Vec<(&'static str, Fact)>,
    /// Changes of the request that remove it.
    pub fixes: Vec<Change>,
}

impl Finding {
    /// Whether the design does not work for it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it keeps a design from passing: it is wrong, or something decisive is missing.
    #[must_use]
    pub fn decides(&self) -> bool {
        self.is_error() || self.code.leaves_open()
    }

    /// A finding with the code's usual severity.
    #[must_use]
    pub fn new(code: Code, subject: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            subject: subject.into(),
            facts: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }

    /// Sets a severity other than the usual one.
    #[must_use]
    pub const fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds a change of the request that removes the finding. Only the fields it sets are meant.
    #[must_use]
    pub fn fix(mut self, change: Change) -> Self {
        self.fixes.push(change);
        self
    }
}
