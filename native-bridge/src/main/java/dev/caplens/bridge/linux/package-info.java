/// The Linux kernel, called through `java.lang.foreign`: what the JDK does not offer and shared
/// memory needs. Nothing here knows regions or rings; it works on absolute addresses, and so it
/// stays unexported.
@NullMarked
package dev.caplens.bridge.linux;

import org.jspecify.annotations.NullMarked;
