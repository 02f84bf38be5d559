
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.CellImages;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.MatrixPanel;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.ui.WrappedText;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.Spending;

/**
 * What came of a training: whether it works, in words, where it errs, and what
 * to do with it now.
 */
public final class ResultPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;
	/** Beside it there is room for some images. */
	private static final int WIDEST_MATRIX = 620;
	private static final int LEAST_MATRIX = 150;
	/** A column of pictures and the scroll bar. */
	private static final int LEAST_IMAGES = 160;
	private static final String SPENDS = Spending.HIDDEN.words();
	private static final int COLUMNS = 48;
	private static final int OPENING_MILLIS = 800;

	/** Asks for a dialog. */
	private interface Opening {

		void run() throws IOException;
	}

	private final transient ResultActions actions;
	private final JLabel headline = new TextLine();
	private final JTextArea verdict = new WrappedText();
	private final JTextArea note = new WrappedText();
	private final JPanel matrixPlace = new JPanel(new BorderLayout());
	private final CellImages cell = new CellImages(this::showCell);
	private final JLabel status = new TextLine();
	private final JButton cellImages = new JButton("Show images of the cell");
	private final JButton correct = new JButton("Correct wrong labels...");
	private final JButton evaluate = new JButton("Evaluate on hidden images");
	private final transient Deeds deeds = new Deeds(
		"CNN Classifier, uses a trained model", this, status::setText);
	/** What takes long: nothing else waits for it. */
	private final transient Deeds evaluations = new Deeds(
		"CNN Classifier, evaluates a trained model", this, status::setText);
	private transient ResultActions.Judged judged;
	/** Those behind it; null until somebody has looked for them. */
	private transient EvaluatedImages found;
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

	private JComponent head(final String title) {
		final JLabel name = new TextLine();
		name.setText(title);
		verdict.setRows(4);
		note.setRows(2);
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
		final JPanel look = new WrappingRow(FlowLayout.LEFT, GAP, 1);
		final JButton again = new JButton("Train again with corrections");
		add(look, cellImages, 'I',
			"Shows the images that the chosen cell counts in a window of their own, " +
				"in which their classes are corrected", this::showCell);
		add(look, correct, 'C',
			"Shows wrong answers, and lets you correct the classes of images",
			this::correct);
		add(look, again, 'A',
			"Trains the same images anew, with what was corrected", () -> perform(
				again, deeds, "Begins another training", actions::trainAgain));
		final JPanel use = new WrappingRow(FlowLayout.LEFT, GAP, 1);
		final JButton image = new JButton("Use on open image...");
		add(use, image, 'U', "Opens Classify Image with this model", () -> use(
			image, ModelUse.IMAGE));
		final JButton rois = new JButton("ROIs...");
		add(use, rois, 'R', "Opens Classify ROIs with this model", () -> use(rois,
			ModelUse.ROIS));
		final JButton files = new JButton("Folder...");
		add(use, files, 'F', "Opens Classify Folder with this model", () -> use(
			files, ModelUse.FOLDER));
		final JButton report = new JButton("Report");
		add(use, report, 'P', "Writes a report beside the model and opens it",
			() -> perform(report, evaluations, "Writes the report", actions::report));
		final JButton methods = new JButton("Copy methods");
		add(use, methods, 'M',
			"Copies a paragraph for the methods section of a paper", () -> perform(
				methods, deeds, "Writes the paragraph", () -> {
					copy(actions.methods());
					return "The paragraph is copied; paste it where you write.";
				}));
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
		evaluations.tellDoing("Evaluates on the hidden images");
		evaluations.perform(actions::onHiddenImages, hidden -> {
			show(hidden);
			status.setText("Evaluated on the hidden images.");
		}, reason -> {
			evaluate.setEnabled(true);
			if (asked) evaluations.refuse(reason);
			else status.setText("Not evaluated on hidden images: " + reason);
		}, stopped -> {
			evaluate.setEnabled(true);
			status.setText(stopped);
		});
	}

	private void show(final ResultActions.Judged now) {
		judged = now;
		choice = ImageChoice.ALL;
		found = null;
		cell.reset();
		headline.setText(now.verdict().kind().words());
		verdict.setText(now.verdict().text());
		final boolean hidden = now.side() == ResultActions.Side.TEST;
		evaluate.setVisible(!hidden);
		note.setText(hidden
			? "Hidden images: nothing was learned from them, and nothing chosen by " +
				"them. Looking at their errors in order to correct them spends them."
			: "Validation images: nothing was learned from them, but they told which " +
				"epochs are better, so that the figure is a little too good.");
		final MatrixPanel matrix = new MatrixPanel(now.result(), this::choose);
		Keys.bind(matrix.cells(), "SPACE", this::showCell);
		Keys.bind(matrix.cells(), "ENTER", cell::takeFocus);
		final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, matrix,
			cell);
		// more room is for more pictures
		split.setResizeWeight(0);
		matrix.setMinimumSize(new Dimension(LEAST_MATRIX, LEAST_MATRIX));
		// one that asked for more than there is would get no more than its least
		final Dimension wished = matrix.getPreferredSize();
		matrix.setPreferredSize(new Dimension(Math.min(wished.width, WIDEST_MATRIX),
			wished.height));
		cell.setMinimumSize(new Dimension(LEAST_IMAGES, LEAST_MATRIX));
		// else a row of many pictures takes room from the title of the matrix
		cell.setPreferredSize(cell.getMinimumSize());
		matrixPlace.removeAll();
		matrixPlace.add(split);
		revalidate();
		repaint();
	}

	/** Who comes back to the card finds what was looked at. */
	@Override
	public void addNotify() {
		super.addNotify();
		if (found != null) cell.show(found, choice);
	}

	/** Shows at once what a cell counts; nothing is corrected here. */
	private void choose(final ImageChoice which) {
		choice = which;
		if (found != null) {
			cell.show(found, which);
			return;
		}
		final ResultActions.Judged of = judged;
		deeds.perform(() -> actions.images(of.side()), images -> {
			if (of != judged) return;
			found = images;
			cell.show(images, choice);
		}, cell::tell);
	}

	/**
	 * The button is gray until it is done, so that nobody asks for it twice.
	 */
	private void perform(final JButton button, final Deeds by, final String doing,
		final Deeds.Deed<String> deed)
	{
		final boolean focused = button.isFocusOwner();
		button.setEnabled(false);
		by.tellDoing(doing);
		by.perform(deed, done -> {
			free(button, focused);
			status.setText(done);
		}, reason -> {
			free(button, focused);
			by.refuse(reason);
		}, stopped -> {
			free(button, focused);
			status.setText(stopped);
		});
	}

	/** A gray button loses the focus; who uses the keyboard finds it there. */
	private void free(final JButton button, final boolean focused) {
		button.setEnabled(true);
		final Component owner = KeyboardFocusManager
			.getCurrentKeyboardFocusManager().getFocusOwner();
		if (focused && owner != null && SwingUtilities.isDescendingFrom(owner,
			this)) button.requestFocusInWindow();
	}

	/** The dialog opens a moment after it was asked for. */
	private void open(final JButton button, final String what,
		final Opening asking)
	{
		perform(button, deeds, what, () -> {
			asking.run();
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(OPENING_MILLIS));
			return " ";
		});
	}

	private void use(final JButton button, final ModelUse use) {
		open(button, "Opens the dialog", () -> actions.use(use));
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
			if (answer == 0) look(cellImages, ResultActions.Side.VALIDATION, choice);
			else if (answer == 1) look(cellImages, ResultActions.Side.TEST, choice);
		}
		else look(cellImages, ResultActions.Side.VALIDATION, choice);
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
		if (answer == 0) look(correct, ResultActions.Side.VALIDATION,
			ImageChoice.WRONG);
		else if (answer == 1) open(correct, "Asks for the table",
			actions::showOutOfFold);
		else if (answer == 2 && hidden) look(correct, ResultActions.Side.TEST,
			ImageChoice.WRONG);
	}

	private int ask(final String title, final String words,
		final Object[] answers)
	{
		final WrappedText question = new WrappedText(words, COLUMNS);
		question.getAccessibleContext().setAccessibleName(title);
		return JOptionPane.showOptionDialog(this, question, title,
			JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, answers,
			answers[0]);
	}

	private void look(final JButton button, final ResultActions.Side side,
		final ImageChoice which)
	{
		if (!button.isEnabled()) return;
		perform(button, deeds, "Looks for the images", () -> {
			actions.showImages(side, which);
			return "The images are shown in a window of their own.";
		});
	}

	/** In the background. */
	private static void copy(final String text) {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(
				new StringSelection(text), null);
		}
		catch (final IllegalStateException e) {
			throw new UserFailure("The clipboard is in use by another program at " +
				"this moment. Press the button again.", e);
		}
	}
}
