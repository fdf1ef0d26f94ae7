import Foundation
import KitDocuments
import KitFormats
import KitModel

/// `papers FORMAT COUNT FOLDER`: writes that many notices, as the office sends them after an inspection.
///
/// What stands in them is invented; `notices.json` says it again for the peers, so that both make the same.
@main
enum Papers {
  struct Notice: Codable {
    var number: String
    var title: String
    var to: String
    var paragraphs: [String]
    var heads: [String]
    var rows: [[String]]
    var office: String
    var date: String
    var copies: String
  }

  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let count = Int(words[2]), count > 0 else {
      print("usage: papers docx|pdf|html|json COUNT FOLDER")
      exit(2)
    }
    let folder = URL(filePath: words[3])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let notices = (1...count).map(notice)
    if words[1] == "json" {
      return try JSONEncoder().encode(notices).write(to: folder.appending(path: "notices.json"))
    }
    guard let format = DocumentFormat(rawValue: words[1]) else { exit(2) }
    let options = WritingOptions(language: .zh, time: Timestamp(seconds: 1_733_097_600))
    let written = try DocumentWriter.write(notices.map(document), format: format, options: options)
    for (index, file) in written.enumerated() {
      try Data(file.bytes).write(to: folder.appending(path: "\(index + 1).\(format.rawValue)"))
    }
  }

  private static func notice(_ number: Int) -> Notice {
    let school = "第\(number)小学"
    let found = "督导组发现你校“五项管理”落实不到位：作业公示未做到每日更新，课后服务台账缺第\(number % 9 + 1)周记录，"
    return Notice(
      number: "某教督〔2024〕\(number)号", title: "关于\(school)开学工作专项督导问题的整改通知", to: school,
      paragraphs: (1...6).map { "\($0).\(found)食堂留样记录不全。请在\($0 + 5)个工作日内完成整改，并书面报告责任督学核验。" },
      heads: ["序号", "问题", "整改措施", "责任人", "时限"],
      rows: (1...12).map { ["\($0)", "作业公示第\($0)周缺项", "补齐公示并逐日更新", "王小明", "2024年10月\($0)日"] },
      office: "某区人民政府教育督导室", date: "2024-09-05", copies: "区教委办公室，各责任督学")
  }

  private static func document(_ notice: Notice) -> Document {
    let day = CalendarDate(iso: notice.date) ?? .epoch
    let columns = notice.heads.enumerated().map {
      Column(id: "c\($0)", label: Label(zh: $1, en: $1), type: .text)
    }
    let table = Table(columns: columns, rows: notice.rows.map { row in Table.Row(row.map { .text($0) }) })
    var blocks: [Document.Block] = [.heading(notice.title, level: 1), .official(.addressee(notice.to))]
    blocks += notice.paragraphs.map { .paragraph($0) }
    blocks.append(.table(table, title: "整改清单"))
    blocks.append(.official(.signature(Signature(organs: [notice.office], date: day))))
    var document = Document(blocks, layout: .official)
    document.masthead = Masthead(organ: [notice.office + "文件"], number: notice.number)
    document.colophon = Colophon(copyTo: notice.copies, printedBy: notice.office, printedOn: day)
    return document
  }
}
