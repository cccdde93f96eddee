#!/usr/bin/env bash
# lookup-citations.sh FILE: each place of a text that names a guideline. The text is sent in the body, never in the address.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/imr.sh"

ask LookupCitations "{\"text\":$(json_string <"$1")}"
