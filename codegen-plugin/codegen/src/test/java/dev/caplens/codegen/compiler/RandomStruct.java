package dev.caplens.codegen.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A struct of a [RandomSchema]: fields, groups and unions within each other, with ordinals in any
/// order.
final class RandomStruct {

  /// A field's type, and the text of its default.
  record Typed(String type, @Nullable String value) {}

  private enum Kind {
    FIELD,
    GROUP,
    UNION,
    UNNAMED_UNION
  }

  private record Member(
      Kind kind, String name, @Nullable Typed typed, boolean numbered, List<Member> members) {}

  private static final int MAX_DEPTH = 4;

  private final String name;
  private final Random random;
  private final UnaryOperator<String> names;
  private final List<Member> members = new ArrayList<>();

  /// By identity: members grow.
  private final Map<Member, Integer> ordinals = new IdentityHashMap<>();

  RandomStruct(String name, Random random, UnaryOperator<String> names) {
    this.name = name;
    this.random = random;
    this.names = names;
  }

  String name() {
    return name;
  }

  /// Adds members.
  void fill(int count, Supplier<Typed> types) {
    for (int i = 0; i < count; i++) {
      members.add(member(0, members.stream().noneMatch(m -> m.kind == Kind.UNNAMED_UNION), types));
    }
    number();
  }

  /// Makes the struct's next version: more fields, anywhere in it, behind all ordinals so far.
  void grow(int count, Supplier<Typed> types) {
    List<List<Member>> places = new ArrayList<>();
    places.add(members);
    places(members, places);
    for (int i = 0; i < count; i++) {
      Member field = new Member(Kind.FIELD, names.apply("n"), types.get(), true, List.of());
      List<Member> place = places.get(random.nextInt(places.size()));
      place.add(random.nextInt(place.size() + 1), field);
      ordinals.put(field, ordinals.size());
    }
  }

  private static void places(List<Member> from, List<List<Member>> into) {
    for (Member member : from) {
      if (member.kind != Kind.FIELD) {
        into.add(member.members);
        places(member.members, into);
      }
    }
  }

  private Member member(int depth, boolean mayBeUnnamed, Supplier<Typed> types) {
    int kind = depth < MAX_DEPTH ? random.nextInt(100) : 100;
    if (kind >= 30) {
      return new Member(Kind.FIELD, names.apply("f"), types.get(), true, List.of());
    }
    if (kind < 10) {
      return new Member(Kind.GROUP, names.apply("g"), null, false, list(1, depth, true, types));
    }
    if (kind < 18 && mayBeUnnamed) {
      return new Member(Kind.UNNAMED_UNION, "", null, false, list(2, depth, false, types));
    }
    boolean numbered = random.nextInt(3) == 0;
    return new Member(Kind.UNION, names.apply("u"), null, numbered, list(2, depth, false, types));
  }

  private List<Member> list(int least, int depth, boolean mayHaveUnnamed, Supplier<Typed> types) {
    List<Member> list = new ArrayList<>();
    boolean mayBeUnnamed = mayHaveUnnamed;
    for (int i = least + random.nextInt(4); i > 0; i--) {
      Member member = member(depth + 1, mayBeUnnamed, types);
      mayBeUnnamed &= member.kind != Kind.UNNAMED_UNION;
      list.add(member);
    }
    return list;
  }

  /// Gives ordinals, anew until no union has its own behind those of two members.
  private void number() {
    List<Member> numbered = new ArrayList<>();
    collect(members, numbered);
    List<Integer> order = new ArrayList<>();
    numbered.forEach(member -> order.add(order.size()));
    do {
      Collections.shuffle(order, random);
      for (int i = 0; i < order.size(); i++) {
        ordinals.put(numbered.get(i), order.get(i));
      }
      numbered.forEach(this::moveForward);
    } while (!numbered.stream().allMatch(this::fits));
  }

