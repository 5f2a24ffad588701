/* A recording, a broadcast, a page elsewhere: what it is, who is heard, where it can be found. */
#include "base/language.h"
#include "block/credit.h"
#include "block/link_note.h"

typedef struct Media {
    Rich title, role;
    Scalar by, url;
    TimeCode timecode;
    Scalars print;
    int kind;
    Scalar kind_tbc;
    const Entry *speaker;
} Media;

/* In the order of the terms. */
static const char *const kinds[] = {"none", "video", "audio", "photo", "document", "webpage", NULL};

static const Field fields[] = {
    {.key = "media",
     .type = FIELD_TEXT,
     FIELD(Media, title),
     .required = true,
     .help = "its title"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     FIELD(Media, kind),
     FIELD_TBC(Media, kind_tbc),
     .default_value = "none",
     .choices = kinds,
     .help = "what it is"},
    {.key = "by", .type = FIELD_STRING, FIELD(Media, by), .help = "who is heard: an id, or a name"},
    {.key = "role",
     .type = FIELD_TEXT,
     FIELD(Media, role),
     .help = "the speaker's post, if not the directory's"},
    {.key = "timecode",
     .type = FIELD_TIMECODE,
     FIELD(Media, timecode),
     .help = "where to begin: 1:22:45"},
    {.key = "url", .type = FIELD_URL, FIELD(Media, url), .help = "where it is"},
    {.key = "print",
     .type = FIELD_STRINGS,
     FIELD(Media, print),
     .help = "what to print: timecode, url, qr; the first two unless given"},
    {0}};

static bool check(Reader *reader, const Node *mapping, void *record) {
    const Media *media = record;
    bool is_good = true;
    (void)mapping;
    for (size_t i = 0; i < media->print.len; i++) {
        const Scalar *word = &media->print.at[i];
        if (str_is(word->text, "timecode") || str_is(word->text, "url") || str_is(word->text, "qr"))
            continue;
        diag_add(reader->job->diags, E_BAD_VALUE, word->span, STR("use timecode, url, qr"),
                 "\"%.*s\" cannot be printed here", STR_ARG(word->text));
        is_good = false;
    }
    return is_good;
}

static const Record record = {
    .name = "media", .size = sizeof(Media), .fields = fields, .check = check};

static void resolve(Model *model, Block *block) {
    Media *media = block->fields;
    media->speaker = credit_find_person(model, &media->by);
}

static bool is_printed(const Media *media, const char *what) {
    if (!media->print.len) return !str_is(STR("qr"), what);
    for (size_t i = 0; i < media->print.len; i++) {
        if (str_is(media->print.at[i].text, what)) return true;
    }
    return false;
}

/* Whether the address stands in the line. A code without a margin to stand in is replaced by it. */
static bool has_address(const Setter *setter, const Media *media) {
    if (!media->url.given) return false;
    bool is_lost = is_printed(media, "qr") && !setter->layout->page.margin_column;
    return media->url.is_tbc || is_printed(media, "url") || is_lost;
}

/* What `print` leaves out of the line is not lost: the title leads there, and the margin may tell where. */
static const TextLink *link_of(Setter *setter, const Media *media) {
    if (!media->url.given || media->url.is_tbc) return NULL;
    TextLink *link = ARENA_NEW(setter->job->arena, TextLink);
    bool is_settled = has_address(setter, media) || is_printed(media, "qr");
    *link = (TextLink){.url = media->url.text,
                       .span = media->url.span,
                       .is_data = is_settled || link_style(setter) == LINKS_INLINE};
    return link;
}

static Rich linked(Setter *setter, const Rich *title, const TextLink *link) {
    Rich copy = *title;
    copy.pieces = arena_copy(setter->job->arena, title->pieces, title->count * sizeof(Piece));
    for (size_t i = 0; i < copy.count; i++) {
        if (!copy.pieces[i].link) copy.pieces[i].link = link;
    }
    return copy;
}

static void add_title(Setter *setter, PartList *parts, const Media *media, const TextLink *link,
                      Tag *tag) {
    const Style *style = layout_style(setter->layout, "media");
    if (media->kind || media->kind_tbc.given) {
        const Style *label = layout_style(setter->layout, "media.label");
        if (media->kind_tbc.given)
            parts_add_tbc(setter, parts, &media->kind_tbc, label, tag);
        else
            parts_add_string(
                setter, parts,
                language_term(setter->lang, (LanguageTerm)(TERM_VIDEO + media->kind - 1)),
                media->title.span, label, tag);
        parts_add_string(setter, parts, STR("\xE2\x80\x83"), media->title.span, style, tag);
    }
    Style *bold = arena_copy(setter->job->arena, style, sizeof *style);
    bold->face = FACE_BOLD;
    Rich title = link ? linked(setter, &media->title, link) : media->title;
    parts_add_rich(setter, parts, &title, bold, tag);
}

static void add_address(Setter *setter, PartList *parts, const Media *media, const TextLink *link,
                        Tag *tag) {
    const Style *style = layout_style(setter->layout, "media");
    parts_add_string(setter, parts, STR(" \xC2\xB7 "), media->url.span, style, tag);
    if (link)
        parts_add_link(setter, parts, media->url.text, link, style, tag);
    else
        parts_add_tbc(setter, parts, &media->url, style, tag);
}

static void set(Setter *setter, const Block *block) {
    static const TimeCode no_time;
    const Media *media = block->fields;
    const Style *style = layout_style(setter->layout, "media");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    const TextLink *link = link_of(setter, media);
    bool is_in_line = has_address(setter, media);
    add_title(setter, &parts, media, is_in_line ? NULL : link, tag);
    Credit credit = {.by = &media->by,
                     .speaker = media->speaker,
                     .role = &media->role,
                     .timecode = is_printed(media, "timecode") ? &media->timecode : &no_time,
                     .span = block->span};
    bool is_credited = media->by.given || media->role.count || credit.timecode->scalar.given;
    if (is_credited) {
        parts_add_string(setter, &parts, STR(" \xC2\xB7 "), block->span, style, tag);
        parts_add_credit(setter, &parts, &credit, style, tag);
    }
    if (is_in_line) add_address(setter, &parts, media, link, tag);
    if (link && is_printed(media, "qr")) link_qr_beside(setter, &parts, link, !is_in_line);
    setter->follows_text = false;
    set_parts(setter, &parts, style, block->span);
}

extern const BlockKind kind_media;
const BlockKind kind_media = {.key = "media",
                              .help = "a recording or page elsewhere",
                              .record = &record,
                              .resolve = resolve,
                              .set = set};
