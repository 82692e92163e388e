/// Epochs that processes wait for, and the way they sleep.
@NullMarked
package dev.caplens.layout.signal;

import org.jspecify.annotations.NullMarked;
