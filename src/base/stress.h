/* Sizes for the `stress` preset: everything that grows starts as small as it may and moves each time, and memory
 * that is let go is overwritten, so that whoever holds a stale pointer, or relies on room that a real text
 * happens to have, is found. The bytes that come out are those of a release build. */
#ifndef DOSSIER_BASE_STRESS_H
#define DOSSIER_BASE_STRESS_H

#include <string.h>

#ifdef DOSSIER_STRESS
#define STRESS_SIZE(usual, least) (least)
#define STRESS_SPOIL(at, size) ((at) ? memset((at), 0xAB, (size)) : (at))
#else
#define STRESS_SIZE(usual, least) (usual)
#define STRESS_SPOIL(at, size) ((void)(at), (void)(size))
#endif

#endif
