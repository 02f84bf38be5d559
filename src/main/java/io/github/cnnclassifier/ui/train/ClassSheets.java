
package io.github.cnnclassifier.ui.train;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** The open windows of classes, one for each. Used on the event thread. */
final class ClassSheets {

	private final ClassSheet.Deeds deeds;
	private final List<ClassSheet> sheets = new ArrayList<>();

	/** @param deeds done when somebody asks for them */
	ClassSheets(final ClassSheet.Deeds deeds) {
		this.deeds = deeds;
	}

	/** Opens the window of a class, or brings it to the front. */
	void open(final String label, final TrainingPreview preview,
		final Component beside)
	{
		removeClosed();
		final Optional<ClassSheet> open = sheets.stream().filter(sheet -> sheet
			.label().equals(label)).findFirst();
		if (open.isPresent()) {
			open.get().toFront();
			return;
		}
		final ClassSheet sheet = new ClassSheet(label, preview, deeds);
		sheets.add(sheet);
		sheet.open(beside);
	}

	/** @param next the same images after a decision */
	void show(final TrainingPreview next) {
		removeClosed();
		sheets.forEach(sheet -> sheet.show(next));
	}

	/** @param words what was done, or why it was not */
	void tell(final String words) {
		sheets.forEach(sheet -> sheet.tell(words));
	}

	void close() {
		sheets.forEach(ClassSheet::close);
		sheets.clear();
	}

	private void removeClosed() {
		sheets.removeIf(sheet -> !sheet.isOpen());
	}
}
