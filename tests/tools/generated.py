#!/usr/bin/env python3
"""Generated articles through the program, and what came out read back with poppler and qpdf.

    generated.py DOSSIER [COUNT [FIRST_SEED]]

Each article is random blocks, lengths, layouts and page sizes from its seed. Of each PDF it is checked that every
word that went in came out, as often as it went in; that no two words overlap; that no word leaves the frame of its
page; that qpdf finds nothing. A failure prints the seed and keeps the article. Exit status 1 on any.
"""
import collections
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

WORDS = """the city of migrants and answer co-operation naïve façade Ærø office affluent offline shuffle 1,234.56
50% €20 UN-Habitat forty mayors whether municipality responsibilities internationalization supercalifragilistic
bread water Monday rain school street Жук Ωmega first-night — – … a I to be or not""".split()
PAGES = {  # size: (options, left, right, top, bottom margins in points, with what may hang out)
    'a4': ([], 70, 58, 50, 40),
    'letter': (['--set', 'page.size=letter'], 70, 58, 50, 30),
    'a5': (['--set', 'page.size=a5', '--set', 'page.margin-column=0mm', '--set', 'page.gutter=0mm'], 70, 58, 50, 40),
    'duplex': (['--set', 'page.duplex=true'], 58, 58, 50, 40),
}


