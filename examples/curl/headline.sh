#!/usr/bin/env bash
# Which ODG criteria most often uphold denials? curl puts the query into the address, so that nothing has to be quoted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../schema/operations"

curl --silent --show-error --fail-with-body --get "${IMR_URL:-http://127.0.0.1:4000/graphql}" \
  --header 'Apollo-Require-Preflight: true' \
  --data-urlencode query@OdgCriteriaThatUpholdDenials.graphql
