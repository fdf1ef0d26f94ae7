import KitModel

/// The block `paper` (公文) of a template: what makes an official paper of the text around it.
///
/// ````text
/// ```公文
/// 发文机关标志：某区人民政府教育督导室文件
/// 发文字号：{{文号}}
/// 主送：{{单位}}
/// 附件：整改清单
/// 署名：某区人民政府教育督导室
/// 成文日期：{{日期}}
/// 抄送：区教委
/// 印发机关：某区人民政府教育督导室
/// 印发日期：{{日期}}
/// ```
/// ````
/// A line without a value is as if it were not there, so that a draft has no number. 附件, 签发人, 署名, 附注 and 发文机关标志
/// may come several times; nothing is passed over that was written.
struct PaperBlock {
  private enum Key: String, CaseIterable {
    case organ, number, signer, copy, secrecy, urgency, to, attachment, from, date, seal, note, copies,
      printedBy
    case printedOn, numbered

    var isRepeatable: Bool { [.attachment, .signer, .from, .note, .organ].contains(self) }

    /// What it is printed with, or beside: one of these has to be there.
    var needed: [Key] {
      switch self {
      case .number, .signer, .copy, .secrecy, .urgency: [.organ]
      case .from, .seal: [.date]
      case .copies, .printedOn: [.printedBy]
      case .printedBy: [.printedOn, .date]
      default: []
      }
    }

    /// As it is written in a template, in Chinese and in English.
    var names: (zh: String, en: String) {
      switch self {
      case .organ: ("发文机关标志", "organ")
      case .number: ("发文字号", "number")
      case .signer: ("签发人", "signer")
      case .copy: ("份号", "copy")
      case .secrecy: ("密级", "secrecy")
      case .urgency: ("紧急程度", "urgency")
      case .to: ("主送", "to")
      case .attachment: ("附件", "attachment")
      case .from: ("署名", "from")
      case .date: ("成文日期", "date")
      case .seal: ("印章", "seal")
      case .note: ("附注", "note")
      case .copies: ("抄送", "copies")
      case .printedBy: ("印发机关", "printed_by")
      case .printedOn: ("印发日期", "printed_on")
      case .numbered: ("标题编号", "numbered")
      }
    }
  }

  private var values: [Key: [String]] = [:]
  private let date: CalendarDate?
  private let printedOn: CalendarDate?

  /// - Parameter line: Of the first of `lines` in the template.
  init(_ lines: ArraySlice<Substring>, file: String, line: Int) throws {
    var faults: [Diagnostic] = []
    var values: [Key: [String]] = [:]
    var places: [Key: Int] = [:]
    for (offset, text) in lines.enumerated() where !text.allSatisfy(\.isWhitespace) {
      let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "：" || $0 == ":" }
      let name = NameKey(String(parts[0]).filter { !$0.isWhitespace })
      let key = Key.allCases.first { NameKey($0.names.zh) == name || NameKey($0.names.en) == name }
      guard let key, parts.count == 2 else {
        let names = Key.allCases.map(\.names.zh).joined(separator: "、")
        let english = Key.allCases.map(\.names.en).joined(separator: ", ")
        faults.append(
          Diagnostic(
            DocumentMessages.paperLine, ["text": String(text), "names": names, "namesEn": english],
            in: Location(file: file, row: line + offset)))
        continue
      }
      var value = String(parts[1]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // The sign that keeps a value from being read as markup.
      if value.hasPrefix("\\") { value.removeFirst() }
      if !value.isEmpty {
        if !key.isRepeatable, values[key] != nil {
          faults.append(
            Diagnostic(
              DocumentMessages.paperTwice, ["name": key.names.zh, "nameEn": key.names.en, "text": value],
              in: Location(file: file, row: line + offset)))
        }
        values[key, default: []].append(value)
      }
      places[key] = line + offset
    }
    // A line for a day may be there without a value: a draft has none yet.
    func isThere(_ key: Key) -> Bool {
      [.date, .printedOn].contains(key) ? places[key] != nil : values[key] != nil
    }
    for key in Key.allCases where values[key] != nil {
      guard let other = key.needed.first, !key.needed.contains(where: isThere) else { continue }
      faults.append(
        Diagnostic(
          DocumentMessages.paperWithout,
          [
            "name": key.names.zh, "nameEn": key.names.en, "other": other.names.zh, "otherEn": other.names.en,
          ], in: Location(file: file, row: places[key] ?? line)))
    }
    func day(_ key: Key) -> CalendarDate? {
      guard let text = values[key]?.last else { return nil }
      if let day = CalendarDate(iso: text) { return day }
      let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
      if numbers.count == 3, let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) {
        return day
      }
      faults.append(
        Diagnostic(
          DocumentMessages.paperDay, ["text": text], in: Location(file: file, row: places[key] ?? line)))
      return nil
    }
    date = day(.date)
    printedOn = day(.printedOn)
    self.values = values
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  private func last(_ key: Key) -> String? { values[key]?.last }

  private func isYes(_ key: Key, unless missing: Bool) -> Bool {
    last(key).map { !["否", "无", "no", "false", "0"].contains($0.lowercased()) } ?? missing
  }

  /// The same document as an official paper.
  func applied(to document: Document) -> Document {
    var paper = document
    paper.layout = .official
    paper.numbersHeadings = isYes(.numbered, unless: false)
    if let organ = values[.organ] {
      paper.masthead = Masthead(
        organ: organ, number: last(.number), signers: values[.signer] ?? [], copy: last(.copy),
        secrecy: last(.secrecy), urgency: last(.urgency))
    }
    if let to = last(.to) {
      let title = paper.blocks.firstIndex { if case .heading(_, 1) = $0 { true } else { false } }
      paper.blocks.insert(.official(.addressee(to)), at: title.map { $0 + 1 } ?? 0)
    }
    // What is attached comes behind the signature.
    var end =
      paper.blocks.firstIndex { if case .official(.attachment) = $0 { true } else { false } }
      ?? paper.blocks.count
    func add(_ part: OfficialPart) {
      paper.blocks.insert(.official(part), at: end)
      end += 1
    }
    if let attachments = values[.attachment] { add(.attachments(attachments)) }
    if let date {
      add(.signature(Signature(organs: values[.from] ?? [], date: date, hasSeal: isYes(.seal, unless: true))))
    }
    if let printedBy = last(.printedBy), let printedOn = printedOn ?? date {
      paper.colophon = Colophon(copyTo: last(.copies), printedBy: printedBy, printedOn: printedOn)
    }
    for note in values[.note] ?? [] {
      if note.hasPrefix(Colophon.codeWord), paper.colophon != nil {
        paper.colophon?.code = note
      } else {
        add(.annotation(note))
      }
    }
    return paper
  }
}
