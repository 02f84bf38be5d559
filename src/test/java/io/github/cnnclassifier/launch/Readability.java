
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JRadioButton;
import javax.swing.JTable;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import javax.swing.border.TitledBorder;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.text.JTextComponent;

/**
 * Whether every text of a window stands out from what is behind it, by the
 * contrast that the Web Content Accessibility Guidelines ask of text.
 */
public final class Readability {

	private static final double LEAST = 4.5;
	private static final int MOST_ITEMS = 40;

	private final List<String> poor = new ArrayList<>();
	private int texts;

	private Readability() {}

	/** What is disabled or hidden does not count. */
	public static void check(final Container window) throws Exception {
		final Readability found = ShownWindows.onEventThread(() -> {
			final Readability readability = new Readability();
			for (final Component part : ShownWindows.all(window))
				if (part.isShowing() && part.isEnabled()) readability.add(part);
			return readability;
		});
		assertEquals(List.of(), found.poor);
		assertFalse(found.texts == 0, "nothing to read");
	}

	private void add(final Component part) {
		if (part instanceof final JComponent component && component
			.getBorder() instanceof final TitledBorder border && border
				.getTitle() != null) add(border.getTitle(), border
					.getTitleColor() == null ? UIManager.getColor(
						"TitledBorder.titleColor") : border.getTitleColor(), behind(part));
		if (part instanceof final JTable table) add(table);
		else if (part instanceof final JTableHeader header) add(header);
		else if (part instanceof final JList<?> list) addList(list);
		else if (!text(part).isBlank()) add(text(part), part.getForeground(),
			ground(part));
	}

	private static String text(final Component part) {
		final String text;
		if (part instanceof final JLabel label) text = label.getText();
		else if (part instanceof final AbstractButton button) text = button
			.getText();
		else if (part instanceof final JTextComponent field) text = field.getText();
		else if (part instanceof final JComboBox<?> choice) text = String.valueOf(
			choice.getSelectedItem());
		else if (part instanceof final java.awt.Label label) text = label.getText();
		else if (part instanceof final java.awt.Button button) text = button
			.getLabel();
		else if (part instanceof final java.awt.Checkbox box) text = box.getLabel();
		else if (part instanceof final java.awt.Choice choice) text = choice
			.getSelectedItem();
		else if (part instanceof final java.awt.TextComponent field) text = field
			.getText();
		else text = "";
		return text == null ? "" : text;
	}

	/** Buttons fill their ground although they are not opaque. */
	private static Color ground(final Component part) {
		final boolean filled = part instanceof final AbstractButton button &&
			!(part instanceof JCheckBox) && !(part instanceof JRadioButton) && button
				.isContentAreaFilled() || part instanceof JTextComponent || part
					.isOpaque();
		if (part instanceof final AbstractButton button && button.isSelected() &&
			filled && UIManager.getColor("ToggleButton.selectedBackground") != null)
			return UIManager.getColor("ToggleButton.selectedBackground");
		return filled && part.getBackground() != null ? part.getBackground()
			: behind(part);
	}

	private static Color behind(final Component part) {
		Component at = part;
		while (at.getParent() != null && !(at.isOpaque() && at
			.getBackground() != null))
			at = at.getParent();
		return at.getBackground();
	}

	private void add(final JTable table) {
		for (int row = 0; row < Math.min(MOST_ITEMS, table.getRowCount()); row++)
			for (int column = 0; column < table.getColumnCount(); column++)
				addCell(table.prepareRenderer(table.getCellRenderer(row, column), row,
					column), table);
	}

	private void add(final JTableHeader header) {
		for (int i = 0; i < header.getColumnModel().getColumnCount(); i++) {
			final TableColumn column = header.getColumnModel().getColumn(i);
			final TableCellRenderer renderer = column.getHeaderRenderer() == null
				? header.getDefaultRenderer() : column.getHeaderRenderer();
			addCell(renderer.getTableCellRendererComponent(header.getTable(), column
				.getHeaderValue(), false, false, -1, i), header);
		}
	}

	private <T> void addList(final JList<T> list) {
		final ListCellRenderer<? super T> renderer = list.getCellRenderer();
		for (int i = 0; i < Math.min(MOST_ITEMS, list.getModel().getSize()); i++)
			addCell(renderer.getListCellRendererComponent(list, list.getModel()
				.getElementAt(i), i, list.isSelectedIndex(i), false), list);
	}

	/** Cells of our own paint their text with their foreground. */
	private void addCell(final Component cell, final Component owner) {
		final Color ground = cell.isOpaque() && cell.getBackground() != null ? cell
			.getBackground() : behind(owner);
		add(owner.getClass().getSimpleName() + " cell " + text(cell), cell
			.getForeground(), ground);
		if (!(cell instanceof final Container container)) return;
		for (final Component part : ShownWindows.all(container))
			if (!text(part).isBlank()) add(text(part), part.getForeground(), part
				.isOpaque() ? part.getBackground() : ground);
	}

	private void add(final String text, final Color ink, final Color ground) {
		texts++;
		if (ink == null || ground == null || isOfTheLook(ink, ground)) return;
		final double contrast = contrast(ink, ground);
		if (contrast < LEAST) poor.add(String.format(Locale.ROOT,
			"%.1f: %06x on %06x: %s", contrast, ink.getRGB() & 0xFFFFFF, ground
				.getRGB() & 0xFFFFFF, text));
	}

	/** How the look shows what is selected is its own business. */
	private static boolean isOfTheLook(final Color ink, final Color ground) {
		return Stream.of("List", "Table").anyMatch(part -> same(ink, UIManager
			.getColor(part + ".selectionForeground")) && same(ground, UIManager
				.getColor(part + ".selectionBackground")));
	}

	private static boolean same(final Color a, final Color b) {
		return b != null && a.getRGB() == b.getRGB();
	}

	/** From 1 for the same color to 21 for black on white. */
	static double contrast(final Color a, final Color b) {
		final double one = luminance(a);
		final double other = luminance(b);
		return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
	}

	private static double luminance(final Color color) {
		return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) +
			0.0722 * linear(color.getBlue());
	}

	private static double linear(final int value) {
		final double v = value / 255.0;
		return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}
}
