#!/usr/bin/env bash
# A full disk: the run ends with 2 and one line, and leaves nothing half-written on it. Needs root for the small tmpfs.
set -uo pipefail
disk=$(mktemp -d)
mount -t tmpfs -o size=128k tmpfs "$disk" || { echo 'could not mount a small tmpfs: run as root'; rmdir "$disk"; exit 1; }
trap 'umount "$disk"; rmdir "$disk"' EXIT
err=$(node bin/aggregate.js fixtures/can-tho/reports/2024-H1 --as-of 2024-06-25 --out "$disk" 2>&1 >/dev/null)
code=$?
echo "exit $code: $err"
[ "$code" -eq 2 ] || { echo 'FAIL  the exit code should be 2'; exit 1; }
[ "$(wc -l <<<"$err")" -eq 1 ] && [[ "$err" == *'Ổ đĩa đã đầy'* ]] || { echo 'FAIL  one line should say that the disk is full'; exit 1; }
[ -z "$(ls -A "$disk")" ] || { ls -A "$disk"; echo 'FAIL  something half-written stayed'; exit 1; }
echo 'ok    one line, exit 2, nothing half-written'
