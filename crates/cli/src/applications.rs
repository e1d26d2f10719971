//! `fiberlane applications`.

use crate::{BAD_INPUT, Format};
use fiberlane_catalog::{Application, Confidence, built_in};
use fiberlane_engine::wire::Json;
use std::process::ExitCode;

pub(crate) fn run(speed: Option<&str>, format: Format) -> ExitCode {
    let wanted: Vec<&Application> = built_in()
        .application_ids()
        .map(|id| built_in().application(id))
        .filter(|a| speed.is_none_or(|s| built_in().speed_name(a.speed).eq_ignore_ascii_case(s)))
        .collect();
    if wanted.is_empty() {
        let right = built_in().speed_names();
        eprintln!("--speed: \"{}\": one of {right}", speed.unwrap_or_default());
        return ExitCode::from(BAD_INPUT);
    }
    if format == Format::Json {
        println!("{}", list(&wanted));
        return ExitCode::SUCCESS;
    }
    for application in wanted {
        println!(
            "{:<42} {:>5}  {} x {}, {} fibers, {}",
            application.name,
            built_in().speed_name(application.speed),
            application.plug.count,
            application.plug.connector.name(),
            application.fibers,
            application.status.name(),
        );
        for limit in application.limits {
            let loss = limit.loss.map_or_else(|| "no limit known".to_owned(), |l| l.db() + " dB");
            let doubt = |c| {
                if c == Confidence::Unconfirmed { " (unconfirmed)" } else { "" }
            };
            println!(
                "    {:<19} {} m{}, {loss}{}",
                limit.fiber.name(),
                limit.reach.meters(),
                doubt(limit.reach_confidence),
                if limit.loss.is_some() { doubt(limit.loss_confidence) } else { "" },
            );
        }
    }
    ExitCode::SUCCESS
}

fn list(applications: &[&Application]) -> String {
    let mut json = Json::new();
    json.list(|j| {
        for application in applications {
            j.object(|j| {
                j.key("name").string(application.name);
                j.key("aliases").list(|j| application.aliases.iter().for_each(|a| j.string(a)));
                j.key("speed").string(&built_in().speed_name(application.speed));
                j.key("status").string(application.status.name());
                j.key("standard").string(application.standard);
                j.key("connector").string(application.plug.connector.name());
                j.key("plugs").whole(application.plug.count);
                j.key("fibers").whole(application.fibers);
                j.key("endFace").string(application.end_face.name());
                j.key("limits").list(|j| {
                    for limit in application.limits {
                        j.object(|j| {
                            j.key("fiber").string(limit.fiber.name());
                            j.key("reachM").number(&limit.reach.meters());
                            j.key("reachConfidence").string(limit.reach_confidence.name());
                            if let Some(loss) = limit.loss {
                                j.key("lossDb").number(&loss.db());
                                j.key("lossConfidence").string(limit.loss_confidence.name());
                            }
                        });
                    }
                });
            });
        }
    });
    json.finish()
}
