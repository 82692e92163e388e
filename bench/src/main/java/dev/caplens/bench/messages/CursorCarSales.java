package dev.caplens.bench.messages;

import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.bench.values.Garage;
import java.util.List;

/// CarSales in our own style: cursors, which allocate nothing per element.
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
    super.fill(car, target);
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
