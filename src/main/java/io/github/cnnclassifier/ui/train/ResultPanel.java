
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.MatrixPanel;
import io.github.cnnclassifier.ui.NotDone;

/**
 * What came of a training: whether it works, in words, where it errs, and what
 * to do with it now.
 */
public final class ResultPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;
	private static final int IDLE_SECONDS = 10;
	private static final String SPENDS =
		"Who looks at wrong answers on hidden images in order to correct them " +
			"spends these images: the next training knows of them, and its figures " +
			"on them are too good. Wrong answers on validation images, and those of " +
			"a cross-validation, do as well and spend nothing.";

	/** Something that takes a moment. */
	@FunctionalInterface
	private interface Deed {

		/** @return what to tell */
		String run() throws IOException;
	}

	private final transient ResultActions actions;
	private final JLabel headline = new JLabel(" ");
	private final JTextArea verdict = text();
	private final JTextArea note = text();
	private final JPanel matrixPlace = new JPanel(new BorderLayout());
	private final JLabel status = new JLabel(" ");
	private final JButton evaluate = new JButton("Evaluate on hidden images");
	private final transient ThreadPoolExecutor deeds = new ThreadPoolExecutor(1,
		1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
			final Thread thread = new Thread(work,
				"CNN Classifier, uses a trained model");
			thread.setDaemon(true);
			return thread;
		});
	private transient ResultActions.Judged judged;
	private transient ImageChoice choice = ImageChoice.ALL;

	/**
	 * @param title how the training ended, such as "wbc.zip: all epochs done"
	 * @param validation how good the model is on validation images; empty if
	 *          there were none
	 * @param actions what can be done with it
	 */
	public ResultPanel(final String title,
		final Optional<ResultActions.Judged> validation,
		final ResultActions actions)
	{
		super(new BorderLayout(GAP, GAP));
		this.actions = actions;
		// nobody closes a panel
		deeds.allowCoreThreadTimeOut(true);
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		getAccessibleContext().setAccessibleName("Result of the training");
		add(head(title), BorderLayout.NORTH);
		add(matrixPlace);
		add(foot(), BorderLayout.SOUTH);
		if (validation.isPresent()) show(validation.get());
		else {
			headline.setText("It is trained.");
			verdict.setText("No images were left to tell how good it is.");
		}
	}

	private static JTextArea text() {
		final JTextArea area = new JTextArea();
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setOpaque(false);
		area.setFont(new JLabel().getFont());
		return area;
	}

	private JComponent head(final String title) {
		final JLabel name = new JLabel();
		name.putClientProperty("html.disable", Boolean.TRUE);
		name.setText(title);
		verdict.setRows(4);
		note.setRows(2);
		headline.putClientProperty("html.disable", Boolean.TRUE);
		headline.setFont(headline.getFont().deriveFont(Font.BOLD, headline.getFont()
			.getSize2D() + 5));
		verdict.getAccessibleContext().setAccessibleName("How good it is");
		note.setFont(note.getFont().deriveFont(Font.ITALIC));
		note.getAccessibleContext().setAccessibleName("Which images these are");
		final JPanel lines = new JPanel();
		lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
		final JPanel hidden = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 1));
		add(hidden, evaluate, 'E',
			"Once: how good it is on images that nothing was learned or chosen with",
			() -> evaluate(true));
		for (final JComponent line : List.of(name, headline, verdict, note,
			hidden))
		{
			line.setAlignmentX(LEFT_ALIGNMENT);
			lines.add(line);
		}
		return lines;
	}

	private JComponent foot() {
		final JPanel look = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 1));
		add(look, new JButton("Show images of the cell"), 'I',
			"Shows the images that the chosen cell counts", this::showCell);
		add(look, new JButton("Correct wrong labels..."), 'C',
			"Shows wrong answers, and lets you correct the classes of images",
			this::correct);
		add(look, new JButton("Train again with corrections"), 'A',
			"Trains the same images anew, with what was corrected", () -> perform(
				"Begins another training", actions::trainAgain));
		final JPanel use = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 1));
		add(use, new JButton("Use on open image..."), 'U',
			"Opens Classify Image with this model", () -> use(
				ResultActions.Use.IMAGE));
		add(use, new JButton("ROIs..."), 'R', "Opens Classify ROIs with this model",
			() -> use(ResultActions.Use.ROIS));
		add(use, new JButton("Folder..."), 'F',
			"Opens Classify Folder with this model", () -> use(
				ResultActions.Use.FOLDER));
		add(use, new JButton("Report"), 'P',
			"Writes a report beside the model and " + "opens it", () -> perform(
				"Writes the report", actions::report));
		add(use, new JButton("Copy methods"), 'M',
			"Copies a paragraph for the methods section of a paper",
			this::copyMethods);
		status.putClientProperty("html.disable", Boolean.TRUE);
		status.getAccessibleContext().setAccessibleDescription(
			"what was done last");
		final JPanel foot = new JPanel();
		foot.setLayout(new BoxLayout(foot, BoxLayout.Y_AXIS));
		for (final JComponent line : List.of(look, use, status)) {
			line.setAlignmentX(LEFT_ALIGNMENT);
			foot.add(line);
		}
		return foot;
	}

	private void add(final JPanel row, final JButton button, final char key,
		final String help, final Runnable deed)
	{
		button.setMnemonic(key);
		button.setToolTipText(help);
		button.getAccessibleContext().setAccessibleDescription(help);
		button.addActionListener(event -> deed.run());
		row.add(button);
	}

	/** Evaluates on the hidden images, once, while the window stays awake. */
	public void evaluate() {
		evaluate(false);
	}

	/** @param asked whether a person waits for it, and is told if it fails */
	private void evaluate(final boolean asked) {
		evaluate.setEnabled(false);
		perform("Evaluates on the hidden images", () -> {
			try {
				final ResultActions.Judged hidden = actions.onHiddenImages();
				EventQueue.invokeLater(() -> show(hidden));
				return "Evaluated on the hidden images.";
			}
			catch (final UserFailure e) {
				EventQueue.invokeLater(() -> evaluate.setEnabled(true));
				if (asked) throw e;
				return "Not evaluated on hidden images: " + e.getMessage();
			}
		});
	}

	private void show(final ResultActions.Judged now) {
		judged = now;
		choice = ImageChoice.ALL;
		headline.setText(now.verdict().kind().words());
		verdict.setText(now.verdict().text());
		final boolean hidden = now.side() == ResultActions.Side.TEST;
		evaluate.setVisible(!hidden);
		note.setText(hidden
			? "Hidden images: nothing was learned from them, and nothing chosen by " +
				"them. Looking at their errors in order to correct them spends them."
			: "Validation images: nothing was learned from them, but they told which " +
				"epochs are better, so that the figure is a little too good.");
		final MatrixPanel matrix = new MatrixPanel(now.result(), chosen -> choice =
			chosen);
		Keys.bind(matrix.cells(), "SPACE", this::showCell);
		matrixPlace.removeAll();
		matrixPlace.add(matrix);
		revalidate();
		repaint();
	}

	private void use(final ResultActions.Use use) {
		perform("Opens the dialog", () -> {
			actions.use(use);
			return " ";
		});
	}

	private void showCell() {
		if (judged == null) {
			status.setText("There are no evaluated images.");
			return;
		}
		if (judged.side() == ResultActions.Side.TEST) {
			final Object[] answers = { "Look at validation images",
				"Look at hidden images", "Cancel" };
			final int answer = ask("Look at hidden images", SPENDS, answers);
			if (answer == 0) look(ResultActions.Side.VALIDATION, choice);
			else if (answer == 1) look(ResultActions.Side.TEST, choice);
		}
		else look(ResultActions.Side.VALIDATION, choice);
	}

	/** What spends nothing comes first. */
	private void correct() {
		final boolean hidden = judged != null && judged
			.side() == ResultActions.Side.TEST;
		final Object[] answers = hidden ? new Object[] { "Validation images",
			"Cross-validation...", "Hidden images", "Cancel" } : new Object[] {
				"Validation images", "Cross-validation...", "Cancel" };
		final int answer = ask("Correct wrong labels",
			"Whose wrong answers do you want to look at? " + SPENDS, answers);
		if (answer == 0) look(ResultActions.Side.VALIDATION, ImageChoice.WRONG);
		else if (answer == 1) perform("Asks for the table", () -> {
			actions.showOutOfFold();
			return " ";
		});
		else if (answer == 2 && hidden) look(ResultActions.Side.TEST,
			ImageChoice.WRONG);
	}

	private int ask(final String title, final String words,
		final Object[] answers)
	{
		final JTextArea question = text();
		question.setText(words);
		question.setColumns(48);
		question.setSize(question.getPreferredSize());
		return JOptionPane.showOptionDialog(this, question, title,
			JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, answers,
			answers[0]);
	}

	private void look(final ResultActions.Side side, final ImageChoice which) {
		perform("Looks for the images", () -> {
			actions.showImages(side, which);
			return "The images are shown in a window of their own.";
		});
	}

	private void copyMethods() {
		perform("Writes the paragraph", () -> {
			final String paragraph = actions.methods();
			EventQueue.invokeLater(() -> Toolkit.getDefaultToolkit()
				.getSystemClipboard().setContents(new StringSelection(paragraph),
					null));
			return "The paragraph is copied; paste it where you write.";
		});
	}

	private void perform(final String doing, final Deed deed) {
		status.setText(doing + "...");
		deeds.execute(() -> {
			final String told = told(deed);
			EventQueue.invokeLater(() -> status.setText(told));
		});
	}

	private String told(final Deed deed) {
		try {
			return deed.run();
		}
		catch (final IOException e) {
			return refused(NotDone.reason(e));
		}
		catch (final UserFailure e) {
			return refused(e.getMessage());
		}
	}

	private String refused(final String reason) {
		EventQueue.invokeLater(() -> {
			evaluate.setEnabled(true);
			NotDone.show(this, reason);
		});
		return reason;
	}
}
