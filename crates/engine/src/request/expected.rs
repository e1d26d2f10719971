//! What would be right in place of what a request has: a kind and what belongs in its sentence.
//!
//! The sentence here is the English one, for programs; people read `problem.<kind>` of their language
//! with the same names in it.

use std::fmt;

/// One value in the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A word of the wire or a name of the catalog.
    Word(String),
    /// Several of them.
    Words(Vec<String>),
    /// A number.
    Count(u32),
}

impl From<&str> for Given {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Given {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<u32> for Given {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<&[&str]> for Given {
    fn from(words: &[&str]) -> Self {
        Self::Words(words.iter().map(|word| (*word).to_owned()).collect())
    }
}

impl Given {
    /// As it stands in a sentence whose lists are joined so.
    #[must_use]
    pub fn shown(&self, comma: &str) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Words(words) => words.join(comma),
            Self::Count(count) => count.to_string(),
        }
    }
}

/// What would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// What kind of thing.
    pub kind: Kind,
    /// What belongs in its sentence, by name.
    pub given: Vec<(&'static str, Given)>,
}

impl Expected {
    /// With one value more.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, given: impl Into<Given>) -> Self {
        self.given.push((name, given.into()));
        self
    }
}

impl From<Kind> for Expected {
    fn from(kind: Kind) -> Self {
        Self { kind, given: Vec::new() }
    }
}

impl Kind {
    pub(crate) fn with(self, name: &'static str, given: impl Into<Given>) -> Expected {
        Expected::from(self).with(name, given)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.kind.english();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            f.write_str(before)?;
            let given = self.given.iter().find(|(known, _)| *known == name);
            f.write_str(&given.map(|(_, given)| given.shown(", ")).unwrap_or_default())?;
            rest = after;
        }
        f.write_str(rest)
    }
}

/// The kinds with the name by which a face has words, and the sentence for programs.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal, $english:literal;)+) => {
        /// What kind of thing would be right.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[doc = $doc])+ $kind,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// Its name: `problem.<name>` are its words.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// Its sentence in English, for programs.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self {
                    $(Self::$kind => $english,)+
                }
            }
        }
    };
}

