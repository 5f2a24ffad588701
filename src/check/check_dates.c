/* Dates in the text: days that no month has, weekdays that are another day's, and the first day without a year in
 * an article that gives none. */
#include "check/internal.h"

typedef struct TextDate {
    int day, month, year; /* year 0: none */
    int weekday;          /* 0 is Sunday; -1: none */
    size_t first, last;   /* words */
} TextDate;

typedef struct Reading {
    Checking *checking;
    const CheckText *text;
    const LanguageProfile *profile;
    bool is_year_known; /* the reader has met a year */
} Reading;

/* ---- one date ------------------------------------------------------------------------------- */

/* 8, 8th, 1er; 0 when the word is no number of at most `digits` digits. */
static int number_of(Str word, size_t digits) {
    static const Str endings[] = {STR_CONST(""),   STR_CONST("st"), STR_CONST("nd"),
                                  STR_CONST("rd"), STR_CONST("th"), STR_CONST("er"),
                                  STR_CONST("º")};
    int number = 0;
    size_t len = 0;
    while (len < word.len && word.at[len] >= '0' && word.at[len] <= '9' && len <= digits)
        number = number * 10 + (word.at[len++] - '0');
    if (!len || len > digits) return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (str_equal(str_slice(word, len, word.len), endings[i])) return number;
    }
    return 0;
}

static Str word_at(const Reading *reading, size_t index) {
    return index < reading->text->word_count
               ? check_word(reading->text, &reading->text->words[index])
               : (Str){0};
}

/* A space or a comma stands between a word and the one before it. */
static bool follows(const Reading *reading, size_t index) {
    if (!index || index >= reading->text->word_count) return false;
    Str gap = check_gap(reading->text, index);
    return str_is(gap, " ") || str_is(gap, ", ") || str_is(gap, "\xC2\xA0") ||
           str_is(gap, "\xE2\x80\xAF");
}

/* English months are words of their own when they are small: may, march. */
static int month_at(const Reading *reading, size_t index) {
    const Word *word = &reading->text->words[index];
    bool needs_capital = word->strand->wording->has_capital_months;
    if (word->strand->is_opaque || (needs_capital && !word->begins_upper)) return 0;
    for (int month = 0; month < 12; month++) {
        if (language_is_same_word(reading->profile->words->months[month], word_at(reading, index)))
            return month + 1;
    }
    return 0;
}

static bool is_joint(Str word) {
    return str_is(word, "de") || str_is(word, "del") || str_is(word, "of");
}

/* "8 December", "8 de diciembre", "8th of December". */
static void take_day_before(const Reading *reading, size_t month, TextDate *date) {
    size_t at = month;
    if (at && follows(reading, at) && is_joint(word_at(reading, at - 1))) at--;
    if (!at || !follows(reading, at)) return;
    date->day = number_of(word_at(reading, at - 1), 2);
    date->first = at - 1;
}

static void take_year(const Reading *reading, TextDate *date) {
    size_t next = date->last + 1;
    if (follows(reading, next) && is_joint(word_at(reading, next))) next++;
    int year = follows(reading, next) ? number_of(word_at(reading, next), 4) : 0;
    if (year < 1000) return;
    date->year = year;
    date->last = next;
}

static bool read_date(const Reading *reading, size_t index, TextDate *date) {
    *date = (TextDate){.month = month_at(reading, index), .first = index, .last = index};
    if (!date->month) return false;
    take_day_before(reading, index, date);
    if (!date->day && follows(reading, index + 1)) { /* December 8 */
        date->day = number_of(word_at(reading, index + 1), 2);
        date->first = index;
        date->last = index + 1;
    }
    if (!date->day || date->day > 31) return false;
    take_year(reading, date);
    date->weekday = date->first && follows(reading, date->first)
                        ? language_weekday(reading->profile, word_at(reading, date->first - 1))
                        : -1;
    if (date->weekday >= 0) date->first--;
    return true;
}

/* ---- judging -------------------------------------------------------------------------------- */

static int days_in(int month, int year) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = !year || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* The year in which the day lies nearest to the article's. */
static int likely_year(const Date *article, const TextDate *date) {
    int best = article->year, least = 0;
    for (int year = article->year - 1; year <= article->year + 1; year++) {
        int away = (year - article->year) * 372 + (date->month - article->month) * 31 +
                   (date->day - article->day);
        if (away < 0) away = -away;
        if (year > article->year - 1 && away >= least) continue;
        least = away;
        best = year;
    }
    return best;
}

static Span span_of_date(const Reading *reading, const TextDate *date) {
    return check_span(reading->text, reading->text->words[date->first].start,
                      reading->text->words[date->last].end);
}

/* Of an article; the texts of a pack are not told apart by theirs. */
static const Date *own_date(const Reading *reading) {
    static const Date none;
    const Model *model = reading->checking->model;
    return model->article ? &model->article->date : &none;
}

static void check_weekday(const Reading *reading, const TextDate *date) {
    const Date *article = own_date(reading);
    int year = date->year ? date->year : article->year ? likely_year(article, date) : 0;
    if (!year || date->weekday < 0) return;
    int right = model_weekday(year, date->month, date->day);
    if (right == date->weekday) return;
    const Str *names = reading->profile->words->weekdays;
    Job *job = reading->checking->job;
    diag_add(job->diags, W_DATE, span_of_date(reading, date),
             str_format(job->arena, "write %.*s, or correct the date", STR_ARG(names[right])),
             "%04d-%02d-%02d is a %.*s, not a %.*s", year, date->month, date->day,
             STR_ARG(names[right]), STR_ARG(names[date->weekday]));
}

static void check_date(Reading *reading, const TextDate *date) {
    Diags *diags = reading->checking->job->diags;
    int days = days_in(date->month, date->year);
    Str month = reading->profile->words->months[date->month - 1];
    if (date->day > days) {
        diag_add(diags, W_DATE, span_of_date(reading, date), STR("correct the day or the month"),
                 "%.*s has %d days", STR_ARG(month), days);
        return;
    }
    check_weekday(reading, date);
    if (date->year) reading->is_year_known = true;
    if (reading->is_year_known) return;
    diag_add(diags, W_YEAR, span_of_date(reading, date),
             STR("add the year here, or give the article a `date`"),
             "the year of this day is not told");
    reading->is_year_known = true; /* once is enough */
}

static bool is_year(Str word) {
    int year = word.len == 4 ? number_of(word, 4) : 0;
    return year >= 1900 && year < 2100;
}

static void check_text(Reading *reading) {
    for (size_t i = 0; i < reading->text->word_count; i++) {
        TextDate date;
        const Word *word = &reading->text->words[i];
        if (is_year(word_at(reading, i))) reading->is_year_known = true;
        if (!word->strand->wording || !word->has_letter) continue;
        reading->profile = language_find(word->strand->lang);
        if (!read_date(reading, i, &date)) continue;
        check_date(reading, &date);
        if (date.last > i) i = date.last;
    }
}

void check_dates(Checking *checking) {
    Reading reading = {.checking = checking};
    reading.is_year_known = checking->model->pack || own_date(&reading)->year;
    for (size_t i = 0; i < checking->text_count; i++) {
        reading.text = &checking->texts[i];
        check_text(&reading);
    }
}