  private void collect(List<Member> from, List<Member> into) {
    for (Member member : from) {
      if (member.numbered) {
        into.add(member);
      }
      collect(member.members, into);
    }
  }

  /// Swaps a union's ordinal with that of its first content where that makes it fit.
  private void moveForward(Member member) {
    if (fits(member)) {
      return;
    }
    Member first = member;
    List<Member> inside = new ArrayList<>();
    collect(member.members, inside);
    for (Member other : inside) {
      if (ordinal(other) < ordinal(first)) {
        first = other;
      }
    }
    int own = ordinal(member);
    ordinals.put(member, ordinal(first));
    ordinals.put(first, own);
  }

  /// A union's own ordinal may follow that of one member, but (the reference refuses its own output
  /// otherwise) only directly.
  private boolean fits(Member member) {
    List<Integer> before =
        member.members.stream()
            .map(this::firstContent)
            .filter(content -> content < ordinal(member))
            .toList();
    return member.kind != Kind.UNION
        || !member.numbered
        || before.isEmpty()
        || before.equals(List.of(ordinal(member) - 1));
  }

  private int firstContent(Member member) {
    return member.kind == Kind.FIELD
        ? ordinal(member)
        // A union's own ordinal is content of the union around it, since the discriminant takes
        // space.
        : Math.min(
            member.numbered ? ordinal(member) : Integer.MAX_VALUE,
            member.members.stream().mapToInt(this::firstContent).min().orElse(Integer.MAX_VALUE));
  }

  private int ordinal(Member member) {
    return ordinals.getOrDefault(member, -1);
  }

  String text(String indent, Supplier<String> applied) {
    StringBuilder out = new StringBuilder();
    for (Member member : members) {
      write(out, indent, member, applied);
    }
    return out.toString();
  }

  private void write(StringBuilder out, String indent, Member member, Supplier<String> applied) {
    out.append(indent).append(member.name);
    if (member.typed != null) {
      out.append(" @").append(ordinal(member)).append(" :").append(member.typed.type);
      out.append(member.typed.value == null ? "" : " = " + member.typed.value);
      out.append(applied.get()).append(random.nextInt(10) == 0 ? "; # note\n" : ";\n");
      return;
    }
    out.append(member.numbered ? " @" + ordinal(member) + "!" : "");
    out.append(member.name.isEmpty() ? "" : " :");
    out.append(member.kind == Kind.GROUP ? "group" : "union");
    out.append(member.name.isEmpty() ? "" : applied.get()).append(" {\n");
    member.members.forEach(inner -> write(out, indent + "  ", inner, applied));
    out.append(indent).append("}\n");
  }

  /// A struct literal; `values` gives the text of a value, or null for a type that has none.
  String value(Function<String, @Nullable String> values, int depth) {
    return depth <= 0 ? "()" : literal(members, false, values);
  }

  private String literal(
      List<Member> from, boolean union, Function<String, @Nullable String> values) {
    List<String> assignments = new ArrayList<>();
    assign(from, union, values, assignments);
    return "(" + String.join(", ", assignments) + ")";
  }

  private void assign(
      List<Member> from,
      boolean union,
      Function<String, @Nullable String> values,
      List<String> assignments) {
    Set<Member> chosen = new HashSet<>();
    from.forEach(member -> chosen.add(random.nextInt(3) > 0 ? member : from.getFirst()));
    if (union) {
      chosen.retainAll(Set.of(from.get(random.nextInt(from.size()))));
    }
    for (Member member : from) {
      if (!chosen.contains(member)) {
        continue;
      }
      if (member.kind == Kind.UNNAMED_UNION) {
        assign(member.members, true, values, assignments);
      } else if (member.typed == null) {
        boolean inner = member.kind == Kind.UNION;
        assignments.add(member.name + " = " + literal(member.members, inner, values));
      } else {
        String value = values.apply(member.typed.type);
        if (value != null) {
          assignments.add(member.name + " = " + value);
        }
      }
    }
  }
}
