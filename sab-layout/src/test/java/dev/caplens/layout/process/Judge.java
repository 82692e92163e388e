package dev.caplens.layout.process;

import java.util.UUID;

/// Tells, once it is asked, what it can prove about a process: `Judge PID START_TIME PID_NAMESPACE
/// BOOT_ID`.
final class Judge {

  private Judge() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    System.in.read();
    System.out.println(
        new ProcessIdentity(
                Long.parseLong(arguments[0]),
                Long.parseLong(arguments[1]),
                Long.parseLong(arguments[2]),
                UUID.fromString(arguments[3]))
            .liveness());
  }
}
