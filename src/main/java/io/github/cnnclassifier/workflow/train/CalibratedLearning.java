
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.evaluation.CoverageCurve;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.TemperatureFit;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.ConfidenceWish;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;

/**
 * Learns as another learning does, and then fits the confidence of the network
 * to how often it is right on the validation side. What is found is in the
 * weights of the last layer: whoever uses them gets it. The states of a run,
 * from which it goes on, know nothing of it.
 */
final class CalibratedLearning implements Learning {

	private final Learning learning;
	private final TrainingData data;
	private final StackNames stacks;
	private final Engine engine;
	private final Progress progress;

	/**
	 * @param learning how the network comes to its weights
	 * @param data with the validation side
	 * @param stacks that get one answer, for whose confidence a threshold is
	 *          searched
	 * @param engine predicts
	 * @param progress told what was found
	 */
	CalibratedLearning(final Learning learning, final TrainingData data,
		final StackNames stacks, final Engine engine, final Progress progress)
	{
		this.learning = learning;
		this.data = data;
		this.stacks = stacks;
		this.engine = engine;
		this.progress = progress;
	}

	@Override
	public NetworkSpec spec() {
		return learning.spec();
	}

	/** What was stopped is a model too, and is calibrated. */
	@Override
	public Trained train(final TrainingSettings wished, final Beginning beginning,
		final Keeper keeper) throws IOException
	{
		final Trained trained = learning.train(wished, beginning, keeper);
		final ConfidenceRecord confidence = confidence(trained);
		if (confidence.equals(ConfidenceRecord.NONE)) return trained;
		final Trained calibrated = new Trained(trained.spec(), folded(confidence,
			trained.spec(), trained.weights()), trained.settings(), trained.result(),
			confidence);
		keeper.keep(calibrated);
		return calibrated;
	}

	/** No images are left to fit anything to. */
	@Override
	public Optional<Weights> again(final Trained first, final Beginning beginning,
		final TrainingSet all, final ValidationSet none) throws IOException
	{
		final Optional<Weights> learned = learning.again(first, beginning, all,
			none);
		if (learned.isEmpty() || first.confidence().equals(ConfidenceRecord.NONE))
			return learned;
		progress.message("Calibration and threshold are those of the first run, " +
			"since no images are left to find others.");
		return learned.map(weights -> folded(first.confidence(), first.spec(),
			weights));
	}

	private static Weights folded(final ConfidenceRecord confidence,
		final NetworkSpec spec, final Weights weights)
	{
		return confidence.temperature().foldedInto(NetworkPlan.of(spec), weights);
	}

	private ConfidenceRecord confidence(final Trained trained) {
		final ConfidenceWish wish = trained.settings().confidence();
		final boolean calibrates = wish.calibrated() && hasEnough();
		if (!calibrates && !wish.isForThreshold() || samples().size() == 0)
			return ConfidenceRecord.NONE;
		final List<LabeledPrediction> predictions = predictions(trained);
		final Optional<Calibration> calibration = calibrates ? Optional.of(
			TemperatureFit.calibration(predictions)) : Optional.empty();
		calibration.ifPresent(this::tell);
		final Temperature temperature = calibration.map(Calibration::temperature)
			.orElse(Temperature.NONE);
		return new ConfidenceRecord(calibration, wish.isForThreshold() ? threshold(
			wish.accuracy(), stacks.answers(TemperatureFit.at(temperature,
				predictions))) : Optional.empty());
	}

	private SampleList samples() {
		return data.sides().validation().samples();
	}

	private boolean hasEnough() {
		final int images = samples().size();
		if (images < TemperatureFit.ENOUGH) progress.message(
			"The confidence is not calibrated and stays as the network gives it: " +
				"there are " + images + " validation images, and it takes " +
				TemperatureFit.ENOUGH + ".");
		return images >= TemperatureFit.ENOUGH;
	}

	/** Not asked for cancellation: what was stopped is calibrated, too. */
	private List<LabeledPrediction> predictions(final Trained trained) {
		try (Classifier classifier = new Classifier(new ClassLabels(data.labels()),
			data.preprocessing(), engine.load(trained.spec(), trained.weights()),
			trained.settings().batchSize(), null))
		{
			return Predictions.of(classifier, samples(), StackNames.NONE, Progress
				.none()).result().predictions();
		}
	}

	private void tell(final Calibration found) {
		progress.message(String.format(Locale.ROOT,
			"Confidence calibrated on %d validation images: temperature %.3f, log " +
				"loss %.4f instead of %.4f, calibration error %.4f instead of %.4f.",
			found.images(), found.temperature().value(), found.lossAfter(), found
				.lossBefore(), found.errorAfter(), found.errorBefore()));
	}

	private Optional<SuggestedThreshold> threshold(final double wished,
		final List<LabeledPrediction> answers)
	{
		final Optional<SuggestedThreshold> found = CoverageCurve.of(answers)
			.forAccuracy(wished);
		progress.message(found.map(t -> String.format(Locale.ROOT,
			"Threshold for wishedAccuracy=%s: %.4f. With it %.1f %% of %d validation " +
				"images got an answer, and %.2f %% of these answers were right. " +
				"threshold=auto uses it.", wished, t.threshold().least(), 100 * t
					.coverage(), t.images(), 100 * t.accuracy())).orElseGet(
						() -> "Warning: no threshold was found for wishedAccuracy=" +
							wished + ". " + reason(wished, answers.size())));
		return found;
	}

	private static String reason(final double wished, final int images) {
		final long fewest = CoverageCurve.fewest(wished);
		return images < fewest ? "To be sure of that it takes " + fewest +
			" validation images with right answers and no wrong one, and there are " +
			images + "." : "The surest of the " + images +
				" answers on the validation side are not right often enough. Wish " +
				"for less, or train with more images.";
	}
}
