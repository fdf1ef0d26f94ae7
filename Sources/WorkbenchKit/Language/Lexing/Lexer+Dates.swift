import KitModel

/// Dates and school years typed with `-`, and the forms that may be a date or a calculation.
extension Lexer {
  /// A date, a school year, or a refusal that begins with the four digits `start..<digits`; nil if it is none.
  func calendarForm(_ start: Int, _ digits: Int) -> Token? {
    let text = reader.foldedText(start, digits)
    guard text.utf8.count == 4, let year = Int(text), let sign = reader.folded(digits) else { return nil }
    guard let second = part(behind: digits, sign.scalar) else { return nil }
    switch sign.scalar {
    case "-":
      if let third = part(behind: second.end, "-"), third.count <= 2, second.count <= 2 {
        return day(year, second, third, start)
      }
      if second.count == 4 { return schoolYear(year, second, start) }
      return second.isAlone ? monthOrCalculation(year, second, start) : nil
    case "/", ".":
      guard let third = part(behind: second.end, sign.scalar), second.count <= 2, third.count <= 2,
        Self.likelyYears.contains(year), (1...12).contains(second.value), (1...31).contains(third.value)
      else { return nil }
      return dateOrCalculation(year, second, third, start, sign.scalar)
    default: return nil
    }
  }

  private static let likelyYears = 1900...2199

  /// Digits behind a sign, without blanks.
  private struct Part {
    let value: Int
    let count: Int
    let start: Int
    let end: Int
    /// Neither a word nor the same sign and a digit goes on behind it.
    let isAlone: Bool
  }

  private func part(behind offset: Int, _ sign: Unicode.Scalar) -> Part? {
    guard let found = reader.folded(offset), found.scalar == sign else { return nil }
    let end = shortDigitsEnd(found.next)
    let text = reader.foldedText(found.next, end)
    guard let value = Int(text) else { return nil }
    let following = reader.folded(end)?.scalar
    let isAlone = following.map { !Characters.isWord($0) || $0 == "且" || $0 == "或" } ?? true
    return Part(value: value, count: text.utf8.count, start: found.next, end: end, isAlone: isAlone)
  }

  /// The end of up to five digits: more is no part of a date.
  private func shortDigitsEnd(_ start: Int) -> Int {
    var end = start
    var count = 0
    while count < 5, let (scalar, _, _, next) = reader.folded(end), Characters.isDigit(scalar) {
      end = next
      count += 1
    }
    return end
  }

  private func day(_ year: Int, _ month: Part, _ day: Part, _ start: Int) -> Token {
    if let date = CalendarDate(year: year, month: month.value, day: day.value) {
      return Token(kind: .literal(.date(date)), span: SourceSpan(start, day.end))
    }
    return invalid(
      LanguageMessages.dayImpossible, ["text": reader.slice(start, day.end)], start, day.end)
  }

  /// `2024-2025学年`.
  private func schoolYear(_ year: Int, _ second: Part, _ start: Int) -> Token? {
    guard let first = reader.folded(second.end), first.scalar == "学",
      let last = reader.folded(first.next), last.scalar == "年"
    else { return nil }
    if let behind = reader.folded(last.next), Characters.isWord(behind.scalar), behind.scalar != "且",
      behind.scalar != "或", !(numbersEndAtTo && behind.scalar == "到")
    {
      return nil
    }
    if second.value == year + 1, year >= 1000, let period = Period.schoolYear(from: year) {
      return Token(kind: .literal(.period(period)), span: SourceSpan(start, last.next))
    }
    let right = Period.schoolYear(from: year)?.label ?? ""
    return invalid(
      LanguageMessages.schoolYearImpossible, ["text": reader.slice(start, last.next), "right": right], start,
      last.next, fixes: right.isEmpty ? [] : [right])
  }

  /// `2024-07`: a month is `2024年7月`, a calculation has blanks.
  private func monthOrCalculation(_ year: Int, _ month: Part, _ start: Int) -> Token? {
    guard Self.likelyYears.contains(year), month.count <= 2,
      let period = Period.month(month.value, of: year)
    else { return nil }
    let calculation = "\(year) - \(month.value)"
    return invalid(
      LanguageMessages.monthOrCalculation,
      ["text": reader.slice(start, month.end), "month": period.label, "calculation": calculation], start,
      month.end, fixes: [period.label, calculation])
  }

  /// `2024/9/1`, `2024.9.1`.
  private func dateOrCalculation(
    _ year: Int, _ month: Part, _ day: Part, _ start: Int, _ sign: Unicode.Scalar
  ) -> Token {
    let calculation = "\(year) \(sign) \(month.value) \(sign) \(day.value)"
    let date = CalendarDate(year: year, month: month.value, day: day.value)?.iso
    let fixes = [date, sign == "/" ? calculation : nil].compactMap { $0 }
    let message = sign == "/" ? LanguageMessages.dateOrCalculation : LanguageMessages.dateWithPoints
    return invalid(
      message,
      [
        "text": reader.slice(start, day.end), "date": date ?? "2024-09-01", "calculation": calculation,
      ], start, day.end, fixes: fixes)
  }
}
