import KitDocuments
import KitModel
import KitWorkspace

/// What a paper says, with the marks in whose place its number and its day come when it is signed.
enum PaperText {
  private static let marks = ["文号", "签发日期", "签发人", "核验码"]

  /// The value that a template gets for a mark: itself, to be filled in later.
  static var values: [String: TemplateValue] {
    Dictionary(marks.map { ($0, .text("⟦\($0)⟧")) }, uniquingKeysWith: { first, _ in first })
  }

  /// The document that a paper is at this moment; a draft has no number and no day.
  static func document(
    of paper: PaperRecord, pictures: @escaping (String) throws -> Picture, _ language: UILanguage
  ) throws -> Document {
    let values = [
      paper.reference ?? "", paper.signedOn?.officialText ?? "", paper.signedBy ?? "",
      // Where one person drafted and signed it, the paper says so.
      paper.code.map { Colophon.codeWord + " " + $0 + (paper.remark.map { "；" + $0 } ?? "") } ?? "",
    ]
    var document = try document(paper.text, values, file: paper.name, pictures: pictures, language)
    if let day = paper.signedOn ?? paper.draftedOn, let time = Timestamp(text: day.iso + " 00:00:00") {
      document.origin = Document.Origin(author: document.signature ?? paper.draftedBy, time: time)
    }
    if paper.state == .void {
      // At its head: a voided paper must not pass for one in force.
      document.blocks.insert(.paragraph(paper.voidedWords), at: 0)
    }
    return document
  }

  /// A value that happens to hold a mark is not one: a joiner of no width keeps it apart.
  static func withoutMarks(_ value: TemplateValue) -> TemplateValue {
    switch value {
    case .text(let text): .text(text.replacing("⟦", with: "⟦\u{2060}"))
    case .flag: value
    case .items(let items, let names): .items(items.map { $0.mapValues(withoutMarks) }, names: names)
    }
  }

  /// Checks that a text is one of a paper: an official one has places for its number and its day.
  static func check(_ text: String, file: String, _ language: UILanguage, at span: SourceSpan?) throws {
    let isOfficial = text.split(separator: "\n").contains {
      $0.hasPrefix("```公文") || $0.hasPrefix("```paper")
    }
    let lost = marks.prefix(2).filter { !text.contains("⟦\($0)⟧") }
    if isOfficial, !lost.isEmpty {
      throw Diagnostic(
        PaperFaults.markLost, ["file": file, "marks": lost.map { "⟦\($0)⟧" }.joined(separator: "、")], at: span
      )
    }
    let any = Picture(kind: .png, bytes: [], width: 1, height: 1)
    _ = try document(text, marks.map { _ in "" }, file: file, pictures: { _ in any }, language)
  }

  private static func document(
    _ text: String, _ values: [String], file: String, pictures: @escaping (String) throws -> Picture,
    _ language: UILanguage
  ) throws -> Document {
    var text = text
    for (mark, value) in zip(marks, values) { text = text.replacing("⟦\(mark)⟧", with: value) }
    return try DocumentTemplate.read(
      text, file: file, language: language,
      picture: pictures)
  }

  /// The title: the first heading, its lines put together.
  static func title(of text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix("# ") {
      let title = line.dropFirst(2).filter { $0 != "\\" }
      return String(title.drop(while: \.isWhitespace))
    }
    return nil
  }
}

extension Document {
  /// Who signs it as an office.
  fileprivate var signature: String? {
    let organs = blocks.lazy.compactMap { block in
      if case .official(.signature(let signature)) = block { signature.organs } else { nil }
    }.first
    return organs.flatMap { $0.isEmpty ? nil : $0.joined(separator: "、") }
  }
}
