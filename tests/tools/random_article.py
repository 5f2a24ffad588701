"""A random article of every kind of block from a seed: what an author would write, and what must come out of it.

`article` is the document (written as JSON, which the program reads too); `body` is what the structure tree must say,
in its order; `notes` the words of each footnote by number of its mark. Some words are tokens, found again on the pages:
pfNq and plNq begin and end a paragraph of text, hlNq ends a heading, mkNq carries the mark of the note that begins
ntNq, rfNq is the words of a cross-reference to tgNq.
"""
import random

WORDS = {
    'en': """the city of migrants and answer co-operation naïve façade Ærø office affluent offline shuffle forty mayors
          whether municipality responsibilities internationalization bread water Monday rain school street Жук Ωmega
          first-night a to be or not UN-Habitat 1,234.56 50% €20 to the of in and for with""".split(),
    'fr': """la ville des migrants et réponse coopération façade cœur bureau maires municipalité responsabilités
          aujourd'hui l'eau pluie école rue où à l'été presqu'île internationalisation de le du en pour avec""".split(),
    'es': """la ciudad de los migrantes y respuesta cooperación oficina alcaldes municipio responsabilidades
          niño agua lluvia escuela calle año a ser o no internacionalización el de en para con""".split(),
}
MARKS = ['bullet', 'number', 'letter', 'check']


