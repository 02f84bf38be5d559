
package io.github.cnnclassifier.training;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Everything about a training run that is not the data and not the network.
 * Lengths may be {@link #AUTOMATIC}; {@link #resolved} chooses these, and only
 * complete settings train.
 *
 * @param epochs the most passes over the training side, 1 to 10000, or
 *          automatic
 * @param batchSize samples of one step, 1 to 4096, or automatic
 * @param learningRate the highest rate of the schedule, above 0, at most 1
 * @param optimizer the rule by which weights learn
 * @param schedule how the learning rate changes
 * @param patienceEpochs how many epochs without a better figure on the
 *          validation side are waited for before stopping, at least 1;
 *          automatic: the run goes to its end, since most is gained there, when
 *          the learning rate falls
 * @param augmentation random changes of the training images, or automatic
 * @param softLabels whether labels are softer than one class
 * @param classBalance what is done about classes that have more images
 * @param bestBy the figure that tells which epochs are better
 * @param exact whether a second run must give the same weights bit for bit
 * @param seed of everything random in the run
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate,
		Optimizer optimizer, LearningRateSchedule schedule, int patienceEpochs,
		Augmentation augmentation, SoftLabels softLabels, ClassBalance classBalance,
		BestBy bestBy, boolean exact, long seed)
{

	/** A length that is chosen by the number of training images. */
	public static final int AUTOMATIC = 0;

	/** Chosen on the validation side of MNIST. */
	public static final double DEFAULT_LEARNING_RATE = 0.002;

	/**
	 * AdamW, with a weight decay that is small enough to never hurt, see
	 * Loshchilov and Hutter, 2019.
	 */
	public static final AdamW DEFAULT_OPTIMIZER = new AdamW(0.01);

	private static final int MOST_EPOCHS = 10_000;
	private static final int MOST_IN_A_BATCH = 4096;

	private static final int SMALLEST_BATCH = 8;
	private static final int LARGEST_BATCH = 64;
	private static final int STEPS_OF_AN_EPOCH = 16;

	/** Training images that a run without an explicit length passes, about. */
	private static final int IMAGES_OF_A_RUN = 300_000;

	/** @throws WrongUsage if a number is out of its range */
	public TrainingSettings {
		if (epochs < 0 || epochs > MOST_EPOCHS) throw new WrongUsage(
			"Expected epochs from 0 (automatic) to " + MOST_EPOCHS + ", found " +
				epochs + ".");
		if (batchSize < 0 || batchSize > MOST_IN_A_BATCH) throw new WrongUsage(
			"Expected batchSize from 0 (automatic) to " + MOST_IN_A_BATCH +
				", found " + batchSize + ".");
		if (!(learningRate > 0 && learningRate <= 1)) throw new WrongUsage(
			"Expected learningRate above 0 and at most 1, found " + learningRate +
				".");
		if (patienceEpochs < 0) throw new WrongUsage(
			"Expected patienceEpochs of 0 (automatic) or more, found " +
				patienceEpochs + ".");
	}

	/**
	 * With labels as they are, an automatic balance of classes, and the epoch
	 * with the lowest validation loss as the best.
	 *
	 * @param epochs 1 to 10000, or automatic
	 * @param batchSize 1 to 4096, or automatic
	 * @param learningRate above 0, at most 1
	 * @param optimizer the rule by which weights learn
	 * @param schedule how the learning rate changes
	 * @param patienceEpochs at least 1, or automatic
	 * @param augmentation random changes of the training images
	 * @param exact whether a second run must give the same weights bit for bit
	 * @param seed of everything random
	 */
	public TrainingSettings(final int epochs, final int batchSize,
		final double learningRate, final Optimizer optimizer,
		final LearningRateSchedule schedule, final int patienceEpochs,
		final Augmentation augmentation, final boolean exact, final long seed)
	{
		this(epochs, batchSize, learningRate, optimizer, schedule, patienceEpochs,
			augmentation, SoftLabels.NONE, ClassBalance.AUTO, BestBy.LOSS, exact,
			seed);
	}

	/**
	 * With the default optimizer and schedule and an automatic patience.
	 *
	 * @param epochs 1 to 10000, or automatic
	 * @param batchSize 1 to 4096, or automatic
	 * @param learningRate above 0, at most 1
	 * @param augmentation random changes of the training images
	 * @param exact whether a second run must give the same weights bit for bit
	 * @param seed of everything random
	 */
	public TrainingSettings(final int epochs, final int batchSize,
		final double learningRate, final Augmentation augmentation,
		final boolean exact, final long seed)
	{
		this(epochs, batchSize, learningRate, DEFAULT_OPTIMIZER,
			LearningRateSchedule.Cosine.DEFAULT, AUTOMATIC, augmentation, exact,
			seed);
	}

	/** @return whether nothing is automatic any more */
	public boolean isComplete() {
		return epochs != AUTOMATIC && batchSize != AUTOMATIC &&
			patienceEpochs != AUTOMATIC && !augmentation.isAutomatic();
	}

	/**
	 * Chooses the lengths that are automatic: many passes over few images, few
	 * over many; batches of up to 64, which keeps two cores busy, smaller ones
	 * for few images, so that an epoch has enough steps; a patience as long as
	 * the run.
	 *
	 * @param trainingImages on the training side, at least 1
	 * @return settings that are complete but for an automatic augmentation; what
	 *         was not automatic is as it was
	 */
	public TrainingSettings resolved(final int trainingImages) {
		final int length = epochs != AUTOMATIC ? epochs : Math.max(6, Math.min(60,
			IMAGES_OF_A_RUN / trainingImages));
		final int batch = batchSize != AUTOMATIC ? batchSize : Math.max(
			SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer.highestOneBit(Math.max(1,
				trainingImages / STEPS_OF_AN_EPOCH))));
		final int patience = patienceEpochs != AUTOMATIC ? patienceEpochs : length;
		return with(draft -> {
			draft.epochs = length;
			draft.batchSize = batch;
			draft.patienceEpochs = patience;
		});
	}

	private TrainingSettings with(final Consumer<SettingsDraft> change) {
		final SettingsDraft draft = new SettingsDraft(this);
		change.accept(draft);
		return draft.made();
	}

	/**
	 * @param samples 1 to 4096
	 * @return these settings with that batch size
	 */
	public TrainingSettings inBatchesOf(final int samples) {
		return with(draft -> draft.batchSize = samples);
	}

	/**
	 * @param chosen not automatic
	 * @return these settings with that augmentation
	 */
	public TrainingSettings augmentedBy(final Augmentation chosen) {
		return with(draft -> draft.augmentation = chosen);
	}

	/**
	 * @param other of everything random in the run
	 * @return these settings with that seed
	 */
	public TrainingSettings seededBy(final long other) {
		return with(draft -> draft.seed = other);
	}

	/**
	 * @param rate above 0, at most 1
	 * @return these settings with that highest learning rate
	 */
	public TrainingSettings atRate(final double rate) {
		return with(draft -> draft.learningRate = rate);
	}

	/**
	 * @param length 1 to 10000
	 * @return these settings for a run of that length, which goes to its end
	 */
	public TrainingSettings forEpochs(final int length) {
		return with(draft -> {
			draft.epochs = length;
			draft.patienceEpochs = length;
		});
	}

	/**
	 * @param length 1 to 10000
	 * @return these settings for a run of that length; a patience that somebody
	 *         has chosen stays, else the run goes to its end
	 */
	public TrainingSettings lasting(final int length) {
		return patienceEpochs == AUTOMATIC ? forEpochs(length) : with(
			draft -> draft.epochs = length);
	}

	/**
	 * @param chosen the rule by which weights learn
	 * @return these settings with that optimizer
	 */
	public TrainingSettings withOptimizer(final Optimizer chosen) {
		return with(draft -> draft.optimizer = chosen);
	}

	/**
	 * @param chosen how the learning rate changes
	 * @return these settings with that schedule
	 */
	public TrainingSettings withSchedule(final LearningRateSchedule chosen) {
		return with(draft -> draft.schedule = chosen);
	}

	/**
	 * @param epochsToWait at least 1, or automatic
	 * @return these settings with that patience
	 */
	public TrainingSettings withPatience(final int epochsToWait) {
		return with(draft -> draft.patienceEpochs = epochsToWait);
	}

	/**
	 * @param chosen whether labels are softer than one class
	 * @return these settings with such labels
	 */
	public TrainingSettings withSoftLabels(final SoftLabels chosen) {
		return with(draft -> draft.softLabels = chosen);
	}

	/**
	 * @param chosen what is done about classes that have more images
	 * @return these settings with that balance
	 */
	public TrainingSettings withClassBalance(final ClassBalance chosen) {
		return with(draft -> draft.classBalance = chosen);
	}

	/**
	 * @param chosen the figure that tells which epochs are better
	 * @return these settings with that figure
	 */
	public TrainingSettings withBestBy(final BestBy chosen) {
		return with(draft -> draft.bestBy = chosen);
	}

	/**
	 * @param frozen names of weights that do not learn
	 * @return what the engine is to know of these settings
	 */
	TrainingOptions options(final Set<String> frozen) {
		return new TrainingOptions(new SeedTree(seed).child("network").seed(),
			optimizer, frozen, exact);
	}

	/**
	 * @return all but the seed, by name, as it is written to model files; in a
	 *         fixed order
	 */
	public Map<String, String> entries() {
		return SettingsEntries.write(this);
	}

	/**
	 * The other way from {@link #entries()}, also for those of older versions:
	 * what these did not write has the value that it had then.
	 *
	 * @param entries settings by name; others among them are of no interest
	 * @param seed of everything random in the run
	 * @return equal to those that were written
	 * @throws UserFailure if an entry cannot be understood, for instance as it is
	 *           of a newer version
	 */
	public static TrainingSettings read(final Map<String, String> entries,
		final long seed)
	{
		return new SettingsEntries(entries).read(seed);
	}
}
