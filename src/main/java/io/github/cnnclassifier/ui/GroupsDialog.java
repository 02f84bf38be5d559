
package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.GuessedGroups;

/** Shows guessed groups and waits until a person has decided. */
public final class GroupsDialog implements GroupQuestion {

	private static final int MOST_WIDTH = 700;
	private static final int MOST_HEIGHT = 400;
	private static final int GAP = 10;
	/** Characters of a name in a line. */
	private static final int LINE = 80;
	private static final String INDENT = "&nbsp;&nbsp;&nbsp;";

	private static final Question<Answer> QUESTION = new Question<>(
		"Groups of images", new String[] { "Yes, use these groups",
			"No, each image by itself", "Cancel" }, 0, Answer.values(),
		Answer.CANCEL);

	/** Closing the window counts as Cancel. */
	@Override
	public Answer ask(final GuessedGroups guess) {
		return QUESTION.ask(() -> content(guess));
	}

	/**
	 * @param guess that a person decides about
	 * @return how the images would be divided, to be looked at; made on the event
	 *         thread
	 */
	public static JScrollPane table(final GuessedGroups guess) {
		final JTextArea table = new JTextArea(String.join("\n", guess.table()));
		table.setEditable(false);
		table.getAccessibleContext().setAccessibleName(
			"How the groups are divided");
		table.setFont(new Font(Font.MONOSPACED, Font.PLAIN, table.getFont()
			.getSize()));
		final JScrollPane scroll = new JScrollPane(table);
		final Dimension size = scroll.getPreferredSize();
		scroll.setPreferredSize(new Dimension(Math.min(size.width + GAP,
			MOST_WIDTH), Math.min(size.height + GAP, MOST_HEIGHT)));
		return scroll;
	}

	/** Made on the event thread. */
	static JPanel content(final GuessedGroups guess) {
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.add(new JLabel(above(guess)), BorderLayout.NORTH);
		content.add(table(guess), BorderLayout.CENTER);
		content.add(new JLabel(html(
			"Is that right? If other images belong together, cancel, and say how" +
				"<br>they are grouped in the dialog of the command.")),
			BorderLayout.SOUTH);
		return content;
	}

	private static String above(final GuessedGroups guess) {
		final String alone = guess.alone() == 0 ? "" : " (and " + guess.alone() +
			" images without one)";
		return html("The names of the images seem to tell the <b>" + escaped(guess
			.kind()) + "</b>:<br><br>" + name(guess.image()) + "<br>belongs to<br>" +
			name(guess.group()) + "<br><br>That makes <b>" + guess.groups() + (guess
				.groups() == 1 ? " group" : " groups") + "</b>" + alone +
			". Images of one group stay on one side, as images that<br>are alike " +
			"make the figures too good if some are learned and others tested:");
	}

	/** A long name goes on in the next line, as HTML breaks no word. */
	private static String name(final String name) {
		final StringBuilder lines = new StringBuilder();
		for (int i = 0; i < name.length(); i += LINE)
			lines.append(i == 0 ? "" : "<br>").append(INDENT).append("<code>").append(
				escaped(name.substring(i, Math.min(i + LINE, name.length())))).append(
					"</code>");
		return lines.toString();
	}

	private static String html(final String text) {
		return "<html>" + text + "</html>";
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
