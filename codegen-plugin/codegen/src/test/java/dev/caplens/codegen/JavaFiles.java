package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Java files that are compiled in memory, with every warning an error, and loaded.
public final class JavaFiles {
  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "-Werror", "-Xdoclint:all/protected", "-proc:none");

  private JavaFiles() {}

  /// The classes of files by their path; the test fails with what the compiler has to say.
  public static ClassLoader compile(Map<String, String> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, Compiled> classes = new HashMap<>();
    StringWriter said = new StringWriter();
    List<Source> sources = new ArrayList<>();
    files.forEach((path, text) -> sources.add(new Source(path, text)));
    try (JavaFileManager manager =
        new InMemory(
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8), classes)) {
      if (!sources.isEmpty()) {
        compiler.getTask(said, manager, null, OPTIONS, null, sources).call();
      }
    }
    assertEquals("", said.toString());
    return new Loader(classes);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Compiled(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Compiled> classes;

    InMemory(JavaFileManager files, Map<String, Compiled> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return classes.computeIfAbsent(name, Compiled::new);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, Compiled> classes;

    Loader(Map<String, Compiled> classes) {
      super(JavaFiles.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Compiled compiled = classes.get(name);
      if (compiled == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = compiled.bytes.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
