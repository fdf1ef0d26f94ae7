import Foundation
import Glibc

/// Wall time and peak memory of one finished process.
struct Measured {
  let seconds: Double
  let peakMegabytes: Double
}

enum ProcessFailure: Error {
  case notStarted(String, Int32)
  case failed(String, Int32)
}

/// Runs a command in the current folder to its end, its output thrown away, and says what it took.
func measure(_ words: [String], environment: [String: String] = [:]) throws -> Measured {
  let began = now()
  var child = pid_t()
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  let inherited = ProcessInfo.processInfo.environment
  let settings = inherited.merging(environment) { _, new in new }.map { "\($0)=\($1)" }
  var settingPointers: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
  defer { for pointer in settingPointers { free(pointer) } }
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &settingPointers)
  guard code == 0 else { throw ProcessFailure.notStarted(words[0], code) }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
  guard status == 0 else { throw ProcessFailure.failed(words.joined(separator: " "), status >> 8) }
  return Measured(seconds: now() - began, peakMegabytes: Double(usage.ru_maxrss) / 1024)
}

/// Seconds on a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
