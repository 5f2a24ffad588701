/* A text or a map of texts by language in; the text of one language out. */
#include "model/translated.h"

#include "model/check.h"

/* ---- reading -------------------------------------------------------------------------------- */

/* Languages have two or three letters: a longer word is a slip of the pen, perhaps for `audience`. */
static bool check_lang(Reader *reader, const Node *key) {
    if (!lang_check(reader->job, key->text, key->span)) return false;
    size_t hyphen = str_find(key->text, STR("-"), 0);
    if (str_slice(key->text, 0, hyphen).len <= 3) return true;
    diag_add(reader->job->diags, E_BAD_LANG, key->span,
             STR("write a tag such as en, en-GB, fr or zh-Hant"), "\"%.*s\" is not a language tag",
             STR_ARG(key->text));
    return false;
}

/* The number of texts; 0 when the value is neither a text nor a mapping of texts (reported). */
static size_t count_texts(Reader *reader, const Node *value, const Field *field) {
    if (value->kind == NODE_SCALAR) return 1;
    if (value->kind == NODE_MAPPING && value->count) return value->count;
    if (!value->is_damaged)
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span, (Str){0}, "\"%s\" takes %s, not %s",
                 field->key, field->expects,
                 value->kind == NODE_MAPPING ? "an empty mapping" : node_kind_name(value));
    return 0;
}

static bool read_words(Reader *reader, const Node *value, const Field *field, bool may_comment,
                       Translation *into) {
    if (!may_comment && !text_check(reader, value)) return false;
    Field word = {.key = field->key, .type = FIELD_STRING};
    Scalar scalar = {0};
    if (!field_read(reader, value, &word, &scalar)) return false;
    into->text = str_trim(scalar.text);
    into->span = scalar.span;
    return true;
}

static bool parse_words(Reader *reader, const Node *value, const Field *field, bool may_comment,
                        Translated *into) {
    size_t count = count_texts(reader, value, field);
    bool is_good = count > 0, has_langs = value->kind == NODE_MAPPING;
    into->at = ARENA_ARRAY(reader->job->arena, Translation, count + 1);
    for (size_t i = 0; i < count; i++) {
        Translation read = {0};
        if (has_langs) {
            is_good &= check_lang(reader, value->entries[i].key);
            read.lang = value->entries[i].key->text;
        }
        const Node *text = has_langs ? value->entries[i].value : value;
        if (read_words(reader, text, field, may_comment, &read))
            into->at[into->len++] = read;
        else
            is_good = false;
    }
    return is_good;
}

bool translated_parse(Reader *reader, const Node *value, const Field *field, void *slot) {
    return parse_words(reader, value, field, false, slot);
}

bool translated_parse_sort(Reader *reader, const Node *value, const Field *field, void *slot) {
    return parse_words(reader, value, field, true, slot);
}

bool translated_parse_rich(Reader *reader, const Node *value, const Field *field, void *slot) {
    TranslatedRich *into = slot;
    size_t count = count_texts(reader, value, field);
    bool is_good = count > 0, has_langs = value->kind == NODE_MAPPING;
    into->at = ARENA_ARRAY(reader->job->arena, RichTranslation, count + 1);
    for (size_t i = 0; i < count; i++) {
        RichTranslation *read = &into->at[into->len];
        if (has_langs) {
            is_good &= check_lang(reader, value->entries[i].key);
            read->lang = value->entries[i].key->text;
        }
        const Node *text = has_langs ? value->entries[i].value : value;
        if (markup_read_inline(reader, text, &read->text))
            into->len++;
        else
            is_good = false;
    }
    return is_good;
}

/* ---- choosing ------------------------------------------------------------------------------- */

static Str base_language(Str lang) { return str_slice(lang, 0, str_find(lang, STR("-"), 0)); }

/* Both kinds of translation begin with their language. `step` is the size of one. */
typedef struct Choices {
    const char *at;
    size_t len, step;
} Choices;

static const void *find_lang(const Choices *choices, Str lang, bool by_base) {
    for (size_t i = 0; i < choices->len; i++) {
        const void *choice = choices->at + i * choices->step;
        const Str *own = choice;
        if (str_equal(by_base ? base_language(*own) : *own, lang)) return choice;
    }
    return NULL;
}

static const void *choose(const Choices *choices, Str lang) {
    if (choices->len <= 1) return choices->len ? choices->at : NULL;
    const void *found = find_lang(choices, lang, false);
    if (!found) found = find_lang(choices, base_language(lang), true);
    if (!found) found = find_lang(choices, STR("en"), true);
    return found ? found : choices->at;
}

static const Translation *choose_words(const Translated *text, Str lang) {
    Choices choices = {(const char *)text->at, text->len, sizeof *text->at};
    return choose(&choices, lang);
}

Str translated_text(const Translated *text, Str lang) {
    const Translation *found = choose_words(text, lang);
    return found ? found->text : (Str){0};
}

Scalar translated_scalar(const Translated *text, Str lang) {
    const Translation *found = choose_words(text, lang);
    if (!found) return (Scalar){0};
    return (Scalar){.text = found->text,
                    .span = found->span,
                    .given = true,
                    .is_tbc = text_is_tbc(found->text)};
}

const RichTranslation *translated_rich(const TranslatedRich *text, Str lang) {
    Choices choices = {(const char *)text->at, text->len, sizeof *text->at};
    return choose(&choices, lang);
}

/* ---- dumps ---------------------------------------------------------------------------------- */

static void dump_lang(Str lang, unsigned indent, Buf *out) {
    Str which = lang.len ? lang : STR("any");
    buf_print(out, "%*s%.*s: ", (int)indent, "", STR_ARG(which));
}

void translated_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const Translated *text = slot;
    (void)sources;
    for (size_t i = 0; i < text->len; i++) {
        dump_lang(text->at[i].lang, indent, out);
        buf_print(out, "\"%.*s\"%s\n", STR_ARG(text->at[i].text),
                  text_is_tbc(text->at[i].text) ? " tbc" : "");
    }
}

void translated_dump_rich(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const TranslatedRich *text = slot;
    for (size_t i = 0; i < text->len; i++) {
        if (text->at[i].lang.len) {
            dump_lang(text->at[i].lang, indent, out);
            buf_add_char(out, '\n');
        }
        rich_dump(&text->at[i].text, sources, out);
    }
}
