
package io.github.cnnclassifier.ui.train;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.ui.DecisionWords;
import io.github.cnnclassifier.ui.Deeds;
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

	private final Deeds work;
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
	ImageDecisions(final Deeds work, final Consumer<String> refused,
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
		decide(made -> DecisionWords.undone(made.undo()));
	}

	/** The decision that was taken back last is made again. */
	void redo() {
		decide(made -> DecisionWords.redone(made.redo()));
	}

	private void decide(final Deed deed) {
		final TrainingCorrections decided = corrections;
		if (decided == null) return;
		if (!preview.usesCorrections()) {
			refused.accept("Corrections do not count at the moment: change that " +
				"under Advanced first.");
			return;
		}
		work.perform(() -> deed.on(decided), done, done);
	}

	private static String told(final CorrectionSession.Decided decided,
		final String what)
	{
		return Counted.images(decided.images()) + " now: " + what +
			". Written to " + "corrections.csv; files stay where they are." + (decided
				.problems().isEmpty() ? "" : " Not done: " + decided.problems().get(0));
	}
}
