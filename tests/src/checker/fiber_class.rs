//! Two fibers in one channel: the lower class decides, and two modes decide against it.

/// Classes of each mode, the lower ones first.
const CLASSES: [[&str; 3]; 2] = [["OM3", "OM4", "OM5"], ["OS1a", "OS2-indoor-outdoor", "OS2"]];

/// Mode and rank of a fiber.
fn class(fiber: &str) -> Option<(usize, usize)> {
    CLASSES.iter().enumerate().find_map(|(mode, classes)| {
        classes.iter().position(|class| *class == fiber).map(|rank| (mode, rank))
    })
}

/// Whether two fibers are of one mode, multimode or single-mode.
pub(crate) fn same_mode(a: &str, b: &str) -> bool {
    class(a).zip(class(b)).is_some_and(|(a, b)| a.0 == b.0)
}

/// The fiber whose reach, limit and attenuation count: the lowest class of all in the channel.
pub(crate) fn used<'a>(
    cords: &'a str,
    in_place: impl Iterator<Item = &'a str>,
    single_mode: bool,
) -> &'a str {
    let mut used = cords;
    for other in in_place {
        used = match (class(used), class(other)) {
            (Some(a), Some(b)) if a.0 == b.0 => {
                if b.1 < a.1 {
                    other
                } else {
                    used
                }
            }
            // Of two modes, the one that the application cannot use.
            (Some(a), Some(_)) if (a.0 == 1) == single_mode => other,
            _ => used,
        };
    }
    used
}

/// Classes below this one, of its mode.
pub(crate) fn lower(fiber: &str) -> &'static [&'static str] {
    class(fiber).map_or(&[], |(mode, rank)| &CLASSES[mode][..rank])
}
