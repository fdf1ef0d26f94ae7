import KitModel
import Synchronization

/// An xlsx workbook: what does not belong to one sheet. The shared texts are read once, when first needed.
final class Workbook: Sendable {
  let styles: CellStyles
  /// The sheets that hold cells.
  let sheets: [SheetInfo]
  let remarks: [Diagnostic]

  private let name: String
  private let limits: ReadingLimits
  private let dates: SerialDate
  /// The part of each sheet.
  private let parts: [String]
  private let textsPart: String?
  private let texts = Mutex<SharedTexts?>(nil)

  init(path: String, name: String, limits: ReadingLimits) throws {
    let container = try ZipContainer(path: path, name: name, limits: limits)
    let index = try WorkbookIndex(of: container)
    let styles = try index.stylesPart.flatMap { try container.part($0) }
    self.styles = try styles.map { try CellStyles(of: $0, file: name) } ?? CellStyles()
    self.name = name
    self.limits = limits
    dates = SerialDate(startsIn1904: index.startsIn1904)
    textsPart = index.sharedTextsPart
    let held = index.sheets.filter { $0.part != nil }
    parts = held.compactMap(\.part)
    sheets = try held.map { sheet in
      let range = try sheet.part.flatMap { try container.part($0) }.flatMap { try Self.declaredRange($0) }
      return SheetInfo(name: sheet.name, isHidden: sheet.isHidden, declaredRange: range)
    }
    remarks = index.sheets.filter { $0.part == nil }.map { sheet in
      let arguments = ["file": name, "sheet": sheet.name]
      return Diagnostic(WorkbookMessages.sheetWithoutCells, arguments, severity: .note)
    }
  }

  func rows(ofSheet index: Int, path: String) throws -> SheetReader {
    let container = try ZipContainer(path: path, name: name, limits: limits)
    let part = try container.requiredPart(parts[index])
    let texts = try sharedTexts(in: container)
    let handler = SheetHandler(
      place: (name, sheets[index].name ?? "", part.name), texts: texts, styles: styles, dates: dates)
    return try SheetReader(part, file: name, handler: handler)
  }

  func facts(ofSheet index: Int, path: String) throws -> SheetFacts {
    let container = try ZipContainer(path: path, name: name, limits: limits)
    return try SheetFactsReader.read(container.requiredPart(parts[index]), file: name)
  }

  private func sharedTexts(in container: ZipContainer) throws -> SharedTexts {
    try texts.withLock { kept in
      if let kept { return kept }
      let part = try textsPart.flatMap { try container.part($0) }
      let read = try part.map { try SharedTexts(of: $0, file: name, limits: limits) } ?? SharedTexts()
      kept = read
      return read
    }
  }

  /// The range in `<dimension ref="A1:J20"/>`, which stands near the front if at all.
  private static func declaredRange(_ part: ZipPart) throws -> CellRange? {
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBytes { try part.read(into: $0) }
    let text = String(decoding: head[..<count], as: UTF8.self)
    let pieces = text.split(separator: "dimension ref=\"", maxSplits: 1)
    return pieces.count == 2
      ? pieces[1].split(separator: "\"").first.flatMap { CellPlace.range(String($0)) } : nil
  }
}
