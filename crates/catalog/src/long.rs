//! Sources, notes and facts that no calculation needs.

use crate::ApplicationId;

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id, unique.
    pub id: &'static str,
    /// Title of the document, or what kind of note it is.
    pub title: &'static str,
    /// Where it can be read; empty where no publisher's page exists.
    pub address: &'static str,
    /// What it is.
    pub kind: SourceKind,
}

impl Source {
    /// Whether it is a published document. A figure that rests on anything else reads
    /// "unconfirmed: commonly published".
    #[must_use]
    pub const fn is_document(&self) -> bool {
        !matches!(self.kind, SourceKind::Note)
    }
}

/// What a source is, and with it where it may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A published standard or agreement, or its body's own account of it: may be named anywhere.
    Standard,
    /// A maker's own page about its module: may be named to a customer beside that module.
    DataSheet,
    /// Anything else that is published, such as other makers' pages: may be named in the program,
    /// not on a paper for a customer.
    Document,
    /// What no publisher answers for: may not be named.
    Note,
}

/// What is to be said of one row of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// File of the row.
    pub file: &'static str,
    /// The application, module or grade.
    pub subject: &'static str,
    /// Class of fiber, where the row is about one.
    pub fiber: &'static str,
    /// The note; may be empty.
    pub text: &'static str,
    /// Ids of [`SOURCES`].
    pub sources: &'static [&'static str],
}

/// A name of InfiniBand, which says lanes and rate and leaves the medium open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InfiniBand {
    /// The name, such as NDR.
    pub name: &'static str,
    /// Lanes in each direction.
    pub lanes: u8,
    /// Gb/s of one lane.
    pub lane_rate: u16,
    /// The Ethernet names of the same optics; several where the medium is open.
    pub applications: &'static [ApplicationId],
    /// Where there is none: what comes near it.
    pub near: &'static [ApplicationId],
    /// What else there is to say; may be empty.
    pub note: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/long.rs"));
