
package io.github.cnnclassifier.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;

/** Writes README.md: what a person should know before using a model. */
final class ModelCard {

	private final StringBuilder text = new StringBuilder();

	private ModelCard() {}

	/**
	 * @param d what is described
	 * @param parameters the number of weights
	 * @return Markdown
	 */
	static byte[] write(final ClassifierDescription d, final long parameters) {
		return write(d, parameters, false);
	}

	/**
	 * @param d what is described
	 * @param parameters the number of weights
	 * @param tellsUnlike whether it tells how unlike the training images an image
	 *          is
	 * @return Markdown
	 */
	static byte[] write(final ClassifierDescription d, final long parameters,
		final boolean tellsUnlike)
	{
		final ModelCard card = new ModelCard();
		card.head(d, parameters);
		card.classes(d);
		card.data(d);
		card.figures(d);
		card.confidence(d);
		card.preprocessing(d);
		card.limits(d, tellsUnlike);
		card.use();
		return card.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void head(final ClassifierDescription d, final long parameters) {
		line("# " + inline(d.name()));
		line("A classifier of images: for each image it gives the probability of " +
			d.labels().size() + " classes. It is a convolutional neural network (" +
			inline(d.architecture().name()) + ", " + parameters +
			" weights), trained with CNN Classifier for Fiji and ImageJ on " + inline(
				d.training().date()) + ".");
	}

	private void classes(final ClassifierDescription d) {
		line("## Classes");
		row("Label index", "Class", "Training images");
		row("---", "---", "---");
		for (int i = 0; i < d.labels().size(); i++) {
			final String name = d.labels().name(i);
			final Integer count = d.training().dataset().trainingCounts().get(name);
			row(String.valueOf(i), inline(name), count == null ? "not recorded"
				: count.toString());
		}
		text.append('\n');
	}

	private void data(final ClassifierDescription d) {
		final TrainingRecord training = d.training();
		line("## Training");
		line(inline(training.dataset().description()));
		item("Epochs", String.valueOf(training.epochs()));
		item("Seed", String.valueOf(training.seed()));
		training.dataset().split().forEach((side, hashes) -> item("Images, " + side,
			String.valueOf(hashes.size())));
		final LearnedBefore before = training.dataset().before();
		if (!before.equals(LearnedBefore.NONE)) item(
			"Images that the models it started from have learned from", (before
				.complete() ? "" : "at least ") + before.images().size());
		item("Groups", training.dataset().grouping().statement());
		item("Fingerprint of the images", training.dataset().fingerprint());
		training.settings().forEach(this::item);
		training.versions().forEach(this::item);
		text.append('\n');
	}

	private void figures(final ClassifierDescription d) {
		line("## Validation");
		final GroupingRecord grouping = d.training().dataset().grouping();
		if (grouping.isLeaky()) line("**Warning:** " + inline(grouping.leak()));
		if (d.metrics().isEmpty()) line(
			"No figures were stored. Measure it on images it has not seen with " +
				"'Evaluate CNN Classifier...'.");
		else {
			for (final Map.Entry<String, Double> metric : d.metrics().entrySet()) {
				final double value = metric.getValue();
				item(metric.getKey(), Double.isFinite(value) ? String.format(
					Locale.ROOT, "%.4f", value) : "undefined");
			}
			text.append('\n');
			line(
				"The figures hold for images like those it was trained on. Measure " +
					"it on your own with 'Evaluate CNN Classifier...'.");
		}
	}

	private void confidence(final ClassifierDescription d) {
		if (d.confidence().equals(ConfidenceRecord.NONE)) return;
		line("## Confidence");
		d.confidence().calibration().ifPresent(c -> line(String.format(Locale.ROOT,
			"The probabilities were calibrated on %d validation images: the logits " +
				"are divided by %.3f, which is in the weights of the last layer. " +
				"On these images the log loss is %.4f instead of %.4f, and the " +
				"expected calibration error (15 bins) %.4f instead of %.4f.", c
					.images(), c.temperature().value(), c.lossAfter(), c.lossBefore(), c
						.errorAfter(), c.errorBefore())));
		d.confidence().threshold().ifPresent(t -> line(String.format(Locale.ROOT,
			"Suggested threshold: %.4f. Of %d validation images %.1f %% were as sure " +
				"as that, and %.2f %% of these were right; wished for was an " +
				"accuracy of %s, with 95 %% confidence.", t.threshold().least(), t
					.images(), 100 * t.coverage(), 100 * t.accuracy(), t.wished())));
	}

	private void preprocessing(final ClassifierDescription d) {
		final Preprocessing p = d.preprocessing();
		line("## From pixels to input");
		line("Stored pixel values count; display range and look-up table have no " +
			"influence. In this order:");
		text.append("1. ").append(channels(p)).append('\n');
		text.append("2. ").append(resize(p)).append(
			" Areas are averaged where an " +
				"axis shrinks, interpolation is bilinear where it grows, values are " +
				"untouched where the size is equal.\n");
		text.append("3. ").append(intensity(p)).append("\n\n");
		line(
			"rdf.yaml describes step 3. Steps 1 and 2 it cannot express: do them " +
				"before.");
		if (p.resize().pads()) line("Of an image that is smaller than the input, " +
			"step 3 is done with its own pixels alone, and the input around it " +
			"becomes 0 after that.");
		if (d.planes() != null) line(
			"Before these steps, of a stack of slices (z) " + "and frames (t): " +
				planes(d.planes()));
		final TrainingImages images = d.images();
		line("The training images had " + images.bitDepths() + " bits per value" +
			images.pixelSize().map(size -> " and pixels of " + inline(size
				.toString()) + " " + median(images)).orElse("") + "." + imageSizes(d));
	}

	private static String imageSizes(final ClassifierDescription d) {
		return d.images().sizes().map(sizes -> (d.preprocessing()
			.pixelSize() == null ? " They had " : " Once resampled, they had ") +
			sizes + ", width x height. Regions and windows that are classified " +
			"should show about as much.").orElse("");
	}

	private static String median(final TrainingImages images) {
		return images.pixelSizes().map(all -> "(median; all: " + inline(all
			.toString()) + ")").orElse("(median)");
	}

	private static String channels(final Preprocessing p) {
		final ChannelRule rule = p.channelRule();
		if (rule.isSelection()) return "The channels " + inline(rule.label()) +
			" (numbers from 1, or names) are taken in this order.";
		if (rule == ChannelRule.GRAY)
			return "One channel is taken as it is; red, " +
				"green and blue are weighed 0.299, 0.587 and 0.114.";
		if (rule == ChannelRule.RGB)
			return "Red, green and blue; a single channel " +
				"is repeated three times.";
		return "The image must have " + p.channels() + " channel" + (p
			.channels() == 1 ? "" : "s") + ", taken in order.";
	}

	private static String resize(final Preprocessing p) {
		final String size = p.width() + " x " + p.height() + " pixels (width x " +
			"height)";
		final String matched = p.pixelSize() == null ? ""
			: "The image is resampled so that its pixels have " + inline(p.pixelSize()
				.toString()) + "; an image without pixel size is refused. ";
		return matched + p.resize().meaning() + ". The input has " + size + ".";
	}

	private static String intensity(final Preprocessing p) {
		final Normalization rule = p.intensity().normalization();
		if (rule.equals(Normalization.RANGE)) return "Pixel values " + p.range() +
			" become 0 to 1, linearly.";
		final String formula = InputFormula.of(p.intensity());
		return "Normalization " + rule + ": " + (rule.isPerImage() ? formula
			: formula + ", where min and max are " + p.range()) +
			". What does not vary becomes 0.";
	}

	private static String planes(final PlanePolicy policy) {
		return switch (policy) {
			case CURRENT -> "the plane that is shown.";
			case EACH -> "each plane is an image of its own.";
			case MIDDLE -> "the middle slice of the middle frame.";
			case MAXIMUM -> "the largest value of each pixel over all z and t.";
			case MEAN -> "the mean value of each pixel over all z and t.";
			case AVERAGE -> "each plane is classified, and the mean of the " +
				"probabilities is the answer.";
		};
	}

	private void limits(final ClassifierDescription d,
		final boolean tellsUnlike)
	{
		line("## Limits");
		line("Every image is given one of the classes above, also one that shows " +
			"none of them" + (tellsUnlike
				? "; in CNN Classifier an image that is clearly unlike the training " +
					"images is called unknown, by the numbers in unlike.npy, which the " +
					"documentation of the model file explains. Images that are hardly " +
					"unlike are not found. " : ". ") + (d.confidence().calibration()
						.isPresent()
							? "The probabilities are calibrated for images like the validation " +
								"images alone. " : "The probabilities are not calibrated. ") +
			"Images taken in another way than the training images (magnification, staining, " +
			"exposure, background) may be classified wrongly with high confidence.");
		line("## License");
		line(
			"None is stated in this file. Whoever trained the model decides; ask " +
				"before passing it on.");
	}

	private void use() {
		line("## Use");
		line("In Fiji or ImageJ: Plugins > CNN Classifier > Classify Image with " +
			"CNN... In other software: weights.onnx takes '" + OnnxGraph.INPUT +
			"' (N,C,H,W) and gives '" + OnnxGraph.OUTPUT +
			"' (N,classes in the order above); test_input.npy and " +
			"test_output.npy are an example, before step 3.");
	}

	private void line(final String line) {
		text.append(line).append("\n\n");
	}

	private void item(final String name, final String value) {
		text.append("- ").append(inline(name)).append(": ").append(inline(value))
			.append('\n');
	}

	private void row(final String... cells) {
		text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	/** One line of plain text, whatever is in it. */
	private static String inline(final String any) {
		return any.replaceAll("\\s+", " ").strip().replaceAll(
			"([\\\\`*_|<>\\[\\]#])", "\\\\$1");
	}
}
