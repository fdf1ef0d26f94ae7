/// Text as runs of a docx.
struct DocxRuns {
  /// Chinese text: marks that both scripts have, such as quotation marks and dashes, are the Chinese ones.
  let isChinese: Bool

  /// One run for each line of `text`.
  /// - Parameter properties: The inside of `w:rPr`, without `w:rFonts`.
  /// - Parameter font: Instead of that of the paragraph.
  func write(
    _ text: some StringProtocol, font: PaperFonts? = nil, properties: String = "", to buffer: inout XMLBuffer
  ) {
    guard !text.isEmpty else { return }
    let hint = isChinese && Self.hasSharedMarks(text) ? #" w:hint="eastAsia""# : ""
    let names = font.map { #" w:ascii="\#($0.name)" w:hAnsi="\#($0.name)" w:eastAsia="\#($0.name)""# } ?? ""
    let fonts = hint.isEmpty && names.isEmpty ? "" : "<w:rFonts\(hint)\(names)/>"
    buffer.raw("<w:r>")
    if !fonts.isEmpty || !properties.isEmpty { buffer.raw("<w:rPr>\(fonts)\(properties)</w:rPr>") }
    var isFirst = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !isFirst { buffer.raw("<w:br/>") }
      isFirst = false
      var isFirstCell = true
      for piece in line.split(separator: "\t", omittingEmptySubsequences: false) {
        if !isFirstCell { buffer.raw("<w:tab/>") }
        isFirstCell = false
        guard !piece.isEmpty else { continue }
        buffer.raw(#"<w:t xml:space="preserve">"#)
        buffer.text(piece)
        buffer.raw("</w:t>")
      }
    }
    buffer.raw("</w:r>")
  }

  /// Marks that Word takes for Latin unless the run says otherwise: U+2000 to U+2FFF and a few of Latin-1.
  private static func hasSharedMarks(_ text: some StringProtocol) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      // E2 leads U+2000 to U+2FFF; C2 A7 is §, C2 B0 °, C2 B1 ±, C2 B7 ·, C3 97 ×, C3 B7 ÷.
      switch (before, byte) {
      case (_, 0xE2), (0xC2, 0xA7), (0xC2, 0xB0), (0xC2, 0xB1), (0xC2, 0xB7), (0xC3, 0x97), (0xC3, 0xB7):
        return true
      default: before = byte
      }
    }
    return false
  }
}
