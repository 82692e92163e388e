package dev.caplens.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line of the generator.
///
/// @param help whether only the usage is asked for
/// @param schemas the files to compile; none if a request is given
/// @param imports folders to look in for imports with a leading slash
/// @param previous files of a previous version to compare with; none if nothing is compared
/// @param plugins generators of others, each `LANGUAGE=FOLDER`
/// @param values all other options by their name
record Options(
    boolean help,
    List<Path> schemas,
    List<Path> prefixes,
    List<Path> imports,
    List<Path> previous,
    List<String> plugins,
    Map<String, String> values) {
  static final String USAGE =
      """
      usage: caplens-codegen [OPTION...] [SCHEMA...]

      Input: schemas, or a request (framed message) on standard input
        --request FILE        read the request from FILE instead
        --capnp PROGRAM       a schema compiler to use instead of the built-in one, a path or a name on
                              the PATH
        --src-prefix FOLDER   what to take off the front of the schemas' paths; may be repeated
        --import FOLDER       where to look for imports with a leading slash; may be repeated

      Comparison: the schemas have to be compatible with an earlier version of them
        --previous SCHEMA     a schema of that version; repeated for each
        --previous-prefix FOLDER  what --src-prefix and the first --import are for that version

      Output, any number of:
        --java FOLDER         Java files
        --c-header PATH       C header: a file ending in .h, or a folder with one header per schema
        --typescript PATH     TypeScript module: a file ending in .ts, or a folder
        --save-request FILE   the request itself
        --plugin LANG=FOLDER  what a program capnpc-LANG writes; may be repeated

        --java-package NAME   the package of schemas that name none
        --prefix NAME         what the names in C headers begin with
        --no-comments         leave out the comments of the schemas
        --bare                Java classes without schema, text and JSON
        --help                this text
      """;

  private static final List<String> FLAGS = List.of("--no-comments", "--bare");

  private static final List<String> KNOWN =
      List.of(
          "--request",
          "--capnp",
          "--previous-prefix",
          "--java",
          "--c-header",
          "--typescript",
          "--save-request",
          "--java-package",
          "--prefix");

  static Options parse(String[] arguments) throws Unusable {
    List<Path> schemas = new ArrayList<>();
    List<Path> prefixes = new ArrayList<>();
    List<Path> imports = new ArrayList<>();
    List<Path> previous = new ArrayList<>();
    List<String> plugins = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    boolean help = false;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--help")) {
        help = true;
      } else if (FLAGS.contains(argument)) {
        values.put(argument, "");
      } else if (argument.equals("--src-prefix")) {
        prefixes.add(Path.of(value(argument, rest)));
      } else if (argument.equals("--import")) {
        imports.add(Path.of(value(argument, rest)));
      } else if (argument.equals("--previous")) {
        previous.add(Path.of(value(argument, rest)));
      } else if (argument.equals("--plugin")) {
        plugins.add(value(argument, rest));
      } else if (KNOWN.contains(argument)) {
        values.put(argument, value(argument, rest));
      } else if (argument.startsWith("-")) {
        throw new Unusable("unknown option " + argument + "; --help lists the options");
      } else {
        schemas.add(Path.of(argument));
      }
    }
    return new Options(help, schemas, prefixes, imports, previous, plugins, values);
  }

  /// The options for compiling the previous version.
  Options ofPrevious() {
    List<Path> stripped = path("--previous-prefix").stream().toList();
    List<Path> searched = new ArrayList<>(stripped);
    searched.addAll(imports);
    return new Options(help, previous, stripped, searched, List.of(), List.of(), values);
  }

  private static String value(String option, Iterator<String> rest) throws Unusable {
    if (!rest.hasNext()) {
      throw new Unusable("option " + option + " needs a value behind it");
    }
    return rest.next();
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  Optional<Path> path(String option) {
    return value(option).map(Path::of);
  }
}
