/// Messages as JSON, as `capnp convert binary:json` writes it and `json:binary` reads it.
///
/// [JsonCodec][dev.caplens.core.json.JsonCodec] encodes and decodes, with the annotations of
/// `/capnp/compat/json.capnp`; [JsonMessages][dev.caplens.core.json.JsonMessages] cuts a stream
/// into messages; [JsonValue][dev.caplens.core.json.JsonValue] is a JSON document by itself, which
/// a [JsonHandler][dev.caplens.core.json.JsonHandler] of one's own deals in. Byte for byte the form
/// of the reference tool, version 0.9.2; `docs/json.md` has the rules and what is read differently.
///
/// Lenses keep the rules of threads, lifetime and errors of [dev.caplens.core.message].
@NullMarked
package dev.caplens.core.json;

import org.jspecify.annotations.NullMarked;
