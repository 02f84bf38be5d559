
package io.github.cnnclassifier.command;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import ij.IJ;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.CommandRun;
import io.github.cnnclassifier.imagej.reader.OriginalImages;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.MappedPicture;
import io.github.cnnclassifier.ui.NotDone;
import io.github.cnnclassifier.ui.ResultsDialog;
import io.github.cnnclassifier.ui.ResultsWindow;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.Spending;

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

	/**
	 * What there is to look at after an evaluation.
	 *
	 * @param spending what it costs to correct the images
	 * @param images behind the numbers, made only if they are wanted
	 * @param validation the validation images of the same model, evaluated only
	 *          if they are wanted; empty if it has none
	 * @param map draws what the network looked at; empty if nothing can
	 */
	record Offer(Spending spending, Images images, Optional<Images> validation,
			Optional<MappedPicture> map)
	{
	}

	private ResultImages() {}

	/**
	 * Says where the report is, if there is one, and offers to open it and the
	 * window of the images, if somebody is there to ask.
	 *
	 * @param page that was written; empty if none was
	 * @param command that has evaluated
	 * @param offer what there is to look at
	 * @param progress is told
	 * @throws IOException if the list of corrections cannot be read
	 */
	static void offer(final Optional<Path> page, final ClassifierCommand command,
		final Offer offer, final Progress progress) throws IOException
	{
		final Optional<Path> full = page.map(p -> p.toAbsolutePath().normalize());
		full.ifPresent(p -> progress.message("The report is in '" + p + "'."));
		if (!command.isFromDialog()) return;
		final ResultsDialog.Answer answer = CommandRun.askWhenDone(command,
			() -> new ResultsDialog().ask(full, offer.spending(), offer.validation()
				.isPresent()));
		if (full.isPresent() && (answer == ResultsDialog.Answer.REPORT ||
			answer == ResultsDialog.Answer.BOTH)) WrittenReport.open(full.get(),
				progress);
		if (answer == ResultsDialog.Answer.IMAGES ||
			answer == ResultsDialog.Answer.BOTH) show(offer.images().find(),
				ImageChoice.ALL, offer.spending(), offer.map());
		if (answer == ResultsDialog.Answer.VALIDATION) showValidation(offer,
			progress);
	}

	/** What was evaluated before stays, whatever becomes of these. */
	private static void showValidation(final Offer offer, final Progress progress)
		throws IOException
	{
		try {
			show(offer.validation().orElseThrow().find(), ImageChoice.ALL,
				Spending.NOTHING, offer.map());
		}
		catch (final CanceledException e) {
			progress.message("The validation images are not shown: it was stopped.");
		}
		catch (final UserFailure e) {
			progress.message("The validation images are not shown: " + e
				.getMessage());
			EventQueue.invokeLater(() -> NotDone.show(IJ.getInstance(), e
				.getMessage()));
		}
	}

	/**
	 * Opens the window; only where there is a display.
	 *
	 * @param images behind the numbers
	 * @param choice those that are shown first
	 * @param spending what it costs to correct them
	 * @param map draws what the network looked at; empty if nothing can
	 * @throws IOException if the list of corrections cannot be read
	 */
	static void show(final EvaluatedImages images, final ImageChoice choice,
		final Spending spending, final Optional<MappedPicture> map)
		throws IOException
	{
		ResultsWindow.open(images, choice, spending, new CorrectionSession(images,
			System.getProperty("user.name", ""), Clock.systemUTC()), map,
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
