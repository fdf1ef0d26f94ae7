import FoundationEssentials
import Glibc

/// What kind of file system a file lies on.
package enum FileSystemKind: Hashable, Sendable {
  case local
  /// Shared over a network, where the locks and the shared memory that the engine needs cannot be relied on.
  case network(String)

  /// Asks the system for the file system of `path`, links followed.
  package init(of path: String) {
    let real = realpath(path, nil)
    defer { free(real) }
    let absolute = real.map { String(cString: $0) } ?? path
    let mounts = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
    self.init(type: Self.mountType(of: absolute, mounts: mounts) ?? "")
  }

  /// From the name of a mount's type, as `mount` shows it.
  package init(type: String) {
    let isFuse = type == "fuse" || type.hasPrefix("fuse.")
    self =
      Self.networkTypes.contains(type) || isFuse && !Self.localFuse.contains(type) ? .network(type) : .local
  }

  private static let networkTypes: Set = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "davfs", "gfs2", "glusterfs",
    "lustre",
    "ncpfs", "ocfs2", "orangefs", "vboxsf", "vmhgfs",
  ]

  /// FUSE serves local and network file systems alike; these lie on a disk of this machine.
  private static let localFuse: Set = [
    "fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.fuse-overlayfs", "fuse.lxcfs", "fuse.bindfs",
    "fuse.mergerfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.ext2",
  ]

  /// The type of the mount on which an absolute path lies, from the text of /proc/self/mountinfo.
  package static func mountType(of path: String, mounts: String) -> String? {
    var best = -1
    var type: String?
    // Bytes, not characters: this runs whenever a store is opened.
    for line in mounts.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count > 4, let dash = words.firstIndex(where: { $0.elementsEqual("-".utf8) }),
        dash + 1 < words.count
      else { continue }
      var point = String(Substring(words[4]))
      if point.utf8.contains(UInt8(ascii: "\\")) { point = point.replacing("\\040", with: " ") }
      let holds = point == "/" || path == point || path.hasPrefix(point + "/")
      // Of two mounts on one place the later lies on top.
      if holds && point.utf8.count >= best {
        best = point.utf8.count
        type = String(Substring(words[dash + 1]))
      }
    }
    return type
  }
}
