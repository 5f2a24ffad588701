/* Markdown texts in, transcripts with exact places out; hostile texts in linear time. */
#include "read/field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Trial {
    Arena *arena, *scratch;
    Sources sources;
    Job job;
    Reader reader;
} Trial;

static void trial_open(Trial *trial) {
    *trial = (Trial){.arena = arena_new(0), .scratch = arena_new(0)};
    trial->sources.arena = trial->arena;
    trial->job = (Job){.arena = trial->arena,
                       .scratch = trial->scratch,
                       .sources = &trial->sources,
                       .diags = diag_new(trial->arena),
                       .limits = LIMITS_DEFAULT};
    trial->reader.job = &trial->job;
}

static void trial_close(Trial *trial) {
    arena_drop(trial->arena);
    arena_drop(trial->scratch);
}

/* A scalar whose value is the whole source. */
static Node *whole(Trial *trial, Str text) {
    Node *node = ARENA_NEW(trial->arena, Node);
    MapPoint *map = ARENA_NEW(trial->arena, MapPoint);
    uint32_t source = source_add(&trial->sources, STR("t.md"), text);
    *node = (Node){.kind = NODE_SCALAR,
                   .span = span_of(source, 0, text.len),
                   .form = SCALAR_LITERAL,
                   .text = text,
                   .map = map,
                   .map_count = 1};
    return node;
}

typedef struct Case {
    const char *name;
    bool is_inline, is_reported; /* with diagnostics in the transcript */
    const char *text, *expected;
} Case;

