package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The descriptor that Maven reads says what the goals need. */
class PluginDescriptorTest {
  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private Document descriptor;

  @BeforeEach
  void read() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertNotNull(in, "META-INF/maven/plugin.xml");
      descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private String text(String expression) throws Exception {
    return xpath.evaluate(expression, descriptor);
  }

  @Test
  void the_goal_prefix_is_caplens() throws Exception {
    assertEquals("caplens", text("/plugin/goalPrefix"));
  }

  @Test
  void a_jvm_of_17_can_load_the_goals() throws Exception {
    assertEquals("17", text("/plugin/requiredJavaVersion"));
  }

  @Test
  void every_goal_and_every_parameter_that_a_user_sets_is_described() throws Exception {
    String undescribed =
        text("/plugin/mojos/mojo[not(normalize-space(description))][1]/goal")
            + text(
                "/plugin/mojos/mojo/parameters/parameter[editable='true']"
                    + "[not(normalize-space(description))][1]/name");

    assertEquals("", undescribed);
  }

  @Test
  void the_documentation_names_every_parameter() throws Exception {
    String page = Files.readString(Path.of("../../docs/maven-plugin.md"));
    NodeList names =
        (NodeList)
            xpath.evaluate(
                "/plugin/mojos/mojo[goal!='help']/parameters/parameter[editable='true']/name",
                descriptor,
                XPathConstants.NODESET);
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < names.getLength(); i++) {
      String name = names.item(i).getTextContent();
      if (!page.contains("| `" + name + "`")) {
        missing.add(name);
      }
    }

    assertEquals(Set.of(), missing);
  }

  @Test
  void m2e_knows_each_goal() throws Exception {
    Document mapping;
    try (InputStream in =
        getClass().getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
      mapping = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
    Set<String> mapped = new TreeSet<>();
    NodeList goals = (NodeList) xpath.evaluate("//goal", mapping, XPathConstants.NODESET);
    for (int i = 0; i < goals.getLength(); i++) {
      mapped.add(goals.item(i).getTextContent());
    }

    assertEquals(Set.of("generate", "generate-test", "export", "check"), mapped);
    assertEquals("generate", xpath.evaluate("//pluginExecution[action/execute]//goal[1]", mapping));
  }

  @Test
  void each_goal_has_its_phase_and_runs_in_parallel_builds() throws Exception {
    NodeList goals =
        (NodeList) xpath.evaluate("/plugin/mojos/mojo", descriptor, XPathConstants.NODESET);
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < goals.getLength(); i++) {
      String goal = xpath.evaluate("goal", goals.item(i));
      found.put(
          goal,
          xpath.evaluate("phase", goals.item(i))
              + " "
              + xpath.evaluate("threadSafe", goals.item(i)));
    }

    assertEquals(
        Map.of(
            "check", "verify true",
            "help", " true",
            "export", "generate-resources true",
            "generate", "generate-sources true",
            "generate-test", "generate-test-sources true"),
        found);
  }
}
