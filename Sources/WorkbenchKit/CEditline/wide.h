/// UTF-8 and the 32-bit wide characters of the platform.
#ifndef CEDITLINE_WIDE_H
#define CEDITLINE_WIDE_H

#include <stddef.h>
#include <wchar.h>

/// The caller frees the result; NULL when memory is short. Bytes that are no UTF-8 become U+FFFD.
wchar_t *ce_wide(const char *text);

/// The caller frees the result. If `length` is not negative only so many characters are taken.
char *ce_narrow(const wchar_t *text, ptrdiff_t length);

/// Bytes that `length` characters take in UTF-8.
size_t ce_narrow_size(const wchar_t *text, ptrdiff_t length);

#endif
