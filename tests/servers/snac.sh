#!/usr/bin/env bash
# A real server that speaks Mastodon's API: snac, on loopback, with alice, bob and carol.
#   snac.sh start   install it if missing (Debian, as root), start, seed, print export lines
#   snac.sh stop    stop the one that start left
# SNAC_DIR holds everything, SNAC_PORT is the port. A second start keeps a running server.
set -euo pipefail
dir=${SNAC_DIR:-${TMPDIR:-/tmp}/ronde-snac}
port=${SNAC_PORT:-8101}
base=http://localhost:$port
people=(alice bob carol)

is_running() {
  [ -s "$dir/pid" ] && [ "$(cat "/proc/$(cat "$dir/pid")/comm" 2>/dev/null)" = snac ]
}

install() {
  command -v snac >/dev/null && command -v jq >/dev/null && command -v curl >/dev/null && return
  local list=/etc/apt/sources.list.d suite
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  apt-get update -qq
  if ! apt-cache show snac2 >/dev/null 2>&1; then
    # It is in backports: the same mirror and the same key as the rest of the system.
    printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\nSigned-By: %s\n' \
      "$(sed -n 's/^URIs: //p' "$list/debian.sources" | head -1)" "$suite" \
      "$(sed -n 's/^Signed-By: //p' "$list/debian.sources" | head -1)" >"$list/backports.sources"
    apt-get update -qq
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends jq curl snac2 >/dev/null ||
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends jq curl "snac2/$suite-backports" >/dev/null
}

# The code flow as a browser goes through it: snac takes no password for a token.
token_of() { # name password
  local app id secret code oob=urn:ietf:wg:oauth:2.0:oob
  app=$(curl -fsS "$base/api/v1/apps" -d client_name=suite -d "redirect_uris=$oob" -d 'scopes=read write')
  id=$(jq -er .client_id <<<"$app") secret=$(jq -er .client_secret <<<"$app")
  code=$(curl -fsS "$base/oauth/x-snac-login" --data-urlencode "login=$1" --data-urlencode "passwd=$2" \
    -d "redir=$oob" -d "cid=$id" -d state=)
  curl -fsS "$base/oauth/token" -d grant_type=authorization_code -d "code=$code" -d "client_id=$id" \
    -d "client_secret=$secret" -d "redirect_uri=$oob" | jq -er .access_token
}

api() { # name method path [more]
  local token
  token=$(sed -n "s/^export SNAC_TOKEN_${1^^}=//p" "$dir/env")
  curl -fsS -X "$2" -H "Authorization: Bearer $token" "$base$3" "${@:4}"
}

seed() {
  local post id alice
  post=$(api alice POST /api/v1/statuses -d 'status=The shop opens on Saturday! #opening')
  id=$(jq -er .id <<<"$post") alice=$(jq -er .account.id <<<"$post")
  api bob POST "/api/v1/accounts/$alice/follow" >/dev/null
  api bob POST /api/v1/statuses -d "in_reply_to_id=$id" -d 'status=At what time?' >/dev/null
  api bob POST "/api/v1/statuses/$id/favourite" >/dev/null
  api carol POST /api/v1/statuses -d 'status=@alice do you sell gift cards?' >/dev/null
  # They pass through snac's own queue.
  for _ in $(seq 120); do
    [ "$(api alice GET /api/v1/notifications | jq '[.[] | select(.type == "mention")] | length')" -ge 2 ] && return
    sleep 0.25
  done
  echo 'the seeded messages did not arrive' >&2
  return 1
}

start() {
  if is_running && [ -e "$dir/seeded" ]; then cat "$dir/env"; return; fi
  stop
  install
  rm -rf "$dir" && mkdir -p "$dir"
  printf '127.0.0.1\n%s\nlocalhost:%s\n\n\n' "$port" "$port" | snac init "$dir/data" >/dev/null
  jq '.protocol = "http" | .num_threads = 16 | .disable_email_notifications = true | .badlogin_retries = 1000' \
    "$dir/data/server.json" >"$dir/server.json"
  mv "$dir/server.json" "$dir/data/server.json"
  declare -A password
  for name in "${people[@]}"; do
    password[$name]=$(snac adduser "$dir/data" "$name" </dev/null 2>&1 | sed -n 's/^User password is //p')
  done
  setsid snac httpd "$dir/data" >"$dir/log" 2>&1 </dev/null &
  echo $! >"$dir/pid"
  for _ in $(seq 100); do
    curl -fs "$base/api/v1/instance" >/dev/null 2>&1 && break
    sleep 0.1
  done
  is_running || { cat "$dir/log" >&2; return 1; }
  echo "export SNAC_URL=$base" >"$dir/env"
  for name in "${people[@]}"; do
    {
      echo "export SNAC_TOKEN_${name^^}=$(token_of "$name" "${password[$name]}")"
      echo "export SNAC_PASSWORD_${name^^}=${password[$name]}"
    } >>"$dir/env"
  done
  seed
  touch "$dir/seeded"
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
