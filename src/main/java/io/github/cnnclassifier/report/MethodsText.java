
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.TrainingRecord;

/**
 * A paragraph for the methods section of a paper. Only what is stored is told;
 * what is not known is left out.
 */
public final class MethodsText {

	/** More classes are not named one by one. */
	private static final int MOST_CLASSES = 10;
	private static final String SYSTEM = "system";
	private static final String SCRATCH = "scratch";

	private final List<String> sentences = new ArrayList<>();

	private MethodsText() {}

	/**
	 * @param description of the model
	 * @param result of its evaluation
	 * @param side which images were evaluated, such as "90 images: the test side"
	 * @param versions of the software that evaluated, by name
	 * @return whole sentences
	 */
	public static String of(final ClassifierDescription description,
		final EvaluationResult result, final String side,
		final Map<String, String> versions)
	{
		final MethodsText text = new MethodsText();
		text.model(description);
		text.images(description);
		text.preprocessing(description.preprocessing());
		text.training(description.training());
		text.add("Evaluated were " + side + (software(versions).equals(software(
			description.training().versions())) ? "" : ", with " + software(
				versions)));
		text.figures(result.figures(), result.figures().accuracyInterval(), "");
		return text.toString();
	}

	/**
	 * @param folds what was done, such as "5 folds, divided anew 2 times"
	 * @param groups how images that belong together were kept together, a whole
	 *          sentence
	 * @param settings of the run, by the names of their keys
	 * @param result of all folds
	 * @param versions of the software, by name
	 * @return whole sentences
	 */
	public static String ofFolds(final String folds, final String groups,
		final Map<String, String> settings, final CrossValidationResult result,
		final Map<String, String> versions)
	{
		final MethodsText text = new MethodsText();
		text.add("Classification was cross-validated with " + software(versions) +
			": " + folds + ", each image predicted by a network that was trained " +
			"without it, and classes divided evenly over folds");
		text.add(withoutAdvice(groups));
		final String start = settings.getOrDefault("start", SCRATCH);
		text.add("In each fold a network (" + (start.equals(SCRATCH) ? settings
			.getOrDefault("network", "not recorded").replaceFirst(" \\(.*", "")
			: "start: " + start) + ") was trained anew");
		text.loop(settings, settings.getOrDefault("epochs", ""), settings
			.getOrDefault("seed", ""));
		text.figures(result.pooled().figures(), result.interval(Figure.ACCURACY),
			", by bootstrap over " + result.intervals().units() +
				" groups and images that stand alone");
		return text.toString();
	}

	/** Which key to set is for who trains, not for who reads a paper. */
	private static String withoutAdvice(final String grouping) {
		return grouping.replace(" groups=none turns this off.", "").replaceAll(
			" If some come from [^.]*, say so with groups\\.", "").replaceAll(
				"; groups=\\S+ (keeps them together|leaves such images out)\\.", ".");
	}

	private void model(final ClassifierDescription description) {
		final List<String> names = description.labels().names();
		add(String.format(Locale.ROOT,
			"A convolutional neural network (%s, %,d weights) was trained with %s " +
				"to tell %d classes apart", description.architecture().name(),
			NetworkPlan.of(description.networkSpec()).parameterCount(), software(
				description.training().versions()), names.size()) + (names
					.size() > MOST_CLASSES ? "" : " (" + String.join(", ", names) + ")"));
	}

	private void images(final ClassifierDescription description) {
		final TrainingRecord training = description.training();
		add("Data: " + training.dataset().description());
		add("The images had " + description.images().bitDepths() +
			" bits per value" + description.images().sizes().map(sizes -> " and " +
				sizes + ", width x height").orElse("") + description.images()
					.pixelSize().map(size -> String.format(Locale.ROOT,
						", with pixels of %.4g x %.4g %s", size.width(), size.height(), size
							.unit())).orElse(""));
		if (!training.dataset().grouping().equals(GroupingRecord.NONE)) add(
			withoutAdvice(training.dataset().grouping().statement()));
		add(training.dataset().grouping().leak());
	}

