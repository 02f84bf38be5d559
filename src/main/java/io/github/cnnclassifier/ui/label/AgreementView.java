
package io.github.cnnclassifier.ui.label;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.filechooser.FileNameExtensionFilter;

import io.github.cnnclassifier.ui.HeadedRows;
import io.github.cnnclassifier.ui.HeadingTips;
import io.github.cnnclassifier.ui.PlainTableCell;
import io.github.cnnclassifier.workflow.label.AnnotatorAgreement;
import io.github.cnnclassifier.workflow.label.LabelSession;

/** How far two annotators agree, and where they do not. */
final class AgreementView {

	private static final String[] HEADINGS = { "Crop", "These labels",
		"The others" };
	private static final int GAP = 8;

	private final AnnotatorAgreement agreement;
	private final Path other;

	/**
	 * @param agreement what was found
	 * @param other the labels of the other one
	 */
	AgreementView(final AnnotatorAgreement agreement, final Path other) {
		this.agreement = agreement;
		this.other = other;
	}

	/**
	 * @param window above which it is asked
	 * @param own the labels that are compared with others
	 * @return the labels of somebody else; empty if nothing is to be done
	 */
	static Optional<Path> askForLabels(final Component window, final Path own) {
		final JFileChooser chooser = new JFileChooser(own.toAbsolutePath()
			.getParent().toFile());
		chooser.setDialogTitle("The labels.csv of the other annotator");
		chooser.setFileFilter(new FileNameExtensionFilter("Lists of labels (.csv)",
			"csv"));
		return chooser.showOpenDialog(window) == JFileChooser.APPROVE_OPTION
			? Optional.of(chooser.getSelectedFile().toPath()) : Optional.empty();
	}

	/** @return the figures in a sentence */
	String words() {
		final String kappa = Double.isNaN(agreement.kappa())
			? "Cohen's kappa is not defined" : String.format(Locale.ROOT,
				"Cohen's kappa %.2f", agreement.kappa()) + (Double.isNaN(agreement
					.low()) ? "" : String.format(Locale.ROOT, " (%.2f to %.2f)", agreement
						.low(), agreement.high()));
		return agreement.agreed() + " of " + agreement.both() +
			" crops that both have labeled have the same class; " + kappa + ".";
	}

	/** Shows it, and the conflicts in the grid if somebody wants to see them. */
	void show(final Component window, final LabelSession session,
		final CropGrid grid)
	{
		final Object[] buttons = agreement.conflicts().isEmpty() ? new Object[] {
			"Close" } : new Object[] { "Show them first", "Close" };
		final int pressed = JOptionPane.showOptionDialog(window, content(),
			"Agreement with " + other.getFileName(), JOptionPane.DEFAULT_OPTION,
			JOptionPane.INFORMATION_MESSAGE, null, buttons, buttons[0]);
		if (pressed != 0 || agreement.conflicts().isEmpty()) return;
		final Map<String, Integer> places = new HashMap<>();
		for (int i = 0; i < session.size(); i++)
			places.put(session.crop(i).name(), i);
		final int[] crops = agreement.conflicts().stream().map(conflict -> places
			.get(conflict.crop())).filter(Objects::nonNull).mapToInt(
				Integer::intValue).toArray();
		grid.showFirst(crops);
		grid.goTo(crops);
	}

	private JPanel content() {
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.add(new JLabel(words()), BorderLayout.NORTH);
		if (!agreement.conflicts().isEmpty()) {
			final JTable table = new JTable(new Rows(agreement.conflicts()));
			HeadingTips.of(table, Map.of());
			table.setDefaultRenderer(Object.class, new PlainTableCell());
			table.getAccessibleContext().setAccessibleName("Conflicts");
			table.setPreferredScrollableViewportSize(new Dimension(480, 200));
			content.add(new JScrollPane(table));
		}
		content.add(new JLabel("Labeled by one of them alone: " + agreement
			.onlyFirst() + " here, " + agreement.onlySecond() + " there."),
			BorderLayout.SOUTH);
		return content;
	}

	private static final class Rows extends HeadedRows {

		private static final long serialVersionUID = 1L;

		private final transient List<AnnotatorAgreement.Conflict> conflicts;

		Rows(final List<AnnotatorAgreement.Conflict> conflicts) {
			super(HEADINGS);
			this.conflicts = conflicts;
		}

		@Override
		public int getRowCount() {
			return conflicts.size();
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final AnnotatorAgreement.Conflict conflict = conflicts.get(row);
			return switch (column) {
				case 0 -> conflict.crop();
				case 1 -> conflict.first();
				default -> conflict.second();
			};
		}
	}
}
