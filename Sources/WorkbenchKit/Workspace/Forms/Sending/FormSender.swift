import FoundationEssentials
import KitFormats
import KitModel
import KitStore

/// `form out`: a workbook for each unit, and a record of what was sent.
public struct FormSender {
  private let desk: FormDesk
  private let form: Form
  private let period: Period

  public init(_ form: Form, _ period: Period, book: FormBook, context: any CommandContext) throws {
    desk = try FormDesk(context, book)
    self.form = form
    self.period = period
  }

  /// Writes the workbooks, and records them in one change.
  ///
  /// - Parameters:
  ///   - folder: Where to; nil: below `exports/`.
  ///   - only: Names or keys of units; empty: all recipients.
  public func send(deadline: CalendarDate?, to folder: String?, only: [String]) throws -> CommandResult {
    let declaration = form.declaration
    let context = desk.context
    if let deadline, deadline < context.asOf {
      throw Diagnostic(
        FormMessages.deadlinePast, ["deadline": deadline.iso, "today": context.asOf.iso])
    }
    if let why = try form.closed() { throw Diagnostic(FormMessages.sendClosed, why.arguments) }
    var recipients = try desk.recipients(of: form, period)
    let files = FormNames.files(declaration.label.zh, period, recipients)
    if !only.isEmpty { recipients = try only.map { try find($0, recipients) } }
    guard !recipients.isEmpty else {
      throw Diagnostic(FormMessages.noRecipients, ["form": declaration.label.zh])
    }
    let rows = try form.rows(desk.queries(period), recipients)
    let due = deadline ?? declaration.days.flatMap { context.asOf.adding(days: $0) }
    let name = FormNames.folder(declaration.label.zh, period)
    let place = try folder ?? context.outputPath(name)
    if !context.isDryRun {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }
    let before = Dictionary(
      try desk.deliveries(of: declaration.fullName, period).map { ($0.unit, $0) }, uniquingKeysWith: { $1 })
    var deliveries: [FormDelivery] = []
    var idle: [String] = []
    if case .given = declaration.rows {
      idle = recipients.filter { rows[$0.key]?.isEmpty ?? true }.map(\.name)
      recipients.removeAll { rows[$0.key]?.isEmpty ?? true }
    }
    var options = WritingOptions(language: context.language, time: context.time)
    options.author = context.person
    let press = Press(
      declaration: declaration, isAnonymous: form.isAnonymous, digest: form.digest, period: period,
      deadline: due, options: options,
      folder: context.isDryRun ? nil : place, files: files)
    for start in stride(from: 0, to: recipients.count, by: Press.batch) {
      try context.checkCancellation()
      context.progress(start, of: recipients.count, FormWords.label(FormWords.sheetsWritten))
      let batch = Array(recipients[start..<min(start + Press.batch, recipients.count)])
      for (recipient, sheet) in zip(batch, try press.sheets(of: batch, rows)) {
        var delivery = FormDelivery(
          form: declaration.fullName, period: period, unit: recipient.key, token: sheet.token,
          digest: sheet.seal, sent: context.asOf, deadline: due)
        if let old = before[recipient.key], old.state != FormRelations.State.open {
          (delivery.state, delivery.received, delivery.file) = (old.state, old.received, old.file)
          (delivery.sha256, delivery.problems) = (old.sha256, old.problems)
        }
        deliveries.append(delivery)
        for remark in sheet.remarks { context.remark(remark) }
      }
    }
    try context.transaction {
      try desk.record(deliveries)
      try keepBases(of: deliveries)
    }
    tellReplaced(before, deliveries, recipients)
    if !idle.isEmpty {
      context.remark(
        Diagnostic(
          FormMessages.withoutRows,
          ["count": String(idle.count), "names": FormWords.listed(idle)], severity: .warning))
    }
    return .notice(
      Diagnostic(
        due == nil ? FormMessages.sentOpen : FormMessages.sent,
        [
          "count": String(deliveries.count), "form": declaration.label.text(context.language),
          "period": period.label, "folder": desk.folder.shown(place), "deadline": due?.iso ?? "",
        ], severity: .note))
  }

