@0xa93fc509624c72d9;
# What schemas say, as messages: what a compiler gives to generators, and what programs know at run time.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp::schema");

struct Node {
  # A declaration.
  id @0 :UInt64;
  displayName @1 :Text;
  # For people: the file and the names down to the declaration.
  displayNamePrefixLength @2 :UInt32;
  # How much of the display name stands in front of the last name.
  scopeId @3 :UInt64;
  # The declaration around this one; 0 if there is none.
  parameters @32 :List(Parameter);
  # The generic parameters.
  isGeneric @33 :Bool;
  # Whether this declaration or one around it has generic parameters.
  nestedNodes @4 :List(NestedNode);
  # The declarations within, in their order.
  annotations @5 :List(Annotation);
  # Annotations as applied.
  union {
    file @6 :Void;
    struct :group {
      dataWordCount @7 :UInt16;
      # Size of the data section.
      pointerCount @8 :UInt16;
      # Size of the pointer section.
      preferredListEncoding @9 :ElementSize;
      # How a list of these is written.
      isGroup @10 :Bool;
      # A group shares the sections of its parent.
      discriminantCount @11 :UInt16;
      # Members of the unnamed union; 0 if there is none.
      discriminantOffset @12 :UInt32;
      # Where its discriminant stands, in units of 16 bits.
      fields @13 :List(Field);
      # In the order of their ordinals.
    }
    enum :group {
      enumerants @14 :List(Enumerant);
    }
    interface :group {
      methods @15 :List(Method);
      superclasses @31 :List(Superclass);
    }
    const :group {
      type @16 :Type;
      value @17 :Value;
    }
    annotation :group {
      type @18 :Type;
      targetsFile @19 :Bool;
      targetsConst @20 :Bool;
      targetsEnum @21 :Bool;
      targetsEnumerant @22 :Bool;
      targetsStruct @23 :Bool;
      targetsField @24 :Bool;
      targetsUnion @25 :Bool;
      targetsGroup @26 :Bool;
      targetsInterface @27 :Bool;
      targetsMethod @28 :Bool;
      targetsParam @29 :Bool;
      targetsAnnotation @30 :Bool;
    }
  }
  startByte @34 :UInt32;
  # Where the declaration starts in its file.
  endByte @35 :UInt32;
  # Where it ends.

  struct Parameter {
    # A generic parameter.
    name @0 :Text;
  }

  struct NestedNode {
    # A declaration within another.
    name @0 :Text;
    id @1 :UInt64;
  }

  struct SourceInfo {
    # What the source says beyond the declaration itself.
    id @0 :UInt64;
    docComment @1 :Text;
    # The comment, without the signs.
    members @2 :List(Member);
    # As fields, enumerants or methods of the node.
    startByte @3 :UInt32;
    endByte @4 :UInt32;

    struct Member {
      docComment @0 :Text;
    }
  }
}

struct Field {
  # A member of a struct.
  name @0 :Text;
  codeOrder @1 :UInt16;
  # The position in the source.
  annotations @2 :List(Annotation);
  discriminantValue @3 :UInt16 = 65535;
  # Its number in the union, if it is in one.
  union {
    slot :group {
      # A field with a place of its own.
      offset @4 :UInt32;
      # In units of its size.
      type @5 :Type;
      defaultValue @6 :Value;
      hadExplicitDefault @10 :Bool;
      # Whether the source gave a default.
    }
    group :group {
      # A group or a named union.
      typeId @7 :UInt64;
      # The id of the declaration.
    }
  }
  ordinal :group {
    # The number in the source.
    union {
      implicit @8 :Void;
      explicit @9 :UInt16;
    }
  }

  const noDiscriminant :UInt16 = 65535;
  # What `discriminantValue` is outside of unions.
}

struct Enumerant {
  # A value of an enum; its number is its place in the list.
  name @0 :Text;
  codeOrder @1 :UInt16;
  annotations @2 :List(Annotation);
}

struct Superclass {
  # An interface that another one extends.
  id @0 :UInt64;
  brand @1 :Brand;
  # The generic arguments.
}

struct Method {
  # A method; its number is its place in the list.
  name @0 :Text;
  codeOrder @1 :UInt16;
  implicitParameters @7 :List(Node.Parameter);
  # The method's own generic parameters.
  paramStructType @2 :UInt64;
  # The struct of the parameters.
  paramBrand @5 :Brand;
  resultStructType @3 :UInt64;
  # The struct of the results.
  resultBrand @6 :Brand;
  annotations @4 :List(Annotation);
}

