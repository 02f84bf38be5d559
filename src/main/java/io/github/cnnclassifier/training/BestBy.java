
package io.github.cnnclassifier.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/** The figure on the validation side that tells which epochs are better. */
public enum BestBy {

		/** The mean cross-entropy; the lower, the better. */
		LOSS("loss", f -> f.loss()),

		/** The share of images that are right. */
		ACCURACY("accuracy", f -> -f.accuracy()),

		/** The mean of the shares of the classes that are right. */
		BALANCED_ACCURACY("balanced-accuracy", f -> -f.balancedAccuracy()),

		/** The mean of the F1 scores of the classes. */
		MACRO_F1("macro-f1", f -> -f.macroF1());

	private final String label;
	private final ToDoubleFunction<Validation.Figures> cost;

	BestBy(final String label, final ToDoubleFunction<Validation.Figures> cost) {
		this.label = label;
		this.cost = cost;
	}

	/** @return the word for it in keys and model files */
	public String label() {
		return label;
	}

	/** @return the words for all */
	public static List<String> labels() {
		return Arrays.stream(values()).map(BestBy::label).toList();
	}

	/** @return what is lower for a better epoch; NaN if nothing was measured */
	double cost(final Validation.Figures figures) {
		return cost.applyAsDouble(figures);
	}

	/**
	 * @param text loss, accuracy, balanced-accuracy or macro-f1
	 * @return what it means
	 * @throws WrongUsage if it is none of these
	 */
	public static BestBy parse(final String text) {
		return Arrays.stream(values()).filter(v -> v.label.equals(text)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected bestBy to be one of " + String
				.join(", ", labels()) + ", found '" + Legible.quote(text) + "'."));
	}
}
