
package io.github.cnnclassifier.ui.label;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.nio.file.Path;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;

import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.ui.WrappedText;
import io.github.cnnclassifier.workflow.label.FeatureStage;
import io.github.cnnclassifier.workflow.label.LabelCounts;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * What was done last, what is saved, what more labels would bring, and how far
 * the images are looked at.
 */
final class StatusPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;
	/** Its sentences are longer than the window is wide. */
	private static final int FORECAST_LINES = 2;

	private final transient LabelSession session;
	private final JLabel last = line("What was done last");
	private final JLabel saved = line("What is saved");
	private final JTextArea forecast = new WrappedText();
	private final JProgressBar progress = new JProgressBar();
	private final JButton stop = new JButton("Stop");
	private final JPanel looking = new JPanel(new BorderLayout(GAP, 0));
	private boolean resumes;

	StatusPanel(final LabelSession session) {
		super(new BorderLayout(GAP, 0));
		this.session = session;
		saved.setFont(saved.getFont().deriveFont(Font.BOLD));
		last.setFont(last.getFont().deriveFont(Font.PLAIN));
		progress.setStringPainted(true);
		progress.getAccessibleContext().setAccessibleName(
			"How far the images are looked at");
		stop.addActionListener(event -> stopOrGoOn());
		looking.add(progress);
		looking.add(stop, BorderLayout.EAST);
		setUpForecast();
		final JPanel lines = new JPanel(new GridLayout(2, 1));
		lines.add(last);
		lines.add(saved);
		final JPanel all = new JPanel(new BorderLayout());
		all.add(lines, BorderLayout.NORTH);
		all.add(forecast);
		add(all);
		final JPanel right = new JPanel(new BorderLayout());
		right.add(looking, BorderLayout.SOUTH);
		add(right, BorderLayout.EAST);
	}

	private void setUpForecast() {
		forecast.setRows(FORECAST_LINES);
		forecast.setColumns(40);
		forecast.setFont(last.getFont());
		forecast.setForeground(last.getForeground());
		forecast.getAccessibleContext().setAccessibleName(
			"What more labels would bring");
	}

	private static JLabel line(final String name) {
		final JLabel line = new TextLine();
		line.getAccessibleContext().setAccessibleDescription(name);
		return line;
	}

	/** @param words what was done last, or why not */
	void tell(final String words) {
		last.setText(words);
	}

	private void stopOrGoOn() {
		if (resumes) session.resumeFeatures();
		else session.cancelFeatures();
	}

	/**
	 * Shows all as it is now.
	 *
	 * @param counts of the session
	 * @param trouble why labels could not be saved; empty if they could
	 */
	void show(final LabelCounts counts, final String trouble) {
		saved.setText(saved(counts, session.file(), trouble));
		tellForecast(session.forecast().words());
		show(session.features());
	}

	void tellForecast(final String words) {
		// else what somebody has selected of it would be lost each time
		if (!words.equals(forecast.getText())) forecast.setText(words);
	}

	static String saved(final LabelCounts counts, final Path file,
		final String trouble)
	{
		final int labeled = counts.labeled();
		final String of = labeled + " of " + counts.total() + " labeled";
		final String problems = counts.problems() == 0 ? "" : ", " + counts
			.problems() + " cannot be read";
		if (!trouble.isEmpty()) return of + problems + "; " + (counts.unsaved() == 0
			? "" : counts.unsaved() + " ") + "NOT SAVED: " + trouble;
		if (labeled == 0) return of + problems + "; labels will be saved in " +
			file + " at once";
		if (counts.unsaved() > 0) return of + problems + "; saving " + counts
			.unsaved() + " in " + file;
		return of + problems + "; " + (labeled == 1 ? "it is" : "all " + labeled +
			" labels are") + " saved in " + file;
	}

	private void show(final FeatureStage stage) {
		looking.setVisible(stage.kind() != FeatureStage.Kind.READY);
		progress.setMaximum(Math.max(1, stage.total()));
		progress.setValue(stage.done());
		resumes = stage.kind() != FeatureStage.Kind.RUNNING;
		stop.setText(resumes ? "Go on" : "Stop");
		stop.getAccessibleContext().setAccessibleDescription(resumes
			? "Goes on looking at the images, so that classes can be predicted"
			: "Stops looking at the images; labels can still be given");
		progress.setString(switch (stage.kind()) {
			case RUNNING -> "looked at " + stage.done() + " of " + stage.total();
			case READY -> "";
			case CANCELED -> "stopped at " + stage.done() + " of " + stage.total();
			case FAILED -> "no predictions";
		});
		progress.setToolTipText(stage.kind() == FeatureStage.Kind.FAILED ? Plain
			.text(stage.reason()) : null);
		if (stage.kind() == FeatureStage.Kind.FAILED) tellForecast(
			"Nothing can be predicted: " + stage.reason());
	}
}
