
package io.github.cnnclassifier.launch;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.TextField;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ij.gui.GenericDialog;

/** The field of a dialog that has the focus when it is shown. */
final class FirstFocus {

	private FirstFocus() {}

	/**
	 * @param dialog that is not shown yet
	 * @param from index of the first part of the row, which was added last; where
	 *          something can be typed in it, that is the field
	 */
	static void give(final GenericDialog dialog, final int from) {
		final List<Component> parts = Arrays.stream(dialog.getComponents()).skip(
			from).flatMap(FirstFocus::all).toList();
		Stream.of(TextField.class, Choice.class, Checkbox.class).flatMap(
			type -> parts.stream().filter(type::isInstance)).findFirst().ifPresent(
				field -> dialog.addWindowListener(new WindowAdapter()
				{

					@Override
					public void windowOpened(final WindowEvent event) {
						field.requestFocusInWindow();
					}
				}));
	}

	private static Stream<Component> all(final Component part) {
		return part instanceof final Container panel ? Stream.concat(Stream.of(
			part), Arrays.stream(panel.getComponents()).flatMap(FirstFocus::all))
			: Stream.of(part);
	}
}
