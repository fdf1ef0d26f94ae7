import Foundation
import KitModel
import Testing

@testable import dudao

/// Received workbooks filled in, read back by LibreOffice, which calculates their formulas, and by openpyxl.
@Suite("Workbooks filled in by a template")
struct TemplateExportTests {
  private static let hasOffice = Tool.path("soffice") != nil

  private func filled(_ text: String, file: String, _ body: (_ path: String, _ folder: String) throws -> Void)
    throws
  {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("filling", into: folder)
      let capture = Capture()
      let template = workspace + "/templates/汇总表.xlsx"
      let before = FileManager.default.contents(atPath: template)
      let status = Host.run(
        ["--as-of", SampleWorkspace.day, "--person", SampleWorkspace.person, "-c", text],
        in: SampleWorkspace.environment(folder: workspace, capture))
      #expect(status == .done, "\(capture.take())")
      #expect(FileManager.default.contents(atPath: template) == before)
      try body(workspace + "/exports/" + file, folder)
    }
  }

  @Test("Rows are inserted, and LibreOffice adds up all of them", .enabled(if: hasOffice))
  func calculated() throws {
    let text = #"网点 | 选列 网点名称, 网点代码, 开办日期, 人数 | 导出 "a.xlsx" 表样 "汇总表.xlsx" 填表日期 2024-11-23"#
    try filled(text, file: "a.xlsx") { path, folder in
      let sheets = try Tool.sheets(of: path, in: folder)
      #expect(
        sheets["汇总表"] == """
          2024年网点情况汇总表（虚构）,,,,,,
          填表单位：____________        ,,,,,填表日期：,2024年11月23日
          序号,网点名称,基本情况,,人员,,手机
          ,,网点代码,开办日期,人数,占比,
          1,甲一点,0001,1998年9月1日,120,19.4%,
          2,甲二点,0002,2003年3月15日,,,
          3,乙一点,0003,2010年9月1日,88,14.2%,
          4,乙二点,0004,,64,10.3%,
          5,丙一点,0005,2019年9月1日,302,48.8%,
          6,丙二点,0006,2021年9月1日,45,7.3%,
          合计,,,,619,100.0%,
          ,,,,,,
          填表人：        审核人：        联系电话：7290000,,,,,,
          注：本表一式两份。,,,,,,

          """)
      #expect(sheets["首页"] == "总人数,619\n平均,123.8\n负责人,\n")
    }
  }

  @Test("One blank row and listed names: totals take in what was added", .enabled(if: hasOffice))
  func totals() throws {
    try filled(#"网点 | 选列 网点名称, 人数, 备注 | 导出 "b.xlsx" 表样 "一行.xlsx""#, file: "b.xlsx") { path, folder in
      let sheet = try Tool.sheets(of: path, in: folder)["表"]
      #expect(sheet?.contains("合计,619,,,\n") == true, "\(sheet ?? "")")
      #expect(
        sheet?.contains("甲二点,,\"=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\",,0\n") == true, "\(sheet ?? "")")
    }
    try filled(#"网点 | 选列 网点名称, 人数, 达标率 | 导出 "c.xlsx" 表样 "点名表.xlsx""#, file: "c.xlsx") { path, folder in
      let sheet = try Tool.sheets(of: path, in: folder)["表"]
      #expect(
        sheet == """
          某项工作情况表（虚构）,,,
          序号,网点名称,人数,达标率（%）
          1,丙一点,302,66.66
          2,甲 二点,,75
          3,甲一点,120,80.5
          4,丁一点,,
          5,乙一点,88,100
          6,乙二点,64,
          7,丙二点,45,50
          合计,,619,

          """)
    }
  }

  @Test(
    "Totals above, on other sheets and in charts take in rows beyond those that they named",
    .enabled(if: hasOffice))
  func ends() throws {
    try filled(#"网点 | 选列 网点名称, 人数 | 导出 "e.xlsx" 表样 "上合计.xlsx""#, file: "e.xlsx") { path, folder in
      let sheet = try Tool.sheets(of: path, in: folder)["表"]
      #expect(
        sheet == """
          序号,网点名称,人数
          合计,,619
          1,甲一点,120
          2,甲二点,
          3,乙一点,88
          4,乙二点,64
          5,丙一点,302
          6,丙二点,45

          """)
    }
    try filled(#"网点 | 选列 网点名称, 人数 | 导出 "f.xlsx" 表样 "无线.xlsx""#, file: "f.xlsx") { path, folder in
      let sheets = try Tool.sheets(of: path, in: folder)
      #expect(sheets["首页"] == "总人数,619\n")
      #expect(sheets["表"]?.hasPrefix("网点名称,人数,,合计,619\n") == true)
      let script = """
        import openpyxl, re, sys, zipfile
        sheet = openpyxl.load_workbook(sys.argv[1])["表"]
        print(sheet.print_area, [str(rule.sqref) for rule in sheet.conditional_formatting])
        print(re.findall("<(?:c:)?f>(.*?)</", zipfile.ZipFile(sys.argv[1]).read("xl/charts/chart1.xml").decode()))
        """
      if Tool.hasOpenpyxl {
        let output = try Tool.run(Tool.path("python3") ?? "", ["-c", script, path])
        #expect(output == "'表'!$A$1:$B$7 ['B2:B7']\n[\"'表'!B1\", \"'表'!$B$2:$B$7\"]\n")
      }
    }
    try filled(#"网点 | 选列 网点名称, 开办日期, 人数 | 导出 "g.xlsx" 表样 "接着.xlsx""#, file: "g.xlsx") { path, folder in
      let sheet = try Tool.sheets(of: path, in: folder)["表"]
      #expect(sheet?.hasSuffix("丙一点,2019年9月1日,302.0,604\n丙二点,2021年9月1日,45.0,90\n") == true, "\(sheet ?? "")")
    }
  }

  @Test("A form of named cells is filled where the names are", .enabled(if: hasOffice))
  func named() throws {
    let text =
      #"网点 | 筛选 网点名称 = "甲一点" | 选列 网点名称, 人数, `设备值（元）`, 开办日期, 达标率, 平均 = 人数"#
      + #" | 导出 "d.xlsx" 表样 "登记表.xlsx" 填表单位 "督导室""#
    try filled(text, file: "d.xlsx") { path, folder in
      let sheet = try Tool.sheets(of: path, in: folder)["登记表"]
      #expect(
        sheet == """
          网点登记表（虚构）,,,
          填表单位：,督导室,,
          网点名称,甲一点,人数,120
          设备值（万元）,123.456789,,
          开办日期,1998年9月1日,,
          达标率（%）,80.5,平均,60
          备注,,,

          """)
    }
  }

  @Test(
    "openpyxl finds styles, merges, rules, names and comments where they belong",
    .enabled(if: Tool.hasOpenpyxl))
  func openpyxl() throws {
    let text = #"网点 | 选列 网点名称, 网点代码, 开办日期, 人数 | 导出 "a.xlsx" 表样 "汇总表.xlsx""#
    try filled(text, file: "a.xlsx") { path, _ in
      let script = """
        import openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book["汇总表"]
        print(sorted(map(str, sheet.merged_cells.ranges)))
        print(sheet["C5"].value, sheet["D5"].value.date(), sheet["D5"].number_format, sheet["E9"].value, sheet["E11"].value)
        print(sheet["F10"].value, sheet["E11"].comment.text, sheet.row_dimensions[9].height)
        print([sheet.cell(row, 2).border.bottom.style for row in (8, 9, 10)], sheet["B10"].font.name)
        print([str(rule.sqref) for rule in sheet.conditional_formatting], [str(rule.sqref) for rule in sheet.data_validations.dataValidation])
        print(sheet.print_area, sheet.print_title_rows, sheet.freeze_panes, book.defined_names["人数合计"].attr_text)
        print(book["首页"]["B2"].value, book.calculation.fullCalcOnLoad)
        """
      let output = try Tool.run(Tool.path("python3") ?? "", ["-c", script, path])
      #expect(
        output == """
          ['A11:D11', 'A1:G1', 'A2:D2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'G3:G4']
          0001 1998-09-01 yyyy"年"m"月"d"日" 302 =SUM(E5:E10)
          =IF(E10="","",E10/E$11) 自动合计 22.0
          ['thin', 'thin', 'medium'] 仿宋
          ['E5:E10'] ['E5:E10']
          '汇总表'!$A$1:$G$14 $3:$4 C5 汇总表!$E$11
          =AVERAGE(汇总表!$E$5:$E$10) True

          """)
    }
  }
}

/// Programs of others that read what was written.
private enum Tool {
  static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static let hasOpenpyxl: Bool = {
    guard let python = path("python3") else { return false }
    return (try? run(python, ["-c", "import openpyxl; print(1)"])) == "1\n"
  }()

  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Each sheet as csv, calculated anew, cells as shown.
  static func sheets(of path: String, in folder: String) throws -> [String: String] {
    let target = folder + "/csv"
    _ = try run(
      self.path("soffice") ?? "",
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", "--outdir", target,
        path,
      ])
    let stem = String(URL(filePath: path).lastPathComponent.dropLast(5))
    var sheets: [String: String] = [:]
    for leaf in try FileManager.default.contentsOfDirectory(atPath: target) {
      let name = leaf.dropFirst(stem.count + 1).dropLast(4)
      sheets[String(name)] = try String(contentsOfFile: target + "/" + leaf, encoding: .utf8)
    }
    return sheets
  }
}
