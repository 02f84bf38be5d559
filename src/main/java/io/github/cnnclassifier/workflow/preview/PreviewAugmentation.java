
package io.github.cnnclassifier.workflow.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmenter;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PixelSizeUse;

/** Shows what random changes make of one image, as a network would see it. */
public final class PreviewAugmentation {

	private static final int MOST_COPIES = 99;

	/**
	 * What is asked for.
	 *
	 * @param image any
	 * @param model a model file or the name of a shipped model, whose input is
	 *          shown; empty to choose the input as a training with this one image
	 *          would
	 * @param input how the image is mapped onto what the model expects; without a
	 *          model the channels and the range to choose, and no wish for the
	 *          pixel size
	 * @param augmentation to show
	 * @param seed of the changes
	 * @param copies how many changed ones to show, 1 to 99
	 */
	public record Request(SampleImage image, Optional<Path> model,
			InputOverrides input, Augmentation augmentation, long seed, int copies)
	{

		/**
		 * @throws WrongUsage if the number of copies is out of range, or there is a
		 *           wish for the pixel size without a model
		 */
		public Request {
			if (copies < 1 || copies > MOST_COPIES) throw new WrongUsage(
				"Expected copies from 1 to " + MOST_COPIES + ", found " + copies + ".");
			if (model.isEmpty() && input.pixelSize() != PixelSizeUse.AUTO)
				throw new WrongUsage("Expected a model for pixelSize=" + input.words()
					.get("pixelSize") +
					", found none. Name the model whose pixel size counts, or leave " +
					"pixelSize out.", Mend.of("Leave it out", "pixelSize", "auto"));
		}
	}

	/**
	 * What came of it.
	 *
	 * @param sheet the unchanged input first, then the changed ones; the same
	 *          seed gives the same sheet
	 */
	public record Result(InputSheet sheet) {
	}

	private final Progress progress;

	/** @param progress shows and cancels */
	public PreviewAugmentation(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * Draws the changes.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used or the image does not fit
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request) {
		final InputOverrides options = request.input();
		final PreprocessImage.Input input = new PreprocessImage(progress).run(
			new PreprocessImage.Request(List.of(request.image()), request.model(),
				options, new PreprocessingOptions(null, null, options.channelRule(),
					options.range()))).first();
		final Preprocessing p = input.preprocessing();
		final Augmenter augmenter = new Augmenter(request.augmentation());
		final SeedTree seed = new SeedTree(request.seed()).child(
			"augmentation preview");
		final List<float[]> cells = new ArrayList<>(List.of(input.values()));
		for (int copy = 1; copy <= request.copies(); copy++) {
			progress.checkCanceled();
			final float[] changed = new float[input.values().length];
			augmenter.apply(input.values(), p.channels(), p.height(), p.width(), seed
				.child(copy).random(), changed);
			cells.add(changed);
		}
		return new Result(InputSheet.of(cells, p.channels(), p.height(), p
			.width()));
	}
}
