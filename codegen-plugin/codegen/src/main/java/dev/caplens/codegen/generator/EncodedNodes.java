package dev.caplens.codegen.generator;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructList;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import dev.caplens.core.schema.lens.Node;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The nodes of a request as they came, for generated classes to carry.
public final class EncodedNodes {
  private static final Limits LIMITS = Limits.DEFAULT.withTraversalWords(1L << 30);

  private final Map<Long, Node.Reader> nodes = new HashMap<>();

  private EncodedNodes() {}

  /// The nodes of a framed request.
  public static EncodedNodes of(byte[] request) {
    EncodedNodes encoded = new EncodedNodes();
    Framing.read(ByteBuffer.wrap(request), LIMITS)
        .root(CodeGeneratorRequest.TYPE)
        .getNodes()
        .forEach(node -> encoded.nodes.put(node.getId(), node));
    return encoded;
  }

  /// A packed message of some of the nodes, without their places in the source and without what
  /// else stands in their files, so that it changes only with what they mean.
  byte[] packed(Collection<Long> ids) {
    MessageBuilder message = MessageBuilder.create();
    StructList.Builder<Node.Builder> list =
        message.initRoot(CodeGeneratorRequest.TYPE).initNodes(ids.size());
    int i = 0;
    for (long id : ids) {
      Node.Reader node = nodes.get(id);
      if (node == null) {
        throw new IllegalArgumentException("the request does not hold the node " + id);
      }
      list.setWithCaveats(i, node);
      Node.Builder copy = list.get(i).setStartByte(0).setEndByte(0);
      if (copy.isFile()) {
        copy.initNestedNodes(0);
      }
      i++;
    }
    return Packing.toBytes(message);
  }
}
