import Glibc

/// `datagen records|table|schools|assessment ROWS FILE [SEED]`: seeded synthetic inputs for the benchmarks. Those of an
/// assessment are several files, and FILE a folder.
@main
enum Datagen {
  static func main() {
    let words = CommandLine.arguments
    guard words.count >= 4, let rows = Int(words[2]), rows > 0,
      let seed = words.count > 4 ? UInt64(words[4]) : 2024
    else { fatalExit("usage: datagen records|table|schools|assessment ROWS FILE [SEED]") }
    var random = SplitMix64(seed: seed)
    if words[1] == "assessment" {
      var data = AssessmentData(subjects: rows, folder: words[3], random: random)
      return data.write()
    }
    guard let output = BufferedOutput(path: words[3]) else { fatalExit("cannot write \(words[3])") }
    switch words[1] {
    case "records": records(rows, to: output, &random)
    case "table": table(rows, to: output, &random)
    case "schools": schools(rows, to: output, &random)
    default: fatalExit("unknown input \(words[1])")
    }
  }

  /// Eight columns of the types that offices keep: number, code with leading zeros, name, choice, decimal,
  /// date, yes or no, count.
  static func records(_ rows: Int, to output: BufferedOutput, _ random: inout SplitMix64) {
    output.write("编号,单位代码,名称,类别,得分,日期,达标,人数\n")
    let kinds = ["小学", "初中", "高中", "中职", "特教"]
    for row in 1...rows {
      let unit = padded(Int.random(in: 1...214, using: &random), to: 6)
      let name = surnames.randomElement(using: &random).map { $0 + "家坝测试单位" } ?? ""
      let kind = kinds.randomElement(using: &random) ?? ""
      let score = "\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 0...9, using: &random))"
      let passed = Bool.random(using: &random) ? "是" : "否"
      let count = Int.random(in: 0...3000, using: &random)
      output.write("\(row),\(unit),\(name),\(kind),\(score),\(day(&random)),\(passed),\(count)\n")
    }
  }

  /// Ten columns for workbooks: codes, names, whole numbers, decimals and dates.
  static func table(_ rows: Int, to output: BufferedOutput, _ random: inout SplitMix64) {
    output.write("代码,名称,学段,学生数,班级数,教师数,生均面积,均分,日期,备注\n")
    for row in 1...rows {
      let name = (surnames.randomElement(using: &random) ?? "") + "家坝测试小学"
      let numbers = (0..<3).map { _ in String(Int.random(in: 0...3000, using: &random)) }
      let area =
        "\(Int.random(in: 1...40, using: &random)).\(padded(Int.random(in: 0...99, using: &random), to: 2))"
      let mean = "\(Int.random(in: 40...99, using: &random)).\(Int.random(in: 0...9, using: &random))"
      output.write(
        "\(padded(row, to: 8)),\(name),小学,\(numbers.joined(separator: ",")),\(area),\(mean),\(day(&random)),测试\n"
      )
    }
  }

  /// Schools in the headings of the District plugin, for the time of a Tab press.
  static func schools(_ rows: Int, to output: BufferedOutput, _ random: inout SplitMix64) {
    output.write("学校代码,学校名称,学校类型/学段,学校类别,办学性质,城乡类型\n")
    for row in 1...rows {
      let name = (0..<2).compactMap { _ in surnames.randomElement(using: &random) }.joined()
      output.write("\(padded(row, to: 8)),\(name)坝测试\(row)小学,小学,学区,公办,乡村\n")
    }
  }

  static let surnames = [
    "青", "石", "云", "溪", "柏", "杨", "李", "竹", "梅", "松", "岩", "河", "清", "泉", "枫", "桥", "茶", "坪",
    "龙", "凤", "白", "鹤", "金", "银", "铜", "铁", "南", "北", "东", "西",
  ]

  static func day(_ random: inout SplitMix64) -> String {
    let month = padded(Int.random(in: 1...12, using: &random), to: 2)
    return "2024-\(month)-\(padded(Int.random(in: 1...28, using: &random), to: 2))"
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

/// Says why and ends.
func fatalExit(_ reason: String) -> Never {
  print(reason)
  exit(2)
}
