/// The styles of a workbook, to which those that values need are added. What is there stays as it is.
struct StyleSheetMarkup {
  private var bytes: [UInt8]
  private let styles: CellStyles
  /// The element of each style, as written.
  private var elements: [[UInt8]] = []
  private var added: [Key: Int] = [:]
  private var addedElements: [[UInt8]] = []
  private var codes: [String: Int] = [:]
  private var nextCode = 164

  private static let greatestId = 65_535
  private static let greatestCount = 1_000_000

  private struct Key: Hashable {
    let style: Int
    let format: SheetNumberFormat
  }

  init(_ bytes: [UInt8], styles: CellStyles) {
    self.bytes = bytes
    self.styles = styles
    var isInStyles = false
    var start: Int?
    for piece in MarkupPieces(bytes) {
      let name = piece.kind == .text || piece.kind == .other ? "" : MarkupTag.local(piece, in: bytes)
      switch name {
      case "cellXfs": isInStyles = piece.kind == .start
      case "xf" where isInStyles && piece.kind == .empty: elements.append(Array(bytes[piece.range]))
      case "xf" where isInStyles && piece.kind == .start: start = piece.range.lowerBound
      case "xf" where isInStyles:
        if let begin = start { elements.append(Array(bytes[begin..<piece.range.upperBound])) }
        start = nil
      case "numFmt":
        let tag = MarkupTag(piece, in: bytes)
        nextCode = max(nextCode, (Self.number(tag["numFmtId"], atMost: Self.greatestId) ?? 0) + 1)
      default: break
      }
    }
  }

  var isChanged: Bool { !addedElements.isEmpty }

  /// The style in which a value can be seen for what it is: the cell's own, unless that would show a date as a plain
  /// number, a number as a date, or let a text become a number or a formula once somebody edits it.
  mutating func fitting(_ kind: FilledValue.Kind, in style: Int) -> Int {
    guard let format = Self.needed(kind, styles.format(style), code: styles.code(style)) else { return style }
    return made(style, with: format)
  }

  private static func needed(_ kind: FilledValue.Kind, _ own: NumberFormat, code: String)
    -> SheetNumberFormat?
  {
    switch (kind, own) {
    case (.number(_, .date), .date(hasDay: true, _)), (.number(_, .time), .date(hasDay: true, hasTime: true)):
      return nil
    case (.number(_, .date), _): return .date
    case (.number(_, .time), _): return .time
    case (.number(_, let wanted), .date), (.number(_, let wanted), .elapsed): return wanted
    case (.number(_, .percent), _) where code == "General": return .percent
    case (.number(_, .hundredths), _) where code == "General": return .hundredths
    case (.text(let text), _) where code == "General" && isTempting(text): return .text
    default: return nil
    }
  }

  /// Digits that are a code, and what a spreadsheet would run.
  private static func isTempting(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return "=+-@".utf8.contains(first) || first < 32 || text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func made(_ style: Int, with format: SheetNumberFormat) -> Int {
    let key = Key(style: style, format: format)
    if let known = added[key] { return known }
    guard elements.indices.contains(style) else { return style }
    let element = elements[style]
    guard let piece = MarkupPieces(element).first(where: { _ in true }) else { return style }
    var tag = MarkupTag(piece, in: element)
    tag["numFmtId"] = String(identifier(of: format))
    tag["applyNumberFormat"] = "1"
    var made: [UInt8] = []
    tag.write(to: &made)
    made.append(contentsOf: element[piece.range.upperBound...])
    let index = elements.count + addedElements.count
    addedElements.append(made)
    added[key] = index
    return index
  }

  private mutating func identifier(of format: SheetNumberFormat) -> Int {
    switch format {
    case .general: return 0
    case .whole: return 1
    case .percent: return 9
    case .hundredths: return 10
    case .text: return 49
    default:
      if let known = codes[format.code] { return known }
      codes[format.code] = nextCode
      nextCode += 1
      return nextCode - 1
    }
  }

  /// The part with what was added.
  var written: [UInt8] {
    guard isChanged else { return bytes }
    var result: [UInt8] = []
    var hasCodes = codes.isEmpty
    for piece in MarkupPieces(bytes) {
      let isTag = piece.kind != .text && piece.kind != .other
      let name = isTag ? MarkupTag.local(piece, in: bytes) : ""
      if name == "cellXfs", piece.kind == .start {
        write(MarkupTag(piece, in: bytes), adding: addedElements.count, to: &result)
        continue
      }
      if name == "cellXfs", piece.kind == .end {
        for element in addedElements { result.append(contentsOf: element) }
      }
      if name == "numFmts", !hasCodes, piece.kind != .end {
        hasCodes = true
        var tag = MarkupTag(piece, in: bytes)
        // Some programs write an empty list; it is opened, since there may be one list only.
        let wasEmpty = tag.isEmpty
        tag.isEmpty = false
        write(tag, adding: codes.count, to: &result)
        result.append(contentsOf: codeElements(like: tag.name.dropLast("numFmts".count)).utf8)
        if wasEmpty { tag.writeEnd(to: &result) }
        continue
      }
      result.append(contentsOf: bytes[piece.range])
      // Codes of formats come first of all.
      if name == "styleSheet", piece.kind == .start, !hasCodes, !Self.holds("numFmts", bytes) {
        hasCodes = true
        let prefix = MarkupTag(piece, in: bytes).name.dropLast("styleSheet".count)
        let list = codeElements(like: prefix)
        result.append(
          contentsOf: "<\(prefix)numFmts count=\"\(codes.count)\">\(list)</\(prefix)numFmts>".utf8)
      }
    }
    return result
  }

  private func write(_ tag: MarkupTag, adding count: Int, to result: inout [UInt8]) {
    var tag = tag
    // A count that says nothing is left out: it may be missing, and must not be wrong.
    tag["count"] = Self.number(tag["count"], atMost: Self.greatestCount).map { String($0 + count) }
    tag.write(to: &result)
  }

  /// Nil for what no program would write; behind the greatest integer none could follow.
  private static func number(_ text: String?, atMost greatest: Int) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...greatest).contains($0) ? $0 : nil }
  }

  private func codeElements(like prefix: Substring) -> String {
    codes.sorted { $0.value < $1.value }.map {
      "<\(prefix)numFmt numFmtId=\"\($0.value)\" formatCode=\"\($0.key)\"/>"
    }.joined()
  }

  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    MarkupPieces(bytes).contains {
      ($0.kind == .start || $0.kind == .empty) && MarkupTag.local($0, in: bytes) == name[...]
    }
  }
}
