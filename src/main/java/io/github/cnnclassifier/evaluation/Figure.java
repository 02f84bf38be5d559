
package io.github.cnnclassifier.evaluation;

import java.util.function.ToDoubleFunction;

/** A figure of all evaluated images together that has an interval. */
public enum Figure {

		/** Share of images that were classified correctly. */
		ACCURACY("accuracy", "Accuracy", 0, v -> v.figures().accuracy()),

		/** Mean recall of the classes that have images. */
		BALANCED_ACCURACY("balanced_accuracy", "Balanced accuracy", 0, v -> v
			.figures().balancedAccuracy()),

		/** Mean precision of the classes. */
		MACRO_PRECISION("macro_precision", "Macro precision", 0, v -> v.figures()
			.macro().precision()),

		/** Mean recall of the classes that appear. */
		MACRO_RECALL("macro_recall", "Macro recall", 0, v -> v.figures().macro()
			.recall()),

		/** Mean F1 of the classes. */
		MACRO_F1("macro_f1", "Macro F1", 0, v -> v.figures().macro().f1()),

		/** Mean precision of the classes by their number of images. */
		WEIGHTED_PRECISION("weighted_precision", "Weighted precision", 0, v -> v
			.figures().weighted().precision()),

		/** Mean F1 of the classes by their number of images. */
		WEIGHTED_F1("weighted_f1", "Weighted F1", 0, v -> v.figures().weighted()
			.f1()),

		/** Matthews correlation coefficient. */
		MCC("mcc", "Matthews correlation coefficient", -1, v -> v.figures()
			.mccDefined() ? v.figures().mcc() : Double.NaN),

		/** Cohen's kappa. */
		KAPPA("kappa", "Cohen\u2019s kappa", -1, v -> v.figures().kappaDefined() ? v
			.figures().kappa() : Double.NaN),

		/** Log loss in nats. */
		CROSS_ENTROPY("cross_entropy", "Cross-entropy (log loss)", Double.NaN,
			FigureValues::crossEntropy),

		/** Share of images whose class is among the two best. */
		TOP_2_ACCURACY("top_2_accuracy", "Top-2 accuracy", 0, v -> v.top(2)),

		/** Share of images whose class is among the three best. */
		TOP_3_ACCURACY("top_3_accuracy", "Top-3 accuracy", 0, v -> v.top(3)),

		/** Share of images whose class is among the five best. */
		TOP_5_ACCURACY("top_5_accuracy", "Top-5 accuracy", 0, v -> v.top(5)),

		/** Mean area under the ROC curves of the classes that have one. */
		MACRO_ROC_AUC("macro_roc_auc", "Macro area under ROC", 0,
			FigureValues::macroRocArea),

		/** Mean average precision of the classes that have images. */
		MACRO_AVERAGE_PRECISION("macro_average_precision",
			"Macro average precision", 0, FigureValues::macroAveragePrecision);

	private final String key;
	private final String words;
	private final double lowest;
	private final ToDoubleFunction<FigureValues> value;

	Figure(final String key, final String words, final double lowest,
		final ToDoubleFunction<FigureValues> value)
	{
		this.key = key;
		this.words = words;
		this.lowest = lowest;
		this.value = value;
	}

	/** @return its permanent name in tables */
	public String key() {
		return key;
	}

	/** @return its name for people */
	public String words() {
		return words;
	}

	/** @return 0 or -1, and 1 is the best value; NaN of a loss, which has none */
	double lowest() {
		return lowest;
	}

	/** @return NaN if it is not defined, or has no meaning for so few classes */
	double of(final FigureValues values) {
		return value.applyAsDouble(values);
	}
}