struct Type {
  # A type.
  union {
    void @0 :Void;
    bool @1 :Void;
    int8 @2 :Void;
    int16 @3 :Void;
    int32 @4 :Void;
    int64 @5 :Void;
    uint8 @6 :Void;
    uint16 @7 :Void;
    uint32 @8 :Void;
    uint64 @9 :Void;
    float32 @10 :Void;
    float64 @11 :Void;
    text @12 :Void;
    data @13 :Void;
    list :group {
      elementType @14 :Type;
    }
    enum :group {
      typeId @15 :UInt64;
      brand @21 :Brand;
    }
    struct :group {
      typeId @16 :UInt64;
      brand @22 :Brand;
    }
    interface :group {
      typeId @17 :UInt64;
      brand @23 :Brand;
    }
    anyPointer :group {
      # A pointer about which less is known.
      union {
        unconstrained :group {
          # It may be anything, or anything of a kind.
          union {
            anyKind @18 :Void;
            struct @25 :Void;
            list @26 :Void;
            capability @27 :Void;
          }
        }
        parameter :group {
          # A generic parameter of a declaration around.
          scopeId @19 :UInt64;
          parameterIndex @20 :UInt16;
        }
        implicitMethodParameter :group {
          # A generic parameter of the method.
          parameterIndex @24 :UInt16;
        }
      }
    }
  }
}

struct Brand {
  # The generic arguments of a reference to a declaration and to those around it.
  scopes @0 :List(Scope);
  # A scope without an entry has nothing bound.

  struct Scope {
    # The arguments of one declaration.
    scopeId @0 :UInt64;
    union {
      bind @1 :List(Binding);
      # The arguments.
      inherit @2 :Void;
      # As in the place where the reference stands.
    }
  }

  struct Binding {
    # One argument.
    union {
      unbound @0 :Void;
      # Anything.
      type @1 :Type;
    }
  }
}

struct Value {
  # A value; which member is set follows from its type.
  union {
    void @0 :Void;
    bool @1 :Bool;
    int8 @2 :Int8;
    int16 @3 :Int16;
    int32 @4 :Int32;
    int64 @5 :Int64;
    uint8 @6 :UInt8;
    uint16 @7 :UInt16;
    uint32 @8 :UInt32;
    uint64 @9 :UInt64;
    float32 @10 :Float32;
    float64 @11 :Float64;
    text @12 :Text;
    data @13 :Data;
    list @14 :AnyPointer;
    enum @15 :UInt16;
    struct @16 :AnyPointer;
    interface @17 :Void;
    anyPointer @18 :AnyPointer;
  }
}

struct Annotation {
  # An annotation as applied.
  id @0 :UInt64;
  brand @2 :Brand;
  value @1 :Value;
}

enum ElementSize {
  # How the elements of a list are written.
  empty @0;
  bit @1;
  byte @2;
  twoBytes @3;
  fourBytes @4;
  eightBytes @5;
  pointer @6;
  inlineComposite @7;
}

struct CapnpVersion {
  # The version of the compiler.
  major @0 :UInt16;
  minor @1 :UInt8;
  micro @2 :UInt8;
}

struct CodeGeneratorRequest {
  # What a generator gets on its standard input.
  capnpVersion @2 :CapnpVersion;
  nodes @0 :List(Node);
  # All declarations that the files declare or refer to.
  sourceInfo @3 :List(Node.SourceInfo);
  requestedFiles @1 :List(RequestedFile);
  # The files to generate code for.

  struct RequestedFile {
    id @0 :UInt64;
    filename @1 :Text;
    # As given to the compiler.
    imports @2 :List(Import);
    # The files that it imports.
    fileSourceInfo @3 :FileSourceInfo;

    struct Import {
      id @0 :UInt64;
      name @1 :Text;
    }

    struct FileSourceInfo {
      # Positions in a file, for tools.
      identifiers @0 :List(Identifier);
      # In the order of the source.

      struct Identifier {
        # A name that refers to a declaration.
        startByte @0 :UInt32;
        endByte @1 :UInt32;
        union {
          typeId @2 :UInt64;
          member :group {
            # It names a member of a declaration.
            parentTypeId @3 :UInt64;
            ordinal @4 :UInt16;
          }
        }
      }
    }
  }
}
