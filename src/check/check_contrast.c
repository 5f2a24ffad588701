/* Colours of the layout's text on white paper, by WCAG 2.1: 1.4.3 asks for 4.5:1, and 3:1 for large type. In
 * integers, so that a verdict is the same on every machine. */
#include "check/internal.h"

/* Luminance of a channel, in millionths: the sRGB curve of WCAG 2.1, "relative luminance". */
static const uint32_t linear[256] = {
    0,      304,    607,    911,    1214,   1518,   1821,   2125,   2428,   2732,   3035,   3347,
    3677,   4025,   4391,   4777,   5182,   5605,   6049,   6512,   6995,   7499,   8023,   8568,
    9134,   9721,   10330,  10960,  11612,  12286,  12983,  13702,  14444,  15209,  15996,  16807,
    17642,  18500,  19382,  20289,  21219,  22174,  23153,  24158,  25187,  26241,  27321,  28426,
    29557,  30713,  31896,  33105,  34340,  35601,  36889,  38204,  39546,  40915,  42311,  43735,
    45186,  46665,  48172,  49707,  51269,  52861,  54480,  56128,  57805,  59511,  61246,  63010,
    64803,  66626,  68478,  70360,  72272,  74214,  76185,  78187,  80220,  82283,  84376,  86500,
    88656,  90842,  93059,  95307,  97587,  99899,  102242, 104616, 107023, 109462, 111932, 114435,
    116971, 119538, 122139, 124772, 127438, 130136, 132868, 135633, 138432, 141263, 144128, 147027,
    149960, 152926, 155926, 158961, 162029, 165132, 168269, 171441, 174647, 177888, 181164, 184475,
    187821, 191202, 194618, 198069, 201556, 205079, 208637, 212231, 215861, 219526, 223228, 226966,
    230740, 234551, 238398, 242281, 246201, 250158, 254152, 258183, 262251, 266356, 270498, 274677,
    278894, 283149, 287441, 291771, 296138, 300544, 304987, 309469, 313989, 318547, 323143, 327778,
    332452, 337164, 341914, 346704, 351533, 356400, 361307, 366253, 371238, 376262, 381326, 386429,
    391572, 396755, 401978, 407240, 412543, 417885, 423268, 428690, 434154, 439657, 445201, 450786,
    456411, 462077, 467784, 473531, 479320, 485150, 491021, 496933, 502886, 508881, 514918, 520996,
    527115, 533276, 539479, 545724, 552011, 558340, 564712, 571125, 577580, 584078, 590619, 597202,
    603827, 610496, 617207, 623960, 630757, 637597, 644480, 651406, 658375, 665387, 672443, 679542,
    686685, 693872, 701102, 708376, 715694, 723055, 730461, 737910, 745404, 752942, 760525, 768151,
    775822, 783538, 791298, 799103, 806952, 814847, 822786, 830770, 838799, 846873, 854993, 863157,
    871367, 879622, 887923, 896269, 904661, 913099, 921582, 930111, 938686, 947307, 955973, 964686,
    973445, 982251, 991102, 1000000};

enum { MILLION = 1000000, LEAST = 450, LEAST_LARGE = 300 }; /* hundredths */

/* Contrast with white in hundredths: 1.05 / (luminance + 0.05). */
static uint64_t contrast_on_white(Color color) {
    uint64_t luminance =
        (2126u * (uint64_t)linear[color.red] + 7152u * (uint64_t)linear[color.green] +
         722u * (uint64_t)linear[color.blue]) /
        10000;
    return 105u * (uint64_t)MILLION / (luminance + MILLION / 20);
}

/* 18 points, or 14 in bold. */
static bool is_large(const Style *style) {
    bool is_bold = style->face == FACE_BOLD || style->face == FACE_BOLD_ITALIC;
    return style->size >= SP(is_bold ? 14 : 18);
}

static bool is_pale(const Style *style) {
    return style->size && contrast_on_white(style->color) < (is_large(style) ? LEAST_LARGE : LEAST);
}

/* Styles share a colour by its name or by extending each other: it is told once, at its place. */
static bool is_told(const Layout *layout, size_t index) {
    const Style *style = &layout->styles[index];
    for (size_t i = 0; i < index; i++) {
        const Span *known = &layout->styles[i].color_span;
        if (is_pale(&layout->styles[i]) && known->source == style->color_span.source &&
            known->start == style->color_span.start)
            return true;
    }
    return false;
}

static size_t count_like(const Layout *layout, size_t index) {
    const Span *place = &layout->styles[index].color_span;
    size_t count = 0;
    for (size_t i = 0; i < layout->style_count; i++) {
        const Span *other = &layout->styles[i].color_span;
        count += is_pale(&layout->styles[i]) && other->source == place->source &&
                 other->start == place->start;
    }
    return count;
}

static void report(Checking *checking, size_t index) {
    Job *job = checking->job;
    const Style *style = &checking->layout->styles[index];
    Color color = style->color;
    unsigned ratio = (unsigned)(contrast_on_white(color) / 10);
    bool is_shared = count_like(checking->layout, index) > 1;
    Str more = is_shared ? STR(" and others") : (Str){0};
    diag_add(job->diags, W_CONTRAST, style->color_span,
             str_format(job->arena, "WCAG 2.1 asks for %s:1%s; make it darker",
                        is_large(style) ? "3" : "4.5", is_large(style) ? " in large type" : ""),
             "#%02x%02x%02x on white has a contrast of %u.%u:1, in style \"%.*s\"%.*s", color.red,
             color.green, color.blue, ratio / 10, ratio % 10, STR_ARG(style->name), STR_ARG(more));
}

/* A layout has some eighty styles, however long the document is. */
void check_contrast(Checking *checking) {
    const Layout *layout = checking->layout;
    for (size_t i = 0; layout && i < layout->style_count; i++) {
        if (is_pale(&layout->styles[i]) && !is_told(layout, i)) report(checking, i);
    }
}
