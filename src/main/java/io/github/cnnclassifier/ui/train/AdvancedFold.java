
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.event.KeyEvent;
import java.util.List;

import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/** Folds the keys that are rarely changed. Used on the event thread. */
final class AdvancedFold {

	private final AdvancedPanel keys;
	private final JToggleButton fold = new JToggleButton();
	private final JPanel row = new JPanel(new BorderLayout());
	private final JScrollPane scroll;

	/**
	 * @param fields in their order
	 * @param changed told of each change
	 */
	AdvancedFold(final List<KeyField> fields, final Runnable changed) {
		keys = new AdvancedPanel(fields, changed);
		scroll = new JScrollPane(keys, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setVisible(false);
		fold.setMnemonic(KeyEvent.VK_A);
		fold.setHorizontalAlignment(SwingConstants.LEFT);
		fold.setContentAreaFilled(false);
		fold.setBorderPainted(false);
		fold.addActionListener(event -> {
			scroll.setVisible(fold.isSelected());
			tell();
			row.revalidate();
		});
		row.add(fold, BorderLayout.WEST);
		tell();
	}

	AdvancedPanel keys() {
		return keys;
	}

	/** @return the button */
	JComponent row() {
		return row;
	}

	/** @return what is folded */
	JComponent folded() {
		return scroll;
	}

	/** Says how many keys were changed. */
	void tell() {
		final int count = keys.changed().size();
		fold.setText((fold.isSelected() ? "\u25be" : "\u25b8") + " Advanced: " +
			(count == 0 ? "all automatic" : count + " changed"));
	}
}
