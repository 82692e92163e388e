package dev.caplens.cli.convert;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.json.JsonCodec;
import dev.caplens.core.json.JsonMessages;
import dev.caplens.core.json.MalformedJson;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.text.MalformedText;
import dev.caplens.core.text.TextFormat;
import dev.caplens.core.text.TextMessages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;

/// Reads messages from text or JSON: literals with any space between them.
final class LiteralInput implements MessageInput {

  /// Cuts the input into literals.
  private interface Literals {
    byte @Nullable [] next() throws IOException;
  }

  /// Reads one literal.
  private interface Parser {
    void parse(byte[] literal, DynamicStruct.Builder target);
  }

  private final Literals literals;
  private final Parser parser;
  private final StructSchema schema;
  private final MessageBuilder message = MessageBuilder.create();

  private LiteralInput(Literals literals, Parser parser, StructSchema schema) {
    this.literals = literals;
    this.parser = parser;
    this.schema = schema;
  }

  static MessageInput text(PrefixedInput in, StructSchema schema) {
    InputStream stream = Channels.newInputStream(in);
    return new LiteralInput(new TextMessages(stream)::next, TextFormat::read, schema);
  }

  static MessageInput json(PrefixedInput in, StructSchema schema) {
    InputStream stream = Channels.newInputStream(in);
    return new LiteralInput(new JsonMessages(stream)::next, JsonCodec.SHORT::decode, schema);
  }

  @Override
  public @Nullable Received next() throws IOException {
    byte[] literal;
    try {
      literal = literals.next();
    } catch (MalformedText | MalformedJson e) {
      throw new Unreadable(String.valueOf(e.getMessage()), e);
    }
    return literal == null ? null : () -> read(literal);
  }

  private DynamicStruct.Reader read(byte[] literal) {
    message.reset();
    DynamicStruct.Builder root = message.initRoot(schema);
    try {
      parser.parse(literal, root);
    } catch (MalformedText | MalformedJson e) {
      throw new Unreadable(String.valueOf(e.getMessage()), e);
    }
    return root.asReader();
  }
}
