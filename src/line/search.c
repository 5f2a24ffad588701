/* Costs of candidate lines into the cheapest chain of breaks (Knuth & Plass 1981).
 *
 * A node is a way to end a line at a break, in one state; only the cheapest way into each state is kept.
 * Breaks are taken in order; for each, the nodes that a line could still reach it from are the active ones,
 * in groups by the break they stand at (the nodes of a group share the line's measurements). A group whose
 * line has become too long leaves; since the measure bounds a line's items, a break meets a bounded number
 * of groups and the work is linear. */
#include "line/fit.h"

#include <limits.h>

typedef struct Node {
    uint32_t at;   /* the break; FIT_START for the beginning */
    uint32_t back; /* the node before */
    FitState state;
    bool is_beaten;
    int64_t demerits;
} Node;

enum {
    HYPHENS = 3,
    STATES = 4 * HYPHENS
}; /* hyphens in a row, 0 to 2; states of one line number */

typedef struct Group {
    uint32_t at, first, count; /* nodes [first, first + count) */
    bool is_dead;
} Group;

typedef struct Search {
    Job *job;
    const Fit *fit;
    const Pass *pass;
    LIST(Node) nodes;
    LIST(Group) groups;
    LIST(uint32_t) slots; /* by state: the node of the present break, if it is not a stale one */
    uint32_t at;          /* the present break */
    size_t first;         /* its first node */
    size_t head;          /* groups before it are dead */
    size_t candidates;
} Search;

/* The line from a is wider than its measure at b and at every later break. */
static bool is_beyond(const Search *search, uint32_t a, uint32_t b) {
    const Fit *fit = search->fit;
    FitLine line = fit_line(fit, a, b, false);
    Sp shrink = fit->shape == FIT_JUSTIFIED ? line.shrink : 0;
    return line.natural - shrink > line.room + fit->slack;
}

/* The line from a is too short for b, and so is every line from a later break. */
static bool is_out_of_reach(const Search *search, uint32_t a, uint32_t b) {
    const Fit *fit = search->fit;
    if (fit->shape != FIT_JUSTIFIED || search->pass->max_ratio == INT_MAX) return false;
    const FitSum *from = &fit->sums[fit->starts[a]], *to = &fit->sums[fit->ends[b]];
    Sp stretch =
        to->stretch - from->stretch + (to->body - from->body) * fit->spec->expansion / 1000;
    Sp widest = to->width - from->width + stretch * search->pass->max_ratio / 1000;
    return widest + 2 * fit->slack < fit->narrowest;
}

static size_t slot_of(FitState state) {
    return (size_t)state.line * STATES + (size_t)state.fitness * HYPHENS + state.hyphens;
}

/* The node of the present break in the state of this slot; NULL when there is none. */
static Node *node_in(Search *search, size_t slot, size_t first) {
    uint32_t index = search->slots.at[slot];
    if (index < first || index >= search->nodes.len || search->nodes.at[index].at != search->at)
        return NULL;
    Node *node = &search->nodes.at[index];
    return slot_of(node->state) == slot ? node : NULL;
}

/* Keeps the cheapest node for each state at a break; the new nodes are those behind `first`. */
static void fold_node(Search *search, size_t first, Node node) {
    size_t slot = slot_of(node.state);
    while (search->slots.len < ((size_t)node.state.line + 1) * STATES)
        *list_add(search->job->scratch, &search->slots) = 0;
    Node *old = node_in(search, slot, first);
    if (!old) {
        search->slots.at[slot] = (uint32_t)search->nodes.len;
        *list_add(search->job->scratch, &search->nodes) = node;
    } else if (node.demerits < old->demerits) {
        *old = node;
    }
}

/* From the nodes whose next line is narrow, or from the others. */
static void extend_group(Search *search, size_t group, uint32_t b, const Grade *grade,
                         bool is_narrow) {
    size_t first = search->first;
    uint32_t from = search->groups.at[group].first;
    uint32_t end = from + search->groups.at[group].count;
    for (uint32_t i = from; i < end; i++) {
        const Node *behind = &search->nodes.at[i];
        if (fit_is_narrow(search->fit, behind->state.line) != is_narrow) continue;
        Step step = grade_step(search->fit, search->pass, grade, b, behind->state);
        if (!step.is_allowed) continue;
        Node node = {
            .at = b, .back = i, .state = step.state, .demerits = behind->demerits + step.demerits};
        fold_node(search, first, node);
    }
}

/* Another node at the same break, with no more hyphens behind it, is cheaper by more than a neighbour's
 * tightness can cost: this one can never win. */
static bool is_beaten(Search *search, const Node *node, size_t first) {
    FitState rival = node->state;
    for (rival.fitness = 0; rival.fitness < STATES / HYPHENS; rival.fitness++) {
        for (rival.hyphens = 0; rival.hyphens <= node->state.hyphens; rival.hyphens++) {
            const Node *other = node_in(search, slot_of(rival), first);
            if (other && other->demerits + FIT_NEIGHBOUR_DEMERITS < node->demerits) return true;
        }
    }
    return false;
}

