/// The schema compiler: Cap'n Proto schema files in, a `CodeGeneratorRequest` for generators out.
///
/// Start with [dev.caplens.codegen.compiler.SchemaCompiler]. The packages below follow the way of a
/// schema: `source` (files) -> `syntax` (declarations) -> `module` (files and declarations of one
/// compilation) -> `naming` (what names mean) -> `translation` (nodes), with `layout` (where fields
/// go), `value` (constants) and `schema` (the result) beside them.
@NullMarked
package dev.caplens.codegen.compiler;

import org.jspecify.annotations.NullMarked;
