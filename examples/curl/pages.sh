#!/usr/bin/env bash
# pages.sh [FIRST]: all findings whose denial was overturned, FIRST a page (100 unless said); prints one page a line.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/imr.sh"

after=null
while [[ -n "$after" ]]; do
  page="$(ask OverturnedFindings "{\"first\":${1:-100},\"after\":$after}")"
  printf '%s\n' "$page"
  after=''
  if [[ "$page" == *'"hasNextPage":true'* && "$page" =~ '"endCursor":'(\"[^\"]+\") ]]; then
    after="${BASH_REMATCH[1]}"
  fi
done
