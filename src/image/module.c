/* A module's file name in, its function out. */
#include "image/module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

#ifndef DOSSIER_MODULE_DIR_BUILD
#define DOSSIER_MODULE_DIR_BUILD "lib/dossier"
#endif
#ifndef DOSSIER_MODULE_DIR_RELATIVE
#define DOSSIER_MODULE_DIR_RELATIVE "../lib/dossier"
#endif

enum { PATH_LENGTH = 4096 };

static void *open_beside_program(const char *file) {
    char program[PATH_LENGTH], path[2 * PATH_LENGTH];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    while (len > 0 && program[len - 1] != '/') len--;
    if (len <= 0) return NULL;
    snprintf(path, sizeof path, "%.*s" DOSSIER_MODULE_DIR_RELATIVE "/%s", (int)len, program, file);
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

static void *open_of_build(const char *file) {
    char path[PATH_LENGTH];
    snprintf(path, sizeof path, DOSSIER_MODULE_DIR_BUILD "/%s", file);
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

void *module_find(const char *file, const char *symbol) {
    void *library = open_beside_program(file);
    if (!library) library = open_of_build(file);
    return library ? dlsym(library, symbol) : NULL;
}
