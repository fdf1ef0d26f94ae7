import KitFormats
import KitModel

extension DocumentTemplate {
  /// The text of the template with all values put in and the rows of its queries written out as blocks `表格`: what a
  /// paper says from now on, whatever the data become. `read` makes a document of it.
  /// - Throws: `Diagnostics` with file and line; a column that documents refuse is refused here, since later nobody
  ///   could tell it; so is a chart, whose numbers no text keeps.
  public func frozen(
    _ values: [String: TemplateValue], names: [String: String] = [:], rows: (Query) throws -> Table
  ) throws -> String {
    let rendered = try TemplateTags(text, file: file).rendered(values, names: names)
    let reader = TemplateReader(
      file: file, language: language, tables: [:], rows: { _ in Table(columns: []) }, picture: Self.noPicture)
    var lines = rendered.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var result: [String] = []
    while let line = lines.popFirst() {
      guard line.hasPrefix("```") else {
        result.append(String(line))
        continue
      }
      let head = line.split(separator: Character(TemplateReader.lineMark), maxSplits: 1)
      let number = head.dropFirst().first.flatMap { Int($0) } ?? 0
      let body = lines.prefix { !$0.hasPrefix("```") }
      guard body.count < lines.count else {
        throw Diagnostic(DocumentMessages.blockOpen, [:], in: Location(file: file, row: number))
      }
      lines = lines.dropFirst(body.count + 1)
      let text = String(head.first ?? "")
      let words = text.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
      switch words.first {
      case "dudao":
        let table = try reader.queried(body, number, rows)
        try table.refuseRestricted(in: Location(file: file, row: number + 1))
        result.append(frozen(table, words.dropFirst().first))
      case "chart", "图", "table":
        throw Diagnostic(
          DocumentMessages.notFrozen, ["block": words[0]], in: Location(file: file, row: number))
      default: result += [text] + body.map(String.init) + ["```"]
      }
    }
    return result.joined(separator: "\n")
  }

  private func frozen(_ table: Table, _ title: String?) -> String {
    guard !table.rows.isEmpty else { return (title ?? "") + DocumentWords.noRows.text(language) }
    return GridBlock.text(table, title: title, ValueFormatter(language: language))
  }

  /// A frozen text with other files in its blocks `图片`: a paper shows the pictures that were there when it was drafted.
  /// - Parameter keep: Puts a picture where it stays, and gives its name there.
  public static func keepingPictures(of text: String, _ keep: (String) throws -> String) rethrows -> String {
    try text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("```") else { return String(line) }
      var words = line.dropFirst(3).split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1, ["picture", "图片"].contains(words[0]) else { return String(line) }
      words[1] = try keep(words[1])
      return "```" + words.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The document that a frozen text is. Nothing in it is a tag.
  public static func read(
    _ text: String, file: String, language: UILanguage,
    picture: @escaping (String) throws -> Picture = noPicture
  ) throws -> Document {
    let noRows: (Query) throws -> Table = { query in
      throw Diagnostic(
        DocumentMessages.notFrozen, ["block": "dudao"], in: Location(file: file, row: query.line))
    }
    return try TemplateReader(file: file, language: language, tables: [:], rows: noRows, picture: picture)
      .document(text)
  }
}
