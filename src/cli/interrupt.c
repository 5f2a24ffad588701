/* A signal in, a flag out. */
#include "cli/interrupt.h"

#include <signal.h>
#include <stddef.h>

/* The one writable global of the program: a handler has nothing else to write to. */
static volatile sig_atomic_t caught;

static void note(int number) { caught = number; }

void interrupt_watch(void) {
    static const int stopping[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction stop = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    for (size_t i = 0; i < sizeof stopping / sizeof *stopping; i++) {
        /* nohup and background jobs of old shells have these ignored: it stays so. */
        if (sigaction(stopping[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(stopping[i], &stop, NULL);
    }
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
}

const volatile int *interrupt_flag(void) { return &caught; }
