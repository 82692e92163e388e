@0xb312981b2552a250;
# The messages of the RPC protocol.
#
# Each vat keeps four tables for a connection: questions (calls it made), answers (calls it received), imports and
# exports (capabilities of the other side, and its own). Ids are indexes into the sender's tables unless said otherwise.
# Level 1 gives object references and promise pipelining, level 2 persistent capabilities,
# level 3 three-way introductions, level 4 joins.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp::rpc");

struct Message {
  # What is sent: one of the messages below.
  union {
    unimplemented @0 :Message;
    # A message that the sender received and does not know, sent back.
    abort @1 :Exception;
    # The connection ends because of this error.
    bootstrap @8 :Bootstrap;
    # Asks for the vat's main capability.
    call @2 :Call;
    return @3 :Return;
    finish @4 :Finish;
    resolve @5 :Resolve;
    release @6 :Release;
    disembargo @13 :Disembargo;
    obsoleteSave @7 :AnyPointer;
    # Once the way to save a capability.
    obsoleteDelete @9 :AnyPointer;
    # Once the way to delete a saved capability.
    provide @10 :Provide;
    accept @11 :Accept;
    join @12 :Join;
  }
}

struct Bootstrap {
  # Asks for the interface that the vat exports to whoever connects.
  questionId @0 :UInt32;
  # The id that the answer refers to, chosen by the caller.
  deprecatedObjectId @1 :AnyPointer;
  # Once chose among several such interfaces.
}

struct Call {
  # Calls a method.
  questionId @0 :UInt32;
  target @1 :MessageTarget;
  # What it is about: an export of the receiver, or the result of a question that is still open.
  interfaceId @2 :UInt64;
  # The id of the interface that declares the method; it may be a superclass.
  methodId @3 :UInt16;
  # The ordinal of the method.
  allowThirdPartyTailCall @8 :Bool = false;
  # Whether the callee may let somebody else answer.
  noPromisePipelining @9 :Bool = false;
  # The caller promises not to call on the result before it has arrived.
  onlyPromisePipeline @10 :Bool = false;
  # The caller needs the result only to call on it.
  params @4 :Payload;
  sendResultsTo :group {
    # Who gets the result.
    union {
      caller @5 :Void;
      # The caller, in a Return.
      yourself @6 :Void;
      # Nobody; the caller will refer to it as the answer to another call.
      thirdParty @7 :AnyPointer;
      # Another vat.
    }
  }
}

struct Return {
  # The answer to a call.
  answerId @0 :UInt32;
  # The question that is answered.
  releaseParamCaps @1 :Bool = true;
  # All capabilities in the parameters are released, as if by Release.
  noFinishNeeded @8 :Bool = false;
  # The caller need not send Finish.
  union {
    results @2 :Payload;
    # The result.
    exception @3 :Exception;
    canceled @4 :Void;
    # The call was cancelled by Finish before it was done.
    resultsSentElsewhere @5 :Void;
    # The call said `sendResultsTo.yourself`.
    takeFromOtherQuestion @6 :UInt32;
    # The result is that of this other question of the receiver.
    acceptFromThirdParty @7 :AnyPointer;
    # The result is to be picked up at another vat.
  }
}

struct Finish {
  # The caller has no more use for the answer; a call that still runs is cancelled.
  questionId @0 :UInt32;
  releaseResultCaps @1 :Bool = true;
  # All capabilities in the result are released, as if by Release.
  requireEarlyCancellationWorkaround @2 :Bool = true;
  # The sender may have the old fault that cancels a call too early; the receiver must delay it.
}

struct Resolve {
  # A promise that was exported has become something definite.
  promiseId @0 :UInt32;
  # The export that was a promise.
  union {
    cap @1 :CapDescriptor;
    # What the promise became.
    exception @2 :Exception;
  }
}

struct Release {
  # The sender drops references to a capability.
  id @0 :UInt32;
  # The receiver's export.
  referenceCount @1 :UInt32;
  # How many times it was received.
}

struct Disembargo {
  # Makes sure that calls sent along a longer path arrive before those on a shorter one.
  target @0 :MessageTarget;
  context :group {
    # At which point of its way the message is.
    union {
      senderLoopback @1 :UInt32;
      # To be sent back; the number is the sender's.
      receiverLoopback @2 :UInt32;
      # Sent back; the number is the receiver's.
      accept @3 :Void;
      provide @4 :UInt32;
    }
  }
}

struct Provide {
  # Offers a capability to a third vat.
  questionId @0 :UInt32;
  target @1 :MessageTarget;
  recipient @2 :AnyPointer;
  # Who may pick it up.
}

struct Accept {
  # Picks up a capability that was offered by Provide.
  questionId @0 :UInt32;
  provision @1 :AnyPointer;
  # Which one.
  embargo @2 :Bool;
  # Answer only after a Disembargo.
}

struct Join {
  # Asks whether several capabilities are the same, and for that one.
  questionId @0 :UInt32;
  target @1 :MessageTarget;
  keyPart @2 :AnyPointer;
  # One part of the join's keys.
}

struct MessageTarget {
  # The object that a message is about.
  union {
    importedCap @0 :UInt32;
    # An export of the receiver.
    promisedAnswer @1 :PromisedAnswer;
    # A part of the result of a question of the receiver.
  }
}

struct Payload {
  # Parameters or results: content, and the capabilities in it.
  content @0 :AnyPointer;
  # A struct, or a capability alone. Capability pointers are indexes into `capTable`.
  capTable @1 :List(CapDescriptor);
}

struct CapDescriptor {
  # A capability on its way.
  union {
    none @0 :Void;
    # A null capability.
    senderHosted @1 :UInt32;
    # An export of the sender.
    senderPromise @2 :UInt32;
    # An export of the sender that will be resolved.
    receiverHosted @3 :UInt32;
    # An export of the receiver, which goes home.
    receiverAnswer @4 :PromisedAnswer;
    # A part of a result that the receiver will have.
    thirdPartyHosted @5 :ThirdPartyCapDescriptor;
    # At another vat.
  }
  attachedFd @6 :UInt8 = 255;
  # The file descriptor that comes with it, as an index into those of the message; 255 is none.
}

struct PromisedAnswer {
  # A part of a result that has not arrived.
  questionId @0 :UInt32;
  transform @1 :List(Op);
  # The way from the result to the part.

  struct Op {
    # One step.
    union {
      noop @0 :Void;
      # Stays.
      getPointerField @1 :UInt16;
      # Goes to the pointer with this index.
    }
  }
}

struct ThirdPartyCapDescriptor {
  # A capability at another vat, and a way to use it before contact is made.
  id @0 :AnyPointer;
  vineId @1 :UInt32;
  # An export of the sender that forwards calls and keeps the capability alive.
}

struct Exception {
  # What went wrong.
  reason @0 :Text;
  # For people to read.
  type @3 :Type;
  # What the caller may do about it.
  obsoleteIsCallersFault @1 :Bool;
  # No longer used.
  obsoleteDurability @2 :UInt16;
  # No longer used.
  trace @4 :Text;
  # Where it happened, for people to read.

  enum Type {
    failed @0;
    # Trying again will not help.
    overloaded @1;
    # Try again later.
    disconnected @2;
    # Connect again.
    unimplemented @3;
  }
}
