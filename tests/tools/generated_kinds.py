#!/usr/bin/env python3
"""Articles of every kind of block, at random, through the program; their PDFs read back with poppler, mupdf and qpdf.

    generated_kinds.py DOSSIER [COUNT [FIRST_SEED]]

Layout, page size, columns, grid, duplex and what becomes of links are random, too. Checked from each PDF: the structure
tree says every word once and in order, notes by their numbers; a note begins on the page of its mark; printed page
numbers are true, in running lines and in cross-references; no two words and no word and picture, rule or bar overlap;
every word stands in a column, the margin or the running lines; widows, orphans and stranded heads are none or were
reported. A failure prints the seed and keeps the article. Exit status 1 on any.
"""
import difflib
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from pdf_facts import shape_pages, tree_text, word_pages
from random_article import RandomArticle

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ADDRESS = re.compile(r'\(example\.org/\d+\)|https://example\.org/film')
LAYOUTS = [[], [], ['--layout', 'base'], ['--layout', 'plain'], ['--layout', 'large-print'],
           ['--layout', os.path.join(SOURCE, 'samples/house/house.yaml')]]
NO_MARGIN = ['page.margin-column=0mm', 'page.gutter=6mm']
SIZES = {  # settings, most columns
    'a4': ([], 1), 'a4 in columns': (NO_MARGIN, 3), 'a4 with margin in columns': (['page.gutter=6mm'], 2), 'letter': (['page.size=letter'], 1),
    'a3': (['page.size=a3', 'page.gutter=6mm'], 3), 'a5': (['page.size=a5', *NO_MARGIN, 'page.margin.inner=14mm', 'page.margin.outer=14mm'], 2),
    'a6': (['page.size=a6', *NO_MARGIN, 'page.margin.inner=9mm', 'page.margin.outer=9mm'], 1),
}


def letters(text):
    return ''.join(c for c in text.casefold() if c.isalnum())


def options(chance):
    layout = chance.choice(LAYOUTS)
    large = 'large-print' in layout
    size = chance.choice(['a4', 'letter', 'a3'] if large else sorted(SIZES))
    settings, most = SIZES[size]
    settings = list(settings)
    if not large and most > 1:
        # The house has a logo; three columns of plain would be narrower than the program allows.
        most = 1 if 'house' in str(layout) else min(most, 2) if layout == 'plain' else most
        settings.append(f'page.columns={chance.randint(1, most)}')
    if chance.random() < 0.3:
        settings.append('page.duplex=true')
    if chance.random() < 0.3 and not large and 'house' not in str(layout):
        settings.append(f'grid={chance.choice([12, 13, 15, 16])}pt')
    links = chance.choice(['note', 'note', 'inline', 'qr', 'none'])
    settings.append(f'links={links}')
    return layout + [part for setting in settings for part in ('--set', setting)], links


def frame_of(dossier, source, arguments):
    dump = subprocess.run([dossier, source, '--dump=style', '-o', '-', *arguments], capture_output=True, text=True).stdout
    page = re.search(r'(?m)^page (.*\n .*)$', dump)
    if not page:
        return None
    values = dict(re.findall(r'(\S+)=(\S+)', page.group(1)))
    number = lambda key: float(values[key].removesuffix('pt'))
    return {key: number(key) for key in ('inner', 'outer', 'top', 'bottom', 'margin-column', 'gutter', 'measure', 'columns')} | {
        'duplex': values['duplex'] == 'true'}


