import KitModel

/// What is said about paths.
public enum PathMessages {
  public static let all = [windowsPath, windowsPathWithShares]

  static let windowsPath = Message(
    "workspace.path-windows", zh: "这是 Windows 电脑上的路径，本机上没有：{path}",
    en: "this is a path of a Windows machine, which this machine does not have: {path}",
    helpZh: "把文件放到本机或共享文件夹里，再写它在本机的路径；不知道在哪里时问管理员共享文件夹挂在哪个目录",
    helpEn:
      "put the file on this machine or into the shared folder, and give its path here; whoever looks after the machine knows where the shared folder is mounted"
  )
  static let windowsPathWithShares = Message(
    "workspace.path-windows-shares", zh: "这是 Windows 电脑上的路径：{path}",
    en: "this is a path of a Windows machine: {path}",
    helpZh: "共享文件夹在本机的位置：{shares}。请换成本机的路径",
    helpEn: "shared folders are mounted here: {shares}. Give the path on this machine")
}
