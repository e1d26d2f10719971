//! What the plant of a design will carry: other applications on the same trunks.

use super::admit::settled;
use super::options::nearness;
use crate::channel::{Element, ElementKind, Path};
use crate::design::{Design, Verdict, best};
use crate::finding::Finding;
use crate::order_by::order_by;
use crate::request::{At, Change, Installed, InstalledKind, Lengths, Method, Request, Topology};
use crate::words::words;
use fiberlane_catalog::{Application, ApplicationId, Catalog, MapRole};
use fiberlane_units::{Length, Margin};

words! {
    /// The smallest step to another application.
    Step {
        /// Nothing changes but the transceivers.
        AsItIs = "as-it-is",
        /// New cords on the same trunks and panels or cassettes.
        Cords = "cords",
        /// Panels in place of cassettes, on the same trunks.
        Panels = "panels",
        /// Cassettes in place of panels, on the same trunks.
        Cassettes = "cassettes",
        /// New trunks.
        Trunks = "trunks",
        /// A figure is missing.
        NotChecked = "not-checked",
        /// No change over this distance.
        Never = "never",
    }
}

/// Another application on the same plant.
#[derive(Clone, Debug)]
pub struct Growth {
    /// The application.
    pub application: ApplicationId,
    /// Whether it is the way in, slower than what the plant is for.
    pub slower: bool,
    /// What has to change.
    pub step: Step,
    /// The fields of the request that the step sets, apart from the application.
    pub change: Change,
    /// The verdict of the step.
    pub verdict: Verdict,
    /// Its margin.
    pub margin: Option<Margin>,
    /// Its reach.
    pub reach: Option<Length>,
    /// Links that the trunks have legs for, at most those that were asked for.
    pub links: u32,
    /// The whole request that this is the answer to.
    pub request: Request,
    /// Why nothing smaller does, or why nothing does at all; nearest miss first.
    pub reasons: Vec<Finding>,
}

/// Every faster application, and the slower duplex ones that the same trunks may start with.
#[must_use]
pub fn growth(catalog: &'static Catalog, request: &Request, design: &Design) -> Vec<Growth> {
    let near = catalog.application(design.frame.link.near);
    let trunks = !design.frame.span.trunks.is_empty();
    if !trunks || design.frame.link.breakout.is_some() {
        return Vec::new();
    }
    let way_in = |application: &Application| {
        !application.plug.connector.is_array()
            && matches!(application.speed, 10 | 25)
            && application.speed < near.speed
            && application.mode == near.mode
    };
    let wanted = catalog.application_ids().filter(|id| {
        let application = catalog.application(*id);
        application.speed > near.speed || way_in(application)
    });
    wanted
        .map(|id| {
            let slower = catalog.application(id).speed < near.speed;
            Growth { slower, ..step_to(catalog, request, design, id) }
        })
        .collect()
}

/// The request for another application over the same distance, with the same quality.
fn moved(request: &Request, design: &Design, application: ApplicationId) -> Request {
    let (span, figures) = (&design.frame.span, &design.figures);
    Request {
        application: Some(application),
        fiber: Some(figures.ordered),
        grade: Some(figures.grade),
        lc_grade: Some(figures.lc_grade),
        pinning: Some(design.frame.pinning),
        lengths: Lengths {
            cord_a: Some(span.cord_a),
            trunks: span.trunks.clone(),
            cross: span.cross.clone(),
            cord_b: span.cord_b,
        },
        splices: request.splices,
        splice_loss: request.splice_loss,
        attenuation: request.attenuation,
        tight_below: request.tight_below,
        links: Some(request.links.unwrap_or(1)),
        spares: request.spares,
        ..Request::default()
    }
}

/// Links that the legs of a design's trunks carry when each plug takes a leg, or each duplex port
/// two fibers of one.
fn carried_links(catalog: &Catalog, design: &Design, application: &Application) -> u32 {
    let legs = design.frame.order.trunk_legs;
    let plugs = u32::from(application.plug.count.max(1));
    if application.plug.connector.is_array() {
        // Of conversion modules the ports at the front count.
        let module = design.frame.assembly.elements.iter().find_map(|element| {
            let part = element.part.filter(|_| element.kind == ElementKind::Conversion)?;
            let part = catalog.part(part);
            Some((u32::from(part.rear?.count), u32::from(part.front?.count)))
        });
        let ports = module.map_or(legs, |(rears, fronts)| legs / rears * fronts);
        return ports / plugs;
    }
    legs * u32::from(design.frame.array.fibers()) / 2 / plugs
}

