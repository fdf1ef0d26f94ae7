#pragma once
// libxml2's push parser with SAX2 callbacks: what the xlsx reader needs of it.
#include <libxml/xmlversion.h>
// Its headers would pull in those of the system's ICU, which clash with the ICU inside Foundation; nothing here
// uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
