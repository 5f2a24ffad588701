/* A paragraph's parts in, the characters to be printed out, with a map back to the parts.
 *
 * Quotation marks, apostrophes and no-break spaces are the language's (quotes.c, glue_words.c, marks.c); runs
 * of blanks become one; capitals are made where the look asks. Verbatim parts stay as they are. */
#include "shape/glue_words.h"
#include "shape/internal.h"
#include "shape/marks.h"
#include "shape/quotes.h"

typedef struct Setting {
    Work *work;
    Buf raw; /* the parts, joined: rules look across their borders */
    Buf out;
    LIST(TextPoint) points;
    QuoteState quotes;
    const LanguageProfile *profile;
    const LanguageSpaces *spaces; /* NULL: marks stand as typed */
    const TextPart *part;
    uint32_t part_index, part_raw; /* where the part begins in raw */
    uint32_t before;               /* the character last printed; 0 at the paragraph's start */
    bool drops_blanks;             /* behind a mark that has its space, or must have none */
    uint32_t written_offset;       /* byte of the part that stands for the end of `out` */
} Setting;

static void add_point(Setting *setting, uint32_t offset) {
    TextPoint *point = list_add(setting->work->shaper->job->arena, &setting->points);
    *point = (TextPoint){
        .text = (uint32_t)setting->out.len, .part = setting->part_index, .offset = offset};
    setting->written_offset = offset;
}

/* What stands for the bytes of raw from `from` on. */
static void put(Setting *setting, Str text, uint32_t from) {
    uint32_t offset = from - setting->part_raw;
    if (offset != setting->written_offset) add_point(setting, offset);
    buf_add(&setting->out, text);
    setting->written_offset = offset + (uint32_t)text.len;
}

static void put_char(Setting *setting, Str text, uint32_t c, uint32_t from) {
    put(setting, text, from);
    setting->before = c;
    setting->drops_blanks = false;
}

static void put_upper(Setting *setting, uint32_t c, uint32_t from) {
    char bytes[4];
    Str text = {bytes, utf8_put(bytes, unicode_upper(c))};
    if (c == 0xDF) text = STR("SS");
    put_char(setting, text, c, from);
}

/* A part's own language rules its marks, but none does those of a verbatim part. */
static bool is_verbatim_at(const Setting *setting, size_t at) {
    const Paragraph *paragraph = setting->work->paragraph;
    size_t end = setting->part_raw;
    for (size_t i = setting->part_index; i < paragraph->count; i++) {
        end += paragraph->parts[i].text.len;
        if (at < end) return paragraph->parts[i].is_verbatim;
    }
    return false;
}

/* Whether the blank before byte `to` gives way to the space of a mark that follows. */
static bool gives_way(const Setting *setting, uint32_t to) {
    if (setting->drops_blanks) return true;
    if (!setting->spaces || setting->before == 0 || setting->before == '\n') return false;
    size_t mark = marks_behind_blanks(setting->spaces, buf_str(&setting->raw), to);
    return mark != SIZE_MAX && !is_verbatim_at(setting, mark);
}

/* A mark, with the spaces that belong beside it. */
static void put_mark(Setting *setting, Str text, uint32_t c, uint32_t from) {
    const LanguageSpaces *spaces = setting->spaces;
    Str space = setting->drops_blanks ? (Str){0} : marks_space(spaces, c, setting->before);
    if (space.len) put(setting, space, from);
    put_char(setting, text, c, from);
    if (!marks_is_opening(spaces, c)) return;
    bool is_guillemet = c == 0xAB;
    if (is_guillemet && spaces->inside.len) put_char(setting, spaces->inside, 0xA0, from);
    setting->drops_blanks = true;
}

/* Spaces of verbatim text count: only the first of a run may stretch or break (segments.c). */
static void put_space(Setting *setting, uint32_t from, uint32_t to) {
    if (setting->part->is_verbatim) {
        put(setting, STR(" "), from);
    } else if (gives_way(setting, to)) {
        return;
    } else if (setting->before != ' ' && setting->before != 0 && setting->before != '\n') {
        bool is_glued =
            glue_words(setting->profile, buf_str(&setting->out), buf_str(&setting->raw), to);
        put(setting, is_glued ? STR("\xC2\xA0") : STR(" "), from);
    } else {
        return;
    }
    setting->before = ' ';
}

static void put_quote(Setting *setting, char mark, uint32_t from, uint32_t to) {
    Str after = str_slice(buf_str(&setting->raw), to, setting->raw.len);
    Str text =
        quotes_choose(setting->profile->quotes, &setting->quotes, mark, setting->before, after);
    size_t at = 0;
    uint32_t c = utf8_next(text, &at);
    if (setting->spaces)
        put_mark(setting, text, c, from);
    else
        put_char(setting, text, c, from);
}

