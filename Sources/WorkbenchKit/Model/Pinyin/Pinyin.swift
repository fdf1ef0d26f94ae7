/// Mandarin readings of Chinese characters: for sorting, for finding by initials (`qsz` → 青石镇).
///
/// Readings are written without tone, `ü` as `v`, as they are typed. The tables are constant data of the
/// library: nothing is built at start-up, a character is looked up where it stands.
public enum Pinyin {
  /// All readings of a character, the customary one first; empty for what has none.
  public static func readings(of scalar: Unicode.Scalar) -> [String] {
    let rank = rank(of: scalar)
    guard rank > 0 else { return [] }
    return [syllable((rank - 1) / 5)] + furtherSyllables(of: scalar).map(syllable)
  }

  /// The customary reading of every character, parted by blanks; other text stays as it is.
  ///
  /// `pinyin(of: "青石镇2")` is `qing shi zhen 2`.
  public static func pinyin(of text: String) -> String {
    var parts: [String] = []
    var other = ""
    for scalar in text.unicodeScalars {
      let rank = rank(of: scalar)
      if rank == 0 {
        other.unicodeScalars.append(scalar)
        continue
      }
      if !other.isEmpty { parts.append(other) }
      other = ""
      parts.append(syllable((rank - 1) / 5))
    }
    if !other.isEmpty { parts.append(other) }
    return parts.joined(separator: " ")
  }

  /// The initials of `text` in every combination of readings, the customary ones first, at most `limit`.
  ///
  /// Letters and digits stand for themselves in lower case; other characters are left out.
  /// `initials(of: "长寿路1号")` is `zsl1h`, `csl1h`.
  public static func initials(of text: String, limit: Int = 16) -> [String] {
    var made = [""]
    for scalar in text.unicodeScalars {
      let letters = initials(of: scalar)
      guard let first = letters.first else { continue }
      if letters.count == 1 || made.count * letters.count > limit {
        for place in made.indices { made[place].append(first) }
      } else {
        made = letters.flatMap { letter in made.map { $0 + String(letter) } }
      }
    }
    return made.first == "" ? [] : made
  }

  /// Whether the initials of `text`, in some combination of readings, begin with `letters`: lower-case ASCII
  /// letters and digits. Nothing is allocated: ten thousand names are asked at a key press.
  public static func initials(of text: String, beginWith letters: [UInt8]) -> Bool {
    var place = 0
    for scalar in text.unicodeScalars {
      if place == letters.count { return true }
      if scalar.value < 0x80 {
        guard let letter = lowerCased(scalar) else { continue }
        if letter != letters[place] { return false }
      } else {
        let rank = rank(of: scalar)
        if rank == 0 { continue }
        guard
          firstLetter((rank - 1) / 5) == letters[place]
            || furtherSyllables(of: scalar).contains(where: { firstLetter($0) == letters[place] })
        else { return false }
      }
      place += 1
    }
    return place == letters.count
  }

  private static func lowerCased(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x41...0x5A: UInt8(scalar.value + 0x20)
    case 0x61...0x7A, 0x30...0x39: UInt8(scalar.value)
    default: nil
    }
  }

  private static func firstLetter(_ syllable: Int) -> UInt8 {
    let offset = syllable * 6
    guard offset >= 0, offset < syllables.utf8CodeUnitCount else { return 0 }
    return syllables.utf8Start[offset]
  }

  private static func initials(of scalar: Unicode.Scalar) -> [Character] {
    if scalar.value < 0x80 {
      let character = Character(scalar)
      return character.isLetter || character.isNumber ? [Character(character.lowercased())] : []
    }
    var letters: [Character] = []
    for letter in readings(of: scalar).compactMap(\.first) where !letters.contains(letter) {
      letters.append(letter)
    }
    return letters
  }

  /// 1 + 5 × syllable + tone − 1, in the order of the alphabet, then of the tones; 0 without a reading.
  static func rank(of scalar: Unicode.Scalar) -> Int {
    let place: UInt32
    switch scalar.value {
    case 0x4E00...0x9FFF: place = scalar.value - 0x4E00 + 0x19C0
    case 0x3400...0x4DBF: place = scalar.value - 0x3400
    case 0x3007: return rank(of: "零")
    default: return 0
    }
    return number(at: Int(place) * 2, digits: 2, in: first)
  }

  private static func furtherSyllables(of scalar: Unicode.Scalar) -> [Int] {
    let width = 11
    var low = 0
    var high = polyphones.utf8CodeUnitCount / width
    while low < high {
      let middle = (low + high) / 2
      if number(at: middle * width, digits: 3, in: polyphones) < Int(scalar.value) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard number(at: low * width, digits: 3, in: polyphones) == Int(scalar.value) else { return [] }
    return (0..<4).map { number(at: low * width + 3 + $0 * 2, digits: 2, in: polyphones) - 1 }
      .filter { $0 >= 0 }
  }

  private static func syllable(_ index: Int) -> String {
    let offset = index * 6
    guard offset >= 0, offset + 6 <= syllables.utf8CodeUnitCount else { return "" }
    let bytes = UnsafeBufferPointer(start: syllables.utf8Start + offset, count: 6)
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  /// A base-64 number (A–Z a–z 0–9 + /) in a table; 0 beyond its end.
  private static func number(at offset: Int, digits: Int, in table: StaticString) -> Int {
    guard offset >= 0, offset + digits <= table.utf8CodeUnitCount else { return 0 }
    var value = 0
    for byte in UnsafeBufferPointer(start: table.utf8Start + offset, count: digits) {
      let digit: UInt8 =
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case 43: 62
        default: 63
        }
      value = value << 6 | Int(digit)
    }
    return value
  }
}
