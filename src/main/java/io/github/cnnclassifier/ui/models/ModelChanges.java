
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.swing.JOptionPane;

import io.github.cnnclassifier.ui.NotDone;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.workflow.models.ModelRow;
import io.github.cnnclassifier.workflow.models.NameTaken;

/**
 * Renames and deletes files of models, and asks what is to be asked. Used on
 * the event thread.
 */
final class ModelChanges {

	private final Component window;
	private final ModelsWindow.Deeds deeds;
	private final Background background;
	private final Consumer<Path> changed;

	/**
	 * @param window above which questions stand
	 * @param deeds changes files
	 * @param background where that is done
	 * @param changed told where a model is now; of null if it is gone
	 */
	ModelChanges(final Component window, final ModelsWindow.Deeds deeds,
		final Background background, final Consumer<Path> changed)
	{
		this.window = window;
		this.deeds = deeds;
		this.background = background;
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
		background.perform(() -> {
			try {
				final Path now = deeds.rename(row.file(), name.toString());
				EventQueue.invokeLater(() -> changed.accept(now));
			}
			catch (final NameTaken taken) {
				EventQueue.invokeLater(() -> askForName(row, taken.getMessage(), taken
					.free().replaceFirst("\\.zip$", "")));
			}
			return null;
		}, nothing -> {});
	}

	/** Into the bin; where there is none, somebody is asked first. */
	void delete(final ModelRow row) {
		delete(row, false);
	}

	private void delete(final ModelRow row, final boolean forGood) {
		background.perform(() -> deeds.delete(row.file(), forGood), result -> {
			if (result.done()) changed.accept(null);
			else if (asksForGood(row)) delete(row, true);
			result.remark().ifPresent(remark -> NotDone.show(window, remark));
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
