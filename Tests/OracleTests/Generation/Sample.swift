import KitLanguage
import KitModel

/// A data set and a pipeline over it: one case to be answered by both engines.
struct Sample {
  let seed: UInt64
  var world: World
  var pipeline: Pipeline
  var isChinese: Bool

  init?(seed: UInt64) {
    self.seed = seed
    var data = DataGenerator(seed: Self.dataSeed(seed))
    guard let world = data.world() else { return nil }
    self.world = world
    var generator = PipelineGenerator(
      seed: seed ^ 0xABCD_EF01, interpreter: Interpreter(world: world), hasExtremes: data.hasExtremes)
    pipeline = generator.pipeline(stages: generator.random.number(2...8))
    isChinese = generator.random.oneIn(3)
  }

  /// Sixteen cases in a row share their data.
  static func dataSeed(_ seed: UInt64) -> UInt64 { seed / 16 }

  var text: String { TextPrinter(isChinese: isChinese).text(pipeline) }

  /// What the reference answers, every cell computed.
  func reference() throws -> Answer { try Answer(Interpreter(world: world).run(pipeline)) }
}
