#!/usr/bin/env bash
# search.sh WORDS…: findings by the words of their texts, with scores, highlights and facets. Overturned ones only.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/imr.sh"

ask SearchFindings "{\"query\":$(printf '%s' "$*" | json_string),\"first\":10}"
