import KitModel

/// Reads the text of a template, its tags already replaced, as a document.
struct TemplateReader {
  let file: String
  let language: UILanguage
  let tables: [String: Table]
  let rows: (DocumentTemplate.Query) throws -> Table

  private static let fence = "```"
  /// Stands behind the head of a block, with the line that it has in the template; tags may have moved it.
  static let lineMark = "\u{1F}"

  static func isQuery(_ line: String) -> Bool { word(line) == "dudao" }

  private static func word(_ line: String) -> String {
    String(line.dropFirst(fence.count).prefix { !$0.isWhitespace })
  }

  func document(_ text: String) throws -> Document {
    var document = Document()
    var paragraph: [Substring] = []
    var items: [Substring] = []
    func endText() {
      if !paragraph.isEmpty {
        document.blocks.append(.paragraph(Self.joined(paragraph)))
        paragraph = []
      }
      if !items.isEmpty {
        document.blocks.append(Self.list(items))
        items = []
      }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix(Self.fence) {
        endText()
        let head = line.split(separator: Character(Self.lineMark), maxSplits: 1)
        let number = head.dropFirst().first.flatMap { Int($0) } ?? index
        guard let end = lines[index...].firstIndex(where: { $0.hasPrefix(Self.fence) }) else {
          throw Diagnostic(DocumentMessages.blockOpen, [:], in: Location(file: file, row: number))
        }
        document.blocks.append(
          contentsOf: try block(String(head.first ?? ""), lines[index..<end], number))
        index = end + 1
      } else if line.hasPrefix("#") {
        endText()
        let level = line.prefix { $0 == "#" }.count
        document.blocks.append(.heading(Self.plain(line.dropFirst(level)), level: level))
      } else if line.hasPrefix("- ") {
        if !paragraph.isEmpty { endText() }
        items.append(line.dropFirst(2))
      } else if line.allSatisfy(\.isWhitespace) {
        endText()
      } else {
        if !items.isEmpty { endText() }
        paragraph.append(line)
      }
    }
    endText()
    return document
  }

  /// A table that was given along, rows of a query, or text as it stands.
  private func block(_ head: String, _ body: ArraySlice<Substring>, _ line: Int) throws -> [Document.Block] {
    let words = head.dropFirst(Self.fence.count).split(separator: " ", maxSplits: 2).map(String.init)
    switch words.first {
    case "table":
      let name = words.dropFirst().first ?? ""
      guard let table = tables[name] else {
        throw Diagnostic(
          DocumentMessages.unknownPart, ["name": name, "names": tables.keys.sorted().joined(separator: "、")],
          in: Location(file: file, row: line))
      }
      return [.table(table, title: words.count > 2 ? words[2] : nil)]
    case "dudao":
      let text = body.joined(separator: "\n")
      guard !text.allSatisfy(\.isWhitespace) else {
        throw Diagnostic(DocumentMessages.blockEmpty, [:], in: Location(file: file, row: line))
      }
      let title = words.dropFirst().joined(separator: " ")
      do {
        let table = try rows(.init(text: text, line: line))
        // Headings without rows look as if something were missing.
        if table.rows.isEmpty { return [.paragraph(title + DocumentWords.noRows.text(language))] }
        return [.table(table, title: title.isEmpty ? nil : title)]
      } catch let faults as Diagnostics {
        throw Diagnostics(faults.all.map { noted($0, line) })
      } catch let fault as Diagnostic {
        throw noted(fault, line)
      }
    default: return [.code(body.joined(separator: "\n"))]
    }
  }

  private func noted(_ diagnostic: Diagnostic, _ line: Int) -> Diagnostic {
    var noted = diagnostic
    noted.notes.append(
      Diagnostic.Note(DocumentMessages.blockFault, ["file": file, "line": String(line + 1)]))
    return noted
  }

  /// A list whose items all begin with a bold name is one of facts.
  private static func list(_ items: [Substring]) -> Document.Block {
    let facts = items.compactMap { item -> Document.Fact? in
      guard item.hasPrefix("**"), let end = item.dropFirst(2).firstRange(of: "**") else { return nil }
      return Document.Fact(
        plain(item.dropFirst(2)[..<end.lowerBound]), plain(item[end.upperBound...]))
    }
    return facts.count == items.count ? .facts(facts) : .list(items.map(plain))
  }

  /// Lines of a paragraph; between Chinese characters no blank.
  private static func joined(_ lines: [Substring]) -> String {
    lines.map(plain).reduce(into: "") { text, line in
      let isLatin = text.last?.isASCII == true && line.first?.isASCII == true
      text += (text.isEmpty || !isLatin ? "" : " ") + line
    }
  }

  /// Without blanks around it, and without the sign that keeps a value from being read as markup.
  private static func plain(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.hasPrefix("\\") { text = text.dropFirst() }
    return String(text)
  }
}
