import KitModel
import KitQuery
import KitWorkspace

/// Brings together what a rubric's marks follow from: one query for the subjects, one for each measure, and what was
/// entered and decided.
struct InputGatherer {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext

  /// - Throws: `Diagnostics` with everything that is wrong with the queries of the rubric, in one go.
  /// - Parameters:
  ///   - measures: Whether the pipelines of measures are run too.
  ///   - isWrittenNext: Marks are written right afterwards, so that the connection for that may be used before; a mere
  ///     question would open it for nothing.
  func input(measures: Bool = true, isWrittenNext: Bool = false) throws -> ScoringInput {
    let (subjects, applies) = try subjects()
    let places = TextPlaces(subjects.map(\.key))
    var input = ScoringInput(subjects: subjects)
    input.applies = applies
    let rows = RowGatherer(assessment: assessment, rubric: rubric, context: context)
    try rows.gather(into: &input, places, measures: measures, isWrittenNext: isWrittenNext)
    try gatherDecisions(into: &input, places)
    try gatherObjections(into: &input, places)
    return input
  }

  private var variables: [String: Value] { ["the_year": .period(rubric.year)] }
  /// What the pipelines of a rubric may read: the year that is assessed.
  static func offered(_ rubric: Rubric) -> [String: Value] { ["assessed": .period(rubric.year)] }

  /// The subjects in the order of the pipeline, with the conditions of all leaves worked out over them.
  private func subjects() throws -> ([ScoringInput.Subject], [String: [Bool?]]) {
    let conditions = rubric.leaves.compactMap { indicator in indicator.leaf?.applies.map { (indicator, $0) } }
    var text = "(\(rubric.subjects.pipeline))"
    if !conditions.isEmpty {
      let columns = conditions.enumerated().map { "applies_\($0) = (\($1.1))" }
      text += " | derive " + columns.joined(separator: ", ")
    }
    let table: Table
    do {
      table = try context.query(text, variables: Self.offered(rubric))
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      // It is the whole rubric that is told then, not only the first that was met.
      let faults = try RubricQueries(assessment: assessment, rubric: rubric, context: context).faults()
      throw Diagnostics(
        faults.isEmpty ? RubricFault.located(error, rubric, nil, line: rubric.subjects.line) : faults)
    }
    let category = try rubric.subjects.category.map { name in
      guard let place = table.place(of: name) else {
        throw Diagnostic(
          AssessmentFaults.noColumn, ["column": name, "what": "subjects", "columns": table.names],
          in: Location(file: rubric.file))
      }
      return place
    }
    var subjects: [ScoringInput.Subject] = []
    var seen: Set<String> = []
    for row in table.rows {
      guard let key = row.values.first.flatMap(Self.key) else {
        throw Diagnostic(AssessmentFaults.subjectEmpty, in: Location(file: rubric.file))
      }
      guard seen.insert(key).inserted else {
        throw Diagnostic(AssessmentFaults.subjectTwice, ["subject": key], in: Location(file: rubric.file))
      }
      let group = category.map { Self.text(row.values[$0]) } ?? ""
      subjects.append(.init(key: key, category: group))
    }
    if subjects.isEmpty { throw Diagnostic(AssessmentFaults.noSubjects, in: Location(file: rubric.file)) }
    var applies: [String: [Bool?]] = [:]
    for (place, (indicator, _)) in conditions.enumerated() {
      guard let column = table.place(of: "applies_\(place)") else { continue }
      applies[indicator.id] = table.rows.map { row in
        if case .boolean(let answer) = row.values[column] { answer } else { nil }
      }
    }
    return (subjects, applies)
  }

  private func gatherDecisions(into input: inout ScoringInput, _ places: TextPlaces) throws {
    // A year that has come to a station is worked out again as of that day at the least.
    let state = context.workspace == nil ? nil : try AssessmentState(of: rubric.year, assessment, context)
    let today = ([context.asOf] + (state?.days ?? [])).max() ?? context.asOf
    let exemptions = try context.query(
      "\(assessment.quoted("exemption")) | where year == $the_year | select indicator, unit, reason, decided_by, decided_on",
      variables: variables)
    for row in exemptions.rows {
      let words = ["indicator": Self.text(row.values[0]), "subject": Self.text(row.values[1])]
      let what = [
        "what": "合理缺项 \(Self.text(row.values[0]))",
        "whatEn": "the exemption from \(Self.text(row.values[0]))",
      ].merging(words) { $1 }
      guard let subject = Self.key(row.values[1]).flatMap({ places[$0] }) else {
        warn(AssessmentFaults.outsider, what)
        continue
      }
      guard let exempted = rubric.indicator(Self.text(row.values[0])) else {
        warn(AssessmentFaults.exemptionUnknown, words, allowed: rubric.all)
        continue
      }
      guard !isBlank(row.values[3]), case .date(let day) = row.values[4] else {
        warn(AssessmentFaults.exemptionUndecided, words)
        continue
      }
      guard hasCome(day, by: today, what) else { continue }
      for leaf in exempted.leaves { input.exemptions[.init(leaf.id, subject)] = Self.text(row.values[2]) }
    }
    let vetoes = try context.query(
      "\(assessment.quoted("veto")) | where year == $the_year | select indicator, unit, event, number, decided_on",
      variables: variables)
    for row in vetoes.rows {
      let words = ["event": Self.text(row.values[2]), "subject": Self.text(row.values[1])]
      let what = words.merging(["what": Self.text(row.values[2])]) { $1 }
      guard let subject = Self.key(row.values[1]).flatMap({ places[$0] }) else {
        warn(AssessmentFaults.outsider, what)
        continue
      }
      guard !isBlank(row.values[3]), case .date(let day) = row.values[4] else {
        warn(AssessmentFaults.vetoUndecided, words)
        continue
      }
      guard hasCome(day, by: today, what) else { continue }
      // A decision that is about no veto of the rubric must not be passed over: it may decide a grade.
      guard let veto = rubric.indicator(Self.text(row.values[0])), veto.leaf?.rule.isVeto == true else {
        warn(
          AssessmentFaults.vetoUnknown, words.merging(["indicator": Self.text(row.values[0])]) { $1 },
          allowed: rubric.leaves.filter { $0.leaf?.rule.isVeto == true })
        continue
      }
      input.vetoes[.init(veto.id, subject)] =
        "\(Self.text(row.values[2]))，\(Self.text(row.values[3]))，\(day.iso)"
    }
  }

