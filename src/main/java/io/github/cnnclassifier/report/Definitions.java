
package io.github.cnnclassifier.report;

/** Says in the report what its figures mean. */
final class Definitions {

	private Definitions() {}

	static void write(final Html html) {
		html.heading("What the figures mean");
		html.markup("<dl>");
		define(html, "Accuracy", "Share of all images that were classified " +
			"correctly. It is only worth something for images that the model has not " +
			"learned from.");
		define(html, "95 % interval", "Groups (an animal, a slide, a well), and " +
			"images that stand alone, are drawn again and again, 2,000 times, each " +
			"with all of its images; the middle 95 % of the figures of these draws " +
			"are the interval. It is too narrow where images depend on each other " +
			"that nobody has grouped, and with fewer than about ten groups. What is " +
			"always right, or always wrong, gets Wilson\u2019s score interval.");
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
		define(html, "Cohen\u2019s kappa", "Agreement of actual and predicted " +
			"classes beyond what chance would give: 1 is perfect, 0 chance.");
		define(html, "Top-k accuracy", "Share of images whose class is among the " +
			"k most probable ones.");
		define(html, "Area under ROC", "Of a class against the rest: the chance " +
			"that an image of it gets a higher probability than one of another " +
			"class; 0.5 is guessing. Not defined where no image is of the class, or " +
			"all are; the macro mean is over the others.");
		define(html, "Average precision", "Of a class: its precision, averaged " +
			"over all recalls as the threshold falls; guessing gives the share of " +
			"the class. Not defined where no image is of the class.");
		define(html, "Cross-entropy (log loss)",
			"Mean of \u2212ln(probability of the " +
				"actual class): 0 is perfect; it punishes being sure and wrong.");
		define(html, "Confidence", "Probability that the classifier gives its " +
			"answer. Whether it is the chance of being right, the reliability " +
			"diagram shows.");
		define(html, "Expected calibration error",
			"Answers are put into 15 bins by " +
				"their confidence; in each the distance between mean confidence and " +
				"accuracy is taken, and the mean of these distances, weighed by the " +
				"number of images. 0 is perfect. It is too large by chance where there " +
				"are few images.");
		html.markup("</dl>");
	}

	private static void define(final Html html, final String term,
		final String meaning)
	{
		html.element("dt", term).element("dd", meaning);
	}
}
