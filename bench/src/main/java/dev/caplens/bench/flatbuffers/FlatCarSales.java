package dev.caplens.bench.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.caplens.bench.flatbuffers.schema.Car;
import dev.caplens.bench.flatbuffers.schema.Engine;
import dev.caplens.bench.flatbuffers.schema.ParkingLot;
import dev.caplens.bench.flatbuffers.schema.TotalValue;
import dev.caplens.bench.flatbuffers.schema.Wheel;
import dev.caplens.bench.values.Garage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// CarSales in FlatBuffers: wheels and engines are structs.
final class FlatCarSales extends FlatExchange<Garage> {

  private final ParkingLot lot = new ParkingLot();
  private final Car car = new Car();
  private final Wheel wheel = new Wheel();
  private final Engine engine = new Engine();
  private final TotalValue total = new TotalValue();

  FlatCarSales(List<Garage> garages) {
    super(garages);
  }

  @Override
  int build(Garage garage, FlatBufferBuilder target) {
    List<Garage.Car> cars = garage.cars();
    int[] offsets = new int[cars.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = add(cars.get(i), target);
    }
    return ParkingLot.createParkingLot(target, ParkingLot.createCarsVector(target, offsets));
  }

  @Override
  int handle(ByteBuffer source, FlatBufferBuilder target) {
    return TotalValue.createTotalValue(target, look(source));
  }

  @Override
  protected long check(ByteBuffer answer) {
    return TotalValue.getRootAsTotalValue(answer, total).amount();
  }

  @Override
  protected long look(ByteBuffer request) {
    ParkingLot.getRootAsParkingLot(request, lot);
    long sum = 0;
    int count = lot.carsLength();
    for (int i = 0; i < count; i++) {
      sum += value(lot.cars(car, i));
    }
    return sum;
  }

  @Override
  protected long expected(Garage garage) {
    return garage.value();
  }

  @Override
  public Garage decode(byte[] request) {
    ParkingLot source = ParkingLot.getRootAsParkingLot(ByteBuffer.wrap(request));
    List<Garage.Car> cars = new ArrayList<>();
    for (int i = 0; i < source.carsLength(); i++) {
      cars.add(plain(source.cars(i)));
    }
    return new Garage(cars);
  }

  private static int add(Garage.Car car, FlatBufferBuilder target) {
    int make = target.createString(car.make());
    int model = target.createString(car.model());
    List<Garage.Wheel> wheels = car.wheels();
    Car.startWheelsVector(target, wheels.size());
    for (int i = wheels.size() - 1; i >= 0; i--) {
      Garage.Wheel w = wheels.get(i);
      Wheel.createWheel(target, w.airPressure(), w.diameter(), w.snowTires());
    }
    int wheelsAt = target.endVector();
    Car.startCar(target);
    Car.addMake(target, make);
    Car.addModel(target, model);
    Car.addWheels(target, wheelsAt);
    Car.addWeight(target, car.weight());
    Car.addEngine(target, add(car.engine(), target));
    Car.addFuelCapacity(target, car.fuelCapacity());
    Car.addFuelLevel(target, car.fuelLevel());
    Car.addLength(target, car.length());
    Car.addWidth(target, car.width());
    Car.addHeight(target, car.height());
    Car.addColor(target, car.color());
    Car.addSeats(target, car.seats());
    Car.addDoors(target, car.doors());
    Car.addPowerWindows(target, car.powerWindows());
    Car.addPowerSteering(target, car.powerSteering());
    Car.addCruiseControl(target, car.cruiseControl());
    Car.addCupHolders(target, car.cupHolders());
    Car.addNavigation(target, car.navigation());
    return Car.endCar(target);
  }

  private static int add(Garage.Engine engine, FlatBufferBuilder target) {
    return Engine.createEngine(
        target,
        engine.cc(),
        engine.horsepower(),
        engine.cylinders(),
        engine.usesGas(),
        engine.usesElectric());
  }

  private long value(Car source) {
    long value = source.seats() * 200L + source.doors() * 350L;
    int wheels = source.wheelsLength();
    for (int i = 0; i < wheels; i++) {
      source.wheels(wheel, i);
      value += (long) wheel.diameter() * wheel.diameter() + (wheel.snowTires() ? 100 : 0);
    }
    value += (long) source.length() * source.width() * source.height() / 50;
    source.engine(engine);
    value += engine.horsepower() * 40L;
    if (engine.usesElectric()) {
      value += engine.usesGas() ? 5000 : 3000;
    }
    value += source.powerWindows() ? 100 : 0;
    value += source.powerSteering() ? 200 : 0;
    value += source.cruiseControl() ? 400 : 0;
    value += source.cupHolders() * 25L;
    value += source.navigation() ? 2000 : 0;
    return value;
  }

  private static Garage.Car plain(Car source) {
    List<Garage.Wheel> wheels = new ArrayList<>();
    for (int i = 0; i < source.wheelsLength(); i++) {
      Wheel w = source.wheels(i);
      wheels.add(new Garage.Wheel(w.diameter(), w.airPressure(), w.snowTires()));
    }
    Engine e = source.engine();
    return new Garage.Car(
        source.make(),
        source.model(),
        source.color(),
        source.seats(),
        source.doors(),
        wheels,
        source.length(),
        source.width(),
        source.height(),
        (int) source.weight(),
        new Garage.Engine(
            e.horsepower(), e.cylinders(), (int) e.cc(), e.usesGas(), e.usesElectric()),
        source.fuelCapacity(),
        source.fuelLevel(),
        source.powerWindows(),
        source.powerSteering(),
        source.cruiseControl(),
        source.cupHolders(),
        source.navigation());
  }
}