  private func isBlank(_ value: Value) -> Bool {
    value.isNull || Self.text(value).allSatisfy(\.isWhitespace)
  }

  /// A decision of a day that is still to come is none yet.
  private func hasCome(_ day: CalendarDate, by today: CalendarDate, _ words: [String: String]) -> Bool {
    guard day > today else { return true }
    warn(AssessmentFaults.ahead, words.merging(["day": day.iso, "today": today.iso]) { $1 })
    return false
  }

  private func warn(_ message: Message, _ words: [String: String], allowed: [Indicator] = []) {
    let ids = allowed.map(\.id).joined(separator: "、")
    context.remark(
      Diagnostic(
        message, words.merging(["allowed": ids.isEmpty ? "—" : ids]) { $1 }, severity: .warning))
  }

  private func gatherObjections(into input: inout ScoringInput, _ places: TextPlaces) throws {
    guard assessment.declaration.objections != nil else { return }
    for objection in try Objections(assessment: assessment, context: context).all(of: rubric.year) {
      guard objection.state == .changed, let subject = places[objection.unit] else { continue }
      let cell = ScoringInput.Cell(objection.indicator, subject)
      if rubric.indicator(objection.indicator)?.leaf?.rule.isVeto == true {
        input.vetoes[cell] = nil
      } else if let mark = objection.markAfter {
        input.adjustments[cell] = .init(mark: mark, objection: objection.number)
      }
    }
  }

  // MARK: Values

  static func key(_ value: Value) -> String? {
    switch value {
    case .reference(let reference): reference.key
    case .text(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .reference(let reference): reference.name ?? reference.key
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .boolean(let flag): flag ? "是" : "否"
    case .period(let period): period.label
    case .date(let date): date.iso
    default: ""
    }
  }

  static func day(_ value: Value) -> CalendarDate? {
    if case .date(let day) = value { day } else { nil }
  }

  /// An exact number; nil for all else.
  static func number(_ value: Value) -> Fraction? {
    switch value {
    case .integer(let number): Fraction(number)
    case .decimal(let number): Fraction(number)
    case .boolean(let flag): flag ? 1 : 0
    default: nil
    }
  }

  /// The exact number in a column of a row; nil for all else.
  static func number(_ row: any KeyedRow, _ column: Int) throws -> Fraction? {
    if let decimal = try row.decimal(at: column) { return Fraction(decimal) }
    return number(try row.value(at: column))
  }
}

extension Table {
  /// The place of a column by id or label.
  func place(of name: String) -> Int? {
    let key = NameKey(name)
    return columns.firstIndex { NameKey($0.id) == key } ?? columns.firstIndex { NameKey($0.label.zh) == key }
      ?? columns.firstIndex { NameKey($0.label.en) == key }
  }

  var names: String { columns.map(\.id).joined(separator: "、") }
}

/// Puts what a query of a rubric complains of to its place in the file.
enum RubricFault {
  /// Does something; what goes wrong is told as a fault of the indicator.
  static func locating<Result>(_ rubric: Rubric, _ indicator: Indicator, _ body: () throws -> Result) throws
    -> Result
  {
    do {
      return try body()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Diagnostics(located(error, rubric, indicator))
    }
  }

  static func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let one as Diagnostic: [one]
    case let several as Diagnostics: several.all
    default: []
    }
  }

  /// - Parameter line: Where it stands, where it belongs to no indicator.
  static func located(_ error: any Error, _ rubric: Rubric, _ indicator: Indicator?, line: Int? = nil)
    -> [Diagnostic]
  {
    diagnostics(of: error).map { diagnostic in
      var moved = diagnostic
      moved.location = Location(file: rubric.file, row: indicator?.line ?? line)
      // Nobody typed it, and no command made it up: the file says where it stands.
      (moved.span, moved.source, moved.fixes, moved.notes) = (nil, nil, [], [])
      if let indicator {
        moved.notes = [
          Diagnostic.Note(
            AssessmentFaults.inMeasure,
            ["indicator": indicator.id, "label": indicator.label.zh, "labelEn": indicator.label.en])
        ]
      }
      return moved
    }
  }
}
