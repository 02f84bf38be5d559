
package io.github.cnnclassifier.ui;

import javax.swing.JLabel;
import javax.swing.JTextArea;

/** Sentences over several lines, to be read and copied. */
public final class WrappedText extends JTextArea {

	private static final long serialVersionUID = 1L;

	/** Empty. */
	public WrappedText() {
		setEditable(false);
		setLineWrap(true);
		setWrapStyleWord(true);
		setOpaque(false);
		setFont(new JLabel().getFont());
	}

	/**
	 * @param text sentences
	 * @param columns so wide it is in a dialog
	 */
	public WrappedText(final String text, final int columns) {
		this();
		setText(text);
		setColumns(columns);
		// else it is as high as a single line
		setSize(getPreferredSize());
	}
}
