import KitModel

extension Document {
  /// The same of headings, paragraphs, lists, facts, tables and code alone, for writers that know no paper: a masthead
  /// becomes headings, a figure the words that stand for it, a chart its numbers as bars of text.
  public func simple(_ language: UILanguage) -> Document {
    var simple = Document()
    let numbered = withNumbers
    if let masthead { simple.blocks += Self.simple(masthead) }
    for block in numbered.blocks {
      switch block {
      case .heading, .paragraph, .list, .facts, .table, .code: simple.blocks.append(block)
      case .grid(let grid): simple.blocks.append(.table(grid.table, title: grid.title))
      case .figure(let figure):
        let name = DocumentWords.picture.text(language)
        let colon = language == .zh ? "：" : ": "
        simple.blocks.append(.paragraph(name + colon + (figure.caption ?? figure.alternative)))
      case .chart(let chart): simple.blocks.append(.code(ChartBars(chart, language: language).text))
      case .official(let part): simple.blocks += Self.simple(part)
      case .section: break
      }
    }
    if let colophon {
      let lines = [
        colophon.code.map(OfficialText.annotation), colophon.copyTo.map(OfficialText.copyTo),
        "\(colophon.printedBy)　\(OfficialText.printedOn(colophon))",
      ]
      simple.blocks += lines.compactMap { $0.map(Block.paragraph) }
    }
    return simple
  }

  private static func simple(_ masthead: Masthead) -> [Block] {
    var blocks: [Block] = masthead.marks.isEmpty ? [] : [.paragraph(masthead.marks.joined(separator: "　"))]
    blocks.append(.heading(masthead.organ.joined(separator: "　"), level: 1))
    let signers = masthead.signers.isEmpty ? nil : OfficialText.signers(masthead.signers)
    let line = [masthead.number, signers].compactMap { $0 }
    if !line.isEmpty { blocks.append(.paragraph(line.joined(separator: "　"))) }
    return blocks
  }

  private static func simple(_ part: OfficialPart) -> [Block] {
    switch part {
    case .addressee(let text): [.paragraph(OfficialText.addressee(text))]
    case .attachments(let names):
      names.isEmpty ? [] : [.paragraph(OfficialText.attachments(names).joined(separator: "\n"))]
    case .signature(let signature):
      [.paragraph((signature.organs + [signature.date.officialText]).joined(separator: "\n"))]
    case .annotation(let text): [.paragraph(OfficialText.annotation(text))]
    case .attachment(let title, let number):
      [.paragraph(OfficialText.attachment(number)), .heading(title, level: 2)]
    }
  }
}
