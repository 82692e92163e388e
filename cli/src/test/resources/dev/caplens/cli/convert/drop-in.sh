# Calls `capnp`, whichever that is, and prints what it writes and its exit codes. Run once with the reference tool and
# once with ours in its place; both must print the same. MESSAGES is the folder of the corpus's messages.

try() { # what works, or fails before it writes anything
  local input=$1 code
  shift
  printf '$ capnp'
  printf ' %q' "$@"
  printf '\n'
  capnp "$@" <"$input" >out 2>err
  code=$?
  od -An -v -tx1 out
  echo "exit code $code"
}

try_faulty() { # faulty messages: the reference writes what it could read of them
  local input=$1 code
  shift
  capnp "$@" <"$input" >out 2>err
  code=$?
  echo "$*: exit code $code, $(test -s err && echo says why)"
}

# ---- between binary formats ----
for pair in binary:binary flat:flat packed:packed packedflat:flat-packed segmented:binary segmented-packed:packed; do
  cat "$MESSAGES/alltypes.${pair%%:*}" >message
  for to in binary packed flat flat-packed canonical; do
    try message convert "${pair##*:}:$to"
  done
done
try wide.txt convert text:binary shop.capnp Shop
cp out wide
for words in 1 7 1024; do
  try wide convert --quiet "--segment-size=$words" binary:binary
done
cp out cut
try cut convert --quiet binary:packed
cat "$MESSAGES/alltypes.binary" "$MESSAGES/alltypes.segmented" >two
try two convert binary:packed
try two convert binary:flat

# ---- text and JSON ----
for form in binary:text binary:json; do
  try "$MESSAGES/alltypes.binary" convert "$form" all.capnp TestAllTypes
  try "$MESSAGES/alltypes.binary" convert --short "$form" all.capnp TestAllTypes
done
for to in binary packed text; do
  try "$MESSAGES/alltypes.pretty.txt" convert "text:$to" all.capnp TestAllTypes
  try "$MESSAGES/alltypes.pretty.json" convert "json:$to" all.capnp TestAllTypes
done
try "$MESSAGES/alltypes.short.txt" encode all.capnp TestAllTypes
try "$MESSAGES/alltypes.short.txt" encode -p --segment-size=30 all.capnp TestAllTypes
try "$MESSAGES/alltypes.short.txt" encode --flat all.capnp TestAllTypes
try "$MESSAGES/alltypes.packed" decode --packed all.capnp TestAllTypes
try "$MESSAGES/alltypes.flat" decode --flat --short all.capnp TestAllTypes
printf '(name = "a") (name = "b", goods = [(price = 1)]) # end' >texts
for type in Shop Alias 'Box(Text).Inner' 'import "shop.capnp".Shop' Colour Nothing 'Shop(' Text; do
  try texts convert --short text:text shop.capnp "$type" | grep -v '^$'
done

# ---- eval ----
for name in limit shop shop.goods 'shop.goods[1]' 'shop.goods[1].name' 'shop.goods[9]' Shop.name Shop.open Shop.kind \
  Alias.name Box.Inner.depth colours 'limit[0]' shop.nothing nothing Shop 'shop..x'; do
  try /dev/null eval shop.capnp "$name"
done
mkdir -p folder
printf '@0xc0ffee0123456787;\nconst one :import "/shop.capnp".Shop = (name = "one");\n' >folder/uses.capnp
try /dev/null -I. eval folder/uses.capnp one
try /dev/null -I . --no-standard-import --verbose eval folder/uses.capnp one
try /dev/null --import-path=. eval folder/uses.capnp one
try /dev/null -Imissing eval folder/uses.capnp one
for format in binary packed flat flat-packed canonical text json nothing; do
  try /dev/null eval "-o$format" shop.capnp shop
done
try /dev/null eval --short shop.capnp shop
try /dev/null eval -b shop.capnp limit
try /dev/null eval -p shop.capnp 'shop.goods[0]'

# ---- wrong command lines and inputs ----
try /dev/null convert
try /dev/null convert binary
try /dev/null convert binary:nothing
try two convert binary:text
try two convert binary:text shop.capnp
try two convert binary:packed missing.capnp
try two convert --segment-size=x binary:packed
try /dev/null convert binary:packed
try /dev/null convert --quiet binary:packed
try "$MESSAGES/alltypes.packed" convert binary:flat
try /dev/null encode shop.capnp
try /dev/null id extra
try /dev/null compile
try /dev/null compile shop.capnp
try /dev/null compile -o- missing.capnp
try /dev/null compile -o- -Imissing shop.capnp
try /dev/null compile -o-:missing shop.capnp
try /dev/null compile -ocaplens-has-no-such-language shop.capnp
try /dev/null compile -o- wrong.capnp
sed 's/^capnp compile: //' err
head -c 100 "$MESSAGES/alltypes.binary" >short
try_faulty short convert binary:binary
try_faulty short convert flat:text all.capnp TestAllTypes
head -c 99 "$MESSAGES/alltypes.packed" >short
try_faulty short convert --quiet packed:binary
printf '(name = 3) (name = "x")' >wrong
try_faulty wrong convert text:binary shop.capnp Shop
printf '{"name": 3}' >wrong
try_faulty wrong convert json:binary shop.capnp Shop
