#!/usr/bin/env bash
# Installs what the tests need besides Node and what this Debian machine lacks: a Java runtime that the embedded Neo4j
# runs on (17 or 21), PostgreSQL and its
# clients for the mart, Chromium for the tests of the browser page, HAProxy for those of several processes, and Python 3
# and curl for the clients' examples.
# Installs nothing when all are there.
set -euo pipefail

# Debian 12 packages Java 17, Debian 13 packages Java 21.
readonly JAVA_PACKAGES=(openjdk-21-jre-headless openjdk-17-jre-headless)

has_java() {
  local java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$java" >/dev/null && "$java" -version 2>&1 | grep -Eq 'version "(17|21)\b'
}

has_sql_clients() {
  has isql && [[ -f /etc/odbcinst.ini ]] && grep -q '^\[PostgreSQL Unicode\]' /etc/odbcinst.ini &&
    /usr/bin/python3 -c 'import psycopg2, sqlalchemy' 2>/dev/null
}

has_postgres() {
  has psql && compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null
}

has() {
  command -v "$1" >/dev/null
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

# The first of the named packages that this release of Debian offers.
first_available() {
  local package
  for package in "$@"; do
    if [[ -n "$(apt-cache --names-only search "^$package\$")" ]]; then
      echo "$package"
      return
    fi
  done
  echo "install-test-tools: none of these packages is offered here: $*" >&2
  return 1
}

main() {
  if has_java && has_postgres && has_sql_clients && has chromium && has haproxy && has python3 && has curl; then return; fi
  if ! has apt-get; then
    echo "install-test-tools: no apt-get here; install a Java runtime 17 or 21, PostgreSQL, Chromium, HAProxy, Python 3 and curl by hand" >&2
    return 1
  fi

  as_root apt-get update --quiet
  local packages=()
  if ! has_java; then packages+=("$(first_available "${JAVA_PACKAGES[@]}")"); fi
  if ! has_postgres; then packages+=(postgresql); fi
  if ! has_sql_clients; then packages+=(unixodbc odbc-postgresql python3-psycopg2 python3-sqlalchemy); fi
  local tool
  for tool in chromium haproxy python3 curl; do
    if ! has "$tool"; then packages+=("$tool"); fi
  done
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet --yes --no-install-recommends -o DPkg::Lock::Timeout=600 "${packages[@]}"
}

main
