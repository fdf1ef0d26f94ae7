#!/usr/bin/env python3
"""Makes Sources/WorkbenchKit/Model/Pinyin/Pinyin{Readings,Polyphones}.swift from Unihan_Readings.txt.

usage: Tools/pinyin-table.py Unihan_Readings.txt[.bz2] OUTPUT_FOLDER
(Debian: /usr/share/unicode/Unihan_Readings.txt.bz2 of the package unicode-data)
"""
import bz2
import sys
import unicodedata

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
RANGES = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF)]
TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
HEADER = """// Made by Tools/pinyin-table.py from the Unihan database of Unicode 15.0 (Unihan_Readings.txt; kMandarin, then
// kHanyuPinlu, kTGHZ2013, kXHC1983, kHanyuPinyin). Do not edit.
// © Unicode, Inc., under the Unicode License V3 (https://www.unicode.org/license.txt), SPDX Unicode-3.0.
"""


def syllable(text):
    """'lǜ' becomes ('lv', 4); None for what is no syllable."""
    tone, letters = 5, ""
    for character in unicodedata.normalize("NFD", text.strip().lower()):
        if character in TONES:
            tone = TONES[character]
        elif character == "\u0308":
            letters = letters[:-1] + "v"
        elif character == "\u0302":
            pass
        elif "a" <= character <= "z":
            letters += character
        else:
            return None
    return (letters, tone) if letters and any(v in letters for v in "aeiouv") else None


def fields(path):
    opened = bz2.open(path, "rt", encoding="utf-8") if path.endswith(".bz2") else open(path, encoding="utf-8")
    result = {}
    for line in opened:
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            result.setdefault(int(code[2:], 16), {})[field] = value
    return result


def readings(entry):
    """All modern readings, the customary one first."""
    found = []
    found += entry.get("kMandarin", "").split(" ")[:1]
    found += [part.split("(")[0] for part in entry.get("kHanyuPinlu", "").split()]
    for field in ("kTGHZ2013", "kXHC1983"):
        for part in entry.get(field, "").split():
            found += part.split(":")[-1].split(",")
    if not any(found):
        for part in entry.get("kHanyuPinyin", "").split():
            found += part.split(":")[-1].split(",")
    return [made for made in map(syllable, found) if made]


def number(value, digits):
    return "".join(ALPHABET[(value >> (6 * place)) & 63] for place in reversed(range(digits)))


def literal(name, text, doc, indent="  "):
    width = 98
    lines = [text[i:i + width] for i in range(0, len(text), width)]
    body = "\\\n".join(indent + "  " + line for line in lines)
    return f'{indent}/// {doc}\n{indent}static let {name}: StaticString = """\n{body}\n{indent}  """\n'


def main():
    entries, folder = fields(sys.argv[1]), sys.argv[2]
    known = {code: readings(entries.get(code, {})) for low, high in RANGES for code in range(low, high + 1)}
    known[0x3007] = [("ling", 2)]
    syllables = sorted({made[0] for all_ in known.values() for made in all_})
    index = {text: place for place, text in enumerate(syllables)}
    assert max(map(len, syllables)) <= 6 and len(syllables) * 5 < 4095

    def rank(made):
        return 1 + index[made[0]] * 5 + made[1] - 1

    first = "".join(
        number(rank(known[code][0]) if known[code] else 0, 2)
        for low, high in RANGES for code in range(low, high + 1))
    poly, width = "", 4
    for code in sorted(known):
        plain = list(dict.fromkeys(text for text, _ in known[code]))[1:1 + width]
        if plain:
            places = [index[text] + 1 for text in plain] + [0] * width
            poly += number(code, 3) + "".join(number(place, 2) for place in places[:width])
    table = "".join(text.ljust(6, ".") for text in syllables)
    with open(folder + "/PinyinReadings.swift", "w", encoding="utf-8") as out:
        out.write(HEADER + "\nextension Pinyin {\n")
        out.write(literal("first", first, "For U+3400–4DBF and U+4E00–9FFF: 1 + 5 × syllable + tone − 1, 0 for none; two base-64 digits each."))
        out.write("}\n")
    with open(folder + "/PinyinPolyphones.swift", "w", encoding="utf-8") as out:
        out.write(HEADER + "\nextension Pinyin {\n")
        out.write(literal("syllables", table, "Syllables without tone (ü is v), six bytes each, in the order of the alphabet."))
        out.write("\n" + literal("polyphones", poly, "Characters with further readings, sorted: code point (3 digits), up to four syllables + 1 (2 each)."))
        out.write("}\n")
    print(len(syllables), "syllables;", len(poly) // 11, "polyphones")


main()
