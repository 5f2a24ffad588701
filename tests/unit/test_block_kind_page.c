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

static void sides_are_refused(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- One.\n- page: recto\n");
    assert_said(kind, "2:9 E0309 `page: recto` is not supported yet\n");
}

KIND_MAIN(KIND_TEST(what_follows_begins_a_page), KIND_TEST(sides_are_refused))
