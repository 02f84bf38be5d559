
package io.github.cnnclassifier.ui.label;

import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * In which order crops are shown, which of them, and the steps that can be
 * taken back. Used on the event thread, unless it says otherwise.
 */
final class SortBar extends WrappingRow {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;

	private final transient LabelSession session;
	private final transient GridOrder order;
	private final JButton undo = new JButton("Undo (Ctrl+Z)");
	private final JButton redo = new JButton("Redo (Ctrl+Y)");
	private final JButton sortAgain = new JButton("Sort again (F5)");
	private volatile boolean fresh;

	/**
	 * @param session tells what can be taken back
	 * @param order of the crops
	 * @param actions of the buttons
	 * @param crops get the focus when an order was chosen
	 */
	SortBar(final LabelSession session, final GridOrder order,
		final LabelActions actions, final JComponent crops)
	{
		super(FlowLayout.LEADING, GAP, 2);
		this.session = session;
		this.order = order;
		final JComboBox<GridOrder.By> by = new JComboBox<>(GridOrder.By.values());
		by.getAccessibleContext().setAccessibleName("Sort by");
		by.addActionListener(event -> {
			order.sort((GridOrder.By) by.getSelectedItem());
			sorted();
		});
		by.addPopupMenuListener(new BackTo(crops));
		final JLabel label = new JLabel("Sort by:");
		label.setLabelFor(by);
		sortAgain.setToolTipText("By what is predicted now");
		sortAgain.addActionListener(event -> sortAgain());
		final JCheckBox hidden = new JCheckBox("Hide labeled ones");
		hidden.addActionListener(event -> order.hideLabeled(hidden.isSelected()));
		final JCheckBox goesOn = new JCheckBox("After a label, go on to the next",
			true);
		goesOn.addActionListener(event -> actions.setGoesOn(goesOn.isSelected()));
		undo.addActionListener(event -> actions.undo());
		redo.addActionListener(event -> actions.redo());
		List.of(label, by, sortAgain, hidden, goesOn, undo, redo).forEach(
			this::add);
	}

	/** There are other predictions than those sorted by; from any thread. */
	void setFresh() {
		fresh = true;
	}

	/** Sorts by what is predicted now. */
	void sortAgain() {
		order.sort();
		sorted();
	}

	private void sorted() {
		fresh = false;
		sortAgain.setEnabled(false);
	}

	/** Shows what can be done now. */
	void update() {
		undo.setEnabled(session.canUndo());
		redo.setEnabled(session.canRedo());
		sortAgain.setEnabled(fresh);
	}

	/** Who has chosen from a list goes on with the crops. */
	private record BackTo(JComponent crops) implements PopupMenuListener {

		@Override
		public void popupMenuWillBecomeVisible(final PopupMenuEvent event) {}

		@Override
		public void popupMenuWillBecomeInvisible(final PopupMenuEvent event) {
			EventQueue.invokeLater(crops::requestFocusInWindow);
		}

		@Override
		public void popupMenuCanceled(final PopupMenuEvent event) {}
	}
}
