/* `--level W1007=off` in; a code of the program and what becomes of it out. */
#include "cli/nearest.h"
#include "cli/option.h"

#include <string.h>

static const char *const level_names[] = {"off", "note", "warning", "error"}; /* from DOSSIER_OFF */

enum { LEVELS = 4, MOST = 32 };

/* W_DOUBLE_SPACE is written double-space; anything that is too long is no name. */
static void plain_name(const char *name, char out[MOST]) {
    size_t len = 0;
    if (strlen(name) > 2 && name[1] == '_') name += 2;
    for (; name[len] && len + 1 < MOST; len++) {
        char c = name[len];
        out[len] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '_' ? '-' : c;
    }
    out[len] = 0;
}

static bool find_code(const char *typed, DossierCode *code) {
    char name[MOST], known[MOST];
    plain_name(typed, name);
    for (size_t i = 0; dossier_code(i, code); i++) {
        char number[MOST];
        plain_name(code->number, number);
        plain_name(code->name, known);
        if (!strcmp(name, number) || !strcmp(name, known)) return true;
    }
    return false;
}

/* What `--level` may be said of is nearest by its number or by its name. */
static bool fail_code(const char *typed, FILE *errors) {
    DossierCode code;
    char name[MOST], known[2][MOST], nearest[MOST] = "";
    unsigned best = edits_forgiven(typed) + 1;
    plain_name(typed, name);
    for (size_t i = 0; dossier_code(i, &code); i++) {
        plain_name(code.number, known[0]);
        plain_name(code.name, known[1]);
        for (int k = 0; k < 2 && code.severity != DOSSIER_ERROR; k++) {
            unsigned edits = edits_between(name, known[k]);
            if (edits >= best) continue;
            best = edits;
            snprintf(nearest, sizeof nearest, "%s", k ? known[1] : code.number);
        }
    }
    if (nearest[0])
        fprintf(errors, "dossier: --level knows no code \"%s\"; did you mean \"%s\"?\n", typed,
                nearest);
    else
        fprintf(errors,
                "dossier: --level knows no code \"%s\"; it stands in the brackets of a message, as "
                "in warning[W1007]\n",
                typed);
    return false;
}

static bool find_severity(const char *typed, DossierSeverity *severity) {
    for (int i = 0; i < LEVELS; i++) {
        if (strcmp(typed, level_names[i]) != 0) continue;
        *severity = (DossierSeverity)(i + DOSSIER_OFF);
        return true;
    }
    return false;
}

static bool fail_level(const char *typed, FILE *errors) {
    for (int i = 0; i < LEVELS; i++) {
        if (edits_between(typed, level_names[i]) > edits_forgiven(typed)) continue;
        fprintf(errors, "dossier: --level does not know \"%s\"; did you mean \"%s\"?\n", typed,
                level_names[i]);
        return false;
    }
    fprintf(errors, "dossier: --level does not know \"%s\"; it takes off, note, warning, error\n",
            typed);
    return false;
}

bool level_read(const char *word, DossierLevel *level, FILE *errors) {
    const char *equals = strchr(word, '=');
    char typed[64];
    if (!equals || equals == word) {
        fprintf(errors, "dossier: --level \"%s\" is not CODE=LEVEL: say --level W1007=off\n", word);
        return false;
    }
    snprintf(typed, sizeof typed, "%.*s", (int)(equals - word < 63 ? equals - word : 63), word);
    if (!find_severity(equals + 1, &level->severity)) return fail_level(equals + 1, errors);
    level->code = "all";
    if (!strcmp(typed, "all")) return true;
    DossierCode code;
    if (!find_code(typed, &code)) return fail_code(typed, errors);
    level->code = code.number;
    if (code.severity != DOSSIER_ERROR || level->severity == DOSSIER_ERROR) return true;
    fprintf(errors, "dossier: %s is an error and stays one: %s\n", code.number, code.summary);
    return false;
}