class Checked:
    """A PDF and what is wrong with it."""

    def __init__(self, article, pdf, said, frame):
        self.article, self.frame, self.said = article, frame, said
        self.faults = []
        self.tree, self.notes = tree_text(pdf)
        self.pages = list(word_pages(pdf))
        self.shapes = shape_pages(pdf)
        self.where = {}
        for number, (_, _, words) in enumerate(self.pages, 1):
            for word in words:
                for token in re.findall(r'(?:pf|pl|hl|mk|nt|tg)\d+q', word[4]):
                    self.where.setdefault(token, (number, word))

    def fail(self, message):
        self.faults.append(message)

    def compare(self, what, wanted, got):
        wanted, got = letters(wanted), letters(got)
        if wanted == got:
            return
        for kind, a, b, c, d in difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes() \
                if len(wanted) < 4000 else [self.first_difference(wanted, got)]:
            if kind != 'equal':
                self.fail(f'{what}: {kind}: wanted {wanted[max(0, a - 20):b + 20]!r}, got {got[max(0, c - 20):d + 20]!r}')
                return

    @staticmethod
    def first_difference(wanted, got):
        at = next((i for i, (x, y) in enumerate(zip(wanted, got)) if x != y), min(len(wanted), len(got)))
        return 'differ', at, at + 40, at, at + 40

    def words_out(self):
        text = ADDRESS.sub('', re.sub(r'[\s\xad]', '', self.tree))
        marks = dict(re.findall(r'mk(\d+)q[^<\w]*<(\d+)>', text))
        if sorted(map(int, re.findall(r'<(\d+)>', text))) != list(range(1, len(self.article.notes) + 1)):
            self.fail(f"marks {re.findall(r'<(.*?)>', text)} for {len(self.article.notes)} notes")
        text = self.references(re.sub(r'<\d+>', '', text))
        self.compare('text', ' '.join(self.article.body), text)
        for note, wanted in self.article.notes.items():
            found = self.notes.get(int(marks.get(note, 0)))
            if found is None:
                self.fail(f'note {note}: none')
                continue
            found = self.references(ADDRESS.sub('', re.sub(r'[\s\xad]', '', found)))
            self.compare(f'note {note}', wanted, found)
            if f'nt{note}q' in self.where and f'mk{note}q' in self.where:
                pages = self.where[f'nt{note}q'][0], self.where[f'mk{note}q'][0]
                if pages[0] != pages[1] and 'W0605' not in self.said:
                    self.fail(f'note {note} begins on page {pages[0]}, its mark is on {pages[1]}')

    def references(self, text):
        def one(match):
            token = f'tg{match.group(1)}q'
            if token in self.where and self.where[token][0] != int(match.group(2)):
                self.fail(f'{match.group(0)}: {token} is on page {self.where[token][0]}')
            return match.group(0).split('(')[0]

        return re.sub(r'rf(\d+)q\W*\((?:page|página|Seite)(\d+)\)', one, text)

    def addresses(self, printed):
        seen = ''.join(word[4] for _, _, words in self.pages for word in words) + re.sub(r'\s', '', self.tree + ''.join(self.notes.values()))
        missing = [a for a in self.article.addresses if printed and a not in seen]
        if missing:
            self.fail(f'addresses not printed: {missing[:3]}')

    def intervals(self, number):
        f = self.frame
        width = self.pages[number - 1][0]
        text = f['measure'] * f['columns'] + f['gutter'] * (f['columns'] - 1)
        left = f['inner']
        if f['duplex'] and number % 2 == 0:
            left = width - f['inner'] - text
        columns = [(left + i * (f['measure'] + f['gutter']), left + i * (f['measure'] + f['gutter']) + f['measure'])
                   for i in range(int(f['columns']))]
        margin = []
        if f['margin-column']:
            start = f['outer'] if f['duplex'] and number % 2 == 0 else width - f['outer'] - f['margin-column']
            margin = [(start, start + f['margin-column'])]
        return columns, margin

    def places(self):
        f = self.frame
        for number, (width, height, words) in enumerate(self.pages, 1):
            columns, margin = self.intervals(number)
            spans = columns + margin + ([(columns[0][0], columns[-1][1])] if number == 1 else [])
            folio = ''
            for word in words:
                if (word[1] + word[3]) / 2 > height - f['bottom']:
                    folio += word[4]
                    continue
                hang = max(5, (word[3] - word[1]) * 0.5)
                if word[1] < f['top'] - 12 or not any(a - hang <= word[0] and word[2] <= b + hang for a, b in spans):
                    self.fail(f'page {number}: outside: {word}')
            wanted = ('EstuaryCities', '') if 'Estuary' in folio else ('', '')
            if not re.search(rf'(?<!\d){number}(?:of|sur|de){len(self.pages)}(?!\d)', folio):
                self.fail(f'page {number}: running line says {folio!r} {wanted[0]}')
            self.overlaps(number, words)

    def overlaps(self, number, words):
        bands = [(y0 + (y1 - y0) * 0.4, y1 - (y1 - y0) * 0.3, x0, x1, t, True) for x0, y0, x1, y1, t in words]
        bands += [(y0, y1, x0 + 0.3, x1 - 0.3, f'[shape {x0:.0f} {y0:.0f} {x1:.0f} {y1:.0f}]', False)
                  for x0, y0, x1, y1 in self.shapes[number - 1]]
        open_bands, found = [], []
        for band in sorted(bands):
            open_bands = [b for b in open_bands if b[1] > band[0]]
            found += [(b[4], band[4]) for b in open_bands
                      if min(b[3], band[3]) - max(b[2], band[2]) > (1 if b[5] and band[5] else 0) and (b[5] or band[5])]
            open_bands.append(band)
        for pair in found[:3]:
            self.fail(f'page {number}: overlap {pair}')

    def column_of(self, place):
        number, word = place
        for i, (a, b) in enumerate(self.intervals(number)[0]):
            if a - 12 <= word[0] <= b:
                return (number, i), a - 12, b
        return (number, -1), 0, 0

    def beside(self, place, below):
        """Words of the text's size in the same column, below or above a word's line."""
        (number, _), left, right = self.column_of(place)
        _, top, _, bottom, _ = place[1]
        size = bottom - top
        return [w for w in self.pages[number - 1][2] if left <= w[0] <= right and w[3] - w[1] > size * 0.93
                and (w[1] > top + size * 0.6 if below else w[3] < bottom - size * 0.6)
                and w[3] < self.pages[number - 1][1] - self.frame['bottom'] + 12]

    def breaks(self):
        counts = {'orphan': 0, 'widow': 0, 'stranded': 0}
        seen = []
        for token, place in self.where.items():
            if token.startswith('pf') and 'pl' + token[2:] in self.where:
                end = self.where['pl' + token[2:]]
                if self.column_of(place)[0] == self.column_of(end)[0]:
                    continue
                if not self.beside(place, True):
                    counts['orphan'] += 1
                    seen.append((token, place))
                if not self.beside(end, False):
                    counts['widow'] += 1
                    seen.append(('pl' + token[2:], end))
            elif token.startswith('hl'):
                (number, _), left, right = self.column_of(place)
                below = [w for w in self.pages[number - 1][2] if left <= w[0] <= right and w[1] > place[1][3] - 2
                         and (w[1] + w[3]) / 2 < self.pages[number - 1][1] - self.frame['bottom']]
                notes = [w[1] for w in below if re.match(r'nt\d+q', w[4])]
                below = [w for w in below if not notes or w[1] < min(notes) - 2]
                pictures = [s for s in self.shapes[number - 1] if left <= s[0] <= right and s[1] > place[1][3] - 2 and s[3] - s[1] > 9]
                if not below and not pictures and number < len(self.pages):
                    counts['stranded'] += 1
                    seen.append((token, place))
        reported = self.said.count('W0602')
        if sum(counts.values()) > reported:
            self.fail(f'{counts}, reported {reported}: {seen[:3]}')


