import KitDocuments
import KitModel
import KitStore
import KitWorkspace

/// One page for the head of the office; as a workbook also all ranks and marks.
struct SummaryReport {
  let data: ReportData

  func document(_ template: ReportTemplate) throws -> Document {
    let scored = data.ranks.rows.filter { data.text($0, "score") != "—" }
    var values = data.values
    values["scored"] = .text("\(scored.count)")
    values["mean"] = .text(mean(of: scored))
    for (name, row) in [("highest", scored.first), ("lowest", scored.last)] {
      values[name] = .text(row.map { data.text($0, "score") } ?? "—")
      values[name + "_unit"] = .text(row.map { data.name($0) } ?? "—")
    }
    let states = states()
    values["objections"] = .text("\(states.count)")
    values["changed"] = .text("\(states.count { $0 == Objections.State.changed.rawValue })")
    values["open"] = .text("\(states.count { Objections.State(rawValue: $0)?.isOpen == true })")
    let lacking = try LackingMarks(data.assessment, data.year, data.context)
    let notes = data.ranks.rows.filter { data.text($0, "note") != "—" || data.text($0, "missing") != "—" }
    let (ends, left) = ends()
    var told = grouped(notes, lacking)
    if left > 0 {
      let words = ReportWords.sharedEnds.text(data.context.language).replacing("{count}", with: "\(left)")
      told.append(["unit": .text(ReportWords.shared.text(data.context.language)), "note": .text(words)])
    }
    // The page is one: what is too long for it stands in the reports of the units.
    if told.count > Self.mostNotes {
      let words = ReportWords.moreNotes.text(data.context.language)
        .replacing("{count}", with: "\(told.count - Self.mostNotes)")
      told = Array(told.prefix(Self.mostNotes))
      told.append(["unit": .text(ReportWords.more.text(data.context.language)), "note": .text(words)])
    }
    values["has_notes"] = .flag(!told.isEmpty)
    values["notes"] = .items(told, names: ["unit", "note"])
    let movers = movers()
    values["has_before"] = .flag(!movers.rows.isEmpty)
    return try template.document(
      values,
      tables: [
        "grades": try grades(), "ranks": data.ranks.dropping(["missing"]), "ends": ends,
        "weakest": try weakest(),
        "movers": movers, "objections": data.objections,
      ], variables: ["year": .period(data.year)], data.context)
  }

  private static let mostNotes = 8

  /// What has to be said of units; of those with the same words it is said once, so that the page stays one.
  private func grouped(_ rows: [Table.Row], _ lacking: LackingMarks) -> [[String: TemplateValue]] {
    let language = data.context.language
    var units: [(note: String, names: [String])] = []
    for row in rows {
      let missing = InputGatherer.key(row.values[0]).flatMap { lacking.text(of: $0, language) }
      let note =
        missing.map {
          ReportWords.noTotal.text(language).replacing("{lacking}", with: $0)
        } ?? data.text(row, "note")
      if let place = units.firstIndex(where: { $0.note == note }) {
        units[place].names.append(data.name(row))
      } else {
        units.append((note, [data.name(row)]))
      }
    }
    return units.map { note, names in
      ["unit": .text(names.joined(separator: language == .zh ? "、" : ", ")), "note": .text(note)]
    }
  }

  /// All ranks and all marks, for those who want to calculate with them.
  func appendix() throws -> [Document.Block] {
    let mark = data.assessment.quoted("mark")
    let marks = try data.context.query(
      """
      \(mark) | where year == $the_year and full > 0 | sort unit, place \
      | select unit, indicator, name, level, full, state, mark, lost, figure, reason
      """, variables: ["the_year": .period(data.year)])
    let (language, ranks) = (data.context.language, data.ranks.dropping(["missing"]))
    return [
      .table(ranks, title: ReportWords.fullRanks.text(language)),
      .table(marks, title: ReportWords.fullMarks.text(language)),
    ]
  }

  private func states() -> [String] {
    guard let place = data.objections.columns.firstIndex(where: { $0.id == "state" }) else { return [] }
    return data.objections.rows.map { InputGatherer.text($0.values[place]) }
  }

  /// The mean of the totals to the places of the relations, 四舍五入.
  private func mean(of rows: [Table.Row]) -> String {
    guard let place = data.ranks.columns.firstIndex(where: { $0.id == "score" }), !rows.isEmpty else {
      return "—"
    }
    let sum = rows.compactMap { InputGatherer.number($0.values[place]) }.reduce(Fraction.zero, +)
    let mean = sum.divided(by: Fraction(rows.count))
    return mean?.decimal(places: data.assessment.declaration.places)?.description ?? "—"
  }

