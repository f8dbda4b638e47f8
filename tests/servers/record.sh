#!/usr/bin/env bash
# Records the answers of real servers for the contract of networks (tests/suite/contract.rs), one file a clause.
#   record.sh snac|mastodon_mock|bluesky [CLAUSE…]
# Starts the server anew for each clause, so that a recording holds what its clause did and nothing else, and
# stops it. Needs what tests/servers/SERVER.sh needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
server=${1:?snac, mastodon_mock or bluesky}
shift
clauses=("$@") failed=()
work=$(mktemp -d)
export SNAC_DIR=$work/snac SNAC_PORT=${SNAC_PORT:-8111} MMOCK_PORT=${MMOCK_PORT:-8171}
export MMOCK_DIR=${MMOCK_DIR:-${TMPDIR:-/tmp}/ronde-mastodon-mock}
export BLUESKY_DIR=$work/bluesky BLUESKY_PORT=${BLUESKY_PORT:-8220}
stop() { tests/servers/"$server".sh stop || true; }
trap 'stop; rm -rf "$work"' EXIT
built=$(cargo test --locked --test suite --no-run 2>&1) || { echo "$built" >&2; exit 1; }
# A copy: it goes on as it was built.
cp "$(sed -n 's/.*(\(.*\/suite-[0-9a-f]*\)).*/\1/p' <<<"$built")" "$work/suite"
if [ ${#clauses[@]} = 0 ]; then
  mapfile -t clauses < <("$work/suite" --list "contract::$server::real::" | sed -n "s/^contract::$server::real::\(.*\): test$/\1/p")
fi
for clause in "${clauses[@]}"; do
  stop
  tests/servers/"$server".sh start >"$work/env"
  # shellcheck disable=SC1091
  . "$work/env"
  RONDE_RECORD=1 "$work/suite" "contract::$server::real::$clause" --exact --nocapture || failed+=("$clause")
done
[ ${#failed[@]} = 0 ] || { printf 'not recorded: %s\n' "${failed[@]}" >&2; exit 1; }
