
package io.github.cnnclassifier.launch;

import java.awt.Choice;
import java.awt.TextField;
import java.nio.file.Path;
import java.util.List;

import ij.gui.GenericDialog;
import io.github.cnnclassifier.workflow.models.KnownModels;

/**
 * The list of known models beside the field of a model in a dialog of plain
 * ImageJ. Who chooses one gets its path into the field, where another one can
 * be typed as ever; only the field counts.
 */
final class ModelChoice {

	private static final int FIELD_COLUMNS = 22;

	private ModelChoice() {}

	/** Beside the file field that was added last. */
	static void putBeside(final GenericDialog dialog, final String label) {
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		final List<Path> models = KnownModels.ofUser().all();
		final Choice choice = new Choice();
		choice.add(ModelNames.OTHER);
		ModelNames.of(models).forEach(choice::add);
		choice.getAccessibleContext().setAccessibleName(label + ", known ones");
		select(choice, models, field.getText());
		choice.addItemListener(event -> {
			final int index = choice.getSelectedIndex() - 1;
			if (index >= 0) field.setText(models.get(index).toString());
			else makeRoom(field, models);
		});
		field.addTextListener(event -> select(choice, models, field.getText()));
		field.setColumns(FIELD_COLUMNS);
		choice.addKeyListener(dialog);
		field.getParent().add(choice, 0);
	}

	/**
	 * Puts the known models into the list that was added last, behind its names.
	 * The field beside it, added last as well, gets the path of who is chosen.
	 */
	static void addBehindNames(final GenericDialog dialog) {
		final Choice choice = (Choice) dialog.getChoices().lastElement();
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		final int names = choice.getItemCount();
		final List<Path> models = KnownModels.ofUser().all();
		ModelNames.of(models).forEach(choice::add);
		choice.addItemListener(event -> {
			final int index = choice.getSelectedIndex() - names;
			field.setText(index < 0 ? "" : models.get(index).toString());
		});
		follow(choice, names, models, field.getText());
		field.addTextListener(event -> follow(choice, names, models, field
			.getText()));
	}

	/** What stood there is not what is wanted now; what was typed is. */
	private static void makeRoom(final TextField field, final List<Path> models) {
		if (ModelNames.indexOf(models, field.getText()) >= 0) field.setText("");
		field.requestFocusInWindow();
	}

	private static void follow(final Choice choice, final int names,
		final List<Path> models, final String text)
	{
		final int index = ModelNames.indexOf(models, text);
		if (index >= 0) choice.select(names + index);
		// what is typed counts, and is no model of the list
		else if (choice.getSelectedIndex() >= names) choice.select(0);
	}

	private static void select(final Choice choice, final List<Path> models,
		final String text)
	{
		choice.select(1 + ModelNames.indexOf(models, text));
	}
}
