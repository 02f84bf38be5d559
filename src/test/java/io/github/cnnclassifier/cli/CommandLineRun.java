
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of the start script's program.
 *
 * @param status of exit
 * @param results lines of standard output
 * @param messages lines of standard error
 */
public record CommandLineRun(int status, List<String> results,
		List<String> messages)
{

	public static CommandLineRun of(final String... words) {
		final ByteArrayOutputStream results = new ByteArrayOutputStream();
		final ByteArrayOutputStream messages = new ByteArrayOutputStream();
		final int status = new Main(stream(results), stream(messages)).run(List.of(
			words));
		return new CommandLineRun(status, lines(results), lines(messages));
	}

	/** A short training that learns the halves. */
	static CommandLineRun train(final Path images, final Path model,
		final String... more)
	{
		final Map<String, String> words = new LinkedHashMap<>(Map.of("network",
			"tiny", "epochs", "4", "batchSize", "8", "learningRate", "0.01",
			"augmentation", "none"));
		words.put("images", images.toString());
		words.put("model", model.toString());
		words.putAll(KeyValues.parse(List.of(more)));
		final List<String> all = new ArrayList<>(List.of("train"));
		words.forEach((key, value) -> all.add(key + "=" + value));
		return of(all.toArray(String[]::new));
	}

	private static PrintStream stream(final ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static List<String> lines(final ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

	/** @return this, which must have ended so */
	public CommandLineRun endsWith(final int expected) {
		assertEquals(expected, status, this::toString);
		assertFalse(messages.stream().anyMatch(l -> l.startsWith("\tat ") || l
			.contains("Exception")), this::toString);
		return this;
	}

	/** The last message is one line with these texts, and nothing resulted. */
	public void refuses(final int expected, final String... texts) {
		endsWith(expected);
		assertEquals(List.of(), results);
		final String last = messages.get(messages.size() - 1);
		for (final String text : texts)
			assertTrue(last.contains(text), last + " should contain " + text);
		assertTrue(last.endsWith(".") || last.endsWith("?"), last);
	}

	/** Some message has this text. */
	CommandLineRun says(final String text) {
		assertTrue(messages.stream().anyMatch(l -> l.contains(text)), () -> text +
			" in " + this);
		return this;
	}

	@Override
	public String toString() {
		return "status " + status + "\n" + String.join("\n", results) + "\n---\n" +
			String.join("\n", messages);
	}
}
