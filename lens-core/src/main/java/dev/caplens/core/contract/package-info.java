/// What interfaces of schemas promise: their methods, what each takes and gives, and which
/// interfaces they extend. Generated code holds it, calls stand on it.
@NullMarked
package dev.caplens.core.contract;

import org.jspecify.annotations.NullMarked;
