// Asks the reference's SchemaLoader whether one version of some schemas may replace another.
//
// Standard input: pairs of code generator requests, framed, the old version first. For each pair one
// line: "yes", "older" (the replacement takes something away), or "no" and why.
#include <capnp/message.h>
#include <capnp/schema-loader.h>
#include <capnp/schema.capnp.h>
#include <capnp/serialize.h>
#include <kj/io.h>

#include <iostream>
#include <map>

namespace {

typedef capnp::schema::CodeGeneratorRequest Request;

kj::Array<capnp::word> snapshot(capnp::SchemaLoader& loader, uint64_t id) {
  return capnp::canonicalize(loader.get(id).getProto());
}

void judge(Request::Reader old, Request::Reader replacement) {
  capnp::SchemaLoader loader;
  std::map<uint64_t, kj::Array<capnp::word>> loaded;
  for (auto node : replacement.getNodes()) loader.load(node);
  for (auto node : replacement.getNodes()) loaded[node.getId()] = snapshot(loader, node.getId());
  for (auto node : old.getNodes()) {
    if (loaded.count(node.getId()) == 0) continue;
    loader.load(node);
    auto now = snapshot(loader, node.getId());
    auto& before = loaded[node.getId()];
    if (now.asBytes() != before.asBytes()) {
      std::cout << "older" << std::endl;
      return;
    }
  }
  std::cout << "yes" << std::endl;
}

}  // namespace

int main() {
  kj::FdInputStream raw(0);
  kj::BufferedInputStreamWrapper in(raw);
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 1 << 28;
  while (in.tryGetReadBuffer().size() > 0) {
    capnp::InputStreamMessageReader old(in, options);
    auto before = old.getRoot<Request>();
    capnp::MallocMessageBuilder copy;
    copy.setRoot(before);
    capnp::InputStreamMessageReader replacement(in, options);
    auto after = replacement.getRoot<Request>();
    KJ_IF_MAYBE(error, kj::runCatchingExceptions(
        [&]() { judge(copy.getRoot<Request>().asReader(), after); })) {
      std::string why(error->getDescription().cStr());
      for (auto& c : why) if (c == '\n') c = ' ';
      std::cout << "no " << why << std::endl;
    }
  }
  return 0;
}
