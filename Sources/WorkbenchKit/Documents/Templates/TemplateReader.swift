import KitModel

/// Reads the text of a template, its tags already replaced, as a document.
struct TemplateReader {
  let file: String
  let language: UILanguage
  let tables: [String: Table]
  let rows: (DocumentTemplate.Query) throws -> Table
  let picture: (String) throws -> Picture

  private static let fence = "```"
  /// Stands behind the head of a block, with the line that it has in the template; tags may have moved it.
  static let lineMark = "\u{1F}"

  static func isQuery(_ line: String) -> Bool { ["dudao", "chart", "图"].contains(word(line)) }

  static func isGrid(_ line: String) -> Bool { ["grid", "表格"].contains(word(line)) }

  private static func word(_ line: String) -> String {
    String(line.dropFirst(fence.count).prefix { !$0.isWhitespace })
  }

  func document(_ text: String) throws -> Document {
    var document = Document()
    var paper: PaperBlock?
    var attachments = 0
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
        let text = String(head.first ?? "")
        switch Self.word(text) {
        case "paper", "公文": paper = try PaperBlock(lines[index..<end], file: file, line: number + 1)
        case "attachment", "附件":
          attachments += 1
          let title = text.dropFirst(Self.fence.count).drop { !$0.isWhitespace }
          document.blocks.append(.official(.attachment(Self.plain(title), number: attachments)))
        default: document.blocks.append(contentsOf: try block(text, lines[index..<end], number))
        }
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
    if attachments == 1 { document.blocks = document.blocks.map(Self.withoutNumber) }
    return paper?.applied(to: document) ?? document
  }

  /// One attachment alone has no number.
  private static func withoutNumber(_ block: Document.Block) -> Document.Block {
    if case .official(.attachment(let title, _)) = block {
      .official(.attachment(title, number: nil))
    } else {
      block
    }
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
    case "chart", "图":
      let kind = words.dropFirst().first.flatMap(Self.kind)
      guard let kind else {
        throw Diagnostic(
          DocumentMessages.chartKind, ["found": words.dropFirst().first ?? ""],
          in: Location(file: file, row: line))
      }
      let table = try queried(body, line)
      do {
        return [
          .chart(try Chart(kind, title: words.count > 2 ? words[2] : nil, table: table, language: language))
        ]
      } catch  where error.severity == .note {
        return [.paragraph((words.count > 2 ? words[2] : "") + DocumentWords.noRows.text(language))]
      } catch {
        throw noted(error, line)
      }
    case "picture", "图片":
      let name = words.dropFirst().first ?? ""
      do {
        let picture = try picture(name)
        let caption = words.count > 2 ? words[2] : nil
        return [.figure(Document.Figure(picture, alternative: caption ?? name, caption: caption))]
      } catch var fault as Diagnostic {
        fault.location = Location(file: file, row: line)
        throw fault
      }
    case "grid", "表格":
      let title = words.dropFirst().joined(separator: " ")
      return GridBlock.grid(body, title: title.isEmpty ? nil : title).map { [.grid($0)] } ?? []
    case "dudao":
      let title = words.dropFirst().joined(separator: " ")
      let table = try queried(body, line)
      // Headings without rows look as if something were missing.
      if table.rows.isEmpty { return [.paragraph(title + DocumentWords.noRows.text(language))] }
      return [.table(table, title: title.isEmpty ? nil : title)]
    default: return [.code(body.joined(separator: "\n"))]
    }
  }

  private static func kind(_ word: String) -> Chart.Kind? {
    switch word {
    case "bar", "柱状": .bar
    case "line", "折线": .line
    case "dot", "散点": .dot
    case "histogram", "直方": .histogram
    default: nil
    }
  }

  /// The rows of the query in a block.
  private func queried(_ body: ArraySlice<Substring>, _ line: Int) throws -> Table {
    try queried(body, line, rows)
  }

  func queried(
    _ body: ArraySlice<Substring>, _ line: Int, _ rows: (DocumentTemplate.Query) throws -> Table
  ) throws -> Table {
    let text = body.joined(separator: "\n")
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Diagnostic(DocumentMessages.blockEmpty, [:], in: Location(file: file, row: line))
    }
    do {
      return try rows(.init(text: text, line: line))
    } catch let faults as Diagnostics {
      throw Diagnostics(faults.all.map { noted($0, line) })
    } catch let fault as Diagnostic {
      throw noted(fault, line)
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
    let text = text.trimmed
    return text.hasPrefix("\\") ? String(text.dropFirst()) : text
  }
}
