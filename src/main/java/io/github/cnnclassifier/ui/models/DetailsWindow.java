
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.stream.Collectors;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

import ij.WindowManager;
import io.github.cnnclassifier.report.LabelValue;

/** What a model says of itself, as text that can be copied. */
final class DetailsWindow {

	private static final int ROWS = 26;
	private static final int COLUMNS = 70;

	private final JFrame frame;

	DetailsWindow(final String model, final List<LabelValue> details) {
		frame = new JFrame("Model " + model);
		final JTextArea text = new JTextArea(details.stream().map(d -> d.label() +
			": " + d.value()).collect(Collectors.joining("\n")), ROWS, COLUMNS);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setCaretPosition(0);
		text.getAccessibleContext().setAccessibleName("What the model " + model +
			" says of itself");
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setContentPane(new JScrollPane(text));
		frame.getRootPane().getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(
			KeyStroke.getKeyStroke("ESCAPE"), "close");
		frame.getRootPane().getActionMap().put("close", new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent event) {
				frame.dispose();
			}
		});
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				WindowManager.removeWindow(frame);
			}
		});
		frame.pack();
	}

	void showBeside(final Component other) {
		frame.setLocationRelativeTo(other);
		WindowManager.addWindow(frame);
		frame.setVisible(true);
	}
}
