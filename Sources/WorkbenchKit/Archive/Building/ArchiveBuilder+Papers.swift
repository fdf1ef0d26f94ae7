import KitDocuments
import KitFormats
import KitModel
import KitPapers
import KitWorkspace

extension ArchiveBuilder {
  /// Papers that were signed in the year, in force or void, as pdf; as docx where nothing prints them.
  /// - Parameter rows: A pipeline that gives the drafts' numbers first; nil: all papers.
  func addPapers(_ rows: String?, to part: ArchiveRules.Part) throws {
    guard let desk = try? PaperDesk(context) else { return }
    let wanted = try rows.map { rows in
      Set(try context.query(rows, variables: variables).rows.compactMap { $0.values.first?.plainText })
    }
    // In a folder papers lie by series and number, not in the order in which they were drafted.
    func isBefore(_ one: PaperRecord, _ other: PaperRecord) -> Bool {
      let (series, otherSeries) = (one.series ?? "", other.series ?? "")
      if series != otherSeries { return series < otherSeries }
      return (one.number ?? 0) < (other.number ?? 0)
    }
    let papers = try desk.register.papers(
      "where signed_on between $first and $last",
      variables.filter { ["first", "last"].contains($0.key) }
    ).filter { wanted?.contains($0.draft) ?? true }.sorted(by: isBefore)
    guard !papers.isEmpty else { return }
    let documents = try papers.map { try desk.document(of: $0) }
    let (files, ending) = try printed(documents)
    for (paper, bytes) in zip(papers, files) {
      let isVoid = paper.state == .void
      try folder.add(
        bytes, as: "\(paper.name)\(isVoid ? ArchiveWords.void.text(context.language) : "").\(ending)",
        to: part,
        number: paper.reference,
        title: paper.title + (isVoid ? ArchiveWords.void.text(context.language) : ""),
        day: paper.signedOn, author: desk.rules.organ)
    }
  }

  /// Documents as pdf, all in one process; as docx where the program is missing, which is said.
  func printed(_ documents: [Document]) throws -> (files: [[UInt8]], ending: String) {
    // A trial run names files and prints nothing; what is run again to be compared needs the bytes.
    if context.isDryRun, !context.isRerun { return (documents.map { _ in [] }, "pdf") }
    do {
      return (try DocumentWriter.write(documents, format: .pdf, options: options).map(\.bytes), "pdf")
    } catch let fault as Diagnostic {
      try context.checkCancellation()
      context.remark(fault)
      return (
        try documents.map { try DocumentWriter.write($0, format: .docx, options: options).bytes }, "docx"
      )
    }
  }

  /// Files of evidence: the rows give number, title, file, and what else the list says of them.
  func addEvidence(_ rows: String, to part: ArchiveRules.Part) throws {
    let table = try context.query(rows, variables: variables)
    func cell(_ row: Table.Row, _ id: String) -> String? {
      guard let place = table.columns.firstIndex(where: { $0.id == id }) else { return nil }
      return switch row.values[place] {
      case .text(let text): text
      case .reference(let reference): reference.name ?? reference.key
      default: nil
      }
    }
    for row in table.rows {
      let number = cell(row, "number") ?? ""
      let title = cell(row, "title") ?? number
      guard let file = cell(row, "file"),
        // Only what lies in the workspace: a path that leads out of it would put strange files into the archive.
        !file.hasPrefix("/"), !file.split(separator: "/").contains(".."),
        let bytes = TextFiles.bytes(of: workspace.folder + "/" + file)
      else {
        folder.miss(ArchiveWords.fileMissing.text(context.language), "\(number) \(title)")
        continue
      }
      var day: CalendarDate?
      if let place = table.columns.firstIndex(where: { $0.id == "taken_on" }),
        case .date(let taken) = row.values[place]
      {
        day = taken
      }
      let leaf = file.split(separator: "/").last ?? ""
      let ending = leaf.contains(".") ? String(leaf.split(separator: ".").last ?? "") : ""
      try folder.add(
        bytes,
        as: "\(number)-\(title)" + (ending.isEmpty || title.hasSuffix("." + ending) ? "" : "." + ending),
        to: part,
        number: number, title: title, day: day, author: cell(row, "unit"))
      if let hash = cell(row, "hash"), folder.items.last?.sha256 != hash {
        folder.miss(ArchiveWords.fileChanged.text(context.language), "\(number) \(title)")
      }
    }
  }

  /// What a command answers for each of some rows, printed like papers.
  func addDocuments(_ rows: String, _ command: String, to part: ArchiveRules.Part) throws {
    let keys = try context.query(rows, variables: variables).rows.compactMap { $0.values.first?.plainText }
    let found = try keys.flatMap { key in
      try context.documents("\(command) $the_key", variables: ["the_key": .text(key)]).map { (key, $0) }
    }
    guard !found.isEmpty else { return }
    let (files, ending) = try printed(found.map(\.1))
    let label = part.label.text(context.language)
    for (one, bytes) in zip(found, files) {
      try folder.add(
        bytes, as: "\(one.0).\(ending)", to: part, number: one.0, title: "\(label) \(one.0)",
        day: context.asOf, author: context.person)
    }
  }

  /// The kept copies of files of the year, each once: a sheet of a form belongs to the year that it is about, whenever it
  /// came; any other file to the year in which it was taken in.
  func addReceived(to part: ArchiveRules.Part) throws {
    let table = try context.query(
      "source | sort id | select file, copy, entity, time, person, sha256", variables: variables)
    let years = try yearsOfSheets()
    var seen: Set<String> = []
    for row in table.rows {
      let texts = row.values.map { value in if case .text(let text) = value { text } else { "" } }
      var received: Int?
      if case .time(let time) = row.values[3] { received = time.day?.year }
      guard years[texts[5]] ?? received == year.year,
        area.map({ name in texts[2].split(separator: ",").contains { $0.hasPrefix(name + ".") } }) ?? true,
        seen.insert(texts[5] + texts[0]).inserted
      else { continue }
      guard let bytes = TextFiles.bytes(of: workspace.folder + "/" + texts[1]) else {
        folder.miss(ArchiveWords.fileMissing.text(context.language), texts[1])
        continue
      }
      var day: CalendarDate?
      if case .time(let time) = row.values[3] { day = time.day }
      try folder.add(
        bytes, as: texts[0], to: part, title: texts[0], day: day, author: texts[4])
      if folder.items.last?.sha256 != texts[5] {
        folder.miss(ArchiveWords.fileChanged.text(context.language), texts[1])
      }
    }
  }

  /// The year that each returned sheet of a form is about, by the file's hash.
  private func yearsOfSheets() throws -> [String: Int] {
    guard workspace.entities.contains(where: { $0.fullName == FormRelations.delivery }) else { return [:] }
    let rows = try context.query(
      "form.delivery | where sha256 is not null | select sha256, period", variables: [:]
    ).rows
    return Dictionary(
      rows.compactMap { row -> (String, Int)? in
        guard case .text(let hash) = row.values[0], case .period(let period) = row.values[1],
          let days = workspace.calendar.days(of: period)
        else { return nil }
        return (hash, days.first.year)
      }, uniquingKeysWith: { first, _ in first })
  }
}
