#!/bin/sh
# Starts "emh serve" by the shortest way, for systems that have a shell: straight from the server that an earlier start kept. "emh" finds that too,
# but Node must be started first to look for it. Where nothing is kept that fits, it is "emh serve".

# A name for the server as it was built; what is kept has it in its own.
BUILD=@BUILD@

start_kept() {
  # What stands in the folder where an editor happens to be is not ours.
  case $1 in
    /*) ;;
    *) return 0 ;;
  esac
  [ -r "$1/start-$BUILD.sh" ] || return 0
  folder=$1
  shift
  # Goes on from there, or gives back.
  . "$folder/start-$BUILD.sh"
}

case "$#$1" in
  # The command says what is wrong with it.
  1--socket=*[!0-9]*) ;;
  1--stdio | 1--pipe=?* | 1--socket=?*)
    if [ -n "$NODE_OPTIONS" ] || [ "$NODE_DISABLE_COMPILE_CACHE" = 1 ]; then
      :
    elif [ -n "$NODE_COMPILE_CACHE" ]; then
      start_kept "$NODE_COMPILE_CACHE" "$@"
    else
      start_kept "${XDG_CACHE_HOME:-$HOME/.cache}/emh-report" "$@"
      start_kept "$HOME/Library/Caches/emh-report" "$@"
    fi
    ;;
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
