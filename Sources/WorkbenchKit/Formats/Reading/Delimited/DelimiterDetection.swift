/// Finds what separates the cells of a text file: the character that stands equally often in most records.
struct DelimiterDetection {
  static let candidates: [UInt8] = [UInt8(ascii: ","), 9, UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// A comma where nothing separates anything: the file has one column.
  let delimiter: UInt8
  /// Bytes at the front that only name the delimiter (`sep=;`, as Excel writes and reads it).
  let prefixLength: Int

  /// `sample` is the beginning of the file in UTF-8; `prefersTab` for a file named .tsv.
  init(sample: ArraySlice<UInt8>, isWhole: Bool, prefersTab: Bool) {
    if let said = Self.said(sample) {
      (delimiter, prefixLength) = said
      return
    }
    prefixLength = 0
    var best: (share: Double, count: Int, delimiter: UInt8) = (0, 0, prefersTab ? 9 : Self.candidates[0])
    let order = prefersTab ? [9] + Self.candidates.filter { $0 != 9 } : Self.candidates
    for candidate in order {
      let counts = Self.counts(of: candidate, in: sample, isWhole: isWhole)
      let tally = Dictionary(grouping: counts.filter { $0 > 0 }, by: { $0 }).mapValues(\.count)
      guard let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      let share = Double(most.value) / Double(counts.count)
      if (share, most.key) > (best.share, best.count) { best = (share, most.key, candidate) }
    }
    delimiter = best.delimiter
  }

  private static func said(_ sample: ArraySlice<UInt8>) -> (UInt8, Int)? {
    let line = Array(sample.prefix(7))
    guard line.count >= 5, line.starts(with: Array("sep=".utf8)), candidates.contains(line[4]) else {
      return nil
    }
    let ends = line[5...].prefix { $0 == 13 || $0 == 10 }
    if line.count > 5 && ends.isEmpty { return nil }
    return (line[4], 5 + (ends.elementsEqual([13, 10]) ? 2 : min(1, ends.count)))
  }

  /// How often the candidate stands outside quotes in each of the first 200 records that hold anything.
  private static func counts(of candidate: UInt8, in sample: ArraySlice<UInt8>, isWhole: Bool) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var isQuoted = false
    var isAtStart = true
    var holdsText = false
    for byte in sample {
      if isQuoted {
        isQuoted = byte != UInt8(ascii: "\"")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote inside a quoted cell closes and opens again, which comes to the same.
        isQuoted = isAtStart || holdsText
        holdsText = true
      case 10, 13:
        if holdsText || count > 0 { counts.append(count) }
        (count, isAtStart, holdsText) = (0, true, false)
        if counts.count == 200 { return counts }
        continue
      case candidate:
        count += 1
        isAtStart = true
        continue
      default: holdsText = true
      }
      isAtStart = false
    }
    if isWhole || counts.isEmpty, holdsText || count > 0 { counts.append(count) }
    return counts
  }
}
