
package io.github.cnnclassifier.evaluation;

/** A figure of one class that has an interval. */
public enum ClassFigure {

		/** Share of the images taken for the class that are of it. */
		PRECISION("precision", "Precision"),

		/** Share of the images of the class that were found. */
		RECALL("recall", "Recall"),

		/** Harmonic mean of both. */
		F1("f1", "F1"),

		/** Area under the ROC curve of the class against the rest. */
		ROC_AUC("roc_auc", "Area under ROC"),

		/** Mean precision over all recalls. */
		AVERAGE_PRECISION("average_precision", "Average precision");

	private final String key;
	private final String words;

	ClassFigure(final String key, final String words) {
		this.key = key;
		this.words = words;
	}

	/** @return its permanent name in tables */
	public String key() {
		return key;
	}

	/** @return its name for people */
	public String words() {
		return words;
	}

	/** @return NaN if it is 0/0 */
	double of(final FigureValues values, final int label) {
		final ClassFigures figures = values.figures().classes().get(label);
		return switch (this) {
			case PRECISION -> figures.precisionDefined() ? figures.precision()
				: Double.NaN;
			case RECALL -> figures.recallDefined() ? figures.recall() : Double.NaN;
			case F1 -> figures.appears() ? figures.f1() : Double.NaN;
			case ROC_AUC -> values.rocAreas()[label];
			case AVERAGE_PRECISION -> values.averagePrecisions()[label];
		};
	}
}
