package dev.caplens.core.schema.evolution;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Member;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares declarations and gathers what is found.
final class Comparison {
  private final SchemaSet old;
  private final Set<Long> oldRequested = new HashSet<>();
  private final TypeComparison types;
  private final List<Finding> findings = new ArrayList<>();

  Comparison(SchemaSet old, SchemaSet replacement) {
    this.old = old;
    this.types = new TypeComparison(old, replacement);
    old.requested().forEach(file -> oldRequested.add(file.id()));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// A declaration that the replacement does not have. What other files declare may be left out of
  /// a request when nothing refers to it any more; groups and parameters are found missing where
  /// they are used.
  void removed(Node was) {
    Node.File file = old.fileOf(was);
    boolean declared =
        switch (was) {
          case Node.Struct struct -> !struct.group() && file != null;
          case Node.Enum type -> true;
          case Node.Interface type -> true;
          default -> false;
        };
    if (declared && (file == null || oldRequested.isEmpty() || oldRequested.contains(file.id()))) {
      report(was, "", "was declared, is gone; keep what others may still use");
    }
  }

  void compare(Node was, Node is) {
    switch (was) {
      case Node.Struct struct when is instanceof Node.Struct now -> struct(struct, now);
      case Node.Enum type when is instanceof Node.Enum now -> enumeration(type, now);
      case Node.Interface type when is instanceof Node.Interface now -> methods(type, now);
      default -> {
        if (was.getClass() != is.getClass()) {
          report(was, "", "was %s, is %s; give the new one an id of its own", kind(was), kind(is));
        }
      }
    }
  }

  private void struct(Node.Struct was, Node.Struct is) {
    if (is.dataWords() < was.dataWords() || is.pointers() < was.pointers()) {
      report(
          was,
          "",
          "had %d data words and %d pointers, has %d and %d; sections never shrink",
          was.dataWords(),
          was.pointers(),
          is.dataWords(),
          is.pointers());
    }
    if (is.discriminants() < was.discriminants()) {
      report(
          was,
          "",
          "had %d members in its union, has %d; keep the members",
          was.discriminants(),
          is.discriminants());
    } else if (was.discriminants() > 0 && is.discriminantOffset() != was.discriminantOffset()) {
      report(
          was,
          "",
          "the union's discriminant was the 16 bits at byte %d, is those at byte %d; keep the ordinals",
          was.discriminantOffset() * 2,
          is.discriminantOffset() * 2);
    }
    if (was.group() && (!is.group() || is.declaration().scopeId() != was.declaration().scopeId())) {
      report(was, "", "was a group of its struct, is something else; give that an id of its own");
    }
    for (int i = 0; i < was.fields().size(); i++) {
      Field field = was.fields().get(i);
      if (i < is.fields().size()) {
        renamed(was, field.member(), is.fields().get(i).member());
        field(was, field, is.fields().get(i));
      } else {
        report(
            was, field.name(), "was a field, is gone; rename what is no longer used, but keep it");
      }
    }
  }

  /// Fields are compared by their place in the order of ordinals: names may change.
  private void field(Node.Struct struct, Field was, Field is) {
    int wasMember = was.inUnion() ? was.discriminant() : 0;
    int isMember = is.inUnion() ? is.discriminant() : 0;
    if (wasMember != isMember) {
      report(
          struct,
          was.name(),
          "%s, %s; a field joins a union as its member 0 only, and members keep their order",
          member(was, "was"),
          member(is, "is"));
    }
    List<String> problems =
        switch (was) {
          case Field.Slot slot when is instanceof Field.Slot now -> types.slots(slot, now);
          case Field.Slot slot -> types.slotToGroup(slot, (Field.Group) is);
          case Field.Group group when is instanceof Field.Slot ->
              List.of("was a group, is a field of its own; keep the group");
          case Field.Group group ->
              group.typeId() == ((Field.Group) is).typeId()
                  ? List.of()
                  : List.of("was one group, is another; keep the group's name and place");
        };
    problems.forEach(problem -> report(struct, was.name(), problem));
  }

  private static String member(Field field, String verb) {
    return field.inUnion()
        ? verb + " member " + field.discriminant() + " of the union"
        : verb + " in no union";
  }

  private void enumeration(Node.Enum was, Node.Enum is) {
    for (int i = 0; i < was.enumerants().size(); i++) {
      Member member = was.enumerants().get(i).member();
      if (i < is.enumerants().size()) {
        renamed(was, member, is.enumerants().get(i).member());
      } else {
        report(was, member.name(), "was enumerant %d, is gone; keep it", i);
      }
    }
  }

  private void methods(Node.Interface was, Node.Interface is) {
    for (Node.Superclass superclass : was.superclasses()) {
      if (is.superclasses().stream().noneMatch(now -> now.id() == superclass.id())) {
        report(
            was,
            "",
            "extended %s, does no longer; callers may rely on it",
            types.oldName(superclass.id(), superclass.brand()));
      }
    }
    for (int i = 0; i < was.methods().size(); i++) {
      Node.Method method = was.methods().get(i);
      String name = method.member().name();
      if (i < is.methods().size()) {
        Node.Method now = is.methods().get(i);
        renamed(was, method.member(), now.member());
        types.same(
            "parameters", method.parameters(), now.parameters(), text -> report(was, name, text));
        types.same("results", method.results(), now.results(), text -> report(was, name, text));
      } else {
        report(was, name, "was method %d, is gone; keep it, it may throw", i);
      }
    }
  }

  private void renamed(Node node, Member was, Member is) {
    if (!was.name().equals(is.name())) {
      findings.add(
          new Finding(
              Finding.Severity.WARNING,
              node.id(),
              node.declaration().displayName() + "." + was.name(),
              "is called "
                  + is.name()
                  + " now; source code, text and JSON that use the name change"));
    }
  }

  private void report(Node node, String member, String problem, Object... values) {
    String name = node.declaration().displayName();
    findings.add(
        new Finding(
            Finding.Severity.BREAK,
            node.id(),
            member.isEmpty() ? name : name + "." + member,
            values.length == 0 ? problem : problem.formatted(values)));
  }

  private static String kind(Node node) {
    return switch (node) {
      case Node.File file -> "a file";
      case Node.Struct struct -> struct.group() ? "a group" : "a struct";
      case Node.Enum type -> "an enum";
      case Node.Interface type -> "an interface";
      case Node.Const constant -> "a constant";
      case Node.Annotation annotation -> "an annotation";
    };
  }
}
