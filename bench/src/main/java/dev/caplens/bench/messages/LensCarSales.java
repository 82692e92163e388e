package dev.caplens.bench.messages;

import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.Color;
import dev.caplens.bench.lens.Engine;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.bench.lens.TotalValue;
import dev.caplens.bench.lens.Wheel;
import dev.caplens.bench.values.Garage;
import dev.caplens.core.message.StructList;
import java.util.List;

/// CarSales through our lenses, in the style that the peers have: `get(i)` and one setter per
/// field.
class LensCarSales
    extends LensExchange<
        Garage, ParkingLot.Reader, ParkingLot.Builder, TotalValue.Reader, TotalValue.Builder> {

  LensCarSales(List<Garage> garages) {
    super(garages, ParkingLot.TYPE, TotalValue.TYPE);
  }

  @Override
  void fill(Garage garage, ParkingLot.Builder lot) {
    List<Garage.Car> cars = garage.cars();
    StructList.Builder<Car.Builder> list = lot.initCars(cars.size());
    for (int i = 0; i < cars.size(); i++) {
      fill(cars.get(i), list.get(i));
    }
  }

  @Override
  void handle(ParkingLot.Reader lot, TotalValue.Builder total) {
    total.setAmount(look(lot));
  }

  @Override
  long check(TotalValue.Reader total) {
    return total.getAmount();
  }

  @Override
  long look(ParkingLot.Reader lot) {
    long sum = 0;
    for (Car.Reader car : lot.getCars()) {
      sum += value(car);
    }
    return sum;
  }

  @Override
  long expected(Garage garage) {
    return garage.value();
  }

  @Override
  ParkingLot.Reader reader(ParkingLot.Builder lot) {
    return lot.asReader();
  }

  @Override
  TotalValue.Reader answerReader(TotalValue.Builder total) {
    return total.asReader();
  }

  void fill(Garage.Car car, Car.Builder target) {
    target.setMake(car.make());
    target.setModel(car.model());
    target.setColor(Color.of(car.color()));
    target.setSeats(car.seats());
    target.setDoors(car.doors());
    List<Garage.Wheel> wheels = car.wheels();
    StructList.Builder<Wheel.Builder> list = target.initWheels(wheels.size());
    for (int i = 0; i < wheels.size(); i++) {
      fill(wheels.get(i), list.get(i));
    }
    target.setLength(car.length());
    target.setWidth(car.width());
    target.setHeight(car.height());
    target.setWeight(car.weight());
    fill(car.engine(), target.initEngine());
    target.setFuelCapacity(car.fuelCapacity());
    target.setFuelLevel(car.fuelLevel());
    target.setHasPowerWindows(car.powerWindows());
    target.setHasPowerSteering(car.powerSteering());
    target.setHasCruiseControl(car.cruiseControl());
    target.setCupHolders(car.cupHolders());
    target.setHasNavSystem(car.navigation());
  }

  static void fill(Garage.Wheel wheel, Wheel.Builder target) {
    target.setDiameter(wheel.diameter());
    target.setAirPressure(wheel.airPressure());
    target.setSnowTires(wheel.snowTires());
  }

  static void fill(Garage.Engine engine, Engine.Builder target) {
    target.setHorsepower(engine.horsepower());
    target.setCylinders(engine.cylinders());
    target.setCc(engine.cc());
    target.setUsesGas(engine.usesGas());
    target.setUsesElectric(engine.usesElectric());
  }

  private static long value(Car.Reader car) {
    long value = extras(car);
    for (Wheel.Reader wheel : car.getWheels()) {
      value += value(wheel);
    }
    return value;
  }

  static long value(Wheel.Reader wheel) {
    return (long) wheel.getDiameter() * wheel.getDiameter() + (wheel.getSnowTires() ? 100 : 0);
  }

  /// The value of a car without its wheels.
  static long extras(Car.Reader car) {
    long value = car.getSeats() * 200L + car.getDoors() * 350L;
    value += (long) car.getLength() * car.getWidth() * car.getHeight() / 50;
    Engine.Reader engine = car.getEngine();
    value += engine.getHorsepower() * 40L;
    if (engine.getUsesElectric()) {
      value += engine.getUsesGas() ? 5000 : 3000;
    }
    value += car.getHasPowerWindows() ? 100 : 0;
    value += car.getHasPowerSteering() ? 200 : 0;
    value += car.getHasCruiseControl() ? 400 : 0;
    value += car.getCupHolders() * 25L;
    value += car.getHasNavSystem() ? 2000 : 0;
    return value;
  }
}
