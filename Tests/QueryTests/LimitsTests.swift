import KitModel
import KitQuery
import Testing

/// The largest numbers at every place that takes one: an answer or a diagnostic, never the end of the process.
@Suite struct LimitsTests {
  static let largest = "9223372036854775807"

  static let texts: [String] = {
    let stages = [
      "取 N", "取 1..N", "取 N..N", "取 (N)", "取 (N + 0)", "取 (N - 1)..(N + 0)", "取 (0 - N)", "跳过 N",
      "跳过 (N + 0)",
      "前 N 按 顺序", "前 N 按 顺序 每 学段", "抽样 N 种子 \"x\"", "抽样 N 每 学段 种子 \"x\"", "排序 顺序 | 取 N",
      "排序 顺序 | 取 2..N | 选列 代码, 学区",
      "排序 顺序 | 取 N | 选列 学区", "分段 顺序 按 N", "分段 设立日期 按 N", "分段 设立日期 按 (N + 0)", "分段 设立日期 按 10000000 天",
      "分段 设立日期 按 9999999 个月", "窗口 x = 上行(顺序, N)", "窗口 x = 下行(顺序, N - 0)", "窗口 x = 上行(顺序, -N)",
      "窗口 x = 累计(顺序 * N)",
      "分组 { x = 求和(顺序 * N) }", "分组 { x = 百分位(顺序, N) }", "筛选 建校年份 == N", "筛选 顺序 属于 (N, -N)", "合计 顺序",
    ]
    let values = [
      "2024-01-01 + N", "2024-01-01 - N", "2024-01-01 + (0 - N - 1)", "N + 1", "-N - 2", "N * N", "N // -1",
      "(-N - 1) // -1", "N % -1",
      "(-N - 1) % -1", "-(-N - 1)", "绝对值(-N - 1)", "四舍五入(N, -19)", "四舍五入(1.5, N)", "四舍五入(1.5, -N - 1)",
      "四舍五入(1 / 3, N)",
      "四舍五入(1 / 3, -N)", "四舍五入(N, -1)", "截取(\"abc\", N, N)", "截取(\"abc\", -N, N)", "左取(\"abc\", N)",
      "右取(\"abc\", -N)",
      "日期(N, N, N)", "日期(2024, -N, 1)", "格式(N, \"0.0%\")", "格式(N, \"#,##0.000000000000000000000\")",
      "文本(N * 100%)", "转文本(N)",
      "922337203685477580700%", "9.223372036854775807", "0.9223372036854775807", "92233720368547758070",
      "9223372036854775807万",
      "2024-01-01 + 9999999 天", "2024-01-01 - 9999999 个月", "工作日(0001-01-01, 9999-12-31)",
      "月数(0001-01-01, 9999-12-31)",
      "下取整(N / 0.5)", "上取整(-N * 2.0)", "乘方(N, N)", "平方根(-N)", "首个非空(空, N) + 1", "如果(是, N, 0.5)",
      "N - 0.000000000000000001",
      "N 天", "N days + 1 天", "9999999 天 + 9999999 天", "较大值(N, 0.5)", "N > 0.000000000000000001", "2024年 == N",
    ]
    return (stages.map { "学校 | " + $0 } + values).map { $0.replacing("N", with: largest) }
  }()

  @Test(arguments: texts) func answersOrSaysWhy(text: String) throws {
    let compilation = try Compilation()
    do {
      _ = try compilation.table(text)
    } catch let several as Diagnostics {
      #expect(!several.all.isEmpty)
    } catch let one as Diagnostic {
      #expect(one.message.id.hasPrefix("query.") || one.message.id.hasPrefix("language."))
    }
  }

  @Test(arguments: [
    "2024-01-01 + 9223372036854775807", "9999-12-31 + 1", "0001-01-31 - 1 个月", "9999-12-01 + 1 个月",
  ])
  func daysOutsideTheCalendar(text: String) throws {
    #expect(try Compilation().failures(text).map(\.message.id) == ["query.date-range"])
  }

  @Test func asManyRowsAsThereAre() throws {
    #expect(try Compilation().table("学校 | 取 \(Self.largest)").rows.count == 4)
    #expect(try Compilation().table("学校 | 排序 顺序 | 取 2..\(Self.largest)").rows.count == 3)
    #expect(try Compilation().table("学校 | 前 \(Self.largest) 按 顺序").rows.count == 4)
  }

  @Test func hugePercentsKeepTheirValue() throws {
    #expect(try Compilation().value("格式(9223372036854775807, \"0%\")") == .text("922337203685477580700%"))
    #expect(try Compilation().value("格式(922337203685477580.7, \"0.0%\")") == .text("92233720368547758070.0%"))
  }
}
