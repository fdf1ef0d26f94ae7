/// Options that the program takes for itself wherever they stand on its command line, so that no command gets them.
package enum HostOptions {
  package static let names: Set<String> = [
    "workspace", "format", "lang", "as-of", "person", "without", "allow-write", "dry-run", "yes", "no-color",
    "labels", "no-plugins", "help", "version",
  ]
}