/* clang-format off */
static const Case cases[] = {
    {"blocks", false, false,
     "# Head *x*\n"
     "\n"
     "Set\n"
     "---\n"
     "\n"
     "- a\n"
     "- [x] b\n"
     "- [ ] c\n"
     "\n"
     "3. one\n"
     "\n"
     "   two\n"
     "\n"
     "> q\n"
     "\n"
     "***\n",
     "heading 1:3 level=1\n"
     "  text 1:3 \"Head \"\n"
     "  text 1:9 \"x\" emphasis\n"
     "heading 3:1 level=2\n"
     "  text 3:1 \"Set\"\n"
     "list 6:3 tight\n"
     "  item 6:3\n"
     "    paragraph 6:3\n"
     "      text 6:3 \"a\"\n"
     "  item 7:7 [x]\n"
     "    paragraph 7:7\n"
     "      text 7:7 \"b\"\n"
     "  item 8:7 [ ]\n"
     "    paragraph 8:7\n"
     "      text 8:7 \"c\"\n"
     "list 10:4 start=3 loose\n"
     "  item 10:4\n"
     "    paragraph 10:4\n"
     "      text 10:4 \"one\"\n"
     "    paragraph 12:4\n"
     "      text 12:4 \"two\"\n"
     "quote 14:3\n"
     "  paragraph 14:3\n"
     "    text 14:3 \"q\"\n"
     "rule 16:1\n"},
    {"continuation lines", false, false,
     "> first  line\n"
     "lazy *here*\n"
     ">    indented\n"
     "\n"
     "- item\n"
     "  more\n",
     "quote 1:3\n"
     "  paragraph 1:3\n"
     "    text 1:3 \"first\"\n"
     "    text 1:8 \" \"\n"
     "    text 1:10 \"line\"\n"
     "    text 1:14 \" \"\n"
     "    text 2:1 \"lazy \"\n"
     "    text 2:7 \"here\" emphasis\n"
     "    text 2:12 \" \"\n"
     "    text 3:6 \"indented\"\n"
     "list 5:3 tight\n"
     "  item 5:3\n"
     "    paragraph 5:3\n"
     "      text 5:3 \"item\"\n"
     "      text 5:7 \" \"\n"
     "      text 6:3 \"more\"\n"},
    {"code", false, false,
     "```c\n"
     "x <b>\n"
     "\n"
     "  y\n"
     "```\n"
     "\n"
     "    in\n"
     "\tt\n",
     "code 2:1\n"
     "  text 2:1 \"x <b>\" code\n"
     "  break 2:6 code\n"
     "  break 3:1 code\n"
     "  text 4:1 \"  y\" code\n"
     "code 7:5\n"
     "  text 7:5 \"in\" code\n"
     "  break 7:7 code\n"
     "  text 8:2 \"t\" code\n"},
    {"breaks", false, false,
     "a \n"
     "b  \n"
     "c\\\n"
     "d",
     "paragraph 1:1\n"
     "  text 1:1 \"a\"\n"
     "  text 1:3 \" \"\n"
     "  text 2:1 \"b\"\n"
     "  break 2:4\n"
     "  text 3:1 \"c\"\n"
     "  break 3:3\n"
     "  text 4:1 \"d\"\n"},
    {"escapes and entities", false, false,
     "\\*x\\* \\[y\\] &eacute;&#233;&#xE9; &nosuch; &NotEqualTilde; \\\\",
     "paragraph 1:1\n"
     "  text 1:1 \"*\"\n"
     "  text 1:3 \"x\"\n"
     "  text 1:4 \"*\"\n"
     "  text 1:6 \" \"\n"
     "  text 1:7 \"[\"\n"
     "  text 1:9 \"y\"\n"
     "  text 1:10 \"]\"\n"
     "  text 1:12 \" \"\n"
     "  text 1:13 \"é\"\n"
     "  text 1:21 \"é\"\n"
     "  text 1:27 \"é\"\n"
     "  text 1:33 \" &nosuch; \"\n"
     "  text 1:43 \"≂̸\"\n"
     "  text 1:58 \" \"\n"
     "  text 1:59 \"\\\\\"\n"},
    {"emphasis", false, false,
     "*a **b** c* ***d*** ~~e~~ `f  *g*` a**b**c",
     "paragraph 1:2\n"
     "  text 1:2 \"a \" emphasis\n"
     "  text 1:6 \"b\" strong emphasis\n"
     "  text 1:9 \" c\" emphasis\n"
     "  text 1:12 \" \"\n"
     "  text 1:16 \"d\" strong emphasis\n"
     "  text 1:20 \" \"\n"
     "  text 1:23 \"e\" strike\n"
     "  text 1:26 \" \"\n"
     "  text 1:28 \"f  *g*\" code\n"
     "  text 1:35 \" a\"\n"
     "  text 1:39 \"b\" strong\n"
     "  text 1:42 \"c\"\n"},
    {"links", false, false,
     "[a *b*](<x y> \"T \\\"q\\\"\") [c](http://h/?a&amp;b) <m@n.org> www.o.org https://p.q/r. [s](#id)",
     "paragraph 1:2\n"
     "  text 1:2 \"a \" link=\"x y\" title=\"T \\\"q\\\"\" to 1:10\n"
     "  text 1:5 \"b\" emphasis link=\"x y\" title=\"T \\\"q\\\"\" to 1:10\n"
     "  text 1:25 \" \"\n"
     "  text 1:27 \"c\" link=\"http://h/?a&b\" to 1:30\n"
     "  text 1:48 \" \"\n"
     "  text 1:50 \"m@n.org\" link=\"mailto:m@n.org\" to 1:50\n"
     "  text 1:58 \" \"\n"
     "  text 1:59 \"www.o.org\" link=\"http://www.o.org\" to 1:59\n"
     "  text 1:68 \" \"\n"
     "  text 1:69 \"https://p.q/r\" link=\"https://p.q/r\" to 1:69\n"
     "  text 1:82 \". \"\n"
     "  text 1:85 \"s\" link=\"#id\" to 1:88\n"},
    {"definitions", false, false,
     "[a][b] [c]\n"
     "\n"
     "[b]: /u \"t\"\n"
     "[C]: </v w>\n",
     "paragraph 1:2\n"
     "  text 1:2 \"a\" link=\"/u\" title=\"t\" to 3:6\n"
     "  text 1:7 \" \"\n"
     "  text 1:9 \"c\" link=\"/v w\" to 4:7\n"},
    {"spans", false, false,
     "[a *b* c]{lang=fr} *x [y]{#n} z* [p [q]{#in} r]{audience=a,b lang=\"de\"} [[x](y)]{lang=fr}",
     "paragraph 1:2\n"
     "  text 1:2 \"a \" {lang=fr}\n"
     "  text 1:5 \"b\" emphasis {lang=fr}\n"
     "  text 1:7 \" c\" {lang=fr}\n"
     "  text 1:19 \" \"\n"
     "  text 1:21 \"x \" emphasis\n"
     "  text 1:24 \"y\" emphasis {#n}\n"
     "  text 1:30 \" z\" emphasis\n"
     "  text 1:33 \" \"\n"
     "  text 1:35 \"p \" {lang=de audience=a,b}\n"
     "  text 1:38 \"q\" {#in} {lang=de audience=a,b}\n"
     "  text 1:45 \" r\" {lang=de audience=a,b}\n"
     "  text 1:72 \" \"\n"
     "  text 1:75 \"x\" link=\"y\" to 1:78 {lang=fr}\n"},
    {"mentions", false, false,
     "[[uclg]], [[uclg/short]] and **[[un.org/full]]** [[[id]]]{lang=fr}",
     "paragraph 1:1\n"
     "  mention 1:1 uclg\n"
     "  text 1:9 \", \"\n"
     "  mention 1:11 uclg/short\n"
     "  text 1:25 \" and \"\n"
     "  mention 1:32 un.org/full strong\n"
     "  text 1:49 \" \"\n"
     "  mention 1:51 id {lang=fr}\n"},
    {"spans of two paragraphs", false, false,
     "[a]{lang=fr}\n"
     "\n"
     "[b] [c]{#d}",
     "paragraph 1:2\n"
     "  text 1:2 \"a\" {lang=fr}\n"
     "paragraph 3:1\n"
     "  text 3:1 \"[b] \"\n"
     "  text 3:6 \"c\" {#d}\n"},
    {"literal brackets", false, false,
     "a [b] c \\[d]",
     "paragraph 1:1\n"
     "  text 1:1 \"a [b] c \"\n"
     "  text 1:9 \"[\"\n"
     "  text 1:11 \"d]\"\n"},
    {"inline starts", true, false,
     "# not - a *head*",
     "text 1:1 \"# not - a \"\n"
     "text 1:12 \"head\" emphasis\n"},
    {"inline list", true, false,
     "1. a\n"
     "- b\n"
     "> c\n"
     "    d\n"
     "```\n"
     "e\n"
     "---",
     "text 1:1 \"1. a\"\n"
     "text 1:5 \" \"\n"
     "text 2:1 \"- b\"\n"
     "text 2:4 \" \"\n"
     "text 3:1 \"> c\"\n"
     "text 3:4 \" \"\n"
     "text 4:5 \"d\"\n"
     "text 4:6 \" \"\n"
     "text 5:1 \"```\"\n"
     "text 5:4 \" \"\n"
     "text 6:1 \"e\"\n"
     "text 6:2 \" \"\n"
     "text 7:1 \"---\"\n"},
    {"inline link first", true, false,
     "https://x.org _a_",
     "text 1:1 \"https://x.org\" link=\"https://x.org\" to 1:1\n"
     "text 1:14 \" \"\n"
     "text 1:16 \"a\" emphasis\n"},
    {"tbc", false, false,
     "TBC: ask Anna",
     "paragraph 1:1\n"
     "  tbc 1:1 \"TBC: ask Anna\"\n"},
    {"tbc inline", true, false,
     "TBC",
     "tbc 1:1 \"TBC\"\n"},
    {"tbc in prose", false, true,
     "Room TBC, not TBCs nor `TBC`",
     "paragraph 1:1\n"
     "  text 1:1 \"Room TBC, not TBCs nor \"\n"
     "  text 1:25 \"TBC\" code\n"
     "t.md:1:6: warning[W0313]: TBC left in the text\n"
     "    1 | Room TBC, not TBCs nor `TBC`\n"
     "      |      ^^^\n"},
    {"span across emphasis", false, true,
     "*[a*]{lang=fr} [b *c]{#d} e*",
     "paragraph 1:2\n"
     "  text 1:2 \"[a\" emphasis\n"
     "  text 1:5 \"]{lang=fr} [b \"\n"
     "  text 1:20 \"c]{#d} e\" emphasis\n"
     "t.md:1:5: error[E0202]: no `[` among the same siblings opens this span\n"
     "    1 | *[a*]{lang=fr} [b *c]{#d} e*\n"
     "      |     ^^^^^^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:1:21: error[E0202]: no `[` among the same siblings opens this span\n"
     "    1 | *[a*]{lang=fr} [b *c]{#d} e*\n"
     "      |                     ^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"},
    {"broken attributes", false, true,
     "[a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\n"
     "g} [h]{} []{#i} {audience=x} [j](k){#l}",
     "paragraph 1:1\n"
     "  text 1:1 \"[a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\"\n"
     "  text 1:45 \" \"\n"
     "  text 2:1 \"g} [h]{} \"\n"
     "  text 2:16 \" {audience=x} \"\n"
     "  text 2:31 \"j\" link=\"k\" to 2:34\n"
     "  text 2:36 \"{#l}\"\n"
     "t.md:1:5: error[E0202]: this is not a language\n"
     "    1 | [a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\n"
     "      |     ^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:1:16: error[E0202]: a span has no such attribute\n"
     "    1 | [a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\n"
     "      |                ^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:1:30: error[E0202]: a span has one name\n"
     "    1 | [a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\n"
     "      |                              ^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:1:37: error[E0202]: these attributes do not end in `}` on the same line\n"
     "    1 | [a]{lang=} [b]{foo=1} [c]{#d #e} [f]{lang=fr\n"
     "      |                                     ^^^^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:2:7: error[E0202]: these attributes are empty\n"
     "    2 | g} [h]{} []{#i} {audience=x} [j](k){#l}\n"
     "      |       ^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:2:11: error[E0202]: a span around nothing\n"
     "    2 | g} [h]{} []{#i} {audience=x} [j](k){#l}\n"
     "      |           ^^^^^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:2:17: error[E0202]: these attributes stand behind no span\n"
     "    2 | g} [h]{} []{#i} {audience=x} [j](k){#l}\n"
     "      |                 ^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"
     "t.md:2:36: error[E0202]: these attributes stand behind no span\n"
     "    2 | g} [h]{} []{#i} {audience=x} [j](k){#l}\n"
     "      |                                    ^ write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the sign itself\n"},
    {"broken mentions", false, true,
     "[[a b]] [[c/long]] [[d|e]] [[f",
     "paragraph 1:8\n"
     "  text 1:8 \" \"\n"
     "  text 1:19 \" \"\n"
     "  text 1:27 \" [[f\"\n"
     "t.md:1:3: error[E0202]: this is not an id with `/short`, `/full` or nothing behind it\n"
     "    1 | [[a b]] [[c/long]] [[d|e]] [[f\n"
     "      |   ^^^ write `[[id]]`, `[[id/short]]` or `[[id/full]]`; for words of your own `[words](#id)`\n"
     "t.md:1:11: error[E0202]: this is not an id with `/short`, `/full` or nothing behind it\n"
     "    1 | [[a b]] [[c/long]] [[d|e]] [[f\n"
     "      |           ^^^^^^ write `[[id]]`, `[[id/short]]` or `[[id/full]]`; for words of your own `[words](#id)`\n"
     "t.md:1:22: error[E0202]: a mention has no words of its own\n"
     "    1 | [[a b]] [[c/long]] [[d|e]] [[f\n"
     "      |                      ^ write `[[id]]`, `[[id/short]]` or `[[id/full]]`; for words of your own `[words](#id)`\n"
     "t.md:1:28: error[E0202]: `[[` opens no mention\n"
     "    1 | [[a b]] [[c/long]] [[d|e]] [[f\n"
     "      |                            ^^ write `[[id]]` on one line; `\\[` prints the sign itself\n"},
    {"refused", false, true,
     "a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "\n"
     "<div>\n"
     "g\n"
     "</div>\n"
     "\n"
     "|h|i|\n"
     "|---|---|\n"
     "|j|k|**l**\n",
     "paragraph 1:1\n"
     "  text 1:1 \"a \"\n"
     "  note 1:3\n"
     "    text 1:5 \"n\"\n"
     "  text 1:7 \" b[^1] \"\n"
     "  text 1:17 \"c\"\n"
     "  text 1:22 \" \"\n"
     "  text 1:30 \" \"\n"
     "  text 1:32 \"f\" link=\"\" to 1:35\n"
     "table 7:2\n"
     "  row 7:2\n"
     "    cell 7:2\n"
     "      text 7:2 \"h\"\n"
     "    cell 7:4\n"
     "      text 7:4 \"i\"\n"
     "  row 9:2\n"
     "    cell 9:2\n"
     "      text 9:2 \"j\"\n"
     "    cell 9:4\n"
     "      text 9:4 \"k\"\n"
     "t.md:1:9: error[E0207]: this note stands elsewhere\n"
     "    1 | a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "      |         ^^ write the note where its mark is: `^[note]`; `\\[` prints the sign itself\n"
     "t.md:1:14: error[E0201]: raw HTML in text\n"
     "    1 | a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "      |              ^^^ write `\\<` to print the sign itself\n"
     "t.md:1:18: error[E0201]: raw HTML in text\n"
     "    1 | a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "      |                  ^^^^ write `\\<` to print the sign itself\n"
     "t.md:1:23: error[E0204]: image inside text\n"
     "    1 | a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "      |                       ^^ use a `figure:` block\n"
     "t.md:1:35: error[E0205]: a link without a target\n"
     "    1 | a ^[n] b[^1] <i>c</i> ![d](e) [f]() \n"
     "      |                                   ^ write `[words](https://...)` or `[words](#id)`\n"
     "t.md:3:1: error[E0201]: raw HTML in text\n"
     "    3 | <div>\n"
     "      | ^^^^^ write `\\<` to print the sign itself\n"
     "t.md:9:6: error[E0106]: this row has more cells than the head\n"
     "    9 | |j|k|**l**\n"
     "      |      ^^^^^ `\\|` prints the sign itself\n"},
    {"notes", false, false,
     "a^[b *c* [d](e)] *f^[g]* [h ^[i] j]{lang=fr #k} \\^[l] [](#k) [m](#k)\n",
     "paragraph 1:1\n"
     "  text 1:1 \"a\"\n"
     "  note 1:2\n"
     "    text 1:4 \"b \"\n"
     "    text 1:7 \"c\" emphasis\n"
     "    text 1:9 \" \"\n"
     "    text 1:11 \"d\" link=\"e\" to 1:14\n"
     "  text 1:17 \" \"\n"
     "  text 1:19 \"f\" emphasis\n"
     "  note 1:20\n"
     "    text 1:22 \"g\"\n"
     "  text 1:25 \" \"\n"
     "  text 1:27 \"h \" {#k lang=fr}\n"
     "  note 1:29 {#k lang=fr}\n"
     "    text 1:31 \"i\" {lang=fr}\n"
     "  text 1:33 \" j\" {#k lang=fr}\n"
     "  text 1:48 \" \"\n"
     "  text 1:49 \"^\"\n"
     "  text 1:51 \"[l] \"\n"
     "  text 1:58 link=\"#k\" to 1:58\n"
     "  text 1:61 \" \"\n"
     "  text 1:63 \"m\" link=\"#k\" to 1:66\n"},
    {"table", false, false,
     "- x\n"
     "\n"
     "  | a **b** | [c](https://d) | e | f |\n"
     "  |---|:--|:-:|--:|\n"
     "  | 1 \\| 2 | | `3`\n"
     "  | *4* | [[i]] | 5 | *6* |\n",
     "list 1:3 loose\n"
     "  item 1:3\n"
     "    paragraph 1:3\n"
     "      text 1:3 \"x\"\n"
     "    table 3:5\n"
     "      row 3:5\n"
     "        cell 3:5\n"
     "          text 3:5 \"a \"\n"
     "          text 3:9 \"b\" strong\n"
     "        cell 3:16 start\n"
     "          text 3:16 \"c\" link=\"https://d\" to 3:19\n"
     "        cell 3:32 center\n"
     "          text 3:32 \"e\"\n"
     "        cell 3:36 end\n"
     "          text 3:36 \"f\"\n"
     "      row 5:5\n"
     "        cell 5:5\n"
     "          text 5:5 \"1 \"\n"
     "          text 5:7 \"|\"\n"
     "          text 5:9 \" 2\"\n"
     "        cell 5:12 start\n"
     "        cell 5:17 center\n"
     "          text 5:17 \"3\" code\n"
     "        cell 5:18 end\n"
     "      row 6:6\n"
     "        cell 6:6\n"
     "          text 6:6 \"4\" emphasis\n"
     "        cell 6:11 start\n"
     "          mention 6:11 i\n"
     "        cell 6:19 center\n"
     "          text 6:19 \"5\"\n"
     "        cell 6:24 end\n"
     "          text 6:24 \"6\" emphasis\n"},
    {"short table", false, true,
     "|h|i|\n"
     "|-|-|\n",
     "paragraph 1:1\n"
     "  text 1:1 \"|h|i|\"\n"
     "  text 1:6 \" \"\n"
     "  text 2:1 \"|-|-|\"\n"
     "t.md:2:1: error[E0206]: the line below a table's head wants three dashes in each cell\n"
     "    2 | |-|-|\n"
     "      | ^^^^^ write `|---|---|`\n"},
    {"tabs", false, false,
     "a\tb\t\tc **d**\t`e\tf`\n"
     "1\tg\n"
     "\n"
     "-\th\ti\n"
     "\n"
     "```\n"
     "j\tk\n"
     "```\n",
     "paragraph 1:1\n"
     "  text 1:1 \"a b\"\n"
     "  text 1:4 \" \"\n"
     "  text 1:6 \"c \"\n"
     "  text 1:10 \"d\" strong\n"
     "  text 1:13 \" \"\n"
     "  text 1:15 \"e f\" code\n"
     "  text 1:19 \" \"\n"
     "  text 2:1 \"1 g\"\n"
     "list 4:3 tight\n"
     "  item 4:3\n"
     "    paragraph 4:3\n"
     "      text 4:3 \"h i\"\n"
     "code 7:1\n"
     "  text 7:1 \"j   k\" code\n"},
    {"tabs inline", true, false, "a\tb \t c",
     "text 1:1 \"a b\"\n"
     "text 1:4 \" \"\n"
     "text 1:7 \"c\"\n"},
    {"unused definition", false, true,
     "a\n"
     "\n"
     "[b]: /c\n",
     "paragraph 1:1\n"
     "  text 1:1 \"a\"\n"
     "t.md:3:1: error[E0203]: this link definition is used nowhere\n"
     "    3 | [b]: /c\n"
     "      | ^^^ remove it, or refer to it with `[words][label]`; `\\[` prints the sign itself\n"},
    {"two paragraphs inline", true, true,
     "a\n"
     "\n"
     "b",
     "t.md:3:1: error[E0105]: one paragraph is wanted here\n"
     "    3 | b\n"
     "      | ^ join the paragraphs, or remove the blank line\n"},
    {"empty", false, true,
     " \n",
     "t.md:1:1: error[E0107]: empty text\n"
     "    1 |  \n"
     "      | ^ write the text, or leave the key out\n"},
    {"comment md4c sees as text", false, true,
     "a <!-- b -- c --> \\<!-- d\n",
     "paragraph 1:1\n"
     "  text 1:1 \"a <!-- b -- c --> \"\n"
     "  text 1:19 \"<\"\n"
     "  text 1:21 \"!-- d\"\n"
     "t.md:1:3: error[E0201]: raw HTML in text\n"
     "    1 | a <!-- b -- c --> \\<!-- d\n"
     "      |   ^^^^ write `\\<` to print the sign itself\n"},
    {"raw html inline", true, true,
     "a <br> b",
     "text 1:1 \"a \"\n"
     "text 1:7 \" b\"\n"
     "t.md:1:3: error[E0201]: raw HTML in text\n"
     "    1 | a <br> b\n"
     "      |   ^^^^ write `\\<` to print the sign itself\n"},
};
/* clang-format on */

