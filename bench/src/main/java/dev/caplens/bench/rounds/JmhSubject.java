package dev.caplens.bench.rounds;

import dev.caplens.cli.CommandFailed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// A method that JMH measures in one fork. The best of its iterations counts: the others were
/// disturbed by something that is not the subject.
///
/// @param benchmark the class and method, `Class.method` with the package
/// @param parameters the values of its `@Param` fields
/// @param flags further flags of the forked JVM
public record JmhSubject(String benchmark, Map<String, String> parameters, List<String> flags)
    implements Subject {

  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-Xms512m",
          "-Xmx512m");
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /// A subject whose parameters are kept in the order of their names.
  public JmhSubject {
    parameters = new TreeMap<>(parameters);
  }

  /// A method without further flags.
  public static JmhSubject of(Class<?> type, String method, Map<String, String> parameters) {
    return new JmhSubject(type.getName() + "." + method, parameters, List.of());
  }

  @Override
  public Sample sample(Plan plan) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark) + "$")
            .forks(1)
            .warmupIterations(plan.warmUps())
            .warmupTime(TimeValue.milliseconds(plan.warmUpMillis()))
            .measurementIterations(plan.iterations())
            .measurementTime(TimeValue.milliseconds(plan.iterationMillis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend(allFlags(plan));
    parameters.forEach(options::param);
    try {
      Collection<RunResult> results = new Runner(options.build()).run();
      if (results.size() != 1) {
        throw new CommandFailed(
            "%s: expected one result, got %d; is the benchmark in the class path?"
                .formatted(this, results.size()));
      }
      return sample(results.iterator().next());
    } catch (RunnerException e) {
      throw new CommandFailed("%s could not be measured: %s".formatted(this, e.getMessage()), e);
    }
  }

  private String[] allFlags(Plan plan) {
    List<String> all = new ArrayList<>(FLAGS);
    all.addAll(plan.flags());
    all.addAll(flags);
    return all.toArray(String[]::new);
  }

  private static Sample sample(RunResult result) {
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    double bytes = allocated == null ? Double.NaN : allocated.getScore();
    double[] scores =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .toArray();
    boolean isTime = result.getParams().getMode() != Mode.Throughput;
    return new Sample(isTime ? Median.least(scores) : Median.most(scores), bytes);
  }

  @Override
  public String toString() {
    String name =
        benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    String with = parameters.isEmpty() ? name : name + " " + parameters;
    return flags.isEmpty() ? with : with + " " + flags;
  }
}
