import KitModel

/// What the command `run` is called and takes.
enum RunWords {
  static let name = Label("运行", "run")
  static let meaning = Label("运行保存的脚本", "run a saved script")
  static let scriptParameter = Label("脚本", "script")
  static let scriptHelp = Label("scripts 文件夹里的名称，或文件", "its name in scripts, or a file")
  static let firstExample = Label("运行 scripts/main.dd", "run scripts/main.dd")
}
