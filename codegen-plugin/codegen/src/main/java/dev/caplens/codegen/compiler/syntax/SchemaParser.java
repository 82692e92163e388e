package dev.caplens.codegen.compiler.syntax;

import dev.caplens.codegen.compiler.syntax.Declaration.Application;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.syntax.Declaration.Header;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Lexer;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import dev.caplens.core.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Parses a whole file into one declaration of kind [Body.File].
public final class SchemaParser {

  private final ErrorSink errors;
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Application> annotations = new ArrayList<>();
  private @Nullable Number id;
  private @Nullable String docComment;

  private SchemaParser(ErrorSink errors) {
    this.errors = errors;
  }

  /// The file's declaration; what did not parse is missing from it and has been reported.
  ///
  /// @param newId gives the id for a file that declares none, which is an error
  public static Declaration parse(byte[] source, ErrorSink errors, LongSupplier newId) {
    SchemaParser parser = new SchemaParser(errors);
    DeclarationParser grammar = new DeclarationParser(errors);
    for (Statement statement : Lexer.lex(source, errors)) {
      Declaration declaration = grammar.parse(statement, DeclarationParser.Level.FILE);
      if (declaration != null) {
        parser.add(declaration);
      }
    }
    return parser.file(newId);
  }

  private void add(Declaration declaration) {
    switch (declaration.body()) {
      case Body.NakedId(Number given) when id != null ->
          errors.errorOn(declaration, "File can only have one ID.");
      case Body.NakedId(Number given) -> {
        id = given;
        docComment = declaration.docComment();
      }
      case Body.NakedAnnotation(Application application) -> annotations.add(application);
      default -> declarations.add(declaration);
    }
  }

  private Declaration file(LongSupplier newId) {
    Number fileId = id;
    if (fileId == null) {
      fileId = new Number(newId.getAsLong(), 0, 0);
      // After a parse error the id may well be there, only not understood.
      if (!errors.hadErrors()) {
        errors.error(
            0,
            0,
            "File does not declare an ID.  I've generated one for you.  Add this line to your file: "
                + "@0x%x;".formatted(fileId.value()));
      }
    }
    Header header = new Header(Name.NONE, fileId, null, List.of(), annotations);
    return new Declaration(header, new Body.File(), declarations, docComment, 0, 0);
  }
}
