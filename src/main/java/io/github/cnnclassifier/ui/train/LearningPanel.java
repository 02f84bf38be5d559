
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import javax.swing.SwingUtilities;
import javax.swing.Timer;

import io.github.cnnclassifier.progress.SmallShare;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.train.LearningAlerts;
import io.github.cnnclassifier.workflow.train.LearningCourse;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/**
 * A training while it lasts: how far it is, how good, and what a person should
 * know; it can be stopped, paused, thrown away or left to itself. The panel
 * looks at the training twice a second, as long as somebody can see it, and
 * draws what takes longer so seldom that it takes half a percent of the time.
 * The training never waits for it.
 */
public final class LearningPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;
	private static final int MILLIS_BETWEEN_LOOKS = 500;
	/** Rests so many times what it took to draw. */
	private static final int REST = 200;
	private static final long LEAST_REST = TimeUnit.SECONDS.toNanos(1);
	/** A display that is slow is still seen to go on. */
	private static final long MOST_REST = TimeUnit.SECONDS.toNanos(5);
	private static final int PARTS = 1000;

	private final transient TrainingControl control;
	private final transient LearningWatch watch;
	private final transient TrainingStage stage;

	private final JLabel place = new TextLine();
	private final JLabel accuracy = new TextLine();
	private final JLabel details = new TextLine();
	private final JProgressBar bar = new JProgressBar(0, PARTS);
	private final CurveView curve = new CurveView();
	private final RecallList recalls = new RecallList();
	private final JTextArea alerts = new JTextArea(3, 40);
	private final ExamplesPanel examples = new ExamplesPanel();
	private final JButton stop = new JButton("Stop and keep");
	private final JButton pause = new JButton("Pause");
	private final JButton discard = new JButton("Discard...");
	private final JButton background = new JButton("Go on in background");
	private final WaitingTrainings waiting;
	private final Timer timer = new Timer(MILLIS_BETWEEN_LOOKS, event -> look());

	private transient LearningCourse shown;
	private final transient SmallShare drawing = new SmallShare(REST, LEAST_REST,
		MOST_REST);
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
		this.stage = stage;
		waiting = new WaitingTrainings(queue, control);
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
		// what is loaded for the first drawing says nothing of those that follow
		drawing.took(0);
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
		final JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.add(figures);
		all.add(examples, BorderLayout.SOUTH);
		return all;
	}

	private JComponent foot() {
		alerts.setEditable(false);
		alerts.setLineWrap(true);
		alerts.setWrapStyleWord(true);
		alerts.setFont(details.getFont());
		alerts.getAccessibleContext().setAccessibleName("What you should know");
		final JScrollPane told = new JScrollPane(alerts);
		told.setBorder(BorderFactory.createTitledBorder("What you should know"));
		final JPanel buttons = new WrappingRow(FlowLayout.LEFT, GAP, 2);
		prepare(buttons, stop, 'S', "Ends soon and keeps the best model so far, " +
			"which Resume CNN Training... can go on with", control::stop);
		prepare(buttons, pause, 'P',
			"Holds on between two batches; nothing is lost", this::pauseOrGoOn);
		prepare(buttons, discard, 'D', "Ends and deletes the model",
			this::askAndDiscard);
		prepare(buttons, background, 'B', stage.wayBack(), stage::sendToBackground);
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

	/** What is done once in a while, as long as somebody can see it. */
	void look() {
		if (isIconified()) return;
		refreshStage();
		final LearningCourse now = watch.course();
		if (now != shown && drawing.isDue()) draw(now);
		waiting.refresh();
	}

	private boolean isIconified() {
		return SwingUtilities.getWindowAncestor(
			this) instanceof final Frame frame && (frame.getExtendedState() &
				Frame.ICONIFIED) != 0;
	}

	private void draw(final LearningCourse now) {
		final long start = System.nanoTime();
		show(now);
		// behind what Swing paints
		EventQueue.invokeLater(() -> drawing.took(System.nanoTime() - start));
	}

	/** Shows at once how the training is now. */
	public void refresh() {
		if (ended) return;
		refreshStage();
		final LearningCourse now = watch.course();
		if (now != shown) show(now);
		waiting.refresh();
	}

	private void refreshStage() {
		final TrainingControl.Stage at = control.stage();
		// a bar that runs to and fro would be drawn twenty times a second
		if (!Double.isNaN(at.fraction())) bar.setValue((int) Math.round(PARTS * at
			.fraction()));
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
		tell(now.alerts().isEmpty() ? "Nothing so far." : now.alerts().stream().map(
			LearningAlerts.Alert::text).collect(Collectors.joining("\n")));
		now.examples().ifPresent(examples::show);
	}

	private void tell(final String words) {
		if (words.equals(alerts.getText())) return;
		alerts.setText(words);
		alerts.setCaretPosition(0);
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
		bar.setString(failure ? "Ended" : words);
		if (failure) tell(words);
		for (final JButton button : List.of(stop, pause, discard, background))
			button.setEnabled(false);
		examples.close();
	}
}
