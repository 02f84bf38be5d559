
package io.github.cnnclassifier.transfer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.ClassWeights;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.ValidationAnswers;

/**
 * Trains the last layer alone: all others stay as the parent had them, bit for
 * bit. Their features are computed once; the last layer is then the solution of
 * a convex problem, so that there are no epochs and no learning rate.
 */
public final class HeadTraining {

	/**
	 * What came of it.
	 *
	 * @param weights of the whole network
	 * @param figures as of a first epoch; its learning rate is 0
	 * @param answers what it says of each validation image; empty if there is
	 *          none
	 */
	public record Result(Weights weights, EpochFigures figures,
			Optional<ValidationAnswers> answers)
	{
	}

	private static final int MOST_VIEWS = 8;
	/** Of more rows, changed views add time and hardly anything else. */
	private static final int ROWS = 6000;

	private final Transfer transfer;
	private final TrainingSettings settings;
	private final Engine engine;
	private final ParentFeatures kept;
	private final Progress progress;

	/**
	 * @param transfer the network
	 * @param settings seed, augmentation and class balance are used
	 * @param engine computes features
	 * @param kept features of the same parent by the same preprocessing: those
	 *          that are there are not computed again, and the others are added
	 * @param progress shows and cancels
	 */
	public HeadTraining(final Transfer transfer, final TrainingSettings settings,
		final Engine engine, final ParentFeatures kept, final Progress progress)
	{
		this.transfer = transfer;
		this.settings = settings;
		this.engine = engine;
		this.kept = kept;
		this.progress = progress;
	}

	/**
	 * Trains. Classes that are rare among the training images may weigh more.
	 *
	 * @param training to learn from; every class has one image
	 * @param validation to measure on; may be empty, which gives NaN
	 * @return the network and its figures; the same for the same seed and batch
	 *         size, whatever features were kept
	 * @throws UserFailure if an image can no longer be read, or one at a time
	 *           does not fit the memory
	 * @throws CanceledException if the user stopped
	 */
	public Result train(final TrainingSet training,
		final ValidationSet validation)
	{
		final SampleList samples = training.samples();
		final ClassWeights weights = ClassWeights.of(settings.classBalance()
			.withoutBatches(), samples.labels(), samples.classCounts());
		weights.statement().ifPresent(progress::message);
		final SeedTree seed = new SeedTree(settings.seed()).child("head");
		final long start = System.nanoTime();
		final FeatureTable learned;
		final FeatureTable measured;
		try (Network network = engine.load(transfer.spec(), transfer.weights())) {
			learned = table(network, samples, views(samples.size()), settings
				.augmentation(), seed);
			measured = validation.samples().size() == 0 ? null : table(network,
				validation.samples(), 1, Augmentation.NONE, seed);
		}
		final long extracted = System.nanoTime();
		final HeadFit.Fitted fitted = new HeadFit(learned, weights.perClass()).fit(
			seed.child("folds"), progress);
		progress.message(String.format(Locale.ROOT,
			"Head: %d features of %d images in %.1f s%s, fitted in %.1f s with a " +
				"penalty of %s%s", learned.length(), learned.images() + validation
					.samples().size(), (extracted - start) / 1e9, reused(learned,
						measured), (System.nanoTime() - extracted) / 1e9, rounded(fitted
							.strength()), fitted.leftOut().map(HeadTraining::words).orElse(
								", the middle one, as no image can be left out to choose it.")));
		return result(fitted.head(), learned, measured, validation.samples());
	}

	private static String reused(final FeatureTable learned,
		final FeatureTable measured)
	{
		final int computed = learned.computed() + (measured == null ? 0 : measured
			.computed());
		final int all = learned.features().length + (measured == null ? 0 : measured
			.features().length);
		return computed == all ? "" : String.format(Locale.ROOT,
			" (%d of %d views of them were computed before)", all - computed, all);
	}

	private static String rounded(final double strength) {
		return new BigDecimal(strength).round(new MathContext(2))
			.stripTrailingZeros().toPlainString();
	}

	private static String words(final HeadFit.LeftOut leftOut) {
		return String.format(Locale.ROOT,
			"; of %d images that were left out, %.0f %% are right in the mean over " +
				"classes.", leftOut.images(), 100 * leftOut.accuracy());
	}

	private FeatureTable table(final Network network, final SampleList samples,
		final int views, final Augmentation augmentation, final SeedTree seed)
	{
		return FeatureTable.of(network, transfer.spec().input(), samples, views,
			augmentation, MemoryPlan.predictionBatch(engine, transfer.spec()), kept
				.seed(seed.child("views")), kept, progress);
	}

	private int views(final int images) {
		return settings.augmentation().isNone() ? 1 : Math.max(1, Math.min(
			MOST_VIEWS, ROWS / images));
	}

	private Result result(final LinearHead head, final FeatureTable learned,
		final FeatureTable measured, final SampleList validation)
	{
		int right = 0;
		double loss = 0;
		final int images = measured == null ? 0 : measured.images();
		final int[] predicted = new int[images];
		final float[] confidences = new float[images];
		for (int i = 0; i < images; i++) {
			final Prediction prediction = head.predict(measured.unchanged(i));
			final int label = measured.labels()[i];
			loss += prediction.crossEntropy(label);
			predicted[i] = prediction.labelIndex();
			confidences[i] = prediction.confidence();
			if (predicted[i] == label) right++;
		}
		double trainingLoss = 0;
		for (int i = 0; i < learned.images(); i++)
			trainingLoss += head.predict(learned.unchanged(i)).crossEntropy(learned
				.labels()[i]);
		return new Result(transfer.with(head), new EpochFigures(1, trainingLoss /
			learned.images(), loss / images, (double) right / images, 0), images == 0
				? Optional.empty() : Optional.of(new ValidationAnswers(validation,
					transfer.spec().input(), predicted, confidences)));
	}
}
