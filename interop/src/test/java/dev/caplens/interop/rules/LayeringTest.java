package dev.caplens.interop.rules;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.caplens.interop.rules.planted.left.Bytes;
import dev.caplens.interop.rules.planted.right.Rings;
import org.junit.jupiter.api.Test;

/// The direction bytes, regions, messages, lenses, layout, rings, rpc, sessions, read from the
/// compiled classes. Between modules with a descriptor the compiler enforces it; these rules hold
/// where there is none, and inside the modules.
class LayeringTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.caplens");

  @Test
  void the_classes_of_every_module_are_looked_at() {
    for (String name : new String[] {"core", "bridge", "cli"}) {
      assertTrue(
          CLASSES.stream()
              .anyMatch(type -> type.getPackageName().startsWith("dev.caplens." + name)),
          name);
    }
  }

  @Test
  void a_layer_is_named_only_by_those_to_its_right() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("core")
            .definedBy("dev.caplens.core..")
            .layer("codegen")
            .definedBy("dev.caplens.codegen..")
            .layer("layout")
            .definedBy("dev.caplens.layout..")
            .layer("rings")
            .definedBy("dev.caplens.rings..")
            .layer("rpc")
            .definedBy("dev.caplens.rpc..")
            .layer("bridge")
            .definedBy("dev.caplens.bridge..")
            .layer("cli")
            .definedBy("dev.caplens.cli..");

    layers
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("codegen")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("bridge")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("rpc")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("rings")
        .mayOnlyBeAccessedByLayers("rpc", "bridge", "cli")
        .whereLayer("layout")
        .mayOnlyBeAccessedByLayers("rings", "rpc", "bridge", "cli")
        .check(CLASSES);
  }

  @Test
  void packages_of_a_module_do_not_name_each_other_in_circles() {
    noCircles("dev.caplens.(*).(*)..").check(CLASSES);
  }

  @Test
  void a_planted_step_to_the_right_is_found() {
    JavaClasses planted = new ClassFileImporter().importClasses(Bytes.class, Rings.class);

    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("left")
                    .definedBy("..planted.left..")
                    .layer("right")
                    .definedBy("..planted.right..")
                    .whereLayer("right")
                    .mayNotBeAccessedByAnyLayer()
                    .check(planted));

    assertTrue(error.toString().contains("Bytes"), error.toString());
  }

  @Test
  void a_planted_circle_is_found() {
    JavaClasses planted = new ClassFileImporter().importClasses(Bytes.class, Rings.class);

    assertThrows(
        AssertionError.class,
        () -> noCircles("dev.caplens.interop.rules.planted.(*)..").check(planted));
  }

  private static ArchRule noCircles(String packages) {
    return slices().matching(packages).should().beFreeOfCycles();
  }
}
