"""What poppler and mupdf say of a PDF: the text of its structure tree, words and painted shapes by page."""
import base64
import json
import re
import subprocess
import xml.etree.ElementTree as ET


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


TOKEN = re.compile(rb"/(\w+)(?:<<(.*?)>>)?\s*(BDC|BMC)|\bEMC\b|\(((?:\\.|[^\\)])*)\)|(?<!<)<([0-9a-fA-F\s]*)>(?!>)", re.DOTALL)
ESCAPES = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f'}


class Tree:
    """The structure tree's text, by qpdf (poppler's own takes time that grows with the square of the pages)."""

    def __init__(self, pdf):
        objects = json.loads(run('qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=all', pdf))['qpdf'][1]
        self.objects = {key.removeprefix('obj:'): value for key, value in objects.items()}
        self.letters, self.marked = {}, {}
        for value in self.objects.values():
            if 'stream' in value:
                bytes_ = base64.b64decode(value['stream'].get('data', ''))
                if b'begincmap' in bytes_:
                    self.read_map(bytes_.decode())
        for name, value in self.objects.items():
            page = value.get('value')
            if isinstance(page, dict) and page.get('/Type') == '/Page':
                self.read_content(name, base64.b64decode(self.objects[page['/Contents']]['stream']['data']))
        self.main, self.notes = [], {}
        root = next(v['value'] for v in self.objects.values()
                    if isinstance(v.get('value'), dict) and v['value'].get('/Type') == '/StructTreeRoot')
        self.walk(root, (), None)

    def read_map(self, text):
        decode = lambda digits: bytes.fromhex(digits).decode('utf-16-be')
        for body in re.findall('beginbfrange(.*?)endbfrange', text, re.DOTALL):
            for first, _, many in re.findall(r'<(\w+)>\s*<(\w+)>\s*\[(.*?)\]', body, re.DOTALL):
                for i, digits in enumerate(re.findall(r'<(\w+)>', many)):
                    self.letters[int(first, 16) + i] = decode(digits)
            for first, last, to in re.findall(r'<(\w+)>\s*<(\w+)>\s*<(\w+)>', re.sub(r'<\w+>\s*<\w+>\s*\[.*?\]', '', body, flags=re.DOTALL)):
                for i in range(int(last, 16) - int(first, 16) + 1):
                    self.letters[int(first, 16) + i] = chr(int(to, 16) + i)
        for body in re.findall('beginbfchar(.*?)endbfchar', text, re.DOTALL):
            for code, to in re.findall(r'<(\w+)>\s*<(\w+)>', body):
                self.letters[int(code, 16)] = decode(to)

    def read_content(self, page, content):
        stack = []
        for tag, entries, opened, literal, digits in (m.groups() for m in TOKEN.finditer(content)):
            if opened:
                mark = re.search(rb'/MCID (\d+)', entries or b'')
                stack.append((page, int(mark.group(1))) if mark else None)
            elif literal is not None or digits is not None:
                codes = bytes.fromhex(digits.decode()) if digits is not None else self.unescape(literal)
                text = ''.join(self.letters.get(codes[i] << 8 | codes[i + 1], '\ufffd') for i in range(0, len(codes) - 1, 2))
                if stack and stack[-1]:
                    self.marked[stack[-1]] = self.marked.get(stack[-1], '') + text
            elif stack:
                stack.pop()

    @staticmethod
    def unescape(literal):
        def one(match):
            body = match.group(1)
            return bytes([int(body, 8)]) if body[:1].isdigit() else ESCAPES.get(body, b'' if body == b'\n' else body)

        return re.sub(rb'\\([0-7]{1,3}|.)', one, literal, flags=re.DOTALL)

    def resolve(self, value):
        return self.objects[value].get('value') if isinstance(value, str) and value.endswith(' R') else value

    def walk(self, element, names, page):
        names, page = names + (element.get('/S', ''),), element.get('/Pg', page)
        if names[-1] == '/Note':
            self.note = []
        kids = self.resolve(element.get('/K', []))
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = self.resolve(kid)
            if isinstance(kid, int):
                self.say(names, self.marked.get((page, kid), ''))
            elif '/MCID' in kid:
                self.say(names, self.marked.get((kid.get('/Pg', page), kid['/MCID']), ''))
            elif '/S' in kid:
                self.walk(kid, names, page)

    def say(self, names, text):
        if '/Note' in names and '/Lbl' in names:
            if text.strip():
                self.notes[int(text.strip())] = self.note
        elif '/Note' in names:
            self.note.append(text)
        else:
            self.main.append(f'<{text.strip(",")}>' if '/Reference' in names else text)


def tree_text(pdf):
    """Text of the tree without its notes, the marks of notes as <N>; and the notes by the number of their label."""
    tree = Tree(pdf)
    return ''.join(' ' + text if text[:1] != '<' else text for text in tree.main), \
        {number: ' '.join(texts) for number, texts in tree.notes.items()}


def word_pages(pdf):
    """Of each page: width, height and its words as (left, top, right, bottom, text)."""
    text = re.sub('<!DOCTYPE[^>]*>', '', run('pdftotext', '-bbox', pdf, '-')).replace('xmlns="http://www.w3.org/1999/xhtml"', '')
    text = re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f]', '', text)
    for page in ET.fromstring(text).iter('page'):
        yield float(page.get('width')), float(page.get('height')), [
            (float(w.get('xMin')), float(w.get('yMin')), float(w.get('xMax')), float(w.get('yMax')), w.text or '')
            for w in page.iter('word')]


def shape_pages(pdf):
    """Of each page, the boxes of pictures and filled shapes: (left, top, right, bottom)."""
    pages = []
    for line in run('mutool', 'trace', pdf).splitlines():
        if line.startswith('<page '):
            pages.append([])
        elif line.startswith('<fill_image'):
            a, b, c, d, e, f = map(float, re.search('transform="([^"]*)"', line).group(1).split())
            pages[-1].append((min(e, e + a + c), min(f, f + b + d), max(e, e + a + c), max(f, f + b + d)))
        elif line.startswith('<fill_path'):
            f = float(re.search('transform="([^"]*)"', line).group(1).split()[5])
            xs, ys = [], []
        elif line.startswith('</fill_path'):
            pages[-1].append((min(xs), f - max(ys), max(xs), f - min(ys)))
        elif '<moveto' in line or '<lineto' in line:
            x, y = re.search('x="([^"]*)" y="([^"]*)"', line).groups()
            xs.append(float(x))
            ys.append(float(y))
    return pages
