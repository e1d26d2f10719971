//! The command line of `cargo xtask`.

// The macro writes public items; in a program nothing outside can reach them.
#![allow(unreachable_pub)]

xflags::xflags! {
    /// Builds, serves and tests Fiberlane.
    cmd xtask {
        /// Serves the page with live reload; installs what that needs first.
        cmd serve {
            /// The port to listen on (8080 if not given).
            optional --port port: u16
            /// Opens the page in the default browser.
            optional --open
        }
        /// Writes the static site to dist/ and prints what it weighs.
        cmd dist {
            /// Builds what a developer looks at: without link-time optimization, and not weighed.
            optional --quick
        }
        /// What Trunk calls after a build: adds the second module to a page that is being served.
        cmd stage {}
        /// Checks who may import whom, licenses and sources of packages, and the form of the files.
        cmd check {}
        /// Runs every check and test, or those named.
        cmd test {
            /// A comma-separated part of: fmt, clippy, test, check, dist, browser, doc.
            optional --only steps: String
        }
    }
}
