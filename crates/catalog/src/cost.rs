//! Relative cost: a planning index of this project, not prices.

/// Planning index in thousandths; a vendor's price list replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostIndex {
    /// One meter of one fiber: OM3, OM4, OM5, OS2.
    pub fiber_meter: [u32; 4],
    /// One MPO end with 8 or 12 fibers, multimode: standard, low-loss, MTP Elite.
    pub array_end_multi: [u32; 3],
    /// One MPO end with 8 or 12 fibers, single-mode: standard, low-loss, MTP Elite.
    pub array_end_single: [u32; 3],
    /// Factor on an MPO end with 16, 24 and 32 fibers.
    pub array_factor: [u32; 3],
    /// One duplex end, multimode: standard, low-loss.
    pub duplex_end_multi: [u32; 2],
    /// One duplex end, single-mode: standard, low-loss.
    pub duplex_end_single: [u32; 2],
    /// Cassette body with 8, 12, 16 and 24 fibers, ends extra.
    pub cassette_body: [u32; 4],
    /// Conversion module body, ends extra.
    pub conversion_body: u32,
    /// Harness body, ends extra.
    pub harness_body: u32,
    /// Adapter panel with twelve adapters.
    pub adapter_panel: u32,
    /// Enclosure of one, two and four rack units.
    pub enclosure: [u32; 3],
}
