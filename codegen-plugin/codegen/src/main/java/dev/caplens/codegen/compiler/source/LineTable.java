package dev.caplens.codegen.compiler.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds lines and columns of byte offsets.
public final class LineTable {

  private final List<Integer> starts = new ArrayList<>();

  public LineTable(byte[] source) {
    starts.add(0);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\n') {
        starts.add(i + 1);
      }
    }
  }

  /// The line of `offset`, from 1.
  public int line(int offset) {
    int found = Collections.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column of `offset` in bytes, from 1.
  public int column(int offset) {
    return offset - starts.get(line(offset) - 1) + 1;
  }
}
