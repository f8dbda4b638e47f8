#!/usr/bin/env bash
# A mock of Mastodon's whole API that others wrote (mastodon_mock, PyPI), on loopback, with faults on demand.
#   mastodon_mock.sh start   install it in a virtual environment if missing, start, print export lines
#   mastodon_mock.sh stop    stop the one that start left
# MMOCK_DIR holds everything, MMOCK_PORT is the port. Its state is in memory: a new start is a fresh server.
set -euo pipefail
dir=${MMOCK_DIR:-${TMPDIR:-/tmp}/ronde-mastodon-mock}
port=${MMOCK_PORT:-8170}
base=http://127.0.0.1:$port

is_running() {
  [ -s "$dir/pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$(cat "$dir/pid")/cmdline" | grep -q mastodon_mock
}

start() {
  if is_running; then cat "$dir/env"; return; fi
  mkdir -p "$dir"
  if [ ! -x "$dir/venv/bin/mastodon_mock" ]; then
    python3 -m venv "$dir/venv"
    "$dir/venv/bin/pip" install -q --disable-pip-version-check mastodon-mock==0.6.1
  fi
  {
    printf '[server]\nhost = "127.0.0.1"\nport = %s\n' "$port"
    for name in alice bob carol; do
      printf '[[seed.accounts]]\nusername = "%s"\naccess_token = "token-%s"\n' "$name" "$name"
    done
  } >"$dir/config.toml"
  setsid "$dir/venv/bin/mastodon_mock" serve --config "$dir/config.toml" --in-memory --log-level warning \
    >"$dir/log" 2>&1 </dev/null &
  echo $! >"$dir/pid"
  for _ in $(seq 200); do
    curl -fs "$base/api/v1/instance" >/dev/null 2>&1 && break
    sleep 0.1
  done
  is_running || { cat "$dir/log" >&2; return 1; }
  {
    echo "export MMOCK_URL=$base"
    for name in alice bob carol; do echo "export MMOCK_TOKEN_${name^^}=token-$name"; done
  } >"$dir/env"
  cat "$dir/env"
}

stop() {
  is_running || return 0
  local pid
  pid=$(cat "$dir/pid")
  kill "$pid"
  for _ in $(seq 50); do is_running || break; sleep 0.1; done
  if is_running; then kill -9 "$pid"; fi
  rm -f "$dir/pid"
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  *) echo "usage: $0 start|stop" >&2; exit 2 ;;
esac
