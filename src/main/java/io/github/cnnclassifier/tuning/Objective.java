
package io.github.cnnclassifier.tuning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/** Which figure of a trial counts. More is better. */
public enum Objective {

		/** Each class counts the same. */
		BALANCED_ACCURACY("balanced-accuracy", "balanced accuracy",
			Score::balancedAccuracy),

		/** Each image counts the same. */
		ACCURACY("accuracy", "accuracy", Score::accuracy),

		/** Also what is wrongly taken for a class counts. */
		MACRO_F1("macro-f1", "macro F1", Score::macroF1);

	private final String label;
	private final String words;
	private final ToDoubleFunction<Score> figure;

	Objective(final String label, final String words,
		final ToDoubleFunction<Score> figure)
	{
		this.label = label;
		this.words = words;
		this.figure = figure;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	/** @return the name in sentences */
	public String words() {
		return words;
	}

	/** @return the figure, 0 to 1 */
	public double of(final Score score) {
		return figure.applyAsDouble(score);
	}

	/** @return the better one first; among equals that of the lower loss */
	Comparator<FinishedTrial> better() {
		return Comparator.comparingDouble((FinishedTrial t) -> -of(t.result()
			.score())).thenComparingDouble(t -> t.result().score().loss())
			.thenComparingInt(t -> t.trial().number());
	}

	/**
	 * @param label a name
	 * @return the objective of that name
	 * @throws WrongUsage if there is none
	 */
	public static Objective parse(final String label) {
		return Arrays.stream(values()).filter(o -> o.label.equals(label))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected objective to be one of " + Arrays.stream(values()).map(
					Objective::label).collect(Collectors.joining(", ")) + ", found '" +
					Legible.quote(label) + "'."));
	}
}
