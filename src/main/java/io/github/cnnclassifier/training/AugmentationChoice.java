
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.augment.AutomaticAugmentation;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** Has the images of the training side choose what was left to them. */
final class AugmentationChoice {

	/** As many show all that matters, and are read in seconds. */
	private static final int MOST_IMAGES = 2000;

	private AugmentationChoice() {}

	/**
	 * @param settings of a run
	 * @param training its images
	 * @param shape of one input
	 * @param progress told what was chosen and why, and asked for cancellation
	 * @return the settings with an augmentation that is not automatic
	 * @throws io.github.cnnclassifier.failure.UserFailure if an image can no
	 *           longer be read
	 */
	static TrainingSettings made(final TrainingSettings settings,
		final TrainingSet training, final InputShape shape, final Progress progress)
	{
		if (!settings.augmentation().isAutomatic()) return settings;
		final SampleList samples = training.samples();
		final AutomaticAugmentation automatic = new AutomaticAugmentation(shape
			.channels(), shape.height(), shape.width(), samples.labels().size());
		final int used = Math.min(samples.size(), MOST_IMAGES);
		for (int i = 0; i < used; i++) {
			progress.checkCanceled();
			progress.update((double) i / used,
				"Looking whether the images have an up and down");
			// evenly over all, which are sorted by class
			final int sample = (int) ((long) i * samples.size() / used);
			automatic.add(Inputs.read(samples, sample), samples.labelIndex(sample));
		}
		final AutomaticAugmentation.Choice choice = automatic.choose(new SeedTree(
			settings.seed()).child("augmentation"));
		progress.message(choice.reason());
		return settings.augmentedBy(choice.augmentation());
	}
}
