package dev.caplens.bridge;

/// What a JVM that was denied native access says to each attempt at it.
final class Denied {

  private Denied() {}

  public static void main(String[] arguments) {
    System.out.println(FutexWaiter.best().getClass().getSimpleName());
    for (int attempt = 0; attempt < 2; attempt++) {
      tell(FutexWaiter::ofSystem);
      tell(() -> new MemfdRegions().create("denied", 4096));
    }
  }

  private interface Attempt {
    Object make() throws Exception;
  }

  private static void tell(Attempt attempt) {
    try {
      System.out.println("made " + attempt.make());
    } catch (Throwable failure) {
      System.out.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }
  }
}
