/// The modules of a cell, and what each tells about its work.
@NullMarked
package dev.caplens.layout.registry;

import org.jspecify.annotations.NullMarked;
