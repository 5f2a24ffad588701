/* The file that src/tools/hyphen_compile.c writes and hyphenate.c reads: Liang's packed trie (Word Hy-phen-a-tion
 * by Com-put-er, 1983, chapter 2) over the bytes of UTF-8. Little-endian, offsets only, used where it lies.
 *
 *    0  "DHY1"
 *    4  u32 0
 *    8  u32 base of the root
 *   12  u32 offset of the values from the start of the file
 *   16  u32 size of the file
 *   20  slots, 8 bytes each:
 *         u32 base of the state that the byte leads to, 0 when nothing follows
 *         u8  the byte (0: free), u24 offset of its values from the first, 0 when no pattern ends here
 *   values: u8 count, then pairs (u8 byte of the pattern, u8 digit there)
 *
 * State with base b goes on byte c to slot b + c if that slot holds c. No two states share a base, so the
 * byte alone tells whose a slot is; 255 free slots at the end make every look-up stay inside. An exception
 * ("as-so-ciate") is a pattern of the whole word with digits above all others. */
#ifndef DOSSIER_SHAPE_HYPHEN_FORMAT_H
#define DOSSIER_SHAPE_HYPHEN_FORMAT_H

enum {
    HYPHEN_ROOT = 8,
    HYPHEN_VALUES = 12,
    HYPHEN_SIZE = 16,
    HYPHEN_SLOTS = 20,
    HYPHEN_SLOT_SIZE = 8,
    HYPHEN_EXCEPTION_YES = 15, /* odd: a break is allowed */
    HYPHEN_EXCEPTION_NO = 14
};

#endif
