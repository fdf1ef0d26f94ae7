import FoundationEssentials
import KitFormats
import KitModel

/// The 问题清单 of one returned sheet.
struct ReturnIssues {
  let desk: FormDesk

  /// Writes it below `exports/` and says where; nil in a dry run, which only names the file.
  func write(_ item: FormReturn) throws -> Diagnostic? {
    let language = desk.context.language
    // Of an anonymous sheet what the file was called: who received it knows whom to give the list to.
    let unit = item.isAnonymous ? FilePath.withoutExtension(item.name) : item.unit
    guard let form = item.form, let delivery = item.delivery else { return nil }
    // Files have one name, whoever collects in whatever language.
    let name = ReportWords.issueList.text(desk.workspace.configuration.language ?? .zh)
    let place =
      FormNames.folder(form.declaration.label.zh, delivery.period) + "-" + name
    let path = try desk.context.outputPath(
      place + "/" + FilePath.fitted(FormNames.clean(unit) + "-" + name + ".xlsx"))
    guard !desk.context.isDryRun else { return nil }
    var table = Table(columns: [
      column(ReportWords.cell), column(ReportWords.heading), column(ReportWords.found),
      column(ReportWords.problem),
      column(ReportWords.remedy),
    ])
    func add(_ fault: FormReturn.Fault) {
      let texts = [
        fault.cell, fault.label, fault.found, fault.message.text(language, fault.arguments),
        fault.message.help(language, fault.arguments) ?? "",
      ]
      table.rows.append(Table.Row(texts.map { $0.isEmpty ? .null : .text($0) }))
    }
    if let refusal = item.refusal {
      add(.init(cell: "", label: "", found: "", message: refusal.message, arguments: refusal.arguments))
    }
    item.faults.forEach(add)
    var layout = KitFormats.SheetLayout()
    layout.title =
      "\(unit) \(form.declaration.label.text(language)) \(ReportWords.issueList.text(language))"
    layout.sheetName = ReportWords.issueList.text(language)
    layout.isForPrint = true
    layout.numbersRows = true
    var options = WritingOptions(language: language, time: desk.context.time)
    options.author = desk.context.person
    try FileManager.default.createDirectory(
      atPath: FilePath.folder(path), withIntermediateDirectories: true)
    let written = try TableWriter.writeWorkbook(
      [TableWriter.Sheet(table, layout: layout)], options: options, to: .file(path))
    return Diagnostic(
      FormReturnMessages.issueList,
      [
        "unit": unit, "count": String(table.rows.count), "file": desk.folder.shown(written.path ?? path),
      ], severity: .note)
  }

  private func column(_ message: Message) -> Column {
    Column(id: message.id, label: Label(zh: message.zh, en: message.en), type: .text)
  }
}
