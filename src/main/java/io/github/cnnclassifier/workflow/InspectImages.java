
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import io.github.cnnclassifier.report.InspectionFiles;
import io.github.cnnclassifier.storage.Outputs;

/** What there is to know of labeled images before a training. */
public final class InspectImages {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images, or a folder of images without classes
	 * @param exclude classes to leave out
	 * @param groups which images belong together
	 * @param planes what becomes of stacks
	 * @param output folder for tables, contact sheets and a page; empty for none
	 * @param overwrite whether existing files may be replaced
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, GroupingRule groups,
			PlanePolicy planes, Optional<Path> output, boolean overwrite,
			CorrectionUse corrections)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param audit what was found
	 */
	public record Result(DataAudit audit) {
	}

	private final ImageReader reader;
	private final Progress progress;

	/**
	 * @param reader opens the images
	 * @param progress shows and cancels
	 */
	public InspectImages(final ImageReader reader, final Progress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	/**
	 * Inspects. Images that training would refuse are findings, not failures.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if a class to exclude does not exist, or files have no
	 *           such planes
	 * @throws UserFailure if the source is missing, empty or not of a known form,
	 *           or the output cannot be written
	 * @throws CanceledException if the user asked to stop; nothing is written
	 *           then
	 * @throws IOException if a file cannot be written
	 */
	public Result run(final Request request) throws IOException {
		final Optional<Path> output = request.output();
		if (output.isPresent()) {
			Outputs.requireWritableFolder(output.get());
			Outputs.requireOutside(output.get(), request.images());
		}
		final LabeledImages images = LabeledImages.openAsFound(request.images(),
			reader, request.exclude(), request.planes(), request.corrections());
		final List<String> labels = images.labels();
		progress.message("Found " + images.samples().size() + " images" + (labels
			.contains(LabeledImages.NO_CLASS) ? "." : " of " + labels.size() + (labels
				.size() == 1 ? " class." : " classes.")));
		FoundImages.tellCorrections(images, progress);
		if (output.isPresent()) InspectionFiles.requireWritable(output.get(),
			labels, request.overwrite(), request.images());
		final DataAudit audit = DataAudit.of(images, request.groups(), output
			.isPresent() ? InspectionFiles.THUMBNAIL_SIDE : 0, progress);
		if (output.isPresent()) {
			progress.update(Double.NaN, "Drawing contact sheets");
			InspectionFiles.write(output.get(), audit);
		}
		return new Result(audit);
	}
}
