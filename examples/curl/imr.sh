# To be sourced: what the other scripts share. bash and curl are enough.

operations="$(dirname "${BASH_SOURCE[0]}")/../../schema/operations"

# Standard input as a JSON string, whatever it holds: quotes, backslashes, line ends, form feeds. JSON has no place for
# other control characters; they become spaces, which keeps the offsets of an answer true.
json_string() {
  local text
  text="$(LC_ALL=C tr '\000-\010\013\016-\037\177' ' ' && echo .)" # $(…) would drop line ends that are last
  text="${text%.}"
  text="${text//\\/\\\\}"
  text="${text//\"/\\\"}"
  text="${text//$'\n'/\\n}"
  text="${text//$'\r'/\\r}"
  text="${text//$'\t'/\\t}"
  text="${text//$'\f'/\\f}"
  printf '"%s"' "$text"
}

# ask OPERATION VARIABLES: asks an operation of schema/operations and prints the answer; tells a refusal on standard error and
# fails. What is refused only while answering comes with HTTP 200: `errors` then stand first.
ask() {
  local answer status=0
  answer="$(
    printf '{"query":%s,"variables":%s}' "$(json_string <"$operations/$1.graphql")" "$2" |
      curl --silent --show-error --fail-with-body "${IMR_URL:-http://127.0.0.1:4000/graphql}" \
        --header 'Content-Type: application/json' --data-binary @-
  )" || status=$?
  if [[ "$answer" == '{"errors":'* ]]; then status=1; fi
  if [[ $status -ne 0 ]]; then printf '%s\n' "$answer" >&2; else printf '%s\n' "$answer"; fi
  return "$status"
}