/// Trunks, panels and cassettes of a design as parts in place, one entry for those that are alike.
fn in_place(design: &Design) -> Vec<Installed> {
    let elements = &design.frame.assembly.elements;
    let of = |kind: ElementKind| elements.iter().filter(move |element| element.kind == kind);
    let mut parts =
        alike(of(ElementKind::Trunk).map(|trunk| trunk_in_place(design, trunk)), |run| {
            u8::try_from(run + 1).ok().map(At::Run)
        });
    if of(ElementKind::Cassette).next().is_none() {
        let panels = of(ElementKind::Adapter).filter(|panel| panel.key.is_some());
        let keyed = panels.map(|panel| Installed {
            key: panel.key,
            // A panel that lies there keeps its interface, whatever is plugged in.
            connector: panel.ends[0].filter(|_| panel.in_place).map(|side| side.connector),
            ..Installed::unknown(InstalledKind::AdapterPanel)
        });
        let runs = of(ElementKind::Trunk).count();
        let keyed = alike(keyed, |index| match u8::try_from(index) {
            Ok(0) => Some(At::A),
            Ok(joint) if index < runs => Some(At::Joint(joint)),
            _ => Some(At::B),
        });
        // Where keys differ they are left to be found.
        let same = keyed.iter().all(|panel| panel.key == keyed[0].key);
        if same && (keyed.len() == 1 || keyed.len() == runs + 1) {
            parts.extend(keyed);
        }
    }
    let cassettes = of(ElementKind::Cassette).map(|cassette| {
        let mut part = Installed::unknown(InstalledKind::Cassette);
        part.method = Method::from_name(design.frame.assembly.method);
        part.key = cassette.key;
        let rear = cassette.ends.iter().flatten().find(|end| end.connector.is_array());
        if let Some(rear) = rear {
            part.connector = Some(rear.connector);
            part.face = rear.face;
            part.pins = Some([rear.pins; 2]);
        }
        part.fiber = cassette.own.and_then(|own| own.fiber);
        part.grade = cassette.own.and_then(|own| own.grade);
        part.lc_grade = cassette.own.and_then(|own| own.lc_grade);
        part
    });
    parts.extend(alike(cassettes, |end| Some(if end == 0 { At::A } else { At::B })));
    parts
}

/// One entry where all are alike, or else one for each with its place.
fn alike(
    parts: impl Iterator<Item = Installed>,
    at: impl Fn(usize) -> Option<At>,
) -> Vec<Installed> {
    let mut all: Vec<Installed> = parts.collect();
    if let Some(first) = all.first()
        && all.iter().all(|part| part == first)
    {
        all.truncate(1);
        return all;
    }
    for (index, part) in all.iter_mut().enumerate() {
        part.at = at(index);
    }
    all
}

/// Whether the trunks can be said as parts in place: each has one end face.
fn has_words(design: &Design) -> bool {
    let mut trunks = design.frame.assembly.elements.iter().filter(|e| e.kind == ElementKind::Trunk);
    trunks.all(|trunk| matches!(trunk.ends, [Some(a), Some(b)] if a.face == b.face))
}

fn trunk_in_place(design: &Design, trunk: &Element) -> Installed {
    let mut part = Installed::unknown(InstalledKind::Trunk);
    if let [Some(a), Some(b)] = trunk.ends {
        part.connector = Some(a.connector);
        part.face = a.face;
        part.pins = Some([a.pins, b.pins]);
    }
    part.method = match trunk.path {
        Path::Positions(map) => match map.role {
            MapRole::CableA => Some(Method::A),
            MapRole::CableB => Some(Method::B),
            MapRole::CableC => Some(Method::C),
            _ => None,
        },
        _ => None,
    };
    if let Path::Measured(map) = trunk.path {
        part.map = Some(map);
    }
    // What was in place before keeps its own.
    let own = trunk.own;
    part.fiber = own.and_then(|own| own.fiber).or(Some(design.figures.ordered));
    part.grade = own.and_then(|own| own.grade).or(Some(design.figures.grade));
    part
}