	private void preprocessing(final Preprocessing p) {
		final Intensity intensity = p.intensity();
		final Normalization rule = intensity.normalization();
		add("Each image was brought to " + p.width() + " x " + p.height() +
			" pixels (" + p.resize().label() + ") and " + p.channels() + (p
				.channels() == 1 ? " channel" : " channels") + "; intensities: " + (rule
					.equals(Normalization.RANGE) ? intensity.range() + " became 0..1"
						: rule.toString()));
	}

	private void training(final TrainingRecord training) {
		final Map<String, String> settings = training.settings();
		final String start = settings.getOrDefault("start", "");
		final boolean fromParent = !start.isEmpty() && !start.equals(SCRATCH);
		if (start.equals(SCRATCH)) add("The weights were random at the start");
		if (fromParent) add("The layers before the last one were those of the " +
			"model " + start + (settings.containsKey("parent") ? " (" + settings.get(
				"parent") + ")" : ""));
		// the new last layer counts as the first epoch
		if (fromParent && training.epochs() == 1) add("Only a new last layer was " +
			"fitted to their outputs");
		else loop(settings, settings.getOrDefault("epochs", ""), Long.toString(
			training.seed()));
		if (settings.containsKey("training")) add("The training ended: " + settings
			.get("training"));
		if (settings.containsKey("kept")) add("The weights kept are those of " +
			settings.get("kept"));
		if ("all".equals(settings.get("learnFrom"))) add(
			"Then it was trained once more on training and validation images " +
				"together");
	}

	/** How weights learned, as far as the settings tell. */
	private void loop(final Map<String, String> settings, final String epochs,
		final String seed)
	{
		final List<String> parts = new ArrayList<>();
		if (settings.containsKey("optimizer")) parts.add("optimizer " + settings
			.get("optimizer"));
		part(parts, settings, "learningRate", "highest learning rate");
		part(parts, settings, "weightDecay", "weight decay");
		part(parts, settings, "schedule", "schedule");
		parts.add("0".equals(epochs) ? "epochs by the number of images" : epochs
			.isEmpty() ? "" : "at most " + epochs + " epochs");
		if (!"0".equals(settings.get("batchSize"))) part(parts, settings,
			"batchSize", "batches of");
		part(parts, settings, "augmentation", "augmentation");
		used(parts, settings, "labelSmoothing", "label smoothing");
		used(parts, settings, "mixup", "mixup");
		part(parts, settings, "classBalance", "class balance");
		parts.add(seed.isEmpty() ? "" : "seed " + seed);
		parts.removeIf(String::isEmpty);
		if (!parts.isEmpty()) add("Training: cross-entropy loss, " + String.join(
			", ", parts));
	}

	private static void part(final List<String> parts,
		final Map<String, String> settings, final String key, final String words)
	{
		if (settings.containsKey(key)) parts.add(words + " " + settings.get(key));
	}

	/** What has no effect at 0. */
	private static void used(final List<String> parts,
		final Map<String, String> settings, final String key, final String words)
	{
		if (!settings.getOrDefault(key, "0.0").equals("0.0")) part(parts, settings,
			key, words);
	}

	private void figures(final Figures figures, final Interval interval,
		final String how)
	{
		add("The accuracy was " + Decimals.four(figures.accuracy()) +
			" (95 % interval " + Decimals.four(interval.low()) + " to " + Decimals
				.four(interval.high()) + how + "; n = " + figures.n() +
			"), the balanced accuracy " + Decimals.four(figures.balancedAccuracy()) +
			" and the macro-averaged F1 " + Decimals.four(figures.macro().f1()));
	}

	private static String software(final Map<String, String> versions) {
		final List<String> rest = versions.entrySet().stream().filter(e -> !e
			.getKey().equals(SYSTEM) && !e.getKey().equals("CNN Classifier")).map(
				e -> e.getKey() + " " + e.getValue()).toList();
		return "CNN Classifier " + versions.getOrDefault("CNN Classifier",
			"of an unknown version") + (rest.isEmpty() ? "" : " (" + rest.stream()
				.collect(Collectors.joining("; ")) + ")");
	}

	private void add(final String sentence) {
		// all of it comes from a file that may be a stranger's
		final String line = Legible.line(sentence).strip();
		if (!line.isEmpty()) sentences.add(line.endsWith(".") ? line : line + ".");
	}

	@Override
	public String toString() {
		return String.join(" ", sentences);
	}
}
