import KitModel

/// Reads what a sheet says beside its rows. The rows, by far the most of it, are inflated but not parsed:
/// the parser gets what stands before and behind them.
final class SheetFactsReader: XMLHandler {
  private(set) var facts = SheetFacts()

  static func read(_ part: ZipPart, file: String) throws -> SheetFacts {
    let reader = SheetFactsReader()
    let stream = try XMLStream(handler: reader, file: file, part: part.name)
    var filter = RowFilter()
    try part.forEachChunk { chunk in
      try filter.take(chunk) { try stream.feed($0) }
      return true
    }
    try filter.finish { try stream.feed($0) }
    try stream.finish()
    return reader.facts
  }

  func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
    if XMLName.equals(name, "mergeCell") {
      if let range = attributes["ref"].flatMap(CellPlace.range) { facts.mergedRanges.append(range) }
    } else if XMLName.equals(name, "col"), ["1", "true"].contains(attributes["hidden"]) {
      guard let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }),
        first >= 1, first <= last, first - 1 <= CellPlace.lastColumn
      else { return }
      facts.hiddenColumns.append((first - 1)...min(last - 1, CellPlace.lastColumn))
    } else if XMLName.equals(name, "dataValidation") {
      let places = (attributes["sqref"] ?? "").split(separator: " ").compactMap { place in
        CellPlace.range(String(place))
      }
      rule = places.isEmpty ? nil : (attributes["type"] ?? "", attributes["operator"] ?? "between", places)
      formulas = [[], []]
    } else if rule != nil, XMLName.equals(name, "formula1") || XMLName.equals(name, "formula2") {
      formula = XMLName.equals(name, "formula1") ? 0 : 1
    }
  }

  /// The rule being read: its type, how it compares, its places.
  private var rule: (type: String, comparison: String, ranges: [CellRange])?
  /// Its two formulas, and which of them is being read.
  private var formulas: [[UInt8]] = [[], []]
  private var formula: Int?

  func end(_ name: UnsafePointer<UInt8>) {
    if XMLName.equals(name, "formula1") || XMLName.equals(name, "formula2") { formula = nil }
    guard XMLName.equals(name, "dataValidation"), let (type, comparison, ranges) = rule else { return }
    rule = nil
    let texts = formulas.map { String(decoding: $0, as: UTF8.self) }
    guard let kind = Self.kind(type, formula: texts[0]) else { return }
    var made = EntryRule(ranges: ranges, kind: kind)
    if kind == .whole || kind == .decimal {
      let numbers = texts.map { ExactDecimal($0) }
      // Bounds that are not part of what is taken would have to be moved by a step, which only whole numbers have.
      switch comparison {
      case "between": (made.minimum, made.maximum) = (numbers[0], numbers[1])
      case "greaterThanOrEqual": made.minimum = numbers[0]
      case "lessThanOrEqual": made.maximum = numbers[0]
      default: break
      }
    }
    facts.entryRules.append(made)
  }

  /// Lists that lie in cells elsewhere are not followed: they say that there is a choice, not which.
  private static func kind(_ type: String, formula: String) -> EntryRule.Kind? {
    switch type {
    case "whole": return .whole
    case "decimal": return .decimal
    case "date": return .date
    case "list":
      guard formula.count > 2, formula.hasPrefix("\""), formula.hasSuffix("\"") else { return nil }
      let texts = formula.dropFirst().dropLast().split(separator: ",").map { text in
        String(text.drop { $0 == " " })
      }
      return texts.isEmpty ? nil : .list(texts)
    default: return nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Excel takes 255 characters; more is no list of ours.
    if let formula, formulas[formula].count < 4096 { formulas[formula].append(contentsOf: bytes) }
  }
}

/// Passes on a sheet's bytes without those between `<sheetData>` and `</sheetData>`, whatever the prefix.
private struct RowFilter {
  private enum State { case before, inTag, rows, after }

  private static let opening = Array("sheetData".utf8)
  private static let closing = Array("sheetData>".utf8)
  private var state = State.before
  /// Bytes at the end of the last chunk that may begin what is looked for.
  private var held: [UInt8] = []

  mutating func take(_ chunk: UnsafeRawBufferPointer, pass: (UnsafeRawBufferPointer) throws -> Void) throws {
    if state == .after { return try pass(chunk) }
    // A name with its prefix, `</x:sheetData>`, is short; 64 bytes hold every sensible one.
    let bytes = held + chunk
    held = []
    try bytes.withUnsafeBytes { try step($0, pass: pass) }
  }

  mutating func finish(pass: (UnsafeRawBufferPointer) throws -> Void) throws {
    if state == .rows { return }
    try held.withUnsafeBytes { try pass($0) }
  }

  private mutating func step(
    _ bytes: UnsafeRawBufferPointer, pass: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var start = 0
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      switch state {
      case .before:
        guard let found = ByteSearch.find(Self.opening, in: rest) else {
          let kept = min(64, rest.count)
          try pass(UnsafeRawBufferPointer(rebasing: rest.dropLast(kept)))
          held = Array(rest.suffix(kept))
          return
        }
        let end = found + Self.opening.count
        try pass(UnsafeRawBufferPointer(rebasing: rest[..<end]))
        start += end
        state = .inTag
      case .inTag:
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return try pass(rest) }
        try pass(UnsafeRawBufferPointer(rebasing: rest[...close]))
        let isEmpty = close > 0 && rest[close - 1] == UInt8(ascii: "/")
        start += close + 1
        state = isEmpty ? .after : .rows
      case .rows:
        guard let found = ByteSearch.find(Self.closing, in: rest) else {
          held = Array(rest.suffix(64))
          return
        }
        let begin = rest[..<found].lastIndex(of: UInt8(ascii: "<")) ?? found
        start += begin
        state = .after
      case .after: return try pass(rest)
      }
    }
  }
}
