import GoldenFile
import KitModel
import Testing

@testable import KitDocuments

/// Templates become documents, and what is wrong in one is told with its line.
@Suite struct TemplateTests {
  static let values: [String: TemplateValue] = [
    "unit": .text("甲镇"), "score": .text("# 83.5\n## 84"), "has_lost": .flag(true), "is_example": .flag(false),
    "notes": .items([["note": .text("一票否决")], ["note": .text("- 缺分 <b>")]], names: ["note"]),
  ]
  static let names = ["单位": "unit", "得分": "score"]

  static func document(_ text: String) throws -> Document {
    let lost = Table(
      columns: [Column(id: "name", label: Label(zh: "指标", en: "Indicator"), type: .text)],
      rows: [Table.Row([.text("班额")])])
    return try DocumentTemplate(text, file: "templates/反馈报告.md", language: .zh).document(
      values, names: names, tables: ["lost": lost]
    ) { query in
      if query.text.contains("撤回") { return Table(columns: []) }
      if query.text.contains("文字") { return lost }
      if query.text.contains("坏") { throw Diagnostic(DocumentMessages.blockEmpty) }
      return Table(
        columns: [Column(id: "n", label: Label(zh: "个数", en: "Count"), type: .integer)],
        rows: [Table.Row([.integer(Int64(query.text.count))])])
    }
  }

