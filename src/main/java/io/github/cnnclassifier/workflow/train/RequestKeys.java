
package io.github.cnnclassifier.workflow.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.training.Optimizers;
import io.github.cnnclassifier.training.Schedules;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;

/**
 * The keys by which somebody would ask for the same training again, on the same
 * images. Immutable.
 *
 * @param values by name, as a macro has them; neither the model nor a report is
 *          among them, which the training has written already
 * @param remark what these cannot say, whole sentences; empty if they say all
 */
public record RequestKeys(Map<String, String> values, String remark) {

	/** Copies the values. */
	public RequestKeys {
		values = Map.copyOf(values);
	}

	/**
	 * @param request what was asked for
	 * @return its keys
	 */
	public static RequestKeys of(final TrainClassifier.Request request) {
		final Map<String, String> values = new LinkedHashMap<>();
		values.put("images", request.images().toAbsolutePath().normalize()
			.toString());
		values.put("exclude", request.exclude().stream().map(LabelRules::listed)
			.collect(Collectors.joining(",")));
		values.put("corrections", request.corrections().label());
		values.put("groups", request.division().groups().text());
		values.put("allowLeak", Boolean.toString(request.division().allowLeak()));
		values.put("start", request.start().toString());
		values.put("unfreeze", request.start().unfreeze().label());
		values.put("network", request.network().network());
		put(values, request.network().adjustments());
		values.put("planes", request.planes().label());
		put(values, request.input());
		put(values, request.training());
		values.put("learnFrom", request.learnFrom().label());
		request.cacheFolder().ifPresent(folder -> values.put("cacheFolder", folder
			.toString()));
		final Augmentation augmentation = request.training().augmentation();
		if (augmentation.isAutomatic() || Augmentation.PRESETS.contains(
			augmentation))
		{
			values.put("augmentation", augmentation.name());
			return new RequestKeys(values, "");
		}
		return new RequestKeys(values, "The random changes of '" + augmentation
			.name() +
			"' were read from a file: choose it again as the augmentation.");
	}

	private static void put(final Map<String, String> values,
		final Adjustments adjustments)
	{
		values.put("kernelSize", Integer.toString(adjustments.kernelSize()));
		values.put("filters", Integer.toString(adjustments.filters()));
		values.put("depth", Integer.toString(adjustments.depth()));
		values.put("dropout", Double.toString(adjustments.dropout()));
	}

	private static void put(final Map<String, String> values,
		final PreprocessingOptions input)
	{
		values.put("width", orElse(input.width(), "0"));
		values.put("height", orElse(input.height(), "0"));
		values.put("channels", input.channelRule() == null ? InputOverrides.AUTO
			: input.channelRule().label());
		values.put("range", orElse(input.range(), InputOverrides.AUTO));
		values.put("resize", input.resize() == null ? InputOverrides.AUTO : input
			.resize().label());
		values.put("pixelSize", orElse(input.pixelSize(), "off"));
		values.put("normalization", orElse(input.normalization(),
			InputOverrides.AUTO));
	}

	private static String orElse(final Object value, final String absent) {
		return value == null ? absent : value.toString();
	}

	private static void put(final Map<String, String> values,
		final TrainingSettings settings)
	{
		values.put("epochs", Integer.toString(settings.epochs()));
		values.put("batchSize", Integer.toString(settings.batchSize()));
		values.put("learningRate", Double.toString(settings.learningRate()));
		put(values, settings.optimizer());
		values.put("schedule", Schedules.label(settings.schedule()));
		// a patience as long as the run is none
		values.put("patience", Integer.toString(settings.patienceEpochs() < settings
			.epochs() || settings.epochs() == TrainingSettings.AUTOMATIC ? settings
				.patienceEpochs() : TrainingSettings.AUTOMATIC));
		values.put("labelSmoothing", Double.toString(settings.softLabels()
			.labelSmoothing()));
		values.put("mixup", Double.toString(settings.softLabels().mixup()));
		values.put("classBalance", settings.classBalance().label());
		values.put("bestBy", settings.bestBy().label());
		values.put("calibrate", Boolean.toString(settings.confidence()
			.calibrated()));
		values.put("wishedAccuracy", Double.toString(settings.confidence()
			.accuracy()));
		values.put("seed", Long.toString(settings.seed()));
		values.put("exact", Boolean.toString(settings.exact()));
	}

	/** What the optimizer usually has is left to it. */
	private static void put(final Map<String, String> values,
		final Optimizer optimizer)
	{
		final String label = Optimizers.label(optimizer);
		final Optimizer usual = Optimizers.parse(label, Optimizers.AUTO,
			Optimizers.AUTO);
		values.put("optimizer", label);
		values.put("weightDecay", optimizer.weightDecay() == usual.weightDecay()
			? Optimizers.AUTO : Double.toString(optimizer.weightDecay()));
		if (optimizer instanceof final Sgd sgd && usual instanceof final Sgd other)
			values.put("momentum", sgd.momentum() == other.momentum()
				? Optimizers.AUTO : Double.toString(sgd.momentum()));
	}
}
