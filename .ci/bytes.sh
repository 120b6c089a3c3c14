#!/usr/bin/env bash
# The same reports give the same bytes wherever and whenever they are consolidated: other time zone, language of the machine,
# current folder and day, other order of files on the disk.
set -uo pipefail
work=$1/bytes
root=$PWD
mkdir -p "$work"
reports=fixtures/can-tho/reports/2024-H1

run() { # name, folder to start in, environment…
  local name=$1 from=$2
  shift 2
  (cd "$from" && env "$@" node "$root/bin/aggregate.js" "$work/in/2024-H1" --as-of 2024-06-25 \
    --out "$work/out/tong-hop.xlsx" --export "$work/out/export" >"$work/$name.log" 2>&1)
  [ $? -eq 1 ] || { cat "$work/$name.log"; return 1; } # 1: the fixture holds planted mistakes
  mv "$work/out" "$work/$name"
}

copy() { # in which order the files come to the disk
  rm -rf "$work/in" && mkdir -p "$work/in"
  (cd "$reports/.." && find 2024-H1 2023-H1 -type f | LC_ALL=C sort ${1:-} | while read -r file; do
    mkdir -p "$work/in/$(dirname "$file")" && cp "$file" "$work/in/$file"
  done)
}

# A clock that is years ahead, for a program that should not look at it.
cat >"$work/later.cjs" <<'JS'
const Now = Date
const shift = 9 * 365 * 86_400_000
globalThis.Date = class extends Now {
  constructor(...given) {
    super(...(given.length === 0 ? [Now.now() + shift] : given))
  }
  static now() {
    return Now.now() + shift
  }
}
JS

copy && run one "$root" TZ=UTC LC_ALL=C.UTF-8 || exit 1
copy -r && run other / TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=vi_VN.UTF-8 NODE_OPTIONS=--require="$work/later.cjs" || exit 1
differ=$(diff -rq "$work/one" "$work/other")
if [ -n "$differ" ]; then
  printf 'FAIL  the same bytes in another place\n%s\n' "$differ"
  exit 1
fi
printf 'ok    the same bytes in another time zone, language, folder and order: %s files\n' "$(find "$work/one" -type f | wc -l)"
# Canary: one answer changed must show.
sed -i '2s/,[0-9]*,/,987654,/' "$work/other/export/figures.csv"
diff -rq "$work/one" "$work/other" >/dev/null && { echo 'FAIL  canary: a changed figure is not seen'; exit 1; }
echo 'ok    canary: a changed figure is seen'
