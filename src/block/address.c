/* An address as a machine needs it in; as a reader of paper can type it out. */
#include "block/address.h"

static bool is_letter_of(char c, char lower) { return c == lower || c == lower - 'a' + 'A'; }

/* Takes a beginning off, whatever its case. */
static bool drop_start(Str *address, const char *start) {
    size_t len = 0;
    for (; start[len]; len++) {
        if (len == address->len) return false;
        bool is_alpha = start[len] >= 'a' && start[len] <= 'z';
        bool is_same =
            is_alpha ? is_letter_of(address->at[len], start[len]) : address->at[len] == start[len];
        if (!is_same) return false;
    }
    *address = str_slice(*address, len, address->len);
    return true;
}

/* What a mail program would fill in is no part of the address. */
static Str without_query(Str address) {
    size_t end = str_find(address, STR("?"), 0);
    return end < address.len ? str_slice(address, 0, end) : address;
}

static Str readable(Str url) {
    Str address = url;
    if (drop_start(&address, "mailto:")) return address.len ? without_query(address) : url;
    if (drop_start(&address, "tel:")) return address.len ? address : url;
    bool is_web = drop_start(&address, "https://") || drop_start(&address, "http://");
    Str rest = address;
    /* An address may also be written without its scheme. */
    if (drop_start(&rest, "www.") && rest.len) address = rest;
    bool has_slash = address.len > 1 && address.at[address.len - 1] == '/';
    if (has_slash && (is_web || rest.at != url.at)) address.len--;
    return address.len ? address : url;
}

static size_t behind_host(Str address) {
    size_t slash = str_find(address, STR("/"), 0);
    return slash < address.len ? slash + 1 : 0;
}

/* Where the last `count` characters begin. */
static size_t tail_from(Str address, size_t count) {
    size_t at = address.len;
    while (at > 0 && count > 0) {
        at--;
        bool is_inside = ((unsigned char)address.at[at] & 0xC0) == 0x80;
        if (!is_inside) count--;
    }
    return at;
}

Str address_short(Arena *arena, Str url, size_t longest) {
    Str address = readable(url);
    if (!longest || utf8_count(address) <= longest) return address;
    Str host = str_slice(address, 0, behind_host(address));
    size_t head = utf8_count(host) + 1; /* with the dots */
    if (head >= longest) return address;
    size_t from = tail_from(address, longest - head);
    /* Better from the beginning of a part, if enough remains to be known by. */
    size_t slash = str_find(address, STR("/"), from);
    if (slash < address.len && address.len - slash > longest / 4) from = slash;
    Str tail = str_slice(address, from, address.len);
    return str_format(arena, "%.*s\xE2\x80\xA6%.*s", STR_ARG(host), STR_ARG(tail));
}
