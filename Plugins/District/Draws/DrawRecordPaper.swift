import PluginAPI

/// The record of a draw as a document, of a template that the office edits.
struct DrawRecordPaper {
  let entry: DrawBook.Entry
  let draw: Draw
  let context: any CommandContext

  private var language: UILanguage { context.language }

  func document() throws -> Document {
    let names = ["templates/抽取记录.md", "templates/draw-record.md"]
    guard let file = context.file(language == .zh ? names : names.reversed(), of: "district") else {
      throw Diagnostic(DrawFaults.noTemplate)
    }
    return try file.template(language).document(
      try values(), names: Self.names, tables: try tables(),
      picture: DocumentTemplate.pictures(in: file.folder)
    ) { query in
      try context.query(query.text, variables: ["draw": .text(draw.number)])
    }
  }

  private func values() throws -> [String: TemplateValue] {
    let row = entry.record
    func text(_ column: String) -> TemplateValue { .text(row.text(column) ?? "") }
    let head = try context.workspace?.store.chainHead()
    let region = context.workspace?.opened?.configuration.region
    return [
      "number": .text(draw.number), "inspection": .text(row.name("inspection") ?? draw.inspection),
      "inspection_code": .text(draw.inspection), "region": .text(region ?? ""),
      "state": .text(draw.state.rawValue),
      "population": .text("\(draw.population.count { $0.excluded == nil })"), "units": .text("\(draw.units)"),
      "candidates": .text("\(draw.pool.count { $0.excluded == nil })"),
      "inspectors": .text("\(draw.inspectors)"), "load": .text("\(draw.load)"),
      "visit_day": .text(draw.visitDay.iso), "digest": text("digest"),
      "public_source": .text(draw.publicSource), "public_day": .text(draw.publicDay.iso),
      "public_number": text("public_number"), "seed": text("seed"), "reason": text("reason"),
      "has_reason": .flag(row.text("reason") != nil), "prepared_by": text("prepared_by"),
      "prepared_at": text("prepared_at"), "drawn_by": text("drawn_by"), "drawn_at": text("drawn_at"),
      "moved": .text("\(row.integer("moved") ?? 0)"), "has_moved": .flag((row.integer("moved") ?? 0) > 0),
      "is_drawn": .flag(row.text("seed") != nil), "is_voided": .flag(draw.state == .voided),
      "voided_by": text("voided_by"), "voided_on": .text(row.date("voided_on")?.iso ?? ""),
      "void_reason": text("void_reason"), "day": .text(context.asOf.iso), "code": .text(head?.code ?? "—"),
      "has_bars": .flag(try !bars().rows.isEmpty),
      "office_of_one": .flag(context.isOfficeOfOne),
    ]
  }

  private func tables() throws -> [String: Table] {
    [
      "teams": try teams(),
      "units": Self.shortened(try member(Draw.sides.units, "code, name, excluded, place, hash")),
      "inspectors": try member(Draw.sides.persons, "code, name, excluded, load, place"),
      "bars": try bars(),
    ]
  }

  /// A row for each unit that was drawn.
  private func teams() throws -> Table {
    var units: [(place: Int, unit: String, name: String, team: [String])] = []
    for row in try self.rows(
      "draw_team", "place, seat, unit, unit_name, person, person_name | sort place, seat"
    )
    .records {
      let unit = row.text("unit") ?? ""
      let person = "\(row.text("person_name") ?? "")（\(row.text("person") ?? "")）"
      if units.last?.unit == unit {
        units[units.count - 1].team.append(person)
      } else {
        units.append((row.integer("place") ?? 0, unit, row.text("unit_name") ?? unit, [person]))
      }
    }
    return Table(
      columns: [
        Column(id: "place", label: DistrictWords.heading(DistrictWords.place), type: .integer),
        Column(id: "code", label: DistrictWords.heading(DistrictWords.code), type: .text),
        Column(id: "unit", label: DistrictWords.heading(DistrictWords.unit), type: .text),
        Column(id: "inspectors", label: DistrictWords.heading(DistrictWords.inspectors), type: .text),
      ],
      rows: units.map { row in
        Table.Row([
          .integer(Int64(row.place)), .text(row.unit), .text(row.name),
          .text(row.team.joined(separator: "、")),
        ])
      })
  }

  private func bars() throws -> Table {
    var table = try rows("draw_bar", "unit, person, kind, basis")
    // Of a list of hundreds only what concerns the drawn units is worth the paper; all of it is in the lists.
    let drawn = Set(try rows("draw_team", "unit").records.compactMap { $0.text("unit") })
    if !drawn.isEmpty { table.rows.removeAll { !drawn.contains($0.values[0].plainText ?? "") } }
    let (units, persons) = (try Roll.units(context), try Roll.persons(context))
    for place in table.rows.indices {
      for (column, roll) in [(0, units), (1, persons)] {
        guard case .text(let code) = table.rows[place].values[column] else { continue }
        table.rows[place].values[column] = .text("\(roll.name(code))（\(code)）")
      }
    }
    table.columns[0].label = DistrictWords.heading(DistrictWords.unit)
    table.columns[1].label = DistrictWords.heading(DistrictWords.inspector)
    return table
  }

  /// Hashes fit no page whole; their first digits tell them apart, the rest stands in `draw_member`.
  private static func shortened(_ table: Table) -> Table {
    var table = table
    guard let place = table.columns.firstIndex(where: { $0.id == "hash" }) else { return table }
    table.columns[place].label = DistrictWords.heading(DistrictWords.shortHash)
    for row in table.rows.indices {
      if case .text(let hash) = table.rows[row].values[place] {
        table.rows[row].values[place] = .text(String(hash.prefix(12)))
      }
    }
    return table
  }

  private func rows(_ relation: String, _ columns: String) throws -> Table {
    try context.query(
      "\(relation) | where draw == $the_number | select \(columns)",
      variables: ["the_number": .text(draw.number)])
  }

  private func member(_ side: String, _ columns: String) throws -> Table {
    try context.query(
      "draw_member | where draw == $the_number and side == $the_side | select \(columns)",
      variables: ["the_number": .text(draw.number), "the_side": .text(side)])
  }

  /// Chinese names of the values, for the template.
  private static let names = [
    "编号": "number", "任务": "inspection", "任务编号": "inspection_code", "地区": "region", "状态": "state",
    "候选单位数": "population", "抽取单位数": "units", "候选督学数": "candidates", "每单位督学数": "inspectors",
    "每人最多": "load", "入校日期": "visit_day", "名单摘要": "digest", "公开数出处": "public_source",
    "公开日期": "public_day", "公开数": "public_number", "种子": "seed", "理由": "reason", "有理由": "has_reason",
    "换位席位数": "moved", "有换位": "has_moved", "登记人": "prepared_by", "登记时间": "prepared_at", "抽取人": "drawn_by",
    "抽取时间": "drawn_at",
    "已抽": "is_drawn", "已作废": "is_voided", "作废人": "voided_by", "作废日期": "voided_on",
    "作废理由": "void_reason", "日期": "day", "日志码": "code", "有限制": "has_bars", "一人办公室": "office_of_one",
  ]
}
