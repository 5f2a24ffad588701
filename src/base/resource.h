/* resource.h - files compiled into the library: name in, borrowed bytes out.
 *
 * Everything the program needs besides the author's input is read-only data of the executable, so
 * that nothing is looked up, opened or parsed at start, and an installed program finds its
 * resources wherever it was put. A page that is never used is never read from the disk.
 *
 *   layouts/NAME.yaml       the layouts, as in layouts/
 *   fonts/FACE.ttf          the bundled faces, as in fonts/ (TrueType outlines)
 *   hyphen/NAME.bin         hyphenation patterns, compiled from hyphen/NAME.pat
 *   icc/sRGB.icc            the output intent's profile (made by tools/srgb_profile.c)
 *   icc/sRGB.icc.z          the same deflated (zlib format), ready for a FlateDecode stream;
 *                           its length before deflating is the length of icc/sRGB.icc
 *
 * Bytes live as long as the process, start at a multiple of 16, and are followed by a zero byte
 * that is not counted. Safe from any thread. The table is made by cmake/resources.cmake. */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* The resource called `name`; false, with *bytes untouched, when there is none. */
bool resource_find(Str name, Str *bytes);

/* How many there are, and the index-th in the order of the names' bytes; false past the end. */
size_t resource_count(void);
bool resource_at(size_t index, Str *name, Str *bytes);

#endif
