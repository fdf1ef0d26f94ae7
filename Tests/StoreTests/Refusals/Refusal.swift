import KitModel

@testable import KitStore

/// One way in which a store has to say something.
struct Refusal: Sendable {
  /// What was done, in a few words.
  let title: String
  let said: @Sendable () throws -> [Diagnostic]

  init(_ title: String, _ said: @escaping @Sendable () throws -> [Diagnostic]) {
    self.title = title
    self.said = said
  }

  /// What `body` throws. Nothing is a refusal too few: then the golden shows no answer.
  static func thrown<Result>(_ body: () throws -> Result) -> [Diagnostic] {
    do {
      _ = try body()
      return []
    } catch {
      return FailureTranslator(file: "").diagnostics(of: error)
    }
  }
}
