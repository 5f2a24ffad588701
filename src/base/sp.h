/* Lengths: integers of 1/65,536 point (a point is 1/72 inch), as TeX's scaled points but on the PDF point.
 * 64 bits: a galley of 40 pages no longer fits 32. */
#ifndef DOSSIER_BASE_SP_H
#define DOSSIER_BASE_SP_H

#include <stdint.h>

typedef int64_t Sp;

#define SP_PT ((Sp)65536)
#define SP_MAX ((Sp)1 << 60)
/* Whole and tenth points: SP(10) is 10pt, SP_TENTHS(105) is 10.5pt. */
#define SP(points) ((Sp)(points)*SP_PT)
#define SP_TENTHS(tenths) ((Sp)(tenths)*SP_PT / 10)
/* Millimetres to sp, rounded: 1mm = 72/25.4 pt. */
#define SP_MM(mm) (((Sp)(mm)*SP_PT * 7200 + 1270) / 2540)

/* a * b / c rounded half away from zero, without overflow of the product (c > 0). */
static inline Sp sp_scale(Sp a, int64_t b, int64_t c) {
    __extension__ typedef __int128 Wide;
    Wide product = (Wide)a * b;
    Wide half = c / 2;
    return (Sp)((product >= 0 ? product + half : product - half) / c);
}

static inline Sp sp_max(Sp a, Sp b) { return a > b ? a : b; }
static inline Sp sp_min(Sp a, Sp b) { return a < b ? a : b; }

#endif
