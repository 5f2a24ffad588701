#include "shape/module.h"
bool module_analyse(Work *work) {
    (void)work;
    return false;
}
