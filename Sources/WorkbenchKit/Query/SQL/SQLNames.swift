/// Scalar functions by what they do. Those that the engine lacks are registered by the store under
/// `registeredName`.
public enum SQLFunction: String, Hashable, Sendable, CaseIterable {
  case coalesce, absolute, replace, squareRoot
  /// A whole number as it is; an error for a real, which a sum or product becomes when it overflows. Null in,
  /// null out, as everywhere below.
  case exact
  /// A whole number, 0 for one below.
  case atLeastZero
  /// The number of rows that a stage takes; one below 0 is an error.
  case rowCount
  /// (units, digits): half away from zero, down, up; the result has `digits` places less.
  case roundUnits, floorUnits, ceilUnits
  /// (real, places).
  case roundReal
  case floorReal, ceilReal, quotientReal, remainderReal, power
  /// (text, part).
  case contains, startsWith, endsWith, matches
  case length, left, right, mid, trim, upper, lower, pinyin, initials
  /// (text, slot): null for what is no number, counted in the slot.
  case number
  /// (units, scale), (units, scale), (real), (real).
  case textDecimal, textPercent, textReal, textRealPercent
  case textPeriod
  /// (units or real, scale or null for reals, pattern); (date, pattern).
  case formatNumber, formatDate
  /// (year, month, day), (text): null for a day that does not exist.
  case makeDate, parseDate
  /// Date to and from days since 1970; null for a day beyond year 9999.
  case dayNumber, dateFromNumber
  /// (date, months); (date).
  case addMonths, monthEnd, weekday
  /// (from, to).
  case monthsBetween, workdaysBetween
  case periodBefore
  /// (number or day number, size): the largest multiple of the size that is not above it.
  case binUnits, binReal
  /// (date, months): the first day of the stretch of so many months, counted from January.
  case binMonths
  /// (seed, key): SHA-256 in hexadecimal.
  case sampleHash
  /// (slot): counts one row and is false.
  case passed
  /// (count of rows with that key, key): an error when the count is above one.
  case checkLookup

  public var registeredName: String { "dudao_" + snake(rawValue) }
}

/// Aggregates by what they do.
public enum SQLAggregate: String, Hashable, Sendable, CaseIterable {
  case count, countDistinct, sum, average, minimum, maximum
  case median, percentile, stddevSample, stddevPopulation, cv, cvWeighted, correlation
  /// (value, place in the order): of the values that are not null.
  case first, last
  /// (text, separator, place in the order).
  case joinText
  /// The only value; more than one row is an error.
  case only
  /// The value of the only row of a period; more than one row is an error.
  case onlyPrior

  public var registeredName: String { "dudao_" + snake(rawValue) }
}

/// Functions that stand only in windows, beside the aggregates.
public enum SQLWindowFunction: Hashable, Sendable {
  case rank, denseRank, rowNumber, lag, lead, firstValue, lastValue
  case aggregate(SQLAggregate)
}

/// Collations and functions that the executor itself calls.
public enum SQLExtras {
  /// Text by pinyin, then by code point.
  public static let pinyinCollation = "dudao_pinyin"
  /// (slot): the count in the slot, which is set back to zero.
  public static let takePassed = "dudao_passed_take"
  /// Sets all slots back to zero; to be called before a query runs.
  public static let resetPassed = "dudao_passed_reset"
}

private func snake(_ name: String) -> String {
  name.reduce(into: "") { result, character in
    if character.isUppercase { result.append("_") }
    result.append(contentsOf: character.lowercased())
  }
}
