
package io.github.cnnclassifier.ui.train;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** What is done in the window of a class. Used on the event thread. */
final class SheetDeeds implements ClassSheet.Deeds {

	private final ImageDecisions decisions;
	private final Deeds work;
	private final TrainingHost host;
	private final Supplier<TrainingPreview> preview;
	private final Consumer<String> told;

	/**
	 * @param decisions about images
	 * @param work opens images in the background
	 * @param host shows them
	 * @param preview what is seen now; gives null while there is none
	 * @param told why an image was not opened
	 */
	SheetDeeds(final ImageDecisions decisions, final Deeds work,
		final TrainingHost host, final Supplier<TrainingPreview> preview,
		final Consumer<String> told)
	{
		this.decisions = decisions;
		this.work = work;
		this.host = host;
		this.preview = preview;
		this.told = told;
	}

	@Override
	public void move(final List<String> names, final String label) {
		decisions.move(names, label);
	}

	@Override
	public void leaveOut(final List<String> names) {
		decisions.leaveOut(names);
	}

	@Override
	public void undo() {
		decisions.undo();
	}

	@Override
	public void redo() {
		decisions.redo();
	}

	@Override
	public void open(final int position) {
		final TrainingPreview seen = preview.get();
		if (seen != null) work.perform(() -> {
			host.open(seen, position);
			return "";
		}, done -> {}, told);
	}
}
