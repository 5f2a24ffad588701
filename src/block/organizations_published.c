/* A sentence once printed and the organizations it should name in; a warning for each that is missing or too
 * many out. What no name of a member covers and is written with a capital is taken for somebody else. */
#include "block/organizations.h"

typedef struct Sentence {
    Model *model;
    const Rich *rich;
    Str text;
    bool *is_covered; /* of each byte: is it part of a name that belongs here? */
} Sentence;

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0xC3;
}

/* Marks every place where the name stands as whole words; false when there is none. */
static bool cover(Sentence *sentence, Str name) {
    Str text = sentence->text;
    bool is_found = false;
    for (size_t at = 0; name.len && (at = str_find(text, name, at)) != SIZE_MAX; at++) {
        size_t end = at + name.len;
        if (at > 0 && is_word_byte(text.at[at - 1]) && is_word_byte(name.at[0])) continue;
        if (end < text.len && is_word_byte(text.at[end]) && is_word_byte(name.at[name.len - 1]))
            continue;
        memset(sentence->is_covered + at, true, name.len * sizeof(bool));
        is_found = true;
    }
    return is_found;
}

static bool cover_translated(Sentence *sentence, const Translated *text) {
    bool is_found = false;
    for (size_t i = 0; i < text->len; i++) is_found |= cover(sentence, text->at[i].text);
    return is_found;
}

/* Longest first would not matter: a shorter name inside a longer one covers nothing new. */
static bool cover_entry(Sentence *sentence, const Entry *entry) {
    if (entry->kind != ENTRY_ORGANIZATION)
        return cover(sentence, model_entry_text(sentence->model->job->arena, entry, MENTION_AUTO,
                                                sentence->model->lang));
    const Organization *organization = &entry->organization;
    bool is_found = cover_translated(sentence, &organization->name);
    is_found |= cover_translated(sentence, &organization->acronym);
    for (size_t i = 0; i < organization->also.len; i++)
        is_found |= cover(sentence, organization->also.at[i].text);
    const Entry *parent = organization->parent.given ? directory_find(sentence->model->directory,
                                                                      organization->parent.text)
                                                     : NULL;
    if (parent && parent->kind == ENTRY_ORGANIZATION) {
        cover_translated(sentence, &parent->organization.name);
        cover_translated(sentence, &parent->organization.acronym);
    }
    return is_found;
}

static void check_members(Sentence *sentence, const Group *group) {
    Model *model = sentence->model;
    if (group->name) cover(sentence, rich_plain(model->job->arena, group->name));
    for (size_t i = 0; i < group->members.len; i++) {
        const Member *member = &group->members.at[i];
        if (!member->entry || cover_entry(sentence, member->entry)) continue;
        Str name = model_entry_text(model->job->arena, member->entry, MENTION_FULL, model->lang);
        diag_add(model->job->diags, W_PUBLISHED, member_span(member),
                 STR("correct the list, or the sentence"),
                 "\"%.*s\" is not in the sentence as published", STR_ARG(name));
    }
}

/* ---- who is too many ---- */

static size_t word_end(Str text, size_t at) {
    while (at < text.len && (is_word_byte(text.at[at]) || (unsigned char)text.at[at] >= 0x80)) at++;
    return at;
}

/* A capital of Latin, Greek or Cyrillic begins names; other scripts have none to go by. */
static bool begins_name(Str text, size_t at) {
    uint32_t c = utf8_next(text, &at);
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) ||
           (c >= 0x410 && c <= 0x42F);
}

static bool is_acronym(Str word) {
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++) capitals += word.at[i] >= 'A' && word.at[i] <= 'Z';
    return capitals > 1;
}

/* Words that join the parts of one name. */
static bool joins(Str word) {
    return str_is(word, "of") || str_is(word, "for") || str_is(word, "the") || str_is(word, "on") ||
           str_is(word, "de") || str_is(word, "des") || str_is(word, "la");
}

/* Where the name that begins at `from` ends: over capitals, and small words between capitals. */
static size_t name_end(const Sentence *sentence, size_t from) {
    Str text = sentence->text;
    size_t end = word_end(text, from);
    for (size_t at = end; at < text.len && text.at[at] == ' ';) {
        size_t next = at + 1, stop = word_end(text, next);
        if (stop == next || sentence->is_covered[next]) break;
        bool is_name = begins_name(text, next);
        if (!is_name && !joins(str_slice(text, next, stop))) break;
        at = stop;
        if (is_name) end = stop;
    }
    return end;
}

static Span span_at(const Sentence *sentence, size_t from, size_t to) {
    size_t start = 0;
    for (size_t i = 0; i < sentence->rich->count; i++) {
        const Piece *piece = &sentence->rich->pieces[i];
        size_t end = start + (piece->kind == PIECE_BREAK ? 1 : piece->text.len);
        bool is_exact = piece->span.end - piece->span.start == piece->text.len;
        if (from >= start && from < end) {
            if (!is_exact) return piece->span;
            size_t last = to < end ? to : end;
            return span_of(piece->span.source, piece->span.start + (from - start),
                           piece->span.start + (last - start));
        }
        start = end;
    }
    return sentence->rich->span;
}

static void report_others(const Sentence *sentence) {
    Str text = sentence->text;
    for (size_t at = 0, end; at < text.len; at = end) {
        end = word_end(text, at);
        if (end == at) {
            end++;
            continue;
        }
        Str word = str_slice(text, at, end);
        bool is_opening = at == 0 && !is_acronym(word); /* "Organized by ..." */
        if (sentence->is_covered[at] || is_opening || !begins_name(text, at)) continue;
        end = name_end(sentence, at);
        diag_add(sentence->model->job->diags, W_PUBLISHED, span_at(sentence, at, end),
                 STR("correct the list, or the sentence"),
                 "\"%.*s\" is in the sentence as published, but not among the organizations",
                 STR_ARG(str_slice(text, at, end)));
    }
}

void organizations_check_published(Model *model, const Groups *groups, const Rich *published) {
    Buf text = buf_new(model->job->arena);
    for (size_t i = 0; i < published->count; i++) {
        const Piece *piece = &published->pieces[i];
        if (piece->kind == PIECE_TBC) return;
        buf_add(&text, piece->kind == PIECE_BREAK ? STR(" ") : piece->text);
    }
    Sentence sentence = {.model = model, .rich = published, .text = buf_str(&text)};
    sentence.is_covered = ARENA_ARRAY(model->job->arena, bool, sentence.text.len + 1);
    for (size_t i = 0; i < groups->len; i++) check_members(&sentence, &groups->at[i]);
    report_others(&sentence);
}
