package dev.caplens.core.schema;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.Limits;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers nodes from requests and messages and makes a [SchemaSet] of them.
///
/// What is loaded is copied out of the messages. One thread uses a loader.
public final class SchemaLoader {

  private final Map<Long, Node> nodes = new LinkedHashMap<>();
  private final List<SchemaSet.RequestedFile> requested = new ArrayList<>();

  /// A loader that holds nothing yet.
  public SchemaLoader() {}

  /// The schemas of a framed request, as a compiler writes it.
  ///
  /// @param comments whether to read the comments of the schemas; else all are empty
  /// @throws SchemaError if a node is of an unknown form, or the nodes contradict each other
  /// @throws dev.caplens.core.message.MalformedMessage if that is no message
  /// @throws dev.caplens.core.message.LimitReached if pointers lead to the same words many times
  public static SchemaSet read(byte[] framed, boolean comments) {
    // A word is followed a few times at most; what is followed more often was made to be.
    Limits limits = Limits.DEFAULT.withTraversalWords(Math.max(8L << 20, framed.length));
    CodeGeneratorRequest.Reader request =
        Framing.read(ByteBuffer.wrap(framed), limits).root(CodeGeneratorRequest.TYPE);
    return new SchemaLoader().add(request, comments).load();
  }

  /// Adds the nodes and the requested files of a request, without comments.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the request is malformed
  /// @throws dev.caplens.core.message.LimitReached if it is more than its limits allow
  /// @throws SchemaError as in [#add(dev.caplens.core.schema.lens.Node.Reader)]
  public SchemaLoader add(CodeGeneratorRequest.Reader request) {
    return add(request, false);
  }

  /// Adds one node.
  ///
  /// @throws SchemaError if it is of an unknown form, or another version of it was added before
  /// @throws dev.caplens.core.message.MalformedMessage if the node is malformed
  /// @throws dev.caplens.core.message.LimitReached if it is more than its message's limits allow
  public SchemaLoader add(dev.caplens.core.schema.lens.Node.Reader node) {
    add(new NodeReader().node(node));
    return this;
  }

  /// Adds all nodes of other schemas.
  ///
  /// @throws SchemaError if another version of one was added before
  public SchemaLoader add(SchemaSet schemas) {
    schemas.nodes().values().forEach(this::add);
    return this;
  }

  /// What was added until now. The loader may be used on.
  ///
  /// @throws SchemaError if the nodes contradict each other
  public SchemaSet load() {
    Validation.check(nodes);
    return new SchemaSet(requested, nodes);
  }

  private SchemaLoader add(CodeGeneratorRequest.Reader request, boolean comments) {
    NodeReader reader = new NodeReader();
    if (comments) {
      request.getSourceInfo().forEach(reader::comments);
    }
    request.getNodes().forEach(node -> add(reader.node(node)));
    for (CodeGeneratorRequest.RequestedFile.Reader file : request.getRequestedFiles()) {
      requested.add(new SchemaSet.RequestedFile(file.getId(), file.getFilename().toString()));
    }
    return this;
  }

  private void add(Node node) {
    Node known = nodes.putIfAbsent(node.id(), node);
    if (known != null && !CanonicalForm.of(known).equals(CanonicalForm.of(node))) {
      throw new SchemaError(
          "%s and %s have the same id @0x%016x but differ; load the versions into sets of their own"
              .formatted(
                  known.declaration().displayName(), node.declaration().displayName(), node.id()));
    }
  }
}
