/* Characters in, how far they may stand out into the margin: thousandths of their own advance.
 *
 * Thin marks look like a dent in the margin when set flush (Gutenberg hung them; Karow's hz program, pdfTeX:
 * Han The Thanh 2000, chapter 3). Values follow microtype's defaults for serif faces, rounded. */
#include "shape/internal.h"

int protrusion_end(uint32_t code_point) {
    switch (code_point) {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0xAD:
        return 600;
    case '.':
    case ',':
    case 0x2019:
    case 0x2018:
    case 0x201A:
        return 650;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case '\'':
    case '"':
    case 0xBB:
    case 0xAB:
    case 0x203A:
    case 0x2039:
        return 500;
    case ':':
    case ';':
        return 400;
    case '!':
    case '?':
        return 150;
    case 0x2013:
        return 300;
    case 0x2014:
        return 200;
    case ')':
    case ']':
        return 100;
    case 'A':
    case 'T':
    case 'V':
    case 'W':
    case 'Y':
    case 'r':
    case 'v':
    case 'w':
    case 'y':
        return 50;
    case 'f':
    case 'k':
    case 't':
    case 'L':
        return 30;
    default:
        return 0;
    }
}

int protrusion_start(uint32_t code_point) {
    switch (code_point) {
    case 0x2018:
    case 0x2019:
    case '\'':
        return 650;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201A:
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
        return 500;
    case '-':
    case 0x2010:
    case 0x2013:
        return 300;
    case 0x2014:
        return 200;
    case '(':
    case '[':
        return 100;
    case 'A':
    case 'T':
    case 'V':
    case 'W':
    case 'Y':
    case 'J':
    case 'v':
    case 'w':
    case 'y':
        return 50;
    case 't':
        return 30;
    default:
        return 0;
    }
}
