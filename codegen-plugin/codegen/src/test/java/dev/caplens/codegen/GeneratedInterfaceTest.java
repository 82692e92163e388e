package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.contract.Contract;
import dev.caplens.core.contract.Method;
import dev.caplens.core.message.AnyCapability;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.Text;
import golden.interfaces.Calculator;
import golden.interfaces.Holder;
import golden.interfaces.Named;
import golden.interfaces.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Generated interfaces: what is known of their methods, and references to them in messages.
class GeneratedInterfaceTest {
  private final MessageBuilder message = MessageBuilder.create();
  private final Holder.Builder builder = message.initRoot(Holder.TYPE);

  @Test
  void a_contract_names_its_methods_in_the_order_of_their_numbers() {
    Contract contract = Calculator.contract();

    assertEquals(Calculator.ID, contract.id());
    assertEquals("interfaces.capnp:Calculator", contract.name());
    assertEquals(
        List.of("evaluate", "define", "write"),
        contract.methods().stream().map(Method::name).toList());
    assertSame(Calculator.Methods.DEFINE, contract.methods().get(1));
    assertEquals(1, Calculator.Methods.DEFINE.ordinal());
    assertEquals(Calculator.ID, Calculator.Methods.DEFINE.interfaceId());
  }

  @Test
  void a_method_names_the_structs_that_it_takes_and_gives() {
    assertSame(Calculator.EvaluateParams.TYPE, Calculator.Methods.EVALUATE.parameters());
    assertSame(Calculator.EvaluateResults.TYPE, Calculator.Methods.EVALUATE.results());
    assertSame(Calculator.Value.Read.TYPE, Calculator.Methods.DEFINE.results());
    assertSame(Store.FindParams.TYPE, Store.Methods.FIND.parameters());
    assertEquals(List.of("K"), Store.Methods.FIND.signature().typeParameters());
  }

  @Test
  void a_method_says_how_it_is_answered() {
    assertEquals(Method.Kind.CALL, Store.Methods.PUT.kind());
    assertEquals(Method.Kind.DEFERRED, Store.Methods.FIND.kind());
    assertEquals(Method.Kind.STREAM, Calculator.Methods.WRITE.kind());
    assertSame(AnyStruct.TYPE, Calculator.Methods.WRITE.results());
    assertEquals("close", Store.Methods.SHUT.name());
  }

  @Test
  void a_contract_finds_the_methods_of_the_interfaces_that_it_extends() {
    Contract contract = Calculator.contract();

    assertEquals(List.of(Named.contract()), contract.superclasses());
    assertEquals(List.of(contract, Named.contract()), contract.all());
    assertTrue(contract.isA(Named.ID));
    assertFalse(Named.contract().isA(Calculator.ID));
    assertSame(Named.Methods.GET_NAME, contract.method(Named.ID, 0).orElseThrow());
    assertTrue(contract.method(Named.ID, 1).isEmpty());
    assertTrue(contract.method(Calculator.ID, -1).isEmpty());
    assertTrue(contract.method(Store.ID, 0).isEmpty());
  }

  @Test
  void the_structs_of_a_generic_method_are_bound_to_types_as_any_other() {
    var type = Store.FindResults.type(Text.TYPE, Holder.TYPE);
    MessageBuilder results = MessageBuilder.create();

    results.initRoot(type).initValue(2);

    Text.Reader value = results.root(type).asReader().getValue();
    assertEquals(2, value.size());
  }

  @Test
  void references_are_set_and_read_in_fields_and_lists() {
    builder.setCalculator(new Calculator.Reference(3)).setAny(new AnyCapability(4));
    builder.initAll(2).set(1, new Calculator.Reference(5));
    builder.setNames(new Store.Reference<>(6)).setValue(new Calculator.Value.Reference(0));
    Holder.Reader holder = builder.asReader();

    assertEquals(new Calculator.Reference(3), holder.getCalculator());
    assertEquals(4, holder.getAny().index());
    assertTrue(holder.getAll().get(0).isNull());
    assertEquals(5, holder.getAll().get(1).index());
    assertEquals(new Store.Reference<>(6), holder.getNames());
    assertTrue(holder.isValue());
    assertFalse(holder.getValue().isNull());
  }

  @Test
  void a_null_reference_clears_the_field() {
    builder.setCalculator(new Calculator.Reference(3)).setAny(new AnyCapability(4));

    builder.setCalculator(new Calculator.Reference(-1)).setAny(new AnyCapability(-1));

    assertFalse(builder.hasCalculator());
    assertFalse(builder.hasAny());
    assertTrue(builder.getCalculator().isNull());
  }
}
