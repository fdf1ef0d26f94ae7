import KitLanguage
import KitModel

/// What the stages that show and write take: declared like commands, so that help, completion and checks are the
/// same.
public enum OutputStages {
  public static func declaration(of stage: Stage.OutputStage) -> CommandDeclaration {
    switch stage {
    case .describe: describe
    case .plan: plan
    case .show: show
    case .list: list
    case .chart: chart
    case .export: export
    case .to: to
    }
  }

  /// Formats that `export` writes; `to` gives those of them that are text.
  public static let formats = ["csv", "json", "jsonl", "md", "html", "xlsx"]
  /// Formats of papers, which `export` writes besides.
  public static let papers = ["docx", "pdf"]

  static let describe = CommandDeclaration(
    name: Label(zh: "概况", en: "describe"),
    meaning: Label(
      zh: "每列的类型、缺失、最小最大值和例子。", en: "Type, missing values, least and greatest, an example for each column."))
  static let plan = CommandDeclaration(
    name: Label(zh: "查询计划", en: "plan"),
    meaning: Label(zh: "查询的 SQL 和引擎的执行计划。", en: "The SQL of the query and how the engine runs it."))
  static let show = CommandDeclaration(
    name: Label(zh: "显示", en: "show"),
    meaning: Label(zh: "显示表格，并把各行传下去。", en: "Shows the rows and passes them on."))
  static let list = CommandDeclaration(
    name: Label(zh: "列表", en: "list"),
    meaning: Label(zh: "每行显示为一段，并把各行传下去。", en: "Shows each row as a block and passes the rows on."))
  static let chart = CommandDeclaration(
    name: Label(zh: "图", en: "chart"),
    meaning: Label(
      zh: "画图，并把各行传下去：第一列是名称，后面的数字列各是一组数；散点的头两个数字列是横轴和纵轴。",
      en:
        "Draws a chart and passes the rows on: the first column names, each column of numbers behind it is drawn; of dots the first two columns of numbers are the axes."
    ),
    parameters: [
      .positional(
        "kind", Label(zh: "种类", en: "KIND"), .value(.choice(chartKinds.map(\.name))),
        help: Label(zh: "柱状、折线、散点、直方。", en: "bar, line, dot or histogram.")),
      .positional(
        "file", Label(zh: "文件", en: "FILE"), .newFile(["svg", "png"] + chartPages), required: false,
        help: Label(
          zh: "写成图片，或带表的文档；没有就显示在屏幕上。",
          en: "A picture, or a document with its table; without it the screen shows the chart.")),
      .option(
        "title", Label(zh: "标题", en: "TITLE"),
        help: Label(zh: "图的标题。", en: "The title of the chart.")),
    ], readsBareOptions: true, effects: [.files])

  /// The endings of documents that a chart can stand in, above its table.
  static let chartPages = ["docx", "pdf", "html"]

  /// Kinds of charts by both of their names.
  static let chartKinds: [(name: String, kind: Chart.Kind)] = [
    ("bar", .bar), ("line", .line), ("dot", .dot), ("histogram", .histogram), ("柱状", .bar), ("折线", .line),
    ("散点", .dot), ("直方", .histogram),
  ]

  static let to = CommandDeclaration(
    name: Label(zh: "转", en: "to"),
    meaning: Label(zh: "以某种格式的文本给出，结束流水线。", en: "Gives the rows as text in a format; ends the pipeline."),
    parameters: [
      .positional(
        "format", Label(zh: "格式", en: "FORMAT"), .value(.choice(formats.filter { $0 != "xlsx" })),
        help: Label(zh: "文本的格式。", en: "The format of the text."))
    ] + layout, readsBareOptions: true)

  static let export = CommandDeclaration(
    name: Label(zh: "导出", en: "export"),
    meaning: Label(
      zh: "写成文件，并把各行传下去；格式看扩展名。", en: "Writes a file and passes the rows on; the extension says the format."),
    parameters: [
      .positional(
        "file", Label(zh: "文件", en: "FILE"), .newFile(formats + papers),
        help: Label(zh: "文件名，写在工作区的 exports 文件夹里。", en: "The file's name, below exports/ of the workspace.")),
      .option(
        "sheet", Label(zh: "工作表", en: "SHEET"),
        help: Label(zh: "工作表的名称。", en: "The name of the sheet.")),
      .flag(
        "print", Label(zh: "打印", en: "print"),
        help: Label(zh: "加边框，按 A4 排版，每页重复表头。", en: "Borders, A4 pages, headings on each page.")),
      .option(
        "template", Label(zh: "表样", en: "FILE"), .file(["xlsx", "xls", "et", "ods"]),
        help: Label(
          zh: "照收到的工作簿填写：表头按名称对列，样式、合并和公式都保留。",
          en:
            "Fills in a copy of a received workbook: headings are matched to columns, styles and formulas stay."
        )),
    ] + layout, readsBareOptions: true, effects: [.files])

  private static let layout: [CommandParameter] = [
    .option(
      "title", Label(zh: "标题", en: "TITLE"),
      help: Label(zh: "表的标题。", en: "The title of the table.")),
    .option(
      "office", Label(zh: "填表单位", en: "OFFICE"),
      help: Label(zh: "标题下写的填表单位。", en: "The office named below the title.")),
    .option(
      "date", Label(zh: "填表日期", en: "DATE"), .value(.date),
      help: Label(zh: "标题下写的日期。", en: "The date below the title.")),
    .flag(
      "numbers", Label(zh: "序号", en: "numbers"),
      help: Label(zh: "前面加一列序号。", en: "Adds a column of numbers in front.")),
    .flag(
      "labels", Label(zh: "中文表头", en: "labels"),
      help: Label(
        zh: "csv、json、jsonl 的列名用中文名称而不是标识。", en: "Labels instead of ids as keys in csv, json and jsonl.")),
  ]
}
