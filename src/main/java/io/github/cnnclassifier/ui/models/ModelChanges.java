
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JTextField;

import io.github.cnnclassifier.ui.Deeds;
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
	private final ModelsWindow.Host host;
	private final Deeds deeds;
	private final Consumer<Path> changed;
	private final Consumer<String> refused;

	/**
	 * @param window above which questions stand
	 * @param host changes files
	 * @param deeds where that is done
	 * @param changed told where a model is now; of null if it is gone
	 * @param refused told why something was not done
	 */
	ModelChanges(final Component window, final ModelsWindow.Host host,
		final Deeds deeds, final Consumer<Path> changed,
		final Consumer<String> refused)
	{
		this.window = window;
		this.host = host;
		this.deeds = deeds;
		this.changed = changed;
		this.refused = refused;
	}

	/** Asks for another name until there is a free one. */
	void rename(final ModelRow row) {
		askForName(row, "New name of '" + row.name() + "':", row.name());
	}

	private void askForName(final ModelRow row, final String question,
		final String proposal)
	{
		final Object name = asked(question, proposal);
		if (name == JOptionPane.UNINITIALIZED_VALUE) return;
		deeds.<Runnable> perform(() -> {
			try {
				final Path now = host.rename(row.file(), name.toString());
				return () -> changed.accept(now);
			}
			catch (final NameTaken taken) {
				return () -> askForName(row, taken.getMessage(), taken.free()
					.replaceFirst("\\.zip$", ""));
			}
		}, Runnable::run, refused);
	}

	/** The field has a name for screen readers. */
	private Object asked(final String question, final String proposal) {
		final JOptionPane pane = new JOptionPane(Plain.text(question),
			JOptionPane.QUESTION_MESSAGE, JOptionPane.OK_CANCEL_OPTION);
		pane.setWantsInput(true);
		pane.setInitialSelectionValue(proposal);
		final JDialog dialog = pane.createDialog(window, "Rename a model");
		nameFields(pane);
		dialog.setVisible(true);
		dialog.dispose();
		return pane.getInputValue();
	}

	private static void nameFields(final Container pane) {
		for (final Component part : pane.getComponents()) {
			if (part instanceof final JTextField field) field.getAccessibleContext()
				.setAccessibleName("New name");
			else if (part instanceof final Container inner) nameFields(inner);
		}
	}

	/** Into the bin; where there is none, somebody is asked first. */
	void delete(final ModelRow row) {
		delete(row, false);
	}

	private void delete(final ModelRow row, final boolean forGood) {
		deeds.perform(() -> host.delete(row.file(), forGood), result -> {
			if (result.done()) changed.accept(null);
			else if (asksForGood(row)) delete(row, true);
			result.remark().ifPresent(remark -> NotDone.show(window, remark));
		}, refused);
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