static Buf transcript(Trial *trial, const Node *node, bool is_inline) {
    Buf out = buf_new(trial->arena);
    Rich rich = {0};
    if (!is_inline) {
        markup_dump(markup_read(&trial->reader, node), &trial->sources, 0, &out);
    } else {
        bool is_read = markup_read_inline(&trial->reader, node, &rich);
        assert_int_equal(is_read, trial->job.diags->errors == 0);
        rich_dump(&rich, &trial->sources, &out);
    }
    diag_sort(trial->job.diags);
    diag_print(trial->job.diags, &trial->sources, &out);
    return out;
}

static void test_transcripts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Trial trial;
        trial_open(&trial);
        Buf out = transcript(&trial, whole(&trial, str_from(cases[i].text)), cases[i].is_inline);
        buf_add_char(&out, 0);
        if (strcmp(out.at, cases[i].expected) != 0) print_message("case: %s\n", cases[i].name);
        assert_string_equal(out.at, cases[i].expected);
        assert_int_equal(trial.job.diags->list.len > 0, cases[i].is_reported);
        trial_close(&trial);
    }
}

/* `>-` over two lines: the value is joined, the pieces still stand where they were written. */
static void test_folded(void **state) {
    (void)state;
    Trial trial;
    trial_open(&trial);
    static const MapPoint map[] = {{0, 8}, {7, 17}};
    uint32_t source = source_add(&trial.sources, STR("t"), STR("a: >-\n  Hello,\n  *b* [c](d)\n"));
    Node node = {.kind = NODE_SCALAR,
                 .span = span_of(source, 3, 26),
                 .form = SCALAR_FOLDED,
                 .text = STR("Hello, *b* [c](d)"),
                 .map = map,
                 .map_count = 2};
    Buf out = buf_new(trial.arena);
    Rich rich;
    assert_true(markup_read_inline(&trial.reader, &node, &rich));
    rich_dump(&rich, &trial.sources, &out);
    buf_add_char(&out, 0);
    assert_string_equal(out.at, "text 2:3 \"Hello, \"\ntext 3:4 \"b\" emphasis\ntext 3:6 \" \"\n"
                                "text 3:8 \"c\" link=\"d\" to 3:11\n");
    assert_int_equal(trial.job.diags->list.len, 0);
    trial_close(&trial);
}

