/// Two or more parties that send each other messages, as threads of one fresh JVM or as fresh JVMs,
/// each on a core of its own: what a ring is measured with.
///
/// A [PairSubject][dev.caplens.bench.pairs.PairSubject] starts the processes of one sample; each of
/// them runs [PairProcess][dev.caplens.bench.pairs.PairProcess] and takes its seats. What lies
/// between the seats is a [Transport][dev.caplens.bench.pairs.Transport]. Every message carries its
/// number in every word, and the receiver's [Account][dev.caplens.bench.pairs.Account] fails the
/// sample if one is lost, doubled, out of order or torn.
@NullMarked
package dev.caplens.bench.pairs;

import org.jspecify.annotations.NullMarked;
