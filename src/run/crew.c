/* Items in; composed parts, in any order and each once, out. */
#include "run/crew.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_THREADS = 64, AHEAD_OF_EACH = 4 };

typedef struct Member {
    Crew *crew;
    Job job; /* of its shaper */
    Composer composer;
    pthread_t thread;
    bool is_running;
} Member;

struct Crew {
    CrewPlan plan;
    const Composer *first;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t next, limit; /* the next part to be composed; from here on it is too early */
    bool is_stopping;
    PartRoom *rooms; /* free ones */
    Member *members;
    unsigned count;
};

/* ---- one part ------------------------------------------------------------------------------- */

static PartRoom *take_room(Crew *crew) {
    PartRoom *room = crew->rooms;
    if (room) crew->rooms = room->next;
    return room;
}

/* A part that may be begun; NULL: none. With the lock held. */
static PackPart *take_part(Crew *crew, size_t *index) {
    if (crew->is_stopping || crew->next >= crew->limit) return NULL;
    *index = crew->next++;
    PackPart *part = &crew->plan.parts[*index];
    part->state = PART_TAKEN;
    part->room = take_room(crew);
    return part;
}

/* Memory may end in the part's arena, in what the composer keeps, and in its scratch. */
static PartState compose(const Crew *crew, const Composer *composer, PackPart *part, size_t index) {
    if (!part->room) part->room = part_room_new();
    if (!part->room) return PART_NO_MEMORY;
    jmp_buf no_memory;
    arena_catch(part->room->arena, &no_memory);
    jmp_buf *outer = arena_catch(composer->keep, &no_memory);
    jmp_buf *outer_scratch = arena_catch(composer->scratch, &no_memory);
    volatile PartState state = PART_NO_MEMORY;
    if (!setjmp(no_memory)) {
        part_open(part, part->room, composer);
        part_compose_item(part, composer, crew->plan.items[index], !index && !crew->plan.has_front);
        state = PART_COMPOSED;
    }
    arena_catch(composer->keep, outer);
    arena_catch(composer->scratch, outer_scratch);
    return state;
}

/* Leaves the lock meanwhile. */
static void compose_unlocked(Crew *crew, const Composer *composer, PackPart *part, size_t index) {
    pthread_mutex_unlock(&crew->lock);
    PartState state = compose(crew, composer, part, index);
    pthread_mutex_lock(&crew->lock);
    part->state = state;
    pthread_cond_broadcast(&crew->changed);
}

/* ---- threads -------------------------------------------------------------------------------- */

static void *work(void *of) {
    Member *member = of;
    Crew *crew = member->crew;
    pthread_mutex_lock(&crew->lock);
    while (!crew->is_stopping) {
        size_t index;
        PackPart *part = take_part(crew, &index);
        if (part)
            compose_unlocked(crew, &member->composer, part, index);
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static void drop_member(Member *member) {
    Composer *composer = &member->composer;
    shaper_drop(composer->shaper);
    font_set_drop(composer->fonts);
    arena_drop(composer->keep);
    arena_drop(composer->scratch);
    *composer = (Composer){0};
}

static bool equip(Member *member, const Composer *first) {
    Composer *composer = &member->composer;
    *composer = (Composer){.usual = first->usual,
                           .forms = first->forms,
                           .fonts = font_set_new(),
                           .keep = arena_new(0),
                           .scratch = arena_new(0)};
    if (!composer->fonts || !composer->keep || !composer->scratch) return false;
    jmp_buf no_memory;
    if (setjmp(no_memory)) return false;
    arena_catch(composer->keep, &no_memory);
    member->job = *first->usual.job;
    member->job.arena = composer->keep;
    member->job.scratch = composer->scratch;
    composer->shaper = shaper_new(&member->job, composer->fonts);
    arena_catch(composer->keep, NULL);
    return true;
}

static bool hire(Crew *crew, Member *member) {
    member->crew = crew;
    member->is_running =
        equip(member, crew->first) && pthread_create(&member->thread, NULL, work, member) == 0;
    if (!member->is_running) drop_member(member);
    return member->is_running;
}

Crew *crew_new(const CrewPlan *plan, const Composer *first) {
    unsigned wanted = plan->threads > MOST_THREADS ? MOST_THREADS : plan->threads;
    if (wanted > plan->count) wanted = (unsigned)plan->count;
    Crew *crew = calloc(1, sizeof *crew);
    Member *members = calloc(wanted ? wanted : 1, sizeof *members);
    if (!crew || !members) {
        free(crew);
        free(members);
        return NULL;
    }
    *crew = (Crew){.plan = *plan, .first = first, .members = members};
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->changed, NULL);
    while (crew->count + 1 < wanted && hire(crew, &members[crew->count])) crew->count++;
    return crew;
}

void crew_wait(Crew *crew, size_t index) {
    PackPart *wanted = &crew->plan.parts[index];
    pthread_mutex_lock(&crew->lock);
    size_t ahead = crew->count ? (size_t)(crew->count + 1) * AHEAD_OF_EACH : 1;
    crew->limit = index + ahead < crew->plan.count ? index + ahead : crew->plan.count;
    pthread_cond_broadcast(&crew->changed);
    while (wanted->state < PART_COMPOSED) {
        size_t other;
        PackPart *part = take_part(crew, &other);
        if (part)
            compose_unlocked(crew, crew->first, part, other);
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
}

PartRoom *crew_room(Crew *crew) {
    pthread_mutex_lock(&crew->lock);
    PartRoom *room = take_room(crew);
    pthread_mutex_unlock(&crew->lock);
    return room ? room : part_room_new();
}

void crew_give_back(Crew *crew, PartRoom *room) {
    if (!room) return;
    pthread_mutex_lock(&crew->lock);
    room->next = crew->rooms;
    crew->rooms = room;
    pthread_mutex_unlock(&crew->lock);
}

void crew_stop(Crew *crew) {
    pthread_mutex_lock(&crew->lock);
    crew->is_stopping = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    for (unsigned i = 0; i < crew->count; i++) {
        if (crew->members[i].is_running) pthread_join(crew->members[i].thread, NULL);
        crew->members[i].is_running = false;
    }
}

void crew_join_missing(const Crew *crew, Shaper *shaper) {
    shaper_join_missing(shaper, crew->first->shaper);
    for (unsigned i = 0; i < crew->count; i++)
        shaper_join_missing(shaper, crew->members[i].composer.shaper);
}

void crew_drop(Crew *crew) {
    if (!crew) return;
    crew_stop(crew);
    for (size_t i = 0; i < crew->plan.count; i++) part_room_drop(crew->plan.parts[i].room);
    while (crew->rooms) part_room_drop(take_room(crew));
    for (unsigned i = 0; i < crew->count; i++) drop_member(&crew->members[i]);
    pthread_cond_destroy(&crew->changed);
    pthread_mutex_destroy(&crew->lock);
    free(crew->members);
    free(crew);
}