class RandomArticle:
    def __init__(self, seed, pictures):
        self.random = random.Random(seed)
        self.pictures = pictures
        self.serial = 0
        self.body, self.notes, self.targets, self.addresses = [], {}, [], []
        self.in_note = self.included = False
        self.lang = self.random.choice(['en', 'en', 'fr', 'es'])
        self.article = self.make()

    # ---- text ----

    def token(self, kind):
        self.serial += 1
        return f'{kind}{self.serial}q'

    def words(self, longest, first=None, last=None):
        """Plain words, as typed and as expected."""
        count = self.random.randint(1, longest)
        chosen = [self.random.choice(WORDS[self.lang]) for _ in range(count)]
        return ' '.join(([first] if first else ['So']) + chosen + ([last] if last else []))

    def text(self, longest, first=None, last=None, notes=0.02):
        """Marked-up words; what is expected of them is added to the body (or to the note that is being written)."""
        typed, expected = [], []
        for word in self.words(longest, first, last).split():
            chance = self.random.random()
            if word in (first, last) or chance > 0.2:
                typed.append(word)
            elif chance < 0.04:
                typed.append(f'**{word}**')
            elif chance < 0.08:
                typed.append(f'*{word}*')
            elif chance < 0.1:
                typed.append(f'"{word}"')
            elif chance < 0.12:
                typed.append(f'`{word}`')
            elif chance < 0.14:
                self.addresses.append(f'example.org/{len(self.addresses) + 1}')
                typed.append(f'[{word}](https://{self.addresses[-1]})')
            elif chance < 0.15 and self.targets:
                target = self.random.choice(self.targets)
                word = f'rf{target}q'
                typed.append(f'[{word}](#t{target})')
            elif chance < 0.16 and not self.in_note:
                self.serial += 1
                self.targets.append(self.serial)
                word = f'tg{self.serial}q'
                typed.append(f'[{word}]{{#t{self.serial}}}')
            elif chance < 0.16 + notes and not self.in_note:
                word = self.token('mk')
                typed.append(f'{word}^[{self.note(word[2:-1])}]')
            else:
                typed.append(word + self.random.choice([',', '.', ';', ' –']))
            expected.append(word)
        (self.expected_note if self.in_note else self.body).append(' '.join(expected))
        return ' '.join(typed)

    def note(self, number):
        self.in_note, self.expected_note = True, []
        typed = self.text(self.random.choice([8, 8, 30, 30, 150, 400]), first=f'nt{number}q')
        self.notes[number] = ' '.join(self.expected_note)
        self.in_note = False
        return typed

    def say(self, *words):
        self.body += words

    # ---- blocks ----

    def paragraph(self):
        first, last = self.token('pf'), None
        last = 'pl' + first[2:]
        return self.text(self.random.choice([10, 40, 90, 120, 200]), first, last)

    def heading(self, level=1):
        return {'heading': self.text(10, last=self.token('hl'), notes=0), 'level': level}

    def list(self):
        marker = self.random.choice(MARKS)
        items = []
        for i in range(self.random.randint(1, 9)):
            self.say({'number': str(i + 1), 'letter': chr(97 + i)}.get(marker, ''))
            items.append(self.text(self.random.choice([6, 30, 60])))
        return {'list': items, 'marker': marker}

    def nested(self):
        lines = []
        for depth in range(self.random.randint(1, 4)):
            for _ in range(self.random.randint(1, 3)):
                lines.append('  ' * depth + '- ' + self.text(12))
        return '\n'.join(lines) + '\n'

    def quote(self):
        block = {}
        if self.random.random() < 0.5:
            block['lead'] = self.text(12, notes=0)
        block['quote'] = self.text(self.random.choice([20, 60, 150]))
        block['by'] = 'Jane Doe'
        self.say('Jane Doe')
        return block

    def media(self):
        self.say({'en': 'VIDEO', 'fr': 'VIDÉO', 'es': 'VÍDEO'}[self.lang])
        block = {'media': self.text(8, notes=0), 'kind': 'video', 'timecode': '1:22:45', 'print': ['timecode', 'qr'],
                 'url': 'https://example.org/film'}
        self.say('1:22:45')
        return block

    def box(self):
        block = {'box': self.text(6, notes=0), 'kind': 'note'}
        title = self.body.pop()
        self.say({'en': 'Note', 'fr': 'Note', 'es': 'Nota'}[self.lang], title)
        block['body'] = [self.random.choice([self.plain, self.plain, self.list])()
                         for _ in range(self.random.randint(1, 3))]
        return block

    def plain(self):
        return self.text(60)

    def pulled(self):
        self.serial += 1
        words = self.words(10)
        self.say('So', words)
        return [f'So [{words}]{{#p{self.serial}}}', {'pull': f'p{self.serial}'}]

    def facts(self):
        rows = []
        for _ in range(self.random.randint(1, 5)):
            value = str(self.random.randint(1, 9999))
            self.say(value)
            rows.append({'value': value, 'label': self.text(5, notes=0)})
        return {'facts': rows, 'as': self.random.choice(['row', 'list'])}

    def timeline(self):
        rows = []
        for _ in range(self.random.randint(1, 8)):
            hour = self.random.randint(10, 20)
            self.say(f'{hour}:30')
            rows.append({'at': f'{hour}:30', 'what': self.text(25)})
        return {'timeline': rows}

    def people(self):
        shape, rows = self.random.choice(['list', 'table']), []
        for _ in range(self.random.randint(1, 5)):
            person = {'name': self.words(2), 'post': self.words(6)}
            rows.append(person)
        if shape == 'table':
            self.say(*{'en': ('Name', 'Post'), 'fr': ('Nom', 'Fonction'), 'es': ('Nombre', 'Cargo')}[self.lang])
        for person in rows:
            self.say(person['name'], person['post'])
        return {'people': rows, 'as': shape, 'fields': ['post']}

    def organizations(self):
        shape, rows = self.random.choice(['sentence', 'list', 'table', 'grid', 'cards']), []
        for i in range(self.random.randint(1, 6)):
            rows.append({'name': self.words(5), 'acronym': self.random.choice(['ABC', 'XY', 'QUUX'])})
        joint = {'en': 'and', 'fr': 'et', 'es': 'y'}[self.lang]
        for i, row in enumerate(rows):
            last = shape == 'sentence' and i == len(rows) - 1 and i > 0
            order = (row['acronym'], row['name']) if shape in ('table', 'grid') else (row['name'], row['acronym'])
            self.say(*([joint] if last else []), *order)
        return {'organizations': rows, 'as': shape}

    def figure(self):
        wrap = self.random.choice([None, 'left', 'right'])
        block = {'figure': self.random.choice(self.pictures), 'alt': 'A picture', 'caption': self.text(12)}
        if wrap:
            block.update(wrap=wrap, width=self.random.choice(['25%', '30%', '40%']))
        elif self.random.random() < 0.5:
            block['width'] = self.random.choice(['30%', '60%', '100%'])
        return block

    def table(self, rows=None):
        count = self.random.randint(2, 4)
        rows = rows or self.random.choice([2, 4, 8, 40])
        block = {'table': [], 'caption': self.text(6, notes=0.01), 'columns': [self.text(2, notes=0) for _ in range(count)]}
        for _ in range(rows):
            row = [self.text(self.random.choice([1, 2, 6, 20]), notes=0.01) for _ in range(count - 1)]
            value = f'{self.random.randint(0, 99999)}.{self.random.randint(0, 99)}'
            self.say(value)
            block['table'].append(row + [value])
        return block

    def markdown_table(self):
        rows = ['| ' + ' | '.join(self.text(2, notes=0) for _ in range(3)) + ' |', '|---|:--|--:|']
        rows += ['| ' + ' | '.join(self.text(4, notes=0) for _ in range(3)) + ' |' for _ in range(self.random.randint(1, 6))]
        return '\n'.join(rows) + '\n'

    def file_table(self):
        self.say('Town', 'People', *(f'T{i} {i}00' for i in range(30)))
        return {'table': 'towns.csv'}

    def code(self):
        lines = [self.words(self.random.choice([3, 25])) for _ in range(self.random.randint(1, 8))]
        self.say(*lines)
        return '```\n' + '\n'.join(lines) + '\n```\n'

    def markup(self):
        return (self.text(30) + '\n\n> ' + self.text(30) + '\n\n***\n\n' + self.text(10) + '\n')

    def foreign(self):
        return {'text': self.text(60), 'lang': self.random.choice(['en', 'fr', 'es', 'de'])}

    def page(self):
        return {'page': 'next'}

    def include(self):
        if self.included:
            return self.plain()
        self.included = True
        self.say('Included words come from elsewhere.')
        return {'include': 'part.yaml#part'}

    # ---- all ----

    def make(self):
        article = {'dossier': 'article', 'lang': self.lang, 'short': 'Generated'}
        if self.random.random() < 0.5:
            article['kicker'] = self.words(2)
            self.say(article['kicker'])
        article['title'] = self.words(self.random.choice([3, 10, 25]))
        self.say(article['title'])
        if self.random.random() < 0.5:
            article['place'] = 'Geneva'
            self.say('Geneva')
        if self.random.random() < 0.5:
            article['standfirst'] = self.text(40)
        kinds = [self.paragraph] * 14 + [self.heading] * 4 + [
            self.list, self.nested, self.quote, self.media, self.box, self.pulled, self.facts, self.timeline, self.people,
            self.organizations, self.figure, self.figure, self.table, self.markdown_table, self.file_table, self.code,
            self.markup, self.foreign, self.include]
        blocks = []
        for _ in range(self.random.randint(1, self.random.choice([3, 20, 60]))):
            after_head = bool(blocks) and isinstance(blocks[-1], dict) and 'heading' in blocks[-1]
            block = self.random.choice(kinds if after_head or self.random.random() > 0.02 else [self.page])()
            blocks += block if isinstance(block, list) else [block]
        if self.random.random() < 0.1:
            blocks.append(self.table(200))
        article['body'] = blocks
        return article
