//! The command as a shell sees it: exit codes, standard output, standard error.
#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fiberlane"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn refused(input: &str, words: &[&str]) {
    let output = run(&["plan", "-"], input);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty());
    for word in words {
        assert!(said.contains(word), "{word} not in {said}");
    }
}

#[test]
fn bad_input_is_refused_with_two() {
    refused("", &["standard input", "empty"]);
    refused(" \n", &["empty"]);
    refused("{\"schema\":\"fiberlane.request/1\",\"appl", &["not a JSON text"]);
    refused("[]", &["a list", "an object"]);
    refused(
        "{\"schema\":\"fiberlane.request/9\",\"speed\":\"400G\"}",
        &["schema", "fiberlane.request/1"],
    );
    refused(
        "{\"schema\":\"fiberlane.request/1\",\"application\":\"400GBASE-DR5\",\"links\":-1}",
        &[
            "application",
            "400GBASE-DR5",
            "near it: 400GBASE-DR",
            "links",
            "-1",
            "from 1 to 1000000",
        ],
    );
    let output = run(&["plan", "no-such-file.json"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-file.json"));
}

#[test]
fn the_verdict_is_the_exit_code() {
    let request = |length: u32| {
        format!(
            "{{\"schema\":\"fiberlane.request/1\",\"application\":\"400GBASE-DR4\",\"topology\":\"direct\",\"lengths\":{{\"cordA\":{length}}}}}"
        )
    };
    let pass = run(&["plan", "-"], &request(100));
    assert_eq!(pass.status.code(), Some(0));
    let text = String::from_utf8(pass.stdout).unwrap();
    for words in ["PASS  +2.960 dB", "Cord A", "0.040 dB", "MPO-8 APC, 8F OS2, 100 m"] {
        assert!(text.contains(words), "{words} not in {text}");
    }
    let fail = run(&["plan", "-", "--format", "json"], &request(501));
    assert_eq!(fail.status.code(), Some(3));
    let text = String::from_utf8(fail.stdout).unwrap();
    assert!(text.starts_with("{\"schema\":\"fiberlane.plan/1\",\"verdict\":\"fail\""), "{text}");
}

#[test]
fn lists_and_explains() {
    let list = run(&["applications", "--speed", "400G"], "");
    let text = String::from_utf8(list.stdout).unwrap();
    assert!(text.contains("400GBASE-DR4") && !text.contains("800GBASE-DR8"), "{text}");
    assert_eq!(run(&["applications", "--speed", "7G"], "").status.code(), Some(2));
    let explained = run(&["explain", "los001"], "");
    assert!(String::from_utf8(explained.stdout).unwrap().starts_with("LOS001  "));
    assert_eq!(run(&["explain", "XYZ999"], "").status.code(), Some(2));
    let sources = run(&["sources", "400GBASE-SR4.2"], "");
    assert!(String::from_utf8(sources.stdout).unwrap().contains("400GBASE-SR4.2 OM5"));
}
