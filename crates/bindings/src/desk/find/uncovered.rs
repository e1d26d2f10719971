//! What is sold beside cabling and is not in the catalog, by the names that people type.

use super::atoms::Typed;
use super::word::{Meaning, Other};

/// Words, and beginnings of words, which end in `*`.
const NAMES: [(Other, &[&str]); 6] = [
    (
        Other::Switch,
        &[
            "switch",
            "switches",
            "router",
            "routers",
            "commutateur",
            "commutateurs",
            "conmutador",
            "conmutadores",
            "交换机",
            "スイッチ",
            "nexus",
            "catalyst",
            "spectrum*",
            "quantum*",
            "qm97*",
            "sn5*",
            "mqm97*",
        ],
    ),
    (
        Other::Adapter,
        &[
            "nic",
            "nics",
            "hca",
            "hcas",
            "adapter",
            "adapters",
            "adaptor",
            "adaptors",
            "dpu",
            "dpus",
            "connectx*",
            "connect-x*",
            "cx5",
            "cx6",
            "cx7",
            "cx8",
            "cx-5",
            "cx-6",
            "cx-7",
            "cx-8",
            "bluefield*",
            "netzwerkkarte",
            "网卡",
        ],
    ),
    (
        Other::Server,
        &[
            "server",
            "servers",
            "serveur",
            "serveurs",
            "servidor",
            "servidores",
            "gpu",
            "gpus",
            "dgx*",
            "hgx*",
            "host",
            "hosts",
            "poweredge",
            "proliant",
            "服务器",
            "サーバー",
        ],
    ),
    (
        Other::Copper,
        &["dac", "dacs", "twinax", "copper", "acc", "accs", "aec", "aecs", "kupfer", "cuivre"],
    ),
    (Other::ActiveOptical, &["aoc", "aocs"]),
    (
        Other::Coherent,
        &["coherent", "zr", "zr+", "zrp", "openzr*", "400zr*", "800zr*", "dwdm", "dco", "kohärent"],
    ),
];

/// What a word is that the catalog does not have.
pub(super) fn kind(word: &str) -> Option<Other> {
    let named = |name: &&str| match name.strip_suffix('*') {
        Some(begins) => word.starts_with(begins),
        None => *name == word,
    };
    NAMES.iter().find(|(_, names)| names.iter().any(named)).map(|(kind, _)| *kind)
}

/// Something that begins here and is not covered, and the atom behind it.
pub(super) fn read(typed: &Typed, at: usize) -> Option<(usize, Meaning)> {
    // "Switch port" is what is searched for.
    if matches!(typed.text(at), "switch") && matches!(typed.text(at + 1), "port" | "ports") {
        return Some((at + 2, Meaning::Filler));
    }
    if typed.text(at) == "direct" && matches!(typed.text(at + 1), "attach" | "attached") {
        return Some((at + 2, Meaning::Uncovered(Other::Copper, String::new())));
    }
    if typed.text(at) == "active" && typed.text(at + 1) == "optical" {
        return Some((at + 2, Meaning::Uncovered(Other::ActiveOptical, String::new())));
    }
    let joined = [typed.text(at), "-", typed.text(at + 1)].concat();
    let tied = typed.atoms.get(at + 1).is_some_and(|atom| atom.joined);
    let word = typed.text(at);
    let kind = kind(word).or_else(|| kind(&joined).filter(|_| tied))?;
    // "ConnectX-7", "ConnectX 7", "DGX H100": what ties to it belongs to the name.
    let mut next = at + 1;
    while typed.atoms.get(next).is_some_and(|atom| atom.joined) {
        next += 1;
    }
    let family = ["connectx", "bluefield", "spectrum", "quantum"].contains(&word) && next == at + 1;
    let numbered = family && typed.text(next).chars().all(|c| c.is_ascii_digit());
    next += usize::from(numbered && next < typed.atoms.len());
    Some((next, Meaning::Uncovered(kind, word.to_owned())))
}
