import KitLanguage
import KitModel
import Testing

@testable import KitWorkspace

/// Words behind a command are put to its parameters, checked and read.
@Suite struct ArgumentBinderTests {
  static let declaration = CommandDeclaration(
    name: Label(zh: "导入", en: "import"), meaning: Label(zh: "导入文件", en: "imports files"),
    parameters: [
      .positional(
        "file", Label(zh: "文件", en: "FILE"), .file(["xlsx", "csv"]), repeated: true,
        help: Label(zh: "", en: "")),
      .option("into", Label(zh: "实体", en: "ENTITY"), .relation, required: true, help: Label(zh: "", en: "")),
      .option("map", Label(zh: "对应", en: "PAIR"), .pair, repeated: true, help: Label(zh: "", en: "")),
      .option("year", Label(zh: "学年", en: "YEAR"), .value(.period(.schoolYear)), help: Label(zh: "", en: "")),
      .option(
        "mode", Label(zh: "方式", en: "MODE"), .value(.choice(["新增", "更新"])), default: .text("更新"),
        help: Label(zh: "", en: "")),
      .flag("keep-good", Label(zh: "保留合格", en: "keep good"), help: Label(zh: "", en: "")),
    ], effects: [.writes])

  private let nowhere = SourceSpan(0, 6)

  private func name(_ text: String) -> Name { Name(text, span: nowhere) }
  private func word(_ text: String) -> Argument { Argument(.word(.bare(text)), span: nowhere) }
  private func option(_ id: String, _ value: String? = nil) -> Argument {
    Argument(.option(name(id), value.map { .bare($0) }), span: nowhere)
  }
  private func named(_ id: String, _ value: String) -> Argument {
    Argument(.named(name(id), .bare(value)), span: nowhere)
  }

  private func bind(_ arguments: [Argument], to declaration: CommandDeclaration = Self.declaration) throws
    -> CommandArguments
  {
    try ArgumentBinder.bind(arguments, to: declaration, nameSpan: nowhere, language: .en) { value, span in
      guard case .variable(let path) = value, path.names.first?.text == "year" else {
        throw Diagnostic(SessionMessages.valueWanted, at: span)
      }
      return CommandArguments.Item(.period(try #require(Period.schoolYear(from: 2024))), span: span)
    }
  }

  @Test func aWishToStopIsNoFaultOfAnArgument() {
    let variable = Argument(
      .word(.variable(Path([name("year")], span: nowhere))), span: nowhere)
    #expect(throws: CancellationError.self) {
      _ = try ArgumentBinder.bind(
        [variable], to: Self.declaration, nameSpan: nowhere, language: .en
      ) { _, _ in throw CancellationError() }
    }
  }

  private func faults(_ arguments: [Argument]) throws -> [Diagnostic] {
    let error = #expect(throws: Diagnostics.self) { try bind(arguments) }
    return try #require(error).all
  }

  @Test func aPathPastedWithItsEscapesOrQuotesIsOneWord() throws {
    let bound = try bind([
      word("开学\\"), word("自\\"), word("查.xlsx"), word("'b.csv'"), option("into", "school"),
    ])
    #expect(bound.texts("file") == ["开学\\ 自\\ 查.xlsx", "'b.csv'"])
  }

  @Test func aFlagSaysThatItTakesNoValue() throws {
    let found = try faults([word("a.xlsx"), option("into", "school"), option("keep-good", "some")])
    #expect(found.map(\.message) == [SessionMessages.flagTakesNoValue])
    #expect(try !bind([word("a.xlsx"), option("into", "s"), option("keep-good", "否")]).flag("keep-good"))
  }

  @Test func wordsOptionsAndNamesAllFindTheirPlaces() throws {
    let bound = try bind([
      word("a.xlsx"), option("into"), word("school"), word("B.CSV"), named("学年", "2024-2025学年"),
      option("保留合格"),
    ])
    #expect(bound.texts("file") == ["a.xlsx", "B.CSV"])
    #expect(bound.text("into") == "school")
    #expect(bound.period("year") == Period.schoolYear(from: 2024))
    #expect(bound.flag("keep-good"))
    #expect(bound.text("mode") == "更新")
    #expect(bound.span("mode") == nil)
  }

  @Test func aPairKeepsItsTwoNames() throws {
    let bound = try bind([
      word("a.csv"), option("into", "school"), option("map"), named("在校人数", "pupils"),
      option("map", "校名=name"),
    ])
    #expect(bound.texts("map") == ["在校人数=pupils", "校名=name"])
  }

  @Test func variablesAreComputed() throws {
    let path = Path([name("year")], isVariable: true, span: nowhere)
    let bound = try bind([
      word("a.csv"), option("into", "school"),
      Argument(.option(name("year"), .variable(path)), span: nowhere),
    ])
    #expect(bound.period("year") == Period.schoolYear(from: 2024))
  }

  @Test func allFaultsAreToldTogether() throws {
    let found = try faults([
      word("a.pdf"), option("inot", "school"), option("mode", "新曾"), named("year", "2024年"), option("map"),
    ])
    #expect(
      found.map(\.message.id) == [
        "workspace.argument-file-kind", "workspace.option-unknown-near", "workspace.argument-choice",
        "workspace.argument-type", "workspace.option-needs-value", "workspace.argument-missing",
      ])
    #expect(found[1].fixes.map(\.replacement) == ["into"])
    #expect(found[2].fixes.map(\.replacement) == ["新增"])
  }

