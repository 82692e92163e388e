package dev.caplens.codegen.schema;

import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The annotations that mean something to the generator, by the ids that their schemas declare.
public final class KnownAnnotations {
  /// `package` of `/capnp/java.capnp`: the Java package of a file.
  public static final long JAVA_PACKAGE = 0x9ee4c8f803b3b596L;

  /// `outerClassname` of `/capnp/java.capnp`: the class that holds a file's constants.
  public static final long JAVA_OUTER_CLASS = 0x9b066bb4881f7cd3L;

  /// `name` of `/caplens/annotations.capnp`: the name in generated code.
  public static final long NAME = 0xd4b54b0f3b0a7e31L;

  /// `fixedLayout` of `/caplens/annotations.capnp`: a struct at fixed offsets in shared memory.
  public static final long FIXED_LAYOUT = 0xe0e9d5c1a3a47b52L;

  /// `at` of `/caplens/annotations.capnp`: where a field of a fixed layout stands.
  public static final long AT = 0xf3c1a86d5b2e9047L;

  /// `length` of `/caplens/annotations.capnp`: how many elements stand at the place of a field.
  public static final long LENGTH = 0x96d70e4bc85a31f2L;

  /// `deferred` of `/caplens/annotations.capnp`: a method that is answered later.
  public static final long DEFERRED = 0xc8f4b0a2d97e6153L;

  /// `record` of `/caplens/annotations.capnp`: a struct that is also a record of Java.
  public static final long RECORD = 0xf1a7d3c95b28e06dL;

  private KnownAnnotations() {}

  /// The text that an annotation gives, if it is applied and has one.
  public static Optional<String> text(List<AnnotationUse> annotations, long id) {
    return annotations.stream()
        .filter(use -> use.id() == id)
        .map(AnnotationUse::value)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).value())
        .findFirst();
  }

  /// The number that an annotation gives, if it is applied and has one.
  public static OptionalLong number(List<AnnotationUse> annotations, long id) {
    return annotations.stream()
        .filter(use -> use.id() == id)
        .map(AnnotationUse::value)
        .filter(Value.Int.class::isInstance)
        .mapToLong(value -> ((Value.Int) value).value())
        .findFirst();
  }

  /// Whether an annotation is applied.
  public static boolean has(List<AnnotationUse> annotations, long id) {
    return annotations.stream().anyMatch(use -> use.id() == id);
  }
}
