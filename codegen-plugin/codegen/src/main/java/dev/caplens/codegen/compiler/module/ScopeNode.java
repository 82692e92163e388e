package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.naming.Builtins;
import dev.caplens.codegen.compiler.naming.Kind;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.Resolution;
import dev.caplens.codegen.compiler.naming.Scope;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceRange;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.translation.DerivedIds;
import dev.caplens.codegen.compiler.translation.NodeIdentity;
import dev.caplens.codegen.compiler.translation.NodeTranslator;
import dev.caplens.codegen.compiler.translation.Translation;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A declaration that becomes a node, made step by step as others ask for it.
///
/// Asking for a step while it is being made is an error of the schema: the declaration depends on
/// itself.
final class ScopeNode implements Scope {

  /// How far the declaration has come.
  private enum Stage {
    /// Registered under its id.
    KNOWN,
    /// What it declares is known.
    EXPANDED,
    /// Types and layout are known.
    OUTLINED,
    /// Values, too.
    COMPLETE
  }

  private final SchemaFile file;
  private final @Nullable ScopeNode parent;
  private final Declaration declaration;
  private final String displayName;
  private final long id;

  private final List<ScopeNode> children = new ArrayList<>();
  private final SequencedMap<String, ScopeNode> childrenByName = new TreeMap<>();
  private final SequencedMap<String, Alias> aliases = new TreeMap<>();
  private Stage stage = Stage.KNOWN;
  private boolean advancing;
  private @Nullable NodeTranslator translator;
  private @Nullable Translation translation;

  /// The node of a file.
  ScopeNode(SchemaFile file, Declaration declaration) {
    this(file, null, declaration, file.path());
  }

  private ScopeNode(
      SchemaFile file, @Nullable ScopeNode parent, Declaration declaration, String displayName) {
    this.file = file;
    this.parent = parent;
    this.declaration = declaration;
    this.displayName = displayName;
    this.id = file.workspace().register(wantedId(), this);
  }

  private long wantedId() {
    Number given = declaration.header().uid();
    if (given != null) {
      return given.value();
    }
    return DerivedIds.child(parent == null ? 0 : parent.id, declaration.name().text());
  }

  private ScopeNode child(Declaration nested) {
    String separator = parent == null ? ":" : ".";
    return new ScopeNode(file, this, nested, displayName + separator + nested.name().text());
  }

  void error(String message) {
    Name place = declaration.place();
    file.errors().error(place.start(), place.end(), message);
  }

  /// Where the declaration stands, as its node says: the reference leaves files and declarations of
  /// annotations out.
  SourceRange range() {
    return switch (kind()) {
      case FILE, ANNOTATION -> SourceRange.NONE;
      default -> new SourceRange(declaration.start(), declaration.end());
    };
  }

  SchemaFile file() {
    return file;
  }

  /// Advances to `minimum`; false if that depends on itself.
  private boolean reach(Stage minimum) {
    if (stage.compareTo(minimum) >= 0) {
      return true;
    }
    if (advancing) {
      error("Declaration recursively depends on itself.");
      return false;
    }
    advancing = true;
    try {
      while (stage.compareTo(minimum) < 0) {
        advance();
      }
    } finally {
      advancing = false;
    }
    return true;
  }

  private void advance() {
    switch (stage) {
      case KNOWN -> {
        expand();
        stage = Stage.EXPANDED;
      }
      case EXPANDED -> {
        translator = new NodeTranslator(names(), new FileLookup(file), identity(), declaration);
        translation = translator.outline();
        file.workspace().outlined(translation);
        stage = Stage.OUTLINED;
      }
      case OUTLINED -> {
        // Values of what is unsound are not looked at: their errors would only be consequences.
        if (translator != null && translation != null && isUsable(translation)) {
          translation = translator.finish();
          file.workspace().completed(translation);
        }
        translator = null;
        stage = Stage.COMPLETE;
      }
      case COMPLETE -> {}
    }
  }

