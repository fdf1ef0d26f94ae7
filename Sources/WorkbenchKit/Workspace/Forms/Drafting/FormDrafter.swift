import FoundationEssentials
import KitFormats
import KitModel

/// `form new`: drafts the declaration of a form from a blank workbook.
public struct FormDrafter {
  private let desk: FormDesk
  private let book: FormBook
  /// Rows that a unit may add where nothing says how many.
  private static let freeRows = 30

  public init(book: FormBook, context: any CommandContext) throws {
    desk = try FormDesk(context, book)
    self.book = book
  }

  /// Writes `forms/ID.yaml`, which loads without fault, and says what was guessed.
  ///
  /// - Parameters:
  ///   - typed: The file as it was typed.
  ///   - sheet: The sheet that is meant; nil: the only one with a heading.
  ///   - id: What the form is called in files; nil: it follows from the title.
  public func draft(_ path: String, typed: String, sheet: String?, id: String?) throws -> CommandResult {
    let context = desk.context
    guard FileSize.exists(path) else { throw Diagnostic(ImportMessages.noSuchFile, ["file": typed]) }
    let name = desk.folder.shown(path)
    let readable = try ReadableInput.open(path, name: name)
    let opened = try chosen(readable.inputs, sheet, name)
    let names = DraftNames(desk.workspace.declarations)
    let blank = try BlankForm(opened, units: names.units.map(\.label.zh))
    let draft = try draft(blank, names, file: name, id: id)
    let text = draft.yaml(of: name, context.language)
    let shown = "forms/\(draft.id).yaml"
    let form = try FormReader.read(Array(text.utf8), plugin: "form", file: shown)
    try refuseTaken(form, shown)
    if !context.isDryRun {
      try OutputFile.write(Array(text.utf8), to: desk.folder.path + "/" + shown)
    }
    return .table(table(draft, form, readable.remarks, shown))
  }

  // MARK: Which sheet

  private func chosen(_ inputs: [InputFile], _ wanted: String?, _ name: String) throws -> OpenedSheet {
    guard let input = inputs.first, inputs.count == 1 else {
      throw Diagnostic(FormDraftMessages.severalFiles, ["file": name], in: Location(file: name))
    }
    var headed: [OpenedSheet] = []
    for index in input.sheets.indices where !input.sheets[index].isHidden {
      if let wanted, input.sheets[index].name.map({ NameKey($0) }) != NameKey(wanted) { continue }
      let sheet = try OpenedSheet(input, sheet: index, checkCancellation: desk.context.checkCancellation)
      if !sheet.isHeadless, sheet.columns.count > 1 { headed.append(sheet) }
    }
    if let wanted, !input.sheets.contains(where: { $0.name.map { NameKey($0) } == NameKey(wanted) }) {
      throw SheetChooser.noSheet(wanted, in: input)
    }
    guard let first = headed.first else {
      throw Diagnostic(FormDraftMessages.noHeading, ["file": name], in: Location(file: name, sheet: wanted))
    }
    if headed.count > 1 {
      throw Diagnostic(
        FormDraftMessages.severalSheets,
        listed("sheets", headed.compactMap { $0.place.sheet }).merging([
          "file": name, "first": first.place.sheet ?? "",
        ]) { $1 }, in: Location(file: name))
    }
    return first
  }

  // MARK: What it says

  private func draft(_ blank: BlankForm, _ names: DraftNames, file: String, id: String?) throws -> FormDraft {
    let stem = file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? file
    let title = blank.title ?? stem
    let label = DraftNames.label(of: title)
    let unit = try names.unit(
      heading: blank.columns.compactMap(\.unitHeading).first, title: title, used: book)
    var taken: Set<String> = ["unit", "period", "row"]
    let fields = blank.columns.filter { $0.unitHeading == nil }.map { column in
      names.field(column, &taken)
    }
    if fields.isEmpty { throw Diagnostic(FormDraftMessages.nothingToFill, ["file": file]) }
    let made = id ?? names.id(of: DraftNames.plain(label))
    guard EntityReader.isIdentifier(made), made != "delivery" else {
      throw Diagnostic(DeclarationMessages.badIdentifier, ["id": made])
    }
    let hasUnit = blank.columns.contains { $0.unitHeading != nil }
    return FormDraft(
      id: made, label: label, title: label, guide: blank.guide, period: DraftNames.period(of: title),
      unit: unit.name, recipients: unit.recipients, contact: unit.contact, phone: unit.phone,
      rows: hasUnit || blank.isVertical ? .one : .free(Self.freeRows), fields: fields)
  }

  /// A file or a form of that name is not written over.
  private func refuseTaken(_ form: FormDeclaration, _ shown: String) throws {
    if FileManager.default.fileExists(atPath: desk.folder.path + "/" + shown) {
      throw Diagnostic(FormDraftMessages.fileIsThere, ["file": shown])
    }
    let names = Set(form.names.map { NameKey($0) })
    let other = book.declared.first { !names.isDisjoint(with: $0.names.map { NameKey($0) }) }
    if let other {
      throw Diagnostic(
        FormDraftMessages.nameIsTaken,
        ["name": form.label.zh, "id": form.id, "other": other.file.isEmpty ? other.fullName : other.file])
    }
  }

  // MARK: What was guessed

  private func table(
    _ draft: FormDraft, _ form: FormDeclaration, _ remarks: [Diagnostic], _ shown: String
  ) -> Table {
    let language = desk.context.language
    func column(_ id: String, _ word: Message) -> Column {
      Column(id: id, label: Label(zh: word.zh, en: word.en), type: .text)
    }
    var table = Table(columns: [
      column("heading", FormDraftWords.heading), column("id", FormDraftWords.id),
      column("type", FormDraftWords.type), column("origin", FormDraftWords.origin),
    ])
    for (field, declared) in zip(draft.fields, form.fields) {
      table.rows.append(
        Table.Row([
          .text(field.label), .text(field.id), .text(declared.declaration.type.name(language)),
          .text(FormDraftWords.origin(field.origin).text(language)),
        ]))
    }
    table.remarks =
      remarks + [
        Diagnostic(
          FormDraftMessages.drafted,
          [
            "file": shown, "form": draft.label, "period": draft.period.rawValue, "unit": draft.unit,
            "rows": FormDraftWords.rows(draft.rows).text(language), "count": String(draft.fields.count),
            "example": FormBook.example(of: draft.period, near: desk.context.asOf.year),
          ], severity: .note)
      ]
    return table
  }
}
