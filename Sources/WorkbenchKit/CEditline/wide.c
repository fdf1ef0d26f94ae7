#include "wide.h"

#include <stdlib.h>
#include <string.h>

/// The scalar at `text`, and how many bytes it takes.
static wchar_t decoded(const unsigned char *text, size_t left, size_t *taken) {
  static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  size_t size = text[0] < 0x80 ? 1 : text[0] < 0xC2 ? 0 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : text[0] < 0xF5 ? 4 : 0;
  *taken = 1;
  if (size == 0 || size > left) return 0xFFFD;
  unsigned int scalar = text[0] & masks[size];
  for (size_t index = 1; index < size; index++) {
    if ((text[index] & 0xC0) != 0x80) return 0xFFFD;
    scalar = scalar << 6 | (text[index] & 0x3F);
  }
  *taken = size;
  return (wchar_t)scalar;
}

wchar_t *ce_wide(const char *text) {
  size_t length = strlen(text);
  wchar_t *result = malloc((length + 1) * sizeof(wchar_t));
  if (result == NULL) return NULL;
  size_t count = 0;
  for (size_t at = 0, taken; at < length; at += taken)
    result[count++] = decoded((const unsigned char *)text + at, length - at, &taken);
  result[count] = 0;
  return result;
}

static size_t encoded(wchar_t scalar, char *into) {
  unsigned int value = (unsigned int)scalar;
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  if (value < 0x80) {
    into[0] = (char)value;
    return 1;
  }
  size_t size = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t index = size - 1; index > 0; index--) {
    into[index] = (char)(0x80 | (value & 0x3F));
    value >>= 6;
  }
  into[0] = (char)(leads[size] | value);
  return size;
}

char *ce_narrow(const wchar_t *text, ptrdiff_t length) {
  size_t count = length < 0 ? wcslen(text) : (size_t)length;
  char *result = malloc(count * 4 + 1);
  if (result == NULL) return NULL;
  size_t size = 0;
  for (size_t index = 0; index < count; index++) size += encoded(text[index], result + size);
  result[size] = 0;
  return result;
}

size_t ce_narrow_size(const wchar_t *text, ptrdiff_t length) {
  char scratch[4];
  size_t size = 0;
  for (ptrdiff_t index = 0; index < length; index++) size += encoded(text[index], scratch);
  return size;
}
