
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;

import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.PlainListCell;
import io.github.cnnclassifier.ui.WrappingRow;

/**
 * Asks in words what the key of the random changes means: whether an image that
 * is turned or mirrored still is of its class, which a person knows best. Used
 * on the event thread.
 */
final class TurningPanel extends JPanel {

	static final String KEY = "augmentation";

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;
	private static final String QUESTION = "May images be turned and mirrored?";
	private static final String HELP =
		"Cells look the same in any direction; digits and letters do not. Left to " +
			"the images, the log of the training says what was found";
	/** The answers that most people need come first. */
	private static final List<String> ORDER = List.of("auto", "microscopy",
		"mirror", "light", "strong", "none");
	private static final Map<String, String> WORDS = Map.of("auto",
		"Decide from the images", "microscopy", "Yes, in any direction", "mirror",
		"Only mirrored left to right", "light", "No", "strong",
		"Yes, and changed more strongly", "none",
		"No, and nothing else is changed");

	private final JComboBox<String> answer;
	private final String initial;

	/**
	 * @param fields keys of a training, with that of the random changes
	 * @param changed told of each change
	 */
	TurningPanel(final List<KeyField> fields, final Runnable changed) {
		super(new BorderLayout());
		final KeyField field = fields.stream().filter(of -> of.name().equals(KEY))
			.findFirst().orElseThrow();
		initial = field.initial();
		answer = new JComboBox<>(values(field).toArray(String[]::new));
		answer.setRenderer(new Answer());
		answer.setSelectedItem(initial);
		answer.setToolTipText(HELP);
		answer.getAccessibleContext().setAccessibleName(QUESTION);
		answer.getAccessibleContext().setAccessibleDescription(HELP);
		answer.addActionListener(event -> changed.run());
		final JLabel question = new JLabel(QUESTION);
		question.setLabelFor(answer);
		final JPanel row = new WrappingRow(FlowLayout.LEFT, GAP, 0);
		row.add(question);
		row.add(answer);
		row.add(Buttons.button("By a file\u2026",
			"A YAML file that says how images may be changed", this::browse));
		add(row);
	}

	private static List<String> values(final KeyField field) {
		final Set<String> values = new LinkedHashSet<>(ORDER);
		values.retainAll(field.choices());
		values.addAll(field.choices());
		return new ArrayList<>(values);
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(WORDS.containsKey(text())
			? null : new File(text()));
		chooser.setDialogTitle("How images may be changed (YAML)");
		if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION) set(
			chooser.getSelectedFile().getPath());
	}

	private String text() {
		return String.valueOf(answer.getSelectedItem());
	}

	private void set(final String value) {
		for (int i = 0; i < answer.getItemCount(); i++)
			if (answer.getItemAt(i).equals(value)) {
				answer.setSelectedIndex(i);
				return;
			}
		answer.addItem(value);
		answer.setSelectedItem(value);
	}

	/**
	 * @param values of some keys
	 * @param whole whether a key that is not named gets its default; else it
	 *          stays
	 */
	void set(final Map<String, String> values, final boolean whole) {
		final String value = values.get(KEY);
		if (value != null) set(value);
		else if (whole) set(initial);
	}

	/** @return the key with its value */
	Map<String, String> all() {
		return Map.of(KEY, text());
	}

	/** @return the same; empty as long as it has its default */
	Map<String, String> changed() {
		return isChanged() ? all() : Map.of();
	}

	/** @return whether somebody has answered */
	boolean isChanged() {
		return !text().equals(initial);
	}

	/** A file by its name alone, as the list is narrow. */
	private static final class Answer extends PlainListCell {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			final String text = String.valueOf(value);
			final String words = WORDS.getOrDefault(text, "As in " + new File(text)
				.getName());
			return super.getListCellRendererComponent(list, words, index, isSelected,
				hasFocus);
		}
	}
}
