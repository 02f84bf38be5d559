
package io.github.cnnclassifier.launch;

import java.awt.Button;
import java.awt.Color;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.event.ActionEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;

import org.scijava.module.ModuleItem;

import ij.gui.GenericDialog;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.imagej.MessageLines;

/**
 * What was wrong with the answers of a dialog that comes back: a text at its
 * top and a button for each way to mend it.
 */
final class DialogTrouble {

	/** A dialog that is shown for the first time. */
	static final DialogTrouble NONE = new DialogTrouble("", List.of(), Optional
		.empty());

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 12);
	private static final int MOST_LINES = 6;
	private static final int COLUMNS = 80;
	private static final int GAP = 4;
	private static final int DARK = 128;
	private static final Color ON_LIGHT = new Color(0xA4001C);
	private static final Color ON_DARK = new Color(0xFFB3A8);

	private final String message;
	private final List<Mend> mends;
	private final Optional<ModuleItem<?>> wrong;
	private Mend chosen;

	/**
	 * @param message in the words of the dialog; empty for none
	 * @param mends of inputs that the command has
	 * @param wrong the first input that is to be changed; empty if it is not
	 *          known
	 */
	DialogTrouble(final String message, final List<Mend> mends,
		final Optional<ModuleItem<?>> wrong)
	{
		this.message = message;
		this.mends = mends;
		this.wrong = wrong;
	}

	/** @return whether that input is the first one to be changed */
	boolean isOf(final ModuleItem<?> item) {
		return wrong.filter(item::equals).isPresent();
	}

	/** Adds it to a dialog that has nothing yet. */
	void addTo(final GenericDialog dialog) {
		chosen = null;
		if (message.isEmpty()) return;
		final String lines = MessageLines.of(message);
		if (lines.lines().count() > MOST_LINES) addArea(dialog, lines);
		else {
			dialog.setInsets(0, 5, GAP);
			dialog.addMessage(lines, FONT, readableOn(dialog.getBackground()));
		}
		if (mends.isEmpty()) return;
		addButtons(dialog);
		if (wrong.isPresent()) return;
		dialog.addWindowListener(new WindowAdapter() {

			/** Else the first button would have the focus, and act on Enter. */
			@Override
			public void windowOpened(final WindowEvent event) {
				dialog.getButtons()[0].requestFocusInWindow();
			}
		});
	}

	private static void addArea(final GenericDialog dialog, final String lines) {
		final TextArea area = new TextArea(lines, MOST_LINES, COLUMNS,
			TextArea.SCROLLBARS_VERTICAL_ONLY);
		area.setEditable(false);
		area.getAccessibleContext().setAccessibleName("What is wrong");
		final Panel panel = new Panel();
		panel.add(area);
		dialog.addPanel(panel);
	}

	private void addButtons(final GenericDialog dialog) {
		// below each other, as words may be long
		final Panel panel = new Panel(new GridLayout(0, mends.size() > 2 ? 1 : mends
			.size(), GAP, GAP));
		for (final Mend mend : mends) {
			final Button button = new Button(mend.words());
			final Runnable pressed = () -> choose(mend, dialog);
			button.addActionListener(event -> pressed.run());
			button.addKeyListener(new ButtonKeys(dialog, pressed));
			panel.add(button);
		}
		dialog.setInsets(0, 5, GAP);
		dialog.addPanel(panel);
	}

	private void choose(final Mend mend, final GenericDialog dialog) {
		chosen = mend;
		dialog.actionPerformed(new ActionEvent(dialog.getButtons()[0],
			ActionEvent.ACTION_PERFORMED, mend.words()));
	}

	/** A dialog that is not shown yet may have no color of its own. */
	private static Color readableOn(final Color background) {
		return background != null && (background.getRed() + background.getGreen() +
			background.getBlue()) / 3 < DARK ? ON_DARK : ON_LIGHT;
	}

	/** @return the way whose button was pressed, if one was */
	Optional<Mend> chosen() {
		return Optional.ofNullable(chosen);
	}
}
