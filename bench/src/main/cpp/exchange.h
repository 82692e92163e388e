// Passes requests and answers through Cap'n Proto's own library, as objects, framed, packed, or only read.
//
// A program gives a workload `W` with the types Value, Request and Answer, and the static functions
// values(seed), fill(value, builder), handle(reader, builder), check(reader), look(reader), expected(value).
// Memory is used again: builders take a scratch space that their destructors clear, as the library's own
// benchmark does with its option "reuse".
//
//   PROGRAM MODE ITERATIONS MILLIS   prints nanoseconds per exchange of the best iteration (one more warms up)
//   PROGRAM dump                     writes all requests, framed, to standard output
#pragma once
#include <capnp/message.h>
#include <capnp/serialize-packed.h>
#include <capnp/serialize.h>
#include <kj/io.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "dice.h"

constexpr uint64_t SEED = 20261121;
constexpr size_t WORDS = 32 * 1024;

inline capnp::ReaderOptions unlimited() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = UINT64_MAX;
  return options;
}

struct Scratch {
  std::vector<capnp::word> words = std::vector<capnp::word>(WORDS);
  kj::ArrayPtr<capnp::word> ptr() { return kj::arrayPtr(words.data(), words.size()); }
  kj::ArrayPtr<kj::byte> bytes() { return ptr().asBytes(); }
};

template <typename W>
class Exchange {
 public:
  Exchange() : values(W::values(SEED)) {
    for (const auto& value : values) {
      capnp::MallocMessageBuilder message(WORDS);
      W::fill(value, message.initRoot<typename W::Request>());
      answers.push_back(W::expected(value));
      framed.push_back(capnp::messageToFlatArray(message));
      readers.push_back(std::make_unique<capnp::FlatArrayMessageReader>(framed.back(), unlimited()));
    }
  }

  using Mode = int64_t (Exchange::*)();

  static Mode mode(const char* name) {
    if (!strcmp(name, "object")) return &Exchange::object;
    if (!strcmp(name, "bytes")) return &Exchange::bytes;
    if (!strcmp(name, "packed")) return &Exchange::packed;
    if (!strcmp(name, "read")) return &Exchange::read;
    fprintf(stderr, "mode: expected object, bytes, packed or read, got '%s'\n", name);
    exit(2);
  }

  int64_t run(Mode mode) {
    turn = turn + 1 < values.size() ? turn + 1 : 0;
    return (this->*mode)();
  }

  int64_t expected() { return answers[turn]; }

  void dump() {
    for (const auto& words : framed) {
      kj::FdOutputStream(STDOUT_FILENO).write(words.asBytes().begin(), words.asBytes().size());
    }
  }

 private:
  std::vector<typename W::Value> values;
  std::vector<int64_t> answers;
  std::vector<kj::Array<capnp::word>> framed;
  std::vector<std::unique_ptr<capnp::FlatArrayMessageReader>> readers;
  Scratch asked, answered, wire, back, unpacked, unpackedBack;
  size_t turn = 0;

  int64_t read() { return W::look(readers[turn]->template getRoot<typename W::Request>()); }

  int64_t object() {
    capnp::MallocMessageBuilder request(asked.ptr());
    auto root = request.initRoot<typename W::Request>();
    W::fill(values[turn], root);
    capnp::MallocMessageBuilder answer(answered.ptr());
    auto answerRoot = answer.initRoot<typename W::Answer>();
    W::handle(root.asReader(), answerRoot);
    return W::check(answerRoot.asReader());
  }

  kj::ArrayPtr<capnp::word> send(capnp::MessageBuilder& message, Scratch& scratch) {
    kj::ArrayOutputStream stream(scratch.bytes());
    capnp::writeMessage(stream, message);
    return kj::arrayPtr(scratch.words.data(), stream.getArray().size() / sizeof(capnp::word));
  }

  int64_t bytes() {
    capnp::MallocMessageBuilder request(asked.ptr());
    W::fill(values[turn], request.initRoot<typename W::Request>());
    capnp::FlatArrayMessageReader received(send(request, wire), unlimited());
    capnp::MallocMessageBuilder answer(answered.ptr());
    W::handle(received.getRoot<typename W::Request>(), answer.initRoot<typename W::Answer>());
    capnp::FlatArrayMessageReader returned(send(answer, back), unlimited());
    return W::check(returned.getRoot<typename W::Answer>());
  }

  int64_t packed() {
    capnp::MallocMessageBuilder request(asked.ptr());
    W::fill(values[turn], request.initRoot<typename W::Request>());
    kj::ArrayOutputStream out(wire.bytes());
    capnp::writePackedMessage(out, request);
    kj::ArrayInputStream in(out.getArray());
    capnp::PackedMessageReader received(in, unlimited(), unpacked.ptr());
    capnp::MallocMessageBuilder answer(answered.ptr());
    W::handle(received.getRoot<typename W::Request>(), answer.initRoot<typename W::Answer>());
    kj::ArrayOutputStream outBack(back.bytes());
    capnp::writePackedMessage(outBack, answer);
    kj::ArrayInputStream inBack(outBack.getArray());
    capnp::PackedMessageReader returned(inBack, unlimited(), unpackedBack.ptr());
    return W::check(returned.getRoot<typename W::Answer>());
  }
};

inline double nanos() {
  using namespace std::chrono;
  return static_cast<double>(duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count());
}

template <typename W>
double measure(Exchange<W>& exchange, typename Exchange<W>::Mode mode, double millis) {
  double start = nanos();
  double end = start + millis * 1e6;
  double now = start;
  long count = 0;
  while (now < end) {
    for (int i = 0; i < 16; i++) {
      if (exchange.run(mode) != exchange.expected()) {
        fprintf(stderr, "wrong answer\n");
        exit(1);
      }
    }
    count += 16;
    now = nanos();
  }
  return (now - start) / static_cast<double>(count);
}

template <typename W>
int run(int argc, char** argv) {
  Exchange<W> exchange;
  if (argc == 2 && !strcmp(argv[1], "dump")) {
    exchange.dump();
    return 0;
  }
  if (argc != 4) {
    fprintf(stderr, "usage: %s MODE ITERATIONS MILLIS | dump\n", argv[0]);
    return 2;
  }
  auto mode = Exchange<W>::mode(argv[1]);
  double millis = atof(argv[3]);
  measure(exchange, mode, millis);
  double best = measure(exchange, mode, millis);
  for (int i = 1; i < atoi(argv[2]); i++) best = std::min(best, measure(exchange, mode, millis));
  printf("%.3f\n", best);
  return 0;
}
