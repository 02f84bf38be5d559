
package io.github.cnnclassifier.ui.train;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/**
 * All keys of a training that are rarely changed, two in a row, under their
 * headings. Used on the event thread.
 */
final class AdvancedPanel extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;

	private static final int IN_A_ROW = 2;
	private static final int GAP = 4;
	private static final int INDENT = 16;
	private static final int LEAST = 130;
	private static final int SCROLL_STEP = 24;
	private static final int SHOWN_HEIGHT = 230;

	private final transient Map<String, KeyEditor> editors =
		new LinkedHashMap<>();

	/**
	 * @param fields in their order
	 * @param changed told of each change
	 */
	AdvancedPanel(final List<KeyField> fields, final Runnable changed) {
		super(new GridBagLayout());
		final GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(1, GAP, 1, GAP);
		at.fill = GridBagConstraints.HORIZONTAL;
		at.gridy = -1;
		String section = null;
		int column = IN_A_ROW;
		for (final KeyField field : fields) {
			if (!field.section().equals(section)) {
				section = field.section();
				heading(section, at);
				column = IN_A_ROW;
			}
			if (column == IN_A_ROW) {
				at.gridy++;
				column = 0;
			}
			add(new KeyEditor(field, changed), column++, at);
		}
	}

	private void heading(final String section, final GridBagConstraints at) {
		final JLabel heading = new JLabel(section);
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		at.gridy++;
		at.gridx = 0;
		at.gridwidth = 2 * IN_A_ROW;
		add(heading, at);
		at.gridwidth = 1;
	}

	private void add(final KeyEditor editor, final int column,
		final GridBagConstraints at)
	{
		editors.put(editor.field().name(), editor);
		final JLabel label = new JLabel(shortened(editor.field().label()));
		label.setToolTipText(editor.field().help());
		label.setLabelFor(editor.input());
		at.gridx = 2 * column;
		at.weightx = 0;
		at.insets.left = column == 0 ? GAP : INDENT;
		add(label, at);
		at.gridx++;
		at.weightx = 1;
		at.insets.left = GAP;
		// none makes the others narrow
		final Dimension size = editor.component().getPreferredSize();
		editor.component().setPreferredSize(new Dimension(Math.min(size.width, 190),
			size.height));
		// a list of long names would else take the room of the others
		editor.component().setMinimumSize(new Dimension(Math.min(size.width, LEAST),
			size.height));
		add(editor.component(), at);
	}

	/** What stands in the list need not stand before it. */
	private static String shortened(final String label) {
		return label.matches(".*\\((0|-1) = .*") ? label.replaceFirst(
			" as the network has (it|them)", " as it is") : label.replaceFirst(
				" \\(.*", "");
	}

	/** @return all keys with their values */
	Map<String, String> all() {
		final Map<String, String> all = new LinkedHashMap<>();
		editors.forEach((name, editor) -> all.put(name, editor.text()));
		return all;
	}

	/**
	 * @param values of some keys
	 * @param whole whether all others get their defaults; else they stay
	 */
	void set(final Map<String, String> values, final boolean whole) {
		editors.forEach((name, editor) -> {
			final String value = values.get(name);
			if (value != null) editor.set(value);
			else if (whole) editor.set(editor.field().initial());
		});
	}

	/** @return the keys that do not have their default, with their values */
	Map<String, String> changed() {
		final Map<String, String> changed = new LinkedHashMap<>();
		editors.forEach((name, editor) -> {
			if (editor.isChanged()) changed.put(name, editor.text());
		});
		return changed;
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(getPreferredSize().width, SHOWN_HEIGHT);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible,
		final int orientation, final int direction)
	{
		return SCROLL_STEP;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible,
		final int orientation, final int direction)
	{
		return orientation == SwingConstants.VERTICAL ? visible.height
			: visible.width;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}
}
