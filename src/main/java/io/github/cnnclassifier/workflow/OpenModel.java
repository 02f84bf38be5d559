
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.HeatMapper;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.DrawnHeatMaps;

/** Opens the model that a user names: a file, or a shipped one by its name. */
public final class OpenModel {

	private OpenModel() {}

	/**
	 * @param model a file, or the name of a shipped model
	 * @param engine runs the self-test
	 * @return what the file holds
	 * @throws UserFailure if it cannot be used
	 */
	public static SavedClassifier read(final Path model, final Engine engine) {
		return ShippedModel.isNamed(model) ? ShippedModel.read(model, engine)
			: ModelArchive.read(model, engine);
	}

	/**
	 * @param model a file, or the name of a shipped model
	 * @return what it says of itself
	 * @throws UserFailure if it cannot be used
	 */
	public static ClassifierDescription describe(final Path model) {
		return ShippedModel.isNamed(model) ? ShippedModel.describe(model)
			: ModelArchive.describe(model);
	}

	/**
	 * @param model a file, or the name of a shipped model
	 * @param input how the images at hand are mapped onto what the model expects
	 * @param tools of the host
	 * @param progress is told that this begins
	 * @return owned by the caller
	 * @throws UserFailure if the model cannot be used, or a wish does not fit it
	 */
	public static Classifier classifier(final Path model,
		final InputOverrides input, final Tools tools, final Progress progress)
	{
		progress.update(Double.NaN, "Opening the model");
		final SavedClassifier saved = read(model, tools.engine());
		return classifier(saved, input.appliedTo(saved.description()), tools
			.engine());
	}

	/**
	 * @param saved what a model file holds
	 * @param preprocessing for the images at hand
	 * @param engine makes the network
	 * @return owned by the caller
	 */
	public static Classifier classifier(final SavedClassifier saved,
		final Preprocessing preprocessing, final Engine engine)
	{
		return new Classifier(saved.description().labels(), preprocessing, engine
			.load(saved.networkSpec(), saved.weights()), MemoryPlan.predictionBatch(
				engine, saved.networkSpec()), saved.description().images().sizes()
					.orElse(null), saved.unlike().orElse(null));
	}

	/**
	 * @param saved what a model file holds
	 * @param engine makes the networks
	 * @return makes heat maps; owned by the caller
	 */
	public static HeatMapper heatMapper(final SavedClassifier saved,
		final Engine engine)
	{
		return new HeatMapper(saved.description().labels(), engine, saved
			.networkSpec(), saved.weights());
	}

	/**
	 * @param model the model file or the name of a shipped model
	 * @param input how images are mapped onto what the model expects
	 * @param engine makes the networks
	 * @return draws heat maps over images; opens the model with the first one;
	 *         owned by the caller
	 */
	public static DrawnHeatMaps heatMaps(final Path model,
		final InputOverrides input, final Engine engine)
	{
		return new DrawnHeatMaps(() -> {
			final SavedClassifier saved = read(model, engine);
			return new DrawnHeatMaps.Opened(heatMapper(saved, engine), input
				.appliedTo(saved.description()));
		});
	}
}
