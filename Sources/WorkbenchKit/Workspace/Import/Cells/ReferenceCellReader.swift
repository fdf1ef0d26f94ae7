import KitFormats
import KitModel

/// A reference to a row of another entity, by code, name, short or former name.
final class ReferenceCellReader: CellReader {
  private let index: ReferenceIndex
  private var met = MetSpellings<(key: CellValue, isName: Bool)>()

  init(_ field: FieldDeclaration, index: ReferenceIndex, tally: NormalisationTally) {
    self.index = index
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if let known = met.meaning(of: text.bytes) { return taken(known.key, known.isName) }
    let folded = text.folded
    if isDash(folded) { return dash() }
    switch index.find(folded) {
    case .one(let key):
      guard met.hasRoom else { return taken(texts.lend(key), key != folded) }
      let kept = texts.keep(key)
      met.keep((kept, key != folded), of: text.bytes)
      return taken(kept, key != folded)
    case .several(let candidates):
      return fault(
        CellMessages.ambiguousReference, text,
        target(listed("candidates", candidates.map(index.described))))
    case .none:
      return missing(folded, text)
    }
  }

  private func taken(_ key: CellValue, _ wasName: Bool) -> CellResult {
    if wasName { tally.add(.referenceName) }
    return .value(key)
  }

  private func missing(_ folded: String, _ text: CellText) -> CellResult {
    if let padded = index.withLeadingZeros(folded) {
      return fault(CellMessages.leadingZeroLost, text, target(["near": index.described(padded)]))
    }
    let near = index.near(folded)
    if near.isEmpty { return fault(CellMessages.noSuchReference, text, target([:])) }
    return fault(
      CellMessages.noSuchReferenceNear, text, target(listed("near", near.map { "“\($0)”" })))
  }

  private func target(_ more: [String: String]) -> [String: String] {
    ["entity": index.label.zh, "entityEn": index.label.en].merging(more) { $1 }
  }
}