  private void expand() {
    for (Declaration nested : declaration.nested()) {
      switch (nested.body()) {
        case Body.Using using ->
            aliases.putIfAbsent(nested.name().text(), new Alias(this, using.target()));
        case Body.Const body -> addChild(nested);
        case Body.Annotation body -> addChild(nested);
        case Body.Enum body -> addChild(nested);
        case Body.Struct body -> addChild(nested);
        case Body.Interface body -> addChild(nested);
        default -> {}
      }
    }
  }

  private void addChild(Declaration nested) {
    ScopeNode child = child(nested);
    children.add(child);
    childrenByName.putIfAbsent(nested.name().text(), child);
  }

  private NameInterpreter names() {
    return NameInterpreter.within(this, file.errors());
  }

  private NodeIdentity identity() {
    List<SchemaNode.Nested> nested =
        children.stream()
            .map(child -> new SchemaNode.Nested(child.declaration.name().text(), child.id))
            .toList();
    return new NodeIdentity(
        id, displayName, prefixLength(), parent == null ? 0 : parent.id, nested);
  }

  /// Bytes of the display name up to the last dot or colon, wherever that stands.
  private int prefixLength() {
    byte[] name = displayName.getBytes(StandardCharsets.UTF_8);
    for (int i = name.length; i > 0; i--) {
      if (name[i - 1] == '.' || name[i - 1] == ':') {
        return i;
      }
    }
    return 0;
  }

  /// The node with types and layout, or null.
  @Nullable SchemaNode outline() {
    return reach(Stage.OUTLINED) && translation != null && isUsable(translation)
        ? translation.node()
        : null;
  }

  /// The complete declaration, or null.
  @Nullable Translation complete() {
    return reach(Stage.COMPLETE) && translation != null && isUsable(translation)
        ? translation
        : null;
  }

  /// What is unsound has been reported; only then does the order of errors call for leaving it out.
  private boolean isUsable(Translation made) {
    return !file.errors().hadErrors() || made.isSound();
  }

  List<ScopeNode> children() {
    return reach(Stage.EXPANDED) ? children : List.of();
  }

  Iterable<Alias> aliases() {
    return reach(Stage.EXPANDED) ? aliases.values() : List.of();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int parameterCount() {
    return declaration.header().parameters().size();
  }

  @Override
  public Kind kind() {
    return switch (declaration.body()) {
      case Body.Const body -> Kind.CONST;
      case Body.Annotation body -> Kind.ANNOTATION;
      case Body.Enum body -> Kind.ENUM;
      case Body.Struct body -> Kind.STRUCT;
      case Body.Interface body -> Kind.INTERFACE;
      default -> Kind.FILE;
    };
  }

  @Override
  public @Nullable ScopeNode parent() {
    return parent;
  }

  @Override
  public Scope top() {
    return file.root();
  }

  @Override
  public @Nullable Resolution resolve(String name) {
    for (ScopeNode scope = this; scope != null; scope = scope.parent) {
      Resolution member = scope.member(name);
      if (member != null) {
        return member;
      }
      List<Name> parameters = scope.declaration.header().parameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).text().equals(name)) {
          return new Resolution.Variable(scope.id, i);
        }
      }
    }
    Scope builtin = Builtins.named(name);
    return builtin == null ? null : builtin.reference();
  }

  @Override
  public @Nullable Resolution member(String name) {
    if (!reach(Stage.EXPANDED)) {
      return null;
    }
    ScopeNode child = childrenByName.get(name);
    if (child != null) {
      return child.reference();
    }
    Alias alias = aliases.get(name);
    return alias == null ? null : alias.resolve();
  }

  @Override
  public Scope withId(long wanted) {
    ScopeNode found = file.workspace().declaration(wanted);
    if (found == null) {
      throw new IllegalStateException("no declaration has the id @0x%x".formatted(wanted));
    }
    return found;
  }

  @Override
  public void refers(Expression name, long declared) {
    file.refers(new SourceRange(name.start(), name.end()), declared);
  }

  @Override
  public @Nullable Scope importFile(String path) {
    SchemaFile imported = file.importFile(path);
    return imported == null ? null : imported.root();
  }
}
