import KitFormats
import KitModel

/// Parts of official papers as html; `PaperStyle.official` puts them in their places.
enum OfficialHTML {
  static func masthead(_ masthead: Masthead) -> String {
    var text = "<header>\n"
    for (index, mark) in masthead.marks.enumerated() {
      let isCopy = index == 0 && masthead.copy != nil
      text += "<p class=\"\(isCopy ? "copy" : "mark")\">\(HTMLPage.escaped(mark))</p>\n"
    }
    let width = PaperMeasures.officialMargins.width(isLandscape: false)
    let size = Double(PaperMeasures.organSize(masthead.organ, width: width)) / 2
    // As in docx: a line a sixth higher than its type, whose upper edge is 35 mm below that of the type area.
    let line = size * 7 / 6
    let marks = Double(masthead.marks.count) * linePitch
    let top = max(0, Double(PaperMeasures.organTop) / 20 - marks - (line - size) / 2)
    text +=
      "<p class=\"organ\" style=\"padding-top:\(points(top));font-size:\(points(size));line-height:\(points(line))\">"
      + masthead.organ.map(HTMLPage.escaped).joined(separator: "<br>") + "</p>\n"
    let number = HTMLPage.escaped(masthead.number ?? "")
    if masthead.signers.isEmpty {
      text += "<p class=\"number\">\(number.isEmpty ? "&nbsp;" : number)</p>\n"
    } else {
      text += "<p class=\"number signed\"><span>\(number)</span><span>\(DocumentWords.signer)："
      text +=
        "<span class=\"signer\">\(HTMLPage.escaped(masthead.signers.joined(separator: "　")))</span></span></p>\n"
    }
    return text + "</header>\n"
  }

  static func colophon(_ colophon: Colophon) -> String {
    let copyTo = colophon.copyTo.map {
      "<span class=\"copies\">\(HTMLPage.escaped(OfficialText.copyTo($0)))</span>\n"
    }
    let code = colophon.code.map {
      "<span class=\"code\">\(HTMLPage.escaped(OfficialText.annotation($0)))</span>\n"
    }
    return
      "<div class=\"end\"><footer\(code == nil ? "" : " class=\"coded\"")>\n\(code ?? "")\(copyTo ?? "")<span class=\"printed\"><span>\(HTMLPage.escaped(colophon.printedBy))</span>"
      + "<span>\(OfficialText.printedOn(colophon))</span></span>\n</footer></div>\n"
  }

  static func text(_ part: OfficialPart) -> String {
    switch part {
    case .addressee(let text):
      return "<p class=\"to\">\(HTMLPage.escaped(OfficialText.addressee(text)))</p>\n"
    case .attachments(let names): return attachments(names)
    case .signature(let signature): return self.signature(signature)
    case .annotation(let text):
      return "<p class=\"note\">\(HTMLPage.escaped(OfficialText.annotation(text)))</p>\n"
    case .attachment(let title, let number):
      let lines = TitleLines.of(title, width: PaperMeasures.titleColumns).joined(separator: "\n")
      return
        "<p class=\"attachment\">\(OfficialText.attachment(number))</p>\n<h1 class=\"attached\">\(HTMLPage.escaped(lines))</h1>\n"
    }
  }

  private static func attachments(_ names: [String]) -> String {
    let number = names.count > 1 ? 1 : 0
    return OfficialText.attachments(names).enumerated().map { index, text in
      let hanging = (index == 0 ? 3 + number : number)
      let style =
        "margin-left:\(points(Double(5 + number) * pitch));text-indent:\(points(-Double(hanging) * pitch))"
      return
        "<p class=\"\(index == 0 ? "attachments" : "more")\" style=\"\(style)\">\(HTMLPage.escaped(text))</p>\n"
    }.joined()
  }

  private static func signature(_ signature: Signature) -> String {
    let place = SignaturePlace(signature)
    func line(_ text: String, _ halves: Int) -> String {
      "<p style=\"margin-right:\(points(Double(halves) * pitch / 2))\">\(HTMLPage.escaped(text))</p>\n"
    }
    return "<div class=\"signature\(signature.hasSeal ? " sealed" : "")\">\n"
      + zip(signature.organs, place.organs).map(line).joined() + line(signature.date.officialText, place.date)
      + "</div>\n"
  }

  private static let pitch = 15.75
  private static let linePitch = 28.99

  private static func points(_ number: Double) -> String { RealText.rounded(number, places: 2) + "pt" }
}
