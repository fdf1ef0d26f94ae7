import Foundation
import GoldenFile
import KitModel
import Testing

@testable import dudao

/// What is said when sheets, rubrics and decisions of an assessment do not go together.
@Suite("Assessments that do not go together")
struct AssessmentFaultTests {
  private static let clerk = "叶雨桐"
  private static let scorer = "罗启超"
  private static let approver = "周敬之"

  private func check(_ name: String, _ desk: AssessmentDesk) throws {
    let text = desk.text
    let golden = GoldenFile("\(name).\(desk.language).txt", besides: #filePath)
    #expect(text == (try golden.text(recording: text)))
  }

  @Test("A rubric changed after sheets went out", arguments: UILanguage.allCases)
  func rubricChanged(language: UILanguage) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      var desk = AssessmentDesk(folder: workspace, language: language)
      let (clerk, own) = (Self.clerk, "rubrics/duty-2024.yaml")
      let folders = [
        ("履职自评", "2024-11-04", "自评"), ("履职督导室实地核查", "2024-11-20", "督导室"),
        ("履职教委科室", "2024-11-20", "教委科室"), ("履职区级部门数据", "2024-11-20", "区级部门"),
      ]
      desk.remark("a sheet that shows what nobody has entered yet")
      desk.run(clerk, "2024-11-04", "form", "out", "履职督导室实地核查", "2024年")
      for (form, sent, place) in folders {
        desk.run(clerk, sent, "form", "out", form, "2024年", quietly: true)
        desk.run(clerk, "2024-11-29", "form", "collect", "data/履职2024/" + place, quietly: true)
      }
      desk.run(clerk, "2024-11-29", "form", "out", "履职责任督学", "2024年", quietly: true)
      desk.remark("a mark that is none of those allowed")
      try desk.fill(
        "data/履职2024/督导室/云台街道-履职督导室实地核查-2024年.xlsx", as: "收/档次.xlsx", ["I6": "1.5"])
      desk.run(clerk, "2024-11-30", "form", "check", "收/档次.xlsx")
      desk.remark("full marks, a rule and the way a figure is asked for")
      try desk.takeRubric("2024.yaml", of: "TownshipDuty", as: "duty-2024.yaml")
      try desk.edit(
        own, "english: Places and lay-out of schools\n        full: 5", "english: Places\n        full: 6")
      try desk.edit(
        own, "english: Findings of last year mended\n        full: 4", "english: Mended\n        full: 3")
      try desk.edit(own, "target: 95%", "target: 90%")
      try desk.edit(own, "steps: [0, 2, 4]", "steps: [0, 1, 4]")
      try desk.edit(own, "unit: 次}\n        rule: {kind: bands", "unit: 会次}\n        rule: {kind: bands")
      desk.run(Self.scorer, "2024-12-02", "duty", "score", "2024")
      desk.run(Self.scorer, "2024-12-02", "duty", "feedback", "2024")
      desk.run(clerk, "2024-12-02", "form", "status", "履职自评", "2024年")
      desk.run(clerk, "2024-12-02", "form", "status", "履职责任督学", "2024年")
      desk.remark("the sheets are sent again, and one comes back")
      desk.run(clerk, "2024-12-02", "form", "out", "履职自评", "2024年")
      desk.run(clerk, "2024-12-02", "form", "out", "履职责任督学", "2024年")
      try desk.fill(
        "exports/履职自评-2024年/东山街道-履职自评-2024年.xlsx", as: "收/东山街道.xlsx", ["F5": "5.5", "F6": "4"])
      desk.run(clerk, "2024-12-03", "form", "check", "收/东山街道.xlsx")
      desk.run(clerk, "2024-12-03", "form", "collect", "收/东山街道.xlsx", "--replace")
      desk.run(Self.scorer, "2024-12-04", "duty", "score", "2024")
      desk.remark("the sheet of before is not taken; the file stays where those of its form are")
      try desk.fill("data/履职2024/自评/云台街道-履职自评-2024年.xlsx", as: "收/旧表.xlsx", ["F5": "3"])
      desk.run(clerk, "2024-12-03", "form", "collect", "收/旧表.xlsx")
      desk.lines += try kept(workspace + "/data/收件")
      desk.remark("a dash is nothing, and no place of a figure gets lost silently")
      let sheet = "exports/履职自评-2024年/云台街道-履职自评-2024年.xlsx"
      try desk.fill(sheet, as: "收/云台街道.xlsx", ["F5": "'—", "F6": "'　"])
      desk.run(clerk, "2024-12-03", "form", "check", "收/云台街道.xlsx")
      try desk.fill(sheet, as: "收/云台街道.xlsx", ["F5": "4.123456", "F6": "4"])
      desk.run(clerk, "2024-12-03", "form", "check", "收/云台街道.xlsx")
      try check("rubric-changed", desk)
    }
  }

  @Test("Data of a year that is sealed", arguments: UILanguage.allCases)
  func sealed(language: UILanguage) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      var desk = AssessmentDesk(folder: workspace, language: language)
      for (form, place) in [
        ("履职自评", "自评"), ("履职督导室实地核查", "督导室"), ("履职教委科室", "教委科室"), ("履职区级部门数据", "区级部门"),
      ] {
        desk.run(
          Self.clerk, form == "履职自评" ? "2023-12-04" : "2023-12-20", "form", "out", form, "2023年",
          quietly: true)
        desk.run(Self.clerk, "2024-01-05", "form", "collect", "data/履职2023/" + place, quietly: true)
      }
      desk.remark("a decision about who is not assessed, one that is still to come, one without a number")
      desk.run(
        Self.scorer, "2024-01-08", "-c",
        """
        新建 duty.veto 年度=2023年 单位=云台小学 指标=V1 事项=事故 决定机关=区政府 决定文号=1号 决定日期=2024-01-02; \
        新建 duty.veto 年度=2023年 单位=东山街道 指标=V1 事项=事故 决定机关=区政府 决定文号=2号 决定日期=2024-02-20; \
        新建 duty.veto 年度=2023年 单位=云台街道 指标=V1 事项=事故 决定机关=区政府 决定文号=" " 决定日期=2024-01-02; \
        新建 duty.exemption 年度=2023年 单位=云台小学 指标=A1 理由=无 决定人=周敬之 决定日期=2024-01-02
        """)
      desk.run(Self.scorer, "2024-01-08", "duty", "score", "2023")
      desk.run(Self.scorer, "2024-01-07", "duty", "feedback", "2023")
      desk.run(Self.scorer, "2024-01-09", "duty", "feedback", "2023", quietly: true)
      desk.run(Self.approver, "2024-01-17", "duty", "approve", "2023", quietly: true)
      desk.remark("no sheets of a decided year")
      desk.run(Self.clerk, "2024-01-17", "form", "out", "履职自评", "2023年")
      desk.run(Self.scorer, "2024-01-16", "duty", "announce", "2023")
      desk.run(Self.scorer, "2024-01-18", "duty", "announce", "2023", quietly: true)
      desk.run(Self.approver, "2024-01-26", "seal", "duty", "2023", quietly: true)
      desk.remark("a sheet that comes too late stays where it is")
      try desk.fill("data/履职2023/自评/东山街道-履职自评-2023年.xlsx", as: "收/东山街道.xlsx", ["F5": "1"])
      desk.run(Self.clerk, "2024-02-01", "form", "collect", "收/东山街道.xlsx", "--replace")
      desk.lines.append(contentsOf: try kept(workspace + "/data/收件"))
      desk.remark("an entry that is changed all the same is marked beside the sealed mark")
      desk.run(
        Self.clerk, "2024-02-01", "-c",
        "履职.评分 | 筛选 年度 == 2023年 且 单位.名称 == \"东山街道\" 且 指标 == \"A4\" 且 评价主体 == \"self\" | 更新 填报值 = 0")
      desk.run(Self.scorer, "2024-02-02", "explain", "duty", "2023", "东山街道", "A4")
      desk.run(Self.scorer, "2024-02-02", "explain", "duty", "2023", "东山街道", "D1")
      desk.run(Self.scorer, "2024-02-02", "diff", "duty", "2023")
      desk.run(Self.clerk, "2024-02-03", "undo", quietly: true)
      desk.run(Self.scorer, "2024-02-03", "explain", "duty", "2023", "东山街道", "A4")
      desk.remark("papers of a decided year are those of its rubric, whatever becomes of the file")
      try desk.takeRubric("2023.yaml", of: "TownshipDuty", as: "duty-2023.yaml")
      try desk.edit("rubrics/duty-2023.yaml", "id: A4", "id: A9")
      desk.run(Self.scorer, "2024-02-03", "duty", "report", "2023", "东山街道", quietly: true)
      desk.run(Self.scorer, "2024-02-03", "explain", "duty", "2023", "东山街道", "A4")
      desk.run(Self.scorer, "2024-02-03", "duty", "simulate", "2023", "东山街道", "A4=1")
      try desk.edit("rubrics/duty-2023.yaml", "year: 2023", "year: \"2023")
      desk.run(Self.scorer, "2024-02-03", "explain", "duty", "2023", "东山街道", "A4")
      desk.remark("a file that cannot be read might be the one that counts: none counts instead of it")
      desk.run(Self.scorer, "2024-02-03", "duty", "score", "2024")
      desk.run(Self.scorer, "2024-02-03", "duty", "indicators", "2024", quietly: true)
      desk.remark("nor is one of two taken")
      try desk.edit("rubrics/duty-2023.yaml", "year: \"2023", "year: 2024")
      try desk.takeRubric("2024.yaml", of: "TownshipDuty", as: "duty-2024.yaml")
      desk.run(Self.scorer, "2024-02-03", "duty", "score", "2024")
      desk.remark("nor one of nobody")
      try desk.edit("rubrics/duty-2024.yaml", "plugin: duty", "plugin: dutty")
      desk.run(Self.scorer, "2024-02-03", "duty", "score", "2024")
      desk.remark("what a decision needs")
      for words in [["", "号", "理由"], ["机关", " ", "理由"], ["机关", "号", "　"]] {
        desk.run(
          Self.approver, "2024-03-01", "duty", "reopen", "2023", "--body", words[0], "--number", words[1],
          "--date", "2024-02-28", "--reason", words[2])
      }
      desk.run(
        Self.approver, "2024-03-01", "duty", "reopen", "2023", "--body", "机关", "--number", "号", "--date",
        "2024-03-02", "--reason", "理由")
      try check("sealed-data", desk)
    }
  }

  private func kept(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xlsx") }.sorted()
  }

  @Test("Decisions that are none", arguments: UILanguage.allCases)
  func decisions(language: UILanguage) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("only-data", into: folder)
      var desk = AssessmentDesk(folder: workspace, language: language)
      let rubric = "plugins-beside/care/rubrics/2024.yaml"
      try desk.edit(
        rubric, "full: 20, rule: {kind: points}",
        "full: 20, rule: {kind: points, steps: [0, 12, 15, 18, 19, 20]}")
      desk.remark("vetoes and exemptions that decide nothing")
      desk.run(
        Self.scorer, "2024-12-02", "-c",
        """
        新建 care.veto 年度=2024年 单位=甲街道 指标=V9 事项=事故 决定文号=1号 决定日期=2024-11-01; \
        新建 care.veto 年度=2024年 单位=丙镇 指标=A1 事项=事故 决定文号=2号 决定日期=2024-11-01; \
        新建 care.exemption 年度=2024年 单位=甲街道 指标=Z1 理由=没有 决定人=周敬之 决定日期=2024-11-01; \
        新建 care.exemption 年度=2024年 单位=丙镇 指标=B2 理由=没有; \
        care.entry | 筛选 单位.名称 == "戊乡" 且 指标 == "A1" | 更新 填报值 = 13
        """)
      desk.run(Self.scorer, "2024-12-02", "care", "score", "2024")
      desk.remark("a refused mark is no missing one")
      desk.run(Self.scorer, "2024-12-02", "explain", "care", "2024", "戊乡", "A1")
      desk.run(Self.scorer, "2024-12-02", "care", "summary", "2024")
      desk.run(Self.scorer, "2024-12-02", "care", "report", "2024", "戊乡")
      desk.run(Self.scorer, "2024-12-02", "care", "simulate", "2024", "甲街道", "A1=13")
      desk.remark("the day of the first marks is that of the last scoring before feedback")
      desk.run(Self.scorer, "2024-12-03", "care", "score", "2024", quietly: true)
      desk.run(Self.scorer, "2024-12-04", "care", "feedback", "2024", quietly: true)
      desk.run(Self.scorer, "2024-12-06", "care", "score", "2024", quietly: true)
      desk.run(
        Self.scorer, "2024-12-06", "-c", "care.assessment | select year, scored_on, scored_by, feedback_on")
      desk.remark("objections")
      desk.run(Self.clerk, "2024-12-05", "care", "object", "2024", "甲街道", "A1", "--reason", "　")
      desk.run(
        Self.clerk, "2024-12-05", "care", "object", "2024", "甲街道", "A1", "--reason", "有岗", "--date",
        "2024-12-01")
      desk.run(
        Self.clerk, "2024-12-05", "care", "object", "2024", "甲街道", "A1", "--reason", "有岗", "--date",
        "2024-12-07")
      desk.run(
        Self.clerk, "2024-12-05", "care", "object", "2024", "甲街道", "A1", "--reason", "有岗", quietly: true)
      for (day, mark, opinion, person) in [
        ("2024-12-04", "19", "有岗", "沈文静"), ("2024-12-06", "13", "有岗", "沈文静"),
        ("2024-12-06", "19", " ", "沈文静"),
        ("2024-12-06", "19", "有岗", "张三"),
      ] {
        desk.run(person, day, "care", "decide", "2024", "护学2024-001", "--mark", mark, "--opinion", opinion)
      }
      desk.remark(
        "an approval that comes before a decision on an objection, and one of a year with a unit that lacks its total"
      )
      desk.run(
        "沈文静", "2024-12-12", "care", "decide", "2024", "护学2024-001", "--mark", "19", "--opinion", "有岗",
        quietly: true)
      desk.run(Self.scorer, "2024-12-12", "care", "score", "2024", quietly: true)
      desk.run(Self.approver, "2024-12-11", "care", "approve", "2024")
      desk.run(Self.approver, "2024-12-31", "care", "approve", "2024")
      desk.remark("a deadline that is over")
      desk.run(Self.clerk, "2024-12-05", "form", "out", "护学自评", "2024年", "--deadline", "2024-12-01")
      desk.remark("a year without a rubric")
      desk.run(Self.clerk, "2024-12-05", "form", "out", "护学自评", "2025年")
      desk.run(Self.scorer, "2024-12-05", "care", "score", "2025")
      try check("decisions", desk)
    }
  }

  @Test("All that a rubric asks in vain", arguments: UILanguage.allCases)
  func queries(language: UILanguage) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("only-data", into: folder)
      var desk = AssessmentDesk(folder: workspace, language: language)
      let rubric = "plugins-beside/care/rubrics/2024.yaml"
      try desk.edit(rubric, "{A: [A], B1: [B1, B2]}", "{A: [A], B1: [B1, B9]}")
      desk.run(Self.scorer, "2024-12-02", "care", "score", "2024")
      try desk.edit(rubric, "applies: schools > 0", "applies: skools > 0")
      try desk.edit(
        rubric, "full: 10, rule: {kind: deduction", "full: 10, applies: pupils > 0, rule: {kind: deduction")
      try desk.edit(rubric, "where severity ==", "where severeness ==")
      try desk.edit(rubric, "denominator: found}", "denominator: finds}")
      try desk.edit(
        rubric, "{id: schools, label: 学校, english: Schools,",
        "{id: schools, label: 学校, english: Schools, pairs: 'skool | select code, township',")
      desk.run(Self.scorer, "2024-12-02", "care", "indicators", "2024")
      desk.run(Self.scorer, "2024-12-02", "care", "score", "2024")
      desk.remark("together with what is wrong in the file itself")
      try desk.edit(rubric, "round: {at: total, places: 2", "round: {at: total, places: 9")
      desk.run(Self.scorer, "2024-12-02", "care", "score", "2024")
      try check("queries", desk)
    }
  }
}
