import GRDBSQLite
import KitQuery

/// One aggregate at work on one group.
protocol Accumulator: AnyObject {
  init()
  func step(_ call: FunctionCall)
  func finish(_ call: FunctionCall)
}

extension SQLFunctions {
  static func registerAggregates(_ connection: OpaquePointer) throws(FunctionFailure) {
    try aggregate(connection, .median, 1, Median.self)
    try aggregate(connection, .percentile, 2, Percentile.self)
    try aggregate(connection, .stddevSample, 1, SampleDeviation.self)
    try aggregate(connection, .stddevPopulation, 1, PopulationDeviation.self)
    try aggregate(connection, .cv, 1, Variation.self)
    try aggregate(connection, .cvWeighted, 2, WeightedVariation.self)
    try aggregate(connection, .correlation, 2, Correlation.self)
    try aggregate(connection, .first, 2, First.self)
    try aggregate(connection, .last, 2, Last.self)
    try aggregate(connection, .joinText, 3, JoinedText.self)
    try aggregate(connection, .only, 1, Only.self)
    try aggregate(connection, .onlyPrior, 1, OnlyPrior.self)
    try aggregate(connection, .countDistinct, 1, DistinctCount.self)
  }

  /// Registers an aggregate that also serves as a window function over the whole group. A moving frame, which
  /// would ask for the inverse of a step, is never written.
  private static func aggregate<Kind: Accumulator>(
    _ connection: OpaquePointer, _ aggregate: SQLAggregate, _ arity: Int32, _ kind: Kind.Type
  ) throws(FunctionFailure) {
    let factory = Unmanaged.passRetained(AccumulatorFactory { Kind() })
    let code = sqlite3_create_window_function(
      connection, aggregate.registeredName, arity, SQLITE_UTF8 | SQLITE_DETERMINISTIC, factory.toOpaque(),
      { context, count, values in
        SQLFunctions.accumulator(context)?.step(FunctionCall(context, count, values))
      },
      { context in
        SQLFunctions.accumulator(context)?.finish(FunctionCall(context, 0, nil))
        SQLFunctions.release(context)
      },
      { context in SQLFunctions.accumulator(context)?.finish(FunctionCall(context, 0, nil)) },
      { context, _, _ in sqlite3_result_error(context, "dudao: moving frame", -1) },
      { data in data.map { Unmanaged<AccumulatorFactory>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw FunctionFailure(name: aggregate.registeredName, code: code) }
  }

  private static func slot(_ context: OpaquePointer?) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
    let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
    return sqlite3_aggregate_context(context, size)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  }

  /// The accumulator of this group, made at its first row.
  private static func accumulator(_ context: OpaquePointer?) -> (any Accumulator)? {
    guard let slot = slot(context) else { return nil }
    if let known = slot.pointee {
      return Unmanaged<AccumulatorBox>.fromOpaque(known).takeUnretainedValue().accumulator
    }
    guard let data = sqlite3_user_data(context) else { return nil }
    let made = Unmanaged<AccumulatorFactory>.fromOpaque(data).takeUnretainedValue().make()
    slot.pointee = Unmanaged.passRetained(AccumulatorBox(made)).toOpaque()
    return made
  }

  private static func release(_ context: OpaquePointer?) {
    guard let slot = slot(context), let known = slot.pointee else { return }
    Unmanaged<AccumulatorBox>.fromOpaque(known).release()
    slot.pointee = nil
  }
}

private final class AccumulatorFactory {
  let make: () -> any Accumulator

  init(_ make: @escaping () -> any Accumulator) { self.make = make }
}

private final class AccumulatorBox {
  let accumulator: any Accumulator

  init(_ accumulator: any Accumulator) { self.accumulator = accumulator }
}
