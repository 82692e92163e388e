package dev.caplens.codegen.compiler;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import dev.caplens.core.schema.lens.CodeGeneratorRequest.RequestedFile;
import dev.caplens.core.schema.lens.Node;
import java.util.ArrayList;
import java.util.List;

/// Where a request says that declarations and names stand, as lines of text.
final class Places {

  private Places() {}

  /// Nodes and source info, in an order of their own, then the names in theirs.
  static List<String> of(byte[] bytes) {
    CodeGeneratorRequest.Reader request = Framing.read(bytes).root(CodeGeneratorRequest.TYPE);
    List<String> places = new ArrayList<>();
    for (Node.Reader node : request.getNodes()) {
      places.add(place("node", node.getId(), node.getStartByte(), node.getEndByte()));
    }
    for (Node.SourceInfo.Reader info : request.getSourceInfo()) {
      places.add(place("info", info.getId(), info.getStartByte(), info.getEndByte()));
    }
    places.sort(null);
    for (RequestedFile.Reader file : request.getRequestedFiles()) {
      for (var name : file.getFileSourceInfo().getIdentifiers()) {
        places.add(place("name", name.getTypeId(), name.getStartByte(), name.getEndByte()));
      }
    }
    return places;
  }

  private static String place(String kind, long id, long start, long end) {
    return "%s @0x%x %d-%d".formatted(kind, id, start, end);
  }
}
