/// Tests of the message workloads: every subject builds the same bytes and finds the same answers.
@NullMarked
package dev.caplens.bench.messages;

import org.jspecify.annotations.NullMarked;
