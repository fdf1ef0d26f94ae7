import KitModel

/// All forms that can be named: those declared in files and those of providers.
public struct FormBook: Sendable {
  public var declared: [FormDeclaration]
  public var providers: [any FormProvider]

  public init(declared: [FormDeclaration] = [], providers: [any FormProvider] = []) {
    self.declared = declared
    self.providers = providers
  }

  public func forms(for period: Period?, in context: any CommandContext) throws -> [Form] {
    try declared.map { Form($0) } + providers.flatMap { try $0.forms(for: period, in: context) }
  }

  /// The form of that id or label; near names are offered.
  public func form(named name: String, for period: Period, in context: any CommandContext) throws -> Form {
    let all = try forms(for: period, in: context)
    let key = NameKey(name)
    guard let form = all.first(where: { $0.declaration.names.contains { NameKey($0) == key } }) else {
      for provider in providers {
        if let why = try provider.absence(of: name, for: period, in: context) { throw why }
      }
      let names = all.map(\.declaration.label.zh)
      let near = Nearness.suggestions(
        for: name, among: all.flatMap { [$0.declaration.label.zh, $0.declaration.id] })
      throw Diagnostic(
        names.isEmpty ? FormMessages.noForms : near.isEmpty ? FormMessages.unknown : FormMessages.unknownNear,
        [
          "name": name, "near": near.joined(separator: "、"),
          "known": all.map { "\($0.declaration.id) \($0.declaration.label.zh)" }.joined(separator: "、"),
        ])
    }
    guard form.declaration.period == period.kind else {
      let wanted = form.declaration.period.example(near: period.year)
      throw Diagnostic(
        FormMessages.wrongPeriodKind,
        ["form": form.declaration.label.zh, "found": period.label, "wanted": wanted])
    }
    return form
  }
}

extension FormBook {
  /// A period of a kind, as it is typed.
  static func example(of kind: Period.Kind, near year: Int) -> String { kind.example(near: year) }
}

extension Period.Kind {
  /// A period of the kind, as it is typed.
  fileprivate func example(near year: Int) -> String {
    switch self {
    case .year: String(year)
    case .term: "\(year)秋"
    case .month: "\(year)-09"
    case .schoolYear: "\(year)-\(year + 1)"
    }
  }
}
