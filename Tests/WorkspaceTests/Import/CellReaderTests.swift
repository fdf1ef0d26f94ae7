import KitFormats
import KitModel
import Testing

@testable import KitWorkspace

@Suite struct CellReaderTests {
  /// What a cell comes to: its stored form, or the id of the fault; then the normalisations counted.
  private func read(
    _ text: String, _ type: DataType, kind: RowBatch.Kind = .text, percentHeading: Bool = false,
    change: (inout FieldDeclaration) -> Void = { _ in }
  ) -> String {
    var field = FieldDeclaration(id: "f", label: Label(zh: "字段", en: "Field"), type: type)
    change(&field)
    let tally = NormalisationTally()
    var index = ReferenceIndex(label: Label(zh: "学校", en: "School"))
    index.add(key: "09091001", name: "青石镇中心小学", spellings: ["青石镇中心小学", "青石小学", "青石完小"])
    index.add(key: "09101001", name: "白鹿镇中心小学", spellings: ["白鹿镇中心小学", "中心小学"])
    index.add(key: "09101002", name: "白鹿镇第二小学", spellings: ["白鹿镇第二小学", "中心小学"])
    let reader = CellReaders.reader(field, tally: tally, headingPower: percentHeading ? -2 : 0, index: index)
    var bytes = Array(text.utf8)
    let result = bytes.withUnsafeMutableBufferPointer { buffer -> String in
      switch reader.read(UnsafeBufferPointer(buffer), kind: kind) {
      case .value(let value): value.string ?? "∅"
      case .fault(let fault): "!" + fault.message.id.replacing("workspace.cell-", with: "")
      }
    }
    return ([result] + tally.made.map { "\($0.normalisation)" }).joined(separator: " ")
  }

