import KitFormats
import KitModel
import KitStore

/// `form collect`: takes filled sheets, each whole or not at all, and says what is wrong with the others.
public struct FormCollector {
  private let desk: FormDesk
  private let book: FormBook

  public init(book: FormBook, context: any CommandContext) throws {
    desk = try FormDesk(context, book)
    self.book = book
  }

  /// - Parameters:
  ///   - paths: Folders, archives, files.
  ///   - period: Only sheets of this period are taken.
  ///   - replaces: A sheet of a unit whose return is there already takes its place.
  public func collect(_ paths: [String], period: Period?, replaces: Bool) throws -> CommandResult {
    var (items, lists): ([FormReturn], [Diagnostic]) = (try read(paths, period), [])
    try desk.context.transaction {
      try settle(&items, replaces, isLook: false, &lists)
      try keepBases(of: items)
    }
    if !Counts(items).isGood { desk.context.markFailed() }
    var table = report(items, lists, isLook: false)
    // Where nothing is listed there is only something to be said.
    guard table.rows.isEmpty, let summary = table.remarks.popLast() else { return .table(table) }
    return .notice(summary, remarks: table.remarks)
  }

  /// What `collect` would make of files: everything is done, and taken back. Nothing is kept, of the files neither.
  ///
  /// - Returns: One row for each file, and whether all of them would be taken.
  public func look(at paths: [String], period: Period?) throws -> (table: Table, isGood: Bool) {
    var (items, lists): ([FormReturn], [Diagnostic]) = (try read(paths, period), [])
    _ = try desk.store.change(desk.context.changeContext, isDryRun: true) { _ in
      try settle(&items, false, isLook: true, &lists)
    }
    var table = report(items, lists, isLook: true)
    var told: Set<String> = []
    for form in items.compactMap(\.form) where told.insert(form.declaration.fullName).inserted {
      table.remarks += try form.standing()
    }
    return (table, Counts(items).isGood)
  }

  private func read(_ paths: [String], _ period: Period?) throws -> [FormReturn] {
    let context = desk.context
    let received = try ReceivedFiles(paths, folder: desk.folder)
    for remark in received.remarks { context.remark(remark) }
    var items = received.files.map { FormReturn(path: $0.path, name: $0.name, folder: $0.folder) }
    var reading = try ReadingState(desk, book)
    for index in items.indices {
      try context.checkCancellation()
      context.progress(index, of: items.count, FormWords.label(FormWords.filesRead))
      reading.read(&items[index], period)
    }
    try check(&items)
    return items
      + received.passed.map { passed in
        var item = FormReturn(path: "", name: passed.name)
        item.isSkipped = true
        item.refusal = Diagnostic(passed.why, ["file": passed.name], severity: .note)
        return item
      }
  }

  private func settle(
    _ items: inout [FormReturn], _ replaces: Bool, isLook: Bool, _ lists: inout [Diagnostic]
  ) throws {
    var known = KnownDeliveries(desk: desk)
    var returns = KnownReturns(desk: desk)
    var anonymous = AnonymousReturns(desk: desk, isLook: isLook)
    for index in items.indices {
      guard items[index].isAnonymous else {
        try settle(&items[index], replaces, isLook, &known, &returns, &lists)
        continue
      }
      try anonymous.settle(&items[index], &known)
      if items[index].result == Outcome.returned, !isLook,
        let list = try ReturnIssues(desk: desk).write(items[index])
      {
        lists.append(list)
      }
    }
    lists += try anonymous.write()
  }

  /// From which state of its basis each sheet that was taken had been made: the one that there is, or it would have
  /// been refused.
  private func keepBases(of items: [FormReturn]) throws {
    if desk.context.takesBackChanges { return }
    let taken = items.filter { item in
      item.form?.basis.isEmpty == false
        && [FormRelations.State.taken, FormRelations.State.late].contains(item.result)
    }
    let groups = Dictionary(grouping: taken) { [$0.delivery?.form ?? "", $0.delivery?.period.stored ?? ""] }
    for group in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map(\.value) {
      guard let form = group[0].form, let period = group[0].delivery?.period else { continue }
      var bases = try SheetBases(of: form.declaration.fullName, period, in: desk.store)
      for item in group {
        bases.set(
          form.basis,
          for: SheetBases.received(item.delivery?.unit ?? "", item.isAnonymous ? nil : item.sha256))
      }
      try bases.save()
    }
  }

