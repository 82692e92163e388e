package dev.caplens.bench.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.util.List;

/// A run: where, when, and the rows.
///
/// In JSON a figure that nobody has (`NaN`) is `null`, and all others are rounded to six digits.
///
/// @param machine where
/// @param date when, ISO 8601 in UTC
/// @param rows the answers
@JsonPropertyOrder({"machine", "date", "rows"})
public record Report(Machine machine, String date, List<Row> rows) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new Figures())
                  .addDeserializer(double.class, new FigureOrNull()))
          .build();

  private static final class Figures extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator target, SerializerProvider unused)
        throws IOException {
      if (value.isNaN() || value.isInfinite()) {
        target.writeNull();
      } else {
        target.writeNumber(rounded(value));
      }
    }

    /// Where a property leaves out what is empty, it leaves out what nobody has.
    @Override
    public boolean isEmpty(SerializerProvider unused, Double value) {
      return value.isNaN();
    }

    private static double rounded(double value) {
      return Double.parseDouble("%.6g".formatted(value));
    }
  }

  private static final class FigureOrNull extends JsonDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser source, DeserializationContext unused) throws IOException {
      return source.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext unused) {
      return Double.NaN;
    }
  }

  /// The JSON object.
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads what [#toJson()] wrote.
  ///
  /// @throws IOException if that is not such an object
  public static Report parse(String json) throws IOException {
    return JSON.readValue(json, Report.class);
  }
}
