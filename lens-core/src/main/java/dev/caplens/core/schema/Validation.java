package dev.caplens.core.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks whether nodes fit together, so that nothing that works with them later needs to.
///
/// Nodes that are missing are no problem here; some that are there may never be needed. Time and
/// memory are bounded by the number of nodes and members, whatever these say.
final class Validation {
  private final Map<Long, Node> nodes;
  private final Problems problems = new Problems();
  private final TypeValidation types;

  private Validation(Map<Long, Node> nodes) {
    this.nodes = nodes;
    this.types = new TypeValidation(nodes, problems);
  }

  /// Validates all nodes.
  ///
  /// @throws SchemaError with all problems
  static void check(Map<Long, Node> nodes) {
    Validation validation = new Validation(nodes);
    validation.acyclic("scopes", node -> List.of(node.declaration().scopeId()));
    validation.acyclic("superclasses", Validation::superclasses);
    validation.problems.throwIfAny();
    StructValidation structs = new StructValidation(nodes, validation.problems, validation.types);
    for (Node node : nodes.values()) {
      validation.declaration(node);
      switch (node) {
        case Node.Struct struct -> structs.check(struct);
        case Node.Enum type ->
            validation.members(
                node, type.enumerants().stream().map(Node.Enumerant::member).toList());
        case Node.Interface type -> validation.methods(type);
        case Node.Const constant ->
            validation.types.value(node, "its value", constant.type(), constant.value());
        case Node.Annotation annotation ->
            validation.types.type(node, "its type", annotation.type());
        case Node.File file -> {}
      }
    }
    validation.problems.throwIfAny();
    structs.checkPlaces(); // groups are known to form trees now
    validation.problems.throwIfAny();
  }

  /// What the members of a node have in common: names of their own, and each a place in the source.
  static void members(Node node, List<Member> members, Problems problems) {
    Set<String> names = HashSet.newHashSet(members.size());
    boolean[] orders = new boolean[members.size()];
    for (Member member : members) {
      if (!names.add(member.name())) {
        problems.add(node, "two members are called \"%s\"", member.name());
      }
      int order = member.codeOrder();
      if (order >= orders.length || orders[order]) {
        problems.add(
            node,
            "%s: expected a code order of its own below %d, got %d",
            member.name(),
            orders.length,
            order);
      } else {
        orders[order] = true;
      }
    }
  }

  private void members(Node node, List<Member> members) {
    members(node, members, problems);
  }

  private void declaration(Node node) {
    Declaration declaration = node.declaration();
    Node scope = nodes.get(declaration.scopeId());
    if (scope instanceof Node.Enum
        || scope instanceof Node.Const
        || scope instanceof Node.Annotation) {
      problems.add(
          node,
          "expected to stand in a file, struct or interface, stands in %s",
          scope.declaration().displayName());
    }
    if (!declaration.parameters().isEmpty() && !declaration.generic()) {
      problems.add(node, "has type parameters but is not marked as generic");
    }
    Set<String> names = HashSet.newHashSet(declaration.nested().size());
    for (Declaration.Nested nested : declaration.nested()) {
      Node inner = nodes.get(nested.id());
      if (!names.add(nested.name())) {
        problems.add(node, "two declarations in it are called \"%s\"", nested.name());
      }
      if (inner != null && inner.declaration().scopeId() != node.id()) {
        problems.add(
            node,
            "names %s as its own, which stands in @0x%016x",
            inner.declaration().displayName(),
            inner.declaration().scopeId());
      }
    }
  }

  private void methods(Node.Interface type) {
    members(type, type.methods().stream().map(Node.Method::member).toList());
    for (Node.Superclass superclass : type.superclasses()) {
      types.type(
          type, "what it extends", new Type.InterfaceType(superclass.id(), superclass.brand()));
    }
    for (Node.Method method : type.methods()) {
      types.type(type, method.member().name() + ", parameters", method.parameters());
      types.type(type, method.member().name() + ", results", method.results());
    }
  }

  private static Collection<Long> superclasses(Node node) {
    return node instanceof Node.Interface type
        ? type.superclasses().stream().map(Node.Superclass::id).toList()
        : List.of();
  }

  /// Where a walk from node to node leads.
  private interface Next {
    Collection<Long> of(Node node);
  }

  /// Reports one node of each circle, without recursion: the way may be as long as there are nodes.
  private void acyclic(String what, Next next) {
    Map<Long, Integer> waiting = new HashMap<>();
    for (Node node : nodes.values()) {
      next.of(node).forEach(id -> waiting.merge(id, 1, Integer::sum));
    }
    Deque<Node> free = new ArrayDeque<>();
    Set<Long> left = new HashSet<>(nodes.keySet());
    nodes.values().stream().filter(n -> !waiting.containsKey(n.id())).forEach(free::add);
    while (!free.isEmpty()) {
      Node node = free.remove();
      left.remove(node.id());
      for (long id : next.of(node)) {
        if (waiting.merge(id, -1, Integer::sum) == 0 && nodes.containsKey(id)) {
          free.add(nodes.get(id));
        }
      }
    }
    nodes.values().stream()
        .filter(node -> left.contains(node.id()))
        .findFirst()
        .ifPresent(node -> problems.add(node, "its %s lead back to itself", what));
  }
}
