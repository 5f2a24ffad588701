/* Lines into stable text, one a line: number, where it starts and how wide it is in thousandths of a point,
 * ratio, badness, flags, text; "|" stands where a word is cut. */
#include "line/line.h"

static void add_points(Buf *out, Sp length) {
    Sp thousandths = sp_scale(length, 1000, SP_PT);
    if (thousandths < 0) {
        buf_add_char(out, '-');
        thousandths = -thousandths;
    }
    buf_print(out, "%lld.%03d", (long long)(thousandths / 1000), (int)(thousandths % 1000));
}

static bool ends_in_soft_hyphen(const Line *line) {
    for (uint32_t i = 0; i < line->run_count; i++)
        for (uint32_t g = 0; g < line->runs[i].count; g++)
            if (line->runs[i].glyphs[g].flags & GLYPH_SOFT_HYPHEN) return true;
    return false;
}

static void add_text(Buf *out, const Line *line) {
    for (uint32_t i = line->from; i < line->to; i++) {
        char c = line->text.at[i];
        if (c == '\n')
            buf_add(out, STR("\\n"));
        else
            buf_add_char(out, c);
    }
    bool is_cut = line->to > line->from && line->to < line->text.len &&
                  line->text.at[line->to - 1] != ' ' && line->text.at[line->to - 1] != '\n';
    if (is_cut) buf_add_char(out, '|');
}

void lines_dump(const Lines *lines, Buf *out) {
    for (size_t i = 0; i < lines->len; i++) {
        const Line *line = &lines->at[i];
        buf_print(out, "%zu at ", i + 1);
        add_points(out, line->left);
        buf_add(out, STR(" width "));
        add_points(out, line->width);
        buf_print(out, " ratio %d badness %d", line->ratio, line->badness);
        if (line->expansion) buf_print(out, " expansion %d", line->expansion);
        if (line->is_hyphenated)
            buf_add(out, ends_in_soft_hyphen(line) ? STR(" hyphen") : STR(" typed-hyphen"));
        if (line->is_last) buf_add(out, STR(" last"));
        buf_add(out, STR(" \""));
        add_text(out, line);
        buf_add(out, STR("\"\n"));
    }
}
