package dev.caplens.bench.messages;

import dev.caplens.bench.sbe.Color;
import dev.caplens.bench.sbe.EngineDecoder;
import dev.caplens.bench.sbe.EngineEncoder;
import dev.caplens.bench.sbe.ExtrasDecoder;
import dev.caplens.bench.sbe.ParkingLotDecoder;
import dev.caplens.bench.sbe.ParkingLotDecoder.CarsDecoder;
import dev.caplens.bench.sbe.ParkingLotDecoder.CarsDecoder.WheelsDecoder;
import dev.caplens.bench.sbe.ParkingLotEncoder;
import dev.caplens.bench.sbe.ParkingLotEncoder.CarsEncoder;
import dev.caplens.bench.sbe.ParkingLotEncoder.CarsEncoder.WheelsEncoder;
import dev.caplens.bench.sbe.TotalValueDecoder;
import dev.caplens.bench.sbe.TotalValueEncoder;
import dev.caplens.bench.values.Garage;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/// CarSales in Simple Binary Encoding: read from front to end, which is how it is meant.
final class SbeCarSales extends SbeExchange<Garage> {

  private final ParkingLotEncoder lotEncoder = new ParkingLotEncoder();
  private final ParkingLotDecoder lotDecoder = new ParkingLotDecoder();
  private final TotalValueEncoder totalEncoder = new TotalValueEncoder();
  private final TotalValueDecoder totalDecoder = new TotalValueDecoder();

  SbeCarSales(List<Garage> garages) {
    super(garages);
  }

  @Override
  int ask(Garage garage, UnsafeBuffer target) {
    List<Garage.Car> cars = garage.cars();
    CarsEncoder group =
        lotEncoder.wrapAndApplyHeader(target, 0, headerEncoder).carsCount(cars.size());
    for (int i = 0; i < cars.size(); i++) {
      fill(cars.get(i), group.next());
    }
    return headerEncoder.encodedLength() + lotEncoder.encodedLength();
  }

  @Override
  void answer(UnsafeBuffer request, UnsafeBuffer target) {
    totalEncoder.wrapAndApplyHeader(target, 0, headerEncoder).amount(look(request));
  }

  @Override
  protected long check(UnsafeBuffer answer) {
    return totalDecoder.wrapAndApplyHeader(answer, 0, headerDecoder).amount();
  }

  @Override
  protected long look(UnsafeBuffer request) {
    long sum = 0;
    for (CarsDecoder car : lotDecoder.wrapAndApplyHeader(request, 0, headerDecoder).cars()) {
      sum += value(car);
    }
    return sum;
  }

  @Override
  protected long expected(Garage garage) {
    return garage.value();
  }

  @Override
  public Garage decode(byte[] request) {
    List<Garage.Car> cars = new ArrayList<>();
    for (CarsDecoder car : lotDecoder.wrapAndApplyHeader(over(request), 0, headerDecoder).cars()) {
      cars.add(decode(car));
    }
    return new Garage(cars);
  }

  private static void fill(Garage.Car car, CarsEncoder target) {
    target
        .weight(car.weight())
        .fuelCapacity(car.fuelCapacity())
        .fuelLevel(car.fuelLevel())
        .length(car.length())
        .width(car.width())
        .height(car.height())
        .color(Color.get((short) car.color()))
        .seats((short) car.seats())
        .doors((short) car.doors())
        .cupHolders((short) car.cupHolders());
    target
        .extras()
        .clear()
        .powerWindows(car.powerWindows())
        .powerSteering(car.powerSteering())
        .cruiseControl(car.cruiseControl())
        .navigation(car.navigation());
    fill(car.engine(), target.engine());
    List<Garage.Wheel> wheels = car.wheels();
    WheelsEncoder group = target.wheelsCount(wheels.size());
    for (int i = 0; i < wheels.size(); i++) {
      Garage.Wheel wheel = wheels.get(i);
      group.next().airPressure(wheel.airPressure()).diameter(wheel.diameter());
      group.tires().clear().snow(wheel.snowTires());
    }
    target.make(car.make()).model(car.model());
  }

  private static void fill(Garage.Engine engine, EngineEncoder target) {
    target
        .cc(engine.cc())
        .horsepower(engine.horsepower())
        .cylinders((short) engine.cylinders())
        .fuels()
        .clear()
        .gas(engine.usesGas())
        .electric(engine.usesElectric());
  }

  private static long value(CarsDecoder car) {
    long value = car.seats() * 200L + car.doors() * 350L;
    value += (long) car.length() * car.width() * car.height() / 50;
    EngineDecoder engine = car.engine();
    value += engine.horsepower() * 40L;
    if (engine.fuels().electric()) {
      value += engine.fuels().gas() ? 5000 : 3000;
    }
    ExtrasDecoder extras = car.extras();
    value += extras.powerWindows() ? 100 : 0;
    value += extras.powerSteering() ? 200 : 0;
    value += extras.cruiseControl() ? 400 : 0;
    value += extras.navigation() ? 2000 : 0;
    value += car.cupHolders() * 25L;
    for (WheelsDecoder wheel : car.wheels()) {
      value += (long) wheel.diameter() * wheel.diameter() + (wheel.tires().snow() ? 100 : 0);
    }
    car.skipMake();
    car.skipModel();
    return value;
  }

  private static Garage.Car decode(CarsDecoder car) {
    ExtrasDecoder extras = car.extras();
    EngineDecoder engine = car.engine();
    List<Garage.Wheel> wheels = new ArrayList<>();
    for (WheelsDecoder wheel : car.wheels()) {
      wheels.add(new Garage.Wheel(wheel.diameter(), wheel.airPressure(), wheel.tires().snow()));
    }
    return new Garage.Car(
        car.make(),
        car.model(),
        car.color().value(),
        car.seats(),
        car.doors(),
        wheels,
        car.length(),
        car.width(),
        car.height(),
        (int) car.weight(),
        new Garage.Engine(
            engine.horsepower(),
            engine.cylinders(),
            (int) engine.cc(),
            engine.fuels().gas(),
            engine.fuels().electric()),
        car.fuelCapacity(),
        car.fuelLevel(),
        extras.powerWindows(),
        extras.powerSteering(),
        extras.cruiseControl(),
        car.cupHolders(),
        extras.navigation());
  }
}
