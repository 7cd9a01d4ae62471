#!/bin/sh
# Dumps a site's database and archives its files, stores both away from this server, and reports to Healthchecks how
# it ended. Needs mysqldump, gzip, tar, curl and rclone. The rest of it lies beside this file:
#   settings.sh   what is backed up, and where to
#   my.cnf        how to log in to the database
#   rclone.conf   how to log in to the store
set -u
umask 077
PATH="${HOME:-}/bin:/usr/local/bin:/usr/bin:/bin"
export PATH
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/settings.sh" || exit 1

report() {
  curl -fsS -m 30 --retry 3 -o /dev/null "$PING$1" || echo "backup: no report could be sent" >&2
}

fail() {
  echo "backup: $1" >&2
  report /fail
  exit 1
}

archive() {
  tar -czf "$1" -C "$2" .
  code=$?
  # GNU tar ends with 1 where a file changed while it was read, as it may on a site that is up.
  [ "$code" -eq 0 ] || { [ "$code" -eq 1 ] && tar --version | grep -q GNU; }
}

# Asks the store for nothing, so a key that may only write is enough.
store() {
  rclone --config "$here/rclone.conf" copyto "$1" "store:$BUCKET/$SITE/$2" \
    --s3-no-check-bucket --s3-no-head --no-check-dest
}

report /start
work=$(mktemp -d "$here/work.XXXXXX") || fail "no room to work in"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
moment=$(date -u +%Y%m%dT%H%M%SZ)

mysqldump --defaults-extra-file="$here/my.cnf" --single-transaction --no-tablespaces \
  --default-character-set=utf8mb4 "$DATABASE" > "$work/db.sql" || fail "the database could not be dumped"
# The last line of a dump that is whole.
tail -n 1 "$work/db.sql" | grep -q '^-- Dump completed' || fail "the dump is not whole"
gzip "$work/db.sql" || fail "the dump could not be packed"
archive "$work/files.tar.gz" "$FILES" || fail "the files could not be archived"

store "$work/db.sql.gz" "db-$moment.sql.gz" || fail "the dump could not be stored"
store "$work/files.tar.gz" "files-$moment.tar.gz" || fail "the files could not be stored"
report ""
