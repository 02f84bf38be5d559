
package io.github.cnnclassifier.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The check sums of the parts of a model, as rdf.yaml tells them: a mapping
 * with {@code source} and {@code sha256} for each. Read as a stream of events;
 * no object is made of anything else in it.
 */
final class RdfChecksums {

	private static final String FILE = ModelZip.RDF;
	private static final int DEEPEST = 50;
	private static final String SOURCE = "source";
	private static final String SHA256 = "sha256";

	private final Map<String, String> sums = new HashMap<>();
	private final Deque<Level> levels = new ArrayDeque<>();

	private RdfChecksums() {}

	/** A collection that is open. */
	private static final class Level {

		final boolean isMapping;
		final Map<String, String> fields = new HashMap<>();
		String key;
		boolean keyIsNext = true;

		Level(final boolean isMapping) {
			this.isMapping = isMapping;
		}

		/** @param scalar null for anything else */
		void add(final String scalar) {
			if (!isMapping) return;
			if (keyIsNext) key = scalar;
			else if (scalar != null && (SOURCE.equals(key) || SHA256.equals(key)))
				fields.put(key, scalar);
			keyIsNext = !keyIsNext;
		}
	}

	/**
	 * Compares every part whose check sum is told.
	 *
	 * @param parts of a model, rdf.yaml among them
	 * @throws InvalidModel if one differs, or rdf.yaml is no YAML
	 */
	static void check(final Map<String, byte[]> parts) throws InvalidModel {
		final Map<String, String> sums = read(parts.get(FILE));
		for (final String part : List.of(ModelZip.WEIGHTS, ModelZip.TEST_INPUT,
			ModelZip.TEST_OUTPUT, ModelZip.UNLIKE))
		{
			final String sum = sums.get(part);
			if (sum != null && parts.containsKey(part) && !sum.equalsIgnoreCase(
				BioImageIo.sha256(parts.get(part)))) throw InvalidModel.damaged(part,
					"its check sum is not the one in " + FILE);
		}
	}

	private static Map<String, String> read(final byte[] yaml)
		throws InvalidModel
	{
		final LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(yaml.length + 1);
		try {
			final RdfChecksums checksums = new RdfChecksums();
			for (final Event event : new Yaml(new SafeConstructor(options)).parse(
				new InputStreamReader(new ByteArrayInputStream(yaml),
					StandardCharsets.UTF_8)))
				checksums.add(event);
			return checksums.sums;
		}
		// beside its own exceptions the parser throws whatever it stumbles over
		catch (final RuntimeException e) {
			throw new InvalidModel(InvalidModel.damaged(FILE, "it is no YAML")
				.getMessage(), e);
		}
	}

	private void add(final Event event) throws InvalidModel {
		if (event instanceof CollectionStartEvent) {
			if (levels.size() == DEEPEST) throw InvalidModel.damaged(FILE,
				"it is nested more than " + DEEPEST + " deep");
			levels.push(new Level(event instanceof MappingStartEvent));
		}
		else if (event instanceof CollectionEndEvent) {
			final Map<String, String> fields = levels.pop().fields;
			if (fields.size() == 2) sums.put(fields.get(SOURCE), fields.get(SHA256));
			value(null);
		}
		else if (event instanceof final ScalarEvent scalar) value(scalar
			.getValue());
		else if (event instanceof AliasEvent) value(null);
	}

	private void value(final String scalar) {
		if (!levels.isEmpty()) levels.peek().add(scalar);
	}
}
