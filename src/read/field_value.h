/* Inside of field.c: one function a type, from a scalar to the slot of a struct. Each reports. */
#ifndef DOSSIER_READ_FIELD_VALUE_H
#define DOSSIER_READ_FIELD_VALUE_H

#include "read/field.h"

Scalar scalar_of(const Node *node);
bool value_read_id(Reader *reader, const Scalar *scalar);
bool value_read_lang(Reader *reader, const Scalar *scalar);
bool value_read_url(Reader *reader, const Scalar *scalar);
bool value_read_bool(Reader *reader, const Scalar *scalar, bool *into);
bool value_read_int(Reader *reader, const Scalar *scalar, int *into);
bool value_read_date(Reader *reader, const Scalar *scalar, Date *into);
bool value_read_timecode(Reader *reader, const Scalar *scalar, TimeCode *into);
bool value_read_choice(Reader *reader, const Field *field, const Scalar *scalar, int *into);

#endif
