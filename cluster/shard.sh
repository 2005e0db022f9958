#!/bin/sh
# Checks one shard of an archive: shard.sh IN OUT [OPTION...]
#
# IN is NDJSON ({"id": ..., "text": ...} a line; packed where its name ends in .gz), OUT one line for each line of it that is not blank. Options
# are those of `emh check --ndjson`. May be run any number of times, at any moment ended, and by several hosts at once on shared storage:
# OUT is there with all of its lines, or not at all. Ends with 0 where it is there.
# EMH names the command where it is not on the path.
set -eu
if [ $# -lt 2 ]; then
  echo "usage: shard.sh IN OUT [OPTION...]" >&2
  exit 2
fi
in=$1
out=$2
shift 2
[ -e "$out" ] && exit 0

# Hosts of one storage may have the same process ids.
draft="$out.tmp.$(uname -n).$$"
trap 'rm -f "$draft"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -p "$(dirname "$out")"
"${EMH:-emh}" check --ndjson "$@" "$in" >"$draft"

# Lines that are not blank, whatever bytes are in them; a byte order mark is none.
mark=$(printf '\357\273\277')
unpacked() {
  case $in in
    *.gz) gzip -dc <"$in" ;;
    *) cat <"$in" ;;
  esac
}
asked=$(unpacked | LC_ALL=C sed "1s/^$mark//" | LC_ALL=C grep -ac '[^[:space:]]' || true)
given=$(LC_ALL=C grep -ac '' <"$draft" || true)
if [ "$asked" != "$given" ]; then
  echo "shard.sh: $in: $asked lines in, $given out; nothing is kept" >&2
  exit 1
fi
mv "$draft" "$out"
