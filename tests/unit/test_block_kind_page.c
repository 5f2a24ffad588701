/* Forced breaks. */
#include "kind_fixture.h"

static void what_follows_begins_a_page(void **state) {
    Kind *kind = *state;
    const char *pages = kind_set(kind, "- One.\n- page: next\n- page: next\n- Two.\n- page: next\n",
                                 DOSSIER_STAGE_PAGES);
    assert_said(kind, "");
    ASSERT_IN_ORDER(pages, "page 1", "One.", "page 2", "Two.");
    assert_absent(pages, "page 3");
}

static void sides_leave_a_page_blank(void **state) {
    Kind *kind = *state;
    const char *pages = kind_set(
        kind, "- One.\n- page: recto\n- Three.\n- page: recto\n- Five.\n- page: verso\n- Six.\n",
        DOSSIER_STAGE_PAGES);
    assert_said(kind, "");
    ASSERT_IN_ORDER(pages, "page 1", "One.", "page 2", "This page is left blank", "page 3",
                    "Three.", "page 4", "This page is left blank", "page 5", "Five.", "page 6",
                    "Six.");
    assert_absent(pages, "page 7");
}

KIND_MAIN(KIND_TEST(what_follows_begins_a_page), KIND_TEST(sides_leave_a_page_blank))
