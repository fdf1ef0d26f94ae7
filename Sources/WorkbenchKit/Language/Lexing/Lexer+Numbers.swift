import KitModel

/// Numbers, durations, dates and periods: section 1 of the language, "a word that begins with a digit".
extension Lexer {
  /// The token that begins with the digit at `start`.
  mutating func number(at start: Int) -> Token {
    let digits = digitsEnd(start)
    let run = runEnd(from: start)
    if run == digits, digits - start <= 12, let token = calendarForm(start, digits) { return token }
    if run == digits, let fraction = fractionStart(digits) { return decimal(start, fraction) }
    let end = suffixEnd(digits, run)
    if isCompleting, run == reader.end, end == nil || end == run {
      return Token(kind: .end, span: SourceSpan(start, run))
    }
    if end == digits {
      if let spaced = spacedUnit(start, digits, isWhole: true) { return spaced }
      return percent(start, digits, scale: 0) ?? integer(start, digits)
    }
    if let end, let token = suffixed(start, digits, end) { return token }
    return Token(kind: .word, span: SourceSpan(start, run))
  }

  /// Splits the digits off a word that begins with them: `3按得分` where a whole number is due.
  func leadingDigits(_ span: SourceSpan) -> Token? {
    let end = digitsEnd(span.start)
    return end > span.start && end < span.end ? integer(span.start, end) : nil
  }

  // MARK: Runs of digits

  func digitsEnd(_ start: Int) -> Int {
    var end = start
    while let (scalar, _, _, next) = reader.folded(end), Characters.isDigit(scalar) { end = next }
    return end
  }

  /// The offset behind a `.` that a digit follows.
  private func fractionStart(_ offset: Int) -> Int? {
    guard let (dot, _, _, next) = reader.folded(offset), dot == ".", isDigit(next) else { return nil }
    return next
  }

  private func isDigit(_ offset: Int) -> Bool {
    reader.folded(offset).map { Characters.isDigit($0.scalar) } ?? false
  }

  /// Where what belongs to the number ends: at the end of its run, or at the first 且 or 或 (或 到). Nil when
  /// the run is longer than any suffix.
  private func suffixEnd(_ digits: Int, _ run: Int) -> Int? {
    var offset = digits
    while offset < run, let (scalar, _, _, next) = reader.folded(offset) {
      if scalar == "且" || scalar == "或" || (numbersEndAtTo && scalar == "到") { return offset }
      if offset - digits > 24 { return nil }
      offset = next
    }
    return run
  }

  // MARK: Forms

  private mutating func suffixed(_ start: Int, _ digits: Int, _ end: Int) -> Token? {
    let suffix = reader.foldedText(digits, end).lowercased()
    if suffix == "万" || suffix == "亿" {
      let zeros = suffix == "万" ? 4 : 8
      return grouped(start, digits, end, scale: 0, zeros: zeros)
    }
    // 2024年 is a year, 3年 a duration.
    if let period = period(start, digits, end, suffix) { return period }
    return Self.units[suffix].map { duration(start, digits, end, $0) }
  }

  private func period(_ start: Int, _ digits: Int, _ end: Int, _ suffix: String) -> Token? {
    let digitsText = reader.foldedText(start, digits)
    guard digitsText.utf8.count == 4, let year = Int(digitsText), year >= 1000 else { return nil }
    let made: Period?
    switch suffix {
    case "年": made = .year(year)
    case "春": made = .spring(year)
    case "秋": made = .autumn(year)
    default:
      guard suffix.hasPrefix("年") else { return nil }
      return monthOrDay(year, suffix.dropFirst(), start, end)
    }
    return made.map { literal(.period($0), start, end) }
  }

