//! `check` and `compare` as other programs and browsers meet them: JSON, streams, pages, exit statuses.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn reports() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

/// Runs the program in a folder, with something on its standard input.
fn run(arguments: &[&str], folder: &Path, input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("XDG_DATA_HOME", folder.join("no-such-home"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn told(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments, &reports(), "");
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    printed(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The words at a span of the bytes of a file.
fn at(bytes: &[u8], span: &Value) -> String {
    let [start, end] = [0, 1].map(|end| usize::try_from(span[end].as_u64().unwrap()).unwrap());
    String::from_utf8(bytes[start..end].to_vec()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

#[test]
fn a_report_is_one_object_whose_spans_are_places_in_its_file() {
    let bytes = std::fs::read(reports().join("herald.txt")).unwrap();
    let checked = json(&["check", "herald.txt", "--json"]);
    assert_eq!(checked["file"], "herald.txt");
    assert_eq!(checked["published"], "2018-07-12");
    assert_eq!(checked["anchor"]["match"]["date"], "2018-07-11");
    assert_eq!(checked["anchor"]["match"]["stage"], "semi-final");
    assert!(checked["anchor"]["confidence"].as_f64().unwrap() > 0.5);
    let statements = list(&checked["statements"]);
    for statement in statements {
        assert_eq!(at(&bytes, &statement["span"]), statement["text"].as_str().unwrap());
        assert!(
            statement["evidence"].is_array() && statement["kind"].is_string() && statement["scope"].is_object()
                || statement["scope"].is_null()
        );
    }
    let wrong: Vec<&Value> = statements.iter().filter(|one| one["verdict"] == "contradicted").collect();
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0]["text"].as_str().unwrap().contains("101st"));
    assert!(wrong[0]["evidence"][0]["text"].as_str().unwrap().contains("109'"));
    assert_eq!(wrong[0]["evidence"][0]["match"]["home"], "Croatia");
    let known: Vec<&str> = list(&checked["sources"]).iter().map(|source| source["key"].as_str().unwrap()).collect();
    assert!(list(&wrong[0]["evidence"][0]["sources"]).iter().all(|key| known.contains(&key.as_str().unwrap())));
    let counts = checked["counts"].as_object().unwrap();
    let keys = ["confirmed", "contradicted", "not_in_record", "not_read", "record_differs", "rounding"];
    assert_eq!(counts.keys().collect::<Vec<_>>(), keys);
    let all: u64 = counts.values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(all, statements.len() as u64);
}

#[test]
fn what_is_said_in_a_quote_is_the_speakers() {
    let bytes = std::fs::read(reports().join("post.txt")).unwrap();
    let checked = json(&["check", "post.txt", "--json"]);
    let quotes = list(&checked["quotes"]);
    assert_eq!(quotes.len(), 2);
    assert_eq!(at(&bytes, &quotes[0]["span"]), "We had nothing left and still we ran,");
    assert_eq!((&quotes[0]["speaker"], &quotes[0]["cue"]), (&Value::from("a supporter"), &Value::from("told")));
    assert_eq!((&quotes[0]["channel"], &quotes[0]["channel_kind"]), (&"reporters".into(), &"reporters".into()));
    for statement in list(&checked["statements"]) {
        let start = statement["span"][0].as_u64().unwrap();
        let inside =
            quotes.iter().any(|quote| (quote["span"][0].as_u64()..quote["span"][1].as_u64()).contains(&Some(start)));
        assert_eq!(statement.get("speaker").is_some(), inside, "{statement}");
    }
}

#[test]
fn several_reports_are_a_list_in_one_object() {
    let checked = json(&["check", "post.txt", "herald.txt", "--json"]);
    let files: Vec<&Value> = list(&checked["reports"]).iter().map(|report| &report["file"]).collect();
    assert_eq!(files, ["post.txt", "herald.txt"]);
}

#[test]
fn spans_hold_in_any_encoding_and_format() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<html><body><article><p>Ivan Peri&scaron;i\u{107} \
                <b>equalised</b> in the 68th minute as Croatia beat England 2-1 in Moscow.</p></article></body></html>";
    std::fs::write(folder.path().join("page.html"), page).unwrap();
    let latin: Vec<u8> = b"Caf\xe9 talk: Croatia beat England 2-1 in Moscow after extra time.".to_vec();
    std::fs::write(folder.path().join("latin.txt"), &latin).unwrap();
    for (file, bytes) in [("page.html", page.as_bytes()), ("latin.txt", &latin)] {
        let output = run(&["check", file, "--date", "2018-07-12", "--json"], folder.path(), "");
        let checked: Value = serde_json::from_slice(&output.stdout).unwrap();
        let statements = list(&checked["statements"]);
        let score = statements.iter().find(|one| one["kind"] == "score").unwrap();
        assert!(at(bytes, &score["span"]).contains("2-1"), "{score}");
    }
}

#[test]
fn a_stream_goes_on_after_a_bad_line_and_says_which() {
    let output = run(&["check", "lines.jsonl", "--json"], &reports(), "");
    assert_eq!(output.status.code(), Some(2));
    let done = lines(&output);
    let ids: Vec<&Value> = done.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [&Value::from("first"), &Value::from(3), &Value::from("sixth")]);
    assert_eq!(done[2]["line"], 7);
    assert_eq!(done[0]["outlet"], "The Post");
    assert_eq!(done[2]["counts"]["contradicted"], 1);
    for place in
        ["lines.jsonl:2: not a report as JSON", "lines.jsonl:4: `Middle/Earth`", "lines.jsonl:6: expected one of"]
    {
        assert!(told(&output).contains(place), "{}", told(&output));
    }
}

#[test]
fn standard_input_is_a_stream_in_its_order_on_any_number_of_threads() {
    // More than are worked on at once, most of them short.
    let minute = |number: usize| if number.is_multiple_of(40) { 101 } else { 109 };
    let line = |number: usize| match number % 20 {
        0 => format!(
            "{{\"id\": {number}, \"date\": \"2018-07-12\", \"text\": \"Croatia beat England 2-1 in Moscow. Mario Mandzukic \
             scored in the {}th minute.\"}}\n",
            minute(number)
        ),
        _ => format!("{{\"id\": {number}, \"text\": \"Rain.\"}}\n"),
    };
    let input: String = (0..1100).map(line).collect();
    let one = run(&["check", "-", "--json", "--threads", "1"], &reports(), &input);
    let four = run(&["check", "-", "--json", "--threads", "4"], &reports(), &input);
    assert_eq!(one.status.code(), Some(0), "{}", told(&one));
    assert!(one.stdout == four.stdout);
    for (number, line) in lines(&one).iter().enumerate() {
        assert_eq!(line["id"], number);
        assert_eq!(line["counts"]["contradicted"], u64::from(minute(number) == 101 && number % 20 == 0));
    }
    let text = run(&["check", "-"], &reports(), &line(60));
    assert!(printed(&text).starts_with("60  Croatia 2-1 England"), "{}", printed(&text));
}

#[test]
fn a_folder_is_read_by_name_with_the_folders_in_it() {
    let output = run(&["check", "folder", "--json"], &reports(), "");
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let done = lines(&output);
    let files: Vec<&str> = done.iter().map(|line| line["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["folder/a.md", "folder/b.txt", "folder/older/c.jsonl"]);
    assert_eq!(done[2]["anchor"]["match"]["date"], "2014-07-13");
}

#[test]
fn nothing_later_than_the_day_asked_for_is_used() {
    let text = "{\"text\": \"Croatia beat England 2-1 in the semi-final of the World Cup in Moscow.\"}\n";
    let anchored = |as_of: &str| {
        let output = run(&["check", "-", "--json", "--as-of", as_of], &reports(), text);
        !lines(&output)[0]["anchor"].is_null()
    };
    assert!(anchored("2018-07-12"));
    assert!(!anchored("2018-07-01"));
}

#[test]
fn what_is_about_no_match_is_not_answered() {
    let output = run(&["check", "-", "--json"], &reports(), "{\"text\": \"She plays the piano.\"}\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(lines(&output)[0]["anchor"].is_null());
    let missing = run(&["check", "missing.txt"], &reports(), "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(told(&missing).contains("missing.txt: cannot be read") && told(&missing).contains("hint"));
}

#[test]
fn accounts_are_compared_row_by_row() {
    let compared =
        json(&["compare", "post.txt", "herald.txt", "--json", "--outlet", "The Post", "--outlet", "The Herald"]);
    let names: Vec<&Value> = list(&compared["accounts"]).iter().map(|account| &account["name"]).collect();
    assert_eq!(names, ["The Post", "The Herald"]);
    let winner = list(&compared["rows"]).iter().find(|row| row["minute"] == "109").unwrap();
    assert_eq!((&winner["agreement"], &winner["topic"]), (&"conflicting".into(), &"event".into()));
    assert_eq!(winner["cells"][1]["verdict"], "contradicted");
    assert_eq!(winner["cells"][1]["minutes"][0], "101");
    let statement = usize::try_from(winner["cells"][1]["statements"][0].as_u64().unwrap()).unwrap();
    assert!(compared["reports"][1]["statements"][statement].is_object());
    let bytes = std::fs::read(reports().join("post.txt")).unwrap();
    let words = &winner["cells"][0]["words"][0];
    assert_eq!(at(&bytes, &words["span"]), words["text"].as_str().unwrap());
    let quote = &compared["quotes"][0];
    assert_eq!(quote["channels"], "looser");
    let fates: Vec<&Value> = list(&quote["sentences"]).iter().map(|sentence| &sentence["cells"][1]["fate"]).collect();
    assert_eq!(fates, ["kept", "cut", "kept"]);
    assert!(list(&compared["copies"]).is_empty());
}

/// A page must hold nothing that runs, and nothing of another place.
fn assert_harmless(page: &str) {
    for bad in ["<script", "<img", "javascript:", "src=", "http://", "https://", "@import", "url("] {
        assert!(!page.contains(bad), "the page has {bad}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn pages_show_the_words_of_others_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Croatia beat England 2-1 in Moscow <script>alert(1)</script> & Mario Mandzukic scored in the 101st minute.\n\n\
                “We <img src=x onerror=alert(2)> ran,” a supporter said on the radio.\n";
    let file = "<img src=x onerror='alert(3)'>.txt";
    std::fs::write(folder.path().join(file), text).unwrap();
    std::fs::write(folder.path().join("other.txt"), text).unwrap();
    let outlet = "\"><script>alert(4)</script>";
    let shared = ["--date", "2018-07-12", "--outlet", outlet, "--html", "page.html"];
    for arguments in [&["check", file][..], &["compare", file, "other.txt"][..]] {
        let output = run(&[arguments, &shared].concat(), folder.path(), "");
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let page = std::fs::read_to_string(folder.path().join("page.html")).unwrap();
        let shown = page.replace("img src=x onerror", "").replace("&lt;img src=x", "");
        assert_harmless(&shown.replace("&lt;script", ""));
        assert!(page.contains("&lt;script&gt;alert(4)"), "the outlet is shown");
        assert!(page.contains("We &lt;img src=x"), "the quote is shown");
        assert!(page.contains("✗"), "the wrong minute is marked");
    }
}

#[test]
fn a_page_is_of_one_report() {
    for arguments in
        [&["check", "folder", "--html", "x.html"][..], &["check", "post.txt", "herald.txt", "--html", "x.html"]]
    {
        let output = run(arguments, &reports(), "");
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains("--html writes the page of one report"));
    }
}
