package dev.caplens.bench.messages;

import dev.caplens.bench.proto.BenchProto.Car;
import dev.caplens.bench.proto.BenchProto.Color;
import dev.caplens.bench.proto.BenchProto.Engine;
import dev.caplens.bench.proto.BenchProto.ParkingLot;
import dev.caplens.bench.proto.BenchProto.TotalValue;
import dev.caplens.bench.proto.BenchProto.Wheel;
import dev.caplens.bench.values.Garage;
import java.util.List;

/// CarSales in Protocol Buffers.
final class ProtoCarSales extends ProtoExchange<Garage, ParkingLot, TotalValue> {

  ProtoCarSales(List<Garage> garages) {
    super(garages, ParkingLot.parser(), TotalValue.parser());
  }

  @Override
  ParkingLot build(Garage garage) {
    ParkingLot.Builder lot = ParkingLot.newBuilder();
    for (Garage.Car car : garage.cars()) {
      fill(car, lot.addCarsBuilder());
    }
    return lot.build();
  }

  @Override
  TotalValue handle(ParkingLot lot) {
    return TotalValue.newBuilder().setAmount(seen(lot)).build();
  }

  @Override
  long found(TotalValue total) {
    return total.getAmount();
  }

  @Override
  long seen(ParkingLot lot) {
    long sum = 0;
    for (Car car : lot.getCarsList()) {
      sum += value(car);
    }
    return sum;
  }

  @Override
  protected long expected(Garage garage) {
    return garage.value();
  }

  @Override
  Garage plain(ParkingLot lot) {
    return new Garage(lot.getCarsList().stream().map(ProtoCarSales::plain).toList());
  }

  private static void fill(Garage.Car car, Car.Builder target) {
    target
        .setMake(car.make())
        .setModel(car.model())
        .setColor(Color.forNumber(car.color()))
        .setSeats(car.seats())
        .setDoors(car.doors())
        .setLength(car.length())
        .setWidth(car.width())
        .setHeight(car.height())
        .setWeight(car.weight())
        .setFuelCapacity(car.fuelCapacity())
        .setFuelLevel(car.fuelLevel())
        .setPowerWindows(car.powerWindows())
        .setPowerSteering(car.powerSteering())
        .setCruiseControl(car.cruiseControl())
        .setCupHolders(car.cupHolders())
        .setNavigation(car.navigation());
    for (Garage.Wheel wheel : car.wheels()) {
      target
          .addWheelsBuilder()
          .setDiameter(wheel.diameter())
          .setAirPressure(wheel.airPressure())
          .setSnowTires(wheel.snowTires());
    }
    Garage.Engine engine = car.engine();
    target
        .getEngineBuilder()
        .setHorsepower(engine.horsepower())
        .setCylinders(engine.cylinders())
        .setCc(engine.cc())
        .setUsesGas(engine.usesGas())
        .setUsesElectric(engine.usesElectric());
  }

  private static long value(Car car) {
    long value = car.getSeats() * 200L + car.getDoors() * 350L;
    for (Wheel wheel : car.getWheelsList()) {
      value += (long) wheel.getDiameter() * wheel.getDiameter() + (wheel.getSnowTires() ? 100 : 0);
    }
    value += (long) car.getLength() * car.getWidth() * car.getHeight() / 50;
    Engine engine = car.getEngine();
    value += engine.getHorsepower() * 40L;
    if (engine.getUsesElectric()) {
      value += engine.getUsesGas() ? 5000 : 3000;
    }
    value += car.getPowerWindows() ? 100 : 0;
    value += car.getPowerSteering() ? 200 : 0;
    value += car.getCruiseControl() ? 400 : 0;
    value += car.getCupHolders() * 25L;
    value += car.getNavigation() ? 2000 : 0;
    return value;
  }

  private static Garage.Car plain(Car car) {
    Engine engine = car.getEngine();
    return new Garage.Car(
        car.getMake(),
        car.getModel(),
        car.getColorValue(),
        car.getSeats(),
        car.getDoors(),
        car.getWheelsList().stream()
            .map(w -> new Garage.Wheel(w.getDiameter(), w.getAirPressure(), w.getSnowTires()))
            .toList(),
        car.getLength(),
        car.getWidth(),
        car.getHeight(),
        car.getWeight(),
        new Garage.Engine(
            engine.getHorsepower(),
            engine.getCylinders(),
            engine.getCc(),
            engine.getUsesGas(),
            engine.getUsesElectric()),
        car.getFuelCapacity(),
        car.getFuelLevel(),
        car.getPowerWindows(),
        car.getPowerSteering(),
        car.getCruiseControl(),
        car.getCupHolders(),
        car.getNavigation());
  }
}
