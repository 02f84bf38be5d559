
package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/**
 * The question whether an image is saved as a TIFF file first, with a name that
 * one click takes. Nothing is saved here.
 */
public final class SaveFirst {

	/** What a person wants. */
	public enum Choice {
			/** To save it in the file. */
			SAVE,
			/** To go on without a file. */
			AS_IT_IS,
			/** Nothing more. */
			NOTHING
	}

	/**
	 * What a person wants.
	 *
	 * @param choice which of the ways
	 * @param file that does not exist; null unless the image is to be saved
	 */
	public record Answer(Choice choice, Path file) {
	}

	private static final String TITLE = "Save the image first";
	private static final int GAP = 8;
	private static final int COLUMNS = 44;

	private final JTextField path = new JTextField(COLUMNS);
	private final JLabel note = new JLabel(" ");
	private final JPanel content = new JPanel(new BorderLayout(GAP, GAP));

	private SaveFirst(final String why, final Path proposed) {
		path.setText(proposed.toString());
		path.getAccessibleContext().setAccessibleName("Save as");
		note.putClientProperty("html.disable", Boolean.TRUE);
		final JTextArea text = new JTextArea(why);
		text.setEditable(false);
		text.setOpaque(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(note.getFont());
		text.setForeground(note.getForeground());
		text.setColumns(COLUMNS);
		text.setSize(text.getPreferredSize());
		text.getAccessibleContext().setAccessibleName("Why");
		final JLabel label = new JLabel("Save as:");
		label.setLabelFor(path);
		final JPanel row = new JPanel(new BorderLayout(GAP, 0));
		row.add(label, BorderLayout.WEST);
		row.add(path);
		row.add(Buttons.button("Change\u2026", "Choose another place",
			this::browse), BorderLayout.EAST);
		content.add(text, BorderLayout.NORTH);
		content.add(row);
		content.add(note, BorderLayout.SOUTH);
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("Save as TIFF");
		chooser.setSelectedFile(new File(path.getText()));
		if (chooser.showSaveDialog(content) == JFileChooser.APPROVE_OPTION) path
			.setText(chooser.getSelectedFile().getPath());
	}

	/**
	 * Waits until a person has decided; on any thread.
	 *
	 * @param above window or part of it; null for none
	 * @param why it should be saved, sentences
	 * @param proposed a file that does not exist
	 * @param asItIs text of the button that goes on without a file; empty for
	 *          none
	 * @return the answer; that nothing more is wanted if the waiting thread is
	 *         interrupted, which it then still is
	 */
	public static Answer ask(final Component above, final String why,
		final Path proposed, final Optional<String> asItIs)
	{
		final Answer[] answer = { new Answer(Choice.NOTHING, null) };
		final Runnable asking = () -> answer[0] = new SaveFirst(why, proposed)
			.answer(above, asItIs);
		if (EventQueue.isDispatchThread()) {
			asking.run();
			return answer[0];
		}
		try {
			EventQueue.invokeAndWait(asking);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The question could not be shown", e
				.getCause());
		}
		return answer[0];
	}

	private Answer answer(final Component above, final Optional<String> asItIs) {
		final List<String> buttons = new ArrayList<>(List.of("Save and go on"));
		asItIs.ifPresent(buttons::add);
		buttons.add("Cancel");
		while (true) {
			final int button = JOptionPane.showOptionDialog(above, content, TITLE,
				JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, buttons
					.toArray(), buttons.get(0));
			if (button == 1 && asItIs.isPresent()) return new Answer(Choice.AS_IT_IS,
				null);
			if (button != 0) return new Answer(Choice.NOTHING, null);
			final Optional<Path> file = file();
			if (file.isPresent()) return new Answer(Choice.SAVE, file.get());
		}
	}

	/** What is wrong with it is told in the dialog, which comes back. */
	private Optional<Path> file() {
		final String text = path.getText().strip();
		try {
			if (text.isEmpty()) {
				note.setText("Type a name for the file.");
				return Optional.empty();
			}
			final String lower = text.toLowerCase(Locale.ROOT);
			final Path file = Path.of(lower.endsWith(".tif") || lower.endsWith(
				".tiff") ? text : text + ".tif").toAbsolutePath();
			if (!Files.exists(file)) return Optional.of(file);
			note.setText("There is such a file already, which is not replaced.");
		}
		catch (final InvalidPathException e) {
			note.setText("No file of this system can have that name.");
		}
		return Optional.empty();
	}
}
