import KitLanguage
import KitModel
import Testing

/// The reference itself, against answers worked out by hand.
struct ReferenceTests {
  @Test(arguments: Vector.expressions + Vector.stages + Vector.statistics)
  func answers(vector: Vector) throws {
    let script = try Parser.parse(vector.text).get()
    guard case .value(.pipeline(let pipeline))? = script.statements.first?.kind else {
      Issue.record("no pipeline")
      return
    }
    let today = try #require(DataGenerator.today)
    let interpreter = Interpreter(world: World(entities: [], data: [:], today: today))
    #expect(try Vector.lines(of: Answer(interpreter.run(pipeline))) == vector.expected)
  }
}
