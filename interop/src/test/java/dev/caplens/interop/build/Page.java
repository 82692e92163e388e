package dev.caplens.interop.build;

import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page of the documentation, as the steps that its reader takes.
///
/// A block of code behind a line that is only a path and a colon, `` `pom.xml`: ``, is a file. In a
/// block of `console` a line that begins with `$ ` is a command, and what follows is its output.
///
/// @param name the page's path below the root of the tree
/// @param text what it says
record Page(String name, String text) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:^`(?<path>[^`\n]+)`:\n\n)?^```(?<language>\\w+)\n(?<body>.*?)^```$",
          Pattern.DOTALL | Pattern.MULTILINE);

  /// What the reader does.
  sealed interface Step {}

  /// Writes a file.
  ///
  /// @param path below the reader's folder
  record Write(String path, String text) implements Step {}

  /// Runs a command.
  ///
  /// @param line for the shell
  /// @param output what the page says that it prints; empty if it says nothing of it
  record Command(String line, String output) implements Step {}

  static Page read(String name) throws IOException {
    return new Page(name, Files.readString(SourceTree.ofRepository().root().resolve(name)));
  }

  /// All steps, in order. Blocks that are neither a file nor a console are reading matter.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String path = block.group("path");
      if (path != null) {
        steps.add(new Write(path, block.group("body")));
      } else if (block.group("language").equals("console")) {
        addCommands(steps, block.group("body"));
      }
    }
    return steps;
  }

  private static void addCommands(List<Step> steps, String console) {
    for (String part : console.split("^\\$ |\n\\$ ")) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        String line = end < 0 ? part : part.substring(0, end);
        String output = end < 0 ? "" : part.substring(end + 1);
        steps.add(
            new Command(line, output.isEmpty() || output.endsWith("\n") ? output : output + "\n"));
      }
    }
  }

  /// The lines that set up the machine, once: the first block that is indented.
  String setUp() {
    return text.lines()
        .dropWhile(line -> !line.startsWith("    "))
        .takeWhile(line -> line.startsWith("    "))
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  /// Writes all files below a folder, and gives the folder.
  Path writtenTo(Path folder) throws IOException {
    for (Step step : steps()) {
      if (step instanceof Write write) {
        Path file = folder.resolve(write.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, write.text());
      }
    }
    return folder;
  }

  /// The text of the block that stands behind a path.
  String file(String path) {
    return steps().stream()
        .filter(step -> step instanceof Write write && write.path().equals(path))
        .map(step -> ((Write) step).text())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no block behind `" + path + "`:"));
  }
}
