import KitModel

/// Nobody listens: for what is only checked, or only compared.
final class SilentDelegate: SessionDelegate {
  func show(_ output: SessionOutput) {}
  func report(_ diagnostic: Diagnostic) {}
  func confirm(_ question: Diagnostic) -> Bool { false }
  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }
  func progress(_ done: Int, of total: Int?, _ what: Label) {}
}
