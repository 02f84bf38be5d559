
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;

import io.github.cnnclassifier.workflow.CorrectionSession;

/** Corrects the classes of the selected images, by buttons and by keys. */
final class CorrectionBar {

	static final int GAP = 6;

	private static final int MOST_DIGITS = 9;
	private static final int WIDEST = 180;

	/** A decision about some images. */
	@FunctionalInterface
	private interface Decision {

		CorrectionSession.Decided make(int[] positions) throws IOException;
	}

	private final CorrectionSession session;
	private final Supplier<int[]> selected;
	private final Deeds deeds;
	private final JComboBox<String> classes;
	private final JButton undo = new JButton("Undo (Ctrl+Z)");
	private final JButton redo = new JButton("Redo (Ctrl+Y)");
	/** What a person has chosen stays. */
	private boolean chosen;
	private boolean offering;

	/**
	 * @param session that writes what is decided
	 * @param labels of the classes
	 * @param selected positions of the images that are decided about
	 * @param deeds does it
	 */
	CorrectionBar(final CorrectionSession session, final List<String> labels,
		final Supplier<int[]> selected, final Deeds deeds)
	{
		this.session = session;
		this.selected = selected;
		this.deeds = deeds;
		classes = new JComboBox<>(labels.toArray(String[]::new));
		classes.setRenderer(new KeyedClass(labels));
		classes.setToolTipText("A number is a key that assigns its class at once");
		classes.addActionListener(event -> chosen |= !offering);
		classes.getAccessibleContext().setAccessibleName(
			"Class for the selected images");
		final Dimension size = classes.getPreferredSize();
		classes.setPreferredSize(new Dimension(Math.min(size.width, WIDEST),
			size.height));
		undo.addActionListener(event -> undo());
		redo.addActionListener(event -> redo());
	}

	/**
	 * Puts a class there to be assigned, until a person has chosen one.
	 *
	 * @param label 0-based, that images were taken for: who corrects them mostly
	 *          agrees with it
	 */
	void offer(final int label) {
		if (chosen) return;
		offering = true;
		classes.setSelectedIndex(label);
		offering = false;
	}

	/** @return what decides */
	JPanel decisions() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
		final JLabel label = new JLabel("Class:");
		label.setLabelFor(classes);
		row.add(label);
		row.add(classes);
		row.add(Buttons.button("Assign (C)", "is the class of the selected images",
			this::assign));
		row.add(Buttons.button("Leave out (X)",
			"leaves the selected images out, as damaged or none of the classes",
			this::exclude));
		row.add(Buttons.button("Ambiguous (A)",
			"leaves the selected images out, as nobody can tell their class",
			this::setAmbiguous));
		return row;
	}

	/** @return what takes decisions back; there is room for more */
	JPanel history() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
		row.add(undo);
		row.add(redo);
		return row;
	}

	/**
	 * @param gallery where images are selected
	 * @param window where decisions are taken back
	 */
	void bindKeys(final JComponent gallery, final JComponent window) {
		Keys.bind(gallery, "C", this::assign);
		Keys.bind(gallery, "X", this::exclude);
		Keys.bind(gallery, "A", this::setAmbiguous);
		for (int i = 0; i < Math.min(MOST_DIGITS, classes.getItemCount()); i++) {
			final int index = i;
			Keys.bind(gallery, String.valueOf(i + 1), () -> {
				classes.setSelectedIndex(index);
				assign();
			});
		}
		Keys.bindAll(window, "ctrl Z", this::undo);
		Keys.bindAll(window, "ctrl Y", this::redo);
		Keys.bindAll(window, "ctrl shift Z", this::redo);
	}

	/** Shows what can be taken back now. */
	void update() {
		undo.setEnabled(session.canUndo());
		redo.setEnabled(session.canRedo());
	}

	private void assign() {
		final String label = (String) classes.getSelectedItem();
		decide(positions -> session.assign(positions, label), "'" + label + "'");
	}

	private void exclude() {
		decide(session::exclude, "left out");
	}

	private void setAmbiguous() {
		decide(session::setAmbiguous, "ambiguous");
	}

	private void decide(final Decision decision, final String what) {
		final int[] positions = selected.get();
		deeds.perform(() -> {
			if (positions.length == 0)
				return "Select images first: click them, or use the arrow keys and " +
					"the space bar.";
			final CorrectionSession.Decided decided = decision.make(positions);
			return Counted.images(decided.images()) + " now: " + what + "." + (decided
				.problems().isEmpty() ? "" : " " + decided.problems().size() +
					" not: " + decided.problems().get(0));
		});
	}

	private void undo() {
		deeds.perform(() -> DecisionWords.undone(session.undo()));
	}

	private void redo() {
		deeds.perform(() -> DecisionWords.redone(session.redo()));
	}

	/** A class, and before it the key that assigns it. */
	private static final class KeyedClass extends PlainListCell {

		private static final long serialVersionUID = 1L;

		private final transient List<String> labels;

		KeyedClass(final List<String> labels) {
			this.labels = labels;
		}

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			final int key = labels.indexOf(value) + 1;
			return super.getListCellRendererComponent(list, key >= 1 &&
				key <= MOST_DIGITS ? key + "  " + value : value, index, isSelected,
				hasFocus);
		}
	}
}