  private func check(_ items: inout [FormReturn]) throws {
    let good = items.indices.filter { items[$0].isGood }
    let groups = Dictionary(grouping: good) { index in
      (items[index].identity?.form ?? "") + "\u{1F}" + (items[index].identity?.period ?? "")
    }
    for group in groups.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let form = items[group[0]].form, let period = items[group[0]].delivery?.period else { continue }
      try ReturnChecks(desk: desk, form: form, period: period).run(group, &items)
    }
  }

  // MARK: one file

  /// Takes a file or sends it back; its copy stays in both cases.
  private func settle(
    _ item: inout FormReturn, _ replaces: Bool, _ isLook: Bool, _ known: inout KnownDeliveries,
    _ returns: inout KnownReturns, _ lists: inout [Diagnostic]
  ) throws {
    if item.isSkipped { return item.result = Outcome.skipped }
    let copy = try KeptReturn.keep(item, in: desk.folder, isDryRun: desk.context.isDryRun || isLook)
    guard var delivery = item.delivery, let form = item.form else { return item.result = Outcome.unknown }
    // What an earlier file of this run made of it.
    delivery = try known.present(delivery)
    let isTaken = [FormRelations.State.taken, FormRelations.State.late].contains(delivery.state)
    let stored = StoredReturns(desk: desk, form: form)
    var before: StoredReturns.Rows = [:]
    if item.isGood {
      before = try returns.rows(of: stored.owner(item), form, delivery.period)
      if isTaken && !replaces { try compare(&item, form, before) }
    }
    let context = desk.context
    if item.isGood {
      try stored.write(item, period: delivery.period, before: before, copy: copy)
      returns.forget(stored.owner(item), form, delivery.period)
      let isLate = delivery.deadline.map { $0 < context.asOf } ?? false
      if !isTaken { delivery.state = isLate ? FormRelations.State.late : FormRelations.State.taken }
      (delivery.received, delivery.problems) = (context.asOf, nil)
      (delivery.file, delivery.sha256) = (copy, item.sha256)
      item.result = delivery.state
    } else {
      if !isTaken {
        delivery.state = FormRelations.State.returned
        (delivery.received, delivery.file) = (context.asOf, copy)
        delivery.problems = max(1, item.faults.count)
      }
      item.result = Outcome.returned
      if !isLook, let list = try ReturnIssues(desk: desk).write(item) { lists.append(list) }
    }
    try desk.record([delivery])
    known.keep(delivery)
  }

  /// The unit's return is there already: what differs.
  private func compare(_ item: inout FormReturn, _ form: Form, _ before: StoredReturns.Rows) throws {
    let kept = Set(try StoredReturns(desk: desk, form: form).kept.map(\.id))
    guard !before.isEmpty, let grid = item.identity?.grid else { return }
    for row in item.rows {
      let old = before[StoredReturns.key(row, form)] ?? [:]
      for (index, field) in form.declaration.fields.enumerated()
      where !field.isShown && kept.contains(field.id) {
        let (then, now) = (
          StoredReturns.text(old[field.id] ?? .null), StoredReturns.text(row.values[field.id] ?? .null)
        )
        if then == now { continue }
        let place = grid.place(row: row.index, column: index)
        let label = field.declaration.label
        item.fault(
          FormReturnMessages.twice,
          ["field": label.zh, "fieldEn": label.en, "before": then, "found": now],
          cell: Location.columnLetters(place.column + 1) + String(place.row + 1), label: label.zh, found: now)
      }
    }
  }

  // MARK: report

  enum Outcome {
    static let skipped = "略过"
    static let unknown = "未收"
    static let returned = FormRelations.State.returned
  }

  private struct Counts {
    var (taken, returned, skipped, unknown) = (0, 0, 0, 0)

    init(_ items: [FormReturn]) {
      for item in items {
        switch item.result {
        case Outcome.skipped: skipped += 1
        case Outcome.unknown: unknown += 1
        case Outcome.returned: returned += 1
        default: taken += 1
        }
      }
    }

    var isGood: Bool { returned + unknown == 0 }

    var arguments: [String: String] {
      [
        "taken": String(taken), "returned": String(returned), "skipped": String(skipped),
        "unknown": String(unknown),
      ]
    }
  }

  private func report(_ items: [FormReturn], _ lists: [Diagnostic], isLook: Bool) -> Table {
    let language = desk.context.language
    func label(_ item: FormReturn) -> String? { item.label?.text(language) ?? item.identity?.form }
    var unsent = UnsentSheets(items)
    var table = Table(columns: [
      Column(id: "file", label: Label(zh: "文件", en: "File"), type: .text),
      Column(id: "unit", label: Label(zh: "单位", en: "Unit"), type: .text),
      Column(id: "form", label: Label(zh: "报表", en: "Form"), type: .text),
      Column(id: "period", label: Label(zh: "期间", en: "Period"), type: .period(nil)),
      Column(
        id: "result", label: Label(zh: "结果", en: "Result"), type: .text,
        words: isLook ? FormWords.lookResults : FormWords.results),
      Column(id: "problems", label: Label(zh: "问题数", en: "Problems"), type: .integer),
    ])
    let taken = items.filter { $0.isGood && $0.warnings.isEmpty }.count
    // A long list of what is in order hides what is not.
    let listsAll = items.count <= Self.listedFiles
    for item in items where listsAll || !item.isGood || !item.warnings.isEmpty {
      let period = item.identity.flatMap { Period(stored: $0.period) }
      let problems = item.faults.count + (item.refusal == nil || item.isSkipped ? 0 : 1)
      table.rows.append(
        Table.Row([
          .text(item.name), item.shownUnit.isEmpty ? .null : .text(item.shownUnit),
          label(item).map { .text($0) } ?? .null, period.map { .period($0) } ?? .null, .text(item.result),
          .integer(Int64(problems)),
        ]))
      if let refusal = unsent.refusal(of: item, label: { label($0) ?? "" }) { table.remarks.append(refusal) }
      table.remarks += item.warnings
      let shown = isLook ? Self.shownInLook : Self.shownFaults
      table.remarks += item.faults.prefix(shown).map { diagnostic($0, item) }
    }
    table.remarks += lists
    if !listsAll, taken > 0 {
      table.remarks.append(
        Diagnostic(FormReturnMessages.notListed, ["count": String(taken)], severity: .note))
    }
    table.remarks.append(
      Diagnostic(
        isLook ? FormReturnMessages.looked : FormReturnMessages.summary, Counts(items).arguments,
        severity: .note))
    return table
  }

  /// Faults of one file that are told on the screen; the 问题清单 has all of them, and a look writes none.
  private static let shownFaults = 5
  /// Up to so many files all of them are listed.
  private static let listedFiles = 20
  private static let shownInLook = 50

  private func diagnostic(_ fault: FormReturn.Fault, _ item: FormReturn) -> Diagnostic {
    let place = CellReference(fault.cell)
    return Diagnostic(
      fault.message, fault.arguments,
      in: Location(file: item.name, sheet: item.identity?.sheet, row: place?.row, column: place?.column))
  }
}

/// `D7` as row and column from 1; a number alone is a row.
struct CellReference {
  var row: Int
  var column: Int?

  init?(_ text: String) {
    let letters = text.prefix { $0.isLetter }
    guard let row = Int(text.dropFirst(letters.count)) else { return nil }
    self.row = row
    if !letters.isEmpty {
      column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    }
  }
}
