#!/usr/bin/env bash
# How long does `./caplens demo` take beside `LC_ALL=C wc`, from start to end, on a text file in the page cache?
#
# usage: bench/demo_against_wc.sh [ROUNDS [MIB [DEMO OPTION...]]]
#
# Rounds alternate, so that what disturbs the machine meets both. Prints seconds and ratio of each round (above 1: the demo
# is faster), then the median of the ratios. Fails if the two disagree about the counts.
set -eu
rounds=${1:-7}
mebibytes=${2:-1024}
shift $(($# < 2 ? $# : 2))
root=$(cd "$(dirname "$0")/.." && pwd)
file=$(mktemp "${TMPDIR:-/tmp}/caplens-text-XXXXXX")
trap 'rm -f "$file" "$file.mib"' EXIT

# One mebibyte of words of 1 to 12 letters and lines of 3 to 16 words, the same on every run; then many of it.
awk 'BEGIN {
  srand(42)
  while (bytes < 1048576) {
    line = ""
    for (words = 3 + int(rand() * 14); words > 0; words--) {
      word = ""
      for (letters = 1 + int(rand() * 12); letters > 0; letters--) word = word sprintf("%c", 97 + int(rand() * 26))
      line = line (line == "" ? "" : " ") word
    }
    bytes += length(line) + 1
    print line
  }
}' | head -c 1048576 >"$file.mib"
for ((i = 0; i < mebibytes; i++)); do cat "$file.mib"; done >"$file"

seconds() {
  local before after
  before=$(date +%s%N)
  "$@" >"$file.mib"
  after=$(date +%s%N)
  echo $(((after - before) / 1000000))
}

"$root/caplens" --version >/dev/null # built, if it was not
LC_ALL=C wc "$file" >/dev/null # in the page cache
ratios=()
for ((round = 1; round <= rounds; round++)); do
  wc_millis=$(LC_ALL=C seconds wc "$file")
  expected=$(cat "$file.mib")
  demo_millis=$(seconds "$root/caplens" demo "$@" "$file")
  [ "$(cat "$file.mib")" = "$expected" ] || { echo "the counts differ: $expected / $(cat "$file.mib")" >&2; exit 1; }
  ratio=$(awk -v a="$wc_millis" -v b="$demo_millis" 'BEGIN { printf "%.2f", a / b }')
  ratios+=("$ratio")
  echo "round $round: wc $wc_millis ms, demo $demo_millis ms, ratio $ratio"
done
printf '%s\n' "${ratios[@]}" | sort -n | awk '{ r[NR] = $1 } END { print "median ratio " r[int((NR + 1) / 2)] ", from " r[1] " to " r[NR] }'
