import Foundation
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

@Suite struct SampleImportTests {
  @Test func theWholeSampleIsImported() throws {
    let scratch = try ScratchWorkspace(copying: Sample.folder)
    defer { scratch.remove() }
    let workspace = try scratch.open(try Sample.declarations())
    var rejected = 0
    try workspace.rebuild(context: scratch.context) { rejected += $0.rejected }
    #expect(rejected == 0)
    try workspace.store.close()
  }
}
