
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.KeyEvent;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.workflow.train.TrainingSides;

/**
 * Whether there can be a training, how its images are divided, and the buttons
 * that start it. Used on the event thread.
 */
final class VerdictRows {

	private final JTextArea reason = new JTextArea(2, 40);
	private final JLabel sides = new TextLine();
	private final JButton train = new JButton("Train");
	private final JComponent reasons;
	private final JComponent start;
	/** Of the last training that failed; goes with the next change. */
	private String failed = "";

	/**
	 * @param training starts one
	 * @param dialog goes on in the dialog
	 */
	VerdictRows(final Runnable training, final Runnable dialog) {
		reasons = reasons();
		start = start(training, dialog);
	}

	private JComponent reasons() {
		reason.setEditable(false);
		reason.setLineWrap(true);
		reason.setWrapStyleWord(true);
		reason.setOpaque(false);
		reason.setFont(sides.getFont().deriveFont(Font.PLAIN));
		reason.setForeground(sides.getForeground());
		reason.getAccessibleContext().setAccessibleName("What is to be done");
		final JScrollPane scroll = new JScrollPane(reason,
			JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.setOpaque(false);
		scroll.getViewport().setOpaque(false);
		return scroll;
	}

	private JComponent start(final Runnable training, final Runnable dialog) {
		sides.setFont(sides.getFont().deriveFont(Font.BOLD));
		sides.getAccessibleContext().setAccessibleDescription(
			"How many images learn, choose and stay hidden");
		train.setMnemonic(KeyEvent.VK_T);
		train.addActionListener(event -> training.run());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
		buttons.add(Buttons.button("All settings as a dialog\u2026",
			"Goes on in the dialog with every key", dialog));
		buttons.add(train);
		final JPanel row = new JPanel(new BorderLayout());
		row.add(sides);
		row.add(buttons, BorderLayout.EAST);
		return row;
	}

	/** @return the row that says what is to be done */
	JComponent reasonsRow() {
		return reasons;
	}

	/** @return the row with the buttons */
	JComponent startRow() {
		return start;
	}

	/** Nothing can be started until something is judged. */
	void await() {
		train.setEnabled(false);
	}

	/**
	 * @param words why a training could not be done, to be told until a change
	 */
	void fail(final String words) {
		failed = words;
		reason.setText(words);
	}

	/** Something was changed. */
	void forgetFailure() {
		failed = "";
	}

	void show(final Judging.Judged judged) {
		sides.setText(judged.sides().map(TrainingSides::words).orElse(" "));
		final boolean possible = judged.isPossible();
		final String words = possible ? judged.sides().map(VerdictRows::odd).orElse(
			"") : judged.problem();
		reason.setText(failed.isEmpty() ? words : failed);
		reason.setCaretPosition(0);
		train.setEnabled(possible);
		train.setToolTipText(possible ? "Learns from these images" : Plain.text(
			words));
	}

	static String odd(final TrainingSides divided) {
		if (!divided.warnings().isEmpty()) return String.join(" ", divided
			.warnings());
		return WindowWords.of(divided.statement());
	}
}
