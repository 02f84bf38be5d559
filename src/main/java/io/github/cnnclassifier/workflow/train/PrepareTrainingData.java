
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.transfer.FrozenFeatures;
import io.github.cnnclassifier.workflow.FoundImages;

/**
 * From labeled images to sides that are ready for a network: found, read once,
 * grouped, divided, and their preprocessing chosen.
 */
public final class PrepareTrainingData {

	/** Decides about preprocessing when the images are known. */
	@FunctionalInterface
	public interface InputChoice {

		/**
		 * @param samples of the training and validation sides
		 * @return what is not left to be chosen from the images
		 */
		PreprocessingOptions of(List<SurveyedSample> samples);
	}

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param planes what becomes of stacks; not the current plane
	 * @param groups which images belong together
	 * @param allowLeak whether they may be divided where there is no other way
	 * @param fractions of each class, where the data set declares no sides
	 * @param former a split to keep; empty for a new one
	 * @param parents what the training starts from; none if nothing is measured
	 *          on images that are held out
	 * @param seed of the split
	 * @param input decides about preprocessing what is not left to the images
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record DataRequest(Path images, Set<String> exclude,
			PlanePolicy planes, GroupingRule groups, boolean allowLeak,
			SplitFractions fractions, Optional<FormerSplit> former, Parents parents,
			long seed, InputChoice input, Optional<Path> cacheFolder,
			CorrectionUse corrections)
	{

		/** For a training that starts from no model of the user's. */
		public DataRequest(final Path images, final Set<String> exclude,
			final PlanePolicy planes, final GroupingRule groups,
			final boolean allowLeak, final SplitFractions fractions,
			final Optional<FormerSplit> former, final long seed,
			final InputChoice input, final Optional<Path> cacheFolder,
			final CorrectionUse corrections)
		{
			this(images, exclude, planes, groups, allowLeak, fractions, former,
				Parents.NONE, seed, input, cacheFolder, corrections);
		}
	}

	private final ImageReader reader;
	private final GroupQuestion question;
	private final Progress progress;
	private final Consumer<Survey> check;

	/**
	 * @param reader opens image files
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public PrepareTrainingData(final ImageReader reader,
		final GroupQuestion question, final Progress progress)
	{
		this(reader, question, survey -> {}, progress);
	}

	/** @param check looks at what was read before it is divided; may throw */
	PrepareTrainingData(final ImageReader reader, final GroupQuestion question,
		final Consumer<Survey> check, final Progress progress)
	{
		this.reader = reader;
		this.question = question;
		this.check = check;
		this.progress = progress;
	}

	/**
	 * Reads every image once.
	 *
	 * @param request what is asked for
	 * @return the data, closed by the caller when the last network has been
	 *         trained on it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if the images do not allow it
	 * @throws CanceledException if the user stopped, or did not want guessed
	 *           groups
	 */
	public TrainingData run(final DataRequest request) {
		final DividedData divided = divide(request);
		return TrainingData.of(divided.survey(), divided.grouping(), divided
			.split(), request.input(), request.cacheFolder(), new FrozenFeatures(),
			progress);
	}

	/**
	 * Reads every image once, and prepares nothing.
	 *
	 * @param request what is asked for; its input and cache do not matter
	 * @return the images and their sides
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if the images do not allow it
	 * @throws CanceledException if the user stopped, or did not want guessed
	 *           groups
	 */
	public DividedData divide(final DataRequest request) {
		final LabeledImages images = LabeledImages.open(request.images(), reader,
			request.exclude(), request.planes(), request.corrections());
		FoundImages.tell(images, progress);
		final Grouping wished = request.groups().apply(images);
		progress.message((wished.isDoubtful() ? "Warning: " : "") + wished
			.statement());
		final Survey survey = Survey.of(images, progress);
		check.accept(survey);
		final SplitDecision.Divided divided = new SplitDecision(request, question,
			progress).of(survey, wished);
		return new DividedData(survey, divided.grouping(), divided.split());
	}
}
