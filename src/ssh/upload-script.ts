/**
 * What an upload runs on the host, as one conversation over one channel: it says its state, gets the manifest that is
 * wanted, answers with what it has, and unpacks what is sent.
 *
 * Beside the tree, in `.ml-workflow/manifests/`: `<name>` says which manifest holds, and a digest of the size, times
 * and mode of all that it lists; it is replaced by a rename when an upload has finished. `<name>.<id>-<number>/` is a
 * manifest, there from the moment on at which its upload begins to write.
 */
import { quoted, quotedPath } from './quote.ts';

/** At the head of each line that is ours: a login script may print lines of its own. */
export const mark = '#ml-workflow ';

/** Tested with GNU coreutils and tar, and with BusyBox. */
const script = `
LC_ALL=C TZ=UTC0; export LC_ALL TZ; umask 022
# What startup files print may be no whole line.
echo
say() { printf '${mark}%s\\n' "$*"; }
fail() { say "failed $*"; exit 9; }
list() { {
  for f in plain odd; do [ ! -s "$1/$f" ] || xargs -0 -r stat -c '%y %z %f %s %n' <"$1/$f"; done
  for f in folders odd-folders; do [ ! -s "$1/$f" ] || xargs -0 -r stat -c '%f %n' <"$1/$f"; done
} 2>/dev/null; }
part() { gzip -1 -c >"$m.part"; say "part $(wc -c <"$m.part")"; cat "$m.part"; rm -f "$m.part"; }
links() { xargs -0 -r sh -c 'for d do if [ -L "$d" ]; then printf "%s\\n" "$d"; exit 1; fi; done' sh <"$1"; }
blocked() { xargs -0 -r sh -c 'for d do
  if [ -L "$d" ] || { [ -e "$d" ] && [ ! -d "$d" ]; }; then printf "%s\\n" "$d"; exit 1; fi; done' sh <"$1"; }
mkdir -p -- "$1" && cd -- "$1" && mkdir -p .ml-workflow/manifests || fail folder
m=.ml-workflow/manifests/$2
tools=-
command -v zstd >/dev/null 2>&1 && tools=zstd
case $(tar --version 2>/dev/null) in *GNU*|*bsdtar*) names=pax ;; *) names=gnu ;; esac
id= old= begun= count=0
[ -f "$m" ] && read -r id old <"$m"
if [ -n "$id" ] && [ -d "$m.$id" ]; then count=1; else id=; fi
for d in "$m".*/; do
  d=\${d%/}
  [ -d "$d" ] || continue
  case $d in "$m.$id") ;; *.tmp) rm -rf "$d" ;; *) begun="$begun $d"; count=$((count+1)) ;; esac
done
if [ -z "$id$begun" ]; then state=empty
elif [ -z "$begun" ] && [ "$(list "$m.$id" | sha256sum)" = "$old" ]; then state=clean
else state=dirty; fi
say "$state $tools $names $count \${id:+finished}"
read -r wanted base || exit 1
all="\${id:+$m.$id} $begun"
case $state in
  clean)
    if [ "\${id%-*}" = "$wanted" ]; then say same; exit 0; fi
    if [ "\${id%-*}" = "$base" ]; then say "base $(wc -c <"$m.$id/body")"
    else part <"$m.$id/body"; fi ;;
  dirty)
    for d in $all; do part <"$d/body"; done
    for d in $all; do cat "$d/plain" "$d/folders"; done | sort -zu >"$m.union"
    xargs -0 -r stat -c '%f %s %n' <"$m.union" 2>/dev/null | part
    xargs -0 -r sh -c 'for f do [ ! -L "$f" ] && [ -f "$f" ] && printf "%s\\0" "$f"; done' sh <"$m.union" |
      xargs -0 -r sha256sum 2>/dev/null | part
    rm -f "$m.union" ;;
esac
read -r new bytes packed expected lines || exit 1
n=$m.$new
rm -rf "$n.tmp"; mkdir "$n.tmp" || fail folder
dd bs="$bytes" count=1 iflag=fullblock 2>/dev/null | gzip -dc | tar xf - -C "$n.tmp" && [ -f "$n.tmp/end" ] || exit 1
if [ -f "$n.tmp/change" ]; then cat "$m.$id/body" "$n.tmp/change" >"$n.tmp/body" || fail folder; fi
if [ ! -f "$n.tmp/plain" ]; then
  (cd "$m.$id" && cp plain odd folders odd-folders "../\${n##*/}.tmp/") || fail folder
fi
mv "$n.tmp" "$n" || fail folder
# Each program that has nothing to do costs some milliseconds.
if [ -s "$n/ways" ]; then way=$(links "$n/ways"); [ -z "$way" ] || fail "way $way"; fi
if [ -s "$n/deleted" ]; then xargs -0 -r rm -f -- <"$n/deleted" || fail remove; fi
if [ -s "$n/deleted-folders" ]; then xargs -0 -r rmdir -- <"$n/deleted-folders" 2>/dev/null; fi
if [ -s "$n/needed" ]; then
  way=$(blocked "$n/needed"); [ -z "$way" ] || fail "way $way"
  xargs -0 -r mkdir -p -- <"$n/needed" || fail folder
fi
if [ -s "$n/large" ]; then
  xargs -0 -r -n 4 sh -c 'rm -f -- "$5" && $2 "$1/$3" "$5" && chmod "$4" "$5"' sh \
    ".ml-workflow/incoming/$2" <"$n/large" || fail large
fi
case $packed in
  zstd) zstd -dc | tar xpmof - ;;
  gzip) gzip -dc | tar xpmof - ;;
  none) tar xpmof - ;;
esac || fail unpack
for c in "$n"/mode-*; do
  if [ -f "$c" ]; then xargs -0 -r chmod "\${c##*-}" <"$c" || fail mode; fi
done
list "$n" >"$n/listing"
# Where all was sent, the listing says what is to be verified, behind its times.
v=$n/verify
[ -z "$lines" ] || v=$n/plain
{ [ -n "$lines" ] && [ "$(head -n "$lines" "$n/listing" | cut -d ' ' -f 7- | sha256sum)" = "$expected  -" ]; } ||
  [ "$(xargs -0 -r stat -c '%f %s %n' <"$v" 2>/dev/null | sha256sum)" = "$expected  -" ] || fail verify
echo "$new $(sha256sum <"$n/listing")" >"$m.new" && mv -f "$m.new" "$m" || fail folder
set -- ".ml-workflow/incoming/$2" "$n"/[elnwvdcm]*
for d in "$m".*/; do [ "\${d%/}" = "$n" ] || set -- "$@" "$d"; done
say done
rm -rf "$@"
`;

/** `to` is absolute or `~/…`. */
export function uploadCommand(to: string, name: string): string {
  return `exec sh -c ${quoted(script)} sh ${quotedPath(to)} ${quoted(name)}`;
}
