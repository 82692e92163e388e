package dev.caplens.interop.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What a pom says about artifacts.
///
/// @param file where it stands
/// @param document what stands in it
record Pom(Path file, Document document) {
  /// An artifact that a pom names.
  ///
  /// @param element the element that names it: `dependency`, `plugin`, `path` of an annotation
  ///   processor, or `artifactItem` of what is unpacked
  /// @param name group and artifact
  /// @param version as written, perhaps a reference to a property; empty if managed elsewhere
  record Artifact(String element, String name, String version) {}

  static Pom read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new Pom(file, factory.newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  static List<Pom> all(SourceTree tree) throws IOException {
    List<Pom> poms = new ArrayList<>();
    for (Path file : tree.files("(?:.*/)?pom\\.xml")) {
      poms.add(read(file));
    }
    return poms;
  }

  /// Its own artifact.
  String artifactId() {
    return text(document.getDocumentElement(), "artifactId", "");
  }

  List<Artifact> artifacts() {
    List<Artifact> found = new ArrayList<>();
    for (String name : List.of("dependency", "plugin", "path", "artifactItem")) {
      var elements = document.getElementsByTagName(name);
      for (int i = 0; i < elements.getLength(); i++) {
        Element element = (Element) elements.item(i);
        String artifact = text(element, "artifactId", "");
        if (!artifact.isEmpty()) {
          String group = text(element, "groupId", "org.apache.maven.plugins");
          found.add(new Artifact(name, group + ":" + artifact, text(element, "version", "")));
        }
      }
    }
    var formats = document.getElementsByTagName("googleJavaFormat");
    for (int i = 0; i < formats.getLength(); i++) {
      found.add(
          new Artifact(
              "path",
              "com.google.googlejavaformat:google-java-format",
              text((Element) formats.item(i), "version", "")));
    }
    return found;
  }

  private static String text(Element parent, String name, String otherwise) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return otherwise;
  }
}
