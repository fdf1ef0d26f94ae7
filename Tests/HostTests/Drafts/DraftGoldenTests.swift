import FoundationEssentials
import GoldenFile
import KitModel
import Testing
import WorkbookMaker

@testable import dudao

/// Forms drafted from blank workbooks as people make them: what is guessed, what is refused, and that the draft can be
/// sent out at once.
@Suite("Forms drafted from blank workbooks")
struct DraftGoldenTests {
  @Test("Drafted, and sent out at once", arguments: UILanguage.allCases)
  func everythingReadsAsItShould(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let office = try SmallOffice(folder + "/区", language)
      try Self.tables(office)
      try Self.records(office)
      try Self.refusals(office)
      return office.said.replacing(folder, with: "<folder>")
    }
    let golden = GoldenFile("drafts.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }

  /// A heading in two rows, drop-downs, a unit column, title and guide.
  private static func tables(_ office: SmallOffice) throws {
    try put(
      office, "食堂.xlsx",
      [
        [
          ["附件2"], ["2024年秋季校点食堂情况统计表"], ["没有的填 0。"], ["填报单位："],
          ["序号", "校点名称", "是否自办*", "供餐方式", "就餐人数（人）", "", "投入经费（万元）", "入学率", "检查日期", "true: \"x\""],
          ["", "", "", "", "女生", "寄宿生"], ["1"], ["2"], ["填表说明：一、略"],
        ]
      ],
      behind: """
        <mergeCells><mergeCell ref="A2:J2"/><mergeCell ref="A3:J3"/><mergeCell ref="A5:A6"/><mergeCell ref="B5:B6"/>\
        <mergeCell ref="C5:C6"/><mergeCell ref="D5:D6"/><mergeCell ref="E5:F5"/><mergeCell ref="G5:G6"/>\
        <mergeCell ref="H5:H6"/><mergeCell ref="I5:I6"/><mergeCell ref="J5:J6"/></mergeCells>\
        <dataValidations><dataValidation type="list" sqref="D7:D40"><formula1>"自营,托管"</formula1></dataValidation>\
        <dataValidation type="list" sqref="C7:C40"><formula1>"是,否"</formula1></dataValidation>\
        <dataValidation type="whole" sqref="E7:E40"><formula1>0</formula1><formula2>5000</formula2></dataValidation>\
        <dataValidation type="decimal" operator="greaterThanOrEqual" sqref="G7:G40"><formula1>0.5</formula1></dataValidation>\
        <dataValidation type="date" sqref="I7"><formula1>1</formula1></dataValidation></dataValidations>
        """)
    office.run("报表 新建 食堂.xlsx")
    try show(office, "xiao_dian_shi_tang_qing_kuang")
    office.run("报表 下发 校点食堂情况统计表 2024秋 --only 东校")
    office.run("报表 新建 食堂.xlsx")
    office.run("报表 新建 食堂.xlsx canteen")
  }

  /// One question below the other, and a list with a row that is filled in.
  private static func records(_ office: SmallOffice) throws {
    try put(
      office, "安全.xlsx",
      [[["安全检查（2024年9月）"], ["项目", "填写"], ["学生数"], ["检查日期"], ["是否合格"], ["隐患数*"], ["整改"], ["注：以上必填"]]],
      behind: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
    office.run("form new 安全.xlsx safety")
    try show(office, "safety")
    office.run("form out safety 2024-09 --only 东校")
    try put(office, "培训.xlsx", [[["培训名称", "学时", "参训率", "时间"], ["读书会", "2", "98%", "2024-09-01"]]])
    office.run("form new 培训.xlsx")
    try show(office, "pei_xun")
    office.run("form out 培训 2024 --only 东校")
  }

  private static func refusals(_ office: SmallOffice) throws {
    office.run("form new 没有.xlsx")
    try put(office, "空.xlsx", [[["随便写的"]]])
    office.run("form new 空.xlsx")
    try put(office, "两张.xlsx", [[["姓名", "职务"]], [["甲", "乙"]]])
    office.run("form new 两张.xlsx")
    office.run("form new 两张.xlsx --sheet 表二 second", options: ["--dry-run"])
    office.run("form new 两张.xlsx --sheet 表三")
    office.run("form new 两张.xlsx 表二 --sheet 表二")
    try put(office, "单位.xlsx", [[["序号", "校点名称"]]])
    office.run("form new 单位.xlsx")
    let sheet = try Data(contentsOf: URL(filePath: office.folder + "/空.xlsx"))
    let entries = ["一.xlsx", "二.xlsx"].map { ZipMaker.Entry($0, [UInt8](sheet)) }
    try Data(ZipMaker.zip(entries)).write(to: URL(filePath: office.folder + "/包.zip"))
    office.run("form new 包.zip")
    try office.write(
      office.folder + "/plugins-beside/Small/entities.yaml",
      "entities:\n  - {id: bare, label: 无名, key: [code], fields: [{id: code, label: 编码, type: text}]}\n")
    try FileManager.default.removeItem(atPath: office.folder + "/forms")
    office.run("form new 培训.xlsx")
  }

  private static func show(_ office: SmallOffice, _ id: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: office.folder + "/forms/\(id).yaml"))
    office.remark(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\n# "))
  }

  private static func put(
    _ office: SmallOffice, _ name: String, _ sheets: [[[String]]], behind: String = ""
  ) throws {
    var maker = WorkbookMaker()
    maker.sheets = []
    for (index, rows) in sheets.enumerated() {
      maker.add(["表一", "表二"][index], rows: xml(rows), after: behind)
    }
    try Data(maker.bytes).write(to: URL(filePath: office.folder + "/" + name))
  }

  private static func xml(_ rows: [[String]]) -> String {
    rows.enumerated().map { row, texts in
      let cells = texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let place = String(UnicodeScalar(UInt8(65 + column))) + String(row + 1)
        return
          #"<c r="\#(place)" t="inlineStr"><is><t xml:space="preserve">\#(WorkbookMaker.escaped(text))</t></is></c>"#
      }
      return #"<row r="\#(row + 1)">\#(cells.joined())</row>"#
    }.joined()
  }
}
