// CarSales through Cap'n Proto's own library; the values are those of Garage.java.
#include "carsales.capnp.h"
#include "exchange.h"

namespace {

using namespace carsales;

const char* const MAKES[] = {"Dacia", "Fiat", "Opel", "Simca", "Trabant"};
const char* const MODELS[] = {"Ami", "Bora", "Corsa", "Duster", "Espace", "Fuego", "Golf"};

struct WheelValue {
  int diameter;
  float airPressure;
  bool snowTires;
};

struct CarValue {
  const char *make, *model;
  int color, seats, doors;
  WheelValue wheels[4];
  int length, width, height, weight;
  int horsepower, cylinders, cc;
  bool usesGas, usesElectric;
  float fuelCapacity, fuelLevel;
  bool powerWindows, powerSteering, cruiseControl;
  int cupHolders;
  bool navigation;
};

CarValue carValue(Dice& dice) {
  CarValue car;
  car.make = MAKES[dice.below(5)];
  car.model = MODELS[dice.below(7)];
  car.color = dice.below(9);
  car.seats = 2 + dice.below(6);
  car.doors = 2 + dice.below(3);
  for (auto& wheel : car.wheels) {
    wheel.diameter = 25 + dice.below(15);
    wheel.airPressure = static_cast<float>(30 + dice.below(20));
    wheel.snowTires = dice.oneIn(16);
  }
  car.length = 170 + dice.below(150);
  car.width = 48 + dice.below(36);
  car.height = 54 + dice.below(48);
  car.weight = car.length * car.width * car.height / 200;
  car.horsepower = 100 * (1 + dice.below(4));
  car.cylinders = 4 + 2 * dice.below(3);
  car.cc = 800 + dice.below(10000);
  car.usesGas = true;
  car.usesElectric = dice.oneIn(2);
  car.fuelCapacity = static_cast<float>(10 + dice.below(30));
  car.fuelLevel = static_cast<float>(dice.below(static_cast<int>(car.fuelCapacity)));
  car.powerWindows = dice.oneIn(2);
  car.powerSteering = dice.oneIn(2);
  car.cruiseControl = dice.oneIn(2);
  car.cupHolders = dice.below(12);
  car.navigation = dice.oneIn(2);
  return car;
}

void fillCar(const CarValue& car, Car::Builder target) {
  target.setMake(car.make);
  target.setModel(car.model);
  target.setColor(static_cast<Color>(car.color));
  target.setSeats(car.seats);
  target.setDoors(car.doors);
  auto wheels = target.initWheels(4);
  for (int i = 0; i < 4; i++) {
    auto wheel = wheels[i];
    wheel.setDiameter(car.wheels[i].diameter);
    wheel.setAirPressure(car.wheels[i].airPressure);
    wheel.setSnowTires(car.wheels[i].snowTires);
  }
  target.setLength(car.length);
  target.setWidth(car.width);
  target.setHeight(car.height);
  target.setWeight(car.weight);
  auto engine = target.initEngine();
  engine.setHorsepower(car.horsepower);
  engine.setCylinders(car.cylinders);
  engine.setCc(car.cc);
  engine.setUsesGas(car.usesGas);
  engine.setUsesElectric(car.usesElectric);
  target.setFuelCapacity(car.fuelCapacity);
  target.setFuelLevel(car.fuelLevel);
  target.setHasPowerWindows(car.powerWindows);
  target.setHasPowerSteering(car.powerSteering);
  target.setHasCruiseControl(car.cruiseControl);
  target.setCupHolders(car.cupHolders);
  target.setHasNavSystem(car.navigation);
}

int64_t valueOf(Car::Reader car) {
  int64_t value = car.getSeats() * 200 + car.getDoors() * 350;
  for (auto wheel : car.getWheels()) {
    value += static_cast<int64_t>(wheel.getDiameter()) * wheel.getDiameter();
    value += wheel.getSnowTires() ? 100 : 0;
  }
  value += static_cast<int64_t>(car.getLength()) * car.getWidth() * car.getHeight() / 50;
  auto engine = car.getEngine();
  value += engine.getHorsepower() * 40;
  if (engine.getUsesElectric()) value += engine.getUsesGas() ? 5000 : 3000;
  value += car.getHasPowerWindows() ? 100 : 0;
  value += car.getHasPowerSteering() ? 200 : 0;
  value += car.getHasCruiseControl() ? 400 : 0;
  value += car.getCupHolders() * 25;
  value += car.getHasNavSystem() ? 2000 : 0;
  return value;
}

struct CarSales {
  using Value = std::vector<CarValue>;
  using Request = ParkingLot;
  using Answer = TotalValue;

  static std::vector<Value> values(uint64_t seed) {
    Dice dice(seed);
    Value cars;
    for (int i = 0; i < 100; i++) cars.push_back(carValue(dice));
    return {cars};
  }

  static void fill(const Value& cars, ParkingLot::Builder lot) {
    auto list = lot.initCars(cars.size());
    for (size_t i = 0; i < cars.size(); i++) fillCar(cars[i], list[i]);
  }

  static int64_t look(ParkingLot::Reader lot) {
    int64_t sum = 0;
    for (auto car : lot.getCars()) sum += valueOf(car);
    return sum;
  }

  static void handle(ParkingLot::Reader lot, TotalValue::Builder total) { total.setAmount(look(lot)); }

  static int64_t check(TotalValue::Reader total) { return total.getAmount(); }

  static int64_t expected(const Value& cars) {
    int64_t sum = 0;
    for (const auto& car : cars) {
      int64_t value = car.seats * 200 + car.doors * 350;
      for (const auto& wheel : car.wheels) value += wheel.diameter * wheel.diameter + (wheel.snowTires ? 100 : 0);
      value += car.length * car.width * car.height / 50 + car.horsepower * 40;
      value += car.usesElectric ? (car.usesGas ? 5000 : 3000) : 0;
      value += (car.powerWindows ? 100 : 0) + (car.powerSteering ? 200 : 0) + (car.cruiseControl ? 400 : 0);
      sum += value + car.cupHolders * 25 + (car.navigation ? 2000 : 0);
    }
    return sum;
  }
};

}  // namespace

int main(int argc, char** argv) { return run<CarSales>(argc, argv); }
