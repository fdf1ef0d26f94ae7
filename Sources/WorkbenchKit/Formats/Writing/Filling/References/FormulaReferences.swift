import KitModel

/// Finds the places that a formula speaks of and writes it with others in their stead. All else stays letter by letter.
struct FormulaReferences {
  /// A place, or two that make a range, and the sheet in front of it.
  struct Found {
    /// Nil where the formula's own sheet is meant.
    let sheet: String?
    let first: Reference
    let last: Reference?
  }

  /// The formula with each place as `change` gives it; nil leaves one as it is.
  static func rewrite(_ formula: String, _ change: (Found) -> String?) -> String {
    var scanner = FormulaReferences(rest: Array(formula)[...])
    return scanner.run(change)
  }

  /// Moves what a formula says of a sheet.
  ///
  /// - Parameters:
  ///   - own: The sheet in which the formula stands; nil for a name of the whole workbook.
  static func shifted(_ formula: String, by shift: RowShift, of sheet: String, own: String?) -> String {
    guard shift.count > 0 else { return formula }
    return rewrite(formula) { found in
      guard NameKey(found.sheet ?? own ?? "") == NameKey(sheet) else { return nil }
      guard let last = found.last else {
        return found.first.kind == .cell ? found.first.text(row: shift.row(found.first.row)) : nil
      }
      guard found.first.kind != .columns else { return nil }
      let (low, high) = (min(found.first.row, last.row), max(found.first.row, last.row))
      let moved = shift.rows(low, high, isColumn: found.first.column == last.column)
      let isUpright = found.first.row == low
      return found.first.text(row: isUpright ? moved.first : moved.last) + ":"
        + last.text(row: isUpright ? moved.last : moved.first)
    }
  }

  /// The formula as it is when copied so many rows down and columns to the right.
  static func copied(_ formula: String, rows: Int, columns: Int = 0) -> String {
    rewrite(formula) { found in
      let first = found.first.copied(rows: rows, columns: columns)
      return found.last.map { first + ":" + $0.copied(rows: rows, columns: columns) } ?? first
    }
  }

  private var rest: ArraySlice<Character>
  private var result = ""
  /// The sheet that was named just before, and what of the result it takes.
  private var sheet: String?

  private init(rest: ArraySlice<Character>) { self.rest = rest }

  private mutating func run(_ change: (Found) -> String?) -> String {
    while let next = rest.first {
      switch next {
      case "\"": copyQuoted("\"")
      case "'": takeSheetInQuotes()
      case "[": copyBrackets()
      default:
        if Self.isPart(next) { takeWord(change) } else { copyOne() }
      }
    }
    return result
  }

  private mutating func copyOne() {
    if let next = rest.popFirst() { result.append(next) }
    sheet = nil
  }

  /// A text; quotes in it are doubled, which reads as two texts in a row.
  private mutating func copyQuoted(_ quote: Character) {
    copyOne()
    while let next = rest.popFirst() {
      result.append(next)
      if next == quote { return }
    }
  }

  private mutating func takeSheetInQuotes() {
    rest.removeFirst()
    var name = ""
    while let next = rest.popFirst() {
      if next == "'" {
        guard rest.first == "'" else { break }
        rest.removeFirst()
      }
      name.append(next)
    }
    result += "'" + name.replacing("'", with: "''") + "'"
    guard rest.first == "!" else { return }
    rest.removeFirst()
    result += "!"
    sheet = name
  }

  /// `[1]` of another workbook, `[列]` of a table: nothing in it is a place.
  private mutating func copyBrackets() {
    var depth = 0
    while let next = rest.popFirst() {
      result.append(next)
      if next == "[" { depth += 1 }
      if next == "]" {
        depth -= 1
        if depth == 0 { break }
      }
    }
    // A sheet behind it belongs to the other workbook, and a word behind it to the table.
    guard let next = rest.first, Self.isPart(next) else { return }
    let word = takeRun()
    result += word
    if rest.first == "!" {
      result.append("!")
      rest.removeFirst()
      sheet = "[" + word
    }
  }

  private mutating func takeRun() -> String {
    let run = rest.prefix { Self.isPart($0) }
    rest = rest.dropFirst(run.count)
    return String(run)
  }

  private mutating func takeWord(_ change: (Found) -> String?) {
    let word = takeRun()
    let named = sheet
    sheet = nil
    switch rest.first {
    case "!":
      rest.removeFirst()
      result += word + "!"
      sheet = word
      return
    case "(", "[":
      result += word
      return
    default: break
    }
    guard let first = Reference(word) else {
      result += word
      return
    }
    let last = secondEnd(of: first)
    // A number or a name in capitals is no place by itself.
    guard last != nil || first.kind == .cell else {
      result += word
      return
    }
    let plain = word + (last.map { ":" + $0.text } ?? "")
    result += change(Found(sheet: named, first: first, last: last?.reference)) ?? plain
  }

  private mutating func secondEnd(of first: Reference) -> (reference: Reference, text: String)? {
    guard rest.first == ":" else { return nil }
    let run = String(rest.dropFirst().prefix { Self.isPart($0) })
    guard let last = Reference(run), last.kind == first.kind else { return nil }
    // Behind this word a ! or ( says that it is a sheet or a function.
    let behind = rest.dropFirst(run.count + 1).first
    guard behind != "!", behind != "(" else { return nil }
    rest = rest.dropFirst(run.count + 1)
    return (last, run)
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.$\\?".contains(character)
  }
}
