package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import dev.caplens.core.schema.lens.CodeGeneratorRequest.RequestedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Encodes the result of a compilation as the message that generator plugins read.
public final class RequestEncoder {

  // The version of the schema language that this compiler speaks.
  private static final int MAJOR = 1;
  private static final int MINOR = 4;

  private RequestEncoder() {}

  /// A framed `CodeGeneratorRequest`.
  public static byte[] encode(CompiledSchemas schemas) {
    MessageBuilder message = MessageBuilder.create();
    write(message.initRoot(CodeGeneratorRequest.TYPE), schemas);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Framing.write(message, out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory refused bytes", e);
    }
    return out.toByteArray();
  }

  private static void write(CodeGeneratorRequest.Builder request, CompiledSchemas schemas) {
    request.initCapnpVersion().setMajor(MAJOR).setMinor(MINOR);
    Lists.write(schemas.nodes(), request::initNodes, NodeEncoder::node);
    Lists.write(schemas.requestedFiles(), request::initRequestedFiles, RequestEncoder::file);
    Lists.write(schemas.sourceInfo(), request::initSourceInfo, NodeEncoder::sourceInfo);
  }

  private static void file(RequestedFile.Builder target, CompiledSchemas.RequestedFile file) {
    target.setId(file.id()).setFilename(file.name());
    Lists.write(
        file.imports(),
        target::initImports,
        (entry, imported) -> entry.setId(imported.id()).setName(imported.name()));
    Lists.write(
        file.uses(), target.initFileSourceInfo()::initIdentifiers, RequestEncoder::identifier);
  }

  private static void identifier(
      RequestedFile.FileSourceInfo.Identifier.Builder target, CompiledSchemas.NameUse use) {
    target.setStartByte(use.range().start()).setEndByte(use.range().end()).setTypeId(use.id());
  }
}
