
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JToggleButton;

/**
 * All that somebody has typed, chosen and ticked in a window.
 *
 * @param values by the names for a screen reader
 */
record Typed(Map<String, String> values) {

	static Typed in(final Container window) throws Exception {
		return onEventThread(() -> {
			final Map<String, String> values = new TreeMap<>();
			for (final Component part : all(window))
				if (part.isShowing()) put(part, values);
			return new Typed(values);
		});
	}

	private static void put(final Component part,
		final Map<String, String> values)
	{
		final String name = part.getAccessibleContext() == null ? null : part
			.getAccessibleContext().getAccessibleName();
		if (part instanceof final JTextField line) values.put(name + " (text)", line
			.getText());
		else if (part instanceof final JSpinner number) values.put(name, number
			.getValue().toString());
		else if (part instanceof final JComboBox<?> list) values.put(name, String
			.valueOf(list.getSelectedItem()));
		else if (part instanceof final JToggleButton box) values.put(name, String
			.valueOf(box.isSelected()));
		else if (part instanceof final JTable table) for (int i = 0; i < table
			.getRowCount(); i++)
			if (table.getValueAt(i, 0) instanceof final Boolean ticked) values.put(
				"tick of " + table.getValueAt(i, 1), ticked.toString());
	}

	/** @return what is otherwise now, a line each */
	List<String> lost(final Typed now) {
		final List<String> lost = new ArrayList<>();
		values.forEach((name, value) -> {
			if (!value.equals(now.values.get(name))) lost.add(name + " was '" +
				value + "' and is '" + now.values.get(name) + "'");
		});
		return lost;
	}
}
