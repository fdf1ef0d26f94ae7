import KitModel
import Testing

@testable import KitLanguage

/// What may stand at the cursor, which is marked `‸` in the text.
@Suite struct CursorTests {
  struct Place: CustomTestStringConvertible, Sendable {
    let marked: String
    let expected: String
    init(_ marked: String, _ expected: String) {
      self.marked = marked
      self.expected = expected
    }
    var testDescription: String { marked }
    var context: CursorContext {
      let text = marked.filter { $0 != "‸" }
      let offset = marked.prefix { $0 != "‸" }.utf8.count
      return CursorContext(text, offset)
    }
  }

  static let places: [Place] = [
    Place("‸", "statementStart ''"), Place("le‸", "statementStart 'le'"),
    Place("school; pr‸", "statementStart 'pr'"),
    Place("if x { ‸", "statementStart ''"), Place("let x = sch‸", "value 'sch'"),
    Place("print (‸", "value ''"),
    Place("let ‸", "newName ''"), Place("for z in zo‸", "value 'zo'"),
    Place("school ‸", "afterName school ''"),
    Place("school | ‸", "stageName ''"), Place("学校｜筛‸", "stageName '筛'"),
    Place("school | wh‸ | count", "stageName 'wh'"),
    Place("school | where ‸", "operand '' in where"), Place("学校|筛选得‸", "operand '得' in where"),
    Place("school | where na‸", "operand 'na' in where"),
    Place("school | where name ‸", "afterOperand '' in where"),
    Place("school | where name == ‸", "operand beside name '' in where"),
    Place("学校 | 筛选 学段 == \"小‸", "operand beside 学段 '小' in where quote \""),
    Place("学校 | 筛选 学段 属于 (“小学”, “初‸", "operand beside 学段 '初' in where quote “"),
    Place("学校 | 筛选 学段 属于 (‸", "among beside 学段 '' in where"),
    Place("学校 | 筛选 学段 属于 (“小‸", "among beside 学段 '小' in where quote “"),
    Place("school | where zone.‸", "member zone '' in where"),
    Place("school | where zone.na‸", "member zone 'na' in where"),
    Place("school | where x > 3 且na‸", "operand 'na' in where"),
    Place("school | where x > 3 a‸", "afterOperand 'a' in where"),
    Place("school | where x in ‸", "relation '' in where"), Place("school | select ‸", "column '' in select"),
    Place("school | select name, zo‸", "column 'zo' in select"),
    Place("school | select y = ‸", "operand '' in select"),
    Place("school | derive ‸", "newName '' in derive"), Place("school | sort -‸", "operand '' in sort"),
    Place("school | sort name ‸", "afterOperand '' in sort"), Place("school | drop ‸", "column '' in drop"),
    Place("school | take ‸", "count '' in take"), Place("school | top 3 ‸", "afterOperand '' in top"),
    Place("school | top 3 by ‸", "operand '' in top"), Place("school | top 3 by x per ‸", "column '' in top"),
    Place("school | group zone ‸", "afterOperand '' in group"),
    Place("school | group zone { n = ‸", "operand '' in group"),
    Place("school | group zone { n = sum(‸", "operand '' in group call sum"),
    Place("school | derive n = count(visit where ‸", "operand '' in derive call count(1 where)"),
    Place("school | join ‸", "relation '' in join"), Place("school | join vi‸", "relation 'vi' in join"),
    Place("school | join visit on ‸", "operand '' in join"), Place("school | into ‸", "relation '' in into"),
    Place("school | total ‸", "column '' in total"), Place("school | rename a = ‸", "column '' in rename"),
    Place("param x: ‸", "typeName ''"), Place("print $‸", "variable ''"),
    Place("print $te‸", "variable 'te'"),
    Place("import ./da‸", "argument import 'da'".replacing("'da'", with: "'./da'")),
    Place("import a.csv --in‸", "argument import (1) '--in'"),
    Place("import a.csv --into=sch‸", "argument import (1) into= 'sch'"),
    Place("import \"收件/‸", "argument import '收件/' quote \""),
    Place("import a.csv ‸", "argument import (1) ''"),
    Place("school | export ‸", "argument '' in export"),
    Place("school | export \"‸", "argument '' in export quote \""),
    Place("school | to cs‸", "argument 'cs' in to"), Place("help wh‸", "argument 'wh'"),
    Place("x == `在‸", "operand beside x '在' quote `"), Place("school # wh‸", "nothing ''"),
    Place("school | where ) | ‸", "stageName ''"),
    Place("school | foo bar | where na‸", "operand 'na' in where"),
    Place("print 1\nschool | sort ‸\nprint 2", "operand '' in sort"),
  ]

  @Test(arguments: places) func cursorStandsWhereItSays(place: Place) {
    #expect(Self.described(place.context) == place.expected)
  }

  static func described(_ context: CursorContext) -> String {
    let position =
      switch context.position {
      case .operand(let left?): "operand beside \(CanonicalFormatter(language: .en).text(left))"
      case .operand(nil): "operand"
      case .among(let left?): "among beside \(CanonicalFormatter(language: .en).text(left))"
      case .among(nil): "among"
      case .member(let names): "member \(names.map(\.text).joined(separator: "."))"
      case .afterName(let name): "afterName \(name.text)"
      case .argument(let command, let given, let option):
        "argument" + (command.map { " \($0.text)" } ?? "") + (given.isEmpty ? "" : " (\(given.count))")
          + (option.map { " \($0)=" } ?? "")
      case .statementStart: "statementStart"
      case .value: "value"
      case .stageName: "stageName"
      case .relation: "relation"
      case .afterOperand: "afterOperand"
      case .column: "column"
      case .variable: "variable"
      case .count: "count"
      case .typeName: "typeName"
      case .newName: "newName"
      case .nothing: "nothing"
      }
    let call = context.call.map { call in
      let inside =
        (call.arguments.isEmpty ? "" : "(\(call.arguments.count)") + (call.isInCondition ? " where)" : "")
      return " call \(call.name.text)\(inside)"
    }
    return "\(position) '\(context.partial)'" + (context.stage.map { " in \($0.rawValue)" } ?? "")
      + (call ?? "")
      + (context.quote.map { " quote \($0)" } ?? "")
  }

  @Test func prefixOfThePipelineIsThere() throws {
    let text = "学校 | 筛选 学生数 > 500 | 增列 生师比 = 学生数 / 专任教师数 | 排序 生"
    let context = CursorContext(text, text.utf8.count)
    let pipeline = try #require(context.pipeline)
    #expect(pipeline.stages.count == 2)
    #expect(pipeline.stage == .sort)
    guard case .relation(let relation) = pipeline.source, case .path(let path) = relation.kind else {
      Issue.record("no source")
      return
    }
    #expect(path.single?.text == "学校")
    #expect(context.word.slice(of: text) == "生")
  }

  @Test func innerPipelineHasItsOwnPrefix() {
    let text = "学校 | 存在 (问题 | 筛选 状"
    let context = CursorContext(text, text.utf8.count)
    #expect(context.pipelines.count == 2)
    #expect(context.pipelines.first?.stage == .semi)
    #expect(context.stage == .where)
  }

  /// Wherever the cursor is, the word is within the text and ends at the cursor.
  @Test(arguments: ReferenceTests.questions) func everyOffsetHasAPlace(question: String) {
    let bytes = Array(question.utf8)
    for offset in 0...bytes.count where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
      let context = CursorContext(question, offset)
      #expect(context.word.end == offset && context.word.start >= 0, "\(offset)")
      #expect(context.position != .nothing, "\(question.prefix(offset))")
    }
  }
}
