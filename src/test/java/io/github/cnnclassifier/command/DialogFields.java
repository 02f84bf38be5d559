
package io.github.cnnclassifier.command;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.TextField;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ij.gui.GenericDialog;
import io.github.cnnclassifier.launch.Commands;

/** The fields of a dialog of ours by the keys that they ask for. */
final class DialogFields {

	private DialogFields() {}

	/**
	 * Types and chooses.
	 *
	 * @param keys with their values; fields of other keys stay as they are
	 */
	static void fill(final GenericDialog dialog, final Commands command,
		final Map<String, String> keys) throws InterruptedException,
		InvocationTargetException
	{
		final List<Object> texts = fields(dialog.getStringFields());
		final List<Object> choices = fields(dialog.getChoices());
		final List<Object> boxes = fields(dialog.getCheckboxes());
		EventQueue.invokeAndWait(() -> {
			for (final Map.Entry<String, Ways.Kind> key : Ways.kinds(command)
				.entrySet())
			{
				final Object field = switch (key.getValue()) {
					case TEXT -> texts.remove(0);
					case CHOICE -> choices.remove(0);
					case BOX -> boxes.remove(0);
					case NAME -> {
						// what is typed beside the list counts
						choices.remove(0);
						yield texts.remove(0);
					}
				};
				final String value = keys.get(key.getKey());
				if (value == null) continue;
				if (field instanceof final TextField text) text.setText(value);
				if (field instanceof final Choice choice) choice.select(value);
				if (field instanceof final Checkbox box) box.setState(Boolean
					.parseBoolean(value));
			}
		});
	}

	private static List<Object> fields(final List<?> fields) {
		return fields == null ? List.of() : new ArrayList<>(fields);
	}
}
