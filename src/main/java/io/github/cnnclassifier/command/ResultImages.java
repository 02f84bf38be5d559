
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.imagej.reader.OriginalImages;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.MappedPicture;
import io.github.cnnclassifier.ui.ResultsDialog;
import io.github.cnnclassifier.ui.ResultsWindow;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.EvaluatedImages;

/** What becomes of an evaluation that a person has asked for in a dialog. */
final class ResultImages {

	private static final int MAP_SIDE = 512;

	/** Finds the images. */
	@FunctionalInterface
	interface Images {

		/**
		 * @return the images behind the numbers
		 * @throws IOException if a list beside them cannot be read
		 */
		EvaluatedImages find() throws IOException;
	}

	private ResultImages() {}

	/**
	 * Says where the report is, if there is one, and offers to open it and the
	 * window of the images, if somebody is there to ask.
	 *
	 * @param page that was written; empty if none was
	 * @param asks whether a person has filled the dialog of the command
	 * @param images behind the numbers, made only if they are wanted
	 * @param map draws what the network looked at; empty if nothing can
	 * @param progress is told
	 * @throws IOException if the list of corrections cannot be read
	 */
	static void offer(final Optional<Path> page, final boolean asks,
		final Images images, final Optional<MappedPicture> map,
		final Progress progress) throws IOException
	{
		final Optional<Path> full = page.map(p -> p.toAbsolutePath().normalize());
		full.ifPresent(p -> progress.message("The report is in '" + p + "'."));
		if (!asks) return;
		final ResultsDialog.Answer answer = new ResultsDialog().ask(full);
		if (full.isPresent() && (answer == ResultsDialog.Answer.REPORT ||
			answer == ResultsDialog.Answer.BOTH)) WrittenReport.open(full.get(),
				progress);
		if (answer == ResultsDialog.Answer.IMAGES ||
			answer == ResultsDialog.Answer.BOTH) show(images.find(), ImageChoice.ALL,
				map);
	}

	/**
	 * Opens the window; only where there is a display.
	 *
	 * @param images behind the numbers
	 * @param choice those that are shown first
	 * @param map draws what the network looked at; empty if nothing can
	 * @throws IOException if the list of corrections cannot be read
	 */
	static void show(final EvaluatedImages images, final ImageChoice choice,
		final Optional<MappedPicture> map) throws IOException
	{
		ResultsWindow.open(images, choice, new CorrectionSession(images, System
			.getProperty("user.name", ""), Clock.systemUTC()), map,
			position -> openOriginal(images, position, map));
	}

	private static void openOriginal(final EvaluatedImages images,
		final int position, final Optional<MappedPicture> map) throws IOException
	{
		final Optional<ImagePlace> place = images.place(position);
		if (place.isPresent()) OriginalImages.show(place.get());
		else OriginalImages.show(images.read(position), images.prediction(position)
			.name());
		if (map.isPresent()) OriginalImages.showMap(map.get().over(images.read(
			position), images.prediction(position).predicted(), MAP_SIDE), images
				.prediction(position).name());
	}
}
