import KitDocuments
import KitModel
import KitWorkspace

/// What a unit gets back: its marks with reasons, what it lost, what became of its objections.
struct FeedbackReport {
  let data: ReportData
  let template: ReportTemplate
  /// Marks of all units at the first level, with the means of their category.
  private let aspects: Table
  private let exact: ExactMarks
  private let lacking: LackingMarks

  init(_ data: ReportData, _ template: ReportTemplate) throws {
    self.data = data
    self.template = template
    exact = try ExactMarks(data.assessment, data.year, data.rubric, data.context)
    lacking = try LackingMarks(data.assessment, data.year, data.context)
    let (mark, result) = (data.assessment.quoted("mark"), data.assessment.quoted("result"))
    aspects = try data.context.query(
      """
      \(mark) | where year == $the_year and level == 1 and full > 0 \
      | lookup (\(result) | where year == $the_year | select unit, category) on unit \
      | window total = sum(mark), n = count(mark) per category, indicator \
      | select unit, indicator, name, full, state, mark, total, n
      """, variables: ["the_year": .period(data.year)]
    ).replacing(
      ["total", "n"], with: Column(id: "mean", label: CommandWords.mean, type: Mean.type)
    ) { Mean.value(sum: $0[0], count: $0[1]) }
  }

  /// - Parameter row: The unit's row of `data.ranks`.
  func document(_ row: Table.Row) throws -> Document {
    guard case .reference(let unit)? = row.values.first else { return Document() }
    let marks = MarkRows(
      assessment: data.assessment, rubric: data.rubric, context: data.context, isForPaper: true)
    let lost = try marks.table(of: unit.key, lostOnly: true)
    let own = ReportData.rows(of: data.objections) { ReportData.key(of: $0, in: data.objections) == unit.key }
    let category = data.text(row, "category")
    let inCategory = data.ranks.rows.count { data.text($0, "category") == category }
    var values = data.values
    for (name, column) in [
      ("score", "score"), ("grade", "grade"), ("rank", "rank"), ("category_rank", "category_rank"),
      ("score_before", "score_before"), ("rank_before", "before"), ("note", "note"), ("missing", "missing"),
    ] {
      values[name] = .text(data.text(row, column))
    }
    values["lacking"] = .text(lacking.text(of: unit.key, data.context.language) ?? "—")
    let hasScore = data.text(row, "score") != "—"
    let sentence = hasScore ? exact.whole(of: unit.key)?.sentence : nil
    values["has_scaling"] = .flag(sentence != nil)
    values["scaling"] = .text(sentence.map { $0.message.text(data.context.language, $0.arguments) } ?? "")
    values["unit"] = .text(data.name(row))
    values["category"] = .text(category)
    values["category_units"] = .text("\(inCategory)")
    values["moved"] = .text(Self.moved(data.text(row, "moved"), data.context.language))
    values["has_before"] = .flag(data.text(row, "before") != "—")
    values["has_score"] = .flag(hasScore)
    values["has_note"] = .flag(data.text(row, "note") != "—")
    values["has_missing"] = .flag(data.text(row, "missing") != "—")
    values["has_lost"] = .flag(!lost.rows.isEmpty)
    values["has_objections"] = .flag(!own.rows.isEmpty)
    var aspects = ReportData.rows(of: self.aspects) { ReportData.key(of: $0, in: self.aspects) == unit.key }
    aspects = aspects.dropping(["unit"])
    return try template.document(
      values,
      tables: [
        "aspects": aspects, "lost": lost.dropping(["state"]),
        "marks": try marks.table(of: unit.key, lostOnly: false), "objections": own.dropping(["unit"]),
      ],
      variables: [
        "year": .period(data.year), "unit": .text(unit.key),
        "category": category == "—" ? .null : .text(category),
      ], data.context)
  }

  private static func moved(_ text: String, _ language: UILanguage) -> String {
    switch Int(text) {
    case .some(let places) where places > 0:
      ReportWords.rose.text(language).replacing("{count}", with: "\(places)")
    case .some(let places) where places < 0:
      ReportWords.fell.text(language).replacing("{count}", with: "\(-places)")
    case .some: ReportWords.stayed.text(language)
    case nil: "—"
    }
  }
}

extension ReportData {
  /// The key of the unit in a row.
  static func key(of row: Table.Row, in table: Table) -> String? {
    table.columns.firstIndex { $0.id == "unit" }.flatMap { InputGatherer.key(row.values[$0]) }
  }
}

extension Table {
  /// With one column in the place of the first of `ids`, made of their values.
  func replacing(_ ids: [String], with column: Column, _ value: ([Value]) -> Value) -> Table {
    let places = ids.compactMap { id in columns.firstIndex { $0.id == id } }
    guard let first = places.first else { return self }
    var table = self
    table.columns[first] = column
    for index in table.rows.indices {
      table.rows[index].values[first] = value(places.map { table.rows[index].values[$0] })
    }
    return table.dropping(Set(ids.dropFirst()))
  }

  /// Without the columns of these ids.
  func dropping(_ ids: Set<String>) -> Table {
    let kept = columns.indices.filter { !ids.contains(columns[$0].id) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      var row = row
      row.values = kept.map { row.values[$0] }
      return row
    }
    table.remarks = []
    return table
  }
}