/* Marked first, then closed up, since slots point to nodes where they stand. */
static void prune_nodes(Search *search, size_t first) {
    for (size_t i = first; i < search->nodes.len; i++)
        search->nodes.at[i].is_beaten = is_beaten(search, &search->nodes.at[i], first);
    size_t kept = first;
    for (size_t i = first; i < search->nodes.len; i++)
        if (!search->nodes.at[i].is_beaten) search->nodes.at[kept++] = search->nodes.at[i];
    search->nodes.len = kept;
}

static void close_group(Search *search, uint32_t b, size_t first) {
    if (search->nodes.len == first) return;
    if (search->nodes.len > first + 1) prune_nodes(search, first);
    *list_add(search->job->scratch, &search->groups) =
        (Group){.at = b, .first = (uint32_t)first, .count = (uint32_t)(search->nodes.len - first)};
}

/* The narrow lines among those from a group to b, if there are any; `forced`: though they stick out. */
static void try_narrow(Search *search, size_t group, uint32_t b, bool is_forced) {
    if (!search->fit->spec->narrow_lines) return;
    Grade grade = grade_line(search->fit, search->pass, search->groups.at[group].at, b, true);
    if (grade.verdict == LINE_FITS || is_forced) extend_group(search, group, b, &grade, true);
}

/* All lines that end at b. False when no group is left to go on from. */
static bool try_break(Search *search, uint32_t b) {
    const Fit *fit = search->fit;
    bool is_forced = fit_is_forced(fit, b);
    search->at = b;
    size_t first = search->nodes.len, last_group = search->groups.len, live = 0;
    search->first = first;
    for (size_t g = search->head; g < last_group; g++) {
        Group *group = &search->groups.at[g];
        if (group->is_dead) continue;
        search->candidates++;
        if (!is_forced && group->at != FIT_START && is_out_of_reach(search, group->at, b)) {
            live++;
            break;
        }
        Grade grade = grade_line(fit, search->pass, group->at, b, false);
        if (grade.verdict == LINE_FITS) extend_group(search, g, b, &grade, false);
        try_narrow(search, g, b, false);
        if (is_forced || (grade.verdict == LINE_LONG && is_beyond(search, group->at, b)))
            search->groups.at[g].is_dead = true;
        else
            live++;
    }
    if (live == 0 && search->nodes.len == first && search->pass->allows_overfull) {
        Grade grade = grade_line(fit, search->pass, search->groups.at[last_group - 1].at, b, false);
        extend_group(search, last_group - 1, b, &grade, false);
        try_narrow(search, last_group - 1, b, true);
    }
    while (search->head < last_group && search->groups.at[search->head].is_dead) search->head++;
    close_group(search, b, first);
    return live > 0 || search->nodes.len > first;
}

/* The final node to take: the cheapest, or the cheapest with the count of lines nearest to what is wanted. */
static uint32_t choose_node(const Search *search, uint32_t first) {
    const Node *nodes = search->nodes.at;
    uint32_t end = (uint32_t)search->nodes.len, best = first;
    for (uint32_t i = first; i < end; i++)
        if (nodes[i].demerits < nodes[best].demerits) best = i;
    int looseness = search->fit->looseness;
    if (search->fit->shape == FIT_BALANCED || looseness == 0) return best;
    int64_t wanted = (int64_t)nodes[best].state.line + looseness;
    for (uint32_t i = first; i < end; i++) {
        int64_t off = (int64_t)nodes[i].state.line - wanted;
        int64_t best_off = (int64_t)nodes[best].state.line - wanted;
        off = off < 0 ? -off : off;
        best_off = best_off < 0 ? -best_off : best_off;
        if (off < best_off || (off == best_off && nodes[i].demerits < nodes[best].demerits))
            best = i;
    }
    return best;
}

static void collect(const Search *search, uint32_t node, Breaks *breaks) {
    size_t count = 0;
    for (uint32_t i = node; i; i = search->nodes.at[i].back) count++;
    uint32_t *at = ARENA_ARRAY(search->job->scratch, uint32_t, count);
    breaks->demerits = search->nodes.at[node].demerits;
    breaks->at = at;
    breaks->count = count;
    for (uint32_t i = node; i; i = search->nodes.at[i].back) at[--count] = search->nodes.at[i].at;
}

bool search_breaks(Job *job, const Fit *fit, const Pass *pass, Breaks *breaks) {
    Search search = {.job = job, .fit = fit, .pass = pass};
    *list_add(job->scratch, &search.nodes) =
        (Node){.at = FIT_START, .state = {.fitness = FITNESS_DECENT}};
    *list_add(job->scratch, &search.groups) = (Group){.at = FIT_START, .count = 1};
    bool is_alive = true;
    for (uint32_t i = 0; i < fit->count && is_alive; i++)
        if (fit_is_break(fit, pass, i)) is_alive = try_break(&search, i);
    *breaks = (Breaks){.candidates = search.candidates};
    if (!is_alive || list_last(&search.groups).at != fit->count - 1) return false;
    collect(&search, choose_node(&search, list_last(&search.groups).first), breaks);
    return true;
}
