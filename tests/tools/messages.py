#!/usr/bin/env python3
"""messages.py: what `dossier --format json FILE` said, against what each FILE expects of itself in
comments at its end:

    #! LINE:COLUMN CODE message | hint

A hint's further lines stand behind \\n; a message about another file begins with `FILE:`. Standard input:
for each file a line `== FILE`, then its messages. With ACCEPT in the environment the comments are written
anew. Exit status 1: something differs."""
import difflib
import json
import os
import sys


def line_of(found, file):
    place = f"{found['line']}:{found['column']}"
    if found["file"] != file:
        place = f"{found['file']}:{place}"
    line = f"#! {place} {found['code']} {found['message']}"
    if found["hint"]:
        line += " | " + found["hint"]
    return line.replace("\n", "\\n") + "\n"


def split(content):
    """The file without its expectations, and these."""
    if content.startswith("#! "):
        return "", content
    at = content.find("\n#! ")
    return (content, "") if at < 0 else (content[: at + 1], content[at + 1 :])


def read_messages(stream):
    """{file: its lines}"""
    found = {}
    for line in stream:
        line = line.decode("utf-8", "surrogateescape")
        if line.startswith("== "):
            file = line[3:-1]
            found[file] = ""
            continue
        try:
            found[file] += line_of(json.loads(line), file)
        except ValueError:
            sys.exit(f"FAIL: {file}: not JSON: {line}")
    return found


def main():
    failures = 0
    for file, now in read_messages(sys.stdin.buffer).items():
        with open(file, encoding="utf-8", errors="surrogateescape", newline="") as stream:
            body, wanted = split(stream.read())
        if now == wanted:
            continue
        if os.environ.get("ACCEPT"):
            with open(file, "w", encoding="utf-8", errors="surrogateescape", newline="") as stream:
                stream.write(body + now)
            print(f"accepted: messages of {file}")
            continue
        failures += 1
        print(f"FAIL: messages of {file}")
        diff = difflib.unified_diff(wanted.splitlines(True), now.splitlines(True), "expected", "found")
        sys.stdout.buffer.write("".join(diff).encode("utf-8", "surrogateescape"))
    sys.stdout.flush()
    return 1 if failures else 0


sys.exit(main())
