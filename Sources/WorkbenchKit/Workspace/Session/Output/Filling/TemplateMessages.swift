import KitModel

/// What is said of received workbooks that are filled in.
enum TemplateMessages {
  static let all = [
    matched, unitsMoved, columnsLeft, headingsLeft, calculated, kept, byName, namesLeft,
    namesAdded, inserted, singlyNamed, named, wantOne, cells, totalsLeft, masked, cellTaken,
    nothingMatched, noHeadings, severalSheets, headingTwice, nameTwice, listedTwice, differing, unitUnknown,
    mergedRows, cellMissing,
    noCells,
    noNumbers, sameFile, notWorkbook, optionIdle, restricted,
  ]

  static let matched = Message(
    "workspace.template-matched", zh: "按“{sheet}”第 {rows} 行的表头，从第 {first} 行填起：{columns}",
    en: "by the headings in row {rows} of “{sheet}”, from row {first} on: {columns}")
  static let unitsMoved = Message(
    "workspace.template-units", zh: "按表头的单位换算了：{headings}",
    en: "converted into the units of the headings: {headings}")
  static let columnsLeft = Message(
    "workspace.template-columns-left", zh: "表样里没有这些列的表头，没有填：{columns}",
    en: "the template has no headings for these columns, which were left out: {columns}",
    helpZh: "名称不同就先改名：| 改名 表头 = 列；用不着就用 | 选列 去掉",
    helpEn:
      "where only the name differs, rename first: | rename heading = column; select without those not needed")
  static let headingsLeft = Message(
    "workspace.template-headings-left", zh: "结果里没有这些表头的列，留空：{headings}",
    en: "the result has no columns for these headings, which stay empty: {headings}",
    helpZh: "名称不同就先改名：| 改名 表头 = 列",
    helpEn: "where only the name differs, rename first: | rename heading = column")
  static let calculated = Message(
    "workspace.template-calculated", zh: "表样自己用公式计算这些列，公式保留：{headings}",
    en: "the template calculates these columns itself; its formulas stay: {headings}")
  static let kept = Message(
    "workspace.template-kept", zh: "表头下面第 {rows} 行已有内容，没有动",
    en: "what stands in row {rows} below the headings was left as it is")
  static let byName = Message(
    "workspace.template-by-name", zh: "表样里已列出“{heading}”，按它对上 {count} 行",
    en: "the template lists “{heading}” already; {count} {count:row was|rows were} put beside it")
  static let namesLeft = Message(
    "workspace.template-names-left", zh: "表样里有 {count} 行结果里没有，留空：{names}",
    en:
      "{count} {count:row|rows} of the template {count:is|are} not in the result and {count:stays|stay} empty: {names}"
  )
  static let namesAdded = Message(
    "workspace.template-names-added", zh: "结果里有 {count} 行表样没有列出，从第 {first} 行起加在后面：{names}",
    en:
      "{count} {count:row|rows} of the result {count:is|are} not listed by the template and {count:was|were} added from row {first} on: {names}",
    helpZh: "不该有的先用 | 筛选 去掉；名称写法不同的先改一致",
    helpEn: "leave out with where what does not belong; let names that are written differently agree")
  static let inserted = Message(
    "workspace.template-inserted", zh: "{blank} 个空行不够，插入了 {count} 行；下面的内容下移，公式跟着改",
    en:
      "{blank} blank {blank:row is|rows are} too few: {count} {count:row was|rows were} inserted, what stands below moved down and its formulas with it"
  )
  static let singlyNamed = Message(
    "workspace.template-singly-named", zh: "这些公式一格一格地写出了空行，插入的行不在其内：{cells}",
    en: "these formulas name the blank rows cell by cell and do not take in the rows inserted: {cells}",
    helpZh: "打开核对；最好在表样里改成 SUM(第一行:最后一行)",
    helpEn: "check them; SUM(first:last) in the template would grow by itself")
  static let named = Message(
    "workspace.template-named", zh: "按单元格的名称填了“{sheet}”：{cells}",
    en: "cells of “{sheet}” filled in by their names: {cells}")
  static let wantOne = Message(
    "workspace.template-want-one", zh: "结果有 {count} 行，而有名称的单元格只填一行，没有填：{columns}",
    en:
      "the result has {count} {count:row|rows} and a cell that bears a name takes one; not filled in: {columns}",
    helpZh: "先用 | 筛选 只留一行；要逐行填就在表样里写上这些列的表头",
    helpEn: "leave one row with where; to fill in row by row, give the template headings for these columns")
  static let cells = Message(
    "workspace.template-cells", zh: "已填单元格：{cells}", en: "cells filled in: {cells}")
  static let totalsLeft = Message(
    "workspace.template-totals-left", zh: "合计、小计共 {count} 行没有填：表样自己有合计",
    en: "{count} {count:row|rows} of totals {count:was|were} left out: a template adds up by itself",
    helpZh: "要填就先去掉 | 合计，用 | 合并 接上", helpEn: "to have them filled in, append them with union instead of total"
  )
  static let masked = Message(
    "workspace.template-masked", zh: "敏感列已用 *** 代替：{columns}",
    en: "sensitive columns are masked by ***: {columns}")
  static let cellTaken = Message(
    "workspace.template-cell-taken", zh: "“{name}”没有填：{cell} 已有“{found}”",
    en: "“{name}” was not filled in: {cell} has “{found}” already", helpZh: "要改就在表样里删去它",
    helpEn: "delete it in the template to have it replaced")

