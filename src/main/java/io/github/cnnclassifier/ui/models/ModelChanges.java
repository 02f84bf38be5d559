
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.swing.JOptionPane;

import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.workflow.models.ModelRow;
import io.github.cnnclassifier.workflow.models.NameTaken;

/**
 * Renames and deletes files of models, and asks what is to be asked. Used on
 * the event thread.
 */
final class ModelChanges {

	private final Component window;
	private final ModelsWindow.Host host;
	private final Deeds deeds;
	private final Consumer<Path> changed;

	/**
	 * @param window above which questions stand
	 * @param host changes files
	 * @param deeds where that is done
	 * @param changed told where a model is now; of null if it is gone
	 */
	ModelChanges(final Component window, final ModelsWindow.Host host,
		final Deeds deeds, final Consumer<Path> changed)
	{
		this.window = window;
		this.host = host;
		this.deeds = deeds;
		this.changed = changed;
	}

	/** Asks for another name until there is a free one. */
	void rename(final ModelRow row) {
		askForName(row, "New name of '" + row.name() + "':", row.name());
	}

	private void askForName(final ModelRow row, final String question,
		final String proposal)
	{
		final Object name = JOptionPane.showInputDialog(window, Plain.text(
			question), "Rename a model", JOptionPane.QUESTION_MESSAGE, null, null,
			proposal);
		if (name == null) return;
		deeds.<Runnable> perform(() -> {
			try {
				final Path now = host.rename(row.file(), name.toString());
				return () -> changed.accept(now);
			}
			catch (final NameTaken taken) {
				return () -> askForName(row, taken.getMessage(), taken.free()
					.replaceFirst("\\.zip$", ""));
			}
		}, Runnable::run);
	}

	/** Into the bin; where there is none, somebody is asked first. */
	void delete(final ModelRow row) {
		delete(row, false);
	}

	private void delete(final ModelRow row, final boolean forGood) {
		deeds.perform(() -> host.delete(row.file(), forGood), gone -> {
			if (gone) changed.accept(null);
			else if (asksForGood(row)) delete(row, true);
		});
	}

	/** The answer that nobody thinks about deletes nothing. */
	private boolean asksForGood(final ModelRow row) {
		final String[] answers = { "Delete for good", "Keep" };
		return JOptionPane.showOptionDialog(window, Plain.text(
			"There is no bin here.\nDelete '" + row.name() + "' for good?"),
			"Delete a model", JOptionPane.DEFAULT_OPTION, JOptionPane.WARNING_MESSAGE,
			null, answers, answers[1]) == 0;
	}
}
