
package io.github.cnnclassifier.ui.train;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.NotDone;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.train.TrainingCorrections;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * Decisions about images before a training: made in the background, one after
 * the other, while the window stays awake. Used on the event thread.
 */
final class ImageDecisions {

	/** A decision about images. */
	@FunctionalInterface
	private interface Deed {

		/** @return what to tell */
		String on(TrainingCorrections corrections) throws IOException;
	}

	private final Executor work;
	private final Consumer<String> refused;
	private final Consumer<String> done;
	/** Both null while there are no images. */
	private TrainingPreview preview;
	private TrainingCorrections corrections;

	/**
	 * @param work does it in the background
	 * @param refused told why nothing is decided
	 * @param done told what was decided, or why it was not
	 */
	ImageDecisions(final Executor work, final Consumer<String> refused,
		final Consumer<String> done)
	{
		this.work = work;
		this.refused = refused;
		this.done = done;
	}

	/** Decides about these images from now on; both are null for none. */
	void see(final TrainingPreview seen, final TrainingCorrections decided) {
		preview = seen;
		corrections = decided;
	}

	/** @return what was decided of the images; null if there are none */
	TrainingCorrections corrections() {
		return corrections;
	}

	boolean canUndo() {
		return corrections != null && corrections.canUndo();
	}

	boolean canRedo() {
		return corrections != null && corrections.canRedo();
	}

	/** Images get another class. */
	void move(final List<String> names, final String label) {
		decide(made -> told(made.move(names, label), "'" + label + "'"));
	}

	/** Images are left out. */
	void leaveOut(final List<String> names) {
		decide(made -> told(made.leaveOut(names), "left out"));
	}

	/** The last decision is taken back. */
	void undo() {
		decide(made -> {
			final int count = made.undo();
			return count == 0 ? "There is nothing to take back." : counted(count) +
				" as before.";
		});
	}

	/** The decision that was taken back last is made again. */
	void redo() {
		decide(made -> {
			final int count = made.redo();
			return count == 0 ? "There is nothing to make again." : counted(count) +
				" decided again.";
		});
	}

	private void decide(final Deed deed) {
		final TrainingCorrections decided = corrections;
		if (decided == null) return;
		if (!preview.usesCorrections()) {
			refused.accept("Corrections do not count at the moment: change that " +
				"under Advanced first.");
			return;
		}
		work.execute(() -> {
			final String words = words(deed, decided);
			EventQueue.invokeLater(() -> done.accept(words));
		});
	}

	private static String words(final Deed deed,
		final TrainingCorrections decided)
	{
		try {
			return deed.on(decided);
		}
		catch (final UserFailure e) {
			return e.getMessage();
		}
		catch (final IOException e) {
			return NotDone.reason(e);
		}
	}

	private static String told(final CorrectionSession.Decided decided,
		final String what)
	{
		return counted(decided.images()) + " now: " + what + ". Written to " +
			"corrections.csv; files stay where they are." + (decided.problems()
				.isEmpty() ? "" : " Not done: " + decided.problems().get(0));
	}

	/** @return for instance "1 image" or "2 images" */
	static String counted(final int images) {
		return images + (images == 1 ? " image" : " images");
	}
}
