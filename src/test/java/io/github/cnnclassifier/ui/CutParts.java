
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;

import javax.swing.AbstractButton;
import javax.swing.CellRendererPane;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.border.TitledBorder;

/**
 * Finds texts and buttons that have too little room in a window, and no tool
 * tip that tells all. Works without a display.
 */
public final class CutParts {

	/** Heights follow widths, and these follow heights again. */
	private static final int TURNS = 4;

	/** Before and behind a title, not in the least size of its border. */
	private static final int TITLE_INSETS = 6;

	private CutParts() {}

	/**
	 * @param root with its size
	 * @return of each such part what it shows, and how much room it has
	 */
	public static List<String> in(final Container root) {
		for (int i = 0; i < TURNS; i++)
			layOut(root);
		final List<String> cut = new ArrayList<>();
		look(root, cut);
		return cut;
	}

	private static void layOut(final Component part) {
		if (!(part instanceof final Container container)) return;
		container.invalidate();
		container.doLayout();
		for (final Component child : container.getComponents())
			layOut(child);
	}

	private static void look(final Container in, final List<String> cut) {
		for (final Component part : in.getComponents()) {
			if (!part.isVisible() || part instanceof CellRendererPane) continue;
			if (part instanceof final JComponent framed && framed
				.getBorder() instanceof final TitledBorder border && border
					.getMinimumSize(framed).width + TITLE_INSETS > framed.getWidth()) cut
						.add("the title '" + border.getTitle() + "' needs " + border
							.getMinimumSize(framed).width + " pixels and " + TITLE_INSETS +
							" beside, and has " + framed.getWidth());
			final String text = text(part);
			if (text != null && !text.isBlank() && !isWhole(part) && !tellsAll(part,
				text)) cut.add("'" + text + "' needs " + words(part
					.getPreferredSize()) + " and has " + words(part.getSize()) + " at " +
					part.getX() + ", " + part.getY() + " of " + words(in.getSize()));
			// a table, a list and what is scrolled have ways of their own
			if (part instanceof final Container inner && !(part instanceof JTable))
				look(inner, cut);
		}
	}

	private static String text(final Component part) {
		if (part instanceof final JLabel label) return label.getText();
		if (part instanceof final AbstractButton button) return button.getText();
		if (part instanceof final JTextArea area) return area.getText();
		return null;
	}

	private static boolean isWhole(final Component part) {
		final Dimension wanted = part.getPreferredSize();
		if (part.getHeight() < wanted.height || part.getWidth() < wanted.width &&
			!(part instanceof JTextArea)) return isScrolled(part);
		Component at = part;
		int x = 0;
		int y = 0;
		while (at.getParent() != null) {
			final Container parent = at.getParent();
			// what is scrolled away can be scrolled back
			if (parent instanceof JViewport) return true;
			x += at.getX();
			y += at.getY();
			if (x < 0 || y < 0 || x + part.getWidth() > parent.getWidth() || y + part
				.getHeight() > parent.getHeight()) return false;
			at = parent;
		}
		return true;
	}

	private static boolean isScrolled(final Component part) {
		for (Container at = part.getParent(); at != null; at = at.getParent())
			if (at instanceof JScrollPane) return true;
			else if (at instanceof JSplitPane) return false;
		return false;
	}

	/** Only what is there can be pointed at. */
	private static boolean tellsAll(final Component part, final String text) {
		final String tip = part instanceof final JComponent component ? component
			.getToolTipText() : null;
		return tip != null && part.getWidth() > 40 && part.getHeight() >= part
			.getPreferredSize().height && tip.replace("<br>", " ").replace("&lt;",
				"<").replace("&gt;", ">").replace("&amp;", "&").contains(text);
	}

	private static String words(final Dimension size) {
		return size.width + " x " + size.height;
	}
}
