#pragma once
// libxml2's push parser with SAX2 callbacks: what the xlsx reader needs of it.
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
