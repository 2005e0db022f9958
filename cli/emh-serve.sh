#!/bin/sh
# Starts "emh serve" by the shortest way, for systems that have a shell: straight from the server that an earlier start kept. "emh" finds that too,
# but Node must be started first to look for it. Where nothing is kept that fits, it is "emh serve".

# A name for the server as it was built; what is kept has it in its own.
BUILD=@BUILD@

# Goes on from what is kept in a folder, in the way to serve that is given behind it; or gives back.
go_on() {
  # What stands in the folder where an editor happens to be is not ours, nor what another person has put somewhere.
  case $1 in
    /*) ;;
    *) return 0 ;;
  esac
  start=$1/start-$BUILD
  [ -f "$start" ] && [ -O "$start" ] && [ -r "$start" ] || return 0
  { IFS= read -r node && IFS= read -r kept && IFS= read -r program; } <"$start" || return 0
  # To some shells a file is newer than one that is gone.
  [ -x "$node" ] && [ -f "$kept" ] && [ -r "$program" ] || return 0
  # What has come in the place of a file has changed its folder, whatever date it has itself.
  for older in "$node" "${node%/*}" "$program" "${program%/*}"; do
    [ "$kept" -nt "$older" ] || return 0
  done
  # Another start is under way, or has failed; else this one is.
  [ ! -e "$kept.starting" ] && true 2>/dev/null >"$kept.starting" || return 0
  export EMH_STARTING="$kept.starting" @GIVEN@
  exec "$node" @FLAGS@ --snapshot-blob "$kept" "$program" serve "$2"
}

# As "emh" does, looks into the folder for caches unless nothing is to be kept, or Node is told to start otherwise.
look() {
  [ -z "$NODE_OPTIONS" ] && [ "$NODE_DISABLE_COMPILE_CACHE" != 1 ] || return 0
  if [ -n "$NODE_COMPILE_CACHE" ]; then
    go_on "$NODE_COMPILE_CACHE" "$1"
  else
    go_on "${XDG_CACHE_HOME:-$HOME/.cache}/emh-report" "$1"
    go_on "$HOME/Library/Caches/emh-report" "$1"
  fi
}

# All else is for the command to understand, or to refuse.
case "$#$1" in
  1--stdio | 1--pipe=?*) look "$1" ;;
  1--socket=*[!0-9]* | 1--socket= | 1--socket=0* | 1--socket=??????*) ;;
  1--socket=*) [ "${1#--socket=}" -gt 65535 ] || look "$1" ;;
esac

self=$0
case $self in
  */*) ;;
  *) self=./$self ;;
esac
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
exec node "${self%/*}/emh.cjs" serve "$@"
