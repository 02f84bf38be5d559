
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.evaluation.LikelyWrongLabels;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LikelyWrongFiles;
import io.github.cnnclassifier.report.PredictionTable;
import io.github.cnnclassifier.workflow.ErrorThumbnails;
import io.github.cnnclassifier.workflow.ReportPictures;
import io.github.cnnclassifier.workflow.StackNames;

/** Labels that are likely wrong, from a table of predictions. */
public final class FindWrongLabels {

	/**
	 * What is asked for.
	 *
	 * @param predictions the {@code predictions.csv} of a cross-validation
	 * @param images the labeled images that it is of, to show pictures; empty for
	 *          none
	 * @param output folder for the list and a page
	 * @param overwrite whether existing files may be replaced
	 */
	public record Request(Path predictions, Optional<Path> images, Path output,
			boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param labels the classes of the table
	 * @param found by rank; may be empty
	 * @param images how many have a prediction
	 * @param places of the images of the labels that were found, by name, as far
	 *          as the images are known and are files
	 */
	public record Result(ClassLabels labels, List<LikelyWrongLabel> found,
			long images, Map<String, ImagePlace> places)
	{
	}

	private final ImageReader reader;
	private final Progress progress;

	/**
	 * @param reader opens the images
	 * @param progress shows and cancels
	 */
	public FindWrongLabels(final ImageReader reader, final Progress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	/**
	 * Finds them.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the output would replace what is read
	 * @throws UserFailure if the table is none, the images are missing, or the
	 *           output exists or cannot be written
	 * @throws CanceledException if the user stopped; the list is written all the
	 *           same, without pictures
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request request) throws IOException {
		LikelyWrongFiles.requireWritable(request.output(), request.overwrite(),
			request.predictions());
		final PredictionTable table = PredictionTable.readLabeled(request
			.predictions());
		if (!table.outOfFold()) progress.message("Warning: '" + request
			.predictions() +
			"' is not of a cross-validation. Images that the model " +
			"was trained with fit it whatever their label: wrong labels among these " +
			"are not found.");
		final List<HeldOutPrediction> predictions = table.predictions();
		final List<LikelyWrongLabel> found = LikelyWrongLabels.of(table.labels(),
			predictions);
		final ReportPictures pictures = new ReportPictures();
		final List<Sample> samples = request.images().isEmpty() ? List.of()
			: LabeledImages.openAsFound(request.images().get(), reader, Set.of(),
				PlanePolicy.EACH).samples();
		final Map<String, ItemOutcome<SampleImage>> thumbnails = pictures.drawn(
			() -> pictures(request, samples, found));
		LikelyWrongFiles.write(request.output(), "Predictions in '" + request
			.predictions().toAbsolutePath().normalize().getFileName() + "'" + pictures
				.missing().map(missing -> ". " + missing).orElse(""), table.labels(),
			found, thumbnails);
		pictures.requireUnstopped(LikelyWrongFiles.page(request.output()),
			progress);
		return new Result(table.labels(), found, predictions.stream().map(
			held -> held.labeled().name()).distinct().count(), places(samples,
				found));
	}

	private static Map<String, ImagePlace> places(final List<Sample> samples,
		final List<LikelyWrongLabel> found)
	{
		final Set<String> wanted = new HashSet<>();
		found.forEach(label -> wanted.add(label.name()));
		final Map<String, ImagePlace> places = new HashMap<>();
		for (final Sample sample : samples) {
			final String stack = sample.source().stack();
			final String name = wanted.contains(sample.name()) ? sample.name()
				: stack;
			if (name != null && wanted.contains(name)) sample.source().place()
				.ifPresent(place -> places.putIfAbsent(name, place));
		}
		return places;
	}

	private Map<String, ItemOutcome<SampleImage>> pictures(final Request request,
		final List<Sample> samples, final List<LikelyWrongLabel> found)
	{
		if (request.images().isEmpty()) return Map.of();
		final List<String> names = LikelyWrongFiles.pictured(found);
		// a table of stacks has their names, one of planes those of the planes
		final boolean planes = samples.stream().anyMatch(sample -> names.contains(
			sample.name()));
		final Map<String, ItemOutcome<SampleImage>> pictures = ErrorThumbnails
			.ofSamples(names, samples, planes ? StackNames.of(null, List.of())
				: StackNames.of(PlanePolicy.AVERAGE, samples), progress);
		if (pictures.size() < names.stream().distinct().count()) progress.message(
			"Of " + (names.stream().distinct().count() - pictures.size()) +
				" images there is no picture: '" + request.images().get() +
				"' has none of that name.");
		return pictures;
	}
}
