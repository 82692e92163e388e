package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private static Document m2e() throws Exception {
    try (InputStream in =
        PluginDescriptorTest.class.getResourceAsStream(
            "/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
      assertNotNull(in, "META-INF/m2e/lifecycle-mapping-metadata.xml");
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private List<String> texts(String expression, Document document) throws Exception {
    NodeList nodes = (NodeList) xpath.evaluate(expression, document, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts.stream().sorted().toList();
  }

  @Test
  void m2e_knows_what_to_do_with_each_goal() throws Exception {
    List<String> goals = texts("/plugin/mojos/mojo[phase]/goal", descriptor);

    assertEquals(goals, texts("//pluginExecutionFilter/goals/goal", m2e()));
    assertEquals(
        texts("/plugin/mojos/mojo[starts-with(phase, 'generate-')]/goal", descriptor),
        texts("//pluginExecution[action/execute]//goal", m2e()));
    assertEquals(List.of("check"), texts("//pluginExecution[action/ignore]//goal", m2e()));
  }

  /** The form that m2e reads; it takes the plugin's coordinates from the jar. */
  @Test
  void m2e_can_read_the_mapping() throws Exception {
    String execution = "/lifecycleMappingMetadata/pluginExecutions/pluginExecution";
    List<String> known =
        List.of(
            "/lifecycleMappingMetadata",
            "/lifecycleMappingMetadata/pluginExecutions",
            execution,
            execution + "/pluginExecutionFilter",
            execution + "/pluginExecutionFilter/goals",
            execution + "/pluginExecutionFilter/goals/goal",
            execution + "/action",
            execution + "/action/ignore",
            execution + "/action/execute",
            execution + "/action/execute/runOnIncremental",
            execution + "/action/execute/runOnConfiguration");
    int elements = 0;
    for (String path : known) {
      elements += texts(path, m2e()).size();
    }

    assertEquals(texts("//*", m2e()).size(), elements);
    assertEquals(
        texts(execution, m2e()).size(),
        texts(execution + "[count(pluginExecutionFilter) = 1][count(action/*) = 1]", m2e()).size());
    assertEquals(
        List.of("true"),
        texts("//runOnIncremental | //runOnConfiguration", m2e()).stream().distinct().toList());
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
