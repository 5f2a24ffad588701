/* Which HarfBuzz. */
#include "font/font.h"

#include <hb.h>

const char *font_library_version(void) { return hb_version_string(); }
