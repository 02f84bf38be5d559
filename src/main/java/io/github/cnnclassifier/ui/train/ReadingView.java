
package io.github.cnnclassifier.ui.train;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.List;

import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;

import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.TextLine;

/**
 * What is seen of images: a hint while there are none, how far they are read,
 * or their classes.
 */
final class ReadingView extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final String HINT = "hint";
	private static final String READING = "reading";
	private static final String CLASSES = "classes";
	private static final int GAP = 6;
	private static final int BAR_WIDTH = 400;
	private static final int BAR_STEPS = 1000;

	private final CardLayout cards = new CardLayout();
	private final JProgressBar bar = new JProgressBar(0, BAR_STEPS);
	private final JLabel readingWords = new TextLine();

	/**
	 * @param hint shown at first
	 * @param classes shown once images were read
	 * @param stop done when somebody does not want to wait
	 */
	ReadingView(final String hint, final JComponent classes,
		final Runnable stop)
	{
		setLayout(cards);
		final JLabel words = new JLabel(hint, SwingConstants.CENTER);
		words.putClientProperty("html.disable", Boolean.TRUE);
		add(words, HINT);
		add(progress(stop), READING);
		add(new JScrollPane(classes), CLASSES);
	}

	private JPanel progress(final Runnable stop) {
		final JPanel progress = new JPanel();
		progress.setLayout(new BoxLayout(progress, BoxLayout.Y_AXIS));
		progress.add(Box.createVerticalGlue());
		for (final JComponent part : List.of(readingWords, bar, Buttons.button(
			"Cancel", "Stops reading the images", stop)))
		{
			part.setAlignmentX(CENTER_ALIGNMENT);
			progress.add(part);
			progress.add(Box.createVerticalStrut(GAP));
		}
		bar.getAccessibleContext().setAccessibleName("Reading images");
		bar.setMaximumSize(new Dimension(BAR_WIDTH, bar.getPreferredSize().height));
		progress.add(Box.createVerticalGlue());
		return progress;
	}

	void showHint() {
		cards.show(this, HINT);
	}

	void showReading() {
		cards.show(this, READING);
	}

	void showClasses() {
		cards.show(this, CLASSES);
	}

	/** @param fraction NaN if nobody knows */
	void showProgress(final double fraction, final String words) {
		bar.setIndeterminate(Double.isNaN(fraction));
		if (!Double.isNaN(fraction)) bar.setValue((int) (fraction * BAR_STEPS));
		readingWords.setText(words);
	}
}
