
package io.github.cnnclassifier.report;

/** Says in the report what its figures mean. */
final class Definitions {

	private Definitions() {}

	static void write(final Html html) {
		html.heading("What the figures mean");
		html.markup("<dl>");
		define(html, "Accuracy", "Share of all images that were classified " +
			"correctly. The 95 % interval is Wilson\u2019s score interval; it " +
			"assumes that the images are independent, and is too narrow if many of " +
			"them come from the same sample.");
		define(html, "Precision, recall, F1", "Of a class: the share of images " +
			"taken for it that are of it; the share of its images that were found; " +
			"the harmonic mean of both.");
		define(html, "Macro, weighted and micro average",
			"Every class counts the " +
				"same; classes count by their number of images; every image counts the " +
				"same (with one class per image this is the accuracy). As in " +
				"scikit-learn, they are taken over the classes that are present or " +
				"were predicted.");
		define(html, "0/0", "A figure that is not defined, such as the precision " +
			"of a class that was never predicted, counts as 0 and is marked " +
			"\u2020.");
		define(html, "Balanced accuracy", "Mean recall of the classes that have " +
			"images.");
		define(html, "Matthews correlation coefficient", "Correlation of actual " +
			"and predicted classes: 1 is perfect, 0 no better than chance.");
		define(html, "Cross-entropy loss", "Mean of \u2212ln(probability of the " +
			"actual class): 0 is perfect; it punishes being sure and wrong.");
		define(html, "Confidence", "Probability that the classifier gives its " +
			"answer. It is not by itself the chance of being right.");
		html.markup("</dl>");
	}

	private static void define(final Html html, final String term,
		final String meaning)
	{
		html.element("dt", term).element("dd", meaning);
	}
}
