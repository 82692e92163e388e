package dev.caplens.cli.convert;

import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.StructReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes messages as text or JSON, each with a newline behind it.
///
/// @param printer writes one value
record LiteralOutput(WritableByteChannel out, StructSchema schema, Printer printer)
    implements MessageOutput {

  /// One of the two forms.
  interface Printer {
    void print(DynamicValue value, OutputStream target) throws IOException;
  }

  /// A message is printed wholly before anything is written: it may be faulty at its end.
  @Override
  public void write(StructReader root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    printer.print(schema.view(root), bytes);
    bytes.write('\n');
    out.write(ByteBuffer.wrap(bytes.toByteArray()));
  }
}
