import GRDBSQLite
import KitQuery

/// Counts rows that conditions pass over, by slot, for the connection that runs the query.
private final class Counters {
  var counts: [Int64: Int64] = [:]
}

extension SQLFunctions {
  static func registerCounters(_ connection: OpaquePointer) throws(FunctionFailure) {
    let counters = Counters()
    try counter(connection, SQLFunction.passed.registeredName, 1, counters) { call, counters in
      counters.counts[call.integer(0) ?? 0, default: 0] += 1
      call.answer(false)
    }
    try counter(connection, SQLExtras.takePassed, 1, counters) { call, counters in
      call.answer(counters.counts.removeValue(forKey: call.integer(0) ?? 0) ?? 0)
    }
    try counter(connection, SQLExtras.resetPassed, 0, counters) { call, counters in
      counters.counts = [:]
      call.answerNull()
    }
    try scalar(connection, .checkLookup, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      let number = call.integer(0) ?? 0
      if number > 1 {
        call.fail(.lookupTwice, "\(number)|" + (call.text(1) ?? ""))
      } else {
        call.answer(true)
      }
    }
  }

  private static func counter(
    _ connection: OpaquePointer, _ name: String, _ arity: Int32, _ counters: Counters,
    _ body: @escaping (FunctionCall, Counters) -> Void
  ) throws(FunctionFailure) {
    let box = Unmanaged.passRetained(CounterBody(counters, body))
    try scalar(
      connection, name, arity, deterministic: false, data: box.toOpaque(),
      destroy: { data in data.map { Unmanaged<CounterBody>.fromOpaque($0).release() } }
    ) { context, count, values in
      guard let data = sqlite3_user_data(context) else { return }
      let box = Unmanaged<CounterBody>.fromOpaque(data).takeUnretainedValue()
      box.body(FunctionCall(context, count, values), box.counters)
    }
  }
}

private final class CounterBody {
  let counters: Counters
  let body: (FunctionCall, Counters) -> Void

  init(_ counters: Counters, _ body: @escaping (FunctionCall, Counters) -> Void) {
    self.counters = counters
    self.body = body
  }
}
