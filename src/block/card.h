/* A card: a picture at the left, lines beside it and then below it; several side by side are a rank. */
#ifndef DOSSIER_BLOCK_CARD_H
#define DOSSIER_BLOCK_CARD_H

#include "block/look.h"

/* What stands at the left of a card. */
typedef struct CardPicture {
    const Image *image; /* NULL: */
    Str initials;       /* on a tint; may be empty */
    const Scalar *tbc;  /* instead: a word in a box; NULL: not that */
    Str alt;            /* empty: decoration */
    Sp width, height;
    bool is_cropped; /* to fill that; else it is smaller as it must */
    Span span;
} CardPicture;

typedef struct Card {
    Sp measure;
    Sp beside; /* what the picture and its gap take of the first lines */
    size_t beside_lines;
    struct {
        Line *at;
        size_t len, cap;
    } lines; /* empty ones among them */
    Part parts[2];
    size_t part_count;
} Card;

/* The picture comes first. Its Figure grows below `body`. */
void card_add_picture(Setter *setter, Card *card, const CardPicture *picture, Tag *body);
/* A paragraph; its style has the leading of all. Nothing when it has no words. */
void card_add(Setter *setter, Card *card, const PartList *parts, const Style *style);
/* The next paragraph begins below the picture, when fewer than `least` lines are left beside it. */
void card_pass(Setter *setter, Card *card, size_t least);
/* Cards side by side, one `step` after the other, on one page if that has room. */
void card_set_rank(Setter *setter, const Card *cards, size_t count, Sp step, Span span);

/* As tall as about `height`: from the capitals of the first line to the baseline of the last beside it. */
Sp card_fit(Setter *setter, Sp height);
/* Room between a picture and the lines. */
Sp card_gap(const Setter *setter);

#endif
