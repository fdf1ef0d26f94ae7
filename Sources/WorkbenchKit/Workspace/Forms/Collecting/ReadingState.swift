import KitFormats
import KitModel

/// What is known while files are read: deliveries by token, forms, units.
struct ReadingState {
  private let desk: FormDesk
  private let book: FormBook
  private let byToken: [String: FormDelivery]
  private let byUnit: [String: FormDelivery]
  private let digests: Set<String>
  private var forms: [String: Form?] = [:]
  /// Why sheets of a form are not taken any more, by form and period.
  private var reasons: [String: Diagnostic?] = [:]
  private var indices: [String: [String: ReferenceIndex]] = [:]
  private var units: [String: FormUnits] = [:]

  init(_ desk: FormDesk, _ book: FormBook) throws {
    self.desk = desk
    self.book = book
    let deliveries = try desk.deliveries()
    byToken = Dictionary(deliveries.map { ($0.token, $0) }, uniquingKeysWith: { $1 })
    byUnit = Dictionary(
      deliveries.map { (Self.key($0.form, $0.period.stored, $0.unit), $0) }, uniquingKeysWith: { $1 })
    digests = Set(deliveries.compactMap(\.sha256))
  }

  private static func key(_ form: String, _ period: String, _ unit: String) -> String {
    [form, period, unit].joined(separator: "\u{1F}")
  }

  mutating func read(_ item: inout FormReturn, _ period: Period?) {
    do {
      try readWhole(&item, period)
    } catch {
      let first = SessionMessages.diagnostics(of: error).first
      item.refusal =
        first?.message.id.hasPrefix("workspace.form-") == true
        ? first
        : Diagnostic(
          FormReturnMessages.unreadable,
          [
            "file": item.name,
            "reason": first.map { $0.message.text(desk.context.language, $0.arguments) } ?? "",
          ])
    }
  }

  private mutating func readWhole(_ item: inout FormReturn, _ period: Period?) throws {
    item.sha256 = try ReceivedFile.hash(item.path)
    let detected = try FileFormat.detect(item.path, name: item.name)
    guard detected == .workbook else {
      let kind = item.name.split(separator: ".").last.map { String($0) } ?? ""
      return try refuse(
        &item, FormReturnMessages.notTable, FormReturnMessages.notTableUnknown, ["kind": kind])
    }
    let file = try InputFile.open(item.path, name: item.name)
    guard let (identity, seal) = try ReturnReader.identity(file) else {
      return try refuse(&item, FormReturnMessages.notOurs, FormReturnMessages.notOursUnknown)
    }
    item.identity = identity
    item.isAnonymous = identity.isAnonymous
    guard let sentFor = Period(stored: identity.period) else {
      return item.refusal = Diagnostic(
        FormReturnMessages.tampered, ["file": item.name, "unit": try name(identity.unit, nil, item)])
    }
    let form = try form(identity.form, sentFor)
    item.label = form?.declaration.label
    item.isAnonymous = item.isAnonymous || form?.isAnonymous == true
    item.unit = try name(identity.unit, form, item)
    let facts = ["file": item.name, "unit": item.unit]
    guard let delivery = byToken[identity.token], delivery.form == identity.form,
      delivery.unit == identity.unit || identity.isAnonymous,
      delivery.period == sentFor
    else {
      if let known = byToken[identity.token] {
        // Another sheet's token: the identity was put together.
        if let owner = try self.form(known.form, known.period) {
          item.isAnonymous = item.isAnonymous || owner.isAnonymous
          item.unit = try name(known.unit, owner, item)
        }
        return item.refusal = Diagnostic(FormReturnMessages.tampered, ["file": item.name, "unit": item.unit])
      }
      let present =
        item.isAnonymous
        ? byUnit.values.first { $0.form == identity.form && $0.period == sentFor }
        : byUnit[Self.key(identity.form, identity.period, identity.unit)]
      let day = ["day": present?.sent?.iso ?? "—"]
      return item.refusal = Diagnostic(
        present == nil ? FormReturnMessages.neverSent : FormReturnMessages.reissued, facts.merging(day) { $1 }
      )
    }
    guard seal == delivery.digest else {
      return item.refusal = Diagnostic(FormReturnMessages.tampered, facts)
    }
    if let period, period != sentFor {
      return item.refusal = Diagnostic(
        FormReturnMessages.otherPeriod,
        ["file": item.name, "found": sentFor.label, "wanted": period.label])
    }
    item.form = form
    if digests.contains(item.sha256), delivery.sha256 == item.sha256 {
      item.isSkipped = true
      return item.refusal = Diagnostic(FormReturnMessages.sameBytes, facts, severity: .note)
    }
    guard let form else {
      return item.refusal = Diagnostic(
        FormReturnMessages.formGone, ["file": item.name, "form": identity.form])
    }
    if let why = try closed(form, sentFor) {
      var told = why
      told.arguments["file"] = item.name
      return item.refusal = told
    }
    guard form.digest == identity.digest else {
      let arguments = ["file": item.name, "form": form.declaration.label.zh, "period": sentFor.label]
      return item.refusal = Diagnostic(FormReturnMessages.otherVersion, arguments)
    }
    item.delivery = delivery
    // Whose name stands on the file and whose sheet it is: a slip that costs two units their marks.
    if !item.isAnonymous, !item.name.contains(item.unit), let named = try guess(item.name), named != item.unit
    {
      item.warnings.append(
        Diagnostic(
          FormReturnMessages.namedOtherwise, ["file": item.name, "unit": item.unit, "named": named],
          severity: .warning))
    }
    try ReturnReader(desk: desk, indices: indices(of: form)).read(file, &item)
  }

