import KitModel

/// What an import says beside its counts: what it made plain, took, passed over.
public enum ImportRemarks {
  public static let fullWidth = Message(
    "workspace.import-full-width", zh: "{count} 格由全角转为半角。",
    en: "{count} {count:cell|cells}: full-width characters made plain.")
  public static let blanks = Message(
    "workspace.import-blanks", zh: "{count} 格去掉了多余的空格或不可见字符。",
    en: "{count} {count:cell|cells}: odd blanks or invisible characters removed.")
  public static let nameBlanks = Message(
    "workspace.import-name-blanks", zh: "{count} 格去掉了姓名中间的空格。",
    en: "{count} {count:cell|cells}: blanks inside names removed.")
  public static let separators = Message(
    "workspace.import-separators", zh: "{count} 格去掉了千位分隔号。",
    en: "{count} {count:cell|cells}: thousands separators removed.")
  public static let unit = Message(
    "workspace.import-unit", zh: "{count} 格去掉了数字后面的单位。",
    en: "{count} {count:cell|cells}: units behind numbers removed.")
  public static let unitConverted = Message(
    "workspace.import-unit-converted", zh: "{count} 格的单位与字段不同，已换算。",
    en: "{count} {count:cell|cells}: another unit than the field's, converted.")
  public static let tenThousand = Message(
    "workspace.import-ten-thousand", zh: "{count} 格的“万”“千”等换算成了数。",
    en: "{count} {count:cell|cells}: 万, 千 and the like multiplied out.")
  public static let headingUnit = Message(
    "workspace.import-heading-unit", zh: "“{heading}”的单位是{unit}，每个数{change} 后收进“{field}”。",
    en: "“{heading}” is in {unit}: each figure is {change} for {field}.")
  public static let multiplied = Message(
    "workspace.import-multiplied", zh: "乘以 {factor}", en: "multiplied by {factor}")
  public static let divided = Message(
    "workspace.import-divided", zh: "除以 {factor}", en: "divided by {factor}")
  public static let percent = Message(
    "workspace.import-percent", zh: "{count} 格按百分号读作百分比。",
    en: "{count} {count:cell|cells} read as percents by their sign."
  )
  public static let rounded = Message(
    "workspace.import-rounded", zh: "{count} 格的小数位数超出，已四舍五入。",
    en: "{count} {count:cell|cells} rounded to the places that the field keeps.")
  public static let date = Message(
    "workspace.import-date", zh: "{count} 格的日期统一写成 2024-09-01 的样子。",
    en: "{count} {count:date|dates} written as 2024-09-01.")
  public static let serialDate = Message(
    "workspace.import-serial-date", zh: "{count} 格的数值按 Excel 日期序号读作日期。",
    en: "{count} {count:number read as a spreadsheet serial date|numbers read as spreadsheet serial dates}.")
  public static let timeDropped = Message(
    "workspace.import-time-dropped", zh: "{count} 格日期后面的时刻没有收。",
    en: "{count} {count:date|dates} had a time of day, which was not taken.")
  public static let yesNo = Message(
    "workspace.import-yes-no", zh: "{count} 格的 √ × 有 无 等读作是或否。",
    en: "{count} {count:tick|ticks} or the like read as yes or no.")
  public static let choiceAlias = Message(
    "workspace.import-choice-alias", zh: "{count} 格改成了规定的选项名。",
    en: "{count} {count:cell|cells} took the official spelling of their choice.")
  public static let referenceName = Message(
    "workspace.import-reference-name", zh: "{count} 格按名称、简称或曾用名找到了对应的代码。",
    en: "{count} {count:reference|references} found by full, short or former name.")
  public static let dashEmpty = Message(
    "workspace.import-dash-empty", zh: "{count} 格的横线或斜线按空着处理。",
    en: "{count} {count:cell|cells} with a dash or stroke taken as empty.")
  public static let period = Message(
    "workspace.import-period", zh: "{count} 格的学期、学年等统一了写法。",
    en: "{count} {count:period|periods} written in one form.")

