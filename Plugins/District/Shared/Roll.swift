import PluginAPI

/// All rows of an entity that people call by code or name, to find the one that was typed.
struct Roll {
  struct Member: Hashable {
    var code: String
    var name: String
    /// Other names by which it is known.
    var others: [String] = []
  }

  let what: Label
  let members: [Member]
  private let places: [String: Int]

  init(what: Label, _ members: [Member]) {
    self.what = what
    self.members = members
    places = Dictionary(members.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }

  static func units(_ context: any CommandContext) throws -> Roll {
    let rows = try context.query("unit | select code, name, short_name, former_names").records
    return Roll(
      what: DistrictWords.unit,
      rows.compactMap { row in
        row.text("code").map { code in
          let others = (row.text("short_name").map { [$0] } ?? []) + row.texts("former_names")
          return Member(code: code, name: row.text("name") ?? code, others: others)
        }
      })
  }

  static func persons(_ context: any CommandContext) throws -> Roll {
    let rows = try context.query("person | select code, name").records
    return Roll(
      what: DistrictWords.inspector,
      rows.compactMap { row in
        row.text("code").map { Member(code: $0, name: row.text("name") ?? $0) }
      })
  }

  subscript(code: String) -> Member? { places[code].map { members[$0] } }

  /// What a code is called; the code where nobody knows it.
  func name(_ code: String) -> String { self[code]?.name ?? code }

  /// The only member of that name; nil: none, or several.
  func only(named name: String) -> Member? {
    let key = NameKey(name)
    let found = members.filter { NameKey($0.name) == key }
    return found.count == 1 ? found.first : nil
  }

  /// The member that was typed, by code or by one of its names.
  func find(_ typed: String, at span: SourceSpan?) throws -> Member {
    let key = NameKey(typed)
    if let member = members.first(where: { NameKey($0.code) == key }) { return member }
    for names in [\Member.ownNames, \Member.others] {
      let found = members.filter { member in member[keyPath: names].contains { NameKey($0) == key } }
      if found.count == 1, let member = found.first { return member }
      if found.count > 1 {
        throw Diagnostic(
          SharedFaults.severalOfName, arguments(typed, found.map(\.code)), at: span)
      }
    }
    let near = Nearness.suggestions(for: typed, among: members.flatMap { [$0.name] + $0.others })
    throw Diagnostic(
      SharedFaults.unknownName, arguments(typed, []), at: span,
      fixes: span.map { span in near.map { Diagnostic.Fix(span, $0) } } ?? [])
  }

  private func arguments(_ typed: String, _ codes: [String]) -> [String: String] {
    [
      "name": typed, "what": what.zh, "whatEn": what.en, "codes": codes.joined(separator: "、"),
      "codesEn": codes.joined(separator: ", "),
    ]
  }
}

extension Roll.Member {
  fileprivate var ownNames: [String] { [name] }
}
