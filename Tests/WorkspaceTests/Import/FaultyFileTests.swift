import Foundation
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// The files of the sample with one realistic mistake each: refused, with the cell and the way to mend it, and
/// nothing left behind.
@Suite struct FaultyFileTests {
  /// What is said of a file, in Chinese: the place and the sentence of each fault.
  private func refusal(_ name: String, into entity: String, _ workspace: Workspace, _ context: ChangeContext)
    -> [String]
  {
    func lines(_ diagnostics: [Diagnostic]) -> [String] {
      diagnostics.filter { $0.severity == .error && $0.message != ImportMessages.rejected }.map { fault in
        [
          fault.location?.cell ?? fault.location?.row.map(String.init),
          fault.message.text(.zh, fault.arguments),
        ]
        .compactMap { $0 }.joined(separator: " ")
      }
    }
    do {
      let importer = workspace.importer()
      let request = ImportRequest(
        path: workspace.folder.data + "/faulty/" + name, entity: try importer.entity(named: entity),
        year: .schoolYear(from: 2024))
      let report = try importer.run(try importer.prepare(request), context: context)
      #expect(report.change == nil)
      return lines(report.allRemarks(faultLimit: 100))
    } catch let diagnostics as Diagnostics {
      return lines(diagnostics.all)
    } catch let diagnostic as Diagnostic {
      return lines([diagnostic])
    } catch {
      return ["\(error)"]
    }
  }

  @Test func everyMistakeIsSaidWhereItStands() throws {
    let scratch = try ScratchWorkspace(copying: Sample.folder)
    defer { scratch.remove() }
    let workspace = try scratch.open(try Sample.declarations())
    try workspace.rebuild(context: scratch.context)
    let head = try workspace.store.chainHead()
    let files = [
      ("01-未知乡镇.xlsx", "school"), ("02-学生数写约数.xlsx", "school_year"), ("03-学段写错.xlsx", "school"),
      ("04-代码重复.xlsx", "school"), ("05-日期不存在.xlsx", "finding"), ("06-公式无缓存.xlsx", "school_year"),
      ("07-缺名称.xlsx", "school"), ("08-列数不符.csv", "kindergarten"), ("09-前导零丢失.xlsx", "school_year"),
      ("10-加密.xlsx", "school"), ("11-截断.xlsx", "school"), ("12-双层表头错位.xlsx", "school_year"),
      ("13-混合编码.csv", "kindergarten"), ("14-校名与代码不符.xlsx", "school_year"),
    ]
    for (file, entity) in files {
      print("==", file)
      for line in refusal(file, into: entity, workspace, scratch.context) { print("   ", line) }
    }
    #expect(try workspace.store.chainHead() == head)
    #expect(try workspace.store.verify().isSound)
    try workspace.store.close()
  }
}
