package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page as a browser shows it, in light and dark: every plot has its marks inside it, nothing
/// sticks out, and text can be told from what is behind it.
class PageInBrowserTest {

  private static final String NEEDED = "apt-get install chromium";

  /// Looks at the page from inside and leaves what it saw in the title.
  private static final String PROBE =
      """
      <script>
      const seen = {errors: [], plots: 0, empty: 0, outside: 0};
      window.addEventListener('error', e => seen.errors.push(String(e.message)));
      for (const plot of document.querySelectorAll('svg.plot')) {
        seen.plots++;
        const marks = plot.querySelectorAll('rect, circle');
        if (marks.length === 0) seen.empty++;
        const frame = plot.getBoundingClientRect();
        for (const part of plot.querySelectorAll('rect, circle, path, text')) {
          const box = part.getBoundingClientRect();
          if (box.left < frame.left - 1 || box.right > frame.right + 1
              || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
            seen.outside++;
            seen.first = seen.first || part.outerHTML;
          }
        }
      }
      const root = document.documentElement;
      seen.overflow = root.scrollWidth - root.clientWidth;
      seen.dark = matchMedia('(prefers-color-scheme: dark)').matches;
      const grey = c => c.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3;
      seen.back = grey(getComputedStyle(document.body).backgroundColor);
      seen.text = grey(getComputedStyle(document.body).color);
      document.body.dataset.seen = JSON.stringify(seen);
      </script>
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void require_the_browser() {
    if (!Files.isExecutable(Path.of("/usr/bin/chromium"))) {
      String text = "no Chromium: " + NEEDED;
      if (System.getenv("CI") != null) {
        fail(text);
      }
      abort(text);
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 1200", "dark, 1200", "light, 500", "dark, 500"})
  void every_plot_is_whole_in_either_scheme(String scheme, int width)
      throws IOException, InterruptedException {
    Path page = probed();

    JsonNode seen = seen(chromium(scheme, width, "--dump-dom", page.toUri().toString()));

    assertEquals("[]", seen.get("errors").toString());
    assertTrue(seen.get("plots").intValue() >= 6, seen.toString());
    assertEquals(0, seen.get("empty").intValue(), seen.toString());
    assertEquals(0, seen.get("outside").intValue(), seen.toString());
    assertEquals(0, seen.get("overflow").intValue(), seen.toString());
    assertEquals(scheme.equals("dark"), seen.get("dark").booleanValue());
    double contrast = seen.get("text").doubleValue() - seen.get("back").doubleValue();
    assertTrue(scheme.equals("dark") ? contrast > 150 : contrast < -150, seen.toString());
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void a_picture_of_the_page_has_its_colours(String scheme)
      throws IOException, InterruptedException {
    Pages.write(Runs.of(1), Goals.committed(), folder);
    Path picture = folder.resolve("page.png");

    String page = folder.resolve("report.html").toUri().toString();
    chromium(scheme, 1200, "--screenshot=" + picture, page);

    BufferedImage image = ImageIO.read(picture.toFile());
    Set<Integer> colours = new HashSet<>();
    double light = 0;
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        int rgb = image.getRGB(x, y);
        colours.add(rgb);
        light += ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3.0;
      }
    }
    double mean = light / (image.getHeight() / 3 * (image.getWidth() / 3));
    assertTrue(colours.size() > 40, colours.size() + " colours");
    assertTrue(scheme.equals("dark") ? mean < 90 : mean > 190, "mean of all pixels: " + mean);
  }

  private Path probed() throws IOException {
    Pages.write(Runs.of(1), Goals.committed(), folder);
    String html = Files.readString(folder.resolve("report.html"));
    Path page = folder.resolve("probed.html");
    return Files.writeString(page, html.replace("</body>", PROBE + "</body>"));
  }

  private static JsonNode seen(String dom) throws IOException {
    int start = dom.indexOf("data-seen=\"");
    assertTrue(start >= 0, dom.substring(0, Math.min(500, dom.length())));
    String text = dom.substring(start + 11, dom.indexOf('"', start + 11));
    return new ObjectMapper()
        .readTree(text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">"));
  }

  private String chromium(String scheme, int width, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + ",2400",
                "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1)));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("chromium.log").toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assertEquals(0, code, () -> log());
    return out;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("chromium.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
