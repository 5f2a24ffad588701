/* Modules of this stage, opened on first use: few articles need one. */
#ifndef DOSSIER_IMAGE_MODULE_H
#define DOSSIER_IMAGE_MODULE_H

/* A function of a module "dossier-NAME.so", from beside the program or from the build; the library stays open for
 * the life of the process. NULL when there is none. ISO C has no cast from an object pointer to a function, so the
 * caller copies the bits, which POSIX promises are the same. */
void *module_find(const char *file, const char *symbol);

#endif
