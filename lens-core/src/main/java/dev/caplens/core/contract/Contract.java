package dev.caplens.core.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An interface of a schema: its methods, and the interfaces that it extends.
///
/// Immutable; any thread may use it. Generated code makes one per interface, when its `contract()`
/// is first called.
///
/// @param id the schema's 64-bit id; unsigned
/// @param name the schema's display name, as in `calculator.capnp:Calculator`
/// @param superclasses the interfaces that it names as extended, in the order of the source
/// @param methods its own methods; a method's place is its ordinal
public record Contract(long id, String name, List<Contract> superclasses, List<Method> methods) {

  /// Makes one; the lists are copied.
  public Contract {
    superclasses = List.copyOf(superclasses);
    methods = List.copyOf(methods);
  }

  /// Itself and all interfaces that it extends, directly or not, each once; itself first.
  public List<Contract> all() {
    Map<Long, Contract> found = new LinkedHashMap<>();
    collect(found);
    return new ArrayList<>(found.values());
  }

  private void collect(Map<Long, Contract> found) {
    if (found.putIfAbsent(id, this) == null) {
      superclasses.forEach(above -> above.collect(found));
    }
  }

  /// Whether a capability of this interface can serve as one of that interface.
  public boolean isA(long interfaceId) {
    return all().stream().anyMatch(contract -> contract.id == interfaceId);
  }

  /// The method that a call means; empty if this interface has no such method.
  ///
  /// @param interfaceId the interface that declares it, this one or one that it extends
  /// @param ordinal its number there
  public Optional<Method> method(long interfaceId, int ordinal) {
    for (Contract contract : all()) {
      if (contract.id == interfaceId && ordinal >= 0 && ordinal < contract.methods.size()) {
        return Optional.of(contract.methods.get(ordinal));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
