
package io.github.cnnclassifier.command;

import java.awt.EventQueue;
import java.awt.Window;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.ui.train.LearningPanel;
import io.github.cnnclassifier.ui.train.ResultActions;
import io.github.cnnclassifier.ui.train.ResultPanel;
import io.github.cnnclassifier.ui.train.TrainingFrame;
import io.github.cnnclassifier.ui.train.TrainingStage;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/**
 * One training as the commands show it: a panel while it lasts and one for what
 * came of it, where there is a display. A training that a person has asked for
 * waits for those before it; macros and scripts do not.
 */
final class ShownTraining {

	/** All trainings of this program. */
	private static final TrainingQueue QUEUE = new TrainingQueue();

	/** A training that can be watched and controlled. */
	@FunctionalInterface
	interface Work {

		/**
		 * @param listener watches it
		 * @param control is its progress
		 * @return what came of it
		 * @throws IOException if the disk fails
		 */
		TrainClassifier.Result run(TrainingListener listener,
			TrainingControl control) throws IOException;
	}

	/** Used on the event thread alone. */
	private static TrainingFrame lastOfMacro;

	private volatile TrainingStage stage;
	private volatile LearningPanel panel;

	/**
	 * @param other a place for the panels in the place of a window of their own
	 */
	void setStage(final TrainingStage other) {
		stage = other;
	}

	/** @return whether this window has the panels */
	boolean isIn(final Window window) {
		final TrainingStage shown = stage;
		return shown != null && shown.isIn(window);
	}

	/** @return whether the training has a window, so that Escape counts there */
	boolean hasWindow() {
		return stage != null;
	}

	/**
	 * Trains, when it is its turn, and shows how it goes.
	 *
	 * @param name of the model
	 * @param waits whether a person has asked for it, so that it waits for other
	 *          trainings
	 * @param progress of the host
	 * @param work trains
	 * @return what came of it
	 * @throws CanceledException if it was stopped, taken away or thrown away
	 * @throws IOException if the disk fails
	 */
	TrainClassifier.Result run(final String name, final boolean waits,
		final Progress progress, final Work work) throws IOException
	{
		final TrainingControl control = new TrainingControl(name, progress);
		if (!Hosts.showsWindows()) {
			try (TrainingQueue.Turn turn = QUEUE.begin(control)) {
				return work.run(new TrainingListener() {}, control);
			}
		}
		try (LearningWatch watch = new LearningWatch()) {
			return waiting(control, watch, waits, work);
		}
	}

	/** A window that only says that it waits would hide the one that learns. */
	private TrainClassifier.Result waiting(final TrainingControl control,
		final LearningWatch watch, final boolean waits, final Work work)
		throws IOException
	{
		final boolean hosted = stage != null;
		if (hosted) open(control, watch, waits);
		String end = "It failed.";
		boolean failed = true;
		boolean result = false;
		try (TrainingQueue.Turn turn = waits ? QUEUE.await(control) : QUEUE.begin(
			control))
		{
			if (!hosted) open(control, watch, waits);
			final TrainClassifier.Result trained = work.run(watch, control);
			result = true;
			return trained;
		}
		catch (final CanceledException e) {
			end = control.isDiscarded() ? "Thrown away" : "Stopped";
			failed = false;
			throw e;
		}
		catch (final UserFailure e) {
			end = e.getMessage();
			throw e;
		}
		catch (final IOException e) {
			end = DiskTrouble.told(e).getMessage();
			throw e;
		}
		finally {
			if (panel != null) close(watch, result, end, failed);
		}
	}

	private void open(final TrainingControl control, final LearningWatch watch,
		final boolean waits)
	{
		// no beginning of the title of a table, which ImageJ would take it for
		final String title = "CNN training: " + control.name();
		onEventThread(() -> {
			if (stage == null) {
				final TrainingFrame frame = new TrainingFrame(title, () -> control
					.message("The training goes on in the background. '" + title +
						"' in ImageJ's menu Window shows it again."));
				if (!waits) replaceThatOfMacro(frame);
				stage = frame;
			}
			panel = new LearningPanel(control, watch, QUEUE, stage);
			stage.show(panel);
		});
	}

	/** A macro that trains a hundred times leaves one window. */
	private static void replaceThatOfMacro(final TrainingFrame frame) {
		if (lastOfMacro != null && lastOfMacro.hasEnded()) lastOfMacro.dispose();
		lastOfMacro = frame;
	}

	/**
	 * @param result whether there is one, which is shown next
	 * @param words how it ended, if there is none
	 * @param failed whether that is something that a person should know
	 */
	private void close(final LearningWatch watch, final boolean result,
		final String words, final boolean failed)
	{
		final boolean hasEpochs = !watch.course().epochs().isEmpty();
		onEventThread(() -> {
			stage.setEnded(result);
			if (result) return;
			panel.setEnded(words, failed);
			// where nothing was learned there is nothing to look at
			if (hasEpochs || !(stage instanceof final TrainingFrame own)) return;
			own.dispose();
			// the dialog may come back, and begin again
			stage = null;
			panel = null;
		});
	}

	/**
	 * Shows what came of the training in the place of how it went.
	 *
	 * @param name of the model
	 * @param result of the training
	 * @param actions what can be done with the model
	 * @param evaluates whether the hidden images are evaluated at once, since
	 *          somebody waits for it
	 */
	void show(final String name, final TrainClassifier.Result result,
		final TrainedModel actions, final boolean evaluates)
	{
		if (stage == null) return;
		actions.setShownIn(this::isIn);
		final ResultActions.Judged validation = new ResultActions.Judged(
			ResultActions.Side.VALIDATION, EvaluationVerdict.of(result.measured(),
				"validation", "validation"), result.validation());
		onEventThread(() -> {
			panel.setEnded("Ended", false);
			panel = null;
			final ResultPanel shown = new ResultPanel(name + ": " + result.training()
				.stopReason().text(), Optional.of(validation), actions);
			stage.show(shown);
			if (evaluates) shown.evaluate();
		});
	}

	private static void onEventThread(final Runnable deed) {
		if (EventQueue.isDispatchThread()) {
			deed.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(deed);
		}
		catch (final InterruptedException e) {
			// it is done all the same, a little later
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The training could not be shown", e
				.getCause());
		}
	}

	/** @return the lines for standard output */
	static List<String> lines(final TrainClassifier.Result result) {
		final List<String> lines = new ArrayList<>(List.of("model=" + result
			.model(), FiguresLine.of(result.validation().figures())));
		if (!result.leak().isEmpty()) lines.add("warning: " + result.leak());
		return lines;
	}
}
