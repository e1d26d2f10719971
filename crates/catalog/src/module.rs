//! Real transceiver modules, whose own figures win over their application's.

use crate::{ApplicationId, Confidence, EndFace, Fiber, Mode, Plug};
use fiberlane_units::Length;

/// Index of a [`Module`] in its catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub u16);

/// A transceiver that can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Module {
    /// Vendor and part number in kebab case, unique.
    pub id: &'static str,
    /// Who makes or sells it.
    pub vendor: &'static str,
    /// The vendor's part number; several modules may share one.
    pub part_number: &'static str,
    /// What it is, in few words; kept out of the page.
    #[cfg(feature = "long")]
    pub name: &'static str,
    /// Speed in Gb/s.
    pub speed: u16,
    /// The application it implements.
    pub application: ApplicationId,
    /// The published types that each of its ports is, where it has two: the one that goes as far on
    /// the fiber is meant.
    pub port_types: &'static [ApplicationId],
    /// Form factor, such as OSFP; kept out of the page.
    #[cfg(feature = "long")]
    pub form_factor: &'static str,
    /// Its receptacle; `None` where no source says.
    pub plug: Option<Plug>,
    /// End face of the receptacle.
    pub end_face: EndFace,
    /// Fibers it lights.
    pub fibers: u8,
    /// Multimode or single-mode.
    pub mode: Mode,
    /// Its own reach on OM3, OM4, OM5 and OS2, each with the trust in it.
    pub reaches: [Option<(Length, Confidence)>; 4],
    /// Whether its optics are not its application's, the nearest that there is: the application's
    /// limits on loss do not hold for it, and its own are not known.
    pub own_optics: bool,
    /// Trust in `plug`.
    pub plug_confidence: Confidence,
    /// Trust in `end_face`.
    pub face_confidence: Confidence,
}

impl Module {
    /// Its own reach on `fiber`, if it states one.
    #[must_use]
    pub fn reach(&self, fiber: Fiber) -> Option<Length> {
        self.reach_on(fiber).map(|(reach, _)| reach)
    }

    /// The same with the trust in it.
    #[must_use]
    pub fn reach_on(&self, fiber: Fiber) -> Option<(Length, Confidence)> {
        let [om3, om4, om5, os2] = self.reaches;
        match fiber {
            Fiber::Om3 => om3,
            Fiber::Om4 => om4,
            Fiber::Om5 => om5,
            Fiber::Os2 => os2,
            Fiber::Os1a | Fiber::Os2IndoorOutdoor => None,
        }
    }
}
