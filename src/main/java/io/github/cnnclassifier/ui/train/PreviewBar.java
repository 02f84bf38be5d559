
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * What there is to say of the images, in a line, and what can be done with
 * them. Used on the event thread.
 */
final class PreviewBar extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;

	private final TextLine summary = new TextLine();
	/** A line of its own, as beside the buttons there is little room. */
	private final TextLine done = new TextLine();
	private final JButton images;
	private final JButton remarks = new JButton("Remarks\u2026");
	private final JButton undo = new JButton("Undo (Ctrl+Z)");
	private final JButton redo = new JButton("Redo (Ctrl+Y)");
	private final transient ImageDecisions decisions;
	private final transient UnaryOperator<String> inLabels;
	/** Null while there are none. */
	private transient TrainingPreview preview;

	/**
	 * @param decisions about the images
	 * @param sheet shows the images of a class
	 * @param inLabels puts a message into the words of the window
	 */
	PreviewBar(final ImageDecisions decisions, final Runnable sheet,
		final UnaryOperator<String> inLabels)
	{
		super(new BorderLayout());
		this.decisions = decisions;
		this.inLabels = inLabels;
		remarks.addActionListener(event -> showRemarks());
		remarks.getAccessibleContext().setAccessibleDescription(
			"What is odd about the images as a whole");
		undo.addActionListener(event -> decisions.undo());
		redo.addActionListener(event -> decisions.redo());
		images = Buttons.button("Show images", "All images of the selected class",
			sheet);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
		buttons.add(images);
		buttons.add(remarks);
		buttons.add(undo);
		buttons.add(redo);
		add(summary);
		add(buttons, BorderLayout.EAST);
		add(done, BorderLayout.SOUTH);
		done.setVisible(false);
	}

	/**
	 * @param count how many images there are
	 * @param words what was done, or why not; empty for nothing
	 */
	void tell(final String count, final String words) {
		summary.setText(count);
		tell(words);
	}

	/** @param words what was done, or why not; empty for nothing */
	void tell(final String words) {
		done.setText(words);
		done.setVisible(!words.isBlank());
	}

	/** @param seen the images as they are decided now; null for none */
	void show(final TrainingPreview seen) {
		preview = seen;
		undo.setEnabled(decisions.canUndo());
		redo.setEnabled(decisions.canRedo());
		final int findings = seen == null ? 0 : seen.findings().size();
		remarks.setText(findings == 0 ? "Remarks\u2026" : "Remarks (" + findings +
			")\u2026");
		remarks.setEnabled(seen != null);
		images.setEnabled(seen != null);
	}

	private void showRemarks() {
		if (preview == null) return;
		final String text = preview.findings().stream().map(Finding::text).map(
			inLabels).collect(Collectors.joining("\n\n"));
		final JTextArea area = new JTextArea(text.isEmpty()
			? "There is nothing odd about these images." : text, 16, 60);
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setCaretPosition(0);
		area.getAccessibleContext().setAccessibleName("Remarks");
		JOptionPane.showMessageDialog(SwingUtilities.getWindowAncestor(this),
			new JScrollPane(area), "What is odd about these images",
			JOptionPane.PLAIN_MESSAGE);
	}
}
