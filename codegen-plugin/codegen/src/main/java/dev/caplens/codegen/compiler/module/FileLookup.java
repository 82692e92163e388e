package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.translation.SchemaLookup;
import dev.caplens.codegen.compiler.translation.Translation;
import org.jspecify.annotations.Nullable;

/// What declarations of one file can look up.
record FileLookup(SchemaFile file) implements SchemaLookup {

  @Override
  public @Nullable SchemaNode outline(long id) {
    ScopeNode declaration = file.workspace().declaration(id);
    return declaration == null ? file.workspace().auxiliary(id) : declaration.outline();
  }

  @Override
  public @Nullable SchemaNode complete(long id) {
    ScopeNode declaration = file.workspace().declaration(id);
    Translation translation = declaration == null ? null : declaration.complete();
    return translation == null ? null : translation.node();
  }

  @Override
  public void reach(long id) {
    if (outline(id) == null) {
      file.workspace().takeForEmpty(id);
    }
  }

  @Override
  public boolean isKnown(long id) {
    return outline(id) != null || file.workspace().isTakenForEmpty(id);
  }

  @Override
  public byte @Nullable [] embed(String path) {
    return file.embed(path);
  }
}
