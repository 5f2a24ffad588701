/* A pack in; its control page out: symbol, version, date, clearances; and who gets which copy. */
#include "block/ledger.h"
#include "block/pack.h"

static void add_named(Ledger *ledger, LanguageTerm label, const Scalar *value) {
    if (!value->given) return;
    ledger_row(ledger, value->span);
    ledger_text(ledger, language_term(ledger->setter->lang, label), value->span);
    ledger_name(ledger, value);
}

static void add_date(Ledger *ledger, LanguageTerm label, const Date *date) {
    if (!date->scalar.given) return;
    ledger_row(ledger, date->scalar.span);
    ledger_text(ledger, language_term(ledger->setter->lang, label), date->scalar.span);
    ledger_date(ledger, date);
}

static void set_clearances(Setter *setter, const FieldList *cleared) {
    const Str heads[] = {language_term(setter->lang, TERM_CLEARED_BY),
                         language_term(setter->lang, TERM_ROLE),
                         language_term(setter->lang, TERM_DATE)};
    Ledger ledger = ledger_new(setter, heads, 3);
    const Clearance *rows = cleared->at;
    for (size_t i = 0; i < cleared->len; i++) {
        ledger_row(&ledger, rows[i].by.span);
        ledger_name(&ledger, &rows[i].by);
        ledger_value(&ledger, &rows[i].role);
        ledger_date(&ledger, &rows[i].date);
    }
    ledger_set(&ledger, (Span){0});
}

void matter_set_control(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    const Control *control = setter->model->pack->control;
    matter_set_title(setter, language_term(setter->lang, TERM_CONTROL), STR("part:control"));
    Ledger ledger = ledger_new(setter, NULL, 2);
    add_named(&ledger, TERM_SYMBOL, &control->symbol);
    add_named(&ledger, TERM_VERSION, &control->version);
    add_date(&ledger, TERM_DATE, &control->date);
    add_named(&ledger, TERM_AUTHOR, &control->author);
    add_named(&ledger, TERM_SUPERSEDES, &control->supersedes);
    if (control->retention.count) {
        ledger_row(&ledger, control->retention.span);
        ledger_text(&ledger, language_term(setter->lang, TERM_RETENTION), control->retention.span);
        ledger_rich(&ledger, &control->retention);
    }
    ledger_set(&ledger, (Span){0});
    set_clearances(setter, &control->cleared);
}

void matter_set_distribution(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    const FieldList *list = &setter->model->pack->distribution;
    const Str heads[] = {language_term(setter->lang, TERM_COPY),
                         language_term(setter->lang, TERM_RECIPIENT),
                         language_term(setter->lang, TERM_EDITION)};
    matter_set_title(setter, language_term(setter->lang, TERM_DISTRIBUTION),
                     STR("part:distribution"));
    Ledger ledger = ledger_new(setter, heads, 3);
    const Recipient *rows = list->at;
    for (size_t i = 0; i < list->len; i++) {
        ledger_row(&ledger, rows[i].to.span);
        ledger_value(&ledger, &rows[i].copy);
        ledger_name(&ledger, &rows[i].to);
        ledger_value(&ledger, &rows[i].audience);
    }
    ledger_set(&ledger, (Span){0});
}
