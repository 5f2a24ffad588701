/* Which libyaml. */
#include "read/node.h"

#include <yaml.h>

const char *node_library_version(void) { return yaml_get_version_string(); }
