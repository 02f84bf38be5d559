
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * A look at labeled images before a training: each is read once, and those that
 * training would refuse are told, not refused.
 */
public final class PreviewTraining {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param planes what becomes of stacks
	 * @param corrections whether a list of corrections beside the images counts
	 * @param before an earlier look, whose images are not read again if they are
	 *          the same ones; empty to read all
	 */
	public record Request(Path images, PlanePolicy planes,
			CorrectionUse corrections, Optional<TrainingPreview> before)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param preview what was seen
	 */
	public record Result(TrainingPreview preview) {
	}

	private final ImageReader reader;
	private final Progress progress;

	/**
	 * @param reader opens the images
	 * @param progress shows and cancels
	 */
	public PreviewTraining(final ImageReader reader, final Progress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	/**
	 * Looks.
	 *
	 * @param request what is asked for
	 * @return what was seen
	 * @throws WrongUsage if files have no such planes
	 * @throws UserFailure if the source is missing, empty or not of a known form
	 * @throws CanceledException if the user asked to stop
	 */
	public Result run(final Request request) {
		progress.update(Double.NaN, "Looking for images");
		final LabeledImages images = LabeledImages.openAsFound(request.images(),
			reader, Set.of(), request.planes(), request.corrections());
		progress.checkCanceled();
		final GroupingRule groups = GroupingRule.parse(GroupingRule.AUTO);
		final DataAudit audit = request.before().filter(before -> before.shows(
			request.images(), request.planes())).map(before -> before.audit().again(
				images, groups, progress)).orElseGet(() -> DataAudit.of(images, groups,
					0, progress));
		return new Result(new TrainingPreview(request.images(), request.planes(),
			request.corrections(), audit));
	}
}
