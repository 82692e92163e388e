package dev.caplens.codegen.compiler.naming;

import dev.caplens.core.syntax.Expression;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The declarations that every file knows.
public final class Builtins {

  private static final Map<Kind, Builtin> BY_KIND = new EnumMap<>(Kind.class);
  private static final Map<String, Builtin> BY_NAME = new HashMap<>();

  static {
    for (Kind kind : Kind.values()) {
      if (kind.builtinName() != null) {
        BY_KIND.put(kind, new Builtin(kind));
        BY_NAME.put(kind.builtinName(), new Builtin(kind));
      }
    }
  }

  private Builtins() {}

  public static @Nullable Scope named(String name) {
    return BY_NAME.get(name);
  }

  static Scope of(Kind kind) {
    Builtin builtin = BY_KIND.get(kind);
    if (builtin == null) {
      throw new IllegalArgumentException(kind + " is not a built-in declaration");
    }
    return builtin;
  }

  private record Builtin(Kind kind) implements Scope {

    /// With this, the ids are those that the reference shows in a request.
    private static final long FIRST_ID = 1008;

    @Override
    public long id() {
      return FIRST_ID + kind.ordinal();
    }

    @Override
    public int parameterCount() {
      return kind == Kind.LIST ? 1 : 0;
    }

    @Override
    public @Nullable Scope parent() {
      return null;
    }

    @Override
    public Scope top() {
      return this;
    }

    @Override
    public @Nullable Resolution resolve(String name) {
      return null;
    }

    @Override
    public @Nullable Resolution member(String name) {
      return null;
    }

    @Override
    public Scope withId(long id) {
      throw new IllegalStateException("a built-in declaration knows no others");
    }

    @Override
    public void refers(Expression name, long declared) {
      throw new IllegalStateException("no expression stands in a built-in declaration");
    }

    @Override
    public @Nullable Scope importFile(String path) {
      return null;
    }
  }
}