  @Test(arguments: [
    ("12", "12"), (" -3 ", "-3"), ("０１２", "12 fullWidth"), ("1,234", "1234 separators"),
    ("1,23", "!not-integer"),
    ("12人", "12 unit"), ("12 人", "12 unit"), ("1.2万", "12000 tenThousand"), ("12.0", "12"),
    ("12.5", "!not-integer"), ("约300", "!not-integer"), ("300余", "!not-integer"), ("", "∅"), ("　", "∅"),
    ("—", "∅ dashEmpty"), ("/", "∅ dashEmpty"), ("无", "!not-integer"),
    ("99999999999999999999", "!too-many-digits"),
    ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "!too-many-digits"),
    ("80%", "!not-integer"), ("1e5", "!not-integer"), ("0x10", "!not-integer"), ("十二", "!not-integer"),
    ("1,234,567", "1234567 separators"), ("85分", "85 unit"), ("-", "∅ dashEmpty"), ("+7", "7"),
    (".", "!not-integer"),
  ]) func integers(text: String, result: String) { #expect(read(text, .integer) == result) }

  @Test func aNegativeSerialIsNoDate() {
    #expect(read("45536", .date, kind: .number) == "2024-09-01 serialDate")
    #expect(read("-45536", .date, kind: .number) == "!not-date")
  }

  @Test(arguments: [
    ("12.5", "1250"), ("23495.9", "2349590"), ("1.005", "101 rounded"), ("-0.015", "-2 rounded"),
    ("85分", "8500 unit"),
    ("1,234.56", "123456 separators"), ("12.3.4", "!not-number"), ("１２．５", "1250 fullWidth"),
    ("99999999.99", "9999999999"), ("1000000000", "!too-many-digits"), ("1.", "!not-number"),
  ]) func decimals(text: String, result: String) {
    #expect(read(text, .decimal(precision: 10, scale: 2)) == result)
  }

  @Test(arguments: [
    ("80%", "8000 percent"), ("80％", "8000 percent fullWidth"), ("0.8", "8000"), ("1", "10000"),
    ("80", "!percent-sign-missing"), ("80.25%", "8025 percent"), ("80.256%", "8026 percent rounded"),
  ]) func percents(text: String, result: String) {
    let parts = Set(read(text, .percent(scale: 4)).split(separator: " "))
    #expect(parts == Set(result.split(separator: " ")))
  }

  @Test func percentsKnowTheirCellAndHeading() {
    #expect(read("1.2", .percent(scale: 4), kind: .percent) == "12000")
    #expect(read("80", .percent(scale: 4), percentHeading: true) == "8000")
    #expect(read("0.8", .integer, kind: .percent) == "!percent-where-number")
    #expect(read("0.856", .text, kind: .percent) == "85.6%")
  }

  @Test func aFieldCountedInTenThousandsKeepsItsFigures() {
    let label = Label(zh: "设备值（万元）", en: "Equipment")
    #expect(read("12.5万元", .decimal(precision: 10, scale: 2)) { $0.label = label } == "1250 unit")
    #expect(read("125000元", .decimal(precision: 10, scale: 2)) { $0.label = label } == "1250 unitConverted")
  }

  @Test(arguments: [
    ("1.5公顷", "150 unit"), ("15000平方米", "150 unitConverted"), ("2万㎡", "200 unit"), ("2", "200"),
    ("3亩", "!unit-differs"), ("3万元", "!unit-differs"), ("3顷", "!not-number"),
  ]) func unitsAreConvertedIntoTheField(text: String, result: String) {
    let meaning = Label(zh: "占地，单位是公顷。", en: "Site, in hectares.")
    #expect(read(text, .decimal(precision: 10, scale: 2)) { $0.meaning = meaning } == result)
    #expect(
      read(text, .real) { $0.meaning = meaning }.prefix { $0 == "!" }
        == result.prefix { $0 == "!" })
  }

  @Test func aFieldWithoutUnitTakesPlainOnesOnly() {
    #expect(read("3千人", .integer) == "3000 tenThousand")
    #expect(read("3元", .decimal(precision: 10, scale: 2)) == "300 unit")
    #expect(read("3万元", .decimal(precision: 10, scale: 2)) == "!unit-undeclared")
    #expect(read("12.5公里", .real) == "!unit-undeclared")
  }

  @Test(arguments: [
    ("2024-09-01", "2024-09-01"), ("2024.4.22", "2024-04-22 date"), ("2024/4/22", "2024-04-22 date"),
    ("2024年4月22日", "2024-04-22 date"), ("2024年4月22号", "2024-04-22 date"), ("20240422", "2024-04-22 date"),
    ("２０２８.２.２０", "2028-02-20 date"), ("2024-02-29", "2024-02-29"), ("2023-02-29", "!no-such-day"),
    ("2024.11.31", "!no-such-day"), ("2024.4", "!not-date"), ("长期", "!not-date"), ("24.4.22", "!not-date"),
    ("2024.4/22", "!not-date"), ("2024-9-1 00:00:00", "2024-09-01 date"),
    ("2024-09-01 08:30", "2024-09-01 timeDropped"), ("/", "∅ dashEmpty"), ("0000-01-01", "!no-such-day"),
  ]) func dates(text: String, result: String) { #expect(read(text, .date) == result) }

  @Test func numbersInADateColumnAreSerials() {
    #expect(read("45536", .date, kind: .number) == "2024-09-01 serialDate")
    #expect(read("20240901", .date, kind: .number) == "2024-09-01 date")
    #expect(read("45536", .date) == "!not-date")
  }

  @Test(arguments: [
    ("2024-2025学年", Period.Kind.schoolYear, "2024-2025"), ("2024-2025", .schoolYear, "2024-2025"),
    ("2024—2025学年度", .schoolYear, "2024-2025 period"), ("2024-2026", .schoolYear, "!not-period"),
    ("2024秋", .term, "2024秋"), ("2024年秋季学期", .term, "2024秋 period"),
    ("2024-2025学年第一学期", .term, "2024秋 period"), ("2024-2025学年第二学期", .term, "2025春 period"),
    ("2024年9月", .month, "2024-09"), ("2024.9", .month, "2024-09 period"),
    ("202409", .month, "2024-09 period"),
    ("2024", .year, "2024"), ("2024年度", .year, "2024 period"), ("2024", .term, "!not-period"),
  ]) func periods(text: String, kind: Period.Kind, result: String) {
    #expect(read(text, .period(kind)) == result)
  }

  @Test(arguments: [
    ("是", "1"), ("否", "0"), ("√", "1 yesNo"), ("×", "0 yesNo"), ("有", "1 yesNo"), ("无", "0 yesNo"),
    ("Y", "1 yesNo"),
    ("ｎ", "0 yesNo"), ("TRUE", "1 yesNo"), ("1", "1 yesNo"), ("部分", "!not-boolean"), ("", "∅"),
    ("/", "∅ dashEmpty"),
  ]) func booleans(text: String, result: String) { #expect(read(text, .boolean) == result) }

  @Test(arguments: [
    ("公办", "公办"), ("公立", "公办 choiceAlias"), (" 公 办 ", "公办 choiceAlias"), ("公半", "!not-choice-near"),
    ("外星人办的", "!not-choice"), ("-", "∅ dashEmpty"),
  ]) func choices(text: String, result: String) {
    #expect(read(text, .choice(["公办", "民办"])) { $0.choiceAliases = ["公办": ["公立"]] } == result)
  }

  @Test(arguments: [
    ("09091001", "09091001"), ("青石镇中心小学", "09091001 referenceName"), ("青石　小学", "09091001 referenceName"),
    ("青石完小", "09091001 referenceName"), ("中心小学", "!ambiguous-reference"), ("9091001", "!leading-zero-lost"),
    ("青石镇中心小学校", "!no-such-reference-near"), ("火星第一大学", "!no-such-reference"),
  ]) func references(text: String, result: String) {
    #expect(read(text, .reference("district.school")) == result)
  }

  @Test(arguments: [
    ("00123", "00123"), ("张三", "张三"), ("张 三", "张三 nameBlanks"), ("张　三", "张三 blanks nameBlanks"),
    ("张三 李四", "张三 李四"),
    ("ＡＢ１２", "AB12 fullWidth"), ("一，二；三", "一，二；三"), ("\u{FEFF}甲", "甲 blanks"), ("重庆·长寿", "重庆·长寿"),
  ]) func texts(text: String, result: String) { #expect(read(text, .text) == result) }

  @Test func textsKeepTheirRules() {
    #expect(read("一二三", .text) { $0.maximum = .integer(2) } == "!too-long")
    #expect(read("一", .text) { $0.minimum = .integer(2) } == "!too-short")
    #expect(read("13800138000", .text) { $0.pattern = "1[0-9]{10}" } == "13800138000")
    #expect(read("1380013800", .text) { $0.pattern = "1[0-9]{10}" } == "!pattern-mismatch")
    #expect(read("１３８００１３８０００", .text) { $0.pattern = "1[0-9]{10}" } == "13800138000 fullWidth")
    #expect(read("31", .integer) { $0.maximum = .integer(30) } == "!too-large")
    #expect(read("-1", .integer) { $0.minimum = .integer(0) } == "!too-small")
    #expect(
      read("2024-09-01", .date) { $0.minimum = CalendarDate(iso: "2025-01-01").map { .date($0) } }
        == "!too-small")
  }

  @Test(arguments: [
    (RowBatch.Kind.error, "!error-value"), (.uncalculated, "!uncalculated"), (.nested, "!nested"),
  ]) func cellsWithoutAValueAreFaults(kind: RowBatch.Kind, result: String) {
    #expect(read("#N/A", .integer, kind: kind) == result)
    #expect(read("#N/A", .text, kind: kind) == result)
  }

  @Test func realsAreNumbersAndNothingElse() {
    #expect(read("0.1", .real) == "0.1")
    #expect(read("12345678901234567890.5", .real) == "1.2345678901234567e+19")
    for text in ["nan", "inf", "0x1p3", "1e400"] { #expect(read(text, .real) == "!not-number", "\(text)") }
  }
}
