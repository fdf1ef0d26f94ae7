import KitFormats
import KitModel
import Testing

@testable import KitWorkspace

@Suite struct SamplePlanTests {
  @Test func everyFileOfTheSampleIsUnderstood() throws {
    let declarations = try Sample.declarations()
    for entry in try Sample.folder.configuration().imports {
      let entity = try #require(declarations.named(entry.into).first)
      let targets = TargetFields(entity: entity, declarations: declarations)
      let planner = SheetPlanner(targets: targets, said: entry.map, remembered: { _ in [:] })
      let input = try InputFile.open(Sample.folder.path + "/" + entry.file, name: entry.file)
      let chooser = SheetChooser(planner: planner, entity: entity, wanted: entry.sheet)
      let (sheets, _) = try chooser.choose(input)
      for sheet in sheets {
        let open = sheet.mappings.filter { if case .taken = $0.outcome { false } else { true } }.map(
          \.heading)
        #expect(Set(open).isSubset(of: ["序号", "学生数（人）·男生"]), "\(entry.file): \(open)")
        #expect(sheet.questions.isEmpty)
      }
    }
  }
}
