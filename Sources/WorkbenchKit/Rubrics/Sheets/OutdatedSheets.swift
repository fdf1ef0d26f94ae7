import KitModel
import KitWorkspace

/// Score sheets that were made for an earlier state of the rubric: what that means for those that are back, and for
/// those that are still out.
struct OutdatedSheets {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext

  private struct Delivery {
    var unit: String
    var token: String
    var isBack: Bool
    var sha256: String?
  }

  /// All that scoring has to say.
  func remarks() throws -> [Diagnostic] {
    try rubric.evaluators.flatMap { try remarks(of: $0, tellsSent: false) }
  }

  /// - Parameter tellsSent: Sheets that are still out are spoken of too.
  func remarks(of evaluator: Evaluator, tellsSent: Bool) throws -> [Diagnostic] {
    let (back, out) = try outdated(of: evaluator)
    var remarks: [Diagnostic] = []
    for (basis, count) in back.sorted(by: { $0.key < $1.key }) {
      remarks += try remark(evaluator, basis, count).map { [$0] } ?? []
    }
    if tellsSent {
      remarks += out.sorted { $0.key < $1.key }.map { basis, count in
        Diagnostic(SheetFaults.sentOutdated, words(evaluator, basis, count), severity: .warning)
      }
    }
    return remarks
  }

  /// Indicators whose entries hold no more, by the kind of evaluator whose sheets have to be sent again.
  func voided() throws -> [(form: Label, indicators: [String])] {
    guard let store = context.workspace?.store else { return [] }
    return try rubric.evaluators.compactMap { evaluator in
      let ids = try outdated(of: evaluator).back.keys.sorted().flatMap { basis in
        try KeptRubric.rubric(basis, of: assessment, in: store).map { old in
          SheetChange.all(of: evaluator, from: old, to: rubric).filter(\.voids).map(\.indicator)
        } ?? []
      }
      return ids.isEmpty ? nil : (ScoreSheets.label(of: evaluator, assessment), ids.uniqued())
    }
  }

  /// How many sheets of a kind of evaluator were made for another state of the rubric, by that state: those that are back,
  /// and those that are still out.
  private func outdated(of evaluator: Evaluator) throws -> (back: [String: Int], out: [String: Int]) {
    guard let store = context.workspace?.store else { return ([:], [:]) }
    let form = assessment.relation("sheet_" + evaluator.id)
    let deliveries = try deliveries(of: form)
    if deliveries.isEmpty { return ([:], [:]) }
    let bases = try SheetBases(of: form, rubric.year, in: store)
    var back: [String: Int] = [:]
    var out: [String: Int] = [:]
    for delivery in deliveries {
      let basis =
        delivery.isBack
        ? bases.basis(ofReceived: delivery.unit, delivery.sha256) : bases.basis(ofSent: delivery.token)
      guard let basis, basis != rubric.code else { continue }
      if delivery.isBack { back[basis, default: 0] += 1 } else { out[basis, default: 0] += 1 }
    }
    return (back, out)
  }

  private func deliveries(of form: String) throws -> [Delivery] {
    guard context.workspace?.entities.contains(where: { $0.fullName == FormRelations.delivery }) == true
    else {
      return []
    }
    let table = try context.query(
      "`form`.`delivery` | where `form` == $f and period == $p | select unit, token, state, sha256",
      variables: ["f": .text(form), "p": .period(rubric.year)])
    return table.rows.map { row in
      let texts = row.values.map(InputGatherer.text)
      return Delivery(
        unit: texts[0], token: texts[1],
        isBack: [FormRelations.State.taken, FormRelations.State.late].contains(texts[2]),
        sha256: row.values[3].isNull ? nil : texts[3])
    }
  }

  private func words(_ evaluator: Evaluator, _ basis: String, _ count: Int) -> [String: String] {
    let label = ScoreSheets.label(of: evaluator, assessment)
    return [
      "form": label.zh, "formEn": label.en, "year": rubric.year.stored, "count": "\(count)", "before": basis,
      "now": rubric.code,
    ]
  }

  /// Nil: nothing that these sheets ask for has changed.
  private func remark(_ evaluator: Evaluator, _ basis: String, _ count: Int) throws -> Diagnostic? {
    let words = words(evaluator, basis, count)
    guard let store = context.workspace?.store,
      let old = try KeptRubric.rubric(basis, of: assessment, in: store)
    else { return Diagnostic(SheetFaults.basisChanged, words, severity: .warning) }
    let changes = SheetChange.all(of: evaluator, from: old, to: rubric)
    if changes.isEmpty { return nil }
    func list(_ text: (SheetChange) -> String, _ mark: String) -> String {
      changes.map(text).joined(separator: mark)
    }
    let again = changes.filter(\.voids).map(\.indicator).uniqued()
    return Diagnostic(
      again.isEmpty ? SheetFaults.rulesOutdated : SheetFaults.marksOutdated,
      words.merging([
        "changes": list({ "\($0.indicator) \($0.words.zh)" }, "，"),
        "changesEn": list({ "\($0.indicator) \($0.words.en)" }, ", "), "again": again.joined(separator: "、"),
      ]) { $1 }, severity: .warning)
  }
}
