import KitFormats
import KitModel

/// Reads the cells of one column into one field: makes plain, converts, checks.
///
/// Subclasses read one type each. Nothing here makes a `String` for a cell that is already plain.
class CellReader {
  let field: FieldDeclaration
  let tally: NormalisationTally
  /// Texts that this reader's values point to.
  let texts = CellTexts()

  init(_ field: FieldDeclaration, tally: NormalisationTally) {
    self.field = field
    self.tally = tally
  }

  /// What a cell came to. An empty one is a value; whether it may be empty is the row's business.
  final func read(_ raw: UnsafeBufferPointer<UInt8>, kind: RowBatch.Kind) -> CellResult {
    let text = CellText(raw)
    switch kind {
    case .error: return .fault(CellFault(CellMessages.errorValue, found(text)))
    case .uncalculated: return .fault(CellFault(CellMessages.uncalculated, found(text)))
    case .nested: return .fault(CellFault(CellMessages.nested, found(text)))
    case .text, .number, .percent, .date, .boolean: break
    }
    if text.isEmpty || text.needsFolding && text.folded.isEmpty { return .value(.empty) }
    return read(text, kind: kind)
  }

  /// A cell with something in it.
  func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult { .fault(wrongType(text)) }

  /// A text that was written anew.
  final func lent(_ text: String) -> CellResult { .value(texts.lend(text)) }

  /// What every fault tells of the cell and its column.
  final func found(_ text: CellText) -> [String: String] {
    ["found": String(text.string.prefix(60)), "field": field.label.zh, "fieldEn": field.label.en]
  }

  final func fault(_ message: Message, _ text: CellText, _ more: [String: String] = [:]) -> CellResult {
    .fault(CellFault(message, found(text).merging(more) { $1 }))
  }

  private func wrongType(_ text: CellText) -> CellFault {
    CellFault(
      CellMessages.notOfType,
      found(text).merging(["type": field.type.name(.zh), "typeEn": field.type.name(.en)]) { $1 })
  }

  /// `-`, `—`, `/` alone: how people mark a cell that does not apply.
  final func isDash(_ folded: String) -> Bool {
    ["-", "--", "—", "——", "/", "\\", "–"].contains(folded)
  }

  final func dash() -> CellResult {
    tally.add(.dashEmpty)
    return .value(.empty)
  }
}
