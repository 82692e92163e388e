/// What the README shows, done as it says.
@NullMarked
package dev.caplens.interop.readme;

import org.jspecify.annotations.NullMarked;
