import KitModel
import KitPapers
import KitWorkspace

/// What a score sheet of one kind of evaluator is made of. Made while the form is looked up; the queries run when it
/// is sent out.
struct SheetRows {
  let assessment: Assessment
  let rubric: Rubric
  let evaluator: Evaluator
  let leaves: [Indicator]
  let context: any CommandContext

  static func leaves(of evaluator: Evaluator, in rubric: Rubric) -> [Indicator] {
    rubric.leaves.filter { $0.isEntered(by: evaluator.id) }
  }
}

/// Works out who gets a sheet, and its rows.
struct SheetMaker {
  let rows: SheetRows

  init(_ rows: SheetRows) { self.rows = rows }

  private var rubric: Rubric { rows.rubric }

  /// Sheets that are out or back and were made for an earlier state of the rubric.
  var outdated: OutdatedSheets {
    OutdatedSheets(assessment: rows.assessment, rubric: rubric, context: rows.context)
  }

  /// Who fills sheets, with the subjects of each, in the order of the pipeline.
  private func pairs() throws -> [(by: FormRecipient, subject: Reference)] {
    let evaluator = rows.evaluator
    let text = evaluator.pairs ?? rubric.subjects.pipeline
    let table: Table
    do {
      table = try rows.context.query(text, variables: InputGatherer.offered(rubric))
    } catch {
      throw Diagnostics(RubricFault.located(error, rubric, nil))
    }
    let subject = evaluator.pairs == nil ? 0 : 1
    let contact = evaluator.contact.first.flatMap { table.place(of: $0) }
    let phone = evaluator.contact.dropFirst().first.flatMap { table.place(of: $0) }
    return try table.rows.compactMap { row in
      guard subject < row.values.count else {
        throw Diagnostic(
          SheetFaults.pairsWanted, ["evaluator": evaluator.id], in: Location(file: rubric.file))
      }
      guard let by = InputGatherer.key(row.values[0]), let key = InputGatherer.key(row.values[subject]) else {
        return nil
      }
      func text(_ place: Int?) -> String? {
        place.flatMap { row.values[$0].isNull ? nil : InputGatherer.text(row.values[$0]) }
      }
      return (
        FormRecipient(key: by, name: by, contact: text(contact), phone: text(phone)),
        Reference(key: key, name: nil)
      )
    }
  }

  func recipients() throws -> [FormRecipient] {
    var seen: Set<String> = []
    return try pairs().map(\.by).filter { seen.insert($0.key).inserted }
  }

  /// One row for each subject and indicator that applies to it, by recipient.
  func values(_ recipients: [FormRecipient]) throws -> [String: [[String: Value]]] {
    let gatherer = InputGatherer(assessment: rows.assessment, rubric: rubric, context: rows.context)
    let input = try gatherer.input(measures: false)
    let places = Dictionary(
      input.subjects.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let wanted = Set(recipients.map(\.key))
    let names = try names()
    var sheets: [String: [[String: Value]]] = [:]
    for (by, subject) in try pairs() where wanted.contains(by.key) {
      guard let place = places[subject.key] else { continue }
      for leaf in rows.leaves where applies(leaf, place, input) {
        sheets[by.key, default: []].append(
          row(leaf, Reference(key: subject.key, name: names[subject.key]), place, input))
      }
    }
    tellAbsent(sheets, input, places, names)
    return sheets
  }

  /// Sheets that show what others entered are of little use before it is there.
  private func tellAbsent(
    _ sheets: [String: [[String: Value]]], _ input: ScoringInput, _ places: [String: Int],
    _ names: [String: String]
  ) {
    guard let shown = rows.evaluator.shows, let other = rubric.evaluator(shown) else { return }
    // Where the other kind enters something at all.
    let leaves = Set(rows.leaves.filter { $0.isEntered(by: shown) }.map(\.id))
    var (all, held): (Set<String>, Set<String>) = ([], [])
    for row in sheets.values.joined() {
      guard case .reference(let unit)? = row["unit"], case .text(let indicator)? = row["indicator"],
        leaves.contains(indicator), let place = places[unit.key]
      else { continue }
      all.insert(unit.key)
      if input.entries[indicator]?[shown]?[place].isEmpty == false { held.insert(unit.key) }
    }
    let absent = input.subjects.map(\.key).filter { all.contains($0) && !held.contains($0) }
    guard !absent.isEmpty else { return }
    let listed = absent.prefix(8).map { names[$0] ?? $0 } + (absent.count > 8 ? ["…"] : [])
    rows.context.remark(
      Diagnostic(
        SheetFaults.nothingBeside,
        [
          "count": "\(absent.count)", "other": other.label.zh, "otherEn": other.label.en,
          "names": listed.joined(separator: "、"), "form": ScoreSheets.label(of: other, rows.assessment).zh,
          "year": rubric.year.stored,
        ], severity: .warning))
  }

  /// What the subjects are called, by key.
  private func names() throws -> [String: String] {
    let full = rows.assessment.declaration.subject
    guard let entity = rows.context.workspace?.entities.first(where: { $0.fullName == full }),
      let key = entity.key.first, let name = entity.nameField
    else { return [:] }
    let relation = quotedRelation(full)
    let table = try rows.context.query("\(relation) | select `\(key)`, `\(name)`")
    return Dictionary(
      table.rows.compactMap { row in
        InputGatherer.key(row.values[0]).map { ($0, InputGatherer.text(row.values[1])) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  private func applies(_ leaf: Indicator, _ subject: Int, _ input: ScoringInput) -> Bool {
    if input.exemptions[.init(leaf.id, subject)] != nil { return false }
    return input.applies[leaf.id]?[subject] ?? true
  }

  private func row(_ leaf: Indicator, _ subject: Reference, _ place: Int, _ input: ScoringInput) -> [String:
    Value]
  {
    func decimal(_ number: Fraction?) -> Value {
      number?.decimal(places: AssessmentEntities.enteredPlaces).map(Value.decimal) ?? .null
    }
    let other = rows.evaluator.shows.flatMap { input.entries[leaf.id]?[$0]?[place].first?.value }
    return [
      "unit": .reference(subject), "indicator": .text(leaf.id),
      "name": .text(leaf.label.zh),
      "standard": leaf.leaf?.standard.map(Value.text) ?? .null,
      "full": leaf.takesMarks ? decimal(leaf.full) : .null,
      "measured_in": leaf.unitOfFigure.map(Value.text) ?? .null, "other": decimal(other),
      "gap": decimal(leaf.reasonLimit(of: rows.evaluator.id)),
    ]
  }
}