  private func grades() throws -> Table {
    let names = data.rubric.grading?.grades.map(\.name) ?? []
    var table = try data.context.query(
      """
      \(data.assessment.quoted("result")) | where year == $the_year | group category, grade { n = count() }
      """, variables: ["the_year": .period(data.year)])
    // A row for each category, a column for each grade in the order of the rubric, whether anyone has it or not.
    var counts: [String: [String: Int64]] = [:]
    var categories: [String] = []
    for row in table.rows {
      let category = row.values[0].isNull ? "—" : InputGatherer.text(row.values[0])
      if counts[category] == nil { categories.append(category) }
      guard case .integer(let count) = row.values[2] else { continue }
      counts[category, default: [:]][row.values[1].isNull ? "" : InputGatherer.text(row.values[1])] = count
    }
    let category = table.columns[0]
    table.columns =
      [category]
      + names.enumerated().map { Column(id: "grade_\($0)", label: Label(zh: $1, en: $1), type: .integer) }
    table.rows = categories.map { name in
      Table.Row([.text(name)] + names.map { .integer(counts[name]?[$0] ?? 0) })
    }
    return table
  }

  /// The first and the last three of those with a total, and who shares the third place, as far as the page goes; all,
  /// where there are no more than six. And how many share a place with them that are left out.
  private func ends() -> (table: Table, left: Int) {
    var ranked = data.ranks
    ranked.rows = data.ranks.rows.filter { data.text($0, "score") != "—" }
    let shown = Self.ends(of: ranked.rows.map { Int(data.text($0, "rank")) ?? .max })
    ranked.rows = shown.places.map { ranked.rows[$0] }
    return (ranked.dropping(["missing", "note", "score_before", "before", "moved"]), shown.left)
  }

  /// The places of the first and the last three among ranks in their order, and of those who share the third place, five
  /// on each side at most; how many of these were left out.
  static func ends(of ranks: [Int]) -> (places: [Int], left: Int) {
    guard ranks.count > 6 else { return (Array(ranks.indices), 0) }
    let (first, last) = (ranks[2], ranks[ranks.count - 3])
    let (high, low) = (
      ranks.indices.filter { ranks[$0] <= first }, ranks.indices.filter { ranks[$0] >= last }
    )
    let shown = Set(high.prefix(5) + low.suffix(5))
    return (shown.sorted(), Set(high + low).count - shown.count)
  }

  private func weakest() throws -> Table {
    let mark = data.assessment.quoted("mark")
    let table = try data.context.query(
      """
      \(mark) | where year == $the_year and state == "得分" and full > 0 \
      and indicator not in (\(mark) | where year == $the_year and parent is not null | select parent) \
      | group indicator, name { full = max(full), total = sum(mark), n = count(), lowest = min(mark) }
      """, variables: ["the_year": .period(data.year)])
    let rows = table.rows.compactMap { row -> (rate: Fraction, values: [Value])? in
      let numbers = row.values[2...4].compactMap(InputGatherer.number)
      guard numbers.count == 3, let rate = numbers[1].divided(by: numbers[0] * numbers[2]) else { return nil }
      let mean = Mean.value(sum: row.values[3], count: row.values[4])
      return (rate, [row.values[0], row.values[1], row.values[2], mean, row.values[5], Mean.rate(rate)])
    }
    // Those alike stay as in the rubric.
    let worst = rows.enumerated().sorted {
      $0.element.rate != $1.element.rate ? $0.element.rate < $1.element.rate : $0.offset < $1.offset
    }
    return Table(
      columns: [
        table.columns[0], table.columns[1],
        Column(id: "full", label: CommandWords.full, type: table.columns[2].type),
        Column(id: "mean", label: ReportWords.meanMark, type: Mean.type),
        Column(id: "lowest", label: ReportWords.lowestMark, type: table.columns[5].type),
        Column(id: "rate", label: ReportWords.rate, type: Mean.rateType),
      ], rows: worst.prefix(5).map { Table.Row($0.element.values) })
  }

  private func movers() -> Table {
    var table = data.ranks.dropping(["missing", "note", "category_rank"])
    guard let place = table.columns.firstIndex(where: { $0.id == "moved" }) else { return table }
    func places(_ row: Table.Row) -> Int64 {
      if case .integer(let count) = row.values[place] { abs(count) } else { 0 }
    }
    // A stable order: the greatest first, those alike by rank.
    table.rows = table.rows.filter { places($0) > 0 }.enumerated()
      .sorted {
        places($0.element) != places($1.element)
          ? places($0.element) > places($1.element) : $0.offset < $1.offset
      }
      .prefix(5).map(\.element)
    return table
  }
}
