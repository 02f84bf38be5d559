
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
		});
		field.addTextListener(event -> select(choice, models, field.getText()));
		field.setColumns(FIELD_COLUMNS);
		choice.addKeyListener(dialog);
		field.getParent().add(choice, 0);
	}

	private static void select(final Choice choice, final List<Path> models,
		final String text)
	{
		choice.select(1 + ModelNames.indexOf(models, text));
	}
}
