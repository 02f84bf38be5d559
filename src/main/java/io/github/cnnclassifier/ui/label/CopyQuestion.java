
package io.github.cnnclassifier.ui.label;

import java.awt.Component;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

import io.github.cnnclassifier.workflow.label.LabelSession;

/** The question which crops shall be copied into class folders, and where. */
final class CopyQuestion {

	/**
	 * What somebody wants.
	 *
	 * @param folder for the copies
	 * @param leastProbability of predictions that count; empty if only labels
	 *          count
	 */
	record Answer(Path folder, Optional<Double> leastProbability) {
	}

	private static final Double[] SURE = { 0.99, 0.95, 0.9 };

	private final JCheckBox guesses = new JCheckBox(
		"Copy predicted ones too, as if they were labeled");
	private final JComboBox<Double> sure = new JComboBox<>(SURE);

	private CopyQuestion() {
		sure.setEnabled(false);
		sure.getAccessibleContext().setAccessibleName(
			"Least probability of a predicted class that is copied");
		guesses.addActionListener(event -> sure.setEnabled(guesses.isSelected()));
	}

	/**
	 * @param window above which it is asked
	 * @return empty if nothing is to be done
	 */
	static Optional<Answer> ask(final Component window) {
		return new CopyQuestion().answer(window);
	}

	private Optional<Answer> answer(final Component window) {
		final Object[] buttons = { "Choose a folder...", "Cancel" };
		if (JOptionPane.showOptionDialog(window, content(),
			"Copy into class folders", JOptionPane.DEFAULT_OPTION,
			JOptionPane.QUESTION_MESSAGE, null, buttons, buttons[0]) != 0)
			return Optional.empty();
		final JFileChooser chooser = new JFileChooser();
		chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		chooser.setDialogTitle("A new or empty folder for the class folders");
		if (chooser.showDialog(window, "Copy here") != JFileChooser.APPROVE_OPTION)
			return Optional.empty();
		return Optional.of(new Answer(chooser.getSelectedFile().toPath(), guesses
			.isSelected() ? Optional.of((Double) sure.getSelectedItem()) : Optional
				.empty()));
	}

	private JPanel content() {
		final JPanel content = new JPanel(new GridLayout(0, 1, 0, 4));
		content.add(new JLabel(
			"Crops with a label are copied, pixels as they are."));
		content.add(guesses);
		content.add(new JLabel("Predictions may be wrong; training takes copies " +
			"for the truth. Only those that are at least so sure:"));
		content.add(sure);
		return content;
	}

	/**
	 * @param copied what came of it
	 * @param folder of the copies
	 * @return the same in words
	 */
	static String told(final LabelSession.ExportedCrops copied,
		final Path folder)
	{
		final int predicted = sum(copied.predicted());
		final String guessed = predicted == 0 ? "" : ", " + predicted +
			" of them only predicted";
		final String failed = copied.problems().entrySet().stream().findFirst().map(
			one -> "; " + copied.problems().size() + " not, the first is " + one
				.getKey() + ": " + one.getValue()).orElse("");
		return LabelActions.counted(sum(copied.confirmed()) + predicted) +
			" copied into " + folder + guessed + failed + ".";
	}

	private static int sum(final Map<String, Integer> counts) {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}
}
