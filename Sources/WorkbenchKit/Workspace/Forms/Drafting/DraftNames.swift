import KitModel

/// Names and types that a draft takes from the data that there is, from pinyin, and from the words of headings.
struct DraftNames {
  private let declarations: DeclarationSet

  init(_ declarations: DeclarationSet) { self.declarations = declarations }

  // MARK: Ids

  /// A readable id: its pinyin; where that is long, initials but for the last part of a heading in several rows.
  func id(of label: String) -> String {
    let parts = Self.withoutBrackets(label).split(separator: "·").map(String.init)
    let text = Self.identifier(parts.map { Pinyin.pinyin(of: $0) }.joined(separator: " "))
    if text.utf8.count <= Self.longest, !text.isEmpty { return text }
    func initials(_ text: String) -> String { Pinyin.initials(of: text, limit: 1).first ?? "" }
    let head = parts.count > 1 ? parts.dropLast().map(initials).joined(separator: " ") : ""
    let last = parts.last ?? label
    let whole = Self.identifier(head + " " + Pinyin.pinyin(of: last))
    if parts.count > 1, whole.utf8.count <= Self.longest { return whole }
    let short = Self.identifier(parts.map(initials).joined(separator: " "))
    return short.isEmpty ? "form" : String(short.prefix(Self.longest))
  }

  private static let longest = 30

