package dev.caplens.codegen.export;

import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.List;

/// A target language for constants and layouts.
public interface Exporter {

  /// The ending of its files, with the dot.
  String extension();

  /// The text of one file that holds what all these schema files declare.
  ///
  /// @param fileName the last part of the name of the file that will hold it
  String text(SchemaSet schemas, List<Node.File> files, String fileName);
}
