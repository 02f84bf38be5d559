
package io.github.cnnclassifier.workflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * All that decides what stands in a table that grows. Only a run with the same
 * settings may continue it.
 *
 * @param values by name, in the order of messages; copied
 */
public record RunSettings(Map<String, String> values) {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
		.create();

	/** Copies the map. */
	public RunSettings {
		values = new LinkedHashMap<>(values);
	}

	/** @return an object of texts */
	JsonObject json() {
		final JsonObject json = new JsonObject();
		values.forEach(json::addProperty);
		return json;
	}

	/** @return the same on one line, without a line break */
	public String line() {
		return GSON.toJson(json());
	}

	/**
	 * @param in at the begin of a file that {@link #line} stands in
	 * @return that line with its end, and not a byte more is read; empty if it
	 *         has no end, as a kill may leave it
	 * @throws IOException if reading fails
	 */
	public static byte[] firstLine(final InputStream in) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int next = in.read(); next >= 0; next = in.read()) {
			bytes.write(next);
			if (next == '\n') return bytes.toByteArray();
		}
		return new byte[0];
	}

	/**
	 * @param text possibly cut short, possibly not ours
	 * @return the settings; empty if it is no object of texts
	 */
	public static Optional<RunSettings> parse(final String text) {
		try {
			final JsonElement json = JsonParser.parseString(text);
			return json.isJsonObject() ? Optional.of(of(json.getAsJsonObject()))
				: Optional.empty();
		}
		catch (final JsonParseException | IllegalStateException e) {
			// what a killed run has left, or another program
			return Optional.empty();
		}
	}

	/**
	 * @param json an object
	 * @return its texts; what is no text counts as written
	 */
	static RunSettings of(final JsonObject json) {
		final Map<String, String> values = new LinkedHashMap<>();
		json.entrySet().forEach(e -> values.put(e.getKey(), e.getValue()
			.isJsonPrimitive() ? e.getValue().getAsString() : e.getValue()
				.toString()));
		return new RunSettings(values);
	}

	/**
	 * @param earlier of the run that has left the file
	 * @param file for the message
	 * @throws UserFailure if they differ; tells each difference
	 */
	public void requireSame(final RunSettings earlier, final Path file) {
		if (earlier.values.equals(values)) return;
		final Map<String, String> all = new LinkedHashMap<>(values);
		earlier.values.forEach(all::putIfAbsent);
		throw new UserFailure("Cannot continue '" + file + "': it is of a run " +
			"with other settings. " + all.keySet().stream().filter(key -> !Objects
				.equals(values.get(key), earlier.values.get(key))).map(
					key -> difference(key, earlier)).collect(Collectors.joining("; ")) +
			". Give the same settings, choose another output, or start anew with " +
			"overwrite=true.");
	}

	private String difference(final String key, final RunSettings earlier) {
		return "Expected " + key + " '" + earlier.values.getOrDefault(key, "") +
			"', found '" + values.getOrDefault(key, "") + "'";
	}
}
