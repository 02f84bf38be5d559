
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import io.github.cnnclassifier.report.InputPicture;
import io.github.cnnclassifier.ui.PictureCache;
import io.github.cnnclassifier.workflow.train.LearningExamples;

/**
 * Some images that a network is right about now, and some that it is wrong
 * about. A picture is made once, small, in the background.
 */
final class ExamplesPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;

	private final JLabel rightHeading = new JLabel("Now right");
	private final JLabel wrongHeading = new JLabel("Now wrong");
	private final transient PictureCache<Integer> pictures = new PictureCache<>(
		this::picture, this::showMade);
	private final ExampleList right = new ExampleList(true, pictures);
	private final ExampleList wrong = new ExampleList(false, pictures);
	private transient volatile LearningExamples examples;

	ExamplesPanel() {
		super(new GridLayout(1, 2, GAP, GAP));
		add(row(rightHeading, right));
		add(row(wrongHeading, wrong));
	}

	private static JComponent row(final JLabel heading, final ExampleList list) {
		heading.setLabelFor(list);
		final JScrollPane scroll = new JScrollPane(list,
			JScrollPane.VERTICAL_SCROLLBAR_NEVER,
			JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
		scroll.setPreferredSize(new Dimension(200, 80));
		final JPanel row = new JPanel(new BorderLayout(2, 2));
		row.add(heading, BorderLayout.NORTH);
		row.add(scroll);
		return row;
	}

	void show(final LearningExamples now) {
		final LearningExamples before = examples;
		if (before != null && before.answers().samples() != now.answers().samples())
			pictures.forget();
		examples = now;
		rightHeading.setText("Now right (" + now.rightInAll() + ")");
		wrongHeading.setText("Now wrong (" + now.wrongInAll() + ")");
		right.show(now);
		wrong.show(now);
	}

	/** On a thread in the background. */
	private BufferedImage picture(final int position) throws IOException {
		final LearningExamples now = examples;
		if (now == null) throw new IOException("The training has ended.");
		return InputPicture.small(now.answers().samples().picture(position), now
			.answers().shape(), ExampleList.SIDE);
	}

	private void showMade(final int position) {
		right.drawAgain(position);
		wrong.drawAgain(position);
	}

	/** Lets go of the images of the training, which need much memory. */
	void close() {
		examples = null;
		right.clear();
		wrong.clear();
		pictures.close();
	}
}
