import KitModel
import Testing

@testable import KitWorkspace

@Suite("Paths as pasted")
struct PastedPathTests {
  private let paths = PastedPath(
    home: "/home/li",
    mountTable: """
      proc /proc proc rw 0 0
      //nas/督导室\\040共享 /mnt/共享 cifs rw 0 0
      """)

  @Test(
    "Quotes, escaped blanks, addresses and shares become the path that is meant",
    arguments: [
      ("收件/学校.xlsx", "收件/学校.xlsx"),
      (" '收件/开学 自查.xlsx' ", "收件/开学 自查.xlsx"),
      ("“收件/学校.xlsx”", "收件/学校.xlsx"),
      ("收件/开学\\ 自查.xlsx", "收件/开学 自查.xlsx"),
      ("file:///home/li/%E5%AD%A6%E6%A0%A1%201.xlsx", "/home/li/学校 1.xlsx"),
      ("FILE://localhost/home/li/a.csv", "/home/li/a.csv"),
      ("~/a.csv", "/home/li/a.csv"),
      ("\\\\NAS\\督导室 共享\\2024\\学校.xlsx", "/mnt/共享/2024/学校.xlsx"),
      ("a:b", "a:b"),
      ("\"'收件/开学 自查.xlsx'\"", "收件/开学 自查.xlsx"),
      ("收件/a\\ b\\ \\(1\\)\\&.xlsx", "收件/a b (1)&.xlsx"),
      ("收件/a\\b.xlsx", "收件/a\\b.xlsx"),
      ("file://nas/%E7%9D%A3%E5%AF%BC%E5%AE%A4%20%E5%85%B1%E4%BA%AB/a.csv", "/mnt/共享/a.csv"),
      ("file:///home/li/100%.csv", "/home/li/100%.csv"),
    ])
  func path(pasted: String, expected: String) throws {
    #expect(try paths.path(pasted) == expected)
  }

  @Test("A Windows path that is not here is refused, and the shares that are here are said")
  func refused() {
    #expect(
      throws: Diagnostic(
        PathMessages.windowsPathWithShares,
        ["path": "C:\\Users\\li\\a.xlsx", "shares": "//nas/督导室 共享 → /mnt/共享"])
    ) { try paths.path("C:\\Users\\li\\a.xlsx") }
    #expect(throws: Diagnostic(PathMessages.windowsPath, ["path": "\\\\srv\\x\\a.csv", "shares": ""])) {
      try PastedPath(home: nil, mountTable: "").path("\\\\srv\\x\\a.csv")
    }
    #expect(throws: Diagnostic(PathMessages.windowsPath, ["path": "C:/Users/li/a b.csv", "shares": ""])) {
      try PastedPath(home: nil, mountTable: "").path("file:///C:/Users/li/a%20b.csv")
    }
  }
}
