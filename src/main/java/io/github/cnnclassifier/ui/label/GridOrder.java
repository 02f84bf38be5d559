
package io.github.cnnclassifier.ui.label;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.cnnclassifier.workflow.label.CropOrder;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * In which order the grid shows which crops, and which one comes next. The
 * order stays as it is until somebody wants another one. On the event thread.
 */
final class GridOrder {

	/** How crops are sorted. */
	enum By {

			/** What is to be labeled next, then the largest doubt. */
			PROPOSED("What to label next"),
			/** By class. */
			CLASS("Class"),
			/** The surest ones first. */
			CONFIDENCE("Confidence, surest first"),
			/** The least sure ones first. */
			DOUBT("Doubt, least sure first"),
			/** Alike ones beside each other. */
			ALIKE("Alike ones together"),
			/** As they come. */
			SOURCE("As in the images");

		private final String words;

		By(final String words) {
			this.words = words;
		}

		@Override
		public String toString() {
			return words;
		}
	}

	/** So many proposals are marked. */
	static final int PROPOSALS = 12;

	private final LabelSession session;
	private final CropGrid grid;
	private By by = By.PROPOSED;
	private boolean labeledHidden;

	GridOrder(final LabelSession session, final CropGrid grid) {
		this.session = session;
		this.grid = grid;
	}

	/** Sorts anew by something else, and begins at the top. */
	void sort(final By other) {
		by = other;
		sort();
		grid.ensureIndexIsVisible(0);
	}

	/** @param hidden whether those that have a label by now are left out */
	void hideLabeled(final boolean hidden) {
		labeledHidden = hidden;
		sort();
		grid.ensureIndexIsVisible(0);
	}

	/** Sorts by what is known now. */
	void sort() {
		final boolean chosen = grid.selected().length > 0;
		grid.show(Arrays.stream(sorted()).filter(this::isShown).toArray());
		// what was selected is hidden now, and the next key is for what is seen
		if (chosen && grid.selected().length == 0) goOn();
	}

	private int[] sorted() {
		if (by != By.PROPOSED) return session.order(CropOrder.valueOf(by.name()));
		final int[] next = proposals();
		return IntStream.concat(Arrays.stream(next), Arrays.stream(session.order(
			CropOrder.DOUBT)).filter(crop -> Arrays.stream(next).noneMatch(
				one -> one == crop))).toArray();
	}

	private boolean isShown(final int crop) {
		return !labeledHidden || session.state(crop).confirmed().isEmpty();
	}

	/** @return what is to be labeled next, the best first */
	int[] proposals() {
		return session.proposals(PROPOSALS);
	}

	/**
	 * Selects what is proposed, or the next of it if that is selected already.
	 *
	 * @return whether there is something
	 */
	boolean goToProposal() {
		final int[] next = proposals();
		if (next.length == 0) return false;
		final int lead = grid.lead();
		final int at = grid.selected().length != 1 ? -1 : IntStream.range(0,
			next.length).filter(i -> next[i] == lead).findFirst().orElse(-1);
		if (by == By.PROPOSED) sort();
		grid.goTo(new int[] { next[(at + 1) % next.length] });
		return true;
	}

	/**
	 * After one crop got a label, the next one without is selected. If none is
	 * selected, that in front may be the next one.
	 */
	void goOn() {
		if (by == By.PROPOSED && goToProposal()) return;
		final int[] order = grid.order();
		final int lead = grid.lead();
		final int at = IntStream.range(0, order.length).filter(
			i -> order[i] == lead).findFirst().orElse(-1);
		final int from = grid.selected().length == 0 ? Math.max(0, at) : at + 1;
		IntStream.range(from, order.length).filter(i -> session.state(order[i])
			.confirmed().isEmpty() && session.state(order[i]).problem().isEmpty())
			.findFirst().ifPresent(i -> grid.goTo(new int[] { order[i] }));
	}
}
