package dev.caplens.rings;

/// What was taken back from a process that has left or is proven dead.
///
/// @param returned records that it had taken, which will be delivered again
/// @param orphaned records that it had taken and that had used up their deliveries
/// @param aborted claims that it had not committed
public record Recovery(int returned, int orphaned, int aborted) {}
