package dev.caplens.layout;

import dev.caplens.layout.signal.Waiter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// Tries to make a cell in the file that each line it is given names, and tells whether it has it;
/// the next line ends that cell.
final class RacingKernel {

  private RacingKernel() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        Cell cell = Cell.create(Path.of(line), Tier.LIGHT, 1, Waiter.polling());
        System.out.println("made " + cell.superblock().uuid());
        lines.readLine();
        cell.closeAndRemove();
      } catch (FileAlreadyExistsException refused) {
        System.out.println("refused");
        lines.readLine();
      }
      System.out.println("ended");
    }
  }
}
