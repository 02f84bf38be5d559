
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.util.List;
import java.util.stream.Collectors;

import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.ListedWindow;

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
		Keys.bindWindow(frame.getRootPane(), "ESCAPE", frame::dispose);
		frame.pack();
	}

	void showBeside(final Component other) {
		frame.setLocationRelativeTo(other);
		ListedWindow.show(frame, () -> {});
	}
}