  @Test func anOptionGivenTwiceIsRefused() throws {
    let found = try faults([word("a.csv"), option("into", "school"), named("into", "unit")])
    #expect(found.map(\.message.id) == ["workspace.option-twice"])
  }

  @Test func aWordTooManyIsRefused() throws {
    var declaration = Self.declaration
    declaration.parameters[0].isRepeated = false
    let error = #expect(throws: Diagnostics.self) {
      try bind([word("a.csv"), word("b.csv"), option("into", "x")], to: declaration)
    }
    #expect(try #require(error).all.map(\.message.id) == ["workspace.argument-too-many"])
  }

  @Test func freeOptionsKeepTheirNames() throws {
    let run = CommandDeclaration(
      name: Label(zh: "运行", en: "run"), meaning: Label(zh: "", en: ""),
      parameters: [
        .positional("script", Label(zh: "脚本", en: "SCRIPT"), .script, help: Label(zh: "", en: ""))
      ],
      takesFreeOptions: true)
    let bound = try bind([word("term-opening"), option("term"), word("2024秋"), named("a", "b")], to: run)
    #expect(bound.text("script") == "term-opening")
    #expect(bound.free.map(\.name) == ["term", "a"])
    #expect(bound.free.map(\.value) == [.text("2024秋"), .text("b")])
  }

  @Test(arguments: [
    ("2024-9-1", DataType.date, CalendarDate(iso: "2024-09-01").map(Value.date)),
    ("２０２４年９月１日", .date, CalendarDate(iso: "2024-09-01").map(Value.date)),
    ("2024-02-30", .date, nil),
    ("2024秋", .period(.term), Period.autumn(2024).map(Value.period)),
    ("2024年", .period(nil), Period.year(2024).map(Value.period)),
    ("2024年7月", .period(.month), Period.month(7, of: 2024).map(Value.period)),
    ("2024-07", .period(.month), Period.month(7, of: 2024).map(Value.period)),
    ("2024秋", .period(.year), nil),
    ("80%", .percent(scale: 4), .decimal(ExactDecimal(units: 8000, scale: 4))),
    ("0.8", .percent(scale: 4), .decimal(ExactDecimal(units: 8000, scale: 4))),
    ("1.25", .decimal(precision: 8, scale: 1), nil),
    ("99999999999999999999", .integer, nil),
    ("是", .boolean, .boolean(true)),
    ("inf", .real, nil),
    ("0012", .text, .text("0012")),
  ])
  func wordsAreReadAsTheirType(word: (text: String, type: DataType, value: Value?)) {
    #expect(ArgumentReader.value(word.text, as: word.type) == word.value)
  }
}
