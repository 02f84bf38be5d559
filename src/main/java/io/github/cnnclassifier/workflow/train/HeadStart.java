
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.transfer.Parent;

/**
 * Decides where a training begins, when the images are known.
 *
 * @param parent whose layers are used; empty for random weights
 * @param reason a whole sentence
 */
record HeadStart(Optional<Parent> parent, String reason) {

	/**
	 * @param choice what the user wants
	 * @param network what the user wants, for random weights
	 * @param samples of the training and validation sides
	 * @param engine checks the parent
	 */
	static HeadStart of(final StartChoice choice, final NetworkChoice network,
		final List<SurveyedSample> samples, final Engine engine)
	{
		return switch (choice.kind()) {
			case SCRATCH -> scratch("as asked for");
			case BACKBONE -> backbone("as asked for", engine);
			case MODEL -> from(choice.model(), engine);
			case AUTO -> auto(network, samples, engine);
		};
	}

	/**
	 * What a parent has learned is bound to its layers.
	 *
	 * @throws WrongUsage if layers are to be adjusted that are taken from a
	 *           parent
	 */
	static void requireNoAdjustments(final StartChoice choice,
		final NetworkChoice network)
	{
		if (network.adjustments().isNone()) return;
		if (choice.kind() == StartChoice.Kind.BACKBONE || choice
			.kind() == StartChoice.Kind.MODEL) throw new WrongUsage(
				"Expected start=scratch or start=auto together with " + network
					.adjustments() + ", found start=" + choice +
					", whose layers stay as they were learned. Leave out one of both.");
	}

	private static HeadStart auto(final NetworkChoice network,
		final List<SurveyedSample> samples, final Engine engine)
	{
		if (!network.equals(NetworkChoice.DEFAULT)) return scratch("since " +
			network + " was asked for");
		final DefaultStart chosen = DefaultStart.of(DefaultStart.Images.of(
			samples));
		return chosen.backbone() ? backbone(chosen.reason(), engine) : scratch(
			chosen.reason());
	}

	private static HeadStart scratch(final String why) {
		return new HeadStart(Optional.empty(),
			"Training starts from random weights, " + why + ".");
	}

	private static HeadStart backbone(final String why, final Engine engine) {
		final SavedClassifier backbone = ShippedModel.read(Path.of(
			ShippedModel.BACKBONE), engine);
		return new HeadStart(Optional.of(new Parent(ShippedModel.BACKBONE,
			ModelFingerprint.of(backbone), backbone)),
			"Training starts from the backbone that comes along, " + why +
				" (start=scratch starts from random weights). The size of its input and " +
				"its normalization are taken over where nothing else was asked for.");
	}

	private static HeadStart from(final Path model, final Engine engine) {
		final SavedClassifier parent = ShippedModel.isNamed(model) ? ShippedModel
			.read(model, engine) : ModelArchive.read(model, engine);
		return new HeadStart(Optional.of(new Parent(model.getFileName().toString(),
			ModelFingerprint.of(parent), parent)),
			"Training starts from what the model '" + model +
				"' learned, which tells apart: " + String.join(", ", first(parent
					.description().labels().names())) +
				". The size of its input and its normalization are taken over where " +
				"nothing else was asked for.");
	}

	private static List<String> first(final List<String> names) {
		final int most = 10;
		if (names.size() <= most) return names;
		final String[] some = Arrays.copyOf(names.toArray(String[]::new), most + 1);
		some[most] = "and " + (names.size() - most) + " more";
		return List.of(some);
	}

	/**
	 * @param options what the user decided about preprocessing
	 * @return the same, and what the parent learned with where nothing was
	 *         decided: the size of its input and its normalization
	 */
	PreprocessingOptions completed(final PreprocessingOptions options) {
		if (parent.isEmpty()) return options;
		final Preprocessing learned = parent.get().classifier().description()
			.preprocessing();
		final boolean sized = options.width() != null || options.height() != null;
		final Normalization rule = learned.intensity().normalization();
		final boolean fixed = options.normalization() != null || options
			.range() != null && rule.isPerImage();
		return new PreprocessingOptions(sized ? options.width() : Integer.valueOf(
			learned.width()), sized ? options.height() : Integer.valueOf(learned
				.height()), options.channelRule(), options.range(), options.resize(),
			options.pixelSize(), fixed ? options.normalization() : rule);
	}
}
