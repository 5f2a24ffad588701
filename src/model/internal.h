/* What the files of this stage share and others need not see: the steps of model_read(), in order. */
#ifndef DOSSIER_MODEL_INTERNAL_H
#define DOSSIER_MODEL_INTERNAL_H

#include "model/kind.h"
#include "model/pack.h"

/* The keys that any block may carry. */
extern const Record block_common_record;
extern const Record article_record;

/* The field function of a value that is read later; no dump shows it, for an edition may leave out parts of it. */
bool model_keep_node(Reader *reader, const Node *value, const Field *field, void *slot);

/* The one block key of a mapping; NULL when it is not one or not supported yet (E0302, E0303, E0114, E0309). */
const Node *model_find_block_key(Model *model, const Node *mapping);
/* The kind an author names by this key; NULL when there is none. */
const BlockKind *model_find_kind(const Model *model, Str key);

/* `include: file` or `file#id` of a block: adds the blocks of that article, or the one (E0304, E0806). */
bool model_include(Model *model, const Scalar *target, Blocks *blocks);
/* The fields of an article file; its body is for model_read_article(). */
Article *model_open_article(Model *model, const Node *root, const Node **body);
/* The directories it uses, then its blocks; from now on it is one of the document's. */
void model_read_article(Model *model, Article *article, const Node *body);
/* The fields of a pack file, then, once the document's language is known, its items. */
Pack *model_open_pack(Model *model, const Node *root);
void model_read_pack(Model *model);
/* What stands on its keys `contacts` and `logistics`. */
void model_read_pack_rows(Model *model);
/* When all is read: its principal is somebody, and the parts that print what blocks say have some (E0103). */
void model_check_pack(Model *model);
/* Adds their entries; a file that was read before is not read again. */
void model_read_directories(Model *model, const Scalars *use);
/* Blocks of a file in a language of its own (not given: the document's). */
bool model_read_blocks_in(Model *model, const Node *body, const Scalar *lang, Blocks *blocks);
/* The body of an article that is included, and its language; reads the directories it uses. NULL: it has none. */
const Node *model_read_included(Model *model, const Node *root, Scalar *lang);
/* Texts read since `from` are in this language, unless an inner block said otherwise. */
void model_set_text_lang(Model *model, size_t from, const Scalar *lang);

/* Ids of the article, its blocks and the spans in its text (E0305). */
void model_register_ids(Model *model);
/* `#id` links lead somewhere (E0304, E0342); an article's spans with an audience are refused (E0309). */
void model_check_links(Model *model);
/* No heading level is skipped and none is below H6 (E0308). */
void model_check_headings(Model *model);
/* Fills the text of every mention, in reading order (E0304). */
void model_resolve_mentions(Model *model);
/* Names of used entries that not everybody may see (W0319); in a pack, any field that not everybody may (E0309). */
void model_warn_audiences(Model *model);
/* Items longer than their limit of words or minutes (E0330). */
void model_check_budgets(Model *model);
/* Numbers that need no layout: of paragraphs, of the item of each id. */
void model_number(Model *model);
/* "did you mean" over the ids of the document; empty when none is near. */
Str model_id_hint(const Model *model, Str id);

/* Chooses the edition of a pack, by the name asked for (E0341 when it has several and none was). False: reported,
 * and nothing of the pack may be read. */
bool model_open_edition(Model *model, const Node *root, Str audience);
/* In the place of a block that the edition leaves out: "Withheld: ground", where it gives one. */
bool model_add_ground(Model *model, const Node *mapping, Blocks *blocks);
/* The ground that a hidden mapping gives, as printed; empty: none. */
Rich model_ground_text(Model *model, const Node *mapping);
/* `withheld` without an audience withholds nothing. */
void edition_check_ground(Model *model, const BlockCommon *common);
/* Is this the id of something left out? Then the reference at the span is reported (E0342). */
bool model_report_withheld(Model *model, Str id, Span span);
/* Is this the id of a directory entry that is left out? Reported (E0342). */
bool model_names_withheld(const Model *model, const Scalar *id_or_name);
/* The files that withheld values name (`file`, `include`, CSV), read without a word and withheld too. */
void model_withhold_files(Model *model);
/* Once all is read: warnings about what is left out are dropped, errors about it keep their place alone. */
void model_hush(Model *model);

#endif
