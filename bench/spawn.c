/* Commands in; of each, the median and the least wall time from spawn to exit out, in microseconds.
 *
 *     spawn RUNS -- COMMAND... [-- COMMAND...]...
 *
 * The commands run in turn, so that whatever slows the machine slows all of them alike; a few rounds
 * before the count fill caches. Output of the commands is thrown away; a command that fails stops the
 * measurement. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { MOST_COMMANDS = 8, WARM_UP = 10 };

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Nanoseconds; negative: the command could not be run or failed. */
static int64_t run_once(char **command, const posix_spawn_file_actions_t *actions) {
    pid_t child;
    int status;
    int64_t start = now();
    if (posix_spawn(&child, command[0], actions, NULL, command, environ)) return -1;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    int64_t time = now() - start;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? time : -1;
}

static int compare(const void *a, const void *b) {
    const int64_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* Splits the arguments at "--": each command ends in NULL where the next "--" stood. */
static size_t split(int argc, char **argv, char ***commands) {
    size_t count = 0;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0) continue;
        argv[i] = NULL;
        if (i + 1 < argc && count < MOST_COMMANDS) commands[count++] = argv + i + 1;
    }
    return count;
}

static int measure(char ***commands, size_t count, size_t runs) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    int64_t *times = calloc(count * runs, sizeof *times);
    if (!times) return 1;
    for (size_t round = 0; round < runs + WARM_UP; round++) {
        for (size_t i = 0; i < count; i++) {
            int64_t time = run_once(commands[i], &actions);
            if (time < 0) {
                fprintf(stderr, "spawn: %s failed\n", commands[i][0]);
                return 1;
            }
            if (round >= WARM_UP) times[i * runs + round - WARM_UP] = time;
        }
    }
    for (size_t i = 0; i < count; i++) {
        qsort(times + i * runs, runs, sizeof *times, compare);
        const int64_t *own = times + i * runs;
        printf("%.0f %.0f\n", (double)own[runs / 2] / 1000, (double)own[0] / 1000);
    }
    free(times);
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}

int main(int argc, char **argv) {
    char **commands[MOST_COMMANDS];
    size_t runs = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    size_t count = split(argc, argv, commands);
    if (!runs || !count) {
        fputs("spawn RUNS -- COMMAND... [-- COMMAND...]...\n", stderr);
        return 2;
    }
    return measure(commands, count, runs);
}
