/* An item of a pack in; a line that tells who owes it, when, how long it is and whether it is late out. */
#include "cli/status.h"

#include "cli/report.h"

#include <string.h>
#include <time.h>

static bool is_date(const char *text) {
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form - 1; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == 'd' ? !is_digit : text[i] != form[i]) return false;
    }
    return !text[sizeof form - 1];
}

bool status_begin(Status *status, const Arguments *arguments, const long long *epoch) {
    if (arguments->command != COMMAND_STATUS) return true;
    status->is_json = arguments->format == FORMAT_JSON;
    if (arguments->today && !is_date(arguments->today)) {
        fprintf(stderr, "dossier: \"%s\" is no date; write --today=2018-12-06\n", arguments->today);
        return false;
    }
    time_t now = epoch ? (time_t)*epoch : time(NULL);
    struct tm day;
    if (arguments->today)
        memcpy(status->today, arguments->today, strlen(arguments->today) + 1);
    else if (!gmtime_r(&now, &day) ||
             !strftime(status->today, sizeof status->today, "%Y-%m-%d", &day))
        return false;
    return true;
}

/* At most `width` characters, filled up with spaces; control characters drive no terminal. */
static void print_padded(const char *text, int width, FILE *out) {
    int count = 0;
    for (; *text; text++) {
        bool is_first = ((unsigned char)*text & 0xC0) != 0x80;
        if (is_first && ++count > width) break;
        putc((unsigned char)*text < ' ' ? '?' : *text, out);
    }
    for (; count < width; count++) putc(' ', out);
    fputs("  ", out);
}

static void print_count(size_t count, bool is_known, int width, FILE *out) {
    if (is_known)
        fprintf(out, "%*zu  ", width, count);
    else
        fprintf(out, "%*s  ", width, "-");
}

static void print_row(Status *status, const DossierItem *item, bool is_late, FILE *out) {
    if (!status->has_head)
        fputs("item  pages   words  due         late  status      owner                 title\n",
              out);
    status->has_head = true;
    fprintf(out, "%4u  ", item->number);
    print_count(item->pages, item->pages != 0, 5, out);
    print_count(item->words, true, 6, out);
    print_padded(*item->due ? item->due : "-", 10, out);
    print_padded(is_late ? "late" : "", 4, out);
    print_padded(*item->status ? item->status : "-", 10, out);
    print_padded(*item->owner ? item->owner : "-", 20, out);
    for (const char *at = item->title; *at; at++) putc((unsigned char)*at < ' ' ? '?' : *at, out);
    putc('\n', out);
}

void status_print(Status *status, const DossierItem *item, FILE *out) {
    bool is_late = item->is_awaited && (!strcmp(item->status, "late") ||
                                        (*item->due && strcmp(item->due, status->today) < 0));
    if (!status->is_json) {
        print_row(status, item, is_late, out);
        return;
    }
    fprintf(out, "{\"item\":%u", item->number);
    putc(',', out);
    report_json_string("title", item->title, out);
    putc(',', out);
    report_json_string("owner", item->owner, out);
    putc(',', out);
    report_json_string("status", item->status, out);
    putc(',', out);
    report_json_string("due", item->due, out);
    fprintf(out, ",\"pages\":%zu,\"words\":%zu,\"late\":%s}\n", item->pages, item->words,
            is_late ? "true" : "false");
}
