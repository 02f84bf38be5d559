
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.swing.AbstractButton;
import javax.swing.CellRendererPane;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JRadioButton;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JViewport;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

import ij.gui.GenericDialog;

/**
 * What is wrong with a window as it is shown: it leaves the screen, words are
 * cut off, something cannot be reached by the tabulator or has no name for a
 * screen reader. Windows of ImageJ and of Java itself only have to fit.
 */
final class WindowFaults {

	private final Window window;
	private final List<String> faults = new ArrayList<>();

	private WindowFaults(final Window window) {
		this.window = window;
	}

	/**
	 * @param window that is shown
	 * @param screen where it has to be
	 * @return sentences; empty if nothing is wrong
	 */
	static List<String> of(final Window window, final Rectangle screen)
		throws Exception
	{
		return onEventThread(() -> {
			final WindowFaults found = new WindowFaults(window);
			if (!window.isShowing()) return List.<String> of();
			if (!screen.contains(window.getBounds())) found.tell(window,
				"does not fit the screen: " + window.getBounds());
			final boolean swing = window instanceof RootPaneContainer;
			if (!swing && !(window instanceof GenericDialog)) return found.faults;
			final List<Component> parts = all(window).stream().filter(
				Component::isShowing).filter(part -> SwingUtilities.getAncestorOfClass(
					CellRendererPane.class, part) == null).toList();
			if (parts.stream().anyMatch(JFileChooser.class::isInstance))
				return found.faults;
			for (final Component part : parts)
				found.lookAtWords(part);
			if (swing) found.lookAtReach(parts);
			return found.faults;
		});
	}

	private void tell(final Component part, final String words) {
		faults.add((part == window ? "" : Words.of(window) + ": ") + Words.of(
			part) + " " + words);
	}

	private void lookAtWords(final Component part) {
		if (part instanceof final JTableHeader header) {
			lookAtHeadings(header);
			return;
		}
		if (part instanceof final JTextArea area) {
			if (!(area.getParent() instanceof JViewport) && area
				.getPreferredSize().height > area.getHeight()) tell(area,
					"has lines that are cut off: " + area.getText());
			return;
		}
		if (!hasWords(part)) return;
		final boolean inCombo = SwingUtilities.getAncestorOfClass(JComboBox.class,
			part) != null;
		if (!inCombo && part.getPreferredSize().width > part.getWidth()) tell(part,
			"is cut off: " + part.getWidth() + " pixels wide, " + part
				.getPreferredSize().width + " needed");
		final Container parent = part.getParent();
		if (!(parent instanceof JViewport) && !new Rectangle(parent.getSize())
			.contains(part.getBounds())) tell(part, "lies outside of its panel");
	}

	private static boolean hasWords(final Component part) {
		if (part instanceof final AbstractButton button) return button
			.getText() != null && !button.getText().isBlank();
		if (part instanceof final JLabel label) return label.getText() != null &&
			!label.getText().isBlank();
		return part instanceof Button || part instanceof Checkbox ||
			part instanceof final Label label && !label.getText().isBlank();
	}

	private void lookAtHeadings(final JTableHeader header) {
		for (int i = 0; i < header.getColumnModel().getColumnCount(); i++) {
			final TableColumn column = header.getColumnModel().getColumn(i);
			final TableCellRenderer renderer = column.getHeaderRenderer() == null
				? header.getDefaultRenderer() : column.getHeaderRenderer();
			final Component label = renderer.getTableCellRendererComponent(header
				.getTable(), column.getHeaderValue(), false, false, -1, i);
			final boolean toldInFull = label instanceof final JComponent part && part
				.getToolTipText() != null;
			if (!toldInFull && label.getPreferredSize().width > column.getWidth())
				tell(header.getTable(), "has a heading that is cut off: " + column
					.getHeaderValue());
		}
	}

	private void lookAtReach(final List<Component> parts) {
		final Set<Component> reached = reached();
		for (final Component part : parts) {
			if (!isTouched(part)) continue;
			if (part instanceof JComponent && nameOf(part).isBlank()) tell(part,
				"has no name for a screen reader");
			if (part instanceof JRadioButton || !part.isEnabled()) continue;
			if (!reached.contains(part)) tell(part,
				"cannot be reached by the tabulator");
		}
	}

	private static String nameOf(final Component part) {
		final String name = part.getAccessibleContext().getAccessibleName();
		return name == null ? "" : name;
	}

	/** What a person clicks or types into, without parts of such parts. */
	private static boolean isTouched(final Component part) {
		for (final Class<?> whole : List.of(JComboBox.class, JScrollBar.class,
			JSpinner.class))
			if (SwingUtilities.getAncestorOfClass(whole, part) != null) return false;
		return part instanceof AbstractButton || part instanceof JTextField ||
			part instanceof JComboBox || part instanceof JTable ||
			part instanceof final JList<?> list && list.isFocusable();
	}

	private Set<Component> reached() {
		final Set<Component> reached = new HashSet<>();
		final FocusTraversalPolicy policy = window.getFocusTraversalPolicy();
		Component at = policy.getFirstComponent(window);
		while (at != null && reached.add(at))
			at = policy.getComponentAfter(window, at);
		return reached;
	}
}