  @Test func aTemplateBecomesADocument() throws {
    let document = try Self.document(
      """
      # {{单位}}反馈报告
      {{! 给办公室看的话，不出现在报告里 }}
      - **得分** {{得分}}
      - **单位** {{ unit }}
      {{#has_lost}}

      ## 失分
      从多到少，
      一共几项。
      ```table lost 失分情况
      ```
      {{/has_lost}}
      {{#is_example}}
      示例。
      {{/is_example}}
      {{^is_example}}
      two lines
      of English
      {{/is_example}}
      {{#notes}}
      - {{note}}
      {{/notes}}
      ```dudao 本年问题
      问题 | 筛选 单位 == $unit
      ```
      ```dudao
      问题 | 筛选 状态 == "撤回"
      ```
      ```
      # 原样
      ```
      """)
    let told = document.blocks.map { block in
      switch block {
      case .heading(let text, let level): "h\(level) \(text)"
      case .paragraph(let text): "p \(text)"
      case .list(let items): "list " + items.joined(separator: " / ")
      case .facts(let facts): "facts " + facts.map { "\($0.name)=\($0.value)" }.joined(separator: " / ")
      case .table(let table, let title): "table \(title ?? "—") \(table.rows.count)"
      case .code(let text): "code \(text)"
      case .grid, .figure, .chart, .official, .section: "\(block)"
      }
    }
    #expect(
      told == [
        "h1 甲镇反馈报告", "facts 得分=# 83.5 ## 84 / 单位=甲镇", "h2 失分", "p 从多到少，一共几项。", "table 失分情况 1",
        "p two lines of English", "list 一票否决 / - 缺分 <b>", "table 本年问题 1", "p （没有）", "code # 原样",
      ])
  }

  /// A block says what is on the paper beside its text; the parts come to their places.
  @Test func aTemplateBecomesAnOfficialPaper() throws {
    let document = try Self.document(
      """
      ```公文
      发文机关标志：云岭区教育督导室文件
      发文字号：
      签发人：罗启超
      主送：{{单位}}
      附件：整改清单
      附件：评分表
      署名：云岭区教育督导室
      成文日期：2024年9月5日
      印章：无
      附注：联系人：王小明
      抄送：区教委
      printed_by: 云岭区教育督导室
      标题编号：是
      ```
      # 整改通知书
      ## 问题
      请整改。
      ```图 柱状 各项
      问题
      ```
      ```附件 整改清单
      ```
      ```table lost
      ```
      """)
    #expect(document.layout == .official && document.numbersHeadings)
    #expect(document.masthead == Masthead(organ: ["云岭区教育督导室文件"], signers: ["罗启超"]))
    let printed = Colophon(copyTo: "区教委", printedBy: "云岭区教育督导室", printedOn: Papers.day(2024, 9, 5))
    #expect(document.colophon == printed)
    let parts = document.blocks.map { block in
      switch block {
      case .heading(let text, _): text
      case .paragraph(let text): text
      case .official(let part): "\(part)".prefix { $0 != "(" }.description
      case .chart(let chart): "chart \(chart.kind) \(chart.title ?? "") \(chart.series.map(\.values))"
      case .table: "table"
      default: "?"
      }
    }
    #expect(
      parts == [
        "整改通知书", "addressee", "问题", "请整改。", "chart bar 各项 [[Optional(2.0)]]", "attachments", "signature",
        "annotation", "attachment", "table",
      ])
    guard case .official(.attachment("整改清单", nil)) = document.blocks[8] else {
      Issue.record("\(document.blocks[8])")
      return
    }
  }

  /// A value is data: it opens no heading, no list and no query of its own.
  @Test func aValueIsNeverMarkup() throws {
    let document = try Self.document("{{得分}}\n")
    guard case .paragraph(let alone)? = document.blocks.first, document.blocks.count == 1 else {
      Issue.record("\(document)")
      return
    }
    #expect(alone == "# 83.5 ## 84")
    // Within a line nothing has to keep it from being markup, so nothing is put before it.
    let within = try Self.document("共 {{得分}} 分\n\n- {{得分}}\n\n```表格\n分\n{{得分}}\n```\n")
    guard within.blocks.count == 3, case .paragraph(let text) = within.blocks[0],
      case .list(let items) = within.blocks[1], case .grid(let grid) = within.blocks[2]
    else {
      Issue.record("\(within)")
      return
    }
    #expect(text == "共 # 83.5 ## 84 分")
    #expect(items == ["# 83.5 ## 84"])
    #expect(grid.rows.last?.first?.text == "# 83.5 ## 84")
  }

  /// Whoever wrote the value ended it as a sentence; the template does so too.
  @Test func aSentenceEndsOnce() throws {
    let document = try DocumentTemplate("{{问题}}。另：{{问题}}，{{问题}}再看。\n\n{{问题}}", file: "x.md", language: .zh)
      .document(["问题": .text("台账不全。")], tables: [:]) { _ in Table(columns: []) }
    guard document.blocks.count == 2, case .paragraph(let text) = document.blocks[0],
      case .paragraph(let alone) = document.blocks[1]
    else {
      Issue.record("\(document)")
      return
    }
    #expect(text == "台账不全。另：台账不全，台账不全。再看。")
    #expect(alone == "台账不全。")
  }

  @Test(arguments: UILanguage.allCases) func faultsAreTold(language: UILanguage) throws {
    let texts = [
      "# {{单位}}\n\n{{等第}} {{#has_lots}}x{{/has_lots}}", "{{#has_lost}}\n没有收尾", "第一行\n{{单位",
      "```table marks\n```", "# 标题\n```table lost", "```dudao 空\n\n```",
      "```dudao\n问题 | 筛选 单位 == {{unit}}\n```",
      "# 一\n{{#has_lost}}\n\n```dudao\n坏\n```\n{{/has_lost}}",
      "# 一\n```公文\n发文字号：{{得分}}\n抬头 各校\n成文日期：九月\n```", "```图 饼 得分\n问题\n```", "```图 柱状\n文字\n```",
      "正文\n```图片 校门.png 校门\n```",
      "# 一\n```公文\n主送：甲校\n主送：乙校\n```", "# 一\n```公文\n抄送：区教委\n密级：秘密\n署名：督导室\n印发机关：\n```",
      "# 一\n```公文\n印发机关：督导室\n```",
    ]
    var lines: [String] = []
    for text in texts {
      lines.append(text.replacing("\n", with: "⏎"))
      do {
        _ = try Self.document(text)
        lines.append("没有说")
      } catch let faults as Diagnostics {
        lines += faults.all.map { DiagnosticRenderer(language: language, source: "").text($0) }
      } catch let fault as Diagnostic {
        lines.append(DiagnosticRenderer(language: language, source: "").text(fault))
      }
    }
    do {
      _ = try DocumentFormat.list("md, pdfx")
    } catch {
      lines.append(DiagnosticRenderer(language: language, source: "").text(error))
    }
    #expect(try DocumentFormat.list("html，xlsx html") == [.html, .xlsx])
    let told = lines.joined(separator: "\n") + "\n"
    let kept = try GoldenFile("template-faults.\(language.rawValue).txt", besides: #filePath).text(
      recording: told)
    #expect(told == kept)
  }
}
