@0xb53ce4c25cd1ae07;
# Structs of our own for the questions that the reference project's benchmarks do not ask.

struct Wide @0xd8f0d5a1b6a3e2c4 {
  # Many fields of one kind.
  f0 @0 :UInt32;
  f1 @1 :UInt32;
  f2 @2 :UInt32;
  f3 @3 :UInt32;
  f4 @4 :UInt32;
  f5 @5 :UInt32;
  f6 @6 :UInt32;
  f7 @7 :UInt32;
  f8 @8 :UInt32;
  f9 @9 :UInt32;
  f10 @10 :UInt32;
  f11 @11 :UInt32;
  f12 @12 :UInt32;
  f13 @13 :UInt32;
  f14 @14 :UInt32;
  f15 @15 :UInt32;
  f16 @16 :UInt32;
  f17 @17 :UInt32;
  f18 @18 :UInt32;
  f19 @19 :UInt32;
  f20 @20 :UInt32;
  f21 @21 :UInt32;
  f22 @22 :UInt32;
  f23 @23 :UInt32;
  f24 @24 :UInt32;
  f25 @25 :UInt32;
  f26 @26 :UInt32;
  f27 @27 :UInt32;
  f28 @28 :UInt32;
  f29 @29 :UInt32;
  f30 @30 :UInt32;
  f31 @31 :UInt32;
  f32 @32 :UInt32;
  f33 @33 :UInt32;
  f34 @34 :UInt32;
  f35 @35 :UInt32;
  f36 @36 :UInt32;
  f37 @37 :UInt32;
  f38 @38 :UInt32;
  f39 @39 :UInt32;
  f40 @40 :UInt32;
  f41 @41 :UInt32;
  f42 @42 :UInt32;
  f43 @43 :UInt32;
  f44 @44 :UInt32;
  f45 @45 :UInt32;
  f46 @46 :UInt32;
  f47 @47 :UInt32;
  f48 @48 :UInt32;
  f49 @49 :UInt32;
  f50 @50 :UInt32;
  f51 @51 :UInt32;
  f52 @52 :UInt32;
  f53 @53 :UInt32;
  f54 @54 :UInt32;
  f55 @55 :UInt32;
  f56 @56 :UInt32;
  f57 @57 :UInt32;
  f58 @58 :UInt32;
  f59 @59 :UInt32;
  f60 @60 :UInt32;
  f61 @61 :UInt32;
  f62 @62 :UInt32;
  f63 @63 :UInt32;
}

struct Numbers @0xa7be9d1c06f34d52 {
  values @0 :List(Int64);
}
