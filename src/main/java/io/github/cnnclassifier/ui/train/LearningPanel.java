
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.HierarchyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.Timer;

import io.github.cnnclassifier.report.InputPicture;
import io.github.cnnclassifier.ui.PictureCache;
import io.github.cnnclassifier.workflow.train.LearningAlerts;
import io.github.cnnclassifier.workflow.train.LearningCourse;
import io.github.cnnclassifier.workflow.train.LearningExamples;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/**
 * A training while it lasts: how far it is, how good, and what a person should
 * know; it can be stopped, paused, thrown away or left to itself. The panel
 * looks at the training a few times a second, as long as somebody can see it,
 * and the training never waits for it.
 */
public final class LearningPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;
	private static final int MILLIS_BETWEEN_LOOKS = 300;
	private static final int PARTS = 1000;

	private final transient TrainingControl control;
	private final transient LearningWatch watch;
	private final transient TrainingQueue queue;
	private final transient TrainingStage stage;

	private final JLabel place = new JLabel(" ");
	private final JLabel accuracy = new JLabel(" ");
	private final JLabel details = new JLabel(" ");
	private final JProgressBar bar = new JProgressBar(0, PARTS);
	private final CurveView curve = new CurveView();
	private final RecallList recalls = new RecallList();
	private final JTextArea alerts = new JTextArea(3, 40);
	private final JLabel rightHeading = new JLabel("Now right");
	private final JLabel wrongHeading = new JLabel("Now wrong");
	private final transient PictureCache pictures = new PictureCache(
		this::picture, position -> repaintExamples());
	private final ExampleList right = new ExampleList(true, pictures);
	private final ExampleList wrong = new ExampleList(false, pictures);
	private final JButton stop = new JButton("Stop and keep");
	private final JButton pause = new JButton("Pause");
	private final JButton discard = new JButton("Discard...");
	private final JButton background = new JButton("Go on in background");
	private final JPanel waiting = new JPanel();
	private final Timer timer = new Timer(MILLIS_BETWEEN_LOOKS,
		event -> refresh());

	private transient LearningCourse shown;
	private transient List<TrainingControl> listed = List.of();
	private transient volatile LearningExamples examples;
	/** Whether to discard the training; null if nobody is asked. */
	private transient JDialog question;
	private boolean ended;

	/**
	 * @param control of the training
	 * @param watch follows it
	 * @param queue with the trainings that wait for it
	 * @param stage where the panel is
	 */
	public LearningPanel(final TrainingControl control, final LearningWatch watch,
		final TrainingQueue queue, final TrainingStage stage)
	{
		super(new BorderLayout(GAP, GAP));
		this.control = control;
		this.watch = watch;
		this.queue = queue;
		this.stage = stage;
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		add(head(), BorderLayout.NORTH);
		add(middle());
		add(foot(), BorderLayout.SOUTH);
		getAccessibleContext().setAccessibleName("Training of " + control.name());
		addHierarchyListener(event -> {
			if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0)
				lookWhileShowing();
		});
		refresh();
	}

	/** Nobody needs what nobody sees. */
	private void lookWhileShowing() {
		if (isShowing() && !ended) {
			refresh();
			timer.start();
		}
		else timer.stop();
	}

	private JComponent head() {
		final JPanel lines = new JPanel();
		lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
		place.setFont(place.getFont().deriveFont(Font.BOLD));
		accuracy.setFont(accuracy.getFont().deriveFont(Font.BOLD, accuracy.getFont()
			.getSize2D() + 5));
		for (final JLabel label : List.of(place, accuracy, details)) {
			label.putClientProperty("html.disable", Boolean.TRUE);
			label.setAlignmentX(LEFT_ALIGNMENT);
			lines.add(label);
			lines.add(Box.createVerticalStrut(3));
		}
		bar.setStringPainted(true);
		bar.setAlignmentX(LEFT_ALIGNMENT);
		bar.getAccessibleContext().setAccessibleName("How far the training is");
		lines.add(bar);
		return lines;
	}

	private JComponent middle() {
		final JCheckBox loss = new JCheckBox("Loss instead");
		loss.setMnemonic('L');
		loss.setToolTipText(
			"Shows the loss, which the training makes smaller, in the place of what " +
				"is right");
		loss.addActionListener(event -> curve.setOfLoss(loss.isSelected()));
		final JPanel curves = new JPanel(new BorderLayout());
		curves.add(curve);
		curves.add(loss, BorderLayout.SOUTH);
		final JScrollPane classes = new JScrollPane(recalls);
		classes.setBorder(BorderFactory.createTitledBorder(
			"Found, class by class"));
		classes.setPreferredSize(new Dimension(240, 180));
		final JPanel figures = new JPanel(new BorderLayout(GAP, GAP));
		figures.add(curves);
		figures.add(classes, BorderLayout.EAST);
		final JPanel images = new JPanel(new GridLayout(1, 2, GAP, GAP));
		images.add(row(rightHeading, right));
		images.add(row(wrongHeading, wrong));
		final JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.add(figures);
		all.add(images, BorderLayout.SOUTH);
		return all;
	}

	private static JComponent row(final JLabel heading, final ExampleList list) {
		heading.setLabelFor(list);
		final JScrollPane scroll = new JScrollPane(list,
			JScrollPane.VERTICAL_SCROLLBAR_NEVER,
			JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
		scroll.setPreferredSize(new Dimension(200, 80));
		final JPanel row = new JPanel(new BorderLayout(2, 2));
		row.add(heading, BorderLayout.NORTH);
		row.add(scroll);
		return row;
	}

	private JComponent foot() {
		alerts.setEditable(false);
		alerts.setLineWrap(true);
		alerts.setWrapStyleWord(true);
		alerts.setFont(details.getFont());
		alerts.getAccessibleContext().setAccessibleName("What you should know");
		final JScrollPane told = new JScrollPane(alerts);
		told.setBorder(BorderFactory.createTitledBorder("What you should know"));
		waiting.setLayout(new BoxLayout(waiting, BoxLayout.Y_AXIS));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
		prepare(buttons, stop, 'S', "Ends soon and keeps the best model so far, " +
			"which Resume CNN Training... can go on with", control::stop);
		prepare(buttons, pause, 'P',
			"Holds on between two batches; nothing is lost", this::pauseOrGoOn);
		prepare(buttons, discard, 'D', "Ends and deletes the model",
			this::askAndDiscard);
		prepare(buttons, background, 'B', "Closes the window; ImageJ's menu " +
			"Window opens it again", stage::sendToBackground);
		final JPanel foot = new JPanel(new BorderLayout(GAP, GAP));
		foot.add(told);
		final JPanel last = new JPanel(new BorderLayout(GAP, 2));
		last.add(waiting);
		last.add(buttons, BorderLayout.SOUTH);
		foot.add(last, BorderLayout.SOUTH);
		return foot;
	}

	private static void prepare(final JPanel buttons, final JButton button,
		final char key, final String help, final Runnable deed)
	{
		button.setMnemonic(key);
		button.setToolTipText(help);
		button.getAccessibleContext().setAccessibleDescription(help);
		button.addActionListener(event -> deed.run());
		buttons.add(button);
	}

	private void pauseOrGoOn() {
		if (control.isPaused()) control.goOn();
		else control.holdOn();
		refresh();
	}

	private void askAndDiscard() {
		final Object[] answers = { "Discard", "Go on" };
		final JOptionPane asked = new JOptionPane(
			"Stop this training and delete its model? What it has learned is lost,\n" +
				"and a model that it has replaced does not come back.",
			JOptionPane.QUESTION_MESSAGE, JOptionPane.DEFAULT_OPTION, null, answers,
			answers[1]);
		question = asked.createDialog(this, "Discard the training");
		// until it is answered, or the training has ended
		question.setVisible(true);
		question.dispose();
		question = null;
		if (answers[0].equals(asked.getValue())) control.discard();
		refresh();
	}

	/** Shows how the training is now; called by itself while it is seen. */
	public void refresh() {
		if (ended) return;
		refreshStage();
		final LearningCourse now = watch.course();
		if (now != shown) show(now);
		refreshWaiting();
	}

	private void refreshStage() {
		final TrainingControl.Stage at = control.stage();
		final boolean known = !Double.isNaN(at.fraction());
		bar.setIndeterminate(!known && !control.isPaused());
		if (known) bar.setValue((int) Math.round(PARTS * at.fraction()));
		bar.setString(control.isStopped() ? control.isDiscarded()
			? "Ends, and is thrown away" : "Ends, and keeps the best so far" : control
				.isPaused() ? "Paused" : at.status());
		pause.setText(control.isPaused() ? "Go on" : "Pause");
		stop.setEnabled(!control.isStopped());
		pause.setEnabled(!control.isStopped());
		discard.setEnabled(!control.isDiscarded());
	}

	private void show(final LearningCourse now) {
		shown = now;
		place.setText(control.name() + ": " + now.place());
		accuracy.setText(now.accuracy());
		details.setText(List.of(now.bestWords(), now.learningRate()).stream()
			.filter(words -> !words.isEmpty()).collect(Collectors.joining("   ")) +
			" ");
		curve.show(now);
		recalls.show(now.classes());
		alerts.setText(now.alerts().isEmpty() ? "Nothing so far." : now.alerts()
			.stream().map(LearningAlerts.Alert::text).collect(Collectors.joining(
				"\n")));
		alerts.setCaretPosition(0);
		now.examples().ifPresent(this::show);
	}

	private void show(final LearningExamples now) {
		final LearningExamples before = examples;
		if (before != null && before.answers().samples() != now.answers().samples())
			pictures.forget();
		examples = now;
		rightHeading.setText("Now right (" + now.rightInAll() + ")");
		wrongHeading.setText("Now wrong (" + now.wrongInAll() + ")");
		right.show(now);
		wrong.show(now);
	}

	/** On a thread in the background. */
	private BufferedImage picture(final int position) throws IOException {
		final LearningExamples now = examples;
		if (now == null) throw new IOException("The training has ended.");
		return InputPicture.of(now.answers().samples().input(position), now
			.answers().shape());
	}

	private void repaintExamples() {
		right.repaint();
		wrong.repaint();
	}

	private void refreshWaiting() {
		final List<TrainingControl> now = queue.waiting().stream().filter(
			other -> other != control).toList();
		if (now.equals(listed)) return;
		listed = now;
		waiting.removeAll();
		for (final TrainingControl other : now) {
			final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 1));
			final JLabel name = new JLabel("Waits: " + other.name());
			name.putClientProperty("html.disable", Boolean.TRUE);
			row.add(name);
			final JButton away = new JButton("Take away");
			away.getAccessibleContext().setAccessibleName("Take away " + other
				.name());
			away.addActionListener(event -> {
				other.stop();
				refresh();
			});
			row.add(away);
			waiting.add(row);
		}
		revalidate();
		repaint();
	}

	/**
	 * The training has ended.
	 *
	 * @param words how, a sentence
	 * @param failure whether it is something that a person should know, and not
	 *          only how far it came
	 */
	public void setEnded(final String words, final boolean failure) {
		refresh();
		ended = true;
		timer.stop();
		if (question != null) question.dispose();
		bar.setIndeterminate(false);
		bar.setString(failure ? "Ended" : words);
		if (failure) {
			alerts.setText(words);
			alerts.setCaretPosition(0);
		}
		for (final JButton button : List.of(stop, pause, discard, background))
			button.setEnabled(false);
		// behind them are the images of the training, which need much memory
		examples = null;
		right.clear();
		wrong.clear();
		pictures.close();
	}
}
