/* Words that say "to be confirmed": a value's text in, yes or no out. */
#include "read/field.h"

bool text_is_tbc(Str text) {
    Str value = str_trim(text);
    if (!str_starts(value, STR("TBC"))) return false;
    return value.len == 3 || value.at[3] == ':';
}
