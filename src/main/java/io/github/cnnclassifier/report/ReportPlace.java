
package io.github.cnnclassifier.report;

import java.util.List;

/**
 * Where a report shows what only some evaluations have, in the order of the
 * page, and in which files. The names of the files are permanent.
 */
public enum ReportPlace {

		/** Folds of a cross-validation. */
		FOLDS("Folds", CrossValidationFiles.FOLDS, CrossValidationFiles.SUMMARY),

		/** How figures depend on the threshold of a class. */
		CURVES("ROC and precision-recall curves", ClassCurveCharts.TABLE,
			ClassCurveCharts.ROC, ClassCurveCharts.PRECISION_RECALL),

		/** What a confidence is worth. */
		CONFIDENCE("Confidence", ConfidenceFiles.RELIABILITY,
			ConfidenceFiles.RELIABILITY_CHART, ConfidenceFiles.COVERAGE,
			ConfidenceFiles.COVERAGE_CHART),

		/** Each acquisition group by itself. */
		GROUPS("Groups", GroupTable.FILE),

		/** Cheap features that tell the classes as well. */
		SHORTCUTS("Is it really the object?", ShortcutTable.FILE),

		/** Classes that people have corrected. */
		CORRECTIONS("Corrected classes", CorrectionsTable.FILE),

		/** Images whose label may be wrong. */
		LABELS("Labels to look at", LikelyWrongFiles.TABLE, LikelyWrongFiles.PAGE);

	private final String heading;
	private final List<String> files;

	ReportPlace(final String heading, final String... files) {
		this.heading = heading;
		this.files = List.of(files);
	}

	String heading() {
		return heading;
	}

	/** @return the names of the files that this part may have */
	List<String> files() {
		return files;
	}
}
