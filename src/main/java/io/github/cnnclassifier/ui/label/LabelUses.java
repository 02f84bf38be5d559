
package io.github.cnnclassifier.ui.label;

import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JPanel;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * What labels are good for: a training, copies of the crops, a comparison with
 * the labels of somebody else. Used on the event thread, unless it says
 * otherwise.
 */
final class LabelUses extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;

	private final JButton train = new JButton("Train with these labels...");
	private final JButton copy = new JButton("Copy into class folders...");
	private final transient LabelSession session;
	private final Window window;
	private final CropGrid grid;
	private final transient Deeds deeds;
	private final transient Consumer<String> told;
	private volatile boolean stopped;

	/**
	 * @param session has the labels
	 * @param window above which things are asked
	 * @param grid shows crops of which annotators disagree
	 * @param deeds does what takes a moment
	 * @param told how far something is
	 * @param training is given the file of the labels
	 */
	LabelUses(final LabelSession session, final Window window,
		final CropGrid grid, final Deeds deeds, final Consumer<String> told,
		final Consumer<Path> training)
	{
		super(new FlowLayout(FlowLayout.LEADING, GAP, 2));
		this.session = session;
		this.window = window;
		this.grid = grid;
		this.deeds = deeds;
		this.told = told;
		train.getAccessibleContext().setAccessibleDescription(
			"opens the training, with the file of the labels as its images");
		train.addActionListener(event -> train(training));
		copy.getAccessibleContext().setAccessibleDescription(
			"copies the labeled crops, as images, into a folder for each class");
		copy.addActionListener(event -> copyIntoFolders());
		add(train);
		add(copy);
		add(Buttons.button("Compare annotators...",
			"how far these labels agree with those of somebody else", this::compare));
	}

	/** @param labeled whether any crop is */
	void update(final boolean labeled) {
		final String reason = labeled ? "" : "No crop has a label yet.";
		Buttons.allow(train, reason);
		Buttons.allow(copy, reason);
	}

	/** Ends copying, if that goes on. */
	void stop() {
		stopped = true;
	}

	/** After {@link #stop}, as the window stays. */
	void goOn() {
		stopped = false;
	}

	/** A training must not miss labels that are not on the disk. */
	private void train(final Consumer<Path> training) {
		deeds.perform(() -> {
			session.save();
			EventQueue.invokeLater(() -> training.accept(session.file()));
			return "";
		});
	}

	private void copyIntoFolders() {
		final Optional<CopyQuestion.Answer> answer = CopyQuestion.ask(window);
		if (answer.isEmpty()) return;
		deeds.perform(() -> {
			final LabelSession.ExportedCrops copied = session.exportFolders(answer
				.get().folder(), answer.get().leastProbability(), new Copying());
			return CopyQuestion.told(copied, answer.get().folder());
		});
	}

	/** Shown in the window; closing that stops it. */
	private final class Copying implements Progress {

		@Override
		public void update(final double fraction, final String words) {
			EventQueue.invokeLater(() -> told.accept("Copying ..." + (Double.isNaN(
				fraction) ? "" : " " + Math.round(100 * fraction) + " %")));
		}

		@Override
		public void message(final String line) {
			EventQueue.invokeLater(() -> told.accept(line));
		}

		@Override
		public boolean isCanceled() {
			return stopped;
		}
	}

	private void compare() {
		final Optional<Path> other = AgreementView.askForLabels(window, session
			.file());
		if (other.isPresent()) deeds.perform(() -> {
			final AgreementView view = new AgreementView(session.compareWith(other
				.get()), other.get());
			EventQueue.invokeLater(() -> view.show(window, session, grid));
			return view.words();
		});
	}
}
