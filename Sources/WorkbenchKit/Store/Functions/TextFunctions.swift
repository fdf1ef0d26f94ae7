import Crypto
import GRDBSQLite
import KitModel
import KitQuery

extension SQLFunctions {
  static func registerTexts(_ connection: OpaquePointer) throws(FunctionFailure) {
    try registerSearch(connection)
    try scalar(connection, .left, 2) { context, count, values in
      SQLFunctions.cut(FunctionCall(context, count, values)) { text, number in text.prefix(number) }
    }
    try scalar(connection, .right, 2) { context, count, values in
      SQLFunctions.cut(FunctionCall(context, count, values)) { text, number in text.suffix(number) }
    }
    try scalar(connection, .mid, 3) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let text = call.text(0), let from = call.integer(1), let length = call.integer(2) else {
        return call.answerNull()
      }
      let start = Int(clamping: max(1, from)) - 1
      call.answer(
        String(
          String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(Int(clamping: max(0, length))))
        ))
    }
    try map(connection, .trim) { $0.trimmed }
    try map(connection, .upper) { $0.uppercased() }
    try map(connection, .lower) { $0.lowercased() }
    try map(connection, .pinyin) { Pinyin.pinyin(of: $0) }
    try map(connection, .initials) { Pinyin.initials(of: $0, limit: 1).first ?? "" }
    try map(connection, .textPeriod) { Period(stored: $0)?.label ?? $0 }
    try registerTextsOfNumbers(connection)
    try scalar(connection, .sampleHash, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      var hash = SHA256()
      for place in 0..<2 {
        if let bytes = call.utf8(place) { hash.update(bufferPointer: UnsafeRawBufferPointer(bytes)) }
      }
      let digits = Array("0123456789abcdef".utf8)
      call.answer(
        String(
          decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self))
    }
  }

  private static func registerSearch(_ connection: OpaquePointer) throws(FunctionFailure) {
    try scalar(connection, .contains, 2) { context, count, values in
      SQLFunctions.search(FunctionCall(context, count, values)) { text, part in
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
          if text[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
      }
    }
    try scalar(connection, .startsWith, 2) { context, count, values in
      SQLFunctions.search(FunctionCall(context, count, values)) { $0.starts(with: $1) }
    }
    try scalar(connection, .endsWith, 2) { context, count, values in
      SQLFunctions.search(FunctionCall(context, count, values)) {
        $0.count >= $1.count && $0.suffix($1.count).elementsEqual($1)
      }
    }
    let patterns = Unmanaged.passRetained(PatternCache())
    try scalar(
      connection, SQLFunction.matches.registeredName, 2, deterministic: true, data: patterns.toOpaque(),
      destroy: { data in data.map { Unmanaged<PatternCache>.fromOpaque($0).release() } }
    ) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let text = call.text(0), let pattern = call.text(1), let data = sqlite3_user_data(context) else {
        return call.answerNull()
      }
      let cache = Unmanaged<PatternCache>.fromOpaque(data).takeUnretainedValue()
      guard let found = cache.matches(text, pattern) else { return call.fail(.pattern, pattern) }
      call.answer(found)
    }
  }

  private static func search(
    _ call: FunctionCall, _ test: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    guard let text = call.utf8(0), let part = call.utf8(1) else { return call.answerNull() }
    call.answer(test(text, part))
  }

  private static func cut(
    _ call: FunctionCall, _ part: (Substring.UnicodeScalarView, Int) -> Substring.UnicodeScalarView
  ) {
    guard let text = call.text(0), let number = call.integer(1) else { return call.answerNull() }
    call.answer(String(part(text[...].unicodeScalars, Int(clamping: max(0, number)))))
  }

  private static func map(
    _ connection: OpaquePointer, _ function: SQLFunction, _ body: @escaping @Sendable (String) -> String
  )
    throws(FunctionFailure)
  {
    let box = Unmanaged.passRetained(TextMap(body))
    try scalar(
      connection, function.registeredName, 1, deterministic: true, data: box.toOpaque(),
      destroy: { data in data.map { Unmanaged<TextMap>.fromOpaque($0).release() } }
    ) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let text = call.text(0), let data = sqlite3_user_data(context) else { return call.answerNull() }
      call.answer(Unmanaged<TextMap>.fromOpaque(data).takeUnretainedValue().body(text))
    }
  }

  private static func registerTextsOfNumbers(_ connection: OpaquePointer) throws(FunctionFailure) {
    try scalar(connection, .textDecimal, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let units = call.integer(0), let scale = call.integer(1) else { return call.answerNull() }
      call.answer(ExactDecimal(units: units, scale: Int(scale)).description)
    }
    try scalar(connection, .textPercent, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let units = call.integer(0), let scale = call.integer(1) else { return call.answerNull() }
      call.answer(NumberFormat.percent(units: units, scale: Int(scale)))
    }
    try scalar(connection, .textReal, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      call.answer(call.real(0).map(NumberFormat.shortest))
    }
    try scalar(connection, .textRealPercent, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      call.answer(
        call.real(0).flatMap(DecimalText.init).map { $0.shifted(by: 2).rounded(to: 10).plain() + "%" })
    }
    try scalar(connection, .formatNumber, 3) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let pattern = call.text(2), !call.isNull(0) else { return call.answerNull() }
      if let scale = call.integer(1), let units = call.integer(0) {
        call.answer(NumberFormat(pattern).text(ExactDecimal(units: units, scale: Int(scale))))
      } else {
        call.answer(call.real(0).flatMap { NumberFormat(pattern).text($0) })
      }
    }
    try scalar(connection, .formatDate, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = call.text(0).flatMap({ CalendarDate(iso: $0) }), let pattern = call.text(1) else {
        return call.answerNull()
      }
      call.answer(DateFormat.text(date, pattern))
    }
  }
}

/// A function of one text, kept by the connection.
private final class TextMap: Sendable {
  let body: @Sendable (String) -> String

  init(_ body: @escaping @Sendable (String) -> String) { self.body = body }
}

/// Compiled patterns of a connection, which runs on one thread at a time.
private final class PatternCache {
  private var compiled: [String: Regex<AnyRegexOutput>] = [:]

  /// Whether the pattern is found in the text; nil for a pattern that is none.
  func matches(_ text: String, _ pattern: String) -> Bool? {
    let regex: Regex<AnyRegexOutput>
    if let known = compiled[pattern] {
      regex = known
    } else {
      guard let made = try? Regex(pattern) else { return nil }
      if compiled.count >= 64 { compiled = [:] }
      compiled[pattern] = made
      regex = made
    }
    return (try? regex.firstMatch(in: text)) ?? nil != nil
  }
}
