
package io.github.cnnclassifier.dataset.source;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What a person has decided of an image.
 *
 * @param path of the image as samples are named, with its plane or region if it
 *          is one; of all planes of a stack the name of the stack
 * @param from the class that its folder or list says
 * @param decision what becomes of it
 * @param to its class from now on; empty if it is left out
 * @param when it was decided; null if not known
 * @param who decided; may be empty
 * @param content hash of the pixels, of a stack of those of its first plane; if
 *          empty, nobody sees whether the image has changed
 */
public record Correction(String path, String from, Decision decision, String to,
		Instant when, String who, String content)
{

	/** What becomes of a corrected image. */
	public enum Decision {

			/** It is of another class. */
			CLASS("class"),

			/** It is left out, as it is none of the classes or is damaged. */
			EXCLUDED("excluded"),

			/** It is left out, as nobody can tell its class. */
			AMBIGUOUS("ambiguous");

		private final String label;

		Decision(final String label) {
			this.label = label;
		}

		/** @return the word in the list */
		public String label() {
			return label;
		}
	}

	static final String PATH = "path";
	static final String FROM = "class";
	static final String DECISION = "decision";
	static final String TO = "newClass";
	static final String WHEN = "when";
	static final String WHO = "who";
	static final String CONTENT = "content";

	/** The columns of the list; those it cannot do without first. */
	static final List<String> COLUMNS = List.of(PATH, FROM, DECISION, TO, WHEN,
		WHO, CONTENT);
	static final List<String> NEEDED = COLUMNS.subList(0, 4);

	/** @return whether the image is left out */
	public boolean leavesOut() {
		return decision != Decision.CLASS;
	}

	/** @return value by column */
	Map<String, String> cells() {
		final Map<String, String> cells = new LinkedHashMap<>();
		cells.put(PATH, path);
		cells.put(FROM, from);
		cells.put(DECISION, decision.label());
		cells.put(TO, to);
		cells.put(WHEN, when == null ? "" : DateTimeFormatter.ISO_INSTANT.format(
			when));
		cells.put(WHO, who);
		cells.put(CONTENT, content);
		return cells;
	}

	/**
	 * @param cells of a row by column
	 * @return what it says
	 * @throws UserFailure with the reason why it cannot be used
	 */
	static Correction of(final Map<String, String> cells) {
		final String path = cells.get(PATH).replace('\\', '/');
		if (path.isEmpty()) throw new UserFailure("The " + PATH + " is empty.");
		final String word = cells.get(DECISION);
		final Decision decision = Arrays.stream(Decision.values()).filter(d -> d
			.label().equals(word)).findFirst().orElseThrow(() -> new UserFailure(
				"Expected the decision class, excluded or ambiguous, found '" + Legible
					.quote(word) + "'."));
		final String to = cells.get(TO);
		if (decision == Decision.CLASS && (to.isBlank() || !Legible.isLine(to)))
			throw new UserFailure("Expected a " + TO + " in one line, found '" +
				Legible.quote(to) + "'.");
		return new Correction(path, cells.get(FROM), decision,
			decision == Decision.CLASS ? to : "", when(cells.getOrDefault(WHEN, "")),
			cells.getOrDefault(WHO, ""), cells.getOrDefault(CONTENT, ""));
	}

	private static Instant when(final String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (final DateTimeParseException e) {
			throw new UserFailure("Expected a time such as 2026-01-31T12:00:00Z, " +
				"found '" + Legible.quote(text) + "'.", e);
		}
	}
}