  /// `9月`, `9月1日`, `9月1号` behind the year.
  private func monthOrDay(_ year: Int, _ text: Substring, _ start: Int, _ end: Int) -> Token? {
    let parts = text.split(separator: "月", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Self.shortNumber(parts[0]) else { return nil }
    let typed = ["text": reader.slice(start, end)]
    if parts[1].isEmpty {
      if let period = Period.month(month, of: year) { return literal(.period(period), start, end) }
      return invalid(LanguageMessages.monthImpossible, typed, start, end)
    }
    guard parts[1].hasSuffix("日") || parts[1].hasSuffix("号"), let day = Self.shortNumber(parts[1].dropLast())
    else { return nil }
    if let date = CalendarDate(year: year, month: month, day: day) { return literal(.date(date), start, end) }
    return invalid(LanguageMessages.dayImpossible, typed, start, end)
  }

  private static func shortNumber(_ text: Substring) -> Int? {
    let isNumber = (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    return isNumber ? Int(text) : nil
  }

  private mutating func decimal(_ start: Int, _ fraction: Int) -> Token {
    let digits = digitsEnd(fraction)
    let run = runEnd(from: fraction)
    let scale = reader.foldedText(fraction, digits).utf8.count
    let end = suffixEnd(digits, run)
    if end == digits {
      if fractionStart(digits) != nil { return runsOn(start, runEnd(from: digits)) }
      if let spaced = spacedUnit(start, digits, isWhole: false, scale: scale) { return spaced }
      if let share = percent(start, digits, scale: scale) { return share }
      return exact(start, digits, scale: scale)
    }
    let suffix = end.map { reader.foldedText(digits, $0).lowercased() } ?? ""
    if let end, suffix == "万" || suffix == "亿" {
      return grouped(start, digits, end, scale: scale, zeros: suffix == "万" ? 4 : 8)
    }
    if let end, Self.units[suffix] != nil {
      return invalid(LanguageMessages.durationNotWhole, ["text": reader.slice(start, end)], start, end)
    }
    return runsOn(start, run)
  }

  private func runsOn(_ start: Int, _ end: Int) -> Token {
    var last = end
    while let (scalar, _, _, next) = reader.folded(last), Characters.isWord(scalar) || scalar == "." {
      last = next
    }
    let shown = reader.slice(start, min(last, start + 60))
    return invalid(LanguageMessages.numberThenText, ["text": shown], start, last)
  }

  /// `30 days`, `3 万`: number, blank, unit; not when `=` follows the unit, which then is a name.
  private mutating func spacedUnit(_ start: Int, _ digits: Int, isWhole: Bool, scale: Int = 0) -> Token? {
    var offset = digits
    while let (scalar, raw, _, next) = reader.folded(offset), Characters.isBlank(scalar),
      !Characters.isLineEnd(raw)
    {
      offset = next
    }
    guard offset > digits, let (scalar, _, at, _) = reader.folded(offset), Characters.isWord(scalar),
      !Characters.isDigit(scalar)
    else { return nil }
    let run = runEnd(from: at)
    guard let end = suffixEnd(at, run), !isAssigned(end) else { return nil }
    let suffix = reader.foldedText(at, end).lowercased()
    if suffix == "万" || suffix == "亿" {
      return grouped(start, digits, end, scale: scale, zeros: suffix == "万" ? 4 : 8)
    }
    guard let unit = Self.units[suffix] else { return nil }
    if isWhole { return duration(start, digits, end, unit) }
    return invalid(LanguageMessages.durationNotWhole, ["text": reader.slice(start, end)], start, end)
  }

  /// A single `=` follows, after blanks or none.
  private func isAssigned(_ offset: Int) -> Bool {
    var offset = offset
    while let (scalar, raw, _, next) = reader.folded(offset), !Characters.isLineEnd(raw) {
      if scalar == "=" { return reader.folded(next)?.scalar != "=" }
      if !Characters.isBlank(scalar) { return false }
      offset = next
    }
    return false
  }

  // MARK: Values

  private func literal(_ value: Expression.Literal, _ start: Int, _ end: Int) -> Token {
    Token(kind: .literal(value), span: SourceSpan(start, end))
  }

  private func integer(_ start: Int, _ end: Int) -> Token {
    let text = reader.foldedText(start, end)
    guard let number = Int64(text) else { return tooLarge(start, end) }
    return literal(.integer(number, zeros: text.utf8.count - String(number).utf8.count), start, end)
  }

  private func exact(_ start: Int, _ end: Int, scale: Int) -> Token {
    guard let number = ExactDecimal(reader.foldedText(start, end)) else { return tooLarge(start, end) }
    return literal(.decimal(number), start, end)
  }

  /// A number with 万 or 亿: whole when no decimal place is left.
  private func grouped(_ start: Int, _ digits: Int, _ end: Int, scale: Int, zeros: Int) -> Token {
    guard let number = ExactDecimal(reader.foldedText(start, digits)) else { return tooLarge(start, end) }
    var units = number.units
    for _ in 0..<max(0, zeros - scale) {
      let (times, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return tooLarge(start, end) }
      units = times
    }
    if scale <= zeros { return literal(.integer(units), start, end) }
    return literal(.decimal(ExactDecimal(units: units, scale: scale - zeros)), start, end)
  }

  private func tooLarge(_ start: Int, _ end: Int) -> Token {
    let shown = reader.slice(start, min(end, start + 60))
    return invalid(LanguageMessages.numberTooLarge, ["text": shown], start, end)
  }

  private func duration(_ start: Int, _ digits: Int, _ end: Int, _ unit: LengthUnit) -> Token {
    guard let count = Int(reader.foldedText(start, digits)), count <= 10_000_000 / unit.times else {
      return tooLarge(start, end)
    }
    return literal(.duration(Duration(count * unit.times, unit.unit)), start, end)
  }

  /// A unit of time by the unit that durations are kept in.
  struct LengthUnit {
    let times: Int
    let unit: Duration.Unit
  }

  static let units: [String: LengthUnit] = {
    let sizes: [String: LengthUnit] = [
      "day": LengthUnit(times: 1, unit: .days), "week": LengthUnit(times: 7, unit: .days),
      "month": LengthUnit(times: 1, unit: .months), "year": LengthUnit(times: 12, unit: .months),
    ]
    var units: [String: LengthUnit] = [:]
    for word in Words.values where word.kind == .unit {
      for spelling in word.spellings { units[spelling] = sizes[word.english] }
    }
    return units
  }()

  // MARK: Percent

  /// A number with `%` behind it, unless what follows makes it a division with remainder.
  private mutating func percent(_ start: Int, _ digits: Int, scale: Int) -> Token? {
    guard let (sign, _, at, next) = reader.folded(digits), sign == "%", at == digits else { return nil }
    if beginsOperand(next) { return nil }
    guard scale <= 16, let number = ExactDecimal(reader.foldedText(start, digits)) else {
      return tooLarge(start, next)
    }
    let share = ExactDecimal(units: number.units, scale: number.scale + 2)
    return literal(.percent(share), start, next)
  }

  /// Directly at the offset stands something that can begin an operand.
  private mutating func beginsOperand(_ offset: Int) -> Bool {
    guard let (scalar, raw, at, _) = reader.folded(offset) else { return false }
    if Characters.quotes(of: raw) != nil || Characters.isNameQuote(raw) { return true }
    if scalar == "(" || scalar == "$" || Characters.isDigit(scalar) { return true }
    guard Characters.isWord(scalar) else { return false }
    let end = runEnd(from: at)
    return !InfixWord.begins(key(SourceSpan(at, end)), prefix: reader.foldedText(at, min(end, at + 24)))
  }
}
