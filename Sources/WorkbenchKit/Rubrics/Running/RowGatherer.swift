import KitModel
import KitQuery
import KitWorkspace

/// Reads the figures of measures and what was entered: hundreds of thousands of rows of ten thousand subjects, in pieces
/// that two threads share.
struct RowGatherer {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext

  /// What one piece gives.
  private enum Piece: Sendable {
    case figures(leaf: String, [Figure])
    case entries(evaluator: String, [String: [EntryList]])
    /// What is wrong with the query of a leaf, by its place.
    case faults(leaf: Int, [Diagnostic])
  }

  /// - Parameters:
  ///   - measures: Whether the pipelines of measures are run too.
  ///   - isWrittenNext: The connection for writing may be used too.
  /// - Throws: `Diagnostics` with everything that is wrong with the queries of the rubric.
  func gather(
    into input: inout ScoringInput, _ places: TextPlaces, measures: Bool, isWrittenNext: Bool
  ) throws {
    var (found, shared) = measures ? try figures(places) : ([], [])
    // These are the longest pieces: the other thread begins with them.
    for evaluator in rubric.evaluators {
      let gatherer = try EntryGatherer(
        of: evaluator, assessment: assessment, rubric: rubric, context: context)
      shared.append { .entries(evaluator: evaluator.id, try gatherer.entries(places)) }
    }
    found += try read(shared, isWrittenNext: isWrittenNext)
    var faults: [Int: [Diagnostic]] = [:]
    for piece in found {
      switch piece {
      case .figures(let leaf, let figures): input.figures[leaf] = figures
      case .entries(let evaluator, let entries):
        for (leaf, lists) in entries { input.entries[leaf, default: [:]][evaluator] = lists }
      case .faults(let leaf, let own): faults[leaf] = own
      }
    }
    try refuse(faults.sorted { $0.key < $1.key }.flatMap(\.value))
  }

  /// The figures of measures that are read here, and pieces for the others.
  private func figures(_ places: TextPlaces) throws -> ([Piece], [SharedPieces<Piece>.Piece]) {
    var found: [Piece] = []
    var shared: [SharedPieces<Piece>.Piece] = []
    for (place, leaf) in rubric.leaves.enumerated() where leaf.leaf?.measure.pipelineText != nil {
      try context.checkCancellation()
      guard let runner = MeasureRunner(rubric: rubric, indicator: leaf, context: context) else { continue }
      do {
        switch try runner.figures(places) {
        case .read(let figures): found.append(.figures(leaf: leaf.id, figures))
        case .toRead(let read):
          shared.append {
            do {
              return .figures(leaf: leaf.id, try read())
            } catch let faults as Diagnostics {
              return .faults(leaf: place, faults.all)
            }
          }
        }
      } catch let fault as Diagnostic {
        found.append(.faults(leaf: place, [fault]))
      } catch let faults as Diagnostics {
        found.append(.faults(leaf: place, faults.all))
      }
    }
    return (found, shared)
  }

  private func read(_ pieces: [SharedPieces<Piece>.Piece], isWrittenNext: Bool) throws -> [Piece] {
    let shared = SharedPieces(pieces)
    guard isWrittenNext, let store = context.workspace?.store else {
      return try shared.work(from: .front)
    }
    let (front, back) = try store.read(
      { try shared.work(from: .front) }, beside: { try shared.work(from: .back) })
    return front + back
  }

  /// One query that fails may hide what is wrong with others: all of the rubric are told.
  private func refuse(_ faults: [Diagnostic]) throws {
    if faults.isEmpty { return }
    let all = try RubricQueries(assessment: assessment, rubric: rubric, context: context).faults()
    throw Diagnostics(all.count > faults.count ? all : faults)
  }
}