  public static let mapped = Message(
    "workspace.import-mapped", zh: "沿用上次确认的对应：“{heading}”→ {field}。",
    en: "Mapping confirmed earlier: “{heading}” → {field}.")
  public static let unmatched = Message(
    "workspace.import-unmatched", zh: "{count} 列没有收：{headings}。",
    en: "{count} {count:column|columns} not taken: {headings}.",
    helpZh: "要收进来，加 --map \"表头=字段\"。", helpEn: "To take one, add --map \"heading=field\".")
  public static let rowNumbers = Message(
    "workspace.import-row-numbers", zh: "“{headings}”是行的序号，不用收。",
    en: "“{headings}” numbers the rows; it need not be taken.")
  public static let leftOut = Message(
    "workspace.import-left-out", zh: "按要求没有收的列：{headings}。", en: "Columns left out as asked: {headings}.")
  public static let secondColumn = Message(
    "workspace.import-second-column", zh: "“{heading}”也像是{field}，已有“{other}”，没有收。",
    en: "“{heading}” could be {field} too; “{other}” was taken instead.")
  public static let skippedRow = Message(
    "workspace.import-skipped-row", zh: "第 {row} 行没有收：{reason}（{text}）。",
    en: "Row {row} not taken: {reason} ({text}).")
  public static let moreSkipped = Message(
    "workspace.import-more-skipped", zh: "还有 {count} 行合计、注释等没有收：第 {rows} 行。",
    en: "{count} more {count:row|rows} of totals and notes not taken: {rows}.")
  public static let numberedOnly = Message(
    "workspace.import-numbered-only", zh: "{count} 行只有序号，没有内容，没有收。",
    en: "{count} {count:row holds|rows hold} nothing but a running number; not taken.")
  public static let lostCells = Message(
    "workspace.import-lost-cells", zh: "{count} 格没有值（错误值，或公式没有存下结果），按空着处理；第一处是 {cell}：{found}。",
    en:
      "{count} {count:cell has|cells have} no value (errors, or formulas without a kept result) and {count:is|are} empty; the first is {cell}: {found}.",
    helpZh: "用 Excel 或 WPS 打开，重新计算后保存。", helpEn: "Open the file in Excel or WPS, recalculate and save it.")
  public static let entryIgnored = Message(
    "workspace.import-entry-ignored", zh: "压缩包里的 {file} 不是表格，没有收。",
    en: "{file} in the archive holds no table; not taken.")
  public static let headless = Message(
    "workspace.open-headless", zh: "没有找到表头，各列用 A、B、C 称呼。",
    en: "No heading was found; columns are called A, B, C.")
  public static let columnsRenamed = Message(
    "workspace.open-columns-renamed", zh: "{count} 列的名称已被占用，改称：{columns}。",
    en:
      "{count} {count:column has a name|columns have names} already taken and {count:is|are} called: {columns}."
  )
  public static let hiddenRows = Message(
    "workspace.import-hidden-rows", zh: "有 {count} 个隐藏的行，也收了：{rows}。",
    en: "{count} hidden {count:row was|rows were} taken too: {rows}.")
  public static let sheetIgnored = Message(
    "workspace.import-sheet-ignored", zh: "工作表“{sheet}”没有收：{reason}。",
    en: "Sheet “{sheet}” not taken: {reason}.")
  public static let fact = Message(
    "workspace.import-fact", zh: "表头上方写着：{text}", en: "Above the heading stands: {text}")
  public static let yearTaken = Message(
    "workspace.import-year-taken", zh: "文件里没有“{field}”，按 {year} 收。",
    en: "The file has no {field}; taken as {year}.",
    helpZh: "要换一个，加 --year。", helpEn: "To take another, add --year.")
  public static let earlierYear = Message(
    "workspace.import-earlier-year",
    zh: "库里已有比 {year} 更近的学年：{fields}只记在这一年，{entity}现在的不改。",
    en: "Later years than {year} are there: {fields} are kept with that year; {entity} stays as it is now.")
  public static let repeatedFromNow = Message(
    "workspace.import-repeated-from-now", zh: "{count} 行没有写{fields}，按{entity}现在的填。",
    en: "{count} {count:row does|rows do} not say {fields}; taken from {entity} as it stands.")
  public static let repeatedFromNowForThen = Message(
    "workspace.import-repeated-from-now-for-then",
    zh: "{count} 行（{years}）没有写{fields}，库里没有那时的记录，按{entity}现在的填。",
    en:
      "{count} {count:row|rows} ({years}) without {fields}: nothing is known of that time; today's values of {entity} were taken.",
    helpZh: "{entity}在那以后调整过的，在文件里写上当时的再导入。",
    helpEn: "Where {entity} has changed since, write what it was into the file and import it again.")
  public static let repeatedFromYear = Message(
    "workspace.import-repeated-from-year", zh: "{count} 行没有写{fields}，按库里最近的学年（{years}）填。",
    en:
      "{count} {count:row does|rows do} not say {fields}; taken from the nearest year that is known ({years})."
  )
  public static let repeatedFromSameYear = Message(
    "workspace.import-repeated-from-same-year", zh: "{count} 行没有写{fields}，按库里同一学年的填。",
    en: "{count} {count:row does|rows do} not say {fields}; taken from other rows of the same year.")
  public static let defaultTaken = Message(
    "workspace.import-default-taken", zh: "文件里没有“{field}”，一律按“{value}”收。",
    en: "The file has no {field}; “{value}” taken for all rows.")
  public static let blanksKept = Message(
    "workspace.import-blanks-kept", zh: "更新的行里有 {count} 格空着，保留了库里原来的值。",
    en: "{count} empty {count:cell|cells} in updated rows: what was there stays.",
    helpZh: "要按文件清空，加 --blanks-clear。", helpEn: "To clear them instead, add --blanks-clear.")
  public static let moreFaults = Message(
    "workspace.import-more-faults", zh: "一共 {count} 处问题，这里列出前 {shown} 处。",
    en: "{count} {count:fault|faults} in all, the first {shown} are listed.")
  public static let issueWorkbook = Message(
    "workspace.import-issue-workbook", zh: "问题清单：{file}，每处问题都标在原来的格上。",
    en: "Issue list: {file}; each fault is marked on its cell.")
  public static let repeatedFile = Message(
    "workspace.import-repeated-file", zh: "同样的文件收过了：改动 {change}（{time}，{person}）。",
    en: "This very file was taken before: change {change} ({time}, {person}).")
  public static let repeatedFileTaken = Message(
    "workspace.import-repeated-file-taken",
    zh: "同样的文件收过了：改动 {change}（{time}，{person}）；这一次有 {unchanged} 行未变。",
    en:
      "Taken before: change {change} ({time}, {person}); {unchanged} {unchanged:row|rows} unchanged this time."
  )
  public static let converted = Message(
    "workspace.import-converted", zh: "{file} 是旧格式，已用 LibreOffice 转换后读取。",
    en: "{file} has an old format; it was converted with LibreOffice.")

  public static let all =
    Normalisation.allCases.map(\.message) + [
      mapped, unmatched, leftOut, secondColumn, skippedRow, hiddenRows, sheetIgnored, fact, yearTaken,
      repeatedFromNow, repeatedFromNowForThen, repeatedFromYear, repeatedFromSameYear,
      columnsRenamed, defaultTaken, blanksKept, moreFaults, issueWorkbook, repeatedFile, repeatedFileTaken,
      earlierYear,
      converted,
      moreSkipped,
      numberedOnly, lostCells, headless, rowNumbers, entryIgnored, headingUnit, multiplied, divided,
    ]
}
