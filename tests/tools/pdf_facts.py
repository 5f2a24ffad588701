"""What poppler and mupdf say of a PDF: the text of its structure tree, words and painted shapes by page."""
import re
import subprocess
import xml.etree.ElementTree as ET


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def tree_text(pdf):
    """Text of the tree without its notes, the marks of notes as <N>; and the notes by the number of their label."""
    main, notes, stack = [], {}, []
    for line in run('pdfinfo', '-struct-text', pdf).splitlines():
        indent, body = len(line) - len(line.lstrip()), line.strip()
        if not body or body.startswith('/') or re.fullmatch(r'Object \d+ \d+', body):
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        if not body.startswith('"'):
            stack.append((indent, body.split()[0].rstrip(':')))
            if stack[-1][1] == 'Note':
                note = []
            continue
        text, names = body[1:-1] if body.endswith('"') else body[1:], [name for _, name in stack]
        if 'Note' in names and 'Lbl' in names:
            if text.strip():
                notes[int(text.strip())] = note
        elif 'Note' in names:
            note.append(text)
        elif 'Reference' in names:
            main.append(f'<{text.strip(",")}>')
        else:
            main.append(text)
    return ''.join(' ' + text if text[:1] != '<' else text for text in main), {n: ' '.join(t) for n, t in notes.items()}


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
