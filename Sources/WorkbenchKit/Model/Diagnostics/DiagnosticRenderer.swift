/// Turns diagnostics into text for a person: message, place, the line with a caret below it, help.
///
/// The caret lines up under double-width text. Nothing here decides about colour: `marks` brackets the parts
/// that a terminal may paint.
public struct DiagnosticRenderer: Sendable {
  public var language: UILanguage
  /// What the spans point into; nil shows no source line.
  public var source: String?
  /// The name of the source (a script's file), shown before line and column.
  public var sourceName: String?
  /// A line wider than this many columns is shown around the place only.
  public var width = 110
  /// Wraps a part in terminal colour; the default leaves text as it is.
  public var paint: @Sendable (Part, String) -> String = { _, text in text }

  /// The parts of a rendered diagnostic that may be painted differently.
  public enum Part: Sendable { case error, warning, note, caret, help }

  public init(language: UILanguage, source: String? = nil, sourceName: String? = nil) {
    self.language = language
    self.source = source
    self.sourceName = sourceName
  }

  /// The whole of one diagnostic, without a newline at its end.
  public func text(_ diagnostic: Diagnostic) -> String {
    guard let own = diagnostic.source else { return ownText(diagnostic) }
    return reading(own).ownText(diagnostic)
  }

  /// The same renderer on another text.
  private func reading(_ text: SourceText) -> DiagnosticRenderer {
    var renderer = self
    (renderer.source, renderer.sourceName) = (text.text, text.name)
    return renderer
  }

  private func ownText(_ diagnostic: Diagnostic) -> String {
    let message = diagnostic.message.text(language, diagnostic.arguments)
    var lines = [paint(part(diagnostic.severity), heading(diagnostic.severity)) + message]
    if let location = diagnostic.location { lines.append("  → \(location.text)") }
    if let span = diagnostic.span { lines += excerpt(span) }
    for note in diagnostic.notes {
      lines.append(paint(.note, heading(.note)) + note.message.text(language, note.arguments))
      if let span = note.span {
        lines += (note.source.map { reading($0) } ?? self).excerpt(span)
      }
    }
    if let help = diagnostic.message.help(language, diagnostic.arguments) {
      lines.append(paint(.help, language == .zh ? "办法：" : "help: ") + help)
    }
    if let fix = diagnostic.fixes.first, let source, let line = mended(fix, in: source) {
      lines.append(paint(.help, language == .zh ? "改为：" : "try:  ") + line)
    }
    return lines.joined(separator: "\n")
  }

  private func heading(_ severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.error, .zh): "错误："
    case (.warning, .zh): "警告："
    case (.note, .zh): "提示："
    case (.error, .en): "error: "
    case (.warning, .en): "warning: "
    case (.note, .en): "note: "
    }
  }

  private func part(_ severity: Diagnostic.Severity) -> Part {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// The line on which the span begins, with carets below; a long line is shown around the span only.
  private func excerpt(_ span: SourceSpan) -> [String] {
    guard let source else { return [] }
    let place = SourcePlace(of: span.start, in: source)
    let line = Printable.line(place.line(of: source))
    let before = String(line.prefix(place.characters))
    let marked = String(line.dropFirst(place.characters).prefix(spanCharacters(span, source)))
    let (shown, indent) = window(line: line, before: before, marked: marked)
    let caretCount = max(1, min(DisplayWidth.of(marked), 80))
    let carets = String(repeating: " ", count: indent) + String(repeating: "^", count: caretCount)
    let name = sourceName.map { "\($0):" } ?? ""
    let showsNumber = sourceName != nil || source.utf8.contains(10)
    let number = showsNumber ? "  → \(name)\(place.row):\(place.characters + 1)" : nil
    return [number, "  " + shown, "  " + paint(.caret, carets)].compactMap { $0 }
  }

  private func spanCharacters(_ span: SourceSpan, _ source: String) -> Int {
    span.slice(of: source).prefix { $0 != "\n" && $0 != "\r\n" }.count
  }

  private func window(line: String, before: String, marked: String) -> (String, Int) {
    // A million characters need not be measured to know that they do not fit.
    if line.utf8.count <= 4 * width, DisplayWidth.of(line) <= room {
      return (line, DisplayWidth.of(before))
    }
    let lead = Self.end(of: before, width: room / 3)
    let cut = lead.count < before.count ? "…" : ""
    let left = max(10, room - DisplayWidth.of(cut + lead) - 1)
    let rest = DisplayWidth.clipped(String(line.dropFirst(before.count).prefix(left + 1)), to: left)
    return (cut + lead + rest, DisplayWidth.of(cut + lead))
  }

  /// What fits of a line behind its indent.
  private var room: Int { max(30, width - 2) }

  /// The end of a text, at most so many columns of it.
  private static func end(of text: String, width: Int) -> String {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      used += DisplayWidth.of(String(text[before]))
      if used > width { break }
      start = before
    }
    return String(text[start...])
  }

  private func mended(_ fix: Diagnostic.Fix, in source: String) -> String? {
    guard source.utf8.count <= 10_000 else { return nil }
    let mended = fix.applied(to: source)
    return SourcePlace(of: fix.span.start, in: mended).line(of: mended)
  }
}
