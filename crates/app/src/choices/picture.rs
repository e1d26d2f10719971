//! Each route as a small drawing.

/// The picture of a route; nothing for what is none.
///
/// Squares are transceivers, bars are panels, boxes with a middle are cassettes.
pub(crate) fn route_picture(topology: &str) -> String {
    let middle = match topology {
        "direct" => "M9 8H75",
        "interconnect" => "M9 8H75M24 3V13M60 3V13",
        "cross-connect" => "M9 8H75M20 3V13M36 3V13M48 3V13M64 3V13",
        "cassette-to-cassette" => "M9 8H19M29 8H55M65 8H75M19 3H29V13H19ZM55 3H65V13H55Z",
        "breakout-cassette" => "M9 8H52M24 3V13M52 3H62V13H52ZM62 5H75M62 8H75M62 11H75",
        "breakout-harness" => {
            "M9 8H48L58 2H75M48 8L58 6H75M48 8L58 10H75M48 8L58 14H75M20 3V13M42 3V13"
        }
        "harness-alone" => "M9 8H30L45 2H75M30 8L45 6H75M30 8L45 10H75M30 8L45 14H75",
        _ => return String::new(),
    };
    [
        "<svg viewBox=\"0 0 84 16\" aria-hidden=\"true\"><path d=\"M1 3H9V13H1ZM75 1H83V15H75Z\"/><path d=\"",
        middle,
        "\"/></svg>",
    ]
    .concat()
}
