/// The order of text: by pinyin (letters, then tone), then by code point.
///
/// Characters without a reading come before those with one when their code point is below U+3400 (Latin
/// letters, digits, punctuation), after them otherwise. Two texts are equal only if they are the same bytes.
public enum PinyinOrder {
  /// Negative, zero or positive as `left` comes before, equals or comes after `right`. UTF-8; what is not
  /// well formed compares by its bytes.
  public static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int32 {
    var (first, second) = (0, 0)
    var tie: Int32 = 0
    while first < left.count && second < right.count {
      let (a, b) = (left[first], right[second])
      if a < 0x80 && b < 0x80 {
        if a != b { return a < b ? -1 : 1 }
        first += 1
        second += 1
        continue
      }
      let one = scalar(left, &first)
      let two = scalar(right, &second)
      if one == two { continue }
      let (keyOne, keyTwo) = (key(one), key(two))
      if keyOne != keyTwo { return keyOne < keyTwo ? -1 : 1 }
      if tie == 0 { tie = one < two ? -1 : 1 }
    }
    if first < left.count { return 1 }
    if second < right.count { return -1 }
    return tie
  }

  /// Whether `left` comes before `right`.
  public static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

  public static func compare(_ left: String, _ right: String) -> Int32 {
    var (left, right) = (left, right)
    return left.withUTF8 { one in
      right.withUTF8 { two in compare(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(two)) }
    }
  }

  private static func key(_ value: UInt32) -> UInt32 {
    guard value >= 0x3007, let scalar = Unicode.Scalar(value) else { return value }
    let rank = Pinyin.rank(of: scalar)
    if rank > 0 { return 0x20_0000 + UInt32(rank) }
    return value < 0x3400 ? value : 0x40_0000 + value
  }

  /// The scalar that begins at `place`, which moves behind it; a stray byte stands for itself.
  private static func scalar(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> UInt32 {
    let lead = bytes[place]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, place + length <= bytes.count else {
      place += 1
      return UInt32(lead)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    place += length
    return value
  }
}
