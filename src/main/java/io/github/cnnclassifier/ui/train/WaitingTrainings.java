
package io.github.cnnclassifier.ui.train;

import java.awt.FlowLayout;
import java.util.List;

import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/** Trainings that wait for another one, each of which can be taken away. */
final class WaitingTrainings extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 8;

	private final transient TrainingQueue queue;
	private final transient TrainingControl running;
	private transient List<TrainingControl> listed = List.of();

	/**
	 * @param queue with the trainings
	 * @param running is not listed
	 */
	WaitingTrainings(final TrainingQueue queue, final TrainingControl running) {
		setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
		this.queue = queue;
		this.running = running;
	}

	/** Lists those that wait now. */
	void refresh() {
		final List<TrainingControl> now = queue.waiting().stream().filter(
			other -> other != running).toList();
		if (now.equals(listed)) return;
		listed = now;
		removeAll();
		now.forEach(this::add);
		revalidate();
		repaint();
	}

	private void add(final TrainingControl other) {
		final JPanel row = new WrappingRow(FlowLayout.LEFT, GAP, 1);
		final JLabel name = new TextLine();
		name.setText("Waits: " + other.name());
		row.add(name);
		final JButton away = new JButton("Take away");
		away.getAccessibleContext().setAccessibleName("Take away " + other.name());
		away.addActionListener(event -> {
			other.stop();
			refresh();
		});
		row.add(away);
		add(row);
	}
}