  /// What to call the unit of a sheet. No sentence names the unit of an anonymous one.
  private mutating func name(_ unit: String, _ form: Form?, _ item: FormReturn) throws -> String {
    if item.isAnonymous { return FormWords.anonymousUnit.text(desk.context.language) }
    return try form.map { try names(of: $0).name(unit) } ?? unit
  }

  /// Says that a file is no sheet of ours, with the unit that its name speaks of.
  private mutating func refuse(
    _ item: inout FormReturn, _ known: Message, _ unknown: Message, _ more: [String: String] = [:]
  ) throws {
    let unit = try guess(item.name)
    item.unit = unit ?? ""
    item.refusal = Diagnostic(
      unit == nil ? unknown : known, ["file": item.name, "unit": unit ?? ""].merging(more) { $1 })
  }

  private mutating func guess(_ file: String) throws -> String? {
    for delivery in Dictionary(byUnit.values.map { ($0.form, $0) }, uniquingKeysWith: { first, _ in first })
      .sorted(by: { $0.key < $1.key }).map(\.value)
    {
      guard let form = try form(delivery.form, delivery.period) else { continue }
      let units = try names(of: form)
      let recipients = byUnit.values.filter { $0.form == delivery.form }.map {
        FormRecipient(key: $0.unit, name: units.name($0.unit))
      }
      if let found = units.guess(file, among: recipients) { return found.name }
    }
    return nil
  }

  private mutating func form(_ name: String, _ period: Period) throws -> Form? {
    let key = name + "\u{1F}" + period.stored
    if let known = forms[key] { return known }
    let found = try book.forms(for: period, in: desk.context).first { $0.declaration.fullName == name }
    forms[key] = .some(found)
    return found
  }

  private mutating func closed(_ form: Form, _ period: Period) throws -> Diagnostic? {
    let key = form.declaration.fullName + "\u{1F}" + period.stored
    if let known = reasons[key] { return known }
    let found = try form.closed()
    reasons[key] = .some(found)
    return found
  }

  private mutating func names(of form: Form) throws -> FormUnits {
    if let known = units[form.declaration.unit] { return known }
    let found = try desk.units(of: form)
    units[form.declaration.unit] = found
    return found
  }

  /// What the fields that are references may mean.
  private mutating func indices(of form: Form) throws -> [String: ReferenceIndex] {
    if let known = indices[form.declaration.fullName] { return known }
    var made: [String: ReferenceIndex] = [:]
    let lookups = StoreLookups(store: desk.store, declarations: desk.workspace.declarations)
    for field in form.declaration.fields {
      guard case .reference(let name) = field.declaration.type else { continue }
      made[field.id] = try lookups.references(to: desk.entity(name))
    }
    indices[form.declaration.fullName] = made
    return made
  }
}
