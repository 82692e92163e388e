package dev.caplens.bench.messages;

import dev.caplens.bench.capnproto.Cars;
import dev.caplens.bench.capnproto.ParkingLots.ParkingLot;
import dev.caplens.bench.capnproto.ParkingLots.TotalValue;
import dev.caplens.bench.values.Garage;
import java.util.List;
import org.capnproto.StructList;

/// CarSales through `org.capnproto:runtime`.
final class PeerCarSales
    extends PeerExchange<
        Garage, ParkingLot.Reader, ParkingLot.Builder, TotalValue.Reader, TotalValue.Builder> {

  private static final Cars.Color[] COLORS = Cars.Color.values();

  PeerCarSales(List<Garage> garages) {
    super(garages, ParkingLot.factory, TotalValue.factory);
  }

  @Override
  void fill(Garage garage, ParkingLot.Builder lot) {
    List<Garage.Car> cars = garage.cars();
    StructList.Builder<Cars.Car.Builder> list = lot.initCars(cars.size());
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
    for (Cars.Car.Reader car : lot.getCars()) {
      sum += value(car);
    }
    return sum;
  }

  @Override
  long expected(Garage garage) {
    return garage.value();
  }

  private static void fill(Garage.Car car, Cars.Car.Builder target) {
    target.setMake(car.make());
    target.setModel(car.model());
    target.setColor(COLORS[car.color()]);
    target.setSeats((byte) car.seats());
    target.setDoors((byte) car.doors());
    List<Garage.Wheel> wheels = car.wheels();
    StructList.Builder<Cars.Wheel.Builder> list = target.initWheels(wheels.size());
    for (int i = 0; i < wheels.size(); i++) {
      Garage.Wheel wheel = wheels.get(i);
      Cars.Wheel.Builder built = list.get(i);
      built.setDiameter((short) wheel.diameter());
      built.setAirPressure(wheel.airPressure());
      built.setSnowTires(wheel.snowTires());
    }
    target.setLength((short) car.length());
    target.setWidth((short) car.width());
    target.setHeight((short) car.height());
    target.setWeight(car.weight());
    fill(car.engine(), target.initEngine());
    target.setFuelCapacity(car.fuelCapacity());
    target.setFuelLevel(car.fuelLevel());
    target.setHasPowerWindows(car.powerWindows());
    target.setHasPowerSteering(car.powerSteering());
    target.setHasCruiseControl(car.cruiseControl());
    target.setCupHolders((byte) car.cupHolders());
    target.setHasNavSystem(car.navigation());
  }

  private static void fill(Garage.Engine engine, Cars.Engine.Builder target) {
    target.setHorsepower((short) engine.horsepower());
    target.setCylinders((byte) engine.cylinders());
    target.setCc(engine.cc());
    target.setUsesGas(engine.usesGas());
    target.setUsesElectric(engine.usesElectric());
  }

  private static long value(Cars.Car.Reader car) {
    long value = (car.getSeats() & 0xff) * 200L + (car.getDoors() & 0xff) * 350L;
    for (Cars.Wheel.Reader wheel : car.getWheels()) {
      int diameter = wheel.getDiameter() & 0xffff;
      value += (long) diameter * diameter;
      value += wheel.getSnowTires() ? 100 : 0;
    }
    long volume = (long) (car.getLength() & 0xffff) * (car.getWidth() & 0xffff);
    value += volume * (car.getHeight() & 0xffff) / 50;
    Cars.Engine.Reader engine = car.getEngine();
    value += (engine.getHorsepower() & 0xffff) * 40L;
    if (engine.getUsesElectric()) {
      value += engine.getUsesGas() ? 5000 : 3000;
    }
    value += car.getHasPowerWindows() ? 100 : 0;
    value += car.getHasPowerSteering() ? 200 : 0;
    value += car.getHasCruiseControl() ? 400 : 0;
    value += (car.getCupHolders() & 0xff) * 25L;
    value += car.getHasNavSystem() ? 2000 : 0;
    return value;
  }
}
