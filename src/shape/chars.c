/* Printed text in, characters with class, level and break opportunities out. */
#include "shape/internal.h"
#include "shape/module.h"

/* Decodes; true when a character is beyond our own rules. */
static bool decode(Work *work) {
    bool needs_module = false;
    size_t at = 0, count = 0;
    while (at < work->text.len) {
        TextChar *ch = &work->chars[count++];
        ch->at = (uint32_t)at;
        unsigned char first = (unsigned char)work->text.at[at];
        if (first < 0x80) {
            ch->code_point = first;
            at++;
        } else {
            ch->code_point = utf8_next(work->text, &at);
        }
        ch->line_class = (uint8_t)unicode_line_class(ch->code_point);
        ch->level = ch->script = 0;
        needs_module |= ch->line_class == LB_OTHER;
    }
    work->chars[count] = (TextChar){.at = (uint32_t)work->text.len};
    work->char_count = count;
    return needs_module;
}

static bool is_dash(uint32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2015; }

static bool ends_address_part(uint32_t c) {
    return c == '/' || c == '.' || c == '-' || c == '_' || c == '?' || c == '&' || c == '=';
}

/* A dash stays with the word before it; an address or a piece of code breaks only behind its own marks. */
static void tailor(Work *work) {
    TextChar *chars = work->chars;
    for (size_t part = 0; part < work->paragraph->count; part++) {
        if (!work->paragraph->parts[part].is_verbatim) continue;
        uint32_t from = work->part_from[part], to = work->part_from[part + 1];
        size_t i = 0;
        while (i < work->char_count && chars[i].at <= from) i++;
        for (; i < work->char_count && chars[i].at < to; i++) {
            if (chars[i].break_before == BREAK_MUST || chars[i - 1].code_point == ' ') continue;
            bool is_inside = ends_address_part(chars[i - 1].code_point) &&
                             !ends_address_part(chars[i].code_point) && chars[i].code_point != ' ';
            chars[i].break_before = is_inside ? BREAK_ALLOWED : BREAK_NONE;
        }
    }
    for (size_t i = 1; i < work->char_count; i++) {
        if (is_dash(chars[i].code_point) && chars[i - 1].line_class != LB_SP &&
            chars[i].break_before == BREAK_ALLOWED)
            chars[i].break_before = BREAK_NONE;
    }
}

static TextChar *make_room(Shaper *shaper, size_t count) {
    if (shaper->chars.cap < count) {
        shaper->chars.cap = count + count / 2;
        shaper->chars.at = ARENA_ARRAY(shaper->job->arena, TextChar, shaper->chars.cap);
    }
    return shaper->chars.at;
}

void chars_read(Work *work) {
    work->chars = make_room(work->shaper, work->text.len + 1);
    bool needs_module = decode(work);
    Language *language =
        &work->shaper->languages.at[language_number(work->shaper, work->paragraph->lang)];
    work->is_rtl = language->is_rtl;
    bool is_done = (needs_module || language->is_rtl) && module_analyse(work);
    if (!is_done) break_rules_apply(work->chars, work->char_count);
    tailor(work);
}
