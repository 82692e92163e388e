/// Capability RPC (levels 0-4), and sessions on it, will stand here. There is no code yet.
@NullMarked
package dev.caplens.rpc;

import org.jspecify.annotations.NullMarked;
