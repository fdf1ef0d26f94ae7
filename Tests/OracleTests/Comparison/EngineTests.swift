import Foundation
import KitModel
import Testing

/// The product's engine against the reference, over random data and random pipelines.
///
/// `DUDAO_ORACLE_SEEDS=a-b` compares other seeds, b included: a long run, or one seed that failed.
struct EngineTests {
  /// Seeds of one data set each.
  static let parts: [Range<UInt64>] = {
    let seeds = chosen ?? 0..<192
    let starts = stride(from: seeds.lowerBound / 16 * 16, to: seeds.upperBound, by: 16)
    return starts.map { max($0, seeds.lowerBound)..<min($0 + 16, seeds.upperBound) }
  }()

  @Test("Both engines answer alike", arguments: parts)
  func agreement(seeds: Range<UInt64>) throws {
    let first = try #require(Sample(seed: seeds.lowerBound))
    let product = try Product(first.world)
    for seed in seeds {
      let sample = try #require(Sample(seed: seed))
      guard try Self.outcomes(sample, product).difference != nil else { continue }
      Issue.record("\(try Self.smallest(sample))")
    }
  }

  private static func outcomes(_ sample: Sample, _ product: Product) throws -> (
    reference: Outcome, product: Outcome, difference: Difference?
  ) {
    let reference: Outcome
    do {
      reference = .answer(try sample.reference())
    } catch let failure as Failure {
      reference = .refusal("\(failure)")
    }
    let outcome: Outcome
    do {
      outcome = try product.outcome(of: sample.text)
    } catch let fault as Product.EngineFault {
      return (reference, .refusal("the engine broke: \(fault)"), .broken)
    }
    let difference = Difference.between(reference, outcome)
    if difference == .answered, case .refusal("query.overflow") = outcome, overflows(sample) {
      return (reference, outcome, nil)
    }
    return (reference, outcome, difference)
  }

  /// Whether a number that the answer does not need lies beyond 64 bits.
  private static func overflows(_ sample: Sample) -> Bool {
    Interpreter.$isEager.withValue(true) {
      do {
        _ = try sample.reference()
        return false
      } catch {
        return true
      }
    }
  }

  /// The smallest text and data found that still fail in the same way.
  private static func smallest(_ sample: Sample) throws -> Reproduction {
    var (data, product) = (sample.world.data, try Product(sample.world))
    func outcomes(_ sample: Sample) throws -> (
      reference: Outcome, product: Outcome, difference: Difference?
    ) {
      if sample.world.data != data { (data, product) = (sample.world.data, try Product(sample.world)) }
      return try Self.outcomes(sample, product)
    }
    var shrinker = Shrinker { try? outcomes($0).difference }
    let small = shrinker.shrunk(sample)
    let found = try outcomes(small)
    return Reproduction(
      sample: small, difference: try #require(found.difference), reference: found.reference,
      product: found.product)
  }

  private static let chosen: Range<UInt64>? = {
    let bounds = ProcessInfo.processInfo.environment["DUDAO_ORACLE_SEEDS"]?.split(separator: "-")
      .compactMap { UInt64($0) }
    guard let bounds, let first = bounds.first, let last = bounds.last, first <= last, last < .max else {
      return nil
    }
    return first..<last + 1
  }()
}
