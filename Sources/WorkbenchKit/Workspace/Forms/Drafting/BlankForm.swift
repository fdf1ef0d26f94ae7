import KitFormats
import KitModel

/// What a blank workbook says of the form that it is: title, guide, and what is to be filled in.
struct BlankForm {
  private(set) var title: String?
  private(set) var guide: [String] = []
  private(set) var columns: [Column] = []
  /// One question below the other, the answers beside them.
  private(set) var isVertical = false

  /// Something to be filled in.
  struct Column {
    var heading: String
    /// What rows that are filled in have in common; nil: there are none.
    var sample: DataType?
    var rule: EntryRule?
    var isRequired: Bool
    /// The heading again where it asks for the unit itself.
    var unitHeading: String?
  }

  /// - Parameter units: What the units are called that may fill it: 学校, 幼儿园.
  init(_ sheet: OpenedSheet, units: [String]) throws {
    let facts = try sheet.input.facts(ofSheet: sheet.index)
    read(sheet.facts)
    // A title over all columns is taken for a heading where these are few.
    let over = Self.title(over: sheet.columns.map(\.id))
    if let over, title == nil { title = over }
    let named = sheet.columns.map { column in
      (index: column.index, id: over.map { String(column.id.dropFirst($0.count + 1)) } ?? column.id)
    }
    let answers = try Self.answers(of: sheet, named)
    if let (questions, place, first) = answers {
      isVertical = true
      columns = questions.enumerated().map { index, text in
        Self.column(text, sample: nil, Self.rule(facts, row: first + index, column: place), [])
      }
      return
    }
    let first = (sheet.headingRows.last ?? 0) + 1
    for (place, profile) in zip(named, sheet.profiles) {
      if Self.isRunningNumber(place.id) { continue }
      columns.append(
        Self.column(
          place.id, sample: profile.isOpen ? nil : profile.type,
          Self.rule(facts, row: first, column: place.index), units))
    }
  }

  private static func title(over headings: [String]) -> String? {
    guard headings.count > 1, let first = headings.first,
      let dot = first.firstIndex(of: "·"),
      headings.allSatisfy({ $0.hasPrefix(first[...dot]) && $0.count > first[...dot].count })
    else { return nil }
    return String(first[..<dot])
  }

  private static func column(_ heading: String, sample: DataType?, _ rule: EntryRule?, _ units: [String])
    -> Column
  {
    var text = heading.filter { !"*＊★※".contains($0) }.trimmed
    let isRequired = text != heading || text.contains("必填")
    for mark in ["（必填）", "(必填)"] { text = text.replacing(mark, with: "") }
    return Column(
      heading: text, sample: sample, rule: rule, isRequired: isRequired,
      unitHeading: isUnit(text, units) ? text : nil)
  }

  /// 学校, 单位名称, 填报单位: whose the row is.
  private static func isUnit(_ heading: String, _ names: [String]) -> Bool {
    let plain = MatchKey(HeadingText.plain(heading) ?? heading).text
    let units = ["单位", "园", "校", "机构"] + names
    let words = ["", "名称", "名"]
    return units.contains { unit in words.contains { plain == unit + $0 } }
      || ["填报单位", "报送单位", "校名", "园名"].contains(plain)
  }

  private static func isRunningNumber(_ heading: String) -> Bool {
    ["序号", "编号", "no.", "no"].contains(MatchKey(heading).text)
  }

  private static func rule(_ facts: SheetFacts, row: Int, column: Int) -> EntryRule? {
    facts.entryRules.first { rule in
      rule.ranges.contains {
        $0.columns.contains(column) && $0.rows.upperBound >= row && $0.rows.lowerBound <= row + 1
      }
    }
  }

  // MARK: Title and guide

  private mutating func read(_ facts: [String]) {
    for fact in facts {
      let text = fact.trimmed
      if text.isEmpty || Self.isAttachmentMark(text) || Self.isFormLine(text) { continue }
      if title == nil { title = text } else { guide.append(text) }
    }
  }

  /// 附件2：
  private static func isAttachmentMark(_ text: String) -> Bool {
    text.hasPrefix("附件") && text.count <= 6 || text.hasPrefix("附表") && text.count <= 6
  }

  /// 填报单位：　　填表人：　　日期：
  private static func isFormLine(_ text: String) -> Bool {
    let words = ["填报单位", "填表单位", "单位", "填表人", "填报人", "填表日期", "填报日期", "日期", "学校", "联系电话", "审核人"]
    let key = text.filter { !$0.isWhitespace }
    return words.contains { key.hasPrefix($0 + "：") || key.hasPrefix($0 + ":") || key.hasPrefix($0 + "（盖章") }
  }

  // MARK: One question below the other

  /// The questions of a sheet of two columns, the column of the answers, and the row of the first question.
  private static func answers(
    of sheet: OpenedSheet, _ columns: [(index: Int, id: String)]
  ) throws -> (texts: [String], column: Int, first: Int)? {
    let asked = ["项目", "内容", "指标", "问题", "事项", "名称", "填报项目", "栏目"]
    let answers = ["填写", "填写内容", "填报", "填报内容", "内容", "数值", "数据", "情况", "答案", "填写情况", "数量"]
    let named = columns.filter { !isRunningNumber($0.id) }
    guard named.count >= 2, named.count <= 3, asked.contains(MatchKey(named[0].id).text),
      answers.contains(MatchKey(named[1].id).text),
      let index = sheet.columns.firstIndex(where: { $0.index == named[1].index }),
      sheet.profiles[index].isOpen
    else { return nil }
    let cells = try ReturnedCells(sheet.input, sheet: sheet.index)
    let first = (sheet.headingRows.last ?? 0) + 1
    let letters = Location.columnLetters(named[0].index + 1)
    var texts: [String] = []
    while case let text = cells.text(letters + String(first + texts.count)).trimmed, !text.isEmpty,
      !RowVerdict.isNote(text)
    {
      texts.append(text)
    }
    return texts.count > 1 ? (texts, named[1].index, first) : nil
  }
}
