
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.TrainingSettings;

/** Keys that were given and mean nothing where the training begins. */
final class WithoutEffect {

	private static final String OPTIMIZER = "optimizer";
	private static final String WEIGHT_DECAY = "weightDecay";
	private static final String PATIENCE = "patienceEpochs";

	/** Settings that the last layer alone does not need. */
	private static final List<String> OF_LOOP = List.of("epochs", "batchSize",
		"learningRate", OPTIMIZER, WEIGHT_DECAY, "schedule", "labelSmoothing",
		"mixup", "bestBy", PATIENCE);

	private WithoutEffect() {}

	/**
	 * @param request what is asked for
	 * @param hasParent whether the training begins with the layers of a parent
	 * @return a whole sentence; empty if each key means something
	 */
	static Optional<String> statement(final TrainClassifier.Request request,
		final boolean hasParent)
	{
		final Unfreeze unfreeze = request.start().unfreeze();
		final List<String> given = new ArrayList<>();
		if (!hasParent) {
			if (unfreeze != Unfreeze.AUTO) given.add("unfreeze=" + unfreeze.label());
			return sentence("there is no parent", given);
		}
		if (!request.network().equals(NetworkChoice.DEFAULT)) given.add(request
			.network().toString());
		if (unfreeze != Unfreeze.HEAD) return sentence(
			"the layers are those of a parent", given);
		given.addAll(ofLoop(request.training()));
		return sentence(
			"the last layer alone is fitted to the features of a parent", given);
	}

	private static Optional<String> sentence(final String why,
		final List<String> given)
	{
		return given.isEmpty() ? Optional.empty() : Optional.of(
			"Without effect, as " + why + ": " + String.join(", ", given) + ".");
	}

	private static List<String> ofLoop(final TrainingSettings settings) {
		final Map<String, String> defaults = new TrainingSettings(
			TrainingSettings.AUTOMATIC, TrainingSettings.AUTOMATIC,
			TrainingSettings.DEFAULT_LEARNING_RATE, settings.augmentation(), settings
				.exact(), settings.seed()).entries();
		final Map<String, String> entries = new LinkedHashMap<>(settings.entries());
		// each optimizer has a default of its own
		if (!entries.get(OPTIMIZER).equals(defaults.get(OPTIMIZER))) entries.remove(
			WEIGHT_DECAY);
		final List<String> given = new ArrayList<>();
		for (final String entry : OF_LOOP) {
			final String value = entries.get(entry);
			if (value != null && !value.equals(defaults.get(entry))) given.add((entry
				.equals(PATIENCE) ? "patience" : entry) + "=" + value);
		}
		return given;
	}
}