def check(dossier, seed, folder):
    pictures = ['slope.png', 'tower.png']
    article = RandomArticle(seed, pictures)
    chance = random.Random(f'options {seed}')
    arguments, links = options(chance)
    source, pdf = os.path.join(folder, f'{seed}.yaml'), os.path.join(folder, f'{seed}.pdf')
    with open(source, 'w', encoding='utf-8') as file:
        json.dump(article.article, file, ensure_ascii=False, indent=1)
    run = subprocess.run([dossier, source, '-o', pdf, '--root', '/', *arguments], capture_output=True, text=True)
    if run.returncode != 0:
        return [' '.join(arguments), f'exit {run.returncode}', run.stderr[:1500]], 0
    checked = Checked(article, pdf, run.stderr, frame_of(dossier, source, arguments))
    checked.words_out()
    checked.addresses(links in ('note', 'inline'))
    if 'W0601' not in run.stderr:
        checked.places()
    checked.breaks()
    qpdf = subprocess.run(['qpdf', '--check', pdf], capture_output=True, text=True)
    if qpdf.returncode != 0:
        checked.fail(qpdf.stdout + qpdf.stderr)
    if checked.faults:
        return [' '.join(arguments)] + checked.faults[:8], run.stderr.count('W0602')
    os.remove(pdf)
    return [], run.stderr.count('W0602')


def main():
    dossier = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder = tempfile.mkdtemp(prefix='generated-')
    for name in ('slope.png', 'tower.png'):
        with open(os.path.join(SOURCE, 'tests/golden/pictures', name), 'rb') as old, open(os.path.join(folder, name), 'wb') as new:
            new.write(old.read())
    with open(os.path.join(folder, 'towns.csv'), 'w', encoding='utf-8') as file:
        file.write('Town,People\n' + ''.join(f'T{i},{i}00\n' for i in range(30)))
    with open(os.path.join(folder, 'part.yaml'), 'w', encoding='utf-8') as file:
        file.write('dossier: article\ntitle: Part\nbody:\n  - text: Included words come from elsewhere.\n    id: part\n')
    failed = forced = 0
    for seed in range(first, first + count):
        faults, breaks = check(dossier, seed, folder)
        forced += breaks
        if faults:
            failed += 1
            print(f'seed {seed} ({os.path.join(folder, str(seed))}.yaml):', *faults, sep='\n  ', flush=True)
        else:
            os.remove(os.path.join(folder, f'{seed}.yaml'))
    print(f'{count} articles of all kinds from seed {first}: {failed} failed, {forced} breaks against the rules reported')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