  /// Blanks that somebody may be filling in, and that can no longer be taken.
  private func tellReplaced(
    _ before: [String: FormDelivery], _ deliveries: [FormDelivery], _ recipients: [FormRecipient]
  ) {
    let names = Dictionary(recipients.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    let out = [FormRelations.State.open, FormRelations.State.returned]
    let replaced = deliveries.filter { new in
      before[new.unit].map { out.contains($0.state) && $0.token != new.token } == true
    }
    guard !replaced.isEmpty else { return }
    desk.context.remark(
      Diagnostic(
        FormMessages.sentAgain,
        [
          "count": String(replaced.count),
          "names": FormWords.listed(replaced.map { names[$0.unit] ?? $0.unit }),
        ], severity: .warning
      ))
  }

  /// Makes and writes sheets, several at a time on all cores: no sheet knows of another.
  private struct Press: Sendable {
    let declaration: FormDeclaration
    let isAnonymous: Bool
    let digest: String
    let period: Period
    let deadline: CalendarDate?
    let options: WritingOptions
    /// Nil: nothing is written.
    let folder: String?
    /// The name of each recipient's file, by its key.
    let files: [String: String]

    /// Sheets between two looks at whether the person wants to stop.
    static let batch = 16

    struct Sheet: Sendable {
      var token: String
      var seal: String
      var remarks: [Diagnostic] = []
    }

    func sheets(of recipients: [FormRecipient], _ rows: [String: [[String: Value]]]) throws -> [Sheet] {
      let made = Cores.map(recipients.count, alone: false) { place in
        Result { try sheet(of: recipients[place], rows[recipients[place].key] ?? []) }
      }
      return try made.map { try $0.get() }
    }

    private func sheet(of recipient: FormRecipient, _ rows: [[String: Value]]) throws -> Sheet {
      let sheet = FormSheet(
        of: declaration, isAnonymous: isAnonymous, digest: digest, period: period, recipient: recipient,
        deadline: deadline, rows: rows,
        language: options.language)
      var made = Sheet(token: sheet.identity.token, seal: sheet.identity.seal)
      guard let folder else { return made }
      let file =
        files[recipient.key] ?? FormNames.file(declaration.label.zh, period, recipient.name)
      made.remarks = try FormWorkbook(page: sheet.page, identity: sheet.identity.rows, options: options)
        .write(to: folder + "/" + file).remarks
      return made
    }
  }

  /// From which state of its basis each sheet was made.
  private func keepBases(of deliveries: [FormDelivery]) throws {
    if form.basis.isEmpty || desk.context.takesBackChanges { return }
    var bases = try SheetBases(of: form.declaration.fullName, period, in: desk.store)
    for delivery in deliveries { bases.set(form.basis, for: SheetBases.sent(delivery.token)) }
    try bases.save()
    try SheetBases.keep(form.basisText, as: form.basis, in: desk.store)
  }

  private func find(_ name: String, _ recipients: [FormRecipient]) throws -> FormRecipient {
    let key = MatchKey(name)
    if let found = recipients.first(where: { $0.key == name || MatchKey($0.name) == key }) { return found }
    if case .one(let unit) = try desk.units(of: form).index.find(name),
      let found = recipients.first(where: { $0.key == unit })
    {
      return found
    }
    throw Diagnostic(
      FormMessages.notRecipient,
      [
        "name": name, "form": form.declaration.label.zh,
        "near": FormWords.listed(
          Nearness.suggestions(for: name, among: recipients.map(\.name))),
      ])
  }
}

extension FormDesk {
  /// Writes rows of `form.delivery`.
  func record(_ deliveries: [FormDelivery]) throws {
    try context.changing { change in
      let writer = try change.rowWriter(
        into: FormRelations.sending, fields: FormDelivery.fields, mode: .upsert, source: nil)
      var buffer = RowBuffer(width: FormDelivery.fields.count)
      for (index, delivery) in deliveries.enumerated() {
        for (value, type) in zip(delivery.values, FormDelivery.types) { try buffer.append(value, as: type) }
        buffer.endRow(number: index + 1)
      }
      try writer.append(buffer)
      _ = try writer.finish()
    }
  }
}

/// Names of files and folders of forms.
enum FormNames {
  static func clean(_ text: String) -> String {
    FilePath.plain(text, instead: "_")
  }

  static func folder(_ form: String, _ period: Period) -> String { clean(form) + "-" + period.label }

  /// The file of each recipient, by its key. Units of one name would lie over each other: theirs begin with the key.
  static func files(_ form: String, _ period: Period, _ recipients: [FormRecipient]) -> [String: String] {
    let named = Dictionary(grouping: recipients) { file(form, period, $0.name).lowercased() }
    return Dictionary(
      recipients.map { recipient in
        let plain = file(form, period, recipient.name)
        let isAlone = named[plain.lowercased()]?.count == 1
        return (recipient.key, isAlone ? plain : file(form, period, "\(recipient.key) \(recipient.name)"))
      }, uniquingKeysWith: { first, _ in first })
  }

  static func file(_ form: String, _ period: Period, _ unit: String) -> String {
    FilePath.fitted(clean("\(unit)-\(form)-\(period.label).xlsx"))
  }
}