class Article:
    """Markdown and the words it prints, side by side."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = []
        self.addresses = []  # of links: in the margin, or in brackets where there is none

    def run(self, longest, marks=True):
        pieces = []
        for _ in range(self.random.randint(1, longest)):
            word = self.random.choice(WORDS)
            self.words.append(word)
            style = self.random.random()
            if not marks or style > 0.2:
                pieces.append(word)
            elif style < 0.06:
                pieces.append(f'**{word}**')
            elif style < 0.12:
                pieces.append(f'*{word}*')
            elif style < 0.15:
                pieces.append(f'`{word}`')
            elif style < 0.18:
                self.addresses.append(f'example.org/{len(self.words)}')
                pieces.append(f'[{word}](https://{self.addresses[-1]})')
            else:
                pieces.append(f'"{word}"')
        self.words.insert(len(self.words) - len(pieces), 'So')
        return 'So ' + ' '.join(pieces)

    def quoted(self, longest, marks=True):
        return "'" + self.run(longest, marks).replace("'", "''") + "'"

    def print_words(self, text):
        self.words += text.split()

    def paragraph(self):
        return '- ' + self.quoted(120)

    def heading(self):
        return '- heading: ' + self.quoted(12)

    def list(self):
        marker = self.random.choice(['bullet', 'number', 'letter', 'check'])
        count = self.random.randint(1, 7)
        for i in range(count):
            self.print_words({'bullet': '•', 'number': f'{i + 1}.', 'letter': f'({chr(97 + i)})', 'check': '☐'}[marker])
        return '- list: [' + ', '.join(self.quoted(30) for _ in range(count)) + f']\n  marker: {marker}'

    def quote(self):
        self.print_words('— Jane Doe')
        return '- quote: ' + self.quoted(40) + '\n  by: Jane Doe'

    def media(self):
        self.print_words('VIDEO · TBC')
        return '- media: ' + self.quoted(8) + '\n  kind: video\n  url: TBC'

    def organizations(self):
        self.print_words('City Alliance CA Open Foundation')
        return ('- organizations:\n    - {name: City Alliance, acronym: CA}\n    - {name: Open Foundation}\n'
                '  as: table')

    def markup(self):
        self.print_words('• • 3.')
        return ('- |\n  ' + self.run(60) + '\n\n  > ' + self.run(30) + '\n\n  - ' + self.run(9) + '\n  - '
                + self.run(50) + '\n\n  ***\n\n  3. ' + self.run(20) + '\n')

    def yaml(self):
        lines = ['dossier: article', 'title: ' + self.quoted(self.random.choice([3, 10, 30]), marks=False)]
        lines.append('short: Generated')
        if self.random.random() < 0.5:
            lines.append('kicker: ' + self.quoted(3, marks=False))
        if self.random.random() < 0.5:
            lines.append('standfirst: ' + self.quoted(40))
        if self.random.random() < 0.5:
            self.print_words('12 December 2018 Geneva')
            lines.append('date: 2018-12-12\nplace: Geneva')
        kinds = [self.paragraph] * 5 + [self.heading, self.list, self.quote, self.media, self.organizations,
                                        self.markup]
        lines.append('body:')
        lines += [self.random.choice(kinds)() for _ in range(self.random.randint(1, self.random.choice([3, 20, 70])))]
        return '\n'.join(lines) + '\n'


def normal(text):
    """Words as typed: no quotation marks, no soft hyphens, no capitals (a kicker is set in them)."""
    return re.sub('[“”"‘’\u00ad]', '', text).replace('\u00a0', ' ').lower()


def printed_words(pdf):
    raw = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True, check=True).stdout
    raw = re.sub('(?m)^\f?(Generated \\d+ of \\d+|\\d+ of \\d+ Generated)$\n?', '', raw)  # the running line
    notes = re.findall('(?m)^\f?(example\\.org/\\d+)$', raw)  # they end a page, where a word may go on
    raw = re.sub('(?m)^(\f?)example\\.org/\\d+\n', '\\1', raw) + ' '.join(notes)
    raw = re.sub('\u00ad\\s*\n\f?', '', raw)  # our hyphens
    return collections.Counter(normal(joined(raw)).split())


def joined(raw):
    """A line that ends in a typed hyphen or dash inside a word goes on in the next; so does an address."""
    raw = re.sub(r'(?<=\(example\.)\n\f?|(?<=\(example\.org/)\n\f?', '', raw)
    return re.sub('(?<=[^\\s—–-])-\n\f?', '-', raw)


def boxes(pdf):
    text = subprocess.run(['pdftotext', '-bbox', pdf, '-'], capture_output=True, text=True, check=True).stdout
    text = re.sub('<!DOCTYPE[^>]*>', '', text).replace('xmlns="http://www.w3.org/1999/xhtml"', '')
    for page in ET.fromstring(text).iter('page'):
        words = [(float(w.get('xMin')), float(w.get('yMin')), float(w.get('xMax')), float(w.get('yMax')), w.text)
                 for w in page.iter('word')]
        yield float(page.get('width')), float(page.get('height')), words


def outside(width, height, words, frame):
    _, left, right, top, bottom = frame
    return [w for w in words if w[0] < left or w[2] > width - right or w[1] < top - 12 or w[3] > height - bottom + 12]


def overlapping(words):
    """Pairs whose middle bands share more than a point: ascenders and descenders may reach into other lines."""
    bands = sorted((y0 + (y1 - y0) * 0.4, y1 - (y1 - y0) * 0.3, x0, x1, t) for x0, y0, x1, y1, t in words)
    found, open_bands = [], []
    for band in bands:
        open_bands = [b for b in open_bands if b[1] > band[0]]
        found += [(b[4], band[4]) for b in open_bands if min(b[3], band[3]) - max(b[2], band[2]) > 1]
        open_bands.append(band)
    return found


def check(dossier, seed, folder):
    article = Article(seed)
    size = article.random.choice(sorted(PAGES))
    source, pdf = os.path.join(folder, f'{seed}.yaml'), os.path.join(folder, f'{seed}.pdf')
    with open(source, 'w', encoding='utf-8') as file:
        file.write(article.yaml())
    run = subprocess.run([dossier, source, '-o', pdf, '--root', folder, *PAGES[size][0]], capture_output=True, text=True)
    if run.returncode != 0 or 'W0601' in run.stderr:
        return [f'exit {run.returncode}', run.stderr[:2000]], 0
    faults = []
    address = '({})' if 'page.margin-column=0mm' in PAGES[size][0] else '{}'
    wanted = collections.Counter(normal(' '.join(article.words + [address.format(a) for a in article.addresses])).split())
    got = printed_words(pdf)
    if wanted - got:
        faults.append(f'lost: {dict(wanted - got)}')
    if got - wanted:
        faults.append(f'came out of nowhere: {dict(got - wanted)}')
    for number, (width, height, words) in enumerate(boxes(pdf), 1):
        faults += [f'page {number}: outside {w}' for w in outside(width, height, words, PAGES[size])[:3]]
        faults += [f'page {number}: overlap {pair}' for pair in overlapping(words)[:3]]
    qpdf = subprocess.run(['qpdf', '--check', pdf], capture_output=True, text=True)
    if qpdf.returncode != 0:
        faults.append(qpdf.stdout + qpdf.stderr)
    os.remove(pdf)
    return faults, run.stderr.count('W0602')


def main():
    dossier = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    failed = forced = 0
    folder = tempfile.mkdtemp(prefix='generated-')
    for seed in range(first, first + count):
        faults, breaks = check(dossier, seed, folder)
        forced += breaks
        if faults:
            failed += 1
            print(f'seed {seed} ({os.path.join(folder, str(seed))}.yaml):', *faults, sep='\n  ')
        else:
            os.remove(os.path.join(folder, f'{seed}.yaml'))
    print(f'{count} articles from seed {first}: {failed} failed, {forced} breaks against the rules reported')
    if not failed:
        os.rmdir(folder)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
