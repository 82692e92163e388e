package dev.caplens.bench.values;

import java.util.ArrayList;
import java.util.List;

/// The request of CarSales: cars with many small fields.
///
/// @param cars what stands in it
public record Garage(List<Car> cars) {

  private static final String[] MAKES = {"Dacia", "Fiat", "Opel", "Simca", "Trabant"};
  private static final String[] MODELS = {
    "Ami", "Bora", "Corsa", "Duster", "Espace", "Fuego", "Golf"
  };
  private static final int COLORS = 9;

  /// One car, with a field per field of the schema.
  public record Car(
      String make,
      String model,
      int color,
      int seats,
      int doors,
      List<Wheel> wheels,
      int length,
      int width,
      int height,
      int weight,
      Engine engine,
      float fuelCapacity,
      float fuelLevel,
      boolean powerWindows,
      boolean powerSteering,
      boolean cruiseControl,
      int cupHolders,
      boolean navigation) {}

  /// One wheel.
  public record Wheel(int diameter, float airPressure, boolean snowTires) {}

  /// The engine.
  public record Engine(
      int horsepower, int cylinders, int cc, boolean usesGas, boolean usesElectric) {}

  /// That many cars; the order of the dice is that of `carsales.c++`.
  public static Garage of(int count, long seed) {
    Dice dice = new Dice(seed);
    List<Car> cars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cars.add(car(dice));
    }
    return new Garage(List.copyOf(cars));
  }

  /// What the answer has to say.
  public long value() {
    long sum = 0;
    for (Car car : cars) {
      sum += value(car);
    }
    return sum;
  }

  private static Car car(Dice dice) {
    String make = MAKES[dice.below(MAKES.length)];
    String model = MODELS[dice.below(MODELS.length)];
    int color = dice.below(COLORS);
    int seats = 2 + dice.below(6);
    int doors = 2 + dice.below(3);
    List<Wheel> wheels = List.of(wheel(dice), wheel(dice), wheel(dice), wheel(dice));
    int length = 170 + dice.below(150);
    int width = 48 + dice.below(36);
    int height = 54 + dice.below(48);
    int weight = length * width * height / 200;
    Engine engine = engine(dice);
    float fuelCapacity = 10 + dice.below(30);
    float fuelLevel = dice.below((int) fuelCapacity);
    return new Car(
        make,
        model,
        color,
        seats,
        doors,
        wheels,
        length,
        width,
        height,
        weight,
        engine,
        fuelCapacity,
        fuelLevel,
        dice.oneIn(2),
        dice.oneIn(2),
        dice.oneIn(2),
        dice.below(12),
        dice.oneIn(2));
  }

  private static Wheel wheel(Dice dice) {
    return new Wheel(25 + dice.below(15), 30 + dice.below(20), dice.oneIn(16));
  }

  private static Engine engine(Dice dice) {
    return new Engine(
        100 * (1 + dice.below(4)),
        4 + 2 * dice.below(3),
        800 + dice.below(10000),
        true,
        dice.oneIn(2));
  }

  private static long value(Car car) {
    long value = car.seats * 200L + car.doors * 350L;
    for (Wheel wheel : car.wheels) {
      value += (long) wheel.diameter * wheel.diameter;
      value += wheel.snowTires ? 100 : 0;
    }
    value += (long) car.length * car.width * car.height / 50;
    value += car.engine.horsepower * 40L;
    value += car.engine.usesElectric ? (car.engine.usesGas ? 5000 : 3000) : 0;
    value += car.powerWindows ? 100 : 0;
    value += car.powerSteering ? 200 : 0;
    value += car.cruiseControl ? 400 : 0;
    value += car.cupHolders * 25L;
    value += car.navigation ? 2000 : 0;
    return value;
  }
}
