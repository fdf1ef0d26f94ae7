import KitModel

extension StoreMessages {
  static let noFolder = Message(
    "store.no-folder",
    zh: "文件夹 {folder} 不存在，不能在其中打开存储 {file}",
    en: "the folder {folder} does not exist, so the store {file} cannot be opened in it",
    helpZh: "检查路径；新建工作区用 dudao new 文件夹",
    helpEn: "check the path; a new workspace is made with dudao new FOLDER")

  static let cannotOpen = Message(
    "store.cannot-open",
    zh: "打不开存储文件 {file}：{detail}",
    en: "the store {file} cannot be opened: {detail}",
    helpZh: "检查文件和所在文件夹的读写权限",
    helpEn: "check that you may read and write the file and its folder")

  static let notAStore = Message(
    "store.not-a-store",
    zh: "{file} 不是督导工作台的存储文件",
    en: "{file} is not a store of Dudao",
    helpZh: "没有改动它。移走或改名后重新打开工作区，会由 data/ 里的文件重建",
    helpEn:
      "nothing was changed in it. Move it away and open the workspace again: it is rebuilt from the files in data/"
  )

  static let newerVersion = Message(
    "store.newer-version",
    zh: "{file} 由更新版本的督导工作台写成，本版本读不了",
    en: "{file} was written by a later version of Dudao than this one",
    helpZh: "升级督导工作台后再打开；没有改动它",
    helpEn: "update Dudao and open it again; nothing was changed in it")

  static let unknownVersion = Message(
    "store.unknown-version",
    zh: "{file} 记的版本号是 {version}，没有哪个版本的督导工作台这样写：文件被别的程序改动过",
    en:
      "{file} says that its version is {version}, which no version of Dudao writes: another program altered it",
    helpZh: "没有改动它。先复制一份留存，再用 restore 恢复最近的备份",
    helpEn: "nothing was changed in it. Keep a copy of it, then restore the last backup")

  static let damaged = Message(
    "store.damaged",
    zh: "存储文件 {file} 已损坏：{detail}",
    en: "the store {file} is damaged: {detail}",
    helpZh: "用 restore 恢复最近的备份，此后做过的再做一遍；打不开时先把这个文件改名留存，再打开工作区来恢复",
    helpEn:
      "restore the last backup and do again what was done since; if it cannot be opened, rename the file, open the workspace and restore"
  )

  static let diskFull = Message(
    "store.disk-full",
    zh: "磁盘已满，{file} 没有写成；数据保持原样",
    en: "the disk is full: {file} was not written and is as it was before",
    helpZh: "腾出空间后重做这一步",
    helpEn: "make room and do this step again")

  static let notWritable = Message(
    "store.not-writable",
    zh: "{file} 不能写入：{detail}",
    en: "{file} cannot be written: {detail}",
    helpZh: "检查文件和文件夹的写权限；数据保持原样",
    helpEn: "check that you may write the file and its folder; the data is as it was before")

  static let inputOutput = Message(
    "store.input-output",
    zh: "读写 {file} 时出错：{detail}",
    en: "reading or writing {file} failed: {detail}",
    helpZh: "检查磁盘和空间；数据保持原样",
    helpEn: "check the disk and the room on it; the data is as it was before")

  static let engine = Message(
    "store.engine",
    zh: "存储引擎报错：{detail}",
    en: "the store reports: {detail}",
    helpZh: "数据保持原样。请把命令和这句话告诉维护者",
    helpEn: "the data is as it was before. Please tell the maintainers this sentence and the command")

  static let networkFileSystem = Message(
    "store.network-file-system",
    zh: "{file} 在网络文件系统（{kind}）上，只能以只读方式打开：网络上的锁不可靠，多人同时写会损坏数据",
    en:
      "{file} lies on a network file system ({kind}) and is opened read-only: its locks cannot be relied on, and writing from several machines would damage the data",
    helpZh: "要修改，请用 ssh 登录存放文件的机器，在那里打开工作区；或把工作区文件夹复制到本机",
    helpEn:
      "to change it, log in by ssh to the machine that holds the files and open the workspace there, or copy the folder to this machine"
  )

  static let readOnlyPlace = Message(
    "store.read-only-place",
    zh: "{file} 所在的文件夹不能写入，以只读方式打开",
    en: "the folder of {file} cannot be written, so it is opened read-only",
    helpZh: "要修改，请取得文件夹的写权限，或把工作区复制到可写的地方",
    helpEn:
      "to change it, get the right to write the folder, or copy the workspace to a place that can be written")

  static let held = Message(
    "store.held",
    zh: "{person}（{login}@{host}，进程 {pid}）自 {since} 起正在修改 {file}：{command}",
    en: "{person} ({login}@{host}, process {pid}) has been changing {file} since {since}: {command}",
    helpZh: "等它做完后重试；查询不受影响",
    helpEn: "wait for it to finish and try again; queries go on meanwhile")

  static let heldByUnknown = Message(
    "store.held-by-unknown",
    zh: "另一个程序正在修改 {file}",
    en: "another program is changing {file}",
    helpZh: "关闭打开这个文件的其他程序后重试；查询不受影响",
    helpEn: "close other programs that have the file open and try again; queries go on meanwhile")

  static var opening: [Message] {
    [
      noFolder, cannotOpen, notAStore, newerVersion, unknownVersion, damaged, diskFull, notWritable,
      inputOutput, engine,
      networkFileSystem, readOnlyPlace, held, heldByUnknown,
    ]
  }
}
