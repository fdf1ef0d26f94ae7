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
    let files: [(name: String, entity: String, said: [String])] = [
      (
        "01-未知乡镇.xlsx", "school",
        [
          "H5 “乡镇街道”写的“白路镇”，在乡镇街道里找不到，是不是“白鹿镇”？"
        ]
      ),
      (
        "02-学生数写约数.xlsx", "school_year",
        [
          "F7 “学生数”应是整数，现在是“约300”。"
        ]
      ),
      (
        "03-学段写错.xlsx", "school",
        [
          "D4 “学段”没有“小学校”这一项，是不是“小学”？"
        ]
      ),
      (
        "04-代码重复.xlsx", "school",
        [
          "B4 “09091001”在文件里出现两次，另一处在 B7。",
          "B7 “09091001”在文件里出现两次，另一处在 B4。",
        ]
      ),
      (
        "05-日期不存在.xlsx", "finding",
        [
          "F5 “期限”写的“2024.11.31”不存在：2024年11月没有31日。"
        ]
      ),
      (
        "06-公式无缓存.xlsx", "school_year",
        [
          "F9 “学生数”的公式 =F5+F6 没有存下结果。"
        ]
      ),
      (
        "07-缺名称.xlsx", "school",
        [
          "C6 “名称”必填，这一行空着（09133001）。"
        ]
      ),
      (
        "08-列数不符.csv", "kindergarten",
        [
          "4 这一行有 8 列，表头是 7 列。"
        ]
      ),
      (
        "09-前导零丢失.xlsx", "school_year",
        [
          "B5 “单位”写的 9091001 在学校里找不到；是不是丢了前面的 0：09091001 青石镇中心小学？",
          "B6 “单位”写的 9101001 在学校里找不到；是不是丢了前面的 0：09101001 白鹿镇中心小学？",
          "B7 “单位”写的 9133001 在学校里找不到；是不是丢了前面的 0：09133001 花桥镇初级中学？",
          "B8 “单位”写的 9151001 在学校里找不到；是不是丢了前面的 0：09151001 竹溪镇中心小学？",
          "B9 “单位”写的 9173001 在学校里找不到；是不是丢了前面的 0：09173001 麻柳镇初级中学？",
        ]
      ),
      (
        "10-加密.xlsx", "school",
        [
          "data/faulty/10-加密.xlsx 设了密码，无法读取"
        ]
      ),
      (
        "11-截断.xlsx", "school",
        [
          "data/faulty/11-截断.xlsx 不完整：压缩包的目录缺失，多半没有传完"
        ]
      ),
      (
        "12-双层表头错位.xlsx", "school_year",
        [
          "J5 这一格有内容“38”，上面却没有表头。",
          "J6 这一格有内容“59”，上面却没有表头。",
          "J7 这一格有内容“21”，上面却没有表头。",
          "J8 这一格有内容“24”，上面却没有表头。",
          "J9 这一格有内容“39”，上面却没有表头。",
        ]
      ),
      (
        "13-混合编码.csv", "kindergarten",
        [
          "3 data/faulty/13-混合编码.csv 混有两种编码：第 1 行是 UTF-8，第 3 行是 GBK（GB18030）"
        ]
      ),
      (
        "14-校名与代码不符.xlsx", "school_year",
        [
          "C6 这一格指 09151001 竹溪镇中心小学，同一行的 B6 指 09101001 白鹿镇中心小学，不是同一个单位。",
          "C8 这一格指 09101001 白鹿镇中心小学，同一行的 B8 指 09151001 竹溪镇中心小学，不是同一个单位。",
        ]
      ),
    ]
    for file in files {
      #expect(refusal(file.name, into: file.entity, workspace, scratch.context) == file.said, "\(file.name)")
    }
    #expect(try workspace.store.chainHead() == head)
    #expect(try workspace.store.verify().isSound)
    try workspace.store.close()
  }
}
