#!/usr/bin/env python3
"""Check the annotated reports: every span is found as stated, every column is right. Prints the counts.

Run from anywhere: python3 check.py
"""
import collections
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = set(
    """score half-time-score running-score scorer minute order penalty own-goal missed-penalty penalty-award card stage
    date venue next-fixture title first-since streak tally head-to-head table shoot-out role result progress club
    record age goal-description line-up referee attendance substitution keeper history caps self-consistency
    disallowed-goal""".split()
)
VERDICTS = {"true", "false", "undecidable"}
COLUMNS = {"meta": 3, "statement": 7, "quote": 6, "trap": 3}
MARKS = "\"“”‘’"
META = {"style", "anchor", "note"}
FOLDERS = ("development", "held-out", "later")


def span(text, words):
    """The start and end of the stated words in the text, or a reason why there is none."""
    nth = 0
    at = re.search(r"#(\d+)$", words)
    if at:
        nth, words = int(at.group(1)), words[: at.start()]
    found = [m.start() for m in re.finditer("(?=" + re.escape(words) + ")", text)]
    if not found:
        return None, "not in the text"
    if nth == 0 and len(found) != 1:
        return None, f"in the text {len(found)} times, and no #n"
    if nth and (len(found) < 2 or nth > len(found)):
        return None, f"#{nth} of {len(found)}"
    start = found[max(nth - 1, 0)]
    return (start, start + len(words)), None


def main():
    wrong = []
    counts = collections.defaultdict(collections.Counter)
    seen = set()
    for folder in FOLDERS:
        texts = {os.path.splitext(p)[0] for p in glob.glob(os.path.join(HERE, folder, "*.txt"))}
        notes = {os.path.splitext(p)[0] for p in glob.glob(os.path.join(HERE, folder, "*.tsv"))}
        wrong += [f"{b}: a text or an annotation without the other" for b in texts ^ notes]
        for base in sorted(texts & notes):
            name = os.path.relpath(base, HERE)
            number = os.path.basename(base)[:3]
            if not number.isdigit() or (int(number) % 2 == 0) != (folder == "held-out") or number in seen:
                wrong.append(f"{name}: number")
            seen.add(number)
            with open(base + ".txt", encoding="utf-8", newline="") as f:
                text = f.read()
            if not re.match(r"date \d{4}-\d{2}-\d{2}\n", text):
                wrong.append(f"{name}: no date line")
            quotes, inside = [], []
            count = counts[folder]
            count["reports"] += 1
            with open(base + ".tsv", encoding="utf-8", newline="") as f:
                rows = f.read().split("\n")
            if rows[-1] != "":
                wrong.append(f"{name}: no newline at the end")
            for number, row in enumerate(rows[:-1], 1):
                c = row.split("\t")
                where = f"{name}.tsv:{number}"
                if COLUMNS.get(c[0]) != len(c):
                    wrong.append(f"{where}: {c[0]} with {len(c)} columns")
                    continue
                if c[0] == "meta":
                    if c[1] not in META:
                        wrong.append(f"{where}: meta {c[1]}")
                    if c[1] == "style":
                        count[f"style {c[2]}"] += 1
                    continue
                at, why = span(text, c[1])
                if why:
                    wrong.append(f"{where}: {c[1]!r} {why}")
                    continue
                count[c[0]] += 1
                if c[0] == "statement":
                    if c[2] not in KINDS:
                        wrong.append(f"{where}: kind {c[2]}")
                    if c[3] not in VERDICTS:
                        wrong.append(f"{where}: verdict {c[3]}")
                    if not c[4]:
                        wrong.append(f"{where}: no reading")
                    if c[3] == "false" and not c[6]:
                        wrong.append(f"{where}: false without a note saying what is true")
                    count[f"kind {c[2]}"] += 1
                    count[f"verdict {c[3]}"] += 1
                    inside.append((at, c[5], where))
                elif c[0] == "quote":
                    if not c[2] or not c[3]:
                        wrong.append(f"{where}: quote without speaker or cue")
                    if text[at[0]] in MARKS or text[at[1] - 1] in MARKS:
                        wrong.append(f"{where}: quote with its marks")
                    quotes.append((at, c[2]))
                elif not c[2]:
                    wrong.append(f"{where}: trap without a reason")
            for (start, end), speaker, where in inside:
                around = [s for (qs, qe), s in quotes if qs <= start and end <= qe]
                if (around[-1] if around else "") != speaker:
                    wrong.append(f"{where}: speaker {speaker!r}, but the quote around it is by {around}")
    for line in wrong:
        print(line, file=sys.stderr)
    keys = sorted({k for c in counts.values() for k in c}, key=lambda k: (" " in k, k.split(" ")[0], -sum(c[k] for c in counts.values())))
    print(f"{'':32}" + "".join(f"{folder:>12}" for folder in (*FOLDERS, "all")))
    for k in keys:
        each = [counts[folder][k] for folder in FOLDERS]
        print(f"{k:32}" + "".join(f"{count:>12}" for count in (*each, sum(each))))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
