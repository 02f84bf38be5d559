
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.report.LabelValue;

/** What a model says of itself, in words. */
public final class ModelDetails {

	private ModelDetails() {}

	/**
	 * @param model a file or the name of a shipped model
	 * @return label and value, in the order to show
	 */
	public static List<LabelValue> read(final Path model) {
		return of(OpenModel.describe(model));
	}

	/**
	 * @param description of a model
	 * @return label and value, in the order to show
	 */
	public static List<LabelValue> of(final ClassifierDescription description) {
		final List<LabelValue> details = new ArrayList<>();
		final Preprocessing p = description.preprocessing();
		add(details, "model", description.name());
		add(details, "classes", String.join(", ", description.labels().names()));
		add(details, "network", description.architecture().name());
		add(details, "weights", NetworkPlan.of(description.networkSpec())
			.parameterCount());
		add(details, "input", p.channels() + " x " + p.height() + " x " + p
			.width() + " (channels x height x width)");
		add(details, "channels", p.channelRule().label());
		if (description.planes() != null) add(details, "planes", description
			.planes().label());
		if (p.pixelSize() != null) add(details, "resampled to pixels of", p
			.pixelSize());
		add(details, "resize", p.resize().label() + ": " + p.resize().meaning());
		add(details, "intensity", intensity(p.intensity()));
		add(details, "bit depth of the training images", description.images()
			.bitDepths());
		add(details, "size of the training images", imageSizes(description));
		description.images().pixelSize().ifPresent(size -> add(details,
			"pixel size", String.format(Locale.ROOT, "%.4g x %.4g %s", size.width(),
				size.height(), size.unit())));
		description.images().pixelSizes().ifPresent(sizes -> add(details,
			"pixel sizes of the training images", sizes));
		description.metrics().forEach((name, value) -> add(details, name, String
			.format(Locale.ROOT, "%.4f", value)));
		confidence(details, description.confidence());
		add(details, "data", description.training().dataset().description());
		final GroupingRecord grouping = description.training().dataset().grouping();
		final LearnedBefore before = description.training().dataset().before();
		if (!before.equals(LearnedBefore.NONE)) add(details,
			"learned by the models it started from", (before.complete() ? ""
				: "at least ") + before.images().size() + " images");
		add(details, "groups", grouping.statement());
		add(details, "rule of the groups", grouping.rule());
		if (grouping.isLeaky()) add(details, "warning", grouping.leak());
		add(details, "fingerprint of the data", description.training().dataset()
			.fingerprint());
		add(details, "seed", description.training().seed());
		description.training().settings().forEach((name, value) -> add(details,
			name, value));
		add(details, "epochs up to this model", description.training().epochs());
		add(details, "date", description.training().date());
		description.training().versions().forEach((name, value) -> add(details,
			"trained with " + name, value));
		return details;
	}

	private static void confidence(final List<LabelValue> details,
		final ConfidenceRecord confidence)
	{
		add(details, "confidence", confidence.calibration().map(c -> String.format(
			Locale.ROOT, "calibrated on %d validation images, temperature %.3f, " +
				"calibration error there %.4f instead of %.4f", c.images(), c
					.temperature().value(), c.errorAfter(), c.errorBefore())).orElse(
						"not calibrated"));
		confidence.threshold().ifPresent(t -> add(details, "suggested threshold",
			String.format(Locale.ROOT, "%.4f for an accuracy of %s; on %d " +
				"validation images it answers %.1f %%, of which %.2f %% are right", t
					.threshold().least(), t.wished(), t.images(), 100 * t.coverage(),
				100 * t.accuracy())));
	}

	private static String intensity(final Intensity intensity) {
		final Normalization rule = intensity.normalization();
		if (rule.equals(Normalization.RANGE)) return intensity.range() +
			" becomes 0..1";
		if (rule.isPerImage()) return rule + ": " + rule.meaning();
		return rule + ": of " + intensity.range() + " as 0..1, mean " + intensity
			.statistics().means() + " becomes 0 and standard deviation " + intensity
				.statistics().deviations() + " becomes 1";
	}

	private static String imageSizes(final ClassifierDescription description) {
		return description.images().sizes().map(sizes -> sizes +
			", width x height" + (description.preprocessing().pixelSize() == null ? ""
				: ", once resampled")).orElse("unknown");
	}

	private static void add(final List<LabelValue> details, final String label,
		final Object value)
	{
		// all of it comes from a file that may be a stranger's
		details.add(new LabelValue(Legible.line(label), Legible.line(String.valueOf(
			value))));
	}
}
