//! `fiberlane sources`.

use crate::{BAD_INPUT, Format};
use fiberlane_catalog::long::{NOTES, Note, SOURCES, Source};
use fiberlane_engine::wire::Json;
use std::process::ExitCode;

pub(crate) fn run(subject: Option<&str>, format: Format) -> ExitCode {
    let wanted: Vec<&Note> =
        NOTES.iter().filter(|note| subject.is_none_or(|name| note.subject == name)).collect();
    if wanted.is_empty() {
        let name = subject.unwrap_or_default();
        eprintln!(
            "subject: \"{name}\": a name that `fiberlane applications` lists, or a module's id"
        );
        return ExitCode::from(BAD_INPUT);
    }
    if format == Format::Json {
        println!("{}", json(&wanted));
        return ExitCode::SUCCESS;
    }
    for note in wanted {
        println!("{} {} {}", note.file, note.subject, note.fiber);
        if !note.text.is_empty() {
            println!("    {}", note.text);
        }
        for source in note.sources.iter().filter_map(|id| find(id)) {
            if source.is_document() {
                println!("    {} {}", source.title, source.address);
            } else {
                println!("    unconfirmed: commonly published");
            }
        }
    }
    ExitCode::SUCCESS
}

fn find(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

/// What the page fetches when its sources are opened.
fn json(notes: &[&Note]) -> String {
    let mut json = Json::new();
    json.list(|j| {
        for note in notes {
            j.object(|j| {
                j.key("subject").string(note.subject);
                j.key("fiber").string(note.fiber);
                j.key("note").string(note.text);
                j.key("sources").list(|j| {
                    let mut unnamed = false;
                    for source in note.sources.iter().filter_map(|id| find(id)) {
                        unnamed |= !source.is_document();
                        if source.is_document() {
                            j.object(|j| {
                                j.key("title").string(source.title);
                                j.key("address").string(source.address);
                            });
                        }
                    }
                    // What cannot be named to a customer is said to be commonly published.
                    if unnamed {
                        j.object(|j| {
                            j.key("title").string("unconfirmed: commonly published");
                            j.key("address").string("");
                        });
                    }
                });
            });
        }
    });
    json.finish()
}
