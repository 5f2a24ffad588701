/* 14:30 in, the minute of the day out. */
#include "block/clock.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* One or two figures for the hour, two for the minute, a colon between. */
static bool read_time(Str text, int *minute) {
    size_t colon = str_find(text, STR(":"), 0);
    if ((colon != 1 && colon != 2) || text.len != colon + 3) return false;
    for (size_t i = 0; i < text.len; i++) {
        if (i != colon && !is_digit(text.at[i])) return false;
    }
    int hour = 0, rest = 0;
    for (size_t i = 0; i < colon; i++) hour = hour * 10 + text.at[i] - '0';
    for (size_t i = colon + 1; i < text.len; i++) rest = rest * 10 + text.at[i] - '0';
    *minute = hour * 60 + rest;
    return hour < 24 && rest < 60;
}

/* What programs that follow YAML 1.1 write back for 14:30. */
static bool is_minutes(Str text, int *minute) {
    if (!text.len || text.len > 4) return false;
    *minute = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.at[i])) return false;
        *minute = *minute * 10 + text.at[i] - '0';
    }
    return *minute >= 60 && *minute < DAY_MINUTES;
}

bool clock_parse(Reader *reader, const Node *value, const Field *field, void *slot) {
    Clock *clock = slot;
    Field words = {.key = field->key, .type = FIELD_STRING};
    if (!field_read(reader, value, &words, &clock->text)) return false;
    clock->text.given = true;
    if (clock->text.is_tbc) return true;
    clock->is_known = read_time(clock->text.text, &clock->minute);
    if (clock->is_known) return true;
    int minute;
    Arena *arena = reader->job->arena;
    Str hint = STR("write hours and minutes: 9:05, 14:30");
    if (is_minutes(clock->text.text, &minute))
        hint = str_format(arena, "if a program made this of %.*s, write \"%.*s\"",
                          STR_ARG(clock_text(arena, minute)), STR_ARG(clock_text(arena, minute)));
    diag_add(reader->job->diags, E_BAD_TIME, clock->text.span, hint,
             "\"%.*s\" is not a time of day", STR_ARG(clock->text.text));
    return false;
}

void clock_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    (void)sources;
    const Clock *clock = slot;
    if (clock->text.given) buf_print(out, "%*s%.*s\n", (int)indent, "", STR_ARG(clock->text.text));
}

Str clock_text(Arena *arena, int minute) {
    return str_format(arena, "%02d:%02d", minute / 60 % 24, minute % 60);
}