/* In folded text a lone line's end stood for a blank line, unless a line beside it is indented deeper. */
static void test_unfolded(void **state) {
    (void)state;
    Trial trial;
    trial_open(&trial);
    Node *node = whole(&trial, STR("One\n*two*\n- a\n  - b\n- c\n\nthree\n"));
    node->form = SCALAR_FOLDED;
    Buf out = buf_new(trial.arena);
    markup_dump(markup_read(&trial.reader, node), &trial.sources, 0, &out);
    buf_add_char(&out, 0);
    assert_non_null(strstr(out.at, "paragraph 1:1"));
    assert_non_null(strstr(out.at, "paragraph 2:"));
    assert_non_null(strstr(out.at, "text 2:2 \"two\" emphasis"));
    assert_non_null(strstr(out.at, "text 4:5 \"b\""));
    assert_non_null(strstr(out.at, "text 7:1 \"three\""));
    node->form = SCALAR_LITERAL;
    out.len = 0;
    markup_dump(markup_read(&trial.reader, node), &trial.sources, 0, &out);
    buf_add_char(&out, 0);
    assert_null(strstr(out.at, "paragraph 2:"));
    assert_int_equal(trial.job.diags->list.len, 0);
    trial_close(&trial);
}

static void test_kept_in_order(void **state) {
    (void)state;
    Trial trial;
    trial_open(&trial);
    Markup *root = markup_read(&trial.reader, whole(&trial, STR("a *b*  \nc [[d]]\n\n- e\n")));
    assert_non_null(root);
    assert_int_equal(trial.reader.texts.len, 2);
    assert_ptr_equal(trial.reader.texts.at[0], &root->text);
    Str plain = rich_plain(trial.arena, &root->text);
    assert_true(str_is(plain, "a b c d"));
    assert_int_equal(trial.job.diags->list.len, 0);
    trial_close(&trial);
}

