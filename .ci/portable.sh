#!/usr/bin/env bash
# The two ways onto a clerk's machine without a network: the package from its tarball, and the portable folder. Both are
# put where nothing else is, and consolidate the sample there; the portable one without any Node in its PATH.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
size() { du -m "$1" | cut -f1; }

consolidates() { # what, command…
  local what=$1 folder; shift
  folder=$(mktemp -d "$work/thư mục của XXXX") && cd "$folder" || return 1
  "$@" init thử --sample --quiet >/dev/null || { echo "FAIL  $what: init"; return 1; }
  cd thử && "$@" reports/2024-H1 --as-of 2024-06-25 --quiet
  # 1: the sample holds planted mistakes.
  [ $? -eq 1 ] && [ -s reports/2024-H1-tong-hop/tong-hop-2024-H1.xlsx ] || { echo "FAIL  $what: no workbook"; return 1; }
  echo "ok    $what: the sample is consolidated"
}

failed=0
npm pack --ignore-scripts --pack-destination "$work" >"$work/pack.log" 2>&1 || { tail -n 3 "$work/pack.log"; exit 1; }
tarball=$(ls "$work"/*.tgz)
npm install -g --offline --cache "$work/empty-cache" --prefix "$work/prefix" --no-audit --no-fund "$tarball" >"$work/install.log" 2>&1 ||
  { tail -n 5 "$work/install.log"; echo 'FAIL  npm install -g --offline'; exit 1; }
echo "ok    npm install -g --offline from one tarball of $(size "$tarball") MB"
(consolidates 'installed' "$work/prefix/bin/aggregate") || failed=1

node bin/dist.js --out "$work/release" >"$work/dist.log" 2>&1 || { tail -n 5 "$work/dist.log"; echo 'FAIL  npm run dist'; exit 1; }
archive=$(ls "$work"/release/*.tar.gz)
mkdir "$work/elsewhere" && tar -xf "$archive" -C "$work/elsewhere" && rm -rf "$work/release"
portable=$(ls -d "$work"/elsewhere/*/)
(cd "$portable" && sha256sum --quiet -c SHA256SUMS) || { echo 'FAIL  SHA256SUMS'; failed=1; }
mkdir "$work/bin" && ln -s "${portable}aggregate" "$work/bin/aggregate"
# Only what the launcher needs to follow a link: no Node is to be found.
ln -s "$(command -v readlink)" "$work/bin/readlink"
(consolidates 'portable, started by a link, no Node in PATH' env -i PATH="$work/bin" HOME="$work" "$work/bin/aggregate") || failed=1
exit $failed
