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

/* An address or a piece of code breaks only behind its own marks, and at its spaces. */
static void tailor_verbatim(Work *work, size_t first, size_t behind) {
    TextChar *chars = work->chars;
    for (size_t i = first + 1; i < behind; i++) {
        uint32_t before = chars[i - 1].code_point, c = chars[i].code_point;
        if (chars[i].break_before == BREAK_MUST || before == ' ') continue;
        bool is_place = ends_address_part(before) && !ends_address_part(c) && c != ' ';
        bool is_number = before == '.' && unicode_is_digit(c) && i >= 2 &&
                         unicode_is_digit(chars[i - 2].code_point);
        if (is_number) is_place = false;
        chars[i].break_before = is_place ? BREAK_ALLOWED : BREAK_NONE;
    }
}

/* A dash stays with the word before it. */
static void tailor_dashes(Work *work) {
    TextChar *chars = work->chars;
    for (size_t i = 1; i < work->char_count; i++) {
        if (chars[i].break_before == BREAK_ALLOWED && is_dash(chars[i].code_point) &&
            chars[i - 1].line_class != LB_SP)
            chars[i].break_before = BREAK_NONE;
    }
}

static void tailor(Work *work) {
    size_t first = 0;
    for (size_t part = 0; part < work->paragraph->count; part++) {
        size_t behind = first;
        while (behind < work->char_count && work->chars[behind].at < work->part_from[part + 1])
            behind++;
        if (work->paragraph->parts[part].is_verbatim) tailor_verbatim(work, first, behind);
        if (work->paragraph->parts[part].note) work->chars[first].break_before = BREAK_NONE;
        first = behind;
    }
    tailor_dashes(work);
}

static TextChar *make_room(Shaper *shaper, size_t count) {
    if (shaper->chars.cap < count) {
        shaper->chars.cap = count + count / 2;
        shaper->chars.at = ARENA_ARRAY(shaper->keep, TextChar, shaper->chars.cap);
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
