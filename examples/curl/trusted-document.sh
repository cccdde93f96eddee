#!/usr/bin/env bash
# trusted-document.sh FOLDER: the headline question by its name, without its text. Keeps the answer in FOLDER, with its ETag: asked again,
# the server sends an answer only if the graph has changed since. Prints the HTTP status: 200, or 304 for "as before".
set -euo pipefail
folder="${1:?usage: trusted-document.sh FOLDER}"

curl --silent --show-error --fail --get "${IMR_URL:-http://127.0.0.1:4000/graphql}" \
  --data-urlencode documentId=OdgCriteriaThatUpholdDenials \
  --etag-compare "$folder/etag" --etag-save "$folder/etag" \
  --output "$folder/answer.json" --write-out '%{http_code}\n'
