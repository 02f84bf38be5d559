
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.TextChanges;
import io.github.cnnclassifier.ui.TextUndo;

/** Where labeled images are: typed, dropped, or chosen. */
final class SourceBar extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;
	private static final int PATH_COLUMNS = 34;

	private final JTextField source = new JTextField(PATH_COLUMNS);
	private final transient Consumer<Path> chosen;
	/** What was in the field when images were last chosen. */
	private String shown = "";

	/**
	 * @param typed told of what somebody has typed
	 * @param chosen told of what somebody has chosen or dropped
	 * @param open done when the image in front is to tell
	 */
	SourceBar(final Consumer<String> typed, final Consumer<Path> chosen,
		final Runnable open)
	{
		super(new BorderLayout(GAP, 0));
		this.chosen = chosen;
		final JLabel label = new JLabel("Images:");
		label.setLabelFor(source);
		source.getAccessibleContext().setAccessibleName("Labeled images");
		source.setToolTipText("A folder with one sub-folder per class, a CSV " +
			"list, or a folder of stacks; Enter reads it, Escape takes back what " +
			"was typed");
		source.addActionListener(event -> typed.accept(source.getText()));
		TextUndo.in(source);
		Keys.bind(source, "ESCAPE", () -> source.setText(shown));
		FileDrop.on(source, chosen);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		buttons.add(Buttons.button("Browse\u2026", "Choose a folder or a list",
			this::browse));
		buttons.add(Buttons.button("From open image",
			"Takes the folder that the image in front was opened from", open));
		add(label, BorderLayout.WEST);
		add(source);
		add(buttons, BorderLayout.EAST);
	}

	private void browse() {
		final JFileChooser chooser = new ImagesChooser(source.getText());
		if (chooser.showDialog(SwingUtilities.getWindowAncestor(this),
			"Choose") == JFileChooser.APPROVE_OPTION) chosen.accept(chooser
				.getSelectedFile().toPath());
	}

	void begin() {
		source.requestFocusInWindow();
	}

	void show(final Path path) {
		shown = path.toString();
		source.setText(shown);
	}

	/** @param edited done after each change of what is typed */
	void follow(final Runnable edited) {
		TextChanges.follow(source, edited);
	}

	/**
	 * @return what to do, as somebody has typed something else than what was read
	 *         last; empty if nobody has
	 */
	Optional<String> unread() {
		final String text = text();
		if (text.equals(shown.strip())) return Optional.empty();
		final String back = shown.isEmpty() ? "" : ", or Escape to go back to '" +
			shown + "'";
		return Optional.of(text.isEmpty()
			? "The field of the images is empty: drop or choose some, or type where " +
				"they are and press Enter" + back + "." : "'" + text +
					"' is not read yet: press Enter in the field of the images to read " +
					"it" + back + ".");
	}

	/** @return as it is typed, without space around it */
	String text() {
		return source.getText().strip();
	}
}
