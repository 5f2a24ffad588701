/* Audiences in; whether this edition shows what bears them, and what is left of a text, out. */
#include "read/edition.h"

/* ---- names ---------------------------------------------------------------------------------- */

static Str list_names(Job *job, const Edition *edition) {
    Buf names = buf_new(job->arena);
    for (size_t i = 0; i < edition->declared.len; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "", STR_ARG(edition->declared.at[i].text));
    return buf_str(&names);
}

static Str hint_for(Job *job, const Edition *edition, Str name) {
    size_t count = edition->declared.len;
    if (!count) return STR("add `audiences: [...]` to the pack, in the order of the editions");
    Str *names = ARENA_ARRAY(job->arena, Str, count);
    for (size_t i = 0; i < count; i++) names[i] = edition->declared.at[i].text;
    int nearest = str_nearest(name, names, count);
    if (nearest >= 0)
        return str_format(job->arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
    return str_format(job->arena, "the pack's audiences are %.*s",
                      STR_ARG(list_names(job, edition)));
}

Str edition_find(Job *job, const Edition *edition, Str name, Span span) {
    for (size_t i = 0; i < edition->declared.len; i++) {
        if (str_equal(edition->declared.at[i].text, name)) return edition->declared.at[i].text;
    }
    diag_add(job->diags, E_UNKNOWN_AUDIENCE, span, hint_for(job, edition, name),
             edition->declared.len ? "the pack has no audience \"%.*s\""
                                   : "the pack declares no audiences, and so not \"%.*s\"",
             STR_ARG(name));
    return (Str){0};
}

/* One name of an audience: adds to whether it is this edition's. False: it is nobody's. */
static bool look_at_name(Reader *reader, Str name, Span span, bool *is_ours) {
    Str found = edition_find(reader->job, reader->edition, name, span);
    *is_ours |= found.len && str_equal(found, reader->edition->name);
    return found.len != 0;
}

static bool report_nobody(Reader *reader, Span span) {
    diag_add(reader->job->diags, E_UNKNOWN_AUDIENCE, span,
             STR("name who may see it: `audience: [name, name]`"), "an audience must be known");
    return false;
}

/* ---- values --------------------------------------------------------------------------------- */

bool edition_shows(Reader *reader, const Scalars *audience, Span span) {
    bool is_ours = false, is_good = true;
    if (!reader->edition) return true;
    if (!audience->len) return report_nobody(reader, span);
    for (size_t i = 0; i < audience->len; i++) {
        const Scalar *name = &audience->at[i];
        is_good &= name->is_tbc ? report_nobody(reader, name->span)
                                : look_at_name(reader, name->text, name->span, &is_ours);
    }
    return is_good && is_ours;
}

static bool shows_list(Reader *reader, const Node *given) {
    bool is_ours = false, is_good = given->count > 0;
    for (size_t i = 0; i < given->count; i++) {
        const Node *name = given->items[i];
        bool is_name = name->kind == NODE_SCALAR && name->text.len && !text_is_tbc(name->text);
        is_good &= is_name && look_at_name(reader, name->text, name->span, &is_ours);
        if (!is_name) report_nobody(reader, name->span);
    }
    if (!given->count) report_nobody(reader, given->span);
    return is_good && is_ours;
}

bool edition_shows_node(Reader *reader, const Node *mapping) {
    if (!reader->edition || mapping->kind != NODE_MAPPING) return true;
    const Node *given = node_find(mapping, "audience");
    if (!given && !mapping->is_damaged) return true;
    if (!given) return !node_lost_key(reader->job->sources, mapping, "audience");
    Node *one[] = {(Node *)given};
    Node alone = {.kind = NODE_SEQUENCE, .items = one, .count = 1, .span = given->span};
    bool is_shown = shows_list(reader, given->kind == NODE_SEQUENCE ? given : &alone);
    if (!is_shown) edition_remove(reader, mapping);
    return is_shown;
}

void edition_remove(Reader *reader, const Node *node) {
    *list_add(reader->job->arena, &reader->edition->removed) =
        (Removed){.span = node->span, .node = node};
}

/* ---- text ----------------------------------------------------------------------------------- */

/* The outermost span round a piece that this edition may not see; NULL when it may see the piece. */
static const TextSpan *hiding_span(Reader *reader, const TextSpan *span) {
    const TextSpan *hiding = NULL;
    for (; span; span = span->outer) {
        bool is_ours = false, is_good = true;
        for (size_t i = 0; i < span->audience_count; i++)
            is_good &= look_at_name(reader, span->audience[i], span->span, &is_ours);
        if (span->audience_count && !(is_good && is_ours)) hiding = span;
    }
    return hiding;
}

static bool is_exact(const Piece *piece) {
    return piece->kind == PIECE_TEXT && piece->text.len == piece->span.end - piece->span.start;
}

static void drop_last_space(Piece *piece) {
    if (piece->kind != PIECE_TEXT || !str_ends(piece->text, STR(" "))) return;
    if (is_exact(piece)) piece->span.end--;
    piece->text.len--;
}

static void drop_first_space(Piece *piece) {
    if (piece->kind != PIECE_TEXT || !str_starts(piece->text, STR(" "))) return;
    if (is_exact(piece)) piece->span.start++;
    piece->text = str_slice(piece->text, 1, piece->text.len);
}

static bool wants_no_space_before(const Piece *piece) {
    return piece->kind == PIECE_TEXT && piece->text.len && strchr(" .,;:!?)", piece->text.at[0]);
}

/* What stands on both sides of a passage that is gone; either may be missing. */
static void close_up(Piece *before, Piece *behind) {
    if (before && (!behind || wants_no_space_before(behind)))
        drop_last_space(before);
    else if (behind && !before)
        drop_first_space(behind);
}

static void record(Reader *reader, const TextSpan *span, const Piece *piece) {
    Arena *arena = reader->job->arena;
    Removed *last = reader->edition->removed.len ? &list_last(&reader->edition->removed) : NULL;
    bool goes_on = last && !last->node && last->span.source == span->span.source &&
                   last->span.start == span->span.start;
    if (!goes_on) {
        last = list_add(arena, &reader->edition->removed);
        last->span = span->span;
    }
    Piece *pieces = ARENA_ARRAY(arena, Piece, last->count + 1);
    if (last->count) memcpy(pieces, last->pieces, last->count * sizeof(Piece));
    pieces[last->count++] = *piece;
    last->pieces = pieces;
}

/* A note that is gone has its words in a text of its own, which others keep: they are emptied there. */
static void withhold_piece(Reader *reader, const TextSpan *span, Piece *piece) {
    record(reader, span, piece);
    if (piece->kind != PIECE_NOTE) return;
    Piece *last = (Piece *)&list_last(&reader->edition->removed)
                      .pieces[list_last(&reader->edition->removed).count - 1];
    last->note = arena_copy(reader->job->arena, piece->note, sizeof *piece->note);
    piece->note->text.count = 0;
}

static bool has_audience(const Rich *rich) {
    for (size_t i = 0; i < rich->count; i++) {
        if (rich->pieces[i].kind == PIECE_NOTE) return true;
        for (const TextSpan *span = rich->pieces[i].attributes; span; span = span->outer)
            if (span->audience_count) return true;
    }
    return false;
}

void edition_withhold(Reader *reader, Rich *rich) {
    if (!reader->edition || !has_audience(rich)) return;
    size_t kept = 0;
    bool is_open = false; /* a passage was left out right before */
    for (size_t i = 0; i < rich->count; i++) {
        Piece piece = rich->pieces[i];
        const TextSpan *hiding = hiding_span(reader, piece.attributes);
        if (!hiding && piece.kind == PIECE_NOTE) {
            edition_withhold(reader, &piece.note->text);
            if (!piece.note->text.count) continue;
        }
        if (hiding) {
            withhold_piece(reader, hiding, &piece);
            is_open = true;
            continue;
        }
        if (is_open) close_up(kept ? &rich->pieces[kept - 1] : NULL, &piece);
        is_open = false;
        rich->pieces[kept++] = piece;
    }
    if (is_open && kept) close_up(&rich->pieces[kept - 1], NULL);
    rich->count = kept;
}

/* ---- places --------------------------------------------------------------------------------- */

bool edition_hides(const Edition *edition, Span span) {
    for (size_t i = 0; edition && i < edition->removed.len; i++) {
        Span gone = edition->removed.at[i].span;
        if (gone.source && gone.source == span.source && span.start >= gone.start &&
            span.start < gone.end)
            return true;
    }
    return false;
}

bool edition_hides_line(const Edition *edition, const Sources *sources, Span span) {
    if (!edition || !edition->removed.len || !span.source) return false;
    Place place = source_place(sources, span);
    const char *bytes = source_find(sources, span.source)->bytes.at;
    size_t start = (size_t)(place.line_text.at - bytes), end = start + place.line_text.len;
    for (size_t i = 0; i < edition->removed.len; i++) {
        Span gone = edition->removed.at[i].span;
        if (gone.source == span.source && gone.start < end && gone.end > start) return true;
    }
    return false;
}
