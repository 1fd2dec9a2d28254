#!/bin/sh
# Called by Maven. Says in one sentence what is missing; all else is build.mjs's.
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The console needs Node 20.19 or newer with npm, which was not found: install it (nodejs.org), or build without the console: -Dconsole.skip=true" >&2
  exit 2
fi
exec node build.mjs "$@"
