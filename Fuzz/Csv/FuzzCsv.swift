import Glibc
import KitFormats

/// Any bytes as a csv: they are read or refused with a diagnostic, and what is read keeps its promises.
@c(LLVMFuzzerTestOneInput)
public func fuzzCsv(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  InputProbe.read(UnsafeBufferPointer(start: data, count: size), name: "input.csv")
  return 0
}
