import KitFormats
import KitModel

/// A reference to a row of another entity, by code, name, short or former name.
final class ReferenceCellReader: CellReader {
  private let index: ReferenceIndex
  private var lastSpelling: [UInt8] = []
  private var lastKey = ""
  private var lastWasName = false

  init(_ field: FieldDeclaration, index: ReferenceIndex, tally: NormalisationTally) {
    self.index = index
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if text.bytes.elementsEqual(lastSpelling) { return taken(lastKey, lastWasName) }
    let folded = text.folded
    if isDash(folded) { return dash() }
    switch index.find(folded) {
    case .one(let key):
      lastSpelling = Array(text.bytes)
      lastKey = key
      lastWasName = key != folded
      return taken(key, lastWasName)
    case .several(let candidates):
      return fault(
        CellMessages.ambiguousReference, text,
        target(["candidates": candidates.map(index.described).joined(separator: "、")]))
    case .none:
      return missing(folded, text)
    }
  }

  private func taken(_ key: String, _ wasName: Bool) -> CellResult {
    if wasName { tally.add(.referenceName) }
    return .value(.text(key))
  }

  private func missing(_ folded: String, _ text: CellText) -> CellResult {
    if let padded = index.withLeadingZeros(folded) {
      return fault(CellMessages.leadingZeroLost, text, target(["near": index.described(padded)]))
    }
    let near = index.near(folded)
    if near.isEmpty { return fault(CellMessages.noSuchReference, text, target([:])) }
    return fault(
      CellMessages.noSuchReferenceNear, text, target(["near": near.map { "“\($0)”" }.joined(separator: "、")]))
  }

  private func target(_ more: [String: String]) -> [String: String] {
    ["entity": index.label.zh, "entityEn": index.label.en].merging(more) { $1 }
  }
}
