/* Which libharu, which libdeflate. */
#include "pdf/pdf.h"

#include <hpdf.h>
#include <libdeflate.h>

const char *pdf_library_version(void) { return HPDF_GetVersion(); }
const char *pdf_compressor_version(void) { return LIBDEFLATE_VERSION_STRING; }
