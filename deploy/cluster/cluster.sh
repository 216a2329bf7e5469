#!/usr/bin/env bash
# A whole cluster on one machine, for trying it out: PostgreSQL, silos, gateways, and HAProxy before them.
#
#   deploy/cluster/cluster.sh up        starts it and says where to open it
#   deploy/cluster/cluster.sh status    says what runs
#   deploy/cluster/cluster.sh silo      starts one more silo: new sessions land on it at once
#   deploy/cluster/cluster.sh restart   restarts every silo and gateway, one after the other, while games are running
#   deploy/cluster/cluster.sh down      stops it; games stay in the run folder
#
# Needs the .NET 10 SDK, Node 20.19+, the PostgreSQL server programs and HAProxy (Debian: apt-get install postgresql haproxy).
# Everything listens on loopback, except HAProxy if you say ARENA_BIND=0.0.0.0.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
run="${ARENA_RUN:-$here/run}"
port="${ARENA_PORT:-5080}" bind="${ARENA_BIND:-127.0.0.1}"
silos="${ARENA_SILOS:-3}" gateways="${ARENA_GATEWAYS:-2}"
first_silo_port=$((port + 6000)) first_gateway_port=$((port + 1)) database_port=$((port + 1000))

fail() { printf '%s\n' "$*" >&2; exit 1; }
say() { printf '%s\n' "$*"; }
alive() { [ -f "$run/$1.pid" ] && kill -0 "$(cat "$run/$1.pid")" 2>/dev/null; }
names() { for file in "$run"/*.pid; do [ -e "$file" ] && basename "$file" .pid; done; }

# PostgreSQL refuses to run as root: then it runs as the user that its package made.
as_database() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
database_tool() {
  local tool
  tool="$(command -v "$1" || ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -V | tail -1 || true)"
  [ -n "$tool" ] || fail "The PostgreSQL server programs are missing ($1). Debian: apt-get install postgresql"
  printf '%s' "$tool"
}

start_database() {
  if [ ! -d "$run/postgres" ]; then
    mkdir "$run/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$run/postgres"
    as_database "$(database_tool initdb)" -D "$run/postgres" -U arena -A trust -E UTF8 >"$run/initdb.log"
  fi
  as_database "$(database_tool pg_ctl)" -D "$run/postgres" -w -l "$run/postgres/server.log" \
    -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null
  "$(database_tool createdb)" -h 127.0.0.1 -p "$database_port" -U arena arena 2>/dev/null || true
}

# start NAME COMMAND... : in the background, with a log of its own; waits until it says that it is ready.
start() {
  local name="$1"; shift
  "$@" >"$run/$name.log" 2>&1 &
  echo $! >"$run/$name.pid"
  for _ in $(seq 300); do
    if grep -q "is ready" "$run/$name.log"; then return; fi
    kill -0 "$(cat "$run/$name.pid")" 2>/dev/null || { tail -5 "$run/$name.log" >&2; fail "$name did not start; see $run/$name.log"; }
    sleep 0.2
  done
  fail "$name did not become ready within a minute; see $run/$name.log"
}

with_settings() {
  # In the place of the shell that runs this, so that its process id is the program's.
  exec env Arena__Cluster__Key="$(cat "$run/cluster.key")" \
    Arena__Storage__Provider=postgres \
    Arena__Storage__ConnectionString="Host=127.0.0.1;Port=$database_port;Database=arena;Username=arena" \
    "$@"
}

start_silo() {
  start "silo-$1" with_settings env Arena__Cluster__ListenPort=$((first_silo_port + $1)) \
    dotnet "$root/silo/Arena.Silo/bin/Release/net10.0/Arena.Silo.dll" --contentRoot "$root/silo/Arena.Silo"
}

start_gateway() {
  start "gateway-$1" with_settings env Arena__Gateway__KnownProxies__0=127.0.0.1 \
    Arena__Gateway__KeyFolder="$run/keys" Arena__Gateway__DrainMs=4000 \
    dotnet "$root/gateway/Arena.Gateway/bin/Release/net10.0/Arena.Gateway.dll" \
    --contentRoot "$root/gateway/Arena.Gateway" --urls "http://127.0.0.1:$((first_gateway_port + $1))"
}

stop() {
  alive "$1" || { rm -f "$run/$1.pid"; return 0; }
  kill -TERM "$(cat "$run/$1.pid")"
  while alive "$1"; do sleep 0.2; done
  rm -f "$run/$1.pid"
}

write_proxy() {
  {
    sed -e "s/@BIND@/$bind:$port/" "$here/haproxy.cfg"
    for i in $(seq 0 $((gateways - 1))); do
      printf '    server gateway-%s 127.0.0.1:%s check cookie %s\n' "$i" "$((first_gateway_port + i))" "$i"
    done
  } >"$run/haproxy.cfg"
}

up() {
  command -v haproxy >/dev/null || fail "HAProxy is missing. Debian: apt-get install haproxy"
  mkdir -p "$run"
  [ -s "$run/cluster.key" ] || (umask 077 && head -c 32 /dev/urandom | base64 -w0 >"$run/cluster.key")
  say "Building"
  [ -n "${ARENA_SKIP_BUILD:-}" ] || dotnet build "$root/gateway/Arena.Gateway" -c Release -v quiet --nologo
  [ -n "${ARENA_SKIP_BUILD:-}" ] || dotnet build "$root/silo/Arena.Silo" -c Release -v quiet --nologo
  say "Starting PostgreSQL, $silos silos, $gateways gateways, HAProxy"
  start_database
  for i in $(seq 0 $((silos - 1))); do start_silo "$i"; done
  for i in $(seq 0 $((gateways - 1))); do start_gateway "$i"; done
  write_proxy
  haproxy -f "$run/haproxy.cfg" >"$run/haproxy.log" 2>&1 &
  echo $! >"$run/haproxy.pid"
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    alive haproxy || { tail -5 "$run/haproxy.log" >&2; fail "HAProxy did not start; see $run/haproxy.log"; }
    sleep 0.1
  done
  say "The cluster is ready. Open http://localhost:$port to host a game. Logs are in $run."
}

silo() {
  local next=0
  while alive "silo-$next"; do next=$((next + 1)); done
  start_silo "$next"
  say "silo-$next takes part."
}

restart() {
  for name in $(names); do
    case "$name" in
      silo-*) say "$name"; stop "$name"; start_silo "${name#silo-}" ;;
      gateway-*) say "$name"; stop "$name"; start_gateway "${name#gateway-}" ;;
    esac
  done
}

down() {
  for name in $(names); do case "$name" in gateway-*|haproxy) stop "$name" & ;; esac; done; wait
  # No silo is left to take their sessions over: they wait for the next start.
  for name in $(names); do case "$name" in silo-*) stop "$name" & ;; esac; done; wait
  [ ! -d "$run/postgres" ] || as_database "$(database_tool pg_ctl)" -D "$run/postgres" -m fast stop >/dev/null || true
  say "Stopped."
}

status() {
  for name in $(names); do if alive "$name"; then say "$name runs ($(cat "$run/$name.pid"))"; else say "$name has ended"; fi; done
}

case "${1:-}" in
  up|silo|restart|down|status) "$1" ;;
  *) sed -n '2,11p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