/* Bytes that are printed as they are, in one go. */
static uint32_t plain_run(const Setting *setting, uint32_t from, uint32_t to) {
    const char *raw = setting->raw.at;
    if (setting->part->look.uppercase) return from;
    while (from < to) {
        char c = raw[from];
        if (c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '\'') break;
        if (setting->spaces && marks_may_begin(c)) break;
        from++;
    }
    return from;
}

static uint32_t last_char(const char *bytes, uint32_t from, uint32_t to) {
    uint32_t at = to - 1;
    while (at > from && ((unsigned char)bytes[at] & 0xC0) == 0x80) at--;
    size_t place = 0;
    return utf8_next((Str){bytes + at, to - at}, &place);
}

/* A character that the language may have a rule for; false when it has none here. */
static bool set_ruled(Setting *setting, uint32_t c, uint32_t from, uint32_t next) {
    Str raw = buf_str(&setting->raw);
    if (c == '"' || c == '\'') {
        put_quote(setting, (char)c, from, next);
        return true;
    }
    if (!setting->spaces) return false;
    if (marks_is_no_break_space(c)) return gives_way(setting, next);
    if (!marks_has_rule(setting->spaces, raw, from)) return false;
    quotes_see(&setting->quotes, c);
    put_mark(setting, str_slice(raw, from, next), c, from);
    return true;
}

static void set_char(Setting *setting, uint32_t c, uint32_t from, uint32_t next) {
    if (c == ' ' || c == '\t') {
        put_space(setting, from, next);
    } else if (!setting->part->is_verbatim && set_ruled(setting, c, from, next)) {
        return;
    } else if (setting->part->look.uppercase && c != '\n') {
        put_upper(setting, c, from);
    } else {
        put_char(setting, str_slice(buf_str(&setting->raw), from, next), c, from);
    }
}

static void set_part(Setting *setting, uint32_t from, uint32_t to) {
    Str raw = buf_str(&setting->raw);
    while (from < to) {
        uint32_t end = plain_run(setting, from, to);
        if (end > from) {
            put_char(setting, str_slice(raw, from, end), last_char(raw.at, from, end), from);
            from = end;
            continue;
        }
        size_t next = from;
        uint32_t c = utf8_next(raw, &next);
        set_char(setting, c, from, (uint32_t)next);
        from = (uint32_t)next;
    }
}

static Str part_lang(const Work *work, const TextPart *part) {
    return part->lang.len ? part->lang : work->paragraph->lang;
}

void typography_apply(Work *work) {
    const Paragraph *paragraph = work->paragraph;
    Job *job = work->shaper->job;
    Setting setting = {.work = work, .raw = buf_new(job->scratch), .out = buf_new(job->arena)};
    uint32_t *part_from = ARENA_ARRAY(job->arena, uint32_t, paragraph->count + 1);
    uint16_t *part_language = ARENA_ARRAY(job->arena, uint16_t, paragraph->count + 1);
    for (size_t i = 0; i < paragraph->count; i++) buf_add(&setting.raw, paragraph->parts[i].text);
    for (size_t i = 0; i < paragraph->count; i++) {
        const TextPart *part = &paragraph->parts[i];
        setting.part = part;
        setting.part_index = (uint32_t)i;
        part_from[i] = (uint32_t)setting.out.len;
        part_language[i] = language_number(work->shaper, part_lang(work, part));
        setting.profile = work->shaper->languages.at[part_language[i]].profile;
        setting.spaces = setting.profile->spaces;
        add_point(&setting, 0);
        set_part(&setting, setting.part_raw, setting.part_raw + (uint32_t)part->text.len);
        setting.part_raw += (uint32_t)part->text.len;
    }
    part_from[paragraph->count] = (uint32_t)setting.out.len;
    work->text = buf_str(&setting.out);
    work->points = setting.points.at;
    work->point_count = setting.points.len;
    work->part_from = part_from;
    work->part_language = part_language;
}

/* The part's bytes behind a byte of the text. */
static TextPoint find_point(const Work *work, uint32_t at) {
    size_t low = 0, high = work->point_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (work->points[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    TextPoint point = work->points[low];
    point.offset += at - point.text;
    return point;
}

Span typography_span(const Work *work, uint32_t from, uint32_t to) {
    if (!work->point_count) return (Span){0};
    TextPoint point = find_point(work, from);
    const TextPart *part = &work->paragraph->parts[point.part];
    Span span = part->span;
    bool is_exact = span.end - span.start == part->text.len;
    if (!span.source || !is_exact || point.offset >= part->text.len) return span;
    uint32_t end = point.offset + (to - from);
    if (end > part->text.len) end = (uint32_t)part->text.len;
    return span_of(span.source, span.start + point.offset, span.start + end);
}
