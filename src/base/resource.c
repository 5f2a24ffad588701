/* resource.c - a name into the bytes compiled in, by binary search in a sorted table. */
#include "base/resource.h"

#include <stdint.h>
#include <string.h>

/* Written by cmake/resources.cmake. Offsets count from dossier_resource_base; being relative,
 * they need no relocation, so the whole table stays in pages shared with the file. */
typedef struct {
    uint32_t name_offset;
    uint32_t name_len;
    uint32_t bytes_offset;
    uint32_t bytes_len;
} ResourceEntry;

extern const char dossier_resource_base[];
extern const ResourceEntry dossier_resource_table[];
extern const uint32_t dossier_resource_count;

static Str entry_name(const ResourceEntry *entry) {
    return (Str){dossier_resource_base + entry->name_offset, entry->name_len};
}

static Str entry_bytes(const ResourceEntry *entry) {
    return (Str){dossier_resource_base + entry->bytes_offset, entry->bytes_len};
}

static int compare_names(Str a, Str b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared > 0 ? memcmp(a.at, b.at, shared) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

size_t resource_count(void) { return dossier_resource_count; }

bool resource_at(size_t index, Str *name, Str *bytes) {
    if (index >= dossier_resource_count) return false;
    *name = entry_name(&dossier_resource_table[index]);
    *bytes = entry_bytes(&dossier_resource_table[index]);
    return true;
}

bool resource_find(Str name, Str *bytes) {
    size_t low = 0, high = dossier_resource_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ResourceEntry *entry = &dossier_resource_table[middle];
        int order = compare_names(name, entry_name(entry));
        if (order == 0) {
            *bytes = entry_bytes(entry);
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}