static void test_tbc(void **state) {
    (void)state;
    assert_true(text_is_tbc(STR("TBC")) && text_is_tbc(STR("TBC: when")) &&
                text_is_tbc(STR(" TBC\n")));
    assert_false(text_is_tbc(STR("TBCs")) || text_is_tbc(STR("tbc")) ||
                 text_is_tbc(STR("TBC when")));
    Trial trial;
    trial_open(&trial);
    Rich rich;
    assert_true(markup_read_inline(&trial.reader, whole(&trial, STR("TBC: x")), &rich));
    assert_true(rich.is_tbc);
    assert_int_equal(trial.reader.tbcs.len, 1);
    trial_close(&trial);
}

typedef struct Flood {
    const char *before, *unit, *after;
    size_t times;
} Flood;

/* Each of these took some Markdown reader quadratic time; the time limit of the test is the check. */
static const Flood floods[] = {
    {"", "[", "", 100000},       {"", "[[", "", 50000},       {"", "*a ", "", 50000},
    {"", ">", "a", 10000},       {"", "[a](", "", 50000},     {"", "a]{lang=fr} ", "", 20000},
    {"", "[a]{#b} ", "", 50000}, {"", "a\n\n", "", 50000},    {"```\n", "  a\n", "```", 50000},
    {"", "- a\n", "", 50000},    {"", "[a]: /b\n", "", 50000}};

static void test_floods(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        Trial trial;
        trial_open(&trial);
        Buf text = buf_new(trial.arena);
        buf_add(&text, str_from(floods[i].before));
        for (size_t k = 0; k < floods[i].times; k++) buf_add(&text, str_from(floods[i].unit));
        buf_add(&text, str_from(floods[i].after));
        Markup *root = markup_read(&trial.reader, whole(&trial, buf_str(&text)));
        assert_true(root || trial.job.diags->errors);
        trial_close(&trial);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_transcripts), cmocka_unit_test(test_folded),
        cmocka_unit_test(test_unfolded),    cmocka_unit_test(test_kept_in_order),
        cmocka_unit_test(test_tbc),         cmocka_unit_test(test_floods)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
