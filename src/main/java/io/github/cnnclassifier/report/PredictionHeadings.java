
package io.github.cnnclassifier.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * The first line of a table of predictions. The columns are found by their
 * headings, in any order; others are passed over.
 */
final class PredictionHeadings {

	static final String FILE = "file";
	static final String REPEAT = "repeat";
	static final String FOLD = "fold";
	static final String ACTUAL = "actual";
	static final String PREDICTED = "predicted";
	static final String ERROR = "error";

	private static final Set<String> READ = Set.of(FILE, EvaluatedCsv.GROUP,
		REPEAT, FOLD, ACTUAL, PREDICTED, ERROR, EvaluatedCsv.SIDE,
		EvaluatedCsv.TRAINED);
	private static final String PROBABILITY = ProbabilityColumns.heading("");

	private final List<String> names;
	private final Map<String, Integer> positions = new HashMap<>();
	private final List<Integer> probabilities;
	private final ClassLabels labels;

	/**
	 * @param names the cells of the line
	 * @param file the table, for messages
	 * @param needed columns beside the probabilities
	 * @throws UserFailure if one is missing, stands twice, or there are fewer
	 *           than two classes
	 */
	PredictionHeadings(final List<String> names, final Path file,
		final List<String> needed)
	{
		this.names = names;
		final Set<String> known = new HashSet<>();
		for (int i = 0; i < names.size(); i++) {
			final String name = names.get(i);
			if (!known.add(name) && READ.contains(name)) throw new UserFailure(
				"Expected different headings in '" + file + "', found '" + name +
					"' twice.");
			positions.putIfAbsent(name, i);
		}
		probabilities = probabilities();
		if (!known.containsAll(needed) || probabilities.size() < 2)
			throw new UserFailure(
				"Expected a table of predictions with the columns " + String.join(", ",
					needed) + " and p_CLASS for each of at least two " +
					"classes, separated by commas, found in '" + file +
					"' the headings '" + Legible.quote(String.join(",", names)) +
					"'. predictions.csv of an evaluation or a cross-validation is such a " +
					"table.");
		try {
			labels = new ClassLabels(probabilities.stream().map(i -> names.get(i)
				.substring(PROBABILITY.length())).toList());
		}
		catch (final IllegalArgumentException e) {
			throw new UserFailure("Cannot use the classes of '" + file + "': " + e
				.getMessage() + ".", e);
		}
	}

	/**
	 * Ours stand side by side behind the confidence: a column such as p_value
	 * that somebody has added elsewhere is no class. Other tables have them
	 * anywhere.
	 */
	private List<Integer> probabilities() {
		final Integer confidence = positions.get(ProbabilityColumns.CONFIDENCE);
		if (confidence != null) {
			final List<Integer> block = IntStream.range(confidence + 1, names.size())
				.takeWhile(this::isProbability).boxed().toList();
			if (block.size() >= 2) return block;
		}
		return IntStream.range(0, names.size()).filter(this::isProbability).boxed()
			.toList();
	}

	private boolean isProbability(final int position) {
		return names.get(position).startsWith(PROBABILITY);
	}

	ClassLabels labels() {
		return labels;
	}

	/** @return how many cells a row has */
	int width() {
		return names.size();
	}

	/** @return empty where the table has no such column */
	String cell(final CSVRecord cells, final String heading) {
		final Integer position = positions.get(heading);
		return position == null ? "" : cells.get(position);
	}

	/** @return the text of the probability of a class */
	String probability(final CSVRecord cells, final int label) {
		return cells.get(probabilities.get(label));
	}
}
