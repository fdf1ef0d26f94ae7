import Foundation
import KitModel
import Testing

@testable import KitWorkspace

/// What is kept of a received file, and what an import reads.
@Suite struct ReceivedFileTests {
  private func prepared(_ text: String, name: String = "名单.csv") throws -> (
    office: ImporterTests.Office, importer: Importer, plan: ImportPlan
  ) {
    let office = try ImporterTests.Office()
    let importer = office.workspace.importer()
    let path = try office.scratch.file(name, text)
    let request = ImportRequest(path: path, entity: try importer.entity(named: "school"))
    return (office, importer, try importer.prepare(request))
  }

  @Test func aFileThatChangesAfterItWasLookedAtIsRefused() throws {
    let (office, importer, plan) = try prepared(ImporterTests.two)
    _ = try office.scratch.file("名单.csv", ImporterTests.two + "0003,丙小学,小学,5\n")
    let refused = #expect(throws: Diagnostic.self) {
      _ = try importer.run(plan, context: office.scratch.context)
    }
    #expect(refused?.message == ImportMessages.fileChanged)
    #expect(try office.schools.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.data).isEmpty)
  }

  @Test func theCopyThatWasHashedIsWhatIsRead() throws {
    let office = try ImporterTests.Office()
    let path = try office.scratch.file("名单.csv", ImporterTests.two)
    let received = try ReceivedFile(path, folder: office.scratch.folder, keeps: true)
    defer { received.discard() }
    _ = try office.scratch.file("名单.csv", "x")
    #expect(try String(contentsOfFile: received.place, encoding: .utf8) == ImporterTests.two)
    try received.keep()
    #expect(try String(contentsOfFile: received.keptPlace, encoding: .utf8) == ImporterTests.two)
    #expect(received.keptPlace.hasSuffix("/" + received.copy))
  }

  @Test func aNameTakenMeanwhileIsLeftToWhoHasIt() throws {
    let office = try ImporterTests.Office()
    let path = try office.scratch.file("名单.csv", ImporterTests.two)
    let received = try ReceivedFile(path, folder: office.scratch.folder, keeps: true)
    defer { received.discard() }
    let taken = office.scratch.folder.path + "/" + received.copy
    try Data("别人的".utf8).write(to: URL(filePath: taken))
    let refused = #expect(throws: Diagnostic.self) { try received.keep() }
    #expect(refused?.message == ImportMessages.nameTaken)
    #expect(try String(contentsOfFile: taken, encoding: .utf8) == "别人的")
  }

  @Test func aNameAsLongAsADiskAllowsIsKept() throws {
    let name = String(repeating: "表", count: 83) + ".csv"
    let (office, importer, plan) = try prepared(ImporterTests.two + "0003,丙小学,大学,5\n", name: name)
    #expect(try importer.run(plan, context: office.scratch.context).issueFile?.hasSuffix(".xlsx") == true)
    let report = try office.take(ImporterTests.two, into: "school", name: name)
    #expect(report.copy.hasSuffix(".csv") && report.counts.inserted == 2)
  }

  @Test func theSameFileAgainIsSaid() throws {
    let office = try ImporterTests.Office()
    func isSaid(_ text: String, into entity: String = "school") throws -> Bool {
      try office.take(text, into: entity).remarks.contains {
        [ImportRemarks.repeatedFile, ImportRemarks.repeatedFileTaken].contains($0.message)
      }
    }
    #expect(try !isSaid(ImporterTests.two))
    let again = try office.take(ImporterTests.two, into: "school").remarks.first
    #expect(again?.message == ImportRemarks.repeatedFileTaken && again?.arguments["person"] == "沈文静")
    #expect(again?.arguments["unchanged"] == "2")
    let first = try office.rows(#"SELECT CAST(min(change) AS TEXT) FROM "source""#, columns: 1).first
    #expect(again?.arguments["change"] == first)
    #expect(try !isSaid(ImporterTests.two + "0003,丙小学,小学,5\n"))
  }
}