fn step_to(
    catalog: &'static Catalog,
    request: &Request,
    design: &Design,
    application: ApplicationId,
) -> Growth {
    let moved = moved(request, design, application);
    let plant = in_place(design);
    let parallel = catalog.application(application).plug.connector.is_array();
    let was_parallel = design.frame.link.is_parallel();
    let same_mode = catalog.application(application).mode == design.figures.fiber.mode();
    let mut reasons: Vec<Finding> = Vec::new();
    let wanted = request.links.unwrap_or(1);
    let carried = carried_links(catalog, design, catalog.application(application)).min(wanted);
    let mut found: Option<(Step, Change, Design, Request)> = None;
    if same_mode && carried > 0 && has_words(design) {
        let kept: Vec<Installed> = plant
            .iter()
            .filter(|part| part.kind == InstalledKind::Trunk || parallel == was_parallel)
            .cloned()
            .collect();
        let topology = match (parallel, was_parallel) {
            (true, true) | (false, false) => design.frame.topology,
            (true, false) => Topology::Interconnect,
            (false, true) => Topology::CassetteToCassette,
        };
        // The cross cords of cassettes have no place among panels, and the other way round.
        let lengths = if parallel == was_parallel {
            moved.lengths.clone()
        } else {
            Lengths { cross: Vec::new(), ..moved.lengths.clone() }
        };
        let on_plant = Request {
            topology: Some(topology),
            installed: Some(kept),
            lengths,
            conversion: request.conversion.filter(|_| parallel),
            links: Some(carried),
            ..moved.clone()
        };
        let new = match passing(catalog, &on_plant) {
            Ok(new) => Some(new),
            Err(findings) => {
                reasons = findings;
                None
            }
        };
        found = new.map(|new| {
            let step = match (parallel, was_parallel) {
                (true, false) => Step::Panels,
                (false, true) => Step::Cassettes,
                _ if same_cords(design, &new) => Step::AsItIs,
                _ => Step::Cords,
            };
            let moves = topology != design.frame.topology;
            let change = Change::of(|set| set.topology = moves.then_some(topology));
            (step, change, new, on_plant)
        });
    }
    // New trunks of the same quality as far as that passes, over the same route where it suits.
    let on_new_trunks = |keeps: bool| {
        let like = parallel == was_parallel;
        let other = if parallel { Topology::Interconnect } else { Topology::CassetteToCassette };
        let cross = if like { moved.lengths.cross.clone() } else { Vec::new() };
        Request {
            fiber: moved.fiber.filter(|_| keeps && same_mode),
            grade: moved.grade.filter(|_| keeps),
            lc_grade: moved.lc_grade.filter(|_| keeps),
            pinning: None,
            lengths: Lengths { cross, ..moved.lengths.clone() },
            topology: Some(if like { design.frame.topology } else { other }),
            ..moved.clone()
        }
    };
    let renewed = |keeps: bool| {
        let open = on_new_trunks(keeps);
        let new = best(catalog, &open).ok()?;
        let mut change = settled(catalog, &moved, &open, &new);
        if new.frame.array != design.frame.array && new.frame.array.is_array() {
            let base = new.frame.array.fibers();
            let known = Some(base).filter(|base| [8, 12, 16, 24].contains(base));
            change = change.and(|set| set.base = known);
        }
        if new.frame.topology != design.frame.topology {
            change = change.and(|set| set.topology = Some(new.frame.topology));
        }
        let step = match new.verdict {
            verdict if verdict.passes() => Step::Trunks,
            Verdict::Fail => return None,
            _ => Step::NotChecked,
        };
        Some((step, change, new, open))
    };
    let sure = |found: &(Step, Change, Design, Request)| found.0 == Step::Trunks;
    let found = found
        .or_else(|| renewed(true).filter(sure))
        .or_else(|| renewed(false).filter(sure))
        .or_else(|| renewed(true))
        .or_else(|| renewed(false));
    if found.is_none() {
        // What new trunks would mend is no reason why there is no way at all.
        let wrong = passing(catalog, &on_new_trunks(true)).err().unwrap_or_default();
        reasons = wrong.into_iter().filter(Finding::is_error).collect();
    }
    match found {
        Some((step, change, new, request)) => Growth {
            application,
            slower: false,
            step,
            change,
            verdict: new.verdict,
            margin: new.margin(),
            reach: new.figures.reach,
            links: request.links.unwrap_or(1),
            request,
            reasons: match step {
                Step::NotChecked => open_of(&new),
                Step::Trunks => reasons,
                _ => Vec::new(),
            },
        },
        None => Growth {
            application,
            slower: false,
            step: Step::Never,
            change: Change::default(),
            verdict: Verdict::Fail,
            margin: None,
            reach: None,
            links: 0,
            request: on_new_trunks(true),
            reasons,
        },
    }
}

/// The design of a request that passes, or why it does not.
fn passing(catalog: &'static Catalog, request: &Request) -> Result<Design, Vec<Finding>> {
    let found = best(catalog, request)?;
    if found.verdict.passes() {
        return Ok(found);
    }
    let mut reasons: Vec<Finding> = found.findings.into_iter().filter(Finding::decides).collect();
    order_by(&mut reasons, nearness);
    Err(reasons)
}

/// What a design leaves unchecked.
fn open_of(design: &Design) -> Vec<Finding> {
    design.findings.iter().filter(|finding| finding.code.leaves_open()).cloned().collect()
}

/// Whether two designs are corded alike.
fn same_cords(a: &Design, b: &Design) -> bool {
    let cords = |design: &Design| -> Vec<Element> {
        let elements = design.frame.assembly.elements.iter();
        elements.copied().filter(|element| element.kind == ElementKind::Cord).collect()
    };
    cords(a) == cords(b)
}
