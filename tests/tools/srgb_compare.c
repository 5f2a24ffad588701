/* srgb_compare.c - two RGB profiles in; exit 0 when they are the same colours to less than 1/255.
 *
 *     srgb_compare ONE.icc OTHER.icc
 *
 * 17 x 17 x 17 colours go through lcms2 both ways, and from each profile to CIE Lab, where 0.1 is not seen. */
#include <lcms2.h>
#include <math.h>
#include <stdio.h>

enum { STEPS = 17 };

typedef struct Comparison {
    cmsHTRANSFORM there, back, one_lab, other_lab;
    double farthest, farthest_lab;
} Comparison;

static double distance(const double *a, const double *b) {
    double farthest = 0;
    for (int i = 0; i < 3; i++) farthest = fmax(farthest, fabs(a[i] - b[i]));
    return farthest;
}

static void compare_color(Comparison *all, const double rgb[3]) {
    double moved[3], one[3], other[3];
    cmsDoTransform(all->there, rgb, moved, 1);
    all->farthest = fmax(all->farthest, distance(rgb, moved));
    cmsDoTransform(all->back, rgb, moved, 1);
    all->farthest = fmax(all->farthest, distance(rgb, moved));
    cmsDoTransform(all->one_lab, rgb, one, 1);
    cmsDoTransform(all->other_lab, rgb, other, 1);
    all->farthest_lab = fmax(all->farthest_lab, distance(one, other));
}

static cmsHTRANSFORM transform(cmsHPROFILE from, cmsHPROFILE to, cmsUInt32Number format) {
    return cmsCreateTransform(from, TYPE_RGB_DBL, to, format, INTENT_RELATIVE_COLORIMETRIC,
                              cmsFLAGS_NOOPTIMIZE);
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    cmsHPROFILE one = cmsOpenProfileFromFile(argv[1], "r");
    cmsHPROFILE other = cmsOpenProfileFromFile(argv[2], "r");
    cmsHPROFILE lab = cmsCreateLab4Profile(NULL);
    if (!one || !other || !lab) return 2;
    Comparison all = {.there = transform(one, other, TYPE_RGB_DBL),
                      .back = transform(other, one, TYPE_RGB_DBL),
                      .one_lab = transform(one, lab, TYPE_Lab_DBL),
                      .other_lab = transform(other, lab, TYPE_Lab_DBL)};
    if (!all.there || !all.back || !all.one_lab || !all.other_lab) return 2;
    for (int i = 0; i < STEPS * STEPS * STEPS; i++)
        compare_color(&all, (double[]){(double)(i % STEPS) / (STEPS - 1),
                                       (double)(i / STEPS % STEPS) / (STEPS - 1),
                                       (double)(i / STEPS / STEPS) / (STEPS - 1)});
    printf("farthest: %.3f / 255, Lab %.3f\n", all.farthest * 255, all.farthest_lab);
    return all.farthest * 255 < 1 && all.farthest_lab < 0.1 ? 0 : 1;
}
