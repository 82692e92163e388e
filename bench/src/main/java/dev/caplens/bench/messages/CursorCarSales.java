package dev.caplens.bench.messages;

import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.Color;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.bench.values.Garage;
import java.util.List;

/// CarSales in our own style: cursors, which allocate nothing per element, and all data fields of a
/// struct at once, by whole words.
final class CursorCarSales extends LensCarSales {

  CursorCarSales(List<Garage> garages) {
    super(garages);
  }

  @Override
  void fill(Garage garage, ParkingLot.Builder lot) {
    List<Garage.Car> cars = garage.cars();
    for (var list = lot.initCars(cars.size()).cursor(); list.next(); ) {
      fill(cars.get(list.index()), list.element());
    }
  }

  @Override
  void fill(Garage.Car car, Car.Builder target) {
    target.setMake(car.make());
    target.setModel(car.model());
    for (var wheels = target.initWheels(car.wheels().size()).cursor(); wheels.next(); ) {
      Garage.Wheel wheel = car.wheels().get(wheels.index());
      wheels.element().all(wheel.diameter(), wheel.airPressure(), wheel.snowTires());
    }
    Garage.Engine engine = car.engine();
    target
        .initEngine()
        .all(
            engine.horsepower(),
            engine.cylinders(),
            engine.cc(),
            engine.usesGas(),
            engine.usesElectric());
    target.all(
        Color.of(car.color()),
        car.seats(),
        car.doors(),
        car.length(),
        car.width(),
        car.height(),
        car.weight(),
        car.fuelCapacity(),
        car.fuelLevel(),
        car.powerWindows(),
        car.powerSteering(),
        car.cruiseControl(),
        car.cupHolders(),
        car.navigation());
  }

  @Override
  long look(ParkingLot.Reader lot) {
    long sum = 0;
    for (var cars = lot.getCars().cursor(); cars.next(); ) {
      Car.Reader car = cars.element();
      sum += extras(car);
      for (var wheels = car.getWheels().cursor(); wheels.next(); ) {
        sum += value(wheels.element());
      }
    }
    return sum;
  }
}