kinds! {
    /// An object that names the schema.
    Request = "request", "an object with \"schema\": \"{schema}\" is needed";
    /// The schema.
    Schema = "schema", "\"{schema}\" is needed";
    /// A field only once.
    Once = "once", "the field stands twice; once is right";
    /// Another field.
    Field = "field", "no such field; the fields are {fields}";
    /// A string.
    Text = "text", "a string is needed";
    /// One of these words.
    OneOf = "oneOf", "one of {words}";
    /// One of these words, where nothing is said.
    OneNeeded = "oneNeeded", "one of {words} is needed";
    /// Another application, and nothing comes near.
    NoApplication = "noApplication", "no such application";
    /// Another application.
    NearApplication = "nearApplication", "no such application; near it: {names}";
    /// Another module, and nothing comes near.
    NoModule = "noModule", "no such module";
    /// Another module.
    NearModule = "nearModule", "no such module; near it: {names}";
    /// A name that says the medium.
    Medium = "medium", "a name of InfiniBand that leaves the medium open; give {names}";
    /// An id in place of a part number.
    Ids = "ids", "several modules have this part number; give one of the ids {names}";
    /// An object for the far end.
    FarEnd = "farEnd", "{same} or {breakout} is needed";
    /// No application at a far end that is the same.
    FarSame = "farSame", "none: at the same far end it is that of end A; another is {breakout}";
    /// A grade.
    Grade = "grade", "one of {words}, or the id of a catalog grade";
    /// A polarity.
    Polarity = "polarity", "one of A, B, C, U1, U2, or for 24 fibers the id of a map: {maps}";
    /// The id of a map in place of a letter.
    Letter = "letter", "a letter does not settle 24 fibers; give the id of a map, such as {example}";
    /// A letter in place of the id of a map.
    Map = "map", "this map is for 24 fibers; one of A, B, C, U1, U2 is needed";
    /// A whole number.
    Whole = "whole", "a whole number from {least} to {most} is needed";
    /// Fibers per connector.
    Base = "base", "8, 12, 16 or 24 is needed";
    /// A loss.
    Loss = "loss", "a loss from 0 to 100 dB is needed";
    /// A length.
    Length = "length", "a length from 0 to {most} m in steps of 0.0001 is needed";
    /// A list of lengths.
    Lengths = "lengths", "a list of lengths in m is needed";
    /// Fewer lengths.
    AtMost = "atMost", "at most {most} lengths are taken";
    /// An object with these fields.
    Object = "object", "an object with {fields} is needed";
    /// The application of the module.
    MadeFor = "madeFor", "this module is made for {application}; name that application, or none";
    /// Anything to plan.
    Anything = "anything", "an application, a module or a speed is needed";
    /// The speed of the application.
    RunsAt = "runsAt", "{application} runs at {speed}; give that speed, or none";
    /// No trunk on this route.
    NoTrunk = "noTrunk", "{topology} has no trunk";
    /// Two trunks.
    TwoTrunks = "twoTrunks", "{topology} has two trunks";
    /// One trunk.
    OneTrunk = "oneTrunk", "{topology} has one trunk";
    /// One trunk or none.
    TrunkOrNone = "trunkOrNone", "{topology} has one trunk or none";
    /// One cross-connect cord.
    OneCross = "oneCross", "{topology} has one cross-connect cord";
    /// Two cross cords or fewer.
    TwoCross = "twoCross", "{topology} has at most two cross cords";
    /// No cross-connect cord.
    NoCross = "noCross", "{topology} has no cross-connect cord";
    /// One cord.
    OneCord = "oneCord", "{topology} has one cord, cordA";
    /// A trunk that is one.
    LongerTrunk = "longerTrunk", "a trunk is longer than 0 m; without one the route is direct, or breakout-harness with its length in cordA and no trunks";
    /// Lengths that some route has cables for.
    AnyRoute = "anyRoute", "no topology has cables for these lengths";
    /// One trunk in a run.
    TrunkPerRun = "trunkPerRun", "one trunk for each run; say `at`";
    /// The far end that the module is for.
    FarBreakout = "farBreakout", "this module is for {own}, not for {wanted}; the far end would be {breakout}";
    /// Another module.
    FarModule = "farModule", "this module is for {own}; name one for {wanted}";
    /// A list of parts.
    Parts = "parts", "a list of parts in place is needed";
    /// An object that names its kind.
    Part = "part", "an object with kind is needed";
    /// One entry of a kind in a place.
    PartPerPlace = "partPerPlace", "one entry of a kind for each run, end or joint; say `at`";
    /// No length.
    NoLength = "noLength", "a trunk of 0 m is none; leave the length out";
    /// A run.
    Run = "run", "the run of the trunk: 1 is the one at end A, up to 8";
    /// An end or a joint.
    Joint = "joint", "A, B, or the joint between two runs, such as 1-2";
    /// An end.
    End = "end", "A or B: the end where the cassettes stand";
    /// The id of the map of a cassette of two rows.
    RowsCassette = "rowsCassette", "a letter does not settle 24 fibers; the id of a cassette's map, such as {example}";
    /// A method or the id of a cassette's map.
    Cassette = "cassette", "one of A, B, C, U1, U2, or the id of a cassette's map for these connectors";
    /// A map of a trunk of two rows.
    RowsTrunk = "rowsTrunk", "for 24 fibers the id of a map, such as {example}, or a measured map";
    /// Pins of one end.
    Pins = "pins", "pinned or unpinned";
    /// Pins of either end.
    PinsOfBoth = "pinsOfBoth", "pinned or unpinned, or a list of two: the end towards A, the end towards B";
    /// A connector beside a map.
    MapConnector = "mapConnector", "a map needs the connector that its positions are of";
    /// Pairs of positions.
    Pairs = "pairs", "pairs [position at A, position at B] that use each of the {count} positions of {connector} once";
    /// An object with some of these fields.
    SomeOf = "someOf", "an object with some of {fields}";
    /// True or false.
    Truth = "truth", "true or false is needed";
    /// An amount of money.
    Money = "money", "an amount from 0 to 1000000000 with at most two decimals";
}