  static let nothingMatched = Message(
    "workspace.template-nothing-matched", zh: "表样的表头没有一个对得上结果的列。表头：{headings}；列：{columns}",
    en:
      "no heading of the template names a column of the result. Headings: {headings}; columns: {columns}",
    helpZh: "用 | 改名 表头 = 列 让名称一致；表不在这张工作表上就加 sheet \"名称\"",
    helpEn: "let the names agree with | rename heading = column; for another sheet add sheet \"name\"")
  static let noHeadings = Message(
    "workspace.template-no-headings", zh: "表样里找不到表头；结果的列：{columns}",
    en: "no headings were found in the template; columns of the result: {columns}",
    helpZh: "表头要在前 60 行里，名称和结果的列一致",
    helpEn: "headings stand in the first 60 rows and are named like the columns")
  static let severalSheets = Message(
    "workspace.template-several-sheets", zh: "表样里有几张工作表一样对得上：{sheets}",
    en: "several sheets of the template fit equally well: {sheets}", helpZh: "说明是哪一张：sheet \"{first}\"",
    helpEn: "say which one: sheet \"{first}\"")
  static let headingTwice = Message(
    "workspace.template-heading-twice",
    zh: "表样里两个表头都对得上“{column}”：{firstCell}“{first}”和 {secondCell}“{second}”",
    en:
      "two headings of the template name “{column}”: “{first}” in {firstCell} and “{second}” in {secondCell}",
    helpZh: "在表样里给其中一个改名；或用 | 改名 让结果的列正好叫其中一个",
    helpEn: "rename one of them in the template, or let the column have the very name of one with | rename")
  static let nameTwice = Message(
    "workspace.template-name-twice", zh: "表样里“{heading}”列的“{name}”，结果里不止一行对得上",
    en: "more than one row belongs beside “{name}” below “{heading}” of the template",
    helpZh: "先用 | 筛选 或 | 分组 让每个名称只有一行", helpEn: "let each name have one row, with where or group")
  static let listedTwice = Message(
    "workspace.template-listed-twice", zh: "表样里“{heading}”列的“{name}”列了两次：{first}、{second}",
    en: "the template lists “{name}” twice below “{heading}”: {first} and {second}",
    helpZh: "在表样里删去一个", helpEn: "delete one of them in the template")
  static let differing = Message(
    "workspace.template-differing", zh: "这些单元格已有别的内容，没有改：{cells}",
    en: "what stands in these cells is another thing and was left: {cells}",
    helpZh: "要填结果的数，就在表样里先清空这些单元格",
    helpEn: "to have the figures of the result, empty these cells in the template first")
  static let unitUnknown = Message(
    "workspace.template-unit-unknown", zh: "表头“{heading}”有单位，“{column}”没有，不知道要不要换算",
    en: "the heading “{heading}” has a unit and “{column}” has none: whether to convert cannot be known",
    helpZh: "先算成这个单位，并连单位一起命名：| 增列 `{heading}` = …",
    helpEn: "calculate it in that unit and name it with the unit: | derive `{heading}` = …")
  static let mergedRows = Message(
    "workspace.template-merged", zh: "“{heading}”下面的单元格合并过，填进去会看不见",
    en: "cells below “{heading}” are merged, and what is put into them would not be seen",
    helpZh: "在表样里取消这里的合并", helpEn: "take the merge apart in the template")
  static let cellMissing = Message(
    "workspace.template-cell-missing", zh: "表样里没有填“{name}”的地方；有名称或冒号的是：{found}",
    en: "the template has no place for “{name}”; what has a name or a colon is: {found}",
    helpZh: "去掉这个选项，或在表样里写上“{name}：”", helpEn: "leave the option out, or write “{name}:” into the template")
  static let noCells = Message(
    "workspace.template-no-cells", zh: "表样里没有填“{name}”的地方", en: "the template has no place for “{name}”",
    helpZh: "去掉这个选项，或在表样里写上“{name}：”", helpEn: "leave the option out, or write “{name}:” into the template")
  static let noNumbers = Message(
    "workspace.template-no-numbers", zh: "表样里没有“序号”这一列；表头：{headings}",
    en: "the template has no column 序号 for numbers; headings: {headings}", helpZh: "去掉 numbers",
    helpEn: "leave numbers out")
  static let sameFile = Message(
    "workspace.template-same-file", zh: "不能写到表样自己：{file}",
    en: "the template itself is not written to: {file}",
    helpZh: "给导出的文件另取名称", helpEn: "give the exported file another name")
  static let notWorkbook = Message(
    "workspace.template-not-workbook", zh: "按表样填写的文件只能是 xlsx，这里是“{file}”",
    en: "what is filled in by a template is an xlsx file; here it is “{file}”", helpZh: "把扩展名改成 .xlsx",
    helpEn: "let the name end in .xlsx")
  static let optionIdle = Message(
    "workspace.template-option-idle", zh: "“{name}”不能和表样一起用：版式由表样定",
    en: "“{name}” does not go with a template, which has a layout of its own", helpZh: "去掉这个选项",
    helpEn: "leave the option out")
  static let restricted = Message(
    "workspace.template-restricted", zh: "“{column}”不能写进上报的表：{rule}",
    en: "“{column}” cannot stand in a form that is sent: {rule}", helpZh: "用 | 选列 去掉这一列，或者先汇总",
    helpEn: "leave the column out with select, or summarise it first")

  /// Several sheets of a template that fit.
  static func severalFit(_ sheets: [String], in file: String) -> Diagnostic {
    Diagnostic(
      severalSheets,
      listed("sheets", sheets.map { "“\($0)”" }).merging(["first": sheets.first ?? ""]) { $1 },
      in: Location(file: file))
  }

  /// Columns that single cells would take if the result had one row.
  static func wantOne(
    _ columns: [Label], count: Int, _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      wantOne,
      [
        "count": String(count), "columns": columns.map(\.zh).joined(separator: "、"),
        "columnsEn": columns.map(\.en).joined(separator: ", "),
      ], severity: severity)
  }
}
