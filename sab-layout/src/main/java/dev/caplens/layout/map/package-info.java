/// Where everything lies. The constants of [MasterMap] and the lenses of the structs, such as
/// [Superblock.Layout], are generated from `master_map.capnp`; nothing else in Java states an
/// offset.
@NullMarked
package dev.caplens.layout.map;

import org.jspecify.annotations.NullMarked;
