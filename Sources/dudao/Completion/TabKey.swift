import KitModel

/// What Tab does with the candidates: take the only one, go as far as all agree, or list them.
enum TabKey {
  /// At most so many are listed; the rest is counted.
  static let limit = 60

  static func answer(
    _ candidates: [Candidate], text: String, cursor: Int, columns: Int, language: UILanguage
  ) -> LineEditor.Answer {
    guard let first = candidates.first else { return .none }
    let typed = String(SourceSpan(first.start, cursor).slice(of: text))
    let sameStart = candidates.allSatisfy { $0.start == first.start }
    if candidates.count == 1 {
      return .replace(scalars: typed.unicodeScalars.count, with: first.replacement)
    }
    if sameStart {
      let common = commonBeginning(candidates.map(\.replacement))
      if common.count > typed.count, NameKey(common).description.hasPrefix(NameKey(typed).description) {
        return .replace(scalars: typed.unicodeScalars.count, with: common)
      }
    }
    return .list(list(candidates, columns: columns, language: language))
  }

  private static func commonBeginning(_ texts: [String]) -> String {
    guard var common = texts.first else { return "" }
    for text in texts.dropFirst() {
      common = String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }

  /// The candidates in columns as wide as the widest, down first, as `ls` lists files.
  private static func list(_ candidates: [Candidate], columns: Int, language: UILanguage) -> [String] {
    let shown = candidates.prefix(limit).map { candidate in
      candidate.detail.isEmpty || candidate.detail == candidate.display
        ? candidate.display : candidate.display + " " + candidate.detail
    }
    let width = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let perLine = max(1, columns / width)
    let rows = (shown.count + perLine - 1) / perLine
    var lines = (0..<rows).map { row in
      stride(from: row, to: shown.count, by: rows).map { index in
        index + rows < shown.count ? DisplayWidth.padded(shown[index], to: width) : shown[index]
      }.joined()
    }
    if candidates.count > limit {
      lines.append(
        HostMessages.moreCandidates.text(language, ["count": String(candidates.count - limit)]))
    }
    return lines
  }
}
