#!/bin/sh
# usage: stamp.sh COMPILER OUTPUT KIT FILE...
# Writes a Swift file with the SHA-256 of the compiler's version and of the kit's files (paths below KIT),
# as constants in the section dudao_stamp.
set -eu
compiler=$1 output=$2
cd "$3"
shift 3
hash=$({ "$compiler" --version 2>/dev/null; sha256sum -- "$@"; } | sha256sum | cut -c1-64)
part() { printf '0x%s' "$(printf '%s' "$hash" | cut -c"$1")"; }
cat >"$output.new" <<END
/// Made by the build: do not edit.
@section("dudao_stamp") @used
let workbenchBuildStamp: (UInt64, UInt64, UInt64, UInt64) = (
  $(part 1-16), $(part 17-32), $(part 33-48), $(part 49-64)
)
END
mv "$output.new" "$output"