  /// A text without what stands in brackets, unless that is all.
  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var rest = ""
    for character in text {
      if "（([【".contains(character) { depth += 1 }
      if depth == 0 { rest.append(character) }
      if "）)]】".contains(character) { depth = max(0, depth - 1) }
    }
    return rest.trimmed.isEmpty ? text : rest.trimmed
  }

  /// Lower-case words joined by `_`.
  private static func identifier(_ text: String) -> String {
    var words: [String] = [""]
    for scalar in text.lowercased().unicodeScalars {
      let isLetter = (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
      if isLetter {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    let joined = words.filter { !$0.isEmpty }.joined(separator: "_")
    guard let first = joined.first else { return "" }
    return first.isNumber ? "n" + joined : joined
  }

  // MARK: Fields

  func field(_ column: BlankForm.Column, _ taken: inout Set<String>) -> FormDraft.Field {
    let known = declared(column.heading)
    let base = known?.id ?? id(of: column.heading)
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    let (type, origin) = type(of: column, known)
    return FormDraft.Field(
      id: id, label: column.heading, english: known?.label.en, type: type, isRequired: column.isRequired,
      minimum: column.rule?.minimum, maximum: column.rule?.maximum, origin: origin)
  }

  /// A field of the data that is called so.
  private func declared(_ heading: String) -> FieldDeclaration? {
    let keys = Set([heading, HeadingText.plain(heading) ?? heading].map(HeadingText.key))
    for entity in declarations.entities where entity.writtenBy == nil {
      if let field = entity.fields.first(where: { field in
        keys.contains(HeadingText.key(field.label.zh)) && !field.isSensitive
      }) {
        return field
      }
    }
    return nil
  }

  private func type(of column: BlankForm.Column, _ known: FieldDeclaration?) -> (DataType, FormDraft.Origin) {
    switch column.rule?.kind {
    case .list(let values):
      let isYesNo = Set(values) == ["是", "否"]
      return (isYesNo ? .boolean : .choice(values), .rule)
    case .whole: return (.integer, .rule)
    case .decimal: return (.decimal(precision: 18, scale: 2), .rule)
    case .date: return (.date, .rule)
    case nil: break
    }
    if let sample = column.sample { return (sample, .sample) }
    if let known {
      switch known.type {
      // References are typed as texts: a draft does not know what the units call them.
      case .integer, .decimal, .percent, .boolean, .date, .choice: return (known.type, .known)
      default: return (.text, .known)
      }
    }
    return Self.type(of: column.heading)
  }

  /// What the words of a heading speak for.
  static func type(of heading: String) -> (DataType, FormDraft.Origin) {
    let text = MatchKey(heading).text
    func has(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
    if HeadingText.saysPercent(heading) || text.hasSuffix("率") || text.hasSuffix("比例") || text.hasSuffix("占比")
    {
      return (.percent(scale: 4), .heading)
    }
    if has(["电话", "手机", "号码", "编号", "代码", "身份证", "姓名", "原因", "说明", "备注", "地址"]) {
      return (.text, .heading)
    }
    if has(["日期"]) || text.hasSuffix("时间") { return (.date, .heading) }
    if text.hasPrefix("是否") || text.hasPrefix("有无") { return (.boolean, .heading) }
    if has(["金额", "经费", "面积", "万元", "(元)", "得分", "分数", "平方米"]) {
      return (.decimal(precision: 18, scale: 2), .heading)
    }
    if has(["人数", "数量", "个数", "班数", "次数", "册数", "台数", "(人)", "(个)", "(次)"]) || text.hasSuffix("数") {
      return (.integer, .heading)
    }
    return (.text, .none)
  }

  // MARK: Title

  /// The title without its year, and without what stands around every form.
  static func label(of title: String) -> String {
    var text = title.trimmed
    let marks = ["年度", "学年度", "学年", "年", "秋季学期", "春季学期", "秋季", "春季", "秋", "春", "月份", "月"]
    var isTrimmed = true
    while isTrimmed {
      isTrimmed = false
      let rest = text.drop { $0.isNumber || "-—－~～ 　".contains($0) }
      if rest.count < text.count, let mark = marks.first(where: { rest.hasPrefix($0) }) {
        text = String(rest.dropFirst(mark.count))
        isTrimmed = true
      } else if let mark = ["秋季学期", "春季学期", "秋季", "春季", "秋", "春"].first(where: { text.hasPrefix($0) }) {
        text = String(text.dropFirst(mark.count))
        isTrimmed = true
      }
    }
    // 学校安全自查表（2024年9月）
    if let open = text.lastIndex(where: { "（(".contains($0) }), text[open...].contains(where: \.isNumber) {
      text = String(text[..<open])
    }
    text = text.trimmed
    return text.isEmpty ? title : String(text.prefix(30))
  }

  /// A label without what says that it is a form: 食堂情况 of 食堂情况统计表.
  static func plain(_ label: String) -> String {
    let ends = ["统计表", "汇总表", "登记表", "调查表", "自查表", "报表", "一览表", "表"]
    guard let end = ends.first(where: { label.hasSuffix($0) && label.count > $0.count + 1 }) else {
      return label
    }
    return String(label.dropLast(end.count))
  }

  static func period(of title: String) -> Period.Kind {
    if ["春", "秋", "学期"].contains(where: { title.contains($0) }) { return .term }
    if title.contains("学年") { return .schoolYear }
    return title.contains("月") ? .month : .year
  }

  // MARK: Units

  struct Unit {
    var name: String
    var recipients: String
    var contact: String?
    var phone: String?
  }

  /// Entities whose rows may fill a form.
  var units: [EntityDeclaration] {
    declarations.entities.filter { entity in
      entity.key.count == 1 && entity.nameField != nil && entity.writtenBy == nil
    }
  }

  /// The entity whose rows fill the form: the one that a heading or the title names, else the one that the other forms
  /// have.
  func unit(heading: String?, title: String, used book: FormBook) throws -> Unit {
    let candidates = units
    func named(_ text: String) -> EntityDeclaration? {
      candidates.filter { text.contains($0.label.zh) }.max { $0.label.zh.count < $1.label.zh.count }
    }
    let usual = book.declared.first.flatMap { form in
      candidates.first { [$0.id, $0.fullName].contains(form.unit) }
    }
    guard
      let entity = heading.flatMap(named) ?? named(title) ?? usual ?? candidates.first(where: {
        $0.id == "school"
      })
        ?? candidates.first
    else { throw Diagnostic(FormDraftMessages.noUnits) }
    let fields = declarations.lineage(of: entity).fields.filter { !$0.isSensitive }
    func column(_ names: [String]) -> String? {
      names.lazy.compactMap { name in fields.first { $0.label.zh == name }?.label.zh }.first
    }
    let contact = column(["联系人", "负责人"])
    let phone = column(["联系电话", "电话", "办公电话"])
    let key = fields.first { $0.id == entity.key[0] }?.label.zh ?? entity.key[0]
    let isAlone = declarations.named(entity.label.zh).count == 1
    let source = isAlone ? entity.label.zh : entity.fullName
    let columns = ([key] + [contact, phone].compactMap { $0 }).joined(separator: ", ")
    return Unit(
      name: declarations.named(entity.id).count == 1 ? entity.id : entity.fullName,
      recipients: "\(source) | 选列 \(columns)", contact: contact, phone: phone)
  }
}
