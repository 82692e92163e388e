package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {
  @TempDir Path root;

  private Path jdk(String name, String version) throws IOException {
    Path home = root.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true);
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void the_first_place_that_is_new_enough_wins() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path fits = jdk("fits", "25.0.1");
    Path newer = jdk("newer", "26");

    Jdk found = new JdkSearch().home(null).home(old).home(fits).home(newer).find();

    assertEquals(new Jdk(fits, 25), found);
  }

  @Test
  void a_folder_of_jdks_is_searched_from_the_newest_name_and_into_bundles() throws Exception {
    jdk("jvms/jdk-21", "21.0.2");
    Path bundle = jdk("jvms/jdk-25.jdk/Contents/Home", "25");

    assertEquals(bundle, new JdkSearch().homesIn(root.resolve("jvms")).find().home());
  }

  @Test
  void where_none_fits_the_error_says_what_was_looked_at_and_what_to_do() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path none = Files.createDirectory(root.resolve("none"));

    JdkSearch search = new JdkSearch().home(old).home(none).home(root.resolve("absent"));
    JdkSearch.NoJdk error = assertThrows(JdkSearch.NoJdk.class, search::find);

    assertEquals(
        "the Caplens generator runs in a JDK 25 or newer, and none was found. Looked at:\n  "
            + old
            + " (version 17)\n  "
            + none
            + " (not a JDK)\nInstall a JDK 25, or name one with -Dcaplens.jdk=FOLDER, JAVA_HOME or a"
            + " Maven toolchain of type jdk.",
        error.getMessage());
  }
}
