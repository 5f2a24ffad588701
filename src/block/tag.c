/* The structure tree: elements in the order of their making. */
#include "block/tag.h"

static const char *const role_names[TAG_ROLE_COUNT] = {
    [TAG_CONTENT] = "content",
    [TAG_DOCUMENT] = "Document",
    [TAG_PART] = "Part",
    [TAG_SECT] = "Sect",
    [TAG_ART] = "Art",
    [TAG_DIV] = "Div",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_H5] = "H5",
    [TAG_H6] = "H6",
    [TAG_P] = "P",
    [TAG_BLOCK_QUOTE] = "BlockQuote",
    [TAG_QUOTE] = "Quote",
    [TAG_CAPTION] = "Caption",
    [TAG_CODE] = "Code",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_SPAN] = "Span",
    [TAG_STRONG] = "Strong",
    [TAG_EM] = "Em",
    [TAG_LINK] = "Link",
    [TAG_FIGURE] = "Figure",
    [TAG_NOTE] = "Note",
    [TAG_REFERENCE] = "Reference",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
};

TagTree *tag_tree_new(Arena *arena) {
    TagTree *tree = ARENA_NEW(arena, TagTree);
    tree->arena = arena;
    tree->root = ARENA_NEW(arena, Tag);
    tree->root->role = TAG_DOCUMENT;
    tree->count = 1;
    return tree;
}

Tag *tag_add(TagTree *tree, Tag *parent, TagRole role) {
    Tag *tag = ARENA_NEW(tree->arena, Tag);
    tag->role = role;
    tag->parent = parent;
    tag->number = tree->count++;
    if (parent->last)
        parent->last->next = tag;
    else
        parent->first = tag;
    parent->last = tag;
    return tag;
}

const char *tag_role_name(TagRole role) { return role_names[role]; }

static void dump_attribute(Buf *out, const char *name, Str value) {
    if (value.len) buf_print(out, " %s=\"%.*s\"", name, STR_ARG(value));
}

static void dump_tag(const Tag *tag, unsigned indent, Buf *out) {
    buf_print(out, "%*s%s", (int)indent, "", role_names[tag->role]);
    dump_attribute(out, "lang", tag->lang);
    dump_attribute(out, "id", tag->id);
    dump_attribute(out, "alt", tag->alt);
    dump_attribute(out, "expansion", tag->expansion);
    if (tag->list_numbering) buf_print(out, " numbering=%s", tag->list_numbering);
    if (tag->is_row_header) buf_add(out, STR(" scope=row"));
    buf_add_char(out, '\n');
    for (const Tag *child = tag->first; child; child = child->next) {
        if (child->role != TAG_CONTENT) dump_tag(child, indent + 2, out);
    }
}

void tag_tree_dump(const TagTree *tree, Buf *out) { dump_tag(tree->root, 0, out); }
