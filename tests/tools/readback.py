#!/usr/bin/env python3
"""readback.py DOSSIER ARTICLE PDF [words]: what other programs read out of PDF, against what ARTICLE says.

The article is known through the program's dumps of its nodes and model, before any setting; how its parts
follow each other on paper is written down here once more, on purpose. Every word must come out, in order,
from the text of poppler and mupdf and from the structure tree; between them may stand only what the
program adds: marks, markers and the few words in ADDED. With `words`, for articles whose parts stand side by side
or twice, as often as it was written, in any order. Then titles, language, labels, outline,
destinations and links. Prints each difference; exit status 1: there are some."""
import collections
import datetime
import json
import re
import subprocess
import sys
import unicodedata

ADDED = (r"[:,.()'—·–•☐☑]|(?:\d+\.|\([a-z]\)|and|VIDEO|AUDIO|DOCUMENT|WEB PAGE|PHOTO|Reported|Translated|recording|Original|Source"
         r"|et|VIDÉO|PAGE WEB|Propos rapportés|Propos traduits|enregistrement"
         r"|[ye]|VÍDEO|DOCUMENTO|FOTOGRAFÍA|PÁGINA WEB|Cita indirecta|Cita\s+traducida|grabación|Fuente)(?!\w)")
INLINE = ("Span", "Link", "Quote", "Code", "Strong", "Em", "Reference", "Note")
STATUSES = ("as-published", "edited", "summary", "translation")
# Per language: the words of STATUSES, what stands before the day of retrieval, a date, the months.
WORDS = {
    "en": (("As published", "Edited version", "Summary", "Translation"), "Retrieved ", "{day} {month} {year}",
           "January February March April May June July August September October November December"),
    "fr": (("Texte d’origine", "Version remaniée", "Résumé", "Traduction"), "Consulté le ", "{day} {month} {year}",
           "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": (("Texto original", "Versión editada", "Resumen", "Traducción"), "Consultado el ", "{day} de {month} de {year}",
           "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
}
failures = []


def fail(message):
    failures.append(message)


def run(*command):
    done = subprocess.run(command, capture_output=True)
    return done.stdout.decode("utf-8", "replace")


# ---- dumps ----


def unquote(quoted):
    def one(match):
        letter = match.group(1)
        return chr(int(match.group(2), 16)) if match.group(2) else {"n": "\n", "t": "\t"}.get(letter, letter)

    return re.sub(r"\\(u\{([0-9A-Fa-f]+)\}|.)", one, quoted)


class Element:
    """A line of a dump: key, value, what stands below it, and pieces of text."""

    def __init__(self, key, value):
        self.key, self.value, self.children, self.pieces = key, value, [], []

    def find(self, key):
        return next((child for child in self.children if child.key == key), None)

    def text(self, key=None):
        element = self.find(key) if key else self
        if element is None:
            return ""
        if element.pieces:
            return with_references(element.pieces)
        quoted = re.search(r'"((?:[^"\\]|\\.)*)"', element.value)
        return unquote(quoted.group(1)) if quoted else element.value


# A note inside a fragment: its words between these; and what a cross-reference prints.
NOTE, NOTE_END, PAGE = "\x02", "\x03", "\x04"


def with_references(pieces):
    text = ""
    for (kind, words, rest), after in zip(pieces, [*pieces[1:], ("", "", "")]):
        link = re.search(r'"#[^"]*" to \S+', rest)
        text += words
        if link and link.group() not in after[2]:
            text += " " + PAGE if words else PAGE
    return text


def plain(text):
    return re.sub(f"{NOTE}.*?{NOTE_END}| ?{PAGE}", "", text)


PIECE = re.compile(r'( *)(text|mention|tbc|break|note) \d+:\d+(?: [^" ]+)?(?: "((?:[^"\\]|\\.)*)")?(.*)')


def read_tree(dump):
    root = Element("", "")
    stack = [(-1, root)]
    for line in dump.splitlines():
        piece = PIECE.fullmatch(line)
        if piece and (not piece.group(1) or stack[-1][1].pieces):
            indent, kind, words, rest = piece.groups()
            text = "\n" if kind == "break" else NOTE + NOTE_END if kind == "note" else unquote(words or "")
            pieces = stack[-1][1].pieces
            if indent:  # a piece of the note before
                note.append((kind, text, rest))
                pieces[-1] = ("note", NOTE + with_references(note) + NOTE_END, "")
            else:
                pieces.append((kind, text, rest))
                note = []
            continue
        indent = len(line) - len(line.lstrip(" "))
        body = line.strip()
        is_item = body.startswith("- ")
        key, _, value = ("-", "", body[2:]) if is_item else body.partition(": ") if ": " in body else (body.rstrip(":"), "", "")
        while stack[-1][0] >= indent:
            stack.pop()
        element = Element(key, value)
        stack[-1][1].children.append(element)
        stack.append((indent, element))
    return root


# ---- what must come out ----


class Article:
    def __init__(self, model, node):
        self.head = next(c for c in model.children if c.key.startswith("article"))
        self.lang = self.head.key.split("lang=")[1]
        self.blocks = next(c for c in model.children if c.key == "blocks").children
        directory = next(c for c in model.children if c.key == "directory")
        self.entries = {entry.key: entry for entry in directory.children}
        ids = next(c for c in model.children if c.key == "ids")
        self.ids = [element.key for element in ids.children]
        self.node = node
        self.outline, self.urls = [(0, self.head.text("title"))], set()
        self.fragments, self.dateline = [], []

    def add(self, *fragments):
        self.fragments += [f for f in fragments if f]

    def translated(self, entry, field):
        found = entry.find(field)
        if found is None or not found.children:
            return entry.text(field)
        return next((found.text(key) for key in (self.lang, "any", "en") if found.find(key)), "")

    def name(self, name):
        entry = self.entries.get(name)
        return self.translated(entry, "name") if entry else name

    def read(self):
        head = self.head
        published = head.find("published-by") or Element("", "")
        if head.find("weekday"):
            self.dateline.append(head.text("weekday"))
        statuses, retrieved_on, form, months = WORDS.get(self.lang, WORDS["en"])
        for date, before in ((head.find("date"), ""), (published.find("retrieved"), retrieved_on)):
            if date is None:
                continue
            day = date.value if date.value.startswith('"') else datetime.date.fromisoformat(date.value)
            if not isinstance(day, str):
                first = "1er" if self.lang == "fr" and day.day == 1 else day.day
                day = form.format(day=first, month=months.split()[day.month - 1], year=day.year)
            self.dateline.append(before + day)
        retrieved = self.dateline.pop() if published.find("retrieved") else ""
        self.dateline += [head.text("place"), self.name(published.text("publisher")), dict(zip(STATUSES, statuses)).get(published.text("status"), ""), retrieved]
        self.add_url(published.find("url"))
        authors = [self.name(unquote(name)) for name in re.findall(r'"((?:[^"\\]|\\.)*)"', head.find("authors").value)] if head.find("authors") else []
        titles = [head.text("kicker").upper(), head.text("title"), head.text("subtitle")]
        summary = [head.text("standfirst"), *authors]
        for block in self.blocks:
            self.read_block(block)
        body = self.fragments
        clean = lambda fragments: [f for f in fragments if f]
        self.on_paper = clean(self.dateline + titles + summary) + body
        self.in_tree = clean(titles + self.dateline + summary) + body

    def add_url(self, element):
        if element is not None and "tbc" not in element.value:
            self.urls.add(element.text())

    def read_block(self, block):
        kind, _, place = block.key.partition(" @")
        if kind in ("(text)", "(code)"):
            self.add(block.text(kind))
        elif kind == "heading" or kind == "(heading)":
            level = int(block.text("level") or 1)
            self.outline.append((level, plain(block.text("heading") or block.text(kind))))
            self.add(block.text("heading") or block.text(kind))
        elif kind == "quote" and block.text("show") == "block" or kind == "media":
            self.add(block.text("lead"), block.text("media"))
        elif kind == "quote":
            self.add(block.text("lead"))
        elif kind == "figure":
            to_come = block.text("figure") if "tbc" in block.find("figure").value else ""
            self.add(to_come, block.text("caption"), block.text("credit"))
        elif kind == "organizations":
            self.read_organizations(block, place)
        elif kind == "table":
            rows = block.find("table").children
            columns = block.find("columns") or Element("", "")
            notes = block.find("notes") or Element("", "")
            self.add(block.text("caption"), *(column.text() for column in columns.children))
            self.add(*(cell.text() for row in rows for cell in row.children))
            self.add(*(note.text() for note in notes.children), block.text("source"))
        else:
            self.add(*(child.text() for child in block.children if child.pieces and child.key != "original"))
        for child in block.children:
            if " @" in child.key:
                self.read_block(child)
        if kind in ("quote", "media"):
            self.read_credit(block, kind)
        if kind == "quote":
            self.add(block.text("original"))

    def read_credit(self, block, kind):
        printed = re.findall(r'"(.*?)"', block.find("print").value) if block.find("print") else []
        speaker = self.entries.get(block.text("by"))
        self.add(self.name(block.text("by")), block.text("role") or (self.translated(speaker, "post") if speaker else ""))
        seconds = re.match(r"(\d+) s", block.text("timecode"))
        if seconds and (not printed or "timecode" in printed):
            minutes, second = divmod(int(seconds.group(1)), 60)
            clock = f"{minutes // 60}:{minutes % 60:02}:{second:02}" if minutes >= 60 else f"{minutes}:{second:02}"
            self.add(clock)
        source = block.text("source")
        if source and source not in self.ids:
            self.add(self.name(source))
        if kind == "media" and block.find("url"):
            self.add_url(block.find("url"))
            if not printed or "url" in printed:
                self.add(block.text("url"))

    def read_organizations(self, block, place):
        mapping = next(c for c in self.node.find("body").children if c.value == f"{place} mapping")
        shape = block.text("as")
        for row in mapping.find("organizations").children:
            group = row.find("group")
            if group:
                name = group.text()
                self.add(name.upper() if shape == "table" else name)
            for member in row.find("members").children if group else [row]:
                self.add_organization(member, shape)

    def add_organization(self, member, shape):
        entry = member if member.children else self.entries[member.text()]
        name, acronym = self.translated(entry, "name"), self.translated(entry, "acronym")
        self.add(*((acronym, name) if shape == "table" else (name, acronym)))
        if entry.find("parent") and shape != "sentence":
            self.add(self.name(entry.text("parent")))
        if shape != "sentence":
            self.add_url(entry.find("url"))


# ---- comparing ----

LINE_END = "\x01"


def normal(text):
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u00a0\u202f\u2003\u2002\u2009]", " ", text)
    text = re.sub("« ?| ?»", "'", text)
    text = re.sub(" +([;:!?])", r"\1", text)  # French adds it where it was not typed
    return re.sub("[\"“”„‘’‚]", "'", text)


def without_breaks(text):
    """Hyphens of ours and the line ends behind them undone; a line end behind a mark may or may not be a space."""
    text = re.sub("\u00ad *\n+", "", text)
    return re.sub(r"(?<=[-–—/.?&=_%]) *\n+", LINE_END, normal(text))


SIGNS = {NOTE: r"(?:\d+(?:,\d+)*)?", PAGE: rf"\(?(?:page|página)[\s{LINE_END}]+\d+\)?"}


def pattern(fragment):
    # The mark of a note may stand on the other side of the mark of its sentence, and no space before it.
    fragment = re.sub(rf"(?:\s+(?={NOTE}))?([.,;:!?]+['\"]?)?(?<!\.\.){NOTE}([.,;:!?]+['\"]?)?",
                      rf"{NOTE}\1{NOTE}\2{NOTE}", re.sub(rf"{NOTE}+", NOTE, normal(fragment)))
    words = [f"{LINE_END}?".join(SIGNS.get(char) or re.escape(char) for char in word) for word in fragment.split()]
    end = r"(?!\w)" if fragment.split()[-1][-1].isalnum() else ""
    # The thin space before ? ! ; : % is no space to some readers.
    gaps = ["*" if re.match(r"\\?[?!;:%]", word) else "+" for word in words[1:]] + [""]
    return "".join(word + (rf"[\s{LINE_END}]" + gap if gap else "") for word, gap in zip(words, gaps)) + end


def without_addresses(text, urls):
    """Where there is no margin column, addresses stand in brackets behind the words of their links."""
    for url in urls:
        short = re.sub(r"^(?:https?://)?(?:www\.)?|^mailto:", "", url).rstrip("/")
        text = re.sub(rf"[\s{LINE_END}]+\({pattern(short)}\)", "", text, count=1)
    return text


def compare(reader, fragments, found, urls):
    skip = rf"(?:{ADDED}|[\s{LINE_END}])*"
    found = without_addresses(without_breaks(found), urls)
    notes = [note for fragment in fragments for note in re.findall(f"{NOTE}(.*?){NOTE_END}", fragment)]
    for number, note in enumerate(notes, 1):
        found, times = re.subn(rf"(?<![^\s{LINE_END}]){number}[\s{LINE_END}]+{pattern(note)}", "", found, count=1)
        if not times:
            fail(f"{reader}: no note {number} {note!r}")
    fragments = [re.sub(f"{NOTE}.*?{NOTE_END}", NOTE, fragment) for fragment in fragments]
    at = 0
    for fragment in fragments:
        match = re.compile(skip + "?" + pattern(fragment)).match(found, at)
        if match is None:
            fail(f"{reader}: expected {fragment!r}\n  found {found[at:at + len(fragment) + 60]!r}")
            return
        at = match.end()
    if not re.compile(skip + r"\Z").match(found, at):
        fail(f"{reader}: nothing more expected, found {found[at:at + 200]!r}")


def words_of(text):
    return collections.Counter(re.findall(r"\w+", without_breaks(text).replace(LINE_END, "").casefold()))


def written(element):
    """All texts of a dump; ids, addresses and what pictures show are none, and `short` stands in running lines."""
    text = "" if element.key == "short" else "".join(piece[1] for piece in element.pieces)
    return "\n".join([text, *(written(child) for child in element.children)])


def compare_words(reader, article, found):
    missing = words_of("\n".join(written(element) for element in [article.head, *article.blocks])) - words_of(found)
    if missing:
        fail(f"{reader}: not found: {dict(missing)}")


def running_lines(dump):
    """For each page what stands at its head and foot, and before that in the margin."""
    pages = re.split(r"^page ", dump, flags=re.M)[1:]
    return [re.findall(r'^  (?:head|foot|note) \S+ \S+ "(.*)"$', page, flags=re.M) for page in pages]


def without_running(reader, pages, running):
    """The text of all pages without the running lines, each of which must be there, at the page's end."""
    pages = [page for page in pages if page.strip()]
    if len(pages) != len(running):
        fail(f"{reader}: {len(pages)} pages, expected {len(running)}")
    kept = []
    for number, (page, lines) in enumerate(zip(pages, running), 1):
        end = re.compile(r"\s+".join(pattern(line) for line in lines) + r"\s*\Z") if lines else re.compile(r"\Z")
        match = end.search(normal(page))
        if match is None:
            fail(f"{reader}: page {number} does not end in {lines}: {page[-80:]!r}")
        kept.append(normal(page)[: match.start()] if match else page)
    return "\n".join(kept)


def structure_text(pdf):
    """The texts of the structure tree; elements that are blocks stand apart."""
    text = ""
    for quoted, element in re.findall(r'^ *(?:"(.*?)"|(\w+)(?: \(.*?\))?:?)$', run("pdfinfo", "-struct-text", pdf), flags=re.M | re.S):
        text += quoted if quoted else "" if element in INLINE else "\n"
    return text


# ---- the file's other ways in ----


class File:
    def __init__(self, pdf):
        self.json = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-key=outlines", "--json-key=pagelabels", pdf))
        self.objects = self.json["qpdf"][1]
        trailer = self.objects["trailer"]["value"]
        self.catalog = self.follow(trailer["/Root"])

    def follow(self, reference):
        if isinstance(reference, str) and reference.endswith(" R"):
            return self.objects["obj:" + reference]["value"]
        return reference

    def destinations(self):
        names, waiting = [], [self.follow(self.catalog.get("/Names", {})).get("/Dests")]
        while waiting:
            node = self.follow(waiting.pop()) or {}
            waiting += node.get("/Kids", [])
            names += self.follow(node.get("/Names", []))[::2]
        return {name.removeprefix("u:") for name in names}

    def actions(self):
        for found in self.objects.values():
            value = found.get("value")
            if isinstance(value, dict) and value.get("/Subtype") == "/Link":
                yield value, self.follow(value.get("/A", {}))

    def urls(self):
        return {action["/URI"].removeprefix("u:") for _, action in self.actions() if "/URI" in action}

    def jumps(self):
        targets = [self.follow(value.get("/Dest") or action.get("/D")) for value, action in self.actions()]
        return {target.removeprefix("u:") for target in targets if isinstance(target, str)}

    def outline(self):
        def walk(items, level):
            for item in items:
                yield level, item["title"]
                yield from walk(item["kids"], level + 1)

        return list(walk(self.json["outlines"], 0))


def same(what, expected, found):
    if expected != found:
        fail(f"{what}: expected {expected!r}\n  found {found!r}")


def check_ways_in(article, model, pdf, running):
    file = File(pdf)
    same("language", article.lang, file.catalog.get("/Lang", "").removeprefix("u:"))
    title = re.search(r"^Title: *(.*)$", run("pdfinfo", pdf), flags=re.M)
    same("title", normal(article.head.text("title")), normal(title.group(1)) if title else "")
    same("outline", [(l, normal(t)) for l, t in article.outline], [(l, normal(t)) for l, t in file.outline()])
    links = [unquote(link) for link in re.findall(r' link="((?:[^"\\]|\\.)*)"', model)]
    same("links to addresses", {l for l in links if l[0] != "#"} | article.urls, file.urls())
    jumps = {link[1:] for link in links if link[0] == "#"}
    if not jumps <= file.jumps():
        fail(f"links inside: no {jumps - file.jumps()}")
    if not file.jumps() | set(article.ids) <= file.destinations():
        fail(f"destinations: no {(file.jumps() | set(article.ids)) - file.destinations()}")
    same("page labels", page_numbers(file, len(running)), [str(i + 1) for i in range(len(running))])


def page_numbers(file, count):
    """Labels of all pages: decimal ranges, which is what articles have."""
    labels = [""] * count
    for entry in file.json["pagelabels"]:
        label = entry["label"]
        for i in range(entry["index"], count):
            number = label.get("/St", 1) + i - entry["index"] if label.get("/S") == "/D" else ""
            labels[i] = label.get("/P", "").removeprefix("u:") + str(number)
    return labels


def main(dossier, source, pdf, how="in order"):
    dump = {stage: run(dossier, "render", "--quiet", "--dump=" + stage, source) for stage in ("node", "model", "pages")}
    model = read_tree(dump["model"])
    article = Article(model, read_tree(dump["node"]))
    article.read()
    running = running_lines(dump["pages"])
    urls = sorted({unquote(link) for link in re.findall(r' link="((?:[^"#\\][^"\\]*))"', dump["model"])})
    for reader, command in (("pdftotext", ("pdftotext", "-raw", pdf, "-")), ("mutool", ("mutool", "draw", "-q", "-F", "txt", pdf))):
        text = without_running(reader, run(*command).split("\f"), running)
        compare(reader, article.on_paper, text, urls) if how == "in order" else compare_words(reader, article, text)
    text = structure_text(pdf)
    compare("structure tree", article.in_tree, text, urls) if how == "in order" else compare_words("structure tree", article, text)
    check_ways_in(article, dump["model"], pdf, running)
    for failure in failures:
        print(f"FAIL: {source}: {failure}")
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
