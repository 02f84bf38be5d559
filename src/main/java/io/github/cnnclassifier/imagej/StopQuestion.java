
package io.github.cnnclassifier.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

import ij.IJ;

/**
 * Asks whether commands are to stop, while they go on. Everything but the
 * answers that stop something, Escape too, only closes the window.
 * <p>
 * For the event dispatch thread.
 */
final class StopQuestion {

	private static final int GAP = 12;

	/** @param does after the window has been closed */
	record Answer(String text, Runnable does) {
	}

	private final JDialog window = new JDialog(IJ.getInstance(), "CNN Classifier",
		false);

	/**
	 * Shows the question.
	 *
	 * @param lines of text
	 * @param answers what stops something, a button each
	 * @param goOn text of the button that stops nothing
	 * @param near the question appears over it; null: over the screen
	 */
	StopQuestion(final List<String> lines, final List<Answer> answers,
		final String goOn, final Component near)
	{
		window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(text(lines), BorderLayout.CENTER);
		content.add(buttons(answers, goOn), BorderLayout.SOUTH);
		content.registerKeyboardAction(e -> close(), KeyStroke.getKeyStroke(
			KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
		window.setContentPane(content);
		window.pack();
		window.setLocationRelativeTo(near);
		window.setVisible(true);
	}

	void close() {
		window.dispose();
	}

	boolean isOpen() {
		return window.isDisplayable();
	}

	private static JPanel text(final List<String> lines) {
		final JPanel text = new JPanel(new GridLayout(0, 1));
		for (final String line : lines) {
			final JLabel label = new JLabel(line);
			// names of files may look like markup
			label.putClientProperty("html.disable", true);
			text.add(label);
		}
		return text;
	}

	private JPanel buttons(final List<Answer> answers, final String goOn) {
		// several answers are long, one below the other
		final JPanel buttons = new JPanel(answers.size() > 1 ? new GridLayout(0, 1,
			0, GAP / 2) : new GridLayout(1, 0, GAP, 0));
		for (final Answer answer : answers) {
			buttons.add(button(answer.text(), answer.does()));
		}
		final JButton none = button(goOn, () -> {});
		buttons.add(none);
		window.getRootPane().setDefaultButton(none);
		return buttons;
	}

	private JButton button(final String text, final Runnable does) {
		final JButton button = new JButton();
		button.putClientProperty("html.disable", true);
		button.setText(text);
		button.addActionListener(e -> {
			close();
			does.run();
		});
		return button;
	}
}
