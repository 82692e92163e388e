package dev.caplens.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a run was made.
///
/// @param processor its name
/// @param cores how many the JVM sees
/// @param governor what sets the frequency, `unknown` where that cannot be read
/// @param system the operating system and its version
/// @param jvm the JVM and its version
/// @param load the load average of the last minute when the run ended: above the number of cores
///   other work disturbed the run
/// @param versions of the peers and of the programs behind them, by name; empty where nobody kept
///   them, as in files that are older than this field
public record Machine(
    String processor,
    int cores,
    String governor,
    String system,
    String jvm,
    double load,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> versions) {

  private static final String UNKNOWN = "unknown";

  /// The versions may be missing.
  public Machine {
    versions = byName(versions);
  }

  private static Map<String, String> byName(@Nullable Map<String, String> versions) {
    return versions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /// This machine, now.
  public static Machine here() throws InterruptedException {
    return new Machine(
        readProcessor(),
        Runtime.getRuntime().availableProcessors(),
        readGovernor(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Versions.here());
  }

  /// One line of text.
  public String oneLine() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, governor %s, %s, %s, load %.1f",
        processor,
        cores,
        governor,
        system,
        jvm,
        load);
  }

  /// The versions as one line of text, if anybody kept them.
  public Optional<String> versionsLine() {
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", ", "versions: ", "")));
  }

  /// Without what changes from hour to hour.
  public String inShort() {
    return "%s, %d cores, %s, %s".formatted(processor, cores, system, jvm);
  }

  private static String readProcessor() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
      return UNKNOWN;
    } catch (IOException notLinux) {
      return UNKNOWN;
    }
  }

  private static String readGovernor() {
    try {
      Path file = Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
      return Files.readString(file).strip();
    } catch (IOException notReadable) {
      return UNKNOWN;
    }
  }
}
